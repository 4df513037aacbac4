//! How far the goals of an initiative are, counted from what has been done: from the plan, and from the
//! measurements. Each figure comes with the records that it is counted from.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate};

use self::answered::answered;
use crate::analysis::cautions::Caution;
use crate::app::measurement::gauge::{Gauge, NotReady};
use crate::app::measurement::measured::Measured;
use crate::app::plan::{InitiativePlan, PlanItem};
use crate::app::store::Standing;
use crate::domain::calendar::holiday_on;
use crate::domain::initiative::{Goal, GoalDay, Indicator, Initiative};
use crate::domain::measurement::{Measurement, START};
use crate::domain::observation::is_made;
use crate::domain::plan::{Lesson, Meeting, Time};
use crate::domain::record::{Kind, Record as _};
use crate::ledger::{RecordId, in_order};

mod answered;

pub use answered::{Answered, TopTwo};

/// A month with fewer days of school than this is none that a goal is held to.
const SCHOOL_DAYS: usize = 5;

/// More months than a goal runs over.
const MOST_MONTHS: usize = 24;

/// The month of a day: year and month.
type Month = (i32, u32);

/// How far a goal is.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// Nothing tells it.
    Uncounted(Missing),
    /// So many out of so many each month.
    Monthly(Monthly),
    /// So many out of so many.
    Counted(Counted),
    /// A group has moved.
    Measured(Moved),
    /// So many pupils chose one of the two highest steps of a question.
    Answered(Answered),
    /// What the team says.
    Said(Option<bool>),
}

/// Why nothing can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is chosen that tells it.
    Indicator,
    /// It is not said how many there are to be.
    Target,
    /// No measurement is chosen.
    Measurement,
    /// The measurement that was chosen is not here or in the trash.
    Gone,
    /// No pupil survey is chosen.
    Survey,
    /// The pupil survey that was chosen is not here or in the trash.
    SurveyGone,
    /// No question of the survey is chosen.
    Question,
    /// The measurement is not set up.
    NotReady(NotReady),
}

/// So many out of so many.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// How many there are.
    pub count: u32,
    /// How many there are to be.
    pub of: u32,
    /// What is counted, in the order of its days.
    pub evidence: Vec<PlanItem>,
}

/// So many out of so many each month.
#[derive(Debug, Clone, PartialEq)]
pub struct Monthly {
    /// What there is in the month that runs, or in the goal's last.
    pub now: Counted,
    /// Whether that is the month that runs.
    pub is_running: bool,
    /// In how many of the months before there were enough.
    pub met: usize,
    /// How many months there were before, those of holidays left out.
    pub months: usize,
}

/// How a group has moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The measurement.
    pub rec: RecordId,
    /// Its values.
    pub measurement: Measurement,
    /// How many pupils have answered both times.
    pub n: usize,
    /// The mean change, where there is one.
    pub change: Option<f64>,
    /// What may be said of it.
    pub outcome: Option<Caution>,
}

/// A goal and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalLook {
    /// The goal.
    pub goal: Goal,
    /// How far it is.
    pub progress: Progress,
    /// Whether it was to be reached before today and is not.
    pub late: bool,
}

impl Counted {
    fn new(of: u32, evidence: Vec<PlanItem>) -> Self {
        let count = u32::try_from(evidence.len()).unwrap_or(u32::MAX);
        Self { count, of, evidence }
    }

    /// Whether there are enough.
    pub const fn is_reached(&self) -> bool {
        self.count >= self.of
    }
}

impl Progress {
    /// Whether the goal is reached. A month that runs speaks for itself; of a goal that is over every
    /// month has to have had enough.
    pub fn is_reached(&self) -> bool {
        match self {
            Self::Uncounted(_) => false,
            Self::Monthly(it) => it.now.is_reached() && (it.is_running || it.met == it.months),
            Self::Counted(it) => it.is_reached(),
            Self::Measured(it) => {
                matches!(it.outcome, Some(Caution::Progress | Caution::SuggestsProgress))
            }
            Self::Answered(it) => it.is_reached(),
            Self::Said(said) => *said == Some(true),
        }
    }
}

impl GoalLook {
    /// A goal as it stands on a day.
    pub fn of(
        goal: Goal,
        plan: &InitiativePlan,
        measurements: &[Standing],
        surveys: &[Standing],
        today: NaiveDate,
    ) -> Self {
        let progress = progress(&goal, plan, measurements, surveys, today);
        let is_over = goal.day(GoalDay::By).is_some_and(|by| by < today);
        let late = is_over && !progress.is_reached();
        Self { goal, progress, late }
    }

