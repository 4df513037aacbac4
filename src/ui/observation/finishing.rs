//! Marking an observation as done, and leaving it.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;

/// Goes to the initiative.
pub fn leaving(form: Form<Observation>) -> impl Fn() + Copy + 'static {
    let go = StoredValue::new_local(use_navigate());
    move || {
        let initiative = form.value.try_with_untracked(Observation::initiative).flatten();
        let to = initiative.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}"));
        if let Some(go) = go.try_get_value() {
            go(&to, Default::default());
        }
    }
}

/// Marks it as done and leaves; `false` where something keeps it from being done.
pub fn finishing(app: App, form: Form<Observation>) -> impl Fn() -> bool + Copy + 'static {
    let leave = leaving(form);
    move || {
        if !form.value.with_untracked(Observation::flaws).is_empty() {
            return false;
        }
        let now = app.store().now();
        form.edit(|value| value.set_finished(Some(now)));
        spawn_local(async move {
            if form.seal().await {
                let reopen = form.amend_later(|value: &mut Observation| value.set_finished(None));
                app.toasts.say_with_undo(
                    text!(app, observation.done),
                    text!(app, form.undo),
                    reopen,
                );
                leave();
            }
        });
        true
    }
}
