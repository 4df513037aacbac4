//! Changing the working copy: writing, adding, moving and removing.

use serde_json::{Value, json};

use super::order::{between, spread};
use super::{GONE, ITEMS, ORDER, SECTION, SHOW_IF, TemplateDraft};
use crate::domain::text::Lang;

impl TemplateDraft {
    /// Writes a text in a language.
    pub fn set_text(&mut self, path: &str, lang: Lang, text: &str) {
        self.0.set_text(format!("{path}/{}", lang.tag()), text);
    }

    /// Puts something at a path, or takes it away.
    pub fn put(&mut self, path: &str, value: Option<Value>) {
        self.0.set(path, value);
    }

    /// Has a question wait for an answer of another, or for nothing.
    pub fn wait_for(&mut self, item: &str, answer: Option<(&str, &str)>) {
        let wait = answer.map(|(item, value)| json!({ "item": item, "value": value }));
        self.put(&format!("{ITEMS}/{item}/{SHOW_IF}"), wait);
    }

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

    /// The question that cannot go up and the one that cannot go down; an empty text where there is
    /// none, as where the first section is empty.
    pub fn ends(&self) -> Vec<String> {
        let sections = self.sections();
        let items = |section: Option<&String>| {
            section.map(|section| self.items_of(section)).unwrap_or_default()
        };
        let first = items(sections.first()).into_iter().next();
        let last = items(sections.last()).pop();
        [first, last].into_iter().map(Option::unwrap_or_default).collect()
    }

    /// Moves a thing of a list a step up or down.
    pub fn step(&mut self, node: &str, down: bool) {
        let Some((list, id)) = node.rsplit_once('/') else { return };
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

fn stepped(place: usize, of: usize, down: bool) -> Option<usize> {
    let next = if down { place.checked_add(1) } else { place.checked_sub(1) };
    next.filter(|next| *next < of)
}
