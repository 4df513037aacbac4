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
    all.extend(lessons());
    all.extend(crate::agreements::all());
    all.extend(super::day::all());
    all.extend(super::measure::all());
    all.extend(guide());
    all.extend(preparation());
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
        screen("Observationsskemaer", async |anna: Browser| {
            anna.open("skemaer").await;
            anna.heading("Jeres egne").appears().await;
        }),
        screen("Skemaet rettes", async |anna: Browser| own_form(&anna).await),
        screen("Skemaet rettes, et spørgsmål", async |anna: Browser| {
            own_form(&anna).await;
            anna.button(containing("Der er arbejdsro")).first().click().await;
            anna.field("Spørgsmål").click().await;
        }),
        screen("Skemaet rettes, nyt spørgsmål", async |anna: Browser| {
            own_form(&anna).await;
            anna.button("Tilføj spørgsmål").first().click().await;
        }),
        screen("Ny indsats", async |anna: Browser| {
            anna.open("indsatser/ny").await;
            anna.field("Titel").appears().await;
        }),
        screen("Ny indsats, afvist", async |anna: Browser| {
            anna.open("indsatser/ny").await;
            anna.button("Tilføj person").click().await;
            anna.button("Færdig").click().await;
            anna.link("Skriv, hvad I kalder indsatsen.").appears().await;
        }),
        screen("Ny indsats, teamet", async |anna: Browser| {
            anna.open("indsatser/ny").await;
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

fn lessons() -> Vec<Screen> {
    vec![
        screen("Live, begyndt", async |anna: Browser| starts_lesson(&anna).await),
        screen("Live, se op nu", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.seconds_on(241).await;
            anna.text("Øjeblik 2: se op nu").appears().await;
        }),
        screen("Live, øjeblikke", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.size(Size::PHONE).await;
            anna.script("document.querySelector('.live-moment').scrollIntoView()", vec![]).await;
        }),
        screen("Live, tælling", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.size(Size::PHONE).await;
            anna.script("document.querySelector('.live-count').scrollIntoView()", vec![]).await;
        }),
        screen("Live, en note skrives", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.button("De voksne taler sammen").click().await;
            anna.field("Hvad tænker jeg om det? (frivilligt)")
                .fill("Aftaler de, hvem der tager gruppen?")
                .await;
        }),
        screen("Papirskema, tomt", async |anna: Browser| types_paper(&anna).await),
        screen("Papirskema, udfyldt", async |anna: Browser| {
            types_paper(&anna).await;
            anna.field("Begyndte kl.").set_value("10:05").await;
            anna.field("Sluttede kl.").set_value("10:50").await;
            anna.button("Tilføj note").click().await;
            anna.field("Note 1 kl.").set_value("11:10").await;
            anna.field("Note 1: hvad så du?").fill("Tre elever henter selv nye bøger").await;
            to_heading(&anna, "Løbende noter").await;
        }),
        screen("Papirskema, øjeblikke", async |anna: Browser| {
            types_paper(&anna).await;
            anna.field("Begyndte kl.").set_value("10:05").await;
            anna.field("Sluttede kl.").set_value("10:25").await;
            anna.field("Samarbejdsform").first().choose("3 Stationsundervisning").await;
            to_heading(&anna, "Hvordan er de to voksne i spil lige nu?").await;
        }),
        screen("Observation efter lektionen", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.seconds_on(45 * 60).await;
            anna.button("Afslut").click().await;
            anna.text("Lektionen varede 45.").appears().await;
            anna.button("Vis hele skemaet").click().await;
            to_heading(&anna, "Lektionens ur").await;
        }),
        screen("Observation, timens forløb", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            anna.seconds_on(45 * 60).await;
            anna.button("Afslut").click().await;
            anna.text("Lektionen varede 45.").appears().await;
            anna.button("Vis hele skemaet").click().await;
            to_heading(&anna, "Timens forløb").await;
        }),
        screen("Opsamling, et trin", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button(containing("Trin 1:")).click().await;
        }),
        screen("Opsamling, spørgsmålet", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button(containing("Ét spørgsmål, der peger fremad")).click().await;
            anna.button("Hvordan kan de voksnes roller bruges endnu bedre?").click().await;
        }),
        screen("Historik", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button("Vis hele skemaet").click().await;
            anna.link("Historik").click().await;
            anna.text("Begyndt").appears().await;
        }),
        screen("Udskrift", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button("Vis hele skemaet").click().await;
            anna.link("Udskrift").click().await;
            anna.button("Udskriv").appears().await;
        }),
        screen("Tomt skema", async |anna: Browser| {
            anna.open("tomt-skema/obs-tolaererordning/1").await;
            anna.button("Udskriv").appears().await;
        }),
        screen("Set af to", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button("Færdig").click().await;
            anna.heading("Tolærere i 7.c").appears().await;
            anna.link("Ny observation").click().await;
            anna.field("Skema").choose("Observation af tolærerordning").await;
            anna.radio("Har I aftalt rammerne?", "Ja").click().await;
            anna.script("window.Date = window.realDate; window.began = undefined", vec![]).await;
            anna.button("Start lektionen").click().await;
            put_down(&anna).await;
            ends_with_a_level(&anna).await;
            anna.button("Vis hele skemaet").click().await;
            anna.link("Sammenlign to observatører").click().await;
            anna.link(containing("2.a · ")).first().click().await;
            anna.heading("Øjeblikke").appears().await;
        }),
    ]
}

