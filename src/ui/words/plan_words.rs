//! What the things of a plan are called, and why they did not happen.

use chrono::NaiveDate;

use super::{goal_words, titles};
use crate::app::plan::PlanItem;
use crate::domain::calendar::Week;
use crate::domain::measurement::Measurement;
use crate::domain::plan::{Lesson, Meeting, Time};
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::Survey;
use crate::platform::format;
use crate::ui::dom::{Words, words};
use crate::ui::shell::{App, now, say};
use crate::ui::words::results::wave_name;

/// What one of the three times is called.
pub fn time_name(app: App, time: Time) -> Words {
    match time {
        Time::Planning => say!(app, planning.time_planning),
        Time::Sparring => say!(app, planning.time_sparring),
        Time::Evaluation => say!(app, planning.time_evaluation),
    }
}

/// What a thing of the plan is called.
pub fn name(app: App, item: &PlanItem) -> String {
    match item.kind {
        Kind::Meeting => titles::meeting(app, &Meeting::read(&item.fields)),
        Kind::Lesson => {
            let what = titles::class_and_subject(app, &Lesson::read(&item.fields));
            if what.is_empty() { now!(app, title.lesson) } else { what }
        }
        Kind::Agreement if item.is_talk() => now!(app, planning.talk),
        Kind::Agreement => now!(app, planning.agreed_observation),
        Kind::Measurement => measured(app, item),
        Kind::Initiative => aimed(app, item),
        Kind::Survey => surveyed(app, item),
        Kind::PupilTalk => now!(app, talks.one),
        Kind::Collaboration => titles::survey(app, &Survey::read(&item.fields)),
        _ => now!(app, planning.observation),
    }
}

/// `Måling: Ro og koncentration (start)`.
pub fn measured(app: App, item: &PlanItem) -> String {
    let it = Measurement::read(&item.fields);
    let wave = wave_name(app, &it, item.part.as_deref().unwrap_or_default());
    let what = titles::measurement(app, &it);
    now!(app, planning.measured, what = what, wave = wave.to_lowercase())
}

/// `Delmål: Vi ser på hinandens timer`.
pub fn aimed(app: App, item: &PlanItem) -> String {
    now!(app, goals.in_plan, goal = goal_words::name(app, &item.goal()))
}

/// `Elevsurvey: Hvad synes du om timen?`.
pub fn surveyed(app: App, item: &PlanItem) -> String {
    now!(app, survey.planned, what = titles::survey(app, &Survey::read(&item.fields)))
}

/// Why something did not go as planned, in words.
pub fn reason_name(app: App, reason: &str) -> Words {
    let content = app.content();
    let label = content.lesson_reasons.iter().find(|it| it.id == reason).map(|it| it.label.clone());
    words(move || label.as_ref().map(|it| it.get(app.lang()).to_owned()).unwrap_or_default())
}

/// `Uge 48`, with the year where it is another than today's.
pub fn week_name(app: App, week: Week, today: NaiveDate) -> String {
    if week.year() == Week::of(today).year() {
        now!(app, planning.week_n, n = week.number())
    } else {
        now!(app, planning.week_n_year, n = week.number(), year = week.year())
    }
}

/// `23.–29. november 2026`.
pub fn week_days(app: App, week: Week) -> String {
    format::days(app.lang(), week.monday(), week.sunday())
}
