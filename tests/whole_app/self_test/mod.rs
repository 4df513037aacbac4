//! The harness proved on a page of its own, small enough that a failure is the harness's.

use std::fs;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::time::Duration;

use futures::FutureExt;
use serde_json::json;
use thirtyfour::common::command::{Command, FormatRequestData};
use thirtyfour::{Key, RequestData, SessionId, WebElement};

use crate::harness::processes::Folder;
use crate::harness::{Browser, Engine, Finds, Role, Size, Stage, containing, for_both_engines};

/// A build of the page; `mark` tells one from another.
fn build(folder: &Folder, mark: &str) -> PathBuf {
    let dist = folder.folder(mark);
    let page = include_str!("page.html").replace("Kun initialer", mark);
    fs::write(dist.join("index.html"), page).unwrap();
    fs::write(dist.join("page.css"), include_str!("page.css")).unwrap();
    fs::write(dist.join("page.js"), include_str!("page.js")).unwrap();
    fs::write(dist.join("worker.js"), include_str!("worker.js")).unwrap();
    dist
}

async fn ready(browser: &Browser) {
    browser.text("Klar uden net").appears().await;
}

/// The words of the failure that an action ends in.
async fn failure(action: impl Future<Output = ()>) -> String {
    let panic = AssertUnwindSafe(action).catch_unwind().await;
    let panic = panic.expect_err("the action should fail");
    panic.downcast_ref::<String>().expect("a failure has words").clone()
}

for_both_engines!(a_person_finds_and_uses_things, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;

    anna.heading("Prøve").appears().await;
    anna.field("Note").fill("Æblegrød i 7.B").await;
    anna.field("Note").type_slowly(" – igen", Duration::from_millis(5)).await;
    anna.field("Note").has_value("Æblegrød i 7.B – igen").await;
    anna.field("Note").fill("Ro").await;
    anna.field("Note").fill("").await;
    anna.field("Navn").type_text("MK").await;
    assert_eq!(anna.field("Navn").value().await, "MK");

    anna.field("Dag").set_date("2026-11-24").await;
    anna.text("Dag: 2026-11-24").appears().await;
    anna.field("Type").choose("Ro i klassen").await;
    anna.role(Role::Other("status"), "").says("Valgt: Ro i klassen").await;

    anna.radio("Klarhed", "Høj").click().await;
    anna.radio("Ro", "Lav").click().await;
    assert!(anna.radio("Klarhed", "Høj").is_ticked().await);
    assert!(!anna.radio("Ro", "Høj").is_ticked().await);
    assert!(anna.radio("Ro", "Høj").size().await.1 >= 48.0);
    anna.checkbox("Må deles").tick().await;
    anna.checkbox("Må deles").tick().await;
    anna.checkbox("Må deles").untick().await;

    assert_eq!(anna.link("Indsatser").count().await, 2);
    anna.link("Indsatser").nth(1).click().await;
    anna.is_at("#b").await;
    anna.back().await;
});

for_both_engines!(a_dialog_is_all_there_is_while_it_is_open, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;
    anna.button("Slet").click().await;
    anna.button("Gem").is_gone().await;
    anna.dialog("Vil du slette?").button("Nej").click().await;
    anna.dialog("Vil du slette?").is_gone().await;

    anna.tab_to("Hent fil").await;
    anna.press_holding(Key::Shift, Key::Tab).await;
    anna.focus_comes_to("button", "Slet").await;
    anna.press(Key::Enter).await;
    anna.dialog(containing("slette")).button("Ja").press(Key::Enter).await;
    anna.text("Slettet").appears().await;
    assert_eq!(anna.button("Skjult").count().await, 0);
});

for_both_engines!(a_failure_says_what_was_there_instead, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;

    // Both come to the end of their patience at the same time.
    let (two, none) = (anna.link("Indsatser"), anna.group("Klarhed").radio("x", "Middel"));
    let (several, missing) = futures::join!(failure(two.click()), failure(none.click()));
    assert!(several.contains("is not one but several"), "{several}");
    assert!(missing.contains("is not there"), "{missing}");
    assert!(missing.contains("button \"Fortryd det sidste\""), "{missing}");
    assert!(missing.contains("self_test/mod.rs"), "{missing}");
    assert!(missing.contains(&format!("Anna in {:?}", stage.engine())), "{missing}");
});

for_both_engines!(what_has_not_come_yet_is_not_what_stays_gone, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;
    anna.text("Kommer sent").stays_gone().await;

    let later = "setTimeout(() => { document.getElementById('filtekst').textContent = 'Kommer sent'; }, 250)";
    anna.script(later, vec![]).await;
    anna.text("Kommer sent").is_gone().await;
    let told = failure(anna.text("Kommer sent").stays_gone()).await;
    assert!(told.contains("came all the same"), "{told}");
});

