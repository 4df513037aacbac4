//! Language and theme.

use serde_json::Value;

use super::steps::{go_to, is_called};
use crate::harness::{Browser, Build, Finds, Stage, for_both_engines};

for_both_engines!(
    /// A first visit follows the browser; a choice is followed at once and for good.
    the_app_speaks_the_browsers_language_until_told_otherwise,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        bo.heading("Overblik").appears().await;
        assert_eq!(language_of_page(&bo).await, "da");
        stage.done_with(&bo).await;

        let anna = stage.browser("Anna", &server).await;
        anna.speaks_english().await;
        anna.heading("Overview").appears().await;
        assert_eq!(language_of_page(&anna).await, "en");
        anna.link("Settings").click().await;
        anna.field("Your initials").fill("AN").await;
        anna.script("window.sameSince = true", vec![]).await;
        anna.radio("Language · Sprog", "Dansk").click().await;
        anna.heading("Indstillinger").appears().await;
        anna.field("Dine initialer").has_value("AN").await;
        assert_eq!(language_of_page(&anna).await, "da");
        assert_eq!(anna.script("return document.title", vec![]).await, "Indstillinger – Indsats");
        assert_eq!(anna.script("return window.sameSince", vec![]).await, true, "nothing reloaded");

        anna.open("").await;
        anna.heading("Overblik").appears().await;
        go_to(&anna, "Indstillinger").await;
        anna.radio("Sprog · Language", "English").click().await;
        anna.heading("Settings").appears().await;
        anna.link("About").click().await;
        anna.heading("About Indsats").appears().await;
    }
);

for_both_engines!(
    /// The theme is the system's until a person chooses, and then theirs.
    the_theme_is_the_systems_until_chosen,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        is_called(&anna, "AN").await;
        let light = paper(&anna).await;
        anna.dark(true).await;
        let dark = paper(&anna).await;
        assert_ne!(light, dark);

        anna.radio("Lys eller mørk", "Lys").click().await;
        assert_eq!(paper(&anna).await, light);
        anna.reload().await;
        anna.heading("Indstillinger").appears().await;
        assert_eq!(paper(&anna).await, light);
        anna.dark(false).await;
        anna.radio("Lys eller mørk", "Mørk").click().await;
        assert_eq!(paper(&anna).await, dark);
        anna.radio("Lys eller mørk", "Som enheden").click().await;
        assert_eq!(paper(&anna).await, light);
    }
);

async fn language_of_page(person: &Browser) -> Value {
    person.script("return document.documentElement.lang", vec![]).await
}

async fn paper(person: &Browser) -> Value {
    person.script("return getComputedStyle(document.body).backgroundColor", vec![]).await
}
