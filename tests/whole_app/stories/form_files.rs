//! A form as a file: sent alone, and met with faults that somebody put into it by hand.

use serde_json::json;

use super::form_editor::to_the_forms;
use super::steps::{
    HELPED, chooses_form, closes_messages, everything_stored, fetches, finishes, go_to, is_called,
    is_saved, makes_initiative, picks_file, saves_file,
};
use crate::harness::files::{edited, published};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Makkerlæring i 5.b";
const FORM: &str = "Vores skema";

for_both_engines!(
    /// The file of the form alone is enough to observe with it on another device.
    a_form_travels_alone,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AN").await;
        publishes_a_copy(&anna).await;
        anna.button("Send skemaet som fil").click().await;
        anna.button("Gem på enheden").click().await;
        let file = anna.next_download().await;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name.starts_with("indsats-observationsskema-"), "{name} says nothing of its title");

        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        fetches(&bo, &file).await;
        bo.item(containing(FORM)).appears().await;
        makes_initiative(&bo, TITLE).await;
        observes(&bo).await;
        to_the_forms(&bo).await;
        bo.link(FORM).click().await;
        bo.text("Udgivet, version 1").appears().await;

        // Put away it can no longer be chosen, and what is filled in with it opens all the same.
        bo.button("Læg skemaet i papirkurven").click().await;
        bo.text("Skemaet ligger i papirkurven.").appears().await;
        bo.link(FORM).stays_gone().await;
        opens_the_observation(&bo).await;
        bo.field(HELPED).has_value("De viste det").await;
    }
);

for_both_engines!(
    /// Faults are told one by one with their place, before and after the file is taken in; nobody ever sees half a form.
    a_form_with_faults_tells_them,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AN").await;
        publishes_a_copy(&anna).await;
        makes_initiative(&anna, TITLE).await;
        observes(&anna).await;
        go_to(&anna, "Del og hent").await;
        anna.radio("Hvad skal med?", TITLE).click().await;
        let good = saves_file(&anna).await;
        let bad = edited(&good, |file| {
            for form in published(file) {
                form["sections"][0]["items"][0]["text"] = json!({ "da": " " });
                form["sections"][1]["items"][0]["kind"] = json!("hologram");
                form["sections"][2]["items"][0]["levels"][1]["label"] = json!(7);
            }
        });

        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        picks_file(&bo, &bad).await;
        bo.text("Filen er ændret, efter at den blev lavet").appears().await;
        bo.text(&format!("Skemaet »{FORM}« har fejl")).appears().await;
        tells_the_faults(&bo).await;
        bo.checkbox("Hent dem med som nye ændringer").tick().await;
        bo.button("Hent ind").click().await;
        bo.text("Hentet ind").appears().await;

        to_the_forms(&bo).await;
        bo.text("Har fejl").appears().await;
        bo.link(containing(&format!("Udskriv et tomt skema {FORM}"))).stays_gone().await;
        bo.link(FORM).click().await;
        bo.text("En version, der ikke kan bruges").appears().await;
        tells_the_faults(&bo).await;
        bo.button("Vis version 1").stays_gone().await;

        opens_the_observation(&bo).await;
        bo.text("Observationen er udfyldt i et af skolens egne skemaer.").appears().await;
        bo.field(HELPED).stays_gone().await;
        assert!(
            everything_stored(&bo).await.to_string().contains("De viste det"),
            "the answers are safe"
        );
        bo.link("Se observationsskemaer").click().await;
        bo.text("Har fejl").appears().await;

        // The file as it was made is another word about the same version, and a person chooses.
        fetches(&bo, &good).await;
        bo.open("del/uenigheder").await;
        bo.button(containing("Vælg »En version, der ikke")).appears().await;
        bo.button("Vælg »Version 1«").click().await;
        opens_the_observation(&bo).await;
        bo.field(HELPED).has_value("De viste det").await;
    }
);

async fn tells_the_faults(person: &Browser) {
    for fault in [
        "Del 1, spørgsmål 1: Skriv spørgsmålet.",
        "Del 2, spørgsmål 1: Den slags svar kræver en nyere udgave af appen.",
        "Del 3, spørgsmål 1, trin 2: Skriv teksten, eller fjern linjen.",
    ] {
        person.item(fault).appears().await;
    }
}

async fn publishes_a_copy(anna: &Browser) {
    to_the_forms(anna).await;
    anna.button("Lav en kopi af Observation af undervisning – generel").click().await;
    anna.field("Skemaets titel").fill(FORM).await;
    anna.heading(FORM).appears().await;
    is_saved(anna).await;
    anna.button("Udgiv version 1").click().await;
    anna.text("Udgivet, version 1").appears().await;
    closes_messages(anna).await;
}

/// Fills in one line with the form, at the page of the initiative.
async fn observes(person: &Browser) {
    person.link("Ny observation").click().await;
    person.heading("Før lektionen").appears().await;
    chooses_form(person, FORM).await;
    person.field(HELPED).fill("De viste det").await;
    is_saved(person).await;
    finishes(person).await;
}

async fn opens_the_observation(person: &Browser) {
    closes_messages(person).await;
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
    person.link(containing("5.b · ")).click().await;
}
