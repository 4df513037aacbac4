//! Several initiatives at once: what is next in all of them, what one has learnt and another takes along,
//! and what a municipality is told in numbers and days alone.

use super::steps::{closes_messages, go_to, is_saved, makes_initiative, parsed};
use crate::harness::{Browser, Build, Finds, Role, Stage, containing, for_both_engines};

const ONE: &str = "Tolærere i 5.b";
const OTHER: &str = "Makkerlæsning i 2.a";
const WEDNESDAY: &str = "2026-11-25T10:42:00";
const SHARE: &str = "Kan deles uden navne";

for_both_engines!(
    /// One initiative takes no room; two have a page of their own, where what is late comes first.
    a_leader_sees_what_is_next_in_all_initiatives,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        makes_initiative(&henrik, ONE).await;
        go_to(&henrik, "Overblik").await;
        henrik.link("Lav fil").first().appears().await;
        henrik.link("På tværs").stays_gone().await;
        makes_initiative(&henrik, OTHER).await;
        henrik.link(containing("Fase 1: Forberedelse")).click().await;
        henrik.button("Hvem og hvornår").first().click().await;
        henrik.field("Senest (frivilligt)").set_date("2026-11-20").await;
        is_saved(&henrik).await;
        go_to(&henrik, "Overblik").await;
        henrik.link("På tværs").click().await;
        henrik.heading("På tværs").appears().await;
        let late = "Makkerlæsning i 2.a · Skulle være gjort 20. november 2026";
        henrik.text(late).appears().await;
        henrik.text("Forsinket").first().appears().await;
        henrik.is_fine("across, next").await;
        tab(&henrik, "Indsatserne").await;
        henrik.link(ONE).appears().await;
        henrik.text("Intet er gjort endnu.").first().appears().await;
        henrik.is_fine("across, initiatives").await;
        tab(&henrik, "Det har vi lært").await;
        henrik.heading("Intet er delt endnu").appears().await;
        henrik.is_fine("across, nothing learnt").await;
    }
);

for_both_engines!(
    /// Marked, read without codes, searched, taken to another board, and taken back.
    what_one_learns_another_can_use,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        makes_initiative(&henrik, OTHER).await;
        makes_initiative(&henrik, ONE).await;
        henrik.link(containing("Fase 3: Forankring")).click().await;
        for (nth, text) in [(1, "E04s makker hjalp med fagordene"), (2, "Kun for os")] {
            henrik.button("Tilføj: Det støtter").click().await;
            henrik.field(format!("Det støtter, nr. {nth}")).fill(text).await;
        }
        henrik.checkbox(SHARE).first().tick().await;
        is_saved(&henrik).await;
        henrik.is_fine("a note that may be shared").await;
        henrik.open("paa-tvaers").await;
        tab(&henrik, "Det har vi lært").await;
        henrik.text("en elevs makker hjalp med fagordene").appears().await;
        henrik.text("Kun for os").stays_gone().await;
        henrik.field("Søg i det, I har lært").fill("vikar").await;
        henrik.text("Erfaringer: 0").appears().await;
        henrik.field("Søg i det, I har lært").fill("Fagord støtter").await;
        henrik.text("Erfaringer: 1").appears().await;
        henrik.field("Læg på tavlen i (frivilligt)").choose(OTHER).await;
        henrik.is_fine("across, learnt").await;
        henrik.button(containing("Læg på tavlen")).click().await;
        henrik.text("Lagt på tavlen.").appears().await;
        is_at_the_board(&henrik, OTHER).await;
        henrik.field("Det støtter, nr. 1").has_value("en elevs makker hjalp med fagordene").await;
        henrik.checkbox(SHARE).is_ticked_now(false).await;
        go_to(&henrik, "Overblik").await;
        henrik.button("Fortryd").click().await;
        henrik.button("Fortryd").is_gone().await;
        is_at_the_board(&henrik, OTHER).await;
        henrik.button("Tilføj: Det støtter").appears().await;
        henrik.field("Det støtter, nr. 1").stays_gone().await;
    }
);

