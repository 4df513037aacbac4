//! The same lesson every week, until a day that is chosen.

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::lesson::Lesson;

/// How far ahead a repetition goes at most: a school year.
const LONGEST: u64 = 366;

/// Why a lesson cannot be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatFlaw {
    /// There is no day to count from.
    NoDay,
    /// It is not said until when.
    NoEnd,
    /// The last day comes before a week has gone.
    TooSoon,
    /// It goes on for longer than a school year.
    TooLong,
}

/// The same lesson every week.
impl Lesson {
    /// The last day of a repetition that is being planned.
    pub fn until(&self) -> Option<NaiveDate> {
        self.0.day("until")
    }

    /// Sets the last day of a repetition.
    pub fn set_until(&mut self, until: Option<NaiveDate>) {
        self.0.set("until", until.map(|day| json!(day.to_string())));
    }

    /// The days on which it comes again, weekly, its own left out.
    ///
    /// # Errors
    /// It cannot be repeated like that.
    pub fn repetition(&self) -> Result<Vec<NaiveDate>, RepeatFlaw> {
        let first = self.day().ok_or(RepeatFlaw::NoDay)?;
        let until = self.until().ok_or(RepeatFlaw::NoEnd)?;
        if first.checked_add_days(Days::new(LONGEST)).is_none_or(|longest| longest < until) {
            return Err(RepeatFlaw::TooLong);
        }
        let weeks = (1..).map_while(|week| first.checked_add_days(Days::new(7 * week)));
        let days: Vec<NaiveDate> = weeks.take_while(|day| *day <= until).collect();
        if days.is_empty() { Err(RepeatFlaw::TooSoon) } else { Ok(days) }
    }

    /// The same lesson on another day, of which nothing is known yet.
    #[must_use]
    pub fn again_on(&self, day: NaiveDate) -> Self {
        let mut again = self.clone();
        again.set_day(Some(day));
        again.set_until(None);
        again.set_status("");
        again.set_reason("");
        again.set_adjustment("");
        again
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::{Fields, Record as _};
    use super::*;

    fn lesson(words: &str) -> Lesson {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, text) = word.split_once('=').unwrap();
            fields.put(path, text);
        }
        Lesson::read(&fields)
    }

    #[test]
    fn a_repetition_has_an_end_within_a_school_year() {
        let table = [
            ("", Err(RepeatFlaw::NoDay)),
            ("day=2026-11-24", Err(RepeatFlaw::NoEnd)),
            ("day=2026-11-24 until=2026-11-20", Err(RepeatFlaw::TooSoon)),
            ("day=2026-11-24 until=2026-11-30", Err(RepeatFlaw::TooSoon)),
            ("day=2026-11-24 until=2026-12-01", Ok(1)),
            ("day=2026-11-24 until=2026-12-18", Ok(3)),
            ("day=2026-11-24 until=2027-11-25", Ok(52)),
            ("day=2026-11-24 until=2027-11-26", Err(RepeatFlaw::TooLong)),
            ("day=2026-11-24 until=9999-12-31", Err(RepeatFlaw::TooLong)),
        ];
        for (words, expected) in table {
            let days = lesson(words).repetition().map(|days| days.len());
            assert_eq!(days, expected, "{words}");
        }
        let days = lesson("day=2026-12-22 until=2027-01-08").repetition().unwrap();
        let days: Vec<_> = days.iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-12-29", "2027-01-05"]);
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