/// The lesson is over, a note is in it and its first rating is marked.
async fn ends_with_a_level(anna: &Browser) {
    anna.seconds_on(20 * 60).await;
    anna.script("document.querySelector('.live-notes').scrollIntoView()", vec![]).await;
    anna.field("Ny note").type_text("Skiftet til stationer tog to minutter").await;
    anna.button("Næste note").click().await;
    anna.seconds_on(45 * 60).await;
    anna.button("Afslut").click().await;
    let first = "De voksnes roller er tydelige";
    anna.radio(first, "Trin 3 af 4: Det meste af tiden").click().await;
    anna.checkbox(containing("Skiftet til stationer")).tick().await;
    anna.text("Gemt ").appears().await;
}

/// A lesson of co-teaching whose clock has just been started.
async fn starts_lesson(anna: &Browser) {
    anna.open("").await;
    own_initiative(anna, "Tolærere i 7.c").await;
    anna.link("Ny observation").click().await;
    anna.field("Skema").choose("Observation af tolærerordning").await;
    anna.radio("Har I aftalt rammerne?", "Ja").click().await;
    anna.button("Start lektionen").click().await;
    anna.heading(containing("Lektionen kører")).appears().await;
}

/// A form of co-teaching that is to be typed in from paper.
async fn types_paper(anna: &Browser) {
    anna.open("").await;
    own_initiative(anna, "Tolærere i 7.c").await;
    anna.link("Ny observation").click().await;
    anna.field("Skema").choose("Observation af tolærerordning").await;
    anna.button("Tast et papirskema ind").click().await;
    anna.heading("Papirskema").appears().await;
}

/// Some of everything, at the first moment.
async fn put_down(anna: &Browser) {
    anna.seconds_on(121).await;
    anna.text("Øjeblik 1: se op nu").appears().await;
    let press = "for (const word of arguments) {
        [...document.querySelectorAll('button')].find(it => it.innerText.includes(word) || it.ariaLabel?.includes(word)).click();
    }";
    let words =
        ["Voksen hjælper", "Voksen hjælper", "De voksne koordinerer", "Stationsundervisning"];
    anna.script(press, words.map(|word| word.into()).to_vec()).await;
    anna.script(
        "document.querySelectorAll('.live-moment .live-code')[2].click();
         document.querySelectorAll('.live-moment .live-code')[8].click();",
        vec![],
    )
    .await;
    for note in ["Begge voksne går rundt fra start", "Tre elever venter ved station 2"] {
        anna.field("Ny note").type_text(note).await;
        anna.button("Næste note").click().await;
    }
}

