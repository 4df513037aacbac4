//! A lesson in words: when, how, who, and what became of it.

use crate::domain::plan::Lesson;
use crate::platform::format;
use crate::ui::dom::{El, Words, el, words};
use crate::ui::kit::{IconName, icon};
use crate::ui::shell::{App, now, say};

/// `kl. 10.00–10.45`.
pub fn span(app: App, lesson: &Lesson) -> Option<String> {
    let from = format::clock(app.lang(), lesson.begins()?);
    Some(match lesson.ends() {
        Some(ends) => now!(app, plan.at_to, from = from, to = format::clock(app.lang(), ends)),
        None => now!(app, plan.at, from = from),
    })
}

/// The model and the room: `Stationsundervisning · lokale 12`.
pub fn how(app: App, lesson: &Lesson) -> String {
    let content = app.content();
    let model = content.model(&lesson.model()).map(|it| it.title.get(app.lang()).to_owned());
    let room = Some(lesson.room()).filter(|room| !room.trim().is_empty());
    // A number alone says nothing; a room with a name does.
    let is_number = |room: &String| room.trim().starts_with(|letter: char| letter.is_ascii_digit());
    let room = room.map(|room| match is_number(&room) {
        true => now!(app, plan.room_of, room = room),
        false => room,
    });
    [model, room].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `Mette har station 1, Jonas har station 2.`
pub fn who(app: App, lesson: &Lesson) -> String {
    let parts = lesson
        .parts()
        .into_iter()
        .map(|(who, role)| now!(app, plan.does, who = who.trim(), role = lower_first(role.trim())));
    let said = parts.collect::<Vec<_>>().join(", ");
    if said.is_empty() { said } else { format!("{said}.") }
}

/// A sentence that goes on: its first letter is small, unless the word is in capitals.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

/// What became of a lesson, in words.
pub fn status_name(app: App, status: &str) -> Words {
    let content = app.content();
    let label = content.lesson_status.iter().find(|it| it.id == status).map(|it| it.label.clone());
    words(move || match &label {
        Some(label) => label.get(app.lang()).to_owned(),
        None => now!(app, plan.not_said),
    })
}

/// The word of the last time, as it is shown wherever it is.
pub fn remember(app: App, text: String) -> El {
    el("p")
        .class("today-reminder row")
        .child(icon(IconName::Bookmark))
        .child(el("span").class("grow-1").child(say!(app, plan.remember, text = text)))
}
