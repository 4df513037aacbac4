//! The same questions at the start and at the end: typed into the grid, pasted, brought in as a file, and
//! what comes out of it, with the words and figures of the worked example.

use std::fs;

use serde_json::json;
use thirtyfour::Key;

use super::steps::{is_saved, makes_initiative};
use crate::harness::processes::Folder;
use crate::harness::{
    Browser, Build, Engine, Finder, Finds, Role, Size, Stage, containing, for_both_engines,
    for_one_engine,
};

const TITLE: &str = "Ro i 8.a";
const WHAT: &str = "Ro og koncentration – udskoling";

/// The answers of the worked example; a dash is a skipped question.
const START: [&str; 9] =
    ["32324", "43333", "22324", "3-233", "44342", "23225", "33333", "32234", "22234"];
const END: [&str; 9] =
    ["43333", "44343", "33333", "33333", "44342", "34333", "32323", "43333", "3---2"];

for_both_engines!(
    /// From the first key to the sentence, with a reload and undo on the way.
    the_worked_example_is_typed_in_and_comes_out,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        gets_ready(&mette, "Udskoling", WHAT, "9").await;
        mette.link("Tast svar – Start").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;

        // What is no answer is said and changes nothing; what was wrong is taken back.
        mette.press("6").await;
        mette.text("»6« er ikke et svar her. Svarene går fra 1 til 5.").appears().await;
        mette.press("x").await;
        mette.text("»x« er ikke et svar her. Svarene går fra 1 til 5.").appears().await;
        cell(&mette, "E01", 1, "tomt").appears().await;
        mette.press("5").await;
        cell(&mette, "E01", 1, "5").appears().await;
        mette.focus_comes_to("gridcell", "E01, spørgsmål 2: tomt").await;
        takes_back(&mette).await;
        cell(&mette, "E01", 1, "tomt").appears().await;
        mette.focus_comes_to("gridcell", "E01, spørgsmål 1: tomt").await;

        mette.press(START.concat()).await;
        cell(&mette, "E04", 2, "–").appears().await;
        cell(&mette, "E09", 5, "4").appears().await;
        mette.item("E04 sprang 1 spørgsmål over.").appears().await;
        is_saved(&mette).await;
        mette.reload().await;
        cell(&mette, "E06", 5, "5").appears().await;
        mette.link("Færdig").click().await;
        mette.text("9 af 9 elever har svaret").appears().await;
        mette.text("Der er tastet svar, så spørgsmålene ligger fast.").appears().await;
        mette.text("Delmål: Arbejdsro i gruppetimerne").appears().await;

        // The end, and a pupil who is new.
        mette.link("Tast svar – Slut").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        mette.press(END.concat()).await;
        mette.item("E09 har svaret på 2. Der skal 3 svar til, for at de tæller.").appears().await;
        mette.button("Ny elev: E10").click().await;
        cell(&mette, "E10", 1, "tomt").appears().await;
        // A new row comes a moment after its button was pressed.
        mette.focus_comes_to(None, "E10, spørgsmål 1: tomt").await;
        mette.press("43333").await;
        cell(&mette, "E10", 5, "3").appears().await;
        is_saved(&mette).await;
        mette.link("Færdig").click().await;
        mette.link("Se resultat").click().await;

        for sentence in [
            "9 elever har svaret ved start, 9 ved slut. 8 har svaret begge gange og er med i opgørelsen.",
            "Tallene tyder på fremgang: i gennemsnit +0,48 på en skala fra 1 til 5. Den virkelige ændring ligger sandsynligvis et sted mellem +0,05 og +0,92.",
            "5 elever er gået frem, 2 er på samme niveau, og 1 er gået tilbage. Fremgang betyder mindst to svartrin i alt.",
            "Det svarer til, at hver elev i gennemsnit er rykket 2,4 svartrin samlet set.",
            "Elever, der vælges, fordi de har det svært, svarer ofte lidt højere næste gang – også uden en indsats.",
            "Tallene viser, om noget har ændret sig. De viser ikke, om det skyldes indsatsen.",
            "Skalaen er lavet til appen og er ikke afprøvet. Sammenlign ikke med landstal.",
        ] {
            mette.text(sentence).first().appears().await;
        }
        for row in [
            "E01 2,4 3,2 +0,8 frem",
            "E04 2,8 3,0 +0,3 samme niveau",
            "E07 3,0 2,6 −0,4 tilbage",
            "E09 2,2 – – ikke med",
            "E10 – 3,2 – ikke med",
            "Gennemsnit (n = 8) 2,7 3,2 +0,48",
        ] {
            mette.role(Role::Other("row"), row).appears().await;
        }
        mette.button("Detaljer").click().await;
        mette.text("Effektstørrelse (g_av): 0,89.").appears().await;
        mette.text("95 % konfidensinterval: +0,05 til +0,92 (t = 2,36, n = 8).").appears().await;
        mette.item("Slut: E09 har svaret på 2. Der skal 3 svar til, for at de tæller.").appears().await;

        // What may leave the team has no pupil and no distribution in it.
        let shared = mette.role(Role::Other("region"), "Det her kan I dele");
        shared.text("+0,48 (+0,05 til +0,92)").appears().await;
        shared.text("2,7").appears().await;
        shared.text("E01").stays_gone().await;
        shared.text("5 elever").stays_gone().await;
        prints_no_pupil(&mette).await;

    }
);

