//! When the app goes out of sight, and when it comes back.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::VisibilityState;

/// Calls `hidden` when the page is about to go: another app, the lock, a closed tab. There may be
/// no later moment to save in. Calls `shown` when it is seen again. Both last as long as the page.
pub fn watch(hidden: impl Fn() + Clone + 'static, shown: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let going = hidden.clone();
    let seen = document.clone();
    let visibility = Closure::<dyn Fn()>::new(move || {
        if seen.visibility_state() == VisibilityState::Hidden { hidden() } else { shown() }
    });
    let leaving = Closure::<dyn Fn()>::new(going);
    // Refused only for a handler that is no function.
    let _ = document
        .add_event_listener_with_callback("visibilitychange", visibility.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("pagehide", leaving.as_ref().unchecked_ref());
    visibility.forget();
    leaving.forget();
}
