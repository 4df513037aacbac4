//! From a file to a checked form, or to a list of everything that is wrong with it.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use super::lang::Localized;
use super::template::{Item, ItemKind, Level, Section, Template, Titled, When};

/// What is wrong at a place in a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Something has to stand here.
    #[error("is missing")]
    Missing,
    /// Something of another type stands here.
    #[error("is of the wrong type")]
    WrongType,
    /// The id is used before.
    #[error("is used twice")]
    Twice,
    /// An id has other letters than `a–z`, `0–9` and `-`.
    #[error("is not an id")]
    NotAnId,
    /// A kind of question that this version does not know.
    #[error("is a kind of question from a newer version")]
    UnknownKind,
    /// A number or a count is outside what makes sense.
    #[error("is too small or too large")]
    OutOfRange,
}

/// A flaw and where it is: `sections[1].items[0].levels[2].label`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: String,
    /// What.
    pub flaw: Flaw,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.place, self.flaw)
    }
}

/// Reads a form.
///
/// # Errors
/// Every fault that was found, in the order of the file; a form is never read by half.
pub fn parse_template(json: &Value) -> Result<Template, Vec<Fault>> {
    let mut parser = Parser::default();
    let template = parser.template(At { json, place: String::new() });
    match template {
        Some(template) if parser.faults.is_empty() => Ok(template),
        _ => Err(parser.faults),
    }
}

/// A value together with where it stands.
#[derive(Clone)]
struct At<'a> {
    json: &'a Value,
    place: String,
}

impl<'a> At<'a> {
    fn key(&self, key: &str) -> Option<At<'a>> {
        let dot = if self.place.is_empty() { "" } else { "." };
        let place = format!("{}{dot}{key}", self.place);
        self.json.get(key).filter(|json| !json.is_null()).map(|json| At { json, place })
    }
}

/// Collects faults, so that a person gets all of them at once.
#[derive(Default)]
struct Parser {
    faults: Vec<Fault>,
    ids: BTreeSet<String>,
}

/// Longest text of a question or a description, in letters.
const MAX_TEXT: usize = 2_000;

impl Parser {
    fn template(&mut self, at: At<'_>) -> Option<Template> {
        let id = self.id(&at, "id");
        let version = self.number(&at, "version", 1..=u32::MAX);
        let title = self.localized(&at, "title");
        let description = at.key("description").and_then(|_| self.localized(&at, "description"));
        let minutes =
            at.key("lessonMinutes").and_then(|_| self.number(&at, "lessonMinutes", 1..=600));
        let sections = self.list(&at, "sections", 1, Self::section);
        Some(Template {
            id: id?,
            version: version?,
            title: title?,
            description: description.unwrap_or_default(),
            lesson_minutes: minutes.unwrap_or(45),
            sections: sections?,
        })
    }

    fn section(&mut self, at: &At<'_>) -> Option<Section> {
        let id = self.own_id(at);
        let title = self.localized(at, "title");
        let when = self.text(at, "when").and_then(|when| match when {
            "before" => Some(When::Before),
            "during" => Some(When::During),
            "after" => Some(When::After),
            _ => self.fault(at, "when", Flaw::WrongType),
        });
        let items = self.list(at, "items", 1, Self::item);
        Some(Section { id: id?, title: title?, when: when?, items: items? })
    }

    fn item(&mut self, at: &At<'_>) -> Option<Item> {
        let id = self.own_id(at);
        let text = self.localized(at, "text");
        let help = ["help", "placeholder"].into_iter().find(|key| at.key(key).is_some());
        let help = help.and_then(|key| self.localized(at, key));
        let kind = self.kind(at);
        Some(Item { id: id?, text: text?, help, kind: kind? })
    }

