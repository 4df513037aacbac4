//! A leader prepares an initiative: looks things up without net, ticks what is done, says who does what,
//! and is told what is next and what is late.

use thirtyfour::Key;

use super::steps::{
    closes_messages, go_to, is_called, is_ready_without_net, is_saved, makes_initiative,
};
use crate::harness::{
    Browser, Build, Finder, Finds, Role, Size, Stage, containing, for_both_engines,
};

const TITLE: &str = "Tolærere i 4.a";
const MEETINGS: &str = "Sæt en møderække i kalenderen med de vigtigste personer: Hvad vil vi, hvad venter vi af hinanden, og hvordan lærer vi undervejs?";
const WRITE_DOWN: &str = "Skriv sammen med personalet ned, hvad I venter fagligt af hinanden, og hvilket udbytte I går efter.";
const HARD: &str =
    "Hvad har eleverne svært ved hos os – fagligt eller i trivslen – og hvordan ser vi det?";
const KNOWS: &str = "Jeg kender metoderne i indsatsen.";
const PURPOSE: &str = "Et formål, alle kan gentage";

for_both_engines!(
    /// Without net: searched on any keyboard, a figure with its source, a link that leaves and asks nothing.
    the_guide_answers_without_net,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.size(Size::PHONE).await;
        henrik.open("").await;
        is_ready_without_net(&henrik).await;
        server.stop().await;

        henrik.link("Læs guiden").click().await;
        henrik.heading("Guide").appears().await;
        henrik.link("Ledelsens opgaver").appears().await;
        for question in ["forældre møde", "FORAELDRE moede", "Forældre, MØDE"] {
            henrik.field("Søg i guiden").fill(question).await;
            henrik.link("Møder og dagsordener").appears().await;
            henrik.link("Ledelsens opgaver").is_gone().await;
            henrik.text("Emner fundet: ").appears().await;
        }
        henrik.field("Søg i guiden").fill("månefærge").await;
        henrik.text("Ingen emner med de ord.").appears().await;

        henrik.field("Søg i guiden").fill("tre tal").await;
        henrik.link("Tre tal fra VIVE").click().await;
        henrik.heading("Tre tal fra VIVE").appears().await;
        for figure in ["73 %", "52 %", "71 %", "49 %", "85 %", "72 %"] {
            henrik.text(figure).appears().await;
        }
        henrik.text("e-ISBN 978-87-7582-250-8, s. 9. Data: Jensen m.fl. 2023.").appears().await;
        henrik.text("Pjecen oplyser ikke antallet af svar.").first().appears().await;
        henrik.text("De viser ikke i sig selv, at det ene er årsag til det andet.").first().appears().await;
        henrik.link("Tilbage til guiden").click().await;
        henrik.field("Søg i guiden").has_value("tre tal").await;

        henrik.field("Søg i guiden").fill("friend").await;
        henrik.link("Seks måder at være to voksne på").click().await;
        let out = henrik.link(containing("Åbner folkeskolen.dk – uden for appen"));
        assert!(out.attribute("href").await.unwrap_or_default().starts_with("https://www.folkeskolen.dk/"));
        assert_eq!(out.attribute("target").await.as_deref(), Some("_blank"));
        assert_eq!(out.attribute("rel").await.as_deref(), Some("noopener noreferrer"));
        let (_, height) = out.size().await;
        assert!(height >= 48.0, "the link is as tall as a finger: {height}");

        go_to(&henrik, "Om").await;
        henrik.link("Læs guiden").appears().await;
        henrik.open("guide/findes-ikke").await;
        henrik.heading("Der er ikke noget her").appears().await;
        // That nothing was asked of anybody is checked at the end of every story.
    }
);

