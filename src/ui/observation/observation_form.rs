//! The form of an observation: its head, its sections, and the decision that it is done.

use leptos::task::spawn_local;

use super::finishing::{finishing, leaving};
use super::lesson_agreement::Frame;
use super::lesson_clock::lesson_clock;
use super::lesson_timeline::{lesson_of, lesson_timeline};
use super::observation_copy::copy_button;
use super::observation_head::{described, head};
use super::start_from::start_from;
use super::wrap_up::{taken_along, way_to_wrap_up, wrap_up};
use crate::app::store::{Summary, Target};
use crate::domain::forms::{Section, Template, TemplateRef, When};
use crate::domain::observation::Observation;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{observation_links, put_away};
use crate::ui::observation::items::question;
use crate::ui::observation::live::live;
use crate::ui::words::{localized, titles};

/// Everything the form starts from.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    pub target: Target,
    pub saved: Observation,
    pub value: Observation,
    pub initiatives: Vec<Summary>,
    pub conflicts: usize,
    pub readonly: bool,
    pub deleted: bool,
}

/// The page of the form. While the lesson's clock runs it is the live screen, until the person asks
/// for the whole form.
pub fn filled(app: App, opening: Opening) -> View {
    let Opening { target, saved, value, initiatives, conflicts, readonly, deleted } = opening;
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let chosen = memo(move || form.with(Observation::template));
    let shows_form = RwSignal::new(false);
    let is_live =
        memo(move || !readonly && !shows_form.get() && form.with(Observation::is_running));
    // A lesson that ends while it is on the screen leads to the wrap-up.
    let after_live = RwSignal::new(false);
    let is_wrap_up = memo(move || after_live.get() && form.with(|it| it.ended().is_some()));
    let flow = Flow { form, rec, conflicts, readonly, deleted, shows_form, after_live };
    let show = move || {
        let content = app.content();
        let template = chosen.get().and_then(|it| content.template(&it).cloned());
        if template.is_none() {
            // It may come with a file that another tab takes in.
            app.forms();
        }
        match template {
            Some(template) if is_live.get() => {
                after_live.set(true);
                live(form, &template, move || shows_form.set(true))
            }
            Some(template) if is_wrap_up.get() => {
                wrap_up(form, &template, move || after_live.set(false))
            }
            template => flow.page(app, template, initiatives.clone()),
        }
    };
    show.view()
}

/// The form as one page, before the lesson and after it.
#[derive(Clone, Copy)]
struct Flow {
    form: Form<Observation>,
    rec: RecordId,
    conflicts: usize,
    readonly: bool,
    deleted: bool,
    shows_form: RwSignal<bool>,
    after_live: RwSignal<bool>,
}

