//! What a browser may have or not: asked for by name, and absent where it is not there.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property, where there is one.
pub(super) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// Calls a method, where there is one and it does not refuse.
pub(super) fn call(of: &JsValue, name: &str, with: Option<&JsValue>) -> Option<JsValue> {
    let function = property(of, name)?.dyn_into::<Function>().ok()?;
    match with {
        Some(value) => function.call1(of, value).ok(),
        None => function.call0(of).ok(),
    }
}
