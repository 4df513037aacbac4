//! The places and values of a talk with pupils in the words people have for them.

use crate::domain::voices::{talk_guide, talk_question};
use crate::ui::shell::{App, now};
use crate::ui::words::talk_words::mark_name;

/// What people call a place of a talk with pupils; `None` for a place that is none of its.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let question = |id: &str| {
        let known = talk_question(id);
        known.map_or_else(|| id.to_owned(), |it| it.get(app.lang()).to_owned())
    };
    Some(match *parts.as_slice() {
        ["guide"] => now!(app, talks.which),
        ["count"] => now!(app, talks.how_many),
        ["pupils", _] => now!(app, talks.pupils),
        ["keywords", id, _, "mark"] => format!("{} – {}", question(id), now!(app, talks.mark)),
        ["keywords", id, ..] => question(id),
        _ => return None,
    })
}

/// A value as people read it; `None` where it says itself.
pub fn value(app: App, path: &str, id: &str) -> Option<String> {
    if path == "guide" {
        return Some(talk_guide(id)?.title.get(app.lang()).to_owned());
    }
    path.ends_with("/mark").then(|| mark_name(app, id))
}

/// Places that say nothing to people.
pub fn is_silent(path: &str) -> bool {
    path.starts_with("keywords/") && path.ends_with("/made")
}
