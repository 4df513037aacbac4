//! A lesson that was written down on paper and typed in afterwards, and later corrections of times.
//!
//! Times of day become the same times that a running lesson gives, so everything that is counted is
//! counted alike. What cannot be is said and kept.

use chrono::{NaiveTime, Timelike};
use serde_json::json;

use super::observation::Observation;

const PAPER: &str = "paper";

const MINUTE: u64 = 60_000;

/// What is wrong with a time of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockFault {
    /// What it belongs to ends before it begins.
    Backwards,
    /// It was not while the lesson was.
    Outside,
}

/// A time of day on the day whose noon is given, in milliseconds since 1970. A day on which the
/// clocks change has its odd hour long before noon.
pub fn at_time(noon: u64, time: NaiveTime) -> u64 {
    let minutes = u64::from(time.num_seconds_from_midnight()) / 60;
    (noon + minutes * MINUTE).saturating_sub(720 * MINUTE)
}

impl Observation {
    /// Whether it was written on paper and typed in afterwards.
    pub fn is_paper(&self) -> bool {
        self.0.number(PAPER).is_some()
    }

    /// Says since when it is typed in from paper, or that it is not.
    pub fn set_paper(&mut self, at: Option<u64>) {
        self.0.set(PAPER, at.map(|at| json!(at)));
    }

    /// What is wrong with the end of the lesson.
    pub fn end_fault(&self) -> Option<ClockFault> {
        let (start, end) = (self.started()?, self.ended()?);
        (end <= start).then_some(ClockFault::Backwards)
    }

    /// What is wrong with a pause.
    pub fn pause_fault(&self, from: Option<u64>, to: Option<u64>) -> Option<ClockFault> {
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            return Some(ClockFault::Backwards);
        }
        let is_out = [from, to].into_iter().flatten().any(|at| self.is_outside(at));
        is_out.then_some(ClockFault::Outside)
    }

    /// Whether a time lies outside of the lesson, by whole minutes. What is not known does not.
    pub fn is_outside(&self, at: u64) -> bool {
        let minute = |at: u64| at / MINUTE;
        let is_before = self.started().is_some_and(|start| minute(at) < minute(start));
        let is_after = self.ended().is_some_and(|end| minute(at) > minute(end));
        at > 0 && self.end_fault().is_none() && (is_before || is_after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;

    const NOON: u64 = 1_795_518_000_000;

    fn at(time: &str) -> u64 {
        at_time(NOON, iso::time(time).unwrap())
    }

    #[test]
    fn a_time_of_day_is_a_time() {
        assert_eq!(at("12:00"), NOON);
        assert_eq!(at("08:15"), NOON - 225 * MINUTE);
        assert_eq!(at("00:00"), NOON - 720 * MINUTE);
        assert_eq!(at("23:59"), NOON + 719 * MINUTE);
        assert_eq!(at_time(0, iso::time("08:15").unwrap()), 0);
    }

    #[test]
    fn what_cannot_be_is_said() {
        let mut it = Observation::default();
        assert!(!it.is_outside(at("09:00")), "nothing is outside of a lesson without times");
        it.correct_start(Some(at("10:00") + 31_000));
        it.correct_end(Some(at("09:45")));
        assert_eq!(it.end_fault(), Some(ClockFault::Backwards));
        assert!(!it.is_outside(at("09:00")), "one mistake is one sentence");
        it.correct_end(Some(at("10:45")));
        assert_eq!(it.end_fault(), None);
        for (time, is_outside) in [("09:59", true), ("10:00", false), ("10:45", false)] {
            assert_eq!(it.is_outside(at(time)), is_outside, "{time}");
        }
        assert!(it.is_outside(at("10:46")) && !it.is_outside(0));
        let fault = |from: &str, to: &str| it.pause_fault(Some(at(from)), Some(at(to)));
        assert_eq!(fault("10:10", "10:20"), None);
        assert_eq!(fault("10:20", "10:10"), Some(ClockFault::Backwards));
        assert_eq!(fault("10:40", "10:50"), Some(ClockFault::Outside));
        assert_eq!(it.pause_fault(None, Some(at("10:10"))), None);
    }

    #[test]
    fn a_lesson_from_paper_never_runs() {
        let mut it = Observation::default();
        it.set_paper(Some(7));
        it.correct_start(Some(at("10:00")));
        assert!(it.is_paper() && !it.is_running());
        it.start(at("11:00"));
        assert!(it.is_running() && !it.is_paper());
    }
}
