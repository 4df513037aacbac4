//! Where two people wrote in the same place without knowing of each other: both are kept, and a
//! person chooses field by field.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::app::{AppError, Conflict, Opened};
use crate::domain::{InitiativeKind, Record, SchoolYear, Template, iso};
use crate::ledger::{Claim, Path, RecordId};
use crate::platform::format;
use crate::ui::components::{BackLink, Button, Card, EmptyState, IconName, LinkButton, Page};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

/// The page of what is undecided.
#[component]
pub fn Conflicts() -> impl IntoView {
    let app = use_app();
    let found = use_stored(|store| async move {
        let mut opened = Vec::new();
        for summary in store.conflicts().await? {
            opened.extend(store.record(summary.rec).await?);
        }
        Ok::<Vec<Opened>, AppError>(opened)
    });
    view! {
        <Page title=say!(app, conflict.title) back=BackLink::new("/del", say!(app, conflict.back))>
            {shown(
                found,
                move |found| {
                    if found.is_empty() {
                        return view! {
                            <EmptyState
                                icon=IconName::Check
                                title=say!(app, conflict.none)
                                text=say!(app, conflict.none_text)
                            />
                        }
                            .into_any();
                    }
                    view! {
                        <p class="soft">{say!(app, conflict.text)}</p>
                        <div class="stack-loose stack">
                            {found
                                .into_iter()
                                .map(|opened| view! { <Undecided app=app opened=opened /> })
                                .collect_view()}
                        </div>
                    }
                        .into_any()
                },
            )}
        </Page>
    }
}

/// One record and all that is undecided in it.
#[component]
fn Undecided(app: App, opened: Opened) -> impl IntoView {
    let rec = opened.summary.rec;
    let kind = opened.summary.kind.clone();
    let fields = opened.summary.fields.clone();
    let template = template_of(app, &opened);
    let href = titles::href(&kind, rec);
    let contested = opened.summary.contested;
    let title = move || titles::record(app, &kind, &fields);
    let id = format!("record-{rec}");
    let heading = id.clone();
    view! {
        <section class="part stack" aria-labelledby=id>
            <div class="row row-between">
                <h2 id=heading>{title}</h2>
                {href.map(|href| view! { <LinkButton href=href label=say!(app, conflict.open) /> })}
            </div>
            {contested.then(|| view! { <Contested app=app rec=rec /> })}
            {opened
                .conflicts
                .into_iter()
                .map(|conflict| {
                    view! { <Choose app=app rec=rec conflict=conflict template=template.clone() /> }
                })
                .collect_view()}
        </section>
    }
}

fn template_of(app: App, opened: &Opened) -> Option<Template> {
    let observation = crate::domain::Observation::read(&opened.summary.fields);
    app.content().template(observation.template.as_ref()?).cloned()
}

/// Someone put it in the trash while another went on writing.
#[component]
fn Contested(app: App, rec: RecordId) -> impl IntoView {
    let done = move |result: Result<(), AppError>| match result {
        Ok(()) => app.has_stored(),
        Err(error) => app.complain(&error),
    };
    let keep = move || spawn_local(async move { done(app.store().keep(rec).await) });
    let delete = move || spawn_local(async move { done(app.store().delete(rec).await.map(drop)) });
    view! {
        <Card>
            <p>{say!(app, conflict.contested)}</p>
            <div class="row">
                <Button label=say!(app, conflict.keep) icon=IconName::Check on_press=keep />
                <Button label=say!(app, conflict.delete) icon=IconName::Trash on_press=delete />
            </div>
        </Card>
    }
}

/// One field: every value with who and when, and a button to choose it.
#[component]
fn Choose(
    app: App,
    rec: RecordId,
    conflict: Conflict,
    template: Option<Template>,
) -> impl IntoView {
    let path = conflict.path.clone();
    let name = {
        let (path, template) = (path.clone(), template.clone());
        move || field_name(app, &path, template.as_ref())
    };
    let claims = conflict.claims.into_iter().map(|claim| {
        let (path, template) = (path.clone(), template.clone());
        view! { <OneClaim app=app rec=rec path=path claim=claim template=template /> }
    });
    view! {
        <fieldset class="conflict">
            <legend class="field-label">{name}</legend>
            <div class="grid">{claims.collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn OneClaim(
    app: App,
    rec: RecordId,
    path: Path,
    claim: Claim,
    template: Option<Template>,
) -> impl IntoView {
    let who = claim.author.clone();
    let at = claim.at.wall;
    let by = move || {
        if who.is_empty() { app.moment(at) } else { format!("{who} · {}", app.moment(at)) }
    };
    let value = {
        let (path, value) = (path.clone(), claim.value.clone());
        move || spell(app, &path, value.as_ref(), template.as_ref())
    };
    let named = value.clone();
    let choose = {
        let claim = StoredValue::new(claim);
        move || {
            let (path, claim) = (path.clone(), claim.get_value());
            spawn_local(async move {
                match app.store().resolve(rec, &path, &claim).await {
                    Ok(()) => {
                        app.has_stored();
                        app.toasts.say(text!(app, conflict.chosen));
                    }
                    Err(error) => app.complain(&error),
                }
            });
        }
    };
    view! {
        <Card>
            <p class="as-written">{value}</p>
            <p class="soft small">{by}</p>
            <Button
                label=move || now!(app, conflict.choose, value = short(&named()))
                icon=IconName::Check
                on_press=choose
            />
        </Card>
    }
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
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}
