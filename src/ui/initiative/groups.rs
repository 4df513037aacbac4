//! The small groups of an initiative: which run now, which there were before, who came and left, and what
//! has been tried.

use chrono::NaiveDate;

use crate::app::store::Clock as _;
use crate::domain::initiative::{Group, GroupWords, Initiative, InitiativeKind, moved};
use crate::domain::record::{Fields, Record as _};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::group_words::name;
use crate::ui::words::{basis_name, titles};

mod form;

pub use form::group;

/// Whether an initiative is one with groups: its kind is, or it has some.
pub fn belong(initiative: &Initiative) -> bool {
    let kind = initiative.kind();
    kind.is_none_or(|kind| {
        matches!(
            kind,
            InitiativeKind::SmallGroups | InitiativeKind::IntensiveCourses | InitiativeKind::Own
        )
    }) || !initiative.groups().is_empty()
}

/// The way to the groups, from the initiative's own page, with what has been tried.
pub fn door(app: App, rec: RecordId, initiative: &Initiative, today: NaiveDate) -> ListRow {
    ListRow::new(say!(app, groups.title))
        .detail(tried(app, initiative, today))
        .href(format!("/indsatser/{rec}/grupper"))
        .lead(icon(IconName::People))
}

/// How many sizes and compositions have been tried until today.
fn tried(app: App, initiative: &Initiative, today: NaiveDate) -> Words {
    let tried = initiative.groups_tried(|day| day <= today);
    words(move || match (tried.sizes, tried.compositions) {
        (_, 0) => now!(app, groups.none_tried),
        (1, 1) => now!(app, groups.one_tried),
        (sizes, compositions) => {
            now!(app, groups.tried, sizes = sizes, compositions = compositions)
        }
    })
}

/// The page of an initiative's groups.
pub fn groups(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let opened = store.record(rec).await?.filter(|opened| !opened.summary.deleted);
        // The day it is: what runs changes with it when nothing else does.
        Ok(opened.map(|opened| (opened.fields(), BrowserClock.today())))
    });
    shown(found, move |found: Option<(Fields, NaiveDate)>| match found {
        Some((fields, today)) => page(app, rec, Initiative::read(&fields), today),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, it: Initiative, today: NaiveDate) -> View {
    let new = LinkButton::new(format!("/indsatser/{rec}/grupper/ny"), say!(app, groups.new));
    let all = it.groups();
    let ended = |group: &&Group| it.group_ends(group).is_some_and(|end| end < today);
    let begun = |group: &&Group| group.from().is_none_or(|from| from <= today);
    let cards = |groups: Vec<&Group>, changes: bool| -> Vec<El> {
        groups.into_iter().map(|group| group_card(app, rec, &it, group, changes)).collect()
    };
    let run = all.iter().filter(|group| !ended(group) && begun(group)).collect();
    let come = all.iter().filter(|group| !ended(group) && !begun(group)).collect();
    let over = all.iter().rev().filter(ended).collect();
    let none = all.is_empty().then(|| {
        EmptyState::new(IconName::People, say!(app, groups.none), say!(app, groups.none_text))
    });
    let count = (!all.is_empty()).then(|| el("p").class("strong").child(tried(app, &it, today)));
    let content = el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, groups.text)))
        .child(count)
        .child(none)
        .child(part("groups-now", say!(app, groups.now), cards(run, true)))
        .child(part("groups-to-come", say!(app, groups.to_come), cards(come, false)))
        .child(part("groups-before", say!(app, groups.before), cards(over, false)));
    let of = el("p").class("soft").child(move || titles::initiative(app, &it));
    Page::new(say!(app, groups.title))
        .back(format!("/indsatser/{rec}"), say!(app, prep.back))
        .state(of)
        .action(new.kind(ButtonKind::Primary).icon(IconName::Add))
        .child(content)
        .view()
}

fn part(id: &'static str, title: Words, cards: Vec<El>) -> Option<El> {
    (!cards.is_empty()).then(|| {
        el("section")
            .class("part stack")
            .attr("aria-labelledby", id)
            .child(el("h2").id(id).child(title))
            .child(cards)
    })
}

/// One period: who, when, why, and what was learnt; what runs can be changed from today on.
fn group_card(app: App, rec: RecordId, it: &Initiative, group: &Group, changes: bool) -> El {
    let named = group.clone();
    let title = words(move || name(app, &named));
    let href = format!("/indsatser/{rec}/grupper/{}", group.id);
    let before = it.group(&group.words(GroupWords::After));
    let (came, left) = before.map(|before| moved(&before, group)).unwrap_or_default();
    let who = group.pupils().join(", ");
    let size = group.size();
    let size = words(move || match size {
        None => now!(app, groups.size_unknown),
        Some(n) if who.is_empty() => now!(app, groups.size_n, n = n),
        Some(n) => now!(app, groups.size_who, n = n, who = who),
    });
    let change = |codes: Vec<String>, say: fn(App, String) -> String| {
        (!codes.is_empty()).then(|| words(move || say(app, codes.join(", "))))
    };
    let came = change(came, |app, who| now!(app, groups.came, who = who));
    let left = change(left, |app, who| now!(app, groups.left, who = who));
    let (bases, own) = (group.bases(), group.words(GroupWords::Basis));
    let own = own.trim().to_owned();
    let basis = (!bases.is_empty() || !own.is_empty()).then(|| {
        words(move || {
            let bases = bases.iter().map(|id| basis_name(app, id));
            let all = bases.chain(Some(own.clone()).filter(|own| !own.is_empty()));
            now!(app, groups.basis_is, what = all.collect::<Vec<_>>().join(" · "))
        })
    });
    let leads: Vec<String> =
        it.group_leads(&group.id).into_iter().map(|person| person.initials).collect();
    let leads = (!leads.is_empty())
        .then(|| words(move || now!(app, groups.led_by, who = leads.join(", "))));
    let learnt = group.words(GroupWords::Learnt).trim().to_owned();
    let learnt = (!learnt.is_empty())
        .then(|| el("p").class("as-written").child(say!(app, groups.learnt_is, what = learnt)));
    let change = changes.then(|| {
        let address = format!("/indsatser/{rec}/grupper/ny?efter={}", group.id);
        let change = LinkButton::new(address, say!(app, groups.change)).about(title);
        el("div").class("row").child(change.icon(IconName::People))
    });
    let line = |text: Words| el("p").child(text);
    el("div").class("card group-card stack-tight stack").child((
        el("h3").child(link(href).child(title)),
        el("p").class("soft small").child(period(app, group.from(), it.group_ends(group))),
        line(size).class("strong"),
        [came, left, basis, leads].into_iter().flatten().map(line).collect::<Vec<_>>(),
        learnt,
        change,
    ))
}

/// From when to when.
fn period(app: App, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Words {
    words(move || {
        let day = |day| format::day(app.lang(), day);
        match (from, to) {
            (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
            (Some(from), None) => now!(app, initiative.since, day = day(from)),
            (None, Some(to)) => now!(app, initiative.until, day = day(to)),
            (None, None) => now!(app, groups.no_day),
        }
    })
}
