//! How far a goal is that pupils' answers tell: how many chose one of the two highest steps of a question.

use super::{Missing, Progress};
use crate::analysis::direction::Distribution;
use crate::analysis::shared_view::{SharedDistribution, shared_distribution};
use crate::app::store::Standing;
use crate::app::voices::surveyed::{Says, Surveyed, surveyed};
use crate::domain::initiative::{Goal, GoalWords};
use crate::domain::record::Record as _;
use crate::domain::voices::Survey;
use crate::ledger::RecordId;

/// How pupils answered a question of a pupil survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The survey.
    pub rec: RecordId,
    /// Its values.
    pub survey: Survey,
    /// How many are to choose one of the two highest steps.
    pub of: u32,
    /// Whether that is so many of a hundred.
    pub is_share: bool,
    /// What was answered; `None` until five have, in a round that is closed.
    pub found: Option<TopTwo>,
}

/// How many chose one of the two highest steps of a question in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopTwo {
    /// The round.
    pub round: String,
    /// How many did.
    pub top: u32,
    /// How many answered: five at least.
    pub n: u32,
}

impl TopTwo {
    /// How many of a hundred, rounded down: what is to be 80 is not reached at 79.6.
    pub fn of_a_hundred(&self) -> u32 {
        self.top.saturating_mul(100).checked_div(self.n).unwrap_or_default()
    }

    /// Whether it may leave the team: no single pupil can be found in it.
    pub fn may_be_shared(&self) -> bool {
        let rest = self.n.saturating_sub(self.top);
        let split = Distribution { improved: self.top, unchanged: rest, declined: 0 };
        shared_distribution(split) != SharedDistribution::Hidden
    }
}

impl Answered {
    /// Whether enough chose one of the two highest steps.
    pub fn is_reached(&self) -> bool {
        let enough = |it: &TopTwo| {
            let reached = if self.is_share { it.of_a_hundred() } else { it.top };
            reached >= self.of
        };
        self.found.as_ref().is_some_and(enough)
    }
}

