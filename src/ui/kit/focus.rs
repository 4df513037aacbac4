//! Moving the focus by hand, where links inside a page and messages need it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::dom::focus_in_place;

/// What can take the focus inside a group of fields.
const CONTROLS: &str = "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), \
                        button:not([disabled]), a[href]";

/// Focuses the element with this id, or the first control in it when it is a group of fields.
/// Returns whether there was anything to focus.
pub fn focus_field(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else {
        return false;
    };
    // Scrolled to its question, not to its edge: a field that is reached without its label, or a
    // chosen answer far down in its group, does not say what is asked.
    let in_view = element.closest(".field").ok().flatten().unwrap_or_else(|| element.clone());
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
    focus_in_place(&target);
    in_view.scroll_into_view_with_bool(true);
    true
}
