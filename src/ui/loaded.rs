//! What comes from the store, and what is shown until it does.

use std::rc::Rc;

use leptos::prelude::*;

use super::components::{Button, Notice, NoticeKind};
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
    let app = use_app();
    let loaded = RwSignal::new(Loaded::Loading);
    let latest = StoredValue::new(0_u64);
    Effect::new(move || {
        app.stored.track();
        let fetching = fetch(app.store());
        let Some(mine) = latest.try_update_value(|n| {
            *n += 1;
            *n
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let found = fetching.await;
            // An answer that a later question has overtaken, or whose page is gone, is dropped.
            if latest.try_get_value() != Some(mine) {
                return;
            }
            let found = found.map_or_else(Loaded::Failed, Loaded::Ready);
            if loaded.try_with_untracked(|before| *before != found) == Some(true) {
                loaded.try_set(found);
            }
        });
    });
    loaded
}

/// Reads from the store once: for a form, which has its own way of keeping up.
pub fn use_stored_once<T, F>(fetch: impl Fn(Rc<Store>) -> F + 'static) -> RwSignal<Loaded<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    let app = use_app();
    let loaded = RwSignal::new(Loaded::Loading);
    Effect::new(move || {
        // A failure may be tried again; what is here stays as it is.
        app.stored.track();
        if loaded.with_untracked(|loaded| matches!(loaded, Loaded::Ready(_))) {
            return;
        }
        let fetching = fetch(app.store());
        leptos::task::spawn_local(async move {
            let found = fetching.await.map_or_else(Loaded::Failed, Loaded::Ready);
            let waiting = loaded.try_with_untracked(|it| !matches!(it, Loaded::Ready(_)));
            if waiting == Some(true) {
                loaded.try_set(found);
            }
        });
    });
    loaded
}

/// Shows what came from the store; an error with what to do; nothing while it is on its way.
pub fn shown<T, V>(
    loaded: RwSignal<Loaded<T>>,
    view: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let app = use_app();
    move || match loaded.get() {
        Loaded::Loading => ().into_any(),
        Loaded::Ready(value) => view(value).into_any(),
        Loaded::Failed(error) => view! { <Unreadable app=app error=error /> }.into_any(),
    }
}

/// Says why the store could not be read.
#[component]
pub fn Unreadable(app: App, error: AppError) -> impl IntoView {
    let again = move || app.stored.update(|count| *count += 1);
    view! {
        <Notice
            kind=NoticeKind::Warning
            title=say!(app, trouble.unreadable)
            actions=move || view! { <Button label=say!(app, trouble.again) on_press=again /> }
            announce=true
        >
            <p>{app.explain(&error)}</p>
        </Notice>
    }
}
