//! Values that know what has been written and, for whoever asks, what has been read: so that a key
//! in one note costs the same whether there are five notes or five hundred.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::fields::Fields;
use crate::domain::forms::TemplateRef;
use crate::ledger::{Change, Path};

/// Makes a record of a kind's typed thing, which is its tracked values and nothing else.
macro_rules! record_of_tracked {
    ($kind:ident) => {
        impl $crate::domain::record::Record for $kind {
            const KIND: $crate::domain::record::Kind = $crate::domain::record::Kind::$kind;

            fn read(fields: &$crate::domain::record::Fields) -> Self {
                Self($crate::domain::record::Tracked::new(fields.clone()))
            }

            fn write(&self) -> $crate::domain::record::Fields {
                self.0.all().clone()
            }

            fn take_change(&mut self) -> Option<$crate::ledger::Change> {
                self.0.take_change()
            }

            fn start_tracking_reads(&self) {
                self.0.start_tracking_reads();
            }

            fn tracked_reads(&self) -> Option<std::collections::BTreeSet<$crate::ledger::Path>> {
                Some(self.0.tracked_reads())
            }
        }
    };
}
pub(in crate::domain) use record_of_tracked;

/// Values that remember which of them have been written, and whether they took the place of others.
#[derive(Debug)]
pub(in crate::domain) struct Tracked {
    fields: Fields,
    touched: BTreeSet<Path>,
    /// Nobody has asked yet: what was here before may have been quite different.
    is_new: bool,
    /// Where was read, for each who asks at the moment, the innermost last.
    read: Mutex<Vec<BTreeSet<Path>>>,
}

impl Tracked {
    /// Values, none of which have been written yet.
    pub fn new(fields: Fields) -> Self {
        Self { fields, touched: BTreeSet::new(), is_new: true, read: Mutex::default() }
    }

    /// Sets a value, or takes it away.
    pub fn set(&mut self, path: impl Into<Path>, value: Option<Value>) {
        self.write(path.into(), value);
    }

    /// Sets a text; nothing written and nothing there are the same.
    pub fn set_text(&mut self, path: impl Into<Path>, text: &str) {
        self.write(path.into(), (!text.is_empty()).then(|| text.into()));
    }

    fn write(&mut self, path: Path, value: Option<Value>) {
        self.touched.insert(path.clone());
        self.fields.set(path, value);
    }

    /// As [`Fields::take_below`].
    pub fn take_below(&mut self, place: &str) -> Vec<(Path, Value)> {
        let taken = self.at(place).all_below(place);
        taken.iter().for_each(|(path, _)| self.set(path.clone(), None));
        taken
    }

    /// As [`Fields::put_back`].
    pub fn put_back(&mut self, taken: &[(Path, Value)]) {
        taken.iter().for_each(|(path, value)| self.set(path.clone(), Some(value.clone())));
    }

    /// What has been written since this was last asked; `None` where it was not asked before.
    pub fn take_change(&mut self) -> Option<Change> {
        let touched = std::mem::take(&mut self.touched);
        if std::mem::take(&mut self.is_new) {
            return None;
        }
        let mut change = Change::default();
        for path in touched {
            match self.fields.0.get(&path) {
                Some(value) => drop(change.set.insert(path, value.clone())),
                None => drop(change.unset.insert(path)),
            }
        }
        Some(change)
    }

    /// From here on it remembers where it is read.
    pub fn start_tracking_reads(&self) {
        self.reads(|reads| reads.push(BTreeSet::new()));
    }

    /// Where it was read since the last [`Tracked::start_tracking_reads`] that was not answered yet.
    pub fn tracked_reads(&self) -> BTreeSet<Path> {
        self.reads(Vec::pop).unwrap_or_default()
    }

