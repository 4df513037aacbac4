//! What is measured with at the start and at the end: a scale with questions, a test, a count.

use std::sync::OnceLock;

use super::instrument_parse::parse_instrument;
use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json};

pub(super) const INSTRUMENTS: &str = content_file!("instruments.json");

/// Which way is good. The sign of a figure that is shown never changes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Better {
    /// The word that content and records keep.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Higher => "higher-is-better",
            Self::Lower => "lower-is-better",
        }
    }

    /// Reads the word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Higher, Self::Lower].into_iter().find(|better| better.id() == id)
    }
}

/// An instrument in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The id that records keep.
    pub id: String,
    /// Its version. What is filled in keeps its own for ever.
    pub version: u32,
    /// Its name.
    pub title: Localized,
    /// What to say or do first.
    pub intro: Localized,
    /// What it builds on, in words.
    pub about: Option<Localized>,
    /// The id of the part of school it is for, or `alle`.
    pub level: String,
    /// Whether it has been tried out on many pupils.
    pub validated: bool,
    /// What it is.
    pub kind: InstrumentKind,
}

/// What an instrument is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstrumentKind {
    /// Questions answered in steps.
    Scale(Scale),
    /// Points of a test; its range, step, direction and threshold are the team's.
    Score(Vec<Setting>),
    /// Something that is counted; its direction and threshold are the team's.
    Count(Vec<Setting>),
}

/// Questions answered in steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Which way is good.
    pub better: Better,
    /// The steps, from the lowest, each one more than the one before.
    pub steps: Vec<ScaleStep>,
    /// The questions.
    pub items: Vec<ScaleItem>,
}

/// A step of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleStep {
    /// What it counts as.
    pub value: i32,
    /// What it is called.
    pub label: Localized,
}

/// One question of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleItem {
    /// The id that answers are kept by.
    pub id: String,
    /// The question.
    pub text: Localized,
    /// It asks the other way round.
    pub reversed: bool,
}

/// Something the team says of its test or its count before it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The id that records keep.
    pub id: String,
    /// What is asked.
    pub text: Localized,
    /// What helps to answer.
    pub help: Option<Localized>,
    /// What can be chosen between; none where something is written.
    pub options: Vec<Titled>,
}

impl Scale {
    /// The lowest step.
    pub fn min(&self) -> i32 {
        self.steps.first().map_or(0, |step| step.value)
    }

    /// The highest step.
    pub fn max(&self) -> i32 {
        self.steps.last().map_or(0, |step| step.value)
    }
}

impl Instrument {
    /// Its questions, where it is a scale.
    pub const fn scale(&self) -> Option<&Scale> {
        match &self.kind {
            InstrumentKind::Scale(scale) => Some(scale),
            _ => None,
        }
    }

    /// What the team says of it, where it is a test or a count.
    pub fn settings(&self) -> &[Setting] {
        match &self.kind {
            InstrumentKind::Scale(_) => &[],
            InstrumentKind::Score(settings) | InstrumentKind::Count(settings) => settings,
        }
    }
}

/// The instruments that the app brings along, in every version.
pub fn instruments() -> &'static [Instrument] {
    static ALL: OnceLock<Vec<Instrument>> = OnceLock::new();
    ALL.get_or_init(|| {
        let list = json(INSTRUMENTS);
        let all = list.as_array().into_iter().flatten();
        all.filter_map(|value| parse_instrument(value).ok()).collect()
    })
}

/// An instrument of the app in just this version.
pub fn instrument(id: &str, version: u32) -> Option<&'static Instrument> {
    instruments().iter().find(|it| it.id == id && it.version == version)
}

/// The newest version of each instrument of the app.
pub fn newest_instruments() -> impl Iterator<Item = &'static Instrument> {
    let is_newest = |it: &&Instrument| {
        !instruments().iter().any(|other| other.id == it.id && other.version > it.version)
    };
    instruments().iter().filter(is_newest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    #[test]
    fn every_built_in_instrument_can_be_read_and_is_there_once() {
        let list = json(INSTRUMENTS);
        let all = list.as_array().unwrap();
        assert_eq!(all.len(), 14);
        for value in all {
            parse_instrument(value).unwrap_or_else(|faults| panic!("{faults:?}"));
        }
        let names: BTreeSet<_> = instruments().iter().map(|it| (&it.id, it.version)).collect();
        assert_eq!(names.len(), all.len());
        assert_eq!(newest_instruments().count(), all.len());
    }

    #[test]
    fn every_text_of_an_instrument_is_there_in_both_languages() {
        fn walk(value: &Value) -> usize {
            match value {
                Value::Array(list) => list.iter().map(walk).sum(),
                Value::Object(map) if map.contains_key("da") || map.contains_key("en") => {
                    let blank = |key| value[key].as_str().is_none_or(|it| it.trim().is_empty());
                    assert!(!blank("da") && !blank("en") && map.len() == 2, "{value}");
                    1
                }
                Value::Object(map) => map.values().map(walk).sum(),
                _ => 0,
            }
        }
        assert!(walk(&json(INSTRUMENTS)) > 150);
    }

    #[test]
    fn each_subject_is_measured_at_each_level() {
        let scales: Vec<_> = instruments().iter().filter_map(Instrument::scale).collect();
        assert_eq!(scales.len(), 12);
        for (level, max) in [("indskoling", 3), ("mellemtrin", 5), ("udskoling", 5)] {
            let of_level = instruments().iter().filter(|it| it.level == level);
            let of_level: Vec<_> = of_level.filter_map(Instrument::scale).collect();
            assert_eq!(of_level.len(), 4, "{level}");
            assert!(of_level.iter().all(|it| (it.min(), it.max()) == (1, max)), "{level}");
        }
        let reversed = scales.iter().flat_map(|it| &it.items).filter(|item| item.reversed);
        assert_eq!(reversed.count(), 4);
        assert!(instruments().iter().all(|it| !it.validated));
    }
}
