//! What of a group's figures may leave the team.
//!
//! Below five pairs nothing does, not even how many there are; who moved which way only from ten, and
//! only where no one can be picked out of it.

use super::direction::Distribution;
use super::paired_change::{PairedChange, TINY};

/// Below this many pairs nothing is shared.
pub const SHARED: u32 = 5;
/// Below this many pairs the distribution is not shared.
const DISTRIBUTED: u32 = 10;
/// The fewest in a cell that is shown, unless there are none.
const CELL: u32 = 3;

/// The distribution, as far as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedDistribution {
    /// All three.
    Full(Distribution),
    /// Improved, and all others together.
    Merged {
        /// Improved.
        improved: u32,
        /// Unchanged or declined.
        others: u32,
    },
    /// Nothing.
    Hidden,
}

/// A mean, as far as it may be shown: at the end of the scale it would be every pupil's answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SharedMean {
    /// The figure.
    Shown(f64),
    /// Near the lowest step.
    NearLowest,
    /// Near the highest step.
    NearHighest,
}

/// Whether anything of the group may be shared.
pub fn may_be_shared(change: Option<&PairedChange>) -> bool {
    change.is_some_and(|change| change.n >= SHARED)
}

/// The distribution, as far as it may be shown.
pub fn shared_distribution(all: Distribution) -> SharedDistribution {
    let Distribution { improved, unchanged, declined } = all;
    let others = unchanged + declined;
    let shown = |cells: &[u32]| cells.iter().all(|cell| *cell == 0 || *cell >= CELL);
    if improved + others < DISTRIBUTED {
        SharedDistribution::Hidden
    } else if shown(&[improved, unchanged, declined]) {
        SharedDistribution::Full(all)
    } else if shown(&[improved, others]) {
        SharedDistribution::Merged { improved, others }
    } else {
        SharedDistribution::Hidden
    }
}

/// A mean on a scale from `min` to `max`.
pub fn shared_mean(mean: f64, min: f64, max: f64) -> SharedMean {
    if mean <= min + TINY {
        SharedMean::NearLowest
    } else if mean >= max - TINY {
        SharedMean::NearHighest
    } else {
        SharedMean::Shown(mean)
    }
}

#[cfg(test)]
mod tests {
    use super::super::paired_change::{Pair, paired_change};
    use super::*;

    /// V7 and V8 of the rules among them.
    #[test]
    fn no_one_can_be_picked_out_of_a_distribution() {
        use SharedDistribution::{Full, Hidden, Merged};
        let of = |(improved, unchanged, declined)| Distribution { improved, unchanged, declined };
        for (cells, expected) in [
            ((9, 2, 1), Merged { improved: 9, others: 3 }),
            ((11, 1, 0), Hidden),
            ((5, 4, 3), Full(of((5, 4, 3)))),
            ((12, 0, 0), Full(of((12, 0, 0)))),
            ((2, 5, 5), Hidden),
            ((5, 4, 0), Hidden),
        ] {
            assert_eq!(shared_distribution(of(cells)), expected, "{cells:?}");
        }
    }

    /// V6 of the rules.
    #[test]
    fn four_pairs_stay_with_the_team() {
        let pairs = [Pair { start: 2.0, end: 3.0 }; 5];
        for (n, expected) in [(0, false), (4, false), (5, true)] {
            assert_eq!(may_be_shared(paired_change(&pairs[..n]).as_ref()), expected, "{n}");
        }
    }

    #[test]
    fn a_mean_at_the_end_of_the_scale_is_not_shown() {
        assert_eq!(shared_mean(1.0, 1.0, 5.0), SharedMean::NearLowest);
        assert_eq!(shared_mean(5.0, 1.0, 5.0), SharedMean::NearHighest);
        assert_eq!(shared_mean(4.9, 1.0, 5.0), SharedMean::Shown(4.9));
    }
}
