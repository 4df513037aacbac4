//! The device's clock.

use chrono::{NaiveDate, NaiveTime};
use js_sys::Date;

use crate::app::store::Clock;

/// The clock that the browser shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> u64 {
        milliseconds(&Date::new_0())
    }

    fn today(&self) -> NaiveDate {
        let now = Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
    }

    fn midnight(&self) -> u64 {
        let now = Date::new_0();
        now.set_hours(0);
        now.set_minutes(0);
        now.set_seconds(0);
        now.set_milliseconds(0);
        milliseconds(&now)
    }
}

/// The time of day that the device shows, to the minute.
pub fn time_of_day() -> NaiveTime {
    let now = Date::new_0();
    NaiveTime::from_hms_opt(now.get_hours(), now.get_minutes(), 0).unwrap_or_default()
}

/// A clock before 1970 reads as 1970: a stamp is never negative.
fn milliseconds(date: &Date) -> u64 {
    date.get_time().max(0.0) as u64
}
