//! Small preferences, in localStorage.

use gloo_storage::{LocalStorage, Storage};

use crate::app::settings::Settings;
use crate::domain::text::Lang;

const SETTINGS: &str = "indsats.settings";
const CANARY: &str = "indsats.has-data";
const WIPED: &str = "indsats.wiped";
const ERASING: &str = "indsats.erasing";

/// What was chosen on this device; the defaults where nothing was, or where it cannot be read.
pub fn load() -> Settings {
    LocalStorage::get(SETTINGS).unwrap_or_default()
}

/// Keeps what was chosen. Where that fails, it is forgotten at the next visit and nothing else.
pub fn save(settings: &Settings) {
    let _ = LocalStorage::set(SETTINGS, settings);
}

/// Whether something was written on this device once. It lives apart from the database, so that a
/// wiped database can be told from a first visit.
pub fn has_canary() -> bool {
    LocalStorage::get(CANARY).unwrap_or_default()
}

/// Remembers that something was written, or that the person knows it is gone.
pub fn set_canary(has_data: bool) {
    let _ = LocalStorage::set(CANARY, has_data);
}

/// Whether it was found once that everything written here is gone, and nobody has answered yet.
pub fn is_wiped() -> bool {
    LocalStorage::get(WIPED).unwrap_or_default()
}

/// Remembers that everything is gone, or that the person knows it.
pub fn set_wiped(wiped: bool) {
    let _ = LocalStorage::set(WIPED, wiped);
}

/// Whether everything on this device is to be erased. It stands here until the last of it is gone, so that what
/// was interrupted goes on at the next start.
pub fn is_erasing() -> bool {
    LocalStorage::get(ERASING).unwrap_or_default()
}

/// Remembers that everything is to be erased.
pub fn set_erasing() {
    let _ = LocalStorage::set(ERASING, true);
}

/// Forgets what was chosen, and last that everything is to be erased. Gives how much of it is left.
pub fn erase() -> usize {
    let all = [SETTINGS, CANARY, WIPED, ERASING];
    all.into_iter().for_each(LocalStorage::delete);
    all.into_iter().filter(|name| LocalStorage::get::<serde_json::Value>(*name).is_ok()).count()
}

/// The language the browser asks for.
pub fn browser_lang() -> Lang {
    let tag = web_sys::window().and_then(|window| window.navigator().language());
    tag.map_or(Lang::Da, |tag| Lang::from_tag(&tag))
}
