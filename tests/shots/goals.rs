//! The screens of goals, and the three phases that tell of them.

use crate::harness::{Browser, Finds, containing};
use crate::screens::{Screen, own_initiative, screen, with_example};

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Delmål, ingen endnu", async |mette: Browser| {
            own_initiative(&mette, "Makkerlæsning i 2.a").await;
            mette.link("Delmål").click().await;
            mette.heading("Ingen delmål endnu").appears().await;
        }),
        screen("Delmål", async |mette: Browser| {
            are_those_of_the_example(&mette).await;
            mette.button(containing("Talt ud fra")).first().click().await;
        }),
        screen("Delmål, et", async |mette: Browser| {
            are_those_of_the_example(&mette).await;
            mette.link(containing("Hver måned")).first().click().await;
            mette.heading("Hvor langt er I?").appears().await;
        }),
        screen("Delmål, afvist", async |mette: Browser| {
            own_initiative(&mette, "Makkerlæsning i 2.a").await;
            mette.link("Delmål").click().await;
            mette.link("Nyt delmål").click().await;
            mette.button("Færdig").click().await;
            mette.link("Vælg, hvad der viser, hvor langt I er.").appears().await;
        }),
        screen("Indsats, de tre faser", async |mette: Browser| {
            own_initiative(&mette, "Makkerlæsning i 2.a").await;
            mette.link("Skriv de første delmål").appears().await;
        }),
    ]
}

async fn are_those_of_the_example(mette: &Browser) {
    with_example(mette).await;
    mette.open("indsatser").await;
    mette.link("Tolærere i 5.b").click().await;
    mette.link("Delmål").click().await;
    mette.heading("Delmål").appears().await;
    mette.link(containing("Hver måned")).first().appears().await;
}
