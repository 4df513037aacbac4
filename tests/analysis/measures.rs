//! The worked example and the test numbers of the rules, and what SciPy says of 1,000 groups.

use indsats::analysis::cautions::{Caution, Circumstances, cautions};
use indsats::analysis::direction::{Distribution, distribution, scale_threshold};
use indsats::analysis::paired_change::{NoSpread, Pair, PairedChange, paired_change};
use indsats::analysis::pairing::{DropOut, Scores, pair};
use indsats::analysis::score::{Answer, score};
use indsats::domain::measurement::Better;
use proptest::prelude::*;
use serde_json::Value;

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 0.000_05, "{found} is not {expected}");
}

fn pairs(start: &[f64], end: &[f64]) -> Vec<Pair> {
    assert_eq!(start.len(), end.len());
    start.iter().zip(end).map(|(start, end)| Pair { start: *start, end: *end }).collect()
}

fn counts(improved: u32, unchanged: u32, declined: u32) -> Distribution {
    Distribution { improved, unchanged, declined }
}

/// The scores of one pupil of the example, whose fifth question is reversed; `.` is skipped.
fn example_score(answers: &str) -> Option<f64> {
    let answers: Vec<_> = answers
        .chars()
        .enumerate()
        .map(|(index, step)| Answer {
            step: step.to_digit(10).and_then(|step| i32::try_from(step).ok()),
            reversed: index == 4,
        })
        .collect();
    score(&answers, 1, 5).value
}

#[test]
fn the_worked_example() {
    let answers = [
        ("E01", "32324", "43333", Some(2.4), Some(3.2)),
        ("E02", "43333", "44343", Some(3.2), Some(3.6)),
        ("E03", "22324", "33333", Some(2.2), Some(3.0)),
        ("E04", "3.233", "33333", Some(2.75), Some(3.0)),
        ("E05", "44342", "44342", Some(3.8), Some(3.8)),
        ("E06", "23225", "34333", Some(2.0), Some(3.2)),
        ("E07", "33333", "32323", Some(3.0), Some(2.6)),
        ("E08", "32234", "43333", Some(2.4), Some(3.2)),
        ("E09", "22234", "3...2", Some(2.2), None),
        ("E10", "", "43333", None, Some(3.2)),
    ];
    let mut scores = Vec::new();
    for (code, first, last, start, end) in answers {
        let found = (example_score(first), example_score(last));
        assert_eq!(found, (start, end), "{code}");
        scores.push(Scores { code: code.into(), start: found.0, end: found.1 });
    }
    let paired = pair(&scores);
    assert_eq!((paired.n_start, paired.n_end, paired.pairs.len()), (9, 9, 8));
    assert_eq!(paired.drop_out, DropOut::Few);
    assert_eq!(paired.codes.last().unwrap(), "E08");

    let change = paired_change(&paired.pairs).unwrap();
    let (spread, interval) = (change.spread.unwrap(), change.interval.unwrap());
    let effect = change.effect.unwrap();
    assert_eq!(change.n, 8);
    for (found, expected) in [
        (change.mean_start, 2.7188),
        (change.mean_end, 3.2),
        (change.change, 0.4813),
        (spread.start, 0.5940),
        (spread.end, 0.3703),
        (spread.change, 0.5196),
        (spread.error, 0.1837),
        (interval.t, 2.3646),
        (interval.low, 0.0469),
        (interval.high, 0.9156),
        (effect.d_av, 0.9981),
        (effect.j, 0.8889),
        (effect.g_av, 0.8872),
        (change.r.unwrap(), 0.5001),
        (change.change / spread.error, 2.6198),
    ] {
        near(found, expected);
    }
    // Effect sizes by other choices, and the mean of all starts, which must not be used.
    for other in [0.9437, 0.9723, 0.8636, 0.9262, 0.8233] {
        assert!((effect.g_av - other).abs() > 0.01);
    }
    assert!((change.mean_start - 2.6611).abs() > 0.01);
    let threshold = scale_threshold(5).unwrap();
    assert_eq!(distribution(&paired.pairs, threshold, Better::Higher), counts(5, 2, 1));
    let about = Circumstances { better: Better::Higher, chosen_for_low: false, own_scale: true };
    use Caution::{Distribution as Ways, EffectSize, NotCause, NotValidated, SuggestsProgress};
    let said = [SuggestsProgress, NotCause, NotValidated, Ways, EffectSize];
    assert_eq!(cautions(Some(&change), about), said);
}

