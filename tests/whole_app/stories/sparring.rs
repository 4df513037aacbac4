//! The sparring of an initiative: a few words after a talk, by kind, found again, taken back, and told in
//! the history; and who goes on with it is named when they have left the team.

use thirtyfour::Key;

use super::steps::{
    closes_messages, go_to, is_called, is_ready_without_net, is_saved, makes_initiative,
};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const MONDAY: &str = "2026-11-23T10:42:00";
const KIND: &str = "Hvilken slags sparring? (frivilligt)";
const TALK: &str = "Uformel reflekterende snak";
const SEEN: &str = "Hvad har vi set? (frivilligt)";
const TRY: &str = "Hvad vil vi prøve? (frivilligt)";
const WHO: &str = "Hvem går videre med det? (frivilligt)";
const AGAIN: &str = "Vi ser på det igen (frivilligt)";

for_both_engines!(
    /// Without net: two fields after a lesson, a reload in the middle, and the list that tells one kind from another.
    a_talk_is_noted_and_found_by_its_kind,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let mut server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AL").await;
        is_ready_without_net(&anna).await;
        server.stop().await;
        is_at_the_sparring(&anna).await;
        anna.heading("Ingen sparring endnu").appears().await;

        anna.link("Ny sparring").click().await;
        anna.heading("Sparringsnotat").appears().await;
        anna.radio("Blev det holdt? (frivilligt)", "Gennemført").is_ticked_now(true).await;
        anna.radio(KIND, TALK).click().await;
        anna.checkbox("Didaktik").tick().await;
        anna.field(SEEN).fill("De stille kom til orde i par").await;
        anna.field(TRY).fill("Et minut i par før hver samtale").await;
        anna.field(WHO).choose("AL").await;
        // A day that cannot be is said at once, and keeps nobody.
        anna.field(AGAIN).set_date("2026-11-20").await;
        anna.text("Dagen ligger før selve sparringen.").appears().await;
        is_saved(&anna).await;
        anna.reload().await;
        anna.radio(KIND, TALK).is_ticked_now(true).await;
        anna.checkbox("Didaktik").is_ticked_now(true).await;
        anna.field(TRY).has_value("Et minut i par før hver samtale").await;
        anna.text("Dagen ligger før selve sparringen.").appears().await;
        anna.field(AGAIN).set_date("2026-12-07").await;
        anna.text("Dagen ligger før selve sparringen.").is_gone().await;
        is_saved(&anna).await;
        anna.button("Færdig").click().await;
        anna.heading("Plan").appears().await;

        is_at_the_sparring_again(&anna).await;
        anna.text("Sparringer holdt: 1").appears().await;
        let row = "mandag den 23. november · didaktik · Vi prøver: Et minut i par før hver samtale · AL · \
                   Ses på igen 7. december 2026";
        anna.text(row).appears().await;

        // One that needs an agreement says so; it is the second of its list.
        anna.link("Ny sparring").click().await;
        anna.radio(KIND, "Observation og evalueringsmøde").click().await;
        anna.link("Ny feedbackaftale").appears().await;
        is_saved(&anna).await;
        anna.button("Færdig").click().await;
        anna.heading("Plan").appears().await;
        is_at_the_sparring_again(&anna).await;
        anna.text("Sparringer holdt: 2").appears().await;
        anna.field("Slags").choose("Møde med vejleder eller konsulent").await;
        anna.text("Ingen sparring af den slags.").appears().await;
        anna.field("Slags").choose(TALK).await;
        anna.link("Observation og evalueringsmøde").stays_gone().await;
        anna.link(TALK).appears().await;
        anna.field("Slags").choose("Alle slags").await;
        anna.link("Observation og evalueringsmøde").appears().await;

        is_taken_back(&anna).await;
        says_it_in_the_history(&anna).await;
        is_named_when_gone(&anna).await;
    }
);

