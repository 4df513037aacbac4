//! Short messages at the bottom of the page, with undo when something can be undone.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::focus::focus_in_place;
use super::icon::IconName;
use super::icon_button::IconButton;
use super::shell::MAIN_ID;
use super::text::words;

/// How long a message stays when nobody is at it, and one that can be undone.
const STAY: Duration = Duration::from_secs(8);
const STAY_WITH_ACTION: Duration = Duration::from_secs(12);

type Action = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: u64,
    text: String,
    /// The word on the button, and what it does. Not a `Callback`: that would end with the page
    /// that made it, and undo must work from the next page too.
    action: Option<(String, Action)>,
}

/// The messages now on screen. Make one at the root, put it in the context, hand it to
/// [`Toasts`]; any page can speak through it.
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

/// Where the messages are shown. Mount it once, last in the [`Shell`](super::Shell).
#[component]
pub fn Toasts(
    /// What is shown.
    queue: ToastQueue,
    /// The name of the place for screen readers: "Beskeder".
    #[prop(into)]
    label: TextProp,
    /// The words of the button that closes one: "Luk beskeden".
    #[prop(into)]
    close_label: TextProp,
) -> impl IntoView {
    let label = words(label);
    let close_label = words(close_label);
    view! {
        <section class="toasts" aria-label=move || label.get()>
            // Here before any message is, or the first would not be said.
            <div class="toasts-list" role="status" aria-live="polite" aria-atomic="false">
                <For
                    each=move || queue.toasts.get()
                    key=|toast| toast.id
                    children=move |toast| {
                        view! { <ToastCard toast=toast queue=queue close_label=close_label /> }
                    }
                />
            </div>
        </section>
    }
}

#[component]
fn ToastCard(toast: Toast, queue: ToastQueue, close_label: Signal<String>) -> impl IntoView {
    let id = toast.id;
    let stay = if toast.action.is_some() { STAY_WITH_ACTION } else { STAY };
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
    let action = toast.action.map(|(word, run)| {
        view! {
            <button
                type="button"
                class="button button-quiet toast-action"
                on:click=move |_| {
                    close();
                    run();
                }
            >
                {word}
            </button>
        }
    });
    view! {
        <div
            class="toast"
            on:pointerenter=move |_| stop()
            on:pointerleave=move |_| start()
            on:focusin=move |_| stop()
            on:focusout=move |_| start()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <p class="toast-text">{toast.text}</p>
            {action}
            <IconButton icon=IconName::Close label=move || close_label.get() on_press=close />
        </div>
    }
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
