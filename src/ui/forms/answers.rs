//! How a question is answered: what each kind of question needs.

use serde_json::{Value, json};

use super::editing::Editor;
use super::fields::spelled;
use super::lists::things;
use crate::domain::forms::Per;
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;
use crate::ui::shell::text_in;

/// The lengths that moments can be chosen between, in seconds.
const LENGTHS: [u32; 6] = [60, 120, 180, 240, 300, 600];

/// What can be switched on for a rating.
const NOT_SEEN: &str = "notSeen";
const COMMENT: &str = "comment";

/// What a kind of question needs.
pub fn answers(editor: Editor, node: &str, kind: &str) -> View {
    let Editor { app, .. } = editor;
    let path = |key: &str| format!("{node}/{key}");
    let labels = |editor: Editor, list: &str, heading: Words, add: Words| {
        let line = |editor: Editor, node| {
            editor.line(say!(editor.app, editor.label), &format!("{node}/label"))
        };
        things(editor, path(list), heading, add, line).class("editor-list editor-list-plain")
    };
    let options =
        || labels(editor, "options", say!(app, editor.options), say!(app, editor.add_option));
    let other = || {
        let flags = vec![("allowOther", say!(app, editor.allow_other))];
        editor.flags(say!(app, editor.more), node, flags)
    };
    let placeholder = || editor.maybe_line(say!(app, editor.placeholder), &path("placeholder"));
    match kind {
        "rating" => {
            (levels(editor, node).class("editor-list editor-list-numbered"), extras(editor, node))
                .view()
        }
        "choice" => (options(), other()).view(),
        "multi" => {
            (options(), editor.number(say!(app, editor.most), &path("max"), None, None), other())
                .view()
        }
        "text" => {
            let flags = vec![("multiline", say!(app, editor.multiline))];
            let length =
                editor.number(say!(app, editor.max_length), &path("maxLength"), None, None);
            (editor.flags(say!(app, editor.more), node, flags), length, placeholder()).view()
        }
        "number" => el("div")
            .class("grid-fields")
            .child(editor.number(say!(app, editor.min), &path("min"), None, None))
            .child(editor.number(say!(app, editor.max), &path("max"), None, None))
            .view(),
        "tally" => counters(editor, node).view(),
        "timed_notes" => {
            let tags = labels(editor, "tags", say!(app, editor.tags), say!(app, editor.add_tag));
            let phrases =
                labels(editor, "phrases", say!(app, editor.phrases), say!(app, editor.add_phrase));
            (tags, phrases, placeholder()).view()
        }
        "interval" => (lengths(editor, node), tracks(editor, node)).view(),
        "roles" => {
            labels(editor, "models", say!(app, editor.models), say!(app, editor.add_model)).view()
        }
        _ => View::nothing(),
    }
}

/// What is counted, and for whom: each adult or group by itself, or the whole class.
fn counters(editor: Editor, node: &str) -> El {
    let app = editor.app;
    let heading = say!(app, editor.counters);
    things(
        editor,
        format!("{node}/counters"),
        heading,
        say!(app, editor.add_counter),
        |editor, node| {
            let Editor { app, form, .. } = editor;
            let path = format!("{node}/per");
            let (read, write) = (path.clone(), path.clone());
            let value = memo(move || form.with(|draft| draft.word(&read)));
            let choices = vec![
                Choice::new(Per::Adult.id(), say!(app, editor.per_adult)),
                Choice::new(Per::Group.id(), say!(app, editor.per_group)),
            ];
            let choose = move |per: String| {
                form.edit(|draft| draft.put(&write, (!per.is_empty()).then(|| json!(per))));
            };
            let ask_per = editor
                .plain(say!(app, editor.per), &path)
                .select(Signal::stored(choices), value, choose)
                .empty_label(say!(app, editor.per_nobody));
            (editor.line(say!(app, editor.counter), &format!("{node}/label")), ask_per).view()
        },
    )
}

fn levels(editor: Editor, node: &str) -> El {
    let app = editor.app;
    let heading = say!(app, editor.levels);
    things(
        editor,
        format!("{node}/levels"),
        heading,
        say!(app, editor.add_level),
        |editor, node| {
            let app = editor.app;
            (
                editor.line(say!(app, editor.level), &format!("{node}/label")),
                editor.area(say!(app, editor.level_text), &format!("{node}/description")),
            )
                .view()
        },
    )
}

