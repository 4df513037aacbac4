//! The places and values of a record in the words people have for them: where two values are chosen
//! between, and in the history.

use serde_json::Value;

use super::{
    spelled_agreement, spelled_closing, spelled_goals, spelled_ground, spelled_groups,
    spelled_measure, spelled_plan, spelled_survey, spelled_talk,
};
use crate::app::store::history::Done;
use crate::domain::calendar::{SchoolYear, iso};
use crate::domain::forms::{Item, ItemKind, Template};
use crate::domain::initiative::InitiativeKind;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::record::Kind;
use crate::platform::format;
use crate::ui::shell::{App, now};

/// What people call the place where a value stands, in a record of a kind.
pub fn field_name(app: App, kind: Option<Kind>, path: &str, template: Option<&Template>) -> String {
    // The same place in an observation is something else.
    let own = match kind {
        Some(Kind::Initiative) => spelled_groups::field_name(app, path)
            .or_else(|| spelled_closing::field_name(app, path))
            .or_else(|| spelled_ground::field_name(app, path)),
        Some(Kind::Loan) => spelled_groups::loan_field_name(app, path),
        Some(Kind::Lesson | Kind::Jot | Kind::ExitTicket) => spelled_plan::field_name(app, path),
        Some(Kind::Measurement) => spelled_measure::field_name(app, path),
        Some(Kind::Survey | Kind::Collaboration) => spelled_survey::field_name(app, path),
        Some(Kind::PupilTalk) => spelled_talk::field_name(app, path),
        _ => None,
    };
    if let Some(name) = own {
        return name;
    }
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let item = rest.split('/').next().unwrap_or_default();
    if let Some(item) = template.and_then(|it| it.items().find(|known| known.id == item)) {
        let text = item.text.get(app.lang());
        return match first {
            "intervals" => now!(app, looking_up.question),
            "comments" => format!("{text} – {}", now!(app, item.evidence)),
            "evidence" => format!("{text} – {}", now!(app, history.tied)),
            "others" => format!("{text} – {}", now!(app, item.other)),
            _ => text.to_owned(),
        };
    }
    match first {
        "goals" => spelled_goals::field_name(app, rest),
        "tasks" | "questions" | "revisits" | "readiness" => preparing(app, first, rest),
        "title" => now!(app, field.title),
        "kind" => now!(app, field.kind),
        "class" => now!(app, field.class),
        "subject" => now!(app, field.subject),
        "schoolYear" => now!(app, field.school_year),
        "from" => now!(app, field.from),
        "to" => now!(app, field.to),
        "purpose" => now!(app, field.purpose),
        "challenge" => now!(app, start.challenge_short),
        "changes" => now!(app, start.changes_short),
        "start" => now!(app, start.place),
        "expectations" if rest.ends_with("/seen") => now!(app, start.expected_seen),
        "expectations" => now!(app, start.expected_text),
        "team" => now!(app, field.team),
        "initiative" => now!(app, observation.initiative),
        "day" => now!(app, observation.day),
        "begins" => now!(app, observation.begins),
        "observer" => now!(app, observation.observer),
        "finished" => now!(app, form.done),
        "template" | "templateVersion" => now!(app, observation.template),
        "agreed" => now!(app, live.agreed),
        "reason" => now!(app, live.reason),
        "paper" => now!(app, paper.title),
        "groups" => now!(app, counting.groups),
        "clock" => match rest.split('/').next() {
            Some("started") => now!(app, history.clock_started),
            Some("ended") => now!(app, history.clock_ended),
            Some("pauses") => now!(app, live.pause),
            _ => now!(app, live.start_title),
        },
        "question" => now!(app, wrap.question),
        "try" => now!(app, wrap.to_try),
        "adults" if rest == "a" => now!(app, live.adult_a),
        "adults" => now!(app, live.adult_b),
        "pupils" => now!(app, live.pupils),
        "focus" => now!(app, focus.field),
        _ => spelled_agreement::field_name(app, path)
            .or_else(|| spelled_plan::field_name(app, path))
            .unwrap_or_else(|| path.to_owned()),
    }
}

