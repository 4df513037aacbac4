//! What the device says of itself: ready without net, a new version, how it is installed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::Button;
use super::icon::{IconSize, icon, icon_sized};
use super::icon_name::IconName;
use super::notice::{Notice, NoticeKind};
use crate::platform::worker::{self, WorkerState};
use crate::ui::dom::{El, Words, el};
use crate::ui::shell::{App, now, say};

/// A new version waits until everything is saved and the person says yes.
pub fn update(app: App) -> Notice {
    let busy = RwSignal::new(false);
    let update = move || {
        busy.set(true);
        spawn_local(async move {
            if app.flush().await {
                worker::apply_update().await;
                app.toasts.say(now!(app, update.waits));
            } else {
                app.toasts.say(now!(app, update.not_saved));
            }
            busy.try_set(false);
        });
    };
    let label = say!(app, update.button);
    Notice::new(NoticeKind::Info, say!(app, update.title))
        .actions(Button::new(label, update).busy(busy, label))
        .child(el("p").child(say!(app, update.text)))
}

/// How a person puts the app on the home screen of an iPhone or iPad, drawn step by step.
pub fn by_hand(app: App) -> Notice {
    let steps = el("ol")
        .class("steps")
        .attr("role", "list")
        .child(step(IconName::Share, say!(app, install.ios_share)))
        .child(step(IconName::Add, say!(app, install.ios_add)))
        .child(step(IconName::Install, say!(app, install.ios_open)));
    Notice::new(NoticeKind::Info, say!(app, install.ios_title)).child(steps)
}

pub fn step(icon: IconName, words: Words) -> El {
    let drawing = el("span").class("step-drawing").child(icon_sized(icon, IconSize::Large));
    el("li").class("step").child(drawing).child(el("span").child(words))
}

/// Whether the app is ready without net: said only after every file has been found in the cache.
pub fn offline(app: App) -> El {
    let words = move || match app.worker.get() {
        WorkerState::Ready { .. } => now!(app, offline.ready),
        WorkerState::Installing => now!(app, offline.installing),
        WorkerState::UpdateWaiting | WorkerState::Replaced => now!(app, offline.update),
        WorkerState::Failed => now!(app, offline.failed),
        WorkerState::Unsupported => now!(app, offline.unsupported),
    };
    let sign = move || match app.worker.get() {
        WorkerState::Ready { .. } | WorkerState::UpdateWaiting | WorkerState::Replaced => {
            icon(IconName::Check)
        }
        WorkerState::Installing => icon(IconName::Clock),
        WorkerState::Failed | WorkerState::Unsupported => icon(IconName::Warning),
    };
    el("p").class("row").attr("role", "status").child(sign).child(el("span").child(words))
}
