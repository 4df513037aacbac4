//! From what was expected to what stays: expectations, the board, what the plan says, the decision, and the
//! whole of it on one page of paper.

use std::path::PathBuf;
use std::time::Duration;

use indsats::domain::home::Jot;
use indsats::domain::initiative::embedding::DECISION;
use indsats::domain::initiative::experience::{HINDERS, SUPPORTS};
use indsats::domain::initiative::{
    DecisionPart, ExpectationPart, GoalDay, GoalWords, Indicator, Initiative, Listed, Member,
    Role as Work,
};
use indsats::domain::measurement::{END, Given, Measurement, START};
use indsats::domain::plan::{Lesson, Meeting, Time};
use indsats::ledger::RecordId;
use thirtyfour::Key;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::steps::{
    closes_messages, fetches, go_to, is_called, is_ready_without_net, is_saved, makes_file,
    makes_initiative,
};
use crate::harness::browser::target;
use crate::harness::seed::{Seed, day, initiative, observation};
use crate::harness::{
    Browser, Build, Engine, Finder, Finds, Role, Stage, containing, for_both_engines,
};

const TITLE: &str = "Tolærere i 5.b";
const EXPECT: &str = "Hvad forventer vi?";
const SEEN: &str = "Sådan ser vi, at det er nået";
const MISSING: &str = "Skriv, hvordan I kan se, at den er nået.";
const SUPPORT: &str = "Det støtter";
const COVER: &str = "Skærm teamet mod vikartimer.";

for_both_engines!(
    /// Without net, from the expectations of phase 1 to the decision and the paper, with reloads and undo.
    what_was_expected_comes_back_and_is_decided,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        is_called(&henrik, "HN").await;
        fetches(&henrik, &file(stage.engine(), "year", year)).await;
        is_ready_without_net(&henrik).await;
        server.stop().await;
        go_to(&henrik, "Indsatser").await;
        henrik.link(TITLE).click().await;

        expects(&henrik).await;
        henrik.link("Tilbage til indsatsen").click().await;
        henrik.text("I har ikke besluttet noget endnu.").appears().await;
        henrik.link("Fase 3: Forankring – 0 af 15 gjort").click().await;
        henrik.heading("Forankring").appears().await;
        shares(&henrik).await;
        judges(&henrik).await;
        looks_at_the_plan(&henrik).await;
        decides(&henrik).await;

        henrik.reload().await;
        henrik.text("Beslutningen er truffet, og alt er skrevet.").appears().await;
        part(&henrik, "Erfaringer").await;
        note(&henrik, SUPPORT, 1).has_value("Fast tid til fælles planlægning").await;
        henrik.link("Tilbage til indsatsen").click().await;
        henrik.link("Fase 3: Forankring – 6 af 15 gjort").appears().await;
        henrik.text("Videreudvikle: Fortsæt med ændringer").appears().await;
        henrik.link("Fase 3: Forankring – 6 af 15 gjort").click().await;
        henrik.link("Historik").click().await;
        henrik.text("Hvad beslutter I: »Videreudvikle: Fortsæt med ændringer«").appears().await;
        henrik.button("Vis 7 ændringer mere").click().await;
        henrik.text("Er den indfriet: »Delvist«").appears().await;
        henrik.link("Tilbage").click().await;
        henrik.link("Fase 3: Forankring – 6 af 15 gjort").click().await;
        is_on_paper(&henrik).await;
    }
);

