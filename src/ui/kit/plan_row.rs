//! One thing of a plan as a row of a list.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::badge::{BadgeKind, badge};
use super::icon::icon;
use super::icon_name::IconName;
use super::list::ListRow;
use crate::app::plan::PlanItem;
use crate::domain::agreement::Agreement;
use crate::domain::observation::Observation;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::PupilTalk;
use crate::platform::format;
use crate::ui::dom::{El, words};
use crate::ui::shell::{App, now};
use crate::ui::words::plan_words::name;
use crate::ui::words::{how, reason_name, status_name, titles};

/// `kl. 10.00–10.45 · Lokale 12`.
pub fn detail(app: App, item: &PlanItem) -> String {
    let clock = |time| format::clock(app.lang(), time);
    let hours = item.begins().map(|begins| match item.ends() {
        Some(ends) => now!(app, plan.at_to, from = clock(begins), to = clock(ends)),
        None => now!(app, plan.at, from = clock(begins)),
    });
    let more = match item.kind {
        Kind::Meeting => {
            let meeting = Meeting::read(&item.fields);
            [meeting.place(), meeting.who()].map(|it| it.trim().to_owned()).to_vec()
        }
        Kind::Lesson => vec![how(app, &Lesson::read(&item.fields))],
        Kind::Agreement => vec![Agreement::read(&item.fields).class()],
        Kind::Measurement | Kind::Initiative | Kind::Survey | Kind::Collaboration => Vec::new(),
        Kind::PupilTalk => vec![PupilTalk::read(&item.fields).class()],
        _ => vec![Observation::read(&item.fields).class()],
    };
    let more = more.into_iter().filter(|it| !it.is_empty());
    hours.into_iter().chain(more).collect::<Vec<_>>().join(" · ")
}

/// What became of it: a word that stands at the end of its row.
pub fn state(app: App, item: &PlanItem, today: NaiveDate) -> Option<El> {
    let (status, reason, took_place) = match item.kind {
        Kind::Lesson => {
            let it = Lesson::read(&item.fields);
            (it.status(), it.reason(), it.took_place())
        }
        Kind::Meeting => {
            let it = Meeting::read(&item.fields);
            (it.status(), it.reason(), it.took_place())
        }
        _ => return None,
    };
    let is_over = item.day().is_some_and(|day| day < today);
    if status.is_empty() && !is_over {
        return None;
    }
    let kind = if took_place { BadgeKind::Done } else { BadgeKind::Plain };
    let said = status_name(app, &status);
    let why = reason_name(app, &reason);
    let both = words(move || {
        let why = Some(why.get()).filter(|why| !why.is_empty() && !took_place);
        [Some(said.get()), why].into_iter().flatten().collect::<Vec<_>>().join(": ")
    });
    Some(badge(kind, both))
}

/// The row of a thing of the plan; in a list its day stands in it.
pub fn row(app: App, item: &PlanItem, today: NaiveDate, with_day: bool) -> ListRow {
    let (named, detailed) = (item.clone(), item.clone());
    let drawing = match item.kind {
        Kind::Meeting => match Meeting::read(&item.fields).kind() {
            Some(kind) if kind.id == "observation" => IconName::Observation,
            Some(kind) if kind.agenda.is_empty() => IconName::Bookmark,
            _ => IconName::People,
        },
        Kind::Lesson => IconName::Calendar,
        Kind::Measurement => IconName::Bookmark,
        Kind::Initiative => IconName::Check,
        Kind::Survey | Kind::Collaboration | Kind::PupilTalk => IconName::People,
        _ => IconName::Observation,
    };
    let href = match &item.part {
        Some(goal) if item.kind == Kind::Initiative => {
            Some(format!("/indsatser/{}/delmaal/{goal}", item.rec))
        }
        _ => titles::href(item.kind.word(), item.rec),
    };
    let detail = move || {
        let day = detailed.day().filter(|_| with_day);
        let day = day.map(|day| format::weekday(app.lang(), day));
        let more = Some(detail(app, &detailed)).filter(|it| !it.is_empty());
        [day, more].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    ListRow::new(words(move || name(app, &named)))
        .detail(words(detail))
        .href(href)
        .lead(icon(drawing))
        .trail(state(app, item, today))
}
