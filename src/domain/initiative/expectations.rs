//! What a team expects of an initiative, how each will be seen, and what became of it in the end.
//!
//! Each part of each expectation has a path of its own in the initiative's record:
//! `expectations/<id>/text`, `/seen`, `/type`, `/agreed/<who>`, and in phase 3 `/outcome` and `/why`.

use serde_json::{Value, json};

use super::initiative::Initiative;
use crate::domain::record::values;
use crate::ledger::Path;

/// Where expectations stand.
const PLACE: &str = "expectations";

/// A part of an expectation that is a text or a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectationPart {
    /// What is expected.
    Text,
    /// How it will be seen that it is reached.
    Seen,
    /// What it is about: an id of the content.
    Type,
    /// Whether it has been met: an id of the content.
    Outcome,
    /// A word on why.
    Why,
    /// The example of the content that it was begun from, by its id.
    Example,
}

impl ExpectationPart {
    const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Seen => "seen",
            Self::Type => "type",
            Self::Outcome => "outcome",
            Self::Why => "why",
            Self::Example => "example",
        }
    }
}

/// What is expected.
impl Initiative {
    /// The expectations, in the order they were added, by an id that stays.
    pub fn expectations(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (id, part, _) in self.0.below_two(PLACE) {
            // What somebody elsewhere judged when it was removed here does not bring it back.
            let is_one = ["made", "text", "seen"].contains(&part);
            if is_one && ids.last().is_none_or(|last| last != id) {
                ids.push(id.to_owned());
            }
        }
        ids
    }

    /// Adds one of which nothing is said yet.
    pub fn add_expectation(&mut self, id: &str) {
        self.0.set(format!("{PLACE}/{id}/made"), Some(json!(true)));
    }

    /// A part of an expectation.
    pub fn expectation(&self, id: &str, part: ExpectationPart) -> String {
        self.0.text(&format!("{PLACE}/{id}/{}", part.word()))
    }

    /// Says a part of an expectation.
    pub fn set_expectation(&mut self, id: &str, part: ExpectationPart, text: &str) {
        self.0.set_text(format!("{PLACE}/{id}/{}", part.word()), text);
    }

    /// Who agrees on an expectation, by ids of the content.
    pub fn agreeing(&self, id: &str) -> Vec<String> {
        self.0.ticked(&format!("{PLACE}/{id}/agreed"))
    }

    /// Says that somebody agrees on an expectation, or does not.
    pub fn set_agreeing(&mut self, id: &str, who: &str, agrees: bool) {
        self.0.set(format!("{PLACE}/{id}/agreed/{who}"), values::of_flag(agrees));
    }

    /// Whether it is said what is expected and not how it will be seen.
    pub fn lacks_sign(&self, id: &str) -> bool {
        let is_empty = |part| self.expectation(id, part).trim().is_empty();
        !is_empty(ExpectationPart::Text) && is_empty(ExpectationPart::Seen)
    }

    /// The expectations that have words: those that can be judged.
    pub fn worded_expectations(&self) -> Vec<String> {
        let mut ids = self.expectations();
        ids.retain(|id| !self.expectation(id, ExpectationPart::Text).trim().is_empty());
        ids
    }

    /// The expectations of which nobody has said whether they have been met.
    pub fn unjudged(&self) -> Vec<String> {
        let mut ids = self.worded_expectations();
        ids.retain(|id| self.expectation(id, ExpectationPart::Outcome).is_empty());
        ids
    }

    /// Takes an expectation away and gives what it was.
    pub fn take_expectation(&mut self, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("{PLACE}/{id}"))
    }

    /// Puts back what was taken away.
    pub fn put_back(&mut self, taken: &[(Path, Value)]) {
        self.0.put_back(taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Record as _, difference};

    #[test]
    fn each_part_has_a_path_of_its_own() {
        let mut it = Initiative::default();
        it.add_expectation("a");
        it.add_expectation("b");
        it.set_expectation("a", ExpectationPart::Text, "Flere kommer til orde");
        let before = it.clone();
        it.set_expectation("a", ExpectationPart::Seen, "Vi tæller");
        it.set_agreeing("a", "ledelse", true);
        let change = difference(&before, &it);
        let paths: Vec<_> = change.set.keys().map(String::as_str).collect();
        assert_eq!(paths, ["expectations/a/agreed/ledelse", "expectations/a/seen"]);
        assert!(change.unset.is_empty());
        assert_eq!((it.expectations().len(), it.agreeing("a")), (2, vec!["ledelse".to_owned()]));
        assert_eq!(it.worded_expectations(), ["a"]);
        assert_eq!(it.unjudged(), ["a"]);
        it.set_expectation("a", ExpectationPart::Outcome, "delvist");
        assert!(it.unjudged().is_empty());
    }

    #[test]
    fn says_where_nobody_has_said_how_it_will_be_seen() {
        let table = [
            ("", "", false),
            ("x", "", true),
            ("x", " ", true),
            ("x", "y", false),
            ("", "y", false),
        ];
        for (text, seen, expected) in table {
            let mut it = Initiative::default();
            it.set_expectation("a", ExpectationPart::Text, text);
            it.set_expectation("a", ExpectationPart::Seen, seen);
            assert_eq!(it.lacks_sign("a"), expected, "{text} {seen}");
        }
    }

    #[test]
    fn what_is_taken_away_can_be_put_back_whole() {
        let mut it = Initiative::default();
        it.add_expectation("a");
        it.set_expectation("a", ExpectationPart::Text, "x");
        it.set_agreeing("a", "team", true);
        it.add_expectation("ab");
        let before = it.clone();
        let taken = it.take_expectation("a");
        assert_eq!((taken.len(), it.expectations()), (3, vec!["ab".to_owned()]));
        it.put_back(&taken);
        assert_eq!(it, before);
    }

    #[test]
    fn a_judgement_alone_is_no_expectation() {
        let mut it = Initiative::default();
        it.set_expectation("gone", ExpectationPart::Outcome, "ja");
        assert!(it.expectations().is_empty());
        assert_eq!(Initiative::read(&it.write()), it);
    }
}