for_both_engines!(nothing_is_lost_when_net_and_browser_go, async |stage: &Stage| {
    let folder = Folder::new();
    let mut server = stage.serve(build(&folder, "et"), "/under/vej/").await;
    let anna = stage.browser("Anna", &server).await;
    let bo = stage.browser("Bo", &server).await;
    anna.size(Size::PHONE).await;
    anna.open("").await;
    ready(&anna).await;
    server.stop().await;
    anna.reload().await;
    anna.field("Note").fill("Skrevet uden net").await;
    anna.button("Gem").click().await;
    anna.text("Gemt").appears().await;

    anna.kill().await;
    assert!(!anna.is_open());
    anna.reopen().await;
    anna.field("Note").has_value("Skrevet uden net").await;
    assert_eq!(anna.script("return innerWidth", vec![]).await, json!(390));

    server.start_again().await;
    bo.open("").await;
    bo.text("Tom").appears().await;
    bo.field("Note").has_value("").await;
});

for_both_engines!(another_build_answers_at_the_same_address, async |stage: &Stage| {
    let folder = Folder::new();
    let mut server = stage.serve(build(&folder, "første"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    ready(&anna).await;
    server.serve(&build(&folder, "anden")).await;
    let bo = stage.browser("Bo", &server).await;
    bo.open("").await;
    bo.text("anden").appears().await;
    anna.reload().await;
    anna.text("første").appears().await;

    anna.new_tab("?nr=2").await;
    anna.text("Tom").appears().await;
    anna.tab(0).await;
    anna.field("Note").fill("fra den første").await;
    anna.tab(1).await;
    anna.field("Note").has_value("").await;
    anna.close_tab().await;
    anna.field("Note").has_value("fra den første").await;
});

for_both_engines!(files_go_out_and_come_in, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;
    anna.field("Note").fill("Blåbær").await;
    anna.saved_nothing_more();
    anna.button("Hent fil").click().await;
    let first = anna.next_download().await;
    assert_eq!(fs::read_to_string(&first).unwrap(), "Blåbær");
    assert_eq!(first.file_name().unwrap(), "prøve-24.json");
    anna.field("Note").fill("Hindbær").await;
    anna.button("Hent fil").click().await;
    let second = anna.next_download().await;
    anna.saved_nothing_more();
    assert_ne!(first, second);

    anna.file_field("Vælg filer").pick(&[&first, &second]).await;
    anna.text("Blåbær | ").appears().await;
    anna.text("Hindbær").appears().await;
});

for_both_engines!(noise_in_the_console_is_heard, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let elsewhere = stage.serve(build(&folder, "to"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;
    assert_eq!(anna.console_errors().await, Vec::<String>::new());
    anna.open("?larm").await;
    anna.text("Tom").appears().await;
    let heard = anna.console_errors().await.join("\n");
    for part in ["fra siden", "kastet", "afvist"] {
        assert!(heard.contains(part), "{part} is not in:\n{heard}");
        anna.expect_console_error(part);
    }
    assert_eq!(anna.requests_to_other_origins().await, Vec::<String>::new());

    // Nobody's browser in the end: it asks elsewhere, which a story forbids.
    let bo = stage.stranger("Bo", &server).await;
    bo.driver().goto(elsewhere.url()).await.unwrap();
    let asked = bo.requests_to_other_origins().await;
    assert!(asked.contains(&elsewhere.url()), "{asked:?}");
});

for_both_engines!(every_page_has_the_storys_day, async |stage: &Stage| {
    stage.is_on("2027-03-28T01:59:00");
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    let shows = async |day: &str| {
        // What the page's own script saw when it began, and what the page sees now.
        let script = "const day = at => at.toLocaleDateString('sv');
            return [day(window.began), day(new Date()), day(new Date(Date.now()))]";
        assert_eq!(anna.script(script, vec![]).await, json!([day, day, day]));
    };
    anna.open("").await;
    shows("2027-03-28").await;
    let script =
        "return [new Date('2027-03-28T03:00').getTime() - new Date('2027-03-28T01:59').getTime(),
        Intl.DateTimeFormat().resolvedOptions().timeZone]";
    let spring = json!([60_000, "Europe/Copenhagen"]);
    assert_eq!(anna.script(script, vec![]).await, spring, "the hour that is skipped in Denmark");

    anna.it_is_on("2028-02-29T08:00:00").await;
    anna.reload().await;
    shows("2028-02-29").await;
    anna.new_tab("?nr=2").await;
    shows("2028-02-29").await;
    anna.it_is_on("2028-03-01T08:00:00").await;
    anna.tab(0).await;
    anna.reload().await;
    shows("2028-03-01").await;
    anna.kill().await;
    anna.reopen().await;
    shows("2028-03-01").await;
    // Another device of the same story begins on the story's day, a little later.
    let bo = stage.browser("Bo", &server).await;
    bo.open("").await;
    let day = "return [new Date().toLocaleDateString('sv'), new Date().getHours() < 5]";
    assert_eq!(bo.script(day, vec![]).await, json!(["2027-03-28", true]));
});

for_both_engines!(a_story_that_says_nothing_has_a_day_too, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    let asked = std::env::var("INDSATS_DAY").ok().filter(|day| !day.is_empty());
    let day = asked.unwrap_or_else(|| "2026-11-23".to_owned());
    let script = "const at = window.began;
        return [at.toLocaleDateString('sv'), `${at.getHours()}:${at.getMinutes()}`]";
    assert_eq!(anna.script(script, vec![]).await, json!([day, "10:42"]));
});

