//! Agreement: it does not matter who is asked first, what the codes are called, or in which order.

use indsats::analysis::agreement::agreement;
use indsats::analysis::moments::Moment;
use proptest::prelude::*;

use crate::world::{TRACKS, all_marked, moments};

fn codes() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0..5_u8, 0..5_u8), 0..60)
}

fn observers(codes: &[(u8, u8)]) -> (Vec<Moment>, Vec<Moment>) {
    let (one, other): (Vec<u8>, Vec<u8>) = codes.iter().copied().unzip();
    (all_marked(&one), all_marked(&other))
}

proptest! {
    #[test]
    fn the_observers_can_change_places(one in moments(), other in moments()) {
        for track in TRACKS {
            prop_assert_eq!(agreement(&one, &other, track), agreement(&other, &one, track));
        }
    }

    #[test]
    fn the_figures_keep_their_bounds(one in moments(), other in moments()) {
        for track in TRACKS {
            let it = agreement(&one, &other, track);
            prop_assert!(it.agree <= it.n && (0.0..=100.0).contains(&it.percent));
            prop_assert!(it.kappa.is_none_or(|kappa| (-1.0..=1.0).contains(&kappa)));
            prop_assert_eq!(it.few, it.n < 20);
            let counted = |of: &[Moment]| of.iter().filter_map(|it| it.counted(track)).count();
            prop_assert!(it.n as usize <= counted(&one).min(counted(&other)));
        }
    }

    #[test]
    fn who_agrees_with_themselves_agrees_wholly(one in moments()) {
        for track in TRACKS {
            let it = agreement(&one, &one, track);
            prop_assert_eq!(it.agree, it.n);
            prop_assert_eq!(it.percent, if it.n == 0 { 0.0 } else { 100.0 });
            prop_assert!(it.kappa.is_none_or(|kappa| kappa == 1.0));
        }
    }

    /// Against the formula as it is printed, with shares instead of whole numbers.
    #[test]
    fn kappa_is_that_of_cohen(codes in codes()) {
        let (one, other) = observers(&codes);
        let it = agreement(&one, &other, TRACKS[0]);
        let n = codes.len() as f64;
        let share = |of: &dyn Fn(&(u8, u8)) -> bool| {
            codes.iter().filter(|it| of(it)).count() as f64 / n
        };
        let po = share(&|(a, b)| a == b);
        let pe: f64 = (0..5).map(|c| share(&|(a, _)| *a == c) * share(&|(_, b)| *b == c)).sum();
        prop_assert_eq!(it.n as usize, codes.len());
        match it.kappa {
            Some(kappa) => prop_assert!((kappa - (po - pe) / (1.0 - pe)).abs() < 1e-9),
            None => prop_assert!(codes.is_empty() || pe == 1.0),
        }
    }

    #[test]
    fn neither_the_order_nor_the_names_matter(codes in codes(), turn in 0..5_u8) {
        let (one, mut other) = observers(&codes);
        let before = agreement(&one, &other, TRACKS[0]);
        other.reverse();
        prop_assert_eq!(agreement(&one, &other, TRACKS[0]), before);
        let renamed: Vec<_> = codes.iter().map(|(a, b)| ((a + turn) % 5, (b + turn) % 5)).collect();
        let (one, other) = observers(&renamed);
        prop_assert_eq!(agreement(&one, &other, TRACKS[0]), before);
    }
}
