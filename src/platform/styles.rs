//! What this browser's style sheets can do.

use super::property::{call, property};

/// Whether a field grows with what is written in it.
pub fn fields_grow() -> bool {
    let css = web_sys::window().and_then(|it| property(&it, "CSS"));
    let answer = css.and_then(|it| call(&it, "supports", Some(&"(field-sizing: content)".into())));
    answer.and_then(|it| it.as_bool()).unwrap_or_default()
}
