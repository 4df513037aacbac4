//! Small preferences of one device. They are not part of the ledger and never leave it.

use serde::{Deserialize, Serialize};

use crate::domain::text::Lang;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Paper white.
    Light,
    /// Blue-black.
    Dark,
}

/// The hand that holds the pen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hand {
    /// The right.
    #[default]
    Right,
    /// The left.
    Left,
}

/// What a person has chosen for this device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; `None` until chosen, and then the browser's counts.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// Which side the thumb comes from.
    pub hand: Hand,
    /// The initials that stand beside what is written here.
    pub author: String,
    /// How many choices led here: of two copies the one with more is the later.
    pub choices: u64,
}