fn guide() -> Vec<Screen> {
    let topic = |name, id: &'static str, title: &'static str| {
        screen(name, async move |anna: Browser| {
            anna.open(&format!("guide/{id}")).await;
            anna.heading(title).appears().await;
        })
    };
    vec![
        screen("Guide", async |anna: Browser| {
            anna.open("guide").await;
            anna.heading("Guide").appears().await;
        }),
        screen("Guide, søgning", async |anna: Browser| {
            anna.open("guide").await;
            anna.field("Søg i guiden").fill("skema tid").await;
            anna.text("Emner fundet").appears().await;
        }),
        topic("Guide, tre tal", "tal", "Tre tal fra VIVE"),
        topic("Guide, sparring", "sparring", "Sparring"),
        topic("Guide, møder", "moeder", "Møder og dagsordener"),
        screen("Guide, samarbejdsformer, slutningen", async |anna: Browser| {
            anna.open("guide/samarbejdsformer").await;
            anna.heading("Læs mere").appears().await;
            to_bottom(&anna).await;
        }),
    ]
}

fn preparation() -> Vec<Screen> {
    vec![
        screen("Forberedelse, opgaver", async |anna: Browser| {
            prepares(&anna).await;
            anna.script("document.querySelector('.fold').open = true", vec![]).await;
        }),
        screen("Forberedelse, spørgsmål", async |anna: Browser| {
            prepares(&anna).await;
            anna.role(Role::Other("tab"), "Spørgsmål").click().await;
            anna.button("Tag spørgsmålet op igen").click().await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Forberedelse, rustet", async |anna: Browser| {
            prepares(&anna).await;
            anna.role(Role::Other("tab"), "Er I rustet?").click().await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Indsats med forberedelse", async |anna: Browser| {
            prepares(&anna).await;
            anna.link("Tilbage til indsatsen").click().await;
            anna.link(containing("Fase 1: Forberedelse")).appears().await;
        }),
    ]
}

/// An initiative whose preparation has begun.
async fn prepares(anna: &Browser) {
    anna.open("indstillinger").await;
    anna.field("Dine initialer").fill("MK").await;
    own_initiative(anna, "Læsemakkere i 2.a").await;
    anna.link(containing("Fase 1: Forberedelse")).click().await;
    anna.heading("Forberedelse").appears().await;
    anna.role(Role::Checkbox, containing("Sæt en møderække")).tick().await;
    anna.button("Hvem og hvornår").nth(1).click().await;
    anna.field("Hvem (frivilligt)").choose("MK").await;
    anna.field("Senest (frivilligt)").set_date("2026-11-02").await;
    anna.role(Role::Other("tab"), "Spørgsmål").click().await;
    anna.field(containing("Hvad har eleverne svært ved"))
        .fill("At læse en opgave færdig, før de svarer.")
        .await;
    anna.role(Role::Other("tab"), "Er I rustet?").click().await;
    anna.button(containing("Ikke svaret endnu")).click().await;
    anna.radio("Jeg kender metoderne i indsatsen.", "I høj grad").click().await;
    anna.radio("Jeg kan tilpasse dem til mine elever.", "I mindre grad").click().await;
    anna.checkbox("Kursus").tick().await;
    anna.role(Role::Other("tab"), "Opgaver").click().await;
    anna.script("scrollTo(0, 0)", vec![]).await;
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

async fn with_example(anna: &Browser) {
    anna.open("").await;
    anna.button("Prøv med eksempel").click().await;
    anna.heading("Fortsæt").appears().await;
}

async fn with_many(anna: &Browser) {
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

/// Makes an initiative and is at its page.
pub async fn own_initiative(anna: &Browser, title: &str) {
    anna.open("indsatser/ny").await;
    anna.radio("Hvilken slags indsats er det?", "Makkerlæring").click().await;
    anna.field("Titel").fill(title).await;
    anna.field("Klasse eller gruppe (frivilligt)").fill("2.a").await;
    anna.field("Formål (frivilligt)").fill("Eleverne læser højt for hinanden hver dag.").await;
    anna.button("Færdig").click().await;
    anna.heading(title).appears().await;
}

async fn the_finished_one(anna: &Browser) {
    anna.open("").await;
    let latest = anna.role(Role::Other("region"), "Seneste observationer");
    latest.link(containing("5.b · ")).first().click().await;
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

async fn forget_everything(anna: &Browser) {
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

/// A copy of the general form, as it is when it has just been made.
async fn own_form(anna: &Browser) {
    anna.open("skemaer").await;
    anna.button("Lav en kopi af Observation af undervisning – generel").click().await;
    anna.heading("Versioner").appears().await;
}
