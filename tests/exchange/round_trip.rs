//! What is written is read again, to the byte.

use std::path::Path;

use indsats::exchange::{About, Header, file_name, read};
use indsats::ledger::{Change, RevisionSet};
use serde_json::{Value, json};

use crate::world::{changed, file, header, hologram, ids, incoming, record, sample, set};

#[test]
fn a_file_gives_back_what_it_was_made_of() {
    for set in [RevisionSet::default(), set([], &[1, 2]), set([&hologram()], &[]), sample()] {
        let read = incoming(&set);
        assert_eq!(read.header, header());
        assert!(read.whole && read.altered.is_empty() && read.unreadable == 0);
        assert_eq!(&read.erased, set.erased());
        let mut again: RevisionSet = read.intact.into_iter().collect();
        read.erased.into_iter().for_each(|rec| again.erase(rec));
        assert_eq!(again, set);
        assert_eq!(file(&again), file(&set), "and once more to the same bytes");
    }
}

#[test]
fn the_header_says_what_the_file_is_about() {
    let about = Header { about: About::Initiative(record(1)), author: "Å\"\n".into(), ..header() };
    let text = indsats::exchange::write(&about, &sample()).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap().header, about);
}

/// The format is a promise to other programs: where this fails, a file of yesterday may no longer
/// be read tomorrow. `BLESS=1` writes the file anew.
#[test]
fn the_format_is_as_it_was() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/bundle.json");
    let text = file(&sample());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(text, golden);
}

#[test]
fn a_file_can_be_read_by_a_person() {
    let text = file(&sample());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..2], ["{", "\"format\": \"indsats\","]);
    let revisions = lines.iter().filter(|line| line.starts_with("{\"body\":")).count();
    assert_eq!(revisions, 6, "each revision has a line of its own");
    let json: Value = serde_json::from_str(&text).unwrap();
    let shown = &json["records"][0];
    assert_eq!(shown["values"], json!({ "title": "Jonas", "class": "5.b" }));
    assert_eq!(shown["conflicts"], json!(["title"]));
    assert_eq!(json["records"][1]["deleted"], json!(true));
}

#[test]
fn a_kind_from_elsewhere_is_kept_to_the_byte() {
    let read = incoming(&sample());
    let kept = read.intact.iter().find(|revision| revision.id() == hologram().id()).unwrap();
    assert_eq!(kept.canonical(), hologram().canonical());
    assert!(file(&sample()).contains(hologram().canonical()));
}

#[test]
fn large_and_deep_values_within_the_limits_travel() {
    let mut deep = json!("æ");
    for n in 0..60 {
        deep = if n % 2 == 0 { json!([deep]) } else { json!({ "x": deep }) };
    }
    let million = Value::Array(vec![json!(7); 1_000_000]);
    let set_of = [("deep".to_owned(), deep), ("million".to_owned(), million)].into();
    let change = Change { set: set_of, ..Change::default() };
    let revision = changed(1, &[], 0, change, false);
    let read = incoming(&set([&revision], &[]));
    assert!(read.whole);
    assert_eq!(ids(&read.intact), ids([&revision]));
}

#[test]
fn a_name_on_disk_holds_no_words_of_people() {
    assert_eq!(
        file_name("initiative", "2026-11-23".parse().unwrap()),
        "indsats-initiative-2026-11-23.json"
    );
}
