//! A team's goals by SMART: begun from an example, said to be wrong where they are, counted from what is
//! done, late when their day has passed; and the three phases that tell of it on the initiative's page.

use thirtyfour::Key;

use super::steps::{
    begins_observation, closes_messages, finishes, go_to, is_ready_without_net, is_saved,
    makes_initiative,
};
use crate::harness::{
    Browser, Build, Finder, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const MONTHLY: &str =
    "Hver måned ser vi mindst én gang på hinandens timer og taler om metoderne bagefter.";
const MODELS: &str =
    "Vi afprøver tre forskellige strukturer for co-teaching, inden forløbet er halvvejs.";
const WEDNESDAY: &str = "2026-11-25T10:42:00";
const TEXT: &str = "Hvad er delmålet?";
const REACHED: &str = "Nået, når …";
const SHOWS: &str = "Hvad viser, hvor langt I er?";
const BY: &str = "Skal være nået senest";

for_both_engines!(
    /// Without net: an example, every mistake at its field, a reload, and an observation that counts.
    a_goal_is_counted_from_the_observations,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_ready_without_net(&mette).await;
        server.stop().await;
        makes_initiative(&mette, TITLE).await;
        next(&mette, 2).link("Skriv de første delmål").click().await;
        mette.heading("Ingen delmål endnu").appears().await;
        // What suits other kinds of initiative stands folded under those that suit this one.
        mette.link(containing("bogpakke")).stays_gone().await;
        mette.link(MONTHLY).click().await;
        mette.field(TEXT).has_value(MONTHLY).await;
        mette.radio(SHOWS, "Observationer hver måned").is_ticked_now(true).await;

        mette.button("Færdig").click().await;
        mette.link("Skriv, hvordan I kan se, at det er nået.").appears().await;
        mette.link("Skriv, hvornår delmålet skal være nået.").appears().await;
        for target in ["tre", "0", "1000", "1,5"] {
            mette.field("Hvor mange skal det være?").fill(target).await;
            mette.text("Skriv et helt tal fra 1 til 999.").first().appears().await;
        }
        mette.field("Hvor mange skal det være?").fill("2").await;
        mette.text("Skriv et helt tal fra 1 til 999.").is_gone().await;
        mette.field(REACHED).fill("To timer er set og talt om").await;
        mette.field(BY).set_date("2026-12-18").await;
        mette.field("Tæl fra (frivilligt)").set_date("2026-12-19").await;
        mette.text("Delmålet skal være nået, før det begynder at tælle.").first().appears().await;
        mette.field("Tæl fra (frivilligt)").set_date("2026-10-01").await;
        mette.text("Delmålet skal være nået, før det begynder at tælle.").is_gone().await;
        mette.field("Vi ser på det undervejs (frivilligt)").set_date("2026-12-19").await;
        mette.text("Dagen ligger uden for delmålets tid.").first().appears().await;
        mette.field("Vi ser på det undervejs (frivilligt)").set_date("2026-12-01").await;
        mette.checkbox("Ledelsen").tick().await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.field(REACHED).has_value("To timer er set og talt om").await;
        mette.field("Hvor mange skal det være?").has_value("2").await;
        mette.field(BY).has_value("2026-12-18").await;
        mette.checkbox("Ledelsen").is_ticked_now(true).await;
        mette.text("0 af 2 denne måned · nok i 0 af 1 måneder før").appears().await;
        mette.button("Færdig").click().await;
        mette.heading("Delmål").appears().await;
        mette.text("Nået, når: To timer er set og talt om").appears().await;
        mette.text("0 af 2 denne måned").appears().await;
        mette.link("Tilbage til indsatsen").click().await;

        // The initiative's page tells of it, and the plan has its day.
        next(&mette, 2).link(containing("Se på delmålet 1. december 2026")).appears().await;
        mette.text("0 af 1 nået").appears().await;
        mette.link("Plan").click().await;
        mette.role(Role::Other("tab"), "Liste").click().await;
        mette.link(format!("Delmål: {MONTHLY}")).click().await;
        mette.field(TEXT).has_value(MONTHLY).await;

        observes(&mette).await;
        is_at_the_goals(&mette).await;
        mette.text("1 af 2 denne måned").appears().await;
        mette.button("Talt ud fra (1)").click().await;
        mette.link("Observation").click().await;
        mette.heading("Før lektionen").appears().await;
        observes(&mette).await;
        is_at_the_goals(&mette).await;
        mette.text("2 af 2 denne måned").appears().await;
        mette.text("Nået").first().appears().await;
        mette.link("Tilbage til indsatsen").click().await;
        mette.text("observationer 2 · delmål nået 1 af 1").appears().await;

        // After its last day every month is looked at, and October had none.
        mette.it_is_on("2026-12-21T09:00:00").await;
        late(&mette, 2).link(containing("Skulle være nået: Hver måned")).click().await;
        mette.text("0 af 2 i den sidste måned · nok i 1 af 2 måneder før").appears().await;
        mette.text("Skulle være nået 18. december 2026").appears().await;
    }
);

