//! Talks with pupils in words: what a mark on a keyword is called, and how many pupils there were.

use crate::domain::voices::TALK_MARKS;
use crate::ui::shell::{App, now};

/// What a mark on a keyword is called.
pub fn mark_name(app: App, mark: &str) -> String {
    let [example, quote, suggestion] = TALK_MARKS;
    match mark {
        it if it == example => now!(app, talks.example),
        it if it == quote => now!(app, talks.quote),
        it if it == suggestion => now!(app, talks.suggestion),
        it => it.to_owned(),
    }
}

/// How many pupils there were, in words; nothing where nobody said.
pub fn pupils_n(app: App, count: Option<u64>) -> Option<String> {
    match count? {
        1 => Some(now!(app, talks.one_pupil)),
        n => Some(now!(app, talks.pupils_n, n = n)),
    }
}
