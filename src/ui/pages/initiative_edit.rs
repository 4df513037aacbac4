//! The form of an initiative, new or old.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::is_new;
use super::not_found::not_found;
use super::team::team;
use crate::app::{Clock, Target};
use crate::domain::{
    Initiative, InitiativeField, InitiativeKind, Kind, Member, Record, SchoolYear, iso,
};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::components::{
    Button, ButtonKind, Choice, Field, FieldError, IconName, Page, action_bar, error_summary,
    status_line,
};
use crate::ui::dom::{Content as _, View, el, memo};
use crate::ui::form::Form;
use crate::ui::guide_link::guide_link;
use crate::ui::items::localized;
use crate::ui::loaded::{shown, use_stored_once};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};

/// The page of the form.
pub fn initiative_edit(rec: RecordId) -> View {
    let app = use_app();
    let new = is_new();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            edit(app, target, saved.clone(), saved, new)
        }
        None if new => {
            let target = Target { rec, kind: Kind::Initiative, parents: Vec::new() };
            edit(app, target, Initiative::default(), beginning(app), true)
        }
        None => not_found(),
    })
}

/// A new initiative: this school year, and the person themselves in the team.
fn beginning(app: App) -> Initiative {
    let author = app.settings.with_untracked(|settings| settings.author.trim().to_owned());
    let mut begun = Initiative::default();
    begun.set_school_year(Some(SchoolYear::of(BrowserClock.today())));
    if !author.is_empty() {
        let me = Member { initials: author, ..Member::default() };
        begun.set_member(&app.store().new_part(), Some(&me));
    }
    begun
}

const KIND: &str = "kind";
const TITLE: &str = "title";
const TO: &str = "to";

fn edit(app: App, target: Target, saved: Initiative, value: Initiative, new: bool) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || match attempt.get() {
        0 => Vec::new(),
        _ => form.with(Initiative::flaws),
    });
    let go = StoredValue::new_local(use_navigate());
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if form.value.with_untracked(Initiative::flaws).is_empty() {
            spawn_local(async move {
                if form.seal().await
                    && let Some(go) = go.try_get_value()
                {
                    go(&format!("/indsatser/{rec}"), replacing());
                }
            });
        }
    };
    let title = if new { say!(app, initiative.new_title) } else { say!(app, initiative.edit) };
    let back = if new { "/indsatser".to_owned() } else { format!("/indsatser/{rec}") };
    let errors = move || flaws.get().iter().map(|flaw| described(app, flaw)).collect();
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let content = el("div")
        .class("form")
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(fields(app, form, flaws))
        .child(action_bar(done));
    let idle = say!(app, form.saves_itself);
    Page::new(title)
        .back(back, say!(app, initiative.back_to))
        .state(status_line(form.status.into(), say!(app, form.saving), idle))
        .child(content)
        .view()
}

fn replacing() -> leptos_router::NavigateOptions {
    leptos_router::NavigateOptions { replace: true, ..Default::default() }
}

/// A flaw as a sentence at its field.
fn described(app: App, flaw: &InitiativeField) -> FieldError {
    match flaw {
        InitiativeField::Kind => FieldError::new(KIND, now!(app, flaw.kind)),
        InitiativeField::Title => FieldError::new(TITLE, now!(app, flaw.title)),
        InitiativeField::To => FieldError::new(TO, now!(app, flaw.to)),
        InitiativeField::Member(id) => {
            FieldError::new(super::team::field_id(id), now!(app, flaw.member))
        }
    }
}

fn fields(app: App, form: Form<Initiative>, flaws: Signal<Vec<InitiativeField>>) -> View {
    let said = move |field: InitiativeField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, &field).text)
        })
    };
    let read = move |part: fn(&Initiative) -> String| memo(move || form.with(part));
    let write = move |set: fn(&mut Initiative, String)| {
        move |text: String| form.edit(|value| set(value, text))
    };
    let optional = say!(app, form.optional);
    let kinds = app.content().kinds.clone().into_iter().map(|kind| {
        Choice::new(kind.id, localized(kind.title)).described(localized(kind.description))
    });
    let kind =
        Field::new(say!(app, field.kind)).id(KIND).error(said(InitiativeField::Kind)).radios(
            Signal::stored(kinds.collect()),
            Signal::derive(move || form.with(|value| Some(value.kind()?.id().to_owned()))),
            move |chosen| {
                form.edit(|it| it.set_kind(chosen.as_deref().and_then(InitiativeKind::from_id)));
            },
        );
    let title = Field::new(say!(app, field.title))
        .id(TITLE)
        .hint(say!(app, field.title_hint))
        .error(said(InitiativeField::Title))
        .text(read(Initiative::title), write(|value, text| value.set_title(&text)))
        .max_length(120);
    let this_year = SchoolYear::of(BrowserClock.today());
    let years = Signal::derive(move || {
        let chosen = form.with(Initiative::school_year);
        let mut years: Vec<SchoolYear> =
            [this_year.0.saturating_sub(1), this_year.0, this_year.0 + 1].map(SchoolYear).to_vec();
        years.extend(chosen.filter(|chosen| !years.contains(chosen)));
        years.sort();
        let years = years.into_iter();
        years.map(|year| Choice::new(year.0.to_string(), year.to_string())).collect::<Vec<_>>()
    });
    let class = Field::new(say!(app, field.class))
        .hint(say!(app, field.class_hint))
        .optional(optional)
        .text(read(Initiative::class), write(|value, text| value.set_class(&text)))
        .max_length(40);
    let subject = Field::new(say!(app, field.subject))
        .optional(optional)
        .text(read(Initiative::subject), write(|value, text| value.set_subject(&text)))
        .max_length(60);
    let school_year = Field::new(say!(app, field.school_year)).select(
        years,
        read(|value| value.school_year().map(|year| year.0.to_string()).unwrap_or_default()),
        write(|value, year| value.set_school_year(year.parse().ok().map(SchoolYear))),
    );
    let from = Field::new(say!(app, field.from)).optional(optional).date(
        read(|value| value.from().map(|day| day.to_string()).unwrap_or_default()),
        write(|value, day| value.set_from(iso::day(&day))),
    );
    let to = Field::new(say!(app, field.to))
        .id(TO)
        .optional(optional)
        .error(said(InitiativeField::To))
        .date(
            read(|value| value.to().map(|day| day.to_string()).unwrap_or_default()),
            write(|value, day| value.set_to(iso::day(&day))),
        );
    let purpose = Field::new(say!(app, field.purpose))
        .hint(say!(app, field.purpose_hint))
        .optional(optional)
        .area(read(Initiative::purpose), write(|value, text| value.set_purpose(&text)))
        .max_length(2000);
    let class = el("div").class("grid-fields grid").child(class).child(subject).child(school_year);
    let period = el("div").class("grid-fields grid").child(from).child(to);
    let purpose = el("div")
        .class("stack-tight stack")
        .child(purpose)
        .child(el("div").class("row").child(guide_link("formaal")));
    (kind, title, class, period, purpose, team(app, form, flaws)).view()
}
