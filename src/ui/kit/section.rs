//! A section of a page under a heading that names it, and words that stay in the background.

use crate::ui::dom::{El, Words, el};

/// A section with space between what stands in it. `id` is its heading's, and one of its kind on the page.
pub fn section(id: &'static str, title: Words) -> El {
    bare_section(id, title).class("part stack")
}

/// A section whose content keeps its own distances.
pub fn bare_section(id: &'static str, title: Words) -> El {
    el("section").class("part").attr("aria-labelledby", id).child(el("h2").id(id).child(title))
}

/// A paragraph that explains and does not call.
pub fn soft(words: Words) -> El {
    el("p").class("soft").child(words)
}
