//! The screens of an evaluation of the collaboration: getting ready, what colleagues see, and what it says.

use crate::harness::{Browser, Finds, Role};
use crate::screens::{Screen, own_initiative, screen};

const MAY_SHOW: &str = "Må jeres svar vises for teamet, hvis I er færre end fem?";
const AIMS: &str = "Vi vælger aktiviteter ud fra det, eleverne skal lære.";
const EQUIPPED: &str = "Jeg er klædt på til at undervise på den måde, indsatsen kræver.";

/// All of them, in the order of a round.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Samarbejde, gøres klar", async |mette: Browser| gets_ready(&mette).await),
        screen("Samarbejde, start", async |mette: Browser| begins(&mette).await),
        screen("Samarbejde, små teams", async |mette: Browser| {
            begins(&mette).await;
            mette.button("Start").click().await;
            mette.heading(MAY_SHOW).appears().await;
        }),
        screen("Samarbejde, et område", async |mette: Browser| {
            begins(&mette).await;
            mette.button("Start").click().await;
            mette.role(Role::Group, MAY_SHOW).button("Ja").click().await;
            mette.radio(AIMS, "I høj grad").click().await;
        }),
        screen("Samarbejde, samlet", async |mette: Browser| {
            begins(&mette).await;
            mette.button("Start").click().await;
            mette.role(Role::Group, MAY_SHOW).button("Ja").click().await;
            to_the_end(&mette).await;
        }),
        screen("Samarbejde, tak", async |mette: Browser| {
            begins(&mette).await;
            answers(&mette, "Ja", "I høj grad").await;
        }),
        screen("Samarbejde, åben runde", async |mette: Browser| {
            begins(&mette).await;
            answered(&mette, &["I høj grad", "I nogen grad", "Slet ikke"], "Ja").await;
        }),
        screen("Samarbejde, resultat", async |mette: Browser| {
            two_rounds(&mette).await;
        }),
        screen("Samarbejde, udskrift", async |mette: Browser| {
            two_rounds(&mette).await;
            mette.link("Opsummering til andre").click().await;
            mette.heading("Opsummering til andre").appears().await;
        }),
        screen("Samarbejde, vises ikke", async |mette: Browser| {
            begins(&mette).await;
            answered(&mette, &["I høj grad", "I nogen grad", "Slet ikke"], "Nej").await;
            mette.button("Luk runden").click().await;
            mette.link("Se svarene samlet").click().await;
            mette.text("ikke alle har sagt ja").appears().await;
        }),
        screen("Samarbejde, på indsatsens side", async |mette: Browser| {
            begins(&mette).await;
            answered(&mette, &["I høj grad", "Slet ikke"], "Ja").await;
            mette.link("Tilbage").first().click().await;
            mette.heading("Tolærere i 5.b").appears().await;
            let down = "document.querySelector('#collaboration').scrollIntoView()";
            mette.script(down, vec![]).await;
        }),
    ]
}

async fn two_rounds(mette: &Browser) {
    begins(mette).await;
    answered(
        mette,
        &["I høj grad", "I høj grad", "I nogen grad", "I nogen grad", "Slet ikke"],
        "Ja",
    )
    .await;
    mette.button("Luk runden").click().await;
    mette.text("Lukket med 5 svar").first().appears().await;
    mette.button("Ny runde").click().await;
    mette.heading("Runde 2").appears().await;
    mette.button("Svar nu").click().await;
    mette.button("Start").appears().await;
    let steps =
        ["I høj grad", "I høj grad", "I høj grad", "I nogen grad", "I nogen grad", "I mindre grad"];
    answered(mette, &steps, "Ja").await;
    mette.button("Luk runden").click().await;
    mette.text("Lukket med 6 svar").first().appears().await;
    mette.link("Se svarene samlet").click().await;
    mette.role(Role::Other("region"), EQUIPPED).appears().await;
}

async fn gets_ready(mette: &Browser) {
    mette.open("").await;
    own_initiative(mette, "Tolærere i 5.b").await;
    mette.link("Evaluér samarbejdet").first().click().await;
    mette.heading("Evaluering af samarbejdet").appears().await;
}

async fn begins(mette: &Browser) {
    gets_ready(mette).await;
    mette.button("Svar nu").click().await;
    mette.button("Start").appears().await;
}

/// Through the areas to the last.
async fn to_the_end(mette: &Browser) {
    for area in [
        "Læringsaktiviteter",
        "Didaktik",
        "Rollefordeling",
        "Sammensætning af teams",
        "Fordeling af timer",
        "Elevernes udbytte",
    ] {
        mette.heading(area).appears().await;
        mette.button("Videre").click().await;
    }
    mette.heading("Samlet").appears().await;
}

async fn answers(mette: &Browser, yes: &str, step: &str) {
    mette.button("Start").click().await;
    mette.role(Role::Group, MAY_SHOW).button(yes).click().await;
    mette.radio(AIMS, step).click().await;
    to_the_end(mette).await;
    mette.radio(EQUIPPED, step).click().await;
    mette.field("Hvad skal vi gøre anderledes? (frivilligt)").fill("Mere fælles tid").await;
    mette.button("Aflever").click().await;
    mette.heading("Tak for dit svar").appears().await;
}

async fn answered(mette: &Browser, steps: &[&str], yes: &str) {
    for step in steps {
        answers(mette, yes, step).await;
        mette.button("Klar til den næste").click().await;
        mette.button("Start").appears().await;
    }
    mette.button("Tilbage til appen").click().await;
    mette.heading("Runde 1").appears().await;
}
