//! The questions of a form, one file per kind.

use leptos::prelude::*;

use super::components::{Choice, Field};
use super::dom::{Content as _, View, Words, memo, words};
use super::form::Form;
use super::state::use_app;
use crate::domain::{Item, ItemKind, Localized, Observation, Titled};

mod choice;
mod multi;
mod number;
mod rating;
mod tally;
mod text;
mod timed_notes;

use self::choice::choice;
use self::multi::multi;
use self::number::number;
use self::rating::rating;
use self::tally::tally;
use self::text::text;
use self::timed_notes::timed_notes;

/// The id of an item's field in the page, for links to it.
pub fn field_id(item: &str) -> String {
    format!("item-{item}")
}

/// One question, whatever its kind.
pub fn question(form: Form<Observation>, item: Item) -> View {
    let asked = Asked { id: item.id, text: item.text, help: item.help };
    match item.kind {
        ItemKind::Rating { levels, not_seen, comment } => {
            rating(form, asked, levels, not_seen, comment)
        }
        ItemKind::Choice { options } => choice(form, asked, options),
        ItemKind::Multi { options, max } => multi(form, asked, options, max),
        ItemKind::Text { multiline, max_length } => text(form, asked, multiline, max_length),
        ItemKind::Number { min, max } => number(form, asked, min, max),
        ItemKind::Tally { counters } => tally(form, asked, counters),
        ItemKind::TimedNotes { tags } => timed_notes(form, asked, tags),
    }
    .view()
}

/// What every question has: an id, its words and what helps to answer it.
struct Asked {
    id: String,
    text: Localized,
    help: Option<Localized>,
}

impl Asked {
    /// The question as a field that waits for its control.
    fn field(self) -> Field {
        Field::new(localized(self.text)).hint(maybe_localized(self.help)).id(field_id(&self.id))
    }
}

/// A text of the content that follows the language.
pub fn localized(text: Localized) -> Words {
    let app = use_app();
    words(move || text.get(app.lang()).to_owned())
}

/// As [`localized`], for a text that may be missing.
fn maybe_localized(text: Option<Localized>) -> Option<Words> {
    text.map(localized)
}

/// What can be chosen between.
fn choices(options: Vec<Titled>) -> Signal<Vec<Choice>> {
    let options = options.into_iter();
    Signal::stored(options.map(|it| Choice::new(it.id, localized(it.label))).collect())
}

/// Reads a part of the observation and follows it.
fn read<T: PartialEq + Send + Sync + 'static>(
    form: Form<Observation>,
    part: impl Fn(&Observation) -> T + Send + Sync + 'static,
) -> Signal<T> {
    memo(move || form.value.with(&part))
}
