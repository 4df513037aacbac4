//! A quick note: a few words in the middle of everything, with the time of the first key.
//!
//! It is for the one who wrote it: a file about an initiative does not hold it (see
//! [`Kind::is_private`]).

use chrono::NaiveDate;

use crate::domain::record::{DAY, EXAMPLE, Fields, INITIATIVE, LESSON, fields, record_of_fields};

/// A quick note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jot(pub(in crate::domain) Fields);

fields! {
    Jot {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// The lesson it was written in.
        lesson / set_lesson: Record = LESSON,
        /// The class or group.
        class / set_class: Text = "class",
        /// The mark, by the id it has in the general form; may be empty.
        tag / set_tag: Text = "tag",
        /// What it says.
        text / set_text: Text = "text",
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
    }
}

impl Jot {
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
}

record_of_fields!(Jot);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;

    #[test]
    fn the_time_is_that_of_the_first_key() {
        let (one, two) = ("2026-11-24".parse().unwrap(), "2026-11-25".parse().unwrap());
        let mut it = Jot::default();
        it.stamp(7, one);
        it.stamp(9, two);
        assert_eq!((it.at(), it.write().day(DAY)), (Some(7), Some(one)));
    }
}
