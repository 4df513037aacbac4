//! A scale of the school's own: its name, its steps and its questions.

use super::scale_questions::questions;
use crate::domain::measurement::{Better, MOST_ITEMS, Measurement};
use crate::ui::kit::prelude::*;

/// The editor of it until the first answer, and what it says from then on.
pub fn own_scale(app: App, form: Form<Measurement>) -> View {
    let begun = memo(move || form.with(Measurement::is_begun));
    let content = move || {
        if !begun.get() {
            return editor(app, form);
        }
        let scale = form.value.with_untracked(Measurement::own_instrument);
        let scale = scale.ok().and_then(|it| it.scale().cloned());
        scale.map_or_else(View::nothing, |scale| questions(app, &scale))
    };
    content.view()
}

fn editor(app: App, form: Form<Measurement>) -> View {
    let title = Field::new(say!(app, measure.own_title)).text(
        memo(move || form.with(Measurement::own_title)),
        move |typed| {
            form.edit(|it| it.set_own_title(&typed));
        },
    );
    let highest = Stepper::new(
        say!(app, measure.own_highest),
        memo(move || i64::try_from(form.with(Measurement::own_steps).1).unwrap_or(5)),
        move |highest: i64| {
            let highest = u64::try_from(highest).unwrap_or(5);
            form.edit(|it| it.set_own_steps(it.own_steps().0, highest));
        },
        say!(app, measure.own_fewer),
        say!(app, measure.own_more),
    )
    .range(2, 9);
    let lowest = ["0", "1"].into_iter().map(|it| Choice::new(it, it.to_owned())).collect();
    let lowest = Field::new(say!(app, measure.own_lowest)).segments(
        Signal::stored(lowest),
        memo(move || Some(form.with(Measurement::own_steps).0.to_string())),
        move |chosen: Option<String>| {
            let lowest = u64::from(chosen.as_deref() != Some("0"));
            form.edit(|it| it.set_own_steps(lowest, it.own_steps().1));
        },
    );
    let steps = (lowest.view(), highest.view()).view();
    let ends = memo(move || {
        let (lowest, highest) = form.with(Measurement::own_steps);
        vec![lowest, highest]
    });
    let labels = move || {
        let label = |value: u64| {
            Field::new(say!(app, measure.own_step, n = value))
                .optional(say!(app, form.optional))
                .text(memo(move || form.with(|it| it.own_step(value))), move |typed| {
                    form.edit(|it| it.set_own_step(value, &typed));
                })
                .view()
        };
        ends.get().into_iter().map(label).collect::<Vec<_>>()
    };
    let better = [
        (Better::Higher, say!(app, measure.higher)),
        (Better::Lower, say!(app, measure.lower_is_better)),
    ];
    let better = better.into_iter().map(|(it, label)| Choice::new(it.id(), label)).collect();
    let better = Field::new(say!(app, measure.own_better)).segments(
        Signal::stored(better),
        memo(move || Some(form.with(|it| it.own_better().id().to_owned()))),
        move |chosen: Option<String>| {
            let better = chosen.as_deref().and_then(Better::from_id).unwrap_or(Better::Higher);
            form.edit(|it| it.set_own_better(better));
        },
    );
    let add = move || {
        let id = app.store().new_part();
        form.edit(|it| it.set_own_item(&id, ""));
    };
    let items = each(
        move || form.with(Measurement::own_items),
        Clone::clone,
        move |id: String| item(app, form, id),
    );
    let room = move || form.with(|it| it.own_items().len() < MOST_ITEMS);
    let items = el("div").class("stack").child(items).child(show(room, move || {
        Button::new(say!(app, measure.own_add), add).icon(IconName::Add)
    }));
    (title.view(), steps, labels, better.view(), items.view()).view()
}

fn item(app: App, form: Form<Measurement>, id: String) -> El {
    let number = {
        let id = id.clone();
        move || {
            let place = form.with(|it| it.own_items().iter().position(|known| *known == id));
            place.unwrap_or_default() + 1
        }
    };
    let (read, write) = (id.clone(), id.clone());
    let label = {
        let number = number.clone();
        words(move || now!(app, measure.own_item, n = number()))
    };
    let field = Field::new(label)
        .text(memo(move || form.with(|it| it.own_item(&read))), move |typed| {
            form.edit(|it| it.set_own_item(&write, &typed))
        });
    let (turned, turn) = (id.clone(), id.clone());
    let reversed = tick(
        format!("turned-{id}"),
        say!(app, measure.own_reversed),
        None,
        memo(move || form.with(|it| it.own_reversed(&turned))),
        move |on| form.edit(|it| it.set_own_reversed(&turn, on)),
    );
    let remove = move || {
        let (text, turned) =
            form.value.with_untracked(|it| (it.own_item(&id), it.own_reversed(&id)));
        form.edit(|it| it.remove_own_item(&id));
        let gone = id.clone();
        let back = form.amend_later(move |it: &mut Measurement| {
            it.set_own_item(&gone, &text);
            it.set_own_reversed(&gone, turned);
        });
        app.toasts.say_with_undo(text!(app, measure.own_removed), text!(app, form.undo), back);
    };
    let name = words(move || now!(app, measure.own_remove, n = number()));
    el("div")
        .class("measure-own-item stack-tight stack")
        .child(field)
        .child(reversed)
        .child(IconButton::new(IconName::Trash, name, remove))
}
