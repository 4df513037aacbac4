//! The questions of a form, one file per kind.

use leptos::prelude::*;

use super::components::{Choice, Field, Input};
use super::dom::{self, Content as _, El, View, el, memo, show, words};
use super::form::Form;
use super::state::{App, use_app};
use super::texts::{now, say};
use crate::domain::forms::{Item, ItemKind, Template, Titled};
use crate::domain::observation::{Observation, Words};
use crate::domain::text::Localized;
use crate::platform::format;

mod choice;
mod interval;
mod multi;
mod note_writer;
mod number;
mod rating;
mod roles;
mod tally;
mod text;
mod timed_notes;

use self::choice::choice;
use self::interval::interval;
pub(super) use self::interval::interval_choices;
use self::multi::multi;
pub(super) use self::note_writer::NotePress;
use self::number::number;
use self::rating::rating;
pub(super) use self::rating::rating_beside_notes;
pub(super) use self::roles::lead_name;
use self::roles::roles;
use self::tally::tally;
pub(super) use self::tally::{counters_of, split_parts};
use self::text::text;
pub(super) use self::timed_notes::{NoteWords, timed_notes};

/// The id of an item's field in the page, for links to it.
pub fn field_id(item: &str) -> String {
    format!("item-{item}")
}

/// One question, whatever its kind, for as long as the form asks it.
pub fn question(form: Form<Observation>, template: StoredValue<Template>, item: Item) -> View {
    if item.show_if.is_none() {
        return asked_question(form, item);
    }
    let asked = item.clone();
    let is_asked =
        move || template.with_value(|template| form.with(|it| template.is_asked(&asked, it)));
    show(is_asked, move || asked_question(form, item.clone()))
}

fn asked_question(form: Form<Observation>, item: Item) -> View {
    let mut asked = Asked { id: item.id, text: item.text, help: item.help };
    match item.kind {
        ItemKind::Rating { levels, not_seen, comment } => {
            rating(form, asked, levels, not_seen, comment)
        }
        ItemKind::Choice { options, other } => choice(form, asked, options, other),
        ItemKind::Multi { options, max, other } => multi(form, asked, options, max, other),
        ItemKind::Text { multiline, max_length, placeholder } => {
            asked.help = asked.help.or(placeholder);
            text(form, asked, multiline, max_length)
        }
        ItemKind::Number { min, max } => number(form, asked, min, max),
        ItemKind::Tally { counters } => tally(form, asked, counters),
        ItemKind::TimedNotes { tags, phrases, placeholder } => {
            asked.help = asked.help.or(placeholder);
            timed_notes(form, asked, NoteWords { tags, phrases }, None)
        }
        ItemKind::Interval { seconds, tracks, .. } => interval(form, asked, seconds, tracks),
        ItemKind::Roles { models } => roles(form, asked, models),
    }
    .view()
}

/// When a note was made: its time of day, or that nobody knows.
pub(super) fn note_time(app: App, at: u64) -> String {
    if at == 0 { now!(app, noting.no_time) } else { format::time(app.lang(), at) }
}

/// A line for what no option says.
fn other(form: Form<Observation>, item: &str) -> Input {
    let app = use_app();
    let (mine, written) = (item.to_owned(), item.to_owned());
    let value = read(form, move |it| it.words(Words::Other, &mine));
    let write = move |text: String| form.edit(|it| it.set_words(Words::Other, &written, &text));
    Field::new(say!(app, item.other))
        .optional(say!(app, form.optional))
        .text(value, write)
        .max_length(120)
}

/// What every question has: an id, its words and what helps to answer it.
pub(super) struct Asked {
    pub id: String,
    pub text: Localized,
    pub help: Option<Localized>,
}

impl Asked {
    /// The question above something that is shown and not answered here.
    fn section(self, shown: impl dom::Content) -> El {
        el("section")
            .class("question stack")
            .child(el("h3").class("field-label").child(localized(self.text)))
            .child(maybe_localized(self.help).map(|hint| el("p").class("field-hint").child(hint)))
            .child(shown)
    }

    /// The question as a field that waits for its control.
    fn field(self) -> Field {
        Field::new(localized(self.text)).hint(maybe_localized(self.help)).id(field_id(&self.id))
    }
}

/// A text of the content that follows the language.
pub fn localized(text: Localized) -> dom::Words {
    let app = use_app();
    words(move || text.get(app.lang()).to_owned())
}

/// As [`localized`], for a text that may be missing.
fn maybe_localized(text: Option<Localized>) -> Option<dom::Words> {
    text.map(localized)
}

/// What can be chosen between.
fn choices(options: Vec<Titled>) -> Signal<Vec<Choice>> {
    let options = options.into_iter();
    Signal::stored(options.map(|it| Choice::new(it.id, localized(it.label))).collect())
}

/// Reads a part of the observation and follows it where it stands.
fn read<T: PartialEq + Send + Sync + 'static>(
    form: Form<Observation>,
    part: impl Fn(&Observation) -> T + Send + Sync + 'static,
) -> Signal<T> {
    memo(move || form.with(&part))
}
