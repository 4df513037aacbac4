//! The form of an observation: its head, its sections, and the decision that it is done.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::initiative::say_removed;
use crate::app::{Summary, Target};
use crate::domain::{
    Initiative, Observation, ObservationField, Record, Section, Template, TemplateRef, iso,
};
use crate::ledger::RecordId;
use crate::ui::components::{
    BadgeKind, Button, ButtonKind, Choice, Field, FieldError, IconName, LinkButton, Notice,
    NoticeKind, Page, action_bar, badge, error_summary, status_line,
};
use crate::ui::dom::{Content as _, El, View, el, memo, words};
use crate::ui::form::Form;
use crate::ui::items::{localized, question};
use crate::ui::state::App;
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
pub(super) fn filled(app: App, opening: Opening) -> View {
    let Opening { target, saved, value, initiatives, conflicts, readonly, deleted } = opening;
    let rec = target.rec;
    let template = value.template.as_ref().and_then(|it| app.content().template(it).cloned());
    let form = Form::open(app, target, saved, value);
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || match attempt.get() {
        0 => Vec::new(),
        _ => form.value.with(Observation::flaws),
    });
    let back = form.value.with_untracked(|value| match value.initiative {
        Some(initiative) => format!("/indsatser/{initiative}"),
        None => "/".to_owned(),
    });
    let is_example = form.value.with_untracked(|value| value.example);
    let idle = say!(app, form.saves_itself);
    let state = el("div")
        .class("row")
        .child(status_line(form.status.into(), say!(app, form.saving), idle))
        .child(is_example.then(|| badge(BadgeKind::Example, say!(app, badge.example))))
        .child(readonly.then(|| badge(BadgeKind::ReadOnly, say!(app, badge.read_only))));
    let head = head(app, form, initiatives, flaws);
    let answers = match template {
        Some(template) => sections(form, template, readonly),
        None => no_template(app, form.value.with_untracked(|value| value.template.clone())),
    };
    let errors = move || flaws.get().into_iter().map(|flaw| described(app, flaw)).collect();
    let content = el("div")
        .class("form")
        .child(deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
        .child((conflicts > 0).then(|| disputed(app)))
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(el("fieldset").class("plain").attr("disabled", readonly).child(head))
        .child(answers)
        .child((!readonly).then(|| decision(app, form, rec, attempt)));
    Page::new(words(move || form.value.with(|value| titles::observation(app, value))))
        .back(back, say!(app, form.back))
        .state(state)
        .child(content)
        .view()
}

fn described(app: App, flaw: ObservationField) -> FieldError {
    match flaw {
        ObservationField::Initiative => FieldError::new(INITIATIVE, now!(app, flaw.initiative)),
        ObservationField::Day => FieldError::new(DAY, now!(app, flaw.day)),
    }
}

/// Which lesson it is.
fn head(
    app: App,
    form: Form<Observation>,
    initiatives: Vec<Summary>,
    flaws: Signal<Vec<ObservationField>>,
) -> El {
    let said = move |field: ObservationField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, field).text)
        })
    };
    let read = move |part: fn(&Observation) -> String| memo(move || form.value.with(part));
    let write = move |set: fn(&mut Observation, String)| {
        move |text: String| form.edit(|value| set(value, text))
    };
    let choices = initiatives.into_iter().map(|summary| {
        let initiative = Initiative::read(&summary.fields);
        let title = words(move || titles::initiative(app, &initiative));
        Choice::new(summary.rec.to_string(), title)
    });
    let optional = say!(app, form.optional);
    let initiative = Field::new(say!(app, observation.initiative))
        .id(INITIATIVE)
        .error(said(ObservationField::Initiative))
        .select(
            Signal::stored(choices.collect()),
            read(|value| value.initiative.map(|it| it.to_string()).unwrap_or_default()),
            write(|value, rec| value.initiative = rec.parse().ok()),
        )
        .empty_label(say!(app, observation.choose_initiative));
    let class = Field::new(say!(app, field.class))
        .optional(optional)
        .text(read(|value| value.class.clone()), write(|value, text| value.class = text))
        .max_length(40);
    let day =
        Field::new(say!(app, observation.day)).id(DAY).error(said(ObservationField::Day)).date(
            read(|value| value.day.map(|day| day.to_string()).unwrap_or_default()),
            write(|value, day| value.day = iso::day(&day)),
        );
    let begins = Field::new(say!(app, observation.begins)).optional(optional).time(
        read(|value| value.begins.map(iso::write_time).unwrap_or_default()),
        write(|value, time| value.begins = iso::time(&time)),
    );
    let observer = Field::new(say!(app, observation.observer))
        .optional(optional)
        .text(read(|value| value.observer.clone()), write(|value, text| value.observer = text))
        .max_length(8);
    el("section")
        .class("head-fields")
        .attr("aria-label", say!(app, observation.lesson))
        .child(
            el("div")
                .class("grid-fields grid")
                .child(initiative)
                .child(class)
                .child(day)
                .child(begins)
                .child(observer),
        )
        .child(el("p").class("soft small").child(say!(app, observation.who_sees)))
}

fn sections(form: Form<Observation>, template: Template, readonly: bool) -> View {
    let sections = template.sections.into_iter();
    sections.map(|section| part(form, section, readonly)).collect::<Vec<_>>().view()
}

fn part(form: Form<Observation>, section: Section, readonly: bool) -> El {
    let id = format!("section-{}", section.id);
    let questions: Vec<View> = section.items.into_iter().map(|item| question(form, item)).collect();
    el("section")
        .class("part")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").id(id).child(localized(section.title)))
        .child(el("fieldset").class("plain questions").attr("disabled", readonly).child(questions))
}

/// The form it was filled in with is not here: what was written is safe, and shown by nobody.
fn no_template(app: App, template: Option<TemplateRef>) -> View {
    let name = template.map(|it| format!("{} {}", it.id, it.version)).unwrap_or_default();
    Notice::new(NoticeKind::Warning, say!(app, observation.no_template))
        .child(el("p").child(say!(app, observation.no_template_text, name = name)))
        .view()
}

fn disputed(app: App) -> Notice {
    Notice::new(NoticeKind::Warning, say!(app, conflict.notice))
        .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
}

/// "Done" is a decision, not saving; and it can be taken back.
fn decision(app: App, form: Form<Observation>, rec: RecordId, attempt: RwSignal<u32>) -> El {
    let finished = memo(move || form.value.with(|value| value.finished));
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
    let remove = Button::new(say!(app, observation.remove), remove)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Trash);
    let decide = move || match finished.get() {
        None => Button::new(say!(app, form.done), finish)
            .kind(ButtonKind::Primary)
            .icon(IconName::Check)
            .view(),
        Some(at) => {
            let finished_at = say!(app, observation.finished_at, at = app.moment(at));
            let finished_at = el("p").class("soft small").child(finished_at);
            (finished_at, Button::new(say!(app, observation.reopen), reopen)).view()
        }
    };
    action_bar((remove, decide))
}
