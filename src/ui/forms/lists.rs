//! The small lists of a question: levels, options, counters, tracks and their codes.

use super::editing::Editor;
use super::moves::{Moved, ends, remove_button};
use crate::domain::forms::TemplateDraft;
use crate::ui::kit::prelude::*;

/// A list: what it is called, what adds to it, and the fields of one thing in it.
pub fn things(
    editor: Editor,
    list: String,
    heading: Words,
    add: Words,
    fields: fn(Editor, String) -> View,
) -> El {
    let Editor { app, form, attempt, problems, .. } = editor;
    let of = StoredValue::new(list.clone());
    let at = Editor::at(&list);
    let ids = memo(move || form.with(|draft| of.with_value(|list| draft.list(list))));
    let mine = at.clone();
    let error = move || {
        let tried = attempt.get() > 0;
        let said =
            problems.with(|all| all.iter().find(|it| it.field == mine).map(|it| it.text.clone()));
        let said = tried.then_some(said).flatten()?;
        Some(el("p").class("field-error").child(said))
    };
    let make = move || {
        let id = app.store().new_part();
        let list = of.get_value();
        form.edit(|draft| draft.add(&list, &id));
        editor.go_to_first(&list, &id);
    };
    el("fieldset")
        .class("editor-list")
        .child(el("legend").class("field-label").child(heading))
        .child(error)
        .child(each(
            move || ids.get(),
            String::clone,
            move |id| thing(editor, of.get_value(), ids, id, fields),
        ))
        .child(Button::new(add, make).kind(ButtonKind::Secondary).icon(IconName::Add).id(at))
}

fn thing(
    editor: Editor,
    list: String,
    ids: Signal<Vec<String>>,
    id: String,
    fields: fn(Editor, String) -> View,
) -> El {
    let app = editor.app;
    let node = format!("{list}/{id}");
    let name = editor.name(format!("{node}/label"));
    let (first, last) = ends(ids, id);
    let moved = Moved { node: node.clone(), name, first, last, step: TemplateDraft::step };
    let gone = node.clone();
    let remove = move || {
        editor.remove(gone.clone(), text!(app, editor.thing_removed));
        editor.go_to(Editor::at(&list));
    };
    let buttons = moved.buttons(editor).child(remove_button(editor, name, remove));
    el("div")
        .class("editor-thing")
        .child(el("div").class("editor-thing-fields").child(fields(editor, node)))
        .child(buttons)
}

impl Editor {
    /// Goes to the first field of a thing that was just added.
    fn go_to_first(self, list: &str, id: &str) {
        let key = if list.ends_with("/codes") { "short" } else { "label" };
        self.go_to(Self::at(&format!("{list}/{id}/{key}")));
    }
}
