//! The places and values of expectations, of the board, of shielding and of the decision in the words
//! people have for them.

use serde_json::Value;

use crate::domain::calendar::iso;
use crate::domain::initiative::closing_content::{closing_content, label_of};
use crate::domain::initiative::phase_content::phase_content;
use crate::ui::shell::{App, now};

/// What people call the place where a value stands; `None` for places of other things.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let content = closing_content();
    let (first, rest) = path.split_once('/')?;
    let asked = |id: &str| content.asked(id).get(app.lang()).to_owned();
    let part = rest.split('/').nth(1).unwrap_or_default();
    Some(match (first, part) {
        ("expectations", "text" | "made") => asked("fo-tekst"),
        ("expectations", "seen") => asked("fo-naaet"),
        ("expectations", "type") => now!(app, expect.kind),
        ("expectations", "agreed") => asked("fo-hvem"),
        ("expectations", "why") => {
            now!(app, expect.why_of, what = asked("fo-indfriet").trim_end_matches('?'))
        }
        ("expectations", _) => asked("fo-indfriet"),
        ("board", "shared") => now!(app, across.may_share),
        ("board", "category") => now!(app, closing.category),
        ("board", _) => now!(app, closing.experience),
        ("shielding", _) => phase_content().words(rest)?.get(app.lang()).to_owned(),
        ("decision", _) => match rest.split('/').next().unwrap_or_default() {
            "choice" => now!(app, closing.choice),
            "met" => asked("fb-indfriet"),
            "strengths" => asked("fb-styrker"),
            "weaknesses" => asked("fb-svagheder"),
            "reason" => now!(app, closing.why),
            "basis" => asked("fb-grundlag"),
            "frame" => asked("fb-rammer"),
            "timetable" => now!(app, closing.timetable),
            "who" => now!(app, closing.who),
            "by" => now!(app, closing.by),
            _ => return None,
        },
        ("questions", _) if rest == content.mirror.id => {
            content.mirror.label.get(app.lang()).to_owned()
        }
        _ => return None,
    })
}

/// A value as people read it; `None` where it says itself.
pub fn value(app: App, path: &str, value: &Value) -> Option<String> {
    let content = closing_content();
    let (first, rest) = path.split_once('/')?;
    let mut parts = rest.split('/');
    let (id, part) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (of, said) = match (first, id, part, value) {
        ("expectations", _, "type", Value::String(said)) => {
            (content.types.as_slice(), said.as_str())
        }
        ("expectations", _, "outcome", Value::String(said)) => {
            (content.options("fo-indfriet"), said.as_str())
        }
        ("expectations", _, "agreed", _) => (content.options("fo-hvem"), parts.next()?),
        ("board", _, "column", Value::String(said)) => (content.board.as_slice(), said.as_str()),
        ("board", _, "category", Value::String(said)) => {
            (content.categories.as_slice(), said.as_str())
        }
        ("decision", "choice", _, Value::String(said)) => {
            (content.decisions.as_slice(), said.as_str())
        }
        ("decision", "met", _, Value::String(said)) => {
            (content.options("fb-indfriet"), said.as_str())
        }
        ("decision", "basis", basis, _) => (content.options("fb-grundlag"), basis),
        ("decision", "who", _, _) => {
            return value.get("initials").and_then(Value::as_str).map(ToOwned::to_owned);
        }
        ("decision", "by", _, Value::String(day)) => {
            let day = iso::day(day)?;
            return Some(crate::platform::format::day(app.lang(), day));
        }
        _ => return None,
    };
    Some(label_of(of, said).get(app.lang()).to_owned()).filter(|label| !label.is_empty())
}

/// Places that say nothing to people: that an expectation is there is said by its words.
pub fn is_silent(path: &str) -> bool {
    path.starts_with("expectations/") && (path.ends_with("/made") || path.ends_with("/example"))
}
