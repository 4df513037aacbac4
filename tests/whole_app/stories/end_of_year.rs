//! A school year is put away: the archive that anybody can read, nothing of a pupil left behind, an old file
//! that revives nothing, and no reminder in the holidays.

use std::path::{Path, PathBuf};

use indsats::domain::agreement::{Agreement, Side, Term};
use indsats::domain::home::Jot;
use indsats::domain::initiative::embedding::DECISION;
use indsats::domain::initiative::{
    DecisionPart, ExpectationPart, Initiative, Member, Role as Work,
};
use indsats::domain::measurement::{END, Given, Measurement, START};
use indsats::domain::plan::{Lesson, Meeting};
use indsats::domain::record::{Fields, Record as _};
use indsats::domain::voices::{Survey, survey_answer_path, survey_closed_path, survey_sheet_path};
use indsats::ledger::RecordId;
use serde_json::json;

use super::steps::{closes_messages, everything_stored, fetches, go_to, makes_file, picks_file};
use crate::harness::browser::target;
use crate::harness::seed::{Seed, day, initiative, observation};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const OLD: &str = "Tolærere i 5.b";
const JUNE: &str = "2027-06-14T10:00:00";
const EVIL: &str = "<img src=x onerror=document.title='ond'></script>";
/// 24 November 2026, in milliseconds since 1970.
const NOVEMBER: u64 = 1_795_500_000_000;

for_both_engines!(
    /// The codes go, the archive is made and read without the app, the answers go, and the old file is fetched.
    a_year_is_put_away_and_nothing_of_a_pupil_is_left,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.still(true).await;
        henrik.size(Size::PHONE).await;
        henrik.open("").await;
        let old = a_year(&format!("put-away-{}.json", henrik.who()));
        fetches(&henrik, &old).await;
        ends_the_year(&henrik).await;
        the_codes_go(&henrik).await;
        let archive = the_archive_is_made(&henrik).await;
        the_answers_go(&henrik).await;
        the_old_file_revives_nothing(&henrik, &old).await;

        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        fetches(&mette, &archive).await;
        go_to(&mette, "Indsatser").await;
        mette.link(OLD).click().await;
        mette.text("Flere elever kommer til orde").appears().await;
        picks_file(&mette, &archive).await;
        mette.text("Alt i filen findes allerede").appears().await;
        is_read_without_the_app(&mette, &archive).await;
    }
);

for_both_engines!(
    /// What is due in July waits until the school is there again.
    nobody_is_reminded_in_the_summer,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        fetches(&karin, &a_year(&format!("summer-{}.json", karin.who()))).await;
        for (day, reminds) in [("2027-06-24", true), ("2027-07-15", false), ("2027-08-16", true)] {
            karin.it_is_on(&format!("{day}T09:00:00")).await;
            go_to(&karin, "Indsatser").await;
            go_to(&karin, "Overblik").await;
            karin.heading("Sikkerhedskopi").appears().await;
            let due = karin.text("Noter slettes: 5.b");
            if reminds {
                due.first().appears().await;
            } else {
                due.stays_gone().await;
                karin.text("slutter om").stays_gone().await;
            }
        }
    }
);

for_both_engines!(
    /// Written by a newer version it is shown whole, and nothing in it leads to a form that cannot be written in.
    what_is_only_shown_leads_to_no_form,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        let mut seed = Seed::new(NOVEMBER);
        seed.put_newer(&the_initiative(), 1);
        fetches(&henrik, &written(&seed, &format!("newer-{}.json", henrik.who()))).await;
        go_to(&henrik, "Indsatser").await;
        henrik.link(OLD).click().await;
        henrik.text("Kun til læsning").first().appears().await;
        henrik.text("Flere elever kommer til orde").appears().await;
        henrik.heading(containing("Fase 1: Forberedelse")).appears().await;
        henrik.link(containing("Fase 1: Forberedelse")).stays_gone().await;
        henrik.role(Role::Other("list"), "Næste skridt i fase 2").appears().await;
        henrik.role(Role::Other("list"), "Næste skridt i fase 2").link(containing("")).stays_gone().await;
        henrik.link("Ret indsatsen").stays_gone().await;
    }
);

async fn ends_the_year(henrik: &Browser) {
    go_to(henrik, "Overblik").await;
    henrik.it_is_on(JUNE).await;
    henrik.link("Afslut skoleåret").click().await;
    henrik.heading("Afslut skoleåret").appears().await;
}

