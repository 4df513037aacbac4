//! The working copy of a form of the school's own.
//!
//! It is its values by path, so two people who change different things never collide: a question
//! stands at `items/<id>/…` with the section it belongs to and a text that sorts it among the
//! others, an option at `items/<id>/options/<id>/…`, a text at `<path>/da` and `<path>/en`. What is
//! removed is marked as gone and keeps everything it had. What has been published stands under
//! `published/<tag>` as the checked form it was, and is never written again.

use serde_json::{Map, Value, json};

use self::order::{between, spread};
use super::fields::{Fields, Record};
use super::kind::Kind;
use super::lang::Lang;
use super::template::{Template, TemplateRef};
use super::template_parse::{Fault, Flaw, parse_template};
use super::template_write::write_template;
use crate::ledger::{RecordId, in_order};

mod order;

const SECTIONS: &str = "sections";
const ITEMS: &str = "items";
const LEVELS: &str = "levels";
const PUBLISHED: &str = "published";
const ORDER: &str = "order";
const GONE: &str = "gone";
const SECTION: &str = "section";
const SHOW_IF: &str = "showIf";
const NOT_SEEN: &str = "not-seen";

/// The working copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateDraft(Fields);

/// Something that keeps a form from being published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the working copy: `items/<id>/options`, `title`.
    pub path: String,
    /// What.
    pub flaw: Flaw,
}

/// A version that has been published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What it is published under: when, and something of its own.
    pub tag: String,
    /// The form, or why it cannot be used.
    pub template: Result<Template, Vec<Fault>>,
}

impl Record for TemplateDraft {
    const KIND: Kind = Kind::Template;

    fn read(fields: &Fields) -> Self {
        Self(fields.clone())
    }

    fn write(&self) -> Fields {
        self.0.clone()
    }
}

/// What stands where.
impl TemplateDraft {
    /// The kinds of question, as files call them.
    pub const KINDS: [&'static str; 9] = [
        "rating",
        "choice",
        "multi",
        "text",
        "number",
        "tally",
        "timed_notes",
        "interval",
        "roles",
    ];

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

    /// The text at a path in a language, as it was written.
    pub fn text(&self, path: &str, lang: Lang) -> String {
        self.0.text(&format!("{path}/{}", lang.tag()))
    }

    /// Writes a text in a language.
    pub fn set_text(&mut self, path: &str, lang: Lang, text: &str) {
        self.0.set_text(format!("{path}/{}", lang.tag()), text);
    }

    /// The text at a path in a language, or in the one that there is.
    pub fn shown(&self, path: &str, lang: Lang) -> String {
        let other = if lang == Lang::Da { Lang::En } else { Lang::Da };
        let text = self.text(path, lang);
        if text.trim().is_empty() { self.text(path, other) } else { text }.trim().to_owned()
    }

    /// What stands at a path that is no text.
    pub fn value(&self, path: &str) -> Option<&Value> {
        self.0.0.get(path)
    }

    /// The word at a path: a kind, a section.
    pub fn word(&self, path: &str) -> String {
        self.0.text(path)
    }

    /// Whether a path says `true`.
    pub fn flag(&self, path: &str) -> bool {
        self.0.flag(path)
    }

    /// Puts something at a path, or takes it away.
    pub fn put(&mut self, path: &str, value: Option<Value>) {
        self.0.set(path, value);
    }

    /// The ids of a list's things, in order.
    pub fn list(&self, list: &str) -> Vec<String> {
        let orders = self.0.below_two(list).filter(|(_, key, _)| *key == ORDER);
        let living = orders.filter(|(id, ..)| !self.0.flag(&format!("{list}/{id}/{GONE}")));
        let all: Vec<(String, String)> = living
            .map(|(id, _, order)| (order.as_str().unwrap_or_default().to_owned(), id.to_owned()))
            .collect();
        in_order(all, Ord::cmp).into_iter().map(|(_, id)| id).collect()
    }

    /// The ids of the sections, in order.
    pub fn sections(&self) -> Vec<String> {
        self.list(SECTIONS)
    }

    /// The ids of a section's questions, in order.
    pub fn items_of(&self, section: &str) -> Vec<String> {
        let all = self.list(ITEMS).into_iter();
        all.filter(|item| self.0.text(&format!("{ITEMS}/{item}/{SECTION}")) == section).collect()
    }

    /// The ids of all questions, in order.
    pub fn items(&self) -> Vec<String> {
        self.sections().iter().flat_map(|section| self.items_of(section)).collect()
    }

