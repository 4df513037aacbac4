//! More rows, and answers from a spreadsheet: first what lands where, then putting it in.

use futures::FutureExt;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::board::Board;
use super::cells::{scrolled, spelled};
use super::pad::answers;
use crate::app::store::Clock as _;
use crate::domain::measurement::{MOST_PUPILS_MEASURED, Measurement, pupil_of};
use crate::exchange::csv::{decode, read_table, write_table};
use crate::exchange::table::{Laid, lay, table_of};
use crate::exchange::table_file_name;
use crate::platform::clock::BrowserClock;
use crate::platform::files::{self, Prepared};
use crate::ui::kit::file_pick;
use crate::ui::kit::prelude::*;
use crate::ui::words::{errors, headings, row_name, trouble};

/// A table larger than this is no class.
const MOST_BYTES: u64 = 1_000_000;

/// How many troubles are spelled out; the rest are counted.
const SPELLED: usize = 30;

/// The ways to more rows and answers.
pub fn paste_part(board: Board) -> El {
    let app = board.app;
    let open = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    let paste = move || {
        pasted.set(String::new());
        open.set(true);
    };
    let buttons = el("div")
        .class("row")
        .child(new_pupil(board))
        .child(again(board))
        .child(Button::new(say!(app, measure.paste), paste).icon(IconName::Add))
        .child(pick(board, pasted, open))
        .child(
            Button::new(say!(app, measure.csv_out), move || csv_out(board))
                .icon(IconName::Download),
        );
    section("measure-more", say!(app, measure.more))
        .child(buttons)
        .child(dialog(board, open, pasted))
        .child(listen(board, open, pasted))
}

/// What is pasted while a cell is marked opens the preview.
fn listen(board: Board, open: RwSignal<bool>, pasted: RwSignal<String>) -> View {
    let handle = window_event_listener_untyped("paste", move |event| {
        let in_grid = document()
            .active_element()
            .and_then(|it| it.closest(".measure-grid").ok().flatten())
            .is_some();
        if !in_grid || open.try_get_untracked() != Some(false) {
            return;
        }
        let Some(found) = clipboard_text(&event) else { return };
        event.prevent_default();
        board.written.try_set(String::new());
        pasted.try_set(found);
        open.try_set(true);
    });
    on_cleanup(move || handle.remove());
    View::nothing()
}

/// The text of what is pasted.
fn clipboard_text(event: &Event) -> Option<String> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let data = get(event, "clipboardData")?;
    let read = get(&data, "getData")?.dyn_into::<js_sys::Function>().ok()?;
    let text = read.call1(&data, &"text/plain".into()).ok()?.as_string()?;
    (!text.trim().is_empty()).then_some(text)
}

fn new_pupil(board: Board) -> Button {
    let (app, form) = (board.app, board.form);
    let next = memo(move || form.with(|it| it.next_code()));
    let add = move || {
        let code = next.get_untracked();
        if form.value.with_untracked(|it| it.pupils().len()) >= MOST_PUPILS_MEASURED {
            app.toasts.say(text!(app, measure.full));
            return;
        }
        form.edit(|it| {
            it.add_pupil(&code);
        });
        let first = board.items().first().cloned().unwrap_or_default();
        board.mark(&code, &first);
    };
    Button::new(words(move || now!(app, measure.new_pupil, code = next.get())), add)
        .icon(IconName::Add)
}

/// One more set of answers from the pupil that is marked: both are kept, and the latest counts.
fn again(board: Board) -> Button {
    let (app, form) = (board.app, board.form);
    let open = move || {
        let pupil = board.row.with_untracked(|row| pupil_of(row).to_owned());
        let wave = board.wave.with_value(Clone::clone);
        let rows = board.rows.get_untracked();
        let mut row = rows.into_iter().rfind(|row| pupil_of(row) == pupil).unwrap_or_default();
        // One that is still empty is there to be filled in.
        if form.value.with_untracked(|it| it.has_answers(&wave, &row)) {
            form.edit(|it| row = it.answer_again(&wave, &pupil));
        }
        let first = board.items().first().cloned().unwrap_or_default();
        board.mark(&row, &first);
    };
    let label = words(move || {
        let row = board.row.get();
        now!(app, measure.again, code = pupil_of(&row))
    });
    Button::new(label, open).kind(ButtonKind::Quiet)
}