/// Said with their number, seen one by one, put off, and taken out with a word.
async fn the_codes_go(henrik: &Browser) {
    let codes = "Elevkoder i det, der bliver: 3";
    henrik.text(codes).first().click().await;
    henrik.link(OLD).first().appears().await;
    henrik.is_fine("end of the year, codes").await;
    henrik.button("Lav arkivfilen").click().await;
    henrik.text("3 ting med elevkoder er ikke med til appen.").appears().await;
    henrik.button(containing("Afklar først")).first().click().await;
    henrik.button(containing("Det er afklaret")).click().await;
    henrik.text(codes).first().appears().await;
    henrik.button(containing("Fjern elevkoderne")).first().click().await;
    let dialog = henrik.role(Role::Other("dialog"), containing("Fjern elevkoderne for altid?"));
    dialog.field("Skriv ordet »slet«").fill("slet").await;
    dialog.button("Fjern elevkoderne").click().await;
    henrik.text("Elevkoderne er væk.").appears().await;
    henrik.text(codes).is_gone().await;
    closes_messages(henrik).await;
}

async fn the_archive_is_made(henrik: &Browser) -> PathBuf {
    henrik.open("skoleaar").await;
    henrik.button("Lav arkivfilen").click().await;
    henrik.text("Til appen er der 4 ting med.").appears().await;
    henrik.text("ting med elevkoder").stays_gone().await;
    henrik.is_fine("end of the year, archive").await;
    henrik.button("Gem på enheden").click().await;
    let archive = henrik.next_download().await;
    henrik.text("Filen er lavet.").appears().await;
    closes_messages(henrik).await;
    let name = archive.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    assert!(name.starts_with("indsats-arkiv-2026-") && name.ends_with(".html"), "{name}");
    let text = std::fs::read_to_string(&archive).expect("the file was just saved");
    for part in [
        "<html lang=\"da\">",
        "Flere elever kommer til orde",
        "Alle siger noget hver time\nVurdering: delvist",
        "Aftalt: Vi begynder ved tavlen, en elev sidder forrest",
        "Videreudvikle",
        "Hvem har ansvaret? JP",
        "8 elever med begge målinger",
        "Der var ro til at arbejde.",
        "Gik til vikar",
    ] {
        assert!(text.contains(part), "{part} is not in the archive:\n{text}");
    }
    for gone in ["E0", "rk-u", "Ali var stolt", "Hemmeligt", "<img", "Det var sjovt"] {
        assert!(!text.contains(gone), "{gone} is in the archive");
    }
    henrik.link(containing(OLD)).first().appears().await;
    archive
}

/// Each kind to the trash, and the trash emptied with a word: nothing is stored of a pupil, and nothing leaves.
async fn the_answers_go(henrik: &Browser) {
    for what in
        ["Lynnotater: 1", "Observationer: 1", "Feedbackaftaler: 1", "Målinger: 1", "Elevsurveys: 1"]
    {
        henrik.text(what).first().appears().await;
        henrik.button(containing("Læg i papirkurven")).first().click().await;
        henrik.text(what).is_gone().await;
    }
    closes_messages(henrik).await;
    henrik.link("Gå til papirkurven og slet for altid").click().await;
    henrik.button("Tøm papirkurven").click().await;
    henrik.field("Skriv ordet »slet«").fill("slet").await;
    let dialog = henrik.role(Role::Other("dialog"), containing("Slet for altid"));
    dialog.button("Slet for altid").click().await;
    henrik.heading("Papirkurven er tom").appears().await;
    closes_messages(henrik).await;
    holds_no_pupil(henrik).await;
}

async fn holds_no_pupil(henrik: &Browser) {
    let stored = everything_stored(henrik).await.to_string();
    let file = makes_file(henrik).await;
    let file = std::fs::read_to_string(file).expect("the file was just saved");
    for (place, text) in [("store", stored), ("file", file)] {
        for gone in ["E01", "E04", "rk-u", "pupils/", "Ali var stolt", "Det var sjovt"] {
            assert!(!text.contains(gone), "{gone} is in the {place}");
        }
        assert!(text.contains(OLD), "and what stays is there");
    }
}

async fn the_old_file_revives_nothing(henrik: &Browser, old: &Path) {
    closes_messages(henrik).await;
    picks_file(henrik, old).await;
    henrik.text("Der er ikke noget at hente. Intet er ændret.").appears().await;
    henrik.text("Poster, der er slettet for altid her og ikke hentes: 8.").appears().await;
    henrik.button("Hent ind").stays_gone().await;
    holds_no_pupil(henrik).await;
}

/// The archive by itself in the browser: read, and nothing in it runs.
async fn is_read_without_the_app(mette: &Browser, archive: &Path) {
    let address = format!("file://{}", archive.display());
    mette.driver().goto(&address).await.expect("a browser opens a file");
    mette.heading("Arkiv for skoleåret 2026/27").appears().await;
    mette.heading("Forventninger").appears().await;
    mette.text("Jonas husker <img src=x onerror=").appears().await;
    mette.script_comes_to("return document.images.length", 0).await;
    mette.script_comes_to("return document.title", "Arkiv for skoleåret 2026/27").await;
    mette.open("").await;
    mette.heading("Overblik").appears().await;
}

