//! `docs/file-format.md` says what is true.

use std::collections::BTreeSet;

use indsats::exchange::{FORMAT, MAX_BYTES, READER, VERSION, read, write};
use indsats::ledger::{MAX_INTEGER, RevisionSet};
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../docs/file-format.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let text = DOCUMENT.replace("\r\n", "\n");
    let open = format!("\n```{language}\n");
    let found = text.split(open.as_str()).skip(1);
    found.map(|rest| rest.split_once("```").unwrap().0.to_owned()).collect()
}

#[test]
fn the_example_is_a_file() {
    let examples = blocks("json");
    assert_eq!(examples.len(), 1, "one complete example");
    let found = read(examples[0].as_bytes()).unwrap();
    assert!(found.whole && found.altered.is_empty() && found.unreadable == 0);
    assert_eq!((found.intact.len(), found.erased.len()), (3, 1));
    let mut set: RevisionSet = found.intact.into_iter().collect();
    found.erased.iter().for_each(|rec| set.erase(*rec));
    assert_eq!(write(&found.header, &set).unwrap(), examples[0], "and we would write it so");
}

#[test]
fn every_member_of_the_example_is_described() {
    let json: Value = serde_json::from_str(&blocks("json")[0]).unwrap();
    let mut keys = BTreeSet::new();
    gather(&json, &mut keys);
    // What the people of the example called things.
    let own = ["title", "class"];
    for key in keys.iter().filter(|key| !own.contains(&key.as_str())) {
        assert!(DOCUMENT.contains(&format!("`{key}`")), "`{key}` is not described");
    }
}

fn gather(json: &Value, keys: &mut BTreeSet<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| gather(item, keys)),
        Value::Object(map) => {
            for (key, value) in map {
                keys.insert(key.clone());
                gather(value, keys);
            }
        }
        _ => {}
    }
}

#[test]
fn its_numbers_are_ours() {
    let mebibytes = MAX_BYTES / 1024 / 1024;
    for fact in [
        format!("`format` is `\"{FORMAT}\"`"),
        format!("`version` is {VERSION}"),
        format!("`minReader` is {READER}"),
        format!("{mebibytes} MiB"),
        format!("{MAX_INTEGER}"),
    ] {
        assert!(DOCUMENT.contains(&fact), "{fact}");
    }
}
