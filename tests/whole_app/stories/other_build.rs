//! A newer build comes while people write.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::steps::{
    HELPED, begins_observation, go_to, is_ready_without_net, is_saved, makes_initiative,
    opens_observation,
};
use crate::harness::folders::copy_folder;
use crate::harness::patience::{BETWEEN_LOOKS, Patience};
use crate::harness::processes::Folder;
use crate::harness::{Browser, Build, Finds, Stage, for_both_engines};

const WAITS: &str = "Luk Indsats i alle faner, og åbn den igen. Alt er gemt.";

const NEXT: &str = "Ét fremadskuende spørgsmål, du vil tage med til feedbacken";

for_both_engines!(
    /// Nothing reloads under a form; a person says yes in one tab, and in the other when it suits them.
    a_new_build_waits_for_a_yes,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        let before = build_of_page(&anna).await;
        makes_initiative(&anna, "Læsemakkere").await;
        begins_observation(&anna).await;
        anna.field(HELPED).fill("Skrevet i den første udgave").await;
        is_saved(&anna).await;
        mark_page(&anna).await;

        server.serve(&Build::Second.folder()).await;
        anna.new_tab("").await;
        anna.text("En ny udgave er klar").appears().await;
        assert_eq!(build_of_page(&anna).await, before, "the new build waits");
        anna.tab(0).await;
        anna.field(HELPED).type_text(", og videre").await;
        anna.tab(1).await;
        anna.button("Opdatér nu").click().await;
        anna.text("En ny udgave er klar").is_gone().await;
        let after = build_of_page(&anna).await;
        assert_ne!(after, before, "the tab where Anna said yes has the new build");

        anna.tab(0).await;
        assert!(is_same_page(&anna).await, "nobody reloaded the form");
        anna.field(HELPED).has_value("Skrevet i den første udgave, og videre").await;
        anna.field(NEXT).fill("Stadig i den første").await;
        is_saved(&anna).await;
        go_to(&anna, "Overblik").await;
        anna.text("En ny udgave er klar").appears().await;
        assert!(is_same_page(&anna).await);
        anna.button("Opdatér nu").click().await;
        anna.text("En ny udgave er klar").is_gone().await;
        assert_eq!(build_of_page(&anna).await, after);

        opens_observation(&anna, "Læsemakkere").await;
        anna.field(HELPED).has_value("Skrevet i den første udgave, og videre").await;
        anna.field(NEXT).has_value("Stadig i den første").await;

        server.stop().await;
        anna.reload().await;
        anna.field(NEXT).has_value("Stadig i den første").await;
        assert_eq!(build_of_page(&anna).await, after, "the new build is here without net");
    }
);

for_both_engines!(
    /// The last words before the yes are in the new build, however fast it is said.
    the_last_word_before_an_update_is_kept,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        let before = build_of_page(&anna).await;
        server.serve(&Build::Second.folder()).await;
        anna.reload().await;
        anna.text("En ny udgave er klar").appears().await;
        go_to(&anna, "Indsatser").await;
        anna.link("Ny indsats").click().await;
        anna.field("Titel").type_text("Små grupper i matematik").await;
        // Both presses within the time that words are gathered before they are saved.
        anna.script(
            "document.querySelector('nav a').click();
             const say = () => {
                 const button = [...document.querySelectorAll('button')].find(it => it.textContent.includes('Opdatér nu'));
                 button ? button.click() : requestAnimationFrame(say);
             };
             say();",
            vec![],
        )
        .await;
        anna.heading("Sikkerhedskopi").appears().await;
        does_as_told_where_it_waits(stage, &anna).await;
        anna.heading("Sikkerhedskopi").appears().await;
        anna.text("En ny udgave er klar").stays_gone().await;
        assert_ne!(build_of_page(&anna).await, before);
        go_to(&anna, "Indsatser").await;
        anna.link("Små grupper i matematik").appears().await;
    }
);

