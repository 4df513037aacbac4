//! An exit ticket on the big screen: the question and the answers so large that the last row can read
//! them. A press on an answer counts a hand.

use super::exit_count::{Presses, press, undo};
use crate::domain::forms::Titled;
use crate::domain::plan::{ExitQuestion, ExitTicket};
use crate::ui::dom::focus_in_place;
use crate::ui::kit::MAIN_ID;
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The screen; `leave` goes back to the page.
pub fn board(
    app: App,
    form: Form<ExitTicket>,
    question: &ExitQuestion,
    presses: Presses,
    leave: impl Fn() + Clone + 'static,
) -> View {
    let heading = el("h1")
        .class("board-question")
        .attr("tabindex", "-1")
        .child(localized(question.prompt.clone()));
    let focused = heading.clone();
    Effect::new(move || focus_in_place(focused.html()));
    let tiles = question.options.iter().map(|option| tile(app, form, option, presses));
    let tiles: Vec<El> = tiles.collect();
    let has_options = !tiles.is_empty();
    let n = memo(move || {
        form.with(|it| if has_options { it.total() } else { it.answers().len() as u64 })
    });
    let by_key = leave.clone();
    let close =
        Button::new(say!(app, plan.big_close), leave).kind(ButtonKind::Quiet).icon(IconName::Close);
    on_page("has-board");
    el("div")
        .class("board")
        .on("keydown", move |event| {
            if key_of(&event) == "Escape" {
                by_key();
            }
        })
        .child(
            el("main")
                .class("board-main")
                .id(MAIN_ID)
                .attr("tabindex", "-1")
                .child(heading)
                .child(has_options.then(|| el("div").class("board-options").child(tiles))),
        )
        .child(
            el("footer")
                .class("board-foot")
                .child(el("p").class("number").child(say!(app, plan.big_n, n = n.get())))
                .child(has_options.then(|| undo(app, form, presses)))
                .child(close),
        )
        .view()
}

fn tile(app: App, form: Form<ExitTicket>, option: &Titled, presses: Presses) -> El {
    let id = StoredValue::new(option.id.clone());
    let label = localized(option.label.clone());
    let count = memo(move || form.with(|it| id.with_value(|id| it.count(id))).unwrap_or_default());
    let name = words(move || {
        let more = now!(app, plan.one_more, option = label.get());
        format!("{more} ({})", count.get())
    });
    el("button")
        .attr("type", "button")
        .class("board-option")
        .attr("aria-label", name)
        .on("click", move |_| id.with_value(|id| press(form, id, presses)))
        .child(el("span").attr("aria-hidden", "true").child(label))
        .child(el("span").class("board-count number").attr("aria-hidden", "true").child(count))
}
