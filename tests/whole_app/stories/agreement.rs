//! A counsellor and two colleagues agree before she observes, talk after it, and look at it again.

use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::live_lesson::{looks_at, marks};
use super::steps::{closes_messages, go_to, is_called, is_saved, makes_initiative};
use crate::harness::{
    Browser, Build, Engine, Finds, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 7.c";
const DAY_S: u32 = 86_400;
const ALL: [&str; 3] = ["AL", "SO", "KA"];
const QUESTION: &str = "Hvordan kan de voksnes roller bruges endnu bedre?";
const TRY: &str = "Sofie går til ny gruppe ved hver station";
const STATIONS: &str = "Stationsundervisning";

for_both_engines!(
    /// Monday the agreement, Tuesday the lesson and the talk, two weeks later what was tried.
    colleagues_agree_observe_talk_and_look_again,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        karin.heading("Ingen feedbackaftaler endnu").appears().await;
        karin.text("Det tager cirka ti minutter at lave en.").appears().await;
        writes_the_agreement(&karin).await;
        all_agree_and_again_after_a_change(&karin).await;
        if stage.engine() == Engine::Chromium {
            assert_eq!(printed_pages(&karin).await, 1, "one A4 page");
        }
        without_sofie_it_asks_for_a_reason(&karin).await;
        agrees(&karin, "SO").await;

        // Tuesday, ten past eight.
        karin.seconds_on(DAY_S).await;
        go_to(&karin, "Overblik").await;
        karin.link(containing("I dag: 5.b · KA observerer AL og SO")).click().await;
        karin.link("Start observation").click().await;
        karin.text("Rammerne er aftalt. Alle er enige.").appears().await;
        karin.field("Voksen A (initialer) (frivilligt)").has_value("AL").await;
        karin.field("Voksen B (initialer) (frivilligt)").has_value("SO").await;
        karin.field("Fokuselever (koder) (frivilligt)").has_value("E04 E17").await;
        karin.field("Begynder kl. (frivilligt)").has_value("08:15").await;
        karin.text("Noter kun for KA, AL og SO").appears().await;
        observes(&karin).await;
        talks(&karin).await;

        looks_again_two_weeks_later(&karin).await;
        notes_go_when_the_school_year_is_over(&karin).await;
    }
);

for_both_engines!(
    /// A new observation offers what waits, what is planned and what was last; each fills in the class, the
    /// adults and the focus.
    an_observation_starts_from_what_is_there,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        plans_a_lesson(&karin).await;
        go_to(&karin, "Indsatser").await;
        karin.link(TITLE).click().await;
        writes_the_agreement(&karin).await;
        agrees(&karin, "KA").await;

        go_to(&karin, "Overblik").await;
        karin.link("Ny observation").first().click().await;
        karin.heading("Start fra").appears().await;
        karin.button(containing("Lektionen: 7.c")).click().await;
        is_about(&karin, "7.c", ["MK", "JP"], "Brøker i hverdagen").await;
        karin.field("Observatør (initialer) (frivilligt)").has_value("KA").await;
        karin.button("Fortryd").click().await;
        is_about(&karin, "5.b", ["", ""], "").await;
        closes_messages(&karin).await;

        karin.button(containing("Aftalen: ")).click().await;
        is_about(&karin, "5.b", ["AL", "SO"], "Forklare med fagord").await;
        karin.field("Fokuselever (koder) (frivilligt)").has_value("E04 E17").await;
        karin.text("AL og SO mangler at trykke »Enig« på aftalen.").appears().await;
        // Filled in by mistake: one press, and it is as it was.
        karin.button("Fortryd").click().await;
        karin.field("Fokuselever (koder) (frivilligt)").has_value("").await;
        karin.radio("Har I aftalt rammerne?", "Ja").click().await;
        karin.field("Voksen A (initialer) (frivilligt)").fill("MO").await;
        karin.field("Fagligt fokus (frivilligt)").fill("Arbejdsro").await;
        is_saved(&karin).await;
        karin.button("Færdig").click().await;
        karin.text("Observationen er færdig.").appears().await;
        closes_messages(&karin).await;

        karin.link("Ny observation").click().await;
        karin.button(containing("Som sidst: 5.b · ")).click().await;
        is_about(&karin, "5.b", ["MO", ""], "Arbejdsro").await;
        // That was then.
        karin.radio("Har I aftalt rammerne?", "Ja").is_ticked_now(false).await;
    }
);

