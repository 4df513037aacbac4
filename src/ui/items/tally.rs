//! Counters to tap when something happens, with undo of the last tap always in the same place.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::{Counter, Observation, Tap};
use crate::ui::components::{Button, Icon, IconName};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::{now, say, text};

#[component]
pub(super) fn TallyItem(
    form: Form<Observation>,
    asked: Asked,
    counters: Vec<Counter>,
) -> impl IntoView {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let said = RwSignal::new(String::new());
    let last = read(form, move |observation| {
        item.with_value(|item| {
            let id = observation.last_tap(item)?;
            let tap = observation.taps.get(item)?.get(id)?;
            Some((id.to_owned(), tap.counter.clone()))
        })
    });
    let names = StoredValue::new(counters.clone());
    let undo = move || {
        let Some((tap, counter)) = last.get_untracked() else { return };
        form.edit(|observation| {
            let taps = item.with_value(|item| observation.taps.get_mut(item));
            if let Some(taps) = taps {
                taps.remove(&tap);
            }
        });
        let name = names.with_value(|counters| {
            let counter = counters.iter().find(|titled| titled.id == counter);
            counter.map(|counter| counter.label.get(app.lang_now()).to_owned())
        });
        said.set(text!(app, item.undone, name = name.unwrap_or_default()));
    };
    let nothing_to_undo =
        Signal::derive(move || last.with(Option::is_none).then(|| now!(app, item.nothing_to_undo)));
    let (title, hint) = (told(asked.text), maybe_told(asked.help));
    view! {
        <fieldset class="question tally" id=field_id(&asked.id) tabindex="-1">
            <legend class="field-label">{title}</legend>
            {hint.map(|hint| view! { <p class="field-hint">{move || hint.get()}</p> })}
            <div class="tally-counters">
                {counters
                    .into_iter()
                    .map(|counter| view! { <CounterTile form=form item=item counter=counter /> })
                    .collect_view()}
            </div>
            <Button
                label=say!(app, item.undo_tap)
                icon=IconName::Undo
                on_press=undo
                disabled_reason=nothing_to_undo
            />
            <span class="visually-hidden" role="status">
                {move || said.get()}
            </span>
        </fieldset>
    }
}

/// One counter: the whole tile is the button, and its number is what the eye finds first.
#[component]
fn CounterTile(
    form: Form<Observation>,
    item: StoredValue<String>,
    counter: Counter,
) -> impl IntoView {
    let app = use_app();
    let id = StoredValue::new(counter.id);
    let count = read(form, move |observation| {
        item.with_value(|item| id.with_value(|counter| observation.count(item, counter)))
    });
    let tap = move |_| {
        let store = app.store();
        let (tap, at) = (store.new_part(), store.now());
        form.edit(|observation| {
            let taps = observation.taps.entry(item.get_value()).or_default();
            taps.insert(tap, Tap { counter: id.get_value(), at });
        });
    };
    let name = told(counter.label);
    let label = {
        let name = name.clone();
        move || {
            let n = count.get();
            now!(app, item.counted, name = name(), n = n)
        }
    };
    view! {
        <button type="button" class="tally-tile" aria-label=label on:click=tap>
            <span class="tally-count number" aria-hidden="true">
                {move || count.get()}
            </span>
            <span class="tally-name" aria-hidden="true">
                {name}
            </span>
            <span class="tally-plus" aria-hidden="true">
                <Icon name=IconName::Add />
            </span>
        </button>
    }
}
