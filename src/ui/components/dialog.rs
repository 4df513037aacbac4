//! The browser's own dialog: it keeps the focus, closes on Esc and gives the focus back.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement};

use super::focus::focus_in_place;
use super::icon::IconName;
use super::icon_button::IconButton;
use super::ids::fresh_id;
use super::text::words;

/// A dialog over the page: a sheet above the thumb on a phone, in the middle on a tablet.
/// For what cannot be undone, and for short tasks that belong to the page under it.
#[component]
pub fn Dialog(
    /// Whether it is open; the page owns it.
    #[prop(into)]
    open: Signal<bool>,
    /// Told that the person closed it: by the button, Esc or the page beside it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it is about.
    #[prop(into)]
    title: TextProp,
    /// The words of the button that closes it: "Luk".
    #[prop(into)]
    close_label: TextProp,
    /// The buttons at its end, the likely one last.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let title_id = fresh_id("dialog");
    let labelled_by = title_id.clone();
    let title = words(title);
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        let (Some(dialog), is_open) = (dialog.get(), open.get()) else {
            return;
        };
        if is_open && !dialog.open() {
            // Refused only when the element has left the page, and then nobody is looking.
            if dialog.show_modal().is_ok()
                && let Some(heading) = heading.get_untracked()
            {
                // The heading first, not the button that closes: what is asked, then the answer.
                focus_in_place(&heading);
            }
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
    let closed = move || {
        if open.try_get_untracked() == Some(true) {
            on_close.try_run(());
        }
    };
    // Only a press that begins and ends beside the dialog closes it: marking a text and letting go
    // outside must not.
    let began_beside = StoredValue::new(false);
    let press = move |event: leptos::ev::PointerEvent| {
        began_beside.try_set_value(is_beside(&event, dialog));
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if began_beside.try_get_value() == Some(true) && is_beside(&event, dialog) {
            closed();
        }
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby=labelled_by
            node_ref=dialog
            on:close=move |_| closed()
            on:pointerdown=press
            on:click=click
        >
            <div class="dialog-sheet">
                <div class="dialog-head">
                    <h2 id=title_id tabindex="-1" node_ref=heading>
                        {move || title.get()}
                    </h2>
                    <IconButton icon=IconName::Close label=close_label on_press=move || closed() />
                </div>
                <div class="dialog-body">{children()}</div>
                {actions.map(|actions| view! { <div class="dialog-actions">{actions.run()}</div> })}
            </div>
        </dialog>
    }
}

/// The sheet fills the dialog, so what hits the dialog itself hit the page beside it.
fn is_beside(event: &Event, dialog: NodeRef<html::Dialog>) -> bool {
    let target: Option<HtmlElement> =
        event.target().and_then(|target: EventTarget| target.dyn_into().ok());
    match (target, dialog.try_get_untracked().flatten()) {
        (Some(target), Some(dialog)) => target.is_same_node(Some(dialog.as_ref())),
        _ => false,
    }
}
