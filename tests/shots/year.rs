//! The screens of a school year that ends and of the one that follows.

use crate::harness::{Browser, Finds, containing};
use crate::screens::{Screen, own_initiative, screen};

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Nyt skoleår", async |henrik: Browser| {
            is_planned(&henrik).await;
            henrik.link("Nyt skoleår").click().await;
            henrik.heading("Det kommer med").appears().await;
            henrik.text("Se de nye dage").first().click().await;
        }),
        screen("Nyt skoleår, der ikke kan være", async |henrik: Browser| {
            is_planned(&henrik).await;
            henrik.link("Nyt skoleår").click().await;
            henrik.field("Første dag").set_date("2026-08-10").await;
            henrik.field("Titel").fill("").await;
            henrik.button("Start det nye skoleår").click().await;
            henrik.link(containing("Dagen ligger ikke efter")).appears().await;
        }),
        screen("Afslut skoleåret", async |henrik: Browser| {
            is_planned(&henrik).await;
            henrik.open("lynnotater/ny").await;
            henrik.field("Hvad så eller hørte du?").fill("To makkerpar læste for hinanden").await;
            henrik.button("Færdig").click().await;
            henrik.open("skoleaar").await;
            henrik.heading("Afklar først").appears().await;
        }),
        screen("Arkivfilen", async |henrik: Browser| {
            is_planned(&henrik).await;
            henrik.open("skoleaar").await;
            henrik.button("Lav arkivfilen").click().await;
            henrik.button("Gem på enheden").appears().await;
            henrik.heading("Arkiv").appears().await;
            let into = "document.getElementById('year-archive').scrollIntoView()";
            henrik.script(into, vec![]).await;
        }),
        screen("Nulstil tabletten", async |henrik: Browser| {
            is_planned(&henrik).await;
            henrik.open("indstillinger/nulstil").await;
            henrik.text("Ændringer, der ikke er gemt i en fil").appears().await;
        }),
        screen("Tabletten er nulstillet", async |henrik: Browser| {
            henrik.open("").await;
            henrik.script("localStorage.setItem('indsats.erasing', 'true')", vec![]).await;
            henrik.open("").await;
            henrik.text("Alt er slettet. Der er intet tilbage.").appears().await;
        }),
    ]
}

async fn is_planned(henrik: &Browser) {
    own_initiative(henrik, "Makkerlæsning i 2.a").await;
    henrik.link("Plan").click().await;
    henrik.field("Hvornår er den første time med eleverne?").set_date("2026-11-30").await;
    henrik.button("Læg forslaget i planen").click().await;
    henrik.text("Møder lagt i planen").appears().await;
    henrik.link("Tilbage").click().await;
    henrik.heading("Makkerlæsning i 2.a").appears().await;
}
