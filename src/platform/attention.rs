//! Keeping the screen awake and asking for a look, without a sound. Where a device can do neither,
//! nothing is lost: time is read from the clock.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::property::{call, property};

/// A screen that stays on for as long as this is held.
pub struct Awake(JsValue);

/// Asks that the screen stays on. `None` where the device has no such thing or refuses, as on a low
/// battery. The browser lets go of it whenever the page is hidden: ask again when it is shown.
pub async fn stay_awake() -> Option<Awake> {
    let lock = property(&navigator()?, "wakeLock")?;
    let promise = call(&lock, "request", Some(&"screen".into()))?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok().map(Awake)
}

/// Whether this browser can keep the screen on at all.
pub fn can_stay_awake() -> bool {
    navigator().is_some_and(|navigator| property(&navigator, "wakeLock").is_some())
}

impl Drop for Awake {
    fn drop(&mut self) {
        call(&self.0, "release", None);
    }
}

/// A short shake of the device, where it can and somebody has touched the page since it was opened:
/// before that, browsers refuse it aloud.
pub fn nudge() {
    let Some(navigator) = navigator() else { return };
    let touched = property(&navigator, "userActivation")
        .and_then(|activation| property(&activation, "hasBeenActive"));
    if touched.is_some_and(|touched| touched.is_truthy()) {
        call(&navigator, "vibrate", Some(&200.into()));
    }
}

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window| window.navigator().into())
}
