//! What a person should know before they write: gone data, a new version, the home screen.

use crate::platform::install::{self, Install};
use crate::platform::persistence::Persistence;
use crate::platform::settings;
use crate::platform::worker::WorkerState;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{by_hand, update};

/// The notices that apply now.
pub fn notices() -> El {
    let app = use_app();
    let has_update = move || {
        app.worker.with(|state| matches!(state, WorkerState::UpdateWaiting | WorkerState::Replaced))
    };
    let at_risk = move || {
        app.install.get() == Install::NotOffered
            && app.persistence.get() == Some(Persistence::Denied)
            && settings::has_canary()
    };
    el("div")
        .class("stack notices")
        .child(show(move || app.wiped.get(), move || wiped(app)))
        .child(show(has_update, move || update(app)))
        .child(show(move || app.install.get() == Install::ByHand, move || by_hand(app)))
        .child(show(move || app.install.get() == Install::Offered, move || offered(app)))
        .child(show(at_risk, move || risk(app)))
}

fn wiped(app: App) -> Notice {
    let understood = move || {
        settings::set_canary(false);
        settings::set_wiped(false);
        app.wiped.set(false);
    };
    Notice::new(NoticeKind::Loss, say!(app, wiped.title))
        .actions((
            LinkButton::new("/del", say!(app, wiped.fetch)),
            Button::new(say!(app, wiped.understood), understood),
        ))
        .child(el("p").child(say!(app, wiped.text)))
}

/// The browser offers to install the app.
fn offered(app: App) -> Notice {
    Notice::new(NoticeKind::Info, say!(app, install.title))
        .actions(Button::new(say!(app, install.button), install::prompt))
        .child(el("p").child(say!(app, install.text)))
}

/// The browser may throw away what is written here.
fn risk(app: App) -> Notice {
    Notice::new(NoticeKind::Info, say!(app, persistence.title))
        .actions(LinkButton::new("/del", say!(app, backup.make)))
        .child(el("p").child(say!(app, persistence.denied)))
}