for_one_engine!(
    /// The screens of an agreement as axe-core sees them.
    every_screen_of_an_agreement_is_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.still(true).await;
        karin.size(Size::PHONE).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        karin.is_fine("no agreements").await;
        karin.link("Ny feedbackaftale").click().await;
        karin.field("Elevkoder (frivilligt)").fill("Ali E04").await;
        karin.button("Læs aftalen igennem").click().await;
        karin.link("Skriv det faglige fokus.").appears().await;
        karin.is_fine("agreement, refused").await;
        go_to(&karin, "Indsatser").await;
        karin.link(TITLE).click().await;
        writes_the_agreement(&karin).await;
        karin.is_fine("agreement, read").await;
        agrees(&karin, "AL").await;
        karin.is_fine("agreement, one yes").await;
        karin.link("Historik").click().await;
        karin.text("Hvem bliver observeret: »AL«").appears().await;
        for more in 0..karin.text("ændringer mere").count().await {
            karin.text("ændringer mere").nth(more).click().await;
        }
        for line in ["Enig: »AL«", "Elevkoder: »E04«", "Hvem må se noterne: »Kun os, der har"] {
            karin.text(line).first().appears().await;
        }
        karin.is_fine("agreement, history").await;
        karin.link("Tilbage").click().await;
        if stage.engine() == Engine::Chromium {
            has_room_on_paper(&karin).await;
        }
        karin.link("Start observation").click().await;
        karin.text("SO og KA mangler at trykke »Enig« på aftalen.").appears().await;
        karin.is_fine("observation of an agreement").await;
        karin.link("Se aftalen").first().click().await;
        karin.link("Feedbacksamtale").click().await;
        karin.button("Begynd samtalen").appears().await;
        karin.is_fine("talk, its steps").await;
        karin.button("Begynd samtalen").click().await;
        for step in 1..=3 {
            karin.is_fine(&format!("talk, step {step}")).await;
            karin.button("Næste trin").click().await;
        }
        karin.is_fine("talk, the choice").await;
        karin.button("Samtalen er slut").click().await;
        karin.heading("Opfølgning").first().appears().await;
        karin.is_fine("agreement, after the talk").await;
        go_to(&karin, "Indsatser").await;
        karin.link(TITLE).click().await;
        karin.link("Ny observation").click().await;
        karin.heading("Start fra").appears().await;
        karin.is_fine("start from an agreement").await;
    }
);

/// Today, with another class than the initiative's.
async fn plans_a_lesson(karin: &Browser) {
    karin.link("Ny lektion").click().await;
    karin.field("Klasse eller gruppe (frivilligt)").fill("7.c").await;
    karin.field("Fagligt fokus (frivilligt)").fill("Brøker i hverdagen").await;
    karin.field("Voksen A (frivilligt)").fill("MK").await;
    karin.field("Voksen B (frivilligt)").fill("JP").await;
    is_saved(karin).await;
    karin.button("Færdig").click().await;
    karin.text("Lektionen er gemt i planen.").appears().await;
}

/// What the observation on the screen is of.
async fn is_about(karin: &Browser, class: &str, adults: [&str; 2], focus: &str) {
    karin.field("Klasse eller gruppe (frivilligt)").has_value(class).await;
    karin.field("Voksen A (initialer) (frivilligt)").has_value(adults[0]).await;
    karin.field("Voksen B (initialer) (frivilligt)").has_value(adults[1]).await;
    karin.field("Fagligt fokus (frivilligt)").has_value(focus).await;
}