/// A value as people read it.
pub fn spell(app: App, path: &str, value: Option<&Value>, template: Option<&Template>) -> String {
    let Some(value) = value else { return now!(app, conflict.emptied) };
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let item = rest.split('/').next().unwrap_or_default();
    let content = app.content();
    let known = template.and_then(|it| it.items().find(|known| known.id == item));
    match (first, value) {
        ("template", Value::String(id)) => content
            .templates
            .iter()
            .find(|known| known.id == *id)
            .map_or_else(|| id.clone(), |known| known.title.get(app.lang()).to_owned()),
        ("picks", Value::Bool(true)) => {
            let option = rest.split('/').nth(1).unwrap_or_default();
            let known = known.and_then(|item| item.kind.option(option));
            known.map_or_else(|| option.to_owned(), |label| label.get(app.lang()).to_owned())
        }
        ("pupils", Value::Bool(true)) => rest.to_owned(),
        ("evidence", Value::Bool(true)) => now!(app, history.a_note),
        ("kind", Value::String(id)) => InitiativeKind::from_id(id)
            .and_then(|kind| content.kind(kind))
            .map_or_else(|| id.clone(), |kind| kind.title.get(app.lang()).to_owned()),
        ("schoolYear", Value::Number(year)) => year
            .as_u64()
            .and_then(|year| u16::try_from(year).ok())
            .map_or_else(|| year.to_string(), |year| SchoolYear(year).to_string()),
        ("tasks" | "readiness", Value::String(day))
        | ("from" | "to" | "day" | "until", Value::String(day)) => {
            iso::day(day).map_or_else(|| day.clone(), |day| format::day(app.lang(), day))
        }
        ("expectations" | "board" | "decision", value) => {
            spelled_closing::value(app, path, value).unwrap_or_else(|| written(value))
        }
        ("goals", value) => {
            spelled_goals::value(app, rest, value).unwrap_or_else(|| written(value))
        }
        ("groups", value) => {
            spelled_groups::value(app, rest, value).unwrap_or_else(|| written(value))
        }
        ("talks" | "back", Value::String(day)) => {
            iso::day(day).map_or_else(|| day.clone(), |day| format::day(app.lang(), day))
        }
        ("parties" | "confirmed" | "terms" | "talk" | "after", value) => {
            spelled_agreement::value(app, path, value).unwrap_or_else(|| written(value))
        }
        ("guide" | "keywords", Value::String(id)) => {
            spelled_talk::value(app, path, id).unwrap_or_else(|| id.clone())
        }
        ("begins" | "ends", Value::String(time)) => {
            iso::time(time).map_or_else(|| time.clone(), |time| format::clock(app.lang(), time))
        }
        ("finished" | "paper" | "at", Value::Number(at)) => {
            app.moment(at.as_u64().unwrap_or_default())
        }
        (
            "team" | "notes" | "tasks" | "readiness" | "sparring" | "materials",
            Value::Object(thing),
        ) => {
            let words = thing.get("text").or_else(|| thing.get("initials"));
            let words = words.and_then(Value::as_str).unwrap_or_default();
            match thing.get("meaning").and_then(Value::as_str).filter(|it| !it.is_empty()) {
                Some(thought) => {
                    format!("{words}\n{}", now!(app, noting.thought, thought = thought))
                }
                None => words.to_owned(),
            }
        }
        ("ratings" | "choices", _) => known
            .and_then(|item| item.kind.answer(value))
            .map_or_else(|| written(value), |answer| answer.get(app.lang()).to_owned()),
        ("moments", Value::Object(moment)) => {
            let codes = moment.get("codes").and_then(Value::as_object);
            let codes = codes.into_iter().flat_map(|codes| codes.values());
            let names = codes.map(|code| coded(app, known, code.as_str().unwrap_or_default()));
            let names: Vec<_> = names.collect();
            if names.is_empty() { now!(app, live.skip) } else { names.join(" · ") }
        }
        ("counts", Value::String(n)) if known.is_some() => {
            let counter = rest.split('/').nth(1).unwrap_or_default();
            let counter = counter.split_once('@').map_or(counter, |(counter, _)| counter);
            format!("{}: {n}", coded(app, known, counter))
        }
        ("taps", Value::Object(tap)) => {
            coded(app, known, tap.get("counter").and_then(Value::as_str).unwrap_or_default())
        }
        ("roles", Value::Object(change)) => {
            coded(app, known, change.get("model").and_then(Value::as_str).unwrap_or_default())
        }
        ("intervals", Value::Number(seconds)) => {
            let minutes = seconds.as_u64().unwrap_or_default() / 60;
            now!(app, looking_up.minutes, n = minutes)
        }
        ("clock", Value::Object(pause)) => {
            let times = ["from", "to"].map(|key| pause.get(key).and_then(Value::as_u64));
            let times = times.into_iter().flatten().map(|at| format::time(app.lang(), at));
            times.collect::<Vec<_>>().join("–")
        }
        ("clock", Value::String(_)) => now!(app, history.clock_ongoing),
        ("clock", Value::Number(at)) => app.moment(at.as_u64().unwrap_or_default()),
        ("readiness", Value::Number(level)) => level_name(app, level.as_u64()),
        ("agreed" | "tasks" | "readiness", Value::Bool(true)) => now!(app, live.yes),
        ("agreed", Value::Bool(false)) => now!(app, live.no),
        (_, Value::Bool(true)) => now!(app, live.yes),
        (_, Value::Bool(false)) => now!(app, history.no),
        (_, Value::String(text)) => {
            spelled_plan::value(app, path, text).unwrap_or_else(|| text.clone())
        }
        (_, other) => other.to_string(),
    }
}

