//! One of the answers a person can choose between.

use crate::ui::dom::Words;

/// An answer: the id that is stored, the words that are shown.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is stored; never shown.
    pub id: String,
    /// What is shown.
    pub label: Words,
    /// What it means, in a line under the label.
    pub description: Option<Words>,
}

impl Choice {
    /// An answer with a label alone.
    pub fn new(id: impl Into<String>, label: impl Into<Words>) -> Self {
        Self { id: id.into(), label: label.into(), description: None }
    }

    /// The same answer with a line that says what it means.
    #[must_use]
    pub fn described(mut self, description: impl Into<Words>) -> Self {
        self.description = Some(description.into());
        self
    }
}
