//! A device with no room left.

use std::time::Duration;

use super::steps::{HELPED, begins_observation, is_saved, makes_initiative, status_says};
use crate::harness::{Build, Engine, Finds, Stage};

/// In Chromium alone: no other engine lets a test take the room away.
#[test]
fn a_full_device_loses_nothing() {
    crate::harness::story::play(Engine::Chromium, "full device", async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Læsemakkere").await;
        begins_observation(&anna).await;
        anna.field(HELPED).fill("Før der blev fuldt").await;
        is_saved(&anna).await;

        anna.room_to_store(Some(1)).await;
        // Chromium goes on with the room it last heard of for half a minute.
        anna.waits(Duration::from_secs(32)).await;
        anna.field(HELPED).type_text(", og efter").await;
        status_says(&anna, "Enheden har ikke plads til mere.").await;
        anna.field(HELPED).has_value("Før der blev fuldt, og efter").await;
        anna.text("Det, du har skrevet, står stadig her på skærmen.").appears().await;
        anna.waits(Duration::from_secs(4)).await;
        status_says(&anna, "Enheden har ikke plads til mere.").await;

        anna.room_to_store(None).await;
        is_saved(&anna).await;
        anna.reload().await;
        anna.field(HELPED).has_value("Før der blev fuldt, og efter").await;
    });
}
