//! One observation: opens its form, in the version of the template it was begun in.

use leptos_router::hooks::use_query_map;

use super::observation_copy::copied;
use super::observation_form::{Opening, filled};
use crate::app::observation::begin;
use crate::app::store::{Access, Clock, List, Summary, Target};
use crate::domain::agreement::Agreement;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::plan::Lesson;
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::is_new;
use crate::ui::kit::prelude::*;
use crate::ui::observation::from_paper;

/// How many initiatives are offered to choose from.
const CHOICES: u32 = 100;

/// The page of an observation.
pub fn observation(rec: RecordId) -> View {
    opened(rec, filled)
}

/// The page of an observation with its times to be typed.
pub fn paper(rec: RecordId) -> View {
    opened(rec, from_paper::paper)
}

fn opened(rec: RecordId, page: fn(App, Opening) -> View) -> View {
    let app = use_app();
    let new = is_new();
    let asked = use_query_map().with_untracked(|query| query.get("indsats")?.parse().ok());
    let source = Source::asked();
    let found = use_stored_once(move |store| async move {
        let initiatives = store.list(List::Kind(Kind::Initiative), None, CHOICES).await?.items;
        let record = store.record(rec).await?;
        let source = match source {
            Some(Source { kind, rec }) => match store.edit(rec, kind).await? {
                Some((_, fields)) => {
                    let reminder = match kind {
                        Kind::Lesson => store.reminder(&Lesson::read(&fields)).await?,
                        _ => None,
                    };
                    Some((rec, kind, fields, reminder))
                }
                None => None,
            },
            None => None,
        };
        let readonly = record.as_ref().is_some_and(|it| it.summary.access == Access::ReadOnly);
        let fields = match (&record, readonly) {
            (Some(record), true) => {
                let target = Target { rec, kind: Kind::Observation, parents: record.heads.clone() };
                Some((target, record.fields()))
            }
            _ => store.edit(rec, Kind::Observation).await?,
        };
        Ok(((initiatives, source), record, fields))
    });
    shown(found, move |((initiatives, source), record, fields)| {
        let conflicts = record.as_ref().map_or(0, |record| record.conflicts.len());
        let readonly = record.as_ref().is_some_and(|it| it.summary.access == Access::ReadOnly);
        let deleted = record.as_ref().is_some_and(|it| it.summary.deleted);
        let (target, saved, value) = match fields {
            Some((target, fields)) => {
                let saved = Observation::read(&fields);
                (target, saved.clone(), saved)
            }
            None if new => {
                let target = Target { rec, kind: Kind::Observation, parents: Vec::new() };
                let begun = match source {
                    Some((rec, Kind::Agreement, fields, _)) => {
                        begin::from_agreement(rec, &Agreement::read(&fields))
                    }
                    Some((rec, Kind::Lesson, fields, reminder)) => {
                        let lesson = Lesson::read(&fields);
                        let begun = beginning(app, &initiatives, lesson.initiative());
                        begin::from_lesson(begun, rec, &lesson, reminder.as_deref())
                    }
                    Some((_, _, fields, _)) => copied(app, &Observation::read(&fields)),
                    None => beginning(app, &initiatives, asked),
                };
                (target, Observation::default(), begun)
            }
            None => return not_found(),
        };
        let opening = Opening { target, saved, value, initiatives, conflicts, readonly, deleted };
        page(app, opening)
    })
}

/// What a new observation begins with, as its address says: an agreement, another observation,
/// or a lesson of the plan.
#[derive(Clone, Copy)]
struct Source {
    kind: Kind,
    rec: RecordId,
}

impl Source {
    fn asked() -> Option<Self> {
        let ways =
            [("aftale", Kind::Agreement), ("kopi", Kind::Observation), ("lektion", Kind::Lesson)];
        use_query_map().with_untracked(|query| {
            ways.into_iter()
                .find_map(|(word, kind)| Some(Self { kind, rec: query.get(word)?.parse().ok()? }))
        })
    }
}

/// A new observation: now, here, by this person, of the initiative they came from or the latest.
fn beginning(app: App, initiatives: &[Summary], asked: Option<RecordId>) -> Observation {
    let own = || initiatives.iter().find(|summary| !Initiative::read(&summary.fields).example());
    let chosen = match asked {
        Some(rec) => initiatives.iter().find(|summary| summary.rec == rec),
        None => own().or_else(|| initiatives.first()),
    };
    let initiative = chosen.map(|summary| Initiative::read(&summary.fields));
    let content = app.content();
    let kind = initiative.as_ref().and_then(|initiative| initiative.kind());
    let template = content.templates_for(kind).next();
    let mut begun = Observation::default();
    begun.set_initiative(chosen.map(|summary| summary.rec));
    if let Some(template) = template {
        begun.set_template(&template.reference());
    }
    begun.set_day(Some(BrowserClock.today()));
    begun.set_observer(&app.settings.with_untracked(|settings| settings.author.trim().to_owned()));
    if let Some(initiative) = initiative {
        begun.set_class(&initiative.class());
        begun.set_example(initiative.example());
    }
    begun
}
