//! Asking the browser not to throw the app's data away when the device is full.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser promises about the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It stays until a person removes it.
    Granted,
    /// It may go when the device is full.
    Denied,
    /// The browser has no such promise.
    Unsupported,
}

/// What the browser promises now.
pub async fn state() -> Persistence {
    ask("persisted").await
}

/// Asks for the promise. Some browsers ask the person, so do it when something is at stake.
pub async fn request() -> Persistence {
    ask("persist").await
}

/// Calls `navigator.storage.<method>()` where it exists: it does not in every WebKit.
async fn ask(method: &str) -> Persistence {
    match call(method).await {
        Some(answer) if answer.is_truthy() => Persistence::Granted,
        Some(_) => Persistence::Denied,
        None => Persistence::Unsupported,
    }
}

async fn call(method: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let function: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
