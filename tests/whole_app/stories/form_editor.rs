//! A school makes an observation form of its own, uses it, makes it better and sends it.

use thirtyfour::Key;

use super::steps::{
    chooses_form, closes_messages, fetches, finishes, go_to, is_called, is_saved, makes_initiative,
    opens_observation, saves_file,
};
use crate::harness::{Browser, Build, Finds, Role, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const FORM: &str = "Vores skema";
const ASKED: &str = "Hvad overraskede dig?";

for_both_engines!(
    /// Copied, changed, published, filled in, made better, and sent.
    a_school_makes_its_own_form,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AN").await;
        makes_initiative(&anna, TITLE).await;

        copies_the_general_form(&anna).await;
        anna.field("Skemaets titel").fill(FORM).await;
        anna.heading(FORM).appears().await;
        anna.text("På engelsk: Classroom observation – general – copy").appears().await;
        adds_one_of_each_kind(&anna).await;
        moves_with_the_keyboard(&anna).await;
        removes_and_takes_back(&anna).await;
        finds_what_is_missing(&anna).await;
        looks_at_it_as_in_class(&anna).await;
        publishes(&anna, 1).await;
        anna.reload().await;
        anna.text("Udgivet, version 1").appears().await;

        observes_with_it(&anna).await;

        opens_the_form(&anna).await;
        anna.button(containing(ASKED)).first().click().await;
        anna.field("Spørgsmål").fill("Hvad undrer du dig over?").await;
        is_saved(&anna).await;
        anna.text("Ændret siden version 1").appears().await;
        publishes(&anna, 2).await;
        anna.button("Vis version 1").click().await;
        anna.field(ASKED).appears().await;
        anna.button("Tilbage til redigering").click().await;

        opens_observation(&anna, TITLE).await;
        anna.field(ASKED).has_value("At de selv fandt sammen").await;
        anna.text("Udfyldt i version 1. Den nyeste er version 2.").appears().await;
        begins_another(&anna).await;
        anna.field("Hvad undrer du dig over?").fill("Hvem der tog ordet").await;
        is_saved(&anna).await;

        go_to(&anna, "Del og hent").await;
        anna.radio("Hvad skal med?", TITLE).click().await;
        let file = saves_file(&anna).await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        fetches(&bo, &file).await;
        let both = [("Hvad undrer du dig over?", "Hvem der tog ordet"), (ASKED, "At de selv fandt sammen")];
        for (nth, (question, answer)) in both.into_iter().enumerate() {
            go_to(&bo, "Indsatser").await;
            bo.link(TITLE).click().await;
            bo.link(containing("5.b · ")).nth(nth).click().await;
            bo.field(question).has_value(answer).await;
            bo.reload().await;
            bo.field(question).has_value(answer).await;
        }
        opens_the_form(&bo).await;
        bo.text("Udgivet, version 2").appears().await;
    }
);

pub async fn to_the_forms(person: &Browser) {
    closes_messages(person).await;
    go_to(person, "Indstillinger").await;
    person.link("Observationsskemaer").click().await;
    person.heading("Jeres egne").appears().await;
}

async fn opens_the_form(person: &Browser) {
    to_the_forms(person).await;
    person.link(FORM).click().await;
    person.heading("Versioner").appears().await;
}

async fn copies_the_general_form(anna: &Browser) {
    to_the_forms(anna).await;
    anna.button("Lav en kopi af Observation af undervisning – generel").click().await;
    anna.heading("Observation af undervisning – generel – kopi").appears().await;
    anna.text("Ikke udgivet").appears().await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
}

/// The part that is filled in after the lesson is the last one.
async fn adds(anna: &Browser, kind: &str, words: &str) {
    anna.button("Tilføj spørgsmål").nth(2).click().await;
    anna.button(containing(kind)).first().click().await;
    anna.field("Spørgsmål").fill(words).await;
}

