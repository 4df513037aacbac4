//! The interface's texts, in the language that is chosen.
//!
//! `build.rs` makes a constant of each text in `locales/` and holds both languages to the same keys
//! and the same names of values. All that follows the language goes through [`follow`], which is one
//! function and no type of its own for each text: that is what keeps several hundred of them small.

use leptos::prelude::*;

use super::state::App;
use crate::domain::text::Lang;

/// One text of `locales/`.
#[derive(Clone, Copy)]
pub(crate) struct Text {
    da: &'static str,
    en: &'static str,
}

impl Text {
    /// The text in a language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Da => self.da,
            Lang::En => self.en,
        }
    }
}

/// The texts by part and key.
#[allow(non_upper_case_globals, reason = "named as the keys they come from")]
#[allow(missing_docs, reason = "generated from the keys of the texts")]
pub(crate) mod keys {
    use super::Text;
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// The titles of the guide's topics by id, for links: what shows one need not have the guide.
pub(crate) const GUIDE_TITLES: &[(&str, Text)] =
    include!(concat!(env!("OUT_DIR"), "/guide_titles.rs"));

/// A text that follows the language: `say!(app, share.title)`, for props and views.
macro_rules! say {
    ($app:expr, $part:ident . $key:ident $(,)?) => {
        $crate::ui::shell::texts::follow($app, $crate::ui::shell::texts::keys::$part::$key)
    };
    ($app:expr, $part:ident . $key:ident, $($name:ident = $value:expr),+ $(,)?) => {{
        let app = $app;
        $crate::ui::dom::words(move || {
            $crate::ui::shell::texts::now!(app, $part.$key, $($name = $value),+)
        })
    }};
}

/// A text that is read here and now, by something that follows the language itself.
macro_rules! now {
    ($app:expr, $part:ident . $key:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::ui::shell::texts::fill(
            $crate::ui::shell::texts::keys::$part::$key.get($app.lang()),
            &[$((stringify!($name), $value.to_string())),*],
        )
    };
}

/// A text in the language of this moment: `text!(app, form.saved, time = time)`.
macro_rules! text {
    ($app:expr, $part:ident . $key:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::ui::shell::texts::fill(
            $crate::ui::shell::texts::keys::$part::$key.get($app.lang_now()),
            &[$((stringify!($name), $value.to_string())),*],
        )
    };
}

/// A text without values in a given language.
macro_rules! text_in {
    ($lang:expr, $part:ident . $key:ident) => {
        $crate::ui::shell::texts::keys::$part::$key.get($lang)
    };
}

/// A text that follows the language.
pub(crate) fn follow(app: App, text: Text) -> Signal<String> {
    Signal::derive(move || text.get(app.lang()).to_owned())
}

/// Puts values in place of their names.
pub(crate) fn fill(text: &str, values: &[(&str, String)]) -> String {
    values
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

pub(crate) use {now, say, text, text_in};
