//! Who has improved, who is level, who has declined.

use super::paired_change::{Pair, TINY};
use crate::domain::measurement::Better;

/// What a pupil's change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// At least the threshold the good way.
    Improved,
    /// Less than the threshold either way.
    Unchanged,
    /// At least the threshold the bad way.
    Declined,
}

/// How many have moved which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Improved.
    pub improved: u32,
    /// Unchanged.
    pub unchanged: u32,
    /// Declined.
    pub declined: u32,
}

/// The threshold of a scale of k items: two steps in all. `None` for no items.
pub fn scale_threshold(items: u32) -> Option<f64> {
    (items > 0).then(|| 2.0 / f64::from(items))
}

/// The threshold of a test where the teacher has set none: 5 % of the range, rounded up to a whole
/// number of the test's steps, and at least one. `None` where the range or the step is not positive.
pub fn test_threshold(min: f64, max: f64, step: f64) -> Option<f64> {
    let range = max - min;
    if !(range > 0.0 && step > 0.0 && range.is_finite() && step.is_finite()) {
        return None;
    }
    Some((0.05 * range / step - TINY).ceil().max(1.0) * step)
}

/// Which way a pupil has moved. `TINY` makes 3.6 − 3.2 reach 0.4.
pub fn moved(pair: Pair, threshold: f64, better: Better) -> Moved {
    let change = match better {
        Better::Higher => pair.change(),
        Better::Lower => -pair.change(),
    };
    if change >= threshold - TINY {
        Moved::Improved
    } else if change <= TINY - threshold {
        Moved::Declined
    } else {
        Moved::Unchanged
    }
}

/// Counts the ways.
pub fn distribution(pairs: &[Pair], threshold: f64, better: Better) -> Distribution {
    let mut found = Distribution::default();
    for pair in pairs {
        match moved(*pair, threshold, better) {
            Moved::Improved => found.improved += 1,
            Moved::Unchanged => found.unchanged += 1,
            Moved::Declined => found.declined += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_are_two_steps_of_a_scale_and_five_percent_of_a_test() {
        assert_eq!([4, 5, 0].map(scale_threshold), [Some(0.5), Some(0.4), None]);
        for (min, max, step, expected) in [
            (0.0, 100.0, 1.0, Some(5.0)),
            (0.0, 50.0, 1.0, Some(3.0)),
            (0.0, 10.0, 1.0, Some(1.0)),
            (0.0, 20.0, 0.5, Some(1.0)),
            (5.0, 5.0, 1.0, None),
            (0.0, 10.0, 0.0, None),
            (0.0, f64::NAN, 1.0, None),
        ] {
            assert_eq!(test_threshold(min, max, step), expected, "{min} {max} {step}");
        }
    }

    #[test]
    fn just_on_the_threshold_counts_and_lower_may_be_better() {
        let pair = Pair { start: 3.2, end: 3.6 };
        assert!(pair.change() < 0.4, "the reason for the allowance");
        assert_eq!(moved(pair, 0.4, Better::Higher), Moved::Improved);
        assert_eq!(moved(pair, 0.4, Better::Lower), Moved::Declined);
        assert_eq!(moved(pair, 0.41, Better::Higher), Moved::Unchanged);
    }
}
