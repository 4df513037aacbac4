//! The answers to working questions become what they are about, with one tap and a way back: a challenge, a
//! goal, a measurement, a meeting, a point to be equipped for, a request for support. Each says what it
//! became, and is not made twice.

use super::steps::{closes_messages, is_called, is_ready_without_net, is_saved, makes_initiative};
use crate::harness::{
    Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const HARD: &str =
    "Hvad har eleverne svært ved hos os – fagligt eller i trivslen – og hvordan ser vi det?";
const HELPS: &str = "Hvad i denne indsats kan gøre en forskel for netop det?";
const CHANGE: &str = "Hvad skal eleverne gøre anderledes, når det lykkes?";
const TIMETABLE: &str = "Hvad skal ændres i skemaet, for at der er plads til indsatsen?";
const EQUIPPED: &str =
    "Hvem mangler viden, øvelse eller støtte, før de kan gå trygt i gang – og hvordan får de det?";
const SKILLS: &str = "Kan vi det, indsatsen kræver, eller skal vi have sparring på noget?";
const OWN_NAME: &str = "Jeres eget navn for det (frivilligt)";

for_both_engines!(
    /// Without net: nothing is overwritten unasked, everything can be undone, and what was made is linked to.
    an_answer_becomes_what_it_is_about,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        is_ready_without_net(&mette).await;
        server.stop().await;
        makes_initiative(&mette, TITLE).await;
        is_at_the_questions(&mette).await;

        becomes_the_challenge(&mette).await;
        mette.field(HELPS).fill("To voksne kan tale med hver gruppe").await;
        mette.button("Gør til indsatsens formål").click().await;
        mette.link("Svaret er indsatsens formål").appears().await;
        becomes_a_goal_and_a_measurement(&mette).await;
        becomes_a_meeting(&mette).await;
        becomes_a_point(&mette).await;
        becomes_a_request(&mette).await;

        // The initiative's own page has the words.
        mette.link("Tilbage til indsatsen").click().await;
        mette.text("De venter på hjælp").appears().await;
        mette.text("To voksne kan tale med hver gruppe").appears().await;
    }
);

for_one_engine!(
    /// The questions with all that their answers can become, as axe-core sees them.
    what_answers_become_is_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size { width: 320, height: 640 }).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        makes_initiative(&mette, TITLE).await;
        is_at_the_questions(&mette).await;
        for question in [HARD, HELPS, CHANGE, TIMETABLE, EQUIPPED] {
            mette.field(question).fill("Et svar").await;
        }
        mette.button("Gør til indsatsens udfordring").click().await;
        mette.field(HARD).fill("Et andet svar").await;
        mette.button("Gør til indsatsens udfordring").click().await;
        mette.text("Indsatsen har allerede en udfordring").appears().await;
        closes_messages(&mette).await;
        mette.is_fine("questions, what answers become").await;
    }
);

async fn becomes_the_challenge(mette: &Browser) {
    let make = mette.button("Gør til indsatsens udfordring");
    make.stays_gone().await;
    mette.field(HARD).fill("Få tør svare").await;
    make.click().await;
    mette.link("Svaret er indsatsens udfordring").appears().await;
    mette.button("Fortryd").click().await;
    make.click().await;
    mette.link("Svaret er indsatsens udfordring").appears().await;
    // Another answer: what stands there is shown, and stays until somebody says so.
    mette.field(HARD).fill("De venter på hjælp").await;
    make.click().await;
    mette.text("Indsatsen har allerede en udfordring").appears().await;
    mette.text("Få tør svare").appears().await;
    mette.button("Behold det, der står").click().await;
    mette.text("Indsatsen har allerede en udfordring").is_gone().await;
    make.click().await;
    mette.button("Sæt svaret ind").click().await;
    mette.link("Svaret er indsatsens udfordring").appears().await;
    closes_messages(mette).await;
}

async fn becomes_a_goal_and_a_measurement(mette: &Browser) {
    mette.field(CHANGE).fill("Alle siger noget i hver time").await;
    mette.button("Lav et delmål af svaret").click().await;
    mette.field("Hvad er delmålet?").has_value("Alle siger noget i hver time").await;
    // Opened and left: nothing was made.
    comes_back(mette).await;
    mette.button("Lav et delmål af svaret").click().await;
    mette.field("Nået, når …").fill("Vi har talt det to gange").await;
    is_saved(mette).await;
    comes_back(mette).await;
    mette.button("Lav et delmål af svaret").stays_gone().await;
    mette.link("Svaret er blevet til et delmål").click().await;
    mette.field("Nået, når …").has_value("Vi har talt det to gange").await;
    comes_back(mette).await;

    mette.button("Mål det").click().await;
    mette.radio("Hvem eller hvad?", "Mellemtrin").appears().await;
    let goal = mette.field(containing("Hvilket delmål"));
    goal.has_value("Alle siger noget i hver time").await;
    goal.fill("Alle siger noget, målt to gange").await;
    is_saved(mette).await;
    comes_back(mette).await;
    mette.button("Mål det").stays_gone().await;
    mette.link(containing("Svaret bliver målt: ")).appears().await;
}

async fn becomes_a_meeting(mette: &Browser) {
    mette.field(TIMETABLE).fill("Dansk i 4. og 5. lektion").await;
    mette.button("Læg det i planen").click().await;
    mette.field(OWN_NAME).has_value("Dansk i 4. og 5. lektion").await;
    mette.button("Færdig").click().await;
    mette.heading("Plan").appears().await;
    comes_back(mette).await;
    mette.link(containing("Svaret står i planen: Dansk i 4. og 5. lektion")).click().await;
    mette.field(OWN_NAME).has_value("Dansk i 4. og 5. lektion").await;
    comes_back(mette).await;
}

async fn becomes_a_point(mette: &Browser) {
    mette.field(EQUIPPED).fill("Jeg kan lede en makkersamtale").await;
    mette.button("Gør til et punkt i »Er I rustet?«").click().await;
    mette.button("Svaret er et punkt i »Er I rustet?«").click().await;
    mette.button(containing("MK Ikke svaret endnu")).click().await;
    mette.radio("Jeg kan lede en makkersamtale", "I mindre grad").click().await;
    mette.text("På vej: MK").appears().await;
    tab(mette, "Spørgsmål").await;
}

async fn becomes_a_request(mette: &Browser) {
    mette.button("Spørgsmål til senere faser").click().await;
    mette.field(SKILLS).fill("Vi vil have sparring på makkerpar").await;
    mette.button("Bed om støtte til MK").click().await;
    mette.button("MK har bedt om støtte").click().await;
    mette.checkbox("Sparring").is_ticked_now(true).await;
    mette.field("Hvad gør I? (frivilligt)").has_value("Vi vil have sparring på makkerpar").await;
    is_saved(mette).await;
}

async fn is_at_the_questions(mette: &Browser) {
    mette.link(containing("Fase 1: Forberedelse")).click().await;
    mette.heading("Forberedelse").appears().await;
    tab(mette, "Spørgsmål").await;
}

/// Back from what an answer leads to, to the questions.
async fn comes_back(mette: &Browser) {
    super::steps::go_to(mette, "Indsatser").await;
    mette.link(TITLE).click().await;
    is_at_the_questions(mette).await;
}

async fn tab(mette: &Browser, name: &str) {
    mette.role(Role::Other("tab"), name).click().await;
    mette.role(Role::Other("tabpanel"), name).appears().await;
}
