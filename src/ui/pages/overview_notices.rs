//! What a person should know before they write: gone data, a new version, the home screen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::install::{self, Install};
use crate::platform::persistence::Persistence;
use crate::platform::settings;
use crate::platform::worker::{self, WorkerState};
use crate::ui::components::{Button, Icon, IconName, IconSize, LinkButton, Notice, NoticeKind};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};

/// The notices that apply now.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let app = use_app();
    let has_update = move || {
        app.worker.with(|state| matches!(state, WorkerState::UpdateWaiting | WorkerState::Replaced))
    };
    let by_hand = move || app.install.get() == Install::ByHand;
    let at_risk = move || {
        app.install.get() == Install::NotOffered
            && app.persistence.get() == Some(Persistence::Denied)
            && settings::has_canary()
    };
    view! {
        <div class="stack notices">
            <Show when=move || app.wiped.get()>
                <Wiped app=app />
            </Show>
            <Show when=has_update>
                <Update app=app />
            </Show>
            <Show when=by_hand>
                <ByHand app=app />
            </Show>
            <Show when=move || app.install.get() == Install::Offered>
                <Notice
                    title=say!(app, install.title)
                    actions=move || {
                        view! { <Button label=say!(app, install.button) on_press=install::prompt /> }
                    }
                >
                    <p>{say!(app, install.text)}</p>
                </Notice>
            </Show>
            <Show when=at_risk>
                <Notice
                    title=say!(app, persistence.title)
                    actions=move || {
                        view! { <LinkButton href="/del" label=say!(app, backup.make) /> }
                    }
                >
                    <p>{say!(app, persistence.denied)}</p>
                </Notice>
            </Show>
        </div>
    }
}

#[component]
fn Wiped(app: App) -> impl IntoView {
    let understood = move || {
        settings::set_canary(false);
        settings::set_wiped(false);
        app.wiped.set(false);
    };
    view! {
        <Notice
            kind=NoticeKind::Loss
            title=say!(app, wiped.title)
            actions=move || {
                view! {
                    <LinkButton href="/del" label=say!(app, wiped.fetch) />
                    <Button label=say!(app, wiped.understood) on_press=understood />
                }
            }
        >
            <p>{say!(app, wiped.text)}</p>
        </Notice>
    }
}

/// A new version waits until everything is saved and the person says yes.
#[component]
pub fn Update(app: App) -> impl IntoView {
    let busy = RwSignal::new(false);
    let update = move || {
        busy.set(true);
        spawn_local(async move {
            if app.flush().await {
                worker::apply_update();
            } else {
                app.toasts.say(now!(app, update.not_saved));
                busy.try_set(false);
            }
        });
    };
    view! {
        <Notice
            title=say!(app, update.title)
            actions=move || {
                view! { <Button label=say!(app, update.button) on_press=update busy=busy /> }
            }
        >
            <p>{say!(app, update.text)}</p>
        </Notice>
    }
}

/// How a person puts the app on the home screen of an iPhone or iPad, drawn step by step.
#[component]
pub fn ByHand(app: App) -> impl IntoView {
    let step = |icon: IconName, words: TextProp| {
        view! {
            <li class="step">
                <span class="step-drawing">
                    <Icon name=icon size=IconSize::Large />
                </span>
                <span>{move || words.get()}</span>
            </li>
        }
    };
    view! {
        <Notice title=say!(app, install.ios_title)>
            <ol class="steps" role="list">
                {step(IconName::Share, say!(app, install.ios_share).into())}
                {step(IconName::Add, say!(app, install.ios_add).into())}
                {step(IconName::Install, say!(app, install.ios_open).into())}
            </ol>
        </Notice>
    }
}
