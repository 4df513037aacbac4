//! All observations: searched, filtered, in order. What is asked stands in the address, so that the way
//! back leads to the same list.

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use web_sys::HtmlElement;

use super::asking::{Asking, WORDS};
use super::observations_filters::filters;
use crate::app::store::{Digest, Filter, Found, Names, Query};
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;
use crate::ui::words::titles;

/// How many are shown at a time.
const PAGE: u32 = 30;

/// How long to wait for the next key before the address is written, in milliseconds: some browsers take
/// no more than a hundred in half a minute.
const ADDRESS_MS: u32 = 300;

/// How long the list is left alone before what a search needs is read, in milliseconds.
const READ_AHEAD_MS: u32 = 300;

/// The page.
pub fn observations() -> View {
    let app = use_app();
    let asking = Asking::read();
    let remember = remember(asking);
    let found = use_stored(move |store| {
        let (query, pages) = (asking.query.get(), asking.pages.get());
        let names = Names::new(&app.content(), app.lang());
        async move { store.find(&query, &names, (PAGE * pages) as usize).await }
    });
    // What the first search has to read is read while the person looks at the list. What cannot be read
    // now is told when it is asked for.
    spawn_local(async move {
        TimeoutFuture::new(READ_AHEAD_MS).await;
        drop(app.store().catch_up().await);
    });
    let search = Field::new(say!(app, find.words))
        .hint(say!(app, find.words_hint))
        .id(WORDS)
        .text(asking.asked(Filter::Words), move |words| asking.ask(Filter::Words, words))
        .max_length(80)
        .last();
    let new = LinkButton::new("/observationer/ny", say!(app, overview.new_observation))
        .kind(ButtonKind::Primary)
        .icon(IconName::Observation);
    let content = el("div")
        .class("finder stack")
        .on("change", move |_| remember())
        .child(el("div").class("search").attr("role", "search").child(search))
        .child(filters(app, asking))
        .child(count(app, asking, found))
        .child(answer(app, asking, found));
    Page::new(say!(app, find.title))
        .back("/", say!(app, form.back))
        .action(new)
        .child(content)
        .view()
}

/// Writes into the address what is asked: soon after a change, and at once when a field is left. It takes
/// the place of what was asked before, so that one step back leaves the list.
fn remember(asking: Asking) -> Press {
    let go = StoredValue::new_local(use_navigate());
    let written = StoredValue::new(asking.address());
    let write = move || {
        let address = asking.address();
        if written.try_get_value().is_none_or(|before| before == address) {
            return;
        }
        written.set_value(address.clone());
        if let Some(go) = go.try_get_value() {
            let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
            go(&address, options);
        }
    };
    let turn = StoredValue::new(0_u32);
    Effect::new(move || {
        asking.query.track();
        asking.pages.track();
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        spawn_local(async move {
            TimeoutFuture::new(ADDRESS_MS).await;
            // A page that is gone has no turn left.
            if mine.is_some() && turn.try_get_value() == mine {
                write();
            }
        });
    });
    press(write)
}

/// How many were found, said aloud as well.
fn count(app: App, asking: Asking, found: Stored<Found>) -> El {
    let said = words(move || {
        found.with(|found| match found {
            Loaded::Loading if asking.query.with(Query::is_everything) => String::new(),
            Loaded::Loading => now!(app, find.searching),
            Loaded::Ready(Found { total: 0, .. }) | Loaded::Failed(_) => String::new(),
            Loaded::Ready(Found { total: 1, .. }) => now!(app, find.found_one),
            Loaded::Ready(Found { total, items }) if items.len() < *total => {
                let (shown, total) = (thousands(items.len()), thousands(*total));
                now!(app, find.found_part, n = total, shown = shown)
            }
            Loaded::Ready(Found { total, .. }) => now!(app, find.found_many, n = thousands(*total)),
        })
    });
    el("p").class("found-count soft number").attr("role", "status").child(said)
}

