//! What typed things are stored as, for those that have no place of their own in JSON.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use crate::domain::calendar::iso;
use crate::ledger::RecordId;

/// A record's name, as its text.
pub fn of_record(rec: Option<RecordId>) -> Option<Value> {
    rec.map(|rec| rec.to_string().into())
}

/// A day, as `2026-11-23`.
pub fn of_day(day: Option<NaiveDate>) -> Option<Value> {
    day.map(|day| day.to_string().into())
}

/// A time of day, as `08:15`.
pub fn of_time(time: Option<NaiveTime>) -> Option<Value> {
    time.map(|time| iso::write_time(time).into())
}

/// `true`, or nothing.
pub fn of_flag(flag: bool) -> Option<Value> {
    flag.then_some(Value::Bool(true))
}
