//! What becomes of an observed lesson: the wrap-up right after it, its history, and paper.

use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use super::steps::{
    begins_observation, chooses_form, closes_messages, finishes, go_to, is_called, is_saved,
    makes_initiative, opens_observation,
};
use crate::harness::{Browser, Build, Engine, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const CLEAR: &str = "De voksnes roller er tydelige";
const SKILLS: &str = "Begge voksnes kompetencer kommer i spil";
const HELPS: &str = "De voksne koordinerer kort";
const ASKS: &str = "Hvad har du brug for, for at det kan lykkes?";
const FORWARD: &str = "Ét fremadskuende spørgsmål, du vil tage med til feedbacken";

for_both_engines!(
    /// Ratings with their evidence beside them, one question, what to try; left and taken up again.
    a_lesson_is_wrapped_up,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        observes(&karin).await;
        server.stop().await;

        karin.heading("Saml op på lektionen").appears().await;
        karin.text("Lektionen varede 20 min.").appears().await;
        karin.text("Noter: 3.").appears().await;
        karin.text("Trin 1 af 9").appears().await;
        karin.radio(CLEAR, "Trin 3 af 4: Det meste af tiden").click().await;
        karin.checkbox(containing("Note 2")).tick().await;
        karin.field("Hvad så du? (frivilligt)").fill("De skiftede uden ord").await;
        karin.button(format!("Trin 1: {CLEAR}, besvaret")).appears().await;
        karin.button("Næste").click().await;
        karin.radio(SKILLS, "Ikke set").click().await;
        is_saved(&karin).await;

        // Someone needs help: the tablet is put away, and the wrap-up is taken up again later.
        karin.reload().await;
        karin.text("Lektionen er slut. Saml op på et minut, mens du husker den.").appears().await;
        karin.button("Saml op").click().await;
        karin.radio(CLEAR, "Trin 3 af 4: Det meste af tiden").is_ticked_now(true).await;
        karin.checkbox(containing("Note 2")).is_ticked_now(true).await;
        karin.button("Trin 8: Ét spørgsmål, der peger fremad").click().await;
        karin.button(ASKS).click().await;
        karin.field("Dit spørgsmål til feedbacken (frivilligt)").has_value(ASKS).await;
        karin.button("Næste").click().await;
        karin.field("Hvad vil I prøve? (frivilligt)").fill("Et signal, før vi skifter").await;
        is_saved(&karin).await;

        // The whole form holds the same.
        karin.button("Vis hele skemaet").click().await;
        karin.field(FORWARD).has_value(ASKS).await;
        karin.field("Hvad vil I prøve? (frivilligt)").has_value("Et signal, før vi skifter").await;
        karin.text(&format!("{HELPS}: 6 gange (3,0 pr. 10 min.)")).appears().await;
        karin.text("Observeret i 20 min. Pauser er trukket fra.").appears().await;
        karin.button("Saml op").click().await;
        karin.button("Færdig").click().await;
        karin.text("Observationen er færdig.").appears().await;
        karin.heading(TITLE).appears().await;
    }
);

for_both_engines!(
    /// Every change in plain words, and the record on one page of paper.
    a_record_is_told_and_printed,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        observes(&karin).await;
        karin.radio(CLEAR, "Trin 3 af 4: Det meste af tiden").click().await;
        karin.checkbox(containing("Note 2")).tick().await;
        karin.button("Færdig").click().await;
        karin.heading(TITLE).appears().await;
        opens_observation(&karin, TITLE).await;
        karin.field("Klasse eller gruppe (frivilligt)").fill("5.c").await;
        is_saved(&karin).await;
        closes_messages(&karin).await;

        karin.link("Historik").click().await;
        karin.heading("Historik").appears().await;
        karin.text("Klasse eller gruppe: fra »5.b« til »5.c«").appears().await;
        karin.text("KA · denne enhed").first().appears().await;
        karin.text("Begyndt").appears().await;
        for summary in 0..karin.text("ændringer mere").count().await {
            karin.text("ændringer mere").nth(summary).click().await;
        }
        karin.text(&format!("6 tryk på »{HELPS}«")).appears().await;
        karin.text("3 noter").appears().await;
        karin.text("Hvor ofte ser du op: »2 min.«").appears().await;
        karin.text(&format!("{CLEAR}: »Det meste af tiden«")).appears().await;

        karin.link("Tilbage").click().await;
        karin.link("Udskrift").click().await;
        karin.button("Udskriv").appears().await;
        karin.text("Observation af tolærerordning").first().appears().await;
        karin.text("Note 2").first().appears().await;
        karin.text(&format!("{HELPS}: 6 gange (3,0 pr. 10 min.)")).appears().await;
        assert_eq!(pages(&karin).await, Some(1).filter(|_| stage.engine() == Engine::Chromium));

        // More than an ordinary record goes on, under the same heading.
        let long = "const body = document.querySelector('.paper-body');
            for (let n = 0; n < 60; n++) {
                const line = document.createElement('p'); line.textContent = 'Note'; body.append(line);
            }";
        karin.script(long, vec![]).await;
        let more = pages(&karin).await;
        assert!(more.is_none_or(|pages| pages > 1), "{more:?}");
    }
);