for_both_engines!(
    /// The school sees just what goes into the file; the municipality sees schools by name and nothing else.
    a_municipality_is_told_numbers_and_days_alone,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        makes_initiative(&henrik, ONE).await;
        henrik.link("Delmål").click().await;
        henrik.link("Nyt delmål").click().await;
        henrik.field("Hvad er delmålet?").fill("Ali siger noget i 5.b").await;
        is_saved(&henrik).await;
        go_to(&henrik, "Del og hent").await;
        henrik.link("På tværs").click().await;
        tab(&henrik, "Til kommunen").await;
        henrik.text("Skriv skolens navn for at gemme filen.").appears().await;
        henrik.text("Delmål: 0 af 1 nået").appears().await;
        henrik.field("Skolens navn").fill("Klitbakkeskolen").await;
        henrik.text("Fælles planlægning: ikke i planen endnu").appears().await;
        henrik.checkbox("De tre tider").untick().await;
        henrik.text("Fælles planlægning: ikke i planen endnu").is_gone().await;
        henrik.is_fine("across, for the municipality").await;
        henrik.button("Gem opsummeringen som fil").click().await;
        let file = henrik.next_download().await;
        let text = parsed(&file).to_string();
        assert!(text.contains("Klitbakkeskolen") && text.contains("tolaererordning"), "{text}");
        for gone in ["Ali", "5.b", "siger", "title"] {
            assert!(!text.contains(gone), "{gone} is in the file: {text}");
        }
        henrik.reload().await;
        tab(&henrik, "Til kommunen").await;
        henrik.field("Skolens navn").has_value("Klitbakkeskolen").await;

        let lone = stage.browser("Lone", &server).await;
        lone.open("").await;
        go_to(&lone, "Del og hent").await;
        lone.link("På tværs").click().await;
        tab(&lone, "Til kommunen").await;
        lone.text("Ingen filer fra skoler endnu.").appears().await;
        let other = crate::harness::files::edited(&file, |json| {
            json["school"] = "Agerskolen".into();
            json["initiatives"][0]["lessons"] = serde_json::json!([11, 14]);
        });
        lone.file_field("Hent skolernes filer").pick(&[&file, &other]).await;
        lone.text("Hentet ind fra skoler: 2.").appears().await;
        lone.text("Lektioner: 11 af 14 gennemført").appears().await;
        let names = "return [...document.querySelectorAll('#schools ~ .stack h3')].map(it => it.innerText).join()";
        lone.script_comes_to(names, "Agerskolen,Klitbakkeskolen").await;
        lone.is_fine("across, schools").await;
        closes_messages(&lone).await;
        lone.button("Fjern filen fra Agerskolen").click().await;
        lone.script_comes_to(names, "Klitbakkeskolen").await;
        lone.button("Fortryd").click().await;
        lone.script_comes_to(names, "Agerskolen,Klitbakkeskolen").await;
        closes_messages(&lone).await;
        let strange = crate::harness::files::edited(&file, |json| json["format"] = "andet".into());
        lone.file_field("Hent skolernes filer").pick(&[&strange]).await;
        lone.text("er ikke lavet i Indsats").first().appears().await;
        lone.script_comes_to(names, "Agerskolen,Klitbakkeskolen").await;
    }
);

async fn tab(person: &Browser, name: &str) {
    person.role(Role::Other("tab"), name).click().await;
    person.role(Role::Other("tabpanel"), name).appears().await;
}

async fn is_at_the_board(person: &Browser, title: &str) {
    go_to(person, "Indsatser").await;
    person.link(title).click().await;
    person.heading(title).appears().await;
    person.link(containing("Fase 3: Forankring")).click().await;
    person.heading("Forankring").appears().await;
}
