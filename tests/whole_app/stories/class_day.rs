//! A teacher's day with two adults in the room: the plan of the morning, swapped roles, a quick note in
//! the middle of everything, an exit ticket, one press when the bell rings, and the talk after it.

use super::steps::{go_to, is_called, is_saved, makes_initiative};
use crate::harness::{
    Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const NOTE: &str = "E04 forklarer brøker for hele gruppen";
const LESSON: &str = "5.b dansk, kl. 10.00–10.45";
const ALONE: &str = "Jeg kan det selv";
const HELP: &str = "Jeg kan det med lidt hjælp";
const AGAIN: &str = "Jeg har brug for at starte forfra";
const SHORTER: &str = "Kortere skift mellem stationer – vis tid på tavlen";

for_both_engines!(
    /// From 9.58 to 13.10, without net, with a reload and a kill on the way.
    a_day_in_class,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        makes_initiative(&mette, TITLE).await;
        mette.text("Ingen lektioner endnu").appears().await;
        plans_the_lesson(&mette).await;
        server.stop().await;

        go_to(&mette, "Overblik").await;
        mette.it_is_at("09:58").await;
        mette.heading("I dag").appears().await;
        mette.link(LESSON).appears().await;
        mette.text("Stationsundervisning · lokale 12").appears().await;
        mette.text("Mette har station 1, Jonas har station 2.").appears().await;

        // Jonas reads the card over the shoulder, and they swap: two taps.
        mette.text("Rollekort").first().click().await;
        mette.text("Eleverne skifter mellem stationer").appears().await;
        mette.button("Byt roller").click().await;
        mette.text("Mette har station 2, Jonas har station 1.").appears().await;

        writes_a_note(&mette).await;
        counts_the_hands(&mette).await;

        go_to(&mette, "Overblik").await;
        mette.it_is_at("10:45").await;
        let question = mette.group("Blev timen gennemført?");
        question.button("Aflyst").appears().await;
        mette.button("Byt roller").stays_gone().await;
        question.button("Gennemført").click().await;
        mette.text("5.b dansk: gennemført.").appears().await;
        mette.group("Blev timen gennemført?").is_gone().await;

        // Pressed by mistake: back, and again.
        mette.button("Fortryd").first().click().await;
        mette.group("Blev timen gennemført?").button("Gennemført").click().await;
        mette.group("Blev timen gennemført?").is_gone().await;

        mette.it_is_at("13:10").await;
        mette.link(LESSON).click().await;
        mette.heading("Efter timen").appears().await;
        mette.link(NOTE).appears().await;
        for (option, n) in [(ALONE, 12), (HELP, 8), (AGAIN, 3)] {
            mette.item(containing(&format!("{option} {n} af 23"))).appears().await;
        }
        mette.field("Én ting, I ændrer næste gang (frivilligt)").fill(SHORTER).await;
        is_saved(&mette).await;

        go_to(&mette, "Indsatser").await;
        mette.link(TITLE).click().await;
        mette.text("Lektioner: 1 af 1 gennemført").appears().await;
        mette.text("Samarbejdsformer prøvet: 1").appears().await;
        mette.link(NOTE).appears().await;

        the_next_lesson_remembers(&mette).await;
        an_observation_begins_from_the_lesson(&mette).await;
        the_note_stays_at_home(&mette).await;
        server.start_again().await;
    }
);

for_both_engines!(
    /// A lesson is planned badly and then well, for several weeks at once.
    lessons_are_planned_for_weeks,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Ny lektion").click().await;
        mette.field("Begynder kl. (frivilligt)").set_value("10:45").await;
        mette.field("Slutter kl. (frivilligt)").set_value("10:00").await;
        mette.text("Lektionen slutter, før den begynder.").appears().await;
        mette.button("Færdig").click().await;
        mette.link("Lektionen slutter, før den begynder. Ret et af klokkeslættene.").appears().await;
        mette.field("Slutter kl. (frivilligt)").set_value("11:30").await;
        mette.text("Lektionen slutter, før den begynder.").is_gone().await;

        mette.field("Dag").set_date("2026-11-24").await;
        mette.button("Lav lektionerne").click().await;
        mette.text("Vælg, hvilken dag gentagelsen slutter.").appears().await;
        for (until, said) in [
            ("2026-11-20", "Der er ingen lektion mere før den dag."),
            ("2028-01-01", "Vælg en slutdag inden for et skoleår."),
            ("2026-12-18", "Det bliver til 3 lektioner mere."),
        ] {
            mette.field("Til og med (frivilligt)").set_date(until).await;
            mette.text(said).appears().await;
        }
        mette.button("Lav lektionerne").click().await;
        mette.text("Lektioner lavet: 3.").appears().await;
        mette.button("Færdig").click().await;
        mette.heading("Lektioner").appears().await;
        mette.link("5.b · 15. december 2026").appears().await;
        mette.link(containing("5.b · ")).count_comes_to(4).await;
        mette.button("Fortryd").first().click().await;
        mette.link("5.b · 15. december 2026").is_gone().await;
        mette.link("5.b · 24. november 2026").appears().await;
    }
);

