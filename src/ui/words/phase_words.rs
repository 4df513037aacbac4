//! What is done and what is next in a phase, in words.

use chrono::NaiveDate;
use leptos::prelude::Get as _;

use super::agreement_words::who_whom;
use super::step_words::{day_words, step_title};
use super::{goal_words, titles};
use crate::app::agreement::Agreed;
use crate::app::initiative::goals::GoalLook;
use crate::app::initiative::phases::Point;
use crate::app::plan::InitiativePlan;
use crate::app::store::Standing;
use crate::domain::initiative::GoalWords;
use crate::domain::measurement::{END, Measurement, START};
use crate::domain::record::Record as _;
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::dom::{El, Words, words};
use crate::ui::kit::{BadgeKind, badge};
use crate::ui::shell::{App, now, say};

/// What the phases are told from.
#[derive(Clone, Copy)]
pub struct Of<'a> {
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

/// What is done, as one part of a line.
pub fn done_words(app: App, point: &Point) -> String {
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
pub fn detail(app: App, point: &Point, late: bool) -> (Words, Option<El>) {
    let by = match point {
        Point::Prepare(step) => step.by,
        _ => None,
    };
    let detail = words(move || by.map(|by| day_words(app, by, late)).unwrap_or_default());
    (detail, late.then(|| badge(BadgeKind::Late, say!(app, prep.late))))
}

/// What there is to do, and where.
pub fn step(of: Of, goals: &[GoalLook], point: &Point) -> (Words, String) {
    let Of { app, rec, .. } = of;
    let room = |room: &str| format!("/indsatser/{rec}/{room}");
    let goal = |id: &str| {
        let found = goals.iter().find(|look| look.goal.id == id);
        let text = found.map(|look| look.goal.words(GoalWords::Text)).unwrap_or_default();
        (words(move || goal_words::name(app, &text)), room(&format!("delmaal/{id}")))
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
            let title = words(move || step_title(app, &kind, &initiative));
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
            let (what, href) = measurement(*rec, START);
            (say!(app, phases.measure_start, what = what.get()), href)
        }
        Point::MeasureEnd(rec) => {
            let (what, href) = measurement(*rec, END);
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
