//! Weeks by their number, as schools count them: ISO 8601. A week begins on Monday, and week 1 is the
//! one with the year's first Thursday. Some years have 53.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::school_year::SchoolYear;

/// A week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(NaiveDate);

/// Why what was asked for is no week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekFlaw {
    /// It is no number between 1 and 53.
    NoWeek,
    /// That year ends with week 52.
    NoWeek53(i32),
}

/// The school year begins in week 31 and ends in week 30.
const FIRST_OF_SCHOOL_YEAR: u32 = 31;

impl Week {
    /// The week that a day falls in.
    pub fn of(day: NaiveDate) -> Self {
        let since_monday = Days::new(u64::from(day.weekday().num_days_from_monday()));
        Self(day.checked_sub_days(since_monday).unwrap_or(day))
    }

    /// The week with this number; `None` where the year does not have it.
    pub fn numbered(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(Self)
    }

    /// The week as it stands in an address: `2026-W48`.
    pub fn read(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-W")?;
        Self::numbered(year.parse().ok()?, number.parse().ok()?)
    }

    /// The week that somebody asks for within a school year: `48`, `uge 48`.
    ///
    /// # Errors
    /// There is no such week.
    pub fn asked(text: &str, within: SchoolYear) -> Result<Self, WeekFlaw> {
        let number = text.trim().trim_start_matches(char::is_alphabetic).trim();
        let number = number.parse().ok().filter(|number| (1..=53).contains(number));
        let number: u32 = number.ok_or(WeekFlaw::NoWeek)?;
        let begins = i32::from(within.0);
        let year = if number < FIRST_OF_SCHOOL_YEAR { begins + 1 } else { begins };
        Self::numbered(year, number).ok_or(WeekFlaw::NoWeek53(year))
    }

    /// The year that its number belongs to: that of its Thursday.
    pub fn year(self) -> i32 {
        self.0.iso_week().year()
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0.iso_week().week()
    }

    /// Its first day.
    pub fn monday(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn sunday(self) -> NaiveDate {
        self.day(6)
    }

    /// One of its days, from 0 for Monday.
    pub fn day(self, number: u64) -> NaiveDate {
        self.0.checked_add_days(Days::new(number)).unwrap_or(self.0)
    }

    /// The week some weeks later, or earlier.
    #[must_use]
    pub fn later(self, weeks: i64) -> Self {
        let days = Days::new(7 * weeks.unsigned_abs());
        let moved =
            if weeks < 0 { self.0.checked_sub_days(days) } else { self.0.checked_add_days(days) };
        Self(moved.unwrap_or(self.0))
    }
}

impl fmt::Display for Week {
    /// As it stands in an address: `2026-W48`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-W{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn knows_the_weeks_around_the_turn_of_the_year() {
        let table = [
            ("2026-11-23", "2026-W48", "2026-11-23", "2026-11-29"),
            ("2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"),
            ("2027-01-01", "2026-W53", "2026-12-28", "2027-01-03"),
            ("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
            ("2025-12-29", "2026-W01", "2025-12-29", "2026-01-04"),
            ("2024-12-31", "2025-W01", "2024-12-30", "2025-01-05"),
        ];
        for (of, name, monday, sunday) in table {
            let week = Week::of(day(of));
            assert_eq!(week.to_string(), name, "{of}");
            assert_eq!((week.monday(), week.sunday()), (day(monday), day(sunday)), "{of}");
            assert_eq!(Week::read(name), Some(week), "{of}");
        }
        for text in ["", "2026", "2027-W53", "2026-W54", "2026-W00", "uge-W48"] {
            assert_eq!(Week::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_asked_for_within_a_school_year() {
        let table = [
            ("48", 2026, Ok("2026-W48")),
            (" uge 48 ", 2026, Ok("2026-W48")),
            ("Week 7", 2026, Ok("2027-W07")),
            ("31", 2026, Ok("2026-W31")),
            ("30", 2026, Ok("2027-W30")),
            ("53", 2026, Ok("2026-W53")),
            ("53", 2027, Err(WeekFlaw::NoWeek53(2027))),
            ("54", 2026, Err(WeekFlaw::NoWeek)),
            ("0", 2026, Err(WeekFlaw::NoWeek)),
            ("", 2026, Err(WeekFlaw::NoWeek)),
            ("-1", 2026, Err(WeekFlaw::NoWeek)),
            ("4 8", 2026, Err(WeekFlaw::NoWeek)),
        ];
        for (text, year, expected) in table {
            let week = Week::asked(text, SchoolYear(year)).map(|week| week.to_string());
            assert_eq!(week, expected.map(str::to_owned), "{text} in {year}");
        }
    }

    #[test]
    fn weeks_follow_each_other_for_four_hundred_years() {
        let mut week = Week::of(day("1900-01-01"));
        while week.year() < 2300 {
            let next = week.later(1);
            assert!(next > week && next.later(-1) == week);
            assert_eq!(Week::read(&week.to_string()), Some(week));
            let follows = next.number() == week.number() + 1;
            assert!(follows || next.number() == 1 && week.number() >= 52, "{week}");
            assert_eq!((0..7).map(|n| Week::of(week.day(n))).filter(|it| *it == week).count(), 7);
            week = next;
        }
    }
}