for_both_engines!(
    /// Answers in words are typed one by one, and a removed one comes back.
    words_are_gathered_without_names,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("exitkort/ny").await;
        mette.radio("Hvilket exitkort?", containing("Én ting")).click().await;
        for answer in ["At brøker kan forkortes", "Ingenting"] {
            mette.field("Nyt svar").type_text(answer).await;
            mette.button("Næste svar").click().await;
        }
        mette.button("Vis på storskærm").click().await;
        mette.heading("Én ting, jeg lærte i dag").appears().await;
        mette.text("2 svar").appears().await;
        mette.button("Luk storskærm").click().await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.item(containing("Ingenting")).appears().await;
        mette.button("Fjern svaret »Ingenting«").click().await;
        mette.item(containing("Ingenting")).is_gone().await;
        mette.button("Fortryd").click().await;
        mette.item(containing("Ingenting")).appears().await;
        mette.item(containing("At brøker kan forkortes")).appears().await;
    }
);

for_one_engine!(
    /// Every screen of the day as axe-core sees it, light and dark, on a phone.
    the_screens_of_a_day_are_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.is_fine("initiative without lessons").await;
        plans_the_lesson(&mette).await;
        mette.is_fine("lessons").await;
        mette.link(containing("5.b dansk · ")).click().await;
        mette.heading("Gentag").appears().await;
        mette.is_fine("lesson").await;
        go_to(&mette, "Overblik").await;
        mette.it_is_at("09:58").await;
        mette.button("Byt roller").appears().await;
        mette.is_fine("today, before the lesson").await;
        mette.link("Lynnotat").click().await;
        mette.field("Hvad så eller hørte du?").type_text(NOTE).await;
        is_saved(&mette).await;
        mette.is_fine("quick note").await;
        mette.button("Færdig").click().await;
        mette.link(NOTE).appears().await;
        mette.it_is_at("10:38").await;
        mette.link("Exitkort").click().await;
        mette.group("Hvilket exitkort?").appears().await;
        mette.is_fine("exit ticket, to choose").await;
        mette.radio("Hvilket exitkort?", containing("Lige nu")).click().await;
        mette.button("Vis på storskærm").click().await;
        mette.button(format!("Én mere: {HELP} (0)")).click().await;
        mette.is_fine("big screen").await;
        mette.button("Luk storskærm").click().await;
        mette.text("1 svar i alt").appears().await;
        mette.is_fine("exit ticket, counted").await;
        mette.button("Færdig").click().await;
        mette.heading("Efter timen").appears().await;
        mette.is_fine("lesson with a note and a ticket").await;
        go_to(&mette, "Overblik").await;
        mette.it_is_at("10:46").await;
        mette.group("Blev timen gennemført?").button("Aflyst").click().await;
        mette.group("Hvorfor? (frivilligt)").button("Gik til vikar").appears().await;
        mette.is_fine("today, why a lesson was called off").await;
        mette.group("Hvorfor? (frivilligt)").button("Gik til vikar").click().await;
        mette.group("Hvorfor? (frivilligt)").is_gone().await;
        mette.open("lynnotater").await;
        mette.link(NOTE).appears().await;
        mette.is_fine("all quick notes").await;
        for (page, name) in [("lynnotater", NOTE), ("", LESSON)] {
            mette.open(page).await;
            mette.link(name).click().await;
            mette.link("Historik").click().await;
            mette.text("Begyndt").appears().await;
            mette.is_fine(&format!("history of {name}")).await;
        }
    }
);

async fn plans_the_lesson(mette: &Browser) {
    mette.link("Ny lektion").click().await;
    mette.field("Begynder kl. (frivilligt)").set_value("10:00").await;
    mette.field("Slutter kl. (frivilligt)").set_value("10:45").await;
    mette.field("Klasse eller gruppe (frivilligt)").has_value("5.b").await;
    mette.field("Fag (frivilligt)").fill("Dansk").await;
    mette.field("Lokale (frivilligt)").fill("12").await;
    mette.field("Samarbejdsform (frivilligt)").choose("Stationsundervisning").await;
    mette.field("Voksen A (frivilligt)").fill("Mette").await;
    mette.field("Voksen B (frivilligt)").fill("Jonas").await;
    mette.field("Voksen A gør (frivilligt)").has_value("Har station 1").await;
    is_saved(mette).await;
    mette.button("Færdig").click().await;
    mette.text("Lektionen er gemt i planen.").appears().await;
    mette.link(containing("5.b dansk · ")).appears().await;
}

