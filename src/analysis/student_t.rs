//! Student's t: how wide an interval of 95 % is.

/// The 0.975 quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// Up to here the distribution is summed; above, the expansion is as exact.
const SUMMED: u32 = 1_000;

/// t(0.975; df), the factor of a two-sided interval of 95 %. `None` for df 0.
///
/// Up to 1,000 degrees of freedom the closed sums of Abramowitz & Stegun (1964), Handbook of
/// Mathematical Functions, 26.7.3 and 26.7.4, are solved by halving; above, it is their expansion
/// 26.7.5. The largest error is below 1e-9 (against SciPy, see the tests). A library would bring all
/// distributions along for the one figure that is needed.
pub fn t_975(df: u32) -> Option<f64> {
    match df {
        0 => None,
        1..=SUMMED => Some(solve(df)),
        _ => Some(expand(df)),
    }
}

fn solve(df: u32) -> f64 {
    // t is largest at df 1, 12.7.
    let (mut low, mut high) = (0.0, 13.0);
    for _ in 0..64 {
        let middle = f64::midpoint(low, high);
        if within(middle, df) < 0.95 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The share of the distribution between −t and t.
fn within(t: f64, df: u32) -> f64 {
    let angle = (t / f64::from(df).sqrt()).atan();
    let (sin, cos) = angle.sin_cos();
    let odd = df % 2 == 1;
    let (mut term, mut sum) = if odd { (cos, 0.0) } else { (1.0, 0.0) };
    // Terms are cos^1, cos^3 … cos^(df−2) or cos^0, cos^2 … cos^(df−2).
    let mut power = u32::from(odd);
    while power + 2 <= df {
        sum += term;
        let next = f64::from(power + 2);
        term *= cos * cos * (next - 1.0) / next;
        power += 2;
    }
    if odd { 2.0 / std::f64::consts::PI * (angle + sin * sum) } else { sin * sum }
}

fn expand(df: u32) -> f64 {
    let n = f64::from(df);
    let (z3, z5, z7) = (Z.powi(3), Z.powi(5), Z.powi(7));
    Z + (z3 + Z) / (4.0 * n)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * n * n)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * Z) / (384.0 * n * n * n)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of section 4 of the rules, df 1 to 40.
    const TABLE: [f64; 40] = [
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010,
        2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739,
        2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423, 2.0395, 2.0369, 2.0345,
        2.0322, 2.0301, 2.0281, 2.0262, 2.0244, 2.0227, 2.0211,
    ];

    #[test]
    fn is_the_table_to_four_decimals() {
        for (df, expected) in (1..).zip(TABLE) {
            let t = t_975(df).unwrap();
            assert!((t - expected).abs() <= 0.000_05, "{df}: {t} is not {expected}");
        }
        assert_eq!(t_975(0), None);
    }

    /// `scipy.stats.t.ppf(0.975, df)` of SciPy.
    #[test]
    fn is_what_scipy_says_to_nine_decimals() {
        for (df, expected) in SCIPY {
            let t = t_975(df).unwrap();
            assert!((t - expected).abs() < 1e-9, "{df}: {t} is not {expected}");
        }
    }

    #[test]
    fn the_two_ways_meet() {
        let (below, above) = (solve(SUMMED), expand(SUMMED));
        assert!((below - above).abs() < 1e-9, "{below} {above}");
    }

    const SCIPY: [(u32, f64); 9] = [
        (1, 12.706204736174694),
        (2, 4.302652729749462),
        (7, 2.364624251592784),
        (29, 2.045229642132703),
        (41, 2.019540970441376),
        (100, 1.9839715185235518),
        (999, 1.9623414611334493),
        (1001, 1.9623367052808798),
        (100000, 1.9599877075346095),
    ];
}
