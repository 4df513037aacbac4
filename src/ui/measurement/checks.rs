//! What has to be known of the rows before going on: who has answered too little, what does not count.

use super::board::Board;
use crate::app::measurement::measured::{Remark, scored};
use crate::domain::measurement::{entry_of, pupil_of};
use crate::ui::kit::prelude::*;
use crate::ui::words::{remark, row_name};

/// The list, kept as answers come.
pub fn checks(board: Board) -> El {
    let app = board.app;
    let found = memo(move || {
        let rows = board.rows.get();
        let (mut lines, mut empty) = (Vec::new(), Vec::new());
        for row in &rows {
            let found = board.wave.with_value(|wave| {
                board.gauge.with_value(|gauge| board.form.with(|it| scored(it, gauge, wave, row)))
            });
            let is_latest = !rows
                .iter()
                .any(|other| pupil_of(other) == pupil_of(row) && entry_of(other) > entry_of(row));
            if found.filled == 0 && found.remarks.is_empty() {
                empty.push(row_name(app, row));
                continue;
            }
            lines.extend(found.remarks.iter().map(|it| remark(app, row, *it)));
            if is_latest && entry_of(row) > 1 {
                lines.push(remark(app, row, Remark::Twice));
            }
        }
        if !empty.is_empty() && empty.len() < rows.len() {
            lines.push(now!(app, measure.no_answers_yet, codes = empty.join(", ")));
        }
        lines
    });
    let lines = move || {
        let lines = found.get();
        if lines.is_empty() {
            return soft(say!(app, measure.all_fine));
        }
        let lines: Vec<El> = lines.into_iter().map(|line| el("li").child(line)).collect();
        el("ul").class("measure-checks").attr("role", "list").child(lines)
    };
    el("section")
        .class("part stack-tight stack")
        .attr("aria-labelledby", "measure-checks")
        .child(el("h2").id("measure-checks").child(say!(app, measure.checks)))
        .child(lines)
}
