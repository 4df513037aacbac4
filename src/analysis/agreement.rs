//! Two observers of one lesson: how often they marked the same.

use super::moments::Moment;
use super::tally;

/// Below this many moments the figures swing too much to lean on.
const FEW: u32 = 20;

/// Below this many moments κ says nothing at all.
const TOO_FEW: u32 = 10;

/// How far two observers agree in one track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// The moments that both marked in time.
    pub n: u32,
    /// Those in which both marked the same code.
    pub agree: u32,
    /// `agree` out of `n` in percent, 0 to 100; 0 when `n` is 0.
    pub percent: f64,
    /// Agreement beyond chance, −1 to 1. `None` when it is undefined: no moments, or both used one
    /// and the same code throughout.
    pub kappa: Option<f64>,
    /// Fewer than 20 moments.
    pub few: bool,
}

impl Agreement {
    /// κ where there are moments enough for it to say something: at least 10.
    pub fn shown_kappa(&self) -> Option<f64> {
        self.kappa.filter(|_| self.n >= TOO_FEW)
    }
}

/// Pairs the moments of two observers by their index and compares the codes of one track.
///
/// Percent agreement, and κ = (po − pe) / (1 − pe) of Cohen, J. (1960), "A coefficient of agreement
/// for nominal scales", Educational and Psychological Measurement 20(1), 37–46. po is the share of
/// pairs that agree, pe the share that would by chance: the sum over the codes of the product of
/// the two observers' shares. Both are multiplied by n², which makes them whole numbers.
pub fn agreement(one: &[Moment], other: &[Moment], track: &str) -> Agreement {
    let (mut n, mut agree) = (0_u32, 0_u32);
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for moment in one {
        let same = other.iter().find(|same| same.index == moment.index);
        let codes = moment.counted(track).zip(same.and_then(|same| same.counted(track)));
        if let Some((a, b)) = codes {
            n += 1;
            agree += u32::from(a == b);
            tally::add(&mut ones, a);
            tally::add(&mut others, b);
        }
    }
    let by_code = ones.iter().map(|(code, count)| (*count, tally::count(&others, code)));
    let chance: u64 = by_code.map(|(a, b)| u64::from(a) * u64::from(b)).sum();
    let squared = u64::from(n) * u64::from(n);
    let (po, pe, all) = (f64::from(n) * f64::from(agree), chance as f64, squared as f64);
    Agreement {
        n,
        agree,
        percent: if n == 0 { 0.0 } else { 100.0 * f64::from(agree) / f64::from(n) },
        kappa: (chance < squared).then(|| (po - pe) / (all - pe)),
        few: n < FEW,
    }
}

#[cfg(test)]
mod tests {
    use super::super::moments::{Mark, MomentState};
    use super::*;

