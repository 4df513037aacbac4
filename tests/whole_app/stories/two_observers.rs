//! Two people observe one lesson, each on a device of their own, and talk from what they saw.

use super::steps::{fetches, go_to, is_called, is_saved, makes_file, makes_initiative};
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const STATIONS: &str = "Stationsundervisning";
const TEAM: &str = "Parundervisning";
const CLEAR: &str = "De voksnes roller er tydelige";

/// What each saw at the moments, from the first: stations, team teaching, or let go.
///
/// Both marked the first twelve. They agree in 1–6 and 9–11, which is 9 of 12, 75 %.
/// Karin: 8 S, 4 P. Bo: 7 S, 5 P. pe = (8·7 + 4·5)/144 = 76/144, po = 108/144.
/// κ = (108 − 76)/(144 − 76) = 32/68 = 0.4706.
const KARIN: &str = "SSSSSSSSPPPP-";
const BO: &str = "SSSSSSPPPPPSS";

for_both_engines!(
    /// The same lesson side by side, with figures worked out by hand.
    two_see_the_same_lesson,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        let began = karin.clock().await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        let file = makes_file(&karin).await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        fetches(&bo, &file).await;

        let of_karin = observes(&karin, began, KARIN, "Karins note").await;
        karin.radio(CLEAR, "Trin 3 af 4: Det meste af tiden").click().await;
        is_saved(&karin).await;
        // Bo starts his clock four seconds after her.
        observes(&bo, began + 4_000, BO, "Bos note").await;
        bo.radio(CLEAR, "Trin 2 af 4: I glimt").click().await;
        is_saved(&bo).await;
        fetches(&karin, &makes_file(&bo).await).await;

        karin.open(&of_karin).await;
        karin.link("Sammenlign to observatører").click().await;
        karin.heading("Hvilken observation skal den ses sammen med?").appears().await;
        karin.text("BO · samme dag").appears().await;
        karin.link(containing("5.b · ")).click().await;

        karin.text("I var enige i 9 af 12 øjeblikke (75 %).").appears().await;
        karin.text("κ = 0,47").appears().await;
        karin.text("Kun 12 øjeblikke er med. Under 20 svinger tallene meget").appears().await;
        karin.text("Ét øjeblik er ikke med").first().appears().await;
        karin.text("κ (kappa) viser, hvor meget I er enige ud over det").appears().await;
        let cells = "return [...document.querySelectorAll('.compare-table')][0].innerText";
        let table = karin.script(cells, vec![]).await;
        let table = table.as_str().unwrap_or_default();
        assert_eq!(table.matches("= enige").count(), 9, "{table}");
        assert_eq!(table.matches("≠ forskelligt").count(), 3, "{table}");
        assert_eq!(table.matches("– ikke med").count(), 1, "{table}");
        assert!(table.contains("sprunget over"), "{table}");
        // Bo's taps of the clock are his own; ratings stand as words, notes on one axis.
        for words in ["Det meste af tiden", "I glimt", "Karins note", "Bos note"] {
            karin.text(words).first().appears().await;
        }
        karin.assert_accessible("two observers").await;
    }
);

/// Observes the initiative's lesson and is in the wrap-up afterwards. Gives the observation's address.
async fn observes(person: &Browser, began: u64, seen: &str, note: &str) -> String {
    go_to(person, "Indsatser").await;
    person.link(TITLE).click().await;
    person.heading(TITLE).appears().await;
    person.link("Ny observation").click().await;
    person.heading("Før lektionen").appears().await;
    let url = person.url().await;
    let address = url.strip_prefix(person.home()).unwrap_or(&url);
    let address = address.split('?').next().unwrap_or_default().to_owned();
    person.radio("Har I aftalt rammerne?", "Ja").click().await;
    person.it_is(began).await;
    person.button("Start lektionen").click().await;
    person.heading(containing("Lektionen kører")).appears().await;
    for (moment, code) in (1_u64..).zip(seen.chars()) {
        person.it_is(began + moment * 120_000 + 1_000).await;
        person.text(&format!("Øjeblik {moment}: se op nu")).appears().await;
        let pressed = match code {
            'S' => person.group("Samarbejdsform").button(STATIONS),
            'P' => person.group("Samarbejdsform").button(TEAM),
            _ => person.button("Spring over"),
        };
        pressed.click().await;
    }
    person.field("Ny note").type_text(note).await;
    person.button("Næste note").click().await;
    person.it_is(began + 27 * 60_000).await;
    person.button("Afslut").click().await;
    person.heading("Saml op på lektionen").appears().await;
    address
}
