//! Language and theme.

use super::steps::{go_to, is_called};
use crate::harness::{Build, Finds, Stage, for_both_engines};

const LANGUAGE: &str = "return document.documentElement.lang";
const PAPER: &str = "return getComputedStyle(document.body).backgroundColor";

for_both_engines!(
    /// A first visit follows the browser; a choice is followed at once and for good.
    the_app_speaks_the_browsers_language_until_told_otherwise,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        bo.heading("Overblik").appears().await;
        bo.script_comes_to(LANGUAGE, "da").await;
        stage.done_with(&bo).await;

        let anna = stage.browser("Anna", &server).await;
        anna.speaks_english().await;
        anna.heading("Overview").appears().await;
        anna.script_comes_to(LANGUAGE, "en").await;
        anna.link("Settings").click().await;
        anna.field("Your initials").fill("AN").await;
        anna.script("window.sameSince = true", vec![]).await;
        anna.radio("Language · Sprog", "Dansk").click().await;
        anna.heading("Indstillinger").appears().await;
        anna.field("Dine initialer").has_value("AN").await;
        anna.script_comes_to(LANGUAGE, "da").await;
        anna.script_comes_to("return document.title", "Indstillinger – Indsats").await;
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
        let light = anna.script(PAPER, vec![]).await;
        anna.dark(true).await;
        anna.script_comes_to(&format!("{PAPER} === '{}'", light.as_str().unwrap_or_default()), false).await;
        let dark = anna.script(PAPER, vec![]).await;

        anna.radio("Lys eller mørk", "Lys").click().await;
        anna.script_comes_to(PAPER, light.clone()).await;
        anna.reload().await;
        anna.heading("Indstillinger").appears().await;
        anna.script_comes_to(PAPER, light.clone()).await;
        anna.dark(false).await;
        anna.radio("Lys eller mørk", "Mørk").click().await;
        anna.script_comes_to(PAPER, dark.clone()).await;
        anna.radio("Lys eller mørk", "Som enheden").click().await;
        anna.script_comes_to(PAPER, light.clone()).await;
    }
);
