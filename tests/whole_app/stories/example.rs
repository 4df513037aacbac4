//! The made-up initiative that shows what the app is for.

use super::steps::{go_to, makes_file, makes_initiative, parsed, saves_file};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const EXAMPLE: &str = "Tolærere i 5.b";

for_both_engines!(
    /// It comes and goes with one tap, is marked, and is not in a file that did not ask for it.
    the_example_comes_and_goes,
    async |stage: &Stage| {
        // It is made around the day on which somebody asks for it.
        stage.is_today();
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        anna.button("Prøv med eksempel").click().await;
        anna.heading("Fortsæt").appears().await;
        anna.text("Eksempel").first().appears().await;
        go_to(&anna, "Indsatser").await;
        anna.text("Eksempel").appears().await;
        anna.link(EXAMPLE).click().await;
        anna.text("Eksempel").first().appears().await;
        anna.link(containing("5.b · ")).count_comes_to(3).await;
        // What each room is for can be seen in it.
        anna.text("Lektioner: 2 af 3 gennemført").appears().await;
        anna.text("1 gik til vikar").appears().await;
        anna.text("Talt sammen").appears().await;
        anna.link(containing("5.b · ")).nth(1).click().await;
        anna.text("Lektionen varede 45 min.").appears().await;
        anna.text("Stationsundervisning: 14 af 20 øjeblikke").first().appears().await;
        anna.link("Tilbage").click().await;
        anna.link(containing("5.b · ")).nth(2).click().await;
        anna.text("Eksempel").appears().await;
        anna.radio("Er rammerne for observationen aftalt?", "Ja, skriftligt").is_ticked_now(true).await;

        every_room_has_something_in_it(&anna).await;
        makes_initiative(&anna, "Vores egen").await;
        let everything = makes_file(&anna).await;
        let records = parsed(&everything)["records"].clone();
        assert_eq!(records.as_array().unwrap().len(), 1, "{records}");
        assert_eq!(records[0]["values"]["title"], "Vores egen");
        anna.radio("Hvad skal med?", EXAMPLE).click().await;
        let asked_for = saves_file(&anna).await;
        let asked_for = parsed(&asked_for);
        let kinds = asked_for["records"].as_array().unwrap().iter().map(|it| it["type"].as_str());
        // What is for its writer alone stays at home, and so does what nobody asked for.
        assert_eq!(kinds.clone().count(), 14);
        assert!(!kinds.flatten().any(|kind| kind == "jot"));

        go_to(&anna, "Indstillinger").await;
        anna.button("Fjern eksemplet").click().await;
        anna.text("Eksemplet er væk.").appears().await;
        go_to(&anna, "Indsatser").await;
        anna.link("Vores egen").appears().await;
        anna.link(EXAMPLE).stays_gone().await;
        anna.button("Fortryd").click().await;
        anna.link(EXAMPLE).click().await;
        anna.heading(EXAMPLE).appears().await;
        anna.link(containing("5.b · ")).nth(1).appears().await;
        anna.link(containing("5.b · ")).count_comes_to(3).await;
    }
);

/// From the initiative's page into each room and back.
async fn every_room_has_something_in_it(anna: &Browser) {
    go_to(anna, "Indsatser").await;
    anna.link(EXAMPLE).click().await;
    anna.heading(EXAMPLE).appears().await;
    let home = anna.url().await[anna.home().len()..].to_owned();
    for (room, words) in [
        ("forberedelse", "KB · Senest "),
        ("delmaal", "Talt ud fra"),
        ("sparring", "Et minut i par, før nogen svarer i samlingen."),
        ("forankring", "Beslutningen er truffet, og alt er skrevet."),
        ("rapport", "9 elever med begge målinger"),
        ("plan", "Plan"),
    ] {
        anna.open(&format!("{home}/{room}")).await;
        anna.text(words).first().appears().await;
    }
    anna.open(&home).await;
    anna.link(containing("Ro og koncentration")).first().click().await;
    anna.link("Se resultat").first().click().await;
    anna.text("9 elever").first().appears().await;
    anna.open(&home).await;
    anna.link(containing("Din mening om timerne")).first().click().await;
    anna.link("Se, hvad eleverne svarede").click().await;
    anna.text("»Ja, for det meste« eller »Ja, helt klart«: ").first().appears().await;
    anna.text("I sagde, at der manglede ro.").first().appears().await;
}
