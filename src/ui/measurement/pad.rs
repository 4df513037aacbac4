//! What is asked in the marked cell, and a big pad to answer it with a finger.

use super::board::{AFTER, Board};
use crate::app::measurement::entry::{Key, pressed};
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;
use crate::ui::words::row_name;

/// The question, and the pad.
pub fn pad(board: Board) -> El {
    let app = board.app;
    let question = move || {
        let item = board.item.get();
        let code = row_name(app, &board.row.get());
        let text = board.gauge.with_value(|gauge| {
            let scale = gauge.scale.as_ref()?;
            let place = scale.items.iter().position(|it| it.id == item)?;
            let item = scale.items.get(place)?;
            Some(format!("{} · {}. {}", code, place + 1, item.text.get(app.lang())))
        });
        text.unwrap_or(code)
    };
    let said = move || board.said.get();
    let is_wrong = move || board.said.with(|said| !said.is_empty());
    let undo = held(move || board.undo())
        .attr("aria-label", say!(app, measure.undo))
        .child(icon(IconName::Undo))
        .child(el("span").class("measure-word").child(say!(app, measure.undo_short)));
    el("div")
        .class("measure-pad")
        .child(el("p").class("measure-question").child(question))
        .child(
            el("p")
                .class("measure-said")
                .class_if("field-error", is_wrong)
                .attr("role", "alert")
                .child(said),
        )
        .child(
            el("div")
                .class("measure-buttons")
                .id(AFTER)
                .attr("tabindex", "-1")
                .child(buttons(board))
                .child(undo),
        )
}

/// A button for each step with its word, or the digits; and the ways on.
fn buttons(board: Board) -> Vec<El> {
    let app = board.app;
    let mut all = Vec::new();
    let scale = board.gauge.with_value(|gauge| gauge.scale.clone());
    if let Some(scale) = scale.filter(|_| board.entry().is_one_key()) {
        for step in scale.steps {
            let value = step.value.to_string();
            let is_named = step.label.da != value;
            let label = words(move || step.label.get(app.lang()).to_owned());
            let word = is_named.then(|| el("span").class("measure-word").child(label));
            let name = el("span").class("measure-digit").child(value.clone());
            all.push(key(board, value).child(name).child(word));
        }
    } else {
        let comma = move || if app.lang() == Lang::Da { "," } else { "." };
        for digit in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] {
            all.push(
                key(board, digit.to_owned()).child(el("span").class("measure-digit").child(digit)),
            );
        }
        all.push(key(board, ",".to_owned()).child(el("span").class("measure-digit").child(comma)));
        all.push(key(board, "Enter".to_owned()).child(say!(app, measure.next)));
    }
    all.push(key(board, " ".to_owned()).child(say!(app, measure.skip)));
    all.push(key(board, "Backspace".to_owned()).child(say!(app, measure.clear)));
    all
}

/// A press does what the key does.
fn key(board: Board, name: String) -> El {
    held(move || {
        let key = Key { name: &name, shift: false, control: false };
        let doing = board.written.with_untracked(|written| pressed(board.entry(), key, written));
        if let Some(doing) = doing {
            board.act(doing);
        }
    })
}

/// A key of the pad. The marked cell keeps the focus when it is pressed.
fn held(press: impl Fn() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("measure-key")
        .on("pointerdown", |event| event.prevent_default())
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |_| press())
}

/// Says a number of cells in words: `1 svar`, `12 svar`.
pub fn answers(app: App, n: usize) -> String {
    if n == 1 { now!(app, measure.one_answer) } else { now!(app, measure.n_answers, n = n) }
}
