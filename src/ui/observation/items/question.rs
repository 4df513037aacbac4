//! One question of a form, whatever its kind, for as long as the form asks it.

use super::asked::Asked;
use super::choice::choice;
use super::interval::interval;
use super::multi::multi;
use super::number::number;
use super::rating::rating;
use super::roles::roles;
use super::tally::tally;
use super::text::text;
use super::timed_notes::{NoteWords, timed_notes};
use crate::domain::forms::{Item, ItemKind, Template};
use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;

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
