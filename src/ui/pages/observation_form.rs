//! The form of an observation: its head, its sections, and the decision that it is done.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::initiative::say_removed;
use crate::app::{Summary, Target};
use crate::domain::{
    Initiative, Observation, ObservationField, Record, Section, Template, TemplateRef, iso,
};
use crate::platform::format;
use crate::ui::components::{
    ActionBar, BackLink, Badge, BadgeKind, Button, ButtonKind, Choice, DateField, ErrorSummary,
    FieldError, IconName, LinkButton, Notice, NoticeKind, Page, SelectField, StatusLine, TextField,
    TimeField,
};
use crate::ui::form::Form;
use crate::ui::items::Question;
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

/// Everything the form starts from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opening {
    pub target: Target,
    pub saved: Observation,
    pub value: Observation,
    pub initiatives: Vec<Summary>,
    pub conflicts: usize,
    pub readonly: bool,
    pub deleted: bool,
}

const INITIATIVE: &str = "initiative";
const DAY: &str = "day";

/// The page of the form.
#[component]
pub(super) fn Filled(app: App, opening: Opening) -> impl IntoView {
    let Opening { target, saved, value, initiatives, conflicts, readonly, deleted } = opening;
    let rec = target.rec;
    let template = value.template.as_ref().and_then(|it| app.content().template(it).cloned());
    let form = Form::open(app, target, saved, value);
    let attempt = RwSignal::new(0_u32);
    let flaws = Memo::new(move |_| {
        if attempt.get() == 0 { Vec::new() } else { form.value.with(Observation::flaws) }
    });
    let back = form.value.with_untracked(|value| match value.initiative {
        Some(initiative) => format!("/indsatser/{initiative}"),
        None => "/".to_owned(),
    });
    let finished = Memo::new(move |_| form.value.with(|value| value.finished));
    let is_example = form.value.with_untracked(|value| value.example);
    let state = move || {
        view! {
            <div class="row">
                <StatusLine
                    status=form.status
                    saving_label=say!(app, form.saving)
                    idle_label=say!(app, form.saves_itself)
                />
                {is_example
                    .then(|| {
                        view! { <Badge kind=BadgeKind::Example label=say!(app, badge.example) /> }
                    })}
                {readonly
                    .then(|| {
                        view! { <Badge kind=BadgeKind::ReadOnly label=say!(app, badge.read_only) /> }
                    })}
            </div>
        }
    };
    let title = move || form.value.with(|value| titles::observation(app, value));
    let answers = match template {
        Some(template) => {
            view! { <Sections form=form template=template readonly=readonly /> }.into_any()
        }
        None => {
            let known = form.value.with_untracked(|value| value.template.clone());
            view! { <NoTemplate app=app template=known /> }.into_any()
        }
    };
    view! {
        <Page title=title back=BackLink::new(back, say!(app, form.back)) state=state>
            <div class="form">
                {deleted
                    .then(|| {
                        view! { <Notice kind=NoticeKind::Warning title=say!(app, trash.this_is_in) /> }
                    })}
                {(conflicts > 0).then(|| view! { <Disputed app=app /> })}
                <ErrorSummary
                    title=say!(app, form.not_done)
                    errors=Signal::derive(move || {
                        flaws.get().into_iter().map(|flaw| described(app, flaw)).collect()
                    })
                    attempt=attempt
                />
                <fieldset class="plain" disabled=readonly>
                    <Head app=app form=form initiatives=initiatives flaws=flaws />
                </fieldset>
                {answers}
                <Show when=move || !readonly>
                    <Decision app=app form=form rec=rec attempt=attempt finished=finished />
                </Show>
            </div>
        </Page>
    }
}

fn described(app: App, flaw: ObservationField) -> FieldError {
    match flaw {
        ObservationField::Initiative => FieldError::new(INITIATIVE, now!(app, flaw.initiative)),
        ObservationField::Day => FieldError::new(DAY, now!(app, flaw.day)),
    }
}

