//! Small sets of revisions, and files made of them.

use std::collections::BTreeSet;

use indsats::exchange::{About, Header, Incoming, read, write};
use indsats::ledger::{
    Body, Change, DeviceId, RecordId, Revision, RevisionId, RevisionSet, Stamp, canonical,
};
use serde_json::{Value, json};

/// The time it is: 23 November 2026.
pub const NOW: u64 = 1_795_392_000_000;

pub fn record(n: u8) -> RecordId {
    RecordId::new(NOW, [n; 10])
}

/// A revision by the n-th device, `minute` past the hour: `title=A` sets a text, `title` empties.
pub fn revision(rec: u8, parents: &[&Revision], minute: u64, words: &str) -> Revision {
    let mut change = Change::default();
    for word in words.split_whitespace().filter(|word| *word != "!delete") {
        match word.split_once('=') {
            Some((path, text)) => drop(change.set.insert(path.to_owned(), json!(text))),
            None => drop(change.unset.insert(word.to_owned())),
        }
    }
    changed(rec, parents, minute, change, words.contains("!delete"))
}

pub fn changed(
    rec: u8,
    parents: &[&Revision],
    minute: u64,
    change: Change,
    deleted: bool,
) -> Revision {
    Revision::write(Body {
        rec: record(rec),
        kind: "initiative".into(),
        schema: 1,
        parents: parents.iter().map(|parent| parent.id()).collect(),
        at: Stamp { wall: NOW + minute * 60_000, count: 0 },
        device: DeviceId::new([0xab; 16]),
        author: "MK".into(),
        change,
        deleted,
    })
    .unwrap()
}

/// As another program would write it: a kind, a schema and a field that nobody here knows.
pub fn hologram() -> Revision {
    let first = revision(9, &[], 9, "æøå=Æblegrød");
    let mut body: Value = serde_json::from_str(first.canonical()).unwrap();
    body["type"] = json!("hologram");
    body["schema"] = json!(7);
    body["mood"] = json!({ "z": [null, true, -1], "a": "\u{1F600}\n" });
    Revision::adopt(&body).unwrap()
}

pub fn set<'a>(revisions: impl IntoIterator<Item = &'a Revision>, erased: &[u8]) -> RevisionSet {
    let mut set: RevisionSet = revisions.into_iter().cloned().collect();
    erased.iter().for_each(|&n| set.erase(record(n)));
    set
}

/// A bit of everything: a conflict, a deletion, a kind from elsewhere, something erased.
pub fn sample() -> RevisionSet {
    let first = revision(1, &[], 0, "title=A class=5.b purpose=Alle_når_målet");
    let mette = revision(1, &[&first], 1, "title=Mette purpose");
    let jonas = revision(1, &[&first], 2, "title=Jonas");
    let gone = revision(2, &[], 3, "title=B");
    let deleted = revision(2, &[&gone], 4, "!delete");
    set([&first, &mette, &jonas, &gone, &deleted, &hologram()], &[3])
}

pub fn header() -> Header {
    Header {
        app: "0.1.0".into(),
        made: "2026-11-23T12:00:00Z".parse().unwrap(),
        device: DeviceId::new([0xab; 16]),
        author: "MK".into(),
        about: About::Everything,
    }
}

pub fn file(set: &RevisionSet) -> String {
    write(&header(), set).unwrap()
}

pub fn incoming(set: &RevisionSet) -> Incoming {
    read(file(set).as_bytes()).unwrap()
}

/// A file of the sample with something done to it, as JSON.
pub fn tampered(tamper: impl FnOnce(&mut Value)) -> Value {
    let mut json = serde_json::from_str(&file(&sample())).unwrap();
    tamper(&mut json);
    json
}

/// As [`tampered`], by someone who knows to work out the check anew.
pub fn forged(tamper: impl FnOnce(&mut Value)) -> Value {
    let mut json = tampered(tamper);
    json.as_object_mut().unwrap().remove("check");
    let check = RevisionId::of(&canonical(&json).unwrap());
    json["check"] = json!(check.to_string());
    json
}

pub fn ids<'a>(revisions: impl IntoIterator<Item = &'a Revision>) -> BTreeSet<RevisionId> {
    revisions.into_iter().map(Revision::id).collect()
}
