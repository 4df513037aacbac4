//! Addresses inside the app, wherever the app lives.

use leptos::prelude::*;

/// The path the app lives under, without a slash at its end. From the document, so that one build
/// works anywhere.
pub fn base() -> String {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&uri).map(|url| url.pathname()).unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}

/// Where a path of the app, `/indsatser`, is for the browser. The router adds the base when it goes
/// somewhere, but its links take a path that begins with a slash as it is.
pub(super) fn address(path: &str) -> String {
    format!("{}{path}", base())
}
