//! The places and values of goals in the words people have for them.

use leptos::prelude::Get as _;
use serde_json::Value;

use crate::domain::calendar::iso;
use crate::domain::initiative::{AGREEING, Indicator, smart};
use crate::domain::voices::survey_content;
use crate::platform::format;
use crate::ui::shell::{App, now};
use crate::ui::words::goal_words::indicator;

/// What people call a place of a goal: `<id>/by`. Which goal it is only the id says, and that is no word.
pub fn field_name(app: App, rest: &str) -> String {
    let part = rest.split('/').nth(1).unwrap_or_default();
    let part = match part {
        "text" => return now!(app, goals.text),
        "category" => now!(app, goals.category),
        "reached" => now!(app, goals.reached),
        "means" => now!(app, goals.means),
        "target" => now!(app, goals.target),
        "indicator" => now!(app, goals.indicator),
        "measurement" => now!(app, goals.which_measurement),
        "survey" => now!(app, goals.which_survey),
        "question" => now!(app, goals.which_question),
        "round" => now!(app, goals.which_round),
        "unit" => now!(app, goals.counted_as),
        "from" => now!(app, goals.from),
        "look" => now!(app, goals.look),
        "by" => now!(app, goals.by),
        "said" => now!(app, goals.is_it_reached),
        "agreed" => {
            let who = rest.rsplit('/').next();
            let [staff, leaders] = AGREEING;
            let who = match who {
                Some(who) if who == staff => now!(app, goals.staff),
                Some(who) if who == leaders => now!(app, goals.leaders),
                who => who.unwrap_or_default().to_owned(),
            };
            format!("{} {who}", now!(app, goals.who_agrees))
        }
        other => other.to_owned(),
    };
    now!(app, goals.place, part = part)
}

/// A value of a goal as people read it; `None` where it says itself.
pub fn value(app: App, rest: &str, value: &Value) -> Option<String> {
    let part = rest.split('/').nth(1).unwrap_or_default();
    match (part, value) {
        ("category", Value::String(id)) => Some(smart().category(id)?.get(app.lang()).to_owned()),
        ("indicator", Value::String(id)) => Some(indicator(app, Indicator::from_id(id)?).0.get()),
        ("measurement", Value::String(_)) => Some(now!(app, goals.measured)),
        ("survey", Value::String(_)) => Some(now!(app, goals.answers)),
        ("question", Value::String(id)) => {
            let known = survey_content().question(id);
            Some(known.map_or_else(
                || now!(app, survey.own_question),
                |it| it.text.get(app.lang()).to_owned(),
            ))
        }
        ("round", Value::String(_)) => Some(now!(app, goals.one_round)),
        ("unit", Value::String(_)) => Some(now!(app, goals.of_pupils)),
        ("from" | "look" | "by", Value::String(day)) => {
            Some(format::day(app.lang(), iso::day(day)?))
        }
        ("said", Value::Bool(false)) => Some(now!(app, goals.not_yet)),
        (_, Value::Bool(true)) => Some(now!(app, goals.yes)),
        _ => None,
    }
}
