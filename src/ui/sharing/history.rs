//! The history of a record in plain words: a line for each time it was changed, the newest first.

use crate::app::store::AppError;
use crate::app::store::history::{Changed, Deed, Done, Entry, History, Line, lines};
use crate::domain::forms::{Template, TemplateDraft};
use crate::domain::observation::Observation;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::{DeviceId, RecordId};
use crate::ui::kit::prelude::*;
use crate::ui::words::history::spelled_survey;
use crate::ui::words::{field_name, is_silent, logged, place_name, spell, titles, value_name};

/// How many changes are shown at a time.
const PAGE: usize = 20;

/// How many lines of one change are in sight before the rest is asked for.
const IN_SIGHT: usize = 8;

/// Other records that are spoken of, by the id that stands for them: kind and title.
type Spoken = Vec<(String, String)>;

/// What the lines are made with.
#[derive(Clone)]
struct Telling {
    app: App,
    own: DeviceId,
    kind: Option<Kind>,
    template: Option<Template>,
    /// The form itself, where the record is one.
    draft: Option<TemplateDraft>,
    spoken: Spoken,
    /// The record as it is now.
    fields: Fields,
}

/// The page of a record's history.
pub fn history(rec: RecordId) -> View {
    let app = use_app();
    let pages = RwSignal::new(1_usize);
    let found = use_stored(move |store| {
        let limit = PAGE * pages.get();
        async move {
            let Some(history) = store.history(rec, limit).await? else { return Ok(None) };
            let mut spoken = Spoken::new();
            for id in spoken_of(&history) {
                if let Ok(other) = id.parse()
                    && let Some(opened) = store.record(other).await?
                {
                    let summary = opened.summary;
                    spoken.push((id, titles::record(app, &summary.kind, &summary.fields)));
                }
            }
            Ok::<_, AppError>(Some((history, spoken)))
        }
    });
    shown(found, move |found| match found {
        Some((history, spoken)) => page(app, rec, history, spoken, pages),
        None => not_found(),
    })
}

/// The ids of other records among the values.
fn spoken_of(history: &History) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for change in history.entries.iter().flat_map(|entry| &entry.changes) {
        let values = change.before.iter().chain(&change.after);
        for id in values.filter_map(|value| value.as_str()) {
            let is_record = id.len() == 36 && id.parse::<RecordId>().is_ok();
            if is_record && ids.iter().all(|known| known != id) {
                ids.push(id.to_owned());
            }
        }
    }
    ids
}

fn page(app: App, rec: RecordId, history: History, spoken: Spoken, pages: RwSignal<usize>) -> View {
    let summary = history.summary;
    let template = Observation::read(&summary.fields).template();
    let template = template.and_then(|it| app.content().template(&it).cloned());
    let kind = summary.known_kind();
    let draft = (kind == Some(Kind::Template)).then(|| TemplateDraft::read(&summary.fields));
    let own = history.own;
    let telling =
        Telling { app, own, kind, template, draft, spoken, fields: summary.fields.clone() };
    let entries = history.entries.into_iter().map(|entry| told(&telling, entry));
    let more = move || pages.update(|pages| *pages += 1);
    let more = history.has_more.then(|| Button::new(say!(app, history.older), more));
    let back = titles::href(&summary.kind, rec).unwrap_or_else(|| "/".to_owned());
    let name = words(move || titles::record(app, &summary.kind, &summary.fields));
    let entries = el("ol")
        .class("history")
        .attr("role", "list")
        .attr("aria-label", say!(app, history.title))
        .child(entries.collect::<Vec<_>>());
    Page::new(say!(app, history.title))
        .back(back, say!(app, form.back))
        .state(el("p").class("soft").child(name))
        .child(el("p").class("soft small").child(say!(app, history.text)))
        .child(entries)
        .child(more)
        .view()
}

