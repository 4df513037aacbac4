//! The guided start of an initiative: one question or a small group at a time, saved at each key. It can be
//! left at any step and gone on with from the first page; at the end everything is seen together.
//!
//! Which step is shown stands in the address, so that the browser's own way back leads to the step before.

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::initiative_edit::{beginning, opened, replacing};
use super::initiative_fields::{Asked, described};
use crate::app::store::Target;
use crate::domain::initiative::{Initiative, InitiativeField};
use crate::ledger::RecordId;
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{STEPS, address};

mod expected;
mod pupil_list;
mod steps;
mod summary;

pub use pupil_list::{Typed, pupils};

/// The step that shows everything.
const SUMMARY: u64 = STEPS + 1;

/// The page.
pub fn start(rec: RecordId) -> View {
    let begin = |app: App| {
        let mut begun = beginning(app);
        begun.set_setting_up(Some(1));
        begun
    };
    opened(rec, begin, |app, target, saved, value, _| page(app, target, saved, value))
}

fn page(app: App, target: Target, saved: Initiative, value: Initiative) -> View {
    let rec = target.rec;
    let begun_at = value.setting_up().unwrap_or(1);
    let form = Form::open(app, target, saved, value);
    let query = use_query_map();
    let step = memo(move || {
        let asked = query.with(|query| query.get("trin").and_then(|step| step.parse().ok()));
        asked.unwrap_or(begun_at).clamp(1, SUMMARY)
    });
    let attempt = RwSignal::new(0_u32);
    let codes = Typed::new();
    let go = StoredValue::new_local(use_navigate());
    let go_to = move |address: String, options| {
        if let Some(go) = go.try_get_value() {
            go(&address, options);
        }
    };
    // How far somebody has come is kept while it is being set up: what is left is found again there.
    Effect::new(move |before: Option<u64>| {
        let now = step.get();
        // Whoever leaves the page asks for no step any more.
        let is_asked = query.with_untracked(|query| query.get("trin").is_some());
        let is_moved = is_asked && before.is_some_and(|before| before != now);
        if is_moved && form.value.with_untracked(|it| it.setting_up().is_some()) {
            form.edit(|it| it.set_setting_up(Some(now)));
        }
        now
    });
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        let flaws = form.value.with_untracked(Initiative::flaws);
        if let Some(flaw) = flaws.first() {
            go_to(address(rec, step_of(flaw)), Default::default());
            return;
        }
        form.edit(|it| it.set_setting_up(None));
        spawn_local(async move {
            if form.seal().await {
                go_to(format!("/indsatser/{rec}"), replacing());
            }
        });
    };
    let next = move || {
        let now = step.get_untracked();
        // What was typed into the field for codes and not made yet is not left behind.
        if now == STEPS && !pupil_list::make(app, form, codes) {
            return;
        }
        go_to(address(rec, now + 1), Default::default());
    };
    let back = move || {
        go_to(address(rec, step.get_untracked().saturating_sub(1).max(1)), Default::default());
    };
    let flaws = memo(move || match attempt.get() {
        // A last day before the first is said where it is written, the rest when somebody is done.
        0 => {
            let mut flaws = form.with(Initiative::flaws);
            flaws.retain(|flaw| *flaw == InitiativeField::To);
            flaws
        }
        _ => form.with(Initiative::flaws),
    });
    let here = memo(move || {
        let mut flaws = flaws.get();
        flaws.retain(|flaw| attempt.get() > 0 && step_of(flaw) == step.get());
        flaws
    });
    let errors = move || here.get().iter().map(|flaw| described(app, flaw)).collect();
    let asked = Asked { app, form, flaws };
    let is_first = RwSignal::new(true);
    let shown = move || {
        let now = step.get();
        let heading = heading(app, now);
        let said = heading.clone();
        // The page's title has the focus when it is opened; a step that is gone to takes it, and so does
        // what is to be put right there.
        if !is_first.get_untracked() && here.with_untracked(Vec::is_empty) {
            Effect::new(move || focus_in_place(said.html()));
        }
        is_first.set(false);
        let content = match now {
            SUMMARY => summary::summary(app, form, rec),
            step => steps::fields(asked, step, codes),
        };
        el("section")
            .class("part stack")
            .attr("aria-labelledby", HEADING)
            .child(heading)
            .child(content)
    };
    let bar = move || {
        let now = step.get();
        // From where everything is seen each part has a way back of its own.
        let back = (now > 1 && now < SUMMARY)
            .then(|| Button::new(say!(app, start.back), back).icon(IconName::Back).id("back"));
        let on = match now {
            SUMMARY => Button::new(say!(app, start.finish), finish).icon(IconName::Check),
            STEPS => Button::new(say!(app, start.see), next).icon(IconName::Forward),
            _ => Button::new(say!(app, start.next), next).icon(IconName::Forward),
        };
        (back, on.kind(ButtonKind::Primary)).view()
    };
    let quiet = |to: String, label| LinkButton::new(to, label).kind(ButtonKind::Quiet);
    // The one page reads what is stored: what was typed last is stored first.
    let all_on_one = move || {
        spawn_local(async move {
            if form.seal().await {
                go_to(format!("/indsatser/{rec}/ret?ny=1"), replacing());
            }
        });
    };
    let ways = move || {
        let now = step.get();
        let see = (now < STEPS).then(|| quiet(address(rec, SUMMARY), say!(app, start.see)));
        let on = (now < SUMMARY).then(|| {
            let all = Button::new(say!(app, start.one_page), all_on_one).kind(ButtonKind::Quiet);
            (see, all)
        });
        el("div").class("row").child(quiet("/".to_owned(), say!(app, start.later))).child(on)
    };
    let content = el("div")
        .class("form")
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(shown)
        .child(ways)
        .child(action_bar(bar));
    Page::new(say!(app, initiative.new_title))
        .back("/indsatser", say!(app, initiative.back_to))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// The id of a step's heading.
const HEADING: &str = "step";

/// `Trin 3 af 6: Hvad vil I se hos eleverne?`
fn heading(app: App, step: u64) -> El {
    let said = words(move || {
        let title = steps::title(app, step);
        match step {
            SUMMARY => title,
            step => now!(app, start.heading, n = step, of = STEPS, title = title),
        }
    });
    el("h2").id(HEADING).attr("tabindex", "-1").child(said)
}

/// The step at which something is put right.
fn step_of(flaw: &InitiativeField) -> u64 {
    match flaw {
        InitiativeField::Kind | InitiativeField::Title => 1,
        InitiativeField::To | InitiativeField::Member(_) => 5,
    }
}