for_both_engines!(
    /// A form to fill in by hand, in both languages, from the choice of form.
    a_blank_form_is_printed,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        makes_initiative(&karin, TITLE).await;
        begins_observation(&karin).await;
        chooses_form(&karin, "Observation af tolærerordning").await;
        karin.link("Udskriv et tomt skema").click().await;
        karin.heading("Observation af tolærerordning").appears().await;
        karin.button("Udskriv").appears().await;
        for words in [CLEAR, HELPS, "Det meste af tiden", "Ikke set", "Hvad vil I prøve?"] {
            karin.text(words).first().appears().await;
        }
        // A moment every other minute of forty-five.
        let minutes = "return [...document.querySelectorAll('.blank-halves tbody th')]
            .map(it => it.textContent).join(' ')";
        let wanted: Vec<String> = (1..=22).map(|n| (n * 2).to_string()).collect();
        assert_eq!(karin.script(minutes, vec![]).await, json!(wanted.join(" ")));
        let whole = "return [...document.querySelectorAll('.blank-item')]
            .every(it => getComputedStyle(it).breakInside === 'avoid')";
        assert_eq!(karin.script(whole, vec![]).await, json!(true));
        let printed = pages(&karin).await;
        assert!(printed.is_none_or(|pages| (2..=4).contains(&pages)), "{printed:?}");
    }
);

for_both_engines!(
    /// What was put in the trash and brought back says so, also about an initiative.
    an_initiative_has_a_history,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        karin.button("Læg i papirkurven").click().await;
        karin.text("Indsatsen ligger i papirkurven.").appears().await;
        karin.button("Fortryd").click().await;
        go_to(&karin, "Indsatser").await;
        karin.link(TITLE).click().await;
        karin.link("Historik").click().await;
        karin.text("Hentet tilbage fra papirkurven").appears().await;
        karin.text("Lagt i papirkurven").appears().await;
        karin.text(&format!("Titel: »{TITLE}«")).appears().await;
        karin.link("Tilbage").click().await;
        begins_observation(&karin).await;
        is_saved(&karin).await;
        finishes(&karin).await;
        karin.link(containing("5.b · ")).click().await;
        karin.link("Historik").click().await;
        karin.text(&format!("Indsats: »{TITLE}«")).appears().await;
    }
);

/// Twenty minutes: six taps, three notes, a marked moment.
async fn observes(karin: &Browser) {
    karin.open("").await;
    is_called(karin, "KA").await;
    makes_initiative(karin, TITLE).await;
    karin.link("Ny observation").click().await;
    karin.heading("Før lektionen").appears().await;
    karin.radio("Har I aftalt rammerne?", "Ja").click().await;
    let began = karin.clock().await;
    karin.it_is(began).await;
    karin.button("Start lektionen").click().await;
    karin.heading(containing("Lektionen kører")).appears().await;
    karin.it_is(began + 121_000).await;
    karin.text("Øjeblik 1: se op nu").appears().await;
    karin.group("Samarbejdsform").button("Stationsundervisning").click().await;
    for taps in 0..6 {
        karin.button(format!("{HELPS}: {taps}. Tæl én mere")).click().await;
    }
    for note in 1..=3 {
        karin.field("Ny note").type_text(&format!("Note {note}")).await;
        karin.button("Næste note").click().await;
    }
    // A little more, for the time it took to press the button at the start.
    karin.it_is(began + 20 * 60_000 + 5_000).await;
    karin.button("Afslut").click().await;
}

/// How many pages of A4 the page on the screen takes. Chromium alone prints for a driver.
async fn pages(person: &Browser) -> Option<usize> {
    if person.engine() != Engine::Chromium {
        return None;
    }
    let mut parameters = PrintParameters::default();
    (parameters.page.width, parameters.page.height) = (21.0, 29.7);
    let printed = person.driver().print_page(parameters).await.expect("Chromium prints");
    // Each page is an object of its own type; `/Pages` is the list of them.
    let is_page = |part: &[u8]| part.starts_with(b"/Type /Page") && part.get(11) != Some(&b's');
    Some((0..printed.len()).filter(|at| is_page(&printed[*at..])).count())
}
