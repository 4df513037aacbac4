//! How the app's things are laid out in rows. The only place that knows keys and tags.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::digest::Digest;
use super::record::Summary;
use super::storage::{Row, StorageError};
use crate::domain::calendar::iso;
use crate::domain::record::{AGREEMENT, DAY, EXAMPLE, FINISHED, INITIATIVE, Kind, LESSON};
use crate::ledger::{RecordId, Revision, View};

/// How derived rows are laid out. Raise it when a kind or a tag is added: every row is then derived
/// anew when the store is next opened.
pub const LAYOUT: u32 = 7;

/// Where a row stands in a list: hand it back to get what comes behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position(pub(in crate::app) String);

/// The tag all revisions of a record share.
pub fn revisions_of(rec: RecordId) -> String {
    format!("rec/{rec}")
}

/// The tag of records of a kind.
pub fn of_kind(kind: Kind) -> String {
    format!("kind/{kind}/")
}

/// The tag of an initiative's records of a kind.
pub fn of_initiative(initiative: RecordId, kind: Kind) -> String {
    format!("of/{initiative}/{kind}/")
}

/// The tag of a lesson's records of a kind.
pub fn of_lesson(lesson: RecordId, kind: Kind) -> String {
    format!("lesson/{lesson}/{kind}/")
}

/// The tag of what was begun from an agreement.
pub fn from_agreement(agreement: RecordId) -> String {
    format!("from/{agreement}/")
}

/// The tag of everything that belongs to an initiative, trash and unknown kinds included.
pub fn within(initiative: RecordId) -> String {
    format!("within/{initiative}/")
}

/// The tag of what was begun and not marked as done.
pub const UNFINISHED: &str = "unfinished/";

/// The tag of records where a person has to choose.
pub const CONFLICTS: &str = "conflict/";

/// The tag of records in the trash.
pub const TRASH: &str = "trash/";

/// The tag of the made-up records.
pub const EXAMPLES: &str = "example/";

/// The tag of the school's own forms, those in the trash included: filled-in ones open all the same.
pub const FORMS: &str = "form/";

/// The row of a revision.
pub fn revision_row(revision: &Revision) -> Row {
    Row {
        key: revision.id().to_string(),
        tags: vec![revisions_of(revision.body().rec)],
        value: revision.canonical().to_owned(),
    }
}

/// The revision of a row.
pub fn revision(row: &Row) -> Result<Revision, StorageError> {
    let damaged = || StorageError::Damaged(row.key.clone());
    let body: Value = serde_json::from_str(&row.value).map_err(|_| damaged())?;
    let revision = Revision::adopt(&body).map_err(|_| damaged())?;
    (revision.id().to_string() == row.key).then_some(revision).ok_or_else(damaged)
}

/// The derived row of a record.
pub fn record_row(view: &View) -> Row {
    let rec = view.rec;
    let text = |path: &str| view.get(path).and_then(Value::as_str);
    let order = newest_first(text(DAY), view);
    let initiative = text(INITIATIVE).and_then(|id| id.parse::<RecordId>().ok());
    let mut tags = Vec::new();
    if let Some(initiative) = initiative {
        tags.push(format!("{}{rec}", within(initiative)));
    }
    if view.get(EXAMPLE).is_some_and(|value| value == &Value::Bool(true)) {
        tags.push(format!("{EXAMPLES}{rec}"));
    }
    if view.kind == Kind::Template.word() {
        tags.push(format!("{FORMS}{rec}"));
    }
    if view.deleted {
        tags.push(format!("{TRASH}{:013}/{rec}", LAST_MS.saturating_sub(view.changed.0.wall)));
    } else {
        // Only kinds of ours have lists; the word of another may hold anything, slashes too.
        if let Ok(kind) = view.kind.parse::<Kind>() {
            tags.push(format!("{}{order}/{rec}", of_kind(kind)));
            if let Some(initiative) = initiative {
                tags.push(format!("{}{order}/{rec}", of_initiative(initiative, kind)));
            }
            if let Some(lesson) = text(LESSON).and_then(|id| id.parse::<RecordId>().ok()) {
                tags.push(format!("{}{order}/{rec}", of_lesson(lesson, kind)));
            }
            if let Some(agreement) = text(AGREEMENT).and_then(|id| id.parse::<RecordId>().ok()) {
                tags.push(format!("{}{order}/{rec}", from_agreement(agreement)));
            }
            if kind == Kind::Observation && view.get(FINISHED).is_none() {
                tags.push(format!("{UNFINISHED}{order}/{rec}"));
            }
        }
        if view.contested || view.conflicts().next().is_some() {
            tags.push(format!("{CONFLICTS}{rec}"));
        }
    }
    let mut value = Summary::of(view).to_json().to_string();
    if view.kind == Kind::Observation.word() {
        // A list of thousands reads the first line alone. JSON has no line ends of its own.
        value = format!("{}\n{value}", Digest::of(view).to_line());
    }
    Row { key: rec.to_string(), tags, value }
}

