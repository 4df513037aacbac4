//! Which screens are drawn, and how a person comes to each.

use std::path::PathBuf;
use std::pin::Pin;

use crate::harness::processes::Folder;
use crate::harness::{Browser, Finds, Role, Size, containing, seed};

/// A screen or a state of it.
pub struct Screen {
    /// Its name on the page of pictures.
    pub name: &'static str,
    /// From an empty profile to the screen.
    pub steps: Steps,
}

type Steps = Box<dyn FnOnce(Browser) -> Pin<Box<dyn Future<Output = ()>>>>;

/// A screen, and the way to it.
pub fn screen(name: &'static str, steps: impl AsyncFnOnce(Browser) + 'static) -> Screen {
    Screen { name, steps: Box::new(|browser| Box::pin(async { steps(browser).await })) }
}

const EXAMPLE: &str = "Tolærere i 5.b";

/// All of them, in the order a person meets them.
pub fn all() -> Vec<Screen> {
    let mut all = beginnings();
    all.extend(forms());
    all.extend(crate::editor::all());
    all.extend(super::lessons::all());
    all.extend(crate::agreements::all());
    all.extend(super::day::all());
    all.extend(super::measure::all());
    all.extend(super::survey::all());
    all.extend(super::collaboration::all());
    all.extend(super::plan::all());
    all.extend(super::goals::all());
    all.extend(super::year::all());
    all.extend(super::guide::all());
    all.extend(super::closing::all());
    all.extend(super::voices::all());
    all.extend(super::rooms::all());
    all.extend(files());
    all.extend(ends());
    all
}

fn beginnings() -> Vec<Screen> {
    vec![
        screen("Overblik, første gang", async |anna: Browser| {
            anna.open("").await;
            anna.heading("Velkommen til Indsats").appears().await;
        }),
        screen("Overblik med eksemplet", async |anna: Browser| with_example(&anna).await),
        screen("Overblik efter en rydning", async |anna: Browser| {
            beside_the_app(&anna).await;
            anna.script("localStorage.setItem('indsats.has-data', 'true')", vec![]).await;
            anna.open("").await;
            anna.text("Lageret er tomt").appears().await;
        }),
        screen("Indsatser, ingen endnu", async |anna: Browser| {
            anna.open("indsatser").await;
            anna.heading("Ingen indsatser endnu").appears().await;
        }),
        screen("Indsatser", async |anna: Browser| {
            with_example(&anna).await;
            for title in [
                "Makkerlæring i brøker",
                "En indsats med en titel, der er så lang, at den må brydes",
            ] {
                own_initiative(&anna, title).await;
            }
            anna.open("indsatser").await;
            anna.link(EXAMPLE).appears().await;
        }),
        screen("Indsats", async |anna: Browser| {
            with_example(&anna).await;
            anna.open("indsatser").await;
            anna.link(EXAMPLE).click().await;
            anna.link(containing("5.b · ")).first().appears().await;
        }),
        screen("Indsats uden observationer", async |anna: Browser| {
            anna.open("").await;
            own_initiative(&anna, "Læsemakkere i 2.a").await;
        }),
    ]
}

