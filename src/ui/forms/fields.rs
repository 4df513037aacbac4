//! The fields of the editor: each writes to one path.

use serde_json::{Value, json};

use super::editing::Editor;
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;

/// Longest text of one line, in letters.
const LINE: u32 = 200;

/// Longest text of several lines, in letters.
const LINES: u32 = 2_000;

impl Editor {
    /// A text of one line, in the language that is written in.
    pub fn line(self, label: Words, path: &str) -> View {
        self.text(label, path, None).max_length(LINE).view()
    }

    /// As [`Editor::line`], for what can be left out.
    pub fn maybe_line(self, label: Words, path: &str) -> View {
        self.text(label, path, Some(say!(self.app, form.optional))).max_length(LINE).view()
    }

    /// A word or two.
    pub fn short(self, label: Words, path: &str, most: u32) -> View {
        self.text(label, path, None).max_length(most).view()
    }

    fn text(self, label: Words, path: &str, optional: Option<Words>) -> Input {
        let (value, write) = self.written(path);
        self.field(label, path).optional(optional).text(value, write)
    }

    /// A text of several lines.
    pub fn area(self, label: Words, path: &str) -> Area {
        let (value, write) = self.written(path);
        self.field(label, path).area(value, write).max_length(LINES).short()
    }

    /// As [`Editor::area`], for what can be left out.
    pub fn maybe_area(self, label: Words, path: &str) -> Area {
        let (value, write) = self.written(path);
        let field = self.field(label, path).optional(say!(self.app, form.optional));
        field.area(value, write).max_length(LINES).short()
    }

    /// The question of a path: what stands there in the other language helps, and what is wrong is
    /// said once somebody wanted to publish it.
    fn field(self, label: Words, path: &str) -> Field {
        let Self { app, form, lang, .. } = self;
        let mine = path.to_owned();
        // A question that is asked in another way is asked so in both languages. Of its options and
        // levels that would be too many lines.
        let is_small = path.matches('/').count() > 2;
        let other = words(move || {
            let here = lang.get();
            let there = here.other();
            let (ours, text) =
                form.with(|draft| (draft.text(&mine, here), draft.text(&mine, there)));
            match there {
                _ if text == ours || (is_small && !ours.is_empty()) => String::new(),
                _ if text.is_empty() => String::new(),
                Lang::Da => now!(app, editor.in_danish, text = text),
                Lang::En => now!(app, editor.in_english, text = text),
            }
        });
        self.plain(label, path).hint(other)
    }

    /// The question of a path that is no text.
    pub fn plain(self, label: Words, path: &str) -> Field {
        let id = Self::at(path);
        let Self { attempt, problems, .. } = self;
        let mine = id.clone();
        let error = move || {
            let tried = attempt.get() > 0;
            let said = |all: &Vec<FieldError>| {
                all.iter().find(|it| it.field == mine).map(|it| it.text.clone())
            };
            tried.then(|| problems.with(said)).flatten()
        };
        Field::new(label).id(id).error(Signal::derive(error))
    }

    fn written(self, path: &str) -> (Words, impl Fn(String) + 'static) {
        let Self { form, lang, .. } = self;
        let (read, write) = (path.to_owned(), path.to_owned());
        (words(move || form.with(|draft| draft.text(&read, lang.get()))), move |text: String| {
            let lang = lang.get_untracked();
            form.edit(|draft| draft.set_text(&write, lang, &text));
        })
    }

    /// A whole number.
    pub fn number(
        self,
        label: Words,
        path: &str,
        hint: Option<Words>,
        unit: impl Into<Option<Words>>,
    ) -> View {
        let Self { app, form, .. } = self;
        let (read, write) = (path.to_owned(), path.to_owned());
        let value =
            words(move || form.with(|draft| draft.value(&read).map(spelled)).unwrap_or_default());
        let set = move |text: String| {
            let text = text.trim().to_owned();
            // What is no number stays as it was typed, and the check says so.
            let number = text.parse::<i64>().ok().filter(|it| it.abs() < 1_000_000_000);
            let value = number.map_or_else(|| json!(text), |number| json!(number));
            form.edit(|draft| draft.put(&write, (!text.is_empty()).then_some(value)));
        };
        self.plain(label, path)
            .hint(hint)
            .optional(say!(app, form.optional))
            .number(false, value, set)
            .max_length(9)
            .unit(unit)
            .view()
    }

    /// What can be switched on: paths below a node, each with its words.
    pub fn flags(self, label: Words, node: &str, flags: Vec<(&'static str, Words)>) -> View {
        let Self { app, form, .. } = self;
        let keys: Vec<&'static str> = flags.iter().map(|(key, _)| *key).collect();
        let choices = flags.into_iter().map(|(key, words)| Choice::new(key, words)).collect();
        let (read, write) = (node.to_owned(), node.to_owned());
        let on = memo(move || {
            form.with(|draft| {
                let on = keys.iter().filter(|key| draft.flag(&format!("{read}/{key}")));
                on.map(|key| (*key).to_owned()).collect::<Vec<String>>()
            })
        });
        Field::new(label)
            .optional(say!(app, form.optional))
            .checks(Signal::stored(choices), on, move |key, on| {
                form.edit(|draft| {
                    draft.put(&format!("{write}/{key}"), on.then_some(Value::Bool(true)))
                });
            })
            .view()
    }

    /// The texts of a list that is one value.
    pub fn set_of(self, path: &str) -> Signal<Vec<String>> {
        let Self { form, .. } = self;
        let path = path.to_owned();
        memo(move || form.with(|draft| set_in(draft.value(&path))))
    }

    /// Puts a text in a list that is one value, or takes it out.
    pub fn toggle(self, path: &str) -> impl Fn(String, bool) + 'static {
        let Self { form, .. } = self;
        let path = path.to_owned();
        move |id, on| {
            form.edit(|draft| {
                let mut all = set_in(draft.value(&path));
                all.retain(|it| *it != id);
                if on {
                    all.push(id.clone());
                }
                draft.put(&path, (!all.is_empty()).then(|| json!(all)));
            });
        }
    }
}

fn set_in(value: Option<&Value>) -> Vec<String> {
    value.and_then(Value::as_array).into_iter().flatten().map(spelled).collect()
}

/// A value as it stands in a field.
pub fn spelled(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