for_both_engines!(
    /// Each writes on their own tablet first; taken together nothing is lost and nobody has to choose.
    two_tablets_fill_one_board,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        let bo = stage.browser("Bo", &server).await;
        anna.open("").await;
        makes_initiative(&anna, TITLE).await;
        let begun = makes_file(&anna).await;
        bo.open("").await;
        fetches(&bo, &begun).await;
        for (person, words) in [(&anna, "Annas erfaring"), (&bo, "Bos erfaring")] {
            go_to(person, "Indsatser").await;
            person.link(TITLE).click().await;
            person.link(containing("Fase 3: Forankring")).click().await;
            person.button(format!("Tilføj: {SUPPORT}")).click().await;
            person.focus_comes_to(None, &format!("{SUPPORT}, nr. 1")).await;
            note(person, SUPPORT, 1).fill(words).await;
            is_saved(person).await;
        }
        let of_bo = makes_file(&bo).await;
        fetches(&anna, &of_bo).await;
        anna.text("Steder med to bud").stays_gone().await;
        go_to(&anna, "Indsatser").await;
        anna.link(TITLE).click().await;
        anna.link("Fase 3: Forankring – 1 af 13 gjort").click().await;
        note(&anna, SUPPORT, 1).has_value("Annas erfaring").await;
        note(&anna, SUPPORT, 2).has_value("Bos erfaring").await;
    }
);

for_both_engines!(
    /// The board and the decision with the keys alone, in the other language.
    keys_are_enough_for_the_embedding,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, TITLE).await;
        closes_messages(&anna).await;
        go_to(&anna, "Indstillinger").await;
        anna.radio("Sprog · Language", "English").click().await;
        anna.role(Role::Other("navigation"), "Places").link("Initiatives").click().await;
        anna.link(TITLE).click().await;
        enters(&anna, "Phase 3: Embedding – 0 of 13 done").await;
        anna.heading("Embedding").appears().await;
        enters(&anna, "Add: This trips us up").await;
        anna.focus_comes_to(None, "This trips us up, no. 1").await;
        anna.press("Too little time").await;
        anna.press_holding(Key::Shift, Key::Tab).await;
        let tab = Some(("tab".to_owned(), "Experience".to_owned()));
        for _ in 0..8 {
            if anna.focused().await != tab {
                anna.press_holding(Key::Shift, Key::Tab).await;
            }
        }
        anna.focus_comes_to("tab", "Experience").await;
        anna.press(Key::End).await;
        anna.focus_comes_to("tab", "Decision").await;
        anna.tab_to("Embed: The initiative becomes a fixed part of practice").await;
        anna.press(Key::Space).await;
        anna.text("It is decided, but something is missing: why, who, when, where in the timetable.")
            .appears()
            .await;
        anna.text("Write why you decide it.").appears().await;
        is_saved_in_english(&anna).await;
        anna.reload().await;
        anna.text("It is decided, but something is missing").appears().await;
    }
);

for_both_engines!(
    /// However much was written, the report is one page, says that it is shortened, and holds no code.
    a_full_report_is_one_page,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        for (name, fill) in [("half", half as fn(&mut Seed)), ("full", full)] {
            fetches(&henrik, &file(stage.engine(), name, fill)).await;
            go_to(&henrik, "Indsatser").await;
            henrik.link(containing(name)).click().await;
            henrik.link(containing("Fase 3: Forankring")).click().await;
            henrik.link("Rapport på én side").click().await;
            henrik.text("Elevkoder i jeres egne tekster står som »en elev«.").appears().await;
            henrik.text("E04").stays_gone().await;
            is_one_page(&henrik).await;
        }
        henrik.text("Noget er forkortet, så det kan være på én side.").appears().await;
        henrik.text("… og 7 mere i appen").first().appears().await;
        // The purpose alone, to be shared: as full, and with as little of a single pupil.
        for name in ["half", "full"] {
            go_to(&henrik, "Indsatser").await;
            henrik.link(containing(name)).click().await;
            henrik.link("Formålet på én side").click().await;
            henrik.heading(containing("Formål: ")).appears().await;
            henrik.text("Vores fælles ståsted").first().appears().await;
            henrik.text("Elevkoder i jeres egne tekster står som »en elev«.").appears().await;
            henrik.text("E04").stays_gone().await;
            is_one_page(&henrik).await;
        }
    }
);

