//! What a person should know before they write: gone data, a new version, the home screen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::install::{self, Install};
use crate::platform::persistence::Persistence;
use crate::platform::settings;
use crate::platform::worker::{self, WorkerState};
use crate::ui::components::{
    Button, IconName, IconSize, LinkButton, Notice, NoticeKind, icon_sized,
};
use crate::ui::dom::{El, Words, el, show};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};

/// The notices that apply now.
pub(super) fn notices() -> El {
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

/// A new version waits until everything is saved and the person says yes.
pub(super) fn update(app: App) -> Notice {
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
    let label = say!(app, update.button);
    Notice::new(NoticeKind::Info, say!(app, update.title))
        .actions(Button::new(label, update).busy(busy, label))
        .child(el("p").child(say!(app, update.text)))
}

/// How a person puts the app on the home screen of an iPhone or iPad, drawn step by step.
pub(super) fn by_hand(app: App) -> Notice {
    let steps = el("ol")
        .class("steps")
        .attr("role", "list")
        .child(step(IconName::Share, say!(app, install.ios_share)))
        .child(step(IconName::Add, say!(app, install.ios_add)))
        .child(step(IconName::Install, say!(app, install.ios_open)));
    Notice::new(NoticeKind::Info, say!(app, install.ios_title)).child(steps)
}

fn step(icon: IconName, words: Words) -> El {
    let drawing = el("span").class("step-drawing").child(icon_sized(icon, IconSize::Large));
    el("li").class("step").child(drawing).child(el("span").child(words))
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
