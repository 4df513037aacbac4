//! How the questions of a form are answered.

use serde_json::Value;

use crate::domain::text::{Localized, localized, text};

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    pub(in crate::domain) fn answers(&self) -> Vec<String> {
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

pub(in crate::domain) fn titled(value: &Value) -> Option<Titled> {
    Some(Titled { id: text(value, "id")?, label: localized(value, "label")? })
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
