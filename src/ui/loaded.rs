//! What comes from the store, and what is shown until it does.

use std::rc::Rc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use super::components::{Button, Notice, NoticeKind};
use super::dom::{Content, View, el};
use super::state::{App, Store, use_app};
use super::texts::say;
use crate::app::AppError;

/// Something from the store.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// It could not be read. That is not the same as empty.
    Failed(AppError),
}

/// Reads from the store now, and again whenever something has been stored or a signal that `fetch`
/// reads has changed. What was there stays until the new is here, so that nothing jumps.
pub fn use_stored<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static) -> RwSignal<Loaded<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    let loaded = RwSignal::new(Loaded::Loading);
    keep_reading(reading(loaded, fetch), Box::new(|| false));
    loaded
}

/// Reads from the store once: for a form, which has its own way of keeping up. A failure may be
/// tried again.
pub fn use_stored_once<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static) -> RwSignal<Loaded<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    let loaded = RwSignal::new(Loaded::Loading);
    let is_here = move || {
        loaded.try_with_untracked(|loaded| !matches!(loaded, Loaded::Ready(_))) != Some(true)
    };
    keep_reading(reading(loaded, fetch), Box::new(is_here));
    loaded
}

/// One reading: when it is through it gives what puts the answer where it belongs.
type Fetch = Box<dyn Fn(Rc<Store>) -> LocalBoxFuture<'static, Box<dyn FnOnce()>>>;

fn reading<T, F>(loaded: RwSignal<Loaded<T>>, fetch: impl Fn(Rc<Store>) -> F + 'static) -> Fetch
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    Box::new(move |store| {
        let fetching = fetch(store);
        async move {
            let found = fetching.await.map_or_else(Loaded::Failed, Loaded::Ready);
            Box::new(move || {
                if loaded.try_with_untracked(|before| *before != found) == Some(true) {
                    loaded.try_set(found);
                }
            }) as Box<dyn FnOnce()>
        }
        .boxed_local()
    })
}

/// Reads now and whenever something has been stored, until `is_enough`.
fn keep_reading(fetch: Fetch, is_enough: Box<dyn Fn() -> bool>) {
    let app = use_app();
    let latest = StoredValue::new(0_u64);
    let is_enough = Rc::new(is_enough);
    Effect::new(move || {
        app.stored.track();
        if is_enough() {
            return;
        }
        let fetching = fetch(app.store());
        let is_enough = Rc::clone(&is_enough);
        let Some(mine) = latest.try_update_value(|n| {
            *n += 1;
            *n
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            // What is read may be filled in with a form of the school's own.
            let ((), put) = futures::join!(app.read_forms(), fetching);
            // An answer that a later question has overtaken, or whose page is gone, is dropped.
            if latest.try_get_value() == Some(mine) && !is_enough() {
                put();
            }
        });
    });
}

/// Shows what came from the store; an error with what to do; nothing while it is on its way.
pub fn shown<T, C>(loaded: RwSignal<Loaded<T>>, content: impl Fn(T) -> C + 'static) -> View
where
    T: Clone + PartialEq + Send + Sync + 'static,
    C: Content,
{
    let app = use_app();
    let show = move || match loaded.get() {
        Loaded::Loading => View::nothing(),
        Loaded::Ready(value) => content(value).view(),
        Loaded::Failed(error) => unreadable(app, &error),
    };
    show.view()
}

/// Says why the store could not be read.
fn unreadable(app: App, error: &AppError) -> View {
    let again = move || app.stored.update(|count| *count += 1);
    Notice::new(NoticeKind::Warning, say!(app, trouble.unreadable))
        .announce()
        .actions(Button::new(say!(app, trouble.again), again))
        .child(el("p").child(app.explain(error)))
        .view()
}