/// Phase 1: two expectations, one of them from an example, and one that is removed and brought back.
async fn expects(henrik: &Browser) {
    henrik.link(containing("Fase 1: Forberedelse")).click().await;
    part(henrik, "Forventninger").await;
    henrik.text("Ingen forventninger endnu.").appears().await;
    henrik.button("Tilføj forventning").click().await;
    let first = henrik.group("Forventning 1");
    henrik.focus_comes_to(None, EXPECT).await;
    first.field(EXPECT).type_slowly("Flere elever", Duration::from_millis(40)).await;
    henrik.text(MISSING).stays_gone().await;
    // Whoever leaves it is told what is missing; nothing they wrote is lost.
    henrik.button("Begynd med et eksempel").click().await;
    henrik.text(MISSING).appears().await;
    is_saved(henrik).await;
    henrik.reload().await;
    part(henrik, "Forventninger").await;
    first.field(EXPECT).has_value("Flere elever").await;
    henrik.text(MISSING).appears().await;
    first.field(EXPECT).fill("Flere elever kommer til orde, også E04").await;
    first.field(SEEN).fill("Vi tæller tre gange").await;
    henrik.text(MISSING).is_gone().await;
    first.radio("Hvad handler den om? (frivilligt)", "Faglig").click().await;
    first.checkbox("Ledelsen").tick().await;
    henrik.button("Begynd med et eksempel").click().await;
    henrik.button("Klassefællesskabet bliver styrket.").click().await;
    let second = henrik.group("Forventning 2");
    second.field(EXPECT).has_value("Klassefællesskabet bliver styrket.").await;
    henrik.focus_comes_to(None, SEEN).await;
    second.field(SEEN).fill("Færre sidder alene").await;
    second.button("Fjern forventning 2").click().await;
    second.is_gone().await;
    henrik.button("Fortryd").click().await;
    second.field(SEEN).has_value("Færre sidder alene").await;
    is_saved(henrik).await;
    closes_messages(henrik).await;
}

/// The board: what supports and what gets in the way, with what was agreed on top.
async fn shares(henrik: &Browser) {
    henrik.text("I har ikke besluttet noget endnu.").appears().await;
    let aims = henrik.role(Role::Other("region"), "Det aftalte I");
    aims.text("Flere kommer til orde").appears().await;
    aims.text("Klassefællesskabet bliver styrket.").appears().await;
    henrik.button(format!("Tilføj: {SUPPORT}")).click().await;
    henrik.focus_comes_to(None, &format!("{SUPPORT}, nr. 1")).await;
    henrik.press("Fast tid til fælles planlægning").await;
    henrik
        .group(format!("{SUPPORT}, nr. 1"))
        .field("Hvad handler det om? (frivilligt)")
        .choose("Tid")
        .await;
    henrik.button("Tilføj: Det spænder ben").click().await;
    henrik.focus_comes_to(None, "Det spænder ben, nr. 1").await;
    note(henrik, "Det spænder ben", 1).fill("Vikartimer").await;
    henrik.button("Fjern nr. 1 under »Det spænder ben«").click().await;
    note(henrik, "Det spænder ben", 1).is_gone().await;
    henrik.button("Fortryd").click().await;
    note(henrik, "Det spænder ben", 1).has_value("Vikartimer").await;
    henrik
        .field("Hvad siger det om formålet og de faglige forventninger, vi aftalte?")
        .fill("Vi er på vej")
        .await;
    is_saved(henrik).await;
    closes_messages(henrik).await;
}

/// The expectations come back one by one, in the words of phase 1.
async fn judges(henrik: &Browser) {
    part(henrik, "Forventninger").await;
    henrik.text("Vurderet: 0 af 2").appears().await;
    let first = henrik.role(Role::Other("region"), "Flere elever kommer til orde, også E04");
    first.text("Sådan ville I se det: Vi tæller tre gange").appears().await;
    first.text("Faglig · Enige: Ledelsen").appears().await;
    first.radio("Er den indfriet?", "Delvist").click().await;
    first.field("Et par ord om hvorfor (frivilligt)").fill("Mest i grupperne").await;
    henrik.text("Vurderet: 1 af 2").appears().await;
}