for_both_engines!(
    /// 30 pupils and 6 questions are 180 keys, and nothing more.
    a_class_is_entered_with_180_keys,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        gets_ready(&mette, "Udskoling", "Motivation – udskoling", "30").await;
        mette.link("Tast svar – Start").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        let keys: String = (0..180).map(|n| char::from(b'1' + u8::try_from(n % 5).unwrap())).collect();
        mette.press(keys).await;
        cell(&mette, "E30", 6, "5").appears().await;
        cell(&mette, "E01", 6, "1").appears().await;
        cell(&mette, "E02", 1, "2").appears().await;
        let sums = mette.role(Role::Other("row"), containing("Svar 30/30 30/30 30/30 30/30 30/30 30/30"));
        sums.appears().await;
        is_saved(&mette).await;

        // Arrows, Tab and Enter go as in a spreadsheet, and Esc leads out.
        mette.press(Key::Up).await;
        mette.press(Key::Left).await;
        mette.focus_comes_to("gridcell", "E29, spørgsmål 5: 3").await;
        mette.press(Key::Enter).await;
        mette.focus_comes_to("gridcell", "E30, spørgsmål 5: 4").await;
        mette.press_holding(Key::Shift, Key::Tab).await;
        mette.focus_comes_to("gridcell", "E30, spørgsmål 4: 3").await;
        mette.press(Key::Delete).await;
        cell(&mette, "E30", 4, "tomt").appears().await;
        mette.button("Fortryd sidste svar").click().await;
        cell(&mette, "E30", 4, "3").appears().await;
        mette.press(Key::Escape).await;
        mette.tab_to("Fortryd sidste svar").await;
    }
);

for_both_engines!(
    /// Points of a test, with more than one digit; a pupil who takes it again, and one who leaves.
    points_of_a_test_are_written,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        starts_one(&mette).await;
        mette.radio("Hvem eller hvad?", "Test eller optælling").click().await;
        mette.radio("Hvilken måling?", containing("Testscore")).click().await;
        mette.field("Testens navn").fill("Stavning").await;
        mette.text("Skriv laveste og højeste point.").appears().await;
        mette.field("Højeste mulige point").fill("20").await;
        mette.field("Hvor stor skal en ændring mindst være for at tælle?").fill("2").await;
        put_on_list(&mette, "5").await;
        is_saved(&mette).await;
        mette.link("Tast svar – Start").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        for points in ["12", "15", "9", "18"] {
            mette.press(points).await;
            mette.press(Key::Enter).await;
        }
        // Too many points are said, stay where they were written, and lead nowhere.
        mette.press("99").await;
        mette.press(Key::Enter).await;
        mette.text("99 er uden for målingen. Point går fra 0 til 20.").appears().await;
        mette.focus_comes_to("gridcell", "E05, spørgsmål 1: 99").await;
        mette.press(Key::Delete).await;
        mette.button("1").click().await;
        mette.button("4").click().await;
        cell(&mette, "E05", 1, "14").appears().await;

        mette.link("Færdig").click().await;
        mette.link("Tast svar – Slut").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        for points in ["3", "15", "13", "17", "18"] {
            mette.press(points).await;
            mette.press(Key::Enter).await;
        }
        cell(&mette, "E01", 1, "3").click().await;
        mette.button("Endnu et svar fra E01").click().await;
        cell(&mette, "E01 (svar 2)", 1, "tomt").appears().await;
        mette.press("14").await;
        mette.item("Der er to svar for E01. Det seneste er brugt.").appears().await;
        is_saved(&mette).await;
        mette.link("Færdig").click().await;
        mette.link("Se resultat").click().await;
        for sentence in [
            "Der er ingen tydelig ændring. Gennemsnittet har flyttet sig +1,8, men det kan være tilfældigt (sandsynligvis mellem −1,0 og +4,6).",
            "3 elever er gået frem, 2 er på samme niveau, og 0 er gået tilbage. Fremgang betyder en ændring på mindst 2.",
        ] {
            mette.text(sentence).appears().await;
        }
        mette.role(Role::Other("row"), "E01 12,0 14,0 +2,0 frem").appears().await;
        mette.text("Skalaen er lavet til appen").stays_gone().await;

        // Who leaves is in no change any more, and what they answered stays.
        mette.link("Tilbage til målingen").click().await;
        mette.button("E05 er holdt op").click().await;
        mette.text("E05 er holdt op. Svarene bliver.").appears().await;
        mette.text("E05 – holdt op").appears().await;
    }
);

