//! The head of an observation: which lesson it is, who is there, and what is looked at.

use serde_json::{Value, json};

use super::observation::Observation;
use crate::domain::forms::TemplateRef;
use crate::domain::record::{
    AGREEMENT, DAY, EXAMPLE, FINISHED, FOCUS, INITIATIVE, LESSON, fields, pupil_codes,
};

/// A field outside the template, for saying where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservationField {
    /// The day is missing.
    Day,
    /// It belongs to no initiative.
    Initiative,
}

fields! {
    /// Which lesson it is.
    Observation {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// The day of the lesson.
        day / set_day: Day = DAY,
        /// When the lesson begins.
        begins / set_begins: Time = "begins",
        /// The lesson of the plan that it was begun from.
        lesson / set_lesson: Record = LESSON,
        /// How the adults planned to teach together.
        planned_model / set_planned_model: Text = "model",
        /// The class or group.
        class / set_class: Text = "class",
        /// Who observes, as initials.
        observer / set_observer: Text = "observer",
        /// What the lesson is about, and what is looked at for it.
        focus / set_focus: Text = FOCUS,
        /// The agreement it was begun from.
        agreement / set_agreement: Record = AGREEMENT,
        /// Why the lesson is observed without an agreed frame.
        reason / set_reason: Text = "reason",
        /// When it was marked as done, in milliseconds since 1970.
        finished / set_finished: Number = FINISHED,
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
        /// The adults of the lesson, by initials or a word, as they are called in the form: A and B.
        adult / set_adult(adult): Text = "adults/{adult}",
    }
}

impl Observation {
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

    /// Whether the frame of the observation was agreed beforehand.
    pub fn is_agreed(&self) -> Option<bool> {
        self.0.get("agreed").and_then(Value::as_bool)
    }

    /// Says whether the frame was agreed.
    pub fn set_agreed(&mut self, agreed: Option<bool>) {
        self.0.set("agreed", agreed.map(|agreed| json!(agreed)));
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
    use crate::ledger::RecordId;

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
