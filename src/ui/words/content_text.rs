//! Texts of the content in the language that is chosen.

use crate::domain::text::Localized;
use crate::platform::format;
use crate::ui::dom::{self, words};
use crate::ui::shell::{App, now, use_app};

/// When a note was made: its time of day, or that nobody knows.
pub fn note_time(app: App, at: u64) -> String {
    if at == 0 { now!(app, noting.no_time) } else { format::time(app.lang(), at) }
}

/// A text of the content that follows the language.
pub fn localized(text: Localized) -> dom::Words {
    let app = use_app();
    words(move || text.get(app.lang()).to_owned())
}

/// As [`localized`], for a text that may be missing.
pub fn maybe_localized(text: Option<Localized>) -> Option<dom::Words> {
    text.map(localized)
}