/// Ten minutes on Karin's tablet; what is wrong is said in sentences at the field.
async fn writes_the_agreement(karin: &Browser) {
    karin.link("Ny feedbackaftale").click().await;
    karin.heading("Parter").appears().await;
    karin.field("Hvem observerer?").has_value("KA").await;
    karin.button("Læs aftalen igennem").click().await;
    karin.link("Skriv, hvem der bliver observeret.").appears().await;
    karin.link("Vælg mindst ét spørgsmål, eller skriv jeres eget.").appears().await;

    karin.field("Hvem bliver observeret?").fill("al KA").await;
    karin
        .link("Den samme kan ikke både observere og blive observeret. Ret en af dem.")
        .appears()
        .await;
    karin.field("Hvem bliver observeret?").fill("AL SO").await;
    karin.field("Hvad er det faglige fokus?").fill("Forklare med fagord").await;
    karin
        .field("Hvordan er lektionen bygget op? (frivilligt)")
        .fill("Start, stationer, fælles slut")
        .await;
    karin.field("Hvilken samarbejdsform vil I bruge? (frivilligt)").choose(STATIONS).await;
    karin.radio("Hvor er observatøren? (frivilligt)", "Går stille rundt").click().await;
    karin.field("Elevkoder (frivilligt)").fill("Ali E04 E17").await;
    karin.text("»Ali« er ikke en kode og bliver ikke gemt.").appears().await;
    karin.field("Elevkoder (frivilligt)").fill("E01 E02 E03 E04 E17").await;
    karin.link("Vælg højst fire elever. Fjern en kode.").appears().await;
    karin.field("Elevkoder (frivilligt)").fill("E04 E17").await;
    karin
        .field("Hvad skal observatøren kigge efter?")
        .fill("Hvem forklarer, og med hvilke ord?")
        .await;

    let tomorrow = karin.day_from_now(1).await;
    karin.field("Hvornår er observationen?").set_date(&tomorrow).await;
    karin.field("Observationen begynder kl. (frivilligt)").set_value("08:15").await;
    let today = karin.day_from_now(0).await;
    karin.field("Hvornår taler I sammen bagefter?").set_date(&today).await;
    karin.link("Samtalen ligger før observationen. Ret en af dem.").appears().await;
    karin.field("Hvornår taler I sammen bagefter?").set_date(&tomorrow).await;
    karin.field("Samtalen begynder kl. (frivilligt)").set_value("13:30").await;
    karin.field("Hvor? (frivilligt)").fill("Mødelokalet").await;
    karin.checkbox(QUESTION).tick().await;
    karin.field("Eget spørgsmål (frivilligt)").fill("Hvad gjorde stationerne mulig?").await;
    is_saved(karin).await;
    karin.button("Læs aftalen igennem").click().await;
    karin.heading("Er I enige?").appears().await;
    karin.text("Noter kun for KA, AL og SO").appears().await;
}

pub(super) async fn agrees(karin: &Browser, who: &str) {
    karin.button(format!("Enig: {who}")).click().await;
    karin.text(&format!("{who} er enig.")).first().appears().await;
    karin.button(format!("Enig: {who}")).is_gone().await;
}

async fn all_agree_and_again_after_a_change(karin: &Browser) {
    for who in ALL {
        agrees(karin, who).await;
    }
    // A slip of the finger is taken back where it was made.
    karin.button("Fortryd: SO").click().await;
    karin.text("Venter på SO").appears().await;
    agrees(karin, "SO").await;
    karin.text("Aftalt").first().appears().await;
    karin.button("Ret aftalen").click().await;
    karin.field("Samtalen begynder kl. (frivilligt)").set_value("14:00").await;
    is_saved(karin).await;
    karin.button("Læs aftalen igennem").click().await;
    karin.text("Venter på AL, SO og KA").appears().await;
    karin.text("Aftalen er ændret siden. Læs den igen.").first().appears().await;
    // Each has said yes once, and that is not forgotten: it is told with its time.
    karin.text("SO var enig ").first().appears().await;
    for who in ["AL", "KA"] {
        agrees(karin, who).await;
    }
    karin.text("Venter på SO").appears().await;
}

async fn without_sofie_it_asks_for_a_reason(karin: &Browser) {
    karin.link("Start observation").click().await;
    karin.text("SO mangler at trykke »Enig« på aftalen.").appears().await;
    karin.button("Start lektionen").click().await;
    karin.text("Skriv, hvorfor I går i gang, før alle er enige.").appears().await;
    karin.link("Se aftalen").first().click().await;
    karin.heading("Er I enige?").appears().await;
}

/// Five moments of a lesson, of which one is let go.
async fn observes(karin: &Browser) {
    karin.button("Start lektionen").click().await;
    karin.heading(containing("Lektionen kører")).appears().await;
    for moment in 1..=5_u32 {
        karin.seconds_on(DAY_S + moment * 120 + 5).await;
        if moment == 4 {
            karin.text("Øjeblik 4: se op nu").appears().await;
            looks_at(karin, "Øjeblik").await;
            karin.button("Spring over").click().await;
        } else {
            marks(karin, moment, STATIONS).await;
        }
    }
    karin.button("Afslut").click().await;
    karin.text("Lektionen varede").appears().await;
    is_saved(karin).await;
    karin.button("Færdig").click().await;
    karin.text("Observationen er færdig.").appears().await;
    closes_messages(karin).await;
    karin.text("Observeret").appears().await;
}

