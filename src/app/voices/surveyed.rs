//! What the rounds of a survey say, of what may be shown.

use serde_json::Value;

use crate::analysis::pupil_figures::{Bars, FEWEST, shown_batches};
use crate::domain::voices::{Asks, Survey, SurveyQuestion};

/// How many of the staff there are at least where few may be shown to themselves: one alone would be shown by name.
const FEWEST_OF_TEAM: u32 = 2;

/// Whether a round may be shown, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// Five or more have answered.
    Enough,
    /// Fewer of the staff have answered, and each of them has said yes: to the team itself, and to nobody else.
    AmongUs,
    /// Fewer of the staff have answered, and not everybody has said yes.
    NotAll,
    /// Fewer have answered.
    TooFew,
}

/// What a round says.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    /// The round.
    pub round: String,
    /// Whether it may be shown.
    pub showing: Showing,
    /// How many are in what is shown; none where nothing is.
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
    let groups = it.groups(&round);
    let sizes: Vec<u32> = groups.iter().map(|(_, size)| *size).collect();
    let mut may = shown_batches(&sizes);
    let showing = showing(it, &round, &sizes, &may);
    if showing == Showing::AmongUs {
        may = sizes.iter().map(|size| *size > 0).collect();
    }
    let held_back = sizes.iter().zip(&may).any(|(size, may)| *size > 0 && !may);
    let shown: Vec<_> = groups.iter().zip(may).filter(|(_, may)| *may).map(|(it, _)| it).collect();
    let pupils = shown.iter().map(|(_, size)| size).sum();
    let batches = shown.iter().flat_map(|(batches, _)| batches);
    let answers: Vec<_> = batches.map(|batch| it.answers_of(&round, batch)).collect();
    let questions = it.asked_in(&round).into_iter().filter_map(|id| it.question(&id));
    let questions = questions.map(|question| {
        let given = answers.iter().filter_map(|batch| batch.get(&question.id)).flatten();
        let says = says(it, &question.asks, given.collect(), showing);
        Answered { question, says }
    });
    Surveyed { questions: questions.collect(), round, showing, pupils, held_back }
}

/// Whether a round may be shown, by the sizes of its groups and which of them may.
fn showing(it: &Survey, round: &str, sizes: &[u32], may: &[bool]) -> Showing {
    if may.contains(&true) {
        return Showing::Enough;
    }
    let mut all = sizes.iter().filter(|size| **size > 0);
    // Several small groups could be told from one another.
    let (Some(one), None) = (all.next(), all.next()) else { return Showing::TooFew };
    match it.is_of_staff() && *one >= FEWEST_OF_TEAM {
        true if it.all_agree(round) => Showing::AmongUs,
        true => Showing::NotAll,
        false => Showing::TooFew,
    }
}

fn says(it: &Survey, asks: &Asks, given: Vec<&Value>, showing: Showing) -> Says {
    let fewest = match showing {
        Showing::Enough => FEWEST,
        Showing::AmongUs => 1,
        Showing::NotAll | Showing::TooFew => return Says::TooFew,
    };
    let bars = match asks {
        Asks::Step => {
            let steps = it.scale().map(|scale| scale.steps.as_slice()).unwrap_or_default();
            let place = |value: &&Value| steps.iter().position(|it| Some(it.0) == value.as_u64());
            Bars::of_at_least(fewest, steps.len(), given.iter().filter_map(place))
        }
        Asks::Choice(options) => {
            let place = |value: &&Value| {
                options.iter().position(|it| Some(it.id.as_str()) == value.as_str())
            };
            Bars::of_at_least(fewest, options.len(), given.iter().filter_map(place))
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
    use crate::domain::record::{Fields, Record as _};
    use crate::domain::voices::{
        COLLABORATION_FORM, EQUIPPED, MAY_SHOW, survey_answer_path, survey_closed_path,
        survey_closing_path, survey_sheet_path,
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

    /// A closed round of the staff: of each their step of one question and whether few may be shown.
    fn of_staff(batches: &[(&str, &[(u64, &str)])]) -> Surveyed {
        let mut it = Survey::default();
        it.set_base(COLLABORATION_FORM);
        it.set_round_day("r", "2026-11-23".parse().ok());
        it.open_round("r");
        let mut fields = it.write();
        fields.put(survey_closed_path("r"), true);
        for (batch, people) in batches {
            fields.put(survey_closing_path("r", "c", batch), true);
            for (n, (step, yes)) in people.iter().enumerate() {
                let n = n.to_string();
                fields.put(survey_sheet_path("r", batch, &n), "whole");
                fields.put(survey_answer_path("r", batch, EQUIPPED, &n), json!(*step));
                fields.put(survey_answer_path("r", batch, MAY_SHOW, &n), *yes);
            }
        }
        surveyed(&Survey::read(&fields)).remove(0)
    }

    #[test]
    fn a_small_team_is_shown_to_itself_where_everybody_says_yes() {
        type Team = &'static [(&'static str, &'static [(u64, &'static str)])];
        let table: [(Team, Showing, u32); 7] = [
            (&[("x", &[(1, "ja"), (4, "ja"), (4, "ja")])], Showing::AmongUs, 3),
            (&[("x", &[(1, "ja"), (4, "nej"), (4, "ja")])], Showing::NotAll, 0),
            (&[("x", &[(1, "ja")])], Showing::TooFew, 0),
            (&[("x", &[(1, "ja"), (2, "ja")]), ("y", &[(3, "ja")])], Showing::AmongUs, 3),
            (&[("x", &[(1, "ja"), (2, "ja")]), ("y", &[(3, "nej")])], Showing::NotAll, 0),
            (
                &[("x", &[(1, "ja"), (2, "nej"), (3, "nej")]), ("y", &[(3, "nej"), (4, "ja")])],
                Showing::Enough,
                5,
            ),
            (&[], Showing::TooFew, 0),
        ];
        for (team, showing, n) in table {
            let said = of_staff(team);
            assert_eq!((said.showing, said.pupils), (showing, n), "{team:?}");
            let equipped = said.questions.iter().find(|it| it.question.id == EQUIPPED).unwrap();
            let is_shown = matches!(&equipped.says, Says::Bars(bars) if bars.n == n);
            assert_eq!(is_shown, n > 0, "{team:?}");
            assert!(said.questions.iter().all(|it| it.question.id != MAY_SHOW), "nobody is told");
        }
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
