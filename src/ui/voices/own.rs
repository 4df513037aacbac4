//! Questions of the school's own. Once pupils have met them their words stand; then they are left out or in.

use crate::domain::voices::{MOST_OWN, Survey};
use crate::ui::kit::prelude::*;

/// The questions, and the ways to make one; `expected` are the initiative's expectations, which they can be
/// about.
pub fn own_part(app: App, form: Form<Survey>, expected: Vec<Choice>) -> El {
    let add = move |in_words: bool| {
        let id = app.store().new_part();
        form.edit(|it| it.set_own(&id, in_words));
    };
    let expected = StoredValue::new(expected);
    let made = move |id| row(app, form, id, expected);
    let rows = each(move || form.with(Survey::own), Clone::clone, made);
    let hint = soft(say!(app, survey.own_hint));
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
    el("div").class("stack").child(hint).child(rows).child(show(room, more))
}

/// Which of the initiative's expectations a question is about; nothing where there are none.
fn about(app: App, form: Form<Survey>, id: String, expected: StoredValue<Vec<Choice>>) -> View {
    let all = expected.with_value(Clone::clone);
    if all.is_empty() {
        return View::nothing();
    }
    let read = id.clone();
    Field::new(say!(app, survey.own_about))
        .optional(say!(app, form.optional))
        .select(
            Signal::stored(all),
            memo(move || form.with(|it| it.own_expectation(&read))),
            move |chosen: String| form.edit(|it| it.set_own_expectation(&id, &chosen)),
        )
        .empty_label(say!(app, survey.own_about_none))
        .view()
}

fn row(app: App, form: Form<Survey>, id: String, expected: StoredValue<Vec<Choice>>) -> El {
    let id = StoredValue::new(id);
    let of = move || id.with_value(Clone::clone);
    let is_old = form.value.with_untracked(|it| it.is_begun() && !it.own_text(&of()).is_empty());
    if is_old {
        let asked = memo(move || form.with(|it| !it.is_left_out(&of())));
        let words = words(move || form.with(|it| it.own_text(&of())));
        let asked = tick(of(), words, None, asked, move |on| {
            form.edit(|it| it.leave_out(&of(), !on));
        });
        return el("div").class("stack-tight stack").child(asked).child(about(
            app,
            form,
            of(),
            expected,
        ));
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
        let (words, in_words, about) = form.value.with_untracked(|it| {
            (it.own_text(&gone), it.own_in_words(&gone), it.own_expectation(&gone))
        });
        form.edit(|it| it.remove_own(&gone));
        let back = form.amend_later(move |it: &mut Survey| {
            it.set_own(&gone, in_words);
            it.set_own_text(&gone, &words);
            it.set_own_expectation(&gone, &about);
        });
        app.toasts.say_with_undo(text!(app, measure.own_removed), text!(app, form.undo), back);
    };
    let name = words(move || now!(app, measure.own_remove, n = number()));
    let parts: View = (field, IconButton::new(IconName::Trash, name, remove)).view();
    let item = el("div").class("measure-own-item").child(parts);
    el("div").class("stack-tight stack").child(item).child(about(app, form, of(), expected))
}