for_both_engines!(
    /// Tasks, questions and the self-check are filled in without net, are there after a reload, and lead on.
    a_leader_prepares_an_initiative,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        is_called(&henrik, "HN").await;
        is_ready_without_net(&henrik).await;
        server.stop().await;
        makes_initiative(&henrik, TITLE).await;

        henrik.link("Fase 1: Forberedelse – 0 af 9 gjort").click().await;
        henrik.heading("Forberedelse").appears().await;
        next(&henrik, 0).says(MEETINGS).await;
        next(&henrik, 1).says("Svar på: Hvad har eleverne svært ved").await;
        next(&henrik, 2).says("HN mangler at svare på »Er I rustet?«").await;
        henrik.checkbox(MEETINGS).tick().await;
        next(&henrik, 0).says(WRITE_DOWN).await;
        gives(&henrik, WRITE_DOWN, "HN", "2099-01-01").await;
        next(&henrik, 0).says("HN · Senest 1. januar 2099").await;

        part(&henrik, "Spørgsmål").await;
        henrik.field(HARD).fill("De går i stå ved tekstopgaver").await;
        henrik.button("Tag spørgsmålet op igen").click().await;
        henrik.field("Hvad siger I nu?").fill("Nu kun ved to trin").await;

        part(&henrik, "Er I rustet?").await;
        henrik.button(containing("HN Ikke svaret endnu")).click().await;
        henrik.radio(KNOWS, "I mindre grad").click().await;
        henrik.checkbox("Kursus").tick().await;
        henrik.field("Hvem kan hjælpe? (frivilligt)").choose("HN").await;
        henrik.field("Hvad gør I? (frivilligt)").fill("Kursus i uge 3").await;
        henrik.button(containing("HN Har brug for: Kursus")).appears().await;
        henrik.text("På vej: HN").appears().await;
        is_saved(&henrik).await;

        henrik.reload().await;
        henrik.heading("Forberedelse").appears().await;
        henrik.checkbox(MEETINGS).is_ticked_now(true).await;
        next(&henrik, 1).says("Svar på: Hvad i denne indsats").await;
        next(&henrik, 2).says("Find hjælp til HN").await;
        // A step leads to its place, which unfolds.
        next(&henrik, 2).role(Role::Button, "Find hjælp til HN").click().await;
        henrik.radio(KNOWS, "I mindre grad").is_ticked_now(true).await;
        henrik.field("Hvad gør I? (frivilligt)").has_value("Kursus i uge 3").await;
        part(&henrik, "Spørgsmål").await;
        henrik.field(HARD).has_value("De går i stå ved tekstopgaver").await;
        henrik.field("Hvad siger I nu?").has_value("Nu kun ved to trin").await;

        // The day after, as the page's clock has it.
        henrik.it_is_on("2099-01-02T09:00:00").await;
        next(&henrik, 0).says("Skulle være gjort 1. januar 2099").await;
        next(&henrik, 0).says("Forsinket").await;
        part(&henrik, "Opgaver").await;
        henrik.group(WRITE_DOWN).says("Forsinket").await;
        henrik.link("Tilbage til indsatsen").click().await;
        henrik.link("Fase 1: Forberedelse – 1 af 9 gjort").appears().await;
        henrik.text("Forsinket").appears().await;

        // Whoever leaves the team is still named where they stand. That was before it was late.
        henrik.it_is_on("2098-12-01T09:00:00").await;
        henrik.reload().await;
        henrik.link("Ret indsatsen").click().await;
        henrik.button("Fjern HN fra teamet").click().await;
        is_saved(&henrik).await;
        henrik.button("Færdig").click().await;
        henrik.link("Fase 1: Forberedelse – 1 af 9 gjort").click().await;
        henrik.group(WRITE_DOWN).says("HN (ikke længere i teamet) · Senest 1. januar 2099").await;
        henrik.group(WRITE_DOWN).button("Hvem og hvornår").click().await;
        let who = henrik.group(WRITE_DOWN).field("Hvem (frivilligt)");
        assert!(!who.value().await.is_empty(), "the one who left is still chosen");
        // A day that has passed may be written, and says so.
        henrik.group(WRITE_DOWN).field("Senest (frivilligt)").set_date("2026-01-05").await;
        henrik.group(WRITE_DOWN).says("Skulle være gjort 5. januar 2026").await;
        part(&henrik, "Er I rustet?").await;
        henrik.button(containing("HN (ikke længere i teamet)")).appears().await;
        henrik.link("Tilføj jer i teamet").appears().await;
    }
);

