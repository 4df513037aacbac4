//! Between a record's flat values and the typed things the app works with.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::kind::Kind;
use crate::domain::calendar::iso;
use crate::domain::forms::TemplateRef;
use crate::ledger::{Change, Gather, Path};

/// The values of a record by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub BTreeMap<Path, Value>);

/// A typed thing that lives in a record.
///
/// Reading forgives: a value of an unexpected type counts as absent here and stays in the ledger.
pub trait Record: Clone + PartialEq + Default {
    /// Its kind.
    const KIND: Kind;

    /// Reads what this version knows.
    fn read(fields: &Fields) -> Self;

    /// Writes what this version knows; empty texts are left out.
    fn write(&self) -> Fields;

    /// What has been written since this was last asked, for a thing that keeps track of it: then
    /// nobody has to compare it whole.
    fn take_change(&mut self) -> Option<Change> {
        None
    }

    /// From here on it remembers where it is read, for a thing that keeps track of that.
    fn start_tracking_reads(&self) {}

    /// Where it was read since [`Record::start_tracking_reads`]: as long as nothing at these places or
    /// below them is written, what was read is the same. `None` where nobody knows.
    fn tracked_reads(&self) -> Option<BTreeSet<Path>> {
        None
    }
}

/// The path where a record names the initiative it belongs to.
pub const INITIATIVE: &str = "initiative";

/// The path where a record names the day it is about.
pub const DAY: &str = "day";

/// The path where a record names the agreement it was begun from.
pub const AGREEMENT: &str = "agreement";

/// The path where a record says when it was marked as done.
pub const FINISHED: &str = "finished";

/// What a lesson is about.
pub const FOCUS: &str = "focus";

/// The path where a record says that it is made up.
pub const EXAMPLE: &str = "example";

/// What has to be written to get from one state of a thing to another.
pub fn difference<T: Record>(before: &T, after: &T) -> Change {
    before.write().change_to(after.write())
}

/// A thing that is its values and nothing else is a record of the kind that bears its name.
macro_rules! record_of_fields {
    ($thing:ident) => {
        impl $crate::domain::record::Record for $thing {
            const KIND: $crate::domain::record::Kind = $crate::domain::record::Kind::$thing;

            fn read(fields: &$crate::domain::record::Fields) -> Self {
                Self(fields.clone())
            }

            fn write(&self) -> $crate::domain::record::Fields {
                self.0.clone()
            }
        }
    };
}

pub(in crate::domain) use record_of_fields;

impl Fields {
    /// What has to be written to get from these values to others.
    pub fn change_to(&self, Self(after): Self) -> Change {
        let Self(before) = self;
        Change {
            unset: before.keys().filter(|path| !after.contains_key(*path)).cloned().gather(),
            set: after.into_iter().filter(|(path, value)| before.get(path) != Some(value)).gather(),
        }
    }

    /// Puts a change over the values.
    pub fn apply(&mut self, change: &Change) {
        for path in &change.unset {
            self.0.remove(path);
        }
        for (path, value) in &change.set {
            self.0.insert(path.clone(), value.clone());
        }
    }

    /// The version of the form that a record is filled in with.
    pub fn template(&self) -> Option<TemplateRef> {
        TemplateRef::read(self)
    }

    /// The text at a path, or an empty one.
    pub fn text(&self, path: &str) -> String {
        self.0.get(path).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Whether a path says `true`.
    pub fn flag(&self, path: &str) -> bool {
        self.0.get(path).and_then(Value::as_bool).unwrap_or_default()
    }

    /// The whole number at a path.
    pub fn number(&self, path: &str) -> Option<u64> {
        self.0.get(path).and_then(Value::as_u64)
    }

    /// A value that is stored as a text and has a type of its own.
    pub fn parsed<T: std::str::FromStr>(&self, path: &str) -> Option<T> {
        self.0.get(path).and_then(Value::as_str).and_then(|text| text.parse().ok())
    }

    /// The day at a path, stored as `2026-11-23`.
    pub fn day(&self, path: &str) -> Option<NaiveDate> {
        iso::day(self.0.get(path)?.as_str()?)
    }

    /// The time of day at a path, stored as `08:15`.
    pub fn time(&self, path: &str) -> Option<NaiveTime> {
        iso::time(self.0.get(path)?.as_str()?)
    }

    /// The values below a path, with what stands after `prefix/`.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.0
            .range(format!("{prefix}/")..)
            .map_while(move |(path, value)| Some((path.strip_prefix(prefix)?, value)))
            .map_while(|(rest, value)| Some((rest.strip_prefix('/')?, value)))
    }

