//! Every component in every state, for looking at them: `trunk serve --features gallery`.
//!
//! `?theme=dark` turns the lights out, `#fields` and the like scroll to a part. The words are
//! examples and stand here in Danish only; the components themselves know no words.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_query_map;
use leptos_router::path;

use super::components::*;

mod controls;
mod words;

/// Shows the gallery instead of the app.
pub fn mount() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(Gallery);
}

#[component]
fn Gallery() -> impl IntoView {
    let queue = ToastQueue::new();
    provide_context(queue);
    let places = vec![
        Place::new("/", IconName::Home, "Overblik").exact(),
        Place::new("/indsatser", IconName::Initiatives, "Indsatser"),
        Place::new("/form", IconName::Observation, "Observation"),
        Place::new("/del", IconName::Share, "Del og hent"),
        Place::new("/indstillinger", IconName::Settings, "Indstillinger"),
    ];
    view! {
        <Router>
            <Theme />
            <Shell places=places nav_label="Steder" skip_label="Gå til indholdet">
                <Routes fallback=|| view! { <words::Everything /> }>
                    <Route path=path!("/") view=words::Overview />
                    <Route path=path!("/form") view=controls::Form />
                    <Route path=path!("/indsatser") view=words::Empty />
                </Routes>
                <Toasts queue=queue label="Beskeder" close_label="Luk beskeden" />
            </Shell>
        </Router>
    }
}

/// Sets the theme from the address, as the settings do it in the app.
#[component]
fn Theme() -> impl IntoView {
    let query = use_query_map();
    Effect::new(move || {
        let theme = query.with(|query| query.get("theme"));
        if let (Some(theme), Some(root)) = (theme, document().document_element()) {
            let _ = root.set_attribute("data-theme", &theme);
        }
    });
}
