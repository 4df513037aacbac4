//! The days without school. Each municipality has its own, so what the app suggests is a start: the
//! list stands in the initiative, where everybody who works on it sees the same.
//!
//! Only what somebody has changed is stored, under `holidays/<holiday>/…`: a suggested one by its id
//! and school year, the school's own by an id of its own.

use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};

use super::school_year::SchoolYear;
use super::week::Week;
use crate::domain::forms::content::{content_file, json, list, localized, text};
use crate::domain::initiative::Initiative;
use crate::domain::text::Localized;

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

impl Initiative {
    /// The holidays of a school year: those that are suggested, as they have been changed, and the
    /// school's own. Whatever is written in one, it keeps its place.
    pub fn holidays(&self, year: SchoolYear) -> Vec<Holiday> {
        let suggested = suggestions().iter().filter_map(|it| {
            let key = format!("{}-{}", it.id, year.0);
            if self.0.flag(&format!("holidays/{key}/gone")) {
                return None;
            }
            let (from, to) = it.rule.in_year(year)?;
            let day = |part: &str, suggested: NaiveDate| {
                let path = format!("holidays/{key}/{part}");
                if self.0.0.contains_key(&path) { self.0.day(&path) } else { Some(suggested) }
            };
            let (from, to) = (day("from", from), day("to", to));
            let title = Some(it.title.clone());
            Some(Holiday { key, title, name: String::new(), from, to })
        });
        let own = self.0.below_two("holidays").filter_map(|(key, part, value)| {
            let is_of_year = part == "own" && value.as_u64() == Some(u64::from(year.0));
            is_of_year.then(|| Holiday {
                key: key.to_owned(),
                title: None,
                name: self.0.text(&format!("holidays/{key}/name")),
                from: self.0.day(&format!("holidays/{key}/from")),
                to: self.0.day(&format!("holidays/{key}/to")),
            })
        });
        suggested.chain(own).collect()
    }

    /// Every holiday that may touch the days from one to another.
    pub fn days_off(&self, from: NaiveDate, to: NaiveDate) -> Vec<Holiday> {
        let (first, last) = (SchoolYear::of(from).0, SchoolYear::of(to).0);
        // The summer begins in the year before.
        let years = first.saturating_sub(1)..=last.min(first.saturating_add(2));
        years.flat_map(|year| self.holidays(SchoolYear(year))).collect()
    }

