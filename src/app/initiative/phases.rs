//! The three phases of an initiative on its own page: what is done in each, at most three things to do
//! next, and what is late. Told from counts, and by name where something waits.

use chrono::NaiveDate;

use self::counts::{AgreementCount, MeasurementCount};
use crate::domain::agreement::Stage;
use crate::domain::initiative::Step;
use crate::ledger::RecordId;

mod counts;

pub use counts::Counts;

/// How many things to do next are shown in a phase.
const STEPS: usize = 3;

/// So many days before a goal is to be looked at, that is something to do next.
const SOON: i64 = 14;

/// One thing to say of a phase: what is done, or what there is to do and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// Tasks of the preparation that are done, and how many there are.
    Tasks(usize, usize),
    /// Lessons that took place, and how many were to.
    Lessons(u32, u32),
    /// Meetings that were held.
    Meetings(usize),
    /// Observations that were made.
    Observations(usize),
    /// Feedback talks that were held.
    Talks(usize),
    /// Talks with pupils that were held.
    PupilTalks(usize),
    /// Goals that are reached, and how many there are.
    Goals(usize, usize),
    /// Measurements with answers at the start.
    StartMeasured(usize),
    /// Measurements with answers at the end.
    EndMeasured(usize),
    /// Rounds in which the collaboration was evaluated.
    Evaluated(usize),
    /// Working questions that are answered, and how many there are.
    Answers(usize, usize),
    /// A step of the preparation.
    Prepare(Step),
    /// Nothing stands in the plan.
    MakePlan,
    /// There are no goals.
    SetGoals,
    /// Of a goal nothing tells how far it is.
    Count(String),
    /// A goal is to be looked at on this day.
    LookAt(String, NaiveDate),
    /// A goal was to be reached.
    Reach(String),
    /// Nothing is measured.
    Measure,
    /// A measurement waits for its answers at the start.
    MeasureStart(RecordId),
    /// A measurement waits for its answers at the end.
    MeasureEnd(RecordId),
    /// No observation is agreed on.
    AgreeOn,
    /// An agreement is not whole, or waits for somebody's yes.
    Settle(RecordId),
    /// The day of an agreed observation has passed.
    Observe(RecordId),
    /// The talk after an observation waits.
    Talk(RecordId),
    /// What was tried is to be looked at again.
    FollowUp(RecordId),
    /// The notes of an observation were to be gone.
    Erase(RecordId),
    /// So many lessons are over of which nobody has said anything.
    SayLessons(usize),
    /// So many meetings are over of which nobody has said anything.
    SayMeetings(usize),
    /// No meeting is planned in which experience is shared.
    ShareExperience,
    /// Nobody has evaluated the collaboration.
    Evaluate,
    /// An evaluation of the collaboration has a round that waits for its answers.
    CloseEvaluation(RecordId),
}

/// What is said of a phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhaseLook {
    /// What is done.
    pub done: Vec<Point>,
    /// At most three things to do next.
    pub next: Vec<Point>,
    /// What is late.
    pub late: Vec<Point>,
}

/// The three phases as they stand on a day.
pub fn phases(counts: &Counts, today: NaiveDate) -> [PhaseLook; 3] {
    [first(counts), second(counts, today), third(counts, today)]
}

fn first(it: &Counts) -> PhaseLook {
    let (done, of) = it.tasks;
    let steps = |late: bool| {
        let steps = it.steps.iter().filter(move |step| step.late == late);
        steps.cloned().map(Point::Prepare)
    };
    PhaseLook {
        done: if done > 0 { vec![Point::Tasks(done, of)] } else { Vec::new() },
        next: steps(false).take(STEPS).collect(),
        late: steps(true).collect(),
    }
}

