//! What comes from the store, and what is shown until it does.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use futures::future::LocalBoxFuture;
use futures::{FutureExt, TryFutureExt};
use leptos::prelude::*;

use super::state::{App, Store, use_app};
use super::texts::say;
use crate::app::store::AppError;
use crate::ui::dom::{Content, View, el};
use crate::ui::kit::{Button, Notice, NoticeKind};

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

impl<T> Loaded<T> {
    fn map<U>(self, ready: impl FnOnce(T) -> U) -> Loaded<U> {
        match self {
            Self::Loading => Loaded::Loading,
            Self::Ready(value) => Loaded::Ready(ready(value)),
            Self::Failed(error) => Loaded::Failed(error),
        }
    }
}

/// An answer of the store whose type only the page knows: what keeps and follows answers is in the program once
/// and not once for each of the many things that pages ask for.
type Answer = Arc<dyn Any + Send + Sync>;

/// What a page has read from the store. It is followed by who looks at it.
pub struct Stored<T> {
    answer: RwSignal<Loaded<Answer>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Stored<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stored<T> {}

impl<T: Clone + 'static> Stored<T> {
    /// What there is, followed.
    pub fn get(self) -> Loaded<T> {
        self.with(|found| found.map(Clone::clone))
    }

    /// Looks at what there is, followed.
    pub fn with<R>(self, look: impl FnOnce(Loaded<&T>) -> R) -> R {
        let found = self.answer.try_get().unwrap_or(Loaded::Loading);
        look(match &found {
            Loaded::Loading => Loaded::Loading,
            // What was put here is of this type: the one who asked for it is the one who looks.
            Loaded::Ready(answer) => {
                answer.downcast_ref::<T>().map_or(Loaded::Loading, Loaded::Ready)
            }
            Loaded::Failed(error) => Loaded::Failed(error.clone()),
        })
    }
}

/// Reads from the store now, and again whenever something has been stored or a signal that `fetch`
/// reads has changed. What was there stays until the new is here, so that nothing jumps.
pub fn use_stored<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static) -> Stored<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    reading(fetch, false)
}

/// Reads from the store once: for a form, which has its own way of keeping up. A failure may be
/// tried again.
pub fn use_stored_once<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static) -> Stored<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    reading(fetch, true)
}

/// One reading.
type Fetch = Box<dyn Fn(Rc<Store>) -> LocalBoxFuture<'static, Result<Answer, AppError>>>;

/// Whether two answers say the same.
type Same = fn(&Answer, &Answer) -> bool;

fn reading<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static, once: bool) -> Stored<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    let answer = RwSignal::new(Loaded::Loading);
    let fetch: Fetch =
        Box::new(move |store| fetch(store).map_ok(|found| Arc::new(found) as Answer).boxed_local());
    keep_reading(fetch, |a, b| a.downcast_ref::<T>() == b.downcast_ref::<T>(), answer, once);
    Stored { answer, of: PhantomData }
}

/// Puts an answer where it belongs. One that says the same as before wakes nobody.
fn put(answer: RwSignal<Loaded<Answer>>, found: Result<Answer, AppError>, same: Same) {
    let found = found.map_or_else(Loaded::Failed, Loaded::Ready);
    let is_new = answer.try_with_untracked(|before| match (before, &found) {
        (Loaded::Ready(before), Loaded::Ready(found)) => !same(before, found),
        (Loaded::Failed(before), Loaded::Failed(found)) => before != found,
        _ => true,
    });
    if is_new == Some(true) {
        answer.try_set(found);
    }
}

/// Reads now and whenever something has been stored; `once` only until something was read.
fn keep_reading(fetch: Fetch, same: Same, answer: RwSignal<Loaded<Answer>>, once: bool) {
    let app = use_app();
    let latest = StoredValue::new(0_u64);
    let is_enough = move || {
        once && answer.try_with_untracked(|it| !matches!(it, Loaded::Ready(_))) != Some(true)
    };
    Effect::new(move || {
        app.stored.track();
        if is_enough() {
            return;
        }
        let fetching = fetch(app.store());
        let Some(mine) = latest.try_update_value(|n| {
            *n += 1;
            *n
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            // What is read may be filled in with a form of the school's own.
            let ((), found) = futures::join!(app.read_forms(), fetching);
            // An answer that a later question has overtaken, or whose page is gone, is dropped.
            if latest.try_get_value() == Some(mine) && !is_enough() {
                put(answer, found, same);
            }
        });
    });
}

/// Shows what came from the store; an error with what to do; nothing while it is on its way.
pub fn shown<T, C>(stored: Stored<T>, content: impl Fn(T) -> C + 'static) -> View
where
    T: Clone + 'static,
    C: Content,
{
    let content = move |answer: &Answer| {
        // As in `Stored::with`.
        let value = answer.downcast_ref::<T>().cloned();
        value.map_or_else(View::nothing, |value| content(value).view())
    };
    shown_answer(stored.answer, Box::new(content))
}

fn shown_answer(answer: RwSignal<Loaded<Answer>>, content: Box<dyn Fn(&Answer) -> View>) -> View {
    let app = use_app();
    let show = move || match answer.get() {
        Loaded::Loading => View::nothing(),
        Loaded::Ready(value) => content(&value),
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
