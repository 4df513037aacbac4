//! The cells of the grid and the keys.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::board::{Board, cell_id};
use crate::app::measurement::entry::{Key, pressed};
use crate::app::measurement::measured::scored;
use crate::domain::measurement::Given;
use crate::domain::text::Lang;
use crate::exchange::table::read_answer;
use crate::ui::kit::prelude::*;
use crate::ui::words::{headings, row_name};

/// An answer as it stands in its cell.
pub fn spelled(app: App, given: Option<&Given>) -> String {
    match given {
        None => String::new(),
        Some(Given::Step(step)) => step.to_string(),
        Some(Given::Number(number)) if app.lang() == Lang::Da => number.replace('.', ","),
        Some(Given::Number(number)) => number.clone(),
        Some(Given::Skipped) => "\u{2013}".to_owned(),
    }
}

/// A table that may be wider than the screen, to be moved with the keys as well.
pub fn scrolled(label: Signal<String>, table: El) -> El {
    el("div")
        .class("measure-scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(table)
}

/// The table.
pub fn cells(board: Board) -> El {
    let app = board.app;
    let columns = board.gauge.with_value(|gauge| gauge.items.len());
    let heads: Vec<El> = (0..columns).map(|column| head(board, column)).collect();
    let head_row = el("tr")
        .child(
            el("th").attr("scope", "col").class("measure-corner").child(say!(app, measure.pupil)),
        )
        .child(heads)
        .child(
            el("th").attr("scope", "col").class("measure-sum").child(say!(app, measure.answers)),
        );
    let rows = each(move || board.rows.get(), Clone::clone, move |row: String| line(board, row));
    let table = el("table")
        .class("measure-grid number")
        .attr("role", "grid")
        .attr("aria-label", say!(app, measure.grid))
        .attr("aria-describedby", "measure-keys")
        .on("keydown", move |event| on_key(board, &event))
        .child(el("thead").child(head_row))
        .child(el("tbody").child(rows))
        .child(el("tfoot").child(foot(board)));
    el("div")
        .class("stack-tight stack")
        .child(el("p").class("soft measure-keys").id("measure-keys").child(keys_said(board)))
        .child(el("div").class("measure-scroll").child(table))
}

fn keys_said(board: Board) -> Signal<String> {
    let app = board.app;
    if board.entry().is_one_key() {
        let (min, max) =
            board.gauge.with_value(|gauge| (gauge.min, gauge.max.unwrap_or(gauge.min)));
        say!(app, measure.keys_steps, min = min, max = max)
    } else {
        say!(app, measure.keys_numbers)
    }
}

/// What a column asks: its number for the eye, all of it for the ear and where there is room.
fn head(board: Board, column: usize) -> El {
    let app = board.app;
    let scale = board.gauge.with_value(|gauge| gauge.scale.clone());
    let item = board.items().get(column).cloned().unwrap_or_default();
    let text =
        words(move || headings(app, scale.as_ref()).get(column).cloned().unwrap_or_default());
    // The number stands alone where the words have no room.
    let words_alone = words(move || {
        text.with(|text| text.split_once(". ").map_or(text.as_str(), |(_, rest)| rest).to_owned())
    });
    let number =
        text.with_untracked(|text| text.contains(". ")).then(|| format!("{}. ", column + 1));
    el("th")
        .attr("scope", "col")
        .attr("title", text)
        .class_if("measure-here", move || board.item.with(|marked| *marked == item))
        .child(
            el("span")
                .class("measure-head")
                .child(number)
                .child(el("span").class("measure-head-words").child(words_alone)),
        )
}

fn line(board: Board, row: String) -> El {
    let app = board.app;
    let name = {
        let row = row.clone();
        words(move || row_name(app, &row))
    };
    let items = board.items();
    let many = items.len();
    let cells: Vec<El> = items
        .into_iter()
        .enumerate()
        .map(|(n, item)| cell(board, row.clone(), item, n + 1, name))
        .collect();
    let of = row.clone();
    let sum = move || {
        let filled = board.wave.with_value(|wave| {
            board
                .gauge
                .with_value(|gauge| board.form.with(|it| scored(it, gauge, wave, &of).filled))
        });
        format!("{filled}/{many}")
    };
    el("tr")
        .class_if("measure-here", move || board.row.with(|marked| *marked == row))
        .child(el("th").attr("scope", "row").child(name))
        .child(cells)
        .child(el("td").class("measure-sum soft").child(sum))
}

fn cell(board: Board, row: String, item: String, number: usize, name: Signal<String>) -> El {
    let app = board.app;
    let at = StoredValue::new((row.clone(), item.clone()));
    let marked = memo(move || at.with_value(|(row, item)| board.is_marked(row, item)));
    let text = move || {
        let given = at.with_value(|(row, item)| board.follow_answer(row, item));
        let written = board.written.get();
        if marked.get() && !written.is_empty() { written } else { spelled(app, given.as_ref()) }
    };
    let is_wrong = move || {
        let given = at.with_value(|(row, item)| board.follow_answer(row, item));
        let column = board.gauge.with_value(|gauge| gauge.column);
        let kept = spelled(app, given.as_ref());
        !kept.is_empty() && read_answer(&kept, column).is_err()
    };
    let label = words(move || {
        let said = text();
        let said = if said.is_empty() { now!(app, measure.empty) } else { said };
        now!(app, measure.cell, code = name.get(), n = number, answer = said)
    });
    el("td")
        .id(cell_id(&row, &item))
        .attr("role", "gridcell")
        .attr("tabindex", move || if marked.get() { "0" } else { "-1" })
        .attr("aria-label", label)
        .attr("aria-invalid", move || is_wrong().then_some("true"))
        .class("measure-cell")
        .class_if("measure-marked", move || marked.get())
        .on("focus", move |_| {
            at.with_value(|(row, item)| {
                if !untrack(|| board.is_marked(row, item)) {
                    // Left by a finger while it could not be read: that is said, and nothing is kept.
                    let refused = board.written.with_untracked(|it| board.entry().refused(it));
                    board.act(refused.into_iter().collect());
                    board.written.set(String::new());
                    board.row.set(row.clone());
                    board.item.set(item.clone());
                }
            });
        })
        .child(text)
}

/// How many have answered each question.
fn foot(board: Board) -> El {
    let app = board.app;
    let sums = board.items().into_iter().map(|item| {
        let count = move || {
            let rows = board.rows.get();
            let is_filled = |row: &&String| board.follow_answer(row, &item).is_some();
            let filled = rows.iter().filter(is_filled).count();
            format!("{filled}/{}", rows.len())
        };
        el("td").class("soft").child(count)
    });
    el("tr")
        .child(el("th").attr("scope", "row").child(say!(app, measure.answers)))
        .child(sums.collect::<Vec<_>>())
        .child(el("td").class("measure-sum"))
}

fn on_key(board: Board, event: &Event) {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.alt_key() || event.is_composing() {
        return;
    }
    // With Shift some keyboards call it something else.
    let name = if event.code() == "Tab" { "Tab".to_owned() } else { event.key() };
    let key = Key {
        name: &name,
        shift: event.shift_key(),
        control: event.ctrl_key() || event.meta_key(),
    };
    let doing = board.written.with_untracked(|written| pressed(board.entry(), key, written));
    if let Some(doing) = doing {
        event.prevent_default();
        board.act(doing);
    }
}
