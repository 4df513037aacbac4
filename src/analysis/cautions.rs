//! Which sentences belong beside the figures of a group, by the codes T1–T10 of the rules. The words
//! are in the texts.

use super::paired_change::{PairedChange, TINY};
use crate::domain::measurement::Better;

/// From here on a group is large enough to be spoken of.
const GROUP: u32 = 5;
/// From here on "suggests" is left out.
const SURE: u32 = 10;

/// A sentence beside the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// T1: two to four pairs, too few to speak of the group.
    TooFew,
    /// T2: five to nine pairs, the whole interval on the good side.
    SuggestsProgress,
    /// T3: ten pairs or more, the whole interval on the good side.
    Progress,
    /// T4: the interval includes 0.
    NoClearChange,
    /// T5: five to nine pairs, the whole interval on the bad side.
    SuggestsDecline,
    /// T3 mirrored: ten pairs or more, the whole interval on the bad side.
    Decline,
    /// All have moved equally far, so there is no interval.
    AllAlike,
    /// T6: the pupils were chosen because they struggled.
    ChosenForLow,
    /// T7: change is not cause.
    NotCause,
    /// T8: the scale has not been tried out.
    NotValidated,
    /// T9: how many have moved which way.
    Distribution,
    /// T10: the effect size, among the details.
    EffectSize,
}

/// What the sentences depend on besides the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// Which way is good.
    pub better: Better,
    /// The pupils were chosen because they struggled.
    pub chosen_for_low: bool,
    /// The instrument is a scale that has not been tried out.
    pub own_scale: bool,
}

/// The sentences for the team's own view, in the order of the rules.
pub fn cautions(change: Option<&PairedChange>, about: Circumstances) -> Vec<Caution> {
    let group = change.filter(|change| change.n >= GROUP);
    let few = change.is_some_and(|change| (2..GROUP).contains(&change.n));
    let effect = group.is_some_and(|change| change.effect.is_some());
    [
        few.then_some(Caution::TooFew),
        group.map(|change| outcome(change, about.better)),
        about.chosen_for_low.then_some(Caution::ChosenForLow),
        Some(Caution::NotCause),
        about.own_scale.then_some(Caution::NotValidated),
        group.map(|_| Caution::Distribution),
        effect.then_some(Caution::EffectSize),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn outcome(change: &PairedChange, better: Better) -> Caution {
    let Ok(interval) = change.interval else { return Caution::AllAlike };
    let (bad, good) = match better {
        Better::Higher => (interval.low, interval.high),
        Better::Lower => (-interval.high, -interval.low),
    };
    let sure = change.n >= SURE;
    if bad > TINY {
        if sure { Caution::Progress } else { Caution::SuggestsProgress }
    } else if good < -TINY {
        if sure { Caution::Decline } else { Caution::SuggestsDecline }
    } else {
        Caution::NoClearChange
    }
}

/// How far a group chosen for low scores is expected to rise with no initiative at all:
/// (1 − r) · (μ − M1), with the retest correlation and the mean of an ordinary population.
pub fn expected_return(retest: f64, population_mean: f64, mean_start: f64) -> f64 {
    (1.0 - retest) * (population_mean - mean_start)
}

#[cfg(test)]
mod tests {
    use super::super::paired_change::{Pair, paired_change};
    use super::Caution::*;
    use super::*;

    fn about(better: Better) -> Circumstances {
        Circumstances { better, chosen_for_low: false, own_scale: false }
    }

    /// The sentences about n pupils who moved by `by` and a little to and fro.
    fn said(n: u32, by: f64, better: Better) -> Vec<Caution> {
        let pairs: Vec<_> = (0..n)
            .map(|i| {
                let start = 2.0 + f64::from(i % 3) / 4.0;
                Pair { start, end: start + by + f64::from(i % 2) / 10.0 - 0.05 }
            })
            .collect();
        cautions(paired_change(&pairs).as_ref(), about(better))
    }

    #[test]
    fn each_outcome_has_its_sentence() {
        use Better::{Higher, Lower};
        for (n, by, better, expected) in [
            (5, 1.0, Higher, SuggestsProgress),
            (9, 1.0, Higher, SuggestsProgress),
            (10, 1.0, Higher, Progress),
            (9, -1.0, Higher, SuggestsDecline),
            (10, -1.0, Higher, Decline),
            (9, -1.0, Lower, SuggestsProgress),
            (10, 1.0, Lower, Decline),
            (10, 0.0, Higher, NoClearChange),
        ] {
            let all = [expected, NotCause, Distribution, EffectSize];
            assert_eq!(said(n, by, better), all, "{n} {by} {better:?}");
        }
    }

    #[test]
    fn a_small_group_is_not_spoken_of() {
        assert_eq!(said(0, 1.0, Better::Higher), [NotCause]);
        assert_eq!(said(1, 1.0, Better::Higher), [NotCause]);
        for n in 2..5 {
            assert_eq!(said(n, 1.0, Better::Higher), [TooFew, NotCause]);
        }
    }

    #[test]
    fn circumstances_add_theirs() {
        let about =
            Circumstances { chosen_for_low: true, own_scale: true, ..about(Better::Higher) };
        assert_eq!(cautions(None, about), [ChosenForLow, NotCause, NotValidated]);
    }

    #[test]
    fn half_of_the_example_would_have_come_of_itself() {
        assert!((expected_return(0.7, 3.5, 2.72) - 0.234).abs() < 1e-9);
    }
}