/// Picks a file with a table.
fn pick(board: Board, pasted: RwSignal<String>, open: RwSignal<bool>) -> El {
    let app = board.app;
    file_pick(say!(app, measure.csv_in), false, move |picked| {
        async move {
            for file in picked {
                match files::read(&file, MOST_BYTES).await {
                    Ok(bytes) => {
                        pasted.try_set(decode(&bytes));
                        open.try_set(true);
                    }
                    Err(error) => app.toasts.say(errors::file(app.lang_now(), error)),
                }
            }
        }
        .boxed_local()
    })
}

/// Writes the answers of the wave as a file for a spreadsheet.
fn csv_out(board: Board) {
    let app = board.app;
    let grid = board.table(false);
    let items = board.items();
    let answer = |row: &str, column: usize| board.answer(row, items.get(column)?);
    let rows = table_of(&text!(app, measure.pupil), &grid, answer);
    let name = table_file_name(BrowserClock.today());
    let made = Prepared::table(&name, &write_table(&rows)).and_then(|file| file.download());
    match made {
        Ok(()) => app.toasts.say(text!(app, measure.csv_made, name = name)),
        Err(error) => app.toasts.say(errors::file(app.lang_now(), error)),
    }
}

fn dialog(board: Board, open: RwSignal<bool>, pasted: RwSignal<String>) -> Dialog {
    let app = board.app;
    let with_new = RwSignal::new(false);
    let laid = move || {
        let grid = board.table(with_new.get());
        lay(&read_table(&pasted.get()), &grid)
    };
    let close = move || {
        open.set(false);
        with_new.set(false);
    };
    let put = move || {
        let laid = untrack(laid);
        put_in(board, &laid);
        close();
    };
    let area = Field::new(say!(app, measure.paste_here))
        .hint(say!(app, measure.paste_hint))
        .area(pasted, move |typed| pasted.set(typed));
    let some = move || open.get() && pasted.with(|text| !text.trim().is_empty());
    let preview = show(some, move || {
        let laid = laid();
        preview(board, &laid, with_new)
    });
    let count = memo(move || if open.get() { laid().fits.len() } else { 0 }.to_string());
    let action = move || {
        let n = count.get().parse().unwrap_or(0_usize);
        let label = words(move || now!(app, measure.put_in, answers = answers(app, n)));
        let button = Button::new(label, put).kind(ButtonKind::Primary).icon(IconName::Check);
        if n == 0 {
            return button
                .disabled_reason(memo(move || Some(now!(app, measure.nothing_fits))))
                .view();
        }
        button.view()
    };
    Dialog::new(open, close, say!(app, measure.paste), say!(app, measure.close))
        .child(area)
        .child(preview)
        .actions((Button::new(say!(app, measure.cancel), close).kind(ButtonKind::Quiet), action))
}

/// What lands where, what does not and why, and what would be written over.
fn preview(board: Board, laid: &Laid, with_new: RwSignal<bool>) -> El {
    let app = board.app;
    let items = board.items();
    let before = |row: &str, column: usize| board.answer(row, items.get(column)?);
    let other = laid
        .fits
        .iter()
        .filter(|fit| before(&fit.row, fit.column).is_some_and(|before| before != fit.given));
    let over = other.count();
    let where_to = if laid.by_codes {
        now!(app, measure.by_codes)
    } else {
        let at = board.entry().at;
        let row = board.rows.with_untracked(|rows| rows.get(at.0).cloned()).unwrap_or_default();
        now!(app, measure.from_cell, code = row_name(app, &row), n = at.1 + 1)
    };
    let mut said = vec![where_to];
    if laid.headed {
        said.push(now!(app, measure.headed));
    }
    if over > 0 {
        said.push(now!(app, measure.over, answers = answers(app, over)));
    }
    if !laid.twice.is_empty() {
        said.push(now!(app, measure.twice_in, codes = laid.twice.join(", ")));
    }
    let said: Vec<El> = said.into_iter().map(|line| el("p").child(line)).collect();
    let new = (!laid.new_codes.is_empty()).then(|| {
        let codes = laid.new_codes.join(", ");
        tick(
            "measure-with-new",
            say!(app, measure.with_new, codes = codes),
            None,
            with_new.into(),
            move |on| with_new.set(on),
        )
    });
    el("div")
        .class("stack")
        .attr("aria-live", "polite")
        .child(el("div").class("stack-tight stack").child(said))
        .child(new)
        .child(troubles(board, laid))
        .child((!laid.fits.is_empty()).then(|| landing(board, laid)))
}

