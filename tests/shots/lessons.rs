//! The screens of a lesson: while it runs, typed in from paper, and all that comes after it.

use indsats::domain::observation::{Moment, Note, Rated};

use crate::harness::processes::Folder;
use crate::harness::{Browser, Finds, Role, Size, containing, seed};
use crate::screens::{Screen, own_initiative, screen, to_heading, with_example};

/// All of them, from the first press to what is printed.
pub fn all() -> Vec<Screen> {
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
            ends_and_shows_form(&anna).await;
            to_heading(&anna, "Lektionens ur").await;
        }),
        screen("Observation, timens forløb", async |anna: Browser| {
            starts_lesson(&anna).await;
            put_down(&anna).await;
            ends_and_shows_form(&anna).await;
            to_heading(&anna, "Lektionens forløb").await;
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
        screen("Set af to, vælg", async |anna: Browser| {
            two_observers(&anna).await;
        }),
        screen("Set af to", async |anna: Browser| {
            two_observers(&anna).await;
            anna.link(containing("5.b · ")).first().click().await;
            anna.heading("Øjeblikke").appears().await;
        }),
        screen("Set af to, øjeblikke", async |anna: Browser| {
            two_observers(&anna).await;
            anna.link(containing("5.b · ")).first().click().await;
            anna.heading("Øjeblikke").appears().await;
            to_heading(&anna, "Øjeblikke").await;
        }),
        screen("Set af to, vurderinger", async |anna: Browser| {
            two_observers(&anna).await;
            anna.link(containing("5.b · ")).first().click().await;
            anna.heading("Vurderinger").appears().await;
            to_heading(&anna, "Vurderinger").await;
        }),
        screen("Observation, færdig", async |anna: Browser| {
            the_observed_lesson(&anna).await;
        }),
        screen("Observation, færdig, lektionens forløb", async |anna: Browser| {
            the_observed_lesson(&anna).await;
            to_heading(&anna, "Lektionens forløb").await;
        }),
        screen("Observation, færdig, udskrift", async |anna: Browser| {
            the_observed_lesson(&anna).await;
            anna.link("Udskrift").click().await;
            anna.button("Udskriv").appears().await;
        }),
    ]
}

/// The lesson is over, and its whole form is shown.
async fn ends_and_shows_form(anna: &Browser) {
    anna.seconds_on(45 * 60).await;
    anna.button("Afslut").click().await;
    anna.text("Lektionen varede 45 min.").appears().await;
    anna.button("Vis hele skemaet").click().await;
    anna.heading("Før lektionen").appears().await;
}

/// The example's observation of a whole lesson.
async fn the_observed_lesson(anna: &Browser) {
    with_example(anna).await;
    let latest = anna.role(Role::Other("region"), "Seneste observationer");
    latest.link(containing("5.b · ")).first().click().await;
    anna.heading("Før lektionen").appears().await;
}

/// The same lesson by two observers, at the page where the other is chosen.
async fn two_observers(anna: &Browser) {
    const STARTED: u64 = 1_795_424_700_000;
    let mut made = seed::Seed::new(STARTED);
    let of = made.put(&seed::initiative("Tolærere i 5.b", "5.b"));
    for (observer, later, level) in [("KA", 0, 3), ("BO", 4_000, 2)] {
        let mut it = seed::observation(of, "5.b", seed::day(2026, 11, 23), false);
        it.set_observer(observer);
        it.start(STARTED + later);
        it.end(Some(STARTED + 45 * 60_000));
        it.set_every("obs-tolaerer-interval", 120);
        for n in 1..=22_u32 {
            let alone = n < 4 || observer == "BO" && n.is_multiple_of(7);
            let model = if alone { "en-underviser-en-assisterer" } else { "stationsundervisning" };
            let codes = vec![("model".to_owned(), model.to_owned())];
            let at = STARTED + later + u64::from(n) * 120_000 + 2_000;
            let marked = Moment::Marked { at, codes, late: n == 15 };
            it.set_moment("obs-tolaerer-interval", n, Some(&marked));
        }
        for (n, text) in (1_u64..).zip(["Begge går rundt fra start", "Tre elever venter på hjælp"])
        {
            let note = Note { at: STARTED + n * 400_000, text: text.into(), ..Note::default() };
            it.set_note("obs-tolaerer-noter", &format!("n{n}"), Some(&note));
        }
        for item in ["roller", "kompetencer", "brugt"] {
            it.rate(&format!("obs-tolaerer-{item}"), Some(Rated::Level(level)));
        }
        it.set_finished(Some(STARTED + 50 * 60_000));
        made.put(&it);
    }
    let folder = Folder::new();
    let path = folder.join("to.indsats");
    std::fs::write(&path, made.file()).expect("the temp folder is writable");
    anna.open("del").await;
    anna.file_field("Vælg filer").pick(&[&path]).await;
    anna.button("Hent ind").click().await;
    anna.text("Hentet ind").appears().await;
    anna.open("observationer").await;
    anna.link(containing("5.b · ")).first().click().await;
    anna.link("Sammenlign to observatører").click().await;
    anna.heading("Hvilken observation skal den ses sammen med?").appears().await;
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
    anna.comes_to_rest().await;
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
    anna.comes_to_rest().await;
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
