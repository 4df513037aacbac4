//! The two nights of the year when the clock is moved, as the whole EU does it: the last Sundays of
//! March and October. A plan stands in the time of the wall, and an hour of those nights is none.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike, Weekday};

/// What is the matter with a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clock goes from 2 to 3: the time does not come.
    Skipped,
    /// The clock goes back from 3 to 2: the time comes twice.
    Twice,
}

/// What the clock does at a time of a day; `None` on all other days and hours.
pub fn clock_change(day: NaiveDate, time: NaiveTime) -> Option<ClockChange> {
    let is_last_sunday = day.weekday() == Weekday::Sun
        && day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month());
    match (day.month(), time.hour()) {
        (3, 2) if is_last_sunday => Some(ClockChange::Skipped),
        (10, 2) if is_last_sunday => Some(ClockChange::Twice),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;

    #[test]
    fn an_hour_is_lost_in_march_and_comes_twice_in_october() {
        let table = [
            ("2027-03-28", "01:59", None),
            ("2027-03-28", "02:00", Some(ClockChange::Skipped)),
            ("2027-03-28", "02:59", Some(ClockChange::Skipped)),
            ("2027-03-28", "03:00", None),
            ("2027-03-21", "02:30", None),
            ("2027-03-29", "02:30", None),
            ("2026-10-25", "02:00", Some(ClockChange::Twice)),
            ("2026-10-25", "03:00", None),
            ("2026-10-18", "02:30", None),
            ("2027-10-31", "02:30", Some(ClockChange::Twice)),
            ("2026-11-29", "02:30", None),
        ];
        for (day, time, expected) in table {
            let time = iso::time(time).unwrap();
            assert_eq!(clock_change(day.parse().unwrap(), time), expected, "{day} {time}");
        }
    }
}
