//! A new observation that begins as another did.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::app::observation::begin;
use crate::app::store::Clock as _;
use crate::domain::observation::Observation;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;

/// Leads to a new observation with the head and the form of this one. Its address says what it is a
/// copy of, so a reload begins in the same way.
pub fn copy_button(app: App, form: Form<Observation>, rec: RecordId) -> Button {
    let go = StoredValue::new_local(use_navigate());
    let copy = move || {
        spawn_local(async move {
            // What is on the screen is what is copied.
            if !form.seal().await {
                return;
            }
            let new = app.store().new_record();
            if let Some(go) = go.try_get_value() {
                go(&format!("/observationer/{new}?ny=1&kopi={rec}"), Default::default());
                app.toasts.say(text!(app, find.copied));
            }
        });
    };
    Button::new(say!(app, find.copy), copy).kind(ButtonKind::Quiet).icon(IconName::Add)
}

/// What a copy begins with: today, in the newest version of the form.
pub fn copied(app: App, source: &Observation) -> Observation {
    let mut copy = begin::as_last(source, BrowserClock.today());
    let content = app.content();
    let newest = copy.template().and_then(|form| {
        let newest = content.newest_templates().find(|it| it.family() == form.family())?;
        Some(newest.reference())
    });
    if let Some(newest) = newest {
        copy.set_template(&newest);
    }
    copy
}
