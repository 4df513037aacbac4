//! What belongs together is found together: expectations with what was measured, held and asked about them, a
//! question with its counts, a measurement with the initiative's pupils, and small groups with each other.

use indsats::domain::measurement::{END, Given, Measurement, START};
use indsats::ledger::RecordId;

use super::closing::{file, year};
use super::steps::{closes_messages, fetches, go_to, is_saved};
use crate::harness::seed::{Seed, initiative};
use crate::harness::{Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const SMALL: &str = "Små grupper i 8.a";
const EXPECT: &str = "Hvad forventer vi?";
const OWN: &str = "Vi hjælper hinanden i grupperne.";

for_both_engines!(
    /// From the examples of the guide to the measurement, the meetings and the pupils' own question.
    an_expectation_leads_to_what_tells_of_it,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        fetches(&henrik, &file(stage.engine(), "couplings", year)).await;
        is_at_the_initiative(&henrik, TITLE).await;
        henrik.link(containing("Fase 1: Forberedelse")).click().await;
        part(&henrik, "Forventninger").await;
        henrik.button("Begynd med et eksempel").click().await;
        henrik.button("Klassefællesskabet bliver styrket.").click().await;
        let first = henrik.group("Forventning 1");
        first.field("Sådan ser vi, at det er nået").fill("Færre sidder alene").await;
        henrik.button("Vi planlægger undervisning og aktiviteter sammen.").click().await;
        let second = henrik.group("Forventning 2");
        second.text("Fælles planlægning: 0 af 1 møder holdt").appears().await;
        second.field(EXPECT).has_value("Vi planlægger undervisning og aktiviteter sammen.").await;
        is_saved(&henrik).await;
        closes_messages(&henrik).await;

        // The measurement is the one for the class, and the pupils are there already.
        first.link("Start en måling af fællesskabet").click().await;
        henrik.radio("Hvilken måling?", "Fællesskab – mellemtrin").is_ticked_now(true).await;
        henrik.button("Sæt indsatsens 3 elever på listen (E01–E03)").click().await;
        henrik.text("3 elever på listen").appears().await;
        henrik.text("Indsatsens elever er på listen.").appears().await;
        henrik.button("Fortryd").click().await;
        henrik.text("Ingen elever på listen endnu").appears().await;
        henrik.button("Sæt indsatsens 3 elever på listen (E01–E03)").click().await;
        henrik.button(containing("Sæt indsatsens")).is_gone().await;
        is_saved(&henrik).await;
        closes_messages(&henrik).await;
        henrik.link("Tilbage").click().await;
        henrik.heading(TITLE).appears().await;

        // A question of their own is about one of the expectations.
        henrik.link("Start en elevsurvey").click().await;
        henrik.radio("Hvem spørger I?", "Mellemtrin").click().await;
        henrik.button("Eget spørgsmål med svartrin").click().await;
        henrik.field("Jeres spørgsmål 1").fill(OWN).await;
        henrik
            .field("Hvilken forventning handler det om? (frivilligt)")
            .choose("Klassefællesskabet bliver styrket.")
            .await;
        is_saved(&henrik).await;
        henrik.reload().await;
        henrik.field("Jeres spørgsmål 1").has_value(OWN).await;
        is_at_the_initiative(&henrik, TITLE).await;

        // In phase 3 all of it stands where the expectation is judged, and the counts at their question.
        henrik.link(containing("Fase 3: Forankring")).click().await;
        henrik
            .text("Talt i appen: møder 0, observationer 1, runder med elevernes svar 0, elevsamtaler 0.")
            .appears()
            .await;
        part(&henrik, "Forventninger").await;
        let judged = henrik.role(Role::Other("region"), "Klassefællesskabet bliver styrket.");
        judged.text("I har spurgt eleverne").appears().await;
        judged.item(OWN).appears().await;
        judged.link("Se resultatet: Fællesskab – mellemtrin").appears().await;
        let planned =
            henrik.role(Role::Other("region"), "Vi planlægger undervisning og aktiviteter sammen.");
        planned.text("Fælles planlægning: 0 af 1 møder holdt").appears().await;
        planned.link("Åbn planen").click().await;
        henrik.heading("Plan").appears().await;
    }
);

for_both_engines!(
    /// Two pupils say nothing of a group; with the three of another group there is something to say, and to share.
    small_groups_are_put_together,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        fetches(&mette, &file(stage.engine(), "small", small)).await;
        is_at_the_initiative(&mette, SMALL).await;
        mette.link("Ro og koncentration – udskoling").first().click().await;
        mette.link("Se resultat").click().await;
        let shared = mette.role(Role::Other("region"), "Det her kan I dele");
        shared.text("Færre end 5 – vises ikke").appears().await;
        mette.text("er der 5 elever med begge målinger i 2 grupper.").appears().await;
        mette.button("Slå flere grupper sammen").click().await;
        let pool = mette.role(Role::Other("region"), "Flere grupper sammen");
        pool.text("5 elever i 2 grupper har svaret begge gange og er med i opgørelsen.").appears().await;
        pool.text("Tallene tyder på fremgang").appears().await;
        pool.text("En kode står i flere grupper og tæller som flere elever.").appears().await;
        pool.text("Tallene viser, om noget har ændret sig.").appears().await;
        pool.button("Detaljer").click().await;
        pool.text("Elever i samme gruppe ligner hinanden mere end andre.").appears().await;
        shared.text("Færre end 5 – vises ikke").stays_gone().await;
        shared.text("Elever med begge målinger").appears().await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.is_fine("small groups together").await;
        pool.button("Se kun denne gruppe").click().await;
        shared.text("Færre end 5 – vises ikke").appears().await;
    }
);

/// Two groups with the same questions, of two and of three pupils.
fn small(seed: &mut Seed) {
    let of = seed.put(&initiative(SMALL, "8.a"));
    seed.put(&group(of, &["21222", "32323"]));
    seed.put(&group(of, &["22222", "23232", "12122"]));
}

/// Each pupil is a step higher in every question at the end; the last question is reversed.
fn group(of: RecordId, pupils: &[&str]) -> Measurement {
    let mut it = Measurement::default();
    it.set_initiative(Some(of));
    it.set_instrument("maaling-ro-og-koncentration-udskoling", 1);
    for (n, answers) in pupils.iter().enumerate() {
        let code = format!("E{:02}", n + 1);
        it.add_pupil(&code);
        for (item, step) in answers.chars().filter_map(|it| it.to_digit(10)).enumerate() {
            let step = i32::try_from(step).unwrap_or_default();
            let more = i32::try_from(n % 2).unwrap_or_default();
            let end = if item == 4 { step - 1 } else { step + 1 + more };
            for (wave, step) in [(START, step), (END, end)] {
                let path = format!("rk-u{}", item + 1);
                it.set_answer(wave, &code, &path, Some(&Given::Step(step)));
            }
        }
    }
    it
}

async fn is_at_the_initiative(person: &Browser, title: &str) {
    go_to(person, "Indsatser").await;
    person.link(title).click().await;
    person.heading(title).appears().await;
}

async fn part(person: &Browser, name: &str) {
    person.role(Role::Other("tab"), name).click().await;
    person.role(Role::Other("tabpanel"), name).appears().await;
}