/// `5.000`, as in Danish; a space would do for English, and a point is read as well.
fn thousands(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{}.{:03}", number / 1_000, number % 1_000),
    }
}

/// What was found, or what to do where nothing was.
fn answer(app: App, asking: Asking, found: Stored<Found>) -> El {
    let total = memo(move || {
        found.with(|found| match found {
            Loaded::Ready(found) => u64::try_from(found.total).ok(),
            _ => None,
        })
    });
    let items = move || {
        found.with(|found| match found {
            Loaded::Ready(found) => found.items.clone(),
            _ => Vec::new(),
        })
    };
    let count = move || {
        u32::try_from(found.with(|found| match found {
            Loaded::Ready(found) => found.items.len(),
            _ => 0,
        }))
        .unwrap_or(u32::MAX)
    };
    let is_more = move || total.get().is_some_and(|total| u64::from(count()) < total);
    let first_new = StoredValue::new(None::<u32>);
    // The button may go with the last of them: the first new one takes the focus.
    Effect::new(move || {
        let now = count();
        if let Some(before) = first_new.try_get_value().flatten().filter(|before| *before < now) {
            first_new.set_value(None);
            request_animation_frame(move || focus_row(before));
        }
    });
    let more = move || {
        first_new.set_value(Some(untrack(count)));
        asking.pages.update(|pages| *pages += 1);
    };
    let unreadable = move || match found.get() {
        Loaded::Failed(_) => shown(found, |_| ()),
        _ => View::nothing(),
    };
    let none = show(
        move || total.get() == Some(0),
        move || {
            let is_everything = asking.query.with(Query::is_everything);
            let (title, text) = if is_everything {
                (say!(app, find.empty_title), say!(app, find.empty_text))
            } else {
                (say!(app, find.none_title), say!(app, find.none_text))
            };
            let icon = if is_everything { IconName::Observation } else { IconName::Search };
            EmptyState::new(icon, title, text)
        },
    );
    let rows = each(items, key, move |digest| row(app, &digest).element());
    el("div")
        .class("found stack")
        .child(unreadable)
        .child(none)
        .child(list(rows).attr("aria-label", say!(app, find.title)))
        .child(show(is_more, move || Button::new(say!(app, list.more), more)))
}

/// Focuses the link of a row.
fn focus_row(place: u32) {
    let link = format!(".found .list-row:nth-child({}) a", place + 1);
    let found = document().query_selector(&link).ok().flatten();
    if let Some(link) = found.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        focus_in_place(&link);
        link.scroll_into_view_with_bool(false);
    }
}

/// A row is made anew when what it shows has become another.
fn key(digest: &Digest) -> String {
    let Digest { rec, changed, is_draft, conflicts, .. } = digest;
    format!("{rec} {changed} {is_draft} {conflicts}")
}

fn row(app: App, digest: &Digest) -> ListRow {
    let (class, day, observer) = (digest.class.clone(), digest.day, digest.observer.clone());
    let content = app.content();
    let template = digest.template.as_ref().and_then(|it| content.template(it).cloned());
    let detail = move || {
        let form = template.as_ref().map(|form| form.title.get(app.lang()).to_owned());
        let by = Some(observer.clone()).filter(|by| !by.is_empty());
        [form, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let begun = if digest.is_draft { "?ny=1" } else { "" };
    let unfinished = !digest.finished && !digest.is_draft;
    ListRow::new(words(move || titles::lesson(app, &class, day)))
        .detail(words(detail))
        .href(format!("/observationer/{}{begun}", digest.rec))
        .lead(icon(if digest.is_draft { IconName::Edit } else { IconName::Observation }))
        .trail((
            digest.example.then(|| badge(BadgeKind::Example, say!(app, badge.example))),
            digest.conflicts.then(|| badge(BadgeKind::Conflict, say!(app, badge.conflict))),
            digest.is_draft.then(|| badge(BadgeKind::Draft, say!(app, badge.draft))),
            unfinished.then(|| badge(BadgeKind::Draft, say!(app, badge.unfinished))),
        ))
}
