//! Today's lessons, at the top of the first page: who does what, and when a lesson is over the one
//! question that is left.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::store::{AppError, List, Standing};
use crate::domain::calendar::iso;
use crate::domain::forms::Titled;
use crate::domain::plan::{HELD, Lesson};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::{RecordId, in_order};
use crate::ui::kit::prelude::*;
use crate::ui::kit::{A_DAY, clock};
use crate::ui::shell::{Store, amend};
use crate::ui::words::{how, remember, span, status_name, titles, who};

/// Today's lessons by the time they begin, each with what to remember from the last time.
pub type Today = Vec<(RecordId, Lesson, Option<String>)>;

/// Looks them up.
pub async fn look(store: &Rc<Store>, today: NaiveDate) -> Result<Today, AppError> {
    let found = store.standing(List::On(today, Kind::Lesson), A_DAY).await?;
    let read = |(rec, fields): Standing| (rec, Lesson::read(&fields));
    let lessons = found.into_iter().map(read).collect();
    let mut all = Vec::new();
    for (rec, lesson) in in_order(lessons, |(_, a), (_, b)| a.begins().cmp(&b.begins())) {
        let reminder =
            if lesson.status().is_empty() { store.reminder(&lesson).await? } else { None };
        all.push((rec, lesson, reminder));
    }
    Ok(all)
}

/// The part of the page; nothing on a day without lessons.
pub fn today(app: App, lessons: Today) -> Option<El> {
    if lessons.is_empty() {
        return None;
    }
    let clock = clock();
    let cards =
        lessons.into_iter().map(|(rec, lesson, reminder)| card(app, clock, rec, lesson, reminder));
    let part = el("section")
        .class("part today")
        .attr("aria-labelledby", "today")
        .child(el("h2").id("today").child(say!(app, plan.today)))
        .child(cards.collect::<Vec<_>>());
    Some(part)
}

/// One lesson: what it is while it is ahead or runs, one question when it is over, a line when that
/// has been answered.
fn card(
    app: App,
    clock: Signal<String>,
    rec: RecordId,
    lesson: Lesson,
    reminder: Option<String>,
) -> El {
    let status = lesson.status();
    let timed = lesson.clone();
    let is_over = memo(move || iso::time(&clock.get()).is_some_and(|now| timed.is_over(now)));
    let of = lesson.clone();
    let name = link(format!("/lektioner/{rec}")).child(what(app, &lesson));
    let head = el("div")
        .class("today-head")
        .child(el("h3").class("today-title").child(name))
        .child(lesson.example().then(|| badge(BadgeKind::Example, say!(app, badge.example))))
        .child((!status.is_empty()).then(|| {
            let kind = if lesson.took_place() { BadgeKind::Done } else { BadgeKind::Plain };
            badge(kind, status_name(app, &status))
        }));
    let body = move || {
        if !of.status().is_empty() {
            return (!of.took_place() && of.reason().is_empty()).then(|| why(app, rec, &of)).view();
        }
        if is_over.get() { question(app, rec, &of).view() } else { plan(app, rec, &of, &reminder) }
    };
    el("article").class("card today-lesson").child(head).child(body)
}

/// `5.b dansk, kl. 10.00–10.45`.
fn what(app: App, lesson: &Lesson) -> Words {
    let lesson = lesson.clone();
    words(move || {
        let what = titles::class_and_subject(app, &lesson);
        let what = if what.is_empty() { now!(app, title.lesson) } else { what };
        [Some(what), span(app, &lesson)].into_iter().flatten().collect::<Vec<_>>().join(", ")
    })
}

fn plan(app: App, rec: RecordId, lesson: &Lesson, reminder: &Option<String>) -> View {
    let (how_of, who_of) = (lesson.clone(), lesson.clone());
    let has_parts = !lesson.parts().is_empty();
    let reminder = reminder.clone().map(|text| remember(app, text));
    let swap = move || {
        change(app, rec, Box::new(Lesson::swap_roles));
        app.toasts.say_with_undo(text!(app, plan.swapped), text!(app, form.undo), move || {
            change(app, rec, Box::new(Lesson::swap_roles));
        });
    };
    let swap = Button::new(say!(app, plan.swap), swap).icon(IconName::Conflict);
    let ticket = LinkButton::new(format!("/exitkort/ny?lektion={rec}"), say!(app, plan.ticket))
        .icon(IconName::Tally);
    let address = format!("/observationer/ny?lektion={rec}");
    let observe = LinkButton::new(address, say!(app, agreement.start)).icon(IconName::Observation);
    let how = move || how(app, &how_of);
    let who = move || who(app, &who_of);
    (
        el("p").class("soft").child(how),
        has_parts.then(|| el("p").class("today-who").child(who)),
        cards(app, lesson),
        reminder,
        el("div").class("row").child(has_parts.then_some(swap)).child(ticket).child(observe),
    )
        .view()
}

