//! The answers of a measurement: each has the place `answers/<wave>/<row>/<item>` and is kept as it was
//! given. A row is a pupil's code; where a pupil has answered again at the same time, the next row is
//! `E03+2`: both are kept, and the latest counts.

use serde_json::{Value, json};

use super::measurement::{FROZEN, Measurement, START, pupil_of};
use crate::ledger::in_order;

const SKIPPED: &str = "-";

/// An answer, as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A step of a scale.
    Step(i32),
    /// A number, with a point for decimals.
    Number(String),
    /// The pupil did not want to or could not answer.
    Skipped,
}

/// Which of a pupil's answers a row is, from 1.
pub fn entry_of(row: &str) -> u32 {
    row.split_once('+').and_then(|(_, entry)| entry.parse().ok()).unwrap_or(1)
}

/// The row of a pupil's answers.
pub fn row_of(pupil: &str, entry: u32) -> String {
    if entry > 1 { format!("{pupil}+{entry}") } else { pupil.to_owned() }
}

impl Measurement {
    /// The rows of a wave: every pupil, and who has answered again. Those who have left are there as
    /// long as they have answers in it.
    pub fn rows(&self, wave: &str) -> Vec<String> {
        let place = format!("answers/{wave}");
        let mut rows: Vec<String> = self.pupils();
        rows.retain(|code| !self.has_left(code) || self.has_answers(wave, code));
        let opened = format!("again/{wave}");
        let given = self.0.below_two(&place).map(|(row, _, _)| row.to_owned());
        for row in given.chain(self.0.below(&opened).map(|(row, _)| row.to_owned())) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        in_order(rows, |a: &String, b| {
            let place = |row: &str| (pupil_of(row).len(), pupil_of(row).to_owned(), entry_of(row));
            place(a).cmp(&place(b))
        })
    }

    /// Opens one more row for a pupil who is there already; gives its name.
    pub fn answer_again(&mut self, wave: &str, pupil: &str) -> String {
        let of_pupil = self.rows(wave).into_iter().filter(|row| pupil_of(row) == pupil);
        let last = of_pupil.map(|row| entry_of(&row)).max();
        let row = row_of(pupil, last.map_or(1, |last| last + 1));
        if entry_of(&row) > 1 {
            self.0.set(format!("again/{wave}/{row}"), Some(json!(true)));
        }
        row
    }

    /// Closes such a row again, where nothing is answered in it.
    pub fn close_again(&mut self, wave: &str, row: &str) {
        if !self.has_answers(wave, row) {
            self.0.set(format!("again/{wave}/{row}"), None);
        }
    }

    /// An answer.
    pub fn answer(&self, wave: &str, row: &str, item: &str) -> Option<Given> {
        match self.0.get(&answer_path(wave, row, item))? {
            Value::Number(step) => Some(Given::Step(i32::try_from(step.as_i64()?).ok()?)),
            Value::String(skipped) if skipped == SKIPPED => Some(Given::Skipped),
            Value::String(number) => Some(Given::Number(number.clone())),
            _ => None,
        }
    }

    /// Keeps an answer as it was given, or takes it back.
    pub fn set_answer(&mut self, wave: &str, row: &str, item: &str, given: Option<&Given>) {
        if given.is_some() && !self.is_begun() {
            let digest = self.digest();
            self.0.set_text(FROZEN, &digest);
        }
        let value = given.map(|given| match given {
            Given::Step(step) => json!(step),
            Given::Number(number) => json!(number),
            Given::Skipped => json!(SKIPPED),
        });
        self.0.set(answer_path(wave, row, item), value);
        if !self.is_begun() {
            self.0.set(FROZEN, None);
        }
    }

    /// Whether a row has any answer.
    pub fn has_answers(&self, wave: &str, row: &str) -> bool {
        self.0.below(&format!("answers/{wave}/{row}")).next().is_some()
    }

    /// The last wave after the start in which somebody has answered.
    pub fn latest_answered(&self) -> Option<String> {
        let is_answered = |wave: &String| wave != START && self.answered_in(wave) > 0;
        self.waves().into_iter().rev().find(is_answered)
    }

    /// How many pupils have answered in a wave.
    pub fn answered_in(&self, wave: &str) -> usize {
        let place = format!("answers/{wave}");
        let mut pupils: Vec<&str> = Vec::new();
        for (row, _, _) in self.0.below_two(&place) {
            if !pupils.contains(&pupil_of(row)) {
                pupils.push(pupil_of(row));
            }
        }
        pupils.len()
    }

    /// The items that a row has answers to, whether the instrument has them or not.
    pub fn items_of(&self, wave: &str, row: &str) -> Vec<String> {
        let place = format!("answers/{wave}/{row}");
        self.0.below(&place).map(|(item, _)| item.to_owned()).collect()
    }
}

/// Where an answer stands.
fn answer_path(wave: &str, row: &str, item: &str) -> String {
    format!("answers/{wave}/{row}/{item}")
}