    /// Every goal of an initiative as it stands on a day.
    pub fn all(
        plan: &InitiativePlan,
        measurements: &[Standing],
        surveys: &[Standing],
        today: NaiveDate,
    ) -> Vec<Self> {
        let goals = plan.initiative.goals().into_iter();
        goals.map(|goal| Self::of(goal, plan, measurements, surveys, today)).collect()
    }
}

/// How far a goal is.
pub fn progress(
    goal: &Goal,
    plan: &InitiativePlan,
    measurements: &[Standing],
    surveys: &[Standing],
    today: NaiveDate,
) -> Progress {
    let Some(indicator) = goal.indicator() else {
        return Progress::Uncounted(Missing::Indicator);
    };
    let counted = |evidence: Vec<PlanItem>| match goal.target() {
        Some(of) => Progress::Counted(Counted::new(of, evidence)),
        None => Progress::Uncounted(Missing::Target),
    };
    match indicator {
        Indicator::Observations => match goal.target() {
            Some(of) => Progress::Monthly(monthly(goal, of, observations(goal, plan), plan, today)),
            None => Progress::Uncounted(Missing::Target),
        },
        Indicator::Models => counted(models(goal, plan)),
        Indicator::Talks => counted(talks(goal, plan)),
        Indicator::GroupsTried => match goal.target() {
            Some(of) => Progress::Counted(groups(goal, of, plan, today)),
            None => Progress::Uncounted(Missing::Target),
        },
        Indicator::Measured => moved(goal, measurements),
        Indicator::Answers => answered(goal, surveys),
        Indicator::Own => Progress::Said(goal.said()),
    }
}

/// The things of the plan that count for a goal, those without a day left out.
fn counting<'a>(
    goal: &'a Goal,
    plan: &'a InitiativePlan,
    counts: impl Fn(&PlanItem) -> bool + 'a,
) -> impl Iterator<Item = &'a PlanItem> {
    plan.items
        .iter()
        .filter(move |item| item.day().is_some_and(|day| goal.counts_on(day)) && counts(item))
}

/// The observations that were made.
fn observations(goal: &Goal, plan: &InitiativePlan) -> Vec<PlanItem> {
    let made = |item: &PlanItem| item.kind == Kind::Observation && is_made(&item.fields);
    counting(goal, plan, made).cloned().collect()
}

/// Of each way of teaching together the first lesson it was tried in.
fn models(goal: &Goal, plan: &InitiativePlan) -> Vec<PlanItem> {
    let mut tried = BTreeMap::<String, PlanItem>::new();
    for item in counting(goal, plan, |item| item.kind == Kind::Lesson) {
        let lesson = Lesson::read(&item.fields);
        if lesson.took_place() && !lesson.model().is_empty() {
            tried.entry(lesson.model()).or_insert_with(|| item.clone());
        }
    }
    let by_day = |item: &PlanItem| (item.day(), item.rec);
    in_order(tried.into_values().collect(), |a, b| by_day(a).cmp(&by_day(b)))
}

/// The sparring talks that were held. Talks that stand elsewhere than in the plan are added here.
fn talks(goal: &Goal, plan: &InitiativePlan) -> Vec<PlanItem> {
    let held = |item: &PlanItem| {
        item.kind == Kind::Meeting && {
            let meeting = Meeting::read(&item.fields);
            meeting.took_place() && meeting.time() == Some(Time::Sparring)
        }
    };
    counting(goal, plan, held).cloned().collect()
}

/// The compositions of small groups that were tried. They are no records of their own.
fn groups(goal: &Goal, of: u32, plan: &InitiativePlan, today: NaiveDate) -> Counted {
    let tried = plan.initiative.groups_tried(|day| day <= today && goal.counts_on(day));
    let count = u32::try_from(tried.compositions).unwrap_or(u32::MAX);
    Counted { count, of, evidence: Vec::new() }
}

