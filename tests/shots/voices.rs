//! The figures of an initiative, and talks with pupils.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, own_initiative, screen, with_example};

const YOUNG: &str = "Samtale med 2–3 elever, indskoling";
const FIRST: &str = "Hvad lavede I i timen? Vis mig det.";

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Indsatsens tal", async |anna: Browser| {
            with_example(&anna).await;
            anna.open("indsatser").await;
            anna.link("Tolærere i 5.b").click().await;
            anna.link("Indsatsens tal").click().await;
            anna.role(Role::Other("region"), "Målinger").appears().await;
        }),
        screen("Indsatsens tal, ingen", async |anna: Browser| {
            own_initiative(&anna, "Makkerlæsning i 2.a").await;
            anna.link("Indsatsens tal").click().await;
            anna.heading("Ingen tal endnu").appears().await;
        }),
        screen("Delmål, elevernes svar", async |anna: Browser| {
            own_initiative(&anna, "Makkerlæsning i 2.a").await;
            anna.link("Delmål").click().await;
            anna.link("Nyt delmål").click().await;
            let shows = "Hvad viser, hvor langt I er?";
            anna.radio(shows, "Elevernes svar på et spørgsmål").click().await;
            anna.field("Hvilken elevsurvey?").appears().await;
            anna.script("document.querySelector('#goal-survey').scrollIntoView()", vec![]).await;
        }),
        screen("Elevsamtale, ny", async |anna: Browser| {
            own_initiative(&anna, "Makkerlæsning i 2.a").await;
            anna.link("Hold en elevsamtale").click().await;
            anna.radio("Hvilken guide?", YOUNG).click().await;
            anna.heading(FIRST).appears().await;
        }),
        screen("Elevsamtale, stikord", async |anna: Browser| {
            own_initiative(&anna, "Makkerlæsning i 2.a").await;
            talks(&anna, &["De viste tårnet", "Vi læste hele bogen"]).await;
            anna.script("document.querySelector('#esi-q1').scrollIntoView()", vec![]).await;
        }),
        screen("Elevsamtaler ved siden af hinanden", async |anna: Browser| {
            own_initiative(&anna, "Makkerlæsning i 2.a").await;
            talks(&anna, &["De viste tårnet", "Vi læste hele bogen"]).await;
            anna.button("Færdig").click().await;
            anna.link(containing("Elevsamtale · ")).appears().await;
            talks(&anna, &["Vi prøvede en ny makker"]).await;
            anna.link("Se samtalerne ved siden af hinanden").click().await;
            anna.role(Role::Other("region"), FIRST).appears().await;
        }),
        screen("Elevsamtale, på papir", async |anna: Browser| {
            anna.open("elevsamtaler/guide/elevsamtale-mellemtrin-udskoling").await;
            anna.heading(containing("1. ")).appears().await;
        }),
    ]
}

async fn talks(anna: &Browser, keywords: &[&str]) {
    anna.link("Hold en elevsamtale").click().await;
    anna.radio("Hvilken guide?", YOUNG).click().await;
    for (n, words) in keywords.iter().enumerate() {
        anna.button(format!("Nyt stikord {FIRST}")).click().await;
        let note = anna.group(format!("Spørgsmål 1, stikord {}", n + 1));
        note.field(format!("Stikord {}", n + 1)).fill(words).await;
    }
}
