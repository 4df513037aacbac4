//! Question by question: what each kind can have, what it waits for, where it stands, and the way back from
//! every removal.

use thirtyfour::Key;

use super::form_editor::to_the_forms;
use super::steps::{closes_messages, everything_stored, go_to, is_saved};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

for_both_engines!(
    /// From an empty form, in one language alone.
    a_form_is_written_question_by_question,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        begins_an_empty_form(&anna).await;
        one_question_waits_for_another(&anna).await;
        is_dragged(&anna).await;
        loses_nothing_to_a_reload(&anna).await;
        levels_and_codes(&anna).await;
        counters_and_phrases(&anna).await;
        parts_move_and_come_back(&anna).await;
        runs_a_lesson_on_trial(&anna).await;
        anna.button("Udgiv version 1").click().await;
        anna.text("Udgivet, version 1").appears().await;

        // What is written in English alone stands for both.
        go_to(&anna, "Indstillinger").await;
        anna.radio("Sprog · Language", "English").click().await;
        anna.link("Observation forms").click().await;
        anna.link("Our lesson").appears().await;
        anna.link("Print a blank form Our lesson").click().await;
        anna.heading("Did it work?").appears().await;
    }
);

for_both_engines!(
    /// A copy is renamed, given a question with its answers, moved and published with Tab, Enter and space.
    a_keyboard_is_enough_for_a_form,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("skemaer").await;
        anna.heading("Jeres egne").appears().await;
        enters(&anna, "Lav en kopi af Observation af makkerlæring").await;
        anna.heading("Observation af makkerlæring – kopi").appears().await;
        anna.tab_to("Skemaets titel").await;
        anna.press("Vores makkerskema").await;
        anna.heading(containing("Vores makkerskema")).appears().await;
        enters(&anna, "Tilføj spørgsmål").await;
        enters(&anna, "Ét svar af flere Netop ét af dem passer.").await;
        anna.focus_comes_to(None, "Spørgsmål").await;
        anna.press("Sad de godt?").await;
        anna.tab_to("Tekst").await;
        anna.press("Ja").await;
        anna.tab_to("Tekst").await;
        anna.press("Nej").await;
        enters(&anna, "Tilføj svarmulighed").await;
        anna.focus_comes_to(None, "Tekst").await;
        anna.press("Ved ikke").await;
        anna.tab_to("Flyt op: Ved ikke").await;
        anna.press(Key::Space).await;
        anna.text("Nu nummer 2 af 3.").appears().await;
        anna.focus_comes_to(None, "Flyt op: Ved ikke").await;
        enters(&anna, "Fjern: Nej").await;
        anna.button("Fjern: Nej").is_gone().await;
        anna.focus_comes_to(None, "Tilføj svarmulighed").await;
        enters(&anna, "Fortryd").await;
        anna.button("Fjern: Nej").appears().await;
        enters(&anna, "Udgiv version 1").await;
        anna.text("Udgivet, version 1").appears().await;
    }
);

async fn begins_an_empty_form(anna: &Browser) {
    anna.open("").await;
    to_the_forms(anna).await;
    anna.button("Begynd på et tomt").click().await;
    anna.text("2 ting mangler, før skemaet kan udgives").appears().await;
    anna.button("Mere om skemaet").click().await;
    anna.radio("Skriv på", "English").click().await;
    anna.field("Skemaets titel").fill("Our lesson").await;
    anna.heading("Our lesson").appears().await;
    anna.field("Lektionens længde (frivilligt)").fill("10").await;
}

async fn adds(anna: &Browser, kind: &str, words: &str) {
    anna.button("Tilføj spørgsmål").first().click().await;
    anna.button(containing(kind)).first().click().await;
    anna.field("Spørgsmål").fill(words).await;
}

/// Where a question stands in the list.
async fn is_number(anna: &Browser, n: usize, words: &str) {
    anna.button(containing(&format!("{n}. {words}"))).appears().await;
}

