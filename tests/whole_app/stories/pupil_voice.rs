//! A pupil survey on one tablet that is passed around, closed, asked again on paper, and answered by the adult.

use std::time::Duration;

use super::steps::{everything_stored, is_saved, makes_initiative};
use crate::harness::{
    Browser, Build, Finder, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Ro i 3.a";
const SURVEY: &str = "Hvad synes du om timen?";
const KNEW: &str = "Jeg vidste, hvad jeg skulle lave.";
const HELP: &str = "Der kom en voksen, når jeg havde brug for det.";
const CALM: &str = "Der var ro til at arbejde.";
const TOGETHER: &str = "Jeg havde nogen at lave det sammen med.";
const TASKS: &str = "Opgaverne var …";
const AGAIN: &str = "Jeg vil gerne lave det igen.";
const CODE: &str = "4711";

for_both_engines!(
    /// From the choice of questions to what the class was told, with a reload and a kill in the middle.
    pupils_answer_on_one_tablet,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let birgit = stage.browser("Birgit", &server).await;
        birgit.open("").await;
        gets_ready(&birgit).await;
        birgit.button("Lås tabletten til eleverne").click().await;
        birgit.text("Koden skal være 4–8 tal.").appears().await;
        locks(&birgit).await;

        // There is nothing else: not in sight, and not at another address.
        birgit.role(Role::Other("navigation"), "Steder").is_gone().await;
        birgit.reload().await;
        birgit.heading(SURVEY).appears().await;
        birgit.open("indsatser").await;
        birgit.heading(SURVEY).appears().await;
        birgit.heading("Indsatser").stays_gone().await;

        a_pupil_goes_back_and_forth(&birgit).await;
        for _ in 0..2 {
            birgit.button("Start").click().await;
            answers(&birgit, &[(KNEW, "Ja"), (HELP, "Lidt"), (CALM, "Nej"), (TOGETHER, "Ja")]).await;
            answers(&birgit, &[(TASKS, "lige tilpas"), (AGAIN, "Ja")]).await;
            is_thanked(&birgit).await;
        }
        a_pupil_goes_away(&birgit).await;

        // Four have answered: the adult sees how many, and nothing else.
        birgit.kill().await;
        birgit.reopen().await;
        birgit.heading(SURVEY).appears().await;
        birgit.heading("Overblik").stays_gone().await;
        birgit.button("For den voksne").click().await;
        birgit.field("Kode").fill("1234").await;
        birgit.button("Lås op").click().await;
        birgit.text("Koden passer ikke. Prøv igen.").appears().await;
        birgit.text("Har du glemt koden? I morgen kan tabletten låses op uden den.").appears().await;
        birgit.field("Kode").fill(CODE).await;
        birgit.button("Lås op").click().await;
        birgit.heading("Overblik").appears().await;
        opens_survey(&birgit).await;
        birgit.text("4 har svaret").appears().await;
        birgit.text("Vent, til fem har svaret").appears().await;
        birgit.button("Luk runden").click().await;
        birgit.text("4 har svaret").appears().await;

        // The fifth.
        locks(&birgit).await;
        birgit.button("Start").click().await;
        answers(&birgit, &[(KNEW, "Nej"), (HELP, "Nej"), (CALM, "Lidt"), (TOGETHER, "Ja")]).await;
        answers(&birgit, &[(TASKS, "for svære"), (AGAIN, "Lidt")]).await;
        is_thanked(&birgit).await;
        unlocks(&birgit).await;
        birgit.text("5 har svaret").appears().await;
        let stored = everything_stored(&birgit).await.to_string();
        assert!(!stored.contains(&format!("\"{CODE}")), "the code is nowhere to be read");
        birgit.button("Luk runden").click().await;
        birgit.text("Lukket med 5 elever").first().appears().await;
        birgit.button("Luk runden").is_gone().await;

        birgit.link("Se, hvad eleverne svarede").click().await;
        let knew = birgit.role(Role::Other("region"), KNEW);
        knew.text("»Lidt« eller »Ja«: 4 af 5").appears().await;
        for bar in ["Nej 1 af 5", "Lidt 0 af 5", "Ja 4 af 5"] {
            knew.item(bar).appears().await;
        }
        // One skipped this one: four answers are not shown.
        let help = birgit.role(Role::Other("region"), HELP);
        help.text("Færre end 5 har svaret. Vises ikke.").appears().await;
    }
);

