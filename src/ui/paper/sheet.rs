//! A sheet of paper: its frame, lists, lines to write on, boxes to tick, and the button that prints it.

use crate::platform::print;
use crate::ui::dom::{El, View, el, on_page};
use crate::ui::kit::{Button, ButtonKind, IconName};
use crate::ui::shell::{App, say};

/// Opens the browser's printing.
pub fn print_button(app: App) -> Button {
    Button::new(say!(app, record.print), print::print)
        .kind(ButtonKind::Primary)
        .icon(IconName::Note)
}

/// A sheet whose heading stands on top of every page of paper: browsers repeat the head of a table.
pub fn paper(heading: String, content: Vec<View>) -> El {
    let head = el("thead").child(el("tr").child(el("td").class("paper-heading").child(heading)));
    let body = el("tbody").child(el("tr").child(el("td").class("paper-body").child(content)));
    on_page("has-paper");
    el("table").class("paper").attr("role", "presentation").child(head).child(body)
}

pub fn list(lines: Vec<String>) -> El {
    let lines: Vec<El> = lines.into_iter().map(|line| el("li").child(line)).collect();
    el("ul").class("paper-lines").attr("role", "list").child(lines)
}

/// Something to tick.
pub fn boxed(label: String) -> El {
    let tick = el("span").class("blank-box").attr("aria-hidden", "true");
    el("span").class("blank-choice").child(tick).child(el("span").child(label))
}

/// Lines to write on.
pub fn lines(count: u32) -> El {
    let lines = (0..count).map(|_| el("div").class("blank-rule"));
    el("div").attr("aria-hidden", "true").child(lines.collect::<Vec<_>>())
}
