//! The screens where a school makes its own forms.

use serde_json::json;

use crate::harness::files::{edited, published};
use crate::harness::{Browser, Finds, containing};
use crate::screens::{Screen, forget_everything, screen, to_heading};

const FORM: &str = "Vores skema";

/// All of them, in the order a person meets them.
pub fn all() -> Vec<Screen> {
    let mut all = vec![
        screen("Skemaer, ingen egne", async |anna: Browser| {
            anna.open("skemaer").await;
            anna.heading("Jeres egne").appears().await;
        }),
        screen("Skemaer, egne", async |anna: Browser| {
            own_form(&anna).await;
            publish(&anna, 1).await;
            anna.open("skemaer").await;
            anna.button("Begynd på et tomt").click().await;
            anna.heading("Versioner").appears().await;
            anna.open("skemaer").await;
            anna.link(FORM).appears().await;
        }),
        screen("Skemaer, et tomt", async |anna: Browser| {
            anna.open("skemaer").await;
            anna.button("Begynd på et tomt").click().await;
            anna.heading("Versioner").appears().await;
        }),
        screen("Skemaet rettes", async |anna: Browser| own_form(&anna).await),
        screen("Skemaet rettes, mere om skemaet", async |anna: Browser| {
            own_form(&anna).await;
            anna.button("Mere om skemaet").click().await;
        }),
        screen("Skemaet rettes, en del", async |anna: Browser| {
            own_form(&anna).await;
            anna.button("Ret delen: Undervejs").click().await;
            to_heading(&anna, "Undervejs").await;
        }),
    ];
    all.extend(questions());
    all.extend(ends());
    all
}

fn questions() -> Vec<Screen> {
    vec![
        screen("Skemaet rettes, trin", async |anna: Browser| {
            own_form(&anna).await;
            opens(&anna, "Der er arbejdsro").await;
        }),
        screen("Skemaet rettes, nedslag", async |anna: Browser| {
            own_form(&anna).await;
            opens(&anna, "Hvad er eleverne i gang med?").await;
            anna.field("Navn").first().click().await;
        }),
        screen("Skemaet rettes, noter", async |anna: Browser| {
            own_form(&anna).await;
            adds(&anna, "Noter med klokkeslæt", "Hvad ser du?").await;
            for words in ["Hænderne er oppe", "Eleverne hjælper hinanden"] {
                anna.button("Tilføj ord").click().await;
                anna.press(words).await;
            }
            anna.field("Hvordan svarer man?").click().await;
        }),
        screen("Skemaet rettes, tællere", async |anna: Browser| {
            own_form(&anna).await;
            adds(&anna, "Ét tryk, hver gang", "Ros og vejledning").await;
            anna.field("Hvad tælles?").fill("Ros for det, eleven gør").await;
            anna.field("For hvem tælles der?").choose("Hver voksen for sig").await;
        }),
        screen("Skemaet rettes, svar og betingelse", async |anna: Browser| {
            own_form(&anna).await;
            adds(&anna, "Netop ét af dem passer.", "Var planen klar?").await;
            anna.button("Hjælp til at svare, og hvornår spørgsmålet vises").click().await;
            anna.field("Hvornår skal spørgsmålet vises?")
                .choose("Er rammerne for observationen aftalt?")
                .await;
            anna.field("Tekst").first().fill("Ja").await;
        }),
        screen("Skemaet rettes, nyt spørgsmål", async |anna: Browser| {
            own_form(&anna).await;
            anna.button("Tilføj spørgsmål").first().click().await;
        }),
    ]
}

fn ends() -> Vec<Screen> {
    vec![
        screen("Skemaet rettes, noget mangler", async |anna: Browser| {
            own_form(&anna).await;
            adds(&anna, "Netop ét af dem passer.", "").await;
            anna.button("Udgiv version 1").click().await;
            anna.link(containing("Skriv spørgsmålet.")).appears().await;
        }),
        screen("Skemaet rettes, et felt mangler", async |anna: Browser| {
            own_form(&anna).await;
            adds(&anna, "Netop ét af dem passer.", "").await;
            anna.button("Udgiv version 1").click().await;
            anna.link(containing("Skriv spørgsmålet.")).click().await;
            anna.text("Skriv spørgsmålet.").appears().await;
        }),
        screen("Skemaet rettes, versioner", async |anna: Browser| {
            own_form(&anna).await;
            publish(&anna, 1).await;
            anna.field("Skemaets titel").fill("Vores skema til matematik").await;
            anna.text("Gemt ").appears().await;
            publish(&anna, 2).await;
            while anna.button("Luk beskeden").count().await > 0 {
                anna.button("Luk beskeden").first().click().await;
            }
            to_heading(&anna, "Versioner").await;
        }),
        screen("Skemaet rettes, som i klassen", async |anna: Browser| {
            own_form(&anna).await;
            anna.button("Vis som i klassen").click().await;
            anna.text("Prøv alt. Intet af det bliver gemt.").appears().await;
        }),
        screen("Skemaet med fejl, i filen", async |anna: Browser| {
            faulty(&anna).await;
        }),
        screen("Skemaet med fejl, hentet", async |anna: Browser| {
            faulty(&anna).await;
            anna.checkbox("Hent dem med som nye ændringer").tick().await;
            anna.button("Hent ind").click().await;
            anna.text("Hentet ind").appears().await;
            anna.open("skemaer").await;
            anna.link(FORM).click().await;
            to_heading(&anna, "Versioner").await;
        }),
    ]
}

/// A copy of the general form, as it is when it has just been made and renamed.
async fn own_form(anna: &Browser) {
    anna.open("skemaer").await;
    anna.button("Lav en kopi af Observation af undervisning – generel").click().await;
    anna.heading("Versioner").appears().await;
    anna.field("Skemaets titel").fill(FORM).await;
    anna.text("Gemt ").appears().await;
}

async fn publish(anna: &Browser, version: u32) {
    anna.button(format!("Udgiv version {version}")).click().await;
    anna.text(&format!("Udgivet, version {version}")).appears().await;
}

async fn opens(anna: &Browser, question: &str) {
    anna.button(containing(question)).first().click().await;
    anna.field("Spørgsmål").click().await;
}

async fn adds(anna: &Browser, kind: &str, words: &str) {
    anna.button("Tilføj spørgsmål").nth(1).click().await;
    anna.button(containing(kind)).first().click().await;
    anna.field("Spørgsmål").fill(words).await;
}

/// A form that somebody edited in its file, about to be fetched.
async fn faulty(anna: &Browser) {
    own_form(anna).await;
    publish(anna, 1).await;
    anna.button("Send skemaet som fil").click().await;
    anna.button("Gem på enheden").click().await;
    let file = anna.next_download().await;
    let bad = edited(&file, |file| {
        for form in published(file) {
            form["sections"][0]["items"][0]["text"] = json!({ "da": " " });
            form["sections"][1]["items"][0]["kind"] = json!("hologram");
            form["sections"][2]["items"][0]["levels"][1]["label"] = json!(7);
        }
    });
    forget_everything(anna).await;
    anna.open("del").await;
    anna.file_field("Vælg filer").pick(&[&bad]).await;
    anna.text("har fejl").appears().await;
}
