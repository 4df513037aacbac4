//! The questions of a form, one file per kind.

use leptos::prelude::*;

use super::choice::choice;
use super::interval::interval;
use super::multi::multi;
use super::number::number;
use super::rating::rating;
use super::roles::roles;
use super::tally::tally;
use super::text::text;
use super::timed_notes::{NoteWords, timed_notes};
use crate::domain::forms::{Item, ItemKind, Template, Titled};
use crate::domain::observation::{Observation, Words};
use crate::domain::text::Localized;
use crate::ui::dom::{self, Content as _, El, View, el, memo, show};
use crate::ui::kit::{Choice, Field, Input};
use crate::ui::shell::{Form, say, use_app};
use crate::ui::words::{localized, maybe_localized};

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

/// A line for what no option says.
pub fn other(form: Form<Observation>, item: &str) -> Input {
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
pub struct Asked {
    pub id: String,
    pub text: Localized,
    pub help: Option<Localized>,
}

impl Asked {
    /// The question above something that is shown and not answered here.
    pub fn section(self, shown: impl dom::Content) -> El {
        el("section")
            .class("question stack")
            .child(el("h3").class("field-label").child(localized(self.text)))
            .child(maybe_localized(self.help).map(|hint| el("p").class("field-hint").child(hint)))
            .child(shown)
    }

    /// The question as a field that waits for its control.
    pub fn field(self) -> Field {
        Field::new(localized(self.text)).hint(maybe_localized(self.help)).id(field_id(&self.id))
    }
}

/// What can be chosen between.
pub fn choices(options: Vec<Titled>) -> Signal<Vec<Choice>> {
    let options = options.into_iter();
    Signal::stored(options.map(|it| Choice::new(it.id, localized(it.label))).collect())
}

/// Reads a part of the observation and follows it where it stands.
pub fn read<T: PartialEq + Send + Sync + 'static>(
    form: Form<Observation>,
    part: impl Fn(&Observation) -> T + Send + Sync + 'static,
) -> Signal<T> {
    memo(move || form.with(&part))
}
