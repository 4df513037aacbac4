//! What the rounds of a pupil survey say, of what may be shown.

use serde_json::Value;

use crate::analysis::pupil_figures::{Bars, FEWEST, shown_batches};
use crate::domain::{Asks, Survey, SurveyQuestion};

/// What a round says.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    /// The round.
    pub round: String,
    /// How many pupils are in what is shown; none where nothing is.
    pub pupils: u32,
    /// Whether answers are held back because they came as a few by themselves.
    pub held_back: bool,
    /// The questions that were asked in it, in order.
    pub questions: Vec<Answered>,
}

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: SurveyQuestion,
    /// The answers.
    pub says: Says,
}

/// What may be shown of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// Fewer than five have answered.
    TooFew,
    /// How many chose what.
    Bars(Bars),
    /// What was written, in an order that says nothing.
    Words(Vec<String>),
}

/// What the closed rounds say, the first first. An open round says nothing, and one that too few answered
/// says only that.
pub fn surveyed(it: &Survey) -> Vec<Surveyed> {
    let closed = it.rounds().into_iter().filter(|round| it.is_closed(round));
    closed.map(|round| of_round(it, round)).collect()
}

fn of_round(it: &Survey, round: String) -> Surveyed {
    let batches = it.batches(&round);
    let sizes: Vec<u32> = batches.iter().map(|(_, size)| *size).collect();
    let may = shown_batches(&sizes);
    let held_back = batches.iter().zip(&may).any(|((_, size), may)| *size > 0 && !may);
    let shown: Vec<_> = batches.iter().zip(may).filter(|(_, may)| *may).map(|(it, _)| it).collect();
    let pupils = shown.iter().map(|(_, size)| size).sum();
    let answers: Vec<_> = shown.iter().map(|(batch, _)| it.answers_of(&round, batch)).collect();
    let questions = it.asked_in(&round).into_iter().filter_map(|id| it.question(&id));
    let questions = questions.map(|question| {
        let given = answers.iter().filter_map(|batch| batch.get(&question.id)).flatten();
        let says = says(it, &question.asks, given.collect(), pupils);
        Answered { question, says }
    });
    Surveyed { questions: questions.collect(), round, pupils, held_back }
}

fn says(it: &Survey, asks: &Asks, given: Vec<&Value>, pupils: u32) -> Says {
    if pupils < FEWEST {
        return Says::TooFew;
    }
    let bars = match asks {
        Asks::Step => {
            let steps = it.scale().map(|scale| scale.steps.as_slice()).unwrap_or_default();
            let place = |value: &&Value| steps.iter().position(|it| Some(it.0) == value.as_u64());
            Bars::of(steps.len(), given.iter().filter_map(place))
        }
        Asks::Choice(options) => {
            let place = |value: &&Value| {
                options.iter().position(|it| Some(it.id.as_str()) == value.as_str())
            };
            Bars::of(options.len(), given.iter().filter_map(place))
        }
        Asks::Words(_) => {
            let words = given.iter().filter_map(|value| value.as_str());
            return Says::Words(words.map(ToOwned::to_owned).collect());
        }
    };
    bars.map_or(Says::TooFew, Says::Bars)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::{
        Fields, Record as _, survey_answer_path, survey_closed_path, survey_sheet_path,
    };

    /// Pupils of one batch: their step of one question; 0 skips it.
    fn answered(fields: &mut Fields, batch: &str, steps: &[u64]) {
        for (n, step) in steps.iter().enumerate() {
            fields.put(survey_sheet_path("r", batch, &n.to_string()), "whole");
            if *step > 0 {
                fields.put(survey_answer_path("r", batch, "esm-ro", &n.to_string()), json!(*step));
            }
        }
    }

    fn closed() -> Fields {
        let mut it = Survey::default();
        it.set_base("elevsurvey-mellemtrin");
        it.set_round_day("r", "2026-11-23".parse().ok());
        it.open_round("r");
        let mut fields = it.write();
        fields.put(survey_closed_path("r"), true);
        fields
    }

    fn calm(fields: &Fields) -> (u32, bool, Says) {
        let all = surveyed(&Survey::read(fields));
        let round = all.into_iter().next().unwrap();
        let found = round.questions.into_iter().find(|it| it.question.id == "esm-ro").unwrap();
        (round.pupils, round.held_back, found.says)
    }

    #[test]
    fn four_answers_say_nothing_and_five_do() {
        let mut fields = closed();
        answered(&mut fields, "x", &[1, 2, 3, 4]);
        assert_eq!(calm(&fields), (0, true, Says::TooFew));
        answered(&mut fields, "x", &[1, 2, 3, 4, 4]);
        let bars = Bars { counts: vec![1, 1, 1, 2], n: 5 };
        assert_eq!(calm(&fields), (5, false, Says::Bars(bars)));
        fields.set(survey_closed_path("r"), None);
        assert!(surveyed(&Survey::read(&fields)).is_empty(), "an open round says nothing");
    }

    #[test]
    fn a_question_that_four_answered_says_nothing_among_many() {
        let mut fields = closed();
        answered(&mut fields, "x", &[1, 2, 3, 4, 0, 0, 0, 0]);
        assert_eq!(calm(&fields), (8, false, Says::TooFew));
    }

    #[test]
    fn a_few_who_came_later_change_nothing_that_is_shown() {
        let mut fields = closed();
        answered(&mut fields, "x", &[4, 4, 4, 4, 4, 4]);
        let before = calm(&fields);
        answered(&mut fields, "late", &[1, 1]);
        assert_eq!(calm(&fields), (before.0, true, before.2));
        answered(&mut fields, "other", &[1, 1, 1, 1, 1]);
        let bars = Bars { counts: vec![5, 0, 0, 6], n: 11 };
        assert_eq!(calm(&fields), (11, true, Says::Bars(bars)));
    }
}
