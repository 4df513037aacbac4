//! The book packs of an initiative: who has which book, who has none, and what has come back.

use crate::app::store::{List, Standing};
use crate::domain::initiative::{Initiative, InitiativeKind, Loan, Reader, readers};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::titles;

mod form;

pub use form::loan;

/// More loans than an initiative has in a school year.
pub const ALL: u32 = 600;

/// Whether an initiative is one with book packs: its kind is, or something is lent in it.
pub fn belong(initiative: &Initiative, lent: u32) -> bool {
    lent > 0
        || matches!(initiative.kind(), None | Some(InitiativeKind::BookPacks | InitiativeKind::Own))
}

/// The way to the books, from the initiative's own page.
pub fn door(app: App, rec: RecordId) -> ListRow {
    ListRow::new(say!(app, loans.title))
        .detail(say!(app, loans.door))
        .href(format!("/indsatser/{rec}/boeger"))
        .lead(icon(IconName::Bookmark))
}

/// The page of an initiative's book packs.
pub fn loans(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let opened = store.record(rec).await?.filter(|opened| !opened.summary.deleted);
        let lent = store.standing(List::Of(rec, Kind::Loan), ALL).await?;
        Ok(opened.map(|opened| (opened.fields(), lent)))
    });
    shown(found, move |found: Option<(Fields, Vec<Standing>)>| match found {
        Some((fields, lent)) => page(app, rec, Initiative::read(&fields), &lent),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, it: Initiative, lent: &[Standing]) -> View {
    let loans: Vec<(RecordId, Loan)> =
        lent.iter().map(|(rec, fields)| (*rec, Loan::read(fields))).collect();
    let readers = readers(&it.pupils(), &loans);
    let content = el("div").class("stack-loose stack");
    let content = if readers.is_empty() && loans.is_empty() {
        let write = LinkButton::new(format!("/indsatser/{rec}/ret"), say!(app, groups.write_codes));
        let (title, text) = (say!(app, loans.no_pupils), say!(app, loans.no_pupils_text));
        let empty = EmptyState::new(IconName::Bookmark, title, text);
        content.child(empty.action(write.icon(IconName::Edit)))
    } else {
        let (n, of) = (readers.iter().filter(|it| !it.has.is_empty()).count(), readers.len());
        let rows = readers.iter().flat_map(|it| &it.has);
        let rows: Vec<ListRow> = rows.map(|(rec, loan)| loan_row(app, *rec, loan)).collect();
        let has = (!rows.is_empty()).then(|| part("has", say!(app, loans.has), list(rows)));
        content
            .child(soft(say!(app, loans.text)))
            .child(el("p").class("strong").child(say!(
                app,
                loans.count,
                n = n,
                of = of,
                none = of - n
            )))
            .child(has)
            .child(without(app, rec, &readers))
            .child(given_back(app, &loans))
    };
    let address = format!("/boeger/ny?indsats={rec}");
    let new = (!readers.is_empty()).then(|| {
        LinkButton::new(address, say!(app, loans.new)).kind(ButtonKind::Primary).icon(IconName::Add)
    });
    let of = el("p").class("soft").child(move || titles::initiative(app, &it));
    Page::new(say!(app, loans.title))
        .back(format!("/indsatser/{rec}"), say!(app, prep.back))
        .state(of)
        .action(new)
        .child(content)
        .view()
}

fn part(id: &'static str, title: Words, content: El) -> El {
    el("section")
        .class("part")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
        .child(content)
}

/// Who has nothing at the moment: a press on a code begins a loan.
fn without(app: App, of: RecordId, readers: &[Reader]) -> Option<El> {
    let codes = readers.iter().filter(|it| it.has.is_empty()).map(|it| {
        let address = format!("/boeger/ny?indsats={of}&elev={}", it.code);
        LinkButton::new(address, it.code.clone()).about(say!(app, loans.lend))
    });
    let codes: Vec<LinkButton> = codes.collect();
    (!codes.is_empty()).then(|| {
        let hint = soft(say!(app, loans.without_hint));
        let codes = el("div").class("row").child(codes);
        part("without", say!(app, loans.without), el("div").class("stack").child(hint).child(codes))
    })
}

/// One loan: whose and what, since when, and how often it was talked about.
fn loan_row(app: App, rec: RecordId, loan: &Loan) -> ListRow {
    let (named, talks) = (loan.clone(), loan.talks().len());
    ListRow::new(words(move || titles::loan(app, &named)))
        .detail(since(app, loan, talks))
        .href(format!("/boeger/{rec}"))
        .lead(icon(IconName::Bookmark))
}

fn since(app: App, loan: &Loan, talks: usize) -> Words {
    let (day, back) = (loan.day(), loan.back());
    words(move || {
        let day_of = |day| format::day(app.lang(), day);
        let since = day.map(|day| now!(app, loans.since_day, day = day_of(day)));
        let back = back.map(|day| now!(app, loans.back_day, day = day_of(day)));
        let talked = match talks {
            0 => now!(app, loans.not_talked),
            1 => now!(app, loans.talked_once),
            n => now!(app, loans.talked, n = n),
        };
        [since, back, Some(talked)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

/// What has come back, folded away.
fn given_back(app: App, loans: &[(RecordId, Loan)]) -> Option<El> {
    let back = loans.iter().filter(|(_, loan)| loan.back().is_some());
    let rows: Vec<ListRow> = back.map(|(rec, loan)| loan_row(app, *rec, loan)).collect();
    (!rows.is_empty()).then(|| {
        let n = rows.len();
        let title = say!(app, loans.given_back, n = n);
        el("details")
            .class("fold")
            .child(el("summary").child(title))
            .child(el("div").child(list(rows).attr("aria-label", title)))
    })
}
