//! The interface's texts, in the language that is chosen.

/// A text that follows the language: `say!(app, share.title)`, for props and views.
macro_rules! say {
    ($app:expr, $($key:tt)*) => {{
        let i18n = $app.i18n;
        move || leptos_i18n::t_string!(i18n, $($key)*).to_string()
    }};
}

/// A text in the language of this moment: `text!(app, share.done, n = 3)`.
macro_rules! text {
    ($app:expr, $($key:tt)*) => {
        leptos_i18n::td_string!($app.i18n.get_locale_untracked(), $($key)*).to_string()
    };
}

pub(crate) use {say, text};
