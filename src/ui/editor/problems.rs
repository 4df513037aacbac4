//! What keeps a form from being published, in sentences that lead to their place.

use leptos::prelude::*;
use serde_json::Value;

use super::faults::step_name;
use super::question::kind_name;
use super::{Editor, item_of};
use crate::domain::forms::{Flaw, TemplateDraft, parse_template};
use crate::ui::components::{FieldError, IconName, icon};
use crate::ui::dom::{Content as _, El, View, el, memo, show, words};
use crate::ui::state::App;
use crate::ui::texts::{now, say};

/// The id of the list in the page.
pub(super) const LIST: &str = "problems";

/// Everything that is wrong, each with the field it leads to. One field has one sentence.
pub(super) fn found(app: App, draft: &TemplateDraft) -> Vec<FieldError> {
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

/// What to do about a problem at a path.
pub(super) fn sentence(app: App, path: &str, flaw: &Flaw) -> String {
    let key = path.rsplit('/').next().unwrap_or_default();
    if path.contains("/showIf") {
        return now!(app, editor.wrong_wait);
    }
    match (key, flaw) {
        ("title", Flaw::Missing) if path == "title" => now!(app, editor.wrong_title),
        ("title", Flaw::Missing) => now!(app, editor.wrong_section_title),
        ("when", _) => now!(app, editor.wrong_when),
        ("sections", _) => now!(app, editor.wrong_sections),
        ("items", _) => now!(app, editor.wrong_items),
        ("text", Flaw::Missing) => now!(app, editor.wrong_text),
        ("id" | "version", _) => now!(app, faults.id),
        ("kind", Flaw::UnknownKind) => now!(app, faults.kind),
        ("kind", _) => now!(app, editor.wrong_kind),
        ("options", _) => now!(app, editor.wrong_options),
        ("levels", _) => now!(app, editor.wrong_levels),
        ("counters", _) => now!(app, editor.wrong_counters),
        ("tracks", _) => now!(app, editor.wrong_tracks),
        ("codes", _) => now!(app, editor.wrong_codes),
        ("models", _) => now!(app, editor.wrong_models),
        ("description", Flaw::Missing) => now!(app, editor.wrong_level_text),
        ("label", Flaw::Missing) => now!(app, editor.wrong_label),
        ("short", Flaw::Missing) => now!(app, editor.wrong_short),
        ("seconds" | "allowed", _) => now!(app, editor.wrong_length),
        ("min" | "max" | "maxLength" | "pupils" | "lessonMinutes", Flaw::OutOfRange) => {
            now!(app, editor.wrong_range)
        }
        (_, Flaw::OutOfRange) => now!(app, editor.wrong_long),
        ("min" | "max" | "maxLength" | "pupils" | "lessonMinutes", Flaw::WrongType) => {
            now!(app, editor.wrong_number)
        }
        _ => now!(app, editor.wrong_other),
    }
}

/// Where a path is, as people find it: a question by its number and words, a part by its heading.
pub fn place_name(app: App, draft: &TemplateDraft, path: &str) -> String {
    let lang = app.lang();
    if let Some(item) = item_of(path) {
        let name = draft.shown(&format!("items/{item}/text"), lang);
        let place = draft.items().iter().position(|it| it == item).map_or(0, |place| place + 1);
        let question = match (name.is_empty(), place) {
            (true, n) => now!(app, editor.place_number, n = n),
            (false, 0) => now!(app, editor.place_removed, name = name),
            (false, n) => now!(app, editor.place_question, n = n, name = name),
        };
        return std::iter::once(question)
            .chain(steps(app, draft, path))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let Some(section) = path.strip_prefix("sections/").and_then(|it| it.split('/').next()) {
        let name = draft.shown(&format!("sections/{section}/title"), lang);
        let name = if name.is_empty() { now!(app, editor.no_text) } else { name };
        return now!(app, editor.place_section, name = name);
    }
    now!(app, editor.place_form)
}

/// The things of a question that a path is in: its level, its track and the code in that.
fn steps(app: App, draft: &TemplateDraft, path: &str) -> Vec<String> {
    let ends: Vec<usize> = path.match_indices('/').map(|(at, _)| at).chain([path.len()]).collect();
    // `items/<id>` is the question itself; each list after it is followed by the id of a thing.
    let lists = ends.iter().skip(2).step_by(2).zip(ends.iter().skip(3).step_by(2));
    let named = lists.filter_map(|(list_end, thing_end)| {
        let (list, id) = (path.get(..*list_end)?, path.get(list_end + 1..*thing_end)?);
        let place = draft.list(list).iter().position(|it| it == id)?;
        step_name(app, list.rsplit('/').next()?, place + 1)
    });
    named.collect()
}

/// A value of the working copy in the words people have for it; `None` where it says itself.
pub fn value_name(app: App, draft: &TemplateDraft, path: &str, value: &Value) -> Option<String> {
    let word = value.as_str().unwrap_or_default();
    if path.starts_with("published/") {
        if parse_template(value).is_err() {
            return Some(now!(app, editor.unreadable));
        }
        let version = value.get("version").map(ToString::to_string).unwrap_or_default();
        return Some(now!(app, editor.version, n = version));
    }
    match path.rsplit('/').next()? {
        "order" => Some(now!(app, editor.order_value, n = draft.place_of(path, word))),
        "section" => Some(place_name(app, draft, &format!("sections/{word}"))),
        "kind" => Some(kind_name(app, word)),
        "gone" => Some(now!(app, editor.gone_value)),
        "showIf" => Some(match value.get("item").and_then(Value::as_str) {
            Some(item) => place_name(app, draft, &format!("items/{item}")),
            None => now!(app, editor.always),
        }),
        _ => None,
    }
}

/// A line that says whether anything is missing; what is missing is folded away in it until it is
/// asked for, and never pushes aside what is being written.
pub(super) fn list(editor: Editor) -> View {
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
