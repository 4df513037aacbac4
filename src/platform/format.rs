//! Dates and times as people write them, by the browser's own knowledge of languages.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::text::Lang;

/// `23. november 2026`, `23 November 2026`.
pub fn day(lang: Lang, day: NaiveDate) -> String {
    spell(lang, &date(day), &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// `mandag den 23. november`, `Monday 23 November`.
pub fn weekday(lang: Lang, day: NaiveDate) -> String {
    let at = date(day);
    let weekday = spell(lang, &at, &[("weekday", "long")]);
    let day = spell(lang, &at, &[("day", "numeric"), ("month", "long")]);
    // The browser leaves out the article that Danish has.
    let joint = if lang == Lang::Da { " den " } else { " " };
    format!("{weekday}{joint}{day}")
}

/// `23.–29. november 2026`, `23–29 November 2026`; what differs stands twice.
pub fn days(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    let last = day(lang, to);
    if from.year() != to.year() {
        return format!("{} – {last}", day(lang, from));
    }
    if from.month() != to.month() {
        let first = spell(lang, &date(from), &[("day", "numeric"), ("month", "long")]);
        return format!("{first} – {last}");
    }
    let dot = if lang == Lang::Da { "." } else { "" };
    format!("{}{dot}–{last}", from.day())
}

/// `10.42`, `10:42`, from milliseconds since 1970.
pub fn time(lang: Lang, ms: u64) -> String {
    let at = Date::new(&JsValue::from_f64(ms as f64));
    let sign = if lang == Lang::Da { '.' } else { ':' };
    format!("{}{sign}{:02}", at.get_hours(), at.get_minutes())
}

/// `08:05`, as a field for a time of day has it.
pub fn time_value(ms: u64) -> String {
    let at = Date::new(&JsValue::from_f64(ms as f64));
    format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
}

/// Noon of a day, in milliseconds since 1970.
pub fn noon(day: NaiveDate) -> u64 {
    date(day).get_time() as u64
}

/// Noon of the day that a time is on.
pub fn noon_of(ms: u64) -> u64 {
    let at = Date::new(&JsValue::from_f64(ms as f64));
    at.set_hours(12);
    at.set_minutes(0);
    at.set_seconds(0);
    at.set_milliseconds(0);
    at.get_time() as u64
}

/// `10.42`, `10:42`, from a time of day.
pub fn clock(lang: Lang, time: NaiveTime) -> String {
    let sign = if lang == Lang::Da { '.' } else { ':' };
    format!("{}{sign}{:02}", time.hour(), time.minute())
}

/// `23. november 2026 kl. 10.42`, from milliseconds since 1970.
pub fn moment(lang: Lang, ms: u64) -> String {
    let at = Date::new(&JsValue::from_f64(ms as f64));
    let day = spell(lang, &at, &[("day", "numeric"), ("month", "long"), ("year", "numeric")]);
    let joint = if lang == Lang::Da { " kl.\u{a0}" } else { ", " };
    format!("{day}{joint}{}", time(lang, ms))
}

/// Noon, so that no change to summer time can move it to another day.
fn date(day: NaiveDate) -> Date {
    let month = i32::try_from(day.month0()).unwrap_or_default();
    let of_month = i32::try_from(day.day()).unwrap_or_default();
    Date::new_with_year_month_day_hr(day.year().unsigned_abs(), month, of_month, 12)
}

fn spell(lang: Lang, date: &Date, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (part, style) in parts {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*part).into(), &(*style).into());
    }
    let locale = if lang == Lang::Da { "da-DK" } else { "en-GB" };
    date.to_locale_date_string(locale, &options).into()
}
