//! Putting the app on the home screen.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::listen::listen;

/// How the app can get to the home screen here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Install {
    /// It is there and was opened from there.
    Installed,
    /// The browser can be asked to do it.
    Offered,
    /// On an iPhone or iPad a person does it through the share menu.
    ByHand,
    /// The browser has not offered it.
    NotOffered,
}

thread_local! {
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Tells how the app can be installed, now and each time that changes.
pub fn watch(report: Rc<dyn Fn(Install)>) {
    report(state());
    let Some(window) = web_sys::window() else { return };
    let told = Rc::clone(&report);
    listen(&window, "beforeinstallprompt", move |event| {
        event.prevent_default();
        OFFER.set(Some(event));
        told(state());
    });
    listen(&window, "appinstalled", move |_| {
        OFFER.set(None);
        report(Install::Installed);
    });
}

/// Asks the browser to install the app. Call it from a press.
pub fn prompt() {
    // An offer can be taken up once.
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &"prompt".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(prompt) = prompt {
        let _ = prompt.call0(&offer);
    }
}

fn state() -> Install {
    if is_standalone() {
        Install::Installed
    } else if OFFER.with_borrow(Option::is_some) {
        Install::Offered
    } else if is_ios() {
        Install::ByHand
    } else {
        Install::NotOffered
    }
}

fn is_standalone() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let media = window.match_media("(display-mode: standalone)").ok().flatten();
    let by_ios = Reflect::get(&window.navigator(), &"standalone".into()).unwrap_or(JsValue::FALSE);
    media.is_some_and(|media| media.matches()) || by_ios.is_truthy()
}

/// An iPad calls itself a Mac, but no Mac has a touch screen.
fn is_ios() -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    let agent = navigator.user_agent().unwrap_or_default();
    let is_touch_mac = agent.contains("Macintosh") && navigator.max_touch_points() > 1;
    is_touch_mac || agent.contains("iPhone") || agent.contains("iPad")
}
