//! The whole way of an observation: from an empty device without net to two colleagues who agree.

use serde_json::json;

use super::steps::{
    HELPED, begins_observation, counter, fetches, finishes, go_to, is_called, is_ready_without_net,
    is_saved, makes_file, makes_initiative, member, opens_observation, parsed, picks_file,
};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const AGREED: &str = "Er rammerne for observationen aftalt?";
const FOCUS: &str = "Hvad er det aftalte fokus?";
const GOAL: &str = "Eleverne ved, hvad de skal lære, og hvad de skal gøre";
const CALM: &str = "Der er arbejdsro og korte overgange";
const NEXT: &str = "Ét fremadskuende spørgsmål, du vil tage med til feedbacken";
const ASKS: &str = "Elev stiller et fagligt spørgsmål";
const STOPS: &str = "Afbrydelse, der stopper arbejdet";

for_both_engines!(
    /// The story that the app is for.
    a_lesson_is_observed_and_shared,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        is_called(&anna, "AN").await;
        makes_initiative(&anna, TITLE).await;
        begins_observation(&anna).await;
        before_the_lesson(&anna).await;
        during_the_lesson(&anna).await;
        is_saved(&anna).await;

        server.stop().await;
        anna.reload().await;
        the_first_half_is_there(&anna).await;
        after_the_lesson(&anna).await;
        is_saved(&anna).await;

        anna.kill().await;
        anna.reopen().await;
        anna.heading("Fortsæt").appears().await;
        opens_observation(&anna, TITLE).await;
        the_first_half_is_there(&anna).await;
        the_second_half_is_there(&anna).await;
        finishes(&anna).await;

        let first = makes_file(&anna).await;

        server.start_again().await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        picks_file(&bo, &first).await;
        bo.text("2 nye · 0 opdaterede · 0 kendte · 0 med to bud").appears().await;
        bo.button("Hent ind").click().await;
        bo.text("Hentet ind").appears().await;
        opens_observation(&bo, TITLE).await;
        the_first_half_is_there(&bo).await;
        the_second_half_is_there(&bo).await;

        picks_file(&bo, &first).await;
        bo.text("Alt i filen findes allerede").appears().await;
        bo.text("Intet er ændret.").appears().await;
        bo.button("Hent ind").stays_gone().await;

        changes_what_helped(&anna, "Makkerne fik hver en rolle").await;
        changes_what_helped(&bo, "Tiden stod på tavlen").await;
        let (of_anna, of_bo) = (makes_file(&anna).await, makes_file(&bo).await);
        fetches(&anna, &of_bo).await;
        fetches(&bo, &of_anna).await;
        sees_both(&anna).await;
        sees_both(&bo).await;

        anna.button("Vælg »Tiden stod på tavlen«").click().await;
        anna.text("Valgt. Det andet bud bliver i historikken.").appears().await;
        anna.heading("Der er ikke noget at vælge imellem").appears().await;
        let (of_anna, of_bo) = (makes_file(&anna).await, makes_file(&bo).await);
        fetches(&bo, &of_anna).await;
        picks_file(&anna, &of_bo).await;
        anna.text("Alt i filen findes allerede").appears().await;
        for person in [&anna, &bo] {
            opens_observation(person, TITLE).await;
            person.field(HELPED).has_value("Tiden stod på tavlen").await;
        }

        let (of_anna, of_bo) = (makes_file(&anna).await, makes_file(&bo).await);
        assert_eq!(member(&of_anna, "revisions"), member(&of_bo, "revisions"));
        assert_eq!(member(&of_anna, "records"), member(&of_bo, "records"));
        let records = parsed(&of_anna)["records"].clone();
        assert!(records.as_array().unwrap().iter().all(|record| record["conflicts"] == json!([])));
    }
);

async fn before_the_lesson(anna: &Browser) {
    anna.radio(AGREED, "Ja, mundtligt").click().await;
    let focus = anna.group(FOCUS);
    focus.checkbox("Fagligt indhold").tick().await;
    focus.checkbox("Elevernes deltagelse").tick().await;
    focus.text("Du har valgt 2. Fjern et for at vælge et andet.").appears().await;
    focus.checkbox("Fællesskab og trivsel").is_enabled_now(false).await;
    focus.checkbox("Fagligt indhold").untick().await;
    focus.checkbox("Fællesskab og trivsel").tick().await;
}

async fn during_the_lesson(anna: &Browser) {
    anna.radio("Mærkat (frivilligt)", "Overgang").click().await;
    anna.field("Ny note").type_text("Skiftet tager fire minutter").await;
    anna.button("Næste note").click().await;
    anna.field("Ny note").type_text("E04 forklarer sin makker").await;
    anna.radio("Mærkat (frivilligt)", "Elever").click().await;

    counter(anna, ASKS, 0).click().await;
    counter(anna, ASKS, 1).click().await;
    counter(anna, STOPS, 0).click().await;
    anna.button("Fortryd sidste tryk").click().await;
    anna.text("Fortrudt: Afbrydelse, der stopper arbejdet").appears().await;
    counter(anna, STOPS, 0).appears().await;
}

async fn the_first_half_is_there(person: &Browser) {
    person.radio(AGREED, "Ja, mundtligt").is_ticked_now(true).await;
    let focus = person.group(FOCUS);
    for (option, picked) in [
        ("Fagligt indhold", false),
        ("Elevernes deltagelse", true),
        ("Fællesskab og trivsel", true),
    ] {
        focus.checkbox(option).is_ticked_now(picked).await;
    }
    person.item(containing("Overgang Skiftet tager fire minutter")).appears().await;
    person.item(containing("Elever E04 forklarer sin makker")).appears().await;
    counter(person, ASKS, 2).appears().await;
    counter(person, STOPS, 0).appears().await;
}

async fn after_the_lesson(anna: &Browser) {
    anna.radio(GOAL, "Trin 3 af 4: Det meste af tiden").click().await;
    anna.field("Hvad så du? (frivilligt)").fill("Målet stod på tavlen").await;
    anna.radio(CALM, "Ikke set").click().await;
    anna.field("Hvad så du? (frivilligt)").nth(1).fill("Vi var ude").await;
    anna.field(HELPED).fill("JP satte sig ved gruppen").await;
    anna.field(NEXT).fill("Hvordan bliver skiftet kortere?").await;
}

async fn the_second_half_is_there(person: &Browser) {
    person.radio(GOAL, "Trin 3 af 4: Det meste af tiden").is_ticked_now(true).await;
    person.radio(CALM, "Ikke set").is_ticked_now(true).await;
    person.field("Hvad så du? (frivilligt)").nth(0).has_value("Målet stod på tavlen").await;
    person.field("Hvad så du? (frivilligt)").nth(1).has_value("Vi var ude").await;
    person.field(HELPED).has_value("JP satte sig ved gruppen").await;
    person.field(NEXT).has_value("Hvordan bliver skiftet kortere?").await;
}

async fn changes_what_helped(person: &Browser, to: &str) {
    opens_observation(person, TITLE).await;
    person.field(HELPED).fill(to).await;
    is_saved(person).await;
}

/// Both values, whose each is, and a way to choose each.
async fn sees_both(person: &Browser) {
    go_to(person, "Overblik").await;
    person.text("Steder med to bud: 1").appears().await;
    person.link("Vælg").click().await;
    let field = person.group(HELPED);
    for (value, author) in
        [("Makkerne fik hver en rolle", "AN · "), ("Tiden stod på tavlen", "BO · ")]
    {
        field.text(value).appears().await;
        field.text(author).appears().await;
        field.button(format!("Vælg »{value}«")).appears().await;
    }
}
