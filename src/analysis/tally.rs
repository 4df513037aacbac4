//! Counting how often each name is seen.

/// Names and how often each was seen, in the order in which they were seen first.
pub(super) type Tally = Vec<(String, u32)>;

/// Counts one more of a name.
pub(super) fn add(tally: &mut Tally, name: &str) {
    match tally.iter_mut().find(|(seen, _)| seen == name) {
        Some((_, count)) => *count = count.saturating_add(1),
        None => tally.push((name.to_owned(), 1)),
    }
}

/// How often a name was seen.
pub(super) fn count(tally: &Tally, name: &str) -> u32 {
    tally.iter().find(|(seen, _)| seen == name).map_or(0, |(_, count)| *count)
}
