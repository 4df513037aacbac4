//! When the app goes out of sight, and when it comes back.

use web_sys::VisibilityState;

use crate::platform::listen::listen;

/// Calls `hidden` when the page is about to go: another app, the lock, a closed tab. There may be
/// no later moment to save in. Calls `shown` when it is seen again. Both last as long as the page.
pub fn watch(hidden: impl Fn() + Clone + 'static, shown: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let (going, seen) = (hidden.clone(), document.clone());
    listen(&document, "visibilitychange", move |_| {
        if seen.visibility_state() == VisibilityState::Hidden { hidden() } else { shown() }
    });
    listen(&window, "pagehide", move |_| going());
}
