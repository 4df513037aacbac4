//! A quick note: a few words in the middle of everything, with the time of the first key.
//!
//! It is for the one who wrote it: a file about an initiative does not hold it (see
//! [`Kind::is_private`]).

use chrono::NaiveDate;
use serde_json::json;

use crate::domain::record::{DAY, EXAMPLE, Fields, INITIATIVE, Kind, LESSON, Record};
use crate::ledger::RecordId;

/// A quick note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jot(pub(in crate::domain) Fields);

impl Jot {
    /// The initiative it belongs to.
    pub fn initiative(&self) -> Option<RecordId> {
        self.0.parsed(INITIATIVE)
    }

    /// Has it belong to an initiative.
    pub fn set_initiative(&mut self, initiative: Option<RecordId>) {
        self.0.set(INITIATIVE, initiative.map(|rec| json!(rec.to_string())));
    }

    /// The lesson it was written in.
    pub fn lesson(&self) -> Option<RecordId> {
        self.0.parsed(LESSON)
    }

    /// Has it belong to a lesson.
    pub fn set_lesson(&mut self, lesson: Option<RecordId>) {
        self.0.set(LESSON, lesson.map(|rec| json!(rec.to_string())));
    }

    /// The class or group.
    pub fn class(&self) -> String {
        self.0.text("class")
    }

    /// Sets the class or group.
    pub fn set_class(&mut self, class: &str) {
        self.0.set_text("class", class);
    }

    /// When the first key was pressed, in milliseconds since 1970.
    pub fn at(&self) -> Option<u64> {
        self.0.number("at")
    }

    /// Stamps it with the first key's time and day; later keys change nothing.
    pub fn stamp(&mut self, at: u64, day: NaiveDate) {
        if self.at().is_none() {
            self.0.put("at", at);
            self.0.put(DAY, day.to_string());
        }
    }

    /// The mark, by the id it has in the general form; may be empty.
    pub fn tag(&self) -> String {
        self.0.text("tag")
    }

    /// Marks it.
    pub fn set_tag(&mut self, tag: &str) {
        self.0.set_text("tag", tag);
    }

    /// What it says.
    pub fn text(&self) -> String {
        self.0.text("text")
    }

    /// Writes it.
    pub fn set_text(&mut self, text: &str) {
        self.0.set_text("text", text);
    }

    /// Whether it belongs to the made-up initiative.
    pub fn example(&self) -> bool {
        self.0.flag(EXAMPLE)
    }

    /// Says that it belongs to the made-up initiative.
    pub fn set_example(&mut self, example: bool) {
        self.0.set(EXAMPLE, example.then_some(json!(true)));
    }
}

impl Record for Jot {
    const KIND: Kind = Kind::Jot;

    fn read(fields: &Fields) -> Self {
        Self(fields.clone())
    }

    fn write(&self) -> Fields {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_that_of_the_first_key() {
        let (one, two) = ("2026-11-24".parse().unwrap(), "2026-11-25".parse().unwrap());
        let mut it = Jot::default();
        it.stamp(7, one);
        it.stamp(9, two);
        assert_eq!((it.at(), it.write().day(DAY)), (Some(7), Some(one)));
    }
}
