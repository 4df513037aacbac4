//! The chart of pairs: a thin line for each, a thick one for the mean, and a bar for how sure the
//! change is. Shares of the chart's width and height, 0 to 1, with 0 at the left and at the top.

use super::paired_change::{Pair, PairedChange};

/// A line from the start, at the left, to the end, at the right: how far down each is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// At the start.
    pub start: f64,
    /// At the end.
    pub end: f64,
}

/// The bar at the end of the mean's line: where the mean would end at either limit of the change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The upper end, nearer the top.
    pub top: f64,
    /// The lower end.
    pub bottom: f64,
    /// The bar goes on above the chart and is cut.
    pub cut_top: bool,
    /// The bar goes on below the chart and is cut.
    pub cut_bottom: bool,
}

/// The chart of pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct PairChart {
    /// One a pair, in the order they came.
    pub lines: Vec<Line>,
    /// The mean.
    pub mean: Option<Line>,
    /// How sure the change is.
    pub bar: Option<Bar>,
}

/// Draws pairs on an axis from `min` to `max`, always the whole scale. `None` where that is no axis.
/// The bar is drawn from five pairs on: below, the interval is not shown.
pub fn pair_chart(
    pairs: &[Pair],
    change: Option<&PairedChange>,
    min: f64,
    max: f64,
) -> Option<PairChart> {
    let range = max - min;
    if !(range > 0.0 && range.is_finite()) {
        return None;
    }
    let raw = |value: f64| (max - value) / range;
    let line = |start, end| Line { start: raw(start), end: raw(end) };
    let bar = change.filter(|change| change.n >= 5).and_then(|change| {
        let interval = change.interval.ok()?;
        let top = raw(change.mean_start + interval.high);
        let bottom = raw(change.mean_start + interval.low);
        Some(Bar {
            top: top.clamp(0.0, 1.0),
            bottom: bottom.clamp(0.0, 1.0),
            cut_top: top < 0.0,
            cut_bottom: bottom > 1.0,
        })
    });
    Some(PairChart {
        lines: pairs.iter().map(|pair| line(pair.start, pair.end)).collect(),
        mean: change.map(|change| line(change.mean_start, change.mean_end)),
        bar,
    })
}

/// Where the axis has its numbers: every step of a short scale, else round numbers, six at the most.
pub fn ticks(min: f64, max: f64) -> Vec<f64> {
    let range = max - min;
    if !(range > 0.0 && range.is_finite()) {
        return Vec::new();
    }
    let rounds = (-2..=9).flat_map(|tens| [1.0, 2.0, 5.0].map(|it| it * 10.0_f64.powi(tens)));
    let is_step = |step: &f64| range / step <= if *step >= 1.0 { 5.0 } else { 2.0 };
    let step = rounds.into_iter().find(is_step).unwrap_or(range);
    let first = (min / step).ceil();
    (0..=6_u8)
        .map(|n| (first + f64::from(n)) * step)
        .take_while(|tick| *tick <= max + step * 1e-9)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::paired_change::paired_change;
    use super::*;

    #[test]
    fn the_top_of_the_chart_is_the_top_of_the_scale() {
        let pairs = [Pair { start: 1.0, end: 5.0 }, Pair { start: 3.0, end: 4.0 }];
        let chart = pair_chart(&pairs, paired_change(&pairs).as_ref(), 1.0, 5.0).unwrap();
        assert_eq!(chart.lines, [Line { start: 1.0, end: 0.0 }, Line { start: 0.5, end: 0.25 }]);
        assert_eq!(chart.mean, Some(Line { start: 0.75, end: 0.125 }));
        assert_eq!(chart.bar, None, "two pairs have no interval that is shown");
    }

    #[test]
    fn the_bar_is_the_interval_of_the_change_and_is_cut_at_the_edge() {
        let ends = [2.0, 5.0, 5.0, 5.0, 5.0];
        let pairs = ends.map(|end| Pair { start: 3.0, end });
        let change = paired_change(&pairs).unwrap();
        let bar = pair_chart(&pairs, Some(&change), 1.0, 5.0).unwrap().bar.unwrap();
        let low = change.mean_start + change.interval.unwrap().low;
        assert!((bar.bottom - (5.0 - low) / 4.0).abs() < 1e-12);
        assert_eq!((bar.top, bar.cut_top, bar.cut_bottom), (0.0, true, false));
    }

    #[test]
    fn an_axis_has_every_step_of_a_scale_and_round_numbers_of_a_test() {
        for (min, max, expected) in [
            (1.0, 5.0, vec![1.0, 2.0, 3.0, 4.0, 5.0]),
            (1.0, 3.0, vec![1.0, 2.0, 3.0]),
            (0.0, 20.0, vec![0.0, 5.0, 10.0, 15.0, 20.0]),
            (0.0, 100.0, vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
            (-5.0, 7.0, vec![-5.0, 0.0, 5.0]),
            (0.0, 1.0, vec![0.0, 0.5, 1.0]),
            (2.0, 2.0, vec![]),
        ] {
            assert_eq!(ticks(min, max), expected, "{min} {max}");
        }
    }

    #[test]
    fn no_range_is_no_chart() {
        assert_eq!(pair_chart(&[], None, 3.0, 3.0), None);
    }
}