#[test]
fn v2_points_of_a_test() {
    let pairs = pairs(&[12.0, 15.0, 9.0, 18.0, 14.0], &[14.0, 15.0, 13.0, 17.0, 18.0]);
    let change = paired_change(&pairs).unwrap();
    let (spread, interval) = (change.spread.unwrap(), change.interval.unwrap());
    let effect = change.effect.unwrap();
    for (found, expected) in [
        (change.mean_start, 13.6),
        (change.mean_end, 15.4),
        (spread.start, 3.3615),
        (spread.end, 2.0736),
        (change.change, 1.8),
        (spread.change, 2.2804),
        (spread.error, 1.0198),
        (interval.t, 2.7764),
        (interval.low, -1.0314),
        (interval.high, 4.6314),
        (effect.d_av, 0.6624),
        (effect.j, 0.8),
        (effect.g_av, 0.5299),
    ] {
        near(found, expected);
    }
    assert_eq!(distribution(&pairs, 2.0, Better::Higher), counts(3, 2, 0));
    let about = Circumstances { better: Better::Higher, chosen_for_low: false, own_scale: false };
    assert!(cautions(Some(&change), about).contains(&Caution::NoClearChange));
}

#[test]
fn v3_a_count_where_fewer_is_better() {
    let pairs = pairs(&[4.0, 2.0, 6.0, 3.0, 5.0, 0.0], &[2.0, 2.0, 3.0, 3.0, 4.0, 1.0]);
    let change = paired_change(&pairs).unwrap();
    let (spread, interval) = (change.spread.unwrap(), change.interval.unwrap());
    let effect = change.effect.unwrap();
    for (found, expected) in [
        (change.change, -0.8333),
        (spread.change, 1.4720),
        (interval.low, -2.3781),
        (interval.high, 0.7114),
        (spread.start, 2.1602),
        (spread.end, 1.0488),
        (effect.j, 0.8421),
        (effect.g_av, -0.4374),
    ] {
        near(found, expected);
    }
    assert_eq!(distribution(&pairs, 1.0, Better::Lower), counts(3, 2, 1));
}

#[test]
fn v4_all_have_moved_equally_far() {
    let pairs = pairs(&[2.0, 3.0, 4.0, 3.0, 2.0], &[3.0, 4.0, 5.0, 4.0, 3.0]);
    let change = paired_change(&pairs).unwrap();
    assert_eq!(change.interval, Err(NoSpread::AllAlike));
    let (spread, effect) = (change.spread.unwrap(), change.effect.unwrap());
    for (found, expected) in [
        (spread.start, 0.8367),
        (spread.end, 0.8367),
        (effect.d_av, 1.1952),
        (effect.j, 0.8),
        (effect.g_av, 0.9562),
    ] {
        near(found, expected);
    }
    let about = Circumstances { better: Better::Higher, chosen_for_low: false, own_scale: false };
    assert!(cautions(Some(&change), about).contains(&Caution::AllAlike));
}

#[test]
fn v5_all_the_same_both_times() {
    let pairs = vec![Pair { start: 3.0, end: 3.0 }; 6];
    let change = paired_change(&pairs).unwrap();
    assert_eq!((change.change, change.effect, change.r), (0.0, None, None));
    assert_eq!(change.interval, Err(NoSpread::AllAlike));
    assert_eq!(distribution(&pairs, 0.5, Better::Higher), counts(0, 6, 0));
}

