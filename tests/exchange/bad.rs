//! Bytes that may be anything.

use indsats::exchange::{BundleError, MAX_BYTES, READER, plan, read};
use indsats::ledger::RevisionSet;
use serde_json::{Value, json};

use crate::world::{file, forged, ids, incoming, record, revision, sample, set, tampered};

/// What is done to a file, or to an entry of it.
type Tamper = fn(&mut Value);

#[test]
fn what_is_no_file_of_ours_is_refused_in_the_right_words() {
    let text = file(&sample());
    let utf16 = |bom: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = bom.then_some(0xfeff);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let deep = |open: &str, close: &str| open.repeat(10_000) + "1" + &close.repeat(10_000);
    let deep_inside = text.replacen("\"Jonas\"", &deep("[", "]"), 1);
    let latin1: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect();
    let table: [(&str, Vec<u8>, BundleError); 24] = [
        ("nothing", vec![], BundleError::Empty),
        ("white space", b" \r\n\t ".to_vec(), BundleError::Empty),
        ("a mark and nothing", b"\xef\xbb\xbf\n".to_vec(), BundleError::Empty),
        ("a JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec(), BundleError::NotOurs),
        ("a ZIP", b"PK\x03\x04\x14\0\x06\0".to_vec(), BundleError::NotOurs),
        ("zeros", vec![0; 4096], BundleError::NotOurs),
        ("a text", b"K\xc3\xa6re alle".to_vec(), BundleError::NotOurs),
        ("a number", b"17".to_vec(), BundleError::NotOurs),
        ("null", b"null".to_vec(), BundleError::NotOurs),
        ("a list", b"[1, 2]".to_vec(), BundleError::NotOurs),
        ("an object", b"{\"a\": 1}".to_vec(), BundleError::NotOurs),
        (
            "another format",
            b"{\"format\": \"other\", \"minReader\": 1}".to_vec(),
            BundleError::NotOurs,
        ),
        ("another beginning", b"{\"a\": [1, 2".to_vec(), BundleError::NotOurs),
        ("only our name", b"{\"format\": \"indsats\"}".to_vec(), BundleError::Damaged),
        ("two files in one", [text.as_bytes(), text.as_bytes()].concat(), BundleError::Damaged),
        ("zeros behind it", [text.as_bytes(), &[0; 9]].concat(), BundleError::Damaged),
        ("Latin-1", latin1, BundleError::Damaged),
        ("UTF-16", utf16(true, u16::to_le_bytes), BundleError::NotOurs),
        ("UTF-16, great end first", utf16(true, u16::to_be_bytes), BundleError::NotOurs),
        ("UTF-16 without a mark", utf16(false, u16::to_le_bytes), BundleError::NotOurs),
        ("lists in lists", deep("[", "]").into(), BundleError::TooDeep),
        ("objects in objects", deep("{\"a\":", "}").into(), BundleError::TooDeep),
        ("lists in lists in a file", deep_inside.into(), BundleError::TooDeep),
        ("100 MB", vec![0; 100_000_000], BundleError::TooLarge),
    ];
    for (name, bytes, expected) in table {
        assert_eq!(read(&bytes), Err(expected), "{name}");
    }
    assert_eq!(read(&vec![0; usize::try_from(MAX_BYTES).unwrap() + 1]), Err(BundleError::TooLarge));
    assert_eq!(read(&vec![0; usize::try_from(MAX_BYTES).unwrap()]), Err(BundleError::NotOurs));
}

#[test]
fn a_mark_before_the_text_does_no_harm() {
    let text = file(&sample());
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    assert_eq!(read(&marked), read(text.as_bytes()));
    let windows = text.replace('\n', "\r\n");
    assert_eq!(read(windows.as_bytes()), read(text.as_bytes()), "nor do other ends of lines");
}

/// The document promises 127 levels; a value in a revision stands on the sixth.
#[test]
fn the_deepest_file_that_is_read_is_as_deep_as_promised() {
    for (levels, expected) in [(127 - 5, Ok(7)), (128 - 5, Err(BundleError::TooDeep))] {
        let value = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let text = file(&sample()).replacen(
            "\"set\":{\"title\":\"B\"}",
            &format!("\"set\":{{\"title\":{value}}}"),
            1,
        );
        let found = read(text.as_bytes()).map(|found| found.intact.len() + found.altered.len() + 1);
        assert_eq!(found, expected);
    }
}

#[test]
fn a_file_that_is_cut_off_says_so() {
    let text = file(&sample());
    for tenth in 1..10 {
        let end = text.len() * tenth / 10;
        assert_eq!(read(&text.as_bytes()[..end]), Err(BundleError::CutOff), "{tenth}/10");
    }
    for end in 0..text.trim_end().len() {
        let error = read(&text.as_bytes()[..end]).unwrap_err();
        let short = end < 32 && matches!(error, BundleError::Empty | BundleError::NotOurs);
        assert!(short || error == BundleError::CutOff, "{end} bytes: {error}");
    }
}

/// One bit anywhere: the file is refused, or it says that it is not as it was made, or nothing of
/// what it says has changed. Nothing false is ever whole and intact.
#[test]
fn no_flipped_bit_passes_for_the_truth() {
    // Small, for every bit is tried.
    let first = revision(1, &[], 0, "title=Å");
    let small = set([&first, &revision(1, &[&first], 1, "title !delete")], &[3]);
    let bytes = file(&small).into_bytes();
    let original = read(&bytes).unwrap();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let Ok(found) = read(&flipped) else { continue };
            let said = !found.whole || !found.altered.is_empty() || found.unreadable > 0;
            assert!(said || found == original, "bit {bit} of byte {at}");
            assert!(ids(&found.intact).is_subset(&ids(&original.intact)), "bit {bit} of byte {at}");
            if found.whole {
                let shown = plan(&RevisionSet::default(), &[found], false);
                assert_eq!(shown.after, small, "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn only_a_file_with_its_check_is_whole() {
    let whole = |json: &Value| read(json.to_string().as_bytes()).unwrap().whole;
    assert!(whole(&tampered(|_| {})), "spaces and the order of members are not what is checked");
    let table: [(&str, Tamper); 7] = [
        ("no check", |json| drop(json.as_object_mut().unwrap().remove("check"))),
        ("an empty check", |json| json["check"] = json!(null)),
        ("another check", |json| json["check"] = json!("0".repeat(64))),
        ("a record's value", |json| json["records"][0]["values"]["title"] = json!("x")),
        ("a revision less", |json| drop(json["revisions"].as_array_mut().unwrap().pop())),
        ("one id more", |json| {
            json["erased"].as_array_mut().unwrap().push(json!(record(7).to_string()));
        }),
        ("a member more", |json| json["note"] = json!(1)),
    ];
    for (name, tamper) in table {
        assert!(!whole(&tampered(tamper)), "{name}");
    }
    assert!(whole(&forged(|json| json["note"] = json!({ "from": "the future" }))));
}

#[test]
fn a_newer_file_is_refused_whole_and_an_odd_one_is_damaged() {
    let table = [
        (json!(READER + 1), BundleError::Newer),
        (json!(u64::MAX), BundleError::Newer),
        (json!("1"), BundleError::Damaged),
        (json!(1.5), BundleError::Damaged),
        (json!(-1), BundleError::Damaged),
        (json!(null), BundleError::Damaged),
    ];
    for (reader, expected) in table {
        let newer = json!({ "format": "indsats", "minReader": reader, "unheardOf": [] });
        assert_eq!(read(newer.to_string().as_bytes()), Err(expected.clone()), "{reader}");
        let newer = forged(|json| json["minReader"] = json!(u32::MAX));
        assert_eq!(read(newer.to_string().as_bytes()), Err(BundleError::Newer));
    }
    let newer_format = forged(|json| json["version"] = json!(99));
    assert!(read(newer_format.to_string().as_bytes()).is_ok(), "only minReader refuses");
}

#[test]
fn a_member_that_is_missing_or_of_another_type_is_damage() {
    for key in ["minReader", "app", "made", "from", "about", "revisions", "erased"] {
        for wrong in [None, Some(json!(7.5)), Some(json!("x")), Some(json!({ "x": 1 }))] {
            if key == "app" && wrong == Some(json!("x")) {
                continue;
            }
            let json = tampered(|json| {
                let members = json.as_object_mut().unwrap();
                members.remove(key);
                members.extend(wrong.clone().map(|wrong| (key.to_owned(), wrong)));
            });
            let found = read(json.to_string().as_bytes());
            assert_eq!(found, Err(BundleError::Damaged), "{key}: {wrong:?}");
        }
    }
}

#[test]
fn a_revision_with_another_content_is_offered_and_not_taken() {
    let original = incoming(&sample());
    let json = forged(|json| {
        json["revisions"][0]["body"]["author"] = json!("XX");
    });
    let found = read(json.to_string().as_bytes()).unwrap();
    assert!(found.whole, "the check was worked out anew");
    assert_eq!((found.altered.len(), found.intact.len()), (1, original.intact.len() - 1));
    assert!(!ids(&original.intact).contains(&found.altered[0].id()));

    let here = RevisionSet::default();
    let files = [found];
    let (without, with) = (plan(&here, &files, false), plan(&here, &files, true));
    assert_eq!((without.altered, without.revisions), (1, 5));
    assert_eq!((with.altered, with.revisions), (1, 6));
}

#[test]
fn an_entry_that_is_no_revision_is_counted_and_the_rest_is_read() {
    let all = incoming(&sample()).intact.len();
    let table: [(&str, Tamper); 11] = [
        ("a word", |entry| *entry = json!("x")),
        ("no body", |entry| drop(entry.as_object_mut().unwrap().remove("body"))),
        ("no name", |entry| drop(entry.as_object_mut().unwrap().remove("rev"))),
        ("half a name", |entry| entry["rev"] = json!("ab")),
        ("a shouted name", |entry| {
            entry["rev"] = json!(entry["rev"].as_str().unwrap().to_uppercase());
        }),
        ("a decimal", |entry| entry["body"]["set"] = json!({ "x": 1.5 })),
        ("a float that is whole", |entry| entry["body"]["set"] = json!({ "x": 1.0 })),
        ("a great number", |entry| {
            entry["body"]["set"] = json!({ "x": 9_007_199_254_740_993_u64 })
        }),
        ("minus zero", |entry| entry["body"]["set"] = json!({ "x": -0.0 })),
        ("no device", |entry| entry["body"]["device"] = json!("me")),
        ("a parent that is no name", |entry| entry["body"]["parents"] = json!(["x"])),
    ];
    for (name, tamper) in table {
        let json = tampered(|json| tamper(&mut json["revisions"][2]));
        let found = read(json.to_string().as_bytes()).unwrap();
        let counts = (found.unreadable, found.intact.len(), found.altered.len(), found.whole);
        assert_eq!(counts, (1, all - 1, 0, false), "{name}");
    }
    let json = forged(|json| json["erased"].as_array_mut().unwrap().extend([json!(7), json!("x")]));
    let found = read(json.to_string().as_bytes()).unwrap();
    assert_eq!((found.unreadable, found.erased.len(), found.intact.len()), (2, 1, all));
}

/// JSON leaves open what a key that comes twice means. Here the last counts, as in browsers, and
/// the name is of what was kept.
#[test]
fn of_two_keys_the_last_counts() {
    let text = file(&sample());
    let twice = text.replacen(
        "\"author\":\"MK\",\"device\"",
        "\"author\":\"X\",\"author\":\"MK\",\"device\"",
        1,
    );
    assert_ne!(twice, text);
    assert_eq!(read(twice.as_bytes()), read(text.as_bytes()));
    let other = text.replacen(
        "\"author\":\"MK\",\"device\"",
        "\"author\":\"MK\",\"author\":\"X\",\"device\"",
        1,
    );
    let found = read(other.as_bytes()).unwrap();
    assert!(!found.whole);
}