for_both_engines!(
    /// A browser may leave the new build waiting although it was asked for. It is said, and doing as it says helps.
    an_update_that_does_not_come_says_what_to_do,
    async |stage: &Stage| {
        let folder = Folder::new();
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        let before = build_of_page(&anna).await;
        server.serve(&one_that_goes_on_waiting(&folder)).await;
        anna.reload().await;
        anna.text("En ny udgave er klar").appears().await;
        anna.button("Opdatér nu").click().await;
        anna.text(WAITS).appears().await;
        assert_eq!(build_of_page(&anna).await, before);
        anna.button("Opdatér nu").is_enabled_now(true).await;

        anna.leaves_the_app().await;
        anna.open("").await;
        anna.heading("Velkommen til Indsats").appears().await;
        assert_ne!(build_of_page(&anna).await, before);
        anna.text("En ny udgave er klar").stays_gone().await;
    }
);

/// Chromium leaves a new worker waiting once in a while where the page has just started.
async fn does_as_told_where_it_waits(stage: &Stage, anna: &Browser) {
    let mut patience = Patience::usual();
    while anna.text("En ny udgave er klar").count().await > 0 {
        if anna.text(WAITS).count().await > 0 {
            stage.note("the new build went on waiting");
            anna.leaves_the_app().await;
            anna.open("").await;
            return;
        }
        assert!(!patience.is_over(), "the new build neither comes nor says that it waits");
        anna.waits(BETWEEN_LOOKS).await;
    }
}

/// The build after the first, whose worker does not take over when it is asked to.
fn one_that_goes_on_waiting(folder: &Folder) -> PathBuf {
    let copy = folder.join("waiting");
    copy_folder(&Build::Second.folder(), &copy);
    let worker = copy.join("worker.js");
    let script = fs::read_to_string(&worker).unwrap();
    assert!(script.contains("self.skipWaiting()"));
    fs::write(&worker, script.replace("self.skipWaiting()", "Promise.resolve()")).unwrap();
    for packed in ["worker.js.br", "worker.js.gz"] {
        fs::remove_file(copy.join(packed)).unwrap();
    }
    copy
}

for_both_engines!(
    /// What the older build has to say comes late on a slow device, and must not speak over the newer one.
    a_late_answer_does_not_hide_a_new_build,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        // The page asks the worker how it is, and the question is held back.
        anna.script(
            "const post = ServiceWorker.prototype.postMessage;
             ServiceWorker.prototype.postMessage = function (message, ports) {
                 ServiceWorker.prototype.postMessage = post;
                 window.sendHeld = () => post.call(this, message, ports);
             };
             navigator.serviceWorker.controller.dispatchEvent(new Event('statechange'));",
            vec![],
        )
        .await;
        let held = anna.script("return typeof window.sendHeld", vec![]).await;
        assert_eq!(held, "function", "the page asked");
        server.serve(&Build::Second.folder()).await;
        anna.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        anna.text("En ny udgave er klar").appears().await;
        let answered = anna
            .script_async(
                "window.sendHeld();
                 const { port1, port2 } = new MessageChannel();
                 const answer = new Promise(done => port1.onmessage = done);
                 navigator.serviceWorker.controller.postMessage({ type: 'status' }, [port2]);
                 await answer;
                 await new Promise(done => setTimeout(done, 100));
                 return true;",
                vec![],
            )
            .await;
        assert_eq!(answered, true, "the worker has answered");
        anna.text("En ny udgave er klar").appears().await;
    }
);

async fn build_of_page(person: &Browser) -> Value {
    person.script("return document.querySelector('meta[name=indsats-build]').content", vec![]).await
}

/// Leaves something in the page that no reload would keep.
async fn mark_page(person: &Browser) {
    person.script("window.sameSince = true", vec![]).await;
}

async fn is_same_page(person: &Browser) -> bool {
    person.script("return window.sameSince === true", vec![]).await == true
}
