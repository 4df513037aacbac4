//! Momentary time sampling: the observer looks up at every interval and marks what is seen in just
//! that moment.
//!
//! The share of a code is the number of moments with the code out of the moments that were marked.
//! There is no interval of confidence beside it: neighbouring moments resemble each other.

use super::tally;
use crate::ledger::in_order;

/// One moment at which the observer was to look up. A lesson has one for each index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its number in the lesson, from 1.
    pub index: u32,
    /// What was marked: one for each track.
    pub marks: Vec<Mark>,
    /// What became of it.
    pub state: MomentState,
}

/// What was seen in one track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The track's id; one that is repeated for a pupil is `track@E04`.
    pub track: String,
    /// The code's id.
    pub code: String,
}

/// What became of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentState {
    /// Marked while it was open: the only state that counts.
    Marked,
    /// Marked after it was over, from memory.
    Late,
    /// Let go, by the person.
    Skipped,
    /// The observer had looked away.
    Paused,
    /// Nobody answered.
    Missed,
}

/// How the moments of a lesson fell out in one track.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares {
    /// The moments that count: marked in time and in this track. The denominator of every share.
    pub of: u32,
    /// How many of them have each code, the most frequent first; of equals the one seen first.
    /// Their sum is `of`.
    pub codes: Vec<(String, u32)>,
    /// Marked too late, whatever the track.
    pub late: u32,
    /// Let go.
    pub skipped: u32,
    /// Inside a pause.
    pub paused: u32,
    /// Not answered.
    pub missed: u32,
}

impl Moment {
    /// The code that was marked in a track; of several the first.
    pub fn code(&self, track: &str) -> Option<&str> {
        self.marks.iter().find(|mark| mark.track == track).map(|mark| mark.code.as_str())
    }

    /// The code of a track, if the moment counts there: marked in time, and in this track.
    pub fn counted(&self, track: &str) -> Option<&str> {
        match self.state {
            MomentState::Marked => self.code(track),
            _ => None,
        }
    }
}

/// The shares of the codes of one track. A moment that was marked in other tracks only is left out.
pub fn shares(moments: &[Moment], track: &str) -> Shares {
    let mut shares = Shares::default();
    let mut codes = Vec::new();
    for moment in moments {
        match moment.state {
            MomentState::Marked => {
                if let Some(code) = moment.code(track) {
                    shares.of += 1;
                    tally::add(&mut codes, code);
                }
            }
            MomentState::Late => shares.late += 1,
            MomentState::Skipped => shares.skipped += 1,
            MomentState::Paused => shares.paused += 1,
            MomentState::Missed => shares.missed += 1,
        }
    }
    shares.codes = in_order(codes, |(_, one), (_, other)| other.cmp(one));
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(index: u32, state: MomentState, marks: &[(&str, &str)]) -> Moment {
        let mark = |(track, code): &(&str, &str)| Mark {
            track: (*track).to_owned(),
            code: (*code).to_owned(),
        };
        Moment { index, marks: marks.iter().map(mark).collect(), state }
    }

    #[test]
    fn only_what_was_marked_in_time_and_in_the_track_counts() {
        let moments = [
            moment(1, MomentState::Marked, &[("form", "plenum"), ("fokuselev@E04", "lytter")]),
            moment(2, MomentState::Marked, &[("form", "stationer")]),
            moment(3, MomentState::Late, &[("form", "plenum")]),
            moment(4, MomentState::Marked, &[("form", "stationer")]),
            moment(5, MomentState::Marked, &[("fokuselev@E04", "lytter")]),
            moment(6, MomentState::Skipped, &[]),
            moment(7, MomentState::Paused, &[]),
            moment(8, MomentState::Missed, &[]),
            moment(9, MomentState::Missed, &[]),
        ];
        let form = shares(&moments, "form");
        assert_eq!(form.of, 3);
        assert_eq!(form.codes, [("stationer".to_owned(), 2), ("plenum".to_owned(), 1)]);
        assert_eq!((form.late, form.skipped, form.paused, form.missed), (1, 1, 1, 2));

        let pupil = shares(&moments, "fokuselev@E04");
        assert_eq!((pupil.of, pupil.codes), (2, vec![("lytter".to_owned(), 2)]));
        assert_eq!(shares(&moments, "fokuselev").of, 0, "a pupil's track is a track of its own");
    }

    #[test]
    fn equals_stand_in_the_order_they_were_seen() {
        let codes = ["c", "a", "b", "a", "c"];
        let moments: Vec<_> = (1..)
            .zip(codes)
            .map(|(index, code)| moment(index, MomentState::Marked, &[("t", code)]))
            .collect();
        let names: Vec<_> = shares(&moments, "t").codes.into_iter().map(|(code, _)| code).collect();
        assert_eq!(names, ["c", "a", "b"]);
    }

    #[test]
    fn a_lesson_without_moments_has_no_shares() {
        assert_eq!(shares(&[], "t"), Shares::default());
    }
}