/// 10.20: two taps, six words, a tag; then the tablet is locked, loads anew, and dies.
async fn writes_a_note(mette: &Browser) {
    mette.it_is_at("10:20").await;
    mette.link("Lynnotat").click().await;
    mette.field("Hvad så eller hørte du?").appears().await;
    mette.text("I timen: 5.b dansk").appears().await;
    mette.focus_comes_to(None, "Hvad så eller hørte du?").await;
    mette.press(NOTE).await;
    mette.radio("Mærkat (frivilligt)", "Elever").click().await;
    is_saved(mette).await;
    mette.reload().await;
    mette.field("Hvad så eller hørte du?").has_value(NOTE).await;
    mette.radio("Mærkat (frivilligt)", "Elever").is_ticked_now(true).await;
    mette.heading(containing("Lynnotat kl. 10.20")).appears().await;
    mette.kill().await;
    mette.reopen().await;
    go_to(mette, "Overblik").await;
    mette.heading("Lynnotater").appears().await;
    mette.link(NOTE).appears().await;
    mette.item(containing("10.20 Elever E04 forklarer")).appears().await;
}

/// 10.38: shown large, hands in the air; two pressed in, the rest typed.
async fn counts_the_hands(mette: &Browser) {
    mette.it_is_at("10:38").await;
    mette.link("Exitkort").click().await;
    mette.radio("Hvilket exitkort?", containing("Lige nu")).click().await;
    mette.button("Vis på storskærm").click().await;
    mette.heading("Hvor er du lige nu?").appears().await;
    mette.button(format!("Én mere: {ALONE} (0)")).click().await;
    mette.button(format!("Én mere: {AGAIN} (0)")).click().await;
    mette.button("Fortryd sidste tryk").click().await;
    mette.button(format!("Én mere: {AGAIN} (0)")).appears().await;
    mette.text("1 svar").appears().await;
    mette.button("Luk storskærm").click().await;
    mette.field(ALONE).has_value("1").await;
    for (option, n) in [(ALONE, "12"), (HELP, "8"), (AGAIN, "2")] {
        mette.field(option).fill(n).await;
    }
    mette.button(format!("Én mere: {AGAIN}")).click().await;
    mette.item(containing(&format!("{ALONE} 12 af 23"))).appears().await;
    mette.text("23 svar i alt").appears().await;
    is_saved(mette).await;
}

async fn the_next_lesson_remembers(mette: &Browser) {
    mette.link("Ny lektion").click().await;
    // As the one before, so only the time is new.
    mette.field("Lokale (frivilligt)").has_value("12").await;
    mette.field("Begynder kl. (frivilligt)").set_value("14:00").await;
    mette.field("Slutter kl. (frivilligt)").set_value("14:45").await;
    is_saved(mette).await;
    mette.button("Færdig").click().await;
    mette.text("Lektionen er gemt i planen.").appears().await;
    go_to(mette, "Overblik").await;
    mette.text(&format!("Husk fra sidst: {SHORTER}")).appears().await;
}

async fn an_observation_begins_from_the_lesson(mette: &Browser) {
    mette
        .role(Role::Other("article"), containing(""))
        .nth(1)
        .link("Start observation")
        .first()
        .click()
        .await;
    mette.heading("Før lektionen").appears().await;
    mette.field("Begynder kl. (frivilligt)").has_value("14:00").await;
    mette.field("Klasse eller gruppe (frivilligt)").has_value("5.b").await;
    mette.field("Voksen B (initialer) (frivilligt)").has_value("Jonas").await;
    mette.text("Planlagt samarbejdsform: Stationsundervisning").appears().await;
    // The plan names no focus: what was to be done otherwise is one.
    mette.field("Fagligt fokus (frivilligt)").has_value(SHORTER).await;
}

async fn the_note_stays_at_home(mette: &Browser) {
    go_to(mette, "Del og hent").await;
    mette.radio("Hvad skal med?", containing(TITLE)).click().await;
    mette.button("Lav fil").click().await;
    mette.text("Også med: lektioner 2, exitkort 1.").appears().await;
    mette.text("Ikke med: lynnotater.").appears().await;
    mette.radio("Hvad skal med?", containing("Det hele")).click().await;
    mette.button("Lav fil").click().await;
    mette.text("Også med: lektioner 2, exitkort 1, lynnotater 1.").appears().await;
    mette.text("Ikke med: lynnotater.").stays_gone().await;
}
