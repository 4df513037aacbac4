//! The same thing every week, or every other, until a day and without the holidays.

use chrono::{Days, NaiveDate};

use super::holidays::{Holiday, holiday_on};

/// How far ahead a repetition goes at most: a school year.
const LONGEST: u64 = 366;

/// How many weeks there can be between two times.
pub const MOST_WEEKS: u64 = 4;

/// Why something cannot be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatFlaw {
    /// There is no day to count from.
    NoDay,
    /// It is not said until when.
    NoEnd,
    /// The last day comes before it has come once more.
    TooSoon,
    /// It goes on for longer than a school year.
    TooLong,
    /// Every time falls in a holiday.
    OnlyHolidays,
}

/// When something comes again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repetition {
    /// The days, the first one left out.
    pub days: Vec<NaiveDate>,
    /// The days that fell in a holiday.
    pub left_out: Vec<NaiveDate>,
}

/// The days on which something comes again after its first, every so many weeks until a day that
/// counts as well.
///
/// # Errors
/// It cannot be repeated like that.
pub fn repetition(
    first: Option<NaiveDate>,
    until: Option<NaiveDate>,
    weeks: u64,
    holidays: &[Holiday],
) -> Result<Repetition, RepeatFlaw> {
    let first = first.ok_or(RepeatFlaw::NoDay)?;
    let until = until.ok_or(RepeatFlaw::NoEnd)?;
    if first.checked_add_days(Days::new(LONGEST)).is_none_or(|longest| longest < until) {
        return Err(RepeatFlaw::TooLong);
    }
    let weeks = weeks.clamp(1, MOST_WEEKS);
    let mut found = Repetition::default();
    for n in 1.. {
        let Some(day) = first.checked_add_days(Days::new(7 * weeks * n)) else { break };
        if day > until {
            break;
        }
        let days = match holiday_on(holidays, day) {
            Some(_) => &mut found.left_out,
            None => &mut found.days,
        };
        days.push(day);
    }
    match (found.days.is_empty(), found.left_out.is_empty()) {
        (false, _) => Ok(found),
        (true, true) => Err(RepeatFlaw::TooSoon),
        (true, false) => Err(RepeatFlaw::OnlyHolidays),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn holiday(from: &str, to: &str) -> Holiday {
        Holiday { from: day(from), to: day(to), ..Holiday::default() }
    }

    fn written(days: &[NaiveDate]) -> String {
        days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_end_is_within_a_school_year_and_after_the_first_time() {
        use RepeatFlaw::{NoDay, NoEnd, OnlyHolidays, TooLong, TooSoon};
        let table = [
            ("", "", 1, Err(NoDay)),
            ("", "2026-12-18", 1, Err(NoDay)),
            ("2026-11-24", "", 1, Err(NoEnd)),
            ("2026-11-24", "2026-11-20", 1, Err(TooSoon)),
            ("2026-11-24", "2026-11-30", 1, Err(TooSoon)),
            ("2026-11-24", "2026-12-01", 1, Ok(1)),
            ("2026-11-24", "2026-12-01", 2, Err(TooSoon)),
            ("2026-11-24", "2026-12-08", 2, Ok(1)),
            ("2026-12-22", "2026-12-29", 1, Err(OnlyHolidays)),
            ("2026-11-24", "2027-11-25", 1, Ok(50)),
            ("2026-11-24", "2027-11-26", 1, Err(TooLong)),
            ("2026-11-24", "9999-12-31", 1, Err(TooLong)),
            // Nobody can ask for it, and nothing bad comes of it.
            ("2026-11-24", "2026-12-08", 0, Ok(2)),
        ];
        let holidays = [holiday("2026-12-23", "2027-01-05")];
        for (first, until, weeks, expected) in table {
            let found = repetition(day(first), day(until), weeks, &holidays);
            assert_eq!(found.map(|it| it.days.len()), expected, "{first} {until} {weeks}");
        }
    }

    #[test]
    fn holidays_are_left_out_and_the_rhythm_goes_on() {
        let holidays = [holiday("2026-12-23", "2027-01-01"), holiday("2027-02-15", "2027-02-21")];
        let every =
            |weeks| repetition(day("2026-12-08"), day("2027-03-02"), weeks, &holidays).unwrap();
        let weekly = every(1);
        assert_eq!(weekly.days.len() + weekly.left_out.len(), 12);
        assert_eq!(written(&weekly.left_out), "2026-12-29 2027-02-16");
        let other = every(2);
        assert_eq!(written(&other.days), "2026-12-22 2027-01-05 2027-01-19 2027-02-02 2027-03-02");
        assert_eq!(written(&other.left_out), "2027-02-16");
    }
}
