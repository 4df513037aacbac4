//! How often something was counted: taps per counter, and how many that is in ten minutes.

use super::tally;

/// A rate over less than this says more about the clock than about the lesson: 5 minutes in ms.
const SHORTEST: u64 = 5 * 60_000;

/// Ten minutes in milliseconds, in tenths of a tap.
const TENTHS_IN_TEN_MINUTES: u64 = 10 * 10 * 60_000;

/// What one counter came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The counter's id.
    pub counter: String,
    /// How often it was tapped.
    pub count: u32,
    /// Taps in ten minutes, in tenths: 27 is 2.7. `None` below 5 minutes.
    pub tenths: Option<u64>,
}

/// The rate of every counter.
///
/// `counters` are the ids in the order of the form, and each comes out, tapped or not; `taps` has
/// the counter of each tap, and a counter the form does not know comes last. `length` is how long
/// the observer looked, in milliseconds: the lesson without its pauses, as
/// [`super::due::Schedule::observed`] gives it.
///
/// Rate = 10 minutes · count / length, rounded half up to a tenth.
pub fn rates(counters: &[&str], taps: &[&str], length: u64) -> Vec<Rate> {
    let mut tally: tally::Tally = counters.iter().map(|id| ((*id).to_owned(), 0)).collect();
    for counter in taps {
        tally::add(&mut tally, counter);
    }
    let rate = |(counter, count)| Rate { counter, count, tenths: tenths(count, length) };
    tally.into_iter().map(rate).collect()
}

/// Taps in ten minutes, in tenths.
fn tenths(count: u32, length: u64) -> Option<u64> {
    if length < SHORTEST {
        return None;
    }
    let whole = u64::from(count) * TENTHS_IN_TEN_MINUTES;
    let (tenths, rest) = (whole / length, whole % length);
    Some(tenths + u64::from(rest >= length - rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60_000;

    #[test]
    fn a_rate_is_taps_in_ten_minutes() {
        // 12 in 45 minutes: 12 · 10/45 = 2.666…
        assert_eq!(tenths(12, 45 * MINUTE), Some(27));
        // 7 in 40 minutes: 1.75, and half goes up.
        assert_eq!(tenths(7, 40 * MINUTE), Some(18));
        // One millisecond more is less than half.
        assert_eq!(tenths(7, 40 * MINUTE + 1), Some(17));
        assert_eq!(tenths(0, 45 * MINUTE), Some(0));
    }

    #[test]
    fn a_short_lesson_has_counts_and_no_rates() {
        assert_eq!(tenths(3, 5 * MINUTE - 1), None);
        assert_eq!(tenths(3, 5 * MINUTE), Some(60));
        assert_eq!(tenths(3, 0), None);
        assert_eq!(rates(&["a"], &["a"], 0)[0].count, 1);
    }

    #[test]
    fn every_counter_of_the_form_comes_out_in_its_order() {
        let rates = rates(&["spm", "ros"], &["ros", "ny", "ros"], 10 * MINUTE);
        let rate = |counter: &str, count| Rate {
            counter: counter.to_owned(),
            count,
            tenths: Some(u64::from(count) * 10),
        };
        assert_eq!(rates, [rate("spm", 0), rate("ros", 2), rate("ny", 1)]);
    }

    #[test]
    fn the_longest_lesson_overflows_nothing() {
        assert_eq!(tenths(u32::MAX, u64::MAX), Some(0));
        assert_eq!(tenths(u32::MAX, SHORTEST), Some(u64::from(u32::MAX) * 20));
    }
}
