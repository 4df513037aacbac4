//! A form: sections of items, each of one of a closed set of kinds.

use serde_json::{Value, json};

use super::fields::Fields;
use super::lang::Localized;
use super::observation::Observation;
use crate::ledger::RecordId;

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
        /// Whether something else can be written instead.
        other: bool,
    },
    /// Several options.
    Multi {
        /// The options.
        options: Vec<Titled>,
        /// How many at most.
        max: Option<usize>,
        /// Whether something else can be written as well.
        other: bool,
    },
    /// Free text.
    Text {
        /// Whether it may run over several lines.
        multiline: bool,
        /// How many letters at most.
        max_length: usize,
        /// What an empty field says.
        placeholder: Option<Localized>,
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
        /// Short words that are put into a note with one press.
        phrases: Vec<Titled>,
        /// What an empty note says.
        placeholder: Option<Localized>,
    },
    /// What is seen each time the observer looks up.
    Interval {
        /// How long from one time to the next, unless another time is chosen.
        seconds: u32,
        /// What can be chosen between.
        allowed: Vec<u32>,
        /// What to look at.
        tracks: Vec<Track>,
    },
    /// How the adults teach together, from when.
    Roles {
        /// The ways of teaching together.
        models: Vec<Titled>,
    },
}

/// What is looked at when the observer looks up: each time one of its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// Unique in the item.
    pub id: String,
    /// What people call it.
    pub label: Localized,
    /// Whether it may be left out of the lesson.
    pub optional: bool,
    /// There is one for each pupil in focus, and at most so many; `None` where it is no pupil's.
    pub pupils: Option<u8>,
    /// What can be seen.
    pub codes: Vec<Code>,
}

impl Track {
    /// The tracks it stands for: itself, or one for each pupil in focus, with how marks name it and
    /// what is added to its label.
    pub fn for_each_of(&self, pupils: &[String]) -> Vec<(String, String)> {
        let Some(most) = self.pupils else { return vec![(self.id.clone(), String::new())] };
        let pupils = pupils.iter().take(usize::from(most));
        pupils.map(|code| (format!("{}@{code}", self.id), format!(" {code}"))).collect()
    }
}

/// Something that can be seen at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Unique in the track.
    pub id: String,
    /// Two letters.
    pub short: Localized,
    /// What they stand for.
    pub label: Localized,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Unique in the item.
    pub id: String,
    /// What is counted.
    pub label: Localized,
    /// For whom it is counted, each for themselves; for nobody, where there is nothing.
    pub per: Option<Per>,
}

/// For whom a counter is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Each adult of the lesson, by initials.
    Adult,
    /// Each group that has been given a name; the whole class where none has.
    Group,
}

impl Per {
    /// What a form calls it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Group => "group",
        }
    }

    /// Reads what [`Per::id`] writes.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Adult, Self::Group].into_iter().find(|per| per.id() == id)
    }
}

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
    /// Items that are asked and have an answer.
    pub answered: usize,
    /// All items that are asked.
    pub of: usize,
}

impl Template {
    /// How records refer to it.
    pub fn reference(&self) -> TemplateRef {
        TemplateRef { id: self.id.clone(), version: self.version }
    }

    /// What the versions of one form have in common.
    pub fn family(&self) -> &str {
        family(&self.id)
    }

