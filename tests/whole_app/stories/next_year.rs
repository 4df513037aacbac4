//! A school year ends and the next one begins: what has to be settled, what is deleted and what stays; and
//! the same initiative again in August, in new weeks, without pupils.

use std::path::PathBuf;

use indsats::domain::agreement::{Agreement, Side, Term};
use indsats::domain::calendar::iso;
use indsats::domain::home::Jot;
use indsats::domain::initiative::{ExpectationPart, Initiative, Member, Role as Work};
use indsats::domain::measurement::{Given, Measurement, START};
use indsats::domain::plan::{ExitTicket, Lesson, Meeting};
use indsats::ledger::RecordId;

use super::steps::{closes_messages, fetches, go_to, is_saved, makes_file};
use crate::harness::browser::target;
use crate::harness::seed::{Seed, day, initiative, observation};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const OLD: &str = "Tolærere i 5.b";
const NEW: &str = "Tolærere i 6.b";
const JUNE: &str = "2027-06-14T10:00:00";
/// 24 November 2026, in milliseconds since 1970.
const NOVEMBER: u64 = 1_795_500_000_000;

for_both_engines!(
    /// Story 6: the list before the summer, what goes to the trash, and the year that follows.
    a_year_ends_and_the_next_one_begins,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        fetches(&henrik, &a_year(&format!("year-{}.json", henrik.who()))).await;
        go_to(&henrik, "Overblik").await;
        henrik.it_is_on(JUNE).await;
        henrik.text("Skoleåret 2026/27 slutter om 12 dage").appears().await;
        henrik.link("Afslut skoleåret").click().await;
        henrik.heading("Afslut skoleåret").appears().await;
        there_is_something_to_settle(&henrik).await;
        it_is_deleted(&henrik).await;
        the_next_year(&henrik).await;
        it_begins_anew(&henrik).await;
    }
);

for_both_engines!(
    /// What cannot be is said at its field, and what was chosen is there after an interruption.
    a_next_year_that_cannot_be_says_so_and_keeps_what_was_chosen,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.still(true).await;
        henrik.size(Size::PHONE).await;
        henrik.open("").await;
        fetches(&henrik, &a_year(&format!("cannot-{}.json", henrik.who()))).await;
        is_at_the_next_year(&henrik).await;
        for (start, said) in [
            ("2027-07-31", "Dagen ligger ikke efter skoleåret 2026/27. Vælg en dag fra 1. august 2027."),
            ("2030-08-12", "Dagen ligger mere end et skoleår ude i fremtiden."),
            ("", "Skriv den første dag og en titel, så ser du det her."),
        ] {
            henrik.field("Første dag").set_date(start).await;
            henrik.text(said).first().appears().await;
        }
        henrik.field("Titel").fill("").await;
        henrik.button("Start det nye skoleår").click().await;
        henrik.link("Skriv, hvilken dag det nye skoleår begynder.").appears().await;
        henrik.heading("Nyt skoleår fra denne indsats").appears().await;
        henrik.is_fine("next year, refused").await;
        henrik.field("Første dag").set_date("2028-05-01").await;
        henrik.field("Titel").fill("Fælles sprog i 6.b").await;
        henrik.checkbox("JP").untick().await;
        is_saved(&henrik).await;
        henrik.reload().await;
        henrik.field("Første dag").has_value("2028-05-01").await;
        henrik.field("Titel").has_value("Fælles sprog i 6.b").await;
        henrik.checkbox("JP").is_ticked_now(false).await;
        henrik.text("Uge 33, 2026 bliver til uge 18, 2028.").appears().await;
        // From May on there is not room for what took half a year.
        henrik.text("Der er ikke plads til ").appears().await;
        henrik.is_fine("next year").await;
        henrik.open("skoleaar").await;
        henrik.heading("Afklar først").appears().await;
        henrik.is_fine("end of the year").await;
    }
);

/// What is to be settled leads to where that is done; a kind can be put there as well.
async fn there_is_something_to_settle(henrik: &Browser) {
    henrik.text("Startmålingen mangler en slutmåling").appears().await;
    henrik.text("Noterne skal slettes ifølge aftalen").appears().await;
    henrik.text("Begyndt og ikke gjort færdig").appears().await;
    henrik.text("Forankringen er ikke besluttet").appears().await;
    henrik.text("Ændringer, der ikke er gemt i en fil").appears().await;
    henrik.text("Lektioner i planen: 20").appears().await;
    henrik.link("5.b · 25. november 2026").first().click().await;
    henrik.button("Færdig").click().await;
    henrik.text("Observationen er færdig.").appears().await;
    ends_the_year(henrik).await;
    henrik.text("Startmålingen mangler en slutmåling").appears().await;
    henrik.text("Begyndt og ikke gjort færdig").stays_gone().await;
    henrik.button(containing("Afklar først")).first().click().await;
    henrik.text("Skal noget journaliseres").appears().await;
    henrik.button(containing("Det er afklaret")).click().await;
    henrik.text("Skal noget journaliseres").is_gone().await;
}

