//! Without a pointer, and with as few taps as can be.

use thirtyfour::Key;

use super::steps::{counter, finishes, is_saved, makes_initiative};
use crate::harness::{Browser, Build, Finds, Size, Stage, containing, for_both_engines};

for_both_engines!(
    /// From launch to a finished observation with Tab, Enter, space and the arrows.
    a_keyboard_is_enough,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        anna.heading("Velkommen til Indsats").appears().await;
        enters(&anna, "Ny indsats").await;
        anna.heading("Ny indsats").appears().await;
        anna.tab_to("Tolærerordning").await;
        anna.press(Key::Space).await;
        anna.press(Key::Down).await;
        anna.radio("Hvilken slags indsats er det?", "Makkerlæring").is_ticked_now(true).await;
        anna.tab_to("Titel").await;
        anna.press("Læsemakkere").await;
        enters(&anna, "Se det igennem").await;
        anna.focus_comes_to("heading", "Se det igennem").await;
        enters(&anna, "Opret indsatsen").await;
        anna.heading("Læsemakkere").appears().await;

        enters(&anna, "Ny observation").await;
        anna.heading("Før lektionen").appears().await;
        anna.tab_to("Skiftende roller i parret").await;
        anna.press(Key::Right).await;
        anna.radio("Hvilken form for makkerlæring?", "Faste roller i klassen").is_ticked_now(true).await;
        anna.tab_to("Ny note").await;
        anna.press("Alle i gang").await;
        enters(&anna, "Næste note").await;
        anna.item(containing("Alle i gang")).appears().await;
        enters(&anna, "Makker forklarer hvordan eller hvorfor: 0. Tæl én mere").await;
        anna.press(Key::Space).await;
        counter(&anna, "Makker forklarer hvordan eller hvorfor", 2).appears().await;
        anna.tab_to("Plads og ro").await;
        anna.press(Key::Space).await;
        anna.checkbox("Plads og ro").is_ticked_now(true).await;
        anna.tab_to("Ét fremadskuende spørgsmål, du vil tage med til feedbacken").await;
        anna.press("De viste hinanden svaret").await;
        is_saved(&anna).await;
        enters(&anna, "Færdig").await;
        anna.text("Observationen er færdig.").appears().await;
        anna.heading("Læsemakkere").appears().await;
    }
);

for_both_engines!(
    /// One tap opens a new observation, the next begins to write in it.
    a_new_observation_is_two_taps_away,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.size(Size::PHONE).await;
        anna.open("").await;
        makes_initiative(&anna, "Læsemakkere").await;
        anna.kill().await;
        anna.reopen().await;
        anna.link("Ny observation").click().await;
        counter(&anna, "De voksne koordinerer kort", 0).click().await;
        counter(&anna, "De voksne koordinerer kort", 1).appears().await;
        is_saved(&anna).await;
        finishes(&anna).await;
        anna.heading("Læsemakkere").appears().await;
    }
);

for_both_engines!(
    /// A lesson is planned, observed and wrapped up with the keys alone.
    a_lesson_needs_no_pointer,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Tolærere i 5.b").await;
        enters(&anna, "Ny lektion").await;
        anna.heading("Hvornår og hvor").appears().await;
        anna.tab_to("Fagligt fokus (frivilligt)").await;
        anna.press("Forklare med fagord").await;
        is_saved(&anna).await;
        enters(&anna, "Færdig").await;
        anna.text("Lektionen er gemt i planen.").appears().await;
        enters(&anna, "Tilbage").await;
        anna.heading("Tolærere i 5.b").appears().await;

        enters(&anna, "Ny observation").await;
        anna.heading("Start fra").appears().await;
        let lesson = anna.button(containing("Lektionen: 5.b")).words().await;
        enters(&anna, &lesson).await;
        anna.field("Fagligt fokus (frivilligt)").has_value("Forklare med fagord").await;
        anna.tab_to("Ja").await;
        anna.press(Key::Space).await;
        enters(&anna, "Start lektionen").await;
        anna.heading(containing("Lektionen kører")).appears().await;
        anna.tab_to("Ny note").await;
        anna.press("Alle i gang").await;
        enters(&anna, "Næste note").await;
        anna.item(containing("Alle i gang")).appears().await;
        enters(&anna, "De voksne koordinerer kort: 0. Tæl én mere").await;
        counter(&anna, "De voksne koordinerer kort", 1).appears().await;
        enters(&anna, "Fortryd: De voksne koordinerer kort").await;
        counter(&anna, "De voksne koordinerer kort", 0).appears().await;
        enters(&anna, "Pause").await;
        enters(&anna, "Fortsæt").await;
        enters(&anna, "Afslut").await;

        anna.heading("Saml op på lektionen").appears().await;
        anna.tab_to("Trin 1 af 4: Ikke endnu").await;
        anna.press(Key::Down).await;
        let first = "De voksnes roller er tydelige";
        anna.radio(first, "Trin 2 af 4: I glimt").is_ticked_now(true).await;
        enters(&anna, "Næste").await;
        anna.text("Trin 2 af 9").appears().await;
        is_saved(&anna).await;
        enters(&anna, "Færdig").await;
        anna.text("Observationen er færdig.").appears().await;
    }
);

/// Goes there with Tab and presses Enter.
async fn enters(person: &Browser, name: &str) {
    person.tab_to(name).await;
    person.press(Key::Enter).await;
}