async fn adds_one_of_each_kind(anna: &Browser) {
    adds(anna, "Med egne ord.", ASKED).await;
    adds(anna, "Fx hvor mange elever", "Hvor mange var der?").await;
    adds(anna, "Netop ét af dem passer.", "Var planen klar?").await;
    for (nth, words) in ["Ja", "Nej"].into_iter().enumerate() {
        anna.field("Tekst").nth(nth).fill(words).await;
    }
    adds(anna, "Så mange, der passer.", "Hvad brugte I?").await;
    for (nth, words) in ["Tavle", "Kort", "Brikker"].into_iter().enumerate() {
        if nth == 2 {
            anna.button("Tilføj svarmulighed").click().await;
        }
        anna.field("Tekst").nth(nth).fill(words).await;
    }
    adds(anna, "Hvor langt er I?", "Eleverne hjælper hinanden").await;
    for nth in 0..4 {
        anna.field("Hvad ser man på dette trin?").nth(nth).fill(&format!("Det ser vi {nth}")).await;
    }
    adds(anna, "Ét tryk, hver gang", "Tæl i gruppen").await;
    anna.field("Hvad tælles?").fill("En hånd i vejret").await;
    adds(anna, "Noter med klokkeslæt", "Løse noter").await;
    adds(anna, "Se op med faste mellemrum", "Hvad er gruppen i gang med?").await;
    for (nth, (short, words)) in [("AR", "Arbejder"), ("VE", "Venter")].into_iter().enumerate() {
        anna.field("Forkortelse").nth(nth).fill(short).await;
        anna.field("Hvad betyder den?").nth(nth).fill(words).await;
    }
    adds(anna, "Hvordan underviser de voksne sammen", "Hvem gør hvad?").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
}

async fn moves_with_the_keyboard(anna: &Browser) {
    let up = format!("Flyt op: {ASKED}");
    anna.button(up.as_str()).press(Key::Enter).await;
    anna.button(containing("13. Hvad overraskede dig?")).appears().await;
    // The focus stays with the question.
    anna.focus_comes_to("button", &up).await;
    anna.press(Key::Enter).await;
    anna.button(containing("12. Hvad overraskede dig?")).appears().await;
    is_saved(anna).await;
}

async fn removes_and_takes_back(anna: &Browser) {
    anna.button(containing("Hvor mange var der?")).first().click().await;
    anna.button("Fjern spørgsmålet").click().await;
    anna.text("Spørgsmålet er fjernet.").appears().await;
    anna.button(containing(". Hvor mange var der?")).is_gone().await;
    anna.button("Fortryd").click().await;
    anna.button(containing(". Hvor mange var der?")).appears().await;
}

async fn finds_what_is_missing(anna: &Browser) {
    anna.button(containing("Var planen klar?")).first().click().await;
    anna.button("Fjern: Nej").click().await;
    anna.text("Én ting mangler, før skemaet kan udgives").appears().await;
    anna.button("Udgiv version 1").click().await;
    let link = anna.link(containing("Der skal være mindst to svarmuligheder."));
    link.says("»Var planen klar?«").await;
    link.click().await;
    anna.text("Der skal være mindst to svarmuligheder.").appears().await;
    // It is where it is put right.
    anna.focus_comes_to("button", "Tilføj svarmulighed").await;
    anna.press(Key::Enter).await;
    anna.field("Tekst").nth(1).fill("Næsten").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    is_saved(anna).await;
}

async fn looks_at_it_as_in_class(anna: &Browser) {
    anna.button("Vis som i klassen").click().await;
    anna.text("Prøv alt. Intet af det bliver gemt.").appears().await;
    anna.heading("Før lektionen").appears().await;
    anna.radio("Var planen klar?", "Næsten").click().await;
    anna.field(ASKED).fill("Kun på prøve").await;
    anna.button("Tilbage til redigering").click().await;
    anna.heading("Versioner").appears().await;
    anna.button("Vis som i klassen").click().await;
    anna.field(ASKED).has_value("").await;
    anna.button("Tilbage til redigering").click().await;
}

async fn publishes(anna: &Browser, version: u32) {
    anna.button(format!("Udgiv version {version}")).click().await;
    let said = format!("Version {version} er udgivet og kan vælges til nye observationer.");
    anna.text(&said).appears().await;
    anna.text(&format!("Udgivet, version {version}")).appears().await;
    anna.role(Role::Other("list"), "Versioner")
        .item(containing(&format!("Version {version}")))
        .appears()
        .await;
}

async fn begins_another(anna: &Browser) {
    closes_messages(anna).await;
    go_to(anna, "Indsatser").await;
    anna.link(TITLE).click().await;
    anna.link("Ny observation").click().await;
    anna.heading("Før lektionen").appears().await;
    chooses_form(anna, FORM).await;
}

async fn observes_with_it(anna: &Browser) {
    begins_another(anna).await;
    anna.field(ASKED).fill("At de selv fandt sammen").await;
    anna.radio("Var planen klar?", "Ja").click().await;
    is_saved(anna).await;
    finishes(anna).await;
}