    /// The place in its list, from 1, that a thing would have with another text to sort it by.
    pub fn place_of(&self, path: &str, order: &str) -> usize {
        let node = path.strip_suffix("/order").unwrap_or(path);
        let Some((list, id)) = node.rsplit_once('/') else { return 0 };
        let siblings = match list {
            ITEMS => self.items_of(&self.word(&format!("{node}/{SECTION}"))),
            _ => self.list(list),
        };
        let sorts_before = |it: &&String| {
            *it != id && self.0.text(&format!("{list}/{it}/{ORDER}")).as_str() < order
        };
        siblings.iter().filter(sorts_before).count() + 1
    }

    /// What a question can wait for: those before it that have answers to wait for.
    pub fn can_wait_for(&self, item: &str) -> Vec<String> {
        let before = self.items().into_iter().take_while(|it| it != item);
        before.filter(|it| !self.answers(it).is_empty()).collect()
    }

    /// The answers of a question that another can wait for: how the working copy names each, and
    /// where its words stand.
    pub fn answers(&self, item: &str) -> Vec<(String, String)> {
        let node = format!("{ITEMS}/{item}");
        let of = |list: &str| {
            let path = format!("{node}/{list}");
            let all = self.list(&path).into_iter();
            all.map(move |id| (id.clone(), format!("{path}/{id}/label"))).collect::<Vec<_>>()
        };
        match self.word(&format!("{node}/kind")).as_str() {
            "rating" => {
                let mut levels = of(LEVELS);
                let path = format!("{node}/notSeen");
                if self.words(&path).is_some() {
                    levels.push((NOT_SEEN.to_owned(), path));
                }
                levels
            }
            "choice" | "multi" => of("options"),
            _ => Vec::new(),
        }
    }

    /// What a question waits for: the question and its answer.
    pub fn waits_for(&self, item: &str) -> Option<(String, String)> {
        let wait = self.value(&format!("{ITEMS}/{item}/{SHOW_IF}"))?;
        let part = |key: &str| wait.get(key)?.as_str().map(ToOwned::to_owned);
        Some((part("item")?, part("value")?))
    }

    /// Has a question wait for an answer of another, or for nothing.
    pub fn wait_for(&mut self, item: &str, answer: Option<(&str, &str)>) {
        let wait = answer.map(|(item, value)| json!({ "item": item, "value": value }));
        self.put(&format!("{ITEMS}/{item}/{SHOW_IF}"), wait);
    }
}

/// Adding, moving and removing.
impl TemplateDraft {
    /// Adds a thing at the end of a list.
    pub fn add(&mut self, list: &str, id: &str) {
        let siblings = self.list(list);
        self.place(list, siblings.clone(), id, siblings.len());
    }

    /// Adds a question at the end of a section, with what its kind needs to be of use.
    pub fn add_item(&mut self, section: &str, id: &str, kind: &str) {
        self.put(&format!("{ITEMS}/{id}/kind"), Some(json!(kind)));
        self.place_item(id, section, self.items_of(section).len());
    }

    /// Puts a question at a place among those of a section.
    pub fn place_item(&mut self, item: &str, section: &str, at: usize) {
        let siblings = self.items_of(section).into_iter().filter(|it| it != item).collect();
        self.put(&format!("{ITEMS}/{item}/{SECTION}"), Some(json!(section)));
        self.place(ITEMS, siblings, item, at);
    }

    /// Moves a question a step up or down; from the end of a section into the one beside it.
    pub fn step_item(&mut self, item: &str, down: bool) {
        let section = self.word(&format!("{ITEMS}/{item}/{SECTION}"));
        let siblings = self.items_of(&section);
        let Some(place) = siblings.iter().position(|it| it == item) else { return };
        if let Some(next) = stepped(place, siblings.len(), down) {
            return self.place_item(item, &section, next);
        }
        let sections = self.sections();
        let beside = sections.iter().position(|it| *it == section);
        let beside = beside.and_then(|at| stepped(at, sections.len(), down));
        if let Some(section) = beside.and_then(|at| sections.get(at)) {
            let end = if down { 0 } else { self.items_of(section).len() };
            self.place_item(item, section, end);
        }
    }

    /// Moves a thing of a list a step up or down.
    pub fn step(&mut self, list: &str, id: &str, down: bool) {
        let mut siblings = self.list(list);
        let Some(place) = siblings.iter().position(|it| it == id) else { return };
        if let Some(next) = stepped(place, siblings.len(), down) {
            siblings.retain(|it| it != id);
            self.place(list, siblings, id, next);
        }
    }

    /// Takes a thing out of its list; it keeps all it had. A section takes its questions along.
    pub fn remove(&mut self, node: &str) {
        self.put(&format!("{node}/{GONE}"), Some(json!(true)));
    }

