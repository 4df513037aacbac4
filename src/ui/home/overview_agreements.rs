//! What agreements remind of on the first page: a lesson today, a follow-up, notes to be deleted.

use crate::app::agreement::Agreed;
use crate::app::store::Clock;
use crate::app::year::is_summer;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::{day_and_time, known_by};

/// The part of the page; nothing where nothing is to be remembered.
pub fn agreements_due() -> View {
    let app = use_app();
    let agreed = use_stored(move |store| async move { store.agreements(None).await });
    shown(agreed, move |agreed| {
        let rows: Vec<ListRow> = agreed.iter().flat_map(|agreed| reminders(app, agreed)).collect();
        if rows.is_empty() {
            return View::nothing();
        }
        bare_section("agreements-due", say!(app, agreement.overview)).child(list(rows)).view()
    })
}

fn reminders(app: App, agreed: &Agreed) -> Vec<ListRow> {
    let today = BrowserClock.today();
    let agreement = agreed.agreement();
    let href = format!("/aftaler/{}", agreed.summary.rec);
    let row = |title: Words, detail: Words, name: IconName| {
        ListRow::new(title).detail(detail).href(href.clone()).lead(icon(name))
    };
    let mut rows = Vec::new();
    let is_summer = is_summer(today);
    if agreement.day() == Some(today) && agreed.waits() {
        let (it, when) = (agreement.clone(), agreement.clone());
        let title = words(move || now!(app, agreement.today, what = known_by(app, &it)));
        let detail = words(move || day_and_time(app, today, when.begins()));
        rows.push(row(title, detail, IconName::Observation));
    }
    // In the holidays nobody is reminded of work.
    if !is_summer && agreement.follow_up_is_due(today) {
        let (it, what) = (agreement.clone(), agreement.to_try());
        let title = words(move || {
            let what = what.trim();
            let what = if what.is_empty() { known_by(app, &it) } else { what.to_owned() };
            now!(app, agreement.due, what = what)
        });
        let day = agreement.follow_up();
        let detail = words(move || {
            let day = day.map(|day| format::weekday(app.lang(), day)).unwrap_or_default();
            now!(app, agreement.due_detail, day = day)
        });
        rows.push(row(title, detail, IconName::History));
    }
    if !is_summer && agreed.notes_are_due(today) {
        let (it, day) = (agreement, agreed.erase_on);
        let title = words(move || now!(app, agreement.erase_due, what = known_by(app, &it)));
        let detail = words(move || {
            let day = day.map(|day| format::day(app.lang(), day)).unwrap_or_default();
            now!(app, agreement.erase_detail, day = day)
        });
        rows.push(row(title, detail, IconName::Trash));
    }
    rows
}
