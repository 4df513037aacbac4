//! Time as it passes: read from the clock, never counted.

use gloo_timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::attention::{Awake, stay_awake};
use crate::ui::shell::use_app;

/// The time in milliseconds since 1970, looked at every second and whenever the page comes back.
pub fn ticking() -> Signal<u64> {
    let app = use_app();
    let now = RwSignal::new(app.store().now());
    let look = move || {
        now.try_set(app.store().now());
    };
    // Goes with its owner, and the ticking with it.
    StoredValue::new_local(Interval::new(1_000, look));
    // Timers rest under a locked screen.
    Effect::new(move || {
        app.seen.track();
        look();
    });
    now.into()
}

/// `12.07`: minutes and seconds of a stretch of time.
pub fn clock_text(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{}.{:02}", seconds / 60, seconds % 60)
}

/// How many minutes a stretch of time is, to the nearest; one that has been is never none.
pub fn minutes(ms: u64) -> u64 {
    (ms.saturating_add(30_000) / 60_000).max(1)
}

/// Keeps the screen on for as long as the page part lives.
pub fn keep_awake() {
    let app = use_app();
    let held = StoredValue::new_local(None::<Awake>);
    Effect::new(move || {
        app.seen.track();
        spawn_local(async move {
            let awake = stay_awake().await;
            held.try_set_value(awake);
        });
    });
}
