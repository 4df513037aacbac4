//! The rooms of single kinds of initiative, groups and books, and the page across all of them.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, on_one_page, own_initiative, screen};

const DAY: &str = "2026-11-24T10:42:00";

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Grupper", async |mette: Browser| {
            has_groups(&mette).await;
            mette.text("Kom ind:").appears().await;
        }),
        screen("Gruppe, en periode", async |mette: Browser| {
            has_groups(&mette).await;
            mette.link("Tirsdagsgruppen").first().click().await;
            mette.checkbox("E02").is_ticked_now(true).await;
        }),
        screen("Bøger", async |mette: Browser| {
            has_books(&mette).await;
            mette.link("E02 · Vildheks").appears().await;
        }),
        screen("Bøger, et udlån", async |mette: Browser| {
            has_books(&mette).await;
            mette.link("E02 · Vildheks").click().await;
            mette.field("Hvad er lånt ud?").appears().await;
        }),
        screen("På tværs, det næste", async |henrik: Browser| {
            is_across(&henrik, "Det næste").await;
            henrik.text("Forsinket").first().appears().await;
        }),
        screen("På tværs, indsatserne", async |henrik: Browser| {
            is_across(&henrik, "Indsatserne").await;
        }),
        screen("På tværs, lært", async |henrik: Browser| {
            is_across(&henrik, "Det har vi lært").await;
            henrik.text("Erfaringer: 1").appears().await;
        }),
        screen("På tværs, til kommunen", async |henrik: Browser| {
            is_across(&henrik, "Til kommunen").await;
            henrik.field("Skolens navn").fill("Klitbakkeskolen").await;
            henrik.button("Gem opsummeringen som fil").appears().await;
        }),
    ]
}

async fn with_pupils(mette: &Browser, kind: &str, title: &str) {
    on_one_page(mette).await;
    mette.it_is_on(DAY).await;
    mette.radio("Hvilken slags indsats er det?", kind).click().await;
    mette.field("Titel").fill(title).await;
    mette.field("Hvor mange elever?").fill("6").await;
    mette.button("Sæt på listen").click().await;
    mette.button("Færdig").click().await;
    mette.heading(title).appears().await;
}

async fn has_groups(mette: &Browser) {
    with_pupils(mette, "Undervisning i små grupper", "Små grupper i 4.a").await;
    mette.link("Grupper").click().await;
    mette.link("Ny gruppe").click().await;
    mette.field("Hvad kalder I gruppen? (frivilligt)").fill("Tirsdagsgruppen").await;
    mette.field("Fra").set_date("2026-10-06").await;
    for box_of in ["E01", "E02", "E05", "Samme faglige niveau"] {
        mette.checkbox(box_of).tick().await;
    }
    mette
        .field("Hvad lærte vi? (frivilligt)")
        .fill("Tre er nok til, at alle kommer til orde. Midt på dagen er bedre end sidst.")
        .await;
    mette.button("Færdig").click().await;
    mette.link(containing("Skift sammensætning")).click().await;
    mette.checkbox("E05").untick().await;
    mette.checkbox("E03").tick().await;
    mette.checkbox("E04").tick().await;
    mette.button("Færdig").click().await;
}

async fn has_books(mette: &Browser) {
    with_pupils(mette, "Bogpakker", "Bogpakker i 2.b").await;
    mette.link("Bøger").click().await;
    mette.link(containing("E02 lån en bog ud")).click().await;
    mette.field("Hvad er lånt ud?").fill("Vildheks").await;
    mette.button("Tilføj en samtale").click().await;
    mette.field("Hvad talte I om?").fill("Heksen er modig. Vil gerne læse bind 2.").await;
    mette.button("Færdig").click().await;
    mette.link("E02 · Vildheks").appears().await;
}

async fn is_across(henrik: &Browser, tab: &str) {
    own_initiative(henrik, "Makkerlæsning i 2.a").await;
    own_initiative(henrik, "Tolærere i 5.b").await;
    henrik.it_is_on(DAY).await;
    henrik.link(containing("Fase 1: Forberedelse")).click().await;
    henrik.button("Hvem og hvornår").first().click().await;
    henrik.field("Senest (frivilligt)").set_date("2026-11-20").await;
    henrik.link("Tilbage til indsatsen").click().await;
    henrik.link(containing("Fase 3: Forankring")).click().await;
    henrik.button("Tilføj: Det støtter").click().await;
    henrik.field("Det støtter, nr. 1").fill("E04s makker hjalp med fagordene").await;
    henrik.checkbox("Kan deles uden navne").tick().await;
    henrik.link("Tilbage til indsatsen").click().await;
    henrik.open("paa-tvaers").await;
    henrik.role(Role::Other("tab"), tab).click().await;
    henrik.role(Role::Other("tabpanel"), tab).appears().await;
}
