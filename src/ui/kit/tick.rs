//! One thing that is so or is not: a box with its words, to be pressed anywhere.

use leptos::prelude::*;

use super::choice_frame::{Face, answer};
use crate::ui::dom::{Content, El, View, Words, checked_of, el};

/// A box that is ticked or not. The id is that of its input; who listens is told the new state.
pub fn tick(
    id: impl Into<String>,
    title: impl Into<Words>,
    description: impl Into<Option<Words>>,
    checked: Signal<bool>,
    on_toggle: impl Fn(bool) + 'static,
) -> View {
    made(id.into(), title.into(), description.into(), checked, Box::new(on_toggle)).view()
}

fn made(
    id: String,
    title: Words,
    description: Option<Words>,
    checked: Signal<bool>,
    on_toggle: Box<dyn Fn(bool)>,
) -> El {
    let face = Face { mark: None, spoken: None, title, description };
    let input = el("input")
        .attr("type", "checkbox")
        .flag("checked", move || checked.get())
        .attr("aria-describedby", face.meaning_id(&id))
        .on("change", move |event| on_toggle(checked_of(&event)));
    answer(id, "choice choice-row choice-check", input, face)
}
