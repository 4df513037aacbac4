//! The plan, or one thing of it, as a file for Outlook, Google or Apple Calendar.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::{Button, ButtonKind};
use super::icon_name::IconName;
use crate::app::plan::{InitiativePlan, PlanItem};
use crate::app::store::{AppError, Clock as _};
use crate::domain::agreement::Agreement;
use crate::domain::initiative::Initiative;
use crate::domain::measurement::Measurement;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{Kind, Record};
use crate::exchange::{CalendarEntry, calendar_name, write_calendar};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::files::{FileError, Prepared};
use crate::ui::dom::{El, el};
use crate::ui::shell::{App, Form, now, say, text};
use crate::ui::words::{self, errors, plan_words, titles};

/// How long something is that says only when it begins.
const USUAL: chrono::TimeDelta = chrono::TimeDelta::minutes(45);

/// What goes into the file.
#[derive(Clone, Copy)]
pub enum Calendared {
    /// An initiative's whole plan.
    Plan(RecordId),
    /// The meeting of an open form.
    Meeting(Form<Meeting>, RecordId),
    /// The lesson of an open form.
    Lesson(Form<Lesson>, RecordId),
    /// The observation and the talk of an agreement.
    Agreement(Form<Agreement>, RecordId),
    /// The waves of a measurement.
    Measurement(Form<Measurement>, RecordId),
}

impl Calendared {
    /// The initiative whose plan it stands in, and the record where it is one thing alone. What is
    /// being written is safe first.
    async fn place(self) -> (Option<RecordId>, Option<RecordId>) {
        async fn of<T: Record + Send + Sync>(
            form: Form<T>,
            initiative: fn(&T) -> Option<RecordId>,
        ) -> Option<RecordId> {
            form.seal().await;
            form.value.try_with_untracked(initiative).flatten()
        }
        match self {
            Self::Plan(rec) => (Some(rec), None),
            Self::Meeting(form, rec) => (of(form, Meeting::initiative).await, Some(rec)),
            Self::Lesson(form, rec) => (of(form, Lesson::initiative).await, Some(rec)),
            Self::Agreement(form, rec) => (of(form, Agreement::initiative).await, Some(rec)),
            Self::Measurement(form, rec) => (of(form, Measurement::initiative).await, Some(rec)),
        }
    }
}

/// Offers the file, and hands it over when it has been made.
pub fn calendar_file(app: App, what: Calendared) -> El {
    let file = StoredValue::new_local(None::<Prepared>);
    // What the file holds, in words; empty while there is none.
    let made = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            match prepare(app, what).await {
                Ok((prepared, count)) => {
                    file.try_set_value(Some(prepared));
                    let is_one = !matches!(what, Calendared::Plan(_));
                    match count {
                        0 if is_one => app.toasts.say(text!(app, planning.file_empty_one)),
                        0 => app.toasts.say(text!(app, planning.file_empty)),
                        n => drop(made.try_set(text!(app, planning.file_holds, n = n))),
                    }
                }
                Err(said) => app.toasts.say(said),
            }
            busy.try_set(false);
        });
    };
    let done = move || {
        made.try_set(String::new());
        app.toasts.say(text!(app, share.done));
    };
    let refused = move |error: FileError| app.toasts.say(errors::file(app.lang_now(), error));
    let send = move || {
        let Some(file) = file.try_get_value().flatten() else { return };
        spawn_local(async move {
            match file.share().await {
                Ok(true) => done(),
                Ok(false) => {}
                Err(error) => refused(error),
            }
        });
    };
    let save = move || {
        let Some(file) = file.try_get_value().flatten() else { return };
        match file.download() {
            Ok(()) => done(),
            Err(error) => refused(error),
        }
    };
    let content = move || {
        let holds = made.get();
        if holds.is_empty() {
            let button = Button::new(say!(app, planning.make_file), make)
                .icon(IconName::Calendar)
                .busy(busy, say!(app, share.making));
            return el("div").class("row").child(button);
        }
        let can_share = file.with_value(|file| file.as_ref().is_some_and(Prepared::can_be_shared));
        let send = can_share.then(|| {
            let send = Button::new(say!(app, share.send), send).kind(ButtonKind::Primary);
            send.icon(IconName::Share)
        });
        let kind = if can_share { ButtonKind::Secondary } else { ButtonKind::Primary };
        let save = Button::new(say!(app, share.save), save).kind(kind).icon(IconName::Download);
        el("div")
            .class("made stack")
            .child(el("p").child(holds))
            .child(el("div").class("row").child(send).child(save))
    };
    let intro = match what {
        Calendared::Plan(_) => say!(app, planning.file_text),
        Calendared::Meeting(..) => say!(app, planning.file_text_one),
        Calendared::Lesson(..) => say!(app, planning.file_text_lesson),
        Calendared::Agreement(..) => say!(app, planning.file_text_agreement),
        Calendared::Measurement(..) => say!(app, planning.file_text_measurement),
    };
    el("section")
        .class("part")
        .attr("aria-labelledby", "calendar-file")
        .child(el("h2").id("calendar-file").child(say!(app, planning.file)))
        .child(el("p").class("soft").child(intro))
        .child(el("div").attr("aria-live", "polite").child(content))
}

