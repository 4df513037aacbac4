//! The plan of an initiative: a meeting planned badly and then well, repeated without the holidays, held or
//! lost; the three times; and the file that a calendar takes in twice and has once.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::steps::{closes_messages, go_to, is_saved, makes_initiative};
use crate::harness::{
    Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const PLANNING: &str = "Fælles planlægning";
const MONDAY: &str = "2026-11-23T10:42:00";

for_both_engines!(
    /// What cannot be is said at its field, and nothing that was written goes.
    a_meeting_that_cannot_be_says_so_and_keeps_everything,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        is_at_the_plan(&henrik).await;
        henrik.link("Nyt møde").click().await;
        henrik.button("Færdig").click().await;
        henrik.link("Vælg, hvad det er for et møde.").appears().await;
        henrik.field("Hvad er det?").choose(PLANNING).await;
        henrik.link("Vælg, hvad det er for et møde.").is_gone().await;
        henrik.field("Sted (frivilligt)").fill("Lokale 12").await;
        for (day, begins, ends, said) in [
            ("2026-11-24", "14:00", "13:00", "Det slutter, før det begynder."),
            ("2026-11-24", "14:00", "14:00", "Det slutter, før det begynder."),
            ("2026-11-24", "22:00", "00:30", "Det går over midnat."),
            ("2027-03-28", "02:30", "03:30", "Kl. 2.30 findes ikke den 28. marts 2027"),
            ("2027-03-28", "01:30", "02:15", "Kl. 2.15 findes ikke den 28. marts 2027"),
            ("2026-10-25", "02:30", "03:30", "Kl. 2.30 kommer to gange den 25. oktober 2026"),
        ] {
            henrik.field("Dag").set_date(day).await;
            henrik.field("Begynder kl. (frivilligt)").set_value(begins).await;
            henrik.field("Slutter kl. (frivilligt)").set_value(ends).await;
            henrik.text(said).appears().await;
        }
        henrik.text("Dagen ligger i en ferie").stays_gone().await;
        is_saved(&henrik).await;
        henrik.reload().await;
        henrik.field("Sted (frivilligt)").has_value("Lokale 12").await;
        henrik.field("Begynder kl. (frivilligt)").has_value("02:30").await;
        henrik.field("Dag").has_value("2026-10-25").await;
        henrik.text("Kl. 2.30 kommer to gange").appears().await;

        henrik.field("Dag").set_date("2027-02-16").await;
        henrik.text("Dagen ligger i en ferie: Vinterferie.").appears().await;
        henrik.field("Dag").set_date("2026-11-24").await;
        henrik.text("Dagen ligger i en ferie").is_gone().await;
        // Nobody has chosen an end, so it follows from what it is.
        henrik.field("Slutter kl. (frivilligt)").set_value("").await;
        henrik.field("Begynder kl. (frivilligt)").set_value("14:00").await;
        henrik.field("Slutter kl. (frivilligt)").has_value("14:45").await;

        henrik.button("Læg møderne i planen").click().await;
        henrik.text("Vælg, hvilken dag gentagelsen slutter.").appears().await;
        henrik.field("Hvor tit?").choose("Hver anden uge").await;
        for (until, said) in [
            ("2026-11-20", "Der er intet møde mere før den dag."),
            ("2026-12-01", "Der er intet møde mere før den dag."),
            ("2028-01-01", "Vælg en slutdag inden for et skoleår."),
            ("2027-02-26", "Det bliver til 5 møder mere."),
        ] {
            henrik.field("Til og med (frivilligt)").set_date(until).await;
            henrik.text(said).appears().await;
        }
        henrik.text("Sprunget over på grund af ferie: 16. februar 2027.").appears().await;
        henrik.button("Læg møderne i planen").click().await;
        henrik.text("Møder lagt i planen: 5.").appears().await;
        henrik.button("Færdig").click().await;
        henrik.heading("Plan").appears().await;
        henrik.role(Role::Other("tab"), "Liste").click().await;
        henrik.link(PLANNING).nth(5).appears().await;
        henrik.link(PLANNING).count_comes_to(6).await;
        henrik.button("Fortryd").first().click().await;
        henrik.link(PLANNING).nth(1).is_gone().await;
        henrik.link(PLANNING).appears().await;
    }
);