fn second(it: &Counts, today: NaiveDate) -> PhaseLook {
    let (held, of) = it.lessons;
    let talks = it.agreements.iter().filter(|it| it.stage >= Stage::Talked).count();
    let reached = it.goals.iter().filter(|goal| goal.reached).count();
    let started = it.measurements.iter().filter(|it| it.answered[0] > 0).count();
    let done = [
        (of > 0).then_some(Point::Lessons(held, of)),
        (it.meetings > 0).then_some(Point::Meetings(it.meetings)),
        (it.observations > 0).then_some(Point::Observations(it.observations)),
        (talks > 0).then_some(Point::Talks(talks)),
        (it.pupil_talks > 0).then_some(Point::PupilTalks(it.pupil_talks)),
        (!it.goals.is_empty()).then_some(Point::Goals(reached, it.goals.len())),
        (started > 0).then_some(Point::StartMeasured(started)),
    ];
    let (mut next, mut late) = (Vec::new(), Vec::new());
    if it.unsaid_lessons > 0 {
        late.push(Point::SayLessons(it.unsaid_lessons));
    }
    if it.unsaid_meetings > 0 {
        late.push(Point::SayMeetings(it.unsaid_meetings));
    }
    if it.planned == 0 {
        next.push(Point::MakePlan);
    }
    if it.goals.is_empty() {
        next.push(Point::SetGoals);
    }
    for agreement in &it.agreements {
        let (due, is_late) = waits(agreement, today);
        match due {
            Some(point) if is_late => late.push(point),
            Some(point) => next.push(point),
            None => {}
        }
        if agreement.erase {
            late.push(Point::Erase(agreement.rec));
        }
    }
    for goal in &it.goals {
        if goal.late {
            late.push(Point::Reach(goal.id.clone()));
        } else if !goal.counted {
            next.push(Point::Count(goal.id.clone()));
        } else if let Some(day) = goal.look
            && !goal.reached
            && (0..=SOON).contains(&day.signed_duration_since(today).num_days())
        {
            next.push(Point::LookAt(goal.id.clone(), day));
        }
    }
    if it.agreements.is_empty() {
        next.push(Point::AgreeOn);
    }
    match it.measurements.first() {
        None => next.push(Point::Measure),
        Some(_) => {
            for measurement in &it.measurements {
                wave(measurement, 0, today, &mut next, &mut late);
            }
        }
    }
    next.truncate(STEPS);
    PhaseLook { done: done.into_iter().flatten().collect(), next, late }
}

fn third(it: &Counts, today: NaiveDate) -> PhaseLook {
    let ended = it.measurements.iter().filter(|it| it.answered[1] > 0).count();
    let (answered, of) = it.answers;
    let evaluated = it.evaluations.iter().map(|it| it.closed).sum();
    let done = [
        (ended > 0).then_some(Point::EndMeasured(ended)),
        (evaluated > 0).then_some(Point::Evaluated(evaluated)),
        (answered > 0).then_some(Point::Answers(answered, of)),
    ];
    let (mut next, mut late) = (Vec::new(), Vec::new());
    for measurement in it.measurements.iter().filter(|it| it.answered[0] > 0) {
        wave(measurement, 1, today, &mut next, &mut late);
    }
    if !it.shares_experience {
        next.push(Point::ShareExperience);
    }
    for evaluation in &it.evaluations {
        match evaluation.waits {
            Some(Some(day)) if day < today => late.push(Point::CloseEvaluation(evaluation.rec)),
            Some(_) => next.push(Point::CloseEvaluation(evaluation.rec)),
            None => {}
        }
    }
    if it.evaluations.is_empty() {
        next.push(Point::Evaluate);
    }
    next.truncate(STEPS);
    PhaseLook { done: done.into_iter().flatten().collect(), next, late }
}

/// What an agreement waits for, and whether that is late.
fn waits(it: &AgreementCount, today: NaiveDate) -> (Option<Point>, bool) {
    let passed = |day: Option<NaiveDate>| day.is_some_and(|day| day < today);
    match it.stage {
        Stage::FollowedUp => (None, false),
        _ if it.follow_up => (Some(Point::FollowUp(it.rec)), true),
        Stage::Talked => (None, false),
        Stage::Observed => (Some(Point::Talk(it.rec)), passed(it.talk_day)),
        _ if passed(it.day) => (Some(Point::Observe(it.rec)), true),
        Stage::Draft | Stage::Ready => (Some(Point::Settle(it.rec)), false),
        Stage::Agreed => (None, false),
    }
}

