//! One measurement of an initiative: the same instrument at the start, at the end, and in between.
//!
//! It is its values by path. Pupils are codes; an answer has the place `scores/<pupil>/<wave>/<item>`
//! and is kept as it was given.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::fields::{Fields, INITIATIVE};
use crate::ledger::RecordId;

/// The wave at the start.
pub const START: &str = "start";
/// The wave at the end.
pub const END: &str = "end";

/// Whether a text is a pupil's code: `E` and two or three digits, not all 0.
pub fn is_pupil_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|digits| {
        (2..=3).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && digits.bytes().any(|digit| digit != b'0')
    })
}

/// One measurement of an initiative.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurement(Fields);

impl Measurement {
    /// Reads it from a record's values.
    pub fn read(fields: &Fields) -> Self {
        Self(fields.clone())
    }

    /// Its values, to be written.
    pub fn write(&self) -> Fields {
        self.0.clone()
    }

    /// The initiative it belongs to.
    pub fn initiative(&self) -> Option<RecordId> {
        self.0.parsed(INITIATIVE)
    }

    /// Has it belong to an initiative.
    pub fn set_initiative(&mut self, initiative: Option<RecordId>) {
        self.0.set(INITIATIVE, initiative.map(|rec| json!(rec.to_string())));
    }

    /// The instrument and its version, for ever.
    pub fn instrument(&self) -> Option<(String, u32)> {
        let id = self.0.text("instrument/id");
        let version = self.0.number("instrument/version")?;
        (!id.is_empty()).then_some((id, u32::try_from(version).ok()?))
    }

    /// Chooses the instrument. Once there are answers it stays; says whether it was chosen.
    pub fn set_instrument(&mut self, id: &str, version: u32) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text("instrument/id", id);
            self.0.put("instrument/version", version);
        }
        free
    }

    /// Whether anything has been answered.
    pub fn is_begun(&self) -> bool {
        self.0.below("scores").next().is_some()
    }

    /// The goal that it is to say something about.
    pub fn goal(&self) -> String {
        self.0.text("goal")
    }

    /// Ties it to a goal, before the first answer; says whether it was tied.
    pub fn set_goal(&mut self, goal: &str) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text("goal", goal);
        }
        free
    }

    /// The day of a wave.
    pub fn wave_day(&self, wave: &str) -> Option<NaiveDate> {
        self.0.day(&format!("waves/{wave}"))
    }

    /// Sets the day of a wave, or takes the wave away; its answers stay.
    pub fn set_wave_day(&mut self, wave: &str, day: Option<NaiveDate>) {
        self.0.set(format!("waves/{wave}"), day.map(|day| json!(day.to_string())));
    }

    /// The codes on the list, in order.
    pub fn pupils(&self) -> Vec<String> {
        self.0.below("pupils").map(|(code, _)| code.to_owned()).collect()
    }

    /// Puts a pupil on the list, or takes one off; says whether the code is one.
    pub fn set_pupil(&mut self, code: &str, on: bool) -> bool {
        let fits = is_pupil_code(code);
        if fits {
            self.0.set(format!("pupils/{code}"), on.then_some(json!(true)));
        }
        fits
    }

    /// The answer as it was given: a step, or a decimal number with a point.
    pub fn answer(&self, pupil: &str, wave: &str, item: &str) -> Option<String> {
        match self.0.0.get(&format!("scores/{pupil}/{wave}/{item}"))? {
            Value::Number(step) => Some(step.to_string()),
            Value::String(number) => Some(number.clone()),
            _ => None,
        }
    }

    /// Keeps the step of a scale, or takes it back.
    pub fn set_step(&mut self, pupil: &str, wave: &str, item: &str, step: Option<i32>) {
        self.0.set(format!("scores/{pupil}/{wave}/{item}"), step.map(|step| json!(step)));
    }

    /// Keeps a number as it was written; nothing written takes it back.
    pub fn set_number(&mut self, pupil: &str, wave: &str, item: &str, number: &str) {
        self.0.set_text(format!("scores/{pupil}/{wave}/{item}"), number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_an_e_and_digits() {
        let good = ["E01", "E10", "E123"];
        assert!(good.into_iter().all(is_pupil_code));
        let bad = ["", "E", "E1", "E00", "e01", "E1234", "Emil", "E0a", "01"];
        assert!(!bad.into_iter().any(is_pupil_code));
    }

    #[test]
    fn instrument_and_goal_stay_once_there_is_an_answer() {
        let mut it = Measurement::default();
        assert!(it.set_instrument("a", 1) && it.set_goal("g") && it.set_pupil("E01", true));
        assert!(!it.set_pupil("Ali", true));
        it.set_step("E01", START, "i1", Some(4));
        it.set_number("E01", END, "points", "3.50");
        assert!(!it.set_instrument("b", 2) && !it.set_goal("h"));
        assert_eq!((it.instrument(), it.goal()), (Some(("a".into(), 1)), "g".into()));
        assert_eq!(it.answer("E01", START, "i1").as_deref(), Some("4"));
        assert_eq!(it.answer("E01", END, "points").as_deref(), Some("3.50"));
        assert_eq!(Measurement::read(&it.write()).pupils(), ["E01"]);
    }
}
