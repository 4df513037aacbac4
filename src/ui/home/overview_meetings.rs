//! What of the plan is today besides lessons, on the first page.

use crate::app::plan::PlanItem;
use crate::app::store::{AppError, Clock as _, List};
use crate::domain::plan::Meeting;
use crate::domain::record::{Kind, Record};
use crate::ledger::in_order;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::plan_row;
use crate::ui::kit::prelude::*;

/// More meetings than a day has.
const A_DAY: u32 = 20;

/// The part of the page; nothing on a day without.
pub fn meetings_today() -> View {
    let app = use_app();
    let found = use_stored(move |store| {
        // Another day has begun when the app comes into sight again, perhaps.
        leptos::prelude::Track::track(&app.seen);
        async move {
            let today = List::On(BrowserClock.today(), Kind::Meeting);
            let found = store.standing(today, A_DAY).await?;
            let item = |(rec, fields)| PlanItem::of(rec, Kind::Meeting, fields);
            let items = found.into_iter().map(item).collect();
            let ordered = in_order(items, |a: &PlanItem, b| a.begins().cmp(&b.begins()));
            Ok::<_, AppError>(ordered)
        }
    });
    shown(found, move |items: Vec<PlanItem>| {
        let items = items.iter().filter(|it| !Meeting::read(&it.fields).is_moved());
        let rows = items.map(|it| plan_row::row(app, it, BrowserClock.today(), false));
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty())
            .then(|| bare_section("meetings-today", say!(app, planning.today)).child(list(rows)))
    })
}
