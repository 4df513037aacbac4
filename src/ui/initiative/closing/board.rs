//! The board: what supports, what gets in the way, and what is to be tried; with what was agreed on
//! top, and the questions of the guide under it.

use crate::domain::forms::Titled;
use crate::domain::initiative::closing_content::closing_content;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::ui::initiative::expectation_evidence::Known;
use crate::ui::initiative::preparation::questions;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{fresh_id, read, said, take_away};

fn field_id(id: &str) -> String {
    format!("board-{id}")
}

/// The part of the page.
pub(super) fn experience(app: App, form: Form<Initiative>, known: Known) -> View {
    let content = closing_content();
    let columns = content.board.iter().map(|it| column(app, form, it));
    let mirror = content.mirror.id.as_str();
    let answer = read(form, move |it| it.answer(mirror));
    let group = phase_content().sharing();
    let group = group.map(|it| questions::group(app, form, it, known, None));
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, closing.board_text)))
        .child(aims(app, form))
        .child(el("div").class("board-columns").child(columns.collect::<Vec<_>>()))
        .child(
            Field::new(said(app, &content.mirror.label))
                .area(answer, move |text| form.edit(|it| it.set_answer(mirror, &text)))
                .max_length(2000)
                .short(),
        )
        .child(
            bare_section("sharing-questions", say!(app, closing.questions))
                .child(group)
                .child(el("div").class("row").child(guide_link("erfaringer"))),
        )
        .view()
}

/// What the experience is held up against.
fn aims(app: App, form: Form<Initiative>) -> El {
    let purpose = words(move || {
        let purpose = form.with(|it| it.purpose().trim().to_owned());
        if purpose.is_empty() { now!(app, closing.no_purpose) } else { purpose }
    });
    let ids = read(form, Initiative::worded_expectations);
    let expected = move |id: String| {
        let text = read(form, move |it| it.expectation(&id, ExpectationPart::Text));
        el("li").class("as-written").child(move || text.get())
    };
    el("section")
        .class("stack-tight stack")
        .attr("aria-labelledby", "closing-aims")
        .child(el("h2").id("closing-aims").child(say!(app, closing.aims)))
        .child(el("p").class("as-written").child(purpose))
        .child(el("ul").child(each(move || ids.get(), String::clone, expected)))
}

fn column(app: App, form: Form<Initiative>, column: &'static Titled) -> El {
    let id = column.id.as_str();
    let title = said(app, &column.label);
    let ids = read(form, move |it| it.board(id));
    let add = move || {
        let note = app.store().new_part();
        form.edit(|it| it.add_board_note(&note, id));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&field_id(&note));
        });
    };
    let add_name = say!(app, closing.add_note, column = title.get());
    el("section")
        .class("board-column stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
        .child(each(move || ids.get(), String::clone, move |it| note(app, form, column, it)))
        .child(el("div").class("row").child(Button::new(add_name, add).icon(IconName::Add)))
}

fn note(app: App, form: Form<Initiative>, column: &'static Titled, id: String) -> El {
    let title = said(app, &column.label);
    let mine = id.clone();
    let place = read(form, move |it| {
        let ids = it.board(&column.id);
        ids.iter().position(|known| *known == mine).map_or(1, |place| place + 1)
    });
    let name: Words = say!(app, closing.note_nth, column = title.get(), n = place.get());
    let remove_name = say!(app, closing.remove_note, n = place.get(), column = title.get());
    let (of, set) = (id.clone(), id.clone());
    let (about, set_about) = (id.clone(), id.clone());
    let text = read(form, move |it| it.board_text(&of));
    let category = read(form, move |it| it.board_category(&about));
    let categories = closing_content().categories.iter();
    let categories = categories.map(|it| Choice::new(it.id.clone(), said(app, &it.label)));
    let field = field_id(&id);
    let (is_shared, share) = (id.clone(), id.clone());
    let shared = read(form, move |it| it.is_board_note_shared(&is_shared));
    let share = tick(fresh_id("share"), say!(app, across.may_share), None, shared, move |shared| {
        form.edit(|it| it.share_board_note(&share, shared));
    });
    let remove = move || {
        let take = |it: &mut Initiative| it.take_board_note(&id);
        take_away(app, form, text!(app, closing.note_removed), take, Initiative::put_back);
    };
    el("div")
        .class("board-note")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(
            Field::new(name)
                .id(field)
                .area(text, move |text| form.edit(|it| it.set_board_text(&set, &text)))
                .max_length(300)
                .short(),
        )
        .child(
            el("div")
                .class("board-note-about")
                .child(
                    Field::new(say!(app, closing.category))
                        .optional(say!(app, form.optional))
                        .select(Signal::stored(categories.collect::<Vec<_>>()), category, {
                            move |about: String| {
                                form.edit(|it| it.set_board_category(&set_about, &about));
                            }
                        })
                        .empty_label(say!(app, closing.no_category)),
                )
                .child(IconButton::new(IconName::Trash, remove_name, remove)),
        )
        .child(share)
}