    /// Sets the first or the last day of a holiday: `from`, `to`. One that is cleared stays clear and
    /// does not become the suggested one again.
    pub fn set_holiday_day(&mut self, key: &str, part: &str, day: Option<NaiveDate>) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        self.0.set(format!("holidays/{key}/{part}"), Some(json!(day)));
    }

    /// Sets what the school calls a holiday of its own.
    pub fn set_holiday_name(&mut self, key: &str, name: &str) {
        self.0.set_text(format!("holidays/{key}/name"), name);
    }

    /// Makes room for a holiday of the school's own in a school year.
    pub fn add_holiday(&mut self, key: &str, year: SchoolYear) {
        self.0.put(format!("holidays/{key}/own"), year.0);
    }

    /// Takes a holiday out of the list, or puts it back as it was.
    pub fn set_holiday_gone(&mut self, holiday: &Holiday, year: SchoolYear, gone: bool) {
        let key = &holiday.key;
        if holiday.title.is_some() {
            self.0.set(format!("holidays/{key}/gone"), gone.then_some(json!(true)));
        } else {
            // Its words stay: they are needed when it comes back.
            self.0.set(format!("holidays/{key}/own"), (!gone).then_some(json!(year.0)));
        }
    }
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
    use crate::domain::calendar::iso;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn written(holidays: &[Holiday]) -> Vec<String> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let line = |it: &Holiday| format!("{} {} {}", it.key, day(it.from), day(it.to));
        holidays.iter().map(line).collect()
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

    #[test]
    fn a_school_year_has_its_usual_holidays() {
        let expected = [
            "efteraarsferie-2026 2026-10-12 2026-10-18",
            "juleferie-2026 2026-12-23 2027-01-02",
            "vinterferie-2026 2027-02-15 2027-02-21",
            "paaskeferie-2026 2027-03-22 2027-03-29",
            "kristi-himmelfart-2026 2027-05-06 2027-05-07",
            "anden-pinsedag-2026 2027-05-17 2027-05-17",
            "grundlovsdag-2026 2027-06-05 2027-06-05",
            "sommerferie-2026 2027-06-26 2027-08-08",
        ];
        let it = Initiative::default();
        assert_eq!(written(&it.holidays(SchoolYear(2026))), expected);
        assert_eq!(it.holidays(SchoolYear(2026)).len(), json(HOLIDAYS).as_array().unwrap().len());
    }

    #[test]
    fn the_school_changes_what_is_suggested_and_adds_its_own() {
        let year = SchoolYear(2026);
        let mut it = Initiative::default();
        let suggested = it.holidays(year);
        it.set_holiday_day("vinterferie-2026", "from", Some(day("2027-02-22")));
        it.set_holiday_day("vinterferie-2026", "to", Some(day("2027-02-28")));
        it.set_holiday_gone(&suggested[6], year, true);
        it.add_holiday("own", year);
        it.set_holiday_name("own", "Fælles kursusdag");
        let added = it.holidays(year);
        assert_eq!(written(&added).last().map(String::as_str), Some("own  "));
        assert_eq!(added.last().unwrap().flaw(), Some(HolidayFlaw::NoDay));
        it.set_holiday_day("own", "from", Some(day("2026-11-26")));
        it.set_holiday_day("own", "to", Some(day("2026-11-26")));
        let off = it.days_off(day("2026-08-10"), day("2027-06-30"));
        let free = |text: &str| holiday_on(&off, day(text)).map(|it| it.key.as_str());
        assert_eq!(free("2026-08-09"), Some("sommerferie-2025"));
        assert_eq!(free("2026-11-26"), Some("own"));
        assert_eq!(free("2027-02-17"), None);
        assert_eq!(free("2027-02-24"), Some("vinterferie-2026"));
        assert_eq!(free("2027-06-05"), None);
        assert!(is_free(&off, Week::numbered(2027, 8).unwrap()));
        assert!(!is_free(&off, Week::numbered(2027, 7).unwrap()));
        // What was taken away comes back with all it had.
        let own = it.holidays(year).into_iter().find(|it| it.key == "own").unwrap();
        it.set_holiday_gone(&own, year, true);
        assert!(it.holidays(year).iter().all(|it| it.key != "own"));
        it.set_holiday_gone(&own, year, false);
        it.set_holiday_gone(&suggested[6], year, false);
        let back = it.holidays(year);
        assert!(back.contains(&own) && back.contains(&suggested[6]));
    }

    #[test]
    fn a_holiday_that_cannot_be_leaves_nothing_out() {
        let year = SchoolYear(2026);
        let key = "efteraarsferie-2026";
        let with = |from: &str, to: &str| {
            let mut it = Initiative::default();
            it.set_holiday_day(key, "from", iso::day(from));
            it.set_holiday_day(key, "to", iso::day(to));
            let found = it.holidays(year).into_iter().find(|it| it.key == key).unwrap();
            let free = it.days_off(day("2026-10-01"), day("2026-10-31"));
            (found.flaw(), holiday_on(&free, day("2026-10-14")).is_some())
        };
        let table = [
            ("2026-10-12", "2026-10-16", None, true),
            ("2026-10-14", "2026-10-14", None, true),
            ("2026-10-16", "2026-10-12", Some(HolidayFlaw::Backwards), false),
            ("2026-10-12", "", Some(HolidayFlaw::NoDay), false),
            ("", "2026-10-16", Some(HolidayFlaw::NoDay), false),
            ("2025-10-12", "2026-10-16", Some(HolidayFlaw::TooLong), false),
        ];
        for (from, to, flaw, free) in table {
            assert_eq!(with(from, to), (flaw, free), "{from} {to}");
        }
    }
}
