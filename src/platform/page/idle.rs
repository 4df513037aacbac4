//! Waits until the browser has nothing more urgent to do.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::platform::property::property;

/// After this long it is time even on a device that never rests.
const PATIENCE_MS: i32 = 1_000;

/// How long a browser is left alone that cannot say when it rests: long enough for a first picture.
const PAUSE_MS: i32 = 200;

/// Ends when what was asked for is drawn and the browser rests.
pub async fn come() {
    let resting = Promise::new(&mut |done: Function, _refuse: Function| {
        if ask(&done).is_none() {
            // Without timers nothing waits.
            let _ = done.call0(&JsValue::NULL);
        }
    });
    // Nothing refuses it.
    let _ = JsFuture::from(resting).await;
}

/// WebKit has no `requestIdleCallback`.
fn ask(done: &Function) -> Option<()> {
    let window = web_sys::window()?;
    let request = property(&window, "requestIdleCallback").and_then(|it| it.dyn_into().ok());
    let request: Option<Function> = request;
    if let Some(request) = request {
        let options = Object::new();
        Reflect::set(&options, &"timeout".into(), &PATIENCE_MS.into()).ok()?;
        request.call2(&window, done, &options).ok()?;
    } else {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(done, PAUSE_MS).ok()?;
    }
    Some(())
}