    /// What is ticked below a path: what stands after `prefix/` where the value is `true`.
    pub fn ticked(&self, prefix: &str) -> Vec<String> {
        let ticked = self.below(prefix).filter(|(_, value)| value.as_bool() == Some(true));
        ticked.map(|(rest, _)| rest.to_owned()).collect()
    }

    /// As [`Fields::below`], where the rest is `item/id`.
    pub fn below_two<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str, &'a Value)> {
        self.below(prefix).filter_map(|(rest, value)| {
            let (item, id) = rest.split_once('/')?;
            Some((item, id, value))
        })
    }

    /// The things of a list below a path, each with its id and its parts: `prefix/<id>/<part>`.
    pub fn each_below(&self, prefix: &str) -> Vec<(String, Self)> {
        let mut all: Vec<(String, Self)> = Vec::new();
        for (id, part, value) in self.below_two(prefix) {
            match all.last_mut().filter(|(known, _)| known == id) {
                Some((_, parts)) => parts.put(part, value.clone()),
                None => {
                    let mut parts = Self::default();
                    parts.put(part, value.clone());
                    all.push((id.to_owned(), parts));
                }
            }
        }
        all
    }

    /// Takes everything below a path away and gives what it was.
    pub fn take_below(&mut self, place: &str) -> Vec<(Path, Value)> {
        let taken = self.all_below(place);
        taken.iter().for_each(|(path, _)| drop(self.0.remove(path)));
        taken
    }

    /// Everything below a path, by whole paths.
    pub(super) fn all_below(&self, place: &str) -> Vec<(Path, Value)> {
        let below = self.below(place);
        below.map(|(rest, value)| (format!("{place}/{rest}"), value.clone())).collect()
    }

    /// Puts back what was taken away.
    pub fn put_back(&mut self, taken: &[(Path, Value)]) {
        taken.iter().for_each(|(path, value)| self.put(path.clone(), value.clone()));
    }

    /// Sets a value.
    pub fn put(&mut self, path: impl Into<Path>, value: impl Into<Value>) {
        self.0.insert(path.into(), value.into());
    }

    /// Sets a value, or takes it away.
    pub fn set(&mut self, path: impl Into<Path>, value: Option<Value>) {
        match value {
            Some(value) => drop(self.0.insert(path.into(), value)),
            None => drop(self.0.remove(&path.into())),
        }
    }

    /// Sets a text; nothing written and nothing there are the same.
    pub fn set_text(&mut self, path: impl Into<Path>, text: &str) {
        self.set(path, (!text.is_empty()).then(|| text.into()));
    }

    /// Sets `true`, or nothing.
    pub fn put_flag(&mut self, path: &str, flag: bool) {
        if flag {
            self.put(path, true);
        }
    }

    /// Sets a value that is stored as its text.
    pub fn put_shown(&mut self, path: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.put(path, value.to_string());
        }
    }
}

/// The path where a record names the lesson it belongs to.
pub const LESSON: &str = "lesson";

/// Where something says which question's answer it was made of.
pub const ANSWER: &str = "answer";

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn finds_only_what_is_below() {
        let mut fields = Fields::default();
        for path in ["notes", "notes/a/1", "notes/b/2", "notes-x", "notesy/c"] {
            fields.put(path, path);
        }
        let found: Vec<_> = fields.below_two("notes").map(|(item, id, _)| (item, id)).collect();
        assert_eq!(found, [("a", "1"), ("b", "2")]);
    }

    #[test]
    fn a_value_of_the_wrong_type_counts_as_absent() {
        let fields = Fields([("day".to_owned(), json!(7)), ("title".to_owned(), json!([]))].into());
        assert_eq!(fields.day("day"), None);
        assert_eq!(fields.text("title"), "");
    }
}
