//! The figures of an initiative on one page: what the team sees, and what of it is printed.

use indsats::domain::initiative::{GoalWords, Indicator};
use indsats::domain::record::{Fields, Record as _};
use indsats::domain::voices::{Survey, survey_answer_path, survey_closed_path, survey_sheet_path};
use serde_json::json;

use super::closing::{file, year};
use super::steps::{fetches, go_to, is_ready_without_net, is_saved, makes_initiative};
use crate::harness::seed::{Seed, day, initiative};
use crate::harness::{
    Browser, Build, Engine, Finds, Role, Size, Stage, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const ASKED: &str = "Ro i 5.b";
const CALM: &str = "Der er arbejdsro, så jeg kan tænke.";

for_both_engines!(
    /// Without net: goals, time, pupils' answers and measurements, and on paper only what may be shared.
    the_figures_of_an_initiative_stand_on_one_page,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        fetches(&henrik, &file(stage.engine(), "figures", year)).await;
        is_ready_without_net(&henrik).await;
        server.stop().await;
        go_to(&henrik, "Indsatser").await;
        henrik.link(TITLE).click().await;
        henrik.link("Indsatsens tal").click().await;
        henrik.heading("Indsatsens tal").appears().await;

        let goals = henrik.role(Role::Other("region"), "Delmål");
        goals.link("Vi taler sammen, også en elev").appears().await;
        goals.text("0 af 2 sparringssamtaler holdt").first().appears().await;
        goals.text("For få til at sige noget om gruppen").first().appears().await;
        let delivered = henrik.role(Role::Other("region"), "Det blev til");
        for words in [
            "2 af 5 gennemført · 1 uden svar",
            "Ikke gennemført: Sygdom (1) · Gik til vikar (1)",
            "0 af 1 møder holdt",
            "1 gennemført",
        ] {
            delivered.text(words).first().appears().await;
        }
        let voices = henrik.role(Role::Other("region"), "Elevernes svar");
        voices.text("Ingen elevsurveys endnu").appears().await;
        let measured = henrik.role(Role::Other("region"), "Målinger");
        for words in [
            "Der er gennemført 2 af 5 planlagte timer.",
            "8 har svaret begge gange og er med i opgørelsen.",
            "Tallene tyder på fremgang: i gennemsnit +0,48 på en skala fra 1 til 5.",
            "Der er 4 elever med begge målinger. Det er for få til at sige noget om gruppen.",
            "Tallene viser, om noget har ændret sig. De viser ikke, om det skyldes indsatsen.",
        ] {
            measured.text(words).first().appears().await;
        }
        // Nobody by code, anywhere.
        for words in ["E01", "E04", "Hemmeligt notat"] {
            henrik.text(words).stays_gone().await;
        }
        is_printed(&henrik).await;
        goals.link("Delmål").click().await;
        henrik.heading("Delmål").appears().await;
        henrik.back().await;
        henrik.heading("Indsatsens tal").appears().await;
        henrik.link("Tilbage til forankringen").click().await;
        henrik.link("Indsatsens tal").appears().await;
    }
);

for_both_engines!(
    /// Nothing yet; then a goal that a question of a pupil survey tells of, which waits for five and counts them.
    a_goal_is_counted_from_what_pupils_answered,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, "Ny indsats").await;
        mette.link("Indsatsens tal").click().await;
        mette.heading("Ingen tal endnu").appears().await;

        fetches(&mette, &file(stage.engine(), "voices", asked)).await;
        is_at_the_goals(&mette).await;
        mette.link("Der er ro").click().await;
        let shows = "Hvad viser, hvor langt I er?";
        mette.radio(shows, "Elevernes svar på et spørgsmål").click().await;
        mette.text("Vælg, hvilken elevsurvey der viser det.").appears().await;
        mette.button("Færdig").click().await;
        mette.link("Vælg en elevsurvey.").appears().await;
        mette.field("Hvilken elevsurvey?").choose("Din mening om timerne · 5.b").await;
        mette.text("Vælg, hvilket spørgsmål der viser det.").appears().await;
        mette.field("Hvilket spørgsmål?").choose(CALM).await;
        let target = mette.field("Hvor mange skal vælge et af de to øverste trin?");
        target.fill("101").await;
        mette.text("Skriv et helt tal fra 1 til 100.").first().appears().await;
        target.fill("80").await;
        mette.text("Runde 2: 5 af 6 svarer »Ja, for det meste« eller »Ja, helt klart« (83 %, målet er 80 %)").appears().await;
        mette.field("Hvilken runde?").choose("Runde 3 · 20. november 2026").await;
        mette.text("Venter, til fem har svaret, og runden er lukket").appears().await;
        mette.link("Åbn elevsurveyen").appears().await;
        mette.field("Hvilken runde?").choose("Den seneste").await;
        mette.radio("Hvordan tæller I?", "Antal elever").click().await;
        target.fill("6").await;
        mette.text("(målet er 6)").appears().await;
        mette.radio("Hvordan tæller I?", "Andel i procent").click().await;
        target.fill("80").await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.text("(83 %, målet er 80 %)").appears().await;
        mette.text("Nået").first().appears().await;
        mette.link("Se, hvad eleverne svarede").click().await;
        mette.role(Role::Other("region"), CALM).appears().await;
        mette.back().await;
        mette.field("Hvilket spørgsmål?").appears().await;

        // The meeting's page has the rounds with how many, and of the few nothing.
        mette.open("indsatser").await;
        mette.link(ASKED).click().await;
        mette.link("Indsatsens tal").click().await;
        let voices = mette.role(Role::Other("region"), "Elevernes svar");
        voices.item("Runde 1 · 1. oktober 2026: 5 elever har svaret").appears().await;
        voices.item("Runde 2 · 1. november 2026: 6 elever har svaret").appears().await;
        voices.item("Runde 3 · 20. november 2026: Færre end 5 – vises ikke").appears().await;
        voices.button("De to øverste trin, spørgsmål for spørgsmål").click().await;
        voices.text("»Ja, for det meste« eller »Ja, helt klart«: 2 af 5 → 5 af 6").appears().await;
        // The history tells of it in words.
        mette.link("Tilbage til forankringen").click().await;
        mette.link("Historik").click().await;
        mette.text("Delmål: Hvilken elevsurvey").first().appears().await;
    }
);

