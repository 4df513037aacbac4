//! Moving a question by hand: taken hold of, dragged over the others, let go.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::editing::Editor;
use crate::ui::kit::prelude::*;

/// What names the place before a question, or at the end of a section, while one is dragged.
pub const PLACE: &str = "data-place";

/// How near the edge of the screen the page begins to move along, and how far each frame, in pixels.
const EDGE: f64 = 120.0;
const STEP: f64 = 10.0;

/// Where a question is taken hold of. The keyboard has the two buttons instead.
pub fn handle(editor: Editor, of: StoredValue<String>) -> El {
    let Editor { drag, over, .. } = editor;
    let height = StoredValue::new(0.0);
    let take = move |event: Event| {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(handle) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
            // Without capture the drag ends at the edge of the handle, and nothing has moved.
            let _ = handle.set_pointer_capture(pointer.pointer_id());
        }
        height.set_value(f64::from(pointer.client_y()));
        drag.set(of.get_value());
        scrolls_along(editor, height);
    };
    let go = move |event: Event| {
        if drag.with_untracked(String::is_empty) {
            return;
        }
        let pointer: &PointerEvent = event.unchecked_ref();
        height.set_value(f64::from(pointer.client_y()));
        editor.is_over(height.get_value());
    };
    let leave = move || {
        drag.set(String::new());
        over.set(String::new());
    };
    let drop = move |_| {
        let (item, place) = (drag.get_untracked(), over.get_untracked());
        leave();
        if !item.is_empty() && !place.is_empty() && item != place {
            editor.drop_at(&item, &place);
        }
    };
    el("span")
        .class("editor-handle")
        .attr("aria-hidden", "true")
        .on("pointerdown", take)
        .on("pointermove", go)
        .on("pointerup", drop)
        .on("pointercancel", move |_| leave())
        .child(icon(IconName::Grip))
}

/// Moves the page for as long as a question is held near the top or the bottom of the screen.
fn scrolls_along(editor: Editor, height: StoredValue<f64>) {
    request_animation_frame(move || {
        let is_held = editor.drag.try_with_untracked(|drag| !drag.is_empty()) == Some(true);
        let (Some(height_now), true) = (height.try_get_value(), is_held) else { return };
        let screen = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
        let by = if height_now < EDGE {
            -STEP
        } else if height_now > screen - EDGE {
            STEP
        } else {
            0.0
        };
        if by != 0.0 {
            window().scroll_by_with_x_and_y(0.0, by);
            editor.is_over(height_now);
        }
        scrolls_along(editor, height);
    });
}

/// The place that a height on the screen is at: before the first question whose middle is below it,
/// or at the end of a section.
fn place_at(height: f64) -> String {
    let Ok(places) = document().query_selector_all("[data-place]") else { return String::new() };
    let mut last = String::new();
    for index in 0..places.length() {
        let Some(place) = places.get(index).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        let name = place.get_attribute(PLACE).unwrap_or_default();
        let edges = place.get_bounding_client_rect();
        if edges.top() + edges.height() / 2.0 > height {
            return name;
        }
        last = name;
    }
    last
}

impl Editor {
    /// Notes where a question would land that is held at a height.
    fn is_over(self, height: f64) {
        let place = place_at(height);
        if self.over.with_untracked(|over| *over != place) {
            self.over.set(place);
        }
    }

    /// Whether what is dragged would land at a place.
    pub fn over(self, is: impl Fn(&String) -> bool) -> bool {
        self.over.with(|place| is(place)) && self.drag.with(|drag| !drag.is_empty())
    }

    /// Puts a question before another, or at the end of a section.
    fn drop_at(self, item: &str, place: &str) {
        self.form.edit(|draft| {
            if let Some(section) = place.strip_prefix("end:") {
                return draft.place_item(item, section, usize::MAX);
            }
            let section = draft.word(&format!("items/{place}/section"));
            let beside: Vec<String> =
                draft.items_of(&section).into_iter().filter(|it| it != item).collect();
            if let Some(at) = beside.iter().position(|it| it == place) {
                draft.place_item(item, &section, at);
            }
        });
    }
}
