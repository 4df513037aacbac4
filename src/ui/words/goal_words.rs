//! What goals and the ways to see them are called.

use crate::domain::initiative::Indicator;
use crate::ui::dom::Words;
use crate::ui::shell::{App, now, say};

/// What an indicator is called, and what is counted.
pub fn indicator(app: App, it: Indicator) -> (Words, Words) {
    match it {
        Indicator::Observations => {
            (say!(app, goals.observations), say!(app, goals.observations_text))
        }
        Indicator::Models => (say!(app, goals.models), say!(app, goals.models_text)),
        Indicator::Talks => (say!(app, goals.talks), say!(app, goals.talks_text)),
        Indicator::GroupsTried => (say!(app, goals.groups), say!(app, goals.groups_text)),
        Indicator::Measured => (say!(app, goals.measured), say!(app, goals.measured_text)),
        Indicator::Answers => (say!(app, goals.answers), say!(app, goals.answers_text)),
        Indicator::Own => (say!(app, goals.own), say!(app, goals.own_text)),
    }
}

/// What a goal is called.
pub fn name(app: App, text: &str) -> String {
    match text.trim() {
        "" => now!(app, goals.untitled),
        text => text.to_owned(),
    }
}
