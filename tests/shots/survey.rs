//! The screens of a pupil survey: getting ready, what it says, and what pupils see.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, own_initiative, screen};

const KNEW: &str = "Jeg vidste, hvad jeg skulle lave.";

/// All of them, in the order of a round.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Elevsurvey, gøres klar", async |birgit: Browser| {
            gets_ready(&birgit, "Indskoling").await;
        }),
        screen("Elevsurvey, runde", async |birgit: Browser| {
            gets_ready(&birgit, "Indskoling").await;
            birgit
                .script("document.querySelector('#survey-rounds').scrollIntoView()", vec![])
                .await;
        }),
        screen("Elevsurvey, på papir", async |birgit: Browser| {
            gets_ready(&birgit, "Indskoling").await;
            birgit.link("Surveyen på papir").click().await;
            birgit.heading(KNEW).appears().await;
        }),
        screen("Elevsurvey, svar fra papir", async |birgit: Browser| {
            gets_ready(&birgit, "Mellemtrin").await;
            birgit.link("Skriv svar ind fra papir").click().await;
            birgit.heading("Svar fra papir").appears().await;
        }),
        screen("Elevsurvey, resultat", async |birgit: Browser| {
            gets_ready(&birgit, "Indskoling").await;
            types_in(&birgit, &["Nej", "Nej", "Lidt", "Ja", "Ja"]).await;
            birgit.button("Ny runde").click().await;
            birgit.heading("Runde 2").appears().await;
            types_in(&birgit, &["Ja", "Ja", "Lidt", "Ja", "Ja", "Nej"]).await;
            birgit.link("Se, hvad eleverne svarede").click().await;
            birgit.role(Role::Other("region"), KNEW).appears().await;
        }),
        screen("Pupil, start", async |birgit: Browser| locks(&birgit, "Indskoling").await),
        screen("Pupil, ansigter", async |birgit: Browser| {
            locks(&birgit, "Indskoling").await;
            birgit.button("Start").click().await;
            birgit.heading(KNEW).appears().await;
        }),
        screen("Pupil, valgt", async |birgit: Browser| {
            locks(&birgit, "Indskoling").await;
            birgit.button("Start").click().await;
            birgit.role(Role::Group, KNEW).button("Ja").click().await;
            birgit.text("2 af 7").appears().await;
            birgit.button("Tilbage").click().await;
            birgit.text("1 af 7").appears().await;
        }),
        screen("Pupil, fire trin", async |birgit: Browser| {
            locks(&birgit, "Mellemtrin").await;
            skips(&birgit, 4).await;
        }),
        screen("Pupil, valg", async |birgit: Browser| {
            locks(&birgit, "Mellemtrin").await;
            skips(&birgit, 7).await;
        }),
        screen("Pupil, ord", async |birgit: Browser| {
            locks(&birgit, "Mellemtrin").await;
            skips(&birgit, 8).await;
        }),
        screen("Pupil, er du færdig", async |birgit: Browser| {
            locks(&birgit, "Indskoling").await;
            skips(&birgit, 2).await;
            birgit.reload().await;
            birgit.heading("Er du færdig?").appears().await;
        }),
        screen("Pupil, tak", async |birgit: Browser| {
            locks(&birgit, "Indskoling").await;
            skips(&birgit, 6).await;
            birgit.button("Spring over").click().await;
            birgit.heading(containing("Tak!")).appears().await;
        }),
        screen("Pupil, kode", async |birgit: Browser| {
            locks(&birgit, "Indskoling").await;
            birgit.button("For den voksne").click().await;
            birgit.field("Kode").fill("12").await;
            birgit.button("Lås op").click().await;
            birgit.text("Koden passer ikke. Prøv igen.").appears().await;
        }),
    ]
}

async fn gets_ready(birgit: &Browser, level: &str) {
    own_initiative(birgit, "Ro i 3.a").await;
    birgit.link("Start en elevsurvey").click().await;
    birgit.radio("Hvem spørger I?", level).click().await;
    birgit.button("Ny runde").click().await;
    birgit.heading("Runde 1").appears().await;
}

async fn locks(birgit: &Browser, level: &str) {
    gets_ready(birgit, level).await;
    birgit.field("Vælg en kode til at låse op med").fill("4711").await;
    birgit.button("Lås tabletten til eleverne").click().await;
    birgit.button("Start").appears().await;
}

/// Begins, and skips so many questions.
async fn skips(birgit: &Browser, count: u32) {
    birgit.button("Start").click().await;
    for n in 1..=count {
        birgit.text(&format!("{n} af ")).first().appears().await;
        birgit.button("Spring over").click().await;
    }
    birgit.text(&format!("{} af ", count + 1)).first().appears().await;
}

async fn types_in(birgit: &Browser, steps: &[&str]) {
    birgit.link("Skriv svar ind fra papir").click().await;
    for (n, step) in steps.iter().enumerate() {
        birgit.radio(KNEW, *step).click().await;
        birgit.button("Gem arket, og tag det næste").click().await;
        birgit.text(&format!("{} har svaret", n + 1)).appears().await;
    }
    birgit.link("Tilbage til elevsurveyen").click().await;
    birgit.button("Luk runden").click().await;
    birgit.text(&format!("Lukket med {} elever", steps.len())).appears().await;
}