    fn kind(&mut self, at: &At<'_>) -> Option<ItemKind> {
        match self.text(at, "kind")? {
            "rating" => {
                let levels = self.list(at, "levels", 2, Self::level);
                let not_seen = at.key("notSeen").and_then(|_| self.localized(at, "notSeen"));
                let levels = levels?;
                let ascending = levels.windows(2).all(|pair| pair[0].value < pair[1].value);
                if !ascending {
                    return self.fault(at, "levels", Flaw::OutOfRange);
                }
                Some(ItemKind::Rating { levels, not_seen, comment: self.flag(at, "comment") })
            }
            "choice" => Some(ItemKind::Choice { options: self.titled(at, "options", 2)? }),
            "multi" => {
                let max = at.key("max").and_then(|_| self.number(at, "max", 1..=1_000));
                let options = self.titled(at, "options", 2)?;
                Some(ItemKind::Multi { options, max: max.map(|max| max as usize) })
            }
            "text" => {
                let max =
                    at.key("maxLength").and_then(|_| self.number(at, "maxLength", 1..=20_000));
                let max_length = max.map_or(MAX_TEXT, |max| max as usize);
                Some(ItemKind::Text { multiline: self.flag(at, "multiline"), max_length })
            }
            "number" => {
                let (min, max) = (self.bound(at, "min"), self.bound(at, "max"));
                if matches!((min, max), (Some(min), Some(max)) if max < min) {
                    return self.fault(at, "max", Flaw::OutOfRange);
                }
                Some(ItemKind::Number { min, max })
            }
            "tally" => Some(ItemKind::Tally { counters: self.titled(at, "counters", 1)? }),
            "timed_notes" => Some(ItemKind::TimedNotes {
                tags: match at.key("tags") {
                    Some(_) => self.titled(at, "tags", 0)?,
                    None => Vec::new(),
                },
            }),
            _ => self.fault(at, "kind", Flaw::UnknownKind),
        }
    }

    fn level(&mut self, at: &At<'_>) -> Option<Level> {
        let value = self.number(at, "value", 1..=9);
        let label = self.localized(at, "label");
        let description = self.localized(at, "description");
        Some(Level { value: u8::try_from(value?).ok()?, label: label?, description: description? })
    }

    /// A list of things with an id that is unique among them.
    fn titled(&mut self, at: &At<'_>, key: &str, least: usize) -> Option<Vec<Titled>> {
        let mut seen = BTreeSet::new();
        self.list(at, key, least, |parser, at| {
            let id = parser.id(at, "id");
            let label = parser.localized(at, "label");
            let id = id?;
            if !seen.insert(id.clone()) {
                return parser.fault(at, "id", Flaw::Twice);
            }
            Some(Titled { id, label: label? })
        })
    }

