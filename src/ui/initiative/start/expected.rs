//! What is expected, and how each will be seen.

use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::ui::kit::prelude::*;
use crate::ui::kit::take_away;

fn field_id(id: &str) -> String {
    format!("expected-{id}")
}

/// The expectations, with room for one more.
pub(super) fn expected(app: App, form: Form<Initiative>) -> View {
    let ids = memo(move || form.with(Initiative::expectations));
    let add = move || {
        let id = app.store().new_part();
        form.edit(|it| it.add_expectation(&id));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&field_id(&id));
        });
    };
    let label = words(move || {
        if ids.with(Vec::is_empty) {
            now!(app, start.add_first)
        } else {
            now!(app, start.add_expected)
        }
    });
    (
        soft(say!(app, start.expected_hint)),
        show(move || ids.with(Vec::is_empty), move || el("p").child(say!(app, start.no_expected))),
        each(move || ids.get(), String::clone, move |id| row(app, form, id)),
        el("div").class("row").child(Button::new(label, add).icon(IconName::Add)),
    )
        .view()
}

fn row(app: App, form: Form<Initiative>, id: String) -> El {
    let place = |id: String| {
        move || {
            let ids = form.with(Initiative::expectations);
            ids.iter().position(|known| *known == id).map_or(1, |place| place + 1)
        }
    };
    let (named, counted) = (place(id.clone()), place(id.clone()));
    let name = words(move || now!(app, start.expected_n, n = named()));
    let remove_name = words(move || now!(app, start.remove_expected, n = counted()));
    let first =
        area(form, &id, ExpectationPart::Text, say!(app, start.expected_text), Some(field_id(&id)));
    let second = area(form, &id, ExpectationPart::Seen, say!(app, start.expected_seen), None);
    el("div")
        .class("card stack")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(first)
        .child(second)
        .child(el("div").class("row row-end").child(remove(app, form, remove_name, id)))
}

fn area(
    form: Form<Initiative>,
    id: &str,
    part: ExpectationPart,
    label: Words,
    field: Option<String>,
) -> View {
    let (mine, set) = (id.to_owned(), id.to_owned());
    let value = memo(move || form.with(|it| it.expectation(&mine, part)));
    let write = move |text: String| form.edit(|it| it.set_expectation(&set, part, &text));
    let asked = Field::new(label);
    let asked = match field {
        Some(field) => asked.id(field),
        None => asked,
    };
    asked.area(value, write).max_length(300).short().view()
}

/// Takes it away, with the way back.
fn remove(app: App, form: Form<Initiative>, name: Words, id: String) -> Button {
    let remove = move || {
        let take = |it: &mut Initiative| it.take_expectation(&id);
        take_away(app, form, text!(app, start.expected_removed), take, Initiative::put_back);
    };
    Button::new(name, remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}
