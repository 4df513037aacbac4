//! The worker's promises, in a real browser, where each can be broken on purpose: a damaged build is refused,
//! a new one waits, and nothing else on the origin is touched.
//!
//! `./test` makes the folders and says in the environment where they are.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../whole_app/harness/folders.rs"]
mod folders;
#[path = "../whole_app/harness/ports.rs"]
mod ports;
mod stage;

use stage::{Page, Stage};

/// The first page, whose program registers the worker too, and asks it for its status, at a moment of its own.
const THE_APP: &str = "";

/// A file of the build that a browser shows as it is: no program runs, and the worker does only what the test asks
/// for. (In a page whose program is fetching its parts, Chromium now and then lets a worker wait for minutes.)
const WITHOUT_THE_APP: &str = "manifest.webmanifest";

/// A script that gives the worker's answer to a message of this type.
fn asked(kind: &str) -> String {
    format!(
        "const registration = await navigator.serviceWorker.ready;
         const {{ port1, port2 }} = new MessageChannel();
         const answer = new Promise((resolve) => {{ port1.onmessage = (event) => resolve(event.data); }});
         registration.active.postMessage({{ type: '{kind}' }}, [port2]);
         return answer;"
    )
}

const REGISTER: &str = "
    await navigator.serviceWorker.register('worker.js', { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    return null;";

/// Ends when a new build is there whole (true) or has been refused (false).
const UPDATE: &str = "
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
        registration.onupdatefound = () => {
            const worker = registration.installing;
            worker.onstatechange = () => {
                if (worker.state === 'installed') resolve(true);
                if (worker.state === 'redundant') resolve(false);
            };
        };
    });
    await registration.update().catch(() => null);
    return found;";

const ACTIVATE: &str = "
    const changed = new Promise((resolve) => {
        navigator.serviceWorker.oncontrollerchange = () => resolve(null);
    });
    (await navigator.serviceWorker.ready).waiting.postMessage({ type: 'activate' });
    return changed;";

/// What the app's first page is made of, for a script: a page without the app has none of it.
const SHELL: &str = "
    const words = await (await fetch('./')).text();
    const shell = new DOMParser().parseFromString(words, 'text/html');";

/// The build that a page opened now would be of.
async fn build_of_page(page: &Page) -> String {
    page.text(&format!("{SHELL} return shell.querySelector('meta[name=indsats-build]').content;"))
        .await
}

async fn caches(page: &Page) -> Vec<String> {
    let names = page.run("return caches.keys();").await;
    let mut names: Vec<String> = serde_json::from_value(names).expect("names are texts");
    names.sort();
    names
}

async fn is_complete(page: &Page) -> bool {
    page.run(&asked("status")).await["complete"] == true
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_is_enough_to_go_without_net() {
    for (dist, base) in [
        (stage::folder("INDSATS_DIST"), "/".to_owned()),
        (stage::folder("INDSATS_DIST_SUB"), stage::told("INDSATS_BASE_SUB")),
    ] {
        let mut stage = Stage::new(&dist, &base);
        let page = stage.open(THE_APP).await;
        page.run(REGISTER).await;
        assert!(is_complete(&page).await, "every file is kept");
        let controlled = page.run("return !!navigator.serviceWorker.controller;").await;
        assert_eq!(controlled, true, "without a reload");
        assert_eq!(caches(&page).await, [format!("indsats|{base}|{}", build_of_page(&page).await)]);

        stage.stop_serving();
        stage.go(&page, "observationer/ny").await;
        assert!(page.text("return document.title;").await.ends_with("Indsats"));
        let missing = "return fetch('nothing.js').then(() => 'answered', () => 'refused');";
        assert_eq!(
            page.text(missing).await,
            "refused",
            "a file that is not of the app is not answered with the page"
        );
        page.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_build_is_refused_and_a_whole_one_waits() {
    let first = stage::folder("INDSATS_DIST");
    let second = stage::folder("INDSATS_DIST_SECOND");
    let mut stage = Stage::new(&first, "/");
    let page = stage.open(WITHOUT_THE_APP).await;
    page.run(REGISTER).await;
    let old = build_of_page(&page).await;
    let others = "
        await caches.open('indsats|/another/|1');
        await caches.open('something else');
        return null;";
    page.run(others).await;

    let damaged = stage.copy(&second);
    stage::append(&damaged.join("icons/icon-192.png"), b"x");
    stage.serve(&damaged);
    assert_eq!(page.run(UPDATE).await, false, "one byte too many");
    assert_eq!(page.run(&asked("status")).await["build"], old.as_str());
    assert!(is_complete(&page).await, "the build before is still whole");
    assert_eq!(caches(&page).await.len(), 3, "nothing is left of the refused one");

    stage.serve(&second);
    assert_eq!(page.run(UPDATE).await, true);
    page.reload().await;
    assert_eq!(build_of_page(&page).await, old, "a reload is not a yes");
    let script = format!(
        "{SHELL} return fetch(shell.querySelector('script[src]').getAttribute('src')).then((it) => it.status);"
    );
    stage.stop_serving();
    assert_eq!(page.run(&script).await, 200, "the old build answers while the new one waits");

    page.run(ACTIVATE).await;
    page.reload().await;
    let new = build_of_page(&page).await;
    assert_ne!(new, old);
    assert_eq!(
        caches(&page).await,
        ["indsats|/another/|1".to_owned(), format!("indsats|/|{new}"), "something else".to_owned()],
        "its own older build goes, and nothing else"
    );
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ready_is_said_only_of_what_is_there() {
    let mut stage = Stage::new(&stage::folder("INDSATS_DIST"), "/");
    let page = stage.open(WITHOUT_THE_APP).await;
    page.run(REGISTER).await;
    let lose_one = "
        const cache = await caches.open((await caches.keys())[0]);
        const kept = await cache.keys();
        await cache.delete(kept[1]);
        return (await cache.keys()).length === kept.length - 1;";

    assert_eq!(page.run(lose_one).await, true);
    assert!(is_complete(&page).await, "with net it is fetched again");

    stage.stop_serving();
    assert_eq!(page.run(lose_one).await, true);
    assert!(!is_complete(&page).await, "without net it is missed");
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_is_not_made_anew_for_a_page_that_is_still_open() {
    let stage = Stage::new(&stage::folder("INDSATS_DIST"), "/");
    let page = stage.open(WITHOUT_THE_APP).await;
    page.run(REGISTER).await;
    let erase = "
        await (await navigator.serviceWorker.getRegistration()).unregister();
        for (const name of await caches.keys()) await caches.delete(name);
        return (await fetch('manifest.webmanifest')).status;";
    assert_eq!(page.run(erase).await, 200, "the server answers where nothing is kept");
    assert_eq!(caches(&page).await, Vec::<String>::new());
    page.close().await;
}

/// A page asks while the device is being reset: the worker looks through nothing and fetches nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_was_told_to_erase_keeps_nothing_again() {
    let stage = Stage::new(&stage::folder("INDSATS_DIST"), "/");
    let page = stage.open(WITHOUT_THE_APP).await;
    page.run(REGISTER).await;
    assert!(is_complete(&page).await, "it is all there at first");
    let told = page.run(&asked("erase")).await;
    assert_eq!(told["erased"], true, "{told}");
    assert_eq!(caches(&page).await, Vec::<String>::new());
    assert!(!is_complete(&page).await, "nothing is there, and nothing is fetched");
    assert_eq!(caches(&page).await, Vec::<String>::new());
    page.close().await;
}
