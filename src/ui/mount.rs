//! Starts the app: who has it in their hands, the places to go, and what the device says of itself.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::app::settings::{Hand, Theme};
use crate::platform::page::lifecycle;
use crate::platform::{install, persistence, settings, worker};
use crate::ui::dom::{Content as _, View, el, memo};
use crate::ui::kit::{Button, ButtonKind, IconName, Place, base, shell, toasts};
use crate::ui::parts;
use crate::ui::shell::{self, App, Route, say};
use crate::ui::voices::Tablet;

/// Starts the app in the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <Router base=base()>{main_frame()}</Router> });
}

/// The app, in the hands of who has it: an adult, or the pupils.
fn main_frame() {
    let app = App::new();
    provide_context(app);
    follow_settings(app);
    if settings::is_erasing() {
        show_whole(shell::erasing(app));
        return;
    }
    app.offer_example(parts::add_example);
    follow_device(app);
    let (base, location) = (base(), use_location());
    let (address, asked) = (location.pathname, location.search);
    let path =
        memo(move || address.with(|it| it.strip_prefix(base.as_str()).unwrap_or(it).to_owned()));
    // The router changes the address once it hears that the page is there.
    if let Some(browser) = use_context::<BrowserUrl>() {
        Effect::new(move || {
            path.track();
            // One page can show several things, each with an address that differs in what it asks.
            asked.track();
            browser.ready_to_complete();
        });
    }
    let tablet = Tablet::watch(app);
    provide_context(tablet);
    let with_pupils = tablet.with_pupils();
    let whole = move || match with_pupils.get() {
        _ if app.erasing.get() => shell::erased_elsewhere(app),
        None => opening(app),
        Some(true) => parts::pupils_screen(app, tablet),
        Some(false) => frame(app, path),
    };
    show_whole(whole.view());
}

/// Before the store has said who has the tablet: nothing for a second, and then words, so that a page is never blank.
fn opening(app: App) -> View {
    let again = Button::new(say!(app, trouble.again), worker::reload);
    let long = el("div")
        .class("opening-long")
        .child(el("p").child(say!(app, opening.long)))
        .child(el("div").class("row").child(again.kind(ButtonKind::Primary)));
    el("main")
        .class("opening")
        .attr("aria-live", "polite")
        .child(el("p").class("opening-soon").child(say!(app, opening.soon)))
        .child(long)
        .view()
}

fn show_whole(whole: View) {
    if let Some(body) = document().body() {
        // The body takes any node.
        let _ = body.append_child(whole.node());
    }
}

/// What an adult has: the places to go, and the page that the address names.
fn frame(app: App, path: Signal<String>) -> View {
    let route = memo(move || path.with(|path| Route::of(path)));
    let place = |href, icon, label| Place { href, icon, label };
    let places = vec![
        place("/", IconName::Home, say!(app, nav.overview)),
        place("/indsatser", IconName::Initiatives, say!(app, nav.initiatives)),
        place("/del", IconName::Share, say!(app, nav.share)),
        place("/indstillinger", IconName::Settings, say!(app, nav.settings)),
        place("/om", IconName::Info, say!(app, nav.about)),
    ];
    let here = move |place: &str| {
        path.with(|path| path == place || (place != "/" && path.starts_with(place)))
    };
    let messages = toasts(app.toasts, say!(app, nav.messages), say!(app, nav.close_message));
    let content = (move || parts::page(app, route.get()), messages);
    shell(places, here, say!(app, nav.label), say!(app, nav.skip), content)
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
        app.seen.try_update(|count| *count += 1);
        worker::look_for_update();
    };
    lifecycle::watch(save, look_again);
    install::watch(Rc::new(move |state| {
        app.install.try_set(state);
    }));
    spawn_local(async move {
        // The worker fetches the whole build, and what comes first on a slow line is what the next tap may ask for.
        parts::fetch_ahead(app).await;
        // A device that was erased in another tab meanwhile keeps nothing of the app.
        if app.erasing.try_get_untracked() == Some(false) {
            worker::register(Rc::new(move |state| drop(app.worker.try_set(state)))).await;
        }
    });
    spawn_local(async move {
        app.persistence.set(Some(persistence::state().await));
        // An error is shown by whatever page reads from the store.
        if let Ok(opening) = app.store().open().await {
            if opening.is_new && settings::has_canary() {
                settings::set_wiped(true);
            }
            app.wiped.set(settings::is_wiped());
            app.recall_settings().await;
            // What could not be emptied now is emptied at the next start.
            if app.store().empty_old_trash().await.is_ok_and(|emptied| emptied > 0) {
                app.has_stored();
            }
        }
    });
}