for_both_engines!(
    /// Pasted and brought in as an old spreadsheet wrote it: what lands where, and what does not and why.
    answers_come_from_a_spreadsheet,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        gets_ready(&mette, "Mellemtrin", "Motivation – mellemtrin", "3").await;
        mette.link("Tast svar – Start").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        mette.press("3").await;
        cell(&mette, "E01", 1, "3").appears().await;

        let block = "E01;4;2;6\nE02;x;5\nE02;1;1\nE09;2;2\nAli;3;3";
        paste(&mette, block).await;
        let dialog = mette.role(Role::Dialog, "Sæt ind fra regneark");
        dialog.text("Første kolonne er elevkoder. Svarene lander efter koden.").appears().await;
        dialog.text("1 svar bliver skrevet over. Det er vist med en pil.").appears().await;
        dialog.text("E02 står flere gange. Alle svar gemmes, og det seneste bruges.").appears().await;
        for trouble in [
            "Række 1, kolonne 4: »6« er ikke et svar her. Svarene går fra 1 til 5.",
            "Række 2, kolonne 2: »x« er ikke et svar her. Svarene går fra 1 til 5.",
            "Række 4, kolonne 1: E09 er ikke på listen. Rækken er ikke taget med.",
            "Række 5, kolonne 1: »Ali« er ikke en elevkode som E01. Rækken er ikke taget med.",
        ] {
            dialog.item(trouble).appears().await;
        }
        dialog.text("3 → 4").appears().await;
        dialog.checkbox("Sæt også E09 på listen").click().await;
        dialog.item(containing("Række 4, kolonne 1")).is_gone().await;
        dialog.button("Sæt 7 svar ind").click().await;
        mette.text("7 svar er sat ind. 3 celler kom ikke med.").appears().await;
        cell(&mette, "E01", 1, "4").appears().await;
        cell(&mette, "E02", 2, "5").appears().await;
        cell(&mette, "E02 (svar 2)", 2, "1").appears().await;
        cell(&mette, "E09", 1, "2").appears().await;
        mette.item("Der er to svar for E02. Det seneste er brugt.").appears().await;
        mette.button("Fortryd").first().click().await;
        cell(&mette, "E01", 1, "3").appears().await;
        cell(&mette, "E02", 2, "tomt").appears().await;
        cell(&mette, "E09", 1, "tomt").stays_gone().await;
        cell(&mette, "E02 (svar 2)", 1, "tomt").stays_gone().await;

        // A file of an old spreadsheet, with a line break and quotes in its headings.
        let folder = Folder::new();
        let file = folder.join("svar.csv");
        let text = "\"Elev;\r\nkode\";\"Lyst til æbler\"\r\nE03;5\r\n";
        let bytes: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        fs::write(&file, bytes).unwrap();
        mette.file_field("Hent fra CSV-fil").pick(&[&file]).await;
        dialog.text("Første række er overskrifter.").appears().await;
        dialog.button("Sæt 1 svar ind").click().await;
        cell(&mette, "E03", 1, "5").appears().await;
        is_saved(&mette).await;

        // And out again.
        mette.button("Lav CSV-fil").press(Key::Enter).await;
        let file = mette.next_download().await;
        let text = fs::read_to_string(file).unwrap();
        assert!(text.starts_with("\u{feff}Elev;\"1. Jeg har lyst"), "{text}");
        assert!(text.contains("\r\nE01;3;;;;\r\n") && text.contains("\r\nE03;5;;;;\r\n"), "{text}");
    }
);

