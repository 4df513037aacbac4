//! Writes a bundle: readable in a text editor, checkable by a program.

use serde_json::{Map, Value, json};

use super::bundle::{About, FORMAT, Header, READER, VERSION};
use crate::domain::calendar::iso;
use crate::ledger::{Gather, LedgerError, RevisionId, RevisionSet, canonical};

/// The text of a file with all of `set`.
///
/// First the header, then what the records are now, then the revisions that prove it, one a line,
/// and at the end a check over all of it. The same set gives the same bytes from `records` to
/// `erased`, whatever the order it came together in.
///
/// # Errors
/// A value that canonical JSON does not allow, which a set never holds.
pub fn write(header: &Header, set: &RevisionSet) -> Result<String, LedgerError> {
    let mut members: Vec<(&str, Value)> = vec![
        ("format", json!(FORMAT)),
        ("version", json!(VERSION)),
        ("minReader", json!(READER)),
        ("app", json!(header.app)),
        ("made", json!(iso::write_moment(header.made))),
        ("from", json!({ "device": header.device.to_string(), "author": header.author })),
        ("about", about(header.about)),
        ("records", records(set)),
        ("revisions", revisions(set)?),
        ("erased", set.erased().iter().map(ToString::to_string).collect()),
    ];
    let whole = members.iter().map(|(key, value)| ((*key).to_owned(), value.clone()));
    let check = check_of(&Value::Object(whole.gather()))?;
    members.push(("check", json!(check)));
    let lines: Result<Vec<String>, _> = members
        .iter()
        .map(|(key, value)| Ok(format!("{}: {}", json!(key), lines(value)?)))
        .collect();
    Ok(format!("{{\n{}\n}}\n", lines?.join(",\n")))
}

/// The check over a file: SHA-256 of the canonical JSON of all members but `check` itself.
pub(super) fn check_of(whole: &Value) -> Result<String, LedgerError> {
    let text = match whole {
        Value::Object(members) if members.contains_key("check") => {
            let mut rest = members.clone();
            rest.remove("check");
            canonical(&Value::Object(rest))?
        }
        other => canonical(other)?,
    };
    Ok(RevisionId::of(&text).to_string())
}

fn about(about: About) -> Value {
    match about {
        About::Everything => json!({ "what": "everything" }),
        About::Initiative(rec) => json!({ "what": "initiative", "rec": rec.to_string() }),
        About::Template(rec) => json!({ "what": "template", "rec": rec.to_string() }),
    }
}

/// What the records are now: for people and for programs that want no history.
fn records(set: &RevisionSet) -> Value {
    let record = |view: crate::ledger::View| {
        let values: Map<String, Value> = view.values().into_iter().gather();
        let conflicts: Vec<_> = view.conflicts().map(|(path, _)| json!(path)).collect();
        json!({
            "rec": view.rec.to_string(), "type": view.kind, "deleted": view.deleted,
            "values": values, "conflicts": conflicts,
        })
    };
    set.records().filter_map(|rec| set.view(rec)).map(record).collect()
}

fn revisions(set: &RevisionSet) -> Result<Value, LedgerError> {
    let pair = |revision: &crate::ledger::Revision| {
        // What was canonical JSON once reads back as JSON.
        let body: Value = serde_json::from_str(revision.canonical())
            .map_err(|_| LedgerError::Malformed("body"))?;
        Ok(json!({ "rev": revision.id().to_string(), "body": body }))
    };
    set.iter().map(pair).collect::<Result<Vec<_>, _>>().map(Value::Array)
}

/// A value on one line, a list with one line for each item.
fn lines(value: &Value) -> Result<String, LedgerError> {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let items: Result<Vec<_>, _> = items.iter().map(canonical).collect();
            Ok(format!("[\n{}\n]", items?.join(",\n")))
        }
        other => canonical(other),
    }
}