/// The digest of an observation's derived row.
pub fn digest(row: &Row) -> Result<Digest, StorageError> {
    let line = row.value.split_once('\n').map(|(line, _)| line);
    let rec = row.key.parse().map_err(|_| StorageError::Damaged(row.key.clone()))?;
    if let Some(digest) = line.and_then(|line| Digest::from_line(rec, line)) {
        return Ok(digest);
    }
    let summary = summary(row)?;
    Ok(Digest::of_fields(rec, &summary.fields, (summary.changed, summary.changed)))
}

/// The summary of a derived row.
pub fn summary(row: &Row) -> Result<Summary, StorageError> {
    let damaged = || StorageError::Damaged(row.key.clone());
    let json = row.value.split_once('\n').map_or(row.value.as_str(), |(_, json)| json);
    let json: Value = serde_json::from_str(json).map_err(|_| damaged())?;
    Summary::from_json(&json).ok_or_else(damaged)
}

/// The place of a row in a list it was found in by a tag.
pub fn position(row: &Row, prefix: &str) -> Option<Position> {
    row.tags.iter().find(|tag| tag.starts_with(prefix)).cloned().map(Position)
}

/// The row of a named fact about the device.
pub fn meta_row(name: &str, value: &Value) -> Row {
    Row { key: name.to_owned(), tags: Vec::new(), value: value.to_string() }
}

/// The row of an erased id.
pub fn erased_row(rec: RecordId) -> Row {
    Row { key: rec.to_string(), tags: Vec::new(), value: json!({}).to_string() }
}

/// A time far enough ahead to count down from: the year 2286, in milliseconds.
const LAST_MS: u64 = 9_999_999_999_999;

/// A text that sorts newer days before older ones.
pub fn day_order(day: NaiveDate) -> String {
    let number = u32::try_from(day.year()).unwrap_or_default() * 10_000;
    backwards(number + day.month() * 100 + day.day())
}

fn backwards(day: u32) -> String {
    format!("{:08}", 99_999_999_u32.saturating_sub(day))
}

/// A text that sorts newer days, and on a day what was begun later, before the rest.
///
/// The database gives rows in ascending order, and reading pages backwards costs a cursor.
fn newest_first(day: Option<&str>, view: &View) -> String {
    let day = day.and_then(iso::day).map_or_else(|| backwards(0), day_order);
    format!("{day}-{:013}", LAST_MS.saturating_sub(view.begun.0.wall))
}

/// How the keys of waiting answers begin. No name of a record does.
pub(in crate::app) const WAITING: &str = "waiting/";

/// Whether the row is an answer that waits, and no part of a working copy.
pub(in crate::app) fn is_waiting(row: &Row) -> bool {
    row.key.starts_with(WAITING)
}

/// The key of the sheet that is typed in for a round.
pub(in crate::app) fn typed_key(rec: RecordId, round: &str) -> String {
    format!("typed/{rec}/{round}")
}
