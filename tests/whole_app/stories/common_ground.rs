//! What a team has in common: a stand and materials that stand on each lesson, somebody outside the team who
//! helps, the purpose on one page, and aims that are chosen instead of written again.

use super::steps::{closes_messages, go_to, is_called, is_saved, makes_initiative};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const STAND: &str = "Vi venter ti sekunder, før vi hjælper";
const AIM: &str = "Alle siger noget i hver time";
const GOAL: &str = "Hvilket delmål hører det til?";
const FROM: &str = "Hvilken faglig forventning eller hvilket delmål taler vi ud fra?";
const SUPPORTS: &str = "Hvilket formål eller hvilken forventning støtter det?";

for_both_engines!(
    /// A counsellor who helps, materials with who brings them, and a stand that the substitute reads.
    what_the_team_shares_is_seen_where_it_is_used,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        makes_initiative(&mette, TITLE).await;
        is_at(&mette, "Opgaver").await;
        mette.button("Skriv, hvem der kan hjælpe").click().await;
        mette.focus_comes_to("tab", "Ressourcer").await;
        mette.field("Vores fælles ståsted (frivilligt)").fill(STAND).await;
        mette.button("Tilføj materiale").click().await;
        mette.focus_comes_to(None, "Hvad er det?").await;
        mette.press("Tællebrikker").await;
        mette.group("Tællebrikker").field("Hvem tager det med? (frivilligt)").choose("MK").await;
        mette.button("Tilføj ressourceperson").click().await;
        mette.focus_comes_to(None, "Initialer eller rolle").await;
        mette.press("Læsevejleder").await;
        mette.field("Hvad kan de hjælpe med? (frivilligt)").fill("Læsning i par, også E04").await;
        is_saved(&mette).await;
        mette.is_fine("preparation, resources").await;
        mette.button("Fjern: Læsevejleder").click().await;
        mette.button("Fortryd").click().await;
        mette.group("Læsevejleder").appears().await;
        closes_messages(&mette).await;

        tab(&mette, "Er I rustet?").await;
        mette.button(containing("MK Ikke svaret endnu")).click().await;
        mette.checkbox("Sparring").tick().await;
        mette.field("Hvem kan hjælpe? (frivilligt)").choose("Læsevejleder").await;
        mette.field("Hvor kommer hjælpen fra? (frivilligt)").fill("Skolens pulje").await;
        is_saved(&mette).await;
        mette.reload().await;
        tab(&mette, "Er I rustet?").await;
        mette.button(containing("MK Har brug for: Sparring")).click().await;
        mette.field("Hvor kommer hjælpen fra? (frivilligt)").has_value("Skolens pulje").await;
        mette.link("Tilbage til indsatsen").click().await;
        mette.text(STAND).appears().await;

        // Whoever takes the lesson reads it there, and the purpose on one page.
        mette.link("Ny lektion").click().await;
        mette.heading("Til alle, der har timen").appears().await;
        mette.text(STAND).appears().await;
        mette.text("Tællebrikker · MK tager det med · Mangler endnu").appears().await;
        mette.is_fine("lesson, what the team shares").await;
        mette.link("Formålet på én side").click().await;
        mette.heading(containing("Formål: ")).appears().await;
        for words in [STAND, "Hvem kan du spørge?", "Læsevejleder: Læsning i par, også en elev"] {
            mette.text(words).first().appears().await;
        }
        mette.text("E04").stays_gone().await;
        mette.is_fine("purpose").await;
        mette.link("Ret ståsted og materialer").click().await;
        mette.role(Role::Other("tabpanel"), "Ressourcer").appears().await;
        mette.checkbox("Er skaffet").tick().await;
        is_saved(&mette).await;
    }
);

for_both_engines!(
    /// An expectation is chosen for an agreement, a sparring and a course; own words are still words.
    an_aim_is_chosen_instead_of_written,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        makes_initiative(&mette, TITLE).await;
        is_at(&mette, "Forventninger").await;
        mette.button("Tilføj forventning").click().await;
        mette.field("Hvad forventer vi?").fill(AIM).await;
        is_saved(&mette).await;
        is_back(&mette).await;

        mette.link("Ny feedbackaftale").click().await;
        mette.radio(containing(GOAL), AIM).click().await;
        mette.field("Observationen begynder kl. (frivilligt)").set_value("23:30").await;
        mette.text("Det går over midnat.").first().appears().await;
        mette.field("Observationen begynder kl. (frivilligt)").set_value("08:15").await;
        mette.text("Det går over midnat.").is_gone().await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.radio(containing(GOAL), AIM).is_ticked_now(true).await;
        mette.radio(containing(GOAL), "Med egne ord").click().await;
        mette.field("Med egne ord (frivilligt)").fill("Noget helt andet").await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.radio(containing(GOAL), "Med egne ord").is_ticked_now(true).await;
        mette.field("Med egne ord (frivilligt)").has_value("Noget helt andet").await;
        is_back(&mette).await;

        mette.link("Plan").click().await;
        mette.link("Nyt møde").click().await;
        mette.field("Hvad er det?").choose("Sparringsmøde").await;
        mette.radio(containing(FROM), AIM).click().await;
        mette.field("Hvad er det?").choose("Kompetenceudvikling").await;
        mette.radio(containing(SUPPORTS), AIM).click().await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.radio(containing(SUPPORTS), AIM).is_ticked_now(true).await;
        mette.is_fine("meeting, a course and what it supports").await;
    }
);

async fn is_at(mette: &Browser, part: &str) {
    mette.link(containing("Fase 1: Forberedelse")).click().await;
    mette.heading("Forberedelse").appears().await;
    tab(mette, part).await;
}

async fn is_back(mette: &Browser) {
    go_to(mette, "Indsatser").await;
    mette.link(TITLE).click().await;
    mette.heading(TITLE).appears().await;
}

async fn tab(mette: &Browser, name: &str) {
    mette.role(Role::Other("tab"), name).click().await;
    mette.role(Role::Other("tabpanel"), name).appears().await;
}
