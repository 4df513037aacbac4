//! The plan as a calendar file: RFC 5545, which Outlook, Google and Apple Calendar open.
//!
//! An entry keeps the name of its record, so a second file changes what the first one brought and
//! doubles nothing. Times are those of the wall in Copenhagen, and the file says what that means.
//! The `icalendar` crate writes each line, with its escapes and folds; the frame around them is here,
//! because its own would ask the clock for the time and the device for names.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike, Utc};
use icalendar::Property;

/// What makes calendars in this format says who it is.
const PRODUCT: &str = "-//Indsats//Plan//DA";

/// Where schools are.
const ZONE: &str = "Europe/Copenhagen";

/// Sequence numbers count seconds from here: 2020. They fit in 31 bits until 2088.
const FIRST: i64 = 1_577_836_800;

/// Winter and summer as the whole EU has them.
const SEASONS: [[&str; 5]; 2] = [
    ["STANDARD", "19701025T030000", "+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
    ["DAYLIGHT", "19700329T020000", "+0100", "+0200", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"],
];

/// One thing of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its name for good: that of its record.
    pub uid: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// What it is.
    pub title: String,
    /// Its day.
    pub day: NaiveDate,
    /// When it begins and ends; without that it takes the whole day.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// Where it is.
    pub place: String,
    /// What there is to know.
    pub text: String,
    /// Whether it was called off.
    pub is_off: bool,
}

/// The text of a calendar file; `now` is the time it is made, in milliseconds since 1970.
pub fn write_calendar(name: &str, entries: &[CalendarEntry], now: u64) -> String {
    let mut file = Lines::default();
    file.put("BEGIN", "VCALENDAR");
    file.put("VERSION", "2.0");
    file.put("PRODID", PRODUCT);
    file.put("CALSCALE", "GREGORIAN");
    file.put("METHOD", "PUBLISH");
    file.text("X-WR-CALNAME", name);
    file.put("X-WR-TIMEZONE", ZONE);
    file.put("BEGIN", "VTIMEZONE");
    file.put("TZID", ZONE);
    for [season, from, before, after, rule] in SEASONS {
        file.put("BEGIN", season);
        file.put("DTSTART", from);
        file.put("TZOFFSETFROM", before);
        file.put("TZOFFSETTO", after);
        file.put("RRULE", rule);
        file.put("END", season);
    }
    file.put("END", "VTIMEZONE");
    for entry in entries {
        file.entry(entry, now);
    }
    file.put("END", "VCALENDAR");
    file.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn entry(&mut self, entry: &CalendarEntry, now: u64) {
        self.put("BEGIN", "VEVENT");
        self.put("UID", &entry.uid);
        self.put("DTSTAMP", &moment(now));
        self.put("LAST-MODIFIED", &moment(entry.changed));
        self.put("SEQUENCE", &sequence(entry.changed).to_string());
        self.text("SUMMARY", &entry.title);
        match entry.hours {
            Some((begins, ends)) => {
                self.time("DTSTART", entry.day, begins);
                self.time("DTEND", entry.day, ends);
            }
            None => {
                let next = entry.day.checked_add_days(Days::new(1)).unwrap_or(entry.day);
                self.whole_day("DTSTART", entry.day);
                self.whole_day("DTEND", next);
                // It says nothing of when somebody is busy.
                self.put("TRANSP", "TRANSPARENT");
            }
        }
        for (key, words) in [("LOCATION", &entry.place), ("DESCRIPTION", &entry.text)] {
            if !words.trim().is_empty() {
                self.text(key, words.trim());
            }
        }
        self.put("STATUS", if entry.is_off { "CANCELLED" } else { "CONFIRMED" });
        self.put("END", "VEVENT");
    }

    fn put(&mut self, key: &str, value: &str) {
        self.line(Property::new(key, value));
    }

    /// Words of people. Line ends are one and the same kind, and what no calendar can hold goes.
    fn text(&mut self, key: &str, words: &str) {
        let words: String = words
            .replace("\r\n", "\n")
            .chars()
            .filter(|letter| !letter.is_control() || *letter == '\n')
            .collect();
        self.line(Property::new(key, words));
    }

    fn time(&mut self, key: &str, day: NaiveDate, time: NaiveTime) {
        let at = format!("{}T{}", digits(day), clock(time));
        self.line(Property::new(key, at).add_parameter("TZID", ZONE).done());
    }

    fn whole_day(&mut self, key: &str, day: NaiveDate) {
        self.line(Property::new(key, digits(day)).add_parameter("VALUE", "DATE").done());
    }

    fn line(&mut self, property: Property) {
        let line: Result<String, std::fmt::Error> = property.try_into();
        // Writing into a string does not fail.
        self.0.push_str(&line.unwrap_or_default());
    }
}

/// A later change has a greater number, and so takes the place of an earlier one in a calendar.
fn sequence(changed: u64) -> i64 {
    let seconds = i64::try_from(changed / 1_000).unwrap_or_default();
    (seconds - FIRST).clamp(0, i64::from(i32::MAX))
}

fn digits(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn clock(time: NaiveTime) -> String {
    format!("{:02}{:02}00", time.hour(), time.minute())
}

/// `20261124T090000Z`
fn moment(ms: u64) -> String {
    let at = i64::try_from(ms).ok().and_then(DateTime::from_timestamp_millis);
    let at = at.unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    let seconds = at.second();
    format!("{}T{:02}{:02}{seconds:02}Z", digits(at.date_naive()), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_392_000_000;

    fn entry() -> CalendarEntry {
        CalendarEntry {
            uid: "019ac2a5-0000-7000-8000-000000000001".into(),
            changed: NOW - 60_000,
            title: "Fælles planlægning; 5.b, dansk".into(),
            day: "2026-11-24".parse().unwrap(),
            hours: NaiveTime::from_hms_opt(14, 0, 0).zip(NaiveTime::from_hms_opt(14, 45, 0)),
            place: "Lokale 12".into(),
            text: "Elevernes behov\r\nRoller".into(),
            is_off: false,
        }
    }

    fn lines(entries: &[CalendarEntry]) -> Vec<String> {
        let file = write_calendar("Tolærere i 5.b", entries, NOW);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
        file.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
    }

    #[test]
    fn says_all_that_a_calendar_needs() {
        let lines = lines(&[entry()]);
        let start = lines.iter().position(|line| line == "BEGIN:VEVENT").unwrap();
        let end = lines.iter().position(|line| line == "END:VEVENT").unwrap();
        let expected = [
            "BEGIN:VEVENT",
            "UID:019ac2a5-0000-7000-8000-000000000001",
            "DTSTAMP:20261123T000000Z",
            "LAST-MODIFIED:20261122T235900Z",
            "SEQUENCE:217555140",
            "SUMMARY:Fælles planlægning\\; 5.b\\, dansk",
            "DTSTART;TZID=Europe/Copenhagen:20261124T140000",
            "DTEND;TZID=Europe/Copenhagen:20261124T144500",
            "LOCATION:Lokale 12",
            "DESCRIPTION:Elevernes behov\\nRoller",
            "STATUS:CONFIRMED",
        ];
        assert_eq!(lines[start..end], expected);
        for line in ["METHOD:PUBLISH", "TZID:Europe/Copenhagen", "TZOFFSETTO:+0200"] {
            assert_eq!(lines.iter().filter(|it| *it == line).count(), 1, "{line}");
        }
    }

    #[test]
    fn without_a_time_it_takes_the_day_and_nobody_is_busy() {
        let whole = CalendarEntry { hours: None, is_off: true, ..entry() };
        let lines = lines(&[whole]);
        for line in [
            "DTSTART;VALUE=DATE:20261124",
            "DTEND;VALUE=DATE:20261125",
            "TRANSP:TRANSPARENT",
            "STATUS:CANCELLED",
        ] {
            assert!(lines.iter().any(|it| it == line), "{line} in {lines:?}");
        }
    }

    #[test]
    fn a_later_change_counts_as_later_and_fits_in_what_calendars_keep() {
        assert!(sequence(NOW + 1_000) > sequence(NOW));
        assert_eq!((sequence(0), sequence(u64::MAX)), (0, i64::from(i32::MAX)));
    }

    #[test]
    fn whatever_people_write_stays_on_its_own_line() {
        let nasty = "\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}\u{7}".repeat(9)
            + "æøå 👩‍🏫 \\ ; ,".repeat(20).as_str();
        let nasty =
            CalendarEntry { title: nasty.clone(), text: nasty.clone(), place: nasty, ..entry() };
        let lines = lines(&[nasty]);
        for line in ["BEGIN:VEVENT", "END:VEVENT"] {
            assert_eq!(lines.iter().filter(|it| *it == line).count(), 1, "{line}");
        }
    }
}
