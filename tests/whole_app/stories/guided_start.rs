//! A new initiative is set up step by step: left in the middle and gone on with, without net and with the
//! keys alone; what is missing is said where it is put right, and nothing that was entered is lost.

use thirtyfour::Key;

use super::steps::{go_to, is_called, is_ready_without_net, is_saved};
use crate::harness::{Browser, Build, Finds, Size, Stage, for_both_engines, for_one_engine};

const TITLE: &str = "Tolærere i 5.b";
const CHALLENGE: &str = "Hvilken udfordring skal indsatsen løse? (frivilligt)";
const CHANGES: &str = "Hvilke forandringer ønsker I at se blandt eleverne? (frivilligt)";
const EXPECTED: &str = "Hvad forventer vi?";
const SEEN: &str = "Sådan ser vi, at det er nået";
const REFUSED: &str = "Der mangler lidt, før den er færdig. Alt, du har skrevet, er gemt.";
const PUPILS: &str = "Hvor mange elever?";

for_both_engines!(
    /// Without net: killed at one step, left at another, gone on with from the first page, and made.
    it_can_be_left_and_gone_on_with,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.size(Size::PHONE).await;
        anna.open("").await;
        is_called(&anna, "AL").await;
        is_ready_without_net(&anna).await;
        server.stop().await;

        anna.link("Ny indsats").click().await;
        is_at(&anna, 1, "Hvad går I i gang med?").await;
        anna.radio("Hvilken slags indsats er det?", "Tolærerordning").click().await;
        anna.field("Titel").fill(TITLE).await;
        anna.field("Klasse eller gruppe (frivilligt)").fill("5.b").await;
        goes_on(&anna, 2, "Hvorfor?").await;
        anna.field(CHALLENGE).fill("Få tør svare").await;
        is_saved(&anna).await;
        anna.kill().await;
        anna.reopen().await;

        // The app was gone in the middle of a step: it is there again, and so is every letter.
        anna.link(TITLE).click().await;
        is_at(&anna, 2, "Hvorfor?").await;
        anna.field(CHALLENGE).has_value("Få tør svare").await;
        anna.field("Formål (frivilligt)").fill("Flere kommer til orde").await;
        goes_on(&anna, 3, "Hvad vil I se hos eleverne?").await;
        anna.field(CHANGES).fill("Alle siger noget hver dag").await;
        // The browser's own way back leads a step back, and the way on is where it was.
        anna.back().await;
        is_at(&anna, 2, "Hvorfor?").await;
        anna.field("Formål (frivilligt)").has_value("Flere kommer til orde").await;
        goes_on(&anna, 3, "Hvad vil I se hos eleverne?").await;
        anna.field(CHANGES).has_value("Alle siger noget hver dag").await;
        goes_on(&anna, 4, "Hvad venter I jer?").await;
        expects(&anna).await;
        anna.link("Fortsæt senere").click().await;

        // Left on purpose: it is told on the first page and on its own.
        anna.heading("Fortsæt").appears().await;
        anna.text("Oprettes – trin 4 af 6").appears().await;
        go_to(&anna, "Indsatser").await;
        anna.link(TITLE).click().await;
        anna.text("Indsatsen er ikke færdig med at blive oprettet.").appears().await;
        go_to(&anna, "Overblik").await;
        anna.link(TITLE).click().await;
        is_at(&anna, 4, "Hvad venter I jer?").await;
        anna.field(SEEN).has_value("Vi tæller hænder").await;

        goes_on(&anna, 5, "Hvem og hvornår?").await;
        anna.field("Initialer").has_value("AL").await;
        anna.field("Første dag (frivilligt)").set_date("2026-11-24").await;
        anna.field("Sidste dag (frivilligt)").set_date("2026-11-02").await;
        anna.text("Sidste dag ligger før første dag.").appears().await;
        goes_on(&anna, 6, "Hvilke elever?").await;
        names_pupils(&anna).await;

        anna.button("Se det igennem").click().await;
        anna.heading("Se det igennem").appears().await;
        for words in ["Få tør svare", "Det ser vi ved: Vi tæller hænder", "E01, E03, E04"] {
            anna.text(words).first().appears().await;
        }
        // What cannot be leads to where it is put right.
        anna.button("Opret indsatsen").click().await;
        is_at(&anna, 5, "Hvem og hvornår?").await;
        anna.link("Sidste dag ligger før første dag. Ret en af dem.").click().await;
        anna.field("Sidste dag (frivilligt)").set_date("2026-12-18").await;
        anna.link("Se det igennem").click().await;
        anna.heading("Se det igennem").appears().await;
        anna.button("Opret indsatsen").click().await;

        anna.heading(TITLE).appears().await;
        anna.text("Indsatsen er ikke færdig med at blive oprettet.").stays_gone().await;
        for words in ["Flere kommer til orde", "Få tør svare", "Alle siger noget hver dag"] {
            anna.text(words).first().appears().await;
        }
        go_to(&anna, "Overblik").await;
        anna.text("Oprettes – trin").stays_gone().await;
    }
);

