//! A form: sections of items, each of one of a closed set of kinds.

use serde_json::Value;

use super::fields::Fields;
use super::lang::Localized;
use super::observation::Observation;

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
    /// How it is answered.
    pub kind: ItemKind,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// One of a few described levels, or "not seen".
    Rating {
        /// The levels, from the lowest.
        levels: Vec<Level>,
        /// The words for "not seen"; `None` where that is no answer.
        not_seen: Option<Localized>,
        /// Whether a line about what was seen can be added.
        comment: bool,
    },
    /// One option.
    Choice {
        /// The options.
        options: Vec<Titled>,
    },
    /// Several options.
    Multi {
        /// The options.
        options: Vec<Titled>,
        /// How many at most.
        max: Option<usize>,
    },
    /// Free text.
    Text {
        /// Whether it may run over several lines.
        multiline: bool,
        /// How many letters at most.
        max_length: usize,
    },
    /// A number.
    Number {
        /// The least allowed.
        min: Option<i64>,
        /// The greatest allowed.
        max: Option<i64>,
    },
    /// Counters to tap when something happens.
    Tally {
        /// The counters.
        counters: Vec<Counter>,
    },
    /// Notes with the time of their first key.
    TimedNotes {
        /// What a note can be marked with.
        tags: Vec<Tag>,
    },
}

/// A level of a rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// From 1.
    pub value: u8,
    /// A word or two.
    pub label: Localized,
    /// What it looks like in a lesson.
    pub description: Localized,
}

/// Something with an id and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    /// Unique among its siblings.
    pub id: String,
    /// What people read.
    pub label: Localized,
}

/// A counter of a tally.
pub type Counter = Titled;

/// A mark for a note.
pub type Tag = Titled;

/// Which version of which form a record was filled in with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateRef {
    /// The form.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// How much of a form has been answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items with an answer.
    pub answered: usize,
    /// All items.
    pub of: usize,
}

impl Template {
    /// How records refer to it.
    pub fn reference(&self) -> TemplateRef {
        TemplateRef { id: self.id.clone(), version: self.version }
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// How much of it an observation answers.
    pub fn progress(&self, observation: &Observation) -> Progress {
        let answered = self.items().filter(|item| observation.is_answered(&item.id)).count();
        Progress { answered, of: self.items().count() }
    }
}

impl ItemKind {
    /// What a stored answer to a rating or a choice is called.
    pub fn answer(&self, value: &Value) -> Option<&Localized> {
        match self {
            Self::Rating { levels, not_seen, .. } => match value.as_u64() {
                Some(chosen) => {
                    let level = levels.iter().find(|level| u64::from(level.value) == chosen)?;
                    Some(&level.label)
                }
                None => not_seen.as_ref(),
            },
            Self::Choice { options } => {
                let option = options.iter().find(|it| Some(it.id.as_str()) == value.as_str())?;
                Some(&option.label)
            }
            _ => None,
        }
    }
}

impl TemplateRef {
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let id = fields.text("template");
        let version = u32::try_from(fields.number("templateVersion")?).ok()?;
        (!id.is_empty()).then_some(Self { id, version })
    }

    pub(super) fn write(&self, fields: &mut Fields) {
        fields.put_text("template", &self.id);
        fields.put("templateVersion", self.version);
    }
}
