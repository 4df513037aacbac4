//! Between the working copy and the file of a form.

use serde_json::{Map, Value, json};

use super::order::spread;
use super::{GONE, ITEMS, LEVELS, ORDER, SECTION, SECTIONS, SHOW_IF, TemplateDraft};
use crate::domain::forms::template::Template;
use crate::domain::forms::template_write::write_template;
use crate::domain::text::Lang;

/// From a form to a working copy.
impl TemplateDraft {
    /// A copy of a form, to be changed.
    pub fn copy_of(template: &Template) -> Self {
        let mut copy = Self::default();
        let Value::Object(form) = write_template(template) else { return copy };
        for (key, value) in form {
            if key != "id" && key != "version" {
                copy.lay(&key, value);
            }
        }
        copy
    }

    /// Lays what a file says under a path.
    fn lay(&mut self, path: &str, value: Value) {
        match value {
            Value::Object(both) if both.contains_key("da") => {
                for (lang, text) in both {
                    self.0.put(format!("{path}/{lang}"), text);
                }
            }
            Value::Array(things) if things.iter().any(Value::is_object) => {
                for (place, thing) in things.into_iter().enumerate() {
                    self.lay_thing(path, place, thing);
                }
            }
            other => self.0.put(path, other),
        }
    }

    fn lay_thing(&mut self, list: &str, place: usize, thing: Value) {
        let Value::Object(thing) = thing else { return };
        // A level is known by its number.
        let id = thing.get("id").or_else(|| thing.get("value")).map(|id| match id {
            Value::String(id) => id.clone(),
            other => other.to_string(),
        });
        let id = id.unwrap_or_else(|| place.to_string());
        let section = list.strip_prefix(SECTIONS).and_then(|it| it.strip_prefix('/'));
        let section = section.and_then(|it| it.strip_suffix("/items")).map(ToOwned::to_owned);
        let node = match section {
            Some(section) => {
                let node = format!("{ITEMS}/{id}");
                self.0.put(format!("{node}/{SECTION}"), section);
                node
            }
            None => format!("{list}/{id}"),
        };
        self.0.put(format!("{node}/{ORDER}"), spread(place));
        for (key, value) in thing {
            let is_name = key == "id" || key == "value" && list.ends_with(LEVELS);
            if !is_name {
                self.lay(&format!("{node}/{key}"), value);
            }
        }
    }
}

/// From a working copy to a file.
impl TemplateDraft {
    /// The file that the working copy is.
    pub fn to_json(&self, id: &str, version: u32) -> Value {
        let mut form = Map::new();
        form.insert("id".to_owned(), json!(id));
        form.insert("version".to_owned(), json!(version));
        for key in ["title", "description"] {
            if let Some(words) = self.words(key) {
                form.insert(key.to_owned(), words);
            }
        }
        for key in ["kinds", "lessonMinutes"] {
            if let Some(value) = self.value(key) {
                form.insert(key.to_owned(), value.clone());
            }
        }
        let sections = self.sections().into_iter().map(|section| {
            let mut made = self.node(&format!("{SECTIONS}/{section}"), &section);
            let items = self.items_of(&section).into_iter().map(|item| self.item(&item));
            made.insert(ITEMS.to_owned(), items.collect());
            Value::Object(made)
        });
        form.insert(SECTIONS.to_owned(), sections.collect());
        Value::Object(form)
    }

    fn item(&self, item: &str) -> Value {
        let mut made = self.node(&format!("{ITEMS}/{item}"), item);
        if let Some((other, value)) = self.waits_for(item) {
            // Files know a level by its number, which follows from where it stands.
            let levels = self.list(&format!("{ITEMS}/{other}/{LEVELS}"));
            let is_rating = self.word(&format!("{ITEMS}/{other}/kind")) == "rating";
            let level = levels.iter().position(|it| is_rating && *it == value);
            let value = level.map_or(value, |place| (place + 1).to_string());
            made.insert(SHOW_IF.to_owned(), json!({ "item": other, "value": value }));
        }
        Value::Object(made)
    }

    /// A thing of a list with all that is below it.
    fn node(&self, node: &str, id: &str) -> Map<String, Value> {
        let mut made = Map::new();
        made.insert("id".to_owned(), json!(id));
        for (rest, value) in self.0.below(node) {
            let mut parts = rest.splitn(3, '/');
            let key = parts.next().unwrap_or_default();
            let found = match (parts.next(), parts.next()) {
                _ if made.contains_key(key) || [ORDER, GONE, SECTION].contains(&key) => None,
                (None, _) => Some(value.clone()),
                (Some("da" | "en"), None) => self.words(&format!("{node}/{key}")),
                _ => Some(self.things(&format!("{node}/{key}"))),
            };
            if let Some(found) = found {
                made.insert(key.to_owned(), found);
            }
        }
        made
    }

    fn things(&self, list: &str) -> Value {
        let is_levels = list.ends_with(LEVELS);
        let things = self.list(list).into_iter().enumerate().map(|(place, id)| {
            let mut thing = self.node(&format!("{list}/{id}"), &id);
            if is_levels {
                thing.remove("id");
                thing.insert("value".to_owned(), json!(place + 1));
            }
            Value::Object(thing)
        });
        things.collect()
    }

    /// A text in both languages. One that is written in one language stands for both.
    pub(super) fn words(&self, path: &str) -> Option<Value> {
        let written = |lang| Some(self.text(path, lang)).filter(|text| !text.trim().is_empty());
        match (written(Lang::Da), written(Lang::En)) {
            (Some(da), Some(en)) => Some(json!({ "da": da, "en": en })),
            (Some(only), None) | (None, Some(only)) => Some(json!({ "da": only })),
            (None, None) => None,
        }
    }

    /// Where in the working copy a place of its file is: `sections[0].items[2].text.da` is
    /// `items/<id>/text`.
    pub(super) fn path_of(&self, place: &str) -> String {
        let mut path = String::new();
        let mut section = String::new();
        for part in place.split('.') {
            let (key, number) = match part.split_once('[') {
                Some((key, rest)) => (key, rest.trim_end_matches(']').parse::<usize>().ok()),
                None => (part, None),
            };
            let joined = if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
            let in_section = path.starts_with(SECTIONS) && key == ITEMS;
            let Some(number) = number else {
                if !matches!(key, "da" | "en") {
                    path = joined;
                }
                continue;
            };
            let (list, ids) = if in_section {
                (ITEMS.to_owned(), self.items_of(&section))
            } else {
                let ids = self.list(&joined);
                (joined, ids)
            };
            let id = ids.get(number).cloned().unwrap_or_default();
            if list == SECTIONS {
                section.clone_from(&id);
            }
            path = format!("{list}/{id}");
        }
        path
    }
}
