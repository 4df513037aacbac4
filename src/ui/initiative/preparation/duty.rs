//! Who does something, by when, and what there is to know about it: for tasks and for help alike.

use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{people_to_choose, read};

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
