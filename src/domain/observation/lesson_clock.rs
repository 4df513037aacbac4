//! The clock of a lesson: when it began, was paused and ended. What it shows is worked out from wall
//! time, so that a locked screen, a reload or a dead battery change nothing.

use serde_json::{Value, json};

use super::observation::Observation;
use crate::domain::record::{FINISHED, Fields, fields};
use crate::ledger::in_order;

const STARTED: &str = "clock/started";
const ENDED: &str = "clock/ended";
const PAUSES: &str = "clock/pauses";

/// Whether an observation with these values was made: its lesson ended, or it was marked as done.
pub fn is_made(fields: &Fields) -> bool {
    fields.0.contains_key(FINISHED) || fields.0.contains_key(ENDED)
}

/// A stretch in which the observer looked away; the lesson went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it began, in milliseconds since 1970.
    pub from: u64,
    /// When it ended; `None` while it lasts.
    pub to: Option<u64>,
}

fields! {
    Observation {
        /// When the lesson's clock was started, in milliseconds since 1970.
        started / correct_start: Number = STARTED,
        /// When the lesson ended.
        ended / correct_end: Number = ENDED,
    }
}

impl Observation {
    /// Starts the clock: from now on it is no lesson from paper.
    pub fn start(&mut self, at: u64) {
        self.set_paper(None);
        self.correct_start(Some(at));
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
        self.started().is_some() && self.ended().is_none() && !self.is_paper()
    }

    /// The pauses in order.
    pub fn pauses(&self) -> Vec<Pause> {
        let pauses = self.written_pauses().into_iter();
        let pauses = pauses.filter_map(|(_, from, to)| Some(Pause { from: from?, to }));
        in_order(pauses.collect(), |one: &Pause, other| one.from.cmp(&other.from))
    }

    /// The pauses by id as they were written, from when and until when: one from paper may still
    /// lack a time.
    pub fn written_pauses(&self) -> Vec<(String, Option<u64>, Option<u64>)> {
        let pauses = self.0.below(PAUSES);
        pauses
            .map(|(id, value)| {
                let time = |key: &str| value.get(key).and_then(Value::as_u64);
                match value {
                    Value::Object(_) => (id.to_owned(), time("from"), time("to")),
                    _ => (id.to_owned(), id.parse().ok(), value.as_u64()),
                }
            })
            .collect()
    }

    /// Writes a pause with times known from elsewhere, or takes it away.
    pub fn write_pause(&mut self, id: &str, times: Option<(Option<u64>, Option<u64>)>) {
        let value = times.map(|(from, to)| {
            let mut value = json!({});
            for (key, time) in [("from", from), ("to", to)] {
                if let Some(time) = time {
                    value[key] = json!(time);
                }
            }
            value
        });
        self.0.set(format!("{PAUSES}/{id}"), value);
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
        let Some(Pause { from, to: None }) = self.pauses().pop() else { return };
        let pauses = self.written_pauses().into_iter();
        for (id, ..) in pauses.filter(|(_, begun, to)| *begun == Some(from) && to.is_none()) {
            match id.parse::<u64>() {
                Ok(key) if from == key => self.0.set(format!("{PAUSES}/{id}"), Some(json!(at))),
                _ => self.write_pause(&id, Some((Some(from), Some(at)))),
            }
        }
    }

    /// How many seconds there are from one moment of an item to the next, where that was chosen.
    pub fn every(&self, item: &str) -> Option<u32> {
        self.0.number(&format!("intervals/{item}")).and_then(|seconds| seconds.try_into().ok())
    }

    /// Chooses how many seconds there are from one moment of an item to the next.
    pub fn set_every(&mut self, item: &str, seconds: u32) {
        self.0.set(format!("intervals/{item}"), Some(json!(seconds)));
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

    #[test]
    fn a_pause_is_corrected_and_goes_on_all_the_same() {
        let mut it = Observation::default();
        it.start(1_000);
        it.pause(4_000);
        it.resume(5_000);
        it.write_pause("paper", Some((Some(2_000), None)));
        it.write_pause("half", Some((None, Some(3_000))));
        assert_eq!(it.written_pauses().len(), 3);
        let pauses = [Pause { from: 2_000, to: None }, Pause { from: 4_000, to: Some(5_000) }];
        assert_eq!(it.pauses(), pauses, "without a beginning it is not a pause yet");
        let (live, ..) = it.written_pauses().remove(0);
        it.write_pause(&live, Some((Some(1_500), None)));
        it.write_pause("paper", Some((Some(2_000), None)));
        it.resume(2_500);
        assert_eq!(it.pauses()[1], Pause { from: 2_000, to: Some(2_500) });
        it.write_pause("paper", None);
        assert_eq!(it.pauses().len(), 1);
    }

    #[test]
    fn the_interval_of_a_lesson_is_kept() {
        let mut it = Observation::default();
        assert_eq!(it.every("m"), None);
        it.set_every("m", 300);
        assert_eq!((it.every("m"), it.every("n")), (Some(300), None));
    }
}
