//! What a new observation can begin with: an agreement that waits, a lesson of the plan, or the one
//! before it.

use crate::app::agreement::{Agreed, waiting};
use crate::app::observation::begin;
use crate::app::store::{AppError, Clock, List, Summary};
use crate::domain::observation::Observation;
use crate::domain::plan::Lesson;
use crate::domain::record::{Kind, Record};
use crate::ledger::{RecordId, in_order};
use crate::platform::clock::BrowserClock;
use crate::ui::kit::is_new;
use crate::ui::kit::prelude::*;
use crate::ui::shell::Store;
use crate::ui::words::{day_and_time, known_by, lesson_words, titles};

/// How many agreements are offered, the nearest day first.
const OFFERED: usize = 3;

/// How many lessons of the plan are offered, the next one first.
const LESSONS: usize = 2;

/// How many lessons of the plan are looked through.
const PLANNED: u32 = 200;

/// How many earlier observations are looked through for one by the same observer.
const LOOKED_THROUGH: u32 = 20;

/// The part of a new observation's page, until something is answered.
pub fn start_from(form: Form<Observation>) -> View {
    if !is_new() {
        return View::nothing();
    }
    let is_fresh = move || {
        form.with(|it| {
            let is_filled = it.agreement().is_some() || it.lesson().is_some();
            !it.is_begun() && it.started().is_none() && !is_filled
        })
    };
    show(is_fresh, move || ways(form))
}

fn ways(form: Form<Observation>) -> View {
    let app = use_app();
    let of = memo(move || {
        let read = |it: &Observation| {
            let initiative = it.initiative().map(|rec| rec.to_string());
            format!("{} {}", initiative.unwrap_or_default(), it.observer())
        };
        form.with(read)
    });
    let found = use_stored(move |store| {
        let (initiative, observer) = of
            .with(|of| of.split_once(' ').map(|(of, who)| (of.parse().ok(), who.to_owned())))
            .unwrap_or_default();
        async move {
            let mut agreed = waiting(store.agreements(None).await?, BrowserClock.today());
            agreed.truncate(OFFERED);
            let (last, planned) = match initiative {
                Some(initiative) => (
                    last_by(&store, initiative, &observer).await?,
                    planned(&store, initiative).await?,
                ),
                None => (None, Vec::new()),
            };
            Ok((agreed, planned, last))
        }
    });
    shown(found, move |(agreed, planned, last): (Vec<Agreed>, Planned, Option<Summary>)| {
        if agreed.is_empty() && planned.is_empty() && last.is_none() {
            return View::nothing();
        }
        let mut ways: Vec<Button> =
            agreed.iter().map(|agreed| agreement_way(app, form, agreed)).collect();
        ways.extend(planned.into_iter().map(|planned| lesson_way(app, form, planned)));
        ways.extend(last.as_ref().map(|last| last_way(app, form, last)));
        el("section")
            .class("stack stack-tight")
            .attr("aria-labelledby", "start-from")
            .child(el("h2").id("start-from").child(say!(app, agreement.start_from)))
            .child(el("p").class("soft small").child(say!(app, agreement.start_from_text)))
            .child(el("div").class("start-from stack stack-tight").child(ways))
            .view()
    })
}

/// The latest observation of the initiative by the same observer.
async fn last_by(
    store: &Store,
    initiative: RecordId,
    observer: &str,
) -> Result<Option<Summary>, AppError> {
    let list = List::Of(initiative, Kind::Observation);
    let found = store.list(list, None, LOOKED_THROUGH).await?.items;
    Ok(found.into_iter().find(|summary| Observation::read(&summary.fields).observer() == observer))
}

/// Lessons of the plan, each with what was to be done otherwise this time.
type Planned = Vec<(RecordId, Lesson, Option<String>)>;

/// The next lessons of the initiative that are not called off: today's first.
async fn planned(store: &Store, initiative: RecordId) -> Result<Planned, AppError> {
    let found = store.standing(List::Of(initiative, Kind::Lesson), PLANNED).await?;
    let lessons = found.into_iter().map(|(rec, fields)| (rec, Lesson::read(&fields)));
    let today = BrowserClock.today();
    let ahead = lessons.filter(|(_, it)| !it.is_off() && it.day().is_some_and(|day| today <= day));
    let ahead = in_order(ahead.collect(), |(_, one), (_, other)| {
        (one.day(), one.begins()).cmp(&(other.day(), other.begins()))
    });
    let mut planned = Planned::new();
    for (rec, lesson) in ahead.into_iter().take(LESSONS) {
        let reminder = store.reminder(&lesson).await?;
        planned.push((rec, lesson, reminder));
    }
    Ok(planned)
}

/// It keeps what the page began with, and who observes.
fn lesson_way(
    app: App,
    form: Form<Observation>,
    (rec, lesson, reminder): (RecordId, Lesson, Option<String>),
) -> Button {
    let begun = form.value.get_untracked();
    let begun = begin::from_lesson(begun, rec, &lesson, reminder.as_deref());
    let label = words(move || {
        let parts = [Some(titles::planned_lesson(app, &lesson)), lesson_words::span(app, &lesson)];
        let what = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        now!(app, focus.from_lesson, what = what)
    });
    way(app, form, label, begun).icon(IconName::Calendar)
}

fn agreement_way(app: App, form: Form<Observation>, agreed: &Agreed) -> Button {
    let (rec, agreement) = (agreed.summary.rec, agreed.agreement());
    let begun = begin::from_agreement(rec, &agreement);
    let label = words(move || {
        let day = agreement.day().map(|day| day_and_time(app, day, agreement.begins()));
        let known = known_by(app, &agreement);
        let what = day.into_iter().chain([known]).collect::<Vec<_>>().join(" · ");
        now!(app, agreement.from_agreement, what = what)
    });
    way(app, form, label, begun).icon(IconName::People)
}

fn last_way(app: App, form: Form<Observation>, last: &Summary) -> Button {
    let last = Observation::read(&last.fields);
    let begun = begin::as_last(&last, BrowserClock.today());
    let label = words(move || now!(app, agreement.as_last, what = titles::observation(app, &last)));
    way(app, form, label, begun).icon(IconName::History)
}

/// Fills the form in, with a way back.
fn way(app: App, form: Form<Observation>, label: Words, begun: Observation) -> Button {
    let fill = move || {
        let before = form.value.get_untracked();
        form.edit(|it| *it = begun.clone());
        let back = form.amend_later(move |it: &mut Observation| *it = before.clone());
        app.toasts.say_with_undo(text!(app, agreement.filled_in), text!(app, form.undo), back);
    };
    Button::new(label, fill).wide()
}
