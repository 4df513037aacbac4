//! What stays of a school year when the pupils' codes are taken out of it: the list of pupils goes, and in what
//! people wrote other words stand in place of each code.

use serde_json::Value;

use crate::domain::record::{Fields, is_pupil_code, without_codes};
use crate::ledger::{Gather, Path};

/// Where the pupils of an initiative, a group or a lesson stand, one below it for each.
const PUPILS: &str = "pupils";

/// Where `E12` is a room and not a pupil.
const PLACES: [&str; 3] = ["room", "place", "class"];

/// Whether a place and what stands there name a pupil by code.
pub fn holds_code(path: &str, value: &Value) -> bool {
    is_of_pupil(path) || (!is_place(path) && clean(value, "") != *value)
}

/// Values without pupils: the places of pupils are gone, and in texts `instead` stands for each code.
pub fn without_pupils(fields: &Fields, instead: &str) -> Fields {
    let kept = fields.0.iter().filter(|(path, _)| !is_of_pupil(path));
    let cleaned = kept.map(|(path, value)| {
        let value = if is_place(path) { value.clone() } else { clean(value, instead) };
        (path.clone(), value)
    });
    Fields(cleaned.gather())
}

/// Values in which one text stands for another wherever it is the whole of a value: the name of a record that
/// goes on under another. `None` where nothing changes.
pub fn renamed(fields: &Fields, name_of: impl Fn(&str) -> Option<String>) -> Option<Fields> {
    let mut changed: Vec<(Path, Value)> = Vec::new();
    for (path, value) in &fields.0 {
        if let Some(other) = value.as_str().and_then(&name_of) {
            changed.push((path.clone(), Value::String(other)));
        }
    }
    (!changed.is_empty()).then(|| Fields(changed.into_iter().gather()))
}

/// Whether a place is one of a pupil: below `pupils`, or with a code in it.
fn is_of_pupil(path: &str) -> bool {
    let mut parts = path.split('/');
    path.starts_with("pupils/") || parts.any(|part| part == PUPILS || is_pupil_code(part))
}

fn is_place(path: &str) -> bool {
    PLACES.contains(&path)
}

fn clean(value: &Value, instead: &str) -> Value {
    match value {
        Value::String(text) => Value::String(without_codes(text, &[], instead)),
        Value::Array(items) => items.iter().map(|item| clean(item, instead)).collect(),
        Value::Object(members) => {
            let cleaned = members.iter().map(|(key, value)| (key.clone(), clean(value, instead)));
            Value::Object(cleaned.gather::<serde_json::Map<_, _>>())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn pupils_and_their_codes_are_told_from_rooms_and_weeks() {
        let table = [
            ("pupils/E04", json!(true), true),
            ("groups/a/pupils/4C", json!(true), true),
            ("answers/start/E04/m", json!(3), true),
            ("focus", json!("E04 og E117s makker"), true),
            ("sparring/what", json!({ "text": ["uge 7", "E04"] }), true),
            ("room", json!("E12"), false),
            ("focus", json!("Uge 48, lokale A4"), false),
            ("status", json!("gennemfoert"), false),
            ("goals/g/target", json!("3"), false),
        ];
        for (path, value, expected) in table {
            assert_eq!(holds_code(path, &value), expected, "{path} {value}");
        }
    }

    #[test]
    fn what_is_left_holds_none_and_keeps_the_rest() {
        let fields = Fields(
            [
                ("class", json!("5.b")),
                ("pupils/E04", json!(true)),
                ("focus", json!("E04 forklarer")),
                ("room", json!("E12")),
                ("count", json!(3)),
                ("who", json!({ "initials": "JP" })),
            ]
            .map(|(path, value)| (path.to_owned(), value))
            .into(),
        );
        let left = without_pupils(&fields, "elev");
        assert!(!left.0.iter().any(|(path, value)| holds_code(path, value)));
        assert_eq!(left.text("focus"), "elev forklarer");
        assert_eq!((left.text("room"), left.0.len()), ("E12".to_owned(), 5));
    }

    #[test]
    fn a_name_is_changed_where_it_is_the_whole_value() {
        let fields = Fields([("a".to_owned(), json!("x")), ("b".to_owned(), json!("x y"))].into());
        let other = renamed(&fields, |name| (name == "x").then(|| "z".to_owned())).unwrap();
        assert_eq!((other.text("a"), other.0.len()), ("z".to_owned(), 1));
        assert!(renamed(&fields, |_| None).is_none());
    }
}
