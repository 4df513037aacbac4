//! The meetings that were put in the plan together with one: its time and place for those to come, or
//! all of those away.

use leptos::task::spawn_local;

use crate::app::store::Standing;
use crate::domain::plan::Meeting;
use crate::domain::record::{Record, difference};
use crate::ledger::{Change, RecordId};
use crate::ui::kit::prelude::*;
use crate::ui::kit::say_removed;

/// The part of the page; nothing where nothing comes later.
pub fn series(app: App, form: Form<Meeting>) -> View {
    let has_series = move || form.with(|it| !it.series().is_empty());
    show(has_series, move || later(app, form))
}

fn later(app: App, form: Form<Meeting>) -> View {
    let found = use_stored(move |store| {
        let meeting = form.value.get_untracked();
        async move {
            match meeting.day() {
                Some(day) => store.later_in_series(&meeting, day).await,
                None => Ok(Vec::new()),
            }
        }
    });
    shown(found, move |later: Vec<Standing>| {
        (!later.is_empty()).then(|| part(app, form, StoredValue::new(later)))
    })
}

fn part(app: App, form: Form<Meeting>, later: StoredValue<Vec<Standing>>) -> El {
    let count = later.with_value(Vec::len);
    let spread = move || {
        let like = form.value.get_untracked();
        let Some(later) = later.try_get_value() else { return };
        let (mut changes, mut back) = (Vec::new(), Vec::new());
        for (rec, fields) in later {
            let before = Meeting::read(&fields);
            let mut after = before.clone();
            after.take_frame(&like);
            changes.push((rec, difference(&before, &after)));
            back.push((rec, difference(&after, &before)));
        }
        change(app, changes, Some((text!(app, planning.series_changed, n = count), back)));
    };
    let remove = move || {
        let Some(later) = later.try_get_value() else { return };
        let all = later.into_iter().map(|(rec, _)| rec).collect();
        spawn_local(async move {
            match app.store().delete_all(all).await {
                Ok(removed) => {
                    app.has_stored();
                    let said = text!(app, planning.series_removed, n = removed.len());
                    say_removed(app, said, removed);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    bare_section("series", say!(app, planning.series_title))
        .child(soft(say!(app, planning.series_text, n = count)))
        .child(
            el("div")
                .class("row")
                .child(
                    Button::new(say!(app, planning.series_spread), spread).icon(IconName::Calendar),
                )
                .child(
                    Button::new(say!(app, planning.series_remove), remove)
                        .kind(ButtonKind::Quiet)
                        .icon(IconName::Trash),
                ),
        )
}

/// Writes changes in one go, and says so with the way back where there is one.
fn change(
    app: App,
    changes: Vec<(RecordId, Change)>,
    said: Option<(String, Vec<(RecordId, Change)>)>,
) {
    spawn_local(async move {
        match app.store().change_all(changes).await {
            Ok(()) => {
                app.has_stored();
                if let Some((said, back)) = said {
                    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
                        change(app, back.clone(), None);
                    });
                }
            }
            Err(error) => app.complain(&error),
        }
    });
}
