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

const ERASED: &str = "erased";

impl Tabs {
    /// Listens from now on: `heard` is called when another tab has stored something, `erased` when one
    /// begins to erase everything.
    pub fn listen(heard: impl Fn() + 'static, erased: impl Fn() + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new("indsats") else { return Self(None) };
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().as_string().as_deref() {
                Some(STORED) => heard(),
                Some(ERASED) => erased(),
                _ => {}
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Self(Some(Rc::new(Channel { channel, _hear: hear })))
    }

    /// Says that something was stored here.
    pub fn stored(&self) {
        self.say(STORED);
    }

    /// Says that everything on this device is erased.
    pub fn erased(&self) {
        self.say(ERASED);
    }

    fn say(&self, word: &str) {
        if let Some(tabs) = &self.0 {
            // A channel that is closing has nobody to tell.
            let _ = tabs.channel.post_message(&JsValue::from_str(word));
        }
    }
}
