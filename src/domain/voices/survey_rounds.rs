//! The rounds of a survey, and what was answered in each.
//!
//! Nothing in it is about one pupil: an answer stands for itself, under a name that says nothing, beside no other
//! answer of the same pupil. All answers that were given on one device are written at once when the round is
//! closed there; they are one batch. What staff answered on several devices is put together when the round is closed: those
//! batches are counted as one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::collaboration_content::{MAY_SHOW, MAY_SHOW_YES};
use super::survey::Survey;
use crate::domain::record::fields;
use crate::ledger::in_order;

/// How far a pupil came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// To the last question.
    Whole,
    /// They went away in the middle.
    Part,
    /// To the end, without an answer to any question.
    Blank,
}

impl Sheet {
    /// The word that records keep.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Blank => "blank",
        }
    }

    /// Reads the word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Whole, Self::Part, Self::Blank].into_iter().find(|it| it.id() == id)
    }
}

/// Where an answer stands.
pub fn survey_answer_path(round: &str, batch: &str, item: &str, name: &str) -> String {
    format!("answers/{round}/{batch}/{item}/{name}")
}

/// Where it stands that a pupil has answered.
pub fn survey_sheet_path(round: &str, batch: &str, name: &str) -> String {
    format!("sheets/{round}/{batch}/{name}")
}

/// Where it stands that a batch is in what a round was closed with.
pub fn survey_closing_path(round: &str, closing: &str, batch: &str) -> String {
    format!("closings/{round}/{closing}/{batch}")
}

/// Where it stands that a round is closed.
pub fn survey_closed_path(round: &str) -> String {
    format!("rounds/{round}/closed")
}

fields! {
    Survey {
        /// The day the pupils were told what came of their answers.
        told_on / set_told_on(round): Day = "rounds/{round}/toldOn",
        /// What the pupils were told.
        told / set_told(round): Text = "rounds/{round}/told",
    }
}

impl Survey {
    /// The rounds by their day, the first first; those without a day come last.
    pub fn rounds(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (id, _, _) in self.0.below_two("rounds") {
            if all.last().is_none_or(|last| last != id) {
                all.push(id.to_owned());
            }
        }
        let all = all.into_iter().map(|id| (self.round_day(&id), id)).collect();
        let when = |it: &(Option<NaiveDate>, String)| (it.0.is_none(), it.0, it.1.clone());
        in_order(all, |a, b| when(a).cmp(&when(b))).into_iter().map(|(_, id)| id).collect()
    }

    /// The day of a round.
    pub fn round_day(&self, round: &str) -> Option<NaiveDate> {
        self.0.day(&format!("rounds/{round}/day"))
    }

