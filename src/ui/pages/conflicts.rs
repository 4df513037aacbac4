//! Where two people wrote in the same place without knowing of each other: both are kept, and a
//! person chooses field by field.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::app::{AppError, Conflict, Opened};
use crate::domain::{
    InitiativeKind, Item, ItemKind, Observation, Record, SchoolYear, Template, iso,
};
use crate::ledger::{Claim, Path, RecordId};
use crate::platform::format;
use crate::ui::components::{Button, EmptyState, IconName, LinkButton, Page, card};
use crate::ui::dom::{Content as _, El, View, el, words};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

/// The page of what is undecided.
pub fn conflicts() -> View {
    let app = use_app();
    let found = use_stored(|store| async move {
        let mut opened = Vec::new();
        for summary in store.conflicts().await? {
            opened.extend(store.record(summary.rec).await?);
        }
        Ok::<Vec<Opened>, AppError>(opened)
    });
    let all = move |found: Vec<Opened>| {
        if found.is_empty() {
            let (title, text) = (say!(app, conflict.none), say!(app, conflict.none_text));
            return EmptyState::new(IconName::Check, title, text).view();
        }
        let records = found.into_iter().map(|opened| undecided(app, opened));
        let records = el("div").class("stack-loose stack").child(records.collect::<Vec<_>>());
        (el("p").class("soft").child(say!(app, conflict.text)), records).view()
    };
    Page::new(say!(app, conflict.title))
        .back("/del", say!(app, conflict.back))
        .child(shown(found, all))
        .view()
}

/// One record and all that is undecided in it.
fn undecided(app: App, opened: Opened) -> El {
    let template = template_of(app, &opened);
    let summary = opened.summary;
    let rec = summary.rec;
    let open = titles::href(&summary.kind, rec)
        .map(|href| LinkButton::new(href, say!(app, conflict.open)));
    let contested = summary.contested.then(|| contested(app, rec));
    let title = move || titles::record(app, &summary.kind, &summary.fields);
    let conflicts = opened.conflicts.into_iter();
    let conflicts = conflicts.map(|conflict| choose(app, rec, conflict, template.clone()));
    let id = format!("record-{rec}");
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id.clone())
        .child(el("div").class("row row-between").child(el("h2").id(id).child(title)).child(open))
        .child(contested)
        .child(conflicts.collect::<Vec<_>>())
}

fn template_of(app: App, opened: &Opened) -> Option<Template> {
    let observation = Observation::read(&opened.summary.fields);
    app.content().template(&observation.template()?).cloned()
}

/// Someone put it in the trash while another went on writing.
fn contested(app: App, rec: RecordId) -> El {
    let done = move |result: Result<(), AppError>| match result {
        Ok(()) => app.has_stored(),
        Err(error) => app.complain(&error),
    };
    let keep = move || spawn_local(async move { done(app.store().keep(rec).await) });
    let delete = move || spawn_local(async move { done(app.store().delete(rec).await.map(drop)) });
    card((
        el("p").child(say!(app, conflict.contested)),
        el("div")
            .class("row")
            .child(Button::new(say!(app, conflict.keep), keep).icon(IconName::Check))
            .child(Button::new(say!(app, conflict.delete), delete).icon(IconName::Trash)),
    ))
}

/// One field: every value with who and when, and a button to choose it.
fn choose(app: App, rec: RecordId, conflict: Conflict, template: Option<Template>) -> El {
    let path = conflict.path;
    let claims = conflict.claims.into_iter();
    let claims = claims.map(|claim| one_claim(app, rec, path.clone(), claim, template.clone()));
    let claims = el("div").class("grid").child(claims.collect::<Vec<_>>());
    let name = move || field_name(app, &path, template.as_ref());
    el("fieldset")
        .class("conflict")
        .child(el("legend").class("field-label").child(name))
        .child(claims)
}

