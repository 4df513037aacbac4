//! What keeps a form from being published, in sentences that lead to their place.

use super::editing::Editor;
use crate::domain::forms::TemplateDraft;
use crate::ui::kit::prelude::*;
use crate::ui::words::{place_name, sentence};

/// The id of the list in the page.
pub const LIST: &str = "problems";

/// Everything that is wrong, each with the field it leads to. One field has one sentence.
pub fn found(app: App, draft: &TemplateDraft) -> Vec<FieldError> {
    let mut all: Vec<FieldError> = Vec::new();
    for problem in draft.problems() {
        // Which of two parts of a condition is wrong is all one to the person.
        let path = match problem.path.split_once("/showIf") {
            Some((node, _)) => format!("{node}/showIf"),
            None => problem.path.clone(),
        };
        let error = FieldError::new(Editor::at(&path), sentence(app, &problem.path, &problem.flaw));
        if all.iter().all(|it| it.field != error.field) {
            all.push(error);
        }
    }
    all
}

/// A line that says whether anything is missing; what is missing is folded away in it until it is
/// asked for, and never pushes aside what is being written.
pub fn list(editor: Editor) -> View {
    let Editor { app, problems, has_news, .. } = editor;
    let count = memo(move || problems.with(|all| all.len() as u64));
    let ready =
        words(
            move || {
                if has_news.get() { now!(app, editor.ready) } else { now!(app, editor.in_place) }
            },
        );
    let summary = words(move || match count.get() {
        1 => now!(app, editor.one_misses),
        n => now!(app, editor.some_miss, n = n),
    });
    let rows = move || {
        let all = problems.get().into_iter();
        all.map(|error| row(editor, error)).collect::<Vec<El>>()
    };
    let missing = move || {
        el("details")
            .class("fold editor-problems")
            .id(LIST)
            .child(el("summary").child(el("span").child(summary)).child(icon(IconName::Warning)))
            .child(el("ul").attr("aria-label", say!(app, editor.problems)).child(rows))
    };
    let whole = move || {
        el("p")
            .class("editor-ready soft")
            .child(icon(IconName::Check))
            .child(el("span").child(ready))
    };
    (show(move || count.get() > 0, missing), show(move || count.get() == 0, whole)).view()
}

fn row(editor: Editor, error: FieldError) -> El {
    let Editor { app, form, .. } = editor;
    let path = error.field.strip_prefix("at-").unwrap_or_default().to_owned();
    // What is written there may still change.
    let (of, text) = (path.clone(), error.text);
    let said = words(move || {
        let place = form.with(|draft| place_name(app, draft, &of));
        format!("{place}: {text}")
    });
    let href = format!("#{}", error.field);
    let link = el("a")
        .attr("href", href)
        .on("click", move |event| {
            // The base of the document makes "#field" another page.
            event.prevent_default();
            editor.go_to_path(&path);
        })
        .child(said);
    el("li").child(link)
}
