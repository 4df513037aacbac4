//! One filled-in lesson.
//!
//! It is its values by path and nothing else: what is read is read from there, a change touches one
//! path, and what another version wrote stays as it was. Each kind of answer has a place of its own
//! (`ratings/<item>`, `notes/<item>/<id>`), so two people who answer different things never collide,
//! and a path says how to read its value with no form at hand.

use serde_json::{Value, json};

use crate::domain::record::{Tracked, record_of_tracked, values};

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
pub struct Observation(pub(in crate::domain) Tracked);

/// Answers, by the item's id.
impl Observation {
    /// The level that was marked.
    pub fn rating(&self, item: &str) -> Option<Rated> {
        match self.0.get(&format!("ratings/{item}"))? {
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
        self.0.ticked(&format!("picks/{item}"))
    }

    /// Chooses an option, or takes it back.
    pub fn pick(&mut self, item: &str, option: &str, picked: bool) {
        self.0.set(format!("picks/{item}/{option}"), values::of_flag(picked));
    }

    /// Which notes are tied to a level, as `item/id`, by the item that is rated. A tie to a note that
    /// is gone does not count; it is there again when the note is.
    pub fn evidence(&self, item: &str) -> Vec<String> {
        let place = format!("evidence/{item}");
        let ties = self.0.below(&place).map(|(note, _)| note.to_owned());
        ties.filter(|note| self.0.get(&format!("notes/{note}")).is_some()).collect()
    }

    /// Ties a note to a level, or unties it.
    pub fn tie_evidence(&mut self, item: &str, note: &str, tied: bool) {
        self.0.set(format!("evidence/{item}/{note}"), values::of_flag(tied));
    }

    /// Whether anything at all has been answered for an item.
    pub fn is_answered(&self, item: &str) -> bool {
        self.rating(item).is_some()
            || [Words::Choice, Words::Other, Words::Text, Words::Number]
                .into_iter()
                .any(|kind| !self.words(kind, item).trim().is_empty())
            || ["picks", "taps", "counts", "notes", "moments", "roles"]
                .into_iter()
                .any(|place| self.0.below(&format!("{place}/{item}")).next().is_some())
    }

    /// Whether anything has been answered or put down: from then on the form stays the same.
    pub fn is_begun(&self) -> bool {
        const PLACES: [&str; 11] = [
            "ratings", "choices", "others", "texts", "numbers", "picks", "taps", "counts", "notes",
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

record_of_tracked!(Observation);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::observation::lesson_log::Note;
    use crate::domain::record::{Fields, Record as _};
    use crate::ledger::Change;

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
    fn remembers_what_has_been_written() {
        let mut it = Observation::read(&Fields([("class".into(), json!("5.b"))].into()));
        assert_eq!(it.take_change(), None, "nobody knows what it was before");
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
        it = it.clone();
        assert_eq!(it.take_change(), None, "another has taken its place");
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
