//! The browser's own dialog: it keeps the focus, closes on Esc and gives the focus back.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use super::icon_button::IconButton;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{Content, El, Press, View, Words, el, focus_in_place, on_page, press};

/// A dialog over the page: a sheet above the thumb on a phone, in the middle on a tablet.
/// For what cannot be undone, and for short tasks that belong to the page under it.
pub struct Dialog {
    open: Signal<bool>,
    on_close: Press,
    title: Words,
    close_label: Words,
    body: El,
    actions: Option<El>,
}

impl Dialog {
    /// Whether it is open, which the page owns; who is told that the person closed it, by the
    /// button, Esc or the page beside it; what it is about; and the words of the button that closes
    /// it: "Luk".
    pub fn new(
        open: impl Into<Signal<bool>>,
        on_close: impl Fn() + 'static,
        title: impl Into<Words>,
        close_label: impl Into<Words>,
    ) -> Self {
        Self {
            open: open.into(),
            on_close: press(on_close),
            title: title.into(),
            close_label: close_label.into(),
            body: el("div").class("dialog-body"),
            actions: None,
        }
    }

    /// The buttons at its end, the likely one last.
    #[must_use]
    pub fn actions(mut self, actions: impl Content) -> Self {
        self.actions = Some(el("div").class("dialog-actions").child(actions));
        self
    }

    /// What it says.
    #[must_use]
    pub fn child(mut self, content: impl Content) -> Self {
        self.body = self.body.child(content);
        self
    }
}

impl Content for Dialog {
    fn view(self) -> View {
        let Self { open, on_close, title, close_label, body, actions } = self;
        let title_id = fresh_id("dialog");
        let closed = press(move || {
            if open.try_get_untracked() == Some(true) {
                on_close();
            }
        });
        let (by_button, by_press) = (Rc::clone(&closed), Rc::clone(&closed));
        let heading = el("h2").id(title_id.clone()).attr("tabindex", "-1").child(title);
        let button = IconButton::new(IconName::Close, close_label, move || by_button());
        let head = el("div").class("dialog-head").child(heading.clone()).child(button);
        let sheet = el("div").class("dialog-sheet").child(head).child(body).child(actions);
        // Only a press that begins and ends beside the dialog closes it: marking a text and letting
        // go outside must not.
        let began_beside = Rc::new(Cell::new(false));
        let begins = Rc::clone(&began_beside);
        let dialog = el("dialog")
            .class("dialog")
            .attr("aria-labelledby", title_id)
            .on("close", move |_| closed())
            .on("pointerdown", move |event| begins.set(is_beside(&event)))
            .on("click", move |event| {
                if began_beside.get() && is_beside(&event) {
                    by_press();
                }
            })
            .child(sheet);
        obey(open, dialog.clone(), heading);
        dialog.view()
    }
}

/// Opens and closes it as the page says.
fn obey(open: Signal<bool>, dialog: El, heading: El) {
    Effect::new(move || {
        if open.get() {
            on_page("has-dialog");
        }
    });
    Effect::new(move || {
        let dialog: &HtmlDialogElement = dialog.html().unchecked_ref();
        let is_open = open.get();
        if is_open && !dialog.open() {
            // Refused only when the element has left the page, and then nobody is looking.
            if dialog.show_modal().is_ok() {
                // The heading first, not the button that closes: what is asked, then the answer.
                focus_in_place(heading.html());
            }
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
}

/// The sheet fills the dialog, so what hits the dialog itself hit the page beside it.
fn is_beside(event: &Event) -> bool {
    event.target() == event.current_target()
}