for_one_engine!(
    /// With a finger on a tablet; and every screen as axe-core sees it, light and dark.
    the_screens_of_a_measurement_are_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        starts_one(&mette).await;
        mette.radio("Hvem eller hvad?", "Egne spørgsmål").click().await;
        mette.button("Tilføj et spørgsmål").click().await;
        mette.field("Spørgsmål 1").fill("Jeg læser gerne.").await;
        mette.is_fine("own questions").await;
        mette.field("Hvad hedder jeres skala?").fill("Læselyst").await;
        put_on_list(&mette, "5").await;
        is_saved(&mette).await;
        mette.is_fine("measurement").await;
        mette.link("Tast svar – Start").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        for step in ["2", "Spring over", "3", "3", "1"] {
            mette.button(step).click().await;
        }
        cell(&mette, "E01", 1, "2").appears().await;
        cell(&mette, "E02", 1, "–").appears().await;
        cell(&mette, "E05", 1, "1").appears().await;
        mette.is_fine("grid").await;
        mette.button("Sæt ind fra regneark").click().await;
        mette.role(Role::Dialog, "Sæt ind fra regneark").field("Sæt cellerne ind her").type_text("9").await;
        mette.is_fine("paste").await;
        mette.button("Lad være").click().await;
        mette.link("Færdig").click().await;
        mette.link("Tast svar – Slut").click().await;
        cell(&mette, "E01", 1, "tomt").click().await;
        mette.press("34545").await;
        cell(&mette, "E05", 1, "5").appears().await;
        mette.link("Færdig").click().await;
        mette.link("Se resultat").click().await;
        mette.text("Der er 4 elever med begge målinger.").appears().await;
        mette.text("Færre end 5 – vises ikke").appears().await;
        mette.is_fine("result").await;
    }
);

/// Makes a measurement of an initiative ready for its first answer.
async fn gets_ready(mette: &Browser, level: &str, what: &str, pupils: &str) {
    makes_initiative(mette, TITLE).await;
    mette.heading("Målinger").appears().await;
    starts_one(mette).await;
    mette.radio("Hvem eller hvad?", level).click().await;
    mette.radio("Hvilken måling?", what).click().await;
    mette
        .field("Hvilket delmål hører målingen til? (frivilligt)")
        .fill("Arbejdsro i gruppetimerne")
        .await;
    mette.checkbox(containing("Eleverne blev valgt, fordi de havde det svært")).click().await;
    put_on_list(mette, pupils).await;
    is_saved(mette).await;
}

/// By the key: the parts above it may still be coming, and would move it away from under a pointer.
async fn starts_one(mette: &Browser) {
    mette.heading("Ingen målinger endnu").appears().await;
    mette.link("Start en måling").press(Key::Enter).await;
    mette.group("Hvem eller hvad?").appears().await;
}

async fn put_on_list(mette: &Browser, pupils: &str) {
    mette.field("Hvor mange elever?").fill(pupils).await;
    mette.button("Sæt på listen").click().await;
    mette.text(&format!("{pupils} elever på listen")).appears().await;
}

/// A cell with what stands in it.
fn cell(mette: &Browser, code: &str, question: usize, answer: &str) -> Finder {
    mette.role(Role::Other("gridcell"), format!("{code}, spørgsmål {question}: {answer}"))
}

/// Paper has what may leave the team and nothing else. Chromium alone shows paper to a driver.
async fn prints_no_pupil(mette: &Browser) {
    if mette.engine() != Engine::Chromium {
        return;
    }
    mette.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    mette.text("Til jer selv").stays_gone().await;
    mette.text("E01").stays_gone().await;
    mette.role(Role::Other("region"), "Det her kan I dele").text("+0,48").appears().await;
    mette.role(Role::Other("img"), containing("Gennemsnittet ved start og slut")).appears().await;
    let script = "return getComputedStyle(document.querySelector('.measure-shared svg')).color";
    mette.script_comes_to(script, "rgb(0, 0, 0)").await;
    mette.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
}

/// Ctrl and Z.
async fn takes_back(mette: &Browser) {
    let keys = mette.driver().action_chain().key_down(Key::Control).send_keys("z");
    keys.key_up(Key::Control).perform().await.expect("the keys can be pressed");
}

/// Pastes as the browser does where a cell is marked.
async fn paste(mette: &Browser, text: &str) {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
    mette.script(script, vec![text.into()]).await;
}