/// The role cards of the model, for the one who reads over the shoulder.
fn cards(app: App, lesson: &Lesson) -> Option<El> {
    let content = app.content();
    let model = content.model(&lesson.model())?;
    let (about, careful) = (model.description.clone(), model.watch_out.clone());
    let about = move || about.get(app.lang()).to_owned();
    let careful = move || now!(app, plan.watch_out, text = careful.get(app.lang()));
    let details = el("details")
        .class("today-cards")
        .child(el("summary").child(say!(app, plan.cards)))
        .child(el("p").child(about))
        .child(el("p").child(careful));
    Some(details)
}

/// The one question, with one press for the usual answer.
fn question(app: App, rec: RecordId, lesson: &Lesson) -> El {
    let content = app.content();
    let answer = |status: &Titled| {
        let (id, before) = (status.id.clone(), lesson.clone());
        let button = Button::new(named(app, status), move || say_status(app, rec, &before, &id));
        if status.id == HELD { button.icon(IconName::Check) } else { button }
    };
    let answers: Vec<_> = content.lesson_status.iter().map(answer).collect();
    el("div")
        .class("today-question stack-tight stack")
        .attr("role", "group")
        .attr("aria-label", say!(app, plan.was_held))
        .child(el("p").class("strong").child(say!(app, plan.was_held)))
        .child(el("div").class("row").child(answers))
}

/// Why it did not go as planned; it can be left.
fn why(app: App, rec: RecordId, lesson: &Lesson) -> El {
    let content = app.content();
    let reasons = content.lesson_reasons.iter().map(|reason| {
        let (id, before) = (reason.id.clone(), lesson.clone());
        let press = move || {
            let id = id.clone();
            change(app, rec, Box::new(move |it| it.set_reason(&id)));
            say_undo(app, rec, &before, reason_said(app, &before));
        };
        Button::new(named(app, reason), press).kind(ButtonKind::Quiet)
    });
    el("div")
        .class("today-question stack-tight stack")
        .attr("role", "group")
        .attr("aria-label", say!(app, plan.why))
        .child(soft(say!(app, plan.why)))
        .child(el("div").class("row").child(reasons.collect::<Vec<_>>()))
}

fn reason_said(app: App, lesson: &Lesson) -> String {
    let content = app.content();
    let status = content.lesson_status.iter().find(|it| it.id == lesson.status());
    let status = status.map(|it| it.label.get(app.lang_now()).to_lowercase()).unwrap_or_default();
    let title = untrack(|| titles::class_and_subject(app, lesson));
    text!(app, plan.noted, title = title, status = status)
}

fn say_status(app: App, rec: RecordId, before: &Lesson, status: &str) {
    let mut after = before.clone();
    after.set_status(status);
    let id = status.to_owned();
    change(app, rec, Box::new(move |it| it.set_status(&id)));
    say_undo(app, rec, before, reason_said(app, &after));
}

/// Says what was noted, with the way back to what stood there.
fn say_undo(app: App, rec: RecordId, before: &Lesson, said: String) {
    let (status, reason) = (before.status(), before.reason());
    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
        let (status, reason) = (status.clone(), reason.clone());
        let back = move |it: &mut Lesson| {
            it.set_status(&status);
            it.set_reason(&reason);
        };
        change(app, rec, Box::new(back));
    });
}

/// Changes a lesson that no form is open on.
fn change(app: App, rec: RecordId, change: Box<dyn Fn(&mut Lesson)>) {
    let laid = move |fields: &Fields| {
        let mut after = Lesson::read(fields);
        change(&mut after);
        fields.change_to(after.write())
    };
    amend(app, rec, Kind::Lesson, Box::new(laid));
}

fn named(app: App, titled: &Titled) -> Words {
    let label = titled.label.clone();
    words(move || label.get(app.lang()).to_owned())
}
