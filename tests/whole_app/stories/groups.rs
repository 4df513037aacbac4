//! Small groups over time: a group is put together, changed without losing what it was, and what was tried
//! is counted; two tablets that change the same group at once lose nothing.

use super::steps::{
    closes_messages, fetches, go_to, is_called, is_ready_without_net, is_saved, makes_file,
    takes_the_one_page,
};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Små grupper i 4.a";
const TUESDAY: &str = "2026-11-24T10:42:00";

for_both_engines!(
    /// Without net: put together, reloaded, changed, counted, removed and back.
    a_group_is_changed_and_what_it_was_stays,
    async |stage: &Stage| {
        stage.is_on("2026-10-06T10:42:00");
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_ready_without_net(&mette).await;
        server.stop().await;
        makes_one_with_pupils(&mette, "Undervisning i små grupper", TITLE).await;
        mette.link("Grupper").click().await;
        mette.heading("Ingen grupper endnu").appears().await;
        mette.is_fine("groups, none").await;
        mette.link("Ny gruppe").click().await;
        mette.field("Hvad kalder I gruppen? (frivilligt)").fill("Tirsdagsgruppen").await;
        mette.field("Antal elever").fill("nul").await;
        mette.text("Skriv et helt tal fra 1 til 60.").appears().await;
        mette.field("Antal elever").fill("").await;
        for code in ["E01", "E02"] {
            mette.checkbox(code).tick().await;
        }
        mette.field("Antal elever").stays_gone().await;
        mette.checkbox("Samme faglige niveau").tick().await;
        mette.field("Til (frivilligt)").set_date("2026-10-05").await;
        mette.text("Perioden slutter, før den begynder. Ret en af dagene.").appears().await;
        mette.field("Til (frivilligt)").set_date("").await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.checkbox("E02").is_ticked_now(true).await;
        mette.checkbox("E03").is_ticked_now(false).await;
        mette.is_fine("group").await;
        mette.it_is_on(TUESDAY).await;
        mette.button("Færdig").click().await;
        mette.text("Elever: 2 (E01, E02)").appears().await;
        mette.text("Prøvet: 1 størrelse og 1 sammensætning").appears().await;

        // In and out on a day: the group before stays as it was, and ends the day before.
        mette.link(containing("Skift sammensætning")).click().await;
        mette.text("Elever og navn er taget med").appears().await;
        mette.checkbox("E02").untick().await;
        mette.checkbox("E03").tick().await;
        mette.checkbox("E04").tick().await;
        mette.field("Hvad lærte vi? (frivilligt)").fill("Tre kan nå at lytte til hinanden").await;
        is_saved(&mette).await;
        mette.button("Færdig").click().await;
        mette.text("Prøvet: størrelser 2 · sammensætninger 2").appears().await;
        mette.text("Kom ind: E03, E04").appears().await;
        mette.text("Gik ud: E02").appears().await;
        mette.text("6. oktober 2026 – 23. november 2026").appears().await;
        mette.text("Det lærte vi: Tre kan nå at lytte til hinanden").appears().await;
        mette.is_fine("groups").await;
        mette.link("Tilbage til indsatsen").click().await;
        mette.text("Prøvet: størrelser 2 · sammensætninger 2").appears().await;

        // The goal of the brochure counts them.
        mette.link("Delmål").click().await;
        mette.link(containing("Vi eksperimenterer med gruppens størrelse")).click().await;
        mette.text("2 af 2 sammensætninger prøvet").appears().await;
        mette.link("Tilbage").click().await;
        mette.link("Tilbage til indsatsen").click().await;

        // Removed, and back when its page is long closed.
        mette.link("Grupper").click().await;
        mette.link("Tirsdagsgruppen").first().click().await;
        mette.button("Fjern perioden").click().await;
        mette.text("Perioden er fjernet.").appears().await;
        mette.text("Prøvet: 1 størrelse og 1 sammensætning").appears().await;
        mette.button("Fortryd").click().await;
        mette.text("Kom ind: E03, E04").appears().await;
        mette.text("Prøvet: størrelser 2 · sammensætninger 2").appears().await;
    }
);

for_both_engines!(
    /// Two tablets put pupils into the same group: both are in it, and nobody is asked.
    two_tablets_change_one_group,
    async |stage: &Stage| {
        stage.is_on(TUESDAY);
        let server = stage.serve_app(Build::Root).await;
        let (mette, jonas) =
            (stage.browser("Mette", &server).await, stage.browser("Jonas", &server).await);
        mette.open("").await;
        is_called(&mette, "MK").await;
        makes_one_with_pupils(&mette, "Undervisning i små grupper", TITLE).await;
        mette.link("Grupper").click().await;
        mette.link("Ny gruppe").click().await;
        mette.checkbox("E01").tick().await;
        is_saved(&mette).await;
        mette.button("Færdig").click().await;
        mette.text("Elever: 1 (E01)").appears().await;
        let file = makes_file(&mette).await;
        jonas.open("").await;
        is_called(&jonas, "JP").await;
        fetches(&jonas, &file).await;
        for (person, code) in [(&mette, "E02"), (&jonas, "E03")] {
            is_at(person, "Grupper").await;
            person.link("Gruppe").click().await;
            person.checkbox(code).tick().await;
            is_saved(person).await;
            person.button("Færdig").click().await;
            person.text("Elever: 2").appears().await;
        }
        let file = makes_file(&jonas).await;
        fetches(&mette, &file).await;
        closes_messages(&mette).await;
        is_at(&mette, "Grupper").await;
        mette.text("Elever: 3 (E01, E02, E03)").appears().await;
    }
);

/// Goes to a room of the one initiative.
pub async fn is_at(person: &Browser, room: &str) {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
    person.link(room).click().await;
    person.heading(room).appears().await;
}

/// Makes an initiative of a kind with four pupils, and is at its page afterwards.
pub async fn makes_one_with_pupils(person: &Browser, kind: &str, title: &str) {
    go_to(person, "Indsatser").await;
    person.link("Ny indsats").click().await;
    takes_the_one_page(person).await;
    person.radio("Hvilken slags indsats er det?", kind).click().await;
    person.field("Titel").fill(title).await;
    person.field("Hvor mange elever?").fill("4").await;
    person.button("Sæt på listen").click().await;
    person.text("4 elever på listen").appears().await;
    is_saved(person).await;
    person.button("Færdig").click().await;
    person.heading(title).appears().await;
}
