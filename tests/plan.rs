//! Rules of the plan that hold whatever is asked for.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use indsats::domain::calendar::repetition::{self, MOST_WEEKS};
use indsats::domain::calendar::{Holiday, SchoolYear, Week, easter, holiday_on};
use indsats::domain::initiative::Initiative;
use proptest::collection::vec;
use proptest::prelude::*;

fn start(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(days)
}

proptest! {
    /// Each time is a whole number of weeks after the first, none lies in a holiday, and none is
    /// forgotten.
    #[test]
    fn a_repetition_is_regular_and_leaves_the_holidays_out(
        first in 0..4_000_u64,
        length in 0..366_u64,
        weeks in 1..=MOST_WEEKS,
        free in vec((0..420_u64, 0..20_u64), 0..6),
    ) {
        let first = start(first);
        let holidays: Vec<Holiday> = free
            .into_iter()
            .map(|(from, length)| Holiday {
                from: Some(first + Days::new(from)),
                to: Some(first + Days::new(from + length)),
                ..Holiday::default()
            })
            .collect();
        let until = first + Days::new(length);
        let Ok(found) = repetition::repetition(Some(first), Some(until), weeks, &holidays) else {
            return Ok(());
        };
        let mut all: Vec<NaiveDate> = found.days.iter().chain(&found.left_out).copied().collect();
        all.sort_unstable();
        prop_assert_eq!(all.len() as u64, length / (7 * weeks));
        for (n, day) in (1..).zip(&all) {
            prop_assert_eq!(*day, first + Days::new(7 * weeks * n));
        }
        prop_assert!(found.days.iter().all(|day| holiday_on(&holidays, *day).is_none()));
        prop_assert!(found.left_out.iter().all(|day| holiday_on(&holidays, *day).is_some()));
    }

    /// A week has seven days that all know it, and the next begins the day after its last.
    #[test]
    fn a_day_is_in_one_week(days in 0..200_000_u64) {
        let week = Week::of(start(days));
        prop_assert_eq!(week.monday().weekday(), Weekday::Mon);
        prop_assert!(week.monday() <= start(days) && start(days) <= week.sunday());
        prop_assert_eq!(Week::read(&week.to_string()), Some(week));
        prop_assert_eq!(week.later(1).monday(), week.sunday() + Days::new(1));
    }

    /// What is suggested runs forwards and begins in the year it is suggested for.
    #[test]
    fn the_suggested_holidays_of_any_year_can_be(year in 1990..2200_u16) {
        let found = Initiative::default().holidays(SchoolYear(year));
        prop_assert_eq!(found.len(), 8);
        for holiday in &found {
            let (from, to) = (holiday.from.unwrap(), holiday.to.unwrap());
            prop_assert!(from <= to, "{:?}", holiday);
            prop_assert_eq!(SchoolYear::of(from), SchoolYear(year), "{:?}", holiday);
        }
        let easter = easter(i32::from(year) + 1).unwrap();
        prop_assert_eq!(easter.weekday(), Weekday::Sun);
    }
}
