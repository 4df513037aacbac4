//! What a person sees: shell, pages and components.

use leptos::prelude::*;

pub mod components;
#[cfg(feature = "gallery")]
pub mod gallery;

/// Starts the app in the document's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"Indsats"</h1></main> });
}
