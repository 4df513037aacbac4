//! Across all initiatives: what is next, how each of them stands, what was learnt, and what a municipality is
//! told. Only what was promised is here: days, goals, and how much was planned and held.

use super::looked_at::{AcrossPage, Chosen, Learnt};
use crate::app::sharing::AcrossLook;
use crate::app::store::{AppError, Clock as _};
use crate::domain::plan::Meeting;
use crate::domain::record::{Kind, Record as _};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;

mod learnt;
mod looks;
mod municipality;
mod next;

/// What ties the tabs to their panels.
const GROUP: &str = "across";
const NEXT: &str = "next";
const LOOKS: &str = "looks";
const LEARNT: &str = "learnt";
const MUNICIPALITY: &str = "municipality";

/// The page.
pub fn across() -> View {
    let app = use_app();
    let chosen = Chosen {
        part: RwSignal::new(NEXT.to_owned()),
        asked: RwSignal::default(),
        goes_to: RwSignal::default(),
        school: RwSignal::default(),
        left_out: RwSignal::default(),
    };
    let seen = use_stored(move |store| {
        // Another day has begun when the app comes into sight again, perhaps.
        app.seen.track();
        async move {
            let today = BrowserClock.today();
            let looks = store.across(today).await?;
            let learnt = looks.iter().map(learnt_in).collect();
            let (summaries, school) = (store.school_summaries().await?, store.school().await?);
            Ok::<_, AppError>(AcrossPage { looks, learnt, summaries, school, today })
        }
    });
    let names = vec![
        Choice::new(NEXT, say!(app, across.next)),
        Choice::new(LOOKS, say!(app, across.looks)),
        Choice::new(LEARNT, say!(app, across.learnt)),
        Choice::new(MUNICIPALITY, say!(app, across.municipality)),
    ];
    let part = chosen.part;
    let content = el("div")
        .class("form preparation")
        .child(tabs(GROUP, say!(app, across.parts), names, part, move |id| part.set(id)))
        .child(tab_panel(GROUP, NEXT, part, shown(seen, move |seen| next::next(app, &seen))))
        .child(tab_panel(GROUP, LOOKS, part, shown(seen, move |seen| looks::looks(app, &seen))))
        .child(tab_panel(
            GROUP,
            LEARNT,
            part,
            shown(seen, move |seen| learnt::learnt(app, &seen, chosen)),
        ))
        .child(tab_panel(
            GROUP,
            MUNICIPALITY,
            part,
            shown(seen, move |seen| municipality::municipality(app, &seen, chosen)),
        ));
    let date = move || format::weekday(app.lang(), BrowserClock.today());
    Page::new(say!(app, across.title))
        .back("/", say!(app, guide.back_home))
        .state(el("p").class("soft").child(date))
        .child(content)
        .view()
}

fn learnt_in(look: &AcrossLook) -> Learnt {
    let meetings = look.plan.items.iter().filter(|it| it.kind == Kind::Meeting);
    let meetings = meetings.map(|it| (it.rec.to_string(), Meeting::read(&it.fields)));
    let shared = meetings.filter(|(_, it)| it.is_sparring_shared()).collect();
    (look.rec, look.plan.initiative.clone(), shared)
}
