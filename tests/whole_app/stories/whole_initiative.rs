//! An initiative from the first meeting to what stays of it, as a team lives it: set up, prepared, planned, agreed
//! on, observed, talked about, counted, asked about, looked back on, decided, and told on one page.

use super::agreement::agrees;
use super::steps::{closes_messages, go_to, is_called, is_ready_without_net, is_saved};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const MONDAY: &str = "2026-11-23T09:00:00";
const TUESDAY: &str = "2026-11-24T10:05:00";
const MEETINGS: &str = "Sæt en møderække i kalenderen med de vigtigste personer: Hvad vil vi, hvad venter vi af hinanden, og hvordan lærer vi undervejs?";
const HARD: &str =
    "Hvad har eleverne svært ved hos os – fagligt eller i trivslen – og hvordan ser vi det?";
const KNOWS: &str = "Jeg kender metoderne i indsatsen.";
const PLANNING: &str = "Fælles planlægning";
const EXPECT: &str = "Flere siger noget fagligt";
const GOAL: &str =
    "Hver måned ser vi mindst én gang på hinandens timer og taler om metoderne bagefter.";
const TRY: &str = "Et minut i par, før nogen svarer";
const QUESTION: &str = "Hvordan kan de voksnes roller bruges endnu bedre?";
const CALM: &str = "Der var ro til at arbejde.";

for_both_engines!(
    /// Without net, on one tablet, from a Monday in November to the decision before Christmas.
    an_initiative_is_lived_from_start_to_embedding,
    async |stage: &Stage| {
        stage.is_on(MONDAY);
        let mut server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.size(Size::TABLET).await;
        mette.open("").await;
        is_called(&mette, "MK").await;
        is_ready_without_net(&mette).await;
        server.stop().await;

        is_set_up(&mette).await;
        is_prepared(&mette).await;
        is_planned(&mette).await;
        a_goal_is_set(&mette).await;
        they_agree(&mette).await;
        it_is_observed(&mette).await;
        they_talk(&mette).await;
        a_sparring_is_noted(&mette).await;
        lessons_are_held_and_lost(&mette).await;
        the_goal_has_been_counted(&mette).await;
        pupils_are_asked(&mette).await;
        they_look_back(&mette).await;
        they_decide(&mette).await;
        it_stands_on_one_page(&mette).await;
        server.start_again().await;
    }
);

/// The guided start, every step.
async fn is_set_up(mette: &Browser) {
    mette.link("Ny indsats").first().click().await;
    mette.heading("Trin 1 af 6: Hvad går I i gang med?").appears().await;
    mette.radio("Hvilken slags indsats er det?", "Tolærerordning").click().await;
    mette.field("Titel").fill(TITLE).await;
    mette.field("Klasse eller gruppe (frivilligt)").fill("5.b").await;
    goes_on(mette, "Trin 2 af 6: Hvorfor?").await;
    mette.field("Hvilken udfordring skal indsatsen løse? (frivilligt)").fill("Få tør svare").await;
    mette.field("Formål (frivilligt)").fill("Flere elever kommer til orde").await;
    goes_on(mette, "Trin 3 af 6: Hvad vil I se hos eleverne?").await;
    mette
        .field("Hvilke forandringer ønsker I at se blandt eleverne? (frivilligt)")
        .fill("Alle siger noget hver dag")
        .await;
    goes_on(mette, "Trin 4 af 6: Hvad venter I jer?").await;
    mette.button("Tilføj en forventning").click().await;
    mette.field("Hvad forventer vi?").fill(EXPECT).await;
    mette.field("Sådan ser vi, at det er nået").fill("Vi tæller hænder i tre timer").await;
    goes_on(mette, "Trin 5 af 6: Hvem og hvornår?").await;
    mette.field("Initialer").has_value("MK").await;
    mette.button("Tilføj person").click().await;
    mette.field("Initialer").nth(1).fill("JP").await;
    mette.field("Første dag (frivilligt)").set_date("2026-11-23").await;
    mette.field("Sidste dag (frivilligt)").set_date("2026-12-18").await;
    goes_on(mette, "Trin 6 af 6: Hvilke elever?").await;
    mette.field("Hvor mange elever?").fill("6").await;
    mette.button("Se det igennem").click().await;
    mette.heading("Se det igennem").appears().await;
    mette.text("E06").first().appears().await;
    mette.button("Opret indsatsen").click().await;
    mette.heading(TITLE).appears().await;
    mette.text("MK, JP").first().appears().await;
    closes_messages(mette).await;
}

