//! The cells of the grid, the marked one among them, and the keys.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::words::{headings, row_name, trouble};
use crate::app::entry::{self, Doing, Key, pressed};
use crate::app::gauge::Gauge;
use crate::app::measured::scored;
use crate::domain::{Given, Lang, Measurement, answer_path};
use crate::exchange::table::{Grid, read_answer};
use crate::ui::dom::{El, each, el, memo, words};
use crate::ui::form::Form;
use crate::ui::state::App;
use crate::ui::texts::{now, say, text};

/// The id of what comes after the grid.
pub(super) const AFTER: &str = "measure-after";

/// The grid, its marked cell, and what has been done in it.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub app: App,
    pub form: Form<Measurement>,
    pub gauge: StoredValue<Gauge>,
    pub wave: StoredValue<String>,
    /// The rows, in order.
    pub rows: Signal<Vec<String>>,
    /// The row and item of the marked cell.
    pub row: RwSignal<String>,
    pub item: RwSignal<String>,
    /// What has been written in the marked cell and is longer than a key.
    pub written: RwSignal<String>,
    /// What was wrong with the last key; empty when nothing was.
    pub said: RwSignal<String>,
    /// What was in each cell before it was changed, the last at the end.
    done: StoredValue<Vec<Step>>,
    pub can_undo: RwSignal<bool>,
}

/// The cells that one step changed, as they were before.
type Step = Vec<(String, String, Option<Given>)>;

impl Board {
    pub fn new(app: App, form: Form<Measurement>, wave: String, gauge: Gauge) -> Self {
        let of = wave.clone();
        let rows = memo(move || {
            ["pupils", "left", "again"].into_iter().for_each(|place| form.track(place));
            form.value.with_untracked(|it| it.rows(&of))
        });
        // Who comes back goes on where nothing is answered yet.
        let (first, item) = form.value.with_untracked(|it| {
            let rows = rows.get_untracked();
            let mut cells =
                rows.iter().flat_map(|row| gauge.items.iter().map(move |item| (row, item)));
            let open = cells.clone().find(|(row, item)| it.answer(&wave, row, item).is_none());
            let (row, item) = open.or_else(|| cells.next()).unzip();
            (row.cloned().unwrap_or_default(), item.cloned().unwrap_or_default())
        });
        let item =
            if item.is_empty() { gauge.items.first().cloned().unwrap_or_default() } else { item };
        Self {
            app,
            form,
            gauge: StoredValue::new(gauge),
            wave: StoredValue::new(wave),
            rows,
            row: RwSignal::new(first),
            item: RwSignal::new(item),
            written: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            done: StoredValue::new(Vec::new()),
            can_undo: RwSignal::new(false),
        }
    }

    pub fn items(self) -> Vec<String> {
        self.gauge.with_value(|gauge| gauge.items.clone())
    }

    /// What a table is laid over.
    pub fn table(self, with_new: bool) -> Grid {
        let at = self.entry().at;
        let (column, headings) =
            self.gauge.with_value(|gauge| (gauge.column, headings(self.app, gauge.scale.as_ref())));
        Grid { rows: self.rows.get_untracked(), column, headings, at, with_new }
    }

    pub fn answer(self, row: &str, item: &str) -> Option<Given> {
        self.wave.with_value(|wave| self.form.value.with_untracked(|it| it.answer(wave, row, item)))
    }

    /// An answer, followed.
    pub fn follow_answer(self, row: &str, item: &str) -> Option<Given> {
        self.form.track(&self.wave.with_value(|wave| answer_path(wave, row, item)));
        self.answer(row, item)
    }

    /// Where the marked cell is.
    pub fn entry(self) -> entry::Board {
        let (rows, items) = (self.rows.get_untracked(), self.items());
        let place = |all: &[String], it: &str| all.iter().position(|known| known == it);
        let at = (
            self.row.with_untracked(|row| place(&rows, row)).unwrap_or_default(),
            self.item.with_untracked(|item| place(&items, item)).unwrap_or_default(),
        );
        let column = self.gauge.with_value(|gauge| gauge.column);
        entry::Board { rows: rows.len(), columns: items.len(), column, at }
    }

    /// Does what a key asked for.
    pub fn act(self, doing: Vec<Doing>) {
        self.said.set(String::new());
        for doing in doing {
            match doing {
                Doing::Answer(given) => self.put(Some(given)),
                Doing::Clear => self.put(None),
                Doing::Write(written) => self.written.set(written),
                Doing::Go(row, column) => self.go(row, column),
                Doing::Leave => {
                    crate::ui::components::focus_field(AFTER);
                }
                Doing::Undo => self.undo(),
                Doing::Refuse(text, why) => {
                    let column = self.gauge.with_value(|gauge| gauge.column);
                    self.said.set(untrack(|| trouble(self.app, &text, why, column)));
                }
            }
        }
    }

