//! The screens of a measurement: getting ready, the grid, pasting, and what it says.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, own_initiative, screen};

/// The answers of the worked example; a dash is a skipped question.
const START: &str = "3232443333223243-2334434223225333333223422234";
const END: &str = "43333443433333333333443423433332323433333---2";

/// All of them, in the order of a measurement.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Måling, valg", async |mette: Browser| {
            begins(&mette).await;
            mette.radio("Hvem eller hvad?", "Udskoling").click().await;
            mette.radio("Hvilken måling?", "Ro og koncentration – udskoling").click().await;
            mette.button("Se spørgsmålene").click().await;
            mette.heading("Hvad måler I?").appears().await;
            mette.script("scrollTo(0, 0)", vec![]).await;
        }),
        screen("Måling, gøres klar", async |mette: Browser| gets_ready(&mette).await),
        screen("Måling, egne spørgsmål", async |mette: Browser| {
            begins(&mette).await;
            mette.radio("Hvem eller hvad?", "Egne spørgsmål").click().await;
            mette.field("Hvad hedder jeres skala?").fill("Læselyst").await;
            mette.button("Tilføj et spørgsmål").click().await;
            mette.field("Spørgsmål 1").fill("Jeg læser gerne derhjemme.").await;
        }),
        screen("Måling, svar tastes", async |mette: Browser| {
            gets_ready(&mette).await;
            starts(&mette, "Start", &START[..22]).await;
            mette.press("6").await;
            mette.text("»6« er ikke et svar her.").appears().await;
        }),
        screen("Måling, sæt ind", async |mette: Browser| {
            gets_ready(&mette).await;
            starts(&mette, "Start", "323").await;
            mette.button("Sæt ind fra regneark").click().await;
            let dialog = mette.role(Role::Dialog, "Sæt ind fra regneark");
            let area = dialog.field("Sæt cellerne ind her");
            area.type_text("E01;4;2;3;6;2\nE02;3;3;x\nE12;1;1;2;2;1").await;
            dialog.text("Her lander svarene").appears().await;
        }),
        screen("Måling, resultat", async |mette: Browser| {
            gets_ready(&mette).await;
            starts(&mette, "Start", START).await;
            mette.link("Færdig").click().await;
            starts(&mette, "Slut", END).await;
            mette.link("Færdig").click().await;
            mette.link("Se resultat").click().await;
            mette.text("har svaret begge gange").appears().await;
        }),
        screen("Måling, resultat der kan deles", async |mette: Browser| {
            gets_ready(&mette).await;
            starts(&mette, "Start", START).await;
            mette.link("Færdig").click().await;
            starts(&mette, "Slut", END).await;
            mette.link("Færdig").click().await;
            mette.link("Se resultat").click().await;
            mette.text("har svaret begge gange").appears().await;
            let script = "document.querySelector('.measure-shared').scrollIntoView()";
            mette.script(script, vec![]).await;
        }),
    ]
}

async fn begins(mette: &Browser) {
    own_initiative(mette, "Ro i 8.a").await;
    mette.link("Start en måling").click().await;
    mette.group("Hvem eller hvad?").appears().await;
}

async fn gets_ready(mette: &Browser) {
    begins(mette).await;
    mette.radio("Hvem eller hvad?", "Udskoling").click().await;
    mette.radio("Hvilken måling?", "Ro og koncentration – udskoling").click().await;
    let goal = mette.field("Hvilket delmål hører målingen til? (frivilligt)");
    goal.fill("Arbejdsro i gruppetimerne").await;
    mette.checkbox(containing("fordi de havde det svært")).click().await;
    mette.field("Hvor mange elever?").fill("9").await;
    mette.button("Sæt på listen").click().await;
    mette.text("9 elever på listen").appears().await;
}

async fn starts(mette: &Browser, wave: &str, keys: &str) {
    mette.link(format!("Tast svar – {wave}")).click().await;
    let first = mette.role(Role::Other("gridcell"), "E01, spørgsmål 1: tomt");
    first.click().await;
    mette.press(keys).await;
}
