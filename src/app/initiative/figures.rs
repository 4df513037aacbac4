//! The figures of an initiative on one page, for the meeting in which experience is shared: goals, what
//! became of lessons and of the three times, what pupils were asked, and what was measured.

use chrono::NaiveDate;

use super::goals::GoalLook;
use crate::app::plan::InitiativePlan;
use crate::app::store::Standing;
use crate::app::voices::surveyed::{Surveyed, surveyed};
use crate::domain::initiative::{Became, lost_for};
use crate::domain::measurement::Measurement;
use crate::domain::observation::is_made;
use crate::domain::plan::{Lesson, Meeting, Time};
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::{PupilTalk, Survey};
use crate::ledger::RecordId;

/// A pupil survey with what its rounds say.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyFigures {
    /// The survey.
    pub rec: RecordId,
    /// Its values.
    pub survey: Survey,
    /// Its rounds, the first first.
    pub rounds: Vec<RoundFigures>,
    /// What the closed rounds say, the first first.
    pub closed: Vec<Surveyed>,
}

/// One round of a pupil survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFigures {
    /// Its day.
    pub day: Option<NaiveDate>,
    /// How many pupils are in what is shown; `None` while it is open, 0 where too few answered.
    pub pupils: Option<u32>,
}

/// How much has been evaluated along the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evaluated {
    /// Meetings that were held.
    pub meetings: usize,
    /// Observations that were made.
    pub observations: usize,
    /// Rounds of pupil surveys that are closed.
    pub rounds: usize,
    /// Talks with pupils that were held.
    pub talks: usize,
}

impl Evaluated {
    /// Counts it in the plan and the pupil surveys of an initiative.
    pub fn of(plan: &InitiativePlan, surveys: &[Standing]) -> Self {
        let closed = surveys.iter().map(|(_, fields)| surveyed(&Survey::read(fields)).len());
        let mut it = Self { rounds: closed.sum(), ..Self::default() };
        for item in &plan.items {
            let is = |so: bool| usize::from(so);
            match item.kind {
                Kind::Meeting => it.meetings += is(Meeting::read(&item.fields).took_place()),
                Kind::Observation => it.observations += is(is_made(&item.fields)),
                Kind::PupilTalk => it.talks += is(PupilTalk::read(&item.fields).is_held()),
                _ => {}
            }
        }
        it
    }
}

/// All figures of an initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The goals, each with how far it is.
    pub goals: Vec<GoalLook>,
    /// What became of the lessons.
    pub lessons: Became,
    /// Why lessons that were planned did not take place, by ids of the content, with how many; empty where
    /// nobody said. The most first.
    pub lost: Vec<(String, u32)>,
    /// What became of planning, sparring and evaluation.
    pub times: [Became; 3],
    /// How many observations were made.
    pub observations: usize,
    /// How many talks with pupils were held.
    pub talks: usize,
    /// What pupils were asked.
    pub surveys: Vec<SurveyFigures>,
    /// What was measured; what belongs to a goal comes first.
    pub measured: Vec<(RecordId, Measurement)>,
}

impl Figures {
    /// Gathers them on a day from the plan, the measurements and the pupil surveys of an initiative.
    pub fn of(
        plan: &InitiativePlan,
        measured: &[Standing],
        surveys: &[Standing],
        today: NaiveDate,
    ) -> Self {
        let lessons: Vec<Lesson> =
            plan.lessons().iter().map(|(_, fields)| Lesson::read(fields)).collect();
        let meetings = plan.meetings();
        let times = Time::ALL.map(|time| {
            let of: Vec<_> =
                meetings.iter().filter(|it| it.time() == Some(time)).cloned().collect();
            Became::of_meetings(&of, today)
        });
        let Evaluated { observations, talks, .. } = Evaluated::of(plan, surveys);
        let all = measured.iter().map(|(rec, fields)| (*rec, Measurement::read(fields)));
        let aimless = |(_, it): &(RecordId, Measurement)| it.goal().trim().is_empty();
        Self {
            goals: GoalLook::all(plan, measured, surveys, today),
            lost: lost_for(&lessons),
            lessons: Became::of_lessons(lessons, today),
            times,
            observations,
            talks,
            surveys: surveys.iter().map(SurveyFigures::of).collect(),
            measured: crate::ledger::in_order(all.collect(), |a, b| aimless(a).cmp(&aimless(b))),
        }
    }

    /// Whether there is nothing to show at all.
    pub fn is_empty(&self) -> bool {
        self.goals.is_empty()
            && self.lessons.of == 0
            && self.times.iter().all(|it| it.of == 0)
            && self.observations == 0
            && self.talks == 0
            && self.surveys.is_empty()
            && self.measured.is_empty()
    }
}

