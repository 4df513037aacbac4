//! The working copy of a form of the school's own.
//!
//! It is its values by path, so two people who change different things never collide: a question
//! stands at `items/<id>/…` with the section it belongs to and a text that sorts it among the
//! others, an option at `items/<id>/options/<id>/…`, a text at `<path>/da` and `<path>/en`. What is
//! removed is marked as gone and keeps everything it had. What has been published stands under
//! `published/<tag>` as the checked form it was, and is never written again.

use serde_json::Value;

use crate::domain::record::{Fields, Kind, Record};
use crate::domain::text::Lang;
use crate::ledger::in_order;

mod change;
mod file;
mod order;
mod publish;

pub use publish::{Problem, Published};

const SECTIONS: &str = "sections";
const ITEMS: &str = "items";
const LEVELS: &str = "levels";
const PUBLISHED: &str = "published";
const ORDER: &str = "order";
const GONE: &str = "gone";
const SECTION: &str = "section";
const SHOW_IF: &str = "showIf";
const NOT_SEEN: &str = "not-seen";

/// The working copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateDraft(Fields);

impl Record for TemplateDraft {
    const KIND: Kind = Kind::Template;

    fn read(fields: &Fields) -> Self {
        Self(fields.clone())
    }

    fn write(&self) -> Fields {
        self.0.clone()
    }
}

/// What stands where.
impl TemplateDraft {
    /// The kinds of question, as files call them.
    pub const KINDS: [&'static str; 9] = [
        "rating",
        "choice",
        "multi",
        "text",
        "number",
        "tally",
        "timed_notes",
        "interval",
        "roles",
    ];
    /// The text at a path in a language, as it was written.
    pub fn text(&self, path: &str, lang: Lang) -> String {
        self.0.text(&format!("{path}/{}", lang.tag()))
    }

    /// The text at a path in a language, or in the one that there is.
    pub fn shown(&self, path: &str, lang: Lang) -> String {
        let text = self.text(path, lang);
        if text.trim().is_empty() { self.text(path, lang.other()) } else { text }.trim().to_owned()
    }

    /// What stands at a path that is no text.
    pub fn value(&self, path: &str) -> Option<&Value> {
        self.0.0.get(path)
    }

    /// The word at a path: a kind, a section.
    pub fn word(&self, path: &str) -> String {
        self.0.text(path)
    }

    /// Whether a path says `true`.
    pub fn flag(&self, path: &str) -> bool {
        self.0.flag(path)
    }

    /// The ids of a list's things, in order.
    pub fn list(&self, list: &str) -> Vec<String> {
        let orders = self.0.below_two(list).filter(|(_, key, _)| *key == ORDER);
        let living = orders.filter(|(id, ..)| !self.0.flag(&format!("{list}/{id}/{GONE}")));
        let all: Vec<(String, String)> = living
            .map(|(id, _, order)| (order.as_str().unwrap_or_default().to_owned(), id.to_owned()))
            .collect();
        in_order(all, Ord::cmp).into_iter().map(|(_, id)| id).collect()
    }

    /// The ids of the sections, in order.
    pub fn sections(&self) -> Vec<String> {
        self.list(SECTIONS)
    }

    /// The ids of a section's questions, in order.
    pub fn items_of(&self, section: &str) -> Vec<String> {
        let all = self.list(ITEMS).into_iter();
        all.filter(|item| self.0.text(&format!("{ITEMS}/{item}/{SECTION}")) == section).collect()
    }

    /// The ids of all questions, in order.
    pub fn items(&self) -> Vec<String> {
        self.sections().iter().flat_map(|section| self.items_of(section)).collect()
    }

    /// The place in its list, from 1, that a thing would have with another text to sort it by.
    pub fn place_of(&self, path: &str, order: &str) -> usize {
        let node = path.strip_suffix("/order").unwrap_or(path);
        let Some((list, id)) = node.rsplit_once('/') else { return 0 };
        let siblings = match list {
            ITEMS => self.items_of(&self.word(&format!("{node}/{SECTION}"))),
            _ => self.list(list),
        };
        let sorts_before = |it: &&String| {
            *it != id && self.0.text(&format!("{list}/{it}/{ORDER}")).as_str() < order
        };
        siblings.iter().filter(sorts_before).count() + 1
    }

    /// What a question can wait for: those before it that have answers to wait for.
    pub fn can_wait_for(&self, item: &str) -> Vec<String> {
        let before = self.items().into_iter().take_while(|it| it != item);
        before.filter(|it| !self.answers(it).is_empty()).collect()
    }

    /// The answers of a question that another can wait for: how the working copy names each, and
    /// where its words stand.
    pub fn answers(&self, item: &str) -> Vec<(String, String)> {
        let node = format!("{ITEMS}/{item}");
        let of = |list: &str| {
            let path = format!("{node}/{list}");
            let all = self.list(&path).into_iter();
            all.map(move |id| (id.clone(), format!("{path}/{id}/label"))).collect::<Vec<_>>()
        };
        match self.word(&format!("{node}/kind")).as_str() {
            "rating" => {
                let mut levels = of(LEVELS);
                let path = format!("{node}/notSeen");
                if self.words(&path).is_some() {
                    levels.push((NOT_SEEN.to_owned(), path));
                }
                levels
            }
            "choice" | "multi" => of("options"),
            _ => Vec::new(),
        }
    }

    /// What a question waits for: the question and its answer.
    pub fn waits_for(&self, item: &str) -> Option<(String, String)> {
        let wait = self.value(&format!("{ITEMS}/{item}/{SHOW_IF}"))?;
        let part = |key: &str| wait.get(key)?.as_str().map(ToOwned::to_owned);
        Some((part("item")?, part("value")?))
    }
}
