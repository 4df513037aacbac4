//! The page's side of `public/worker.js`: registers it, tells how far it is, and changes builds when asked.
//!
//! Nothing here reloads on its own: only [`apply_update`] does, and whoever calls it has saved everything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerUpdateViaCache, VisibilityState, Window,
};

use super::listen::listen;

/// A status check looks through the cache and may fetch what is missing; after this long without an
/// answer the worker is taken for dead.
const PATIENCE_MS: i32 = 20_000;

/// A worker that does not say within this time that it keeps nothing is taken for dead.
const ERASE_PATIENCE_MS: i32 = 3_000;

/// How often to look whether the browser has made something anew.
const BETWEEN_LOOKS_MS: u32 = 500;

/// How long a new worker may take to take over. Chromium sometimes leaves it waiting, and asking again does not help.
const CHANGE_PATIENCE_MS: u32 = 6_000;

/// How far the device is with keeping the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerState {
    /// The browser keeps no app here: an insecure address, or a private window.
    Unsupported,
    /// The build is being fetched for the first time.
    Installing,
    /// Every file of this build has been found in the cache: ready without net.
    Ready {
        /// The build that the page and the worker both are.
        build: String,
    },
    /// A newer build is here whole and waits for [`apply_update`].
    UpdateWaiting,
    /// Another tab has changed to a newer build, and this page still runs the one before. It goes on
    /// working; [`apply_update`] brings it along.
    Replaced,
    /// The build could not be kept whole. The app works while there is net, and the next visit tries again.
    Failed,
}

/// What the worker found when it looked through its cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerStatus {
    /// The build it keeps.
    pub build: String,
    /// Whether every file of the build is there.
    pub complete: bool,
    /// How many files the build has.
    pub files: u32,
}

/// Called with each new state; the same one may come twice.
pub type Report = Rc<dyn Fn(WorkerState)>;

thread_local! {
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    /// Set by `apply_update`, taken by the first `controllerchange` after it.
    static RELOAD_ON_CHANGE: Cell<bool> = const { Cell::new(false) };
    /// The device is being reset: the worker is asked for nothing more, since looking through its cache would fill it.
    static GONE: Cell<bool> = const { Cell::new(false) };
    /// How many times somebody began to find out. A slow answer must not speak over a newer one.
    static INQUIRY: Cell<u32> = const { Cell::new(0) };
}

/// What is to be said before [`register`] has been called.
pub fn expected() -> WorkerState {
    match find_container() {
        Some(_) => WorkerState::Installing,
        None => WorkerState::Unsupported,
    }
}

/// Registers the worker beside the page and reports every state from now on. Call once, after the app is mounted.
pub async fn register(report: Report) {
    let Some((window, container)) = find_container() else {
        report(WorkerState::Unsupported);
        return;
    };
    follow_controller(&container, &report);

    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let Some(address) = worker_address(&window) else {
        report(WorkerState::Failed);
        return;
    };
    let registering = container.register_with_options(&address, &options);
    let registration = match JsFuture::from(registering).await {
        Ok(value) => value.unchecked_into::<ServiceWorkerRegistration>(),
        Err(_) => {
            report(WorkerState::Failed);
            return;
        }
    };
    if GONE.get() {
        return;
    }
    REGISTRATION.set(Some(registration.clone()));

    follow_installing(&registration, &report);
    look_for_update_when_seen(&window);
    // The browser looks by itself after a navigation, but when is its own affair.
    look_for_update();
    assess(&registration, &report).await;
}

/// Changes to the newest build: lets a waiting worker take over and reloads the page once. The caller has
/// saved everything, in every tab.
///
/// Comes back only when nothing has changed for [`CHANGE_PATIENCE_MS`]: a browser may leave the new worker waiting, and
/// then it takes over when every page of the app is shut. The page does not reload by itself after that.
pub async fn apply_update() {
    let waiting = REGISTRATION.with_borrow(|held| held.as_ref().and_then(|it| it.waiting()));
    match waiting {
        Some(worker) => RELOAD_ON_CHANGE.set(post(&worker, "activate", None).is_ok()),
        // Another tab was first: the newest build already answers.
        None => reload(),
    }
    TimeoutFuture::new(CHANGE_PATIENCE_MS).await;
    RELOAD_ON_CHANGE.set(false);
}

