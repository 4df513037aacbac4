//! The head of an observation: which lesson it is, who is there, and what is looked at.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::observation::Observation;
use crate::domain::calendar::iso;
use crate::domain::forms::TemplateRef;
use crate::domain::record::{
    AGREEMENT, DAY, EXAMPLE, FINISHED, FOCUS, INITIATIVE, LESSON, pupil_codes,
};
use crate::ledger::RecordId;

/// A field outside the template, for saying where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservationField {
    /// The day is missing.
    Day,
    /// It belongs to no initiative.
    Initiative,
}

/// Which lesson it is.
impl Observation {
    /// The initiative it belongs to.
    pub fn initiative(&self) -> Option<RecordId> {
        self.0.parsed(INITIATIVE)
    }

    /// Has it belong to an initiative.
    pub fn set_initiative(&mut self, initiative: Option<RecordId>) {
        self.0.set(INITIATIVE, initiative.map(|rec| json!(rec.to_string())));
    }

    /// The version of the form it is filled in with, for ever.
    pub fn template(&self) -> Option<TemplateRef> {
        self.0.template()
    }

    /// Chooses the form, before anything is answered.
    pub fn set_template(&mut self, template: &TemplateRef) {
        for (path, value) in template.values() {
            self.0.set(path, Some(value));
        }
    }

    /// The day of the lesson.
    pub fn day(&self) -> Option<NaiveDate> {
        self.0.day(DAY)
    }

    /// Sets the day of the lesson.
    pub fn set_day(&mut self, day: Option<NaiveDate>) {
        self.0.set(DAY, day.map(|day| json!(day.to_string())));
    }

    /// When the lesson begins.
    pub fn begins(&self) -> Option<NaiveTime> {
        self.0.time("begins")
    }

    /// Sets when the lesson begins, to the minute.
    pub fn set_begins(&mut self, time: Option<NaiveTime>) {
        self.0.set("begins", time.map(|time| json!(iso::write_time(time))));
    }

    /// The lesson of the plan that it was begun from.
    pub fn lesson(&self) -> Option<RecordId> {
        self.0.parsed(LESSON)
    }

    /// Has it belong to a lesson of the plan.
    pub fn set_lesson(&mut self, lesson: Option<RecordId>) {
        self.0.set(LESSON, lesson.map(|rec| json!(rec.to_string())));
    }

    /// How the adults planned to teach together.
    pub fn planned_model(&self) -> String {
        self.0.text("model")
    }

    /// Sets how the adults planned to teach together.
    pub fn set_planned_model(&mut self, model: &str) {
        self.0.set_text("model", model);
    }

    /// The class or group.
    pub fn class(&self) -> String {
        self.0.text("class")
    }

    /// Sets the class or group.
    pub fn set_class(&mut self, class: &str) {
        self.0.set_text("class", class);
    }

    /// Who observes, as initials.
    pub fn observer(&self) -> String {
        self.0.text("observer")
    }

    /// Sets who observes.
    pub fn set_observer(&mut self, initials: &str) {
        self.0.set_text("observer", initials);
    }

    /// The adults of the lesson, by initials or a word, as they are called in the form: A and B.
    pub fn adult(&self, adult: &str) -> String {
        self.0.text(&format!("adults/{adult}"))
    }

    /// Names an adult of the lesson.
    pub fn set_adult(&mut self, adult: &str, initials: &str) {
        self.0.set_text(format!("adults/{adult}"), initials);
    }

    /// What the lesson is about, and what is looked at for it.
    pub fn focus(&self) -> String {
        self.0.text(FOCUS)
    }

    /// Says what the lesson is about.
    pub fn set_focus(&mut self, focus: &str) {
        self.0.set_text(FOCUS, focus);
    }

    /// Whether the frame of the observation was agreed beforehand.
    pub fn is_agreed(&self) -> Option<bool> {
        self.0.get("agreed").and_then(Value::as_bool)
    }

    /// Says whether the frame was agreed.
    pub fn set_agreed(&mut self, agreed: Option<bool>) {
        self.0.set("agreed", agreed.map(|agreed| json!(agreed)));
    }

    /// The agreement it was begun from.
    pub fn agreement(&self) -> Option<RecordId> {
        self.0.parsed(AGREEMENT)
    }

    /// Says which agreement it is begun from.
    pub fn set_agreement(&mut self, agreement: Option<RecordId>) {
        self.0.set(AGREEMENT, agreement.map(|rec| json!(rec.to_string())));
    }

    /// Why the lesson is observed without an agreed frame.
    pub fn reason(&self) -> String {
        self.0.text("reason")
    }

    /// Says why the lesson is observed without an agreed frame.
    pub fn set_reason(&mut self, reason: &str) {
        self.0.set_text("reason", reason);
    }

    /// Whether it may be begun: the frame is agreed, or there is a reason to go on without.
    pub fn may_start(&self) -> bool {
        self.is_agreed() == Some(true)
            || self.is_agreed() == Some(false) && !self.reason().trim().is_empty()
    }

    /// The codes of the pupils that are looked at, in the order of the codes.
    pub fn pupils(&self) -> Vec<String> {
        self.0.below("pupils").map(|(code, _)| code.to_owned()).collect()
    }

    /// Sets which pupils are looked at: codes with anything but letters and digits between them. No
    /// names: a code has a digit.
    pub fn set_pupils(&mut self, codes: &str) {
        let codes = pupil_codes(codes).codes;
        for gone in self.pupils().into_iter().filter(|code| !codes.contains(code)) {
            self.0.set(format!("pupils/{gone}"), None);
        }
        for code in codes {
            self.0.set(format!("pupils/{code}"), Some(json!(true)));
        }
    }

    /// When it was marked as done, in milliseconds since 1970.
    pub fn finished(&self) -> Option<u64> {
        self.0.number(FINISHED)
    }

    /// Marks it as done, or takes that back.
    pub fn set_finished(&mut self, at: Option<u64>) {
        self.0.set(FINISHED, at.map(|at| json!(at)));
    }

    /// Whether it belongs to the made-up initiative.
    pub fn example(&self) -> bool {
        self.0.flag(EXAMPLE)
    }

    /// Says that it belongs to the made-up initiative.
    pub fn set_example(&mut self, example: bool) {
        self.0.set(EXAMPLE, example.then_some(json!(true)));
    }

    /// What keeps it from being finished. It can be left as it is.
    pub fn flaws(&self) -> Vec<ObservationField> {
        [
            self.initiative().is_none().then_some(ObservationField::Initiative),
            self.day().is_none().then_some(ObservationField::Day),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pupils_are_codes_and_never_names() {
        let mut it = Observation::default();
        it.set_pupils("e04, E17 Ali; 7");
        assert_eq!(it.pupils(), ["7", "E04", "E17"]);
        it.set_pupils("E17");
        assert_eq!(it.pupils(), ["E17"]);
    }

    #[test]
    fn says_what_keeps_it_from_being_finished() {
        let mut it = Observation::default();
        assert_eq!(it.flaws(), [ObservationField::Initiative, ObservationField::Day]);
        it.set_initiative(Some(RecordId::new(1, [1; 10])));
        it.set_day("2026-11-23".parse().ok());
        assert_eq!(it.flaws(), []);
    }
}