for_both_engines!(
    /// A lesson that cannot be says so in the same way, at its fields.
    a_lesson_that_cannot_be_says_so_and_keeps_everything,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        is_at_the_plan(&mette).await;
        mette.link("Ny lektion").click().await;
        mette.field("Lokale (frivilligt)").fill("12").await;
        for (day, begins, ends, said) in [
            ("2026-11-24", "10:00", "09:00", "Lektionen slutter, før den begynder."),
            ("2026-11-24", "23:30", "00:15", "Det går over midnat."),
            ("2027-03-28", "02:30", "03:15", "Kl. 2.30 findes ikke den 28. marts 2027"),
            ("2026-10-25", "01:45", "02:30", "Kl. 2.30 kommer to gange den 25. oktober 2026"),
        ] {
            mette.field("Dag").set_date(day).await;
            mette.field("Begynder kl. (frivilligt)").set_value(begins).await;
            mette.field("Slutter kl. (frivilligt)").set_value(ends).await;
            mette.text(said).appears().await;
        }
        mette.button("Færdig").click().await;
        mette.link(containing("Kl. 2.30 kommer to gange")).appears().await;
        mette.button("Lav lektionerne").click().await;
        mette.text("Vælg, hvilken dag gentagelsen slutter.").appears().await;
        is_saved(&mette).await;
        mette.reload().await;
        mette.field("Lokale (frivilligt)").has_value("12").await;
        mette.field("Slutter kl. (frivilligt)").has_value("02:30").await;
        mette.text("Kl. 2.30 kommer to gange").appears().await;
        mette.field("Dag").set_date("2026-11-24").await;
        mette.text("Kl. 2.30 kommer to gange").is_gone().await;
    }
);

for_both_engines!(
    /// From the suggestion to what was held and what was lost, and to the calendar twice.
    a_plan_is_laid_lived_and_taken_along,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        is_at_the_plan(&henrik).await;
        changes_the_winter_holiday(&henrik).await;

        henrik.field("Hvornår er den første time med eleverne?").set_date("2026-11-24").await;
        henrik.text("ting i planen, fra").appears().await;
        henrik.button("Læg forslaget i planen").click().await;
        henrik.text("Møder lagt i planen: ").appears().await;

        // The week that is, the weeks around it, and a week by its number.
        henrik.heading("Uge 48").appears().await;
        henrik.link("Indsatsen går i gang").appears().await;
        henrik.link(PLANNING).appears().await;
        henrik.text("tirsdag den 24. november").appears().await;
        henrik.button("Ugen efter").click().await;
        henrik.heading("Uge 49").appears().await;
        henrik.button("Til denne uge").click().await;
        henrik.heading("Uge 48").appears().await;
        for (number, said) in [
            ("54", "Skriv et ugenummer fra 1 til 53."),
            ("0", "Skriv et ugenummer fra 1 til 53."),
            ("53", "28. december 2026"),
            ("8", "Vinterferie"),
        ] {
            henrik.field("Gå til uge").fill(number).await;
            henrik.text(said).first().appears().await;
        }
        henrik.heading("Uge 8, 2027").appears().await;
        henrik.field("Gå til uge").fill("48").await;
        henrik.heading("Uge 48").appears().await;

        gives_it_a_time(&henrik).await;
        gives_them_all_a_time(&henrik).await;
        go_to(&henrik, "Indsatser").await;
        henrik.link(TITLE).click().await;
        henrik.text("Næste: Indsatsen går i gang, tirsdag den 24. november").appears().await;
        henrik.link("Plan").click().await;
        let first = makes_calendar(&henrik).await;
        was_lost_and_held(&henrik).await;
        let second = makes_calendar(&henrik).await;
        a_calendar_has_each_once(&first, &second).await;
    }
);

