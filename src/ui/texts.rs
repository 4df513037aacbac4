//! The interface's texts, in the language that is chosen.
//!
//! Keys are checked when the app is built. Values are put in place of `{name}` here: the library
//! can do that too, but makes a type for each text of it, and brings the whole of ICU to the build.
//! `tests/texts.rs` holds both languages to the same keys and the same names of values.

/// A text that follows the language: `say!(app, share.title)`, for props and views.
macro_rules! say {
    ($app:expr, $part:ident . $key:ident $(, $name:ident = $value:expr)* $(,)?) => {{
        let i18n = $app.i18n;
        move || $crate::ui::texts::fill(
            leptos_i18n::t_string!(i18n, $part.$key),
            &[$((stringify!($name), $value.to_string())),*],
        )
    }};
}

/// A text that is read here and now, by something that follows the language itself.
macro_rules! now {
    ($app:expr, $part:ident . $key:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::ui::texts::fill(
            leptos_i18n::t_string!($app.i18n, $part.$key),
            &[$((stringify!($name), $value.to_string())),*],
        )
    };
}

/// A text in the language of this moment: `text!(app, form.saved, time = time)`.
macro_rules! text {
    ($app:expr, $part:ident . $key:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::ui::texts::fill(
            leptos_i18n::td_string!($app.i18n.get_locale_untracked(), $part.$key),
            &[$((stringify!($name), $value.to_string())),*],
        )
    };
}

/// Puts values in place of their names.
pub(crate) fn fill(text: &str, values: &[(&str, String)]) -> String {
    values
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

pub(crate) use {now, say, text};
