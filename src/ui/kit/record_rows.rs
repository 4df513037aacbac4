//! Rows of a list for a working copy and for an observation.

use super::badge::{BadgeKind, badge};
use super::icon::icon;
use super::icon_name::IconName;
use super::list::ListRow;
use crate::app::store::{Resumable, Summary};
use crate::domain::initiative::SETTING_UP;
use crate::domain::observation::Observation;
use crate::domain::record::{EXAMPLE, Fields, Kind, Record as _};
use crate::ui::dom::words;
use crate::ui::shell::{App, now, say};
use crate::ui::words::titles;

/// A row for something in the middle of being written.
pub fn draft_row(app: App, resumable: &Resumable) -> ListRow {
    let target = &resumable.draft.target;
    let (kind, fields) = (target.kind, resumable.fields.clone());
    let saved = resumable.draft.saved;
    let place = titles::href(kind.word(), target.rec).unwrap_or_default();
    let href = match kind {
        Kind::Initiative if fields.0.contains_key(SETTING_UP) => format!("{place}/start?ny=1"),
        Kind::Initiative => format!("{place}/ret?ny=1"),
        _ => format!("{place}?ny=1"),
    };
    ListRow::new(words(move || titles::draft(app, kind, &fields)))
        .detail(words(move || now!(app, overview.draft_saved, at = app.moment(saved))))
        .href(href)
        .lead(icon(IconName::Edit))
        .trail(badge(BadgeKind::Draft, say!(app, badge.draft)))
}

/// A row for an observation, with its badges.
pub fn observation_row(app: App, summary: &Summary, kind: BadgeKind) -> ListRow {
    let observation = Observation::read(&summary.fields);
    let Fields(values) = &summary.fields;
    let conflicts = summary.conflicts > 0;
    let example = values.contains_key(EXAMPLE);
    let unfinished = kind == BadgeKind::Draft;
    let content = app.content();
    let template = observation.template().and_then(|it| content.template(&it).cloned());
    let observer = observation.observer();
    let detail = move || {
        let form = template.as_ref().map(|form| form.title.get(app.lang()).to_owned());
        let by = Some(observer.clone()).filter(|by| !by.is_empty());
        [form, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    ListRow::new(words(move || titles::observation(app, &observation)))
        .detail(words(detail))
        .href(format!("/observationer/{}", summary.rec))
        .lead(icon(IconName::Observation))
        .trail((
            example.then(|| badge(BadgeKind::Example, say!(app, badge.example))),
            conflicts.then(|| badge(BadgeKind::Conflict, say!(app, badge.conflict))),
            unfinished.then(|| badge(BadgeKind::Draft, say!(app, badge.unfinished))),
        ))
}