for_one_engine!(
    /// The screens of the plan as axe-core sees them, light and dark, on a phone.
    the_screens_of_a_plan_are_accessible,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.still(true).await;
        henrik.size(Size::PHONE).await;
        is_at_the_plan(&henrik).await;
        henrik.is_fine("plan, empty").await;
        henrik.link("Ferier og fridage").click().await;
        henrik.button("Tilføj fridage").click().await;
        henrik.field("Hvad er det for fridage?").fill("Fælles kursusdag").await;
        is_saved(&henrik).await;
        henrik.is_fine("holidays").await;
        henrik.link("Tilbage").click().await;
        henrik.button("Læg forslaget i planen").click().await;
        henrik.link(PLANNING).appears().await;
        henrik.is_fine("plan, a week").await;
        henrik.role(Role::Other("tab"), "Liste").click().await;
        henrik.is_fine("plan, the list").await;
        henrik.role(Role::Other("tab"), "De tre tider").click().await;
        henrik.is_fine("plan, the three times").await;
        henrik.role(Role::Other("tab"), "Uge").click().await;
        henrik.link(PLANNING).first().click().await;
        henrik.heading("Dagsorden").appears().await;
        henrik.is_fine("meeting").await;
    }
);

/// An initiative with nothing in its plan yet, on a Monday in November.
async fn is_at_the_plan(henrik: &Browser) {
    henrik.open("").await;
    makes_initiative(henrik, TITLE).await;
    henrik.link("Plan").click().await;
    henrik.heading("Plan").appears().await;
}

/// This municipality has it in week 8. What is taken away comes back.
async fn changes_the_winter_holiday(henrik: &Browser) {
    henrik.link("Ferier og fridage").click().await;
    let winter = henrik.group("Vinterferie");
    winter.field("Første fridag").has_value("2027-02-15").await;
    winter.field("Sidste fridag").set_date("2027-02-01").await;
    winter.text("Den sidste fridag ligger før den første.").appears().await;
    winter.field("Første fridag").set_date("2027-02-22").await;
    winter.field("Sidste fridag").set_date("2027-02-28").await;
    winter.text("Den sidste fridag ligger før den første.").is_gone().await;
    henrik.button("Fjern Grundlovsdag").click().await;
    henrik.group("Grundlovsdag").is_gone().await;
    henrik.button("Fortryd").click().await;
    henrik.group("Grundlovsdag").appears().await;
    is_saved(henrik).await;
    henrik.link("Tilbage").click().await;
    henrik.heading("Plan").appears().await;
}

/// Tuesday's planning gets a time and a place.
async fn gives_it_a_time(henrik: &Browser) {
    closes_messages(henrik).await;
    henrik.link(PLANNING).click().await;
    henrik.heading("Dagsorden").appears().await;
    henrik.field("Begynder kl. (frivilligt)").set_value("14:00").await;
    henrik.field("Sted (frivilligt)").fill("Lokale 12; ved køkkenet").await;
    is_saved(henrik).await;
    henrik.button("Færdig").click().await;
    henrik.text("kl. 14.00–14.45 · Lokale 12; ved køkkenet").appears().await;
}

/// What is right for one is right for those that come after it, and is taken back in one press.
async fn gives_them_all_a_time(henrik: &Browser) {
    henrik.link(PLANNING).click().await;
    henrik.heading("Senere møder i rækken").appears().await;
    henrik.button("Brug tid, sted og deltagere på dem alle").click().await;
    henrik.text("Møder rettet: ").appears().await;
    henrik.link("Tilbage").click().await;
    henrik.button("Ugen efter").click().await;
    henrik.heading("Uge 49").appears().await;
    henrik.text("kl. 14.00–14.45 · Lokale 12; ved køkkenet").appears().await;
    henrik.button("Fortryd").first().click().await;
    henrik.text("kl. 14.00–14.45 · Lokale 12; ved køkkenet").is_gone().await;
    henrik.button("Til denne uge").click().await;
    henrik.text("kl. 14.00–14.45 · Lokale 12; ved køkkenet").appears().await;
}

