//! Random moments of a lesson.

use indsats::analysis::moments::{Mark, Moment, MomentState};
use proptest::prelude::*;

/// The tracks that the moments of this world know.
pub const TRACKS: [&str; 3] = ["klassen", "fokuselev@E04", "fokuselev@E17"];

/// Up to 40 moments with some states and marks, the numbers from 1.
pub fn moments() -> impl Strategy<Value = Vec<Moment>> {
    let codes = prop::collection::vec(prop::option::weighted(0.8, 0..4_u8), TRACKS.len());
    let moments = prop::collection::vec((codes, state()), 0..40);
    moments.prop_map(|moments| {
        (1..).zip(moments).map(|(index, (codes, state))| moment(index, &codes, state)).collect()
    })
}

/// The moments of an observer who marked one code in each, in the first track.
pub fn all_marked(codes: &[u8]) -> Vec<Moment> {
    (1..)
        .zip(codes)
        .map(|(index, code)| moment(index, &[Some(*code)], MomentState::Marked))
        .collect()
}

fn moment(index: u32, codes: &[Option<u8>], state: MomentState) -> Moment {
    let marks = TRACKS.iter().zip(codes).filter_map(|(track, code)| {
        Some(Mark { track: (*track).to_owned(), code: format!("code-{}", (*code)?) })
    });
    Moment { index, marks: marks.collect(), state }
}

fn state() -> impl Strategy<Value = MomentState> {
    prop_oneof![
        6 => Just(MomentState::Marked),
        1 => Just(MomentState::Late),
        1 => Just(MomentState::Skipped),
        1 => Just(MomentState::Paused),
        1 => Just(MomentState::Missed),
    ]
}
