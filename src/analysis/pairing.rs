//! Who is in the change, and who is missing.

use super::paired_change::Pair;

/// A pupil's scores, where there are any.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The pupil's code.
    pub code: String,
    /// At the start.
    pub start: Option<f64>,
    /// At the end.
    pub end: Option<f64>,
}

/// How much of the group is missing at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DropOut {
    /// At least four of five of those with a start are in the change.
    Few,
    /// Fewer: those who are left may not be like the group.
    Many,
}

/// A group, paired.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    /// Pupils with a score at the start.
    pub n_start: usize,
    /// Pupils with a score at the end.
    pub n_end: usize,
    /// Those with both, in the order they came.
    pub pairs: Vec<Pair>,
    /// The codes of `pairs`.
    pub codes: Vec<String>,
    /// How much is missing.
    pub drop_out: DropOut,
}

/// Pairs the scores of a group.
pub fn pair(scores: &[Scores]) -> Pairing {
    let (mut pairs, mut codes) = (Vec::new(), Vec::new());
    for pupil in scores {
        if let (Some(start), Some(end)) = (pupil.start, pupil.end) {
            pairs.push(Pair { start, end });
            codes.push(pupil.code.clone());
        }
    }
    let n_start = scores.iter().filter(|pupil| pupil.start.is_some()).count();
    let n_end = scores.iter().filter(|pupil| pupil.end.is_some()).count();
    // In whole numbers: n_pairs < 0.8 · n_start.
    let many = 5 * pairs.len() < 4 * n_start;
    let drop_out = if many { DropOut::Many } else { DropOut::Few };
    Pairing { n_start, n_end, pairs, codes, drop_out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_of_five_are_enough() {
        for (both, only_start, expected) in [
            (4, 1, DropOut::Few),
            (3, 1, DropOut::Many),
            (0, 0, DropOut::Few),
            (8, 2, DropOut::Few),
        ] {
            let pupil = |end| Scores { code: "E01".into(), start: Some(1.0), end };
            let mut scores = vec![pupil(Some(2.0)); both];
            scores.extend(vec![pupil(None); only_start]);
            let found = pair(&scores);
            assert_eq!(found.drop_out, expected, "{both} {only_start}");
            assert_eq!(
                (found.n_start, found.n_end, found.pairs.len()),
                (both + only_start, both, both)
            );
        }
    }
}
