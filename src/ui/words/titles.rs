//! What records are called on the screen.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::forms::TemplateDraft;
use crate::domain::home::Jot;
use crate::domain::initiative::{Initiative, Loan};
use crate::domain::measurement::Measurement;
use crate::domain::observation::Observation;
use crate::domain::plan::{ExitTicket, Lesson, Meeting};
use crate::domain::record::{Fields, Kind, Record};
use crate::domain::text::Lang;
use crate::domain::voices::{PupilTalk, Survey};
use crate::platform::format;
use crate::ui::shell::{App, now};

/// What an initiative is called.
pub fn initiative(app: App, initiative: &Initiative) -> String {
    let title = initiative.title();
    let title = title.trim();
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

/// What is taught to whom: `5.b dansk`.
pub fn class_and_subject(app: App, lesson: &Lesson) -> String {
    let (class, subject) = (lesson.class(), lesson.subject());
    let (class, subject) = (class.trim(), subject.trim());
    if class.is_empty() {
        return subject.to_owned();
    }
    // Danish writes subjects small inside a sentence; one in capitals is a name of its own.
    let small = app.lang() == Lang::Da && !subject.chars().skip(1).any(char::is_uppercase);
    let subject = if small { subject.to_lowercase() } else { subject.to_owned() };
    format!("{class} {subject}").trim_end().to_owned()
}

/// A lesson by what is taught and its day: `5.b dansk · 24. november 2026`.
pub fn planned_lesson(app: App, lesson: &Lesson) -> String {
    let day = lesson.day().map(|day| format::day(app.lang(), day));
    let what = Some(class_and_subject(app, lesson)).filter(|what| !what.is_empty());
    let parts: Vec<String> = [what, day].into_iter().flatten().collect();
    if parts.is_empty() { now!(app, plan.untitled_lesson) } else { parts.join(" · ") }
}

/// What a meeting is called: by the team, or as what it is.
pub fn meeting(app: App, meeting: &Meeting) -> String {
    let title = meeting.title();
    let kind = || Some(meeting.kind()?.title.get(app.lang()).to_owned());
    match title.trim() {
        "" => kind().unwrap_or_else(|| now!(app, planning.meeting)),
        title => title.to_owned(),
    }
}

/// A meeting by what it is called and its day: `Opstartsmøde · 24. november 2026`.
pub fn planned_meeting(app: App, it: &Meeting) -> String {
    let day = it.day().map(|day| format::day(app.lang(), day));
    [Some(meeting(app, it)), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A quick note by its first words.
pub fn jot(app: App, jot: &Jot) -> String {
    let text = jot.text();
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        _ if line.is_empty() => now!(app, title.jot),
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

/// An exit ticket by its question, class and day.
pub fn exit_ticket(app: App, ticket: &ExitTicket) -> String {
    let content = app.content();
    let question = content.exit_question(&ticket.question());
    let question = question.map(|it| it.title.get(app.lang()).to_owned());
    let title = question.unwrap_or_else(|| now!(app, title.exit_ticket));
    let class = Some(ticket.class()).filter(|class| !class.trim().is_empty());
    let day = ticket.day().map(|day| format::day(app.lang(), day));
    [Some(title), class, day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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

/// A measurement by what is measured: the scale's name, or what the team calls its test or count.
pub fn measurement(app: App, measurement: &Measurement) -> String {
    let named = ["ts-navn", "ot-navn"].map(|id| measurement.setting(id));
    let known = measurement.instrument().map(|it| it.title.get(app.lang()).to_owned());
    let own = Some(measurement.own_title()).filter(|_| measurement.uses_own());
    let found = named.into_iter().chain(own).chain(known).find(|name| !name.trim().is_empty());
    found.unwrap_or_else(|| now!(app, measure.untitled))
}

/// A pupil survey by its title and class.
pub fn survey(app: App, survey: &Survey) -> String {
    let title = survey.base().map(|it| it.title.get(app.lang()).to_owned());
    let class = Some(survey.class().trim().to_owned()).filter(|class| !class.is_empty());
    let title = title.unwrap_or_else(|| now!(app, survey.untitled));
    [Some(title), class].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A talk with pupils by its class and day: `Elevsamtale · 5.b · 23. november 2026`.
pub fn pupil_talk(app: App, it: &PupilTalk) -> String {
    let class = Some(it.class().trim().to_owned()).filter(|class| !class.is_empty());
    let day = it.day().map(|day| format::day(app.lang(), day));
    let parts = [Some(now!(app, talks.one)), class, day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A loan by the pupil's code and the book.
pub fn loan(app: App, loan: &Loan) -> String {
    let parts = [loan.pupil(), loan.title().trim().to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { now!(app, loans.untitled) } else { parts.join(" · ") }
}

/// What something in the middle of being written is called, on the first page. What is called by its content has its
/// name from where that is; see [`App::name_of`].
pub fn draft(app: App, kind: Kind, fields: &Fields) -> String {
    match kind {
        Kind::Initiative => initiative(app, &Initiative::read(fields)),
        Kind::Observation => observation(app, &Observation::read(fields)),
        Kind::Lesson => planned_lesson(app, &Lesson::read(fields)),
        Kind::Jot => jot(app, &Jot::read(fields)),
        other => app.name_of(other, fields),
    }
}

/// What any record is called, for lists over kinds.
pub fn record(app: App, kind: &str, fields: &Fields) -> String {
    match kind.parse() {
        Ok(Kind::Initiative) => initiative(app, &Initiative::read(fields)),
        Ok(Kind::Observation) => observation(app, &Observation::read(fields)),
        Ok(Kind::Template) => template(app, &TemplateDraft::read(fields)),
        Ok(Kind::Agreement) => agreement(app, &Agreement::read(fields)),
        Ok(Kind::Lesson) => planned_lesson(app, &Lesson::read(fields)),
        Ok(Kind::Meeting) => planned_meeting(app, &Meeting::read(fields)),
        Ok(Kind::Jot) => jot(app, &Jot::read(fields)),
        Ok(Kind::ExitTicket) => exit_ticket(app, &ExitTicket::read(fields)),
        Ok(Kind::Measurement) => measurement(app, &Measurement::read(fields)),
        Ok(Kind::Survey | Kind::Collaboration) => survey(app, &Survey::read(fields)),
        Ok(Kind::PupilTalk) => pupil_talk(app, &PupilTalk::read(fields)),
        Ok(Kind::Loan) => loan(app, &Loan::read(fields)),
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
        Ok(Kind::Meeting) => Some(format!("/moeder/{rec}")),
        Ok(Kind::Jot) => Some(format!("/lynnotater/{rec}")),
        Ok(Kind::ExitTicket) => Some(format!("/exitkort/{rec}")),
        Ok(Kind::Measurement) => Some(format!("/maalinger/{rec}")),
        Ok(Kind::Survey) => Some(format!("/elevsurvey/{rec}")),
        Ok(Kind::PupilTalk) => Some(format!("/elevsamtaler/{rec}")),
        Ok(Kind::Loan) => Some(format!("/boeger/{rec}")),
        Ok(Kind::Collaboration) => Some(format!("/samarbejde/{rec}")),
        Err(_) => None,
    }
}

/// `5.b · Dansk · 2026/27`: what else to know an initiative by.
pub fn initiative_detail(initiative: &Initiative) -> String {
    let year = initiative.school_year().map(|year| year.to_string()).unwrap_or_default();
    let parts = [initiative.class(), initiative.subject(), year];
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
