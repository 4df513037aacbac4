//! What is read from a form while it is written in, and people to choose from.

use leptos::prelude::*;

use super::choice::Choice;
use crate::domain::initiative::Initiative;
use crate::domain::text::Localized;
use crate::ui::dom::{Words, memo, words};
use crate::ui::shell::{App, Form};
use crate::ui::words::person_name;

/// Reads a part of the initiative and follows it.
pub fn read<T: PartialEq + Send + Sync + 'static>(
    form: Form<Initiative>,
    part: impl Fn(&Initiative) -> T + Send + Sync + 'static,
) -> Signal<T> {
    memo(move || form.with(&part))
}

/// A text of the content that follows the language.
pub fn said(app: App, text: &'static Localized) -> Words {
    words(move || text.get(app.lang()).to_owned())
}

/// Whom a duty can be given to: the team, those outside it who can help, and whoever has it and has left.
pub fn people_to_choose(app: App, form: Form<Initiative>, place: String) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let people = form.with(|it| {
            let mut people = it.helpers();
            people.extend(it.who(&place).filter(|who| who.gone));
            people
        });
        people.into_iter().map(|it| Choice::new(it.id.clone(), person_name(app, &it))).collect()
    })
}
