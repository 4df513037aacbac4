//! Counters to tap when something happens, with undo of the last tap always in the same place.

use leptos::prelude::*;

use super::{Asked, field_id, localized, maybe_localized, read_at};
use crate::domain::{Counter, Observation, Tap};
use crate::ui::components::{Button, IconName, icon};
use crate::ui::dom::{El, el};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::{now, say, text};

pub(super) fn tally(form: Form<Observation>, asked: Asked, counters: Vec<Counter>) -> El {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let said = RwSignal::new(String::new());
    let last = read_at(form, format!("taps/{}", asked.id), move |observation| {
        item.with_value(|item| {
            let (id, tap) = observation.taps(item).pop()?;
            Some((id, tap.counter))
        })
    });
    let names = counters.clone();
    let undo = move || {
        let Some((tap, counter)) = last.get_untracked() else { return };
        let path = item.with_value(|item| format!("taps/{item}/{tap}"));
        form.edit(|observation| observation.take_back(&path));
        let counter = names.iter().find(|titled| titled.id == counter);
        let name = counter.map(|counter| counter.label.get(app.lang_now()));
        said.set(text!(app, item.undone, name = name.unwrap_or_default()));
    };
    let nothing_to_undo =
        Signal::derive(move || last.with(Option::is_none).then(|| now!(app, item.nothing_to_undo)));
    let tiles: Vec<El> =
        counters.into_iter().map(|counter| counter_tile(form, item, counter)).collect();
    el("fieldset")
        .class("question tally")
        .id(field_id(&asked.id))
        .attr("tabindex", "-1")
        .child(el("legend").class("field-label").child(localized(asked.text)))
        .child(maybe_localized(asked.help).map(|hint| el("p").class("field-hint").child(hint)))
        .child(el("div").class("tally-counters").child(tiles))
        .child(
            Button::new(say!(app, item.undo_tap), undo)
                .icon(IconName::Undo)
                .disabled_reason(nothing_to_undo),
        )
        .child(el("span").class("visually-hidden").attr("role", "status").child(move || said.get()))
}

/// One counter: the whole tile is the button, and its number is what the eye finds first.
pub(in crate::ui) fn counter_tile(
    form: Form<Observation>,
    item: StoredValue<String>,
    counter: Counter,
) -> El {
    let app = use_app();
    let id = StoredValue::new(counter.id);
    let place = item.with_value(|item| format!("taps/{item}"));
    let count = read_at(form, place, move |observation| {
        item.with_value(|item| id.with_value(|counter| observation.count(item, counter)))
    });
    let tap = move |_| {
        let store = app.store();
        let (tap, at) = (store.new_part(), store.now());
        let counter = id.get_value();
        form.edit(|observation| observation.tap(&item.get_value(), &tap, &Tap { counter, at }));
    };
    let name = localized(counter.label);
    let part = |class: &'static str| el("span").class(class).attr("aria-hidden", "true");
    el("button")
        .attr("type", "button")
        .class("tally-tile")
        .attr("aria-label", say!(app, item.counted, name = name.get(), n = count.get()))
        .on("click", tap)
        .child(part("tally-count number").child(count))
        .child(part("tally-name").child(name))
        .child(part("tally-plus").child(icon(IconName::Add)))
}