    /// Puts an answer in the marked cell. What is being written is one step, however many keys it is.
    fn put(self, given: Option<Given>) {
        let (row, item) = (self.row.get_untracked(), self.item.get_untracked());
        let before = self.answer(&row, &item);
        if before == given {
            return;
        }
        let writing = self.written.with_untracked(|written| written.chars().count() > 1);
        let goes_on = writing
            && self.done.with_value(|done| {
                let last = done.last().and_then(|step| step.first());
                last.is_some_and(|(last, of, _)| *last == row && *of == item)
            });
        if !goes_on {
            self.remember(vec![(row.clone(), item.clone(), before)]);
        }
        let wave = self.wave.with_value(Clone::clone);
        self.form.edit(|it| it.set_answer(&wave, &row, &item, given.as_ref()));
    }

    /// Puts several answers in at once, as one step.
    pub fn put_all(self, all: Vec<(String, String, Given)>) {
        let step =
            all.iter().map(|(row, item, _)| (row.clone(), item.clone(), self.answer(row, item)));
        self.remember(step.collect());
        let wave = self.wave.with_value(Clone::clone);
        self.form.edit(|it| {
            for (row, item, given) in &all {
                it.set_answer(&wave, row, item, Some(given));
            }
        });
    }

    fn remember(self, step: Step) {
        self.done.try_update_value(|done| done.push(step));
        self.can_undo.set(true);
    }

    /// Takes back the last step, and marks where it was.
    pub fn undo(self) {
        let step = self.done.try_update_value(Vec::pop).flatten();
        self.can_undo.set(self.done.with_value(|done| !done.is_empty()));
        let Some(step) = step else {
            self.said.set(text!(self.app, measure.nothing_to_undo));
            return;
        };
        let wave = self.wave.with_value(Clone::clone);
        self.form.edit(|it| {
            for (row, item, before) in &step {
                it.set_answer(&wave, row, item, before.as_ref());
            }
        });
        self.written.set(String::new());
        if let Some((row, item, _)) = step.first() {
            self.mark(row, item);
        }
    }

    fn go(self, row: usize, column: usize) {
        let row = self.rows.with_untracked(|rows| rows.get(row).cloned());
        let item = self.items().get(column).cloned();
        if let (Some(row), Some(item)) = (row, item) {
            self.mark(&row, &item);
        }
    }

    /// Marks a cell and gives it the focus.
    pub fn mark(self, row: &str, item: &str) {
        self.written.set(String::new());
        self.row.set(row.to_owned());
        self.item.set(item.to_owned());
        let id = cell_id(row, item);
        if !focus_cell(&id) {
            // A row that was only now asked for is made with the next turn.
            spawn_local(async move {
                TimeoutFuture::new(0).await;
                focus_cell(&id);
            });
        }
    }

    fn is_marked(self, row: &str, item: &str) -> bool {
        self.row.with(|marked| marked == row) && self.item.with(|marked| marked == item)
    }
}

fn cell_id(row: &str, item: &str) -> String {
    format!("cell-{}-{item}", row.replace('+', "-"))
}

/// Gives a cell the focus; says whether it is there.
fn focus_cell(id: &str) -> bool {
    let cell = document().get_element_by_id(id);
    let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    // Refused only by what cannot take the focus, and a marked cell can.
    cell.focus().is_ok()
}

/// An answer as it stands in its cell.
pub(super) fn spelled(app: App, given: Option<&Given>) -> String {
    match given {
        None => String::new(),
        Some(Given::Step(step)) => step.to_string(),
        Some(Given::Number(number)) if app.lang() == Lang::Da => number.replace('.', ","),
        Some(Given::Number(number)) => number.clone(),
        Some(Given::Skipped) => "\u{2013}".to_owned(),
    }
}

/// A table that may be wider than the screen, to be moved with the keys as well.
pub(super) fn scrolled(label: Signal<String>, table: El) -> El {
    el("div")
        .class("measure-scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(table)
}

/// The table.
pub(super) fn cells(board: Board) -> El {
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
    el("th")
        .attr("scope", "col")
        .attr("title", text)
        .class_if("measure-here", move || board.item.with(|marked| *marked == item))
        .child(el("span").class("measure-head").child(text))
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
        board.form.track(&board.wave.with_value(|wave| format!("answers/{wave}/{of}")));
        let filled = board.wave.with_value(|wave| {
            board.gauge.with_value(|gauge| {
                board.form.value.with_untracked(|it| scored(it, gauge, wave, &of).filled)
            })
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
            board.form.track(&board.wave.with_value(|wave| format!("answers/{wave}")));
            let rows = board.rows.get();
            let filled = rows.iter().filter(|row| board.answer(row, &item).is_some()).count();
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
