//! What waves, instruments and troubles are called.

use crate::app::measurement::gauge::NotReady;
use crate::app::measurement::measured::Remark;
use crate::domain::measurement::{END, Measurement, START, Scale, ScaleItem, entry_of, pupil_of};
use crate::exchange::csv::TableFlaw;
use crate::exchange::table::{Column, Trouble};
use crate::platform::format;
use crate::ui::shell::{App, now};

/// What a wave is called: `Start`, `Midtvejs 2`, `Slut`.
pub fn wave_name(app: App, it: &Measurement, wave: &str) -> String {
    match wave {
        START => now!(app, measure.start),
        END => now!(app, measure.end),
        _ => {
            let waves = it.waves();
            let place = waves.iter().position(|known| known == wave).unwrap_or(1);
            let between = waves.len().saturating_sub(2);
            if between > 1 { now!(app, measure.mid_n, n = place) } else { now!(app, measure.mid) }
        }
    }
}

/// A wave with its day: `Start · 1. september 2026`.
pub fn wave_and_day(app: App, it: &Measurement, wave: &str) -> String {
    let name = wave_name(app, it, wave);
    match it.wave_day(wave) {
        Some(day) => format!("{name} · {}", format::day(app.lang(), day)),
        None => name,
    }
}

/// What a row is called: `E03`, `E03 (svar 2)`.
pub fn row_name(app: App, row: &str) -> String {
    match entry_of(row) {
        1 => pupil_of(row).to_owned(),
        n => now!(app, measure.again_row, code = pupil_of(row), n = n),
    }
}

/// The questions as headings, in the order of the grid.
pub fn headings(app: App, scale: Option<&Scale>) -> Vec<String> {
    match scale {
        Some(scale) => {
            let items = scale.items.iter().enumerate();
            let head = |(n, item): (usize, &ScaleItem)| {
                format!("{}. {}", n + 1, item.text.get(app.lang()))
            };
            items.map(head).collect()
        }
        None => vec![now!(app, measure.points)],
    }
}

/// What is wrong with a cell, and what fits there.
pub fn trouble(app: App, text: &str, trouble: Trouble, column: Column) -> String {
    match trouble {
        Trouble::NotANumber | Trouble::NotAStep | Trouble::OutOfRange => {
            no_answer(app, text, trouble, column)
        }
        Trouble::NotACode if text.is_empty() => now!(app, measure.no_code),
        Trouble::NotACode => now!(app, measure.not_a_code, text = text),
        Trouble::UnknownCode => now!(app, measure.unknown_code, code = text),
        Trouble::TooManyColumns => now!(app, measure.too_wide, text = text),
        Trouble::TooManyRows => now!(app, measure.too_long, text = text),
        Trouble::OtherHeading => now!(app, measure.other_heading, text = text),
        Trouble::Table(TableFlaw::QuoteOpen) => now!(app, measure.quote_open),
        Trouble::Table(TableFlaw::QuoteInside) => now!(app, measure.quote_inside),
        Trouble::Table(TableFlaw::CommaUnsure) => now!(app, measure.comma_unsure),
        Trouble::Table(TableFlaw::NoLetter) => now!(app, measure.no_letter),
    }
}

fn no_answer(app: App, text: &str, trouble: Trouble, column: Column) -> String {
    let number = |number: f64| super::figures::typed(app, number);
    match column {
        Column::Step { min, max } => {
            now!(app, measure.not_a_step, text = text, min = min, max = max)
        }
        Column::Number { .. } if trouble == Trouble::NotANumber => {
            now!(app, measure.not_a_number, text = text)
        }
        Column::Number { min, max: Some(max) } => {
            now!(app, measure.not_in_range, text = text, min = number(min), max = number(max))
        }
        Column::Number { min, max: None } => {
            now!(app, measure.not_from, text = text, min = number(min))
        }
    }
}

/// What has to be known of a row of answers.
pub fn remark(app: App, row: &str, remark: Remark) -> String {
    let code = row_name(app, row);
    match remark {
        Remark::Skipped(1) => now!(app, measure.skipped_one, code = code),
        Remark::Skipped(n) => now!(app, measure.skipped, code = code, n = n),
        Remark::TooFew(0, of) => now!(app, measure.none_answered, code = code, needed = of),
        Remark::TooFew(n, needed) => {
            now!(app, measure.few_answered, code = code, n = n, needed = needed)
        }
        Remark::Twice => now!(app, measure.twice, code = pupil_of(row)),
        Remark::Outside(n) => now!(app, measure.outside, code = code, n = n),
        Remark::Strange(n) => now!(app, measure.strange, code = code, n = n),
    }
}

/// What has to be said before anything can be filled in.
pub fn not_ready(app: App, why: NotReady) -> String {
    match why {
        NotReady::NoInstrument => now!(app, measure.need_instrument),
        NotReady::UnknownInstrument => now!(app, measure.need_newer),
        NotReady::OwnNotDone => now!(app, measure.need_own),
        NotReady::NoRange => now!(app, measure.need_range),
        NotReady::NoStep => now!(app, measure.need_step),
        NotReady::NoThreshold => now!(app, measure.need_threshold),
        NotReady::NoName => now!(app, measure.need_name),
        NotReady::NoDirection => now!(app, measure.need_direction),
    }
}