impl SurveyFigures {
    fn of((rec, fields): &Standing) -> Self {
        let survey = Survey::read(fields);
        let closed = surveyed(&survey);
        let rounds = survey.rounds().into_iter().map(|round| RoundFigures {
            day: survey.round_day(&round),
            pupils: closed.iter().find(|it| it.round == round).map(|it| it.pupils),
        });
        Self { rec: *rec, rounds: rounds.collect(), closed, survey }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::plan::PlanItem;
    use crate::domain::initiative::Initiative;
    use crate::domain::voices::{survey_closed_path, survey_sheet_path};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rec(n: u8) -> RecordId {
        RecordId::new(n.into(), [n; 10])
    }

    fn item(n: u8, kind: Kind, words: &str) -> PlanItem {
        PlanItem::of_words(n, kind, words)
    }

    fn of(items: Vec<PlanItem>, measured: &[Standing], surveys: &[Standing]) -> Figures {
        let plan = InitiativePlan { initiative: Initiative::default(), items };
        Figures::of(&plan, measured, surveys, day("2026-11-25"))
    }

    #[test]
    fn an_initiative_without_anything_is_empty() {
        assert!(of(vec![], &[], &[]).is_empty());
        // What is only planned is no figure yet.
        assert!(of(vec![item(1, Kind::Lesson, "day=2026-12-01")], &[], &[]).is_empty());
        assert!(!of(vec![item(1, Kind::Lesson, "day=2026-11-03")], &[], &[]).is_empty());
        assert!(!of(vec![], &[(rec(9), Measurement::default().write())], &[]).is_empty());
    }

    #[test]
    fn what_was_planned_stands_beside_what_became_of_it() {
        let it = of(
            vec![
                item(1, Kind::Lesson, "day=2026-11-03 status=gennemfoert"),
                item(2, Kind::Lesson, "day=2026-11-04 status=aflyst reason=vikar"),
                item(3, Kind::Lesson, "day=2026-11-05 status=aflyst reason=sygdom"),
                item(4, Kind::Lesson, "day=2026-11-06 status=aflyst reason=vikar"),
                item(5, Kind::Lesson, "day=2026-11-09"),
                item(6, Kind::Meeting, "day=2026-11-09 time=sparring status=gennemfoert"),
                item(7, Kind::Meeting, "day=2026-11-10 time=planlaegning status=aflyst"),
                item(8, Kind::Observation, "day=2026-11-10 finished=x"),
                item(9, Kind::Observation, "day=2026-11-10"),
            ],
            &[],
            &[],
        );
        assert_eq!((it.lessons.of, it.lessons.held, it.lessons.open), (5, 1, 1));
        assert_eq!(it.lost, [("vikar".to_owned(), 2), ("sygdom".to_owned(), 1)]);
        assert_eq!(it.times.map(|it| (it.held, it.of)), [(0, 1), (1, 1), (0, 0)]);
        assert_eq!(it.observations, 1);
    }

    #[test]
    fn what_was_evaluated_is_counted_where_it_took_place() {
        let plan = InitiativePlan {
            initiative: Initiative::default(),
            items: vec![
                item(1, Kind::Meeting, "day=2026-11-09 what=moede-sparring status=gennemfoert"),
                item(2, Kind::Meeting, "day=2026-11-10 what=moede-sparring status=aflyst"),
                item(3, Kind::Observation, "day=2026-11-10 finished=x"),
                item(4, Kind::PupilTalk, "day=2026-11-10 keywords/esi-q1/a/text=x"),
                item(5, Kind::PupilTalk, "day=2026-11-10"),
                item(6, Kind::Lesson, "day=2026-11-10 status=gennemfoert"),
            ],
        };
        let mut survey = Survey::default();
        survey.set_base("elevsurvey-mellemtrin");
        survey.set_round_day("a", Some(day("2026-10-01")));
        let mut fields = survey.write();
        let expected = Evaluated { meetings: 1, observations: 1, rounds: 0, talks: 1 };
        assert_eq!(Evaluated::of(&plan, &[(rec(9), fields.clone())]), expected);
        fields.put(survey_closed_path("a"), true);
        assert_eq!(Evaluated::of(&plan, &[(rec(9), fields)]).rounds, 1);
    }

    #[test]
    fn of_a_round_that_too_few_answered_not_even_how_many_is_there() {
        let mut survey = Survey::default();
        survey.set_base("elevsurvey-mellemtrin");
        for (round, on) in [("a", "2026-10-01"), ("b", "2026-11-01"), ("c", "2026-12-01")] {
            survey.set_round_day(round, day(on).into());
            survey.open_round(round);
        }
        let mut fields = survey.write();
        for (round, pupils) in [("a", 6), ("b", 4), ("c", 9)] {
            for n in 0..pupils {
                fields.put(survey_sheet_path(round, "x", &n.to_string()), "whole");
            }
        }
        fields.put(survey_closed_path("a"), true);
        fields.put(survey_closed_path("b"), true);
        let it = of(vec![], &[], &[(rec(1), fields)]);
        let pupils: Vec<_> = it.surveys[0].rounds.iter().map(|it| it.pupils).collect();
        assert_eq!(pupils, [Some(6), Some(0), None]);
    }
}