    /// Whether it comes after another version of the same form. Of two that were published as the
    /// same version by people who did not know of each other, the later one.
    pub(super) fn is_newer_than(&self, other: &Self) -> bool {
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

    /// Whether an item is asked, after what has been answered so far. What is not asked asks for
    /// nothing else either.
    pub fn is_asked(&self, item: &Item, observation: &Observation) -> bool {
        let Some(ShowIf { item, value }) = &item.show_if else { return true };
        // An item waits for an earlier one, so this comes to an end.
        observation.says(item, value)
            && self.item(item).is_some_and(|item| self.is_asked(item, observation))
    }

    /// How much of it an observation answers.
    pub fn progress(&self, observation: &Observation) -> Progress {
        let mut progress = Progress::default();
        for item in self.items().filter(|item| self.is_asked(item, observation)) {
            progress.of += 1;
            progress.answered += usize::from(observation.is_answered(&item.id));
        }
        progress
    }

    /// How well it suits a kind of initiative, the best first: made for it, for all, for others.
    pub(super) fn distance_to(&self, kind: Option<&str>) -> u8 {
        if self.kinds.is_empty() {
            1
        } else if self.kinds.iter().any(|id| Some(id.as_str()) == kind) {
            0
        } else {
            2
        }
    }
}

impl ItemKind {
    /// The word that stands in files.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Rating { .. } => "rating",
            Self::Choice { .. } => "choice",
            Self::Multi { .. } => "multi",
            Self::Text { .. } => "text",
            Self::Number { .. } => "number",
            Self::Tally { .. } => "tally",
            Self::TimedNotes { .. } => "timed_notes",
            Self::Interval { .. } => "interval",
            Self::Roles { .. } => "roles",
        }
    }

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
            Self::Choice { options, .. } => {
                let option = options.iter().find(|it| Some(it.id.as_str()) == value.as_str())?;
                Some(&option.label)
            }
            _ => None,
        }
    }

    /// What an option of a choice is called.
    pub fn option(&self, id: &str) -> Option<&Localized> {
        let (Self::Choice { options, .. } | Self::Multi { options, .. }) = self else {
            return None;
        };
        options.iter().find(|option| option.id == id).map(|option| &option.label)
    }

    /// Every answer that can make another question be asked, as [`ShowIf`] names it.
    pub(super) fn answers(&self) -> Vec<String> {
        match self {
            Self::Rating { levels, not_seen, .. } => {
                let levels = levels.iter().map(|level| level.value.to_string());
                levels.chain(not_seen.as_ref().map(|_| "not-seen".to_owned())).collect()
            }
            Self::Choice { options, .. } | Self::Multi { options, .. } => {
                options.iter().map(|option| option.id.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The beginning of the ids of forms that schools make themselves.
const OWN: &str = "egen-";

/// How many letters the id of a record has.
const RECORD: usize = 36;

impl TemplateRef {
    /// The id of what the person who has `rec` open publishes under `tag`. It names the one
    /// publication: two devices that each make "version 2" of a form without knowing of each other
    /// make two forms, and neither's observations are ever shown in the other's.
    pub fn own_id(rec: RecordId, tag: &str) -> String {
        format!("{OWN}{rec}-{tag}")
    }

    /// The record that a form of the school's own is published from.
    pub fn own_record(&self) -> Option<RecordId> {
        own_record(&self.id)
    }
}

fn own_record(id: &str) -> Option<RecordId> {
    id.strip_prefix(OWN)?.get(..RECORD)?.parse().ok()
}

/// What the versions of one form have in common: the id, or for a form of the school's own the part
/// of it that names its record.
fn family(id: &str) -> &str {
    match own_record(id) {
        Some(_) => id.get(..OWN.len() + RECORD).unwrap_or(id),
        None => id,
    }
}

impl TemplateRef {
    /// What the versions of one form have in common.
    pub fn family(&self) -> &str {
        family(&self.id)
    }

    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let id = fields.text("template");
        let version = u32::try_from(fields.number("templateVersion")?).ok()?;
        (!id.is_empty()).then_some(Self { id, version })
    }

    /// The values that say it, with their places in a record.
    pub(super) fn values(&self) -> [(&'static str, Value); 2] {
        [("template", json!(self.id)), ("templateVersion", json!(self.version))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_track_stands_for_itself_or_for_each_pupil() {
        let track = |pupils| Track {
            id: "t".into(),
            label: Localized::default(),
            optional: false,
            pupils,
            codes: Vec::new(),
        };
        let pupils = ["E04".to_owned(), "E17".to_owned(), "E20".to_owned()];
        assert_eq!(track(None).for_each_of(&pupils), [("t".to_owned(), String::new())]);
        let each = track(Some(2)).for_each_of(&pupils);
        assert_eq!(
            each,
            [("t@E04".to_owned(), " E04".to_owned()), ("t@E17".to_owned(), " E17".to_owned())]
        );
        assert_eq!(track(Some(2)).for_each_of(&[]), []);
    }
}
