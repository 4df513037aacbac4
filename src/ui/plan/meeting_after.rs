//! What is talked about at a meeting, and what came of it.

use crate::domain::forms::Titled;
use crate::domain::plan::{HELD, Meeting};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The points of the agenda, to tick as they are talked about.
pub fn agenda(app: App, form: Form<Meeting>) -> El {
    let what = memo(move || form.with(Meeting::what));
    let points = move || {
        what.track();
        let kind = untrack(|| form.with(Meeting::kind));
        let points = kind.into_iter().flat_map(|kind| &kind.agenda);
        points.map(|point| self::point(app, form, point)).collect::<Vec<_>>()
    };
    bare_section("agenda", say!(app, planning.agenda))
        .child(el("div").class("stack-tight stack").child(points))
        .child(el("div").class("row").child(guide_link("moeder")))
}

fn point(app: App, form: Form<Meeting>, point: &'static Titled) -> View {
    let id = point.id.as_str();
    tick(
        id,
        words(move || point.label.get(app.lang()).to_owned()),
        None,
        memo(move || form.with(|it| it.is_ticked(id))),
        move |done| form.edit(|it| it.tick(id, done)),
    )
}

/// Whether it was held, and what was decided.
pub fn after(app: App, form: Form<Meeting>) -> El {
    let content = app.content();
    let choices = |all: &[Titled]| -> Vec<Choice> {
        let all = all.iter();
        all.map(|it| Choice::new(it.id.clone(), localized(it.label.clone()))).collect()
    };
    let reasons = choices(&content.lesson_reasons);
    let status = Field::new(say!(app, planning.status))
        .optional(say!(app, form.optional))
        .segments(
            Signal::stored(choices(&content.lesson_status)),
            memo(move || Some(form.with(Meeting::status)).filter(|it| !it.is_empty())),
            move |status: Option<String>| {
                form.edit(|it| it.set_status(&status.unwrap_or_default()));
            },
        )
        .clear(say!(app, item.clear));
    let needs_reason = move || form.with(|it| !it.status().is_empty() && it.status() != HELD);
    let reason = move || {
        Field::new(say!(app, plan.why_field))
            .optional(say!(app, form.optional))
            .select(
                Signal::stored(reasons.clone()),
                memo(move || form.with(Meeting::reason)),
                move |reason: String| form.edit(|it| it.set_reason(&reason)),
            )
            .empty_label(say!(app, plan.no_model))
            .view()
    };
    let note = Field::new(say!(app, planning.note))
        .optional(say!(app, form.optional))
        .hint(say!(app, planning.note_hint))
        .area(memo(move || form.with(Meeting::note)), move |text: String| {
            form.edit(|it| it.set_note(&text));
        })
        .max_length(2000);
    bare_section("after", say!(app, planning.after))
        .child(status)
        .child(show(needs_reason, reason))
        .child(note)
}
