//! Several small groups together: pairs from measurements with the same instrument, version and level in one
//! initiative (statistik.md, section 5).
//!
//! Only groups of fewer than five are put together: from a pool with one of five in it, which may be shared by
//! itself, the few others could be worked out.

use std::collections::BTreeSet;

use super::gauge::Gauge;
use super::measured::{Measured, scores};
use crate::analysis::shared_view::SHARED;
use crate::domain::measurement::{END, Measurement, START};
use crate::ledger::RecordId;

/// Groups put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// What they say together.
    pub measured: Measured,
    /// The groups, each with how many pairs it has, the one that was asked about first.
    pub groups: Vec<(RecordId, usize)>,
    /// Whether a code stands in more than one of them. It is counted as several pupils.
    pub same_codes: bool,
}

/// The last time after the start that somebody has answered, or the end.
pub fn latest_wave(it: &Measurement) -> String {
    it.latest_answered().unwrap_or_else(|| END.to_owned())
}

/// A small group with the others like it; `None` where it is not small, where there are no others, or where
/// they are too few together.
pub fn pooled(
    (rec, it): (RecordId, &Measurement),
    gauge: &Gauge,
    others: &[(RecordId, Measurement)],
) -> Option<Pooled> {
    let is_alike = |other: &Measurement| {
        !it.uses_own()
            && other.instrument_ref() == it.instrument_ref()
            && !other.is_changed_since_start()
            && Gauge::of(other).as_ref() == Ok(gauge)
    };
    let others = others.iter().filter(|(known, other)| *known != rec && is_alike(other));
    let all = std::iter::once((rec, it)).chain(others.map(|(rec, it)| (*rec, it)));
    let (mut together, mut groups) = (Vec::new(), Vec::new());
    let (mut codes, mut same_codes, mut chosen_for_low) = (BTreeSet::new(), false, false);
    for (rec, it) in all {
        let found = scores(it, gauge, (START, &latest_wave(it)), &mut Vec::new());
        let paired = found.iter().filter(|it| it.start.is_some() && it.end.is_some());
        let n = paired.clone().count();
        if n == 0 || n >= SHARED as usize {
            if groups.is_empty() {
                return None;
            }
            continue;
        }
        for pupil in paired {
            same_codes |= !codes.insert(pupil.code.clone());
        }
        chosen_for_low |= it.chosen_for_low();
        groups.push((rec, n));
        together.extend(found);
    }
    let measured = Measured::of_scores(together, gauge, chosen_for_low, Vec::new());
    let is_enough = groups.len() > 1 && measured.pairing.pairs.len() >= SHARED as usize;
    is_enough.then_some(Pooled { measured, groups, same_codes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::cautions::Caution;
    use crate::analysis::paired_change::{Pair, paired_change};
    use crate::domain::measurement::Given;

    const FIVE: &str = "maaling-ro-og-koncentration-udskoling";

    fn rec(n: u8) -> RecordId {
        RecordId::new(n.into(), [n; 10])
    }

    /// Pupils from a code on, each with one step at the start and one at the end in every question.
    fn group(first: usize, pupils: &[(i32, i32)]) -> Measurement {
        let mut it = Measurement::default();
        it.set_instrument(FIVE, 1);
        for (n, (start, end)) in pupils.iter().enumerate() {
            let code = format!("E{:02}", first + n);
            it.add_pupil(&code);
            for (wave, step) in [(START, *start), (END, *end)] {
                for item in 1..=5 {
                    it.set_answer(wave, &code, &format!("rk-u{item}"), Some(&Given::Step(step)));
                }
            }
        }
        it
    }

    fn of(it: &Measurement, others: &[Measurement]) -> Option<Pooled> {
        let gauge = Gauge::of(it).unwrap();
        let others: Vec<_> = (2..).zip(others).map(|(n, other)| (rec(n), other.clone())).collect();
        pooled((rec(1), it), &gauge, &others)
    }

    #[test]
    fn small_groups_are_put_together_until_there_are_five() {
        let two = group(1, &[(2, 3), (3, 3)]);
        let three = group(11, &[(2, 4), (3, 3), (1, 2)]);
        assert_eq!(of(&two, &[]), None);
        assert_eq!(of(&two, &[group(11, &[(2, 4), (3, 3)])]), None, "four are too few");
        let found = of(&two, std::slice::from_ref(&three)).unwrap();
        assert_eq!(found.groups, [(rec(1), 2), (rec(2), 3)]);
        assert_eq!((found.measured.pairing.pairs.len(), found.same_codes), (5, false));
        // The figures are those of the five pairs, no matter which group each is from. Of five questions
        // one is reversed, so a step moves the score by three fifths.
        let pairs = &found.measured.pairing.pairs;
        let alone = |it: &Measurement| {
            let gauge = Gauge::of(it).unwrap();
            Measured::of(it, &gauge, START, END).pairing.pairs
        };
        let expected: Vec<Pair> = alone(&two).into_iter().chain(alone(&three)).collect();
        assert_eq!(*pairs, expected);
        assert_eq!(found.measured.change, paired_change(&expected));
    }

    #[test]
    fn a_group_that_speaks_for_itself_is_in_no_pool() {
        let two = group(1, &[(2, 3), (3, 3)]);
        let five = group(11, &[(2, 3), (2, 3), (2, 3), (2, 4), (1, 3)]);
        assert_eq!(of(&two, std::slice::from_ref(&five)), None);
        assert_eq!(of(&five, std::slice::from_ref(&two)), None);
        let found = of(&two, &[five, group(21, &[(2, 3), (2, 3), (2, 3)])]).unwrap();
        assert_eq!(found.groups, [(rec(1), 2), (rec(3), 3)]);
        assert_eq!(of(&group(1, &[]), &[two]), None, "without answers");
    }

    #[test]
    fn only_the_same_questions_are_put_together() {
        let two = group(1, &[(2, 3), (3, 3)]);
        let three = [(2, 4), (3, 3), (1, 2)];
        let mut other = group(11, &three);
        other.set_setting("ts-navn", "x");
        assert!(of(&two, &[other]).is_some(), "what no scale asks for changes nothing");
        let mut middle = Measurement::default();
        middle.set_instrument("maaling-ro-og-koncentration-mellemtrin", 1);
        assert_eq!(of(&two, &[middle]), None);
        let mut own = Measurement::default();
        own.use_own();
        assert_eq!(of(&two, &[own]), None);
    }

    #[test]
    fn a_code_in_two_groups_is_told_and_so_is_who_was_chosen() {
        let two = group(1, &[(2, 3), (3, 3)]);
        let mut three = group(2, &[(2, 4), (3, 3), (1, 2)]);
        three.set_chosen_for_low(true);
        let found = of(&two, &[three]).unwrap();
        assert!(found.same_codes && found.measured.cautions.contains(&Caution::ChosenForLow));
    }
}