for_both_engines!(
    /// The initiative's own form and its preparation are open at once: neither takes the other's words.
    two_forms_over_one_initiative,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, TITLE).await;
        let path = anna.url().await[anna.home().len()..].to_owned();
        anna.link("Ret indsatsen").click().await;
        anna.field("Fag (frivilligt)").fill("Dansk").await;
        is_saved(&anna).await;
        anna.new_tab(&format!("{path}/forberedelse")).await;
        anna.checkbox(MEETINGS).tick().await;
        is_saved(&anna).await;
        anna.tab(0).await;
        anna.field("Formål (frivilligt)").fill("Flere kommer til orde").await;
        is_saved(&anna).await;
        anna.button("Færdig").click().await;
        anna.link("Fase 1: Forberedelse – 1 af 9 gjort").appears().await;
        anna.text("Flere kommer til orde").appears().await;
        anna.tab(1).await;
        anna.checkbox(WRITE_DOWN).tick().await;
        is_saved(&anna).await;
        anna.link("Tilbage til indsatsen").click().await;
        anna.link("Fase 1: Forberedelse – 2 af 9 gjort").appears().await;
        anna.text("5.b · Dansk").appears().await;
        anna.text("Flere kommer til orde").appears().await;
    }
);

for_both_engines!(
    /// From a form to what the guide says and back, and through the preparation, with the keys alone.
    keys_are_enough_for_guide_and_preparation,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("indsatser/ny").await;
        anna.heading("Ny indsats").appears().await;
        enters(&anna, "Udfyld det hele på én side").await;
        anna.field("Formål (frivilligt)").appears().await;
        anna.tab_to("Tolærerordning").await;
        anna.press(Key::Space).await;
        anna.tab_to("Titel").await;
        anna.press(TITLE).await;
        enters(&anna, &format!("Hvad siger guiden? {PURPOSE}")).await;
        anna.heading(PURPOSE).appears().await;
        enters(&anna, "Tilbage").await;
        anna.field("Titel").has_value(TITLE).await;
        enters(&anna, "Færdig").await;
        anna.heading(TITLE).appears().await;
        closes_messages(&anna).await;

        enters(&anna, "Fase 1: Forberedelse – 0 af 9 gjort").await;
        anna.heading("Forberedelse").appears().await;
        enters(&anna, MEETINGS).await;
        // The step has led to the box of its task.
        anna.focus_comes_to("checkbox", MEETINGS).await;
        anna.press(Key::Space).await;
        anna.checkbox(MEETINGS).is_ticked_now(true).await;
        // Back over the panel to its tab, and with an arrow to the next.
        let tab = Some(("tab".to_owned(), "Opgaver".to_owned()));
        for _ in 0..4 {
            if anna.focused().await != tab {
                anna.press_holding(Key::Shift, Key::Tab).await;
            }
        }
        anna.focus_comes_to("tab", "Opgaver").await;
        anna.press(Key::Right).await;
        anna.focus_comes_to("tab", "Spørgsmål").await;
        anna.tab_to(HARD).await;
        anna.press("At læse spørgsmålet færdigt").await;
        is_saved(&anna).await;
        anna.field(HARD).has_value("At læse spørgsmålet færdigt").await;
    }
);

/// One of the next steps, counted from 0.
fn next(person: &Browser, place: usize) -> Finder {
    person.role(Role::Other("region"), "Næste skridt").item(containing("")).nth(place)
}

/// Goes to one of the parts of the preparation.
async fn part(person: &Browser, name: &str) {
    person.role(Role::Other("tab"), name).click().await;
    person.role(Role::Other("tabpanel"), name).appears().await;
}

/// Says who does a task and by when.
async fn gives(person: &Browser, task: &str, who: &str, by: &str) {
    let task = person.group(task);
    task.button("Hvem og hvornår").click().await;
    task.field("Hvem (frivilligt)").choose(who).await;
    task.field("Senest (frivilligt)").set_date(by).await;
}

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}
