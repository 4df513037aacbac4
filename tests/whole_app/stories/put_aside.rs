//! A browser keeps the page one leaves, to go back to it quickly, and nothing runs in it meanwhile. What it had begun
//! in the store must hold nobody up: in WebKit the next page stayed empty behind it for good.

use std::time::Duration;

use super::steps::{go_to, is_saved, makes_initiative};
use crate::harness::{Build, Finds, Stage, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const PURPOSE: &str = "Formål (frivilligt)";

for_both_engines!(
    /// Left at every moment of its opening, from before it reads until after it has: the next page is there.
    a_page_that_is_left_while_it_reads_holds_nobody_up,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        // WebKit says so when a page is left while the program is on its way.
        mette.expect_console_error("Load failed");
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        let initiative = mette.url().await[mette.home().len()..].to_owned();
        for part in ["", "/delmaal", "/plan", "/forberedelse"] {
            for wait in [0, 40, 90, 200] {
                mette.open(&format!("{initiative}{part}")).await;
                mette.waits(Duration::from_millis(wait)).await;
                mette.open("indsatser").await;
                mette.link(TITLE).appears().await;
            }
        }
    }
);

for_both_engines!(
    /// Whoever goes back finds the form as it was, and it goes on saving.
    a_form_that_was_left_and_come_back_to_goes_on_saving,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Ret indsatsen").click().await;
        mette.field(PURPOSE).fill("Flere kommer til orde").await;
        is_saved(&mette).await;
        mette.open("om").await;
        mette.text("Klar til brug uden net.").appears().await;
        mette.back().await;
        mette.field(PURPOSE).has_value("Flere kommer til orde").await;
        mette.field(PURPOSE).fill("Alle kommer til orde").await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.field(PURPOSE).has_value("Alle kommer til orde").await;
        go_to(&mette, "Indsatser").await;
        mette.link(TITLE).click().await;
        mette.text("Alle kommer til orde").first().appears().await;
    }
);
