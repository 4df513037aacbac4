//! Two observers' moments beside each other: which belong together, and what each of them says.

use super::due::Schedule;
use super::moments::{Moment, MomentState};

/// Clocks that are further apart than this did not observe the same lesson, or one of them is
/// wrong: half an hour in milliseconds.
const FURTHEST: u64 = 30 * 60_000;

/// How two lessons' moments belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairing {
    /// What is added to the number of the other's moment to get that of the one's.
    pub shift: i64,
    /// How far apart the two looks of a pair are, in milliseconds. `None` where the clocks cannot be
    /// compared and moments are paired by number.
    pub apart: Option<u64>,
}

/// What an observer has for a moment in one track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A code that counts.
    Code(String),
    /// Nothing that counts, and why.
    Silent(MomentState),
    /// There was no such moment, or it was marked in other tracks only.
    Nothing,
}

/// One moment of a lesson as two observers have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Its number by the one's clock.
    pub index: u32,
    /// What the one has.
    pub one: Said,
    /// What the other has.
    pub other: Said,
}

impl Pair {
    /// Whether both have the same code; `None` where the pair does not count.
    pub fn agrees(&self) -> Option<bool> {
        match (&self.one, &self.other) {
            (Said::Code(one), Said::Code(other)) => Some(one == other),
            _ => None,
        }
    }
}

/// Pairs moments by the time at which they came: whoever starts the clock two minutes later has the
/// other's second moment as the first.
pub fn pairing(one: &Schedule, other: &Schedule) -> Pairing {
    let by_number = Pairing { shift: 0, apart: None };
    let every = u64::from(one.seconds) * 1_000;
    let apart = one.start.abs_diff(other.start);
    if every == 0 || one.seconds != other.seconds || apart > FURTHEST {
        return by_number;
    }
    let whole = (apart + every / 2) / every;
    let steps = i64::try_from(whole).unwrap_or_default();
    let shift = if other.start < one.start { -steps } else { steps };
    Pairing { shift, apart: Some(apart.abs_diff(whole * every)) }
}

/// Moments with their numbers moved; those that would come before the first are left out.
pub fn moved(moments: Vec<Moment>, shift: i64) -> Vec<Moment> {
    let number = |index: u32| u32::try_from(i64::from(index) + shift).ok().filter(|it| *it > 0);
    let moments = moments.into_iter();
    moments.filter_map(|it| Some(Moment { index: number(it.index)?, ..it })).collect()
}

/// Every moment that either has, in order, in one track. Both are in order of their numbers.
pub fn pairs(one: &[Moment], other: &[Moment], track: &str) -> Vec<Pair> {
    let last = one.iter().chain(other).map(|moment| moment.index).max().unwrap_or_default();
    let said = |moments: &[Moment], index| {
        let moment = moments.iter().find(|moment| moment.index == index)?;
        Some(match (moment.counted(track), moment.state) {
            (Some(code), _) => Said::Code(code.to_owned()),
            (None, MomentState::Marked) => Said::Nothing,
            (None, state) => Said::Silent(state),
        })
    };
    (1..=last)
        .filter_map(|index| match (said(one, index), said(other, index)) {
            (None, None) => None,
            (one, other) => Some(Pair {
                index,
                one: one.unwrap_or(Said::Nothing),
                other: other.unwrap_or(Said::Nothing),
            }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::agreement::agreement;
    use super::super::moments::Mark;
    use super::*;

    const START: u64 = 1_790_000_000_000;

    fn every_two_minutes(start: u64) -> Schedule {
        Schedule { start, seconds: 120, window_s: 10, ..Schedule::default() }
    }

    fn moment(index: u32, code: &str, state: MomentState) -> Moment {
        let marks = vec![Mark { track: "t".into(), code: code.into() }];
        Moment { index, marks, state }
    }

    #[test]
    fn moments_are_paired_by_when_they_came() {
        let one = every_two_minutes(START);
        for (later, shift, apart) in [
            (0, 0, 0),
            (4_000, 0, 4_000),
            (59_999, 0, 59_999),
            (60_000, 1, 60_000),
            (120_000, 1, 0),
            (250_000, 2, 10_000),
        ] {
            let paired = pairing(&one, &every_two_minutes(START + later));
            assert_eq!(paired, Pairing { shift, apart: Some(apart) }, "{later}");
            let back = pairing(&every_two_minutes(START + later), &one);
            assert_eq!(back, Pairing { shift: -shift, apart: Some(apart) }, "{later}");
        }
    }

    #[test]
    fn clocks_that_cannot_be_compared_leave_the_numbers() {
        let one = every_two_minutes(START);
        let by_number = Pairing { shift: 0, apart: None };
        assert_eq!(pairing(&one, &every_two_minutes(START + FURTHEST + 1)), by_number);
        let faster = Schedule { seconds: 60, ..every_two_minutes(START) };
        assert_eq!(pairing(&one, &faster), by_number);
        assert_eq!(pairing(&Schedule::default(), &Schedule::default()), by_number);
    }

    #[test]
    fn a_pair_counts_only_where_both_have_a_code() {
        let one = [
            moment(1, "a", MomentState::Marked),
            moment(2, "a", MomentState::Late),
            moment(3, "b", MomentState::Marked),
        ];
        let other = vec![
            moment(1, "x", MomentState::Marked),
            moment(2, "a", MomentState::Marked),
            moment(3, "a", MomentState::Marked),
            moment(4, "a", MomentState::Marked),
        ];
        // The other began a moment earlier: its second is the one's first.
        let other = moved(other, -1);
        let pairs = pairs(&one, &other, "t");
        let agrees: Vec<_> = pairs.iter().map(|it| (it.index, it.agrees())).collect();
        assert_eq!(agrees, [(1, Some(true)), (2, None), (3, Some(false))]);
        assert_eq!(pairs[1].one, Said::Silent(MomentState::Late));
        let result = agreement(&one, &other, "t");
        assert_eq!((result.n, result.agree), (2, 1));
        assert_eq!(super::pairs(&one, &other, "u")[0].one, Said::Nothing);
    }
}
