//! The moments of a lesson as they are counted: what was put down, and what was not.

use crate::analysis::due::Schedule;
use crate::analysis::moments::{Mark, Moment as Counted, MomentState};
use crate::domain::observation::{Moment, Observation};
use crate::ledger::in_order;

/// How long there is to answer a moment, in seconds.
const WINDOW_S: u32 = 10;

/// When the moments of a lesson come, `seconds` apart.
pub fn schedule(observation: &Observation, seconds: u32) -> Schedule {
    Schedule {
        start: observation.started().unwrap_or_default(),
        seconds,
        window_s: WINDOW_S,
        pauses: observation.pauses().into_iter().map(|pause| (pause.from, pause.to)).collect(),
        end: observation.ended(),
    }
}

/// Every moment of an item: those that were put down; once the lesson has ended also those in a
/// pause and those that nobody answered. Empty where no clock ran and nothing was put down.
/// `seconds` is what the form says; what was chosen for the lesson goes before it.
pub fn moments(observation: &Observation, item: &str, seconds: u32) -> Vec<Counted> {
    let mut moments: Vec<Counted> = observation.moments(item).into_iter().map(counted).collect();
    if let Some(ended) = observation.ended() {
        let schedule = schedule(observation, observation.every(item).unwrap_or(seconds));
        let known: Vec<u32> = moments.iter().map(|moment| moment.index).collect();
        let silent = |index: u32, state| Counted { index, marks: Vec::new(), state };
        let paused = schedule.paused_moments(ended);
        let paused = paused.into_iter().filter(|index| !known.contains(index));
        moments.extend(paused.map(|index| silent(index, MomentState::Paused)));
        let missed = schedule.missed(ended, &known).into_iter();
        moments.extend(missed.map(|index| silent(index, MomentState::Missed)));
    }
    in_order(moments, |one, other| one.index.cmp(&other.index))
}

fn counted((index, moment): (u32, Moment)) -> Counted {
    match moment {
        Moment::Skipped { .. } => Counted { index, marks: Vec::new(), state: MomentState::Skipped },
        Moment::Marked { codes, late, .. } => {
            let marks = codes.into_iter().map(|(track, code)| Mark { track, code });
            let state = if late { MomentState::Late } else { MomentState::Marked };
            Counted { index, marks: marks.collect(), state }
        }
    }
}

/// Whether it is too late to choose another interval: a moment has come, or one was put down. On
/// paper it is never too late.
pub fn is_interval_fixed(observation: &Observation, item: &str, seconds: u32, now: u64) -> bool {
    let seconds = observation.every(item).unwrap_or(seconds);
    let has_come =
        || observation.started().is_some() && schedule(observation, seconds).at(now).passed > 0;
    !observation.is_paper() && (!observation.moments(item).is_empty() || has_come())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::moments::shares;

    const START: u64 = 1_000_000;

    /// 45 minutes, a moment every other minute: the seventh is skipped, the tenth falls in a pause,
    /// the twelfth is late and the last is not answered.
    fn lesson() -> Observation {
        let mut it = Observation::default();
        it.start(START);
        for number in 1..=21_u32 {
            let at = START + u64::from(number) * 120_000 + 3_000;
            let code = if number % 3 == 0 { "par" } else { "stationer" };
            let codes = vec![("model".to_owned(), code.to_owned())];
            match number {
                7 => it.set_moment("i", 7, Some(&Moment::Skipped { at })),
                10 => {
                    it.pause(at - 60_000);
                    it.resume(at + 60_000);
                }
                _ => {
                    let moment = Moment::Marked { at, codes, late: number == 12 };
                    it.set_moment("i", number, Some(&moment));
                }
            }
        }
        it.end(Some(START + 45 * 60_000));
        it
    }

    #[test]
    fn what_was_not_marked_in_time_is_counted_beside() {
        let lesson = lesson();
        let moments = moments(&lesson, "i", 120);
        assert_eq!(moments.len(), 22);
        let shares = shares(&moments, "model");
        assert_eq!(shares.of, 18);
        assert_eq!(shares.codes, [("stationer".to_owned(), 12), ("par".to_owned(), 6)]);
        assert_eq!((shares.late, shares.skipped, shares.paused, shares.missed), (1, 1, 1, 1));
    }

    #[test]
    fn another_interval_can_be_chosen_until_the_first_moment() {
        let mut it = Observation::default();
        it.start(START);
        it.set_every("i", 300);
        let is_fixed =
            |it: &Observation, s: u64| is_interval_fixed(it, "i", 120, START + s * 1_000);
        assert!(!is_fixed(&it, 299) && is_fixed(&it, 300));
        it.end(Some(START + 45 * 60_000));
        assert_eq!(moments(&it, "i", 120).len(), 9);
        it.set_paper(Some(START));
        assert!(!is_fixed(&it, 300));
        it.start(START);
        it.set_moment("i", 1, Some(&Moment::Skipped { at: START }));
        assert!(is_fixed(&it, 0));
    }

    #[test]
    fn while_it_runs_nothing_is_missed() {
        let mut lesson = lesson();
        lesson.end(None);
        assert_eq!(moments(&lesson, "i", 120).len(), 20);
        assert_eq!(moments(&Observation::default(), "i", 120), []);
    }
}
