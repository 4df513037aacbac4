//! Which moment is due. Everything is worked out from wall time, so that a locked screen, a reload
//! or a killed browser change nothing.
//!
//! The first moment comes one interval after the start, and then one at every interval; the lesson
//! goes on through a pause. A moment is open for a short window. Stretches of time hold their first
//! millisecond and not their last.

use super::moments::MomentState;

/// No lesson has more moments than this: their numbers have four digits. It keeps a lesson that
/// nobody ended, or a start from 1970, from becoming a list without end.
const MOST: u32 = 9_999;

/// When the moments of a lesson come. All times are milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    /// When the lesson started.
    pub start: u64,
    /// Seconds from one moment to the next; with 0 there are none.
    pub seconds: u32,
    /// For how many seconds a moment is open: usually 10. Never longer than until the next.
    pub window_s: u32,
    /// When the observer looked away and came back, in order. `None` lasts until the next pause or
    /// until the end.
    pub pauses: Vec<(u64, Option<u64>)>,
    /// When the lesson ended. From then on the clock is not asked any more.
    pub end: Option<u64>,
}

/// Where a lesson stands. All lengths are milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// How long the lesson has lasted, pauses included.
    pub elapsed: u64,
    /// How many moments have come, which is also the number of the last one.
    pub passed: u32,
    /// The moment that can be answered now, whether it has been or not. None in a pause.
    pub open: Option<Open>,
    /// How long it is until the next moment; `None` when there will be none.
    pub next: Option<u64>,
    /// Whether the observer is looking away.
    pub is_paused: bool,
}

/// A moment that can be answered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    /// Its number, from 1.
    pub index: u32,
    /// How many milliseconds are left of its window; at least 1.
    pub left: u64,
}

impl Schedule {
    /// Where the lesson stands at a time. A clock that was set back to before the start gives a
    /// lesson that has just begun.
    pub fn at(&self, now: u64) -> Due {
        let passed = self.passed(now);
        let is_running = self.end.is_none();
        let is_paused = is_running && self.pauses.last().is_some_and(|(_, to)| to.is_none());
        let can_open = is_running && !is_paused && passed > 0 && !self.is_in_pause(passed);
        let left = self.over(passed).saturating_sub(now);
        let has_next = is_running && self.interval() > 0 && passed < MOST;
        Due {
            elapsed: self.elapsed(now),
            passed,
            open: (can_open && left > 0).then_some(Open { index: passed, left }),
            next: has_next.then(|| self.instant(passed + 1).saturating_sub(now)),
            is_paused,
        }
    }

    /// When a moment comes.
    pub fn instant(&self, index: u32) -> u64 {
        self.start.saturating_add(u64::from(index).saturating_mul(self.interval()))
    }

    /// What a moment is by the time of its first answer: marked when it could be answered then,
    /// otherwise late. Without an answer it was paused or missed. That a person let it go is for
    /// them to say.
    pub fn state_of(&self, index: u32, answered_at: Option<u64>) -> MomentState {
        let is_paused = self.is_in_pause(index);
        let window = self.instant(index)..self.over(index);
        match answered_at {
            Some(at) if window.contains(&at) && !is_paused => MomentState::Marked,
            Some(_) => MomentState::Late,
            None if is_paused => MomentState::Paused,
            None => MomentState::Missed,
        }
    }

    /// The moments that are over, were not paused and have no entry among the `answered`.
    pub fn missed(&self, now: u64, answered: &[u32]) -> Vec<u32> {
        let is_over = |index| self.end.is_some() || self.over(index) <= now;
        (1..=self.passed(now))
            .filter(|&index| {
                is_over(index) && !self.is_in_pause(index) && !answered.contains(&index)
            })
            .collect()
    }

    /// The moments that have come inside a pause.
    pub fn paused_moments(&self, now: u64) -> Vec<u32> {
        (1..=self.passed(now)).filter(|&index| self.is_in_pause(index)).collect()
    }