/// A school year in which everything that can be said of pupils is said.
fn a_year(name: &str) -> PathBuf {
    let mut seed = Seed::new(NOVEMBER);
    let of = seed.put(&the_initiative());
    let mut lesson = Lesson::default();
    lesson.set_initiative(Some(of));
    lesson.set_class("5.b");
    lesson.set_day(day(2026, 9, 1));
    lesson.set_focus("E04 forklarer for makkeren");
    lesson.set_status("aflyst");
    lesson.set_reason("vikar");
    lesson.set_adult("b", "JP");
    seed.put(&lesson);
    let mut meeting = Meeting::default();
    meeting.set_initiative(Some(of));
    meeting.set_what("moede-faelles-planlaegning");
    meeting.set_day(day(2026, 9, 2));
    meeting.set_status("gennemfoert");
    meeting.set_note("Aftalt: Vi begynder ved tavlen, E04 sidder forrest");
    seed.put(&meeting);
    let mut other = Lesson::default();
    other.set_initiative(Some(of));
    other.set_class("5.b");
    other.set_day(day(2026, 9, 8));
    other.set_focus(&format!("Jonas husker {EVIL}"));
    seed.put(&other);
    let mut jot = Jot::default();
    jot.set_initiative(Some(of));
    jot.stamp(NOVEMBER, day(2026, 11, 24).expect("a day"));
    jot.set_text("Ali var stolt i dag");
    seed.put(&jot);
    let mut agreed = Agreement::default();
    agreed.set_initiative(Some(of));
    agreed.set_class("5.b");
    agreed.set_side(Side::Observed, "MK");
    agreed.set_side(Side::Observer, "KA");
    agreed.set_day(day(2026, 11, 25));
    agreed.set_talk_day(day(2026, 11, 25));
    agreed.set_term(Term::Erase, "efter-samtale");
    let agreed = seed.put(&agreed);
    let mut seen = observation(of, "5.b", day(2026, 11, 25), true);
    seen.set_agreement(Some(agreed));
    seen.set_pupils("E04");
    seen.set_finished(Some(NOVEMBER));
    seed.put(&seen);
    seed.put(&measured(of));
    seed.put(&asked(of));
    written(&seed, name)
}

fn written(seed: &Seed, name: &str) -> PathBuf {
    let path = target().join("whole-app").join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("writable");
    std::fs::write(&path, seed.file()).expect("the target folder is writable");
    path
}

fn the_initiative() -> Initiative {
    let mut it = initiative(OLD, "5.b");
    it.set_purpose("Flere elever kommer til orde");
    for (id, initials) in [("a", "MK"), ("b", "JP")] {
        let role = Work("laerer".into());
        it.set_member(id, Some(&Member { initials: initials.into(), role }));
    }
    assert!(it.add_pupil("E01") && it.add_pupil("E04"));
    it.set_expectation("x", ExpectationPart::Text, "Alle siger noget hver time");
    it.set_expectation("x", ExpectationPart::Seen, "Vi tæller hænder, også E04");
    it.set_expectation("x", ExpectationPart::Outcome, "delvist");
    it.set_decision(DecisionPart::Choice, "videreudvikle");
    it.set_decision(DecisionPart::Why, "Flere kommer til orde");
    it.set_decision(DecisionPart::Timetable, "Tirsdag");
    it.set_who(DECISION, "b");
    it.set_by(DECISION, day(2027, 8, 20));
    // Jonas has left; his initials stay in what was decided.
    it.set_member("b", None);
    it
}

fn measured(of: RecordId) -> Measurement {
    let mut it = Measurement::default();
    it.set_initiative(Some(of));
    it.set_instrument("maaling-ro-og-koncentration-udskoling", 1);
    it.set_wave_day(START, day(2026, 8, 18));
    it.set_wave_day(END, day(2026, 11, 20));
    for n in 1..=8 {
        let code = format!("E{n:02}");
        it.add_pupil(&code);
        for (wave, step) in [(START, 2 + n % 2), (END, 3 + n % 3)] {
            for item in 1..=5 {
                it.set_answer(wave, &code, &format!("rk-u{item}"), Some(&Given::Step(step)));
            }
        }
    }
    it
}

/// A round that six pupils have answered, with words of one of them.
fn asked(of: RecordId) -> Survey {
    let mut it = Survey::default();
    it.set_initiative(Some(of));
    it.set_base("elevsurvey-indskoling");
    it.set_round_day("r", day(2026, 11, 10));
    it.open_round("r");
    let mut fields: Fields = it.write();
    let questions: Vec<String> = it.asked_in("r");
    fields.put(survey_closed_path("r"), true);
    for n in 0..6 {
        fields.put(survey_sheet_path("r", "x", &n.to_string()), "whole");
        for question in &questions {
            fields.put(survey_answer_path("r", "x", question, &n.to_string()), json!(1 + n % 3));
        }
    }
    Survey::read(&fields)
}