fn troubles(board: Board, laid: &Laid) -> View {
    if laid.troubles.is_empty() {
        return View::nothing();
    }
    let app = board.app;
    let column = board.gauge.with_value(|gauge| gauge.column);
    let mut lines: Vec<El> = laid
        .troubles
        .iter()
        .take(SPELLED)
        .map(|it| {
            let why = trouble(app, &it.text, it.trouble, column);
            let line = now!(app, measure.at_place, row = it.row, column = it.column, why = why);
            el("li").child(line)
        })
        .collect();
    let rest = laid.troubles.len().saturating_sub(SPELLED);
    if rest > 0 {
        lines.push(el("li").child(now!(app, measure.more_troubles, n = rest)));
    }
    Notice::new(NoticeKind::Warning, say!(app, measure.not_in))
        .child(el("ul").class("measure-checks").child(lines))
        .view()
}

/// The cells that answers land in, with what stands there now where that is something else.
fn landing(board: Board, laid: &Laid) -> El {
    let app = board.app;
    let items = board.items();
    let heads = board.gauge.with_value(|gauge| headings(app, gauge.scale.as_ref()));
    let mut rows: Vec<String> = Vec::new();
    for fit in &laid.fits {
        if !rows.contains(&fit.row) {
            rows.push(fit.row.clone());
        }
    }
    let line = |row: &String| {
        let cells = (0..heads.len()).map(|column| {
            let fit = laid.fits.iter().find(|fit| fit.row == *row && fit.column == column);
            let before = items.get(column).and_then(|item| board.answer(row, item));
            let Some(fit) = fit else { return el("td") };
            let new = spelled(app, Some(&fit.given));
            let text = match before.filter(|before| *before != fit.given) {
                Some(before) => format!("{} \u{2192} {new}", spelled(app, Some(&before))),
                None => new,
            };
            el("td").child(text)
        });
        let cells: Vec<El> = cells.collect();
        el("tr").child(el("th").attr("scope", "row").child(row_name(app, row))).child(cells)
    };
    let lines: Vec<El> = rows.iter().map(line).collect();
    let heads: Vec<El> = heads
        .iter()
        .map(|head| {
            let words = el("span").class("measure-head").child(head.clone());
            el("th").attr("scope", "col").attr("title", head.clone()).child(words)
        })
        .collect();
    let head =
        el("tr").child(el("th").attr("scope", "col").child(say!(app, measure.pupil))).child(heads);
    let table = el("table")
        .class("measure-table number")
        .child(el("caption").child(say!(app, measure.lands)))
        .child(el("thead").child(head))
        .child(el("tbody").child(lines));
    scrolled(say!(app, measure.lands), table)
}

/// Puts in what fits, as one step that can be undone, now or when the page is long left.
fn put_in(board: Board, laid: &Laid) {
    let (app, form) = (board.app, board.form);
    let wave = board.wave.with_value(Clone::clone);
    let rows = board.rows.get_untracked();
    let (mut added, mut opened) = (Vec::new(), Vec::new());
    form.edit(|it| {
        for fit in laid.fits.iter().filter(|fit| !rows.contains(&fit.row)) {
            let pupil = pupil_of(&fit.row);
            if !it.pupils().iter().any(|known| known == pupil) && it.add_pupil(pupil) {
                added.push(pupil.to_owned());
            }
            if !it.rows(&wave).contains(&fit.row) {
                opened.push(it.answer_again(&wave, pupil));
            }
        }
    });
    let items = board.items();
    let all = laid.fits.iter().filter_map(|fit| {
        Some((fit.row.clone(), items.get(fit.column)?.clone(), fit.given.clone()))
    });
    let all: Vec<_> = all.collect();
    let said = said(app, all.len(), laid.troubles.len());
    let step = board.put_all(all);
    let back = form.amend_later(move |it: &mut Measurement| {
        for (row, item, before) in &step {
            it.set_answer(&wave, row, item, before.as_ref());
        }
        opened.iter().for_each(|row| it.close_again(&wave, row));
        for pupil in &added {
            it.remove_pupil(pupil);
        }
    });
    app.toasts.say_with_undo(said, text!(app, form.undo), back);
}

fn said(app: App, n: usize, left: usize) -> String {
    let put = untrack(|| answers(app, n));
    if left == 0 {
        text!(app, measure.was_put, answers = put)
    } else {
        text!(app, measure.was_put_but, answers = put, left = left)
    }
}