    /// For how many milliseconds of the lesson the observer has looked: what is left of it without
    /// the pauses.
    pub fn observed(&self, now: u64) -> u64 {
        let until = self.end.unwrap_or(now);
        let (mut reached, mut observed) = (self.start, 0);
        for pause in 0..self.pauses.len() {
            let (from, to) = self.pause(pause);
            observed += from.min(until).saturating_sub(reached);
            reached = reached.max(to.min(until));
        }
        observed + until.saturating_sub(reached)
    }

    fn elapsed(&self, now: u64) -> u64 {
        self.end.unwrap_or(now).saturating_sub(self.start)
    }

    fn passed(&self, now: u64) -> u32 {
        let passed = self.elapsed(now).checked_div(self.interval()).unwrap_or_default();
        u32::try_from(passed).unwrap_or(MOST).min(MOST)
    }

    fn interval(&self) -> u64 {
        u64::from(self.seconds) * 1_000
    }

    /// When the window of a moment closes.
    fn over(&self, index: u32) -> u64 {
        let window = (u64::from(self.window_s) * 1_000).min(self.interval());
        self.instant(index).saturating_add(window)
    }

    /// Whether a moment comes inside a pause.
    fn is_in_pause(&self, index: u32) -> bool {
        let instant = self.instant(index);
        (0..self.pauses.len()).any(|pause| {
            let (from, to) = self.pause(pause);
            from <= instant && instant < to
        })
    }