fn one_claim(app: App, rec: RecordId, path: Path, claim: Claim, template: Option<Template>) -> El {
    let who = claim.author.clone();
    let at = claim.at.wall;
    let by = move || {
        if who.is_empty() { app.moment(at) } else { format!("{who} · {}", app.moment(at)) }
    };
    let value = {
        let (path, value) = (path.clone(), claim.value.clone());
        words(move || spell(app, &path, value.as_ref(), template.as_ref()))
    };
    let choose = move || {
        let (path, claim) = (path.clone(), claim.clone());
        spawn_local(async move {
            match app.store().resolve(rec, &path, &claim).await {
                Ok(()) => {
                    app.has_stored();
                    app.toasts.say(text!(app, conflict.chosen));
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    card((
        el("p").class("as-written").child(value),
        el("p").class("soft small").child(by),
        Button::new(say!(app, conflict.choose, value = short(&value.get())), choose)
            .icon(IconName::Check),
    ))
}

/// Enough of a value to know a button by.
fn short(value: &str) -> String {
    let mut letters = value.chars();
    let begin: String = letters.by_ref().take(30).collect();
    if letters.next().is_some() { format!("{}…", begin.trim_end()) } else { begin }
}

/// What people call the place where a value stands.
fn field_name(app: App, path: &str, template: Option<&Template>) -> String {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let item = rest.split('/').next().unwrap_or_default();
    if let Some(item) = template.and_then(|it| it.items().find(|known| known.id == item)) {
        return item.text.get(app.lang()).to_owned();
    }
    match first {
        "title" => now!(app, field.title),
        "kind" => now!(app, field.kind),
        "class" => now!(app, field.class),
        "subject" => now!(app, field.subject),
        "schoolYear" => now!(app, field.school_year),
        "from" => now!(app, field.from),
        "to" => now!(app, field.to),
        "purpose" => now!(app, field.purpose),
        "team" => now!(app, field.team),
        "initiative" => now!(app, observation.initiative),
        "day" => now!(app, observation.day),
        "begins" => now!(app, observation.begins),
        "observer" => now!(app, observation.observer),
        "finished" => now!(app, form.done),
        "template" | "templateVersion" => now!(app, observation.template),
        "agreed" => now!(app, live.agreed),
        "reason" => now!(app, live.reason),
        "clock" => now!(app, live.start_title),
        "adults" if rest == "a" => now!(app, live.adult_a),
        "adults" => now!(app, live.adult_b),
        "pupils" => now!(app, live.pupils),
        _ => path.to_owned(),
    }
}

/// A value as people read it.
fn spell(app: App, path: &str, value: Option<&Value>, template: Option<&Template>) -> String {
    let Some(value) = value else { return now!(app, conflict.emptied) };
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let item = rest.split('/').next().unwrap_or_default();
    let content = app.content();
    let known = template.and_then(|it| it.items().find(|known| known.id == item));
    match (first, value) {
        ("kind", Value::String(id)) => InitiativeKind::from_id(id)
            .and_then(|kind| content.kind(kind))
            .map_or_else(|| id.clone(), |kind| kind.title.get(app.lang()).to_owned()),
        ("schoolYear", Value::Number(year)) => year
            .as_u64()
            .and_then(|year| u16::try_from(year).ok())
            .map_or_else(|| year.to_string(), |year| SchoolYear(year).to_string()),
        ("from" | "to" | "day", Value::String(day)) => {
            iso::day(day).map_or_else(|| day.clone(), |day| format::day(app.lang(), day))
        }
        ("finished", Value::Number(at)) => app.moment(at.as_u64().unwrap_or_default()),
        ("team" | "notes", Value::Object(thing)) => {
            let words = thing.get("text").or_else(|| thing.get("initials"));
            words.and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        ("ratings" | "choices", _) => known.and_then(|item| item.kind.answer(value)).map_or_else(
            || value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned),
            |answer| answer.get(app.lang()).to_owned(),
        ),
        ("moments", Value::Object(moment)) => {
            let codes = moment.get("codes").and_then(Value::as_object);
            let codes = codes.into_iter().flat_map(|codes| codes.values());
            let names = codes.map(|code| coded(app, known, code.as_str().unwrap_or_default()));
            names.collect::<Vec<_>>().join(" · ")
        }
        ("roles", Value::Object(change)) => {
            coded(app, known, change.get("model").and_then(Value::as_str).unwrap_or_default())
        }
        ("clock", Value::Number(at)) => app.moment(at.as_u64().unwrap_or_default()),
        ("agreed", Value::Bool(true)) => now!(app, live.yes),
        ("agreed", Value::Bool(false)) => now!(app, live.no),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
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
            models.iter().find(|model| model.id == id).map(|model| &model.label)
        }
        _ => None,
    };
    label.map_or_else(|| id.to_owned(), |label| label.get(app.lang()).to_owned())
}