for_both_engines!(
    /// Nobody knows the code any more: today it stays locked, tomorrow it opens, and nothing is lost.
    a_code_that_was_forgotten_locks_nobody_out,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let birgit = stage.browser("Birgit", &server).await;
        birgit.open("").await;
        gets_ready(&birgit).await;
        birgit.text("Glemmer du den, kan tabletten låses op uden kode i morgen.").appears().await;
        locks(&birgit).await;
        birgit.button("Start").click().await;
        answers(&birgit, &[(KNEW, "Ja"), (HELP, "Lidt")]).await;
        birgit.heading(CALM).appears().await;
        birgit.button("For den voksne").click().await;
        birgit.text("Har du glemt koden?").stays_gone().await;
        birgit.field("Kode").fill("1234").await;
        birgit.button("Lås op").click().await;
        birgit.text("Har du glemt koden? I morgen kan tabletten låses op uden den.").appears().await;
        birgit.field("Kode").appears().await;

        // Nobody has touched it since yesterday: it has gone back to the question by itself.
        birgit.seconds_on(86_400).await;
        birgit.heading(CALM).appears().await;
        birgit.button("For den voksne").click().await;
        birgit.text("Tabletten blev låst en anden dag. Den kan låses op uden kode.").appears().await;
        birgit.field("Kode").stays_gone().await;
        birgit.button("Lås op").click().await;
        birgit.heading("Runde 1").appears().await;
        birgit.text("1 har svaret").appears().await;
    }
);

for_both_engines!(
    /// Sheets of paper are typed in, the second round is compared with the first, and the class is told.
    paper_is_typed_in_and_the_class_is_told,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let birgit = stage.browser("Birgit", &server).await;
        birgit.open("").await;
        gets_ready(&birgit).await;
        birgit.link("Surveyen på papir").click().await;
        birgit.heading(CALM).appears().await;
        birgit.link("Tilbage til elevsurveyen").click().await;
        birgit.heading(containing(SURVEY)).appears().await;
        types_in(&birgit, &["Nej", "Nej", "Lidt", "Ja", "Ja"]).await;
        birgit.button("Ny runde").click().await;
        birgit.heading("Runde 2").appears().await;
        types_in(&birgit, &["Ja", "Ja", "Lidt", "Ja", "Ja", "Ja"]).await;

        birgit.link("Se, hvad eleverne svarede").click().await;
        let calm = birgit.role(Role::Other("region"), CALM);
        calm.text("»Lidt« eller »Ja«: 3 af 5 → 6 af 6").appears().await;
        let told = birgit.role(Role::Other("region"), containing("Svar til eleverne")).first();
        let words = "I sagde, at der manglede ro. Derfor prøver vi kortere stationer.";
        told.field("Hvad fik eleverne at vide? (frivilligt)").fill(words).await;
        told.checkbox("Eleverne har fået svar").click().await;
        told.field("Hvornår?").appears().await;
        is_saved(&birgit).await;
        birgit.reload().await;
        let told = birgit.role(Role::Other("region"), containing("Svar til eleverne")).first();
        told.field("Hvad fik eleverne at vide? (frivilligt)").has_value(words).await;
        told.checkbox("Eleverne har fået svar").is_ticked_now(true).await;
    }
);