/// Which lesson it is.
#[component]
fn Head(
    app: App,
    form: Form<Observation>,
    initiatives: Vec<Summary>,
    flaws: Memo<Vec<ObservationField>>,
) -> impl IntoView {
    let said = move |field: ObservationField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, field).text)
        })
    };
    let read = move |part: fn(&Observation) -> String| {
        Signal::<String>::from(Memo::new(move |_| form.value.with(part)))
    };
    let choices = initiatives.into_iter().map(|summary| {
        let initiative = Initiative::read(&summary.fields);
        Choice::new(summary.rec.to_string(), move || titles::initiative(app, &initiative))
    });
    let choices = Signal::stored(choices.collect::<Vec<_>>());
    let optional = say!(app, form.optional);
    view! {
        <section class="head-fields" aria-label=say!(app, observation.lesson)>
            <div class="grid-fields grid">
                <SelectField
                    id=INITIATIVE
                    label=say!(app, observation.initiative)
                    empty_label=say!(app, observation.choose_initiative)
                    choices=choices
                    value=read(|value| value.initiative.map(|it| it.to_string()).unwrap_or_default())
                    on_input=move |rec: String| {
                        form.edit(|value| value.initiative = rec.parse().ok());
                    }
                    error=said(ObservationField::Initiative)
                />
                <TextField
                    label=say!(app, field.class)
                    optional=optional
                    value=read(|value| value.class.clone())
                    on_input=move |text| form.edit(|value| value.class = text)
                    max_length=40u32
                />
                <DateField
                    id=DAY
                    label=say!(app, observation.day)
                    value=read(|value| value.day.map(|day| day.to_string()).unwrap_or_default())
                    on_input=move |day: String| form.edit(|value| value.day = iso::day(&day))
                    error=said(ObservationField::Day)
                />
                <TimeField
                    label=say!(app, observation.begins)
                    optional=optional
                    value=read(|value| {
                        value.begins.map(iso::write_time).unwrap_or_default()
                    })
                    on_input=move |time: String| {
                        let time = iso::time(&time);
                        form.edit(|value| value.begins = time);
                    }
                />
                <TextField
                    label=say!(app, observation.observer)
                    optional=optional
                    value=read(|value| value.observer.clone())
                    on_input=move |text| form.edit(|value| value.observer = text)
                    max_length=8u32
                />
            </div>
            <p class="soft small">{say!(app, observation.who_sees)}</p>
        </section>
    }
}

#[component]
fn Sections(form: Form<Observation>, template: Template, readonly: bool) -> impl IntoView {
    template
        .sections
        .into_iter()
        .map(|section| view! { <Part form=form section=section readonly=readonly /> })
        .collect_view()
}

#[component]
fn Part(form: Form<Observation>, section: Section, readonly: bool) -> impl IntoView {
    let app = use_app();
    let id = format!("section-{}", section.id);
    let heading = id.clone();
    let title = move || section.title.get(app.lang()).to_owned();
    view! {
        <section class="part" aria-labelledby=id>
            <h2 id=heading>{title}</h2>
            <fieldset class="plain questions" disabled=readonly>
                {section
                    .items
                    .into_iter()
                    .map(|item| view! { <Question form=form item=item /> })
                    .collect_view()}
            </fieldset>
        </section>
    }
}

/// The form it was filled in with is not here: what was written is safe, and shown by nobody.
#[component]
fn NoTemplate(app: App, template: Option<TemplateRef>) -> impl IntoView {
    let name = template.map(|it| format!("{} {}", it.id, it.version)).unwrap_or_default();
    view! {
        <Notice kind=NoticeKind::Warning title=say!(app, observation.no_template)>
            <p>{say!(app, observation.no_template_text, name = name)}</p>
        </Notice>
    }
}

#[component]
fn Disputed(app: App) -> impl IntoView {
    view! {
        <Notice
            kind=NoticeKind::Warning
            title=say!(app, conflict.notice)
            actions=move || {
                view! { <LinkButton href="/del/uenigheder" label=say!(app, overview.choose) /> }
            }
        />
    }
}

/// "Done" is a decision, not saving; and it can be taken back.
#[component]
fn Decision(
    app: App,
    form: Form<Observation>,
    rec: crate::ledger::RecordId,
    attempt: RwSignal<u32>,
    finished: Memo<Option<u64>>,
) -> impl IntoView {
    let go = StoredValue::new_local(use_navigate());
    let leave = move || {
        let initiative = form.value.try_with_untracked(|value| value.initiative).flatten();
        let to = initiative.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}"));
        if let Some(go) = go.try_get_value() {
            go(&to, Default::default());
        }
    };
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if !form.value.with_untracked(Observation::flaws).is_empty() {
            return;
        }
        let now = app.store().now();
        form.edit(|value| value.finished = Some(now));
        spawn_local(async move {
            if form.seal().await {
                let reopen = form.amend_later(|value: &mut Observation| value.finished = None);
                app.toasts.say_with_undo(
                    text!(app, observation.done),
                    text!(app, form.undo),
                    reopen,
                );
                leave();
            }
        });
    };
    let reopen = move || form.edit(|value| value.finished = None);
    let remove = move || {
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match app.store().delete(rec).await {
                Ok(removed) => {
                    app.has_stored();
                    say_removed(app, text!(app, observation.removed), removed);
                    leave();
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    view! {
        <ActionBar>
            <Button
                label=say!(app, observation.remove)
                kind=ButtonKind::Quiet
                icon=IconName::Trash
                on_press=remove
            />
            {move || match finished.get() {
                None => {
                    view! {
                        <Button
                            label=say!(app, form.done)
                            kind=ButtonKind::Primary
                            icon=IconName::Check
                            on_press=finish
                        />
                    }
                        .into_any()
                }
                Some(at) => {
                    view! {
                        <p class="soft small">
                            {say!(app, observation.finished_at, at = format::moment(app.lang(), at))}
                        </p>
                        <Button label=say!(app, observation.reopen) on_press=reopen />
                    }
                        .into_any()
                }
            }}
        </ActionBar>
    }
}
