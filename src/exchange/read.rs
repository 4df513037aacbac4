//! Reads a bundle from bytes that may be anything.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_json::error::Category;

use super::archive::bundle_in;
use super::bundle::{About, FORMAT, Header, MAX_BYTES, READER};
use super::error::BundleError;
use super::write::check_of;
use crate::domain::calendar::iso;
use crate::ledger::{LedgerError, RecordId, Revision};

/// What was found in a file. Nothing of it has been taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// What the file says about itself.
    pub header: Header,
    /// Revisions whose content has the name it claims.
    pub intact: Vec<Revision>,
    /// Revisions that were changed after they were written, under the name they really have.
    pub altered: Vec<Revision>,
    /// How many entries are no revisions at all.
    pub unreadable: usize,
    /// Ids that must not come back.
    pub erased: BTreeSet<RecordId>,
    /// Whether the file is just as it was made. One without a check cannot prove it.
    pub whole: bool,
}

/// Reads a file: a bundle, or an archive with one in it.
///
/// # Errors
/// The file as a whole is refused; see [`BundleError`].
pub fn read(bytes: &[u8]) -> Result<Incoming, BundleError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(BundleError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BundleError::Empty);
    }
    let bytes = bundle_in(bytes).unwrap_or(bytes);
    let json: Value = serde_json::from_slice(bytes).map_err(|error| refusal(bytes, &error))?;
    if json.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(BundleError::NotOurs);
    }
    let reader = json.get("minReader").and_then(Value::as_u64).ok_or(BundleError::Damaged)?;
    if reader > u64::from(READER) {
        return Err(BundleError::Newer);
    }
    incoming(&json).ok_or(BundleError::Damaged)
}

/// Why bytes are not JSON: ours and broken, or something else.
fn refusal(bytes: &[u8], error: &serde_json::Error) -> BundleError {
    // The error has no kind for depth; its words are all there is to tell it by.
    if error.to_string().starts_with("recursion limit") {
        return BundleError::TooDeep;
    }
    let beginning = &bytes[..bytes.len().min(64)];
    let marked = beginning.windows(FORMAT.len()).any(|part| part == FORMAT.as_bytes());
    match error.classify() {
        Category::Eof if marked => BundleError::CutOff,
        _ if marked => BundleError::Damaged,
        _ => BundleError::NotOurs,
    }
}

fn incoming(json: &Value) -> Option<Incoming> {
    let mut incoming = Incoming {
        header: header(json)?,
        intact: Vec::new(),
        altered: Vec::new(),
        unreadable: 0,
        erased: BTreeSet::new(),
        whole: json.get("check").is_some_and(|check| {
            check_of(json).is_ok_and(|expected| check.as_str() == Some(&expected))
        }),
    };
    for entry in json.get("revisions")?.as_array()? {
        match Revision::read(entry) {
            Ok(revision) => incoming.intact.push(revision),
            Err(LedgerError::Hash { .. }) => {
                incoming
                    .altered
                    .extend(entry.get("body").and_then(|body| Revision::adopt(body).ok()));
            }
            Err(_) => incoming.unreadable += 1,
        }
    }
    for entry in json.get("erased")?.as_array()? {
        match entry.as_str().and_then(|id| id.parse().ok()) {
            Some(rec) => drop(incoming.erased.insert(rec)),
            None => incoming.unreadable += 1,
        }
    }
    Some(incoming)
}

fn header(json: &Value) -> Option<Header> {
    let text = |json: &Value, key: &str| json.get(key)?.as_str().map(ToOwned::to_owned);
    let from = json.get("from")?;
    let about = json.get("about")?;
    Some(Header {
        app: text(json, "app")?,
        made: iso::moment(&text(json, "made")?)?,
        device: text(from, "device")?.parse().ok()?,
        author: text(from, "author")?,
        about: match about.get("what")?.as_str()? {
            "initiative" => About::Initiative(text(about, "rec")?.parse().ok()?),
            "template" => About::Template(text(about, "rec")?.parse().ok()?),
            _ => About::Everything,
        },
    })
}
