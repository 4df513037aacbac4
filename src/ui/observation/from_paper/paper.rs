//! A form that was filled in on paper, typed in afterwards with its times; and the same times of a
//! lesson that was observed live, to be corrected.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::entry::Paper;
use super::{paper_numbers, paper_rows};
use crate::domain::forms::{ItemKind, Template};
use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::interval_choices;
use crate::ui::observation::lesson_agreement::Frame;
use crate::ui::observation::lesson_clock::people;
use crate::ui::observation::lesson_frame::frame_question;
use crate::ui::observation::observation_form::Opening;
use crate::ui::words::{localized, titles};

/// The page of an observation that is typed in from paper, or whose times are corrected.
pub fn paper(app: App, opening: Opening) -> View {
    let Opening { target, saved, value, readonly, .. } = opening;
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let paper = Paper { app, form };
    let back = format!("/observationer/{rec}");
    let (is_paper, is_running, template) = form.value.with_untracked(|it| {
        let is_paper = it.is_paper() || it.started().is_none();
        let template = it.template().and_then(|it| app.content().template(&it).cloned());
        (is_paper, it.is_running(), template)
    });
    let title = if is_paper { say!(app, paper.title) } else { say!(app, paper.correct_title) };
    let state = el("div").class("row").child(saving_line(app, form.status)).child(
        el("span").class("soft").child(move || form.with(|it| titles::observation(app, it))),
    );
    let page = Page::new(title).back(back.clone(), say!(app, form.back)).state(state);
    let template = template.filter(|_| !is_running);
    let Some(template) = template else {
        let go = LinkButton::new(back, say!(app, form.back));
        let why =
            if is_running { say!(app, live.title) } else { say!(app, observation.no_template) };
        return page.child(Notice::new(NoticeKind::Info, why).actions(go)).view();
    };
    let go = StoredValue::new_local(use_navigate());
    let done = move || {
        let back = back.clone();
        spawn_local(async move {
            if form.seal().await {
                go.try_with_value(|go| go(&back, Default::default()));
            }
        });
    };
    let (text, label) = match is_paper {
        true => (say!(app, paper.text), say!(app, paper.done)),
        false => (say!(app, paper.correct_text), say!(app, form.done)),
    };
    let done = Button::new(label, done).kind(ButtonKind::Primary).icon(IconName::Check);
    let content = el("div")
        .class("form typed")
        .child(el("p").class("soft").child(text))
        .child(
            el("fieldset")
                .class("plain")
                .attr("disabled", readonly)
                .child(clock(paper, &template))
                .child(items(paper, &template)),
        )
        .child(action_bar(done));
    page.child(content).view()
}

/// When the lesson was, who was there, and how often one looked up.
fn clock(paper: Paper, template: &Template) -> El {
    let Paper { app, form } = paper;
    // A lesson that ran has had a beginning and an end: they can be others and not none.
    let may = move |it: &Observation, at: Option<u64>| at.is_some() || it.is_paper();
    let began = paper.time(
        Field::new(say!(app, paper.began)).id("began"),
        Observation::started,
        move |it, at| {
            if it.started().is_none() && at.is_some() && !it.is_paper() {
                it.set_paper(at);
            }
            if may(it, at) {
                it.correct_start(at);
            }
        },
    );
    let fault = paper.fault(say!(app, paper.end_first), Observation::end_fault);
    let ended = paper.time(
        Field::new(say!(app, paper.ended)).id("ended").error(fault),
        Observation::ended,
        move |it, at| {
            if may(it, at) {
                it.correct_end(at);
            }
        },
    );
    let choices = form.value.with_untracked(Observation::is_paper);
    let choices = choices.then(|| interval_choices(form, template));
    // A lesson whose clock ran has been asked; one on paper says it there, and may have said nothing.
    let agreed = form
        .value
        .with_untracked(Observation::is_paper)
        .then(|| frame_question(app, form, Frame::of(form), RwSignal::new(false)));
    section("paper-clock", say!(app, paper.clock))
        .child(el("div").class("grid-fields grid").child(began).child(ended))
        .child(paper_rows::pauses(paper))
        .child(people(app, form, template))
        .child(choices)
        .child(agreed)
}

/// A part for each question that has times.
fn items(paper: Paper, template: &Template) -> Vec<El> {
    let parts = template.items().filter_map(|item| {
        let id = item.id.clone();
        let content = match &item.kind {
            ItemKind::Interval { seconds, tracks, .. } => {
                paper_numbers::moments(paper, id, *seconds, tracks.clone())
            }
            ItemKind::Tally { counters } => paper_numbers::counts(paper, id, counters.clone()),
            ItemKind::TimedNotes { tags, .. } => paper_rows::notes(paper, id, tags.clone()),
            ItemKind::Roles { models } => paper_rows::roles(paper, id, models.clone()),
            _ => return None,
        };
        let title = format!("paper-{}", item.id);
        let heading = el("h2").id(title.clone()).child(localized(item.text.clone()));
        let part = el("section").class("part stack").attr("aria-labelledby", title);
        Some(part.child(heading).child(content))
    });
    parts.collect()
}
