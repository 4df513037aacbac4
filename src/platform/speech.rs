//! Reading aloud with a voice of the device. Voices that would send the words to somebody's server are left
//! alone, and where there is none nothing is offered.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::property::{call, property};

/// Says whether the device has a voice of a language, now and whenever its voices have changed: browsers find
/// them out a while after the page is there.
pub fn watch(lang: &'static str, told: impl Fn(bool) + 'static) {
    told(voice(lang).is_some());
    let Some(speech) = speech() else { return };
    let changed = Closure::wrap(Box::new(move || told(voice(lang).is_some())) as Box<dyn Fn()>);
    // Browsers that do not tell have their voices at once.
    let _ = Reflect::set(&speech, &"onvoiceschanged".into(), &changed.into_js_value());
}

/// Reads aloud, in place of what was being read.
pub fn say(lang: &str, words: &str) {
    let (Some(speech), Some(voice)) = (speech(), voice(lang)) else { return };
    let Some(window) = web_sys::window() else { return };
    let made = property(&window, "SpeechSynthesisUtterance")
        .and_then(|it| it.dyn_into::<Function>().ok())
        .and_then(|it| Reflect::construct(&it, &Array::of1(&words.into())).ok());
    let Some(utterance) = made else { return };
    stop();
    // A property that cannot be set leaves the browser's own choice.
    let _ = Reflect::set(&utterance, &"lang".into(), &property(&voice, "lang").unwrap_or_default());
    let _ = Reflect::set(&utterance, &"voice".into(), &voice);
    let _ = Reflect::set(&utterance, &"rate".into(), &0.9.into());
    call(&speech, "speak", Some(&utterance));
}

/// Is silent from now on.
pub fn stop() {
    if let Some(speech) = speech() {
        call(&speech, "cancel", None);
    }
}

/// A voice of the language that lives on the device.
fn voice(lang: &str) -> Option<JsValue> {
    let voices = call(&speech()?.into(), "getVoices", None)?;
    if !voices.is_object() {
        return None;
    }
    Array::from(&voices).iter().find(|voice| {
        let tag = property(voice, "lang").and_then(|it| it.as_string()).unwrap_or_default();
        let is_here = property(voice, "localService").is_some_and(|it| it.is_truthy());
        is_here && tag.to_lowercase().starts_with(lang)
    })
}

fn speech() -> Option<Object> {
    property(&web_sys::window()?.into(), "speechSynthesis")?.dyn_into::<Object>().ok()
}