/// The start (0) or the end (1) of a measurement that nobody has answered: to come, or late.
fn wave(
    it: &MeasurementCount,
    which: usize,
    today: NaiveDate,
    next: &mut Vec<Point>,
    late: &mut Vec<Point>,
) {
    let [started, ended] = it.answered;
    let (answered, point) = match which {
        // Where the end is answered a start that is missing cannot be made up for.
        0 => (started > 0 || ended > 0, Point::MeasureStart(it.rec)),
        _ => (ended > 0, Point::MeasureEnd(it.rec)),
    };
    if answered {
        return;
    }
    match it.days.get(which).copied().flatten() {
        Some(day) if day < today => late.push(point),
        _ => next.push(point),
    }
}

#[cfg(test)]
mod tests {
    use super::counts::{EvaluationCount, GoalCount};
    use super::*;
    use crate::domain::initiative::StepKind;

    const TODAY: &str = "2026-11-25";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rec(n: u8) -> RecordId {
        RecordId::new(n.into(), [n; 10])
    }

    fn looks(counts: &Counts) -> [PhaseLook; 3] {
        phases(counts, day(TODAY))
    }

    fn step(task: &str, late: bool) -> Step {
        Step { kind: StepKind::Task(task.into()), by: None, late }
    }

    fn agreement(n: u8, stage: Stage, days: [&str; 2]) -> AgreementCount {
        let [day, talk_day] = days.map(|day| day.parse().ok());
        AgreementCount { rec: rec(n), stage, day, talk_day, follow_up: false, erase: false }
    }

    fn measurement(n: u8, answered: [usize; 2], days: [&str; 2]) -> MeasurementCount {
        MeasurementCount { rec: rec(n), answered, days: days.map(|day| day.parse().ok()) }
    }

    #[test]
    fn an_empty_initiative_has_a_way_to_begin_in_every_phase() {
        let [one, two, three] =
            looks(&Counts { steps: vec![step("a", false)], ..Counts::default() });
        assert_eq!(one.next, [Point::Prepare(step("a", false))]);
        assert_eq!(two.next, [Point::MakePlan, Point::SetGoals, Point::AgreeOn]);
        assert_eq!(three.next, [Point::ShareExperience, Point::Evaluate]);
        for look in [one, two, three] {
            assert!(look.done.is_empty() && look.late.is_empty());
        }
    }

    #[test]
    fn what_is_late_in_the_preparation_is_not_next() {
        let steps = vec![step("a", true), step("b", false), step("c", false)];
        let [one, ..] = looks(&Counts { tasks: (2, 9), steps, ..Counts::default() });
        assert_eq!(one.done, [Point::Tasks(2, 9)]);
        assert_eq!(one.late, [Point::Prepare(step("a", true))]);
        assert_eq!(one.next.len(), 2);
    }

    #[test]
    fn what_is_done_in_the_second_phase_is_counted() {
        let goal = |id: &str, reached| GoalCount {
            id: id.into(),
            reached,
            counted: true,
            ..GoalCount::default()
        };
        let counts = Counts {
            planned: 20,
            lessons: (5, 6),
            meetings: 3,
            observations: 4,
            goals: vec![goal("a", true), goal("b", false)],
            agreements: vec![agreement(1, Stage::Talked, ["2026-11-10", "2026-11-11"])],
            measurements: vec![measurement(2, [12, 0], ["2026-09-01", "2026-12-10"])],
            ..Counts::default()
        };
        let [_, two, three] = looks(&counts);
        assert_eq!(
            two.done,
            [
                Point::Lessons(5, 6),
                Point::Meetings(3),
                Point::Observations(4),
                Point::Talks(1),
                Point::Goals(1, 2),
                Point::StartMeasured(1),
            ]
        );
        assert!(two.next.is_empty() && two.late.is_empty(), "{two:?}");
        let next = [Point::MeasureEnd(rec(2)), Point::ShareExperience, Point::Evaluate];
        assert_eq!(three.next, next);
    }

