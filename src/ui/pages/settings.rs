//! What a person chooses for this device, and what the device promises.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::about::Offline;
use super::overview_notices::{ByHand, Update};
use crate::app::{Hand, Theme};
use crate::domain::Lang;
use crate::platform::install::{self, Install};
use crate::platform::persistence::{self, Persistence};
use crate::platform::worker::WorkerState;
use crate::ui::components::{
    Button, ButtonKind, Choice, IconName, LinkButton, Page, Segments, TextField,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};

/// The page of settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = use_app();
    let waits = move || app.worker.with(|state| matches!(state, WorkerState::UpdateWaiting));
    view! {
        <Page title=say!(app, settings.title)>
            <div class="stack-loose stack">
                <Show when=waits>
                    <Update app=app />
                </Show>
                <Choices app=app />
                <section class="part stack" aria-labelledby="device">
                    <h2 id="device">{say!(app, settings.device)}</h2>
                    <Offline app=app />
                    <Keeping app=app />
                    <Installing app=app />
                </section>
                <section class="part stack" aria-labelledby="content">
                    <h2 id="content">{say!(app, settings.content)}</h2>
                    <div class="row">
                        <LinkButton
                            href="/indstillinger/papirkurv"
                            label=say!(app, trash.title)
                            icon=IconName::Trash
                        />
                        <Example app=app />
                    </div>
                </section>
            </div>
        </Page>
    }
}

#[component]
fn Choices(app: App) -> impl IntoView {
    let author = Signal::derive(move || app.settings.with(|settings| settings.author.clone()));
    // Each language is named in itself, so that a person finds their own.
    let langs = vec![Choice::new("da", "Dansk"), Choice::new("en", "English")];
    let lang = Signal::derive(move || Some(app.lang().tag().to_owned()));
    let themes = vec![
        Choice::new("system", say!(app, settings.theme_system)),
        Choice::new("light", say!(app, settings.theme_light)),
        Choice::new("dark", say!(app, settings.theme_dark)),
    ];
    let theme = Signal::derive(move || {
        let theme = app.settings.with(|settings| settings.theme);
        let id = match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        Some(id.to_owned())
    });
    let hands = vec![
        Choice::new("left", say!(app, settings.hand_left)),
        Choice::new("right", say!(app, settings.hand_right)),
    ];
    let hand = Signal::derive(move || {
        let right = app.settings.with(|settings| settings.hand == Hand::Right);
        Some(if right { "right" } else { "left" }.to_owned())
    });
    view! {
        <div class="form">
            <TextField
                label=say!(app, settings.author)
                hint=say!(app, settings.author_hint)
                value=author
                on_input=move |text| app.choose(|settings| settings.author = text)
                max_length=8u32
                enter_key="done"
            />
            <Segments
                label=say!(app, settings.lang)
                choices=Signal::stored(langs)
                value=lang
                on_choose=move |chosen| {
                    let lang = if Option::as_deref(&chosen) == Some("en") { Lang::En } else { Lang::Da };
                    app.choose(|settings| settings.lang = Some(lang));
                }
            />
            <Segments
                label=say!(app, settings.theme)
                choices=Signal::stored(themes)
                value=theme
                on_choose=move |chosen| {
                    let theme = match Option::as_deref(&chosen) {
                        Some("light") => Theme::Light,
                        Some("dark") => Theme::Dark,
                        _ => Theme::System,
                    };
                    app.choose(|settings| settings.theme = theme);
                }
            />
            <Segments
                label=say!(app, settings.hand)
                hint=say!(app, settings.hand_hint)
                choices=Signal::stored(hands)
                value=hand
                on_choose=move |chosen| {
                    let left = Option::as_deref(&chosen) == Some("left");
                    app.choose(|settings| settings.hand = if left { Hand::Left } else { Hand::Right });
                }
            />
        </div>
    }
}

/// What the browser promises about the data.
#[component]
fn Keeping(app: App) -> impl IntoView {
    let words = move || match app.persistence.get() {
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
    view! {
        <div class="stack">
            <p>{words}</p>
            <Show when=move || app.persistence.get() == Some(Persistence::Denied)>
                <Button label=say!(app, persistence.ask) icon=IconName::Lock on_press=ask />
            </Show>
        </div>
    }
}

/// How to get the app on the home screen.
#[component]
fn Installing(app: App) -> impl IntoView {
    let words = move || match app.install.get() {
        Install::Installed => now!(app, install.installed),
        Install::Offered => now!(app, install.text),
        Install::ByHand => String::new(),
        Install::NotOffered => now!(app, install.not_offered),
    };
    view! {
        <div class="stack">
            <Show
                when=move || app.install.get() == Install::ByHand
                fallback=move || view! { <p>{words}</p> }
            >
                <ByHand app=app />
            </Show>
            <Show when=move || app.install.get() == Install::Offered>
                <Button
                    label=say!(app, install.button)
                    icon=IconName::Install
                    on_press=install::prompt
                />
            </Show>
        </div>
    }
}

/// Brings the example, or takes it away with one tap.
#[component]
fn Example(app: App) -> impl IntoView {
    let here = use_stored(|store| async move { store.has_example().await });
    let bring = move || {
        spawn_local(async move {
            match app.store().add_example(app.lang_now()).await {
                Ok(()) => {
                    app.has_stored();
                    app.toasts.say(text!(app, example.here));
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let take = move || {
        spawn_local(async move {
            match app.store().remove_example().await {
                Ok(removed) => {
                    app.has_stored();
                    super::initiative::say_removed(app, text!(app, example.gone), removed);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    shown(here, move |here| {
        if here {
            view! {
                <Button
                    label=say!(app, example.remove)
                    kind=ButtonKind::Secondary
                    icon=IconName::Example
                    on_press=take
                />
            }
        } else {
            view! {
                <Button
                    label=say!(app, overview.try_example)
                    kind=ButtonKind::Secondary
                    icon=IconName::Example
                    on_press=bring
                />
            }
        }
    })
}