/// How many chose one of the two highest steps: in the round that is named, or in the latest that counts for
/// the goal and of which something may be said.
pub(super) fn answered(goal: &Goal, surveys: &[Standing]) -> Progress {
    let Some(rec) = goal.survey() else { return Progress::Uncounted(Missing::Survey) };
    let Some((_, fields)) = surveys.iter().find(|(known, _)| *known == rec) else {
        return Progress::Uncounted(Missing::SurveyGone);
    };
    let survey = Survey::read(fields);
    let question = goal.words(GoalWords::Question);
    if question.is_empty() {
        return Progress::Uncounted(Missing::Question);
    }
    let Some(of) = goal.target() else { return Progress::Uncounted(Missing::Target) };
    let named = goal.words(GoalWords::Round);
    let counts = |round: &Surveyed| match named.as_str() {
        "" => survey.round_day(&round.round).is_none_or(|day| goal.counts_on(day)),
        named => round.round == named,
    };
    let top_two = |round: Surveyed| {
        let asked = round.questions.into_iter().find(|it| it.question.id == question)?;
        match asked.says {
            Says::Bars(bars) => Some(TopTwo { round: round.round, top: bars.top_two(), n: bars.n }),
            Says::TooFew | Says::Words(_) => None,
        }
    };
    let found = surveyed(&survey).into_iter().filter(counts).rev().find_map(top_two);
    Progress::Answered(Answered { rec, survey, of, is_share: goal.is_share(), found })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::app::initiative::goals::progress;
    use crate::app::plan::InitiativePlan;
    use crate::domain::calendar::iso;
    use crate::domain::initiative::{GoalDay, Indicator, Initiative, PUPILS};
    use crate::domain::voices::{survey_answer_path, survey_closed_path, survey_sheet_path};

    /// The steps that so many pupils chose of the question about calm, round by round, with what closes them.
    fn surveyed_calm(rounds: &[(&str, &str, &[u64])]) -> Vec<Standing> {
        let mut survey = Survey::default();
        survey.set_base("elevsurvey-mellemtrin");
        for (round, on, _) in rounds {
            survey.set_round_day(round, iso::day(on));
            survey.open_round(round);
        }
        let mut fields = survey.write();
        for (round, _, steps) in rounds {
            fields.put(survey_closed_path(round), true);
            for (n, step) in steps.iter().enumerate() {
                let name = n.to_string();
                fields.put(survey_sheet_path(round, "x", &name), "whole");
                fields.put(survey_answer_path(round, "x", "esm-ro", &name), json!(*step));
            }
        }
        vec![(RecordId::new(5, [5; 10]), fields)]
    }

    #[test]
    fn pupils_on_the_two_highest_steps_are_counted_from_the_latest_round() {
        let mut aims = Initiative::default();
        aims.set_goal_indicator("g", Some(Indicator::Answers));
        let none = InitiativePlan { initiative: Initiative::default(), items: vec![] };
        let said = |aims: &Initiative, all: &[Standing]| {
            progress(&aims.goal("g").unwrap(), &none, &[], all, "2026-11-25".parse().unwrap())
        };
        let all = surveyed_calm(&[
            ("a", "2026-10-01", &[1, 2, 3, 4, 4]),
            ("b", "2026-11-01", &[3, 3, 3, 4, 4]),
            ("c", "2026-11-20", &[4, 4, 4, 4]),
        ]);
        let rec = all[0].0.to_string();
        assert_eq!(said(&aims, &all), Progress::Uncounted(Missing::Survey));
        aims.set_goal_words("g", GoalWords::Survey, &rec);
        assert_eq!(said(&aims, &[]), Progress::Uncounted(Missing::SurveyGone));
        assert_eq!(said(&aims, &all), Progress::Uncounted(Missing::Question));
        aims.set_goal_words("g", GoalWords::Question, "esm-ro");
        assert_eq!(said(&aims, &all), Progress::Uncounted(Missing::Target));
        aims.set_goal_words("g", GoalWords::Target, "100");
        let found = |aims: &Initiative| match said(aims, &all) {
            Progress::Answered(it) => it,
            other => panic!("{other:?}"),
        };
        let top = |round: &str, top: u32| Some(TopTwo { round: round.into(), top, n: 5 });
        // Of the latest, which four answered, nothing is said.
        let latest = found(&aims);
        assert_eq!((latest.found.clone(), latest.is_reached()), (top("b", 5), true));
        aims.set_goal_words("g", GoalWords::Round, "c");
        assert_eq!((found(&aims).found, found(&aims).is_reached()), (None, false));
        aims.set_goal_words("g", GoalWords::Round, "a");
        assert_eq!((found(&aims).found, found(&aims).is_reached()), (top("a", 3), false));
        aims.set_goal_words("g", GoalWords::Unit, PUPILS);
        aims.set_goal_words("g", GoalWords::Target, "3");
        assert!(found(&aims).is_reached());
        // A round before the goal began counts for no goal that takes the latest.
        aims.set_goal_words("g", GoalWords::Round, "");
        aims.set_goal_day("g", GoalDay::By, iso::day("2026-10-15"));
        assert_eq!(found(&aims).found, top("a", 3));
    }

    #[test]
    fn a_share_is_rounded_down_and_shared_only_where_nobody_is_found() {
        let of = |top: u32, n: u32| TopTwo { round: String::new(), top, n };
        let shares: Vec<_> =
            [(39, 49), (4, 5), (0, 5), (5, 5)].map(|(a, b)| of(a, b).of_a_hundred()).into();
        assert_eq!(shares, [79, 80, 0, 100]);
        let shared = [(3, 5), (7, 10), (9, 10), (10, 10), (2, 20)];
        let shared = shared.map(|(a, b)| of(a, b).may_be_shared());
        assert_eq!(shared, [false, true, false, true, false]);
    }
}
