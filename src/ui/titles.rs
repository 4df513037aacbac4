//! What records are called on the screen.

use chrono::NaiveDate;

use super::state::App;
use super::texts::now;
use crate::domain::{Agreement, Fields, Initiative, Kind, Observation, Record, TemplateDraft};
use crate::platform::format;

/// What an initiative is called.
pub fn initiative(app: App, initiative: &Initiative) -> String {
    let title = initiative.title.trim();
    if title.is_empty() { now!(app, title.untitled_initiative) } else { title.to_owned() }
}

/// An observation by its class and day: `5.b · 23. november 2026`.
pub fn observation(app: App, observation: &Observation) -> String {
    lesson(app, &observation.class(), observation.day())
}

/// A lesson by its class and day.
pub fn lesson(app: App, class: &str, day: Option<NaiveDate>) -> String {
    let day = day.map(|day| format::day(app.lang(), day));
    let class = Some(class.trim().to_owned()).filter(|class| !class.is_empty());
    let parts: Vec<String> = [class, day].into_iter().flatten().collect();
    if parts.is_empty() { now!(app, title.untitled_observation) } else { parts.join(" · ") }
}

/// What a form of the school's own is called.
pub fn template(app: App, draft: &TemplateDraft) -> String {
    let title = draft.shown("title", app.lang());
    if title.is_empty() { now!(app, title.template) } else { title }
}

/// An agreement by its class and day: `Feedbackaftale · 5.b · 23. november 2026`.
fn agreement(app: App, agreement: &Agreement) -> String {
    let day = agreement.day().map(|day| format::day(app.lang(), day));
    let class = Some(agreement.class().trim().to_owned()).filter(|class| !class.is_empty());
    let parts: Vec<String> = [class, day].into_iter().flatten().collect();
    if parts.is_empty() {
        return now!(app, title.agreement);
    }
    now!(app, agreement.named, what = parts.join(" · "))
}

/// What any record is called, for lists over kinds.
pub fn record(app: App, kind: &str, fields: &Fields) -> String {
    match kind.parse() {
        Ok(Kind::Initiative) => initiative(app, &Initiative::read(fields)),
        Ok(Kind::Observation) => observation(app, &Observation::read(fields)),
        Ok(Kind::Template) => template(app, &TemplateDraft::read(fields)),
        Ok(Kind::Agreement) => agreement(app, &Agreement::read(fields)),
        Ok(Kind::Lesson) => now!(app, title.lesson),
        Ok(Kind::Jot) => now!(app, title.jot),
        Ok(Kind::ExitTicket) => now!(app, title.exit_ticket),
        Err(_) => now!(app, title.unknown_kind),
    }
}

/// Where a record lives in the app; `None` for kinds this version does not know.
pub fn href(kind: &str, rec: crate::ledger::RecordId) -> Option<String> {
    match kind.parse() {
        Ok(Kind::Initiative) => Some(format!("/indsatser/{rec}")),
        Ok(Kind::Observation) => Some(format!("/observationer/{rec}")),
        Ok(Kind::Template) => Some(format!("/skemaer/{rec}")),
        Ok(Kind::Agreement) => Some(format!("/aftaler/{rec}")),
        Ok(Kind::Lesson) => Some(format!("/lektioner/{rec}")),
        Ok(Kind::Jot) => Some(format!("/lynnotater/{rec}")),
        Ok(Kind::ExitTicket) => Some(format!("/exitkort/{rec}")),
        Err(_) => None,
    }
}

/// `5.b · Dansk · 2026/27`: what else to know an initiative by.
pub fn initiative_detail(initiative: &Initiative) -> String {
    let year = initiative.school_year.map(|year| year.to_string()).unwrap_or_default();
    let parts = [&initiative.class, &initiative.subject, &year];
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