    /// Sets the day of a round. One without a day is kept.
    pub fn set_round_day(&mut self, round: &str, day: Option<NaiveDate>) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        self.0.set(format!("rounds/{round}/day"), Some(json!(day)));
    }

    /// Takes away a round that no pupil has met; says whether it went.
    pub fn remove_round(&mut self, round: &str) -> bool {
        let goes = !self.is_opened(round);
        if goes {
            let paths: Vec<String> =
                self.0.below(&format!("rounds/{round}")).map(|(part, _)| part.to_owned()).collect();
            for part in paths {
                self.0.set(format!("rounds/{round}/{part}"), None);
            }
        }
        goes
    }

    /// Whether pupils have met the round.
    pub fn is_opened(&self, round: &str) -> bool {
        self.0.get(&format!("rounds/{round}/asked")).is_some()
    }

    /// Has the questions of the round stand: those that are asked now.
    pub fn open_round(&mut self, round: &str) {
        if !self.is_opened(round) {
            let asked: Vec<String> = self.questions().into_iter().map(|it| it.id).collect();
            self.0.set(format!("rounds/{round}/asked"), Some(json!(asked)));
        }
    }

    /// The ids of the questions of a round, in order: those it was opened with, or those that are asked now.
    pub fn asked_in(&self, round: &str) -> Vec<String> {
        let asked = self.0.get(&format!("rounds/{round}/asked")).and_then(Value::as_array);
        match asked {
            Some(asked) => asked.iter().filter_map(|it| Some(it.as_str()?.to_owned())).collect(),
            None => self.questions().into_iter().map(|it| it.id).collect(),
        }
    }

    /// Whether the round is over: nobody answers in it any more.
    pub fn is_closed(&self, round: &str) -> bool {
        self.0.flag(&survey_closed_path(round))
    }

    /// The batches of a round, each with how many pupils answered anything in it.
    pub fn batches(&self, round: &str) -> Vec<(String, u32)> {
        let mut all = BTreeMap::<String, u32>::new();
        for (batch, _, how) in self.0.below_two(&format!("sheets/{round}")) {
            let sheet = how.as_str().and_then(Sheet::from_id);
            let count = all.entry(batch.to_owned()).or_default();
            *count += u32::from(matches!(sheet, Some(Sheet::Whole | Sheet::Part)));
        }
        all.into_iter().collect()
    }

    /// The batches that are counted as one, each time with how many answered anything in them: those that the round was
    /// closed with together, and every other for itself.
    pub fn groups(&self, round: &str) -> Vec<(Vec<String>, u32)> {
        let closing = self.closing_of(round);
        let mut all = BTreeMap::<String, (Vec<String>, u32)>::new();
        for (batch, n) in self.batches(round) {
            let group = all.entry(closing.get(&batch).unwrap_or(&batch).clone()).or_default();
            group.0.push(batch);
            group.1 += n;
        }
        all.into_values().collect()
    }

    /// The batches that no closing has counted yet, and how many answered anything in them.
    pub fn unclosed(&self, round: &str) -> (Vec<String>, u32) {
        let closing = self.closing_of(round);
        let open =
            self.batches(round).into_iter().filter(|(batch, _)| !closing.contains_key(batch));
        open.fold((Vec::new(), 0), |(mut all, sum), (batch, n)| {
            all.push(batch);
            (all, sum + n)
        })
    }

    /// Which closing each batch belongs to: the first by name, where two devices closed the same round.
    fn closing_of(&self, round: &str) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for (closing, batch, _) in self.0.below_two(&format!("closings/{round}")) {
            all.entry(batch.to_owned()).or_insert_with(|| closing.to_owned());
        }
        all
    }

    /// Whether everybody who handed in a sheet of a round said that the answers of few may be shown. Who said what
    /// is nowhere: there are only as many times yes as there are sheets, or not.
    pub fn all_agree(&self, round: &str) -> bool {
        let sheets = self.0.below_two(&format!("sheets/{round}")).count();
        let said = self.batches(round).into_iter().flat_map(|(batch, _)| {
            self.answers_of(round, &batch).remove(MAY_SHOW).unwrap_or_default()
        });
        let said: Vec<Value> = said.collect();
        sheets > 0 && said.len() == sheets && said.iter().all(|it| *it == MAY_SHOW_YES)
    }

    /// The answers of a batch, by question, in an order that says nothing.
    pub fn answers_of(&self, round: &str, batch: &str) -> BTreeMap<String, Vec<Value>> {
        let mut all = BTreeMap::<String, Vec<Value>>::new();
        for (item, _, answer) in self.0.below_two(&format!("answers/{round}/{batch}")) {
            all.entry(item.to_owned()).or_default().push(answer.clone());
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Fields, Record as _};

    #[test]
    fn rounds_stand_by_their_day_and_keep_their_questions() {
        let mut it = Survey::default();
        it.set_base("elevsurvey-indskoling");
        let day = |text: &str| text.parse().ok();
        it.set_round_day("b", day("2026-11-01"));
        it.set_round_day("c", None);
        it.set_round_day("a", day("2026-12-01"));
        assert_eq!(it.rounds(), ["b", "a", "c"]);
        it.open_round("b");
        it.leave_out("esi-ro", true);
        assert_eq!((it.asked_in("b").len(), it.asked_in("a").len()), (7, 6));
        it.open_round("b");
        assert_eq!(it.asked_in("b").len(), 7);
        assert!(!it.remove_round("b") && it.remove_round("c"));
        assert_eq!(it.rounds(), ["b", "a"]);
        it.set_told_on("b", day("2026-11-05"));
        it.set_told("b", "I sagde, at der manglede ro.");
        let again = Survey::read(&it.write());
        assert_eq!((again.told_on("b"), again.told("b")), (it.told_on("b"), it.told("b")));
    }

    #[test]
    fn batches_count_those_who_answered_anything() {
        let mut fields = Fields::default();
        for (name, how) in [("1", "whole"), ("2", "part"), ("3", "blank"), ("4", "newer")] {
            fields.put(survey_sheet_path("r", "x", name), how);
        }
        fields.put(survey_sheet_path("r", "y", "5"), "whole");
        fields.put(survey_sheet_path("other", "z", "6"), "whole");
        fields.put(survey_answer_path("r", "x", "esi-ro", "7"), 3);
        let it = Survey::read(&fields);
        assert_eq!(it.batches("r"), [("x".to_owned(), 2), ("y".to_owned(), 1)]);
        assert_eq!(it.answers_of("r", "x")["esi-ro"], [json!(3)]);
        assert!(it.answers_of("r", "y").is_empty());
    }

    #[test]
    fn what_a_round_was_closed_with_is_counted_as_one() {
        let mut fields = Fields::default();
        for (batch, name) in [("a", "1"), ("a", "2"), ("b", "3"), ("c", "4"), ("d", "5")] {
            fields.put(survey_sheet_path("r", batch, name), "whole");
        }
        let mut close = |closing: &str, batch: &str| {
            fields.put(survey_closing_path("r", closing, batch), true);
            Survey::read(&fields)
        };
        close("y", "a");
        let it = close("y", "b");
        let group = |batches: &[&str], n| (batches.iter().map(|&it| it.to_owned()).collect(), n);
        assert_eq!(it.groups("r"), [group(&["c"], 1), group(&["d"], 1), group(&["a", "b"], 3)]);
        assert_eq!(it.unclosed("r"), (vec!["c".to_owned(), "d".to_owned()], 2));
        close("z", "b");
        let it = close("z", "c");
        assert_eq!(it.groups("r"), [group(&["d"], 1), group(&["a", "b"], 3), group(&["c"], 1)]);
    }

    #[test]
    fn everybody_agrees_only_where_every_sheet_says_yes() {
        let table: [(&[&str], &[&str], bool); 6] = [
            (&[], &[], false),
            (&["whole", "part"], &["ja", "ja"], true),
            (&["whole", "part"], &["ja", "nej"], false),
            (&["whole", "part"], &["ja"], false),
            (&["whole", "blank"], &["ja", "nej"], false),
            (&["whole"], &["ja", "ja"], false),
        ];
        for (sheets, said, agree) in table {
            let mut fields = Fields::default();
            for (n, how) in sheets.iter().enumerate() {
                fields.put(survey_sheet_path("r", "x", &n.to_string()), *how);
            }
            for (n, yes) in said.iter().enumerate() {
                fields.put(survey_answer_path("r", "x", MAY_SHOW, &n.to_string()), *yes);
            }
            assert_eq!(Survey::read(&fields).all_agree("r"), agree, "{sheets:?} {said:?}");
        }
    }
}
