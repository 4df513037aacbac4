//! The form of an initiative, new or old.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::not_found::NotFound;
use super::team::Team;
use super::{is_new, record_of_address};
use crate::app::{Clock, Target};
use crate::domain::{Initiative, InitiativeField, InitiativeKind, Kind, Record, SchoolYear, iso};
use crate::platform::clock::BrowserClock;
use crate::ui::components::{
    ActionBar, BackLink, Button, ButtonKind, Choice, DateField, ErrorSummary, FieldError, IconName,
    Page, RadioList, SelectField, StatusLine, TextArea, TextField,
};
use crate::ui::form::Form;
use crate::ui::loaded::{shown, use_stored_once};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};

/// The page of the form.
#[component]
pub fn InitiativeEdit() -> impl IntoView {
    let app = use_app();
    let Some(rec) = record_of_address() else { return view! { <NotFound /> }.into_any() };
    let new = is_new();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            view! { <Edit app=app target=target saved=saved.clone() value=saved new=new /> }.into_any()
        }
        None if new => {
            let target = Target { rec, kind: Kind::Initiative, parents: Vec::new() };
            let value = beginning(app);
            view! { <Edit app=app target=target saved=Initiative::default() value=value new=true /> }
                .into_any()
        }
        None => view! { <NotFound /> }.into_any(),
    })
    .into_any()
}

/// A new initiative: this school year, and the person themselves in the team.
fn beginning(app: App) -> Initiative {
    let author = app.settings.with_untracked(|settings| settings.author.trim().to_owned());
    let me = crate::domain::Member { initials: author.clone(), ..Default::default() };
    Initiative {
        school_year: Some(SchoolYear::of(BrowserClock.today())),
        team: if author.is_empty() {
            Default::default()
        } else {
            [(app.store().new_part(), me)].into()
        },
        ..Initiative::default()
    }
}

const KIND: &str = "kind";
const TITLE: &str = "title";
const TO: &str = "to";

#[component]
fn Edit(
    app: App,
    target: Target,
    saved: Initiative,
    value: Initiative,
    new: bool,
) -> impl IntoView {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let attempt = RwSignal::new(0_u32);
    let flaws =
        Memo::new(
            move |_| {
                if attempt.get() == 0 { Vec::new() } else { form.value.with(Initiative::flaws) }
            },
        );
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
    let title =
        move || if new { now!(app, initiative.new_title) } else { now!(app, initiative.edit) };
    let back = if new { "/indsatser".to_owned() } else { format!("/indsatser/{rec}") };
    view! {
        <Page
            title=title
            back=BackLink::new(back, say!(app, initiative.back_to))
            state=move || {
                view! {
                    <StatusLine
                        status=form.status
                        saving_label=say!(app, form.saving)
                        idle_label=say!(app, form.saves_itself)
                    />
                }
            }
        >
            <div class="form">
                <ErrorSummary
                    title=say!(app, form.not_done)
                    errors=Signal::derive(move || flaws.get().iter().map(|flaw| described(app, flaw)).collect())
                    attempt=attempt
                />
                <Fields app=app form=form flaws=flaws />
                <ActionBar>
                    <Button
                        label=say!(app, form.done)
                        kind=ButtonKind::Primary
                        icon=IconName::Check
                        on_press=finish
                    />
                </ActionBar>
            </div>
        </Page>
    }
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

#[component]
fn Fields(app: App, form: Form<Initiative>, flaws: Memo<Vec<InitiativeField>>) -> impl IntoView {
    let said = move |field: InitiativeField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, &field).text)
        })
    };
    let read = move |part: fn(&Initiative) -> String| {
        Signal::<String>::from(Memo::new(move |_| form.value.with(part)))
    };
    let optional = say!(app, form.optional);
    let kinds: Vec<Choice> = app
        .content()
        .kinds
        .iter()
        .cloned()
        .map(|kind| {
            let (title, description) = (kind.title, kind.description);
            Choice::new(kind.id, move || title.get(app.lang()).to_owned())
                .described(move || description.get(app.lang()).to_owned())
        })
        .collect();
    let kind = Signal::derive(move || {
        form.value.with(|value| value.kind.map(|kind| kind.id().to_owned()))
    });
    let this_year = SchoolYear::of(BrowserClock.today());
    let years = Signal::derive(move || {
        let chosen = form.value.with(|value| value.school_year);
        let mut years: Vec<SchoolYear> =
            [this_year.0.saturating_sub(1), this_year.0, this_year.0 + 1].map(SchoolYear).to_vec();
        years.extend(chosen.filter(|chosen| !years.contains(chosen)));
        years.sort();
        years
            .iter()
            .map(|year| Choice::new(year.0.to_string(), year.to_string()))
            .collect::<Vec<_>>()
    });
    view! {
        <RadioList
            id=KIND
            label=say!(app, field.kind)
            choices=Signal::stored(kinds)
            value=kind
            on_choose=move |chosen| {
                form.edit(|value| value.kind = Option::as_deref(&chosen).and_then(InitiativeKind::from_id));
            }
            error=said(InitiativeField::Kind)
        />
        <TextField
            id=TITLE
            label=say!(app, field.title)
            hint=say!(app, field.title_hint)
            value=read(|value| value.title.clone())
            on_input=move |text| form.edit(|value| value.title = text)
            max_length=120u32
            error=said(InitiativeField::Title)
        />
        <div class="grid-fields grid">
            <TextField
                label=say!(app, field.class)
                hint=say!(app, field.class_hint)
                optional=optional
                value=read(|value| value.class.clone())
                on_input=move |text| form.edit(|value| value.class = text)
                max_length=40u32
            />
            <TextField
                label=say!(app, field.subject)
                optional=optional
                value=read(|value| value.subject.clone())
                on_input=move |text| form.edit(|value| value.subject = text)
                max_length=60u32
            />
            <SelectField
                label=say!(app, field.school_year)
                choices=years
                value=read(|value| value.school_year.map(|year| year.0.to_string()).unwrap_or_default())
                on_input=move |year: String| {
                    form.edit(|value| value.school_year = year.parse().ok().map(SchoolYear));
                }
            />
        </div>
        <div class="grid-fields grid">
            <DateField
                label=say!(app, field.from)
                optional=optional
                value=read(|value| value.from.map(|day| day.to_string()).unwrap_or_default())
                on_input=move |day: String| form.edit(|value| value.from = iso::day(&day))
            />
            <DateField
                id=TO
                label=say!(app, field.to)
                optional=optional
                value=read(|value| value.to.map(|day| day.to_string()).unwrap_or_default())
                on_input=move |day: String| form.edit(|value| value.to = iso::day(&day))
                error=said(InitiativeField::To)
            />
        </div>
        <TextArea
            label=say!(app, field.purpose)
            hint=say!(app, field.purpose_hint)
            optional=optional
            value=read(|value| value.purpose.clone())
            on_input=move |text| form.edit(|value| value.purpose = text)
            max_length=2000u32
        />
        <Team app=app form=form flaws=flaws />
    }
}