    /// The moments of one observer, by the code of each.
    fn marked<'a>(codes: impl IntoIterator<Item = &'a str>) -> Vec<Moment> {
        let mark = |code: &str| Mark { track: "t".into(), code: code.into() };
        (1..)
            .zip(codes)
            .map(|(index, code)| Moment {
                index,
                marks: vec![mark(code)],
                state: MomentState::Marked,
            })
            .collect()
    }

    /// Agreement from a table of counts: rows are the codes of one, columns those of the other.
    fn of_table<const N: usize>(table: [[usize; N]; N]) -> Agreement {
        let names = ["a", "b", "c", "d"];
        let (mut one, mut other) = (Vec::new(), Vec::new());
        for (row, counts) in names.iter().zip(table) {
            for (column, count) in names.iter().zip(counts) {
                one.extend(vec![*row; count]);
                other.extend(vec![*column; count]);
            }
        }
        agreement(&marked(one), &marked(other), "t")
    }

    fn assert_near(kappa: Option<f64>, expected: f64) {
        let kappa = kappa.unwrap();
        assert!((kappa - expected).abs() < 1e-9, "{kappa} is not {expected}");
    }

    /// The example most often used (Wikipedia, "Cohen's kappa"): 50 proposals, two readers.
    /// po = (20 + 15)/50 = 0.70. pe = 25/50 · 30/50 + 25/50 · 20/50 = 0.30 + 0.20 = 0.50.
    /// κ = 0.20/0.50 = 0.40.
    #[test]
    fn fifty_proposals() {
        let result = of_table([[20, 5], [10, 15]]);
        assert_eq!((result.n, result.agree, result.few), (50, 35, false));
        assert!((result.percent - 70.0).abs() < 1e-9);
        assert_near(result.kappa, 0.4);
    }

    /// From the same page: the same agreement, and another κ where the observers' shares differ.
    /// po = 60/100 in both. pe = 0.60 · 0.70 + 0.40 · 0.30 = 0.54, so κ = 0.06/0.46 = 0.1304;
    /// pe = 0.60 · 0.30 + 0.40 · 0.70 = 0.46, so κ = 0.14/0.54 = 0.2593.
    #[test]
    fn the_same_percent_and_another_kappa() {
        assert_near(of_table([[45, 15], [25, 15]]).kappa, 6.0 / 46.0);
        assert_near(of_table([[25, 35], [5, 35]]).kappa, 14.0 / 54.0);
    }

    /// Two doctors and 20 patients (easycalculation.com, "Learn Cohen's kappa").
    /// po = (12 + 2)/20 = 0.70. pe = 14/20 · 16/20 + 6/20 · 4/20 = 0.56 + 0.06 = 0.62.
    /// κ = 0.08/0.38 = 0.2105.
    #[test]
    fn two_doctors() {
        let result = of_table([[12, 2], [4, 2]]);
        assert_eq!((result.n, result.few), (20, false));
        assert_near(result.kappa, 8.0 / 38.0);
    }

    /// Five codes, 20 moments; statsmodels `cohens_kappa` gives 0.6992. They agree in 16.
    /// One: AR 10, LY 3, TA 4, VE 1, OV 1, AN 1. Other: AR 11, LY 3, TA 3, VE 2, OV 1.
    /// n²·pe = 10·11 + 3·3 + 4·3 + 1·2 + 1·1 + 1·0 = 134, so pe = 134/400 = 0.335.
    /// κ = (0.800 − 0.335)/(1 − 0.335) = 0.465/0.665 = 0.6992.
    #[test]
    fn two_observers_of_one_lesson() {
        let one = "AR AR LY LY TA AR VE AR AR TA TA AR LY OV AR AR AN AR TA AR";
        let other = "AR AR LY AR TA AR VE AR AR TA AR AR LY OV AR AR VE AR TA LY";
        let result = agreement(&marked(one.split(' ')), &marked(other.split(' ')), "t");
        assert_eq!((result.n, result.agree, result.few), (20, 16, false));
        assert_near(result.kappa, 0.465 / 0.665);
    }

    #[test]
    fn under_ten_moments_no_kappa_is_shown() {
        let nine = of_table([[4, 1], [1, 3]]);
        assert!(nine.kappa.is_some() && nine.shown_kappa().is_none());
        let ten = of_table([[5, 1], [1, 3]]);
        assert!(ten.shown_kappa().is_some() && ten.few);
        assert_eq!(of_table([[12]]).shown_kappa(), None, "one code only");
    }

    /// Less than chance: po = 0, pe = 1/2 · 1/2 + 1/2 · 1/2 = 0.50, κ = −0.50/0.50 = −1.
    #[test]
    fn agreement_can_be_less_than_chance() {
        assert_near(of_table([[0, 5], [5, 0]]).kappa, -1.0);
    }

    #[test]
    fn without_pairs_or_with_one_code_there_is_no_kappa() {
        let nothing = agreement(&[], &marked(["a"]), "t");
        let expected = Agreement { n: 0, agree: 0, percent: 0.0, kappa: None, few: true };
        assert_eq!(nothing, expected);
        let alike = of_table([[19]]);
        assert_eq!((alike.percent, alike.kappa, alike.few), (100.0, None, true));
        assert_near(of_table([[15, 5], [0, 0]]).kappa, 0.0);
    }

    #[test]
    fn moments_are_paired_by_index_and_only_where_both_marked_the_track_in_time() {
        let one = marked(["a", "b", "a", "b", "a"]);
        let mut other = marked(["a", "b", "b", "b", "b"]);
        other[1].state = MomentState::Late;
        other[2].marks[0].track = "t@E04".into();
        other[4].index = 9;
        other.reverse();
        let result = agreement(&one, &other, "t");
        assert_eq!((result.n, result.agree), (2, 2));
    }
}