for_one_engine!(
    /// The adult's pages and the pupils' screens as axe-core sees them, light and dark.
    every_screen_of_a_survey_is_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let birgit = stage.browser("Birgit", &server).await;
        birgit.still(true).await;
        birgit.size(Size::PHONE).await;
        birgit.open("").await;
        gets_ready(&birgit).await;
        birgit.is_fine("survey").await;
        birgit.link("Skriv svar ind fra papir").click().await;
        birgit.heading("Svar fra papir").appears().await;
        birgit.is_fine("survey, answers from paper").await;
        birgit.link("Tilbage til elevsurveyen").click().await;
        types_in(&birgit, &["Nej", "Nej", "Lidt", "Ja", "Ja"]).await;
        birgit.link("Se, hvad eleverne svarede").click().await;
        birgit.role(Role::Other("region"), CALM).appears().await;
        birgit.is_fine("survey, results").await;
        birgit.link("Tilbage til elevsurveyen").click().await;
        birgit.button("Ny runde").click().await;
        locks(&birgit).await;
        birgit.is_fine("pupils, start").await;
        birgit.button("Start").click().await;
        birgit.heading(KNEW).appears().await;
        birgit.is_fine("pupils, faces").await;
        for question in [KNEW, HELP, CALM, TOGETHER] {
            birgit.heading(question).appears().await;
            birgit.button("Spring over").click().await;
        }
        birgit.heading(TASKS).appears().await;
        birgit.is_fine("pupils, choice").await;
        birgit.button("For den voksne").click().await;
        birgit.field("Kode").appears().await;
        birgit.is_fine("pupils, code").await;
        birgit.button("Tilbage").click().await;
        birgit.heading(TASKS).appears().await;
        birgit.reload().await;
        birgit.heading("Er du færdig?").appears().await;
        birgit.is_fine("pupils, are you done").await;
        birgit.button("Ja, jeg er færdig").click().await;
        birgit.button("Klar til den næste").appears().await;
        birgit.is_fine("pupils, thanks").await;
    }
);

/// Seven questions, of which one is left out, and a round.
async fn gets_ready(birgit: &Browser) {
    makes_initiative(birgit, TITLE).await;
    birgit.link("Start en elevsurvey").click().await;
    birgit.radio("Hvem spørger I?", "Indskoling").click().await;
    birgit.text("7 spørgsmål").appears().await;
    birgit.checkbox("Jeg lærte noget nyt.").click().await;
    birgit.text("6 spørgsmål").appears().await;
    birgit.button("Ny runde").click().await;
    birgit.heading("Runde 1").appears().await;
    is_saved(birgit).await;
}

async fn locks(birgit: &Browser) {
    birgit.field("Vælg en kode til at låse op med").fill(CODE).await;
    birgit.button("Lås tabletten til eleverne").click().await;
    birgit.button("Start").appears().await;
    birgit.heading(SURVEY).appears().await;
}

async fn unlocks(birgit: &Browser) {
    birgit.button("For den voksne").click().await;
    birgit.field("Kode").fill(CODE).await;
    birgit.press(thirtyfour::Key::Enter).await;
    birgit.heading("Runde 1").appears().await;
}

async fn opens_survey(birgit: &Browser) {
    super::steps::go_to(birgit, "Indsatser").await;
    birgit.link(TITLE).click().await;
    birgit.link(containing(SURVEY)).click().await;
    birgit.heading("Runde 1").appears().await;
}

/// An answer to the question on the screen.
fn answer(birgit: &Browser, question: &str, answer: &str) -> Finder {
    birgit.role(Role::Group, question).button(answer)
}

async fn answers(birgit: &Browser, all: &[(&str, &str)]) {
    for (question, chosen) in all {
        birgit.heading(*question).appears().await;
        answer(birgit, question, chosen).click().await;
    }
}

async fn is_thanked(birgit: &Browser) {
    birgit.heading("Tak! Giv tabletten videre til den næste.").appears().await;
    birgit.text("116 111").appears().await;
    birgit.button("Klar til den næste").click().await;
    birgit.button("Start").appears().await;
}