    fn list<T>(
        &mut self,
        at: &At<'_>,
        key: &str,
        least: usize,
        mut read: impl FnMut(&mut Self, &At<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(list) = at.key(key) else { return self.fault(at, key, Flaw::Missing) };
        let Some(items) = list.json.as_array() else { return self.fault(at, key, Flaw::WrongType) };
        if items.len() < least || items.len() > 1_000 {
            return self.fault(at, key, Flaw::OutOfRange);
        }
        let read_all: Vec<Option<T>> = items
            .iter()
            .enumerate()
            .map(|(i, json)| read(self, &At { json, place: format!("{}[{i}]", list.place) }))
            .collect();
        read_all.into_iter().collect()
    }

    /// An id that is unique in the whole form, because answers are kept by it.
    fn own_id(&mut self, at: &At<'_>) -> Option<String> {
        let id = self.id(at, "id")?;
        if self.ids.insert(id.clone()) { Some(id) } else { self.fault(at, "id", Flaw::Twice) }
    }

    fn id(&mut self, at: &At<'_>, key: &str) -> Option<String> {
        let id = self.text(at, key)?;
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !id.is_empty() && id.len() <= 100 && id.bytes().all(plain) {
            Some(id.to_owned())
        } else {
            self.fault(at, key, Flaw::NotAnId)
        }
    }

    fn localized(&mut self, at: &At<'_>, key: &str) -> Option<Localized> {
        let Some(both) = at.key(key) else { return self.fault(at, key, Flaw::Missing) };
        let da = self.text(&both, "da")?.to_owned();
        if da.trim().is_empty() {
            return self.fault(&both, "da", Flaw::Missing);
        }
        let en = both.key("en").and_then(|_| self.text(&both, "en")).map(ToOwned::to_owned);
        if da.chars().count() > MAX_TEXT {
            return self.fault(&both, "da", Flaw::OutOfRange);
        }
        Some(Localized { da, en: en.filter(|en| !en.trim().is_empty()) })
    }

    fn text<'a>(&mut self, at: &At<'a>, key: &str) -> Option<&'a str> {
        match at.key(key) {
            None => self.fault(at, key, Flaw::Missing),
            Some(At { json: Value::String(text), .. }) => Some(text),
            Some(_) => self.fault(at, key, Flaw::WrongType),
        }
    }

    fn number(
        &mut self,
        at: &At<'_>,
        key: &str,
        range: std::ops::RangeInclusive<u32>,
    ) -> Option<u32> {
        let Some(found) = at.key(key) else { return self.fault(at, key, Flaw::Missing) };
        let Some(number) = found.json.as_u64() else { return self.fault(at, key, Flaw::WrongType) };
        match u32::try_from(number).ok().filter(|number| range.contains(number)) {
            Some(number) => Some(number),
            None => self.fault(at, key, Flaw::OutOfRange),
        }
    }

    /// An optional whole number.
    fn bound(&mut self, at: &At<'_>, key: &str) -> Option<i64> {
        let found = at.key(key)?;
        match found.json.as_i64() {
            Some(number) => Some(number),
            None => self.fault(at, key, Flaw::WrongType),
        }
    }

    /// `true` or absent.
    fn flag(&mut self, at: &At<'_>, key: &str) -> bool {
        match at.key(key).map(|found| found.json) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => self.fault(at, key, Flaw::WrongType).unwrap_or_default(),
        }
    }

    /// Notes a fault and goes on; always `None`, so that it can end an expression.
    fn fault<T>(&mut self, at: &At<'_>, key: &str, flaw: Flaw) -> Option<T> {
        let dot = if at.place.is_empty() { "" } else { "." };
        self.faults.push(Fault { place: format!("{}{dot}{key}", at.place), flaw });
        None
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> Value {
        let text = |da: &str| json!({ "da": da });
        json!({
            "id": "f", "version": 1, "title": text("Form"),
            "sections": [{ "id": "s", "title": text("Før"), "when": "before", "items": [
                { "id": "a", "kind": "rating", "text": text("Ro?"), "levels": [
                    { "value": 1, "label": text("Nej"), "description": text("Uro") },
                    { "value": 2, "label": text("Ja"), "description": text("Ro") } ] },
                { "id": "b", "kind": "multi", "text": text("Hvad?"), "max": 1,
                  "options": [{ "id": "x", "label": text("X") }, { "id": "y", "label": text("Y") }] },
                { "id": "c", "kind": "number", "text": text("Hvor mange?"), "min": 0, "max": 30 },
                { "id": "d", "kind": "timed_notes", "text": text("Noter") },
            ]}]
        })
    }

    fn check(pointer: &str, value: Value, expected: &[(&str, Flaw)]) {
        let mut form = form();
        *form.pointer_mut(pointer).unwrap() = value;
        let faults = parse_template(&form).unwrap_err();
        let found: Vec<_> = faults.iter().map(|f| (f.place.as_str(), f.flaw.clone())).collect();
        assert_eq!(found, expected, "{pointer}");
    }

    #[test]
    fn reads_a_form() {
        let form = parse_template(&form()).unwrap();
        assert_eq!(form.items().count(), 4);
        assert_eq!(form.lesson_minutes, 45);
    }

    #[test]
    fn every_fault_has_a_place() {
        let items = "/sections/0/items";
        check("/id", json!("A b"), &[("id", Flaw::NotAnId)]);
        check("/version", json!(0), &[("version", Flaw::OutOfRange)]);
        check("/title", json!({ "da": " " }), &[("title.da", Flaw::Missing)]);
        check("/sections", json!([]), &[("sections", Flaw::OutOfRange)]);
        check(&format!("{items}/1/id"), json!("a"), &[("sections[0].items[1].id", Flaw::Twice)]);
        check(
            &format!("{items}/3/kind"),
            json!("hologram"),
            &[("sections[0].items[3].kind", Flaw::UnknownKind)],
        );
        check(
            &format!("{items}/2/max"),
            json!(-1),
            &[("sections[0].items[2].max", Flaw::OutOfRange)],
        );
        check(
            &format!("{items}/1/options/1/id"),
            json!("x"),
            &[("sections[0].items[1].options[1].id", Flaw::Twice)],
        );
        check(
            &format!("{items}/0/levels/1/value"),
            json!(1),
            &[("sections[0].items[0].levels", Flaw::OutOfRange)],
        );
    }

    #[test]
    fn all_faults_come_at_once() {
        let wrong = json!({ "id": 7, "sections": [{ "items": [{}] }] });
        let faults = parse_template(&wrong).unwrap_err();
        let places: Vec<_> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(
            places,
            [
                "id",
                "version",
                "title",
                "sections[0].id",
                "sections[0].title",
                "sections[0].when",
                "sections[0].items[0].id",
                "sections[0].items[0].text",
                "sections[0].items[0].kind",
            ]
        );
    }
}
