//! The places and values of groups and of loans in the words people have for them.

use serde_json::Value;

use crate::domain::calendar::iso;
use crate::platform::format;
use crate::ui::shell::{App, now};
use crate::ui::words::group_words::basis_name;

/// What people call a place of a group; `None` for places of other things.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let mut parts = path.strip_prefix("groups/")?.split('/').skip(1);
    let part = match parts.next().unwrap_or_default() {
        "name" => now!(app, groups.name),
        "from" => now!(app, groups.from),
        "to" => now!(app, groups.to),
        "size" => now!(app, groups.size),
        "pupils" => format!("{}: {}", now!(app, start.pupils), parts.next().unwrap_or_default()),
        "basis" => basis_name(app, parts.next().unwrap_or_default()),
        "why" => now!(app, groups.basis_own),
        "leads" => now!(app, groups.leads),
        "learnt" => now!(app, groups.learnt),
        "after" => now!(app, groups.comes_after),
        other => other.to_owned(),
    };
    Some(now!(app, groups.place, part = part))
}

/// A value of a group as people read it; `None` where it says itself.
pub fn value(app: App, rest: &str, value: &Value) -> Option<String> {
    let part = rest.split('/').nth(1).unwrap_or_default();
    match (part, value) {
        ("from" | "to", Value::String(day)) => Some(format::day(app.lang(), iso::day(day)?)),
        // Which period it was only its id says, and that is no word.
        ("after", Value::String(_)) | (_, Value::Bool(true)) => Some(now!(app, live.yes)),
        ("leads", value) => value.get("initials").and_then(Value::as_str).map(ToOwned::to_owned),
        _ => None,
    }
}

/// What people call a place of a loan; `None` for places of other things.
pub fn loan_field_name(app: App, path: &str) -> Option<String> {
    Some(match path {
        "pupil" => now!(app, loans.pupil),
        "title" => now!(app, loans.book),
        "day" => now!(app, loans.since),
        "back" => now!(app, loans.back),
        _ => match path.strip_prefix("talks/")?.split('/').nth(1)? {
            "day" => now!(app, loans.talk_day),
            _ => now!(app, loans.talk_text),
        },
    })
}
