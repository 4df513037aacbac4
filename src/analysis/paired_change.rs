//! How a group has moved from start to end, and how sure that is.
//!
//! Only pupils with both scores are in it. The effect size is d_av of Lakens, D. (2013),
//! "Calculating and reporting effect sizes", Frontiers in Psychology 4:863: the mean change out of
//! the plain mean of the two standard deviations; with J = 1 − 3/(4·df − 1), df = n − 1, it is g_av.
//! Other choices (df 2n − 2, root mean square of the SDs, exact J, the SD of the change) give other
//! figures, and a test keeps them out.

use super::student_t::t_975;

/// Below this a spread is only what is left over from computing with fractions.
pub const TINY: f64 = 1e-9;

/// One pupil's two scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The score at the start.
    pub start: f64,
    /// The score at the end.
    pub end: f64,
}

impl Pair {
    /// How far the pupil has moved.
    pub fn change(self) -> f64 {
        self.end - self.start
    }
}

/// Why the uncertainty has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSpread {
    /// One pair has no spread.
    OnePair,
    /// All have moved equally far.
    AllAlike,
}

/// Where the mean change of more such pupils probably lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// t(0.975; n − 1).
    pub t: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The effect size, step by step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The mean change out of the mean of the two standard deviations.
    pub d_av: f64,
    /// What corrects it for few pupils.
    pub j: f64,
    /// The two multiplied.
    pub g_av: f64,
}

/// The standard deviations, with n − 1 below the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Of the scores at the start.
    pub start: f64,
    /// Of the scores at the end.
    pub end: f64,
    /// Of the changes.
    pub change: f64,
    /// The standard error of the mean change.
    pub error: f64,
}

/// The change of a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairedChange {
    /// Pairs.
    pub n: u32,
    /// The mean at the start.
    pub mean_start: f64,
    /// The mean at the end.
    pub mean_end: f64,
    /// The mean change.
    pub change: f64,
    /// `None` for one pair.
    pub spread: Option<Spread>,
    /// The interval of 95 %.
    pub interval: Result<Interval, NoSpread>,
    /// Pearson's correlation. `None` where all scores of a time are the same.
    pub r: Option<f64>,
    /// `None` where there is no spread at either time.
    pub effect: Option<Effect>,
}

/// Computes the change of a group; `None` for no pairs.
pub fn paired_change(pairs: &[Pair]) -> Option<PairedChange> {
    let n = u32::try_from(pairs.len()).ok().filter(|n| *n > 0)?;
    let starts: Vec<f64> = pairs.iter().map(|pair| pair.start).collect();
    let ends: Vec<f64> = pairs.iter().map(|pair| pair.end).collect();
    let changes: Vec<f64> = pairs.iter().map(|pair| pair.change()).collect();
    let (mean_start, mean_end, change) = (mean(&starts, n), mean(&ends, n), mean(&changes, n));
    let df = n - 1;
    let mut found = PairedChange {
        n,
        mean_start,
        mean_end,
        change,
        spread: None,
        interval: Err(NoSpread::OnePair),
        r: None,
        effect: None,
    };
    let Some(t) = t_975(df) else { return Some(found) };
    let spread = Spread {
        start: deviation(&starts, mean_start, df),
        end: deviation(&ends, mean_end, df),
        change: deviation(&changes, change, df),
        error: deviation(&changes, change, df) / f64::from(n).sqrt(),
    };
    found.spread = Some(spread);
    found.interval = if spread.change > 0.0 {
        let half = t * spread.error;
        Ok(Interval { t, low: change - half, high: change + half })
    } else {
        Err(NoSpread::AllAlike)
    };
    if spread.start > 0.0 && spread.end > 0.0 {
        let products = starts.iter().zip(&ends).map(|(a, b)| (a - mean_start) * (b - mean_end));
        let r = products.sum::<f64>() / (f64::from(df) * spread.start * spread.end);
        found.r = Some(r.clamp(-1.0, 1.0));
    }
    let average = f64::midpoint(spread.start, spread.end);
    if average > 0.0 {
        let (d_av, j) = (change / average, 1.0 - 3.0 / (4.0 * f64::from(df) - 1.0));
        found.effect = Some(Effect { d_av, j, g_av: j * d_av });
    }
    Some(found)
}

fn mean(values: &[f64], n: u32) -> f64 {
    values.iter().sum::<f64>() / f64::from(n)
}

/// The standard deviation; exactly 0 where all values are the same.
fn deviation(values: &[f64], mean: f64, df: u32) -> f64 {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if high - low < TINY {
        return 0.0;
    }
    let squares = values.iter().map(|value| (value - mean) * (value - mean));
    (squares.sum::<f64>() / f64::from(df)).sqrt()
}
