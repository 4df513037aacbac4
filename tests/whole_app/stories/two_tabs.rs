//! The app open twice on one device.

use super::steps::{HELPED, begins_observation, is_saved, makes_initiative};
use crate::harness::{Build, Finds, Stage, for_both_engines};

const NEXT: &str = "Ét fremadskuende spørgsmål, du vil tage med til feedbacken";

for_both_engines!(
    /// Two tabs on one observation, each writing in its own field: both are kept, and both are seen in both.
    two_tabs_write_in_different_fields,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Læsemakkere").await;
        begins_observation(&anna).await;
        anna.field(HELPED).fill("Begyndt her").await;
        is_saved(&anna).await;
        let address = anna.url().await;
        let path = address.strip_prefix(anna.home()).expect("the page is the app's").to_owned();

        anna.new_tab(&path).await;
        anna.field(HELPED).has_value("Begyndt her").await;
        anna.field(NEXT).fill("Skrevet i den anden fane").await;
        is_saved(&anna).await;
        anna.tab(0).await;
        anna.field(HELPED).type_text(" og fortsat her").await;
        is_saved(&anna).await;
        anna.field(NEXT).has_value("Skrevet i den anden fane").await;
        anna.tab(1).await;
        anna.field(HELPED).has_value("Begyndt her og fortsat her").await;
        anna.field(NEXT).type_text(" til sidst").await;
        is_saved(&anna).await;
        anna.button("Færdig").click().await;
        anna.text("Observationen er færdig.").appears().await;

        anna.tab(0).await;
        anna.reload().await;
        anna.field(HELPED).has_value("Begyndt her og fortsat her").await;
        anna.field(NEXT).has_value("Skrevet i den anden fane til sidst").await;
        anna.button("Åbn igen").appears().await;
    }
);
