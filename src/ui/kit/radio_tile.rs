//! One answer of a radio group, as a tile that can be pressed anywhere.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::choice_frame::{Face, answer};
use super::ids::fresh_id;
use crate::ui::dom::{El, Told, checked_of, el, key_of};

/// The tile itself shows that it is chosen.
pub const SEGMENT: &str = "choice choice-segment";
/// A segment apart from the others: "Ikke set".
pub const SEGMENT_APART: &str = "choice choice-segment choice-apart";
/// A row with a ring before the words.
pub const ROW: &str = "choice choice-row";

/// A radio button inside its label. It tells `true` when it is chosen and `false` when it is pressed
/// again: that asks to take the answer back, and who owns the group decides what that means.
pub fn radio_tile(
    name: &str,
    class: &'static str,
    checked: Signal<bool>,
    on_press: Told<bool>,
    face: Face,
) -> El {
    let id = fresh_id("answer");
    let is_chosen = move || checked.try_get_untracked() == Some(true);
    let (again, emptied) = (Rc::clone(&on_press), Rc::clone(&on_press));
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name.to_owned())
        .flag("checked", move || checked.get())
        .attr("aria-describedby", face.meaning_id(&id))
        // A press on a radio that is chosen already gives a click and no change.
        .on("click", move |_| {
            if is_chosen() {
                again(false);
            }
        })
        .on("change", move |event| {
            // Taking the answer back unchecks the input in the middle of its own click, and the
            // browser then reports a change too: only one that ends checked is a choice.
            if checked_of(&event) {
                on_press(true);
            }
            // A parent that keeps the old value must win over what the browser has drawn.
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let (Some(input), Some(checked)) = (input, checked.try_get_untracked()) {
                input.set_checked(checked);
            }
        })
        .on("keydown", move |event| {
            if matches!(key_of(&event).as_str(), "Backspace" | "Delete") && is_chosen() {
                event.prevent_default();
                emptied(false);
            }
        });
    answer(id, class, input, face)
}
