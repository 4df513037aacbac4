//! How figures are written for people: as few decimals as say something, a real minus, and a sign on
//! what is a change.

/// How many decimals a group of figures that belong together has: one, or two where one of them would
/// look like nothing and is not.
pub fn decimals(figures: &[f64]) -> usize {
    let hidden = |figure: &f64| *figure != 0.0 && rounded(*figure, 1) == 0.0;
    if figures.iter().any(hidden) { 2 } else { 1 }
}

/// A figure: `2,7` with a comma, `2.7` with a point.
pub fn plain(figure: f64, decimals: usize, comma: bool) -> String {
    let figure = rounded(figure, decimals);
    let sign = if figure < 0.0 { "\u{2212}" } else { "" };
    let digits = format!("{:.decimals$}", figure.abs());
    format!("{sign}{}", if comma { digits.replace('.', ",") } else { digits })
}

/// A change: `+0,5`, `−0,4`, and `0,0` without a sign.
pub fn change(figure: f64, decimals: usize, comma: bool) -> String {
    let sign = if rounded(figure, decimals) > 0.0 { "+" } else { "" };
    format!("{sign}{}", plain(figure, decimals, comma))
}

/// A number that was typed, with no more decimals than it has: `12`, `12,5`.
pub fn typed(figure: f64, comma: bool) -> String {
    let text = figure.to_string().replace('-', "\u{2212}");
    if comma { text.replace('.', ",") } else { text }
}

/// Rounded half away from nothing, as people do. What computing with fractions left below a half is
/// a half, and there is no nothing with a minus.
fn rounded(figure: f64, decimals: usize) -> f64 {
    let scale =
        if decimals == 2 { 100.0 } else { 10.0_f64.powi(i32::try_from(decimals).unwrap_or(1)) };
    let scaled = figure.abs() * scale;
    let whole = (scaled + 1e-9).round();
    if whole == 0.0 { 0.0 } else { (whole / scale).copysign(figure) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_its_sign_and_a_real_minus() {
        for (figure, places, expected) in [
            (0.48125, 2, "+0,48"),
            (0.0469, 2, "+0,05"),
            (0.9156, 2, "+0,92"),
            (-0.4, 1, "−0,4"),
            (0.0, 1, "0,0"),
            (-0.001, 1, "0,0"),
            (0.25, 1, "+0,3"),
            (-0.25, 1, "−0,3"),
            (4.35, 1, "+4,4"),
        ] {
            assert_eq!(change(figure, places, true), expected, "{figure}");
        }
        assert_eq!(plain(2.71875, 1, false), "2.7");
        assert_eq!((typed(-12.5, true), typed(3.0, true)), ("−12,5".into(), "3".into()));
    }

    #[test]
    fn two_decimals_where_one_would_hide_something() {
        assert_eq!(decimals(&[0.48125, 0.046_877, 0.915_623]), 2);
        assert_eq!(decimals(&[0.5, 0.1, 0.9]), 1);
        assert_eq!(decimals(&[0.0, -0.5, 0.5]), 1, "nothing is nothing");
        assert_eq!(decimals(&[0.3, 0.05, 0.9]), 1, "0,05 is shown as 0,1");
    }
}
