//! Everything that was said in the guided start, seen together, with the way back to each question.

use super::steps;
use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{STEPS, address};
use crate::ui::words::initiative_words::kind_name;

/// The answers, step by step.
pub(super) fn summary(app: App, form: Form<Initiative>, rec: RecordId) -> View {
    let steps = (1..=STEPS).map(|step| part(app, form, rec, step)).collect::<Vec<_>>();
    (soft(say!(app, start.summary_text)), steps).view()
}

fn part(app: App, form: Form<Initiative>, rec: RecordId, step: u64) -> El {
    let title = words(move || steps::title(app, step));
    let lines = move || form.with(|it| said(app, it, step));
    let answer = move || {
        let lines = lines();
        if lines.is_empty() {
            return soft(say!(app, start.unsaid)).view();
        }
        lines.into_iter().map(|it| el("p").class("as-written").child(it)).collect::<Vec<_>>().view()
    };
    let change = LinkButton::new(address(rec, step), say!(app, start.change))
        .about(title)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Edit);
    el("section")
        .class("card stack-tight stack")
        .attr("aria-label", title)
        .child(el("div").class("row row-between").child(el("h3").child(title)).child(change))
        .child(answer)
}

/// What was said at a step, line by line.
fn said(app: App, it: &Initiative, step: u64) -> Vec<String> {
    let mut lines = match step {
        1 => {
            let what = [it.class(), it.subject()];
            let what = what.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
            let what = what.collect::<Vec<_>>().join(" · ");
            vec![it.title(), kind_name(app, it).get(), what]
        }
        2 => vec![it.challenge(), it.purpose()],
        3 => vec![it.changes()],
        4 => {
            let part = |id: &str, part| it.expectation(id, part).trim().to_owned();
            let ids = it.expectations().into_iter();
            let both =
                ids.map(|id| (part(&id, ExpectationPart::Text), part(&id, ExpectationPart::Seen)));
            both.map(|(text, seen)| match (text.is_empty(), seen.is_empty()) {
                (_, true) => text,
                (true, false) => now!(app, start.seen_by, seen = seen),
                (false, false) => format!("{text}\n{}", now!(app, start.seen_by, seen = seen)),
            })
            .collect()
        }
        5 => {
            let team = it.team().into_iter().map(|(_, member)| member.initials.trim().to_owned());
            let team: Vec<String> = team.filter(|it| !it.is_empty()).collect();
            let day = |day| format::day(app.lang(), day);
            let period = match (it.from(), it.to()) {
                (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
                (Some(from), None) => now!(app, initiative.since, day = day(from)),
                (None, Some(to)) => now!(app, initiative.until, day = day(to)),
                (None, None) => String::new(),
            };
            vec![team.join(", "), period]
        }
        _ => vec![it.pupils().join(", ")],
    };
    lines.retain(|line| !line.trim().is_empty());
    lines
}
