//! How an initiative begins: the challenge it is to meet, the changes that are wanted among pupils, what
//! is expected and how each will be seen, and which pupils it is for. And how far somebody has come who
//! sets it up step by step.
//!
//! All of it stands in the initiative's own record: `challenge`, `changes`,
//! `pupils/<code>`, and `start` for as long as it is being set up.

use serde_json::json;

use super::initiative::Initiative;
use crate::domain::record::{fields, is_pupil_code, next_pupil_code};
use crate::ledger::in_order;

/// The place that says which step of the guided start somebody has come to.
pub const SETTING_UP: &str = "start";

/// How many pupils an initiative has at most.
pub const MOST_PUPILS_BEGUN: usize = 60;

fields! {
    /// What it is for.
    Initiative {
        /// The challenge it is to meet.
        challenge / set_challenge: Text = "challenge",
        /// The changes that are wanted among pupils.
        changes / set_changes: Text = "changes",
    }
}

impl Initiative {
    /// The pupils by their codes, E02 before E10.
    pub fn pupils(&self) -> Vec<String> {
        in_order(self.0.ticked("pupils"), |a: &String, b| (a.len(), a).cmp(&(b.len(), b)))
    }

    /// Puts a pupil on the list; says whether the code is one.
    pub fn add_pupil(&mut self, code: &str) -> bool {
        let fits = is_pupil_code(code);
        if fits {
            self.0.set(format!("pupils/{code}"), Some(json!(true)));
        }
        fits
    }

    /// Takes a pupil off the list.
    pub fn remove_pupil(&mut self, code: &str) {
        self.0.set(format!("pupils/{code}"), None);
    }

    /// The code after the last.
    pub fn next_pupil(&self) -> String {
        next_pupil_code(&self.pupils())
    }
}

/// How far it is.
impl Initiative {
    /// Which step somebody has come to who is setting it up, from 1; `None` when that is done.
    pub fn setting_up(&self) -> Option<u64> {
        self.0.number(SETTING_UP)
    }

    /// Says which step of the setting up it has come to, or that it is done.
    pub fn set_setting_up(&mut self, step: Option<u64>) {
        self.0.set(SETTING_UP, step.map(|step| json!(step)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::expectations::ExpectationPart;
    use crate::domain::record::{Fields, Record as _, difference};

    #[test]
    fn everything_can_be_said_and_taken_back_at_paths_of_its_own() {
        let mut it = Initiative::default();
        it.set_challenge("Få tør svare");
        it.set_changes("Flere siger noget");
        it.add_expectation("a");
        it.set_expectation("a", ExpectationPart::Text, "Alle siger noget hver dag");
        it.set_expectation("a", ExpectationPart::Seen, "Vi tæller hænder");
        it.set_setting_up(Some(3));
        assert!(it.add_pupil("E10") && it.add_pupil("E02") && !it.add_pupil("Ali"));
        let change = difference(&Initiative::default(), &it);
        let paths: Vec<_> = change.set.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "challenge",
                "changes",
                "expectations/a/made",
                "expectations/a/seen",
                "expectations/a/text",
                "pupils/E02",
                "pupils/E10",
                "start",
            ]
        );
        assert_eq!(
            (it.pupils(), it.next_pupil()),
            (vec!["E02".into(), "E10".into()], "E11".into())
        );
        assert_eq!((it.expectations(), it.setting_up()), (vec!["a".to_owned()], Some(3)));
        assert_eq!(it.expectation("a", ExpectationPart::Seen), "Vi tæller hænder");
        it.set_challenge("");
        it.set_changes("");
        it.take_expectation("a");
        it.remove_pupil("E02");
        it.remove_pupil("E10");
        it.set_setting_up(None);
        assert_eq!(it, Initiative::default());
    }

    #[test]
    fn an_expectation_is_one_by_its_words_alone() {
        let mut fields = Fields::default();
        fields.put("expectations/a/text", "x");
        fields.put("expectations/b/seen", "x");
        fields.put("expectations/c/outcome", "ja");
        fields.put("pupils/E01", 7);
        fields.put("start", "x");
        let it = Initiative::read(&fields);
        assert_eq!(it.expectations(), ["a", "b"]);
        assert_eq!((it.pupils(), it.setting_up()), (Vec::new(), None));
        assert_eq!(it.next_pupil(), "E01");
    }
}
