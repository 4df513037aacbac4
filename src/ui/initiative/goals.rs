//! The goals of an initiative: how far each is and what that is counted from, and goals to start from.

use super::goal_records::Records;
use crate::app::initiative::goals::GoalLook;
use crate::domain::initiative::{GoalDay, GoalExample, GoalWords, Initiative, smart};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::goal_words::name;
use crate::ui::words::{self, titles};

mod ask;
mod asked;
mod form;
mod questions;

pub use form::goal;

/// The page of an initiative's goals.
pub fn goals(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| Records::look(store, rec));
    shown(found, move |found: Option<Records>| match found {
        Some(records) => page(app, rec, &records),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, records: &Records) -> View {
    let today = records.today;
    let initiative = records.plan.initiative.clone();
    let looks = GoalLook::all(&records.plan, &records.measured, &records.surveyed, today);
    let address = format!("/indsatser/{rec}/delmaal/nyt");
    let new = LinkButton::new(address, say!(app, goals.new)).icon(IconName::Add);
    let none = looks.is_empty().then(|| {
        let (title, text) = (say!(app, goals.none), say!(app, goals.none_text));
        EmptyState::new(IconName::Check, title, text)
    });
    let cards: Vec<El> = looks.iter().map(|look| goal_card(app, rec, look)).collect();
    let content = el("div")
        .class("goals stack-loose stack")
        .child(el("p").class("soft").child(words(move || smart().intro.get(app.lang()).to_owned())))
        .child(none)
        .child(el("div").class("stack").child(cards))
        .child(examples(app, rec, &initiative))
        .child(el("div").class("row").child(guide_link("delmaal")));
    let of = el("p").class("soft").child(move || titles::initiative(app, &initiative));
    Page::new(say!(app, goals.title))
        .back(format!("/indsatser/{rec}"), say!(app, prep.back))
        .state(of)
        .action(new.kind(ButtonKind::Primary))
        .child(content)
        .view()
}

/// One goal: what it is, how far it is, and what that is counted from.
fn goal_card(app: App, rec: RecordId, look: &GoalLook) -> El {
    let goal = look.goal.clone();
    let (reached, by) = (goal.words(GoalWords::Reached), goal.day(GoalDay::By));
    let category = smart().category(&goal.words(GoalWords::Category));
    let address = format!("/indsatser/{rec}/delmaal/{}", goal.id);
    let reached = reached.trim().to_owned();
    let reached = (!reached.is_empty())
        .then(|| el("p").class("as-written").child(say!(app, goals.reached_when, what = reached)));
    let about = words(move || {
        let category = category.map(|it| it.get(app.lang()).to_owned());
        let by = by.map(|day| now!(app, goals.by_day, day = format::day(app.lang(), day)));
        [category, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let title = link(address).child(words(move || name(app, &goal.words(GoalWords::Text))));
    card((
        el("h2").class("goal-title").child(title),
        reached,
        el("p").class("soft small").child(about),
        words::part(app, look),
    ))
}

/// Goals to start from, those for the kind of initiative first.
fn examples(app: App, rec: RecordId, initiative: &Initiative) -> El {
    let kind = initiative.kind();
    let row = |example: &'static GoalExample| {
        let about = smart().category(&example.category);
        let note = example.note.as_ref();
        let detail = move || {
            let source = example.is_from_brochure.then(|| now!(app, goals.from_brochure));
            let said = [about, note].into_iter().flatten();
            let said = said.map(|it| it.get(app.lang()).to_owned());
            said.chain(source.filter(|_| note.is_none())).collect::<Vec<_>>().join(" · ")
        };
        ListRow::new(words(move || example.text.get(app.lang()).to_owned()))
            .detail(words(detail))
            .href(format!("/indsatser/{rec}/delmaal/nyt?forslag={}", example.id))
            .lead(icon(IconName::Add))
    };
    let of = |suits: bool| -> Vec<ListRow> {
        let all = smart().examples.iter().filter(|it| it.suits(kind) == suits);
        all.map(row).collect()
    };
    let others = of(false);
    let others = (!others.is_empty()).then(|| {
        el("details")
            .class("fold")
            .child(el("summary").child(say!(app, goals.other_examples)))
            .child(el("div").child(list(others)))
    });
    bare_section("goal-examples", say!(app, goals.examples))
        .child(soft(say!(app, goals.examples_text)))
        .child(list(of(true)))
        .child(others)
}
