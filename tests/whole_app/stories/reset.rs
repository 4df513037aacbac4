//! A tablet goes on to somebody else: everything of the app is erased, which is proved, whatever happens in the
//! middle and whoever has another tab open.

use serde_json::json;

use super::steps::{go_to, is_called, is_ready_without_net, is_saved, makes_initiative};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 7.c";
const CLEAN: &str = "Alt er slettet. Der er intet tilbage.";

/// What of the app is on the device, as the browser itself says it: databases, what was chosen, caches, workers.
const LEFT: &str = "
    const databases = (await indexedDB.databases()).map(it => it.name);
    const chosen = Object.keys(localStorage).concat(Object.keys(sessionStorage));
    const workers = await navigator.serviceWorker.getRegistrations();
    return [...databases, ...chosen, ...await caches.keys(), ...workers.map(it => it.scope)];";

for_both_engines!(
    /// Two confirmations, another tab in the middle of a word, and a page that proves it.
    a_tablet_is_reset_and_nothing_is_left,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.still(true).await;
        karin.size(Size::PHONE).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        is_ready_without_net(&karin).await;
        makes_initiative(&karin, TITLE).await;
        let path = karin.url().await[karin.home().len()..].to_owned();

        // Another tab is in the middle of writing.
        karin.new_tab(&format!("{path}/ret")).await;
        karin.field("Formål (frivilligt)").fill("Flere kommer til orde").await;
        is_saved(&karin).await;
        karin.tab(0).await;

        go_to(&karin, "Indstillinger").await;
        karin.link("Nulstil tabletten").click().await;
        karin.heading("Nulstil tabletten").appears().await;
        karin.text("Ændringer, der ikke er gemt i en fil: ").appears().await;
        karin.link("Lav fil").appears().await;
        karin.is_fine("reset").await;
        karin.button("Nulstil tabletten").click().await;
        let dialog = karin.role(Role::Other("dialog"), containing("Slet alt på denne tablet?"));
        dialog.appears().await;
        karin.is_fine("reset, second confirmation").await;
        // Thought better of it: nothing has happened.
        dialog.button("Luk").click().await;
        karin.button("Nulstil tabletten").click().await;
        dialog.field("Skriv ordet »nulstil«").fill("slet").await;
        dialog.button("Slet alt").click().await;
        dialog.appears().await;
        dialog.field("Skriv ordet »nulstil«").fill("Nulstil ").await;
        dialog.button("Slet alt").click().await;
        is_clean(&karin).await;
        karin.is_fine("reset, proof").await;

        karin.tab(1).await;
        karin.text("Tabletten er nulstillet i en anden fane.").appears().await;
        karin.field("Formål (frivilligt)").stays_gone().await;
        karin.is_fine("reset, another tab").await;
        nothing_is_left(&karin).await;
        karin.close_tab().await;
        karin.tab(0).await;
        karin.button("Begynd forfra").click().await;
        karin.heading("Velkommen til Indsats").appears().await;
        karin.text("Lageret er tomt").stays_gone().await;
        go_to(&karin, "Indstillinger").await;
        karin.field("Dine initialer").has_value("").await;
    }
);

for_both_engines!(
    /// Asked for and interrupted before anything was gone: whatever page is opened next, it ends the same.
    a_reset_that_was_interrupted_ends_the_same,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        is_ready_without_net(&karin).await;
        makes_initiative(&karin, TITLE).await;
        karin.script("localStorage.setItem('indsats.erasing', 'true')", vec![]).await;
        karin.open("indsatser").await;
        is_clean(&karin).await;
        nothing_is_left(&karin).await;

        // And where half of it was gone already.
        karin.button("Begynd forfra").click().await;
        karin.heading("Velkommen til Indsats").appears().await;
        is_called(&karin, "KA").await;
        is_ready_without_net(&karin).await;
        karin.script("localStorage.setItem('indsats.erasing', 'true')", vec![]).await;
        let half = "const registered = await navigator.serviceWorker.getRegistration();
            await registered.unregister();
            return true";
        karin.script_async(half, vec![]).await;
        karin.reload().await;
        is_clean(&karin).await;
        nothing_is_left(&karin).await;
    }
);

async fn is_clean(karin: &Browser) {
    karin.text(CLEAN).appears().await;
    for what in ["Rækker i lageret", "Indstillinger", "Udgaver af appen, der er gemt"] {
        karin.text(what).first().appears().await;
    }
}

/// What the browser itself makes anew is gone again in a moment: Chromium opens a build's cache once more to put the
/// compiled program into it, some time after the page was opened from there.
async fn nothing_is_left(karin: &Browser) {
    karin.script_async_comes_to(LEFT, json!([])).await;
}
