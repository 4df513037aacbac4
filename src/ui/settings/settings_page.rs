//! What a person chooses for this device, and what the device promises.

use leptos::task::spawn_local;

use crate::app::settings::{Hand, Theme};
use crate::domain::text::Lang;
use crate::platform::install::{self, Install};
use crate::platform::persistence::{self, Persistence};
use crate::platform::worker::WorkerState;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{by_hand, offline, say_removed, update};

/// The page of settings.
pub fn settings() -> View {
    let app = use_app();
    let waits = move || app.worker.with(|state| matches!(state, WorkerState::UpdateWaiting));
    let reset =
        LinkButton::new("/indstillinger/nulstil", say!(app, reset.link)).icon(IconName::Loss);
    let device = section("device", say!(app, settings.device))
        .child(offline(app))
        .child(keeping(app))
        .child(installing(app))
        .child(el("div").class("row").child(reset.kind(ButtonKind::Quiet)));
    let trash =
        LinkButton::new("/indstillinger/papirkurv", say!(app, trash.title)).icon(IconName::Trash);
    let forms = LinkButton::new("/skemaer", say!(app, editor.forms)).icon(IconName::Observation);
    let year = LinkButton::new("/skoleaar", say!(app, year.end_title)).icon(IconName::Check);
    let content = section("content", say!(app, settings.content))
        .child(el("div").class("row").child(forms).child(trash).child(year).child(example(app)));
    let all = el("div")
        .class("stack-loose stack")
        .child(show(waits, move || update(app)))
        .child(choices(app))
        .child(device)
        .child(content);
    Page::new(say!(app, settings.title)).child(all).view()
}

fn choices(app: App) -> El {
    let author = memo(move || app.settings.with(|settings| settings.author.clone()));
    // Each language is named in itself, so that a person finds their own.
    let langs = vec![Choice::new("da", "Dansk"), Choice::new("en", "English")];
    let lang = memo(move || Some(app.lang().tag().to_owned()));
    let choose_lang = move |chosen: Option<String>| {
        let lang = if chosen.as_deref() == Some("en") { Lang::En } else { Lang::Da };
        app.choose(|settings| settings.lang = Some(lang));
    };
    let themes = vec![
        Choice::new("system", say!(app, settings.theme_system)),
        Choice::new("light", say!(app, settings.theme_light)),
        Choice::new("dark", say!(app, settings.theme_dark)),
    ];
    let theme = memo(move || {
        let theme = app.settings.with(|settings| settings.theme);
        let id = match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        Some(id.to_owned())
    });
    let choose_theme = move |chosen: Option<String>| {
        let theme = match chosen.as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        app.choose(|settings| settings.theme = theme);
    };
    let hands = vec![
        Choice::new("left", say!(app, settings.hand_left)),
        Choice::new("right", say!(app, settings.hand_right)),
    ];
    let hand = memo(move || {
        let right = app.settings.with(|settings| settings.hand == Hand::Right);
        Some(if right { "right" } else { "left" }.to_owned())
    });
    let choose_hand = move |chosen: Option<String>| {
        let left = chosen.as_deref() == Some("left");
        app.choose(|settings| settings.hand = if left { Hand::Left } else { Hand::Right });
    };
    let ask_author = Field::new(say!(app, settings.author))
        .hint(say!(app, settings.author_hint))
        .text(author, move |text| app.choose(|settings| settings.author = text))
        .max_length(8)
        .last();
    let ask_lang = Field::new(say!(app, settings.lang));
    let ask_theme = Field::new(say!(app, settings.theme));
    let ask_hand = Field::new(say!(app, settings.hand)).hint(say!(app, settings.hand_hint));
    el("div")
        .class("form")
        .child(ask_author)
        .child(ask_lang.segments(Signal::stored(langs), lang, choose_lang))
        .child(ask_theme.segments(Signal::stored(themes), theme, choose_theme))
        .child(ask_hand.segments(Signal::stored(hands), hand, choose_hand))
}

/// What the browser promises about the data.
fn keeping(app: App) -> El {
    let promise = move || match app.persistence.get() {
        Some(Persistence::Granted) => now!(app, persistence.granted),
        Some(Persistence::Denied) => now!(app, persistence.denied),
        Some(Persistence::Unsupported) => now!(app, persistence.unsupported),
        None => now!(app, persistence.asking),
    };
    let ask = move || {
        spawn_local(async move {
            let answer = persistence::request().await;
            app.persistence.try_set(Some(answer));
            if answer != Persistence::Granted {
                app.toasts.say(text!(app, persistence.not_granted));
            }
        });
    };
    let denied = move || app.persistence.get() == Some(Persistence::Denied);
    let button = move || Button::new(say!(app, persistence.ask), ask).icon(IconName::Lock);
    el("div").class("stack").child(el("p").child(promise)).child(show(denied, button))
}

/// How to get the app on the home screen.
fn installing(app: App) -> El {
    let how = move || {
        let words = match app.install.get() {
            Install::Installed => say!(app, install.installed),
            Install::Offered => say!(app, install.text),
            Install::ByHand => return by_hand(app).view(),
            Install::NotOffered => say!(app, install.not_offered),
        };
        el("p").child(words).view()
    };
    let offered = move || app.install.get() == Install::Offered;
    let button =
        move || Button::new(say!(app, install.button), install::prompt).icon(IconName::Install);
    el("div").class("stack").child(how).child(show(offered, button))
}

/// Brings the example, or takes it away with one tap.
fn example(app: App) -> View {
    let here = use_stored(|store| async move { store.has_example().await });
    let brought = |app: App| {
        app.has_stored();
        app.toasts.say(text!(app, example.here));
    };
    let bring = move || app.add_example(brought);
    let take = move || {
        spawn_local(async move {
            match app.store().remove_example().await {
                Ok(removed) => {
                    app.has_stored();
                    say_removed(app, text!(app, example.gone), removed);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    shown(here, move |here| {
        let button = if here {
            Button::new(say!(app, example.remove), take)
        } else {
            Button::new(say!(app, overview.try_example), bring)
        };
        button.icon(IconName::Example)
    })
}