for_both_engines!(
    /// A meeting of the plan becomes a sparring by what it is; the keys are enough, and axe has nothing to say.
    a_planned_sparring_gets_its_note_by_keys,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.still(true).await;
        anna.size(Size::PHONE).await;
        anna.open("").await;
        is_at_the_sparring(&anna).await;
        anna.is_fine("sparring, none").await;
        anna.link("Tilbage til indsatsen").click().await;
        anna.link("Plan").click().await;
        anna.link("Nyt møde").click().await;
        anna.heading("Sparringsnotat").stays_gone().await;
        anna.field("Hvad er det?").choose("Sparringsmøde").await;
        anna.field("Dag").set_date("2026-11-30").await;
        anna.heading("Sparringsnotat").appears().await;
        anna.tab_to("Observation og evalueringsmøde").await;
        anna.press(Key::Space).await;
        for _ in 0..3 {
            anna.press(Key::Down).await;
        }
        anna.radio(KIND, "Indbyrdes sparring i teamet").is_ticked_now(true).await;
        anna.tab_to(TRY).await;
        anna.press("Makkerpar").await;
        is_saved(&anna).await;
        anna.is_fine("meeting with the note of a sparring").await;
        anna.button("Færdig").click().await;
        anna.heading("Plan").appears().await;
        is_at_the_sparring_again(&anna).await;
        anna.text("Sparringer holdt: 0").appears().await;
        anna.role(Role::Other("region"), "Kommende").link("Indbyrdes sparring i teamet").appears().await;
        anna.is_fine("sparring").await;
        go_to(&anna, "Indstillinger").await;
        anna.radio("Sprog · Language", "English").click().await;
        anna.link("Initiatives").click().await;
        anna.link(TITLE).click().await;
        anna.link("Professional dialogue").click().await;
        anna.heading("Professional dialogue").appears().await;
        anna.text("We try: Makkerpar").appears().await;
    }
);

/// An initiative on a Monday in November, and its sparring.
async fn is_at_the_sparring(anna: &Browser) {
    makes_initiative(anna, TITLE).await;
    anna.text("Skriv ned, hvad I taler om efter undervisningen").appears().await;
    anna.link("Sparring").click().await;
    anna.heading("Sparring").appears().await;
}

async fn is_at_the_sparring_again(anna: &Browser) {
    go_to(anna, "Indsatser").await;
    anna.link(TITLE).click().await;
    anna.link("Sparring").click().await;
    anna.heading("Sparring").appears().await;
}

/// Put away and back.
async fn is_taken_back(anna: &Browser) {
    closes_messages(anna).await;
    anna.link("Observation og evalueringsmøde").click().await;
    anna.button("Læg i papirkurven").click().await;
    anna.text("Mødet ligger i papirkurven.").appears().await;
    is_at_the_sparring_again(anna).await;
    anna.text("Sparringer holdt: 1").appears().await;
    anna.button("Fortryd").click().await;
    anna.text("Sparringer holdt: 2").appears().await;
    anna.link("Observation og evalueringsmøde").appears().await;
}

async fn says_it_in_the_history(anna: &Browser) {
    anna.link(TALK).click().await;
    anna.link("Historik").click().await;
    anna.heading(containing("Historik")).first().appears().await;
    for words in [
        "Hvilken slags sparring: »Uformel reflekterende snak«",
        "Hvad handler sparringen om? Didaktik",
        "Hvad vil vi prøve: »Et minut i par",
        "Hvem går videre med det: »AL«",
        "Vi ser på det igen: »7. december 2026«",
    ] {
        anna.text(words).first().appears().await;
    }
}

/// Whoever leaves the team is still named where they said they would go on.
async fn is_named_when_gone(anna: &Browser) {
    go_to(anna, "Indsatser").await;
    anna.link(TITLE).click().await;
    anna.link("Ret indsatsen").click().await;
    anna.button("Fjern AL fra teamet").click().await;
    is_saved(anna).await;
    anna.button("Færdig").click().await;
    anna.link("Sparring").click().await;
    anna.text("AL (ikke længere i teamet)").appears().await;
    anna.link(TALK).click().await;
    assert!(!anna.field(WHO).value().await.is_empty(), "the one who left is still chosen");
}