for_both_engines!(
    /// A model that was tried, a yes of their own, a goal that nothing tells of, and one that is removed.
    every_goal_says_how_far_it_is,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Delmål").click().await;
        mette.link(MODELS).click().await;
        mette.field(REACHED).fill("Tre former står på vores lektioner").await;
        mette.field(BY).set_date("2026-12-18").await;
        mette.text("0 af 3 samarbejdsformer prøvet").appears().await;
        mette.button("Færdig").click().await;

        // Of a goal that nothing tells of, nothing is lost, and it is said where it stands.
        mette.link("Nyt delmål").click().await;
        mette.field(TEXT).fill("Alle kommer til orde").await;
        mette.button("Færdig").click().await;
        mette.link("Vælg, hvad der viser, hvor langt I er.").appears().await;
        mette.link("Tilbage").click().await;
        mette.text("I har ikke valgt, hvad der viser, hvor langt I er.").appears().await;
        mette.link("Tilbage til indsatsen").click().await;
        let count = "Vælg, hvad der viser, hvor langt I er: Alle kommer til orde";
        next(&mette, 2).link(count).click().await;
        mette.field(TEXT).has_value("Alle kommer til orde").await;
        mette.radio(SHOWS, "Ændringen i en måling").click().await;
        mette.text("Vælg, hvilken måling der viser det.").first().appears().await;
        mette.radio(SHOWS, "I svarer selv ja eller nej").click().await;
        mette.text("I har ikke svaret endnu").appears().await;
        mette.radio("Er det nået?", "Ja").click().await;
        mette.text("I har svaret, at det er nået").appears().await;
        mette.field(REACHED).fill("Alle har sagt noget").await;
        mette.field(BY).set_date("2026-12-18").await;
        mette.button("Færdig").click().await;

        // Removed, and back with all that stood in it, when its page is long closed.
        mette.link("Alle kommer til orde").click().await;
        mette.button("Fjern delmålet").click().await;
        mette.heading("Delmål").appears().await;
        mette.text("Delmålet er fjernet.").appears().await;
        mette.link("Alle kommer til orde").stays_gone().await;
        mette.button("Fortryd").click().await;
        mette.text("Nået, når: Alle har sagt noget").appears().await;
        mette.text("I har svaret, at det er nået").appears().await;
        closes_messages(&mette).await;

        tries_a_model(&mette).await;
        is_at_the_goals(&mette).await;
        mette.text("1 af 3 samarbejdsformer prøvet").appears().await;
        mette.button("Talt ud fra (1)").click().await;
        mette.link("5.b").click().await;
        mette.field("Samarbejdsform (frivilligt)").appears().await;

        // What happened is told in words.
        go_to(&mette, "Indsatser").await;
        mette.link(TITLE).click().await;
        mette.text("delmål nået 1 af 2").appears().await;
        mette.link("Historik").click().await;
        mette.text("Delmål: Nået, når …").first().appears().await;
        mette.text("I svarer selv ja eller nej").first().appears().await;
    }
);

