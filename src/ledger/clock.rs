//! The hybrid clock: wall time where clocks agree, a counter where they do not.
//!
//! Order between revisions comes from their parents. A stamp only decides which of several
//! concurrent values is shown first, so a wrong clock can never lose anything.

/// When a revision was written, as its device saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970 by the device's clock.
    pub wall: u64,
    /// Counts revisions that share one `wall`.
    pub count: u32,
}

/// How far ahead a stamp may be and still pull our clock along: one hour, in milliseconds.
/// Beyond it the other clock is taken to be wrong, or every device would inherit its error.
pub const MAX_DRIFT_MS: u64 = 3_600_000;

/// The stamp for a revision written at `now` (ms since 1970) by someone who has seen `seen`.
///
/// It is later than every seen stamp that is not absurdly far ahead.
pub fn next_stamp(now: u64, seen: impl IntoIterator<Item = Stamp>) -> Stamp {
    let latest =
        seen.into_iter().filter(|stamp| stamp.wall <= now.saturating_add(MAX_DRIFT_MS)).max();
    match latest {
        Some(Stamp { wall, count }) if wall >= now => match count.checked_add(1) {
            Some(count) => Stamp { wall, count },
            None => Stamp { wall: wall + 1, count: 0 },
        },
        _ => Stamp { wall: now, count: 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = MAX_DRIFT_MS;

    #[test]
    fn follows_what_it_has_seen_but_not_a_broken_clock() {
        let now = 1_000 * HOUR;
        let stamp = |wall, count| Stamp { wall, count };
        let table: [(&[Stamp], Stamp); 6] = [
            (&[], stamp(now, 0)),
            (&[stamp(now - 5, 9)], stamp(now, 0)),
            (&[stamp(now, 3), stamp(now, 1)], stamp(now, 4)),
            (&[stamp(now + HOUR, 0)], stamp(now + HOUR, 1)),
            (&[stamp(now + HOUR + 1, 0)], stamp(now, 0)),
            (&[stamp(now, u32::MAX)], stamp(now + 1, 0)),
        ];
        for (seen, expected) in table {
            assert_eq!(next_stamp(now, seen.iter().copied()), expected, "{seen:?}");
        }
    }
}
