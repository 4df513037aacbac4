//! A part of the download that cannot be had: it is said, asked for again, and costs nothing that was written.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::steps::{go_to, is_ready_without_net, is_saved};
use crate::harness::folders::copy_folder;
use crate::harness::processes::Folder;
use crate::harness::{Browser, Build, Finds, Role, Stage, for_both_engines};

const MISSING: &str =
    "Denne side kunne ikke hentes: se efter, om der er net, og prøv igen, eller åbn Indsats igen.";
const NOTE: &str = "E04 forklarer sin makker";
const FIELD: &str = "Hvad så eller hørte du?";

/// What can become of a file on its way.
#[derive(Clone, Copy, Debug)]
enum Damage {
    /// The server has it no more.
    Gone,
    /// A captive portal answers in its place.
    Page,
    /// The end of it never comes.
    CutOff,
    /// One byte is another.
    Altered,
}

for_both_engines!(
    /// Whatever became of the part: one sentence and a button, which helps as soon as the part can be had.
    a_part_that_cannot_be_had_is_asked_for_again,
    async |stage: &Stage| {
        for damage in [Damage::Gone, Damage::Page, Damage::CutOff, Damage::Altered] {
            let folder = Folder::new();
            let damaged = copy_without_rest(&folder, damage);
            let mut server = stage.serve(&damaged, "/").await;
            let anna = stage.browser("Anna", &server).await;
            allows_failed_fetches(&anna);
            writes_a_note(&anna).await;

            goes_to_initiatives(&anna).await;
            anna.text(MISSING).appears().await;
            anna.button("Prøv igen").click().await;
            anna.text(MISSING).appears().await;
            stage.note(&format!("{damage:?} was said"));

            server.serve(&Build::Root.folder()).await;
            anna.button("Prøv igen").click().await;
            anna.heading("Ingen indsatser endnu").appears().await;
            anna.text(MISSING).is_gone().await;
            the_note_is_there(&anna).await;
            stage.done_with(&anna).await;
        }
    }
);

for_both_engines!(
    /// The net goes before the device has the whole app: what is here works, and the rest says what is wrong with it.
    without_net_before_all_parts_are_here_nothing_is_lost,
    async |stage: &Stage| {
        let folder = Folder::new();
        let mut server = stage.serve(copy_without_rest(&folder, Damage::Gone), "/").await;
        let anna = stage.browser("Anna", &server).await;
        allows_failed_fetches(&anna);
        writes_a_note(&anna).await;
        server.stop().await;
        anna.field(FIELD).type_text(" igen").await;
        goes_to_initiatives(&anna).await;
        anna.text(MISSING).appears().await;
        anna.back().await;
        anna.field(FIELD).has_value(&format!("{NOTE} igen")).await;
        goes_to_initiatives(&anna).await;
        anna.text(MISSING).appears().await;
        server.serve(&Build::Root.folder()).await;
        anna.button("Prøv igen").click().await;
        anna.heading("Ingen indsatser endnu").appears().await;
    }
);

for_both_engines!(
    /// "Klar til brug uden net" means every part: none was asked for by a page before the net went.
    every_part_is_kept_for_use_without_net,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_ready_without_net(&anna).await;
        let parts = anna.script_async(PARTS_KEPT, vec![]).await;
        assert_eq!(parts["missing"], json!([]), "{parts}");
        assert!(parts["asked"].as_array().is_some_and(|it| it.len() >= 3), "{parts}");
        server.stop().await;
        for (page, heading) in
            [("indsatser", "Ingen indsatser endnu"), ("indstillinger/papirkurv", "Papirkurven er tom")]
        {
            anna.open(page).await;
            anna.heading(heading).appears().await;
        }
        anna.open("lynnotater/ny").await;
        anna.field(FIELD).appears().await;
    }
);

/// The parts that the glue asks for, and those of them that the worker does not keep.
const PARTS_KEPT: &str = "
    const kept = await caches.open((await caches.keys()).find(name => name.startsWith('indsats|')));
    const files = (await kept.keys()).map(it => it.url);
    const glue = files.find(it => /indsats-[0-9a-f]{16}\\.js$/.test(it));
    const text = await (await kept.match(glue)).text();
    const asked = [...text.matchAll(/\\.\\/([a-z]+-[0-9a-f]{16}\\.wasm)/g)].map(it => it[1]);
    return { asked, missing: asked.filter(it => !files.some(file => file.endsWith(`/${it}`))) };";

/// A copy of the build in which the last part is damaged.
fn copy_without_rest(folder: &Folder, damage: Damage) -> PathBuf {
    let copy = folder.join("damaged");
    copy_folder(&Build::Root.folder(), &copy);
    let mut found = 0;
    for entry in fs::read_dir(&copy).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("rest-") {
            continue;
        }
        found += 1;
        let whole = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        // The compressed copies are what is served, so they go as well.
        if name.ends_with(".wasm") {
            match damage {
                Damage::Gone => {}
                Damage::Page => fs::write(&path, "<!doctype html><title>Log på</title>").unwrap(),
                Damage::CutOff => fs::write(&path, &whole[..whole.len() / 2]).unwrap(),
                Damage::Altered => {
                    let mut altered = whole;
                    *altered.last_mut().unwrap() ^= 1;
                    fs::write(&path, altered).unwrap();
                }
            }
        }
    }
    assert!(found > 0, "the build has a last part");
    copy
}

/// A fetch that fails is said in the console too: by the browser, by the worker that cannot keep the build, and by
/// what fetches the parts.
fn allows_failed_fetches(person: &Browser) {
    for words in [
        "rest-",
        "Failed to fetch",
        "Load failed",
        "Could not connect",
        "ERR_CONNECTION_REFUSED",
        "worker.js",
        "icons/",
        "manifest.webmanifest",
        "integrity",
    ] {
        person.expect_console_error(words);
    }
}

async fn writes_a_note(person: &Browser) {
    person.open("lynnotater/ny").await;
    person.field(FIELD).fill(NOTE).await;
    is_saved(person).await;
}

/// Taps the place; what then comes is for the story to say.
async fn goes_to_initiatives(person: &Browser) {
    person.role(Role::Other("navigation"), "Steder").link("Indsatser").click().await;
}

async fn the_note_is_there(person: &Browser) {
    go_to(person, "Overblik").await;
    person.link(NOTE).click().await;
    person.field(FIELD).has_value(NOTE).await;
}
