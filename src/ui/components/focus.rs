//! Moving the focus by hand, where links inside a page and messages need it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// What can take the focus inside a group of fields.
const CONTROLS: &str = "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), \
                        button:not([disabled]), a[href]";

/// Focuses the element with this id, or the first control in it when it is a group of fields.
/// Returns whether there was anything to focus.
pub fn focus_field(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else {
        return false;
    };
    let is_group = element.tag_name().eq_ignore_ascii_case("fieldset");
    let target = if is_group {
        element
            .query_selector("input:checked")
            .ok()
            .flatten()
            .or_else(|| element.query_selector(CONTROLS).ok().flatten())
            .unwrap_or(element)
    } else {
        element
    };
    let Ok(target) = target.dyn_into::<HtmlElement>() else {
        return false;
    };
    // Focus first and scroll after: the browser's own scroll on focus stops at the field's edge and
    // leaves its label under the app bar.
    focus_in_place(&target);
    target.scroll_into_view_with_bool(true);
    true
}

/// Focuses without moving the page.
pub(super) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // The one way this fails is an element that cannot take focus, and then nothing is lost.
    let _ = element.focus_with_options(&options);
}
