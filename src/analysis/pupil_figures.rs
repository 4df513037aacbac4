//! What pupils answered, counted; and what may be shown of it (statistik.md, sections 5 and 10).

/// Under so many answers nothing is shown.
pub const FEWEST: u32 = 5;

/// Whether each batch of answers may be shown, given how many pupils are in it.
///
/// A batch stands for itself: a small one that is counted together with a large one could be found by taking
/// away what was shown before. So it is never counted, and what is shown of two moments never differs by
/// fewer than five pupils.
pub fn shown_batches(sizes: &[u32]) -> Vec<bool> {
    sizes.iter().map(|size| *size >= FEWEST).collect()
}

/// How many chose each of several answers; `None` where so few answered that nothing is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// How many chose each, in the order of the answers.
    pub counts: Vec<u32>,
    /// How many chose any of them.
    pub n: u32,
}

impl Bars {
    /// Counts `chosen`, places in a list of `answers` answers. A place outside of it is not counted.
    pub fn of(answers: usize, chosen: impl IntoIterator<Item = usize>) -> Option<Self> {
        Self::of_at_least(FEWEST, answers, chosen)
    }

    /// As [`Bars::of`], where fewer may be shown: to the team itself, when everybody has said yes.
    pub fn of_at_least(
        fewest: u32,
        answers: usize,
        chosen: impl IntoIterator<Item = usize>,
    ) -> Option<Self> {
        let mut counts = vec![0_u32; answers];
        for place in chosen {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        let n = counts.iter().sum();
        (n >= fewest).then_some(Self { counts, n })
    }

    /// How many chose one of the two highest; that is what is compared between rounds.
    pub fn top_two(&self) -> u32 {
        self.counts.iter().rev().take(2).sum()
    }

    /// How long the bar of an answer is, in hundredths of all, rounded to the nearest.
    pub fn share(&self, place: usize) -> u32 {
        let count = self.counts.get(place).copied().unwrap_or_default();
        (count * 100 + self.n / 2).checked_div(self.n).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_five_nothing_is_shown() {
        assert_eq!(Bars::of(3, [0, 1, 2, 2]), None);
        assert_eq!(Bars::of(3, [0, 1, 2, 2, 7]), None, "what is no answer does not count");
        let bars = Bars::of(3, [0, 1, 2, 2, 2]).unwrap();
        assert_eq!((bars.counts.as_slice(), bars.n, bars.top_two()), (&[1, 1, 3][..], 5, 4));
        assert_eq!([0, 1, 2, 3].map(|place| bars.share(place)), [20, 20, 60, 0]);
    }

    #[test]
    fn a_small_batch_is_never_counted() {
        assert_eq!(shown_batches(&[20, 2]), [true, false]);
        assert_eq!(shown_batches(&[4, 4, 5]), [false, false, true]);
        assert_eq!(shown_batches(&[]), Vec::<bool>::new());
    }
}
