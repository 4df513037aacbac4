//! The three phases on an initiative's own page: what is done in each, what is next, what is late, and
//! the doors to its rooms.

use leptos::prelude::Get as _;

use super::preparation;
use crate::app::initiative::Counts;
use crate::app::initiative::goals::GoalLook;
use crate::app::initiative::phases::{PhaseLook, Point, phases};
use crate::domain::initiative::phase_content::phase_content;
use crate::ledger::RecordId;
use crate::ui::kit::phase_mark;
use crate::ui::kit::prelude::*;
use crate::ui::plan::plan_page;
use crate::ui::words::{Of, detail, done_words, step};

/// The three phases; `doors` are the ways from each of them to its rooms, besides the plan and the goals.
pub fn phases_part(of: Of, doors: [Vec<ListRow>; 3]) -> El {
    let Of { app, rec, plan, agreed, measured, surveyed, today, editable } = of;
    let goals = GoalLook::all(plan, measured, surveyed, today);
    let counts = Counts::of(phase_content(), plan, &goals, agreed, measured, today);
    let [one, two, three] = phases(&counts, today);
    let current = plan.initiative.phase_on(today);
    let frame = |number: u8, title: View, look: PhaseLook, doors: Vec<ListRow>| {
        phase(of, &goals, (number, current == Some(number)), title, &look, doors)
    };
    let preparing = preparation::title(app, &plan.initiative);
    let preparing = match editable {
        true => link(format!("/indsatser/{rec}/forberedelse")).child(preparing).view(),
        false => preparing.view(),
    };
    let second = say!(app, phases.phase, n = 2, name = now!(app, phases.second)).view();
    let third = say!(app, phases.phase, n = 3, name = now!(app, phases.third)).view();
    let [to_first, to_second, to_third] = doors;
    let mut rooms = vec![plan_page::door(app, rec, plan), goals_door(app, rec, &goals)];
    rooms.extend(to_second);
    el("div")
        .class("phases stack")
        .child(frame(1, preparing, one, to_first))
        .child(frame(2, second, two, rooms))
        .child(frame(3, third, three, to_third))
}

/// The goals: how many are reached.
fn goals_door(app: App, rec: RecordId, goals: &[GoalLook]) -> ListRow {
    let reached = goals.iter().filter(|it| it.progress.is_reached()).count();
    let detail = match goals.len() {
        0 => say!(app, phases.no_goals),
        of => say!(app, phases.goals_of, n = reached, of = of),
    };
    ListRow::new(say!(app, goals.title))
        .detail(detail)
        .href(format!("/indsatser/{rec}/delmaal"))
        .lead(icon(IconName::Check))
}

fn phase(
    of: Of,
    goals: &[GoalLook],
    (number, is_current): (u8, bool),
    title: View,
    look: &PhaseLook,
    doors: Vec<ListRow>,
) -> El {
    let app = of.app;
    let id = format!("phase-{number}");
    let row = |point: &Point, late: bool| {
        let (said, href) = step(of, goals, point);
        let (detail, trail) = detail(app, point, late);
        ListRow::new(said).detail(detail).href(of.editable.then_some(href)).trail(trail)
    };
    let rows = |points: &[Point], late: bool| -> Vec<ListRow> {
        points.iter().map(|point| row(point, late)).collect()
    };
    let late = (!look.late.is_empty())
        .then(|| list_named(say!(app, phases.late, n = number), rows(&look.late, true)));
    let next = (!look.next.is_empty()).then(|| {
        // Screen readers hear it as the list's name.
        let head = el("p").class("phase-next soft small").attr("aria-hidden", "true");
        let list = list_named(say!(app, phases.next, n = number), rows(&look.next, false));
        el("div").child(head.child(say!(app, prep.next))).child(list)
    });
    let nothing = (look.late.is_empty() && look.next.is_empty())
        .then(|| soft(say!(app, phases.nothing_next)));
    // The title of the first phase says how far its tasks are.
    let counted: Vec<Point> =
        look.done.iter().filter(|it| !matches!(it, Point::Tasks(..))).cloned().collect();
    let done = (!counted.is_empty()).then(|| {
        let done = words(move || {
            counted.iter().map(|it| done_words(app, it)).collect::<Vec<_>>().join(" · ")
        });
        el("p").child(say!(app, phases.done, what = done.get()))
    });
    let none = (done.is_none() && number > 1).then(|| soft(say!(app, phases.nothing_done)));
    let doors = (!doors.is_empty()).then(|| list(doors));
    let here = is_current.then(|| badge(BadgeKind::Plain, say!(app, phases.now)));
    el("section")
        .class("card phase-card")
        .attr("aria-labelledby", id.clone())
        .child(
            el("div")
                .class("card-head")
                .child(phase_mark(number, "", true))
                .child(el("h2").class("card-title").id(id).child(title))
                .child(here),
        )
        .child(done)
        .child(none)
        .child(late)
        .child(next)
        .child(nothing)
        .child(doors)
}