for_both_engines!(
    /// All may be skipped but the title and the kind; the focus is on each step's heading; both languages.
    keys_are_enough_and_steps_may_be_skipped,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        enters(&anna, "Ny indsats").await;
        is_at(&anna, 1, "Hvad går I i gang med?").await;
        for (step, title) in [
            (2, "Hvorfor?"),
            (3, "Hvad vil I se hos eleverne?"),
            (4, "Hvad venter I jer?"),
            (5, "Hvem og hvornår?"),
            (6, "Hvilke elever?"),
        ] {
            enters(&anna, "Næste").await;
            anna.focus_comes_to("heading", &format!("Trin {step} af 6: {title}")).await;
        }
        enters(&anna, "Forrige").await;
        anna.focus_comes_to("heading", "Trin 5 af 6: Hvem og hvornår?").await;
        enters(&anna, "Se det igennem").await;
        anna.focus_comes_to("heading", "Se det igennem").await;
        anna.text("Sprunget over").first().appears().await;
        enters(&anna, "Opret indsatsen").await;
        // Nothing is made without a kind and a name; the way to both is short.
        is_at(&anna, 1, "Hvad går I i gang med?").await;
        anna.focus_comes_to("group", REFUSED).await;
        anna.link("Skriv, hvad I kalder indsatsen.").appears().await;
        anna.tab_to("Tolærerordning").await;
        anna.press(Key::Space).await;
        anna.tab_to("Titel").await;
        anna.press(TITLE).await;
        anna.link("Skriv, hvad I kalder indsatsen.").is_gone().await;
        enters(&anna, "Se det igennem").await;
        enters(&anna, "Opret indsatsen").await;
        anna.heading(TITLE).appears().await;

        go_to(&anna, "Indstillinger").await;
        anna.radio("Sprog · Language", "English").click().await;
        anna.link("Initiatives").click().await;
        anna.link("New initiative").click().await;
        anna.heading("Step 1 of 6: What are you starting?").appears().await;
    }
);

for_one_engine!(
    /// Each step as axe-core sees it, light and dark, on a phone; a form that is opened and left leaves nothing.
    the_steps_are_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.still(true).await;
        anna.size(Size::PHONE).await;
        anna.open("indsatser/ny").await;
        is_at(&anna, 1, "Hvad går I i gang med?").await;
        anna.link("Fortsæt senere").click().await;
        anna.heading("Velkommen til Indsats").appears().await;
        anna.link("Ny indsats").click().await;
        is_at(&anna, 1, "Hvad går I i gang med?").await;
        anna.is_fine("guided start, first step").await;
        anna.field("Titel").fill(TITLE).await;
        goes_on(&anna, 2, "Hvorfor?").await;
        anna.is_fine("guided start, why").await;
        goes_on(&anna, 3, "Hvad vil I se hos eleverne?").await;
        goes_on(&anna, 4, "Hvad venter I jer?").await;
        expects(&anna).await;
        anna.is_fine("guided start, expectations").await;
        goes_on(&anna, 5, "Hvem og hvornår?").await;
        anna.is_fine("guided start, who and when").await;
        goes_on(&anna, 6, "Hvilke elever?").await;
        names_pupils(&anna).await;
        anna.is_fine("guided start, pupils").await;
        anna.button("Se det igennem").click().await;
        anna.heading("Se det igennem").appears().await;
        anna.is_fine("guided start, all of it").await;
        anna.button("Opret indsatsen").click().await;
        anna.link("Vælg, hvilken slags indsats det er.").appears().await;
        anna.is_fine("guided start, refused").await;
    }
);

/// The step that is shown, with how far it is in words.
async fn is_at(anna: &Browser, step: u8, title: &str) {
    anna.heading(format!("Trin {step} af 6: {title}")).appears().await;
}

async fn goes_on(anna: &Browser, step: u8, title: &str) {
    anna.button("Næste").click().await;
    is_at(anna, step, title).await;
}

/// One expectation, and another that is taken away, back and away.
async fn expects(anna: &Browser) {
    anna.text("Ingen forventninger endnu.").appears().await;
    anna.button("Tilføj en forventning").click().await;
    anna.focus_comes_to("textbox", EXPECTED).await;
    anna.field(EXPECTED).fill("Alle siger noget").await;
    anna.field(SEEN).fill("Vi tæller hænder").await;
    anna.button("Tilføj en til").click().await;
    let second = anna.group("Forventning 2");
    second.field(EXPECTED).fill("Vi planlægger sammen").await;
    second.button("Fjern forventning 2").click().await;
    anna.group("Forventning 2").is_gone().await;
    anna.button("Fortryd").first().click().await;
    anna.group("Forventning 2").field(EXPECTED).has_value("Vi planlægger sammen").await;
    anna.button("Fjern forventning 2").click().await;
    anna.group("Forventning 2").is_gone().await;
    is_saved(anna).await;
}

/// Three codes, of which one is taken off the list, and one of their own; no name is taken for a code.
async fn names_pupils(anna: &Browser) {
    let field = anna.field(PUPILS);
    field.fill("Ali").await;
    anna.button("Sæt på listen").click().await;
    anna.text("Skriv et helt tal fra 1 til 60 eller en kode som E31.").appears().await;
    field.has_value("Ali").await;
    // Going on says the same and goes nowhere.
    field.fill("0").await;
    anna.text("Skriv et helt tal").is_gone().await;
    anna.button("Se det igennem").click().await;
    anna.text("Skriv et helt tal").appears().await;
    field.fill("3").await;
    anna.button("Sæt på listen").click().await;
    anna.button("Fjern E03 fra listen").appears().await;
    anna.button("Fjern E02 fra listen").click().await;
    anna.button("Fjern E02 fra listen").is_gone().await;
    // What stands in the field is made by going on, too.
    field.fill("e04").await;
}

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}
