//! The places and values of lessons, quick notes and exit tickets in the words people have for them.

use leptos::prelude::Get as _;

use crate::domain::calendar::iso;
use crate::domain::forms::Titled;
use crate::domain::initiative::sparring::sparring_content;
use crate::domain::plan::{Time, meeting_kind, meeting_kinds};
use crate::platform::format;
use crate::ui::shell::{App, now};
use crate::ui::words::plan_words;

/// What people call the place where a value stands; `None` for places of other things.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    Some(match (first, rest) {
        ("lesson", "") => now!(app, title.lesson),
        ("agreement", "") => now!(app, title.agreement),
        ("at", "") => now!(app, spelled.at),
        ("ends", "") => now!(app, plan.ends),
        ("room", "") => now!(app, plan.room),
        ("model", "") => now!(app, plan.model),
        ("roles", "a") => now!(app, plan.role_a),
        ("roles", "b") => now!(app, plan.role_b),
        ("status", "") => now!(app, plan.status),
        ("adjustment", "") => now!(app, plan.adjustment),
        ("supports", "") => now!(app, aims.supports),
        ("what", "") => now!(app, planning.what),
        ("place", "") => now!(app, planning.place),
        ("who", "") => now!(app, planning.who),
        ("note", "") => now!(app, planning.note),
        ("time", "") => now!(app, planning.counts_as),
        ("weeks", "") => now!(app, planning.how_often),
        ("series", "") => now!(app, planning.series),
        ("agenda", point) => {
            let mut points = meeting_kinds().iter().flat_map(|kind| &kind.agenda);
            points.find(|it| it.id == point)?.label.get(app.lang()).to_owned()
        }
        ("sparring", place) => sparring(app, place),
        ("next", _) => now!(app, year.next_title),
        ("continues", "") => now!(app, year.continues),
        ("holidays", _) => now!(app, planning.holidays),
        ("until", "") => now!(app, plan.until),
        ("text", "") => now!(app, plan.jot),
        ("tag", "") => now!(app, plan.jot_tag),
        ("reason", "") => now!(app, plan.why_field),
        ("question", "") => now!(app, plan.which_ticket),
        ("answers", _) => now!(app, plan.this_answer),
        ("counts", option) => {
            let content = app.content();
            let mut options = content.exit_questions.iter().flat_map(|it| &it.options);
            options.find(|it| it.id == option)?.label.get(app.lang()).to_owned()
        }
        _ => return None,
    })
}

/// What the content calls the value at a path; `None` where it is no id of the content.
pub fn value(app: App, path: &str, id: &str) -> Option<String> {
    let content = app.content();
    let titled = |all: &[Titled]| {
        let found = all.iter().find(|it| it.id == id)?;
        Some(found.label.get(app.lang()).to_owned())
    };
    if path.starts_with("holidays/") {
        return Some(match iso::day(id) {
            Some(day) => format::day(app.lang(), day),
            None if id.is_empty() => now!(app, conflict.emptied),
            None => id.to_owned(),
        });
    }
    match path {
        "status" => titled(&content.lesson_status),
        "reason" => titled(&content.lesson_reasons),
        "what" => Some(meeting_kind(id)?.title.get(app.lang()).to_owned()),
        "time" => Some(match Time::from_id(id) {
            Some(time) => plan_words::time_name(app, time).get(),
            None => now!(app, planning.no_time),
        }),
        "sparring/kind" => Some(sparring_content().kind(id)?.title.get(app.lang()).to_owned()),
        "sparring/again" => Some(format::day(app.lang(), iso::day(id)?)),
        "tag" => titled(&content.note_tags()),
        "model" => Some(content.model(id)?.title.get(app.lang()).to_owned()),
        "question" => Some(content.exit_question(id)?.title.get(app.lang()).to_owned()),
        _ => None,
    }
}

/// The places of the note of a sparring: its questions, and what it can be about.
fn sparring(app: App, place: &str) -> String {
    let words = |id: &str| {
        let found = sparring_content().words(id);
        found.map_or_else(|| id.to_owned(), |it| it.get(app.lang()).to_owned())
    };
    match place.split_once('/') {
        Some((_, focus)) => format!("{} {}", words("sparring-fokus"), words(focus)),
        None => match place {
            "kind" => now!(app, sparring.kind),
            "shared" => now!(app, across.may_share),
            "who" => now!(app, sparring.who),
            "again" => now!(app, sparring.again),
            question => words(question),
        },
    }
}
