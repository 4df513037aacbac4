//! Days and times as they are stored: `2026-11-23`, `08:15`. The calendar is chrono's; its readers and
//! writers understand far more than this, and would be 8 KB of every first visit.

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};

/// A day: `2026-11-23`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, '-', [4, 2, 2])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A time of day: `08:15`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let [hour, minute] = numbers(text, ':', [2, 2])?;
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Writes what [`time`] reads.
pub fn write_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment: `2026-11-23T08:15:00Z`.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    let (date, clock) = text.strip_suffix('Z')?.split_once('T')?;
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    Some(day(date)?.and_hms_opt(hour, minute, second)?.and_utc())
}

/// Writes what [`moment`] reads.
pub fn write_moment(at: DateTime<Utc>) -> String {
    format!("{}T{}:{:02}Z", at.date_naive(), write_time(at.time()), at.second())
}

/// Parts with just so many digits each.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[u32; N]> {
    let mut parts = text.split(between);
    let mut found = [0; N];
    for (number, digits) in found.iter_mut().zip(digits) {
        let part = parts.next()?;
        let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = fits.then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(day("2028-02-29").map(|day| day.to_string()).as_deref(), Some("2028-02-29"));
        assert_eq!(time("08:05").map(write_time).as_deref(), Some("08:05"));
        let at = "2026-11-23T08:05:09Z";
        assert_eq!(moment(at).map(write_moment).as_deref(), Some(at));
    }

    #[test]
    fn nothing_else_is() {
        for text in
            ["", "2026-11", "2026-1-2", "2026-02-30", "2026-11-23-1", "+026-11-23", "æ026-1-2"]
        {
            assert_eq!(day(text), None, "{text}");
        }
        for text in ["8:15", "24:00", "08:60", "08:15:00", "08.15"] {
            assert_eq!(time(text), None, "{text}");
        }
        for text in ["2026-11-23T08:15:00", "2026-11-23 08:15:00Z", "2026-11-23T08:15Z"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
