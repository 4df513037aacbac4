//! Deletes with undo: what is put away, or made several at once, and how that is taken back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

use super::button::{Button, ButtonKind};
use super::icon_name::IconName;
use crate::app::store::AppError;
use crate::domain::record::Record;
use crate::ledger::{Path, RecordId};
use crate::ui::dom::Words;
use crate::ui::shell::{App, Form, Sealing, text};

/// The button that puts the record of a page in the trash and leads away from it: what is said then, how what
/// was typed is stored first, and where it leads.
pub fn put_away_button(
    app: App,
    rec: RecordId,
    label: Words,
    said: fn(App) -> String,
    sealing: Sealing,
    to: impl Fn() -> String + 'static,
) -> Button {
    let go = StoredValue::new_local(use_navigate());
    let remove = move || {
        let (sealed, to) = (sealing(), to());
        spawn_local(async move {
            if !sealed.await {
                return;
            }
            match put_away(app, rec, said(app)).await {
                Ok(()) => {
                    if let Some(go) = go.try_get_value() {
                        go(&to, Default::default());
                    }
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    Button::new(label, remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}

/// Puts a record in the trash and says so, with the way back.
pub async fn put_away(app: App, rec: RecordId, said: String) -> Result<(), AppError> {
    let removed = app.store().delete(rec).await?;
    app.has_stored();
    say_removed(app, said, removed);
    Ok(())
}

/// Takes a part of what is edited away and says so, with the way back: it works when the form is long closed, too.
pub fn take_away<T: Record + Send + Sync>(
    app: App,
    form: Form<T>,
    said: String,
    take: impl FnOnce(&mut T) -> Vec<(Path, Value)>,
    put_back: fn(&mut T, &[(Path, Value)]),
) {
    let mut taken = Vec::new();
    form.edit(|it| taken = take(it));
    let undo = form.amend_later(move |it| put_back(it, &taken));
    app.toasts.say_with_undo(said, text!(app, form.undo), undo);
}

/// Says what was put in the trash, with the way back.
pub fn say_removed(app: App, said: String, removed: Vec<RecordId>) {
    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
        let removed = removed.clone();
        spawn_local(async move {
            match app.store().restore(removed).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    });
}

/// Says what was made, with the way back: all of it goes to the trash.
pub fn say_made(app: App, said: String, made: Vec<RecordId>) {
    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
        let made = made.clone();
        spawn_local(async move {
            match app.store().delete_all(made).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    });
}
