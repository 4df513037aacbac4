//! The screens of the plan: a week, the list, the three times, holidays and a meeting.

use crate::harness::{Browser, Finds, Role};
use crate::screens::{Screen, own_initiative, screen};

const PLANNING: &str = "Fælles planlægning";

/// All of them.
pub fn all() -> Vec<Screen> {
    vec![
        screen("Plan, tom", async |henrik: Browser| is_at_the_plan(&henrik).await),
        screen("Plan, en uge", async |henrik: Browser| is_laid(&henrik).await),
        screen("Plan, listen", async |henrik: Browser| {
            is_laid(&henrik).await;
            henrik.role(Role::Other("tab"), "Liste").click().await;
        }),
        screen("Plan, de tre tider", async |henrik: Browser| {
            is_laid(&henrik).await;
            is_lost(&henrik).await;
            henrik.role(Role::Other("tab"), "De tre tider").click().await;
        }),
        screen("Plan, et møde", async |henrik: Browser| {
            is_laid(&henrik).await;
            henrik.link(PLANNING).first().click().await;
            henrik.heading("Dagsorden").appears().await;
        }),
        screen("Plan, et møde, der ikke kan være", async |henrik: Browser| {
            is_at_the_plan(&henrik).await;
            henrik.link("Nyt møde").click().await;
            henrik.button("Færdig").click().await;
            henrik.field("Begynder kl. (frivilligt)").set_value("22:00").await;
            henrik.field("Slutter kl. (frivilligt)").set_value("00:30").await;
            henrik.field("Til og med (frivilligt)").set_date("2026-11-20").await;
            henrik.text("Der er intet møde mere").appears().await;
        }),
        screen("Sparring", async |henrik: Browser| is_at_the_sparring(&henrik).await),
        screen("Sparring, en snak", async |henrik: Browser| {
            is_at_the_sparring(&henrik).await;
            henrik.link("Uformel reflekterende snak").first().click().await;
            henrik.heading("Sparringsnotat").appears().await;
        }),
        screen("Plan, ferier", async |henrik: Browser| {
            is_at_the_plan(&henrik).await;
            henrik.link("Ferier og fridage").click().await;
            henrik.group("Sommerferie").appears().await;
        }),
    ]
}

async fn is_at_the_plan(henrik: &Browser) {
    own_initiative(henrik, "Makkerlæsning i 2.a").await;
    henrik.it_is_on("2026-11-23T10:42:00").await;
    henrik.link("Plan").click().await;
    henrik.heading("Plan").appears().await;
}

async fn is_at_the_sparring(henrik: &Browser) {
    own_initiative(henrik, "Makkerlæsning i 2.a").await;
    henrik.it_is_on("2026-11-23T10:42:00").await;
    for (kind, tries) in [
        ("Uformel reflekterende snak", "Et minut i par, før nogen rækker hånden op"),
        ("Indbyrdes sparring i teamet", "Den, der læser højt, vælger bogen"),
    ] {
        henrik.link("Sparring").click().await;
        henrik.link("Ny sparring").click().await;
        henrik.radio("Hvilken slags sparring? (frivilligt)", kind).click().await;
        henrik.checkbox("Didaktik").tick().await;
        henrik.field("Hvad vil vi prøve? (frivilligt)").fill(tries).await;
        henrik.button("Færdig").click().await;
        henrik.heading("Plan").appears().await;
        henrik.link("Tilbage").click().await;
    }
    henrik.link("Sparring").click().await;
    henrik.text("Sparringer holdt: 2").appears().await;
}

async fn is_laid(henrik: &Browser) {
    is_at_the_plan(henrik).await;
    henrik.field("Hvornår er den første time med eleverne?").set_date("2026-11-17").await;
    henrik.button("Læg forslaget i planen").click().await;
    henrik.link(PLANNING).appears().await;
    henrik.link(PLANNING).click().await;
    henrik.field("Begynder kl. (frivilligt)").set_value("14:00").await;
    henrik.field("Sted (frivilligt)").fill("Lokale 12").await;
    henrik.button("Færdig").click().await;
    henrik.text("Lokale 12").appears().await;
    henrik.button("Luk beskeden").first().click().await;
}

async fn is_lost(henrik: &Browser) {
    for (back, status) in [(1, "Gennemført"), (2, "Aflyst")] {
        for _ in 0..back {
            henrik.button("Ugen før").click().await;
        }
        henrik.link(PLANNING).click().await;
        henrik.radio("Blev det holdt? (frivilligt)", status).click().await;
        if status == "Aflyst" {
            henrik.field("Hvorfor? (frivilligt)").choose("Gik til vikar").await;
        }
        henrik.button("Færdig").click().await;
        henrik.heading("Plan").appears().await;
        henrik.button("Luk beskeden").first().click().await;
    }
}
