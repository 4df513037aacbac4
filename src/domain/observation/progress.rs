//! How much of a form an observation answers, and what it is asked at all.

use super::observation::Observation;
use crate::domain::forms::{Item, ShowIf, Template};

/// How much of a form has been answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items that are asked and have an answer.
    pub answered: usize,
    /// All items that are asked.
    pub of: usize,
}

impl Template {
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
}
