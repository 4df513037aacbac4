//! An address that leads nowhere.

use leptos::prelude::*;

use crate::ui::components::{EmptyState, IconName, LinkButton, Page};
use crate::ui::state::use_app;
use crate::ui::texts::say;

/// Says that nothing is here, and where to go.
#[component]
pub fn NotFound() -> impl IntoView {
    let app = use_app();
    view! {
        <Page title=say!(app, lost.title)>
            <EmptyState
                icon=IconName::Search
                title=say!(app, lost.nothing_here)
                text=say!(app, lost.text)
                action=move || view! { <LinkButton href="/" label=say!(app, lost.home) /> }
            />
        </Page>
    }
}