async fn goes_on(mette: &Browser, title: &str) {
    mette.button("Næste").click().await;
    mette.heading(title).appears().await;
}

/// Phase 1: a task, a working question and the self-check of one of the two.
async fn is_prepared(mette: &Browser) {
    mette.link(containing("Fase 1: Forberedelse")).click().await;
    mette.heading("Forberedelse").appears().await;
    mette.checkbox(MEETINGS).tick().await;
    part(mette, "Spørgsmål").await;
    mette.field(HARD).fill("De venter på, at andre svarer").await;
    part(mette, "Er I rustet?").await;
    mette.button(containing("JP Ikke svaret endnu")).click().await;
    mette.radio(KNOWS, "I mindre grad").click().await;
    mette.checkbox("Kursus").tick().await;
    is_saved(mette).await;
    mette.link("Tilbage til indsatsen").click().await;
    mette.link("Fase 1: Forberedelse – 1 af 9 gjort").appears().await;
}

/// The suggestion, with a time for every planning that comes after the first.
async fn is_planned(mette: &Browser) {
    mette.link("Plan").click().await;
    mette.heading("Plan").appears().await;
    mette.field("Hvornår er den første time med eleverne?").set_date("2026-11-24").await;
    mette.button("Læg forslaget i planen").click().await;
    mette.text("Møder lagt i planen: ").appears().await;
    closes_messages(mette).await;
    mette.link(PLANNING).first().click().await;
    mette.heading("Dagsorden").appears().await;
    mette.field("Begynder kl. (frivilligt)").set_value("14:00").await;
    mette.button("Brug tid, sted og deltagere på dem alle").click().await;
    mette.text("Møder rettet: ").appears().await;
    closes_messages(mette).await;
    mette.button("Færdig").click().await;

    // Lessons every week until Christmas.
    is_at_the_initiative(mette).await;
    mette.link("Ny lektion").click().await;
    mette.field("Dag").set_date("2026-11-24").await;
    mette.field("Begynder kl. (frivilligt)").set_value("10:00").await;
    mette.field("Slutter kl. (frivilligt)").set_value("10:45").await;
    mette.field("Fag (frivilligt)").fill("Dansk").await;
    mette.field("Samarbejdsform (frivilligt)").choose("Stationsundervisning").await;
    mette.field("Voksen A (frivilligt)").fill("MK").await;
    mette.field("Voksen B (frivilligt)").fill("JP").await;
    mette.field("Til og med (frivilligt)").set_date("2026-12-15").await;
    mette.text("Det bliver til 3 lektioner mere.").appears().await;
    mette.button("Lav lektionerne").click().await;
    mette.text("Lektioner lavet: 3.").appears().await;
    mette.button("Færdig").click().await;
    mette.heading("Lektioner").appears().await;
    mette.link(containing("5.b dansk · ")).count_comes_to(4).await;
    closes_messages(mette).await;
}

/// From an example of the brochure, counted by the app.
async fn a_goal_is_set(mette: &Browser) {
    is_at_the_initiative(mette).await;
    mette.link("Delmål").click().await;
    mette.link(GOAL).click().await;
    mette.field("Nået, når …").fill("En time er set og talt om").await;
    mette.field("Skal være nået senest").set_date("2026-12-18").await;
    is_saved(mette).await;
    mette.button("Færdig").click().await;
    mette.heading("Delmål").appears().await;
    mette.text("0 af 1 denne måned").appears().await;
}