/// "Not seen", and a line about what was seen.
fn extras(editor: Editor, node: &str) -> View {
    let Editor { app, form, .. } = editor;
    let (not_seen, comment) = (format!("{node}/notSeen"), format!("{node}/comment"));
    let (read, write) = ((not_seen.clone(), comment.clone()), (not_seen, comment));
    let on = memo(move || {
        form.with(|draft| {
            let not_seen = !draft.shown(&read.0, Lang::Da).is_empty();
            let both = [(NOT_SEEN, not_seen), (COMMENT, draft.flag(&read.1))].into_iter();
            both.filter(|(_, on)| *on).map(|(id, _)| id.to_owned()).collect::<Vec<String>>()
        })
    });
    let choices = vec![
        Choice::new(NOT_SEEN, say!(app, editor.not_seen)),
        Choice::new(COMMENT, say!(app, editor.comment)),
    ];
    let set = move |id: String, on: bool| {
        form.edit(|draft| {
            if id == COMMENT {
                return draft.put(&write.1, on.then_some(Value::Bool(true)));
            }
            for lang in [Lang::Da, Lang::En] {
                let words = text_in!(lang, editor.not_seen_word);
                draft.set_text(&write.0, lang, if on { words } else { "" });
            }
        });
    };
    Field::new(say!(app, editor.more))
        .optional(say!(app, form.optional))
        .checks(Signal::stored(choices), on, set)
        .view()
}

/// How long it is from one moment to the next, and what can be chosen between.
fn lengths(editor: Editor, node: &str) -> View {
    let Editor { app, form, .. } = editor;
    let (seconds, allowed) = (format!("{node}/seconds"), format!("{node}/allowed"));
    let choices = || {
        let all = LENGTHS.into_iter();
        all.map(|it| Choice::new(it.to_string(), say!(app, editor.minutes_n, n = it / 60)))
            .collect::<Vec<_>>()
    };
    let (read, write) = (seconds.clone(), seconds.clone());
    let value =
        memo(move || form.with(|draft| draft.value(&read).map(spelled)).unwrap_or_default());
    let usual = editor.plain(say!(app, editor.length), &seconds).select(
        Signal::stored(choices()),
        value,
        move |it: String| {
            form.edit(|draft| draft.put(&write, it.parse::<u32>().ok().map(|it| json!(it))));
        },
    );
    let toggled = allowed.clone();
    let toggle = move |id: String, on: bool| {
        form.edit(|draft| {
            let before = draft.value(&toggled).and_then(Value::as_array);
            let before: Vec<u64> = before.into_iter().flatten().filter_map(Value::as_u64).collect();
            let is_on = |it: &u32| {
                if it.to_string() == id { on } else { before.contains(&u64::from(*it)) }
            };
            let after: Vec<u32> = LENGTHS.into_iter().filter(is_on).collect();
            draft.put(&toggled, (!after.is_empty()).then(|| json!(after)));
        });
    };
    let offered = el("div").class("editor-lengths").child(
        editor.plain(say!(app, editor.lengths), &allowed).checks(
            Signal::stored(choices()),
            editor.set_of(&allowed),
            toggle,
        ),
    );
    (usual, offered).view()
}

fn tracks(editor: Editor, node: &str) -> El {
    let app = editor.app;
    let heading = say!(app, editor.tracks);
    things(
        editor,
        format!("{node}/tracks"),
        heading,
        say!(app, editor.add_track),
        |editor, node| {
            let app = editor.app;
            let flags = vec![("optional", say!(app, editor.track_optional))];
            let codes = things(
                editor,
                format!("{node}/codes"),
                say!(app, editor.codes),
                say!(app, editor.add_code),
                |editor, node| {
                    let app = editor.app;
                    el("div")
                        .class("editor-code")
                        .child(editor.short(say!(app, editor.code), &format!("{node}/short"), 4))
                        .child(editor.line(say!(app, editor.code_text), &format!("{node}/label")))
                        .view()
                },
            );
            (
                editor.line(say!(app, editor.track), &format!("{node}/label")),
                editor.number(
                    say!(app, editor.pupils),
                    &format!("{node}/pupils"),
                    Some(say!(app, editor.pupils_hint)),
                    None,
                ),
                editor.flags(say!(app, editor.more), &node, flags),
                codes,
            )
                .view()
        },
    )
}
