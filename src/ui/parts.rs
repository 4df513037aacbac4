//! The parts that the download comes in: which are here, how the others are fetched, and what is shown until they are.
//!
//! `#[wasm_split]` marks where the program is cut (`tools/split-parts.sh` cuts it there): what only the marked functions
//! reach is in their part, and calling one fetches the part first. A part has one such function, since each keeps a
//! note of its own of whether the part has come.
#![allow(unsafe_code, reason = "written by #[wasm_split] to call from one part into another")]

use std::cell::RefCell;

use futures::FutureExt as _;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::dom::{Content as _, View, el};
use super::kit::{Button, MAIN_ID, Notice, NoticeKind};
use super::pages;
use super::shell::{App, Part, Route, say, text};
use super::voices::{self, Tablet};
use super::words::titles;
use crate::platform::page::idle;

mod content;

/// What the first part asks another for.
enum Asked {
    /// What the app brings along, for all that is shown already.
    Content,
    /// The page of an address.
    Page(Route),
    /// What the pupils see who have the tablet.
    Pupils(Tablet),
    /// The example, put in the store, and what is to be done then.
    Example(fn(App)),
}

#[wasm_split(observation, fallible, preload(fetch_observation))]
fn make_of_observation(app: App, asked: Asked) -> Result<View, SplitLoaderError> {
    content::bring(app);
    Ok(match asked {
        Asked::Page(route) => pages::observation_page(route),
        _ => View::nothing(),
    })
}

#[wasm_split(rest, fallible, preload(fetch_rest))]
fn make_of_rest(app: App, asked: Asked) -> Result<View, SplitLoaderError> {
    content::bring(app);
    app.bring_names(titles::record);
    Ok(match asked {
        Asked::Content => View::nothing(),
        Asked::Page(route) => pages::rest_page(route),
        Asked::Pupils(tablet) => voices::screen(app, tablet),
        Asked::Example(done) => {
            spawn_local(async move {
                match app.store().add_example(app.lang_now()).await {
                    Ok(()) => done(app),
                    Err(error) => app.complain(&error),
                }
            });
            View::nothing()
        }
    })
}

thread_local! {
    /// The parts that have come.
    static HERE: RefCell<Vec<Part>> = const { RefCell::new(Vec::new()) };
}

/// The page that an address leads to, at once where its part is here.
pub fn page(app: App, route: Route) -> View {
    match pages::part_of(&route) {
        Part::First => pages::first_page(route),
        part => when_here(app, part, move || make(app, part, Asked::Page(route.clone()))),
    }
}

/// What the pupils see who have the tablet.
pub fn pupils_screen(app: App, tablet: Tablet) -> View {
    when_here(app, Part::Rest, move || make(app, Part::Rest, Asked::Pupils(tablet)))
}

/// Puts the example in the store, as soon as the part is here that has it.
pub fn add_example(app: App, done: fn(App)) {
    spawn_local(async move {
        if fetch(app, Part::Rest).await {
            make(app, Part::Rest, Asked::Example(done));
        } else {
            app.toasts.say(text!(app, parts.missing));
        }
    });
}

/// Fetches all parts, the one that is needed most first, while nothing else is to be done. Ends when they are here or
/// one of them could not be had.
pub async fn fetch_ahead(app: App) {
    for part in [Part::Observation, Part::Rest] {
        idle::come().await;
        if !fetch(app, part).await {
            return;
        }
    }
}

/// Fetches a part that is not here. Gives whether it is here now.
async fn fetch(app: App, part: Part) -> bool {
    let came = match part {
        Part::First => return true,
        Part::Observation => fetch_observation().await,
        Part::Rest => fetch_rest().await,
    };
    if came.is_ok() && !is_here(part) {
        HERE.with_borrow_mut(|here| here.push(part));
        make(app, part, Asked::Content);
    }
    came.is_ok()
}

fn is_here(part: Part) -> bool {
    part == Part::First || HERE.with_borrow(|here| here.contains(&part))
}

/// What a part that is here makes: it answers without waiting.
fn make(app: App, part: Part, asked: Asked) -> View {
    let made = match part {
        Part::First => None,
        Part::Observation => make_of_observation(app, asked).now_or_never(),
        Part::Rest => make_of_rest(app, asked).now_or_never(),
    };
    made.and_then(Result::ok).unwrap_or_else(View::nothing)
}

/// How far a part is.
#[derive(Clone, Copy)]
enum Coming {
    OnItsWay,
    Here,
    Missing,
}

/// Shows what a part makes as soon as it is here, and what to do where it cannot be had.
fn when_here(app: App, part: Part, make: impl Fn() -> View + 'static) -> View {
    if is_here(part) {
        return make();
    }
    let coming = RwSignal::new(Coming::OnItsWay);
    let ask = move || {
        coming.set(Coming::OnItsWay);
        spawn_local(async move {
            let came = fetch(app, part).await;
            coming.try_set(if came { Coming::Here } else { Coming::Missing });
        });
    };
    ask();
    let content = move || match coming.get() {
        Coming::OnItsWay => frame(el("p").class("soft").child(say!(app, parts.coming)).view()),
        Coming::Here => make(),
        Coming::Missing => {
            let notice = Notice::new(NoticeKind::Warning, say!(app, parts.missing))
                .announce()
                .actions(Button::new(say!(app, trouble.again), ask));
            frame(notice.view())
        }
    };
    content.view()
}

/// A page without a title: the one that comes brings its own.
fn frame(content: View) -> View {
    let main = el("main").class("page-main").id(MAIN_ID).attr("tabindex", "-1").child(content);
    el("div").class("page").child(el("div").class("page-body").child(main)).view()
}
