//! A form that cannot be finished yet.

use super::steps::{begins_observation, go_to, is_saved, makes_initiative, takes_the_one_page};
use crate::harness::{Build, Finds, Stage, for_both_engines};

const SUMMARY: &str = "Der mangler lidt, før den er færdig. Alt, du har skrevet, er gemt.";

for_both_engines!(
    /// The summary takes the focus, leads to each field, and nothing that was written goes away.
    a_refused_initiative_says_what_is_missing,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        go_to(&anna, "Indsatser").await;
        anna.link("Ny indsats").click().await;
        takes_the_one_page(&anna).await;
        anna.field("Formål (frivilligt)").fill("Flere skal komme til orde").await;
        anna.field("Første dag (frivilligt)").set_date("2026-11-24").await;
        anna.field("Sidste dag (frivilligt)").set_date("2026-11-02").await;
        anna.button("Færdig").click().await;

        let summary = anna.group(SUMMARY);
        summary.appears().await;
        anna.focus_comes_to("group", SUMMARY).await;
        summary.link("Skriv, hvad I kalder indsatsen.").click().await;
        anna.focus_comes_to("textbox", "Titel").await;
        assert_eq!(anna.field("Titel").attribute("aria-invalid").await.as_deref(), Some("true"));
        anna.field("Titel").type_text("Rolige overgange").await;
        summary.link("Skriv, hvad I kalder indsatsen.").is_gone().await;
        summary.link("Sidste dag ligger før første dag. Ret en af dem.").click().await;
        anna.focus_comes_to(None, "Sidste dag (frivilligt)").await;
        anna.field("Sidste dag (frivilligt)").set_date("2026-12-18").await;
        summary.link("Vælg, hvilken slags indsats det er.").click().await;
        anna.radio("Hvilken slags indsats er det?", "Egen indsats").click().await;
        summary.is_gone().await;

        is_saved(&anna).await;
        anna.reload().await;
        anna.field("Titel").has_value("Rolige overgange").await;
        anna.field("Formål (frivilligt)").has_value("Flere skal komme til orde").await;
        anna.button("Færdig").click().await;
        anna.heading("Rolige overgange").appears().await;
        anna.text("Flere skal komme til orde").appears().await;
        anna.text("24. november 2026 – 18. december 2026").appears().await;
    }
);

for_both_engines!(
    /// An observation needs an initiative and a day to be done, and is kept without them.
    a_refused_observation_is_kept,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Rolige overgange").await;
        begins_observation(&anna).await;
        anna.field("Indsats").choose("Vælg indsats").await;
        anna.field("Dag").set_date("").await;
        anna.button("Færdig").click().await;
        let summary = anna.group(SUMMARY);
        summary.link("Skriv, hvilken dag det var.").click().await;
        anna.focus_comes_to(None, "Dag").await;
        anna.field("Dag").set_date("2026-11-23").await;
        summary.link("Vælg, hvilken indsats observationen hører til.").click().await;
        anna.field("Indsats").choose("Rolige overgange").await;
        summary.is_gone().await;
        anna.button("Færdig").click().await;
        anna.text("Observationen er færdig.").appears().await;
        anna.link("5.b · 23. november 2026").appears().await;
    }
);