/// What a measurement says of the way from its start to the latest time somebody answered.
fn moved(goal: &Goal, measurements: &[Standing]) -> Progress {
    let Some(rec) = goal.measurement() else {
        return Progress::Uncounted(Missing::Measurement);
    };
    let Some((_, fields)) = measurements.iter().find(|(known, _)| *known == rec) else {
        return Progress::Uncounted(Missing::Gone);
    };
    let measurement = Measurement::read(fields);
    let gauge = match Gauge::of(&measurement) {
        Ok(gauge) => gauge,
        Err(why) => return Progress::Uncounted(Missing::NotReady(why)),
    };
    let Some(to) = measurement.latest_answered() else {
        return Progress::Measured(Moved { rec, measurement, n: 0, change: None, outcome: None });
    };
    let found = Measured::of(&measurement, &gauge, START, &to);
    let outcome = found.cautions.iter().copied().find(|caution| is_outcome(*caution));
    let change = found.change.map(|it| it.change);
    Progress::Measured(Moved { rec, n: found.pairing.pairs.len(), measurement, change, outcome })
}

/// Whether a sentence says how a group has moved.
const fn is_outcome(caution: Caution) -> bool {
    matches!(
        caution,
        Caution::TooFew
            | Caution::SuggestsProgress
            | Caution::Progress
            | Caution::NoClearChange
            | Caution::SuggestsDecline
            | Caution::Decline
            | Caution::AllAlike
    )
}

/// Month by month, from the goal's first whole month to the one that runs or its last.
fn monthly(
    goal: &Goal,
    of: u32,
    evidence: Vec<PlanItem>,
    plan: &InitiativePlan,
    today: NaiveDate,
) -> Monthly {
    let last_day = goal.day(GoalDay::By).map_or(today, |by| by.min(today));
    let last = month(last_day);
    let within = |month_of: Month| {
        let is_in = |item: &&PlanItem| item.day().map(month) == Some(month_of);
        evidence.iter().filter(is_in).cloned().collect::<Vec<_>>()
    };
    let begins = goal.day(GoalDay::From).or_else(|| plan.initiative.from());
    let mut months = Vec::new();
    if let Some(begins) = begins.filter(|begins| *begins <= last_day) {
        let mut next = month(begins);
        // A month that was not whole is no measure.
        if begins.day() > 1 {
            next = after(next);
        }
        while next < last && months.len() < MOST_MONTHS {
            if has_school(&plan.initiative, next) {
                months.push(next);
            }
            next = after(next);
        }
    }
    let met = months.iter().filter(|it| Counted::new(of, within(**it)).is_reached()).count();
    Monthly {
        now: Counted::new(of, within(last)),
        is_running: goal.day(GoalDay::By).is_none_or(|by| today <= by),
        met,
        months: months.len(),
    }
}

fn month(day: NaiveDate) -> Month {
    (day.year(), day.month())
}

const fn after((year, month): Month) -> Month {
    if month == 12 { (year + 1, 1) } else { (year, month + 1) }
}