    /// A pause by its place: from when until when. One that ends before it begins, by a clock that
    /// was set back, has no length.
    fn pause(&self, place: usize) -> (u64, u64) {
        let Some(&(from, to)) = self.pauses.get(place) else { return (0, 0) };
        let next = self.pauses.get(place + 1).map_or(u64::MAX, |(from, _)| *from);
        (from, to.unwrap_or(next).max(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60_000;
    const START: u64 = 1_790_000_000_000;

    fn every_two_minutes() -> Schedule {
        Schedule { start: START, seconds: 120, window_s: 10, ..Schedule::default() }
    }

    #[test]
    fn the_first_moment_comes_after_one_interval() {
        let lesson = every_two_minutes();
        let due = lesson.at(START);
        let begun =
            Due { elapsed: 0, passed: 0, open: None, next: Some(2 * MINUTE), is_paused: false };
        assert_eq!(due, begun);
        let due = lesson.at(START + 2 * MINUTE + 4_000);
        assert_eq!((due.elapsed, due.passed), (124_000, 1));
        assert_eq!(due.open, Some(Open { index: 1, left: 6_000 }));
        assert_eq!(due.next, Some(116_000));
    }

    #[test]
    fn a_window_holds_its_first_millisecond_and_not_its_last() {
        let lesson = every_two_minutes();
        let opens = lesson.instant(3);
        assert_eq!(opens, START + 6 * MINUTE);
        assert_eq!(lesson.at(opens - 1).open, None);
        assert_eq!(lesson.at(opens).open, Some(Open { index: 3, left: 10_000 }));
        assert_eq!(lesson.at(opens + 9_999).open, Some(Open { index: 3, left: 1 }));
        assert_eq!(lesson.at(opens + 10_000).open, None);
        assert_eq!(lesson.state_of(3, Some(opens)), MomentState::Marked);
        assert_eq!(lesson.state_of(3, Some(opens + 9_999)), MomentState::Marked);
        assert_eq!(lesson.state_of(3, Some(opens + 10_000)), MomentState::Late);
        assert_eq!(lesson.state_of(3, Some(opens - 1)), MomentState::Late);
        assert_eq!(lesson.state_of(3, None), MomentState::Missed);
    }

    #[test]
    fn a_moment_is_missed_when_its_window_is_over() {
        let lesson = every_two_minutes();
        assert_eq!(lesson.missed(START + 4 * MINUTE + 9_999, &[]), [1]);
        assert_eq!(lesson.missed(START + 4 * MINUTE + 10_000, &[]), [1, 2]);
        assert_eq!(lesson.missed(START + 9 * MINUTE, &[3, 1]), [2, 4]);
    }

    /// The observer is asked something from 8.31 to 8.35 and a half in a lesson that began at 8.15.
    #[test]
    fn the_lesson_goes_on_through_a_pause_and_its_moments_do_not_count() {
        let mut lesson = every_two_minutes();
        lesson.pauses = vec![(START + 16 * MINUTE, None)];
        let due = lesson.at(START + 18 * MINUTE + 1_000);
        assert!(due.is_paused);
        assert_eq!((due.passed, due.open, due.next), (9, None, Some(119_000)));

        lesson.pauses = vec![(START + 16 * MINUTE, Some(START + 20 * MINUTE + 2_000))];
        let now = START + 20 * MINUTE + 3_000;
        let due = lesson.at(now);
        assert!(!due.is_paused);
        assert_eq!((due.passed, due.open), (10, None), "it came inside the pause");
        assert_eq!(lesson.paused_moments(now), [8, 9, 10]);
        assert_eq!(lesson.missed(now, &[]), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(lesson.state_of(9, None), MomentState::Paused);
        assert_eq!(lesson.observed(now), 16 * MINUTE + 1_000);
    }

    #[test]
    fn nothing_is_open_while_the_observer_looks_away() {
        let mut lesson = every_two_minutes();
        lesson.pauses = vec![(START + 2 * MINUTE + 3_000, None)];
        let now = START + 2 * MINUTE + 5_000;
        assert_eq!(lesson.at(now).open, None);
        lesson.pauses = vec![(START + 2 * MINUTE + 3_000, Some(now))];
        assert_eq!(lesson.at(now).open, Some(Open { index: 1, left: 5_000 }));
    }

    #[test]
    fn an_ended_lesson_is_the_same_whatever_the_clock_says() {
        let mut lesson = every_two_minutes();
        lesson.end = Some(START + 6 * MINUTE + 5_000);
        for now in [0, START, START + 7 * MINUTE, u64::MAX] {
            let due = lesson.at(now);
            assert_eq!((due.elapsed, due.passed), (6 * MINUTE + 5_000, 3));
            assert_eq!((due.open, due.next, due.is_paused), (None, None, false));
            assert_eq!(lesson.missed(now, &[1]), [2, 3], "the end closes a window");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_gives_zero() {
        let mut lesson = every_two_minutes();
        lesson.pauses = vec![(START + MINUTE, Some(START))];
        let due = lesson.at(START - 5 * MINUTE);
        assert_eq!((due.elapsed, due.passed, due.open), (0, 0, None));
        assert_eq!(due.next, Some(7 * MINUTE));
        assert_eq!(lesson.missed(0, &[]), [0; 0]);
        assert_eq!((lesson.observed(0), lesson.observed(START + 3 * MINUTE)), (0, 3 * MINUTE));
    }

    #[test]
    fn a_pause_that_nobody_ended_gives_way_to_the_next() {
        let mut lesson = every_two_minutes();
        let (first, second) = (START + MINUTE, START + 5 * MINUTE);
        lesson.pauses = vec![(first, None), (second, Some(second + MINUTE))];
        let now = START + 8 * MINUTE;
        assert!(!lesson.at(now).is_paused);
        assert_eq!(lesson.paused_moments(now), [1, 2]);
        assert_eq!(lesson.observed(now), 3 * MINUTE);
    }

    #[test]
    fn a_lesson_that_nobody_ended_has_an_end_of_moments() {
        let lesson = Schedule { start: 0, seconds: 1, window_s: 10, ..Schedule::default() };
        let due = lesson.at(u64::MAX);
        assert_eq!((due.passed, due.open, due.next), (MOST, None, None));
        assert_eq!(lesson.missed(u64::MAX, &[]).len(), 9_999);
        assert_eq!(Schedule::default().at(START).next, None, "without an interval there are none");
    }
}
