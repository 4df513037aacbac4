//! What there is to do in all initiatives: what is late, then by day.

use leptos::prelude::Get as _;

use crate::app::sharing::{AcrossLook, Due, What, in_time};
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::plan::Meeting;
use crate::domain::record::Record as _;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::sharing::looked_at::{AcrossPage, fit, name};
use crate::ui::words::{Of, day_words, person_name, step, titles};

/// The panel.
pub(super) fn next(app: App, seen: &AcrossPage) -> View {
    let content = phase_content();
    let dues = seen.looks.iter().flat_map(|look| look.dues(content, seen.today));
    let rows: Vec<ListRow> = in_time(dues.collect())
        .into_iter()
        .filter_map(|due| {
            let look = seen.looks.iter().find(|look| look.rec == due.rec)?;
            Some(row(app, seen, look, due))
        })
        .collect();
    if rows.is_empty() {
        let (title, text) = (say!(app, across.nothing), say!(app, across.nothing_text));
        return EmptyState::new(IconName::Check, title, text).view();
    }
    el("div")
        .class("stack")
        .child(soft(say!(app, across.next_text)))
        .child(list_named(say!(app, across.next), rows))
        .view()
}

fn row(app: App, seen: &AcrossPage, look: &AcrossLook, due: Due) -> ListRow {
    let rec = look.rec;
    let of = look.plan.initiative.clone();
    let Due { day, late, .. } = due;
    let room = |room: &str| format!("/indsatser/{rec}/{room}");
    let (said, href, who): (Words, String, Option<_>) = match due.what {
        What::Task(id, who) => {
            let label = phase_content().words(&id);
            let said =
                words(move || label.map_or_else(String::new, |it| it.get(app.lang()).to_owned()));
            (said, room("forberedelse"), who)
        }
        What::Point(point) => {
            let of = Of {
                app,
                rec,
                plan: &look.plan,
                agreed: &[],
                measured: &look.measured,
                surveyed: &look.surveyed,
                today: seen.today,
                editable: true,
            };
            let (said, href) = step(of, &look.goals, &point);
            (said, href, None)
        }
        What::Meeting(item) => {
            let meeting = Meeting::read(&item.fields);
            let begins = item.begins();
            let said = words(move || {
                let begins = begins.map(|time| format::clock(app.lang(), time));
                let begins = begins.map(|time| now!(app, across.at, time = time));
                let title = titles::meeting(app, &meeting);
                [Some(title), begins].into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            // What is decided in a meeting is for those who were there: the plan is enough.
            (said, room("plan"), None)
        }
        What::Decide => (say!(app, across.decide), room("forankring"), None),
    };
    let mine = of.clone();
    let said = words(move || fit(app, &mine, &said.get()));
    let detail = words(move || {
        let day = day.map(|day| day_words(app, day, late));
        let who = who.as_ref().map(|who| person_name(app, who));
        let parts = [Some(name(app, &of)), who, day].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" · ")
    });
    let trail = late.then(|| badge(BadgeKind::Late, say!(app, prep.late)));
    ListRow::new(said).detail(detail).href(href).lead(icon(IconName::Calendar)).trail(trail)
}
