//! The three phases on an initiative's own page: what is done in each, what is next, what is late, and
//! the doors to its rooms.

use chrono::NaiveDate;
use leptos::prelude::Get as _;

use super::agreement_words::who_whom;
use super::{goals, plan, preparation};
use crate::app::agreement::Agreed;
use crate::app::initiative::Counts;
use crate::app::initiative::goals::GoalLook;
use crate::app::initiative::phases::{PhaseLook, Point, phases};
use crate::app::plan::{InitiativePlan, Standing};
use crate::domain::initiative::GoalWords;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::measurement::Measurement;
use crate::domain::record::Record as _;
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::components::{
    BadgeKind, IconName, ListRow, badge, icon, link, list_named, phase_mark,
};
use crate::ui::dom::{Content as _, El, View, Words, el, words};
use crate::ui::state::App;
use crate::ui::texts::{now, say};
use crate::ui::titles;

/// What the phases are told from.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub app: App,
    pub rec: RecordId,
    pub plan: &'a InitiativePlan,
    pub agreed: &'a [Agreed],
    pub measured: &'a [Standing],
    pub surveyed: &'a [Standing],
    pub today: NaiveDate,
    /// Whether what is next can be done here: what only a newer version can write in leads to no form.
    pub editable: bool,
}

/// The three phases; `doors` are the ways from each of them to its rooms, besides the plan and the goals.
pub(super) fn phases_part(of: Of, doors: [Vec<ListRow>; 3]) -> El {
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
    let mut rooms = vec![plan::door(app, rec, plan), goals_door(app, rec, &goals)];
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
        .then(|| el("p").class("soft").child(say!(app, phases.nothing_next)));
    // The title of the first phase says how far its tasks are.
    let counted: Vec<Point> =
        look.done.iter().filter(|it| !matches!(it, Point::Tasks(..))).cloned().collect();
    let done = (!counted.is_empty()).then(|| {
        let done = words(move || {
            counted.iter().map(|it| done_words(app, it)).collect::<Vec<_>>().join(" · ")
        });
        el("p").child(say!(app, phases.done, what = done.get()))
    });
    let none = (done.is_none() && number > 1)
        .then(|| el("p").class("soft").child(say!(app, phases.nothing_done)));
    let doors = (!doors.is_empty()).then(|| crate::ui::components::list(doors));
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

/// What is done, as one part of a line.
pub(super) fn done_words(app: App, point: &Point) -> String {
    match *point {
        Point::Lessons(held, of) => now!(app, phases.lessons, held = held, of = of),
        Point::Meetings(n) => now!(app, phases.meetings, n = n),
        Point::Observations(n) => now!(app, phases.observations, n = n),
        Point::Talks(n) => now!(app, phases.talks, n = n),
        Point::PupilTalks(n) => now!(app, phases.pupil_talks, n = n),
        Point::Goals(n, of) => now!(app, phases.goals, n = n, of = of),
        Point::StartMeasured(n) => now!(app, phases.start_measured, n = n),
        Point::EndMeasured(n) => now!(app, phases.end_measured, n = n),
        Point::Evaluated(n) => now!(app, phases.evaluated, n = n),
        Point::Answers(n, of) => now!(app, phases.answers, n = n, of = of),
        _ => String::new(),
    }
}

/// Who does it and by when, and that it is late.
fn detail(app: App, point: &Point, late: bool) -> (Words, Option<El>) {
    let by = match point {
        Point::Prepare(step) => step.by,
        _ => None,
    };
    let detail =
        words(move || by.map(|by| preparation::day_words(app, by, late)).unwrap_or_default());
    (detail, late.then(|| badge(BadgeKind::Late, say!(app, prep.late))))
}

/// What there is to do, and where.
pub(super) fn step(of: Of, goals: &[GoalLook], point: &Point) -> (Words, String) {
    let Of { app, rec, .. } = of;
    let room = |room: &str| format!("/indsatser/{rec}/{room}");
    let goal = |id: &str| {
        let found = goals.iter().find(|look| look.goal.id == id);
        let text = found.map(|look| look.goal.words(GoalWords::Text)).unwrap_or_default();
        (words(move || goals::name(app, &text)), room(&format!("delmaal/{id}")))
    };
    let agreement = |rec: RecordId| {
        let found = of.agreed.iter().find(|it| it.summary.rec == rec);
        let agreement = found.map(Agreed::agreement).unwrap_or_default();
        (words(move || who_whom(app, &agreement)), format!("/aftaler/{rec}"))
    };
    let measurement = |rec: RecordId, wave: &str| {
        let found = of.measured.iter().find(|(known, _)| *known == rec);
        let it = found.map(|(_, fields)| Measurement::read(fields)).unwrap_or_default();
        let what = words(move || titles::measurement(app, &it));
        (what, format!("/maalinger/{rec}/svar/{wave}"))
    };
    match point {
        Point::Prepare(step) => {
            let (kind, initiative) = (step.kind.clone(), of.plan.initiative.clone());
            let title = words(move || preparation::step_title(app, &kind, &initiative));
            (title, room("forberedelse"))
        }
        Point::MakePlan => (say!(app, phases.make_plan), room("plan")),
        Point::SetGoals => (say!(app, phases.set_goals), room("delmaal")),
        Point::Count(id) => {
            let (goal, href) = goal(id);
            (say!(app, phases.count, goal = goal.get()), href)
        }
        Point::LookAt(id, day) => {
            let ((goal, href), day) = (goal(id), *day);
            let day = words(move || format::day(app.lang(), day));
            (say!(app, phases.look_at, day = day.get(), goal = goal.get()), href)
        }
        Point::Reach(id) => {
            let (goal, href) = goal(id);
            (say!(app, phases.reach, goal = goal.get()), href)
        }
        Point::Measure => (say!(app, phases.measure), format!("/maalinger/ny?indsats={rec}")),
        Point::MeasureStart(rec) => {
            let (what, href) = measurement(*rec, crate::domain::measurement::START);
            (say!(app, phases.measure_start, what = what.get()), href)
        }
        Point::MeasureEnd(rec) => {
            let (what, href) = measurement(*rec, crate::domain::measurement::END);
            (say!(app, phases.measure_end, what = what.get()), href)
        }
        Point::AgreeOn => (say!(app, phases.agree_on), format!("/aftaler/ny?indsats={rec}")),
        Point::Settle(rec) => {
            let (who, href) = agreement(*rec);
            (say!(app, phases.settle, who = who.get()), href)
        }
        Point::Observe(rec) => {
            let (who, href) = agreement(*rec);
            (say!(app, phases.observe, who = who.get()), href)
        }
        Point::Talk(rec) => {
            let (who, href) = agreement(*rec);
            (say!(app, phases.talk, who = who.get()), href)
        }
        Point::FollowUp(rec) => {
            let (who, href) = agreement(*rec);
            (say!(app, phases.follow_up, who = who.get()), href)
        }
        Point::Erase(rec) => {
            let (who, href) = agreement(*rec);
            (say!(app, phases.erase, who = who.get()), href)
        }
        Point::SayLessons(n) => {
            let n = *n;
            (say!(app, phases.say_lessons, n = n), room("lektioner"))
        }
        Point::SayMeetings(n) => {
            let n = *n;
            (say!(app, phases.say_meetings, n = n), room("plan"))
        }
        Point::ShareExperience => {
            (say!(app, phases.share_experience), format!("/moeder/ny?indsats={rec}"))
        }
        Point::Evaluate => (say!(app, phases.evaluate), format!("/samarbejde/ny?indsats={rec}")),
        Point::CloseEvaluation(rec) => {
            (say!(app, phases.close_evaluation), format!("/samarbejde/{rec}"))
        }
        done => {
            let done = done.clone();
            (words(move || done_words(app, &done)), room(""))
        }
    }
}
