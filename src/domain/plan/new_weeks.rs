//! A plan that moves to another school year. Weeks with school are counted, so what was in the third
//! week comes in the third week again, wherever the holidays lie; the day of the week stays.

use chrono::{Datelike, NaiveDate};

use super::suggested_plan::day_of;
use crate::domain::calendar::{Holiday, SchoolYear, Week, is_free};

/// More weeks than a plan reaches over: what lies further away has a wrong year.
const MOST: i64 = 120;

/// From which week to which a plan moves, and the holidays at both ends.
#[derive(Debug, Clone, Copy)]
pub struct NewWeeks<'a> {
    /// A day in the first week of the old plan.
    pub from: NaiveDate,
    /// A day in the first week of the new one.
    pub to: NaiveDate,
    /// The holidays around the old plan.
    pub old: &'a [Holiday],
    /// The holidays around the new one.
    pub new: &'a [Holiday],
}

impl NewWeeks<'_> {
    /// Where a day of the old plan comes to lie. What was in a week without school comes in the next
    /// one with it; what meets a day off comes on another day of the same week.
    pub fn day(&self, day: NaiveDate) -> Option<NaiveDate> {
        let (anchor, week) = (Week::of(self.from), Week::of(day));
        let (mut at, last, step) =
            if week < anchor { (week, anchor, -1) } else { (anchor, week, 1) };
        if at.later(MOST) < last {
            return None;
        }
        let mut place = 0;
        while at < last {
            if !is_free(self.old, at) {
                place += step;
            }
            at = at.later(1);
        }
        let weekday = u64::from(day.weekday().num_days_from_monday());
        day_of(Week::of(self.to).day(weekday), place, self.new)
    }

    /// Where a day comes to lie when weeks are counted by their numbers: one that had 53 is a week
    /// longer than another, and what ends a year would fall into its summer.
    pub fn day_by_number(&self, day: NaiveDate) -> Option<NaiveDate> {
        let years = SchoolYear::of(self.to).0.checked_sub(SchoolYear::of(self.from).0)?;
        let (usual, first) = (Week::of(same_week(self.from, years)), Week::of(self.to));
        let later = (first.monday() - usual.monday()).num_weeks();
        let there = same_week(day, years);
        let weekday = u64::from(there.weekday().num_days_from_monday());
        day_of(Week::of(there).later(later).day(weekday), 0, self.new)
    }
}

/// The same day of the same week some years later. A week 53 that the other year does not have is the
/// week after its last.
pub fn same_week(day: NaiveDate, years: u16) -> NaiveDate {
    let week = Week::of(day);
    let year = week.year() + i32::from(years);
    let there = Week::numbered(year, week.number());
    let there = there.or_else(|| Some(Week::numbered(year, 52)?.later(1))).unwrap_or(week);
    there.day(u64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::holiday_on;
    use crate::domain::initiative::Initiative;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn moved(from: &str, to: &str, of: &str) -> String {
        let it = Initiative::default();
        let old = it.days_off(day("2025-08-01"), day("2027-07-31"));
        let new = it.days_off(day("2026-08-01"), day("2028-12-31"));
        let weeks = NewWeeks { from: day(from), to: day(to), old: &old, new: &new };
        let found = weeks.day(day(of)).unwrap();
        assert!(holiday_on(&new, found).is_none(), "{of} → {found}");
        found.to_string()
    }

    #[test]
    fn holidays_are_counted_in_neither_year() {
        let table = [
            // The first week, on its own day.
            ("2026-08-11", "2027-08-17"),
            ("2026-08-12", "2027-08-18"),
            // Week 42 is free in both, and what comes after it comes after it again.
            ("2026-10-06", "2027-10-12"),
            ("2026-10-20", "2027-10-26"),
            // What was in the middle of a holiday comes when school is back.
            ("2026-10-13", "2027-10-26"),
            // The last week of school before the first one.
            ("2026-06-23", "2027-08-10"),
            // The last week before Christmas, and the first after it.
            ("2026-12-15", "2027-12-21"),
            ("2027-01-05", "2028-01-11"),
            // In May 2028 it would be the day after Ascension Day.
            ("2027-05-21", "2028-05-22"),
        ];
        for (of, expected) in table {
            assert_eq!(moved("2026-08-11", "2027-08-16", of), expected, "{of}");
        }
    }

    #[test]
    fn by_number_the_end_of_a_year_of_53_weeks_is_the_end_of_the_next() {
        let off = Initiative::default().days_off(day("2026-08-01"), day("2028-12-31"));
        let weeks =
            |to: &str| NewWeeks { from: day("2026-08-11"), to: day(to), old: &off, new: &off };
        let table = [
            ("2027-08-17", "2027-06-23", "2028-06-21"),
            ("2027-08-24", "2027-06-16", "2028-06-21"),
            ("2027-08-17", "2026-10-13", "2027-10-26"),
        ];
        for (to, of, expected) in table {
            assert_eq!(weeks(to).day_by_number(day(of)), Some(day(expected)), "{to} {of}");
        }
        // Counted, there is a week too much before the summer.
        assert_eq!(weeks("2027-08-17").day(day("2027-06-23")), Some(day("2028-08-16")));
    }

    #[test]
    fn a_wrong_year_moves_nowhere() {
        let weeks = NewWeeks { from: day("2026-08-11"), to: day("2027-08-17"), old: &[], new: &[] };
        assert_eq!(weeks.day(day("2206-08-11")), None);
        assert_eq!(weeks.day(day("1926-08-11")), None);
        assert_eq!(weeks.day(day("2026-09-01")), Some(day("2027-09-07")));
    }

    #[test]
    fn the_same_week_of_another_year_is_there_also_where_it_is_the_53rd() {
        let table = [
            ("2026-08-11", 1, "2027-08-17"),
            ("2026-12-29", 1, "2028-01-04"),
            ("2025-12-30", 1, "2027-01-05"),
            ("2020-12-31", 6, "2026-12-31"),
            ("2027-01-05", 1, "2028-01-04"),
        ];
        for (of, years, expected) in table {
            assert_eq!(same_week(day(of), years), day(expected), "{of}");
        }
    }
}
