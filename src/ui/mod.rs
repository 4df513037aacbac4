//! What a person sees: shell, pages and components.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use self::components::{IconName, Place, Shell, Toasts, base};
use self::state::App;
use self::texts::say;
use crate::app::{Hand, Theme};
use crate::platform::{install, lifecycle, persistence, settings, worker};

pub mod components;
mod form;
#[cfg(feature = "gallery")]
mod gallery;
mod items;
mod loaded;
mod pages;
mod state;
mod texts;
mod titles;
mod words;

/// Starts the app in the document's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    #[cfg(feature = "gallery")]
    leptos::mount::mount_to_body(gallery::Gallery);
    #[cfg(not(feature = "gallery"))]
    leptos::mount::mount_to_body(Main);
}

/// The app.
#[component]
fn Main() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    follow_settings(app);
    follow_device(app);
    let places = vec![
        Place::new("/", IconName::Home, say!(app, nav.overview)).exact(),
        Place::new("/indsatser", IconName::Initiatives, say!(app, nav.initiatives)),
        Place::new("/del", IconName::Share, say!(app, nav.share)),
        Place::new("/indstillinger", IconName::Settings, say!(app, nav.settings)),
        Place::new("/om", IconName::Info, say!(app, nav.about)),
    ];
    view! {
        <Router base=base()>
            <Shell
                places=places
                nav_label=say!(app, nav.label)
                skip_label=say!(app, nav.skip)
            >
                <FlatRoutes fallback=pages::NotFound>
                    <Route path=path!("") view=pages::Overview />
                    <Route path=path!("indsatser") view=pages::Initiatives />
                    <Route path=path!("indsatser/ny") view=pages::NewInitiative />
                    <Route path=path!("indsatser/:rec") view=pages::InitiativePage />
                    <Route path=path!("indsatser/:rec/ret") view=pages::InitiativeEdit />
                    <Route path=path!("observationer/ny") view=pages::NewObservation />
                    <Route path=path!("observationer/:rec") view=pages::ObservationPage />
                    <Route path=path!("del") view=pages::Share />
                    <Route path=path!("del/uenigheder") view=pages::Conflicts />
                    <Route path=path!("indstillinger") view=pages::SettingsPage />
                    <Route path=path!("indstillinger/papirkurv") view=pages::Trash />
                    <Route path=path!("om") view=pages::About />
                </FlatRoutes>
                <Toasts
                    queue=app.toasts
                    label=say!(app, nav.messages)
                    close_label=say!(app, nav.close_message)
                />
            </Shell>
        </Router>
    }
}

/// Language and theme reach the document as soon as they are chosen.
fn follow_settings(app: App) {
    Effect::new(move || {
        let lang = app.lang();
        let (theme, hand) = app.settings.with(|settings| (settings.theme, settings.hand));
        let Some(root) = document().document_element() else { return };
        // Setting an attribute fails only for names that are no names.
        let _ = root.set_attribute("lang", lang.tag());
        let _ = root.set_attribute(
            "data-hand",
            match hand {
                Hand::Left => "left",
                Hand::Right => "right",
            },
        );
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
}

/// What the device says: out of sight, installed, ready without net, wiped.
fn follow_device(app: App) {
    let save = move || {
        spawn_local(async move {
            app.flush().await;
        });
    };
    let look_again = move || {
        app.stored.try_update(|count| *count += 1);
        worker::look_for_update();
    };
    lifecycle::watch(save, look_again);
    install::watch(Rc::new(move |state| {
        app.install.try_set(state);
    }));
    spawn_local(worker::register(Rc::new(move |state| drop(app.worker.try_set(state)))));
    spawn_local(async move {
        app.persistence.set(Some(persistence::state().await));
        // An error is shown by whatever page reads from the store.
        if let Ok(opening) = app.store().open().await {
            if opening.is_new && settings::has_canary() {
                settings::set_wiped(true);
            }
            app.wiped.set(settings::is_wiped());
        }
    });
}
