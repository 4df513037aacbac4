//! Rates: no tap is lost, and a rate is the nearest tenth.

use indsats::analysis::rates::rates;
use proptest::prelude::*;

const COUNTERS: [&str; 3] = ["spørgsmål", "ros", "irettesættelse"];

proptest! {
    #[test]
    fn no_tap_is_lost(
        taps in prop::collection::vec(0..4_usize, 0..100), length in 0..10_000_000_u64,
    ) {
        let names = [COUNTERS[0], COUNTERS[1], COUNTERS[2], "fra en nyere udgave"];
        let taps: Vec<&str> = taps.into_iter().map(|tap| names[tap]).collect();
        let rates = rates(&COUNTERS, &taps, length);
        let order: Vec<_> = rates.iter().map(|rate| rate.counter.as_str()).take(3).collect();
        prop_assert_eq!(order, COUNTERS);
        for rate in &rates {
            let count = taps.iter().filter(|tap| **tap == rate.counter).count();
            prop_assert_eq!(rate.count as usize, count);
            prop_assert_eq!(rate.tenths.is_some(), length >= 300_000);
        }
        prop_assert_eq!(rates.iter().map(|rate| rate.count as usize).sum::<usize>(), taps.len());
    }

    /// The rate is within half a tenth of the true one, and goes up when it is half.
    #[test]
    fn a_rate_is_the_nearest_tenth(count in 0..200_usize, length in 300_000..20_000_000_u64) {
        let rates = rates(&["c"], &vec!["c"; count], length);
        let tenths = i128::from(rates[0].tenths.unwrap());
        // Twice the distance from the true rate, in tenths, times the length.
        let off = 2 * (count as i128 * 6_000_000 - tenths * i128::from(length));
        prop_assert!(-i128::from(length) <= off && off < i128::from(length));
    }
}
