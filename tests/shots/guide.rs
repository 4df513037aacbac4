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
        screen("Forberedelse, hvad et svar kan blive til", async |anna: Browser| {
            prepares(&anna).await;
            anna.role(Role::Other("tab"), "Spørgsmål").click().await;
            anna.button("Gør til indsatsens udfordring").click().await;
            let hard = anna.field(containing("Hvad har eleverne svært ved"));
            hard.fill("De svarer, før de har læst.").await;
            anna.button("Gør til indsatsens udfordring").click().await;
            let change = anna.field(containing("Hvad skal eleverne gøre anderledes"));
            change.fill("Læse opgaven for hinanden, før de svarer.").await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Forberedelse, ressourcer", async |anna: Browser| {
            shares(&anna).await;
            anna.script("document.querySelector('[role=tablist]').scrollIntoView()", vec![]).await;
        }),
        screen("Lektion, til alle der har timen", async |anna: Browser| {
            shares(&anna).await;
            anna.link("Tilbage til indsatsen").click().await;
            anna.link("Ny lektion").click().await;
            anna.heading("Til alle, der har timen").appears().await;
            anna.script("document.querySelector('#ground').scrollIntoView()", vec![]).await;
        }),
        screen("Formålet på én side", async |anna: Browser| {
            shares(&anna).await;
            anna.link("Formålet på én side").first().click().await;
            anna.heading(containing("Formål: ")).appears().await;
        }),
        screen("Indsats med forberedelse", async |anna: Browser| {
            prepares(&anna).await;
            anna.link("Tilbage til indsatsen").click().await;
            anna.link(containing("Fase 1: Forberedelse")).appears().await;
        }),
    ]
}

/// A team that has written what it has in common.
async fn shares(anna: &Browser) {
    prepares(anna).await;
    anna.role(Role::Other("tab"), "Ressourcer").click().await;
    anna.field("Vores fælles ståsted (frivilligt)")
        .fill("Vi læser opgaven højt sammen, og vi venter ti sekunder, før vi hjælper.")
        .await;
    anna.button("Tilføj materiale").click().await;
    anna.field("Hvad er det?").fill("Læsekort").await;
    anna.field("Hvem tager det med? (frivilligt)").choose("MK").await;
    anna.button("Tilføj ressourceperson").click().await;
    anna.field("Initialer eller rolle").fill("Læsevejleder").await;
    anna.field("Hvad kan de hjælpe med? (frivilligt)").fill("Læsning i par").await;
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
