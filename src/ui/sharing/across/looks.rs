//! How each initiative stands, side by side in the order of their names: never as a ranking.

use crate::app::initiative::phases::Point;
use crate::app::sharing::AcrossLook;
use crate::domain::text::fold::fold;
use crate::ledger::in_order;
use crate::ui::kit::phase_mark;
use crate::ui::kit::prelude::*;
use crate::ui::sharing::looked_at::{AcrossPage, name};
use crate::ui::words::{decided, done_words, period};

/// The panel.
pub(super) fn looks(app: App, seen: &AcrossPage) -> View {
    if seen.looks.is_empty() {
        let (title, text) = (say!(app, initiatives.empty_title), say!(app, initiatives.empty_text));
        return EmptyState::new(IconName::Initiatives, title, text).view();
    }
    let looks = seen.looks.iter().map(|look| (fold(&look.plan.initiative.title()), look));
    let looks = in_order(looks.collect(), |a: &(String, &AcrossLook), b| a.0.cmp(&b.0));
    let cards: Vec<CardLink> = looks.into_iter().map(|(_, look)| card(app, seen, look)).collect();
    el("div")
        .class("stack")
        .child(soft(say!(app, across.looks_text)))
        .child(el("div").class("grid").child(cards))
        .view()
}

fn card(app: App, seen: &AcrossPage, look: &AcrossLook) -> CardLink {
    let it = &look.plan.initiative;
    let (named, agreements) = (it.clone(), look.agreements);
    let phase = it.phase_on(seen.today).unwrap_or(1);
    let reached = look.goals.iter().filter(|goal| goal.progress.is_reached()).count();
    let (held, of) = look.counts.lessons;
    let (meetings, goals) = (look.counts.meetings, look.goals.len());
    let points = [
        (of > 0).then_some(Point::Lessons(held, of)),
        (meetings > 0).then_some(Point::Meetings(meetings)),
        (goals > 0).then_some(Point::Goals(reached, goals)),
    ];
    let counted = words(move || {
        let points = points.iter().flatten().map(|it| done_words(app, it));
        let agreements = (agreements > 0).then(|| now!(app, across.agreements, n = agreements));
        let said = points.chain(agreements).collect::<Vec<_>>().join(" · ");
        if said.is_empty() { now!(app, phases.nothing_done) } else { said }
    });
    let mark = match phase {
        1 => say!(app, guide.phase_1),
        2 => say!(app, guide.phase_2),
        _ => say!(app, guide.phase_3),
    };
    CardLink::new(format!("/indsatser/{}", look.rec), words(move || name(app, &named)))
        .lead(phase_mark(phase, "", true))
        .child(el("p").class("soft").child(period(app, it)))
        .child(el("p").child(mark))
        .child(el("p").child(counted))
        .child(el("p").child(decided(app, it)))
}
