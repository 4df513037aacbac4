//! Questions of the school's own. Once pupils have met them their words stand; then they are left out or in.

use leptos::prelude::*;

use crate::domain::{MOST_OWN, Survey};
use crate::ui::components::{Button, ButtonKind, Field, IconButton, IconName, tick};
use crate::ui::dom::{Content as _, El, View, each, el, memo, show, words};
use crate::ui::form::Form;
use crate::ui::state::App;
use crate::ui::texts::{now, say, text};

/// The questions, and the ways to make one.
pub(super) fn own_part(app: App, form: Form<Survey>) -> El {
    let add = move |in_words: bool| {
        let id = app.store().new_part();
        form.edit(|it| it.set_own(&id, in_words));
    };
    let rows = each(move || form.with(Survey::own), Clone::clone, move |id| row(app, form, id));
    let room = move || form.with(|it| it.own().len() < MOST_OWN);
    let more = move || {
        let new = |label, in_words: bool| {
            Button::new(label, move || add(in_words)).kind(ButtonKind::Quiet).icon(IconName::Add)
        };
        el("div")
            .class("row")
            .child(new(say!(app, survey.add_steps), false))
            .child(new(say!(app, survey.add_words), true))
    };
    el("div").class("stack").child(rows).child(show(room, more))
}

fn row(app: App, form: Form<Survey>, id: String) -> El {
    let id = StoredValue::new(id);
    let of = move || id.with_value(Clone::clone);
    let is_old = form.value.with_untracked(|it| it.is_begun() && !it.own_text(&of()).is_empty());
    if is_old {
        let asked = memo(move || form.with(|it| !it.is_left_out(&of())));
        let words = words(move || form.with(|it| it.own_text(&of())));
        return el("div").child(tick(of(), words, None, asked, move |on| {
            form.edit(|it| it.leave_out(&of(), !on));
        }));
    }
    let number = move || {
        let place = form.with(|it| it.own().iter().position(|known| *known == of()));
        place.unwrap_or_default() + 1
    };
    let label = words(move || {
        let in_words = form.with(|it| it.own_in_words(&of()));
        if in_words {
            now!(app, survey.own_words, n = number())
        } else {
            now!(app, survey.own_steps, n = number())
        }
    });
    let field = Field::new(label)
        .text(memo(move || form.with(|it| it.own_text(&of()))), move |typed| {
            form.edit(|it| it.set_own_text(&of(), &typed));
        })
        .max_length(120);
    let remove = move || {
        let gone = of();
        let (words, in_words) =
            form.value.with_untracked(|it| (it.own_text(&gone), it.own_in_words(&gone)));
        form.edit(|it| it.remove_own(&gone));
        let back = form.amend_later(move |it: &mut Survey| {
            it.set_own(&gone, in_words);
            it.set_own_text(&gone, &words);
        });
        app.toasts.say_with_undo(text!(app, measure.own_removed), text!(app, form.undo), back);
    };
    let name = words(move || now!(app, measure.own_remove, n = number()));
    let parts: View = (field, IconButton::new(IconName::Trash, name, remove)).view();
    el("div").class("measure-own-item").child(parts)
}
