//! The part of the page that a keyboard on the screen covers. Some browsers make the page smaller
//! then, and others lay the keyboard over it: these are asked here.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, EventTarget, HtmlElement, Window};

/// Less than this is no keyboard but a bar of the browser, in pixels.
const BAR: f64 = 80.0;

/// Tells of changes for as long as it is held.
pub struct Watch {
    target: EventTarget,
    tell: Closure<dyn Fn(Event)>,
}

/// Tells how many pixels at the bottom are covered, whenever that may have changed. `None` where the
/// browser does not know.
pub fn watch(told: impl Fn(u32) + 'static) -> Option<Watch> {
    let window = web_sys::window()?;
    let seen = Reflect::get(&window, &"visualViewport".into()).ok()?;
    let target = seen.dyn_ref::<EventTarget>()?.clone();
    let tell = Closure::<dyn Fn(Event)>::new(move |_| {
        let covered = covered(&window, &seen).unwrap_or_default();
        lay(covered);
        told(covered);
    });
    target.add_event_listener_with_callback("resize", tell.as_ref().unchecked_ref()).ok()?;
    Some(Watch { target, tell })
}

fn covered(window: &Window, seen: &JsValue) -> Option<u32> {
    let number = |key: &str| Reflect::get(seen, &key.into()).ok()?.as_f64();
    let whole = window.inner_height().ok()?.as_f64()?;
    let is_zoomed = number("scale")? > 1.01;
    let covered = whole - number("height")? - number("offsetTop")?;
    (covered > BAR && !is_zoomed).then_some(covered as u32)
}

/// The styles know it as `--covered`.
fn lay(pixels: u32) {
    let root = web_sys::window().and_then(|it| it.document()?.document_element());
    if let Some(root) = root.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Refused only where styles are frozen, and then nothing moves.
        let _ = root.style().set_property("--covered", &format!("{pixels}px"));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        lay(0);
        let tell = self.tell.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback("resize", tell);
    }
}

/// Has the field in use come into sight, where it is not, with as little movement as can be.
pub fn show_focused() {
    let focused = web_sys::window().and_then(|it| it.document()?.active_element());
    let Some(focused) = focused.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    let how = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&how, &"block".into(), &"nearest".into());
    let _ = Reflect::set(&how, &"inline".into(), &"nearest".into());
    focused.scroll_into_view_with_scroll_into_view_options(how.unchecked_ref());
}
