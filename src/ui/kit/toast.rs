//! Short messages at the bottom of the page, with undo when something can be undone.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon_button::IconButton;
use super::icon_name::IconName;
use super::shell::MAIN_ID;
use crate::ui::dom::{El, Words, each, el, focus_in_place, key_of};

/// How long a message stays when nobody is at it, and one that can be undone.
const STAY: Duration = Duration::from_secs(8);
const STAY_WITH_ACTION: Duration = Duration::from_secs(12);

type Action = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: u64,
    text: String,
    /// The word on the button, and what it does. The message holds it, so that undo works from the
    /// next page too, when the one that said it is gone.
    action: Option<(String, Action)>,
}

/// The messages now on screen. Make one at the root, put it in the context, hand it to
/// [`toasts`]; any page can speak through it.
#[derive(Clone, Copy)]
pub struct ToastQueue {
    toasts: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

impl Default for ToastQueue {
    fn default() -> Self {
        Self::new()
    }
}

impl ToastQueue {
    /// An empty queue; it lives as long as the component that made it.
    pub fn new() -> Self {
        Self { toasts: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.push(text.into(), None);
    }

    /// Says something that can be undone: "Noten er slettet", "Fortryd".
    pub fn say_with_undo(
        self,
        text: impl Into<String>,
        undo_label: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
    ) {
        self.push(text.into(), Some((undo_label.into(), Arc::new(undo))));
    }

    fn push(self, text: String, action: Option<(String, Action)>) {
        let Some(id) = self.next.try_update_value(|next| {
            *next += 1;
            *next
        }) else {
            return;
        };
        self.toasts.try_update(|toasts| toasts.push(Toast { id, text, action }));
    }

    fn remove(self, id: u64) {
        self.toasts.try_update(|toasts| toasts.retain(|toast| toast.id != id));
    }
}

/// Where the messages are shown. Put it once, last in the [`shell`](super::shell::shell), with the name of
/// the place for screen readers, "Beskeder", and the words of the button that closes one: "Luk
/// beskeden".
pub fn toasts(queue: ToastQueue, label: Words, close_label: Words) -> El {
    let card = move |toast: Toast| card(toast, queue, close_label);
    // Here before any message is, or the first would not be said.
    let list = el("div")
        .class("toasts-list")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "false")
        .child(each(move || queue.toasts.get(), |toast| toast.id.to_string(), card));
    el("section").class("toasts").attr("aria-label", label).child(list)
}

fn card(toast: Toast, queue: ToastQueue, close_label: Words) -> El {
    let Toast { id, text, action } = toast;
    let stay = if action.is_some() { STAY_WITH_ACTION } else { STAY };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    // Begins again from the full time when the hand leaves: more than promised, never less.
    let start = move || {
        stop();
        let handle = set_timeout_with_handle(move || queue.remove(id), stay).ok();
        timer.try_set_value(handle);
    };
    start();
    on_cleanup(stop);
    let close = move || {
        keep_focus();
        queue.remove(id);
    };
    let action = action.map(|(word, run)| {
        el("button")
            .attr("type", "button")
            .class("button button-quiet toast-action")
            .on("click", move |_| {
                close();
                run();
            })
            .child(word)
    });
    el("div")
        .class("toast")
        .on("pointerenter", move |_| stop())
        .on("pointerleave", move |_| start())
        .on("focusin", move |_| stop())
        .on("focusout", move |_| start())
        .on("keydown", move |event| {
            if key_of(&event) == "Escape" {
                close();
            }
        })
        .child(el("p").class("toast-text").child(text))
        .child(action)
        .child(IconButton::new(IconName::Close, close_label, close))
}

/// A message that goes takes its button with it; a keyboard must not lose its place to that.
fn keep_focus() {
    let in_toasts = document()
        .active_element()
        .and_then(|active| active.closest(".toast").ok().flatten())
        .is_some();
    if in_toasts
        && let Some(main) = document()
            .get_element_by_id(MAIN_ID)
            .and_then(|main| main.dyn_into::<HtmlElement>().ok())
    {
        focus_in_place(&main);
    }
}
