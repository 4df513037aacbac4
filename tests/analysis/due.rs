//! The schedule: whatever the clock does, each moment is one thing, and nothing stops the program.

use indsats::analysis::due::{Open, Schedule};
use indsats::analysis::moments::MomentState;
use proptest::prelude::*;

const START: u64 = 1_790_000_000_000;
const HOUR: u64 = 3_600_000;

/// A lesson with a few pauses, the last of which may last, that may have ended; and a time in it.
fn lessons() -> impl Strategy<Value = (Schedule, u64)> {
    let pauses = prop::collection::vec((1..HOUR / 4, 1..HOUR / 8), 0..4);
    let end = prop::option::weighted(0.3, 0..HOUR);
    (30..400_u32, 0..60_u32, pauses, any::<bool>(), end, 0..HOUR).prop_map(
        |(seconds, window_s, lengths, lasts, end, now)| {
            let mut at = START;
            let mut pauses = Vec::new();
            for (after, length) in lengths {
                pauses.push((at + after, Some(at + after + length)));
                at += after + length;
            }
            if lasts && let Some((_, to)) = pauses.last_mut() {
                *to = None;
            }
            let end = end.map(|end| START + end);
            (Schedule { start: START, seconds, window_s, pauses, end }, START + now)
        },
    )
}

fn is_inside(schedule: &Schedule, index: u32) -> bool {
    let instant = schedule.instant(index);
    schedule.pauses.iter().any(|(from, to)| *from <= instant && to.is_none_or(|to| instant < to))
}

proptest! {
    #[test]
    fn the_numbers_follow_from_the_time((schedule, now) in lessons()) {
        let due = schedule.at(now);
        prop_assert_eq!(due.elapsed, schedule.end.unwrap_or(now) - START);
        prop_assert_eq!(u64::from(due.passed), due.elapsed / (u64::from(schedule.seconds) * 1_000));
        if let Some(next) = due.next {
            prop_assert!(next > 0);
            prop_assert_eq!(schedule.at(now + next - 1).passed, due.passed);
            prop_assert_eq!(schedule.at(now + next).passed, due.passed + 1);
        }
    }

    /// Open is exactly what would be marked, as long as the observer is looking.
    #[test]
    fn what_is_answered_while_it_is_open_counts((schedule, now) in lessons()) {
        let due = schedule.at(now);
        if let Some(Open { index, left }) = due.open {
            prop_assert!(!is_inside(&schedule, index));
            prop_assert_eq!(schedule.state_of(index, Some(now)), MomentState::Marked);
            prop_assert_eq!(schedule.state_of(index, Some(now + left - 1)), MomentState::Marked);
            prop_assert_eq!(schedule.state_of(index, Some(now + left)), MomentState::Late);
        } else if !due.is_paused && schedule.end.is_none() {
            for index in 1..=due.passed {
                prop_assert_eq!(schedule.state_of(index, Some(now)), MomentState::Late);
            }
        }
    }

    /// A moment that has come is open, missed or inside a pause, and never two of these.
    #[test]
    fn each_moment_is_one_thing((mut schedule, now) in lessons()) {
        if schedule.end.is_none() && schedule.at(now).is_paused {
            schedule.pauses.pop();
        }
        let due = schedule.at(now);
        let mut all = schedule.missed(now, &[]);
        all.extend(schedule.paused_moments(now));
        all.extend(due.open.map(|open| open.index));
        all.sort_unstable();
        prop_assert_eq!(all, (1..=due.passed).collect::<Vec<_>>());
        for index in schedule.paused_moments(now) {
            prop_assert!(is_inside(&schedule, index));
            prop_assert_eq!(schedule.state_of(index, None), MomentState::Paused);
        }
    }

    #[test]
    fn what_has_an_entry_is_not_missed((schedule, now) in lessons(), has in any::<[bool; 32]>()) {
        let answered: Vec<u32> = (1..).zip(has).filter(|(_, has)| *has).map(|(i, _)| i).collect();
        let mut expected = schedule.missed(now, &[]);
        expected.retain(|index| !answered.contains(index));
        prop_assert_eq!(schedule.missed(now, &answered), expected);
    }

    /// What was missed stays missed, however the time goes on.
    #[test]
    fn time_takes_nothing_back((schedule, now) in lessons(), later in 0..HOUR) {
        let missed = schedule.missed(now + later, &[]);
        prop_assert!(schedule.missed(now, &[]).iter().all(|index| missed.contains(index)));
        prop_assert!(schedule.at(now).elapsed <= schedule.at(now + later).elapsed);
        prop_assert!(schedule.observed(now) <= schedule.observed(now + later));
    }

    #[test]
    fn the_lesson_is_what_was_observed_and_the_pauses((schedule, now) in lessons()) {
        let until = schedule.end.unwrap_or(now);
        let paused = schedule.pauses.iter().map(|(from, to)| {
            to.unwrap_or(u64::MAX).min(until) - from.min(&until)
        });
        let paused: u64 = paused.sum();
        prop_assert_eq!(schedule.observed(now) + paused, schedule.at(now).elapsed);
    }

    #[test]
    fn a_clock_set_back_gives_a_lesson_that_has_just_begun(
        (mut schedule, _) in lessons(), now in 0..START,
    ) {
        schedule.end = None;
        let due = schedule.at(now);
        prop_assert_eq!((due.elapsed, due.passed, due.open), (0, 0, None));
        prop_assert_eq!(schedule.missed(now, &[]), [0; 0]);
        prop_assert_eq!(schedule.paused_moments(now), [0; 0]);
        prop_assert_eq!(schedule.observed(now), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Numbers from a file can be anything, and pauses in any order.
    #[test]
    fn no_number_stops_the_program(
        start: u64, seconds: u32, window_s: u32, end: Option<u64>, now: u64, index: u32,
        pauses: [(u64, Option<u64>); 3], at: Option<u64>,
    ) {
        let schedule = Schedule { start, seconds, window_s, pauses: pauses.into(), end };
        let due = schedule.at(now);
        schedule.state_of(index, at);
        prop_assert!(schedule.observed(now) <= due.elapsed);
        prop_assert!(schedule.missed(now, &[index]).len() <= due.passed as usize);
        prop_assert!(schedule.paused_moments(now).len() <= due.passed as usize);
    }
}