async fn ends_the_year(henrik: &Browser) {
    closes_messages(henrik).await;
    go_to(henrik, "Indstillinger").await;
    henrik.link("Afslut skoleåret").click().await;
    henrik.heading("Afklar først").appears().await;
}

/// Each kind can be seen before it goes, comes back in one press, and is in no file when it is erased.
async fn it_is_deleted(henrik: &Browser) {
    henrik.text("Lynnotater: 1").first().click().await;
    henrik.link("Ali var stolt i dag").appears().await;
    henrik.button(containing("Læg i papirkurven")).first().click().await;
    henrik.text("Lynnotater: 1").is_gone().await;
    henrik.button("Fortryd").first().click().await;
    henrik.text("Lynnotater: 1").first().appears().await;
    closes_messages(henrik).await;
    for what in
        ["Lynnotater: 1", "Exitkort: 1", "Observationer: 1", "Feedbackaftaler: 1", "Målinger: 1"]
    {
        henrik.text(what).first().appears().await;
        henrik.button(containing("Læg i papirkurven")).first().click().await;
        henrik.text(what).is_gone().await;
    }
    henrik.text("Der er ikke mere at slette fra skoleåret.").appears().await;
    henrik.text("Startmålingen mangler en slutmåling").stays_gone().await;
    closes_messages(henrik).await;
    henrik.link("Gå til papirkurven og slet for altid").click().await;
    henrik.heading("Papirkurv").appears().await;
    henrik.button("Tøm papirkurven").click().await;
    henrik.field("Skriv ordet »slet«").fill("slet").await;
    henrik
        .role(Role::Other("dialog"), containing("Slet for altid"))
        .button("Slet for altid")
        .click()
        .await;
    henrik.heading("Papirkurven er tom").appears().await;
    let file = makes_file(henrik).await;
    let text = std::fs::read_to_string(file).expect("the file was just saved");
    for gone in ["E01", "Ali", "mo-m1"] {
        assert!(!text.contains(gone), "{gone} is in the file still");
    }
    assert!(text.contains(OLD) && text.contains("moede-faelles-planlaegning"));
}

async fn is_at_the_next_year(henrik: &Browser) {
    closes_messages(henrik).await;
    go_to(henrik, "Indsatser").await;
    henrik.link(OLD).click().await;
    henrik.heading(OLD).appears().await;
    henrik.link("Nyt skoleår").click().await;
    henrik.heading("Nyt skoleår fra denne indsats").appears().await;
}

/// The plan in new weeks, seen before it is made; made, taken back, and made again.
async fn the_next_year(henrik: &Browser) {
    is_at_the_next_year(henrik).await;
    henrik.field("Første dag").has_value("2027-08-16").await;
    henrik.field("Klasse eller gruppe (frivilligt)").has_value("6.b").await;
    henrik.field("Titel").has_value(NEW).await;
    henrik.text("Uge 33, 2026 bliver til uge 33, 2027.").appears().await;
    henrik.checkbox("JP").untick().await;
    henrik.text("Teamet: MK").appears().await;
    henrik.text("Møder i planen: 20").appears().await;
    henrik.text("Udfordringen og de ønskede forandringer").appears().await;
    henrik.text("Forventninger, uden hvad der blev af dem: 1").appears().await;
    henrik.text("Delmål og det, der er nået: I sætter nye").appears().await;
    henrik.text("Se de nye dage (40)").click().await;
    // Week 42 is left out, and what came after it comes after it again.
    henrik.text("Uge 43, tirsdag den 26. oktober · før 20. oktober 2026").first().appears().await;
    henrik.text("Uge 42,").stays_gone().await;
    henrik.button("Start det nye skoleår").click().await;
    henrik.heading(NEW).appears().await;
    henrik.button("Fortryd").first().click().await;
    henrik.text("Den ligger i papirkurven").appears().await;
    is_at_the_next_year(henrik).await;
    henrik.checkbox("JP").is_ticked_now(false).await;
    henrik.button("Start det nye skoleår").click().await;
    henrik.heading(NEW).appears().await;
}

