//! What the app is, where its content comes from, and what happens to what a person types.

use leptos::prelude::*;

use crate::domain::Localized;
use crate::platform::worker::WorkerState;
use crate::ui::components::{Icon, IconName, Page};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};

/// The page about the app.
#[component]
pub fn About() -> impl IntoView {
    let app = use_app();
    let about = app.content().about.clone();
    let citation = about.citation.clone();
    view! {
        <Page title=say!(app, about.title)>
            <div class="prose stack-loose stack">
                <p class="lead">{say!(app, about.lead)}</p>
                <section class="part stack" aria-labelledby="privacy">
                    <h2 id="privacy">{say!(app, about.privacy)}</h2>
                    <Points app=app points=about.privacy />
                </section>
                <section class="part stack" aria-labelledby="source">
                    <h2 id="source">{say!(app, about.source)}</h2>
                    <Points app=app points=about.source />
                    <blockquote lang="da" class="citation">{citation}</blockquote>
                </section>
                <section class="part stack" aria-labelledby="version">
                    <h2 id="version">{say!(app, about.version)}</h2>
                    <p>{say!(app, about.version_text, version = env!("CARGO_PKG_VERSION"))}</p>
                    <Offline app=app />
                </section>
            </div>
        </Page>
    }
}

#[component]
fn Points(app: App, points: Vec<Localized>) -> impl IntoView {
    view! {
        <ul class="points">
            {points
                .into_iter()
                .map(|point| view! { <li>{move || point.get(app.lang()).to_owned()}</li> })
                .collect_view()}
        </ul>
    }
}

/// Whether the app is ready without net: said only after every file has been found in the cache.
#[component]
pub(super) fn Offline(app: App) -> impl IntoView {
    let words = move || match app.worker.get() {
        WorkerState::Ready { .. } => now!(app, offline.ready),
        WorkerState::Installing => now!(app, offline.installing),
        WorkerState::UpdateWaiting | WorkerState::Replaced => now!(app, offline.update),
        WorkerState::Failed => now!(app, offline.failed),
        WorkerState::Unsupported => now!(app, offline.unsupported),
    };
    let icon = move || match app.worker.get() {
        WorkerState::Ready { .. } | WorkerState::UpdateWaiting | WorkerState::Replaced => {
            IconName::Check
        }
        WorkerState::Installing => IconName::Clock,
        WorkerState::Failed | WorkerState::Unsupported => IconName::Warning,
    };
    view! {
        <p class="row" role="status">
            {move || view! { <Icon name=icon() /> }}
            <span>{words}</span>
        </p>
    }
}