/// Asks the server for a newer build. Without net nothing happens.
pub fn look_for_update() {
    REGISTRATION.with_borrow(|held| {
        if let Some(Ok(update)) = held.as_ref().map(ServiceWorkerRegistration::update) {
            spawn_local(async move {
                // Being without net is the normal state here, not an error.
                let _ = JsFuture::from(update).await;
            });
        }
    });
}

/// Takes the worker off this device and throws away every build it keeps. The page goes on with what it has
/// loaded. Gives how many builds and workers of this app are left.
pub async fn erase() -> usize {
    let_go();
    let Some((window, container)) = find_container() else { return 0 };
    if let Some(registration) = registered(&container).await {
        // First of all it keeps nothing any more: what it was just asked to look through, it would fill again.
        let workers = [registration.installing(), registration.waiting(), registration.active()];
        for worker in workers.into_iter().flatten() {
            ask(&worker, "erase", ERASE_PATIENCE_MS).await;
        }
        if let Ok(leaving) = registration.unregister() {
            // What could not be taken off is counted below.
            let _ = JsFuture::from(leaving).await;
        }
    }
    throw_away_builds(&window).await;
    builds_kept(&window).await.len() + usize::from(registered(&container).await.is_some())
}

/// Goes on throwing away what the browser itself makes anew: seconds after a page has opened from a build, Chromium
/// puts the compiled program beside it, and makes the build's cache for that where it is gone. Ends when somebody
/// has begun anew and a worker keeps the app again.
pub async fn keep_erased() {
    let Some((window, container)) = find_container() else { return };
    while registered(&container).await.is_none() {
        throw_away_builds(&window).await;
        TimeoutFuture::new(BETWEEN_LOOKS_MS).await;
    }
}

async fn throw_away_builds(window: &Window) {
    let Ok(caches) = window.caches() else { return };
    for build in builds_kept(window).await {
        // What could not be thrown away is counted, or comes up again at the next look.
        let _ = JsFuture::from(caches.delete(&build)).await;
    }
}

/// Asks nothing more of the worker, here and from now on: everything is erased, in this tab or another.
pub fn let_go() {
    GONE.set(true);
    REGISTRATION.set(None);
}

/// What keeps the app on this device.
async fn registered(container: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    JsFuture::from(container.get_registration()).await.ok()?.dyn_into().ok()
}

/// The names of the builds that are kept, as `public/worker.js` names them.
async fn builds_kept(window: &Window) -> Vec<String> {
    let names = async {
        let base = window.document()?.base_uri().ok()??;
        let family = format!("indsats|{}|", web_sys::Url::new(&base).ok()?.pathname());
        let names = JsFuture::from(window.caches().ok()?.keys()).await.ok()?;
        let names: Vec<String> =
            Array::from(&names).iter().filter_map(|name| name.as_string()).collect();
        Some(names.into_iter().filter(|name| name.starts_with(&family)).collect())
    };
    names.await.unwrap_or_default()
}

/// Lets the worker look through its cache. `None` when there is no worker or it does not answer.
pub async fn check_status() -> Option<WorkerStatus> {
    let worker = REGISTRATION.with_borrow(|held| held.as_ref().and_then(|it| it.active()))?;
    ask_status(&worker).await
}

/// The build this page was made with, as the build step wrote it into `index.html`.
#[must_use]
pub fn page_build() -> Option<String> {
    web_sys::window()?
        .document()?
        .query_selector("meta[name=indsats-build]")
        .ok()??
        .get_attribute("content")
        .filter(|build| !build.is_empty())
}

fn find_container() -> Option<(Window, ServiceWorkerContainer)> {
    let window = web_sys::window()?;
    // Outside a secure context the property is absent, and the typed getter would hand out a hollow object.
    let found = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
    let container = found.dyn_into::<ServiceWorkerContainer>().ok()?;
    Some((window, container))
}

fn worker_address(window: &Window) -> Option<String> {
    let base = window.document()?.base_uri().ok()??;
    let address = web_sys::Url::new_with_base("worker.js", &base).ok()?;
    Some(address.href())
}