/// Makes the file before the press that hands it over: a browser shares only what it has in hand.
async fn prepare(app: App, what: Calendared) -> Result<(Prepared, usize), String> {
    let explain = |error: AppError| app.explain(&error);
    let (rec, only) = what.place().await;
    let plan = match rec {
        Some(rec) => app.store().plan_to_send(rec).await.map_err(explain)?,
        None => None,
    };
    let now = app.store().now();
    let (name, entries) = untrack(|| match &plan {
        Some(plan) => {
            let items = plan.items.iter().filter(|it| only.is_none_or(|only| it.rec == only));
            let entries = items.filter_map(|item| entry(app, plan, item)).collect();
            (titles::initiative(app, &plan.initiative), entries)
        }
        None => (String::new(), Vec::new()),
    });
    let text = write_calendar(&name, &entries, now);
    let file = Prepared::calendar(&calendar_name(BrowserClock.today()), &text);
    let file = file.map_err(|error| errors::file(app.lang_now(), error))?;
    Ok((file, entries.len()))
}

/// One thing as a calendar has it. What was decided or noted stays at home, and an observation that
/// has been made is nothing to look forward to.
fn entry(app: App, plan: &InitiativePlan, item: &PlanItem) -> Option<CalendarEntry> {
    let day = item.day().filter(|_| item.kind != Kind::Observation)?;
    let (title, place, mut text) = words_of(app, &plan.initiative, item);
    text.insert(0, titles::initiative(app, &plan.initiative));
    let uid = match &item.part {
        Some(part) => format!("{}-{part}", item.rec),
        None => item.rec.to_string(),
    };
    let hours = item.begins().map(|begins| {
        let usual = || match begins.overflowing_add_signed(USUAL) {
            (ends, 0) => ends,
            _ => chrono::NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(begins),
        };
        let known =
            (item.kind == Kind::Meeting).then(|| Meeting::read(&item.fields).usual_end()).flatten();
        (begins, item.ends().or(known).unwrap_or_else(usual))
    });
    let changed = item.changed;
    let is_off = item.is_off();
    let text = text.join("\n");
    Some(CalendarEntry { uid, changed, title, day, hours, place, text, is_off })
}

/// What it is, where it is, and what there is to know.
fn words_of(app: App, initiative: &Initiative, item: &PlanItem) -> (String, String, Vec<String>) {
    let with_class = |what: String| match initiative.class().trim() {
        "" => what,
        class => format!("{what} · {class}"),
    };
    match item.kind {
        Kind::Meeting => {
            let meeting = Meeting::read(&item.fields);
            let points = meeting.kind().into_iter().flat_map(|kind| &kind.agenda);
            let points = points.map(|point| format!("– {}", point.label.get(app.lang())));
            (with_class(titles::meeting(app, &meeting)), meeting.place(), points.collect())
        }
        Kind::Lesson => {
            let lesson = Lesson::read(&item.fields);
            let what = titles::class_and_subject(app, &lesson);
            let what = if what.is_empty() { now!(app, title.lesson) } else { what };
            let content = app.content();
            let model = content.model(&lesson.model());
            let model = model.map(|it| it.title.get(app.lang()).to_owned());
            (what, lesson.room(), model.into_iter().collect())
        }
        Kind::Measurement => (with_class(words::measured(app, item)), String::new(), Vec::new()),
        Kind::Initiative => (with_class(words::aimed(app, item)), String::new(), Vec::new()),
        Kind::Survey | Kind::Collaboration => {
            (plan_words::name(app, item), String::new(), Vec::new())
        }
        Kind::PupilTalk => (with_class(now!(app, talks.one)), String::new(), Vec::new()),
        _ => {
            let class = Agreement::read(&item.fields).class();
            let what = match item.is_talk() {
                true => now!(app, planning.talk),
                false => now!(app, planning.observation),
            };
            let class = Some(class.trim().to_owned()).filter(|class| !class.is_empty());
            let title = [Some(what), class].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (title, String::new(), Vec::new())
        }
    }
}