/// What was lost is counted in the plan and stands beside the question.
async fn looks_at_the_plan(henrik: &Browser) {
    part(henrik, "Skærmning").await;
    henrik.text("2 af 5 gennemført · 1 uden svar").appears().await;
    henrik.text("0 af 1 møder holdt").appears().await;
    henrik
        .text("Talt i planen – læst ud til vikar: lektioner 1, møder 1, i alt 1 t. 45 min.")
        .appears()
        .await;
    henrik.text("Talt i planen – af andre grunde: flyttet 1, aflyst 0.").appears().await;
    henrik.field(COVER).fill("Ledelsen fandt vikarer to gange").await;
}

/// Each thing that a decision lacks is said at its field, and goes when it is there.
async fn decides(henrik: &Browser) {
    part(henrik, "Beslutning").await;
    let panel = henrik.role(Role::Other("tabpanel"), "Beslutning");
    panel.text("Ikke vurderet endnu:").appears().await;
    panel.item("Klassefællesskabet bliver styrket.").appears().await;
    henrik.text("Skriv, hvorfor I beslutter det.").stays_gone().await;
    henrik.radio("Hvad beslutter I?", "Videreudvikle: Fortsæt med ændringer").click().await;
    henrik
        .text("Beslutningen er truffet, men der mangler noget: hvorfor, hvem, hvornår, hvor i skemaet.")
        .appears()
        .await;
    henrik.field("Hvorfor?").fill("Flere kommer til orde").await;
    henrik.text("Skriv, hvorfor I beslutter det.").is_gone().await;
    henrik.text("Vælg, hvem der har ansvaret.").appears().await;
    henrik.field("Hvem har ansvaret?").choose("HN").await;
    henrik.text("Vælg, hvem der har ansvaret.").is_gone().await;
    henrik.field("Hvornår følger I op?").set_date("2026-01-05").await;
    henrik.text("Dagen ligger før indsatsen begynder. Vælg en senere dag.").appears().await;
    henrik.field("Hvornår følger I op?").set_date("2027-02-01").await;
    henrik.text("Dagen ligger før indsatsen begynder. Vælg en senere dag.").is_gone().await;
    henrik.text("Skriv, hvor i skemaet det ligger.").appears().await;
    henrik.field("Hvor i skemaet?").fill("Torsdag 3. lektion").await;
    henrik.text("Beslutningen er truffet, og alt er skrevet.").appears().await;
    henrik.checkbox("Start- og slutmåling").tick().await;
    is_saved(henrik).await;
}

/// The report: what was done with how many, what may be shared, and nothing of a single pupil.
async fn is_on_paper(henrik: &Browser) {
    henrik.link("Rapport på én side").click().await;
    henrik.heading(containing("Rapport: ")).appears().await;
    for words in [
        "Flere kommer til orde",
        "Vi taler sammen, også en elev – 0 af 2 sparringssamtaler holdt",
        "Der bliver mere ro – Færre end 5 – vises ikke",
        "Observationer: 1 gennemført",
        "Lektioner: 2 af 5 gennemført · 1 uden svar",
        "Planlægning, sparring og evaluering: 0 af 1 møder holdt",
        "8 elever med begge målinger: 2,7 ved start, 3,2 ved slut, ændring +0,48 (+0,05 til +0,92).",
        "Tallene viser, om noget har ændret sig. De viser ikke, om det skyldes indsatsen.",
        "Færre end 5 – vises ikke",
        "– Fast tid til fælles planlægning",
        "– Vikartimer",
        "Flere elever kommer til orde, også en elev – delvist",
        "Klassefællesskabet bliver styrket. – ikke vurderet endnu",
        "Videreudvikle: Fortsæt med ændringer",
        "Hvem har ansvaret? HN",
        "Hvor i skemaet? Torsdag 3. lektion",
        "Elevkoder i jeres egne tekster står som »en elev«.",
    ] {
        henrik.text(words).first().appears().await;
    }
    for words in ["E04", "E01", "Hemmeligt notat", "4 elever", "n = 4"] {
        henrik.text(words).stays_gone().await;
    }
    is_one_page(henrik).await;
}

/// Goes to one of the parts of a phase.
async fn part(person: &Browser, name: &str) {
    person.role(Role::Other("tab"), name).click().await;
    person.role(Role::Other("tabpanel"), name).appears().await;
}

