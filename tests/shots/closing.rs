//! The screens of what was expected and what stays: expectations, phase 3, and the report.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, screen, to_bottom, with_example};

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Forberedelse, forventninger", async |anna: Browser| {
            is_at_the_example(&anna).await;
            anna.link(containing("Fase 1: Forberedelse")).click().await;
            part(&anna, "Forventninger").await;
        }),
        screen("Forankring, erfaringer", async |anna: Browser| {
            is_at_the_embedding(&anna, "Erfaringer").await;
        }),
        screen("Forankring, forventninger", async |anna: Browser| {
            is_at_the_embedding(&anna, "Forventninger").await;
            anna.radio("Er den indfriet?", "Delvist").first().click().await;
        }),
        screen("Forankring, skærmning", async |anna: Browser| {
            is_at_the_embedding(&anna, "Skærmning").await;
        }),
        screen("Forankring, beslutning", async |anna: Browser| {
            is_at_the_embedding(&anna, "Beslutning").await;
            anna.radio("Hvad beslutter I?", containing("Videreudvikle")).click().await;
        }),
        screen("Rapport", async |anna: Browser| {
            is_at_the_embedding(&anna, "Erfaringer").await;
            anna.link("Rapport på én side").click().await;
            anna.heading(containing("Rapport: ")).appears().await;
        }),
        screen("Indsats, fase 3", async |anna: Browser| {
            is_at_the_example(&anna).await;
            to_bottom(&anna).await;
        }),
    ]
}

async fn is_at_the_example(anna: &Browser) {
    with_example(anna).await;
    anna.open("indsatser").await;
    anna.link("Tolærere i 5.b").click().await;
    anna.link(containing("Fase 3: Forankring")).appears().await;
}

async fn is_at_the_embedding(anna: &Browser, name: &str) {
    is_at_the_example(anna).await;
    anna.link(containing("Fase 3: Forankring")).click().await;
    part(anna, name).await;
}

async fn part(anna: &Browser, name: &str) {
    anna.role(Role::Other("tab"), name).click().await;
    anna.role(Role::Other("tabpanel"), name).appears().await;
}