/// The next day the meeting had gone to cover; a week later it was held.
async fn was_lost_and_held(henrik: &Browser) {
    henrik.it_is_on("2026-12-01T15:00:00").await;
    henrik.link(PLANNING).click().await;
    henrik.radio("Blev det holdt? (frivilligt)", "Aflyst").click().await;
    henrik.field("Hvorfor? (frivilligt)").choose("Gik til vikar").await;
    is_saved(henrik).await;
    henrik.button("Færdig").click().await;
    henrik.heading("Uge 49").appears().await;
    henrik.button("Ugen før").click().await;
    henrik.text("Aflyst: Gik til vikar").appears().await;
    henrik.text("tabt: gik til vikar").first().appears().await;
    henrik.button("Til denne uge").click().await;
    henrik.heading("Uge 49").appears().await;
    henrik.link(PLANNING).click().await;
    henrik.checkbox("Elevernes behov").tick().await;
    henrik.radio("Blev det holdt? (frivilligt)", "Gennemført").click().await;
    henrik.field("Beslutninger (frivilligt)").fill("HEMMELIGT").await;
    is_saved(henrik).await;
    henrik.button("Færdig").click().await;
    henrik.role(Role::Other("tab"), "De tre tider").click().await;
    henrik.text("holdt i 1 af ").first().appears().await;
    henrik.text("1 tabt · 1 læst ud til vikar").appears().await;
}

pub(super) async fn makes_calendar(henrik: &Browser) -> PathBuf {
    henrik.button("Lav kalenderfil").click().await;
    henrik.text("Filen er klar. Ting i kalenderen: ").appears().await;
    henrik.button("Gem på enheden").click().await;
    let file = henrik.next_download().await;
    henrik.text("Filen er lavet.").first().appears().await;
    file
}

/// A parser that knows nothing of ours takes both files in, one after the other.
async fn a_calendar_has_each_once(first: &Path, second: &Path) {
    let once = read(&[first]);
    let twice = read(&[first, second]);
    let entries = |read: &Value| read["entries"].as_object().expect("entries").clone();
    let (before, after) = (entries(&once), entries(&twice));
    assert_eq!(once["counts"][0].as_u64(), Some(before.len() as u64), "no two have one name");
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert_eq!(twice["zones"][1][0], "Europe/Copenhagen");
    let changed: Vec<_> = before.iter().filter(|(uid, was)| after[*uid] != **was).collect();
    let (uid, was) = changed
        .iter()
        .find(|(_, was)| was["from"].as_str().is_some_and(|from| from.contains('T')))
        .expect("the one that was lost");
    let now = &after[*uid];
    assert_eq!(was["title"], "Fælles planlægning · 5.b");
    assert_eq!(was["from"], "2026-11-24T14:00:00+01:00");
    assert_eq!(was["to"], "2026-11-24T14:45:00+01:00");
    assert_eq!(was["zone"], "Europe/Copenhagen");
    assert_eq!(was["place"], "Lokale 12; ved køkkenet");
    assert!(was["text"].as_str().is_some_and(|text| text.contains("– Elevernes behov\n– Mål")));
    assert_eq!((&was["status"], &now["status"]), (&"CONFIRMED".into(), &"CANCELLED".into()));
    assert!(was["sequence"].as_u64() < now["sequence"].as_u64());
    let text = std::fs::read_to_string(second).expect("the file was just saved");
    assert!(!text.contains("HEMMELIGT"), "what was decided stays at home");
    let whole_days = after.values().filter(|it| it["from"].as_str().map(str::len) == Some(10));
    assert_eq!(whole_days.count(), after.len() - 1, "without a time it takes the day");
}

/// What a parser that knows nothing of ours makes of some files, taken in one after the other.
pub(super) fn read(files: &[&Path]) -> Value {
    let home = std::env::var("INDSATS_ICALENDAR")
        .expect("Python's icalendar is missing: say in INDSATS_ICALENDAR where it is.");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole_app/read_calendar.py");
    let mut python = Command::new(Path::new(&home).join("bin/python"));
    let read = python.arg(script).args(files).output();
    let read = read.expect("its Python is there");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    serde_json::from_slice(&read.stdout).expect("the reader answers in JSON")
}