/// A double tap, the way back, a question skipped, a reload in the middle, and back past the end.
async fn a_pupil_goes_back_and_forth(birgit: &Browser) {
    birgit.button("Start").click().await;
    birgit.focus_comes_to("heading", KNEW).await;
    birgit.text("1 af 6").appears().await;
    answer(birgit, KNEW, "Ja").appears().await;
    let twice = "const tile = document.querySelectorAll('.pupil-answer')[2];
                 tile.click(); tile.click(); setTimeout(() => tile.click(), 300)";
    birgit.script(twice, vec![]).await;
    birgit.focus_comes_to("heading", HELP).await;
    birgit.text("2 af 6").appears().await;
    birgit.button("Tilbage").click().await;
    birgit.heading(KNEW).appears().await;
    birgit.role(Role::Group, KNEW).button("Ja").appears().await;
    let pressed =
        "return document.querySelectorAll('.pupil-answer')[2].getAttribute('aria-pressed')";
    birgit.script_comes_to(pressed, "true").await;
    birgit.button("Videre").click().await;
    birgit.heading(HELP).appears().await;
    birgit.button("Spring over").click().await;
    birgit.heading(CALM).appears().await;

    birgit.reload().await;
    birgit.heading("Er du færdig?").appears().await;
    birgit.button("Nej, jeg svarer videre").click().await;
    // The keyboard alone.
    birgit.focus_comes_to("heading", CALM).await;
    birgit.tab_to("Lidt").await;
    birgit.press(thirtyfour::Key::Enter).await;
    answers(birgit, &[(TOGETHER, "Lidt"), (TASKS, "for lette"), (AGAIN, "Ja")]).await;
    is_thanked(birgit).await;
    birgit.back().await;
    birgit.button("Start").appears().await;
    birgit.heading(AGAIN).stays_gone().await;
}

/// Somebody leaves in the middle: what they answered counts, and the screen is empty after a while.
async fn a_pupil_goes_away(birgit: &Browser) {
    birgit.button("Start").click().await;
    answers(birgit, &[(KNEW, "Ja"), (HELP, "Lidt")]).await;
    birgit.heading(CALM).appears().await;
    birgit.seconds_on(100).await;
    birgit.heading("Er du færdig?").appears_within(Duration::from_secs(10)).await;
    birgit.seconds_on(140).await;
    birgit.heading("Tak! Giv tabletten videre til den næste.").appears().await;
    birgit.seconds_on(160).await;
    birgit.button("Start").appears().await;
}

/// Waits until the sheet that is being typed in is in the store.
async fn is_kept(birgit: &Browser) {
    for _ in 0..100 {
        if everything_stored(birgit).await.to_string().contains("typed/") {
            return;
        }
        birgit.waits(Duration::from_millis(50)).await;
    }
    panic!("the sheet is not kept");
}

/// A sheet for each answer about calm, and the round closed.
async fn types_in(birgit: &Browser, calm: &[&str]) {
    birgit.link("Skriv svar ind fra papir").click().await;
    birgit.heading("Svar fra papir").appears().await;
    birgit.button("Gem arket, og tag det næste").click().await;
    birgit.text("Der er ikke svaret på noget på arket.").appears().await;
    for (n, step) in calm.iter().enumerate() {
        birgit.radio(CALM, *step).click().await;
        if n == 0 {
            is_kept(birgit).await;
            birgit.reload().await;
            birgit.radio(CALM, *step).is_ticked_now(true).await;
        }
        birgit.button("Gem arket, og tag det næste").click().await;
        let n = n + 1;
        birgit.text(&format!("{n} har svaret")).appears().await;
    }
    // One too many is taken back.
    super::steps::closes_messages(birgit).await;
    birgit.radio(CALM, "Nej").click().await;
    birgit.button("Gem arket, og tag det næste").click().await;
    birgit.text(&format!("{} har svaret", calm.len() + 1)).appears().await;
    birgit.button("Fortryd").first().click().await;
    birgit.text(&format!("{} har svaret", calm.len())).appears().await;
    super::steps::closes_messages(birgit).await;
    birgit.link("Tilbage til elevsurveyen").click().await;
    birgit.button("Luk runden").click().await;
    birgit.text(&format!("Lukket med {} elever", calm.len())).appears().await;
    super::steps::closes_messages(birgit).await;
}
