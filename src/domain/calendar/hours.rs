//! From when until when something of the plan takes place, and what cannot be.

use chrono::{NaiveDate, NaiveTime};

use super::iso;
use super::summer_time::{ClockChange, clock_change};

/// From this hour on an end that comes earlier is meant for the next day.
const EVENING: &str = "17:00";

/// Until this hour.
const MORNING: &str = "08:00";

/// When something begins and ends, as it was written.
pub type Hours = (Option<NaiveDate>, Option<NaiveTime>, Option<NaiveTime>);

/// What is wrong with when something begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursFlaw {
    /// It begins in an hour that the clock makes nothing of.
    Begins(ClockChange),
    /// It ends when it begins or before.
    Backwards,
    /// It goes on after midnight.
    Midnight,
    /// It ends in an hour that the clock makes nothing of.
    Ends(ClockChange),
}

impl HoursFlaw {
    /// Whether it stands at the beginning; the others stand at the end.
    pub fn is_of_beginning(self) -> bool {
        matches!(self, Self::Begins(_))
    }
}

/// What is wrong with hours of a day, in the order of their fields.
pub fn hours_flaws(
    day: Option<NaiveDate>,
    begins: Option<NaiveTime>,
    ends: Option<NaiveTime>,
) -> impl Iterator<Item = HoursFlaw> {
    let change = |time: Option<NaiveTime>| clock_change(day?, time?);
    let flaws = [
        change(begins).map(HoursFlaw::Begins),
        begins.zip(ends).and_then(|(begins, ends)| wrong_end(begins, ends)),
        change(ends).map(HoursFlaw::Ends),
    ];
    flaws.into_iter().flatten()
}

fn wrong_end(begins: NaiveTime, ends: NaiveTime) -> Option<HoursFlaw> {
    if begins < ends {
        return None;
    }
    let is_night = iso::time(EVENING).is_some_and(|evening| evening <= begins)
        && iso::time(MORNING).is_some_and(|morning| ends <= morning);
    Some(if is_night { HoursFlaw::Midnight } else { HoursFlaw::Backwards })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_cannot_be() {
        use HoursFlaw::{Backwards, Begins, Ends, Midnight};
        let (skipped, twice) = (ClockChange::Skipped, ClockChange::Twice);
        let table = [
            ("2026-11-24", "14:00", "14:45", vec![]),
            ("2026-11-24", "", "14:45", vec![]),
            ("2026-11-24", "14:00", "", vec![]),
            ("2026-11-24", "14:00", "13:00", vec![Backwards]),
            ("2026-11-24", "14:00", "14:00", vec![Backwards]),
            ("2026-11-24", "22:00", "00:30", vec![Midnight]),
            ("2026-11-24", "16:00", "00:30", vec![Backwards]),
            ("2026-11-24", "22:00", "09:00", vec![Backwards]),
            ("", "22:00", "00:30", vec![Midnight]),
            ("2027-03-28", "02:30", "03:30", vec![Begins(skipped)]),
            ("2027-03-28", "01:30", "02:15", vec![Ends(skipped)]),
            ("2026-10-25", "02:30", "02:00", vec![Begins(twice), Backwards, Ends(twice)]),
            ("", "02:30", "03:30", vec![]),
        ];
        for (day, begins, ends, expected) in table {
            let (begins_at, ends_at) = (iso::time(begins), iso::time(ends));
            let found: Vec<_> = hours_flaws(iso::day(day), begins_at, ends_at).collect();
            assert_eq!(found, expected, "{day} {begins} {ends}");
        }
    }
}