/// Whether a month has a week of school at least.
fn has_school(initiative: &Initiative, (year, month_of): Month) -> bool {
    let Some(first) = NaiveDate::from_ymd_opt(year, month_of, 1) else { return false };
    let next = first.checked_add_days(Days::new(31)).unwrap_or(first);
    let off = initiative.days_off(first, next);
    let days = first.iter_days().take_while(|day| month(*day) == (year, month_of));
    let school = days
        .filter(|day| day.weekday().num_days_from_monday() < 5 && holiday_on(&off, *day).is_none());
    school.take(SCHOOL_DAYS).count() == SCHOOL_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;
    use crate::domain::initiative::GoalWords;
    use crate::domain::measurement::{END, Given, POINTS};

    const TODAY: &str = "2026-11-25";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn item(n: u8, kind: Kind, words: &str) -> PlanItem {
        PlanItem::of_words(n, kind, words)
    }

    fn plan(items: Vec<PlanItem>) -> InitiativePlan {
        InitiativePlan { initiative: Initiative::default(), items }
    }

    fn goal(indicator: Indicator, target: &str, days: [&str; 2]) -> Goal {
        let mut it = Initiative::default();
        it.set_goal_words("g", GoalWords::Text, "Et mål");
        it.set_goal_words("g", GoalWords::Target, target);
        it.set_goal_indicator("g", Some(indicator));
        it.set_goal_day("g", GoalDay::From, iso::day(days[0]));
        it.set_goal_day("g", GoalDay::By, iso::day(days[1]));
        it.goal("g").unwrap()
    }

    fn monthly_of(goal: &Goal, plan: &InitiativePlan, today: &str) -> Monthly {
        match progress(goal, plan, &[], &[], day(today)) {
            Progress::Monthly(it) => it,
            other => panic!("{other:?}"),
        }
    }

    fn counted_of(goal: &Goal, plan: &InitiativePlan) -> Counted {
        match progress(goal, plan, &[], &[], day(TODAY)) {
            Progress::Counted(it) => it,
            other => panic!("{other:?}"),
        }
    }

    fn months() -> InitiativePlan {
        plan(vec![
            item(1, Kind::Observation, "day=2026-09-10 finished=7"),
            item(2, Kind::Observation, "day=2026-10-01 clock/ended=7"),
            item(3, Kind::Observation, "day=2026-11-02 finished=7"),
            item(4, Kind::Observation, "day=2026-11-24 finished=7"),
            // Begun and not over; agreed and not made; without a day; and no observation.
            item(5, Kind::Observation, "day=2026-11-24 clock/started=7"),
            item(6, Kind::Agreement, "day=2026-11-24"),
            item(7, Kind::Observation, "finished=7"),
            item(8, Kind::Lesson, "day=2026-11-24 status=gennemfoert"),
        ])
    }

    #[test]
    fn observations_are_counted_month_by_month() {
        let it = goal(Indicator::Observations, "2", ["2026-09-01", "2026-12-18"]);
        let found = monthly_of(&it, &months(), TODAY);
        assert_eq!((found.now.count, found.now.of, found.is_running), (2, 2, true));
        assert_eq!((found.met, found.months), (0, 2));
        let recs: Vec<_> = found.now.evidence.iter().map(|it| it.day()).collect();
        assert_eq!(recs, [Some(day("2026-11-02")), Some(day("2026-11-24"))]);
        assert!(Progress::Monthly(found).is_reached());
        let once = goal(Indicator::Observations, "1", ["2026-09-01", "2026-12-18"]);
        let found = monthly_of(&once, &months(), TODAY);
        assert_eq!((found.met, found.months), (2, 2));
        let found = monthly_of(&once, &months(), "2026-12-02");
        assert_eq!((found.now.count, found.met, found.months), (0, 3, 3));
        assert!(found.is_running && !monthly_of(&once, &months(), "2026-12-19").is_running);
    }

    #[test]
    fn a_month_that_was_not_whole_or_had_no_school_is_no_measure() {
        let it = goal(Indicator::Observations, "1", ["2026-09-02", "2026-12-18"]);
        let found = monthly_of(&it, &months(), TODAY);
        assert_eq!((found.met, found.months), (1, 1), "October alone");
        let over_summer = goal(Indicator::Observations, "1", ["2026-06-01", "2026-12-18"]);
        let found = monthly_of(&over_summer, &months(), TODAY);
        assert_eq!((found.met, found.months), (2, 4), "June, August, September and October");
        // What was seen before the goal began counts for nobody.
        let late = goal(Indicator::Observations, "1", ["2026-11-03", ""]);
        let found = monthly_of(&late, &months(), TODAY);
        assert_eq!((found.now.count, found.months), (1, 0));
    }

    #[test]
    fn a_goal_that_is_over_is_held_to_all_its_months() {
        let it = goal(Indicator::Observations, "1", ["2026-09-01", "2026-11-10"]);
        let found = monthly_of(&it, &months(), "2026-12-20");
        assert_eq!((found.now.count, found.is_running, found.met, found.months), (1, false, 2, 2));
        assert!(Progress::Monthly(found).is_reached());
        let twice = goal(Indicator::Observations, "2", ["2026-10-01", "2026-11-30"]);
        let look = GoalLook::of(twice, &months(), &[], &[], day("2026-12-20"));
        assert!(look.late && !look.progress.is_reached());
    }

    #[test]
    fn of_each_model_the_first_lesson_is_the_evidence() {
        let it = plan(vec![
            item(1, Kind::Lesson, "day=2026-11-03 model=stationer status=gennemfoert"),
            item(2, Kind::Lesson, "day=2026-11-05 model=parallel status=delvist"),
            item(3, Kind::Lesson, "day=2026-11-10 model=stationer status=gennemfoert"),
            item(4, Kind::Lesson, "day=2026-11-12 model=alternativ status=aflyst"),
            item(5, Kind::Lesson, "day=2026-11-26 model=team"),
            item(6, Kind::Lesson, "day=2026-11-17 status=gennemfoert"),
        ]);
        let found = counted_of(&goal(Indicator::Models, "3", ["", ""]), &it);
        assert_eq!((found.count, found.of, found.is_reached()), (2, 3, false));
        let days: Vec<_> = found.evidence.iter().filter_map(PlanItem::day).collect();
        assert_eq!(days, [day("2026-11-03"), day("2026-11-05")]);
        let later = counted_of(&goal(Indicator::Models, "1", ["2026-11-06", ""]), &it);
        assert_eq!((later.count, later.is_reached()), (1, true));
    }

    #[test]
    fn sparring_talks_count_when_they_were_held() {
        let it = plan(vec![
            item(1, Kind::Meeting, "day=2026-11-03 what=moede-sparring status=gennemfoert"),
            item(2, Kind::Meeting, "day=2026-11-10 what=moede-sparring status=aflyst"),
            item(3, Kind::Meeting, "day=2026-11-17 what=moede-sparring"),
            item(4, Kind::Meeting, "day=2026-11-18 what=moede-justering status=gennemfoert"),
            item(5, Kind::Meeting, "day=2026-11-19 what=andet time=sparring status=delvist"),
        ]);
        let found = counted_of(&goal(Indicator::Talks, "2", ["", ""]), &it);
        assert_eq!((found.count, found.is_reached()), (2, true));
    }

    #[test]
    fn a_measurement_says_how_far_with_how_many() {
        let rec = RecordId::new(9, [9; 10]);
        let mut it = Measurement::default();
        it.set_instrument("maaling-testscore", 1);
        let mut aims = Initiative::default();
        aims.set_goal_indicator("g", Some(Indicator::Measured));
        let of = |it: &Initiative| it.goal("g").unwrap();
        let none = plan(vec![]);
        let said =
            |aims: &Initiative, all: &[Standing]| progress(&of(aims), &none, all, &[], day(TODAY));
        assert_eq!(said(&aims, &[]), Progress::Uncounted(Missing::Measurement));
        aims.set_goal_words("g", GoalWords::Measurement, &rec.to_string());
        assert_eq!(said(&aims, &[]), Progress::Uncounted(Missing::Gone));
        let not_ready = said(&aims, &[(rec, it.write())]);
        assert_eq!(not_ready, Progress::Uncounted(Missing::NotReady(NotReady::NoName)));
        for (id, value) in [("ts-navn", "Stavning"), ("ts-max", "20"), ("ts-graense", "2")] {
            it.set_setting(id, value);
        }
        let found = |it: &Measurement| match said(&aims, &[(rec, it.write())]) {
            Progress::Measured(it) => it,
            other => panic!("{other:?}"),
        };
        assert_eq!((found(&it).n, found(&it).outcome), (0, None));
        for (n, end) in [13_u32, 16, 15, 14, 17, 15].into_iter().enumerate() {
            let code = format!("E{:02}", n + 1);
            it.add_pupil(&code);
            for (wave, points) in [(START, 10), (END, end)] {
                let points = Given::Number(points.to_string());
                it.set_answer(wave, &code, POINTS, Some(&points));
            }
        }
        let six = found(&it);
        assert_eq!(
            (six.n, six.change, six.outcome),
            (6, Some(5.0), Some(Caution::SuggestsProgress))
        );
        assert!(Progress::Measured(six).is_reached());
    }

    #[test]
    fn what_the_team_says_counts_and_nothing_chosen_is_told() {
        let none = plan(vec![]);
        let mut it = Initiative::default();
        it.set_goal_words("g", GoalWords::Text, "x");
        it.set_goal_day("g", GoalDay::By, iso::day("2026-11-24"));
        let look =
            |it: &Initiative| GoalLook::of(it.goal("g").unwrap(), &none, &[], &[], day(TODAY));
        assert_eq!(look(&it).progress, Progress::Uncounted(Missing::Indicator));
        assert!(look(&it).late);
        it.set_goal_indicator("g", Some(Indicator::Talks));
        assert_eq!(look(&it).progress, Progress::Uncounted(Missing::Target));
        it.set_goal_indicator("g", Some(Indicator::Own));
        assert_eq!(look(&it).progress, Progress::Said(None));
        it.set_goal_said("g", Some(true));
        assert!(look(&it).progress.is_reached() && !look(&it).late);
        it.set_goal_said("g", Some(false));
        assert!(!look(&it).progress.is_reached() && look(&it).late);
        // On its last day it is not late.
        it.set_goal_day("g", GoalDay::By, iso::day(TODAY));
        assert!(!look(&it).late);
    }
}
