//! Talks with pupils by a guide: the same questions twice, keywords that are marked, taken away and brought back,
//! and the two talks beside each other.

use super::closing::is_one_page;
use super::steps::{
    closes_messages, ends_this_school_year, is_ready_without_net, is_saved, makes_file,
    makes_initiative,
};
use crate::harness::{
    Browser, Build, Engine, Finder, Finds, Role, Size, Stage, containing, for_both_engines,
    for_one_engine,
};

const TITLE: &str = "Makkerlæsning i 2.a";
const YOUNG: &str = "Samtale med 2–3 elever, indskoling";
const FIRST: &str = "Hvad lavede I i timen? Vis mig det.";
const FUN: &str = "Hvornår var det sjovest?";
const REMEMBER: &str = "Hvad skal de voksne huske til næste gang?";

for_both_engines!(
    /// Without net: two talks a month apart, a name that is not kept, a reload, undo, and both beside each other.
    pupils_are_asked_the_same_twice,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let sofie = stage.browser("Sofie", &server).await;
        sofie.open("").await;
        is_ready_without_net(&sofie).await;
        server.stop().await;
        makes_initiative(&sofie, TITLE).await;
        closes_messages(&sofie).await;
        sofie.heading("Ingen elevsamtaler endnu").appears().await;
        sofie.link("Hold en elevsamtale").click().await;
        sofie.field("Dag").set_date("2026-10-05").await;
        sofie.field("Elevkoder (frivilligt)").fill("E04 Ali").await;
        sofie.text("»Ali« er ikke en kode og bliver ikke gemt.").first().appears().await;
        sofie.field("Hvor mange elever (frivilligt)").stays_gone().await;
        sofie.field("Elevkoder (frivilligt)").fill("").await;
        sofie.field("Hvor mange elever (frivilligt)").fill("3").await;
        sofie.radio("Hvilken guide?", YOUNG).click().await;
        sofie.heading(FIRST).appears().await;
        sofie.text("Spørgsmål 1 af 5").appears().await;
        sofie.text("Skriv stikord, ingen navne.").appears().await;

        // Enter begins the next keyword; an empty one begins nothing.
        sofie.button(format!("Nyt stikord {FIRST}")).click().await;
        sofie.focus_comes_to(None, "Stikord 1").await;
        sofie.press("De viste tårnet").await;
        sofie.press(thirtyfour::Key::Enter).await;
        sofie.focus_comes_to(None, "Stikord 2").await;
        sofie.press("Vi læste hele bogen").await;
        note(&sofie, 1, 2).field("Hvad er det? (frivilligt)").choose("Citat").await;
        // Once something is written the guide stays.
        sofie.radio("Hvilken guide?", YOUNG).stays_gone().await;
        says(&sofie, 2, FUN, "At læse højt").await;
        is_saved(&sofie).await;
        sofie.reload().await;
        note(&sofie, 1, 2).field("Stikord 2").has_value("Vi læste hele bogen").await;
        sofie.button("Fjern stikord 2 til spørgsmål 1").click().await;
        note(&sofie, 1, 2).is_gone().await;
        sofie.button("Fortryd").click().await;
        note(&sofie, 1, 2).field("Stikord 2").has_value("Vi læste hele bogen").await;
        closes_messages(&sofie).await;
        sofie.button("Færdig").click().await;
        sofie.heading(TITLE).appears().await;
        sofie.text("elevsamtaler 1").appears().await;
        sofie.text(&format!("{YOUNG} · 3 elever")).appears().await;

        sofie.link("Hold en elevsamtale").click().await;
        sofie.field("Dag").set_date("2026-11-09").await;
        sofie.radio("Hvilken guide?", YOUNG).click().await;
        says(&sofie, 2, FUN, "Når vi skifter makker").await;
        says(&sofie, 5, REMEMBER, "Mere tid").await;
        is_saved(&sofie).await;
        sofie.link("Se samtalerne ved siden af hinanden").click().await;
        sofie.heading("Elevsamtaler").appears().await;
        let fun = sofie.role(Role::Other("region"), FUN);
        fun.link("5. oktober 2026 · 3 elever").appears().await;
        fun.link("9. november 2026").appears().await;
        fun.item("At læse højt").appears().await;
        fun.item("Når vi skifter makker").appears().await;
        let first = sofie.role(Role::Other("region"), FIRST);
        first.item("Vi læste hele bogen · Citat").appears().await;
        first.text("Intet skrevet.").appears().await;

        // The history tells of it in words.
        fun.link("9. november 2026").click().await;
        sofie.link("Historik").click().await;
        sofie.text("Hvad skal de voksne huske til næste gang: »Mere tid«").appears().await;
    }
);

