//! The grid's marked cell, what is written in it, and what has been done and can be taken back.

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::measurement::entry::{self, Doing};
use crate::app::measurement::gauge::Gauge;
use crate::domain::measurement::{Given, Measurement};
use crate::exchange::table::Grid;
use crate::ui::kit::prelude::*;
use crate::ui::words::{headings, trouble};

/// The id of what comes after the grid.
pub const AFTER: &str = "measure-after";

/// The grid, its marked cell, and what has been done in it.
#[derive(Clone, Copy)]
pub struct Board {
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
}

/// The cells that one step changed, as they were before.
pub type Step = Vec<(String, String, Option<Given>)>;

impl Board {
    pub fn new(app: App, form: Form<Measurement>, wave: String, gauge: Gauge) -> Self {
        let of = wave.clone();
        let rows = memo(move || form.with(|it| it.rows(&of)));
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
        let row = RwSignal::new(first);
        // Where the marked row goes, another one can still be reached with the keys.
        Effect::new(move || {
            let rows = rows.get();
            if !row.with_untracked(|row| rows.contains(row)) {
                row.set(rows.into_iter().next().unwrap_or_default());
            }
        });
        Self {
            app,
            form,
            gauge: StoredValue::new(gauge),
            wave: StoredValue::new(wave),
            rows,
            row,
            item: RwSignal::new(item),
            written: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            done: StoredValue::new(Vec::new()),
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
        self.wave.with_value(|wave| self.form.with(|it| it.answer(wave, row, item)))
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
                    focus_field(AFTER);
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

    /// Puts several answers in at once, as one step; gives what was there before.
    pub fn put_all(self, all: Vec<(String, String, Given)>) -> Step {
        let step =
            all.iter().map(|(row, item, _)| (row.clone(), item.clone(), self.answer(row, item)));
        let step: Step = step.collect();
        self.remember(step.clone());
        let wave = self.wave.with_value(Clone::clone);
        self.form.edit(|it| {
            for (row, item, given) in &all {
                it.set_answer(&wave, row, item, Some(given));
            }
        });
        step
    }

    fn remember(self, step: Step) {
        self.done.try_update_value(|done| done.push(step));
    }

    /// Takes back the last step, and marks where it was.
    pub fn undo(self) {
        let step = self.done.try_update_value(Vec::pop).flatten();
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

    pub fn is_marked(self, row: &str, item: &str) -> bool {
        self.row.with(|marked| marked == row) && self.item.with(|marked| marked == item)
    }
}

/// What a cell is called in the document.
pub fn cell_id(row: &str, item: &str) -> String {
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
