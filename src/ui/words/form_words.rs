//! The places, values and faults of a form in the words people have for them.

use serde_json::Value;

use crate::domain::forms::{Fault, Flaw, TemplateDraft, parse_template};
use crate::ui::dom::{El, el, words};
use crate::ui::shell::{App, now, say};

/// What to do about a problem at a path.
pub fn sentence(app: App, path: &str, flaw: &Flaw) -> String {
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
pub fn steps(app: App, draft: &TemplateDraft, path: &str) -> Vec<String> {
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

/// How many faults are told one by one; the rest are counted.
pub const TOLD: usize = 20;

/// The list of them.
pub fn fault_list(app: App, faults: Vec<Fault>) -> El {
    let rest = faults.len().saturating_sub(TOLD);
    let row = |fault: Fault| {
        let said = words(move || {
            let what = sentence(app, &fault.path(), &fault.flaw);
            format!("{}: {what}", place(app, &fault))
        });
        el("li").child(said)
    };
    let rows: Vec<El> = faults.into_iter().take(TOLD).map(row).collect();
    el("ul")
        .class("editor-faults")
        .child(rows)
        .child((rest > 0).then(|| el("li").child(say!(app, fetch.and_more, n = rest))))
}

/// `Del 2, spørgsmål 1, trin 3`.
pub fn place(app: App, fault: &Fault) -> String {
    let steps = fault.steps().into_iter();
    let named = steps.filter_map(|(list, n)| step_name(app, list, n));
    let place = named.collect::<Vec<_>>().join(", ");
    let mut letters = place.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => now!(app, editor.place_form),
    }
}

/// A thing of a list by its number: `trin 3`.
pub fn step_name(app: App, list: &str, n: usize) -> Option<String> {
    Some(match list {
        "sections" => now!(app, faults.section, n = n),
        "items" => now!(app, faults.item, n = n),
        "options" => now!(app, faults.option, n = n),
        "levels" => now!(app, faults.level, n = n),
        "counters" => now!(app, faults.counter, n = n),
        "tags" => now!(app, faults.tag, n = n),
        "phrases" => now!(app, faults.phrase, n = n),
        "tracks" => now!(app, faults.track, n = n),
        "codes" => now!(app, faults.code, n = n),
        "models" => now!(app, faults.model, n = n),
        _ => return None,
    })
}

/// What a kind of question is called.
pub fn kind_name(app: App, kind: &str) -> String {
    match kind {
        "rating" => now!(app, editor.rating),
        "choice" => now!(app, editor.choice),
        "multi" => now!(app, editor.multi),
        "text" => now!(app, editor.text),
        "number" => now!(app, editor.number),
        "tally" => now!(app, editor.tally),
        "timed_notes" => now!(app, editor.timed_notes),
        "interval" => now!(app, editor.interval),
        "roles" => now!(app, editor.roles),
        _ => now!(app, editor.other_kind),
    }
}

/// The question that a path is in.
pub fn item_of(path: &str) -> Option<&str> {
    path.strip_prefix("items/")?.split('/').next()
}