/// A note on the board by its column and its place in it.
fn note(person: &Browser, column: &str, place: usize) -> Finder {
    person.field(format!("{column}, nr. {place}"))
}

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}

/// Waits until the line under the title says that everything is saved.
async fn is_saved_in_english(person: &Browser) {
    super::steps::status_says(person, "Saved ").await;
}

/// One A4 page; Chromium alone prints for a driver.
pub(super) async fn is_one_page(person: &Browser) {
    if person.engine() != Engine::Chromium {
        return;
    }
    let page = PrintPage { width: 21.0, height: 29.7 };
    let paper = PrintParameters { page, ..PrintParameters::default() };
    let printed = person.driver().print_page(paper).await.expect("the page can be printed");
    let text = String::from_utf8_lossy(&printed);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert_eq!(pages, 1, "one A4 page");
}

/// A file as a colleague's device would have made it.
pub(super) fn file(engine: Engine, name: &str, fill: fn(&mut Seed)) -> PathBuf {
    // Records of two files are others.
    let apart: u64 = name.bytes().map(u64::from).sum();
    let mut seed = Seed::new(1_795_000_000_000 + apart * 1_000_000);
    fill(&mut seed);
    let folder = target().join("whole-app");
    let path = folder.join(format!("closing-{name}-{engine:?}.indsats"));
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    std::fs::write(&path, seed.file()).expect("the target folder is writable");
    path
}

/// An autumn of an initiative: lessons, a meeting, an observation, a quick note, two measurements and two
/// goals, one of them about too few pupils.
pub(super) fn year(seed: &mut Seed) {
    let mut it = initiative(TITLE, "5.b");
    for code in ["E01", "E02", "E03"] {
        it.add_pupil(code);
    }
    it.set_goal_words("g1", GoalWords::Text, "Vi taler sammen, også E04");
    it.set_goal_indicator("g1", Some(Indicator::Talks));
    it.set_goal_words("g1", GoalWords::Target, "2");
    it.set_goal_words("g2", GoalWords::Text, "Der bliver mere ro");
    it.set_goal_indicator("g2", Some(Indicator::Measured));
    // What belongs to the initiative is made after it, a second apart.
    let last = seed.name_after(12);
    it.set_goal_words("g2", GoalWords::Measurement, &last.to_string());
    it.set_purpose("Flere kommer til orde");
    it.set_member(
        "t1",
        Some(&Member { initials: "HN".to_owned(), role: Work("skoleleder".to_owned()) }),
    );
    let of = seed.put(&it);
    for (at, status, reason) in [
        (3, "gennemfoert", ""),
        (5, "delvist", ""),
        (10, "aflyst", "vikar"),
        (12, "flyttet", "sygdom"),
        (17, "", ""),
    ] {
        let mut lesson = Lesson::default();
        lesson.set_initiative(Some(of));
        lesson.set_day(day(2026, 11, at));
        lesson.set_status(status);
        lesson.set_reason(reason);
        seed.put(&lesson);
    }
    let mut meeting = Meeting::default();
    meeting.set_initiative(Some(of));
    meeting.set_day(day(2026, 11, 11));
    meeting.set_time(Some(Time::Planning));
    meeting.set_begins(indsats::domain::calendar::iso::time("14:00"));
    meeting.set_ends(indsats::domain::calendar::iso::time("15:00"));
    meeting.set_status("aflyst");
    meeting.set_reason("vikar");
    seed.put(&meeting);
    let mut seen = observation(of, "5.b", day(2026, 11, 5), true);
    seen.set_pupils("E04");
    seen.set_finished(Some(1_795_000_000_000));
    seed.put(&seen);
    seed.put(&observation(of, "5.b", day(2026, 11, 6), true));
    let mut jot = Jot::default();
    jot.set_initiative(Some(of));
    jot.set_text("Hemmeligt notat");
    seed.put(&jot);
    seed.put(&measured(of, 9));
    assert_eq!(seed.put(&measured(of, 4)), last, "the goal is about this one");
}

