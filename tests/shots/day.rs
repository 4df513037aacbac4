//! The screens of a day at school: the plan, today, quick notes and exit tickets.

use crate::harness::{Browser, Finds, containing};
use crate::screens::{Screen, screen};

/// All of them, in the order of the day.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Dag, ny lektion", async |mette: Browser| begins_lesson(&mette).await),
        screen("Dag, overblik før timen", async |mette: Browser| {
            plans(&mette).await;
            overview_at(&mette, "09:58").await;
            mette.text("Mette har station 1").appears().await;
        }),
        screen("Dag, lynnotat", async |mette: Browser| {
            plans(&mette).await;
            overview_at(&mette, "10:20").await;
            mette.link("Lynnotat").click().await;
            mette.field("Hvad så eller hørte du?").type_text("E04 forklarer brøker for").await;
            mette.radio("Mærkat (frivilligt)", "Elever").click().await;
        }),
        screen("Dag, alle lynnotater", async |mette: Browser| {
            plans(&mette).await;
            notes(&mette).await;
            mette.open("lynnotater").await;
            mette.heading("Lynnotater").appears().await;
        }),
        screen("Dag, exitkort, valget", async |mette: Browser| {
            plans(&mette).await;
            overview_at(&mette, "10:38").await;
            mette.link("Exitkort").click().await;
            mette.group("Hvilket exitkort?").appears().await;
        }),
        screen("Dag, exitkort", async |mette: Browser| {
            plans(&mette).await;
            overview_at(&mette, "10:38").await;
            counts(&mette).await;
        }),
        screen("Dag, exitkort på storskærm", async |mette: Browser| {
            plans(&mette).await;
            overview_at(&mette, "10:38").await;
            counts(&mette).await;
            mette.button("Vis på storskærm").click().await;
            mette.heading("Hvor er du lige nu?").appears().await;
        }),
        screen("Dag, overblik når timen er slut", async |mette: Browser| {
            plans(&mette).await;
            notes(&mette).await;
            overview_at(&mette, "10:46").await;
            mette.group("Blev timen gennemført?").appears().await;
        }),
        screen("Dag, fælles planlægning", async |mette: Browser| {
            plans(&mette).await;
            notes(&mette).await;
            overview_at(&mette, "10:38").await;
            counts(&mette).await;
            mette.button("Færdig").click().await;
            mette.heading("Efter timen").appears().await;
            overview_at(&mette, "13:10").await;
            mette.group("Blev timen gennemført?").button("Gennemført").click().await;
            mette.link(containing("5.b dansk")).first().click().await;
            mette.heading("Efter timen").appears().await;
            mette
                .field("Én ting, I ændrer næste gang (frivilligt)")
                .type_text("Kortere skift mellem stationer – vis tid på tavlen")
                .await;
        }),
        screen("Dag, lektionens historik", async |mette: Browser| {
            plans(&mette).await;
            mette.link(containing("5.b dansk · ")).click().await;
            mette.field("Lokale (frivilligt)").fill("14").await;
            mette.link("Historik").click().await;
            mette.text("Begyndt").appears().await;
        }),
        screen("Dag, indsatsens lektioner", async |mette: Browser| {
            begins_lesson(&mette).await;
            mette.field("Dag").set_date("2020-11-10").await;
            mette.field("Til og med (frivilligt)").set_date("2020-12-18").await;
            mette.button("Lav lektionerne").click().await;
            mette.text("Lektioner lavet").appears().await;
            mette.radio("Blev timen gennemført? (frivilligt)", "Gennemført").click().await;
            mette.button("Færdig").click().await;
            mette.heading("Tidligere").appears().await;
        }),
    ]
}

async fn begins_lesson(mette: &Browser) {
    crate::screens::on_one_page(mette).await;
    mette.radio("Hvilken slags indsats er det?", "Tolærerordning").click().await;
    mette.field("Titel").fill("Tolærere i 5.b").await;
    mette.field("Klasse eller gruppe (frivilligt)").fill("5.b").await;
    mette.field("Fag (frivilligt)").fill("Dansk").await;
    mette.button("Færdig").click().await;
    mette.link("Ny lektion").click().await;
    mette.field("Begynder kl. (frivilligt)").set_value("10:00").await;
    mette.field("Slutter kl. (frivilligt)").set_value("10:45").await;
    mette.field("Lokale (frivilligt)").fill("12").await;
    mette.field("Samarbejdsform (frivilligt)").choose("Stationsundervisning").await;
    mette.field("Voksen A (frivilligt)").fill("Mette").await;
    mette.field("Voksen B (frivilligt)").fill("Jonas").await;
}

async fn plans(mette: &Browser) {
    begins_lesson(mette).await;
    mette.button("Færdig").click().await;
    mette.text("Lektionen er gemt i planen.").appears().await;
}

async fn notes(mette: &Browser) {
    for (time, note) in [
        ("10:08", "Skiftet til stationer tog fire minutter"),
        ("10:20", "E04 forklarer brøker for hele gruppen"),
    ] {
        overview_at(mette, time).await;
        mette.link("Lynnotat").click().await;
        mette.field("Hvad så eller hørte du?").type_text(note).await;
        mette.radio("Mærkat (frivilligt)", "Elever").click().await;
        mette.button("Færdig").click().await;
        mette.link(note).appears().await;
    }
}

async fn counts(mette: &Browser) {
    mette.link("Exitkort").click().await;
    mette.radio("Hvilket exitkort?", containing("Lige nu")).click().await;
    for (option, n) in [
        ("Jeg kan det selv", "12"),
        ("Jeg kan det med lidt hjælp", "8"),
        ("Jeg har brug for at starte forfra", "3"),
    ] {
        mette.field(option).fill(n).await;
    }
    mette.text("23 svar i alt").appears().await;
}

/// The first page at a time of this day.
async fn overview_at(mette: &Browser, time: &str) {
    mette.open("").await;
    mette.it_is_at(time).await;
    mette.heading("I dag").appears().await;
}