/// A value that says itself: words as they are, all else as it is stored.
fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

/// The places of the preparation: the task or question, and what of it.
fn preparing(app: App, first: &str, rest: &str) -> String {
    let words = |id: &str| {
        phase_content().words(id).map_or_else(|| id.to_owned(), |it| it.get(app.lang()).to_owned())
    };
    let (thing, part) = rest.split_once('/').unwrap_or((rest, ""));
    let of = match part {
        "who" if first == "readiness" => now!(app, prep.helper),
        "note" if first == "readiness" => now!(app, prep.plan),
        "source" => now!(app, prep.source),
        "done" if first == "readiness" => now!(app, prep.helped),
        "who" => now!(app, prep.who),
        "note" => now!(app, prep.note),
        "done" => now!(app, form.done),
        "by" => now!(app, prep.by),
        "initials" => now!(app, field.initials),
        part => {
            // What the content does not know is a point of the team's own.
            let part = part.rsplit('/').next().unwrap_or_default();
            let known = phase_content().words(part).map(|it| it.get(app.lang()).to_owned());
            known.unwrap_or_else(|| now!(app, ground.point))
        }
    };
    match first {
        "questions" => words(thing),
        "revisits" => now!(app, prep.answers_later, question = words(thing)),
        // Of a person only the id stands in the path; what was said of them says who it is.
        "readiness" => of,
        _ => format!("{}: {of}", words(thing)),
    }
}

/// How far somebody says that something is so.
fn level_name(app: App, level: Option<u64>) -> String {
    let step = (1..).zip(&phase_content().self_check.steps).find(|(n, _)| Some(*n) == level);
    step.map_or_else(String::new, |(_, step)| step.get(app.lang()).to_owned())
}

/// Places that say nothing to people, or nothing new where something stood there before.
pub fn is_silent(path: &str, was_there: bool) -> bool {
    matches!(path, "example" | "templateVersion" | "start" | "answer")
        || path.ends_with("/answer")
        || path.starts_with("spreads/")
        || spelled_ground::is_silent(path)
        || (path.starts_with("expectations/") && path.ends_with("/made"))
        || spelled_talk::is_silent(path)
        || spelled_closing::is_silent(path)
        || spelled_agreement::is_silent(path, was_there)
}

/// Several entries of one log at once: »12 tryk på …«, »3 noter«. `of` is the log, its item, and the
/// counter of taps.
pub fn logged(
    app: App,
    of: (&str, &str, &str),
    done: Done,
    n: usize,
    template: Option<&Template>,
) -> String {
    let (place, item, what) = of;
    let known = template.and_then(|it| it.item(item));
    let said = match place {
        "taps" => now!(app, history.taps, n = n, what = coded(app, known, what)),
        "notes" => now!(app, history.notes, n = n),
        "moments" => now!(app, history.moments, n = n),
        _ => now!(app, history.roles, n = n),
    };
    match done {
        Done::Added => said,
        Done::Altered => format!("{said} ({})", now!(app, history.were_altered)),
        Done::Removed => format!("{said} ({})", now!(app, history.were_removed)),
    }
}

/// What a code of a moment or a way of teaching together is called.
fn coded(app: App, item: Option<&Item>, id: &str) -> String {
    let label = match item.map(|item| &item.kind) {
        Some(ItemKind::Interval { tracks, .. }) => {
            let code = tracks.iter().flat_map(|track| &track.codes).find(|code| code.id == id);
            code.map(|code| &code.label)
        }
        Some(ItemKind::Roles { models }) => {
            models.iter().find(|it| it.id == id).map(|it| &it.label)
        }
        Some(ItemKind::Tally { counters }) => {
            counters.iter().find(|it| it.id == id).map(|it| &it.label)
        }
        _ => None,
    };
    label.map_or_else(|| id.to_owned(), |label| label.get(app.lang()).to_owned())
}
