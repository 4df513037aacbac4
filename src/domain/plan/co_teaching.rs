//! The ways for two adults to teach together.

use serde_json::Value;

use crate::domain::text::{Localized, localized, text};

/// A way for two adults to teach together.
#[derive(Debug, Clone)]
pub struct CoTeachingModel {
    /// The id that forms and records keep.
    pub id: String,
    /// Its name.
    pub title: Localized,
    /// What the two do.
    pub description: Localized,
    /// When to choose it.
    pub good_for: Localized,
    /// What to take care of.
    pub watch_out: Localized,
    /// What the one does.
    pub role_a: Localized,
    /// What the other does.
    pub role_b: Localized,
}

impl CoTeachingModel {
    /// What one of the two adults does: `a` or `b`.
    pub fn role(&self, adult: &str) -> &Localized {
        if adult == "a" { &self.role_a } else { &self.role_b }
    }

    pub(in crate::domain) fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            title: localized(value, "title")?,
            description: localized(value, "description")?,
            good_for: localized(value, "goodFor")?,
            watch_out: localized(value, "watchOut")?,
            role_a: localized(value, "roleA")?,
            role_b: localized(value, "roleB")?,
        })
    }
}