    #[test]
    fn an_agreement_waits_for_one_thing_at_a_time() {
        let waits = |stage, days| {
            let counts = Counts {
                planned: 1,
                goals: vec![GoalCount { counted: true, ..GoalCount::default() }],
                agreements: vec![agreement(1, stage, days)],
                measurements: vec![measurement(2, [3, 0], ["", ""])],
                ..Counts::default()
            };
            let [_, two, _] = looks(&counts);
            (two.next, two.late)
        };
        let (next, late) = (|point| (vec![point], vec![]), |point| (vec![], vec![point]));
        let (ahead, past) = (["2026-11-25", "2026-11-26"], ["2026-11-23", "2026-11-24"]);
        assert_eq!(waits(Stage::Draft, ahead), next(Point::Settle(rec(1))));
        assert_eq!(waits(Stage::Ready, ahead), next(Point::Settle(rec(1))));
        assert_eq!(waits(Stage::Agreed, ahead), (vec![], vec![]));
        assert_eq!(waits(Stage::Agreed, past), late(Point::Observe(rec(1))));
        assert_eq!(waits(Stage::Observed, ahead), next(Point::Talk(rec(1))));
        assert_eq!(waits(Stage::Observed, past), late(Point::Talk(rec(1))));
        assert_eq!(waits(Stage::Talked, past), (vec![], vec![]));
        let counts = Counts {
            agreements: vec![AgreementCount {
                follow_up: true,
                erase: true,
                ..agreement(1, Stage::Talked, past)
            }],
            ..Counts::default()
        };
        assert_eq!(looks(&counts)[1].late, [Point::FollowUp(rec(1)), Point::Erase(rec(1))]);
    }

    #[test]
    fn goals_are_late_uncounted_or_soon_to_be_looked_at() {
        let goal = |id: &str, late, counted, look: &str| GoalCount {
            id: id.into(),
            reached: false,
            late,
            counted,
            look: look.parse().ok(),
        };
        let counts = Counts {
            planned: 1,
            unsaid_lessons: 2,
            unsaid_meetings: 1,
            goals: vec![
                goal("late", true, false, ""),
                goal("open", false, false, ""),
                goal("soon", false, true, "2026-12-09"),
                goal("later", false, true, "2026-12-10"),
                goal("passed", false, true, "2026-11-24"),
            ],
            agreements: vec![agreement(1, Stage::FollowedUp, ["", ""])],
            measurements: vec![measurement(2, [0, 0], ["2026-11-24", ""])],
            ..Counts::default()
        };
        let [_, two, three] = looks(&counts);
        let expected =
            [Point::Count("open".into()), Point::LookAt("soon".into(), day("2026-12-09"))];
        assert_eq!(two.next, expected);
        assert_eq!(
            two.late,
            [
                Point::SayLessons(2),
                Point::SayMeetings(1),
                Point::Reach("late".into()),
                Point::MeasureStart(rec(2)),
            ]
        );
        let next = [Point::ShareExperience, Point::Evaluate];
        assert_eq!(three.next, next, "nothing to compare the end with");
    }

    #[test]
    fn an_end_that_nobody_has_answered_is_late_in_the_third_phase() {
        let counts = Counts {
            shares_experience: true,
            answers: (1, 4),
            evaluations: vec![EvaluationCount { rec: rec(3), closed: 2, waits: None }],
            measurements: vec![
                measurement(1, [9, 0], ["", "2026-11-24"]),
                measurement(2, [9, 8], ["", "2026-11-24"]),
            ],
            ..Counts::default()
        };
        let [_, _, three] = looks(&counts);
        assert_eq!(three.done, [Point::EndMeasured(1), Point::Evaluated(2), Point::Answers(1, 4)]);
        assert_eq!((three.next, three.late), (vec![], vec![Point::MeasureEnd(rec(1))]));
    }

    #[test]
    fn a_round_of_an_evaluation_waits_until_its_day_and_is_late_then() {
        let waits = |day: &str| {
            let waits = Some(day.parse().ok());
            let counts = Counts {
                shares_experience: true,
                evaluations: vec![EvaluationCount { rec: rec(1), closed: 0, waits }],
                ..Counts::default()
            };
            let [_, _, three] = looks(&counts);
            (three.next, three.late)
        };
        let point = || vec![Point::CloseEvaluation(rec(1))];
        assert_eq!(waits("2026-11-25"), (point(), vec![]));
        assert_eq!(waits(""), (point(), vec![]));
        assert_eq!(waits("2026-11-24"), (vec![], point()));
    }
}