fn forms() -> Vec<Screen> {
    vec![
        screen("Ny indsats", async |anna: Browser| {
            anna.open("indsatser/ny").await;
            anna.field("Titel").appears().await;
        }),
        screen("Ny indsats, forventninger", async |anna: Browser| {
            begins_setting_up(&anna).await;
            anna.button("Tilføj en forventning").click().await;
            anna.field("Hvad forventer vi?").fill("Alle siger noget i hver time.").await;
            anna.field("Sådan ser vi, at det er nået").fill("Vi tæller hænder to gange.").await;
        }),
        screen("Ny indsats, se det igennem", async |anna: Browser| {
            begins_setting_up(&anna).await;
            anna.link("Se det igennem").click().await;
            anna.heading("Se det igennem").appears().await;
        }),
        screen("Ny indsats på én side", async |anna: Browser| {
            on_one_page(&anna).await;
        }),
        screen("Ny indsats, afvist", async |anna: Browser| {
            on_one_page(&anna).await;
            anna.button("Tilføj person").click().await;
            anna.button("Færdig").click().await;
            anna.link("Skriv, hvad I kalder indsatsen.").appears().await;
        }),
        screen("Ny indsats, teamet", async |anna: Browser| {
            on_one_page(&anna).await;
            for initials in ["MK", "JP"] {
                anna.button("Tilføj person").click().await;
                anna.press(initials).await;
            }
            anna.field("Rolle").first().choose("Lærer").await;
            to_bottom(&anna).await;
        }),
        screen("Ny observation", async |anna: Browser| {
            anna.open("").await;
            own_initiative(&anna, "Læsemakkere i 2.a").await;
            anna.link("Ny observation").click().await;
            anna.heading("Før lektionen").appears().await;
        }),
        screen("Observationer, alle", async |anna: Browser| {
            with_many(&anna).await;
        }),
        screen("Observationer, filtre på telefon", async |anna: Browser| {
            with_many(&anna).await;
            anna.size(Size::PHONE).await;
            anna.button("Filtre").click().await;
            anna.field("Klasse eller gruppe").choose("5.b").await;
            anna.button("Filtre (1)").appears().await;
        }),
        screen("Observationer, ingen passer", async |anna: Browser| {
            with_many(&anna).await;
            anna.field("Søg i observationer").fill("findes ikke").await;
            anna.heading("Ingen observationer passer").appears().await;
        }),
        screen("Observation, noter og tælling", async |anna: Browser| {
            with_example(&anna).await;
            the_finished_one(&anna).await;
            anna.button("Næste note").is_gone().await;
            anna.field("Ny note").type_text("Tre elever henter selv nye bøger, mens").await;
            anna.radio("Mærkat (frivilligt)", "Elever").click().await;
            to_heading(&anna, "Undervejs").await;
        }),
        screen("Observation, trin", async |anna: Browser| {
            with_example(&anna).await;
            the_finished_one(&anna).await;
            to_heading(&anna, "Lige efter lektionen").await;
        }),
        screen("Observation, slutningen", async |anna: Browser| {
            with_example(&anna).await;
            the_finished_one(&anna).await;
            to_bottom(&anna).await;
        }),
        screen("Observation, afvist", async |anna: Browser| {
            anna.open("observationer/ny").await;
            anna.button("Færdig").click().await;
            anna.text("Vælg, hvilken indsats observationen hører til.").first().appears().await;
        }),
        screen("Observation, gemt", async |anna: Browser| {
            with_example(&anna).await;
            the_finished_one(&anna).await;
            anna.field("Observatør (initialer) (frivilligt)").fill("KB").await;
            anna.radio("Er rammerne for observationen aftalt?", "Ja, mundtligt").click().await;
            anna.text("Gemt ").appears().await;
        }),
    ]
}

fn files() -> Vec<Screen> {
    vec![
        screen("Del og hent", async |anna: Browser| {
            with_example(&anna).await;
            anna.open("del").await;
            anna.radio("Hvad skal med?", "Det hele").appears().await;
        }),
        screen("Del, filen er klar", async |anna: Browser| {
            anna.open("").await;
            own_initiative(&anna, "Læsemakkere i 2.a").await;
            anna.open("del").await;
            anna.button("Lav fil").click().await;
            anna.button("Gem på enheden").appears().await;
        }),
        screen("Hent, før", async |anna: Browser| {
            let file = example_as_file(&anna).await;
            anna.file_field("Vælg filer").pick(&[&file]).await;
            anna.button("Hent ind").appears().await;
            to_heading(&anna, "Hent fil ind").await;
        }),
        screen("Hent, efter", async |anna: Browser| {
            let file = example_as_file(&anna).await;
            anna.file_field("Vælg filer").pick(&[&file]).await;
            anna.button("Hent ind").click().await;
            anna.text("Hentet ind").appears().await;
            to_heading(&anna, "Hent fil ind").await;
        }),
        screen("Hent, ikke læselig", async |anna: Browser| {
            let folder = Folder::new();
            let file = folder.join("referat.docx");
            std::fs::write(&file, "ikke en fil herfra").expect("the temp folder is writable");
            anna.open("del").await;
            anna.file_field("Vælg filer").pick(&[&file]).await;
            anna.text("referat.docx").appears().await;
            to_heading(&anna, "Hent fil ind").await;
        }),
        screen("To bud", async |anna: Browser| {
            two_values(&anna).await;
            anna.open("del/uenigheder").await;
            anna.button("Vælg »Fire elever læste højt«").appears().await;
        }),
        screen("Overblik med to bud", async |anna: Browser| {
            two_values(&anna).await;
            anna.open("").await;
            anna.text("Steder med to bud: 1").appears().await;
        }),
    ]
}