for_one_engine!(
    /// The page as axe-core sees it, light and dark, on a phone, empty and with everything.
    the_figures_are_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.still(true).await;
        henrik.size(Size::PHONE).await;
        henrik.open("").await;
        makes_initiative(&henrik, "Ny indsats").await;
        henrik.link("Indsatsens tal").click().await;
        henrik.heading("Ingen tal endnu").appears().await;
        henrik.is_fine("figures, none").await;
        let all = [("figures-a", TITLE, year as fn(&mut Seed)), ("figures-b", ASKED, asked)];
        for (name, title, fill) in all {
            fetches(&henrik, &file(stage.engine(), name, fill)).await;
            go_to(&henrik, "Indsatser").await;
            henrik.link(title).click().await;
            henrik.link("Indsatsens tal").click().await;
            henrik.role(Role::Other("region"), "Målinger").appears().await;
            henrik.is_fine(name).await;
        }
    }
);

/// On paper the one who is left out on the screen is what may be shared, and the other way round.
async fn is_printed(henrik: &Browser) {
    if henrik.engine() != Engine::Chromium {
        return;
    }
    henrik.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    henrik.text("Der bliver mere ro").first().appears().await;
    henrik.text("Færre end 5 – vises ikke").first().appears().await;
    henrik
        .text("8 elever med begge målinger: 2,7 ved start, 3,2 ved slut, ændring +0,48 (+0,05 til +0,92).")
        .appears()
        .await;
    for words in ["4 elever", "n = 4", "8 har svaret begge gange", "E04"] {
        henrik.text(words).stays_gone().await;
    }
    henrik.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
}

/// Three rounds about calm, of which four pupils answered the last, and a goal that nothing tells of.
fn asked(seed: &mut Seed) {
    let mut it = initiative(ASKED, "5.b");
    it.set_goal_words("g1", GoalWords::Text, "Der er ro");
    it.set_goal_words("g1", GoalWords::Reached, "De fleste siger det");
    it.set_goal_indicator("g1", Some(Indicator::Own));
    let of = seed.put(&it);
    let mut survey = Survey::default();
    survey.set_initiative(Some(of));
    survey.set_class("5.b");
    survey.set_base("elevsurvey-mellemtrin");
    let rounds = [
        ("a", day(2026, 10, 1), &[1, 2, 2, 3, 4][..]),
        ("b", day(2026, 11, 1), &[2, 3, 3, 3, 4, 4]),
        ("c", day(2026, 11, 20), &[4, 4, 4, 4]),
    ];
    for (round, on, _) in rounds {
        survey.set_round_day(round, on);
        survey.open_round(round);
    }
    let mut fields: Fields = survey.write();
    for (round, _, steps) in rounds {
        fields.put(survey_closed_path(round), true);
        for (n, step) in steps.iter().enumerate() {
            let name = n.to_string();
            fields.put(survey_sheet_path(round, "x", &name), "whole");
            fields.put(survey_answer_path(round, "x", "esm-ro", &name), json!(*step));
        }
    }
    seed.put(&Survey::read(&fields));
}

async fn is_at_the_goals(person: &Browser) {
    go_to(person, "Indsatser").await;
    person.link(ASKED).click().await;
    person.heading(ASKED).appears().await;
    person.link("Delmål").click().await;
    person.heading("Delmål").appears().await;
}