/// The guide's four steps: those who taught speak first, and it ends with one thing and a day.
async fn talks(karin: &Browser) {
    karin.link(containing("kl. 8.15")).click().await;
    karin.heading("Er I enige?").appears().await;
    karin.link("Feedbacksamtale").click().await;
    karin.button("Begynd samtalen").click().await;
    karin.text("Trin 1 af 4").appears().await;
    karin.text("AL og SO fortæller først.").appears().await;
    karin.seconds_on(DAY_S + 1_000 + 4 * 60).await;
    karin.text(" af 5 min.").appears().await;
    karin.button("Næste trin").click().await;
    karin.text("Stationsundervisning: 4 af 4 øjeblikke").appears().await;
    karin.heading("Lektionens forløb").appears().await;
    karin.button("Næste trin").click().await;
    karin.text(QUESTION).appears().await;
    karin.text("Hvad gjorde stationerne mulig?").appears().await;
    karin.button("Forrige trin").click().await;
    karin.text("Trin 2 af 4").appears().await;
    karin.button("Næste trin").click().await;
    karin.button("Næste trin").click().await;
    karin.field("Én ting at prøve").fill(TRY).await;
    let day = karin.day_from_now(14).await;
    karin.field("Hvornår ser I på den igen?").has_value(&day).await;
    karin.checkbox("Tid i skemaet").tick().await;
    is_saved(karin).await;
    karin.button("Samtalen er slut").click().await;
    karin.text("Samtalen er gemt på aftalen.").appears().await;
    closes_messages(karin).await;
    karin.text(&format!("I valgte at prøve: {TRY}")).appears().await;
    // Nothing of it asks anybody to agree again.
    for who in ALL {
        karin.button(format!("Enig: {who}")).stays_gone().await;
    }
}

async fn looks_again_two_weeks_later(karin: &Browser) {
    go_to(karin, "Overblik").await;
    karin.link(containing("Opfølgning: ")).stays_gone().await;
    karin.seconds_on(15 * DAY_S + 3_600).await;
    go_to(karin, "Indsatser").await;
    go_to(karin, "Overblik").await;
    karin.link(format!("Opfølgning: {TRY}")).click().await;
    karin
        .field("Hvad prøvede I, og hvad skete der? (frivilligt)")
        .fill("Gruppe to kom selv i gang")
        .await;
    is_saved(karin).await;
    karin.button("Vi har fulgt op").click().await;
    karin.text("Der er fulgt op på aftalen.").appears().await;
    closes_messages(karin).await;
    karin.text("Fulgt op").first().appears().await;
    go_to(karin, "Overblik").await;
    karin.link(containing("Opfølgning: ")).stays_gone().await;
}

async fn notes_go_when_the_school_year_is_over(karin: &Browser) {
    karin.seconds_on(400 * DAY_S).await;
    go_to(karin, "Indsatser").await;
    go_to(karin, "Overblik").await;
    karin.link(containing("Noter slettes: 5.b")).click().await;
    karin.text("Noterne skal slettes nu").appears().await;
    karin.button("Læg observationen i papirkurven").click().await;
    karin.text("Observationen ligger i papirkurven.").appears().await;
    karin.text("Noterne skal slettes nu").is_gone().await;
    karin.button("Fortryd").click().await;
    karin.text("Noterne skal slettes nu").appears().await;
    karin.button("Læg observationen i papirkurven").click().await;
    karin.text("Noterne skal slettes nu").is_gone().await;
    go_to(karin, "Overblik").await;
    karin.link(containing("Noter slettes: ")).stays_gone().await;
}

/// However much is written, it is one page.
async fn has_room_on_paper(karin: &Browser) {
    karin.button("Ret aftalen").click().await;
    let long = "Eleverne forklarer deres løsning for hinanden med fagord. ".repeat(9);
    let long = &long[..long.floor_char_boundary(500)];
    for question in [
        "Hvad er det faglige fokus?",
        "Hvordan er lektionen bygget op? (frivilligt)",
        "Hvem gør hvad i lektionen? (frivilligt)",
        "Hvad siger vi til eleverne om besøget? (frivilligt)",
        "Hvad vil I gerne blive klogere på hos dem? (frivilligt)",
        "Hvad skal observatøren kigge efter?",
        "Hvad skal observatøren ikke bruge tid på? (frivilligt)",
    ] {
        karin.field(question).set_value(long).await;
    }
    is_saved(karin).await;
    karin.button("Læs aftalen igennem").click().await;
    karin.heading("Er I enige?").appears().await;
    assert_eq!(printed_pages(karin).await, 1, "one A4 page, though everything is full");
}

/// How many A4 pages the screen is on paper.
async fn printed_pages(person: &Browser) -> usize {
    let page = PrintPage { width: 21.0, height: 29.7 };
    let paper = PrintParameters { page, ..PrintParameters::default() };
    let printed = person.driver().print_page(paper).await.expect("the page can be printed");
    let text = String::from_utf8_lossy(&printed);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert!(pages > 0, "the pages are there to count");
    pages
}
