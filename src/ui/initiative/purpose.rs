//! The purpose of an initiative on one page of paper, to be shared with everybody who meets it: what it is to
//! solve and change, what is expected, the stand the team shares, and whom to ask. No pupil is on it.

use leptos::prelude::GetUntracked as _;

use super::report::{Found, codes_in_use, look, sheet_page};
use super::report_paper::{Sheet, head};
use crate::app::store::Clock as _;
use crate::domain::initiative::{ExpectationPart, Initiative, Listed};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{RESOURCES, part_address};
use crate::ui::words::{self, titles};

/// How many letters of a title, of a text and of a line of a list fit.
const TITLE: usize = 120;
const TEXT: usize = 700;
const LINE: usize = 170;

/// The page.
pub fn purpose(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| look(store, rec));
    shown(found, move |found: Found| match found {
        Some((initiative, plan, [measured, _])) => {
            let mut known = codes_in_use(plan.as_ref(), &measured);
            known.extend(initiative.pupils());
            page(app, rec, initiative, known)
        }
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, initiative: Initiative, known: Vec<String>) -> View {
    let edit = |address: String, label| {
        LinkButton::new(address, label).kind(ButtonKind::Quiet).icon(IconName::Edit)
    };
    let more = el("div")
        .class("row no-print")
        .child(edit(format!("/indsatser/{rec}/ret"), say!(app, initiative.edit)))
        .child(edit(part_address(rec, RESOURCES), say!(app, ground.edit)));
    let named = initiative.clone();
    sheet_page(
        app,
        (format!("/indsatser/{rec}"), say!(app, prep.back)),
        (say!(app, purpose.title), say!(app, purpose.intro)),
        (named, known),
        Box::new(move |on| sheet(on, &initiative)),
        more.view(),
    )
}

/// The sheet. What nobody has written is left out, but the purpose itself.
fn sheet(on: &mut Sheet, it: &Initiative) -> El {
    let app = on.app;
    let title = on.fit(&titles::initiative(app, it), TITLE);
    let day = format::day(app.lang(), BrowserClock.today());
    let purpose = on.fit(&it.purpose(), TEXT);
    let purpose = if purpose.is_empty() { now!(app, closing.no_purpose) } else { purpose };
    let mut all = vec![(now!(app, report.purpose), vec![purpose])];
    for (title, text) in [
        (now!(app, start.challenge_short), it.challenge()),
        (now!(app, start.changes_short), it.changes()),
    ] {
        all.push((title, vec![on.fit(&text, TEXT)]));
    }
    let expected = on.first(it.worded_expectations(), |on, id| {
        let text = on.fit(&it.expectation(&id, ExpectationPart::Text), LINE);
        let seen = on.fit(&it.expectation(&id, ExpectationPart::Seen), LINE);
        let seen = (!seen.is_empty()).then(|| now!(app, report.reached_when, seen = seen));
        [Some(format!("– {text}")), seen].into_iter().flatten().collect::<Vec<_>>().join("\n")
    });
    all.push((now!(app, expect.tab), expected));
    all.push((now!(app, ground.stand), vec![on.fit(&it.stand(), TEXT)]));
    all.push((now!(app, purpose.ask), to_ask(on, it)));
    let mut parts = Vec::new();
    for (title, mut lines) in all {
        lines.retain(|line| !line.is_empty());
        if !lines.is_empty() {
            parts.push(on.part(title, lines));
        }
    }
    let made = el("p").class("soft small").child(now!(app, purpose.made, day = day));
    let head = head(on, it);
    el("article")
        .class(on.class())
        .attr("aria-labelledby", "report")
        .child(el("h2").id("report").child(title))
        .child(made)
        .child(head)
        .child(el("div").class("report-parts").child(parts))
}

/// The team by initials, and who can help from outside.
fn to_ask(on: &mut Sheet, it: &Initiative) -> Vec<String> {
    let app = on.app;
    let team = on.fit(&words::team(app, it).get_untracked(), LINE);
    let outside = on.first(it.named(Listed::Resource), |on, (id, name)| {
        let (name, helps) = (on.fit(&name, LINE), on.fit(&it.helps_with(&id), LINE));
        if helps.is_empty() { name } else { format!("{name}: {helps}") }
    });
    [team].into_iter().chain(outside).collect()
}
