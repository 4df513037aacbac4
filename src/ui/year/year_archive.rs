//! The archive of a school year: one file that can be read without the app and fetched in again, and the way to
//! each initiative's summary on one page.

use leptos::task::spawn_local;

use super::year_archive_words::told;
use crate::app::store::{AppError, Clock as _, Summary};
use crate::domain::calendar::SchoolYear;
use crate::domain::text::Lang;
use crate::exchange::{archive_name, write_archive};
use crate::platform::clock::BrowserClock;
use crate::platform::files::Prepared;
use crate::ui::kit::hand_over;
use crate::ui::kit::prelude::*;
use crate::ui::words::{errors, titles};

/// A file that is ready, how much is in it and how much is not.
#[derive(Clone, Copy)]
struct Made {
    /// Only ever touched by the one thread there is.
    file: StoredValue<Prepared, LocalStorage>,
    records: usize,
    left_out: usize,
}

/// The part of the page: the file, and a summary of each initiative.
pub fn archive_part(app: App, year: SchoolYear, initiatives: Vec<Summary>) -> View {
    let made = RwSignal::new(None::<Made>);
    let busy = RwSignal::new(false);
    // Schools keep it in Danish, whoever makes it.
    let danish = app.speaking(Lang::Da);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            match prepare(danish, year).await {
                Ok(ready) => drop(made.try_set(Some(ready))),
                Err(said) => app.toasts.say(said),
            }
            busy.try_set(false);
        });
    };
    let button = move || {
        Button::new(say!(app, archive.make), make)
            .icon(IconName::Download)
            .busy(busy, say!(app, share.making))
    };
    let content = move || match made.get() {
        None => el("div").class("row").child(button()),
        Some(ready) => made_file(app, ready, made),
    };
    let rows: Vec<ListRow> = initiatives.into_iter().map(|it| summary_row(app, it)).collect();
    let has_any = !rows.is_empty();
    (
        soft(say!(app, archive.text)),
        el("div").attr("aria-live", "polite").child(content),
        has_any.then(|| {
            let title = say!(app, archive.summaries);
            (el("h3").child(title), list_named(title, rows))
        }),
    )
        .view()
}

/// The way to the summary of an initiative on one page.
fn summary_row(app: App, it: Summary) -> ListRow {
    let href = format!("/indsatser/{}/rapport", it.rec);
    ListRow::new(words(move || titles::record(app, &it.kind, &it.fields)))
        .detail(say!(app, archive.summary))
        .href(Some(href))
        .lead(icon(IconName::Note))
}

/// What is in the file, and the two ways to hand it over.
fn made_file(app: App, made: Made, shown: RwSignal<Option<Made>>) -> El {
    let Made { file, records, left_out } = made;
    let done = move || {
        app.toasts.say(text!(app, share.done));
        shown.try_set(None);
    };
    el("div")
        .class("made stack")
        .child(el("p").class("strong").child(file.with_value(Prepared::name)))
        .child(el("p").child(say!(app, archive.holds, n = records)))
        .child((left_out > 0).then(|| el("p").child(say!(app, archive.left_out, n = left_out))))
        .child(soft(say!(app, share.not_locked)))
        .child(hand_over(app, file, done))
}

/// Makes the file before the press that hands it over: a browser shares only what it has in hand.
async fn prepare(app: App, year: SchoolYear) -> Result<Made, String> {
    let explain = |error: AppError| app.explain(&error);
    let version = env!("CARGO_PKG_VERSION");
    let archived = app.store().archived(year, version).await.map_err(explain)?;
    app.has_stored();
    let today = BrowserClock.today();
    let archive = untrack(|| told(app, year, today, &archived));
    let text = write_archive(&archive, &archived.bundle);
    let file = Prepared::page(&archive_name(year.0, today), &text);
    let file = file.map_err(|error| errors::file(app.lang_now(), error))?;
    let (records, left_out) = (archived.records, archived.left_out);
    Ok(Made { file: StoredValue::new_local(file), records, left_out })
}
