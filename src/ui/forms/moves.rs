//! The small buttons that move a thing of the form a step, and the one that takes it away.

use super::editing::Editor;
use crate::domain::forms::TemplateDraft;
use crate::ui::kit::prelude::*;

/// A thing that can be moved.
pub struct Moved {
    /// Where it stands in the working copy.
    pub node: String,
    /// What it is called.
    pub name: Words,
    /// Whether it is the first, which cannot go up.
    pub first: Signal<bool>,
    /// Whether it is the last, which cannot go down.
    pub last: Signal<bool>,
    /// Moves it in the working copy, down where it says so.
    pub step: fn(&mut TemplateDraft, &str, bool),
}

impl Moved {
    /// The two buttons. The focus stays with the one that is pressed, and where the thing stands now
    /// is said aloud.
    pub fn buttons(self, editor: Editor) -> El {
        let Self { node, name, first, last, step } = self;
        let app = editor.app;
        let ids = [format!("up-{node}"), format!("down-{node}")];
        let of = StoredValue::new(node);
        let [up, down] = ids.map(|id| {
            let button = id.clone();
            let go = move |down: bool| {
                editor.form.edit(|draft| of.with_value(|node| step(draft, node, down)));
                of.with_value(|node| editor.say_place(node));
                editor.go_to(button.clone());
            };
            (id, go)
        });
        let (go_up, go_down) = (up.1, down.1);
        el("div")
            .class("editor-thing-buttons")
            .child(
                IconButton::new(IconName::Up, say!(app, editor.up, what = name.get()), move || {
                    go_up(false);
                })
                .disabled(first)
                .id(up.0),
            )
            .child(
                IconButton::new(
                    IconName::Down,
                    say!(app, editor.down, what = name.get()),
                    move || go_down(true),
                )
                .disabled(last)
                .id(down.0),
            )
    }
}

/// The button that takes a thing away.
pub fn remove_button(editor: Editor, name: Words, remove: impl Fn() + 'static) -> IconButton {
    let app = editor.app;
    IconButton::new(IconName::Trash, say!(app, editor.remove_thing, what = name.get()), remove)
}

impl Editor {
    /// Says aloud where a thing stands.
    fn say_place(self, node: &str) {
        let Some((list, id)) = node.rsplit_once('/') else { return };
        let all = self.form.value.with_untracked(|draft| match list {
            "items" => draft.items(),
            _ => draft.list(list),
        });
        if let Some(place) = all.iter().position(|it| it == id) {
            self.said.set(text!(self.app, editor.moved, n = place + 1, of = all.len()));
        }
    }
}

/// Whether something is the first of a list, and whether it is the last.
pub fn ends(all: Signal<Vec<String>>, id: String) -> (Signal<bool>, Signal<bool>) {
    let of = StoredValue::new(id);
    let is = move |end: fn(&[String]) -> Option<&String>| {
        memo(move || all.with(|all| of.with_value(|id| end(all) == Some(id))))
    };
    (is(|all| all.first()), is(|all| all.last()))
}
