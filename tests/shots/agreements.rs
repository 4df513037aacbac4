//! The screens of a feedback agreement, from the first line to the talk.

use super::screens::{Screen, own_initiative, screen, to_bottom, to_heading};
use crate::harness::{Browser, Finds, containing};

/// All of them, in the order a person meets them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Aftale, ny", async |anna: Browser| begins(&anna).await),
        screen("Aftale, afvist", async |anna: Browser| {
            begins(&anna).await;
            anna.field("Elevkoder (frivilligt)").fill("Ali E04").await;
            anna.button("Læs aftalen igennem").click().await;
            anna.link("Skriv det faglige fokus.").appears().await;
        }),
        screen("Aftale, rammer", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            to_heading(&anna, "Rammer for feedback").await;
        }),
        screen("Aftale, læst", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
        }),
        screen("Aftale, enig", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            for who in ["AL", "SO"] {
                anna.button(format!("Enig: {who}")).click().await;
                anna.button(format!("Enig: {who}")).is_gone().await;
            }
            anna.button("Ret aftalen").click().await;
            anna.field("Hvor? (frivilligt)").fill("Biblioteket").await;
            reads(&anna).await;
            anna.button("Enig: AL").click().await;
            anna.button("Enig: AL").is_gone().await;
            to_heading(&anna, "Er I enige?").await;
        }),
        screen("Aftale, slutningen", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            to_bottom(&anna).await;
        }),
        screen("Aftale, indsatsens liste", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            anna.link("Tilbage").click().await;
            anna.heading("Feedbackaftaler").appears().await;
            to_bottom(&anna).await;
        }),
        screen("Aftale, observation fra den", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            anna.link("Start observation").click().await;
            anna.heading("Lektionens ur").appears().await;
            to_heading(&anna, "Lektionens ur").await;
        }),
        screen("Aftale, start fra", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            anna.link("Tilbage").click().await;
            anna.link("Ny observation").click().await;
            anna.button(containing("Aftalen: ")).appears().await;
        }),
        screen("Aftale, samtalens plan", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            anna.link("Feedbacksamtale").click().await;
            anna.button("Begynd samtalen").appears().await;
        }),
        screen("Aftale, samtalens spørgsmål", async |anna: Browser| {
            talks(&anna, 2).await;
            anna.text("Hvad gjorde stationerne mulig?").appears().await;
        }),
        screen("Aftale, historik", async |anna: Browser| {
            begins(&anna).await;
            fills(&anna).await;
            reads(&anna).await;
            anna.button("Enig: AL").click().await;
            anna.button("Enig: AL").is_gone().await;
            anna.link("Historik").click().await;
            anna.text("Begyndt").appears().await;
        }),
        screen("Aftale, samtalens valg", async |anna: Browser| {
            talks(&anna, 3).await;
            anna.field("Én ting at prøve").appears().await;
        }),
    ]
}

async fn begins(anna: &Browser) {
    anna.open("").await;
    own_initiative(anna, "Læsemakkere i 2.a").await;
    anna.link("Ny feedbackaftale").click().await;
    anna.heading("Parter").appears().await;
}

async fn fills(anna: &Browser) {
    anna.field("Hvem bliver observeret?").fill("AL SO").await;
    anna.field("Hvem observerer?").fill("KA").await;
    anna.field("Hvad er det faglige fokus?").fill("Eleverne forklarer med fagord.").await;
    anna.field("Elevkoder (frivilligt)").fill("E04 E17").await;
    anna.field("Hvad skal observatøren kigge efter?").fill("Hvem forklarer, og hvornår?").await;
    anna.field("Hvornår er observationen?").set_date("2026-11-24").await;
    anna.field("Observationen begynder kl. (frivilligt)").set_value("08:15").await;
    anna.field("Hvornår taler I sammen bagefter?").set_date("2026-11-24").await;
    anna.field("Samtalen begynder kl. (frivilligt)").set_value("13:30").await;
    anna.field("Hvor? (frivilligt)").fill("Mødelokalet").await;
    anna.checkbox("Hvordan kan de voksnes roller bruges endnu bedre?").tick().await;
    anna.field("Eget spørgsmål (frivilligt)").fill("Hvad gjorde stationerne mulig?").await;
}

async fn reads(anna: &Browser) {
    anna.button("Læs aftalen igennem").click().await;
    anna.heading("Er I enige?").appears().await;
}

async fn talks(anna: &Browser, steps: usize) {
    begins(anna).await;
    fills(anna).await;
    reads(anna).await;
    anna.link("Feedbacksamtale").click().await;
    anna.button("Begynd samtalen").click().await;
    for _ in 0..steps {
        anna.button("Næste trin").click().await;
    }
}
