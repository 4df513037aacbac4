//! What a browser can do to what people wrote.

use std::time::Duration;

use super::steps::{go_to, is_called, is_ready_without_net, is_saved, makes_initiative};
use crate::harness::{Build, Finds, Stage, for_both_engines};

for_both_engines!(
    /// A browser that threw everything away is told apart from a first visit.
    a_wiped_device_says_so,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        anna.heading("Velkommen til Indsats").appears().await;
        anna.text("Lageret er tomt").stays_gone().await;
        makes_initiative(&anna, "Læsemakkere").await;

        // Beside the app, so that nothing of it holds the database open.
        anna.expect_console_error("favicon.ico");
        anna.expect_console_error("manifest.webmanifest");
        anna.open("manifest.webmanifest").await;
        let wipe = "
            for (const { name } of await indexedDB.databases()) {
                await new Promise((resolve, reject) => {
                    const request = indexedDB.deleteDatabase(name);
                    request.onsuccess = resolve;
                    request.onerror = request.onblocked = () => reject(new Error('the database stays'));
                });
            }";
        anna.script_async(wipe, vec![]).await;
        anna.open("").await;
        anna.text("Lageret er tomt").appears().await;
        anna.text("Der har været noget skrevet på denne enhed, men browseren har ryddet det.").appears().await;
        anna.link("Hent en fil ind").appears().await;
        anna.reload().await;
        anna.text("Lageret er tomt").appears().await;

        anna.button("Begynd forfra").click().await;
        anna.text("Lageret er tomt").is_gone().await;
        anna.reload().await;
        anna.heading("Velkommen til Indsats").appears().await;
        anna.text("Lageret er tomt").stays_gone().await;
    }
);

for_both_engines!(
    /// A browser that ends in the middle of a sentence has it to the last third of a second.
    a_flat_battery_costs_a_third_of_a_second,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        anna.link("Ny indsats").click().await;
        anna.field("Titel").type_text("Alt det her bliver").await;
        is_saved(&anna).await;
        anna.kill().await;
        anna.reopen().await;
        anna.link("Alt det her bliver").click().await;
        anna.field("Titel").has_value("Alt det her bliver").await;
    }
);

for_both_engines!(
    /// What was chosen is kept as well as what was written.
    a_flat_battery_keeps_the_settings,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AN").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        anna.kill().await;
        anna.reopen().await;
        go_to(&anna, "Indstillinger").await;
        anna.field("Dine initialer").has_value("AN").await;
    }
);

for_both_engines!(
    /// A fault in the program leaves no dead page without a word.
    a_fault_says_what_to_do,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        // Leaving while the worker is on its way is an error of its own in WebKit's console.
        is_ready_without_net(&anna).await;
        anna.text("Indsats er gået i stå").stays_gone().await;
        let fault = "const error = new WebAssembly.RuntimeError('unreachable');
            dispatchEvent(new ErrorEvent('error', { error }));";
        anna.script(fault, vec![]).await;
        anna.text("Indsats er gået i stå. Det, du har skrevet, er gemt på enheden.").appears().await;
        anna.link("Åbn siden igen").click().await;
        anna.heading("Velkommen til Indsats").appears().await;
        anna.text("Indsats er gået i stå").stays_gone().await;
    }
);
