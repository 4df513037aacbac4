//! A talk with a few pupils by a guide: keywords to each question, and no names.
//!
//! It is its values by path. A keyword stands at `keywords/<question>/<id>/text` with what it is at `/mark`; pupils
//! are codes at `pupils/<code>`, or only how many they were.

use serde_json::{Value, json};

use super::pupil_talk_content::{TalkGuide, talk_guide};
use crate::domain::record::{
    DAY, EXAMPLE, INITIATIVE, Tracked, fields, pupil_codes, record_of_tracked,
};
use crate::ledger::{Path, in_order};

/// What a keyword can be, by the ids that records keep: an example, a quote, a suggestion.
pub const TALK_MARKS: [&str; 3] = ["eksempel", "citat", "forslag"];

/// More pupils than are talked with at once.
const MOST_TALKED: u64 = 99;

/// A talk with pupils.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PupilTalk(Tracked);

fields! {
    PupilTalk {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
        /// The day it is held.
        day / set_day: Day = DAY,
        /// The class or group.
        class / set_class: Text = "class",
        /// How many pupils there were, as it was written.
        count_text / set_count_text: Text = "count",
        /// What a keyword says.
        note / set_note(question, id): Text = "keywords/{question}/{id}/text",
        /// What a keyword is: one of [`TALK_MARKS`], or empty.
        mark / set_mark(question, id): Text = "keywords/{question}/{id}/mark",
    }
}

impl PupilTalk {
    /// The guide it is held by; `None` where none is chosen or this version does not have it.
    pub fn guide(&self) -> Option<&'static TalkGuide> {
        talk_guide(&self.0.text("guide"))
    }

    /// Chooses the guide, until something is written; says whether it was chosen.
    pub fn set_guide(&mut self, id: &str) -> bool {
        let free = !self.is_held();
        if free {
            self.0.set_text("guide", id);
        }
        free
    }

    /// The pupils by their codes, E02 before E10.
    pub fn pupils(&self) -> Vec<String> {
        in_order(self.0.ticked("pupils"), |a: &String, b| (a.len(), a).cmp(&(b.len(), b)))
    }

    /// Sets the pupils from a text with codes in it. What may be a name is not kept.
    pub fn set_pupils(&mut self, text: &str) {
        let codes = pupil_codes(text).codes;
        for gone in self.0.ticked("pupils") {
            if !codes.contains(&gone) {
                self.0.set(format!("pupils/{gone}"), None);
            }
        }
        for code in codes {
            self.0.set(format!("pupils/{code}"), Some(json!(true)));
        }
    }

    /// How many pupils there were: as many as there are codes, or as it was written.
    pub fn count(&self) -> Option<u64> {
        let codes = u64::try_from(self.pupils().len()).ok().filter(|n| *n > 0);
        let written = || self.count_text().trim().parse().ok();
        codes.or_else(written).filter(|n| (1..=MOST_TALKED).contains(n))
    }

    /// The keywords to a question, in the order they were made, by an id that stays.
    pub fn notes(&self, question: &str) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (id, part, _) in self.0.below_two(&format!("keywords/{question}")) {
            // What somebody elsewhere marked when it was removed here does not bring it back.
            if part != "mark" && ids.last().is_none_or(|last| last != id) {
                ids.push(id.to_owned());
            }
        }
        ids
    }

    /// Makes room for a keyword.
    pub fn add_note(&mut self, question: &str, id: &str) {
        self.0.set(format!("keywords/{question}/{id}/made"), Some(json!(true)));
    }

    /// Takes a keyword away and gives what it was.
    pub fn take_note(&mut self, question: &str, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("keywords/{question}/{id}"))
    }

    /// Puts back what was taken away.
    pub fn put_back(&mut self, taken: &[(Path, Value)]) {
        self.0.put_back(taken);
    }

    /// The keywords to a question that say something, each with what it is.
    pub fn said(&self, question: &str) -> Vec<(String, String)> {
        let notes = self.notes(question).into_iter();
        let said = notes.map(|id| (self.note(question, &id), self.mark(question, &id)));
        said.filter(|(text, _)| !text.trim().is_empty()).collect()
    }

    /// Whether anything has been written: then it was held, and its guide stays.
    pub fn is_held(&self) -> bool {
        let is_word = |rest: &str| rest.ends_with("/text");
        self.0.below("keywords").any(|(rest, text)| {
            is_word(rest) && text.as_str().is_some_and(|text| !text.trim().is_empty())
        })
    }
}

record_of_tracked!(PupilTalk);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Fields, Record as _, difference};

    #[test]
    fn keywords_are_written_marked_taken_away_and_put_back() {
        let mut it = PupilTalk::default();
        it.set_guide("elevsamtale-indskoling");
        it.add_note("esi-q1", "a");
        assert!(!it.is_held() && it.set_guide("elevsamtale-mellemtrin-udskoling"));
        it.set_guide("elevsamtale-indskoling");
        it.set_note("esi-q1", "a", "De viste tårnet");
        it.set_mark("esi-q1", "a", TALK_MARKS[0]);
        it.add_note("esi-q1", "b");
        it.add_note("esi-q2", "c");
        it.set_note("esi-q2", "c", "At bygge");
        assert_eq!((it.notes("esi-q1").len(), it.notes("esi-q2").len()), (2, 1));
        let said = vec![("De viste tårnet".to_owned(), "eksempel".to_owned())];
        assert_eq!(it.said("esi-q1"), said);
        assert!(it.is_held() && !it.set_guide("elevsamtale-mellemtrin-udskoling"));
        let before = it.clone();
        let taken = it.take_note("esi-q1", "a");
        assert_eq!((taken.len(), it.notes("esi-q1")), (3, vec!["b".to_owned()]));
        it.put_back(&taken);
        assert_eq!(it, before);
        assert_eq!(PupilTalk::read(&it.write()), it);
    }

    #[test]
    fn two_who_write_to_one_question_never_meet() {
        let mut it = PupilTalk::default();
        it.add_note("esi-q1", "a");
        let before = it.clone();
        it.set_note("esi-q1", "a", "x");
        it.add_note("esi-q1", "b");
        let change = difference(&before, &it);
        let paths: Vec<_> = change.set.keys().map(String::as_str).collect();
        assert_eq!(paths, ["keywords/esi-q1/a/text", "keywords/esi-q1/b/made"]);
    }

    #[test]
    fn pupils_are_codes_or_only_how_many() {
        let mut it = PupilTalk::default();
        for (text, count) in [("4", Some(4)), ("0", None), ("mange", None), ("100", None)] {
            it.set_count_text(text);
            assert_eq!(it.count(), count, "{text}");
        }
        it.set_pupils("e04, E17 Ali");
        assert_eq!((it.pupils(), it.count()), (vec!["E04".into(), "E17".into()], Some(2)));
        assert!(!it.write().0.values().any(|value| value.to_string().contains("Ali")));
        it.set_pupils("E17");
        assert_eq!(it.pupils(), ["E17"]);
    }

    #[test]
    fn a_mark_alone_is_no_keyword() {
        let mut fields = Fields::default();
        fields.put("keywords/esi-q1/gone/mark", "citat");
        fields.put("keywords/esi-q1/new/of-a-newer-version", 7);
        let it = PupilTalk::read(&fields);
        assert_eq!((it.notes("esi-q1"), it.is_held()), (vec!["new".to_owned()], false));
        assert!(it.said("esi-q1").is_empty());
        assert_eq!(it.write(), fields);
    }
}
