//! The two languages say the same things, with the same values, and nothing is said for nobody.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

type Texts = BTreeMap<String, String>;

fn texts(lang: &str) -> Texts {
    let file = fs::read_to_string(format!("locales/{lang}.json")).unwrap();
    let json: Value = serde_json::from_str(&file).unwrap();
    let parts = json.as_object().unwrap().iter();
    parts
        .flat_map(|(part, texts)| {
            let texts = texts.as_object().unwrap().iter();
            texts.map(move |(key, text)| {
                (format!("{part}.{key}"), text.as_str().unwrap().to_owned())
            })
        })
        .collect()
}

/// The names in `{braces}`.
fn values(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect()
}

/// All code of the interface in one string, without white space.
fn code(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&code(&path));
        } else {
            let file = fs::read_to_string(&path).unwrap();
            all.extend(file.chars().filter(|letter| !letter.is_whitespace()));
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_texts_and_values() {
    let (danish, english) = (texts("da"), texts("en"));
    assert_eq!(danish.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (key, text) in &danish {
        assert!(!text.trim().is_empty() && !english[key].trim().is_empty(), "{key} is empty");
        assert_eq!(values(text), values(&english[key]), "{key}");
    }
}

#[test]
fn every_text_is_used_and_given_its_values() {
    let code = code(Path::new("src/ui"));
    for (key, text) in texts("da") {
        let uses: Vec<&str> = code.split(&format!(",{key}")).skip(1).collect();
        let uses: Vec<&&str> =
            uses.iter().filter(|rest| rest.starts_with(')') || rest.starts_with(',')).collect();
        assert!(!uses.is_empty(), "{key} is never shown");
        for rest in uses {
            for name in values(&text) {
                let until = rest.len().min(200);
                let until = (0..=until).rev().find(|&i| rest.is_char_boundary(i)).unwrap();
                let given = rest[..until].contains(&format!("{name}="))
                    || rest[..until].contains(&format!("\"{name}\""));
                assert!(given, "{key} is shown without {name}");
            }
        }
    }
}

#[test]
fn danish_is_written_as_the_house_writes_it() {
    for (key, text) in texts("da") {
        assert!(!text.contains('!'), "{key}: no exclamation marks");
        assert!(!text.contains('"') && !text.contains('“'), "{key}: quote with »…«");
        for word in ["JSON", "merge", "schema", "eksporter"] {
            assert!(!text.contains(word), "{key}: {word} is not a word of the school");
        }
    }
}