fn ends() -> Vec<Screen> {
    vec![
        screen("To bud, ingen", async |anna: Browser| {
            anna.open("del/uenigheder").await;
            anna.heading("Der er ikke noget at vælge imellem").appears().await;
        }),
        screen("Indstillinger", async |anna: Browser| {
            anna.open("indstillinger").await;
            anna.text("Klar til brug uden net.").appears().await;
        }),
        screen("Papirkurv, tom", async |anna: Browser| {
            anna.open("indstillinger/papirkurv").await;
            anna.heading("Papirkurven er tom").appears().await;
        }),
        screen("Papirkurv", async |anna: Browser| trash(&anna).await),
        screen("Slet for altid", async |anna: Browser| {
            trash(&anna).await;
            anna.button("Slet for altid").first().click().await;
            anna.dialog("Slet for altid?").appears().await;
        }),
        screen("Besked med fortryd", async |anna: Browser| {
            anna.open("").await;
            own_initiative(&anna, "Læsemakkere i 2.a").await;
            anna.button("Læg i papirkurven").click().await;
            anna.button("Fortryd").appears().await;
        }),
        screen("Om", async |anna: Browser| {
            anna.open("om").await;
            anna.text("Klar til brug uden net.").appears().await;
        }),
        screen("Ikke fundet", async |anna: Browser| {
            anna.open("findes/ikke").await;
            anna.heading("Der er ikke noget her").appears().await;
        }),
    ]
}

/// The first page with the example.
pub async fn with_example(anna: &Browser) {
    anna.open("").await;
    anna.button("Prøv med eksempel").click().await;
    anna.heading("Fortsæt").appears().await;
}

/// All observations, of which there are sixty.
pub async fn with_many(anna: &Browser) {
    let mut made = seed::Seed::new(1_795_000_000_000);
    let of = made.put(&seed::initiative("Tolærere i 5.b", "5.b"));
    seed::many(&mut made, 60, &[of]);
    let folder = Folder::new();
    let path = folder.join("mange.indsats");
    std::fs::write(&path, made.file()).expect("the temp folder is writable");
    anna.open("del").await;
    anna.file_field("Vælg filer").pick(&[&path]).await;
    anna.button("Hent ind").click().await;
    anna.text("Hentet ind").appears().await;
    anna.open("observationer").await;
    anna.text("60 observationer").appears().await;
}

/// The form of a new initiative on one page.
pub async fn on_one_page(anna: &Browser) {
    anna.open("indsatser/ny").await;
    anna.button("Udfyld det hele på én side").click().await;
    anna.field("Formål (frivilligt)").appears().await;
}

/// Three steps into the guided start.
async fn begins_setting_up(anna: &Browser) {
    anna.open("indsatser/ny").await;
    anna.radio("Hvilken slags indsats er det?", "Tolærerordning").click().await;
    anna.field("Titel").fill("Tolærere i 5.b").await;
    for heading in ["Trin 2 af 6", "Trin 3 af 6", "Trin 4 af 6"] {
        anna.button("Næste").click().await;
        anna.heading(containing(heading)).appears().await;
    }
}

