//! One filled-in lesson.
//!
//! It is its values by path and nothing else: what is read is read from there, a change touches one
//! path, and what another version wrote stays as it was. Each kind of answer has a place of its own
//! (`ratings/<item>`, `notes/<item>/<id>`), so two people who answer different things never collide,
//! and a path says how to read its value with no form at hand.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::codes::pupil_codes;
use super::fields::{AGREEMENT, DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record, Tracked};
use super::kind::Kind;
use super::template::TemplateRef;
use crate::ledger::{Change, RecordId};

/// What was seen of something that has described levels. Not seen is not the lowest level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// One of the levels, from 1.
    Level(u8),
    /// It did not come up in this lesson.
    NotSeen,
}

/// An answer in words, by the kind of place it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// What was seen that speaks for a level.
    Comment,
    /// The id of the one option chosen.
    Choice,
    /// What was written where no option fits.
    Other,
    /// Free text.
    Text,
    /// A number as it was written, with a point for decimals.
    Number,
}

impl Words {
    const fn place(self) -> &'static str {
        match self {
            Self::Comment => "comments",
            Self::Choice => "choices",
            Self::Other => "others",
            Self::Text => "texts",
            Self::Number => "numbers",
        }
    }
}

/// One filled-in lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observation(pub(super) Tracked);

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
        TemplateRef::read(&self.0)
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
        self.0.set("begins", time.map(|time| json!(super::iso::write_time(time))));
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

    /// Whether the frame of the observation was agreed beforehand.
    pub fn is_agreed(&self) -> Option<bool> {
        self.0.0.get("agreed").and_then(Value::as_bool)
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

/// Answers, by the item's id.
impl Observation {
    /// The level that was marked.
    pub fn rating(&self, item: &str) -> Option<Rated> {
        match self.0.0.get(&format!("ratings/{item}"))? {
            Value::String(text) if text == "not-seen" => Some(Rated::NotSeen),
            Value::Number(level) => Some(Rated::Level(u8::try_from(level.as_u64()?).ok()?)),
            _ => None,
        }
    }

    /// Marks a level, or takes the mark back.
    pub fn rate(&mut self, item: &str, rated: Option<Rated>) {
        let value = rated.map(|rated| match rated {
            Rated::Level(level) => json!(level),
            Rated::NotSeen => json!("not-seen"),
        });
        self.0.set(format!("ratings/{item}"), value);
    }

    /// The answer in words; empty where there is none.
    pub fn words(&self, kind: Words, item: &str) -> String {
        self.0.text(&format!("{}/{item}", kind.place()))
    }

    /// Answers in words; nothing written and no answer are the same.
    pub fn set_words(&mut self, kind: Words, item: &str, words: &str) {
        self.0.set_text(format!("{}/{item}", kind.place()), words);
    }

    /// The options chosen of several.
    pub fn picks(&self, item: &str) -> Vec<String> {
        let place = format!("picks/{item}");
        let picks = self.0.below(&place).filter(|(_, picked)| picked.as_bool() == Some(true));
        picks.map(|(option, _)| option.to_owned()).collect()
    }

    /// Chooses an option, or takes it back.
    pub fn pick(&mut self, item: &str, option: &str, picked: bool) {
        self.0.set(format!("picks/{item}/{option}"), picked.then_some(json!(true)));
    }

    /// Which notes are tied to a level, as `item/id`, by the item that is rated. A tie to a note that
    /// is gone does not count; it is there again when the note is.
    pub fn evidence(&self, item: &str) -> Vec<String> {
        let place = format!("evidence/{item}");
        let ties = self.0.below(&place).map(|(note, _)| note.to_owned());
        ties.filter(|note| self.0.0.contains_key(&format!("notes/{note}"))).collect()
    }

    /// Ties a note to a level, or unties it.
    pub fn tie_evidence(&mut self, item: &str, note: &str, tied: bool) {
        self.0.set(format!("evidence/{item}/{note}"), tied.then_some(json!(true)));
    }

    /// Whether anything at all has been answered for an item.
    pub fn is_answered(&self, item: &str) -> bool {
        self.rating(item).is_some()
            || [Words::Choice, Words::Other, Words::Text, Words::Number]
                .into_iter()
                .any(|kind| !self.words(kind, item).trim().is_empty())
            || ["picks", "taps", "notes", "moments", "roles"]
                .into_iter()
                .any(|place| self.0.below(&format!("{place}/{item}")).next().is_some())
    }

    /// Whether anything has been answered or put down: from then on the form stays the same.
    pub fn is_begun(&self) -> bool {
        const PLACES: [&str; 10] = [
            "ratings", "choices", "others", "texts", "numbers", "picks", "taps", "notes",
            "moments", "roles",
        ];
        PLACES.into_iter().any(|place| self.0.below(place).next().is_some())
    }

    /// Whether the answer to an item is the one that makes another show.
    pub fn says(&self, item: &str, value: &str) -> bool {
        let rated = match self.rating(item) {
            Some(Rated::Level(level)) => level.to_string() == value,
            Some(Rated::NotSeen) => value == "not-seen",
            None => false,
        };
        rated
            || self.words(Words::Choice, item) == value
            || self.0.flag(&format!("picks/{item}/{value}"))
    }
}

impl Record for Observation {
    const KIND: Kind = Kind::Observation;

    fn read(fields: &Fields) -> Self {
        Self(Tracked::new(fields.clone()))
    }

    fn write(&self) -> Fields {
        Fields::clone(&self.0)
    }

    fn take_change(&mut self) -> Option<Change> {
        Some(self.0.take_change())
    }
}

#[cfg(test)]
mod tests {
    use super::super::lesson_log::Note;
    use super::*;

    #[test]
    fn every_kind_of_answer_can_be_given_and_taken_back() {
        let mut it = Observation::default();
        it.rate("a", Some(Rated::Level(2)));
        it.rate("b", Some(Rated::NotSeen));
        it.set_words(Words::Choice, "c", "ja");
        it.pick("d", "x", true);
        it.pick("d", "y", true);
        it.tie_evidence("a", "n/1", true);
        assert!(it.evidence("a").is_empty(), "the note is not there");
        it.set_note("n", "1", Some(&Note::default()));
        assert_eq!(it.rating("a"), Some(Rated::Level(2)));
        assert_eq!(it.rating("b"), Some(Rated::NotSeen));
        assert_eq!(it.picks("d"), ["x", "y"]);
        assert_eq!(it.evidence("a"), ["n/1"]);
        assert!(["a", "b", "c", "d"].iter().all(|item| it.is_answered(item)));
        assert!(it.says("a", "2") && it.says("b", "not-seen") && it.says("c", "ja"));
        assert!(it.says("d", "y") && !it.says("d", "z"));

        it.rate("a", None);
        it.rate("b", None);
        it.set_words(Words::Choice, "c", "");
        it.pick("d", "x", false);
        it.pick("d", "y", false);
        it.tie_evidence("a", "n/1", false);
        it.set_note("n", "1", None);
        assert_eq!(it, Observation::default());
    }

    #[test]
    fn an_item_does_not_answer_for_one_whose_id_begins_alike() {
        let mut it = Observation::default();
        it.pick("fokus-to", "x", true);
        it.set_words(Words::Text, "fokus-to", "x");
        assert!(!it.is_answered("fokus"));
        assert!(it.picks("fokus").is_empty());
    }

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

    #[test]
    fn remembers_what_has_been_written() {
        let mut it = Observation::read(&Fields([("class".into(), json!("5.b"))].into()));
        assert_eq!(it.take_change(), Some(Change::default()));
        it.rate("a", Some(Rated::Level(1)));
        it.rate("a", Some(Rated::Level(2)));
        it.set_class("");
        let change = it.take_change().unwrap();
        assert_eq!(change.set, [("ratings/a".into(), json!(2))].into());
        assert_eq!(change.unset, ["class".into()].into());
        assert_eq!(it.take_change(), Some(Change::default()));
        let mut same = Observation::default();
        same.rate("a", Some(Rated::Level(2)));
        assert_eq!(it, same, "the same values are the same");
    }

    #[test]
    fn what_another_version_wrote_is_not_touched() {
        let strange = Fields([("ratings/a".into(), json!([1])), ("new".into(), json!({}))].into());
        let mut it = Observation::read(&strange);
        assert_eq!(it.rating("a"), None);
        it.set_class("5.b");
        let change = strange.change_to(it.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["class"]);
        assert!(change.unset.is_empty());
    }
}