    /// Puts a thing back that was taken out.
    pub fn put_back(&mut self, node: &str) {
        self.put(&format!("{node}/{GONE}"), None);
    }

    /// Puts a thing at a place among its siblings, which are without it.
    fn place(&mut self, list: &str, mut siblings: Vec<String>, id: &str, at: usize) {
        let at = at.min(siblings.len());
        let order = |id: &String| self.0.text(&format!("{list}/{id}/{ORDER}"));
        let low = at.checked_sub(1).and_then(|before| siblings.get(before)).map(order);
        let high = siblings.get(at).map(order);
        if let Some(order) = between(&low.unwrap_or_default(), high.as_deref()) {
            self.0.put(format!("{list}/{id}/{ORDER}"), order);
            return;
        }
        siblings.insert(at, id.to_owned());
        for (place, id) in siblings.iter().enumerate() {
            self.0.put(format!("{list}/{id}/{ORDER}"), spread(place));
        }
    }
}

/// Checking and publishing.
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
    fn words(&self, path: &str) -> Option<Value> {
        let written = |lang| Some(self.text(path, lang)).filter(|text| !text.trim().is_empty());
        match (written(Lang::Da), written(Lang::En)) {
            (Some(da), Some(en)) => Some(json!({ "da": da, "en": en })),
            (Some(only), None) | (None, Some(only)) => Some(json!({ "da": only })),
            (None, None) => None,
        }
    }

    /// The checked form, or everything that is wrong with it.
    ///
    /// # Errors
    /// Every problem, in the order of the form.
    pub fn checked(&self, id: &str, version: u32) -> Result<Template, Vec<Problem>> {
        let faults = match parse_template(&self.to_json(id, version)) {
            Ok(template) => return Ok(template),
            Err(faults) => faults,
        };
        let problem = |fault: Fault| Problem { path: self.path_of(&fault.place), flaw: fault.flaw };
        Err(faults.into_iter().map(problem).collect())
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        self.checked("egen", 1).err().unwrap_or_default()
    }

    /// Where in the working copy a place of its file is: `sections[0].items[2].text.da` is
    /// `items/<id>/text`.
    fn path_of(&self, place: &str) -> String {
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

    /// What is published, as it was written, the first version first.
    fn versions(&self) -> Vec<(u64, &str, &Value)> {
        let version = |form: &Value| form.get("version").and_then(Value::as_u64);
        let all = self.0.below(PUBLISHED);
        let all = all.map(|(tag, form)| (version(form).unwrap_or_default(), tag, form));
        in_order(all.collect(), |a, b| (a.0, a.1).cmp(&(b.0, b.1)))
    }

    /// The tags of everything that has been published, the first version first.
    pub fn tags(&self) -> Vec<String> {
        self.versions().into_iter().map(|(_, tag, _)| tag.to_owned()).collect()
    }

    /// Everything that has been published, the first version first.
    pub fn published(&self) -> Vec<Published> {
        let read = |(_, tag, form): (u64, &str, &Value)| Published {
            tag: tag.to_owned(),
            template: parse_template(form),
        };
        self.versions().into_iter().map(read).collect()
    }

    /// The newest version that has been published and can be used.
    pub fn newest(&self) -> Option<Template> {
        self.versions().into_iter().rev().find_map(|(_, _, form)| parse_template(form).ok())
    }

    /// Whether something has been changed since it was last published.
    pub fn has_news(&self) -> bool {
        match self.newest() {
            Some(newest) => self.checked(&newest.id, newest.version).as_ref() != Ok(&newest),
            None => true,
        }
    }

    /// Publishes it under a new tag, as the version after the last. Gives the form.
    ///
    /// # Errors
    /// Everything that is wrong with it; nothing has been published.
    pub fn publish(&mut self, rec: RecordId, tag: &str) -> Result<Template, Vec<Problem>> {
        let version = self.newest().map_or(1, |newest| newest.version.saturating_add(1));
        let template = self.checked(&TemplateRef::own_id(rec, tag), version)?;
        self.0.put(format!("{PUBLISHED}/{tag}"), write_template(&template));
        Ok(template)
    }
}

impl Published {
    /// Which version it is; 0 where that cannot be read.
    pub fn version(&self) -> u32 {
        self.template.as_ref().map_or(0, |template| template.version)
    }

    /// When it was published, in milliseconds since 1970.
    pub fn at(&self) -> Option<u64> {
        u64::from_str_radix(self.tag.get(..11)?, 16).ok()
    }
}

fn stepped(place: usize, of: usize, down: bool) -> Option<usize> {
    let next = if down { place.checked_add(1) } else { place.checked_sub(1) };
    next.filter(|next| *next < of)
}
