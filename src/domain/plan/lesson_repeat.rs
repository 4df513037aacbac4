//! The same lesson again and again, until a day that is chosen. Which days those are, `repetition.rs` says.

use chrono::NaiveDate;
use serde_json::json;

use super::lesson::Lesson;
use crate::domain::record::values;

/// The same lesson every week.
impl Lesson {
    /// The last day of a repetition that is being planned.
    pub fn until(&self) -> Option<NaiveDate> {
        self.0.day("until")
    }

    /// Sets the last day of a repetition.
    pub fn set_until(&mut self, until: Option<NaiveDate>) {
        self.0.set("until", values::of_day(until));
    }

    /// How many weeks lie between two times of a repetition that is being planned.
    pub fn weeks(&self) -> u64 {
        self.0.number("weeks").unwrap_or(1)
    }

    /// Sets how many weeks lie between two times.
    pub fn set_weeks(&mut self, weeks: u64) {
        self.0.set("weeks", (weeks > 1).then_some(json!(weeks)));
    }

    /// The same lesson on another day, of which nothing is known yet.
    #[must_use]
    pub fn again_on(&self, day: NaiveDate) -> Self {
        let mut again = self.clone();
        again.set_day(Some(day));
        again.set_until(None);
        again.set_weeks(1);
        again.set_status("");
        again.set_reason("");
        again.set_adjustment("");
        again
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Fields, Record as _};

    fn lesson(words: &str) -> Lesson {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, text) = word.split_once('=').unwrap();
            fields.put(path, text);
        }
        Lesson::read(&fields)
    }

    #[test]
    fn what_is_repeated_is_the_plan_and_not_what_became_of_it() {
        let before = lesson(
            "day=2026-11-24 until=2026-12-18 class=5.b roles/a=x status=aflyst reason=vikar adjustment=y",
        );
        let again = before.again_on("2026-12-01".parse().unwrap());
        assert_eq!(again, lesson("day=2026-12-01 class=5.b roles/a=x"));
    }
}