/// The worked example of the rules, or the first of its pupils.
fn measured(of: RecordId, pupils: usize) -> Measurement {
    let mut it = Measurement::default();
    it.set_initiative(Some(of));
    it.set_instrument("maaling-ro-og-koncentration-udskoling", 1);
    let rows = [
        ("E01", "32324", "43333"),
        ("E02", "43333", "44343"),
        ("E03", "22324", "33333"),
        ("E04", "3-233", "33333"),
        ("E05", "44342", "44342"),
        ("E06", "23225", "34333"),
        ("E07", "33333", "32323"),
        ("E08", "32234", "43333"),
        ("E09", "22234", "3---2"),
    ];
    for (code, start, end) in rows.into_iter().take(pupils) {
        it.add_pupil(code);
        for (wave, answers) in [(START, start), (END, end)] {
            for (n, step) in answers.chars().enumerate() {
                let step = step.to_digit(10).and_then(|step| i32::try_from(step).ok());
                let given = step.map_or(Given::Skipped, Given::Step);
                it.set_answer(wave, code, &format!("rk-u{}", n + 1), Some(&given));
            }
        }
    }
    it
}

/// An initiative in which every field is as full as it can be.
fn full(seed: &mut Seed) {
    filled(seed, "full", 12, 2000, 300);
}

/// An initiative in which a good deal is written.
fn half(seed: &mut Seed) {
    filled(seed, "half", 3, 400, 80);
}

/// As many of everything, a purpose of so many letters, and answers of so many.
fn filled(seed: &mut Seed, title: &str, many: u32, purpose: usize, letters: usize) {
    let long = |letters: usize| -> String {
        "E04 og de andre arbejder to og to ved vinduet. ".chars().cycle().take(letters).collect()
    };
    let mut it = initiative(&format!("{title} {}", long(letters.min(100))), "5.b");
    it.set_subject("Dansk, matematik og natur/teknologi");
    it.set_purpose(&long(purpose));
    it.set_challenge(&long(purpose));
    it.set_changes(&long(purpose));
    it.set_stand(&long(purpose.min(1000)));
    for n in 0..many {
        let id = format!("t{n:02}");
        let member = Member { initials: format!("MEDL{n}"), role: Work("laerer".to_owned()) };
        it.set_member(&id, Some(&member));
        it.set_listed_name(Listed::Resource, &id, &long(letters.min(80)));
        it.set_helps_with(&id, &long(letters.min(160)));
        for (column, prefix) in [(SUPPORTS, "a"), (HINDERS, "b"), ("er-proeve", "c")] {
            let note = format!("{prefix}{n:02}");
            it.add_board_note(&note, column);
            it.set_board_text(&note, &long(letters));
        }
        for part in [ExpectationPart::Text, ExpectationPart::Seen, ExpectationPart::Why] {
            it.set_expectation(&id, part, &long(letters));
        }
        it.set_expectation(&id, ExpectationPart::Outcome, "for-tidligt");
    }
    for n in 0..many {
        let id = format!("g{n:02}");
        it.set_goal_words(&id, GoalWords::Text, &long(letters));
        it.set_goal_indicator(&id, Some(Indicator::Observations));
        it.set_goal_words(&id, GoalWords::Target, "4");
        it.set_goal_day(&id, GoalDay::By, day(2026, 10, 30));
    }
    decides_at_length(&mut it, &long(letters));
    let of = seed.put(&it);
    for _ in 0..many {
        seed.put(&measured(of, 9));
    }
}

fn decides_at_length(it: &mut Initiative, long: &str) {
    for part in [
        DecisionPart::Why,
        DecisionPart::Frame,
        DecisionPart::Timetable,
        DecisionPart::Strengths,
        DecisionPart::Weaknesses,
    ] {
        it.set_decision(part, long);
    }
    it.set_decision(DecisionPart::Choice, "udvide");
    it.set_who(DECISION, "t01");
    it.set_by(DECISION, day(2027, 2, 1));
    for basis in ["maalinger", "elever", "samarbejde", "observationer", "erfaringer"] {
        it.set_decision_basis(basis, true);
    }
}
