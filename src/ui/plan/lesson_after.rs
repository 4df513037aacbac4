//! After a lesson: what became of it, what was noted in it, and the one thing to do otherwise.

use std::rc::Rc;

use super::exit_count::result;
use crate::app::store::{AppError, List, Standing};
use crate::domain::forms::Titled;
use crate::domain::plan::{ExitTicket, HELD, Lesson};
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::rows;
use crate::ui::shell::Store;
use crate::ui::words::{localized, remember, titles};

/// How many notes and tickets of one lesson are shown.
const SHOWN: u32 = 50;

async fn look(store: Rc<Store>, rec: RecordId) -> Result<(Vec<Standing>, Vec<Standing>), AppError> {
    Ok((
        store.standing(List::For(rec, Kind::Jot), SHOWN).await?,
        store.standing(List::For(rec, Kind::ExitTicket), SHOWN).await?,
    ))
}

/// What was to be done otherwise this time.
pub fn reminder(app: App, form: Form<Lesson>) -> View {
    let found = use_stored(move |store| {
        let lesson = form.value.get_untracked();
        async move { store.reminder(&lesson).await }
    });
    shown(found, move |text: Option<String>| text.map(|text| remember(app, text)))
}

/// The part of the lesson's page.
pub fn after(app: App, form: Form<Lesson>, rec: RecordId) -> El {
    let seen = use_stored(move |store| look(store, rec));
    let beside = move |(jots, tickets): (Vec<Standing>, Vec<Standing>)| {
        el("div")
            .class("side-by-side")
            .child(beside_jots(app, rec, jots))
            .child(beside_tickets(app, rec, &tickets))
    };
    let adjustment = Field::new(say!(app, plan.adjustment))
        .optional(say!(app, form.optional))
        .hint(say!(app, plan.adjustment_hint))
        .area(memo(move || form.with(Lesson::adjustment)), move |text: String| {
            form.edit(|it| it.set_adjustment(&text));
        })
        .max_length(500);
    bare_section("after", say!(app, plan.after))
        .child(status(app, form))
        .child(shown(seen, beside))
        .child(adjustment)
}

fn status(app: App, form: Form<Lesson>) -> View {
    let content = app.content();
    let choices = |all: &[Titled]| -> Vec<Choice> {
        let all = all.iter();
        all.map(|it| Choice::new(it.id.clone(), localized(it.label.clone()))).collect()
    };
    let reasons = choices(&content.lesson_reasons);
    let status = Field::new(say!(app, plan.status))
        .optional(say!(app, form.optional))
        .segments(
            Signal::stored(choices(&content.lesson_status)),
            memo(move || Some(form.with(Lesson::status)).filter(|it| !it.is_empty())),
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
                memo(move || form.with(Lesson::reason)),
                move |reason: String| form.edit(|it| it.set_reason(&reason)),
            )
            .empty_label(say!(app, plan.no_model))
            .view()
    };
    (status, show(needs_reason, reason)).view()
}

fn column(title: Words, content: View) -> El {
    el("div")
        .class("stack-tight stack")
        .child(el("h3").class("side-title").child(title))
        .child(content)
}

fn beside_jots(app: App, rec: RecordId, jots: Vec<Standing>) -> El {
    let content = if jots.is_empty() {
        soft(say!(app, plan.no_jots)).view()
    } else {
        rows(app, jots, usize::MAX).view()
    };
    let new = LinkButton::new(format!("/lynnotater/ny?lektion={rec}"), say!(app, plan.jot));
    let new = el("div").class("row").child(new.icon(IconName::Edit));
    column(say!(app, plan.jots), (content, new).view())
}

fn beside_tickets(app: App, rec: RecordId, tickets: &[Standing]) -> El {
    let content = app.content();
    let shown = tickets.iter().map(|(rec, fields)| {
        let ticket = ExitTicket::read(fields);
        let question = content.exit_question(&ticket.question()).cloned();
        let named = ticket.clone();
        let title = words(move || titles::exit_ticket(app, &named));
        let name = link(format!("/exitkort/{rec}")).child(title);
        let prompt = question.clone().map(|it| el("p").class("soft").child(localized(it.prompt)));
        el("div")
            .class("stack-tight stack")
            .child(el("p").class("strong").child(name))
            .child(prompt)
            .child(question.map(|question| result(app, &question, &ticket)))
    });
    let shown: Vec<El> = shown.collect();
    let none = shown.is_empty().then(|| soft(say!(app, plan.no_ticket)));
    let new = LinkButton::new(format!("/exitkort/ny?lektion={rec}"), say!(app, plan.ticket));
    let new = el("div").class("row").child(new.icon(IconName::Tally));
    column(words(move || now!(app, plan.tickets)), (shown, none, new).view())
}
