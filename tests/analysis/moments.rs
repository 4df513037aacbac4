//! Shares: every moment is counted once, and those that do not count change no share.

use indsats::analysis::moments::{MomentState, shares};
use proptest::prelude::*;

use crate::world::{TRACKS, moments};

proptest! {
    #[test]
    fn the_codes_sum_to_the_moments_that_count(moments in moments()) {
        for track in TRACKS {
            let shares = shares(&moments, track);
            prop_assert_eq!(shares.codes.iter().map(|(_, count)| count).sum::<u32>(), shares.of);
            prop_assert!(shares.codes.is_sorted_by(|one, other| one.1 >= other.1));
            prop_assert!(shares.codes.iter().all(|(_, count)| *count > 0));
        }
    }

    #[test]
    fn every_moment_is_counted_once(moments in moments()) {
        for track in TRACKS {
            let shares = shares(&moments, track);
            let is_elsewhere = |state, code: Option<&str>| {
                state == MomentState::Marked && code.is_none()
            };
            let elsewhere = moments.iter().filter(|it| is_elsewhere(it.state, it.code(track)));
            let beside = shares.late + shares.skipped + shares.paused + shares.missed;
            prop_assert_eq!(shares.of + beside + elsewhere.count() as u32, moments.len() as u32);
        }
    }

    #[test]
    fn what_does_not_count_changes_no_share(moments in moments()) {
        let mut counted = moments.clone();
        counted.retain(|moment| moment.state == MomentState::Marked);
        for track in TRACKS {
            let (all, counted) = (shares(&moments, track), shares(&counted, track));
            prop_assert_eq!((all.of, all.codes), (counted.of, counted.codes));
        }
    }
}
