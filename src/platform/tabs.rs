//! Other tabs with the app open on this device.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// Tells other tabs that something was stored, and hears it from them.
#[derive(Clone)]
pub struct Tabs(Option<Rc<Channel>>);

struct Channel {
    channel: BroadcastChannel,
    _hear: Closure<dyn Fn(MessageEvent)>,
}

const STORED: &str = "stored";

impl Tabs {
    /// Listens from now on: `heard` is called when another tab has stored something.
    pub fn listen(heard: impl Fn() + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new("indsats") else { return Self(None) };
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().as_string().as_deref() == Some(STORED) {
                heard();
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Self(Some(Rc::new(Channel { channel, _hear: hear })))
    }

    /// Says that something was stored here.
    pub fn stored(&self) {
        if let Some(tabs) = &self.0 {
            // A channel that is closing has nobody to tell.
            let _ = tabs.channel.post_message(&JsValue::from_str(STORED));
        }
    }
}
