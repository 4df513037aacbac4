//! What something new begins from in the middle of a day: the lesson that runs or is nearest, or what
//! was used last.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::choice::Choice;
use super::clock::ticking;
use super::field::Field;
use super::select::Select;
use crate::app::store::{AppError, Clock as _, List, Summary};
use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::plan::Lesson;
use crate::domain::record::{EXAMPLE, Fields, INITIATIVE, Kind, LESSON, Record};
use crate::ledger::RecordId;
use crate::platform::clock::{BrowserClock, time_of_day};
use crate::ui::dom::{El, el, memo, words};
use crate::ui::shell::{App, Form, Store, say};
use crate::ui::words::titles;

/// How many initiatives are offered to choose from.
const CHOICES: u32 = 100;

/// How many lessons a day has at most.
pub const A_DAY: u32 = 60;

/// What the address asks to begin from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    pub(in crate::ui) initiative: Option<RecordId>,
    pub(in crate::ui) lesson: Option<RecordId>,
}

impl Asked {
    /// Reads it from the address.
    pub fn of_address() -> Self {
        use_query_map().with_untracked(|query| Self {
            initiative: query.get("indsats").and_then(|rec| rec.parse().ok()),
            lesson: query.get("lektion").and_then(|rec| rec.parse().ok()),
        })
    }
}

/// What something new begins from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Start {
    pub(in crate::ui) initiatives: Vec<Summary>,
    pub(in crate::ui) lesson: Option<(RecordId, Lesson)>,
    pub(in crate::ui) initiative: Option<(RecordId, Initiative)>,
}

impl Start {
    /// Looks it up. With `nearest` a lesson of today is taken where the address names none.
    pub async fn look(store: &Rc<Store>, asked: Asked, nearest: bool) -> Result<Self, AppError> {
        let initiatives = store.list(List::Kind(Kind::Initiative), None, CHOICES).await?.items;
        let lesson = match asked.lesson {
            Some(rec) => lesson(store, rec).await?.map(|lesson| (rec, lesson)),
            None if nearest => nearest_lesson(store, asked.initiative).await?,
            None => None,
        };
        let of_lesson = lesson.as_ref().and_then(|(_, lesson)| lesson.initiative());
        let mut chosen = asked.initiative.or(of_lesson);
        if chosen.is_none() {
            let last = store.standing(List::Kind(Kind::Jot), 1).await?;
            chosen = last.first().and_then(|(_, fields)| fields.parsed(INITIATIVE));
        }
        let read = |summary: &Summary| (summary.rec, Initiative::read(&summary.fields));
        let mut all = initiatives.iter().map(read).collect::<Vec<_>>().into_iter();
        let initiative = match chosen {
            Some(rec) => all.find(|(known, _)| *known == rec),
            None => all.find(|(_, initiative)| !initiative.example()),
        };
        Ok(Self { initiatives, lesson, initiative })
    }

    /// What is filled in for the person.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        if let Some((rec, initiative)) = &self.initiative {
            fields.put(INITIATIVE, rec.to_string());
            fields.set_text("class", &initiative.class());
            fields.put_flag(EXAMPLE, initiative.example());
        }
        if let Some((rec, lesson)) = &self.lesson {
            fields.put(LESSON, rec.to_string());
            fields.set_text("class", &lesson.class());
        }
        fields
    }
}

/// A lesson by its name.
pub async fn lesson(store: &Rc<Store>, rec: RecordId) -> Result<Option<Lesson>, AppError> {
    let opened = store.record(rec).await?;
    let opened = opened.filter(|it| it.summary.known_kind() == Some(Kind::Lesson));
    Ok(opened.map(|opened| Lesson::read(&opened.fields())))
}

async fn nearest_lesson(
    store: &Rc<Store>,
    initiative: Option<RecordId>,
) -> Result<Option<(RecordId, Lesson)>, AppError> {
    let now = time_of_day();
    let today = store.standing(List::On(BrowserClock.today(), Kind::Lesson), A_DAY).await?;
    let lessons = today.into_iter().map(|(rec, fields)| (rec, Lesson::read(&fields)));
    let lessons = lessons.filter(|(_, lesson)| {
        !lesson.is_off() && (initiative.is_none() || lesson.initiative() == initiative)
    });
    // Of two that are as near the one that begins later: it is about to.
    let away = |lesson: &Lesson| {
        let begins = lesson.begins().unwrap_or_default();
        (lesson.distance(now).unwrap_or(i64::MAX), now < begins, now - begins)
    };
    Ok(lessons.min_by_key(|(_, lesson)| away(lesson)))
}

/// How the adults planned to teach together, in an observation that was begun from a lesson.
pub fn planned(app: App, form: Form<Observation>) -> Option<El> {
    let id = form.value.with_untracked(Observation::planned_model);
    let content = app.content();
    let title = content.model(&id)?.title.clone();
    let model = words(move || title.get(app.lang()).to_owned());
    Some(el("p").class("soft").child(say!(app, plan.planned_model, model = model.get())))
}

/// The time of day, as `10:42`, looked at every second.
pub fn clock() -> Signal<String> {
    let now = ticking();
    memo(move || {
        now.track();
        iso::write_time(time_of_day())
    })
}

/// Which initiative something belongs to, in a list that opens.
pub fn initiative_field(
    app: App,
    field: Field,
    initiatives: &[Summary],
    value: impl Into<Signal<String>>,
    write: impl Fn(String) + 'static,
) -> Select {
    let choices = initiatives.iter().map(|summary| {
        let initiative = Initiative::read(&summary.fields);
        let title = words(move || titles::initiative(app, &initiative));
        Choice::new(summary.rec.to_string(), title)
    });
    field.select(Signal::stored(choices.collect()), value, write)
}
