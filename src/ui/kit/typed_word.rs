//! What cannot be undone asks for a word first.

use std::rc::Rc;

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::dialog::Dialog;
use super::field::Field;
use crate::ui::dom::{Content, Words, memo};
use crate::ui::shell::{App, now, say};

/// What is asked for.
pub struct TypedWord {
    /// What is about to happen, as a question.
    pub title: Words,
    /// The button that does it.
    pub button: Words,
    /// The word.
    pub word: Words,
    /// The label of its field, which names the word.
    pub label: Words,
}

impl TypedWord {
    /// The dialog: what it says, when it is open and how it is closed, and what is done once the word stands
    /// there.
    pub fn dialog(
        self,
        app: App,
        open: impl Into<Signal<bool>>,
        on_close: impl Fn() + 'static,
        says: impl Content,
        act: impl Fn() + 'static,
    ) -> Dialog {
        let Self { title, button, word, label } = self;
        let typed = RwSignal::new(String::new());
        let close = Rc::new(move || {
            typed.set(String::new());
            on_close();
        });
        let agrees = move || typed.get().trim().to_lowercase() == word.get();
        let not_yet = memo(move || (!agrees()).then(|| now!(app, trash.type_the_word)));
        let done = {
            let close = Rc::clone(&close);
            move || {
                act();
                close();
            }
        };
        let field = Field::new(label).text(typed, move |text| typed.set(text)).last();
        Dialog::new(open, move || close(), title, say!(app, form.close))
            .actions(Button::new(button, done).kind(ButtonKind::Loss).disabled_reason(not_yet))
            .child((says.view(), field.view()))
    }
}
