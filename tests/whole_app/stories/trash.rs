//! What is put away comes back, until somebody erases it for good.

use super::steps::{begins_observation, closes_messages, finishes, go_to, makes_initiative};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Intensivt forløb";

for_both_engines!(
    /// An initiative goes with its observations and comes back with them.
    an_initiative_is_put_away_and_brought_back,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        an_initiative_with_two_observations(&anna).await;

        anna.button("Læg i papirkurven").click().await;
        anna.text("Indsatsen ligger i papirkurven.").appears().await;
        anna.heading("Ingen indsatser endnu").appears().await;
        anna.button("Fortryd").click().await;
        anna.link(TITLE).click().await;
        anna.link(containing("5.b · ")).nth(1).appears().await;

        anna.button("Læg i papirkurven").click().await;
        anna.heading("Ingen indsatser endnu").appears().await;
        opens_trash(&anna).await;
        anna.item(containing(TITLE)).button("Hent tilbage").click().await;
        anna.text("Den er tilbage.").appears().await;
        anna.heading("Papirkurven er tom").appears().await;
        go_to(&anna, "Indsatser").await;
        anna.link(TITLE).click().await;
        anna.link(containing("5.b · ")).nth(1).appears().await;
        anna.link(containing("5.b · ")).count_comes_to(2).await;
    }
);

for_both_engines!(
    /// Only a word that somebody wrote erases something.
    erasing_asks_for_a_word,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        an_initiative_with_two_observations(&anna).await;
        let address = anna.url().await;
        let path = address.strip_prefix(anna.home()).expect("the page is the app's").to_owned();
        anna.link(containing("5.b · ")).first().click().await;
        anna.button("Læg i papirkurven").click().await;
        anna.text("Observationen ligger i papirkurven.").appears().await;

        opens_trash(&anna).await;
        anna.button("Slet for altid").click().await;
        let dialog = anna.dialog("Slet for altid?");
        dialog.button("Slet for altid").is_enabled_now(false).await;
        dialog.button("Luk").click().await;
        dialog.is_gone().await;
        anna.button("Slet for altid").click().await;
        dialog.field("Skriv ordet »slet«").type_text("sle").await;
        dialog.button("Slet for altid").click().await;
        dialog.text("Skriv ordet i feltet først").appears().await;
        dialog.field("Skriv ordet »slet«").type_text("t").await;
        dialog.button("Slet for altid").click().await;
        anna.text("Den er slettet for altid.").appears().await;
        dialog.is_gone().await;
        anna.heading("Papirkurven er tom").appears().await;

        anna.reload().await;
        anna.heading("Papirkurven er tom").appears().await;
        anna.open(&path).await;
        anna.link(containing("5.b · ")).appears().await;
        anna.link(containing("5.b · ")).count_comes_to(1).await;
    }
);

async fn an_initiative_with_two_observations(anna: &Browser) {
    makes_initiative(anna, TITLE).await;
    for _ in 0..2 {
        begins_observation(anna).await;
        anna.radio("Er rammerne for observationen aftalt?", "Nej").click().await;
        finishes(anna).await;
        anna.heading(TITLE).appears().await;
    }
    anna.link(containing("5.b · ")).nth(1).appears().await;
    closes_messages(anna).await;
}

async fn opens_trash(anna: &Browser) {
    go_to(anna, "Indstillinger").await;
    // What was put away is said at the bottom of the page, and the way to the trash may lie there.
    closes_messages(anna).await;
    anna.link("Papirkurv").click().await;
    anna.heading("Papirkurv").appears().await;
}
