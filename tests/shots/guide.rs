//! The screens of the guide and of phase 1.

use crate::harness::{Browser, Finds, Role, containing};
use crate::screens::{Screen, own_initiative, screen, to_bottom};

/// All of them: the guide, and the preparation of an initiative.
pub fn all() -> Vec<Screen> {
    let mut all = guide();
    all.extend(preparation());
    all
}

fn guide() -> Vec<Screen> {
    let topic = |name, id: &'static str, title: &'static str| {
        screen(name, async move |anna: Browser| {
            anna.open(&format!("guide/{id}")).await;
            anna.heading(title).appears().await;
        })
    };
    vec![
        screen("Guide", async |anna: Browser| {
            anna.open("guide").await;
            anna.heading("Guide").appears().await;
        }),
        screen("Guide, søgning", async |anna: Browser| {
            anna.open("guide").await;
            anna.field("Søg i guiden").fill("skema tid").await;
            anna.text("Emner fundet").appears().await;
        }),
        topic("Guide, tre tal", "tal", "Tre tal fra VIVE"),
        topic("Guide, sparring", "sparring", "Sparring"),
        topic("Guide, møder", "moeder", "Møder og dagsordener"),
        screen("Guide, samarbejdsformer, slutningen", async |anna: Browser| {
            anna.open("guide/samarbejdsformer").await;
            anna.heading("Læs mere").appears().await;
            to_bottom(&anna).await;
        }),
    ]
}

fn preparation() -> Vec<Screen> {
    vec![
        screen("Forberedelse, opgaver", async |anna: Browser| {
            prepares(&anna).await;
            anna.script("document.querySelector('.fold').open = true", vec![]).await;
        }),
        screen("Forberedelse, spørgsmål", async |anna: Browser| {
            prepares(&anna).await;
            anna.role(Role::Other("tab"), "Spørgsmål").click().await;
            anna.button("Tag spørgsmålet op igen").click().await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Forberedelse, rustet", async |anna: Browser| {
            prepares(&anna).await;
            anna.role(Role::Other("tab"), "Er I rustet?").click().await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Indsats med forberedelse", async |anna: Browser| {
            prepares(&anna).await;
            anna.link("Tilbage til indsatsen").click().await;
            anna.link(containing("Fase 1: Forberedelse")).appears().await;
        }),
    ]
}

/// An initiative whose preparation has begun.
async fn prepares(anna: &Browser) {
    anna.open("indstillinger").await;
    anna.field("Dine initialer").fill("MK").await;
    own_initiative(anna, "Læsemakkere i 2.a").await;
    anna.link(containing("Fase 1: Forberedelse")).click().await;
    anna.heading("Forberedelse").appears().await;
    anna.role(Role::Checkbox, containing("Sæt en møderække")).tick().await;
    anna.button("Hvem og hvornår").nth(1).click().await;
    anna.field("Hvem (frivilligt)").choose("MK").await;
    anna.field("Senest (frivilligt)").set_date("2026-11-02").await;
    anna.role(Role::Other("tab"), "Spørgsmål").click().await;
    anna.field(containing("Hvad har eleverne svært ved"))
        .fill("At læse en opgave færdig, før de svarer.")
        .await;
    anna.role(Role::Other("tab"), "Er I rustet?").click().await;
    anna.button(containing("Ikke svaret endnu")).click().await;
    anna.radio("Jeg kender metoderne i indsatsen.", "I høj grad").click().await;
    anna.radio("Jeg kan tilpasse dem til mine elever.", "I mindre grad").click().await;
    anna.checkbox("Kursus").tick().await;
    anna.role(Role::Other("tab"), "Opgaver").click().await;
    anna.script("scrollTo(0, 0)", vec![]).await;
}