    fn reads<R>(&self, with: impl FnOnce(&mut Vec<BTreeSet<Path>>) -> R) -> R {
        // What is remembered is whole at any time, whoever gave up while holding it.
        with(&mut self.read.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn at(&self, place: &str) -> &Fields {
        self.reads(|reads| {
            for read in reads {
                read.insert(place.to_owned());
            }
        });
        &self.fields
    }

    /// All values. Whoever reads them follows every one.
    pub fn all(&self) -> &Fields {
        self.at("")
    }

    /// The value at a path.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.at(path).0.get(path)
    }

    /// The text at a path, or an empty one.
    pub fn text(&self, path: &str) -> String {
        self.at(path).text(path)
    }

    /// Whether a path says `true`.
    pub fn flag(&self, path: &str) -> bool {
        self.at(path).flag(path)
    }

    /// The whole number at a path.
    pub fn number(&self, path: &str) -> Option<u64> {
        self.at(path).number(path)
    }

    /// A value that is stored as a text and has a type of its own.
    pub fn parsed<T: FromStr>(&self, path: &str) -> Option<T> {
        self.at(path).parsed(path)
    }

    /// The day at a path.
    pub fn day(&self, path: &str) -> Option<NaiveDate> {
        self.at(path).day(path)
    }

    /// The time of day at a path.
    pub fn time(&self, path: &str) -> Option<NaiveTime> {
        self.at(path).time(path)
    }

    /// The version of the form that a record is filled in with.
    pub fn template(&self) -> Option<TemplateRef> {
        for path in TemplateRef::PATHS {
            self.at(path);
        }
        TemplateRef::read(&self.fields)
    }

    /// The values below a path, with what stands after `prefix/`.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.at(prefix).below(prefix)
    }

    /// What is ticked below a path.
    pub fn ticked(&self, prefix: &str) -> Vec<String> {
        self.at(prefix).ticked(prefix)
    }

    /// As [`Tracked::below`], where the rest is `item/id`.
    pub fn below_two<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str, &'a Value)> {
        self.at(prefix).below_two(prefix)
    }
}

impl Default for Tracked {
    fn default() -> Self {
        Self::new(Fields::default())
    }
}

/// Whatever a copy is put in the place of did not come about by what was written in the copy.
impl Clone for Tracked {
    fn clone(&self) -> Self {
        Self::new(self.fields.clone())
    }
}

/// The same values are the same, however they came about.
impl PartialEq for Tracked {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl Eq for Tracked {}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tracked() -> Tracked {
        Tracked::new(Fields([("a".into(), json!("x")), ("b/1/2".into(), json!(7))].into()))
    }

    fn places(read: impl FnOnce(&Tracked)) -> Vec<String> {
        let it = tracked();
        it.start_tracking_reads();
        read(&it);
        it.tracked_reads().into_iter().collect()
    }

    #[test]
    fn says_where_it_was_read() {
        assert_eq!(places(|it| assert_eq!(it.text("a"), "x")), ["a"]);
        assert_eq!(places(|it| assert!(it.get("nothing").is_none())), ["nothing"]);
        assert_eq!(places(|it| assert_eq!(it.below("b/1").count(), 1)), ["b/1"]);
        assert_eq!(places(|it| assert_eq!(it.below_two("b").count(), 1)), ["b"]);
        assert_eq!(places(|it| assert_eq!(it.all().0.len(), 2)), [""]);
        assert_eq!(places(|_| ()), [""; 0]);
    }

    #[test]
    fn one_who_asks_inside_of_another_is_part_of_it() {
        let it = tracked();
        it.start_tracking_reads();
        it.number("b/1/2");
        it.start_tracking_reads();
        assert_eq!(it.text("a"), "x");
        assert_eq!(it.tracked_reads(), ["a".to_owned()].into());
        assert_eq!(it.tracked_reads(), ["a".to_owned(), "b/1/2".to_owned()].into());
        it.text("a");
        assert!(it.tracked_reads().is_empty(), "nobody asked");
    }
}