async fn one_question_waits_for_another(anna: &Browser) {
    adds(anna, "Netop ét af dem passer.", "Did it work?").await;
    for (nth, words) in ["Yes", "No"].into_iter().enumerate() {
        anna.field("Tekst").nth(nth).fill(words).await;
    }
    adds(anna, "Med egne ord.", "Why not?").await;
    anna.button("Hjælp til at svare, og hvornår spørgsmålet vises").click().await;
    anna.field("Hjælp til at svare (frivilligt)").fill("One reason is enough").await;
    anna.field("Hvornår skal spørgsmålet vises?").choose("Did it work?").await;
    anna.field("Ved hvilket svar?").choose("No").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;

    anna.button("Vis som i klassen").click().await;
    anna.heading("Our lesson").appears().await;
    anna.field("Why not?").stays_gone().await;
    anna.radio("Did it work?", "No").click().await;
    anna.field("Why not?").appears().await;
    anna.text("One reason is enough").appears().await;
    anna.radio("Did it work?", "Yes").click().await;
    anna.field("Why not?").is_gone().await;
    anna.button("Tilbage til redigering").click().await;

    // The answer it waits for is taken out: that is told with its place, and leads there.
    anna.button(containing("1. Did it work?")).click().await;
    anna.button("Fjern: No").click().await;
    anna.button("Udgiv version 1").click().await;
    let wait = anna.link(containing("Spørgsmål 2 »Why not?«: Spørgsmålet venter på et svar"));
    wait.click().await;
    anna.focus_comes_to(None, "Hvornår skal spørgsmålet vises?").await;
    anna.button("Fortryd").click().await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    closes_messages(anna).await;
}

/// Above what it waits for a question cannot be asked; below it can.
async fn is_dragged(anna: &Browser) {
    anna.button(containing("2. Why not?")).click().await;
    anna.field("Spørgsmål").stays_gone().await;
    let first = anna.button(containing("Did it work?")).first();
    let second = anna.button(containing("Why not?")).first();
    second.drag_to(".editor-handle", &first, -10).await;
    is_number(anna, 1, "Why not?").await;
    anna.text("Én ting mangler, før skemaet kan udgives").appears().await;
    second.drag_to(".editor-handle", &first, 25).await;
    is_number(anna, 2, "Why not?").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    is_saved(anna).await;
}

/// The last words are hardly typed when the page goes.
async fn loses_nothing_to_a_reload(anna: &Browser) {
    adds(anna, "Så mange, der passer.", "What did you see?").await;
    anna.field("Tekst").first().fill("Laughter").await;
    is_saved(anna).await;
    anna.field("Tekst").nth(1).fill("Silence").await;
    anna.waits(std::time::Duration::from_millis(400)).await;
    anna.reload().await;
    anna.heading("Our lesson").appears().await;
    anna.button(containing("3. What did you see?")).click().await;
    // It is written in English alone, and so the page opens in English.
    anna.field("Tekst").first().has_value("Laughter").await;
    anna.field("Tekst").nth(1).has_value("Silence").await;
    // Another kind keeps what the first had, should it come back.
    anna.field("Hvordan svarer man?").choose("Et tal").await;
    anna.field("Mindste tal (frivilligt)").fill("mange").await;
    anna.text("Én ting mangler, før skemaet kan udgives").appears().await;
    anna.field("Mindste tal (frivilligt)").fill("").await;
    anna.field("Hvordan svarer man?").choose("Flere svar").await;
    anna.field("Tekst").nth(1).has_value("Silence").await;
}

