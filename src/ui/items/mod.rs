//! The questions of a form, one file per kind.

use leptos::prelude::*;

use super::form::Form;
use super::state::use_app;
use crate::domain::{Item, ItemKind, Localized, Observation};

mod choice;
mod multi;
mod number;
mod rating;
mod tally;
mod text;
mod timed_notes;

use self::choice::ChoiceItem;
use self::multi::MultiItem;
use self::number::NumberItem;
use self::rating::RatingItem;
use self::tally::TallyItem;
use self::text::TextItem;
use self::timed_notes::TimedNotesItem;

/// The id of an item's field in the page, for links to it.
pub fn field_id(item: &str) -> String {
    format!("item-{item}")
}

/// One question, whatever its kind.
#[component]
pub fn Question(form: Form<Observation>, item: Item) -> impl IntoView {
    let asked = Asked { id: item.id, text: item.text, help: item.help };
    match item.kind {
        ItemKind::Rating { levels, not_seen, comment } => {
            view! { <RatingItem form=form asked=asked levels=levels not_seen=not_seen comment=comment /> }
                .into_any()
        }
        ItemKind::Choice { options } => {
            view! { <ChoiceItem form=form asked=asked options=options /> }.into_any()
        }
        ItemKind::Multi { options, max } => {
            view! { <MultiItem form=form asked=asked options=options max=max /> }.into_any()
        }
        ItemKind::Text { multiline, max_length } => {
            view! { <TextItem form=form asked=asked multiline=multiline max_length=max_length /> }
                .into_any()
        }
        ItemKind::Number { min, max } => {
            view! { <NumberItem form=form asked=asked min=min max=max /> }.into_any()
        }
        ItemKind::Tally { counters } => {
            view! { <TallyItem form=form asked=asked counters=counters /> }.into_any()
        }
        ItemKind::TimedNotes { tags } => {
            view! { <TimedNotesItem form=form asked=asked tags=tags /> }.into_any()
        }
    }
}

/// What every question has: an id, its words and what helps to answer it.
#[derive(Debug, Clone)]
struct Asked {
    id: String,
    text: Localized,
    help: Option<Localized>,
}

/// A text of the content that follows the language.
fn told(text: Localized) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let app = use_app();
    move || text.get(app.lang()).to_owned()
}

/// As [`told`], for a text that may be missing.
fn maybe_told(text: Option<Localized>) -> Option<TextProp> {
    text.map(|text| TextProp::from(told(text)))
}

/// Reads a part of the observation and follows it.
fn read<T: PartialEq + Clone + Send + Sync + 'static>(
    form: Form<Observation>,
    part: impl Fn(&Observation) -> T + Send + Sync + 'static,
) -> Signal<T> {
    Memo::new(move |_| form.value.with(&part)).into()
}