for_both_engines!(
    /// A talk goes to the trash and comes back, is told of in a file, and at the end of the year it is to be deleted.
    a_talk_is_put_away_and_ends_with_the_year,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let sofie = stage.browser("Sofie", &server).await;
        sofie.open("").await;
        makes_initiative(&sofie, TITLE).await;
        holds_one(&sofie).await;
        sofie.link(containing("Elevsamtale · ")).click().await;
        sofie.button("Læg elevsamtalen i papirkurven").click().await;
        sofie.text("Elevsamtalen ligger i papirkurven.").appears().await;
        sofie.heading("Ingen elevsamtaler endnu").appears().await;
        sofie.button("Fortryd").click().await;
        sofie.link(containing("Elevsamtale · ")).appears().await;
        closes_messages(&sofie).await;
        makes_file(&sofie).await;
        ends_this_school_year(&sofie).await;
        sofie.button(containing("Elevsamtaler: 1")).first().appears().await;
        // Time that is set aside for talks leads to one.
        sofie.open("indsatser").await;
        sofie.link(TITLE).click().await;
        sofie.link("Plan").click().await;
        sofie.link("Nyt møde").click().await;
        sofie.field("Hvad er det?").choose("Elevsamtaler").await;
        sofie.link("Hold elevsamtalen").click().await;
        sofie.radio("Hvilken guide?", YOUNG).click().await;
        sofie.link("Guiden på papir").click().await;
        sofie.heading(containing(FIRST)).appears().await;
        if sofie.engine() == Engine::Chromium {
            is_one_page(&sofie).await;
        }
    }
);

for_both_engines!(
    /// A talk with the keys alone.
    keys_are_enough_for_a_talk,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let sofie = stage.browser("Sofie", &server).await;
        sofie.open("").await;
        makes_initiative(&sofie, TITLE).await;
        closes_messages(&sofie).await;
        sofie.tab_to("Hold en elevsamtale").await;
        sofie.press(thirtyfour::Key::Enter).await;
        sofie.heading("Hvem og hvornår").appears().await;
        sofie.tab_to(YOUNG).await;
        sofie.press(thirtyfour::Key::Space).await;
        sofie.heading(FIRST).appears().await;
        sofie.tab_to(&format!("Nyt stikord {FIRST}")).await;
        sofie.press(thirtyfour::Key::Enter).await;
        sofie.focus_comes_to(None, "Stikord 1").await;
        sofie.press("Tårnet").await;
        is_saved(&sofie).await;
        sofie.tab_to("Færdig").await;
        sofie.press(thirtyfour::Key::Enter).await;
        sofie.heading(TITLE).appears().await;
        sofie.link(containing("Elevsamtale · ")).appears().await;
    }
);

for_one_engine!(
    /// The screens of talks as axe-core sees them, light and dark, on a phone.
    the_screens_of_talks_are_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let sofie = stage.browser("Sofie", &server).await;
        sofie.still(true).await;
        sofie.size(Size::PHONE).await;
        sofie.open("").await;
        makes_initiative(&sofie, TITLE).await;
        sofie.link("Hold en elevsamtale").click().await;
        sofie.radio("Hvilken guide?", YOUNG).appears().await;
        sofie.is_fine("talk, new").await;
        sofie.radio("Hvilken guide?", YOUNG).click().await;
        says(&sofie, 1, FIRST, "Tårnet").await;
        is_saved(&sofie).await;
        sofie.is_fine("talk, a keyword").await;
        sofie.link("Se samtalerne ved siden af hinanden").click().await;
        sofie.role(Role::Other("region"), FIRST).appears().await;
        sofie.is_fine("talks beside each other").await;
        sofie.open("elevsamtaler/guide/elevsamtale-indskoling").await;
        sofie.heading(containing(FIRST)).appears().await;
        sofie.is_fine("guide on paper").await;
    }
);

/// A keyword by its question and its place.
fn note(person: &Browser, question: usize, n: usize) -> Finder {
    person.group(format!("Spørgsmål {question}, stikord {n}"))
}

/// Writes the first keyword to a question.
async fn says(person: &Browser, n: usize, question: &str, words: &str) {
    person.button(format!("Nyt stikord {question}")).click().await;
    note(person, n, 1).field("Stikord 1").fill(words).await;
}

/// A talk with one keyword.
async fn holds_one(person: &Browser) {
    person.link("Hold en elevsamtale").click().await;
    person.radio("Hvilken guide?", YOUNG).click().await;
    says(person, 1, FIRST, "Tårnet").await;
    is_saved(person).await;
    person.button("Færdig").click().await;
    person.heading(TITLE).appears().await;
}