/// One time it was changed.
fn told(telling: &Telling, entry: Entry) -> El {
    let app = telling.app;
    let is_own = entry.device == telling.own;
    let (at, author) = (entry.at, entry.author);
    let head = move || {
        let who = if author.is_empty() { now!(app, history.nobody) } else { author.clone() };
        let device =
            if is_own { now!(app, history.this_device) } else { now!(app, history.other_device) };
        format!("{} · {who} · {device}", app.moment(at))
    };
    let deed = match entry.deed {
        Deed::Begun => Some(say!(app, history.begun)),
        Deed::Changed => None,
        Deed::Trashed => Some(say!(app, history.trashed)),
        Deed::BroughtBack => Some(say!(app, history.brought_back)),
        Deed::Kept => Some(say!(app, history.kept)),
    };
    let mut changes: Vec<El> = lines(&entry.changes)
        .into_iter()
        .filter(|line| match line {
            Line::One(change) => {
                let is_survey = matches!(telling.kind, Some(Kind::Survey | Kind::Collaboration));
                let says_nothing = is_survey && spelled_survey::is_silent(&change.path);
                !says_nothing && !is_silent(&change.path, change.done() == Done::Altered)
            }
            Line::Many { .. } => true,
        })
        .map(|line| {
            let telling = telling.clone();
            let said = move || match &line {
                Line::One(change) => one(&telling, change),
                Line::Many { place, item, what, done, n } => {
                    let template = telling.template.as_ref();
                    logged(telling.app, (place, item, what), *done, *n, template)
                }
            };
            el("li").child(said)
        })
        .collect();
    let rest = changes.split_off(changes.len().min(IN_SIGHT));
    let hidden = (!rest.is_empty()).then(|| {
        let n = rest.len();
        el("details").child(el("summary").child(say!(app, history.more, n = n))).child(list(rest))
    });
    el("li")
        .class("history-entry")
        .child(el("p").class("soft small").child(head))
        .child(deed.map(|deed| el("p").class("strong").child(deed)))
        .child((!changes.is_empty()).then(|| list(changes)))
        .child(hidden)
}

fn list(lines: Vec<El>) -> El {
    el("ul").class("history-lines").attr("role", "list").child(lines)
}

/// One place: what it is called, and what became of it.
fn one(telling: &Telling, change: &Changed) -> String {
    let (app, template) = (telling.app, telling.template.as_ref());
    let draft = telling.draft.as_ref();
    let field = match draft {
        Some(draft) => place_name(app, draft, &change.path),
        None => field_name(app, telling.kind, &change.path, template),
    };
    let field = field.trim_end_matches(['?', ':']);
    let value = |value: &Option<serde_json::Value>| {
        let spoken = value.as_ref().and_then(|value| value.as_str());
        let spoken = spoken.and_then(|id| telling.spoken.iter().find(|(known, _)| known == id));
        match (spoken, tied_note(telling, &change.path)) {
            (Some((_, title)), _) => title.clone(),
            (None, Some(note)) => note,
            (None, None) => {
                let named = draft.zip(value.as_ref());
                let named = named.and_then(|(it, value)| value_name(app, it, &change.path, value));
                named.unwrap_or_else(|| spell(app, &change.path, value.as_ref(), template))
            }
        }
    };
    let (before, after) = (value(&change.before), value(&change.after));
    match (change.path.as_str(), change.done()) {
        _ if change.chosen => now!(app, history.chosen, field = field, after = after),
        ("finished", Done::Removed) => now!(app, history.reopened),
        (_, Done::Added) => now!(app, history.added, field = field, after = after),
        (_, Done::Altered) => {
            now!(app, history.altered, field = field, before = before, after = after)
        }
        (_, Done::Removed) => now!(app, history.removed, field = field, before = before),
    }
}

/// The words of the note that a place ties to a rating, where it is still there.
fn tied_note(telling: &Telling, path: &str) -> Option<String> {
    let (_, note) = path.strip_prefix("evidence/")?.split_once('/')?;
    let note = telling.fields.0.get(&format!("notes/{note}"))?;
    Some(note.get("text")?.as_str()?.to_owned())
}
