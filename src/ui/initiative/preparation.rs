//! Phase 1 of an initiative: what is next, and behind it the tasks, the questions and whether each
//! person is equipped.

use std::rc::Rc;

use leptos_router::hooks::use_query_map;

use self::answer_uses::Ways;
use super::expectation_evidence::Known;
use super::goal_records::Records;
use crate::app::store::{AppError, Target};
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::initiative::{Initiative, Step, StepKind, preparation};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::RecordId;
use crate::ui::kit::phase_mark;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{EXPECTATIONS, GROUP, QUESTIONS, READINESS, RESOURCES, Store, TASKS};
use crate::ui::voices::pulse_link;
use crate::ui::words::{step_title, step_words, titles, today};

mod answer_uses;
pub mod duty;
pub mod expectations;
mod ground;
pub mod questions;
mod readiness;
mod tasks;

pub use expectations::choices;
pub use tasks::no_team;

/// What the page starts from: the initiative, and what belongs to it.
type Found = Option<((Target, Fields), Option<Records>)>;

async fn look(store: Rc<Store>, rec: RecordId) -> Result<Found, AppError> {
    let Some(known) = store.edit(rec, Kind::Initiative).await? else { return Ok(None) };
    Ok(Some((known, Records::look(store, rec).await?)))
}

/// The page of phase 1.
pub fn preparation(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| look(store, rec));
    shown(found, move |found: Found| match found {
        Some(((target, fields), records)) => {
            filled(app, target, Initiative::read(&fields), StoredValue::new(records))
        }
        None => not_found(),
    })
}

fn filled(app: App, target: Target, saved: Initiative, known: Known) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved.clone(), saved);
    let asked = use_query_map().with_untracked(|query| query.get("del"));
    let parts = [TASKS, QUESTIONS, READINESS, EXPECTATIONS, RESOURCES];
    let asked = asked.filter(|it| parts.contains(&it.as_str()));
    let part = RwSignal::new(asked.unwrap_or_else(|| TASKS.to_owned()));
    let ways = Ways { rec, part, known };
    let names = vec![
        Choice::new(TASKS, say!(app, prep.tasks)),
        Choice::new(QUESTIONS, say!(app, prep.questions)),
        Choice::new(READINESS, say!(app, prep.readiness)),
        Choice::new(EXPECTATIONS, say!(app, expect.tab)),
        Choice::new(RESOURCES, say!(app, ground.tab)),
    ];
    let of = words(move || form.with(|it| titles::initiative(app, it)));
    let content = el("div")
        .class("form preparation")
        .child(
            el("div")
                .class("row")
                .child(phase_mark(1, say!(app, guide.phase_1), false))
                .child(el("p").class("soft").child(of)),
        )
        .child(next(app, form, part))
        .child(
            el("div")
                .child(tabs(GROUP, say!(app, prep.parts), names, part, move |id| part.set(id)))
                .child(tab_panel(GROUP, TASKS, part, tasks::tasks(app, form, rec, part)))
                .child(tab_panel(GROUP, QUESTIONS, part, questions::questions(app, form, ways)))
                .child(tab_panel(GROUP, READINESS, part, readiness::readiness(app, form, rec)))
                .child(tab_panel(
                    GROUP,
                    EXPECTATIONS,
                    part,
                    expectations::expectations(app, form, rec, known),
                ))
                .child(tab_panel(GROUP, RESOURCES, part, ground::ground(app, form, rec))),
        )
        .child(el("div").class("row").child(pulse_link(app, rec)).child(history_link(
            app,
            Kind::Initiative.word(),
            rec,
        )));
    Page::new(say!(app, prep.title))
        .back(format!("/indsatser/{rec}"), say!(app, prep.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// What the preparation is called on the initiative's own page: how far it is.
pub fn title(app: App, initiative: &Initiative) -> Words {
    let (done, of) = initiative.tasks_done(phase_content());
    say!(app, prep.card, done = done, of = of)
}

/// At most three things to do next; each leads to its place.
fn next(app: App, form: Form<Initiative>, part: RwSignal<String>) -> El {
    let steps = move || form.with(|it| it.next_steps(phase_content(), today(app)));
    let is_empty = memo(move || steps().is_empty());
    let rows = each(steps, Step::key, move |step| step_row(app, form, part, step));
    el("section")
        .class("next-steps stack")
        .attr("aria-labelledby", "next-steps")
        .child(el("h2").id("next-steps").child(say!(app, prep.next)))
        .child(show(move || is_empty.get(), move || soft(say!(app, prep.nothing_next))))
        .child(el("ol").class("list").attr("role", "list").child(rows))
}

fn step_row(app: App, form: Form<Initiative>, part: RwSignal<String>, step: Step) -> El {
    let (tab, field) = match &step.kind {
        StepKind::Task(id) => (TASKS, tasks::field_id(id)),
        StepKind::Question(id) => (QUESTIONS, questions::field_id(id)),
        StepKind::SelfCheck(member) | StepKind::Help(member) => {
            (READINESS, readiness::member_id(member))
        }
    };
    let go = move |_| {
        part.set(tab.to_owned());
        let field = field.clone();
        // The panel is there after the next frame.
        request_animation_frame(move || {
            if let Some(closed) = document().get_element_by_id(&field) {
                // A part that is folded unfolds; setting an attribute with a good name cannot fail.
                if closed.tag_name().eq_ignore_ascii_case("summary")
                    && let Some(part) = closed.parent_element()
                {
                    let _ = part.set_attribute("open", "");
                }
            }
            focus_field(&field);
        });
    };
    let (kind, by, late) = (step.kind, step.by, step.late);
    let place = match &kind {
        StepKind::Task(id) => preparation::task(id),
        StepKind::Help(member) => preparation::readiness(member),
        _ => String::new(),
    };
    let title = move || form.with(|it| step_title(app, &kind, it));
    let detail = words(move || {
        let by = by.map(|by| step_words::day_words(app, by, late));
        let who = form.with(|it| it.who(&place)).map(|who| step_words::person_name(app, &who));
        [who, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let button = el("button").attr("type", "button").class("step-go").on("click", go).child(title);
    let detail = move || {
        let detail = detail.get();
        (!detail.is_empty()).then(|| el("span").class("list-row-detail").child(detail))
    };
    let late = late.then(|| badge(BadgeKind::Late, say!(app, prep.late)));
    el("li")
        .class("list-row list-row-link")
        .child(
            el("span")
                .class("list-row-words")
                .child(el("span").class("list-row-title").child(button))
                .child(detail),
        )
        .child(el("span").class("list-row-trail").child(late))
        .child(el("span").class("card-go").child(icon(IconName::Forward)))
}
