//! One observation among many is found again, copied, put away and brought back.

use std::path::PathBuf;

use indsats::domain::observation::{Note, Observation, Words};
use indsats::ledger::RecordId;
use thirtyfour::Key;

use super::steps::{closes_messages, fetches, go_to, is_saved};
use crate::harness::browser::target;
use crate::harness::patience::Patience;
use crate::harness::seed::{Seed, day, initiative, observation};
use crate::harness::{
    Browser, Build, Finder, Finds, Name, Role, Server, Size, Stage, containing, for_both_engines,
};

const CLASSES: [&str; 4] = ["5.b", "6.a", "10.a", "2.c"];

/// Sixty observations of two initiatives over a year, and one that says something of its own.
fn file(name: &str) -> PathBuf {
    let mut seed = Seed::new(1_795_000_000_000);
    let of = [
        seed.put(&initiative("Æblehaven", "5.b")),
        seed.put(&initiative("Makkere i brøker", "6.a")),
    ];
    for n in 0..60_u32 {
        seed.put(&numbered(of[n as usize % 2], n));
    }
    let mut special = observation(of[0], "5.b", day(2026, 9, 14), true);
    special.set_observer("JÅ");
    special.set_pupils("E17");
    special.set_words(Words::Text, "obs-generel-virkede", "De sejlede båden hen over søen");
    special.set_finished(Some(1_795_000_000_000));
    seed.put(&special);
    let path = target().join("whole-app").join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("writable");
    std::fs::write(&path, seed.file()).expect("the target folder is writable");
    path
}

/// Two months before the initiative begins, while it runs, and after it.
fn numbered(of: RecordId, n: u32) -> Observation {
    let mut it = observation(
        of,
        CLASSES[n as usize % 4],
        day(2026, 7 + n % 6, 1 + n % 28),
        n.is_multiple_of(3),
    );
    it.set_adult("a", "MK");
    let text = format!("Nummer {n}: klassen arbejder");
    it.set_note("obs-generel-noter", "n1", Some(&Note { at: 1, text, ..Note::default() }));
    if !n.is_multiple_of(4) {
        it.set_finished(Some(1_795_000_000_000));
    }
    it
}

/// The line above the list says how many there are.
async fn finds(person: &Browser, count: u32) {
    match count {
        1 => person.role(Role::Text, "1 observation").appears().await,
        n => person.text(&format!("{n} observationer")).appears().await,
    }
}

/// The first of the list.
fn first(person: &Browser) -> Finder {
    person.role(Role::Other("list"), "Observationer").item(Name::Any).first()
}

async fn searches(person: &Browser, words: &str) {
    person.field("Søg i observationer").fill(words).await;
}

async fn with_many(stage: &Stage, name: &str) -> (Server, Browser) {
    let server = stage.serve_app(Build::Root).await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    fetches(&anna, &file(&format!("{name}-{:?}.indsats", stage.engine()))).await;
    go_to(&anna, "Overblik").await;
    anna.link("Alle observationer").click().await;
    anna.heading("Observationer").appears().await;
    finds(&anna, 61).await;
    (server, anna)
}

