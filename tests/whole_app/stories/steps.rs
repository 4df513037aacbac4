//! What people do in many stories, in the words that stand on their screens.

use std::path::{Path, PathBuf};

use crate::harness::patience::{PATIENCE, Patience};
use crate::harness::{Browser, Finder, Finds, Role, containing};
use serde_json::{Value, json};

/// The question whose answer two people disagree about.
pub const HELPED: &str = "Et konkret eksempel på noget, der hjalp eleverne";

/// Waits until the device keeps the whole app.
pub async fn is_ready_without_net(person: &Browser) {
    go_to(person, "Om").await;
    person.text("Klar til brug uden net.").appears_within(PATIENCE * 3).await;
    go_to(person, "Overblik").await;
}

/// Writes the initials that stand beside everything this person writes.
pub async fn is_called(person: &Browser, initials: &str) {
    go_to(person, "Indstillinger").await;
    person.field("Dine initialer").fill(initials).await;
}

/// Goes to one of the places in the bar or rail.
pub async fn go_to(person: &Browser, place: &str) {
    person.role(Role::Other("navigation"), "Steder").link(place).click().await;
    person.role(Role::Heading, containing(place)).first().appears().await;
}

/// Makes an initiative of the first kind with a title, and is at its page afterwards.
pub async fn makes_initiative(person: &Browser, title: &str) {
    go_to(person, "Indsatser").await;
    person.link("Ny indsats").click().await;
    takes_the_one_page(person).await;
    person.radio("Hvilken slags indsats er det?", "Tolærerordning").click().await;
    person.field("Titel").fill(title).await;
    person.field("Klasse eller gruppe (frivilligt)").fill("5.b").await;
    is_saved(person).await;
    person.button("Færdig").click().await;
    person.heading(title).appears().await;
}

/// Goes from the guided start of a new initiative to its form on one page.
pub async fn takes_the_one_page(person: &Browser) {
    person.button("Udfyld det hele på én side").click().await;
    person.field("Formål (frivilligt)").appears().await;
}

/// Begins an observation of the initiative on the screen, in the general form.
pub async fn begins_observation(person: &Browser) {
    person.link("Ny observation").click().await;
    person.heading("Før lektionen").appears().await;
    chooses_form(person, "Observation af undervisning – generel").await;
    person.heading("Før lektionen").appears().await;
}

/// Chooses the form of the observation on the screen, and waits until its questions stand there in place of those of the
/// form before: what is pressed in between can land on a question that goes.
pub async fn chooses_form(person: &Browser, form: &str) {
    person.field("Skema").choose(form).await;
    person.comes_to_rest().await;
}

/// Marks the observation on the screen as done.
pub async fn finishes(person: &Browser) {
    person.button("Færdig").click().await;
    person.text("Observationen er færdig.").appears().await;
}

/// Waits until the line under the title says that everything is saved.
pub async fn is_saved(person: &Browser) {
    status_says(person, "Gemt ").await;
}

/// Waits until the line under the title says this to the eye and nothing newer is on its way. What it says
/// aloud stays a little behind.
pub async fn status_says(person: &Browser, words: &str) {
    // Waited for in the page: asking from outside again and again costs more than the page itself.
    let script = "
        const [words] = arguments, end = performance.now() + 1000;
        for (;;) {
            const line = document.querySelector('.status-line > span[aria-hidden]');
            const isBusy = document.querySelector('.status-line [aria-busy]') !== null;
            const said = line && !isBusy ? line.innerText : '';
            if (said.includes(words) || performance.now() > end) return said;
            await new Promise(again => setTimeout(again, 30));
        }";
    let mut patience = Patience::usual();
    loop {
        let said = person.script_async(script, vec![json!(words)]).await;
        if said.as_str().is_some_and(|said| said.contains(words)) {
            return;
        }
        if patience.is_over() {
            let screen = person.seen().await.join("\n  ");
            panic!(
                "{}: the status line should say {words:?} but says {said}. On the screen:\n  {screen}",
                person.who()
            );
        }
    }
}

/// Goes to the end of the school year that today is in. Until the end of October the page begins with the year before.
pub async fn ends_this_school_year(person: &Browser) {
    person.open("skoleaar").await;
    let year = person.field("Skoleår");
    year.appears().await;
    let newest = "return [...document.querySelector('main select').options].map(it => it.label.trim()).sort().pop()";
    let newest = person.script(newest, vec![]).await;
    year.choose(newest.as_str().expect("there are years to choose")).await;
}

/// Makes a file of everything and saves it.
pub async fn makes_file(person: &Browser) -> PathBuf {
    go_to(person, "Del og hent").await;
    person.radio("Hvad skal med?", "Det hele").click().await;
    saves_file(person).await
}

/// Makes a file of what is chosen on the page and saves it.
pub async fn saves_file(person: &Browser) -> PathBuf {
    person.button("Lav fil").click().await;
    person.button("Gem på enheden").click().await;
    let file = person.next_download().await;
    person.text("Filen er lavet.").appears().await;
    file
}

/// Picks a file and sees what it would do.
pub async fn picks_file(person: &Browser, file: &Path) {
    go_to(person, "Del og hent").await;
    person.file_field("Vælg filer").pick(&[file]).await;
}

/// Picks a file and takes it in.
pub async fn fetches(person: &Browser, file: &Path) {
    picks_file(person, file).await;
    person.button("Hent ind").click().await;
    person.text("Hentet ind").appears().await;
}

/// Closes every message at the bottom of the page.
pub async fn closes_messages(person: &Browser) {
    person.button("Luk beskeden").click_away().await;
}

/// The observation of the initiative with this title, which has only one.
pub async fn opens_observation(person: &Browser, title: &str) {
    go_to(person, "Indsatser").await;
    person.link(title).click().await;
    person.heading(title).appears().await;
    person.link(containing("5.b · ")).click().await;
    person.heading("Før lektionen").appears().await;
}

/// A number of taps on a counter, as its button says them.
pub fn counter(person: &Browser, name: &str, taps: u32) -> Finder {
    person.button(format!("{name}: {taps}. Tæl én mere"))
}

/// One member of a file, in the very bytes that stand there. The lists of a file end with a line of their own.
pub fn member(file: &Path, name: &str) -> String {
    let text = std::fs::read_to_string(file).expect("the file was just saved");
    let start = text.find(&format!("\"{name}\": [")).expect("the file has this member");
    let end = text[start..].find("\n]").expect("the list ends");
    text[start..start + end].to_owned()
}

/// A whole file as JSON.
pub fn parsed(file: &Path) -> Value {
    let text = std::fs::read(file).expect("the file was just saved");
    serde_json::from_slice(&text).expect("the file is JSON")
}

/// Everything that the device keeps, as one text: the same before and after means that nothing has changed.
pub async fn everything_stored(person: &Browser) -> Value {
    let script = "
        const ask = request => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const found = {};
        for (const { name } of await indexedDB.databases()) {
            const database = await ask(indexedDB.open(name));
            for (const store of [...database.objectStoreNames].sort()) {
                const all = database.transaction(store).objectStore(store).getAll();
                found[`${name}/${store}`] = await ask(all);
            }
            database.close();
        }
        return found;";
    let found = person.script_async(script, vec![]).await;
    assert_ne!(found, json!({}), "the device keeps something");
    found
}
