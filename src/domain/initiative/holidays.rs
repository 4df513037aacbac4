//! The days without school, as they stand in an initiative, where everybody who works on it sees the same.
//!
//! Only what somebody has changed is stored, under `holidays/<holiday>/…`: a suggested one by its id
//! and school year, the school's own by an id of its own.

use chrono::NaiveDate;
use serde_json::json;

use super::initiative::Initiative;
use crate::domain::calendar::{Holiday, SchoolYear, suggested_holidays};
use crate::domain::record::values;

impl Initiative {
    /// The holidays of a school year: those that are suggested, as they have been changed, and the
    /// school's own. Whatever is written in one, it keeps its place.
    pub fn holidays(&self, year: SchoolYear) -> Vec<Holiday> {
        let suggested = suggested_holidays(year).filter_map(|it| {
            if self.0.flag(&format!("holidays/{}/gone", it.key)) {
                return None;
            }
            let day = |part: &str, suggested: Option<NaiveDate>| {
                let path = format!("holidays/{}/{part}", it.key);
                if self.0.0.contains_key(&path) { self.0.day(&path) } else { suggested }
            };
            let (from, to) = (day("from", it.from), day("to", it.to));
            Some(Holiday { from, to, ..it })
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
            self.0.set(format!("holidays/{key}/gone"), values::of_flag(gone));
        } else {
            // Its words stay: they are needed when it comes back.
            self.0.set(format!("holidays/{key}/own"), (!gone).then_some(json!(year.0)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{HolidayFlaw, Week, holiday_on, is_free, iso};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn written(holidays: &[Holiday]) -> Vec<String> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let line = |it: &Holiday| format!("{} {} {}", it.key, day(it.from), day(it.to));
        holidays.iter().map(line).collect()
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
