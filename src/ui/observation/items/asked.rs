//! What every question of a form has in common: its words, its field, and how its answer is read.

use crate::domain::forms::Titled;
use crate::domain::observation::{Observation, Words};
use crate::domain::text::Localized;
use crate::ui::dom;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, maybe_localized};

/// The id of an item's field in the page, for links to it.
pub fn field_id(item: &str) -> String {
    format!("item-{item}")
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