/// Makes an initiative and is at its page.
pub async fn own_initiative(anna: &Browser, title: &str) {
    on_one_page(anna).await;
    anna.radio("Hvilken slags indsats er det?", "Makkerlæring").click().await;
    anna.field("Titel").fill(title).await;
    anna.field("Klasse eller gruppe (frivilligt)").fill("2.a").await;
    anna.field("Formål (frivilligt)").fill("Eleverne læser højt for hinanden hver dag.").await;
    anna.button("Færdig").click().await;
    anna.heading(title).appears().await;
}

/// The page of the example's observation in the general form.
pub async fn the_finished_one(anna: &Browser) {
    anna.open("").await;
    let latest = anna.role(Role::Other("region"), "Seneste observationer");
    latest.link(containing("5.b · ")).nth(1).click().await;
    anna.heading("Undervejs").appears().await;
}

/// The example in a file, on a device that has put it away.
async fn example_as_file(anna: &Browser) -> PathBuf {
    with_example(anna).await;
    anna.open("del").await;
    anna.radio("Hvad skal med?", EXAMPLE).click().await;
    anna.button("Lav fil").click().await;
    anna.button("Gem på enheden").click().await;
    let file = anna.next_download().await;
    forget_everything(anna).await;
    anna.open("del").await;
    anna.button("Lav fil").appears().await;
    file
}

/// An address of the same origin where nothing of the app runs.
async fn beside_the_app(anna: &Browser) {
    anna.expect_console_error("favicon.ico");
    anna.open("manifest.webmanifest").await;
}

pub async fn forget_everything(anna: &Browser) {
    beside_the_app(anna).await;
    let wipe = "
        localStorage.clear();
        for (const { name } of await indexedDB.databases()) {
            await new Promise(resolve => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
        }";
    anna.script_async(wipe, vec![]).await;
}

/// Two devices have changed the purpose of the same initiative.
async fn two_values(anna: &Browser) {
    anna.open("indstillinger").await;
    anna.field("Dine initialer").fill("AN").await;
    own_initiative(anna, "Læsemakkere i 2.a").await;
    let first = everything(anna).await;
    changes_purpose(anna, "Tre par kom i gang uden hjælp").await;
    let hers = everything(anna).await;
    forget_everything(anna).await;
    anna.open("indstillinger").await;
    anna.field("Dine initialer").fill("BO").await;
    fetches(anna, &first).await;
    changes_purpose(anna, "Fire elever læste højt").await;
    fetches(anna, &hers).await;
}

async fn everything(anna: &Browser) -> PathBuf {
    anna.open("del").await;
    anna.button("Lav fil").click().await;
    anna.button("Gem på enheden").click().await;
    anna.next_download().await
}

async fn fetches(anna: &Browser, file: &std::path::Path) {
    anna.open("del").await;
    anna.file_field("Vælg filer").pick(&[file]).await;
    anna.button("Hent ind").click().await;
    anna.text("Hentet ind").appears().await;
}

async fn changes_purpose(anna: &Browser, to: &str) {
    anna.open("indsatser").await;
    anna.link("Læsemakkere i 2.a").click().await;
    anna.link("Ret indsatsen").click().await;
    anna.field("Formål (frivilligt)").fill(to).await;
    anna.button("Færdig").click().await;
    anna.text(to).appears().await;
}

async fn trash(anna: &Browser) {
    with_example(anna).await;
    anna.open("indsatser").await;
    anna.link(EXAMPLE).click().await;
    anna.button("Læg i papirkurven").click().await;
    anna.heading("Indsatser").appears().await;
    anna.open("indstillinger/papirkurv").await;
    anna.button("Slet for altid").first().appears().await;
}

/// Scrolls to a heading.
pub async fn to_heading(anna: &Browser, heading: &str) {
    let script = "[...document.querySelectorAll('h2')].find(it => it.innerText === arguments[0]).scrollIntoView()";
    anna.script(script, vec![heading.into()]).await;
}

/// Scrolls to the end of the page.
pub async fn to_bottom(anna: &Browser) {
    anna.script("scrollTo(0, document.documentElement.scrollHeight)", vec![]).await;
}
