//! The days without school. Each municipality has its own, so what the app suggests is a start: what
//! was changed in it stands in the initiative.

use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::Value;

use super::school_year::SchoolYear;
use super::week::Week;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json, list, localized, text};

const HOLIDAYS: &str = content_file!("holidays.json");

/// Days without school that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holiday {
    /// Where it stands in the initiative: `vinterferie-2026`.
    pub key: String,
    /// What it is called, where it is a suggested one.
    pub title: Option<Localized>,
    /// What the school calls it.
    pub name: String,
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day, which is free as well.
    pub to: Option<NaiveDate>,
}

/// What keeps a holiday from being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayFlaw {
    /// One of the two days is missing.
    NoDay,
    /// The last day is before the first.
    Backwards,
    /// It is longer than any holiday: the year is probably wrong.
    TooLong,
}

/// More days than the summer has.
const LONGEST: i64 = 92;

/// What the app suggests.
struct Suggestion {
    id: String,
    title: Localized,
    rule: Rule,
}

/// How a holiday lies in a school year.
enum Rule {
    /// A whole week, by its number.
    Week(u32),
    /// From a day to a day, by month and day.
    Dates([u32; 2], [u32; 2]),
    /// Days counted from Easter Sunday.
    Easter(i64, i64),
    /// From the last Saturday of June until the second Monday of August.
    Summer,
}

fn suggestions() -> &'static [Suggestion] {
    static SUGGESTIONS: OnceLock<Vec<Suggestion>> = OnceLock::new();
    SUGGESTIONS.get_or_init(|| list(&json(HOLIDAYS), Suggestion::read))
}

impl Holiday {
    /// Whether a day is free because of it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.flaw().is_none()
            && self.from.is_some_and(|from| from <= day)
            && self.to.is_some_and(|to| day <= to)
    }

    /// What is wrong with it; until that is put right nothing is left out because of it.
    pub fn flaw(&self) -> Option<HolidayFlaw> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Some(HolidayFlaw::Backwards),
            (Some(from), Some(to)) if (to - from).num_days() > LONGEST => {
                Some(HolidayFlaw::TooLong)
            }
            (Some(_), Some(_)) => None,
            _ => Some(HolidayFlaw::NoDay),
        }
    }
}

/// The holiday that a day falls in.
pub fn holiday_on(holidays: &[Holiday], day: NaiveDate) -> Option<&Holiday> {
    holidays.iter().find(|holiday| holiday.holds(day))
}

/// Whether there is no school on any day of a week from Monday to Friday.
pub fn is_free(holidays: &[Holiday], week: Week) -> bool {
    (0..5).all(|day| holiday_on(holidays, week.day(day)).is_some())
}

/// What is suggested for a school year, as long as nobody has changed it.
pub(in crate::domain) fn suggested_holidays(year: SchoolYear) -> impl Iterator<Item = Holiday> {
    suggestions().iter().filter_map(move |it| {
        let (from, to) = it.rule.in_year(year)?;
        let (from, to) = (Some(from), Some(to));
        let title = Some(it.title.clone());
        Some(Holiday { key: format!("{}-{}", it.id, year.0), title, name: String::new(), from, to })
    })
}

impl Suggestion {
    fn read(value: &Value) -> Option<Self> {
        let days = &value["easter"];
        let date = |key| {
            let text = text(value, key)?;
            let (month, day) = text.split_once('-')?;
            Some([month.parse().ok()?, day.parse().ok()?])
        };
        let rule = if let Some(week) = value["week"].as_u64() {
            Rule::Week(u32::try_from(week).ok()?)
        } else if let (Some(from), Some(to)) = (days[0].as_i64(), days[1].as_i64()) {
            Rule::Easter(from, to)
        } else if value["summer"] == true {
            Rule::Summer
        } else {
            Rule::Dates(date("from")?, date("to")?)
        };
        Some(Self { id: text(value, "id")?, title: localized(value, "label")?, rule })
    }
}

impl Rule {
    /// The first and the last day in a school year.
    fn in_year(&self, SchoolYear(year): SchoolYear) -> Option<(NaiveDate, NaiveDate)> {
        let year = i32::from(year);
        // The months from August on belong to the autumn.
        let date = |[month, day]: [u32; 2]| {
            NaiveDate::from_ymd_opt(if month < 8 { year + 1 } else { year }, month, day)
        };
        match *self {
            Self::Week(number) => {
                let week = Week::numbered(if number < 31 { year + 1 } else { year }, number)?;
                Some((week.monday(), week.sunday()))
            }
            Self::Dates(from, to) => Some((date(from)?, date(to)?)),
            Self::Easter(from, to) => {
                let easter = easter(year + 1)?;
                Some((shifted(easter, from)?, shifted(easter, to)?))
            }
            Self::Summer => {
                let last = NaiveDate::from_ymd_opt(year + 1, 6, 30)?;
                let since = (last.weekday().num_days_from_monday() + 7 - 5) % 7;
                let begins = shifted(last, -i64::from(since))?;
                let monday = NaiveDate::from_weekday_of_month_opt(year + 1, 8, Weekday::Mon, 2)?;
                Some((begins, shifted(monday, -1)?))
            }
        }
    }
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

/// Easter Sunday of a year, as the Gregorian calendar reckons it.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let number = moon + sunday - 7 * late + 114;
    let (month, day) = (u32::try_from(number / 31).ok()?, u32::try_from(number % 31).ok()?);
    NaiveDate::from_ymd_opt(year, month, day + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn everything_that_is_suggested_can_be_read() {
        let suggested = suggested_holidays(SchoolYear(2026)).count();
        assert_eq!(suggested, json(HOLIDAYS).as_array().unwrap().len());
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        let table = [
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2028, "2028-04-16"),
            (2038, "2038-04-25"),
        ];
        for (year, expected) in table {
            assert_eq!(easter(year), Some(day(expected)), "{year}");
        }
    }
}
