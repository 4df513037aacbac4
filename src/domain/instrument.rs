//! What is measured with at the start and at the end: a scale with questions, a test, a count.

use super::lang::Localized;

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

/// A built-in instrument in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// The id that records keep.
    pub id: String,
    /// Its version. What is filled in keeps its own for ever.
    pub version: u32,
    /// Its name.
    pub title: Localized,
    /// What to say or do first.
    pub intro: Localized,
    /// The id of the part of school it is for, or `alle`.
    pub level: String,
    /// Whether it has been tried out on many pupils.
    pub validated: bool,
    /// What it is.
    pub kind: InstrumentKind,
}

/// What an instrument is.
#[derive(Debug, Clone, PartialEq)]
pub enum InstrumentKind {
    /// Questions answered in steps.
    Scale(Scale),
    /// Points of a test; its range, step, direction and threshold are the team's.
    Score,
    /// Something that is counted; its direction and threshold are the team's.
    Count,
}

/// Questions answered in steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The lowest step.
    pub min: i32,
    /// The highest step.
    pub max: i32,
    /// Which way is good.
    pub better: Better,
    /// The words of the steps, from the lowest.
    pub steps: Vec<Localized>,
    /// The questions.
    pub items: Vec<ScaleItem>,
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
