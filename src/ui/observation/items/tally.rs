//! Counters to tap when something happens, with undo of the last tap always in the same place. A
//! counter can be counted for each adult or group: one target for each of them.

use super::asked::{Asked, field_id, read};
use crate::domain::forms::{Counter, Per};
use crate::domain::observation::{Observation, Tap};
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, maybe_localized};

pub fn tally(form: Form<Observation>, asked: Asked, counters: Vec<Counter>) -> El {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let said = RwSignal::new(String::new());
    let last = read(form, move |observation| {
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
    el("fieldset")
        .class("question tally")
        .id(field_id(&asked.id))
        .attr("tabindex", "-1")
        .child(el("legend").class("field-label").child(localized(asked.text)))
        .child(maybe_localized(asked.help).map(|hint| el("p").class("field-hint").child(hint)))
        .child(counters_of(form, item, &counters))
        .child(
            Button::new(say!(app, item.undo_tap), undo)
                .icon(IconName::Undo)
                .disabled_reason(nothing_to_undo),
        )
        .child(el("span").class("visually-hidden").attr("role", "status").child(move || said.get()))
        .child(split(app, form, item, counters))
}

/// The tiles of all counters: one for each, or one for each of those it is counted for.
pub fn counters_of(form: Form<Observation>, item: StoredValue<String>, counters: &[Counter]) -> El {
    let counters = StoredValue::new(counters.to_vec());
    // Initials and groups may get their names while the counters are on the screen.
    let people = read(form, move |it| {
        let people = |per| it.counted_for(Some(per)).into_iter().map(|(who, _)| who);
        people(Per::Adult).chain(people(Per::Group)).collect::<Vec<String>>()
    });
    let tiles = move || {
        people.track();
        let mut tiles = Vec::new();
        for counter in counters.get_value() {
            let people = form.value.with_untracked(|it| it.counted_for(counter.per));
            if people.is_empty() {
                tiles.push(counter_tile(form, item, counter, String::new()));
                continue;
            }
            for (who, _) in people {
                tiles.push(counter_tile(form, item, counter.clone(), who));
            }
        }
        tiles
    };
    el("div").class("tally-counters").child(tiles)
}

/// One counter: the whole tile is the button, and its number is what the eye finds first.
fn counter_tile(
    form: Form<Observation>,
    item: StoredValue<String>,
    counter: Counter,
    who: String,
) -> El {
    let app = use_app();
    let id = StoredValue::new(counter.id);
    let of = StoredValue::new(who.clone());
    let is_one = who.is_empty();
    let count = read(form, move |it| {
        item.with_value(|item| {
            id.with_value(|counter| match is_one {
                true => it.count(item, counter),
                false => of.with_value(|who| it.count_for(item, counter, who)),
            })
        })
    });
    let tap = move |_| {
        let store = app.store();
        let (tap, at) = (store.new_part(), store.now());
        let tapped = Tap { counter: id.get_value(), at, who: of.get_value() };
        form.edit(|observation| observation.tap(&item.get_value(), &tap, &tapped));
    };
    let name = localized(counter.label);
    let per = counter.per.filter(|_| !is_one);
    let called = memo(move || match per {
        Some(per) => form.with(|it| of.with_value(|who| it.who_is(per, who))),
        None => String::new(),
    });
    let label = words(move || match is_one {
        true => now!(app, item.counted, name = name.get(), n = count.get()),
        false => {
            now!(app, counting.tile, name = name.get(), who = called.get(), n = count.get())
        }
    });
    let part = |class: &'static str| el("span").class(class).attr("aria-hidden", "true");
    let who = (!is_one).then(|| el("strong").class("tally-who").child((called, " ")));
    el("button")
        .attr("type", "button")
        .class("tally-tile")
        .attr("aria-label", label)
        .on("click", tap)
        .child(part("tally-count number").child(count))
        .child(part("tally-name").child(who).child(name))
        .child(part("tally-plus").child(icon(IconName::Add)))
}

/// What the counters came to where a tile does not say it: for each of those they are counted for,
/// and how many have no time.
fn split(
    app: App,
    form: Form<Observation>,
    item: StoredValue<String>,
    counters: Vec<Counter>,
) -> View {
    let lines = read(form, move |it| {
        let of = |counter: &Counter| item.with_value(|item| split_line(app, it, item, counter));
        counters.iter().filter_map(of).collect::<Vec<String>>()
    });
    let shown = move || {
        let lines = lines.get().into_iter().map(|line| el("li").child(line)).collect::<Vec<_>>();
        if lines.is_empty() {
            return View::nothing();
        }
        el("ul").class("shares").attr("role", "list").child(lines).view()
    };
    shown.view()
}

/// A counter with its split: `Hjælper en elev: 12 (AL: 8 · SO: 4)`. Nothing where there is none.
fn split_line(app: App, it: &Observation, item: &str, counter: &Counter) -> Option<String> {
    let parts = split_parts(app, it, item, counter);
    let (name, n) = (counter.label.get(app.lang()), it.count(item, &counter.id));
    let all = now!(app, counting.of_all, name = name, n = n);
    (!parts.is_empty()).then(|| format!("{all} ({})", parts.join(" · ")))
}

/// For whom a counter was counted and how often, and how many have no time; nothing where it is as one.
pub fn split_parts(app: App, it: &Observation, item: &str, counter: &Counter) -> Vec<String> {
    let taps = it.taps(item).into_iter().filter(|(_, tap)| tap.counter == counter.id).count();
    let (n, split) = (it.count(item, &counter.id), it.split(item, &counter.id));
    let mut parts: Vec<String> = Vec::new();
    if let Some(per) = counter.per.filter(|_| split.iter().any(|(who, _)| !who.is_empty())) {
        parts.extend(split.iter().map(|(who, n)| match who.as_str() {
            "" => now!(app, counting.of_nobody, n = n),
            who => now!(app, counting.of_one, who = it.who_is(per, who), n = n),
        }));
    }
    let untimed = n.saturating_sub(taps);
    if untimed > 0 {
        parts.push(now!(app, counting.untimed, n = untimed));
    }
    parts
}
