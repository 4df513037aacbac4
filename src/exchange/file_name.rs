//! What a file is called on disk.

use chrono::NaiveDate;

/// `indsats-maaling-<date>.csv`: a table of codes and answers, and no word of whose they are.
pub fn table_file_name(day: NaiveDate) -> String {
    format!("indsats-maaling-{day}.csv")
}

/// `indsats-<what>-<date>.json`. `what` is a word of the app, never of a person: a title or a class
/// can hold a pupil's name, and file names are seen by many.
pub fn file_name(what: &str, day: NaiveDate) -> String {
    format!("indsats-{what}-{day}.json")
}

/// `indsats-plan-<date>.ics`, a file for calendars.
pub fn calendar_name(day: NaiveDate) -> String {
    format!("indsats-plan-{day}.ics")
}

/// `indsats-arkiv-<school year>-<date>.html`; a school year is the calendar year it begins in.
pub fn archive_name(year: u16, day: NaiveDate) -> String {
    format!("indsats-arkiv-{year}-{day}.html")
}
