//! What is to be done next in phase 1, by whom and by when, in words.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::store::Clock as _;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::initiative::{Initiative, Person, StepKind};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::shell::{App, now};

/// The day it is, looked at again when the app comes back into sight.
pub fn today(app: App) -> chrono::NaiveDate {
    app.seen.track();
    BrowserClock.today()
}

/// What a step is called.
pub fn step_title(app: App, kind: &StepKind, initiative: &Initiative) -> String {
    let words = |id: &str| {
        phase_content().words(id).map(|it| it.get(app.lang()).to_owned()).unwrap_or_default()
    };
    let name = |member: &str| {
        let mut people = initiative.people().into_iter();
        people.find(|it| it.id == member).map(|it| person_name(app, &it)).unwrap_or_default()
    };
    match kind {
        StepKind::Task(id) => words(id),
        StepKind::Question(id) => now!(app, prep.step_question, question = words(id)),
        StepKind::SelfCheck(member) => now!(app, prep.step_check, who = name(member)),
        StepKind::Help(member) => now!(app, prep.step_help, who = name(member)),
    }
}

/// Several people by their initials.
pub fn names(app: App, people: &[Person]) -> String {
    people.iter().map(|it| person_name(app, it)).collect::<Vec<_>>().join(", ")
}

/// Somebody by their initials, and whether they have left.
pub fn person_name(app: App, person: &Person) -> String {
    match (person.gone, person.initials.is_empty()) {
        (false, _) => person.initials.clone(),
        (true, false) => now!(app, prep.gone, who = person.initials),
        (true, true) => now!(app, prep.gone_unknown),
    }
}

/// The day something is or was to be done by.
pub fn day_words(app: App, by: NaiveDate, late: bool) -> String {
    let day = format::day(app.lang(), by);
    if late { now!(app, prep.late_since, day = day) } else { now!(app, prep.by_day, day = day) }
}