/// Says what is true now. Everything that happens to the worker ends here, so no state is left behind.
async fn assess(registration: &ServiceWorkerRegistration, report: &Report) {
    // One that is taken off changes its state a last time, and that is heard here.
    if GONE.get() {
        return;
    }
    let inquiry = begin_inquiry();
    let state = match registration.active() {
        None if registration.installing().is_some() || registration.waiting().is_some() => {
            WorkerState::Installing
        }
        None => WorkerState::Failed,
        Some(_) if registration.waiting().is_some() => WorkerState::UpdateWaiting,
        Some(worker) => match ask_status(&worker).await {
            Some(status) if status.complete => settled(status.build),
            _ => WorkerState::Failed,
        },
    };
    if INQUIRY.get() == inquiry {
        report(state);
    }
}

/// What was asked before now is old news, whenever its answer comes.
fn begin_inquiry() -> u32 {
    INQUIRY.set(INQUIRY.get().wrapping_add(1));
    INQUIRY.get()
}

fn settled(build: String) -> WorkerState {
    match page_build() {
        Some(own) if own != build => WorkerState::Replaced,
        _ => WorkerState::Ready { build },
    }
}

fn follow_installing(registration: &ServiceWorkerRegistration, report: &Report) {
    let follow = {
        let registration = registration.clone();
        let report = Rc::clone(report);
        move || {
            let Some(worker) = registration.installing() else {
                return;
            };
            let registration = registration.clone();
            let report = Rc::clone(&report);
            listen(&worker, "statechange", move |_| {
                let registration = registration.clone();
                let report = Rc::clone(&report);
                spawn_local(async move { assess(&registration, &report).await });
            });
        }
    };
    // The one that is on its way already has had its `updatefound`.
    follow();
    listen(registration, "updatefound", move |_| follow());
}

fn follow_controller(container: &ServiceWorkerContainer, report: &Report) {
    // A first visit is taken over by the very build it loaded; only a change after that means something.
    let controlled = Cell::new(container.controller().is_some());
    let report = Rc::clone(report);
    listen(container, "controllerchange", move |_| {
        if RELOAD_ON_CHANGE.take() {
            reload();
        } else if controlled.replace(true) {
            begin_inquiry();
            report(WorkerState::Replaced);
        }
    });
}

/// An app on a home screen can stay open for weeks, and the browser asks for a new worker only on navigation.
fn look_for_update_when_seen(window: &Window) {
    let Some(document) = window.document() else {
        return;
    };
    let seen = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if seen.visibility_state() == VisibilityState::Visible {
            look_for_update();
        }
    });
}

async fn ask_status(worker: &ServiceWorker) -> Option<WorkerStatus> {
    let data = ask(worker, "status", PATIENCE_MS).await?;
    let field = |name: &str| Reflect::get(&data, &name.into()).ok();
    Some(WorkerStatus {
        build: field("build")?.as_string()?,
        complete: field("complete")?.as_bool()?,
        // A count of files: far below where the cast would cut.
        files: field("files")?.as_f64()? as u32,
    })
}

/// Sends a worker a message and waits so many milliseconds for its answer.
async fn ask(worker: &ServiceWorker, kind: &str, patience_ms: i32) -> Option<JsValue> {
    let window = web_sys::window()?;
    let channel = MessageChannel::new().ok()?;
    let answered = Promise::new(&mut |resolve: Function, _reject: Function| {
        channel.port1().set_onmessage(Some(&resolve));
        // Refused only where timers are: then the answer alone decides.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, patience_ms);
    });
    post(worker, kind, Some(&channel)).ok()?;
    let event = JsFuture::from(answered).await.ok()?;
    channel.port1().close();
    Some(event.dyn_into::<MessageEvent>().ok()?.data())
}

fn post(
    worker: &ServiceWorker,
    kind: &str,
    answer_to: Option<&MessageChannel>,
) -> Result<(), JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"type".into(), &kind.into())?;
    match answer_to {
        Some(channel) => {
            worker.post_message_with_transferable(&message, &Array::of1(&channel.port2()))
        }
        None => worker.post_message(&message),
    }
}

/// Opens the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is being left, which is what was asked for.
        let _ = window.location().reload();
    }
}
