//! From a checked form back to a file: what [`parse_template`](super::template_parse::parse_template) reads.
//!
//! Every kind is taken apart field by field and without `..`, so that a field that is added to a form
//! cannot be forgotten here.

use serde_json::{Map, Value, json};

use super::template::{Item, Section, Template, When};
use crate::domain::forms::template::{Code, Counter, ItemKind, Level, Titled, Track};
use crate::domain::text::Localized;

/// The JSON of a form.
pub fn write_template(template: &Template) -> Value {
    let Template { id, version, title, description, kinds, lesson_minutes, sections } = template;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.put("version", json!(version));
    out.words("title", Some(title));
    out.words("description", Some(description).filter(|it| **it != Localized::default()));
    out.put("kinds", json!(kinds));
    out.put("lessonMinutes", json!(lesson_minutes));
    out.list("sections", sections, section);
    out.done()
}

impl When {
    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }
}

/// An object that is being put together; what is not there is left out.
#[derive(Default)]
struct Out(Map<String, Value>);

impl Out {
    fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }

    fn words(&mut self, key: &str, words: Option<&Localized>) {
        if let Some(Localized { da, en }) = words {
            let mut both = Self::default();
            both.put("da", json!(da));
            if let Some(en) = en {
                both.put("en", json!(en));
            }
            self.put(key, both.done());
        }
    }

    fn flag(&mut self, key: &str, on: bool) {
        if on {
            self.put(key, json!(true));
        }
    }

    fn list<T>(&mut self, key: &str, things: &[T], write: fn(&T) -> Value) {
        self.put(key, things.iter().map(write).collect());
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn section(section: &Section) -> Value {
    let Section { id, title, when, items } = section;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.words("title", Some(title));
    out.put("when", json!(when.word()));
    out.list("items", items, item);
    out.done()
}

fn item(item: &Item) -> Value {
    let Item { id, text, help, show_if, kind } = item;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.put("kind", json!(kind.word()));
    out.words("text", Some(text));
    out.words("help", help.as_ref());
    if let Some(wait) = show_if {
        out.put("showIf", json!({ "item": wait.item, "value": wait.value }));
    }
    answers(&mut out, kind);
    out.done()
}

fn answers(out: &mut Out, kind: &ItemKind) {
    match kind {
        ItemKind::Rating { levels, not_seen, comment } => {
            out.list("levels", levels, level);
            out.words("notSeen", not_seen.as_ref());
            out.flag("comment", *comment);
        }
        ItemKind::Choice { options, other } => {
            out.list("options", options, titled);
            out.flag("allowOther", *other);
        }
        ItemKind::Multi { options, max, other } => {
            out.list("options", options, titled);
            if let Some(max) = max {
                out.put("max", json!(max));
            }
            out.flag("allowOther", *other);
        }
        ItemKind::Text { multiline, max_length, placeholder } => {
            out.flag("multiline", *multiline);
            out.put("maxLength", json!(max_length));
            out.words("placeholder", placeholder.as_ref());
        }
        ItemKind::Number { min, max } => {
            for (key, end) in [("min", min), ("max", max)] {
                if let Some(end) = end {
                    out.put(key, json!(end));
                }
            }
        }
        ItemKind::Tally { counters } => out.list("counters", counters, counter),
        ItemKind::TimedNotes { tags, phrases, placeholder } => {
            out.list("tags", tags, titled);
            if !phrases.is_empty() {
                out.list("phrases", phrases, titled);
            }
            out.words("placeholder", placeholder.as_ref());
        }
        ItemKind::Interval { seconds, allowed, tracks } => {
            out.put("seconds", json!(seconds));
            out.put("allowed", json!(allowed));
            out.list("tracks", tracks, track);
        }
        ItemKind::Roles { models } => out.list("models", models, titled),
    }
}

fn level(level: &Level) -> Value {
    let Level { value, label, description } = level;
    let mut out = Out::default();
    out.put("value", json!(value));
    out.words("label", Some(label));
    out.words("description", Some(description));
    out.done()
}

fn titled(titled: &Titled) -> Value {
    let Titled { id, label } = titled;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.words("label", Some(label));
    out.done()
}

fn counter(counter: &Counter) -> Value {
    let Counter { id, label, per } = counter;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.words("label", Some(label));
    if let Some(per) = per {
        out.put("per", json!(per.id()));
    }
    out.done()
}

fn track(track: &Track) -> Value {
    let Track { id, label, optional, pupils, codes } = track;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.words("label", Some(label));
    out.flag("optional", *optional);
    if let Some(pupils) = pupils {
        out.put("pupils", json!(pupils));
    }
    out.list("codes", codes, code);
    out.done()
}

fn code(code: &Code) -> Value {
    let Code { id, short, label } = code;
    let mut out = Out::default();
    out.put("id", json!(id));
    out.words("short", Some(short));
    out.words("label", Some(label));
    out.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::built_in::Content;
    use crate::domain::forms::template_parse::parse_template;

    #[test]
    fn every_built_in_form_survives_being_written() {
        let content = Content::built_in();
        assert!(content.templates.len() >= 7);
        for template in &content.templates {
            let again = parse_template(&write_template(template));
            assert_eq!(again.as_ref(), Ok(template));
        }
    }

    #[test]
    fn every_kind_of_question_is_written_with_all_it_can_say() {
        let text = |da: &str| json!({ "da": da, "en": format!("{da}!") });
        let two = |key: &str| json!([{ "id": "a", key: text("A") }, { "id": "b", key: text("B") }]);
        let level = |n: u8| json!({ "value": n, "label": text("L"), "description": text("D") });
        let codes = json!([{ "id": "x", "short": text("X"), "label": text("Xx") },
            { "id": "y", "short": text("Y"), "label": text("Yy") }]);
        let mut items = json!([
            { "kind": "rating", "levels": [level(1), level(3)], "notSeen": text("N"), "comment": true },
            { "kind": "choice", "options": two("label"), "allowOther": true,
              "showIf": { "item": "i0", "value": "not-seen" } },
            { "kind": "multi", "options": two("label"), "max": 2, "allowOther": true,
              "help": text("H") },
            { "kind": "text", "multiline": true, "maxLength": 90, "placeholder": text("P") },
            { "kind": "number", "min": -1, "max": 8 },
            { "kind": "tally", "counters": [{ "id": "a", "label": text("A") },
                { "id": "b", "label": text("B"), "per": "adult" },
                { "id": "c", "label": text("C"), "per": "group" }] },
            { "kind": "timed_notes", "tags": two("label"), "placeholder": text("P") },
            { "kind": "timed_notes", "tags": two("label"), "phrases": two("label") },
            { "kind": "interval", "seconds": 60, "allowed": [60, 120], "tracks": [
                { "id": "t", "label": text("T"), "optional": true, "pupils": 2, "codes": codes }] },
            { "kind": "roles", "models": two("label") },
        ]);
        for (n, item) in items.as_array_mut().unwrap().iter_mut().enumerate() {
            item["id"] = json!(format!("i{n}"));
            item["text"] = text("Spørgsmål");
        }
        let whole = json!({
            "id": "f", "version": 3, "title": text("F"), "description": text("B"), "kinds": ["egen"],
            "lessonMinutes": 40,
            "sections": [{ "id": "s", "title": text("S"), "when": "during", "items": items }],
        });
        let template = parse_template(&whole).unwrap();
        assert_eq!(write_template(&template), whole, "to the letter");
    }
}
