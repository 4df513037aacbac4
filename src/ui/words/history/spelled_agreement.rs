//! The places and values of a feedback agreement in the words people have for them. Of several things
//! in one place (people, pupils, questions) the path says which; the value only that it is there.

use serde_json::Value;

use crate::domain::agreement::Term;
use crate::domain::calendar::iso;
use crate::platform::format;
use crate::ui::shell::{App, now};

/// What people call the place where a value stands; `None` for places of other things.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let (first, rest) = path.split_once('/')?;
    let item = rest.split('/').next().unwrap_or_default();
    let question = |id: &str| app.content().feedback.field(id).text.get(app.lang()).to_owned();
    Some(match (first, item) {
        ("parties", "observed") => question("fa-observerede"),
        ("parties", _) => question("fa-observator"),
        ("terms", "fa-feedback-kl") => now!(app, agreement.talk_begins),
        ("terms", id) => question(id),
        ("confirmed", _) => now!(app, spelled.agreed),
        ("talk", "steps") => now!(app, spelled.talk_step),
        ("talk", "try") => now!(app, agreement.to_try),
        ("talk", "again") => now!(app, agreement.look_again),
        ("talk", "needs") => question("fa-behov"),
        ("talk", "ended") => now!(app, agreement.talk_end),
        ("after", "tried") => now!(app, agreement.tried),
        ("after", _) => now!(app, agreement.stage_followed_up),
        _ => return None,
    })
}

/// A value as people read it; `None` where its place says no more than the value.
pub fn value(app: App, path: &str, value: &Value) -> Option<String> {
    let mut parts = path.split('/');
    let (first, item) = (parts.next()?, parts.next()?);
    let what = parts.next().unwrap_or_default();
    let content = app.content();
    let answer =
        |id: &str, said: &str| content.feedback.field(id).answer(said).get(app.lang()).to_owned();
    Some(match (first, item, value) {
        ("parties", ..) => what.to_owned(),
        ("confirmed", who, _) => who.to_owned(),
        ("terms", "fa-fokuselever", _) => what.to_owned(),
        ("terms", "fa-spoergsmaal", _) => {
            let known = content.feedback.questions.iter().find(|it| it.id == what);
            known.map_or_else(|| what.to_owned(), |it| it.label.get(app.lang()).to_owned())
        }
        ("talk", "needs", _) => answer("fa-behov", what),
        ("talk", "steps", _) => {
            let known = content.feedback.talk.iter().find(|it| it.id == what);
            known.map_or_else(|| what.to_owned(), |it| it.text.get(app.lang()).to_owned())
        }
        ("talk" | "after", _, Value::Number(at)) => app.moment(at.as_u64().unwrap_or_default()),
        ("terms" | "talk", id, Value::String(said)) => match (iso::day(said), iso::time(said)) {
            (Some(day), _) => format::day(app.lang(), day),
            (None, Some(time)) => format::clock(app.lang(), time),
            _ if id == Term::Model.id() => content.model(said)?.title.get(app.lang()).to_owned(),
            _ if first == "terms" => answer(id, said),
            _ => return None,
        },
        _ => return None,
    })
}

/// Whether a change says nothing to people: a person's place among the others is another.
pub fn is_silent(path: &str, was_there: bool) -> bool {
    was_there && path.starts_with("parties/")
}