#[test]
fn no_pair_has_no_change_and_one_has_no_spread() {
    assert_eq!(paired_change(&[]), None);
    let one = paired_change(&[Pair { start: 2.0, end: 3.0 }]).unwrap();
    assert_eq!((one.n, one.change, one.spread), (1, 1.0, None));
    assert_eq!((one.interval, one.r, one.effect), (Err(NoSpread::OnePair), None, None));
}

/// `tests/golden/paired_change.py` made the figures.
#[test]
fn scipy_says_the_same_of_a_thousand_groups() {
    let groups: Vec<Value> =
        serde_json::from_str(include_str!("../golden/paired_change.json")).unwrap();
    assert_eq!(groups.len(), 1_000);
    for group in groups {
        let number = |key: &str| group[key].as_f64().unwrap();
        let scores = |key: &str| -> Vec<f64> {
            let sums = group[key].as_array().unwrap().iter();
            sums.map(|sum| sum.as_f64().unwrap() / number("k")).collect()
        };
        let change = paired_change(&pairs(&scores("start"), &scores("end"))).unwrap();
        let (spread, interval) = (change.spread.unwrap(), change.interval.unwrap());
        for (key, found) in [
            ("mean_start", change.mean_start),
            ("mean_end", change.mean_end),
            ("sd_start", spread.start),
            ("sd_end", spread.end),
            ("change", change.change),
            ("sd_change", spread.change),
            ("se", spread.error),
            ("t", interval.t),
            ("low", interval.low),
            ("high", interval.high),
            ("r", change.r.unwrap()),
            ("g_av", change.effect.unwrap().g_av),
        ] {
            assert!((found - number(key)).abs() < 1e-8, "{key}: {found} in {group}");
        }
    }
}

fn alike(one: &PairedChange, other: &PairedChange) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let closes = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    close(one.change, other.change)
        && closes(one.spread.map(|it| it.error), other.spread.map(|it| it.error))
        && closes(one.interval.ok().map(|it| it.low), other.interval.ok().map(|it| it.low))
        && closes(one.interval.ok().map(|it| it.high), other.interval.ok().map(|it| it.high))
        && closes(one.effect.map(|it| it.g_av), other.effect.map(|it| it.g_av))
        && closes(one.r, other.r)
}

/// Scores in quarters of a step.
fn a_group() -> impl Strategy<Value = Vec<(i32, i32)>> {
    prop::collection::vec((4..=20_i32, 4..=20_i32), 1..=30)
}

fn moved_by(group: &[(i32, i32)], by: f64) -> Vec<Pair> {
    let score = |quarters: i32| f64::from(quarters) / 4.0 + by;
    group.iter().map(|(start, end)| Pair { start: score(*start), end: score(*end) }).collect()
}

proptest! {
    #[test]
    fn shifting_all_scores_changes_nothing(group in a_group(), by in -9..=9_i32) {
        let (one, other) = (moved_by(&group, 0.0), moved_by(&group, f64::from(by) / 10.0));
        prop_assert!(alike(&paired_change(&one).unwrap(), &paired_change(&other).unwrap()));
        for better in [Better::Higher, Better::Lower] {
            let (one, other) = (distribution(&one, 0.5, better), distribution(&other, 0.5, better));
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn the_order_of_the_pupils_changes_nothing(
        (one, other) in a_group().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        let (one, other) = (moved_by(&one, 0.0), moved_by(&other, 0.0));
        prop_assert!(alike(&paired_change(&one).unwrap(), &paired_change(&other).unwrap()));
    }

    #[test]
    fn end_for_start_turns_the_sign_and_nothing_else(group in a_group()) {
        let turned: Vec<_> = group.iter().map(|(start, end)| (*end, *start)).collect();
        let one = paired_change(&moved_by(&group, 0.0)).unwrap();
        let other = paired_change(&moved_by(&turned, 0.0)).unwrap();
        prop_assert!((one.change + other.change).abs() < 1e-9);
        match (one.interval, other.interval) {
            (Ok(one), Ok(other)) => prop_assert!((one.low + other.high).abs() < 1e-9),
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}
