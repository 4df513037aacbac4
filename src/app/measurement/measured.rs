//! What a measurement says: who is in it, how the group has moved and how sure that is, and what has to
//! be said beside the figures.

use super::gauge::Gauge;
use crate::analysis::cautions::{Caution, Circumstances, cautions};
use crate::analysis::direction::{Distribution, Moved, distribution, moved};
use crate::analysis::paired_change::{Pair, PairedChange, paired_change};
use crate::analysis::pairing::{DropOut, Pairing, Scores, pair};
use crate::analysis::score::{Answer, least_answered, score};
use crate::domain::measurement::{Given, Measurement, pupil_of};

/// Something about one row of answers that a person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Questions were skipped or left open, and the score is of the rest.
    Skipped(usize),
    /// Fewer than half of the questions are answered, so there is no score: how many are, and how many
    /// have to be.
    TooFew(usize, usize),
    /// The pupil has answered twice at the same time; the latest is used.
    Twice,
    /// Answers that are not on the scale; they do not count.
    Outside(usize),
    /// Answers to questions that the instrument does not have; they do not count.
    Strange(usize),
}

/// One row of answers, as a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The row.
    pub row: String,
    /// The score, where there is one.
    pub value: Option<f64>,
    /// How many questions have an answer, skipped ones included.
    pub filled: usize,
    /// What has to be known.
    pub remarks: Vec<Remark>,
}

/// One pupil in the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The pupil's code.
    pub code: String,
    /// The score at the first time.
    pub start: Option<f64>,
    /// The score at the second time.
    pub end: Option<f64>,
    /// Which way the pupil has moved.
    pub moved: Option<Moved>,
}

/// What a measurement says of the way from one wave to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Everybody with an answer at either time.
    pub lines: Vec<Line>,
    /// Who is in it.
    pub pairing: Pairing,
    /// How the group has moved; `None` for no pairs.
    pub change: Option<PairedChange>,
    /// How many moved which way.
    pub distribution: Distribution,
    /// What has to be said.
    pub cautions: Vec<Caution>,
    /// What has to be known of single rows: the wave, the row and the remark.
    pub remarks: Vec<(String, String, Remark)>,
    /// The lowest and the highest of the axis that it is drawn on.
    pub axis: (f64, f64),
}

/// The score of a row of answers.
pub fn scored(it: &Measurement, gauge: &Gauge, wave: &str, row: &str) -> Scored {
    let mut remarks = Vec::new();
    let given = |item: &String| it.answer(wave, row, item);
    let filled = gauge.items.iter().filter(|item| given(item).is_some()).count();
    let strange = it.items_of(wave, row).iter().filter(|id| !gauge.items.contains(*id)).count();
    let value = match &gauge.scale {
        Some(scale) => {
            let answers = scale.items.iter().map(|item| Answer {
                step: match given(&item.id) {
                    Some(Given::Step(step)) => Some(step),
                    // A number where a step belongs is kept, and is no answer on the scale.
                    Some(Given::Number(_)) => Some(i32::MAX),
                    _ => None,
                },
                reversed: item.reversed,
            });
            let answers: Vec<Answer> = answers.collect();
            let found = score(&answers, scale.min(), scale.max());
            if found.outside > 0 {
                remarks.push(Remark::Outside(found.outside));
            }
            if found.value.is_some() && found.skipped > 0 {
                remarks.push(Remark::Skipped(found.skipped));
            } else if found.value.is_none() && filled > 0 {
                remarks.push(Remark::TooFew(found.answered, least_answered(answers.len())));
            }
            found.value
        }
        None => {
            let points = gauge.items.first().and_then(given);
            let number = match points {
                Some(Given::Number(text)) => text.parse::<f64>().ok(),
                Some(Given::Step(step)) => Some(step.into()),
                _ => None,
            };
            let inside = |it: &f64| *it >= gauge.min && gauge.max.is_none_or(|max| *it <= max);
            if number.is_some_and(|it| !inside(&it)) {
                remarks.push(Remark::Outside(1));
            }
            number.filter(inside)
        }
    };
    if strange > 0 {
        remarks.push(Remark::Strange(strange));
    }
    Scored { row: row.to_owned(), value, filled, remarks }
}

impl Measured {
    /// What a measurement says of the way from one wave to another.
    pub fn of(it: &Measurement, gauge: &Gauge, from: &str, to: &str) -> Self {
        let mut remarks = Vec::new();
        let scores = scores(it, gauge, (from, to), &mut remarks);
        Self::of_scores(scores, gauge, it.chosen_for_low(), remarks)
    }

