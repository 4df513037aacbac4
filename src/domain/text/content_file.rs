//! Reading the files of `content/`, which are part of the program.

use serde_json::Value;

use super::lang::Localized;

/// A file of `content/`, which `build.rs` has freed of white space.
macro_rules! content_file {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/content/", $name))
    };
}
pub(in crate::domain) use content_file;

pub(in crate::domain) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

pub(in crate::domain) fn list<T>(value: &Value, read: fn(&Value) -> Option<T>) -> Vec<T> {
    value.as_array().into_iter().flatten().filter_map(read).collect()
}

pub(in crate::domain) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(ToOwned::to_owned)
}

pub(in crate::domain) fn localized(value: &Value, key: &str) -> Option<Localized> {
    both(value.get(key)?)
}

pub(in crate::domain) fn both(value: &Value) -> Option<Localized> {
    Some(Localized { da: text(value, "da")?, en: text(value, "en") })
}

pub(in crate::domain) const KINDS: &str = content_file!("initiative-kinds.json");

pub(in crate::domain) const CO_TEACHING: &str = content_file!("co-teaching-models.json");

pub(in crate::domain) const ABOUT: &str = content_file!("about.json");

pub(in crate::domain) const MEETINGS: &str = content_file!("phases/meetings.json");

pub(in crate::domain) const SPARRING: &str = content_file!("phases/sparring-kinds.json");

pub(in crate::domain) const TASKS: &str = content_file!("phases/leadership-tasks.json");

pub(in crate::domain) const QUESTIONS: &str = content_file!("phases/working-questions.json");
