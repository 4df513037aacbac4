//! What the list of observations can be filtered by and how it is ordered. On a phone the filters fold
//! away behind a button that says how many are set.

use gloo_timers::future::TimeoutFuture;

use super::asking::{Asking, WORDS};
use crate::app::store::{Choosable, Filter, Query, Sort};
use crate::domain::initiative::Initiative;
use crate::domain::record::Record;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, titles};

/// How long the list has for itself before the choices are read, in milliseconds.
const LIST_FIRST_MS: u32 = 300;

const PANEL: &str = "filters";

/// The filters, the order, and the way to be rid of them.
pub fn filters(app: App, asking: Asking) -> El {
    let query = asking.query;
    let found = use_stored(move |store| {
        let in_a_hurry = query.with_untracked(|query| query.filters() > 0);
        async move {
            if !in_a_hurry {
                TimeoutFuture::new(LIST_FIRST_MS).await;
            }
            store.choosable().await
        }
    });
    let open = RwSignal::new(false);
    let set = memo(move || u32::try_from(query.with(Query::filters)).unwrap_or_default());
    let label = words(move || match set.get() {
        0 => now!(app, find.filters),
        n => now!(app, find.filters_set, n = n),
    });
    let toggle = el("button")
        .attr("type", "button")
        .class("button button-secondary filters-toggle")
        .attr("aria-expanded", move || if open.get() { "true" } else { "false" })
        .attr("aria-controls", PANEL)
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(icon(IconName::Down))
        .child(el("span").child(label));
    let clear = move || {
        asking.pages.set(1);
        query.update(|query| {
            for filter in Filter::ALL.into_iter().filter(|filter| *filter != Filter::Sort) {
                query.set(filter, String::new());
            }
        });
        focus_field(WORDS);
    };
    let clear = move || {
        Button::new(say!(app, find.clear), clear).kind(ButtonKind::Quiet).icon(IconName::Close)
    };
    let phases = [
        ("1", say!(app, find.phase_1)),
        ("2", say!(app, find.phase_2)),
        ("3", say!(app, find.phase_3)),
    ];
    let drafts = [("ja", say!(app, find.draft_yes)), ("nej", say!(app, find.draft_no))];
    el("div")
        .class("filters stack")
        .child(
            el("div")
                .class("row filters-row")
                .child(toggle)
                .child(sort(app, asking))
                .child(show(move || !query.with(Query::is_everything), clear)),
        )
        .child(
            el("div")
                .class("filters-panel grid-fields")
                .class_if("filters-open", move || open.get())
                .id(PANEL)
                .attr("role", "group")
                .attr("aria-label", say!(app, find.filters))
                .child(initiative(app, asking, found))
                .child(fixed(app, asking, Filter::Phase, say!(app, find.phase), phases))
                .child(template(app, asking))
                .child(texts_of(app, asking, Filter::Class, say!(app, find.class), found, |it| {
                    it.classes.clone()
                }))
                .child(texts_of(app, asking, Filter::Person, say!(app, find.person), found, |it| {
                    it.people.clone()
                }))
                .child(fixed(app, asking, Filter::Draft, say!(app, find.draft), drafts))
                .child(day(asking, Filter::From, say!(app, find.from)))
                .child(day(asking, Filter::To, say!(app, find.to))),
        )
}

fn sort(app: App, asking: Asking) -> Select {
    let name = |sort| match sort {
        Sort::Newest => say!(app, find.newest),
        Sort::Oldest => say!(app, find.oldest),
        Sort::Class => say!(app, find.by_class),
        Sort::Changed => say!(app, find.changed),
    };
    let choices = Sort::ALL.into_iter().map(|sort| Choice::new(sort.word(), name(sort)));
    Field::new(say!(app, find.sort)).select(
        Signal::stored(choices.collect::<Vec<_>>()),
        asking.asked(Filter::Sort),
        move |word| asking.ask(Filter::Sort, word),
    )
}

fn choose(
    app: App,
    asking: Asking,
    filter: Filter,
    label: Words,
    choices: Signal<Vec<Choice>>,
) -> Select {
    Field::new(label)
        .select(choices, asking.asked(filter), move |chosen| asking.ask(filter, chosen))
        .empty_label(say!(app, find.any))
}

fn fixed<const N: usize>(
    app: App,
    asking: Asking,
    filter: Filter,
    label: Words,
    answers: [(&'static str, Words); N],
) -> Select {
    let choices = answers.into_iter().map(|(id, label)| Choice::new(id, label));
    choose(app, asking, filter, label, Signal::stored(choices.collect()))
}

fn template(app: App, asking: Asking) -> Select {
    let content = app.content();
    let choices = content
        .newest_templates()
        .map(|it| Choice::new(it.family().to_owned(), localized(it.title.clone())));
    let choices = Signal::stored(choices.collect());
    choose(app, asking, Filter::Template, say!(app, find.template), choices)
}

fn initiative(app: App, asking: Asking, found: Stored<Choosable>) -> Select {
    let choices = Signal::derive(move || {
        found.with(|found| {
            let Loaded::Ready(found) = found else { return Vec::new() };
            let named = found.initiatives.iter().map(|summary| {
                let initiative = Initiative::read(&summary.fields);
                let title = words(move || titles::initiative(app, &initiative));
                Choice::new(summary.rec.to_string(), title)
            });
            named.collect()
        })
    });
    choose(app, asking, Filter::Initiative, say!(app, find.initiative), choices)
}

/// What stands in the observations, and what is asked for though it may stand in none.
fn texts_of(
    app: App,
    asking: Asking,
    filter: Filter,
    label: Words,
    found: Stored<Choosable>,
    texts: fn(&Choosable) -> Vec<String>,
) -> Select {
    let asked = asking.asked(filter);
    let choices = Signal::derive(move || {
        let mut known = found.with(|found| match found {
            Loaded::Ready(found) => texts(found),
            _ => Vec::new(),
        });
        let asked = asked.get();
        if !asked.is_empty() && !known.contains(&asked) {
            known.push(asked);
        }
        let choices = known.into_iter();
        choices.map(|text| Choice::new(text.clone(), Signal::stored(text))).collect()
    });
    choose(app, asking, filter, label, choices)
}

fn day(asking: Asking, filter: Filter, label: Words) -> Input {
    Field::new(label).date(asking.asked(filter), move |day| asking.ask(filter, day))
}