async fn levels_and_codes(anna: &Browser) {
    adds(anna, "Hvor langt er I?", "Calm").await;
    anna.button("Udgiv version 1").click().await;
    let missing = "Spørgsmål 4 »Calm«, trin 2: Skriv, hvad man ser på trinnet.";
    anna.link(missing).click().await;
    anna.focus_comes_to(None, "Hvad ser man på dette trin?").await;
    anna.press("Almost").await;
    anna.field("Hvad ser man på dette trin?").nth(1).has_value("Almost").await;
    for nth in 0..4 {
        let seen = anna.field("Hvad ser man på dette trin?").nth(nth);
        seen.fill(&format!("Calm {nth}")).await;
    }
    anna.button("Fjern: Gennemgående").click().await;
    anna.field("Hvad ser man på dette trin?").nth(3).is_gone().await;
    anna.button("Fortryd").click().await;
    anna.field("Hvad ser man på dette trin?").nth(3).has_value("Calm 3").await;
    closes_messages(anna).await;
    anna.button("Flyt op: Gennemgående").click().await;
    anna.field("Hvad ser man på dette trin?").nth(2).has_value("Calm 3").await;
    anna.button("Flyt ned: Gennemgående").click().await;
    anna.field("Hvad ser man på dette trin?").nth(3).has_value("Calm 3").await;
    anna.checkbox("Man kan svare »Ikke set«").untick().await;

    adds(anna, "Se op med faste mellemrum", "What do they do?").await;
    for (nth, (short, words)) in [("W", "Work"), ("T", "Talk")].into_iter().enumerate() {
        anna.field("Forkortelse").nth(nth).fill(short).await;
        anna.field("Hvad betyder den?").nth(nth).fill(words).await;
    }
    anna.button("Tilføj kode").click().await;
    anna.focus_comes_to(None, "Forkortelse").await;
    anna.field("Forkortelse").nth(2).fill("P").await;
    anna.field("Hvad betyder den?").nth(2).fill("Play").await;
    anna.button("Flyt op: Play").click().await;
    anna.field("Forkortelse").nth(1).has_value("P").await;
    anna.button("Fjern: Play").click().await;
    anna.field("Forkortelse").nth(1).has_value("T").await;
    anna.button("Fortryd").click().await;
    anna.field("Forkortelse").nth(1).has_value("P").await;
    closes_messages(anna).await;
    anna.button("Tilføj spor").click().await;
    anna.field("Navn").nth(1).fill("The adults").await;
    anna.button("Fjern: The adults").click().await;
    anna.field("Navn").nth(1).is_gone().await;
    anna.field("Så længe er der mellem to øjeblikke").choose("1 min").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    closes_messages(anna).await;
}

async fn counters_and_phrases(anna: &Browser) {
    adds(anna, "Ét tryk, hver gang", "Count").await;
    anna.field("Hvad tælles?").fill("Praise").await;
    anna.field("For hvem tælles der?").choose("Hver voksen for sig").await;
    adds(anna, "Noter med klokkeslæt", "Notes").await;
    anna.button("Tilføj ord").click().await;
    anna.field("Tekst").first().fill("Hands are up").await;
    anna.button("Tilføj mærkat").click().await;
    anna.field("Tekst").first().fill("Pupils").await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    is_saved(anna).await;
}

async fn parts_move_and_come_back(anna: &Browser) {
    anna.button("Tilføj del").click().await;
    anna.focus_comes_to(None, "Delens overskrift").await;
    anna.field("Delens overskrift").fill("Before").await;
    anna.radio("Hvornår udfyldes den?", "Før").click().await;
    anna.text("Udfyldes før lektionen").appears().await;
    anna.button("Udgiv version 1").click().await;
    anna.link("Delen »Before«: Tilføj et spørgsmål, eller fjern delen.").click().await;
    anna.focus_comes_to(None, "Tilføj spørgsmål").await;
    anna.button("Flyt op: Before").click().await;
    anna.button("Flyt op: Did it work?").click().await;
    anna.text("Alt er på plads. Skemaet kan udgives.").appears().await;
    is_number(anna, 1, "Did it work?").await;
    anna.button("Fjern delen").click().await;
    anna.text("Delen er fjernet med sine spørgsmål.").appears().await;
    is_number(anna, 1, "Why not?").await;
    anna.button("Fortryd").click().await;
    is_number(anna, 1, "Did it work?").await;
    is_number(anna, 2, "Why not?").await;
    closes_messages(anna).await;
    is_saved(anna).await;
}

/// The whole lesson as it will be: nothing of it is kept.
async fn runs_a_lesson_on_trial(anna: &Browser) {
    anna.button("Vis som i klassen").click().await;
    anna.heading("Before").appears().await;
    anna.radio("Did it work?", "No").click().await;
    anna.radio("Har I aftalt rammerne?", "Ja").click().await;
    anna.button("Start lektionen").click().await;
    anna.heading(containing("Lektionen kører")).appears().await;
    anna.button("Hands are up").click().await;
    anna.field(containing("Note kl.")).has_value("Hands are up ").await;
    anna.button(containing("Praise, A: 0.")).click().await;
    anna.button(containing("Praise, A: 1.")).appears().await;
    anna.button(containing("Praise, B: 0.")).appears().await;
    anna.button("Vis hele skemaet").click().await;
    anna.button("Tilbage til redigering").click().await;
    anna.heading("Versioner").appears().await;
    let stored = everything_stored(anna).await.to_string();
    assert!(stored.contains("Hands are up") && !stored.contains("taps/"), "the form is kept alone");
}

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}
