//! A form: sections of items, each of one of a closed set of kinds.

use crate::domain::text::Localized;

mod kinds;
mod reference;

pub(in crate::domain) use kinds::titled;
pub use kinds::{Code, Counter, ItemKind, Level, Per, Tag, Titled, Track};
pub use reference::TemplateRef;

/// A version of a form. A version never changes: editing makes the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its name for ever.
    pub id: String,
    /// Which version of it, from 1.
    pub version: u32,
    /// What people call it.
    pub title: Localized,
    /// When to choose it.
    pub description: Localized,
    /// The ids of the kinds of initiative it is meant for; none where it suits them all.
    pub kinds: Vec<String>,
    /// How long the lesson usually is, in minutes.
    pub lesson_minutes: u32,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// When in a lesson a section is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Before the lesson.
    Before,
    /// While it runs.
    During,
    /// Right after.
    After,
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Unique in the form.
    pub id: String,
    /// Its heading.
    pub title: Localized,
    /// When it is filled in.
    pub when: When,
    /// Its questions, in order.
    pub items: Vec<Item>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Unique in the form; answers refer to it.
    pub id: String,
    /// The question.
    pub text: Localized,
    /// What helps to answer it.
    pub help: Option<Localized>,
    /// What makes it be asked; always, where there is nothing.
    pub show_if: Option<ShowIf>,
    /// How it is answered.
    pub kind: ItemKind,
}

/// An answer that makes another question be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShowIf {
    /// An earlier item of the form.
    pub item: String,
    /// The id of its option, the number of its level, or `not-seen`.
    pub value: String,
}

impl Template {
    /// How records refer to it.
    pub fn reference(&self) -> TemplateRef {
        TemplateRef { id: self.id.clone(), version: self.version }
    }

    /// What the versions of one form have in common.
    pub fn family(&self) -> &str {
        reference::family(&self.id)
    }

    /// Whether it comes after another version of the same form. Of two that were published as the
    /// same version by people who did not know of each other, the later one.
    pub(in crate::domain) fn is_newer_than(&self, other: &Self) -> bool {
        self.family() == other.family() && (self.version, &self.id) > (other.version, &other.id)
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == id)
    }

    /// How well it suits a kind of initiative, the best first: made for it, for all, for others.
    pub(in crate::domain) fn distance_to(&self, kind: Option<&str>) -> u8 {
        if self.kinds.is_empty() {
            1
        } else if self.kinds.iter().any(|id| Some(id.as_str()) == kind) {
            0
        } else {
            2
        }
    }
}