impl Flow {
    fn page(self, app: App, template: Option<Template>, initiatives: Vec<Summary>) -> View {
        let Self { form, rec, conflicts, readonly, deleted, shows_form, after_live } = self;
        let attempt = RwSignal::new(0_u32);
        let flaws = memo(move || match attempt.get() {
            0 => Vec::new(),
            _ => form.with(Observation::flaws),
        });
        let back = form.value.with_untracked(|value| match value.initiative() {
            Some(initiative) => format!("/indsatser/{initiative}"),
            None => "/".to_owned(),
        });
        let is_example = form.value.with_untracked(Observation::example);
        let state = el("div")
            .class("row")
            .child(saving_line(app, form.status))
            .child(is_example.then(|| badge(BadgeKind::Example, say!(app, badge.example))))
            .child(readonly.then(|| badge(BadgeKind::ReadOnly, say!(app, badge.read_only))));
        let head = head(app, form, initiatives, flaws);
        let answers = match template {
            Some(template) => sections(form, Some(rec), template, readonly, shows_form),
            None => no_template(app, form.value.with_untracked(Observation::template)),
        };
        let errors = move || flaws.get().into_iter().map(|flaw| described(app, flaw)).collect();
        let content = el("div")
            .class("form")
            .child(deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
            .child((conflicts > 0).then(|| disputed(app)))
            .child((!readonly).then(|| way_to_wrap_up(form, move || after_live.set(true))))
            .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
            .child((!readonly).then(|| start_from(form)))
            .child(el("fieldset").class("plain").attr("disabled", readonly).child(head))
            .child(Frame::of(form).line())
            .child(answers)
            .child(observation_links(app, rec))
            .child((!readonly).then(|| decision(app, form, rec, attempt)));
        let title = words(move || form.with(|value| titles::observation(app, value)));
        Page::new(title).back(back, say!(app, form.back)).state(state).child(content).view()
    }
}

/// The parts of the form; the lesson's clock stands before what is filled in while it runs. What is
/// only tried out has no record.
pub fn sections(
    form: Form<Observation>,
    rec: Option<RecordId>,
    template: Template,
    readonly: bool,
    shows_form: RwSignal<bool>,
) -> View {
    let clock = || lesson_clock(form, rec, &template, shows_form).view();
    let mut clock = (!readonly).then(clock);
    let mut timeline = Some(lesson_timeline(form.value, &template, lesson_of(form)));
    let of = StoredValue::new(template.clone());
    let along = taken_along(form, &template);
    let mut parts = Vec::new();
    for section in template.sections {
        match section.when {
            When::Before => {}
            When::During => parts.extend(clock.take()),
            When::After => parts.extend(timeline.take()),
        }
        parts.push(part(form, of, section, readonly).view());
    }
    parts.push(el("fieldset").class("plain").attr("disabled", readonly).child(along).view());
    parts.view()
}

fn part(
    form: Form<Observation>,
    of: StoredValue<Template>,
    section: Section,
    readonly: bool,
) -> El {
    let id = format!("section-{}", section.id);
    let questions: Vec<View> =
        section.items.into_iter().map(|item| question(form, of, item)).collect();
    el("section")
        .class("part")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").id(id).child(localized(section.title)))
        .child(el("fieldset").class("plain questions").attr("disabled", readonly).child(questions))
}

/// The form it was filled in with is not here: what was written is safe, and shown by nobody. One of
/// the school's own may be here and have faults; its page says which.
fn no_template(app: App, template: Option<TemplateRef>) -> View {
    let notice = Notice::new(NoticeKind::Warning, say!(app, observation.no_template));
    if template.as_ref().is_some_and(|it| it.own_record().is_some()) {
        return notice
            .child(el("p").child(say!(app, faults.own_form)))
            .actions(LinkButton::new("/skemaer", say!(app, faults.see_forms)))
            .view();
    }
    let name = template.map(|it| format!("{} {}", it.id, it.version)).unwrap_or_default();
    notice.child(el("p").child(say!(app, observation.no_template_text, name = name))).view()
}

fn disputed(app: App) -> Notice {
    Notice::new(NoticeKind::Warning, say!(app, conflict.notice))
        .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
}

/// "Done" is a decision, not saving; and it can be taken back.
/// What goes away stands above the bar, out of the way of the thumb.
fn decision(app: App, form: Form<Observation>, rec: RecordId, attempt: RwSignal<u32>) -> View {
    let finished = memo(move || form.with(Observation::finished));
    let leave = leaving(form);
    let finish = finishing(app, form);
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        finish();
    };
    let reopen = move || form.edit(|value| value.set_finished(None));
    let remove = move || {
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match put_away(app, rec, text!(app, observation.removed)).await {
                Ok(()) => leave(),
                Err(error) => app.complain(&error),
            }
        });
    };
    let remove = Button::new(say!(app, observation.remove), remove)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Trash);
    // Until the lesson has been, something else is next: its clock is to start, or runs.
    let has_been = memo(move || {
        form.with(|it| {
            !it.is_running() && (it.is_begun() || it.started().is_some() || it.is_paper())
        })
    });
    let decide = move || match finished.get() {
        None => Button::new(say!(app, form.done), finish)
            .kind(if has_been.get() { ButtonKind::Primary } else { ButtonKind::Secondary })
            .icon(IconName::Check)
            .view(),
        Some(at) => {
            let finished_at = say!(app, observation.finished_at, at = app.moment(at));
            let finished_at = el("p").class("soft small").child(finished_at);
            (finished_at, Button::new(say!(app, observation.reopen), reopen)).view()
        }
    };
    (
        el("div").class("row row-end").child(copy_button(app, form, rec)).child(remove),
        action_bar(decide),
    )
        .view()
}
