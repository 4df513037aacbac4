//! A level, and the notes that speak for it, while more is being written.

use super::steps::{HELPED, begins_observation, is_saved, makes_initiative};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const QUESTION: &str = "Hvilke noter ligger til grund? (frivilligt)";

for_both_engines!(
    /// The notes can be chosen between while another is written and the first are corrected.
    notes_are_tied_while_more_come,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Læsemakkere").await;
        begins_observation(&anna).await;
        notes(&anna, "Alle i gang").await;
        anna.radio("Alle elever har mulighed for at deltage", "Trin 3 af 4: Det meste af tiden")
            .click()
            .await;
        anna.button("Knyt noter (0)").click().await;
        anna.group(QUESTION).checkbox(containing("Alle i gang")).tick().await;

        notes(&anna, "Tre venter").await;
        anna.group(QUESTION).checkbox(containing("Tre venter")).tick().await;
        anna.button("Knyt noter (2)").appears().await;
        anna.field(HELPED).fill("De viste hinanden svaret").await;
        is_saved(&anna).await;
        anna.group(QUESTION).checkbox(containing("Alle i gang")).is_ticked_now(true).await;
        anna.text("Indsats er gået i stå").stays_gone().await;

        anna.reload().await;
        anna.button("Knyt noter (2)").appears().await;
    }
);

/// Writes a note.
async fn notes(anna: &Browser, words: &str) {
    anna.field("Ny note").type_text(words).await;
    anna.button("Næste note").click().await;
    anna.item(containing(words)).first().appears().await;
}