/// The agreement is read aloud, and each says yes for themselves.
async fn they_agree(mette: &Browser) {
    is_at_the_initiative(mette).await;
    mette.link("Ny feedbackaftale").click().await;
    mette.heading("Parter").appears().await;
    mette.field("Hvem observerer?").has_value("MK").await;
    mette.field("Hvem observerer?").fill("KA").await;
    mette.field("Hvem bliver observeret?").fill("MK JP").await;
    mette.field("Hvad er det faglige fokus?").fill("Forklare med fagord").await;
    mette.field("Hvad skal observatøren kigge efter?").fill("Hvem forklarer?").await;
    let tomorrow = mette.day_from_now(1).await;
    mette.field("Hvornår er observationen?").set_date(&tomorrow).await;
    mette.field("Observationen begynder kl. (frivilligt)").set_value("10:00").await;
    mette.field("Hvornår taler I sammen bagefter?").set_date(&tomorrow).await;
    mette.checkbox(QUESTION).tick().await;
    is_saved(mette).await;
    mette.button("Læs aftalen igennem").click().await;
    mette.heading("Er I enige?").appears().await;
    for who in ["MK", "JP", "KA"] {
        agrees(mette, who).await;
    }
    mette.text("Aftalt").first().appears().await;
    closes_messages(mette).await;
}

/// Tuesday: begun from the agreement, with what it says filled in.
async fn it_is_observed(mette: &Browser) {
    mette.it_is_on(TUESDAY).await;
    go_to(mette, "Overblik").await;
    mette.link(containing("I dag: 5.b · KA observerer MK og JP")).click().await;
    mette.link("Start observation").click().await;
    mette.text("Rammerne er aftalt. Alle er enige.").appears().await;
    mette.field("Voksen A (initialer) (frivilligt)").has_value("MK").await;
    mette.button("Start lektionen").click().await;
    mette.heading(containing("Lektionen kører")).appears().await;
    mette.field("Ny note").type_text("Syv rækker hånden op").await;
    mette.button("Næste note").click().await;
    mette.button("Afslut").click().await;
    mette.text("Lektionen varede").appears().await;
    is_saved(mette).await;
    mette.button("Færdig").click().await;
    mette.text("Observationen er færdig.").appears().await;
    closes_messages(mette).await;
}

/// The talk after it ends with one thing to try and a day.
async fn they_talk(mette: &Browser) {
    is_at_the_initiative(mette).await;
    mette.link(containing("KA observerer MK og JP")).first().click().await;
    mette.link("Feedbacksamtale").click().await;
    mette.button("Begynd samtalen").click().await;
    for _ in 0..3 {
        mette.button("Næste trin").click().await;
    }
    mette.field("Én ting at prøve").fill(TRY).await;
    is_saved(mette).await;
    mette.button("Samtalen er slut").click().await;
    mette.text("Samtalen er gemt på aftalen.").appears().await;
    closes_messages(mette).await;
}

/// A few words after a talk at the coffee.
async fn a_sparring_is_noted(mette: &Browser) {
    is_at_the_initiative(mette).await;
    mette.link("Sparring").click().await;
    mette.link("Ny sparring").click().await;
    mette.radio("Hvilken slags sparring? (frivilligt)", "Uformel reflekterende snak").click().await;
    mette.field("Hvad har vi set? (frivilligt)").fill("De stille kom til orde i par").await;
    mette.field("Hvad vil vi prøve? (frivilligt)").fill(TRY).await;
    is_saved(mette).await;
    mette.button("Færdig").click().await;
    mette.heading("Plan").appears().await;
    closes_messages(mette).await;
}

/// One press each: held, and the week after gone to cover.
async fn lessons_are_held_and_lost(mette: &Browser) {
    for (day, became) in [("2026-11-24", "Gennemført"), ("2026-12-01", "Aflyst")] {
        mette.it_is_on(&format!("{day}T10:50:00")).await;
        go_to(mette, "Indsatser").await;
        go_to(mette, "Overblik").await;
        mette.group("Blev timen gennemført?").button(became).click().await;
        if became == "Aflyst" {
            mette.group("Hvorfor? (frivilligt)").button("Gik til vikar").click().await;
        }
        mette.group("Blev timen gennemført?").is_gone().await;
        closes_messages(mette).await;
    }
    is_at_the_initiative(mette).await;
    mette.text("Lektioner: 1 af 2 gennemført").appears().await;
    mette.text("1 gik til vikar").appears().await;
}