    /// What the scores of pupils say. Whether any group of them was chosen because they struggled has to be
    /// said beside it.
    pub(super) fn of_scores(
        scores: Vec<Scores>,
        gauge: &Gauge,
        chosen_for_low: bool,
        remarks: Vec<(String, String, Remark)>,
    ) -> Self {
        let pairing = pair(&scores);
        let change = paired_change(&pairing.pairs);
        let about =
            Circumstances { better: gauge.better, chosen_for_low, own_scale: gauge.untried };
        let way = |start, end| moved(Pair { start, end }, gauge.threshold, gauge.better);
        let lines = scores.into_iter().map(|Scores { code, start, end }| Line {
            moved: start.zip(end).map(|(start, end)| way(start, end)),
            code,
            start,
            end,
        });
        Self {
            lines: lines.collect(),
            distribution: distribution(&pairing.pairs, gauge.threshold, gauge.better),
            cautions: cautions(change.as_ref(), about),
            axis: axis(gauge, &pairing),
            pairing,
            change,
            remarks,
        }
    }

    /// Whether so many are missing that those who are left may not be like the group.
    pub fn many_are_missing(&self) -> bool {
        self.pairing.drop_out == DropOut::Many
    }
}

/// The scores of everybody with an answer at either of two times, E02 before E10.
pub(super) fn scores(
    it: &Measurement,
    gauge: &Gauge,
    (from, to): (&str, &str),
    remarks: &mut Vec<(String, String, Remark)>,
) -> Vec<Scores> {
    let (first, second) = (latest(it, gauge, from, remarks), latest(it, gauge, to, remarks));
    let value = |of: &[Scored], code: &str| {
        of.iter().find(|scored| pupil_of(&scored.row) == code).and_then(|scored| scored.value)
    };
    let mut codes: Vec<String> = Vec::new();
    for scored in first.iter().chain(&second).filter(|scored| scored.filled > 0) {
        let code = pupil_of(&scored.row);
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    let codes =
        crate::ledger::in_order(codes, |a, b| (a.len(), a.as_str()).cmp(&(b.len(), b.as_str())));
    codes
        .into_iter()
        .map(|code| Scores { start: value(&first, &code), end: value(&second, &code), code })
        .collect()
}

/// The latest row of each pupil in a wave, as a score.
fn latest(
    it: &Measurement,
    gauge: &Gauge,
    wave: &str,
    remarks: &mut Vec<(String, String, Remark)>,
) -> Vec<Scored> {
    let mut found: Vec<Scored> = Vec::new();
    for row in it.rows(wave) {
        let mut scored = scored(it, gauge, wave, &row);
        if scored.filled == 0 && scored.remarks.is_empty() {
            continue;
        }
        if let Some(before) = found.iter().position(|other| pupil_of(&other.row) == pupil_of(&row))
        {
            found.remove(before);
            scored.remarks.push(Remark::Twice);
        }
        found.push(scored);
    }
    for scored in &found {
        let said = scored.remarks.iter();
        remarks.extend(said.map(|it| (wave.to_owned(), scored.row.clone(), *it)));
    }
    found
}

/// Always the whole scale; where there is no highest, up to the highest that was counted.
fn axis(gauge: &Gauge, pairing: &Pairing) -> (f64, f64) {
    let most = pairing.pairs.iter().flat_map(|pair| [pair.start, pair.end]).fold(1.0, f64::max);
    (gauge.min, gauge.max.unwrap_or(most.ceil()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::paired_change::TINY;
    use crate::domain::measurement::{Better, END, POINTS, START, newest_instruments};

    const FIVE: &str = "maaling-ro-og-koncentration-udskoling";

    /// The worked example of the rules, typed in.
    fn example() -> Measurement {
        let mut it = Measurement::default();
        it.set_instrument(FIVE, 1);
        let items: Vec<String> = Gauge::of(&it).unwrap().items;
        for (code, start, end) in [
            ("E01", "32324", "43333"),
            ("E02", "43333", "44343"),
            ("E03", "22324", "33333"),
            ("E04", "3-233", "33333"),
            ("E05", "44342", "44342"),
            ("E06", "23225", "34333"),
            ("E07", "33333", "32323"),
            ("E08", "32234", "43333"),
            ("E09", "22234", "3---2"),
            ("E10", "", "43333"),
        ] {
            assert!(it.add_pupil(code));
            for (wave, answers) in [(START, start), (END, end)] {
                for (item, step) in items.iter().zip(answers.chars()) {
                    let step = step.to_digit(10).and_then(|step| i32::try_from(step).ok());
                    let given = step.map_or(Given::Skipped, Given::Step);
                    it.set_answer(wave, code, item, Some(&given));
                }
            }
        }
        it
    }

    fn measured(it: &Measurement) -> Measured {
        Measured::of(it, &Gauge::of(it).unwrap(), START, END)
    }

    #[test]
    fn the_worked_example_comes_out_of_the_answers() {
        let it = example();
        let found = measured(&it);
        let change = found.change.unwrap();
        assert_eq!((found.pairing.n_start, found.pairing.n_end, change.n), (9, 9, 8));
        assert!((change.change - 0.481_25).abs() < TINY);
        assert!((change.effect.unwrap().g_av - 0.8872).abs() < 0.000_05);
        let ways = found.distribution;
        assert_eq!((ways.improved, ways.unchanged, ways.declined), (5, 2, 1));
        assert_eq!(found.axis, (1.0, 5.0));
        assert!(!found.many_are_missing());
        assert!(found.cautions.contains(&Caution::SuggestsProgress));
        assert!(found.cautions.contains(&Caution::NotValidated));
        assert_eq!(
            found.remarks,
            [
                (START.into(), "E04".into(), Remark::Skipped(1)),
                (END.into(), "E09".into(), Remark::TooFew(2, 3)),
            ]
        );
        let ways: Vec<_> = found.lines.iter().map(|line| line.moved).collect();
        assert_eq!(ways.iter().filter(|it| it.is_none()).count(), 2);
        assert_eq!(ways.get(6), Some(&Some(Moved::Declined)));
    }

    #[test]
    fn of_two_entries_the_latest_counts_and_both_are_kept() {
        let mut it = example();
        let row = it.answer_again(END, "E03");
        for item in Gauge::of(&it).unwrap().items {
            it.set_answer(END, &row, &item, Some(&Given::Step(3)));
        }
        it.set_answer(END, &row, "rk-u5", Some(&Given::Step(5)));
        let found = measured(&it);
        let line = found.lines.iter().find(|line| line.code == "E03").unwrap();
        assert_eq!(line.end, Some(2.6));
        assert!(found.remarks.contains(&(END.into(), "E03+2".into(), Remark::Twice)));
        assert_eq!(found.pairing.n_end, 9);
        assert_eq!(it.answer(END, "E03", "rk-u1"), Some(Given::Step(3)));
    }

    #[test]
    fn what_is_not_on_the_scale_does_not_count_and_is_said() {
        let mut it = example();
        it.set_answer(START, "E01", "rk-u1", Some(&Given::Step(6)));
        it.set_answer(START, "E01", "fra-en-anden", Some(&Given::Step(1)));
        let found = measured(&it);
        let of_first: Vec<_> = found.remarks.iter().filter(|(_, row, _)| row == "E01").collect();
        assert_eq!(of_first.len(), 2);
        assert!(found.remarks.contains(&(START.into(), "E01".into(), Remark::Outside(1))));
        assert!(found.remarks.contains(&(START.into(), "E01".into(), Remark::Strange(1))));
        let line = found.lines.first().unwrap();
        assert_eq!(line.start, Some(2.25));
    }

    #[test]
    fn points_of_a_test_are_the_score_itself() {
        let mut it = Measurement::default();
        it.set_instrument("maaling-testscore", 1);
        for (id, value) in [("ts-navn", "Stavning"), ("ts-max", "20"), ("ts-graense", "2")] {
            it.set_setting(id, value);
        }
        for (n, (start, end)) in
            [("12", "14"), ("15", "15"), ("9", "13"), ("18", "17"), ("14", "18")].iter().enumerate()
        {
            let code = format!("E{:02}", n + 1);
            it.add_pupil(&code);
            it.set_answer(START, &code, POINTS, Some(&Given::Number((*start).into())));
            it.set_answer(END, &code, POINTS, Some(&Given::Number((*end).into())));
        }
        let found = measured(&it);
        assert!((found.change.unwrap().change - 1.8).abs() < TINY);
        let ways = found.distribution;
        assert_eq!((ways.improved, ways.unchanged, ways.declined), (3, 2, 0));
        assert!(!found.cautions.contains(&Caution::NotValidated));
        it.set_answer(END, "E05", POINTS, Some(&Given::Number("21".into())));
        let found = measured(&it);
        assert_eq!(found.pairing.pairs.len(), 4);
        assert_eq!(found.remarks, [(END.into(), "E05".into(), Remark::Outside(1))]);
    }

    #[test]
    fn one_who_left_counts_where_they_answered_and_no_longer_in_the_change() {
        let mut it = example();
        for item in Gauge::of(&it).unwrap().items {
            it.set_answer(END, "E08", &item, None);
        }
        it.set_left("E08", true);
        let found = measured(&it);
        assert_eq!((found.pairing.n_start, found.pairing.pairs.len()), (9, 7));
        assert!(found.many_are_missing(), "7 of 9 is less than four of five");
    }

    #[test]
    fn every_built_in_scale_has_a_gauge() {
        for instrument in newest_instruments().filter(|it| it.scale().is_some()) {
            let mut it = Measurement::default();
            it.set_instrument(&instrument.id, instrument.version);
            let gauge = Gauge::of(&it).unwrap();
            assert!((gauge.threshold * gauge.items.len() as f64 - 2.0).abs() < TINY);
            assert_eq!(gauge.better, Better::Higher);
        }
    }
}