for_both_engines!(
    /// Words, filters, order and pages; the way back leads to the same list.
    one_is_found_among_many,
    async |stage: &Stage| {
        let (_server, anna) = with_many(stage, "finding").await;

        // However it is typed.
        for words in ["båden", "BAADEN", "søen båd", "soeen", "jå", "jaa e17"] {
            searches(&anna, words).await;
            finds(&anna, 1).await;
            anna.link("5.b · 14. september 2026").appears().await;
        }
        // The titles of initiatives and forms count as well.
        searches(&anna, "aeblehaven").await;
        finds(&anna, 31).await;
        searches(&anna, "aeblehaven tolærerordning").await;
        finds(&anna, 20).await;
        searches(&anna, "findes ikke").await;
        anna.heading("Ingen observationer passer").appears().await;
        anna.button("Ryd filtre").click().await;
        finds(&anna, 61).await;

        let filters: [(&str, &str, u32); 8] = [
            ("Indsats", "Makkere i brøker", 30),
            ("Fase", "Fase 1: Forberedelse og opstart", 13),
            ("Fase", "Fase 3: Forankring", 3),
            ("Skema", "Observation af undervisning – generel", 21),
            ("Klasse eller gruppe", "10.a", 15),
            ("Person", "JÅ", 1),
            ("Færdig?", "Ikke færdige", 15),
            ("Færdig?", "Færdige", 46),
        ];
        for (filter, choice, count) in filters {
            anna.field(filter).choose(choice).await;
            finds(&anna, count).await;
            anna.button("Ryd filtre").click().await;
            finds(&anna, 61).await;
        }
        anna.field("Fra dag").set_date("2026-12-01").await;
        finds(&anna, 10).await;
        anna.field("Til dag").set_date("2026-12-12").await;
        finds(&anna, 5).await;
        anna.button("Ryd filtre").click().await;

        anna.field("Orden").choose("Klasse").await;
        first(&anna).says("2.c").await;
        anna.field("Orden").choose("Ældste først").await;
        first(&anna).says("1. juli 2026").await;
        anna.field("Indsats").choose("Æblehaven").await;
        finds(&anna, 31).await;
        anna.button("Vis flere").click().await;
        anna.button("Vis flere").is_gone().await;
        anna.link(containing(" 2026")).count_comes_to(31).await;

        // Back from an observation, and from a reload, to the same question.
        anna.waits(std::time::Duration::from_millis(400)).await;
        anna.link(containing("14. september")).first().click().await;
        anna.heading("Før lektionen").appears().await;
        anna.back().await;
        finds(&anna, 31).await;
        anna.field("Orden").has_value("aeldste").await;
        anna.link(containing(" 2026")).count_comes_to(31).await;
        anna.reload().await;
        finds(&anna, 31).await;
        anna.link("Tilbage").click().await;
        anna.heading("Seneste observationer").appears().await;

        // An initiative leads to its own.
        go_to(&anna, "Indsatser").await;
        anna.link("Makkere i brøker").click().await;
        anna.link("Søg i observationerne").click().await;
        finds(&anna, 30).await;
    }
);

for_both_engines!(
    /// The plan of a lesson is used again; what was put away comes back where it was.
    one_is_copied_put_away_and_brought_back,
    async |stage: &Stage| {
        let (_server, anna) = with_many(stage, "copying").await;
        searches(&anna, "båden").await;
        finds(&anna, 1).await;
        anna.link("5.b · 14. september 2026").click().await;
        anna.button("Lav en kopi").click().await;
        anna.text("Ny observation med samme hoved og skema.").appears().await;
        closes_messages(&anna).await;
        anna.field("Klasse eller gruppe (frivilligt)").has_value("5.b").await;
        anna.field("Observatør (initialer) (frivilligt)").has_value("JÅ").await;
        anna.field("Skema").has_value("obs-generel").await;
        assert_eq!(anna.text("De sejlede båden").count().await, 0);
        anna.field("Klasse eller gruppe (frivilligt)").fill("7.ø").await;
        is_saved(&anna).await;
        anna.open("observationer?q=7.oe").await;
        finds(&anna, 1).await;
        anna.item(containing("Kladde")).appears().await;

        anna.open("observationer?q=b%C3%A5den").await;
        finds(&anna, 1).await;
        anna.link("5.b · 14. september 2026").click().await;
        anna.button("Læg i papirkurven").click().await;
        anna.text("Observationen ligger i papirkurven.").appears().await;
        anna.back().await;
        anna.back().await;
        anna.heading("Ingen observationer passer").appears().await;
        anna.button("Fortryd").click().await;
        finds(&anna, 1).await;
    }
);

for_both_engines!(
    /// On a phone, where the filters fold away, with the keyboard alone.
    finding_needs_no_pointer,
    async |stage: &Stage| {
        let (_server, anna) = with_many(stage, "keys").await;
        anna.size(Size::PHONE).await;
        anna.tab_to("Søg i observationer").await;
        anna.press("nummer").await;
        finds(&anna, 60).await;
        anna.tab_to("Filtre").await;
        anna.press(Key::Enter).await;
        anna.tab_to("Til dag").await;
        anna.press_holding(Key::Shift, Key::Tab).await;
        anna.field("Færdig?").choose("Ikke færdige").await;
        finds(&anna, 15).await;
        anna.button("Filtre (1)").appears().await;
        anna.tab_to("Ryd filtre").await;
        anna.press(Key::Enter).await;
        finds(&anna, 61).await;
        anna.focus_comes_to(None, "Søg i observationer").await;
        anna.tab_to("Vis flere").await;
        anna.press(Key::Enter).await;
        anna.button("Vis flere").appears().await;
        anna.text("de første 60 vises").appears().await;
        // The first new one has the focus.
        let mut patience = Patience::usual();
        while anna.focused().await.is_none_or(|(role, _)| role != "link") {
            assert!(!patience.is_over(), "{:?}", anna.focused().await);
            anna.waits(std::time::Duration::from_millis(50)).await;
        }
        anna.press(Key::Enter).await;
        anna.heading("Før lektionen").appears().await;
    }
);