/// The figure leads to what it is counted from.
async fn the_goal_has_been_counted(mette: &Browser) {
    mette.it_is_on("2026-11-27T12:00:00").await;
    is_at_the_initiative(mette).await;
    mette.link("Delmål").click().await;
    mette.text("1 af 1 denne måned").appears().await;
    mette.text("Nået").first().appears().await;
    mette.button("Talt ud fra (1)").click().await;
    mette.link("Observation").click().await;
    mette.heading("Før lektionen").appears().await;
}

/// Six sheets of paper are typed in; only then is anything shown.
async fn pupils_are_asked(mette: &Browser) {
    is_at_the_initiative(mette).await;
    mette.link("Start en elevsurvey").click().await;
    mette.radio("Hvem spørger I?", "Indskoling").click().await;
    mette.button("Ny runde").click().await;
    mette.heading("Runde 1").appears().await;
    is_saved(mette).await;
    mette.link("Skriv svar ind fra papir").click().await;
    mette.heading("Svar fra papir").appears().await;
    for (n, step) in ["Nej", "Lidt", "Ja", "Ja", "Ja", "Ja"].into_iter().enumerate() {
        mette.radio(CALM, step).click().await;
        mette.button("Gem arket, og tag det næste").click().await;
        mette.text(&format!("{} har svaret", n + 1)).appears().await;
    }
    closes_messages(mette).await;
    mette.link("Tilbage til elevsurveyen").click().await;
    mette.button("Luk runden").click().await;
    mette.text("Lukket med 6 elever").first().appears().await;
    mette.link("Se, hvad eleverne svarede").click().await;
    mette.text("»Lidt« eller »Ja«: 5 af 6").appears().await;
    closes_messages(mette).await;
}

/// The board, and the expectation of November word by word.
async fn they_look_back(mette: &Browser) {
    mette.it_is_on("2026-12-17T14:00:00").await;
    is_at_the_initiative(mette).await;
    mette.link(containing("Fase 3: Forankring")).click().await;
    mette.button("Tilføj: Det støtter").click().await;
    mette.field("Det støtter, nr. 1").fill("Fast tid onsdag").await;
    mette.button("Tilføj: Det spænder ben").click().await;
    mette.field("Det spænder ben, nr. 1").fill("En time gik til vikar").await;
    part(mette, "Forventninger").await;
    let expected = mette.role(Role::Other("region"), EXPECT);
    expected.text("Sådan ville I se det: Vi tæller hænder i tre timer").appears().await;
    expected.radio("Er den indfriet?", "Delvist").click().await;
    is_saved(mette).await;
}

async fn they_decide(mette: &Browser) {
    part(mette, "Beslutning").await;
    mette.radio("Hvad beslutter I?", "Videreudvikle: Fortsæt med ændringer").click().await;
    mette.field("Hvorfor?").fill("Flere siger noget").await;
    mette.field("Hvem har ansvaret?").choose("JP").await;
    mette.field("Hvornår følger I op?").set_date("2027-02-01").await;
    mette.field("Hvor i skemaet?").fill("Tirsdag 3. lektion").await;
    mette.text("Beslutningen er truffet, og alt er skrevet.").appears().await;
    is_saved(mette).await;
}

/// Everything of the above, and no pupil.
async fn it_stands_on_one_page(mette: &Browser) {
    mette.link("Rapport på én side").click().await;
    for words in [
        "Flere elever kommer til orde",
        "Observationer: 1 gennemført",
        "Lektioner: 1 af 4 gennemført · 2 uden svar",
        "Flere siger noget fagligt – delvist",
        "Fast tid onsdag",
        "En time gik til vikar",
        "Videreudvikle: Fortsæt med ændringer",
        "Hvem har ansvaret? JP",
    ] {
        mette.text(words).first().appears().await;
    }
    mette.text("E06").stays_gone().await;
    is_at_the_initiative(mette).await;
    mette.text("Videreudvikle: Fortsæt med ændringer").first().appears().await;
}

async fn part(person: &Browser, name: &str) {
    person.role(Role::Other("tab"), name).click().await;
    person.role(Role::Other("tabpanel"), name).appears().await;
}

async fn is_at_the_initiative(person: &Browser) {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
}
