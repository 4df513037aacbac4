//! Where two people wrote in the same place without knowing of each other: both are kept, and a
//! person chooses field by field.

use leptos::task::spawn_local;

use crate::app::store::{AppError, Conflict, Opened};
use crate::domain::forms::{Template, TemplateDraft};
use crate::domain::observation::Observation;
use crate::domain::record::{Kind, Record};
use crate::ledger::{Claim, Path, RecordId};
use crate::ui::kit::prelude::*;
use crate::ui::words::{field_name, place_name, spell, titles, value_name};

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
        (soft(say!(app, conflict.text)), records).view()
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
    let kind = summary.known_kind();
    let draft = (kind == Some(Kind::Template)).then(|| TemplateDraft::read(&summary.fields));
    let open = titles::href(&summary.kind, rec)
        .map(|href| LinkButton::new(href, say!(app, conflict.open)));
    let contested = summary.contested.then(|| contested(app, rec));
    let title = move || titles::record(app, &summary.kind, &summary.fields);
    let conflicts = opened.conflicts.into_iter();
    let conflicts = conflicts
        .map(|conflict| choose(app, (rec, kind), conflict, template.clone(), draft.clone()));
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
fn choose(
    app: App,
    (rec, kind): (RecordId, Option<Kind>),
    conflict: Conflict,
    template: Option<Template>,
    draft: Option<TemplateDraft>,
) -> El {
    let path = conflict.path;
    let claims = conflict.claims.into_iter();
    let claims = claims
        .map(|claim| one_claim(app, rec, path.clone(), claim, (template.clone(), draft.clone())));
    let claims = el("div").class("grid").child(claims.collect::<Vec<_>>());
    let name = move || match &draft {
        Some(draft) => place_name(app, draft, &path),
        None => field_name(app, kind, &path, template.as_ref()),
    };
    el("fieldset")
        .class("conflict")
        .child(el("legend").class("field-label").child(name))
        .child(claims)
}

fn one_claim(
    app: App,
    rec: RecordId,
    path: Path,
    claim: Claim,
    (template, draft): (Option<Template>, Option<TemplateDraft>),
) -> El {
    let who = claim.author.clone();
    let at = claim.at.wall;
    let by = move || {
        if who.is_empty() { app.moment(at) } else { format!("{who} · {}", app.moment(at)) }
    };
    let value = {
        let (path, value) = (path.clone(), claim.value.clone());
        words(move || {
            let draft = draft.as_ref().zip(value.as_ref());
            let named = draft.and_then(|(draft, value)| value_name(app, draft, &path, value));
            named.unwrap_or_else(|| spell(app, &path, value.as_ref(), template.as_ref()))
        })
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
