//! The same lesson every week until a day.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{Kind, Lesson, Record, RepeatFlaw, iso};
use crate::ledger::RecordId;
use crate::ui::components::{Button, Field, IconName};
use crate::ui::dom::{El, el, memo};
use crate::ui::form::Form;
use crate::ui::state::App;
use crate::ui::texts::{now, say, text};

/// Asks until when, and makes the lessons.
pub(super) fn repeat(app: App, form: Form<Lesson>) -> El {
    let attempt = RwSignal::new(false);
    let repetition = move || form.value.with(Lesson::repetition);
    let error = Signal::derive(move || match repetition() {
        // Nothing chosen is nothing wrong, until the lessons are asked for.
        Err(RepeatFlaw::NoEnd | RepeatFlaw::NoDay) if !attempt.get() => None,
        Err(flaw) => Some(described(app, flaw)),
        Ok(_) => None,
    });
    let until = Field::new(say!(app, plan.until))
        .id("until")
        .optional(say!(app, form.optional))
        .error(error)
        .date(
            memo(move || {
                form.value.with(|it| it.until().map(|day| day.to_string()).unwrap_or_default())
            }),
            move |day: String| form.edit(|it| it.set_until(iso::day(&day))),
        );
    let becomes = move || {
        let days = repetition().ok()?.len();
        Some(el("p").class("soft").child(now!(app, plan.repeat_n, n = days)))
    };
    let make = move || {
        attempt.set(true);
        let Ok(days) = untrack(repetition) else { return };
        let lesson = form.value.get_untracked();
        let all = days.into_iter().map(|day| lesson.again_on(day).write()).collect();
        spawn_local(async move {
            match app.store().make_all(Kind::Lesson, all).await {
                Ok(made) => {
                    attempt.try_set(false);
                    form.edit(|it| it.set_until(None));
                    app.has_stored();
                    say_made(app, made);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    el("section")
        .class("part")
        .attr("aria-labelledby", "repeat")
        .child(el("h2").id("repeat").child(say!(app, plan.repeat)))
        .child(el("p").class("soft").child(say!(app, plan.repeat_text)))
        .child(until)
        .child(becomes)
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, plan.repeat_go), make).icon(IconName::Calendar)),
        )
}

/// Says how many were made, with the way back.
fn say_made(app: App, made: Vec<RecordId>) {
    let said = text!(app, plan.repeated, n = made.len());
    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
        let made = made.clone();
        spawn_local(async move {
            match app.store().delete_all(made).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    });
}

fn described(app: App, flaw: RepeatFlaw) -> String {
    match flaw {
        RepeatFlaw::NoDay => now!(app, plan.repeat_no_day),
        RepeatFlaw::NoEnd => now!(app, plan.repeat_no_end),
        RepeatFlaw::TooSoon => now!(app, plan.repeat_too_soon),
        RepeatFlaw::TooLong => now!(app, plan.repeat_too_long),
    }
}
