//! The clock of a lesson: when it began, was paused and ended. What it shows is worked out from wall
//! time, so that a locked screen, a reload or a dead battery change nothing.

use serde_json::{Value, json};

use super::observation::Observation;

const STARTED: &str = "clock/started";
const ENDED: &str = "clock/ended";
const PAUSES: &str = "clock/pauses";

/// A stretch in which the observer looked away; the lesson went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it began, in milliseconds since 1970.
    pub from: u64,
    /// When it ended; `None` while it lasts.
    pub to: Option<u64>,
}

impl Observation {
    /// When the lesson's clock was started, in milliseconds since 1970.
    pub fn started(&self) -> Option<u64> {
        self.0.number(STARTED)
    }

    /// Starts the clock.
    pub fn start(&mut self, at: u64) {
        self.0.set(STARTED, Some(json!(at)));
    }

    /// When the lesson ended.
    pub fn ended(&self) -> Option<u64> {
        self.0.number(ENDED)
    }

    /// Ends the lesson, or lets it go on. A pause that lasts ends with it.
    pub fn end(&mut self, at: Option<u64>) {
        if let Some(at) = at {
            self.resume(at);
        }
        self.0.set(ENDED, at.map(|at| json!(at)));
    }

    /// Whether the lesson runs.
    pub fn is_running(&self) -> bool {
        self.started().is_some() && self.ended().is_none()
    }

    /// The pauses in order.
    pub fn pauses(&self) -> Vec<Pause> {
        self.0.below(PAUSES).filter_map(|(from, value)| Pause::read(from, value)).collect()
    }

    /// Whether the observer is looking away.
    pub fn is_paused(&self) -> bool {
        self.pauses().last().is_some_and(|pause| pause.to.is_none())
    }

    /// The observer looks away.
    pub fn pause(&mut self, at: u64) {
        if !self.is_paused() {
            self.0.set(format!("{PAUSES}/{at:014}"), Some(json!("")));
        }
    }

    /// The observer is back.
    pub fn resume(&mut self, at: u64) {
        if let Some(Pause { from, to: None }) = self.pauses().last() {
            self.0.set(format!("{PAUSES}/{from:014}"), Some(json!(at)));
        }
    }
}

impl Pause {
    fn read(from: &str, value: &Value) -> Option<Self> {
        Some(Self { from: from.parse().ok()?, to: value.as_u64() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_starts_pauses_goes_on_and_ends() {
        let mut it = Observation::default();
        assert!(!it.is_running());
        it.start(1_000);
        it.pause(2_000);
        it.pause(2_500);
        assert!(it.is_running() && it.is_paused());
        it.resume(3_000);
        it.resume(3_500);
        assert!(!it.is_paused());
        it.pause(4_000);
        it.end(Some(5_000));
        assert_eq!(
            it.pauses(),
            [Pause { from: 2_000, to: Some(3_000) }, Pause { from: 4_000, to: Some(5_000) }]
        );
        assert!(!it.is_running());
        it.end(None);
        assert!(it.is_running());
    }
}
