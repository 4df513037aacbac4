//! Who does something, by when, and what there is to know about it: for tasks and for help alike.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::read;
use crate::domain::calendar::iso;
use crate::domain::initiative::{Initiative, Person};
use crate::platform::format;
use crate::ui::components::{Choice, Field, Select};
use crate::ui::dom::{El, Words, el};
use crate::ui::form::Form;
use crate::ui::state::App;
use crate::ui::texts::{now, say};

/// The fields of a duty at its place: `tasks/<task>`, `readiness/<member>`.
pub(super) fn fields(app: App, form: Form<Initiative>, place: &str, who: Words, note: Words) -> El {
    let optional = say!(app, form.optional);
    let mine = || place.to_owned();
    let (at, set) = (mine(), mine());
    let by = read(form, move |it| it.by(&at).map(|day| day.to_string()).unwrap_or_default());
    let set_by = move |day: String| form.edit(|it| it.set_by(&set, iso::day(&day)));
    let (at, set) = (mine(), mine());
    let written = read(form, move |it| it.note(&at));
    let write = move |text: String| form.edit(|it| it.set_note(&set, &text));
    el("div")
        .class("stack")
        .child(
            el("div")
                .class("grid-fields grid")
                .child(self::who(app, form, place, who))
                .child(Field::new(say!(app, prep.by)).optional(optional).date(by, set_by)),
        )
        .child(Field::new(note).optional(optional).area(written, write).max_length(500).short())
}

/// Who has the duty at a place.
pub(super) fn who(app: App, form: Form<Initiative>, place: &str, label: Words) -> Select {
    let (at, set) = (place.to_owned(), place.to_owned());
    let chosen = read(form, move |it| it.who(&at).map(|who| who.id).unwrap_or_default());
    let choose = move |member: String| {
        // Whoever has left stays until somebody else is chosen.
        let same = form.value.with_untracked(|it| it.who(&set).is_some_and(|it| it.id == member));
        if !same {
            form.edit(|it| it.set_who(&set, &member));
        }
    };
    Field::new(label)
        .optional(say!(app, form.optional))
        .select(people_to_choose(app, form, place.to_owned()), chosen, choose)
        .empty_label(say!(app, prep.nobody))
}

/// Whom a duty can be given to: the team, those outside it who can help, and whoever has it and has left.
pub(in crate::ui::pages) fn people_to_choose(
    app: App,
    form: Form<Initiative>,
    place: String,
) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let people = form.with(|it| {
            let mut people = it.helpers();
            people.extend(it.who(&place).filter(|who| who.gone));
            people
        });
        people.into_iter().map(|it| Choice::new(it.id.clone(), name(app, &it))).collect()
    })
}

/// Somebody by their initials, and whether they have left.
pub(in crate::ui::pages) fn name(app: App, person: &Person) -> String {
    match (person.gone, person.initials.is_empty()) {
        (false, _) => person.initials.clone(),
        (true, false) => now!(app, prep.gone, who = person.initials),
        (true, true) => now!(app, prep.gone_unknown),
    }
}

/// The day something is or was to be done by.
pub(in crate::ui::pages) fn day_words(app: App, by: NaiveDate, late: bool) -> String {
    let day = format::day(app.lang(), by);
    if late { now!(app, prep.late_since, day = day) } else { now!(app, prep.by_day, day = day) }
}