for_both_engines!(axe_finds_what_is_wrong, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    anna.open("").await;
    anna.text("Tom").appears().await;
    for dark in [false, true] {
        anna.dark(dark).await;
        anna.assert_accessible("the page").await;
    }
    let script = "document.getElementById('navn').parentElement.replaceWith(document.getElementById('navn'))";
    anna.script(script, vec![]).await;
    let told = failure(anna.assert_accessible("the page without a label")).await;
    assert!(told.contains("label (critical)") && told.contains("#navn"), "{told}");
});

for_both_engines!(the_screen_is_as_asked, async |stage: &Stage| {
    let folder = Folder::new();
    let server = stage.serve(build(&folder, "et"), "/").await;
    let anna = stage.browser("Anna", &server).await;
    for size in [Size::NARROW, Size::PHONE, Size::TABLET, Size::TABLET_ACROSS] {
        anna.size(size).await;
        anna.open("").await;
        let seen =
            anna.script("return [innerWidth, innerHeight, navigator.language]", vec![]).await;
        assert_eq!(seen, json!([size.width, size.height, "da-DK"]));
    }
    anna.still(true).await;
    anna.dark(true).await;
    anna.kill().await;
    anna.reopen().await;
    let background = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(anna.script(background, vec![]).await, json!("rgb(17, 17, 17)"));
    let picture = folder.join("picture.png");
    anna.picture(&picture).await;
    assert!(picture.metadata().unwrap().len() > 1000);
});

/// The driver's own idea of an element's name.
#[derive(Debug)]
struct ComputedLabel(WebElement);

impl FormatRequestData for ComputedLabel {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let mut request = Command::GetElementText(self.0.element_id()).format_request(session);
        request.uri = request.uri.replace("/text", "/computedlabel").into();
        request
    }
}

#[test]
fn names_are_those_that_chromium_computes() {
    crate::harness::story::play(Engine::Chromium, "names", async |stage: &Stage| {
        let folder = Folder::new();
        let server = stage.serve(build(&folder, "et"), "/").await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        for (role, name) in [
            (Role::Heading, "Prøve"),
            (Role::Field, "Note"),
            (Role::Field, "Navn"),
            (Role::Field, "Type"),
            (Role::Group, "Klarhed"),
            (Role::Button, "Gem"),
            (Role::Button, "Fortryd det sidste"),
            (Role::Checkbox, "Må deles"),
            (Role::Other("navigation"), "Rum"),
        ] {
            let thing = anna.role(role, name);
            let label = thing.with("name", async |element| {
                let request = ComputedLabel(element.clone());
                element.handle().cmd(request).await?.value::<String>()
            });
            assert_eq!(label.await.trim(), name);
        }
    });
}

#[test]
fn a_full_disk_can_be_played_in_chromium() {
    crate::harness::story::play(Engine::Chromium, "full disk", async |stage: &Stage| {
        let folder = Folder::new();
        let server = stage.serve(build(&folder, "et"), "/").await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        anna.text("Tom").appears().await;
        anna.room_to_store(Some(20_000)).await;
        let fill = "document.getElementById('note').value = 'x'.repeat(1e6)";
        anna.script(fill, vec![]).await;
        anna.button("Gem").click().await;
        anna.text("Ikke gemt: QuotaExceededError").appears().await;
        anna.room_to_store(None).await;
        anna.button("Gem").click().await;
        anna.text("Gemt").appears().await;
    });
}