/// New days, no old words, and the one who left is in no new list.
async fn it_begins_anew(henrik: &Browser) {
    closes_messages(henrik).await;
    henrik.text("MK (Lærer)").appears().await;
    henrik.text("JP").stays_gone().await;
    henrik.text("Flere elever kommer til orde").appears().await;
    henrik.text("Få tør svare").appears().await;
    henrik.link("Plan").click().await;
    henrik.heading("Plan").appears().await;
    henrik.it_is_on("2027-08-17T08:00:00").await;
    henrik.role(Role::Other("tab"), "Liste").click().await;
    henrik.link("Fælles planlægning").first().click().await;
    henrik.heading("Dagsorden").appears().await;
    henrik.field("Dag").has_value("2027-08-18").await;
    henrik.field("Sted (frivilligt)").has_value("Lokale 12").await;
    henrik.field("Hvem deltager (frivilligt)").has_value("MK").await;
    henrik.field("Beslutninger (frivilligt)").has_value("").await;
    henrik.link("Tilbage").click().await;
    // 2027 has no week 53.
    henrik.role(Role::Other("tab"), "Uge").click().await;
    henrik.field("Gå til uge").fill("53").await;
    henrik.text("2027 har ingen uge 53. Årets sidste uge er uge 52.").appears().await;
    is_at_the_next_year(henrik).await;
    henrik.text("Der er allerede startet et nyt skoleår fra denne indsats").appears().await;
    henrik.link(NEW).click().await;
    henrik.heading(NEW).appears().await;
}

/// A school year of one initiative, from August until January: twenty weeks of lessons and meetings, and
/// one of each thing that has words or answers in it.
fn a_year(name: &str) -> PathBuf {
    let mut seed = Seed::new(NOVEMBER);
    let of = seed.put(&the_initiative());
    for n in 0..21_u64 {
        let monday = day(2026, 8, 10).expect("a day");
        let week = monday.checked_add_days(chrono::Days::new(7 * n)).expect("a day");
        // The autumn holiday, and Christmas.
        if n == 9 {
            continue;
        }
        seed.put(&meeting(of, week.checked_add_days(chrono::Days::new(2))));
        seed.put(&lesson(of, week.checked_add_days(chrono::Days::new(1))));
    }
    let agreed = seed.put(&agreement(of));
    let mut observed = observation(of, "5.b", day(2026, 11, 25), true);
    observed.set_agreement(Some(agreed));
    seed.put(&observed);
    let mut jot = Jot::default();
    jot.set_initiative(Some(of));
    jot.stamp(NOVEMBER, day(2026, 11, 24).expect("a day"));
    jot.set_text("Ali var stolt i dag");
    seed.put(&jot);
    let mut ticket = ExitTicket::default();
    ticket.set_initiative(Some(of));
    ticket.set_class("5.b");
    ticket.set_day(day(2026, 11, 24));
    seed.put(&ticket);
    let mut measured = Measurement::default();
    measured.set_initiative(Some(of));
    measured.set_instrument("maaling-motivation-mellemtrin", 1);
    measured.set_wave_day(START, day(2026, 8, 18));
    measured.add_pupil("E01");
    measured.set_answer(START, "E01", "mo-m1", Some(&Given::Step(4)));
    seed.put(&measured);
    let path = target().join("whole-app").join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("writable");
    std::fs::write(&path, seed.file()).expect("the target folder is writable");
    path
}

fn the_initiative() -> Initiative {
    let mut it = initiative(OLD, "5.b");
    it.set_purpose("Flere elever kommer til orde");
    it.set_challenge("Få tør svare");
    it.add_expectation("a");
    it.set_expectation("a", ExpectationPart::Text, "Alle siger noget hver dag");
    it.set_expectation("a", ExpectationPart::Outcome, "ja");
    for (id, initials) in [("a", "MK"), ("b", "JP")] {
        let role = Work("laerer".into());
        it.set_member(id, Some(&Member { initials: initials.into(), role }));
    }
    it
}

fn meeting(of: RecordId, day: Option<chrono::NaiveDate>) -> Meeting {
    let mut it = Meeting::default();
    it.set_initiative(Some(of));
    it.set_what("moede-faelles-planlaegning");
    it.set_day(day);
    it.set_begins(iso::time("14:00"));
    it.set_place("Lokale 12");
    it.set_who("MK, JP");
    it.set_note("Vi begynder ved tavlen");
    it
}

fn lesson(of: RecordId, day: Option<chrono::NaiveDate>) -> Lesson {
    let mut it = Lesson::default();
    it.set_initiative(Some(of));
    it.set_class("5.b");
    it.set_subject("Dansk");
    it.set_day(day);
    it.set_begins(iso::time("10:00"));
    it.set_adult("a", "MK");
    it.set_adult("b", "JP");
    it
}

fn agreement(of: RecordId) -> Agreement {
    let mut it = Agreement::default();
    it.set_initiative(Some(of));
    it.set_class("5.b");
    it.set_side(Side::Observed, "MK");
    it.set_side(Side::Observer, "KA");
    it.set_day(day(2026, 11, 25));
    it.set_talk_day(day(2026, 11, 25));
    it.set_term(Term::Erase, "efter-samtale");
    it
}
