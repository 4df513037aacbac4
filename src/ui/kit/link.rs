//! Links inside the app, wherever the app lives.

use leptos::prelude::*;

use crate::ui::dom::{El, el};

/// The path the app lives under, without a slash at its end. From the document, so that one build
/// works anywhere.
pub fn base() -> String {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&uri).map(|url| url.pathname()).unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}

/// Leaves the page for the app's first one, which is loaded anew.
pub fn start_over() {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    // Refused only while the page is being left, which is what was asked for.
    let _ = document().location().map(|it| it.replace(&uri));
}

/// A link to a path of the app, `/indsatser`. The router takes its press and goes there.
pub fn link(href: impl Into<Signal<String>>) -> El {
    let href = href.into();
    let base = base();
    el("a").attr("href", move || format!("{base}{}", href.get()))
}