for_both_engines!(
    /// From the initiative's page to a goal that is done, with the keys alone.
    keys_are_enough_for_a_goal,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        closes_messages(&mette).await;
        enters(&mette, "Delmål").await;
        mette.heading("Ingen delmål endnu").appears().await;
        enters(&mette, "Nyt delmål").await;
        mette.tab_to(TEXT).await;
        mette.press("Vi taler sammen").await;
        mette.tab_to(REACHED).await;
        mette.press("Tre samtaler er holdt").await;
        mette.tab_to("Observationer hver måned").await;
        mette.press(Key::Down).await;
        mette.press(Key::Down).await;
        mette.radio(SHOWS, "Sparringssamtaler").is_ticked_now(true).await;
        mette.tab_to("Hvor mange skal det være?").await;
        mette.press("3").await;
        mette.text("0 af 3 sparringssamtaler holdt").appears().await;
        is_saved(&mette).await;
        enters(&mette, "Færdig").await;
        mette.link("Skriv, hvornår delmålet skal være nået.").appears().await;
        mette.field(BY).set_date("2099-12-18").await;
        enters(&mette, "Færdig").await;
        mette.heading("Delmål").appears().await;
        mette.link("Vi taler sammen").appears().await;
    }
);

for_one_engine!(
    /// The screens of goals and of the phases as axe-core sees them, light and dark, on a phone.
    the_screens_of_goals_are_accessible,
    async |stage: &Stage| {
        stage.is_on(WEDNESDAY);
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.is_fine("phases, nothing yet").await;
        mette.link("Delmål").click().await;
        mette.heading("Ingen delmål endnu").appears().await;
        mette.button("Eksempler til andre slags indsatser").click().await;
        mette.is_fine("goals, none").await;
        mette.link(MONTHLY).click().await;
        mette.button("Færdig").click().await;
        mette.link("Skriv, hvordan I kan se, at det er nået.").appears().await;
        mette.is_fine("goal, refused").await;
        mette.field(REACHED).fill("En time er set").await;
        mette.field(BY).set_date("2026-11-24").await;
        mette.text("Skulle være nået 24. november 2026").appears().await;
        mette.is_fine("goal, late").await;
        mette.button("Færdig").click().await;
        mette.heading("Delmål").appears().await;
        observes(&mette).await;
        is_at_the_goals(&mette).await;
        mette.is_fine("goals, one").await;
        mette.link("Tilbage til indsatsen").click().await;
        late(&mette, 2).appears().await;
        mette.is_fine("phases, late").await;
    }
);

/// What a phase says is next.
fn next(person: &Browser, phase: u8) -> Finder {
    person.role(Role::Other("list"), format!("Næste skridt i fase {phase}"))
}

/// What a phase says is late.
fn late(person: &Browser, phase: u8) -> Finder {
    person.role(Role::Other("list"), format!("Forsinket i fase {phase}"))
}

/// Goes to the initiative's goals.
async fn is_at_the_goals(person: &Browser) {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
    person.link("Delmål").click().await;
    person.heading("Delmål").appears().await;
}

/// An observation of the initiative that is done.
async fn observes(person: &Browser) {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
    begins_observation(person).await;
    finishes(person).await;
}

/// A lesson in which a way of teaching together was tried.
async fn tries_a_model(person: &Browser) {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.link("Ny lektion").click().await;
    // Of a lesson that is over the form asks what became of it.
    person.field("Dag").set_date("2026-11-24").await;
    person.field("Samarbejdsform (frivilligt)").choose("Stationsundervisning").await;
    person.radio("Blev timen gennemført? (frivilligt)", "Gennemført").click().await;
    is_saved(person).await;
    person.button("Færdig").click().await;
    person.text("Lektionen er gemt i planen.").appears().await;
}

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}
