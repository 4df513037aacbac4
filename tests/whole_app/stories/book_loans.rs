//! Book packs: lent, talked about, handed back; who has none is seen at a glance; and gone when the year ends.

use super::groups::makes_one_with_pupils;
use super::steps::{is_ready_without_net, is_saved, makes_file, parsed};
use crate::harness::{Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Bogpakker i 2.b";
const TUESDAY: &str = "2026-11-24T10:42:00";

for_both_engines!(
    /// Without net: lent, refused where something misses, talked about, handed back, removed and back.
    a_book_is_lent_talked_about_and_handed_back,
    async |stage: &Stage| {
        stage.is_on(TUESDAY);
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_ready_without_net(&mette).await;
        server.stop().await;
        makes_one_with_pupils(&mette, "Bogpakker", TITLE).await;
        mette.link("Bøger").click().await;
        mette.text("Har en bog: 0 af 4. Uden bog: 4.").appears().await;
        mette.is_fine("books, none lent").await;
        mette.link(containing("E02 lån en bog ud")).click().await;
        mette.field("Hvem låner?").has_value("E02").await;
        mette.button("Færdig").click().await;
        mette.link("Skriv, hvad der er lånt ud.").appears().await;
        mette.is_fine("loan, refused").await;
        mette.field("Hvad er lånt ud?").fill("Vildheks").await;
        mette.field("Afleveret (frivilligt)").set_date("2026-11-23").await;
        mette.text("Bogen er afleveret, før den blev lånt.").first().appears().await;
        mette.field("Afleveret (frivilligt)").set_date("").await;
        mette.button("Tilføj en samtale").click().await;
        mette.focus_comes_to(None, "Hvad talte I om?").await;
        mette.field("Hvad talte I om?").fill("Heksen er modig").await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.field("Hvad talte I om?").has_value("Heksen er modig").await;
        mette.field("Dag for samtalen").has_value("2026-11-24").await;
        mette.is_fine("loan").await;
        mette.button("Fjern samtale 1").click().await;
        mette.text("Samtalen er fjernet.").appears().await;
        mette.field("Hvad talte I om?").is_gone().await;
        mette.button("Fortryd").click().await;
        mette.field("Hvad talte I om?").has_value("Heksen er modig").await;
        mette.button("Færdig").click().await;
        mette.text("Har en bog: 1 af 4. Uden bog: 3.").appears().await;
        mette.link("E02 · Vildheks").appears().await;
        mette.text("lånt 24. november 2026 · talt om bogen 1 gang").appears().await;
        mette.is_fine("books").await;

        // Removed, and back.
        mette.link("E02 · Vildheks").click().await;
        mette.button("Læg udlånet i papirkurven").click().await;
        mette.text("Har en bog: 0 af 4. Uden bog: 4.").appears().await;
        mette.button("Fortryd").click().await;
        mette.text("Har en bog: 1 af 4. Uden bog: 3.").appears().await;

        mette.link("E02 · Vildheks").click().await;
        mette.it_is_on("2026-12-01T09:00:00").await;
        mette.button("Afleveret i dag").click().await;
        mette.field("Afleveret (frivilligt)").has_value("2026-12-01").await;
        is_saved(&mette).await;
        mette.link("Historik").click().await;
        mette.text("Afleveret: »1. december 2026«").first().appears().await;
        mette.link("Tilbage").click().await;
        mette.button("Færdig").click().await;
        mette.text("Har en bog: 0 af 4. Uden bog: 4.").appears().await;
        mette.button("Afleveret (1)").click().await;
        mette.link("E02 · Vildheks").appears().await;
        let file = makes_file(&mette).await;
        assert!(parsed(&file).to_string().contains("Heksen er modig"), "a file of everything has it");

        // The end of the year names it among what is to be deleted.
        mette.it_is_on("2027-06-21T09:00:00").await;
        mette.open("skoleaar").await;
        mette.button("Udlån af bøger: 1").click().await;
        mette.link("E02 · Vildheks").appears().await;
        mette.button("Læg i papirkurven Udlån af bøger: 1").click().await;
        mette.text("Lagt i papirkurven: 1.").appears().await;
        mette.button("Udlån af bøger: 1").is_gone().await;
    }
);
