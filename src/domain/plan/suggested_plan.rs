//! A whole plan to start from: sixteen weeks of school with what belongs before and after them. Weeks
//! without school are not counted, so a plan that begins in the autumn goes on after the holiday.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::calendar::{Holiday, Week, holiday_on, is_free};
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json, list, localized, text};
use crate::ledger::in_order;

const PLAN: &str = content_file!("phases/plan.json");

/// More weeks without school in a row than there are.
const MOST_FREE: usize = 60;

/// The plan as it is suggested.
#[derive(Debug)]
pub struct PlanTemplate {
    /// Its name.
    pub title: Localized,
    /// What there is to know about it.
    pub note: Localized,
    events: Vec<Event>,
}

/// What stands in it. The first week with pupils is 1, and the week before that -1.
#[derive(Debug)]
struct Event {
    what: String,
    week: i64,
    every: Option<i64>,
    until: i64,
}

/// One thing of a suggested plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// What it is, by the id of a kind of meeting.
    pub what: String,
    /// Its day.
    pub day: NaiveDate,
    /// What it is one of, where it comes several times.
    pub series: Option<usize>,
}

/// The plan as it is suggested.
pub fn plan_template() -> &'static PlanTemplate {
    static TEMPLATE: OnceLock<PlanTemplate> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let plan = json(PLAN);
        let words = |key| localized(&plan, key).unwrap_or_default();
        let events = list(&plan["events"], Event::read);
        PlanTemplate { title: words("title"), note: words("note"), events }
    })
}

impl Event {
    fn read(value: &Value) -> Option<Self> {
        let week = value["week"].as_i64()?;
        let (every, until) = (value["every"].as_i64(), value["until"].as_i64());
        Some(Self { what: text(value, "what")?, week, every, until: until.unwrap_or(week) })
    }
}

impl PlanTemplate {
    /// What it comes to when the first lesson is on `start`, in the order of the days. Everything is on
    /// the weekday of that lesson, or on another day of school where that one is free.
    pub fn from(&self, start: NaiveDate, holidays: &[Holiday]) -> Vec<Suggested> {
        let mut all = Vec::new();
        for (number, event) in self.events.iter().enumerate() {
            let (mut place, last) = (place(event.week), self::place(event.until));
            while place <= last {
                let day = day_of(start, place, holidays);
                let series = event.every.is_some().then_some(number);
                all.extend(day.map(|day| Suggested { what: event.what.clone(), day, series }));
                match event.every {
                    Some(every) if every > 0 => place += every,
                    _ => break,
                }
            }
        }
        in_order(all, |a: &Suggested, b| a.day.cmp(&b.day))
    }
}

/// Week 1 is the first place, counted from 0, and week -1 the one before it.
fn place(week: i64) -> i64 {
    if week > 0 { week - 1 } else { week }
}

/// The day in the week at a place, counted over weeks with school alone.
pub(super) fn day_of(start: NaiveDate, place: i64, holidays: &[Holiday]) -> Option<NaiveDate> {
    let step = if place < 0 { -1 } else { 1 };
    let mut week = school_week(Week::of(start), 1, holidays)?;
    for _ in 0..place.unsigned_abs() {
        week = school_week(week.later(step), step, holidays)?;
    }
    let weekday = u64::from(chrono::Datelike::weekday(&start).num_days_from_monday());
    let weekday = if weekday > 4 { 0 } else { weekday };
    // The day itself, then those after it, then those before.
    let mut days = (weekday..5).chain(0..weekday).map(|number| week.day(number));
    days.find(|day| holiday_on(holidays, *day).is_none())
}

/// The week, or the next one with school in that direction.
fn school_week(mut week: Week, step: i64, holidays: &[Holiday]) -> Option<Week> {
    for _ in 0..MOST_FREE {
        if !is_free(holidays, week) {
            return Some(week);
        }
        week = week.later(step);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::Initiative;
    use crate::domain::plan::meeting_kinds::meeting_kind;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn from(start: &str) -> Vec<String> {
        let it = Initiative::default();
        let off = it.days_off(day("2026-06-01"), day("2027-12-31"));
        let found = plan_template().from(day(start), &off);
        for item in &found {
            assert!(meeting_kind(&item.what).is_some(), "{}", item.what);
            assert!(holiday_on(&off, item.day).is_none(), "{item:?}");
        }
        found.iter().map(|it| format!("{} {} {}", it.day, Week::of(it.day), it.what)).collect()
    }

    fn weeks(found: &[String], what: &str) -> Vec<String> {
        let of = found.iter().filter(|line| line.ends_with(&format!(" {what}")));
        of.map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect()
    }

    #[test]
    fn holidays_are_not_counted() {
        let found = from("2026-09-01");
        assert_eq!(weeks(&found, "start"), ["2026-W36"]);
        // Six school weeks before; the summer lies in between.
        assert_eq!(weeks(&found, "moede-opstart"), ["2026-W24"]);
        // The ninth week with pupils: week 42 is free.
        assert_eq!(weeks(&found, "moede-erfaringsdeling"), ["2026-W45"]);
        assert_eq!(weeks(&found, "slutmaaling"), ["2026-W52"]);
        assert_eq!(weeks(&found, "moede-forankring"), ["2027-W02"]);
        assert_eq!(weeks(&found, "observation").len(), 4);
        let planning = weeks(&found, "moede-faelles-planlaegning");
        assert_eq!(planning.len(), 17);
        assert!(!planning.contains(&"2026-W42".to_owned()));
        assert_eq!(weeks(&found, "moede-justering").len(), 8);
    }

    #[test]
    fn everything_is_on_one_weekday_that_is_no_holiday() {
        let found = from("2027-02-23");
        let tuesdays = found.iter().filter(|line| {
            let day = day(line.split(' ').next().unwrap());
            chrono::Datelike::weekday(&day) == chrono::Weekday::Tue
        });
        assert_eq!(tuesdays.count(), found.len());
        // Ascension Day and the day after are a Thursday and a Friday.
        let thursdays = from("2027-02-25");
        assert!(thursdays.iter().any(|line| line.starts_with("2027-05-03 2027-W18")));
        // A weekend is no day of school.
        assert!(from("2027-02-27").iter().all(|line| {
            let day = day(line.split(' ').next().unwrap());
            chrono::Datelike::weekday(&day).num_days_from_monday() < 5
        }));
    }

    #[test]
    fn a_start_in_a_holiday_begins_after_it() {
        assert_eq!(weeks(&from("2026-10-13"), "start"), ["2026-W43"]);
        let always = [Holiday {
            from: Some(day("2026-08-01")),
            to: Some(day("2026-10-30")),
            ..Holiday::default()
        }];
        let found = plan_template().from(day("2026-09-01"), &always);
        assert!(found.iter().all(|it| holiday_on(&always, it.day).is_none()));
    }
}
