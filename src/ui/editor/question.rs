//! One question, opened: its words, how it is answered, and what it waits for.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::fields::spelled;
use super::lists::things;
use super::{Editor, start};
use crate::domain::{Lang, Per, TemplateDraft};
use crate::ui::components::{Button, ButtonKind, Choice, Field, IconName};
use crate::ui::dom::{Content as _, El, View, Words, el, memo, show, words};
use crate::ui::state::App;
use crate::ui::texts::{now, say, text, text_in};

/// The lengths that moments can be chosen between, in seconds.
const LENGTHS: [u32; 6] = [60, 120, 180, 240, 300, 600];

/// What can be switched on for a rating.
const NOT_SEEN: &str = "notSeen";
const COMMENT: &str = "comment";

/// What a kind of question is called.
pub(super) fn kind_name(app: App, kind: &str) -> String {
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

/// What a kind of question is good for.
pub(super) fn kind_use(app: App, kind: &str) -> Words {
    match kind {
        "rating" => say!(app, editor.rating_use),
        "choice" => say!(app, editor.choice_use),
        "multi" => say!(app, editor.multi_use),
        "text" => say!(app, editor.text_use),
        "number" => say!(app, editor.number_use),
        "tally" => say!(app, editor.tally_use),
        "timed_notes" => say!(app, editor.timed_notes_use),
        "interval" => say!(app, editor.interval_use),
        _ => say!(app, editor.roles_use),
    }
}

/// The fields of the question that is open.
pub(super) fn question(editor: Editor, item: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let kind_path = format!("{node}/kind");
    let read = kind_path.clone();
    let kind = memo(move || form.value.with(|draft| draft.word(&read)));
    let kinds = TemplateDraft::KINDS.into_iter();
    let kinds = kinds.map(|kind| Choice::new(kind, words(move || kind_name(app, kind))));
    let changed = item.clone();
    let choose = move |kind: String| {
        form.edit(|draft| start::change_kind(app, draft, &changed, &kind));
    };
    let ask_kind = editor.plain(say!(app, editor.kind), &kind_path).select(
        Signal::stored(kinds.collect()),
        kind,
        choose,
    );
    let answers = {
        let node = node.clone();
        move || answers(editor, &node, &kind.get())
    };
    let gone = node.clone();
    let remove = move || editor.remove_item(gone.clone());
    el("div")
        .class("editor-question stack-loose stack")
        .child(editor.area(say!(app, editor.question), &format!("{node}/text")))
        .child(ask_kind)
        .child(answers)
        .child(seldom(editor, item))
        .child(
            el("div").class("row row-end").child(
                Button::new(say!(app, editor.remove_question), remove)
                    .kind(ButtonKind::Quiet)
                    .icon(IconName::Trash),
            ),
        )
}

/// What few questions have: help, and an answer to wait for. Folded away where there is neither.
fn seldom(editor: Editor, item: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let help = format!("{node}/help");
    let has_some = form.value.with_untracked(|draft| {
        !draft.shown(&help, Lang::Da).is_empty() || draft.waits_for(&item).is_some()
    });
    let fields = el("div")
        .class("stack-loose stack")
        .child(editor.maybe_area(say!(app, editor.help), &help))
        .child(waits(editor, item));
    el("details")
        .class("fold editor-fold")
        .attr("open", has_some)
        .child(el("summary").child(say!(app, editor.seldom)))
        .child(fields)
}

/// What a kind of question needs.
fn answers(editor: Editor, node: &str, kind: &str) -> View {
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
            let value = memo(move || form.value.with(|draft| draft.word(&read)));
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
            el("div")
                .class("grid-fields")
                .child(editor.line(say!(app, editor.counter), &format!("{node}/label")))
                .child(ask_per)
                .view()
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
        form.value.with(|draft| {
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
        memo(move || form.value.with(|draft| draft.value(&read).map(spelled)).unwrap_or_default());
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

/// Which answer makes the question be asked.
fn waits(editor: Editor, item: String) -> View {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let path = format!("{node}/showIf");
    let of = StoredValue::new(item);
    let waits = move || form.value.with(|draft| of.with_value(|it| draft.waits_for(it)));
    let on = words(move || waits().map(|it| it.0).unwrap_or_default());
    let answer = words(move || waits().map(|it| it.1).unwrap_or_default());
    let before = memo(move || {
        let mut all = form.value.with(|draft| of.with_value(|it| draft.can_wait_for(it)));
        // What it waits for stays in sight, also where that can no longer be.
        let now = on.get();
        if !now.is_empty() && !all.contains(&now) {
            all.push(now);
        }
        all
    });
    let questions = Signal::derive(move || {
        let all = before.get().into_iter();
        all.map(|it| Choice::new(it.clone(), editor.name(format!("items/{it}/text")))).collect()
    });
    let choose = move |chosen: String| {
        form.edit(|draft| {
            let item = of.get_value();
            let first = draft.answers(&chosen).into_iter().next();
            let wait = first.as_ref().map(|(answer, _)| (chosen.as_str(), answer.as_str()));
            draft.wait_for(&item, wait);
        });
    };
    let answers = Signal::derive(move || {
        let all = form.value.with(|draft| draft.answers(&on.get())).into_iter();
        all.map(|(id, path)| Choice::new(id, editor.name(path))).collect()
    });
    let choose_answer = move |chosen: String| {
        let item = of.get_value();
        let Some((on, _)) = form.value.with_untracked(|draft| draft.waits_for(&item)) else {
            return;
        };
        form.edit(|draft| draft.wait_for(&item, Some((&on, &chosen))));
    };
    let answer_path = format!("{path}/value");
    let ask_answer = move || {
        editor.plain(say!(app, editor.shown_answer), &answer_path).select(
            answers,
            answer,
            choose_answer,
        )
    };
    let can_wait = memo(move || before.with(|all| !all.is_empty()));
    let waits_now = memo(move || on.with(|on| !on.is_empty()));
    let ask = move || {
        editor
            .plain(say!(app, editor.shown), &path)
            .select(questions, on, choose)
            .empty_label(say!(app, editor.always))
    };
    (show(move || can_wait.get(), ask), show(move || waits_now.get(), ask_answer)).view()
}

impl Editor {
    /// Takes a question out, and goes to the one that was behind it.
    pub(super) fn remove_item(self, node: String) {
        let app = self.app;
        let item = node.trim_start_matches("items/").to_owned();
        let next = self.order.with_untracked(|order| {
            let place = order.iter().position(|it| *it == item)?;
            order.get(place + 1).or_else(|| order.get(place.checked_sub(1)?)).cloned()
        });
        self.open.set(String::new());
        self.remove(node, text!(app, editor.question_removed));
        self.go_to(next.map_or_else(|| Self::at("sections"), |next| format!("name-{next}")));
    }
}
