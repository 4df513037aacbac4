//! What is kept of a survey when its answers are deleted at the end of a school year: how many chose what in a round that
//! five or more answered, and nothing that anybody wrote. It stands in the initiative, under the names of the survey and the
//! round, so that two devices that keep the same write the same.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::initiative::Initiative;
use crate::domain::calendar::iso;

/// Where it stands.
const SPREADS: &str = "spreads";

/// What is kept of one round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptSpread {
    /// The record of the survey, as text, and the round.
    pub of: (String, String),
    /// Which survey it was.
    pub form: String,
    /// The day of the round.
    pub day: Option<NaiveDate>,
    /// How many answered.
    pub n: u32,
    /// How many chose each answer, by question.
    pub counts: Vec<(String, Vec<u32>)>,
    /// The words of questions of the school's own, by question.
    pub own: Vec<(String, String)>,
}

impl Initiative {
    /// Keeps what a round said. Once more is the same.
    pub fn keep_spread(&mut self, kept: &KeptSpread) {
        let (rec, round) = &kept.of;
        let place = format!("{SPREADS}/{rec}/{round}");
        self.0.put(format!("{place}/form"), kept.form.as_str());
        self.0.put(format!("{place}/n"), kept.n);
        self.0.put_shown(&format!("{place}/day"), kept.day);
        for (item, counts) in &kept.counts {
            self.0.put(format!("{place}/counts/{item}"), json!(counts));
        }
        for (item, words) in &kept.own {
            self.0.put(format!("{place}/own/{item}"), words.as_str());
        }
    }

    /// What is kept of rounds whose answers are gone, by survey and round.
    pub fn kept_spreads(&self) -> Vec<KeptSpread> {
        let mut all: Vec<KeptSpread> = Vec::new();
        for (rec, rest, value) in self.0.below_two(SPREADS) {
            let Some((round, part)) = rest.split_once('/') else { continue };
            let of = (rec.to_owned(), round.to_owned());
            if all.last().is_none_or(|last| last.of != of) {
                all.push(KeptSpread { of, ..KeptSpread::default() });
            }
            let Some(kept) = all.last_mut() else { continue };
            let text = || value.as_str().unwrap_or_default().to_owned();
            match part.split_once('/') {
                Some(("counts", item)) => kept.counts.push((item.to_owned(), numbers(value))),
                Some(("own", item)) => kept.own.push((item.to_owned(), text())),
                _ if part == "form" => kept.form = text(),
                _ if part == "day" => kept.day = iso::day(&text()),
                _ if part == "n" => kept.n = number(value),
                _ => {}
            }
        }
        all
    }
}

fn numbers(value: &Value) -> Vec<u32> {
    value.as_array().into_iter().flatten().map(number).collect()
}

fn number(value: &Value) -> u32 {
    value.as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record as _;

    #[test]
    fn what_is_kept_is_read_again_round_by_round() {
        let kept = |round: &str, n: u32| KeptSpread {
            of: ("rec".to_owned(), round.to_owned()),
            form: "samarbejdsevaluering".to_owned(),
            day: "2026-11-23".parse().ok(),
            n,
            counts: vec![("a".to_owned(), vec![1, 0, n - 1]), ("b".to_owned(), vec![0, n])],
            own: vec![("c".to_owned(), "Er fredag god?".to_owned())],
        };
        let mut it = Initiative::default();
        assert!(it.kept_spreads().is_empty());
        it.keep_spread(&kept("r1", 5));
        it.keep_spread(&kept("r2", 6));
        let written = it.write();
        it.keep_spread(&kept("r1", 5));
        assert_eq!(it.write(), written);
        assert_eq!(Initiative::read(&written).kept_spreads(), [kept("r1", 5), kept("r2", 6)]);
    }
}
