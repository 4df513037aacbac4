//! A counsellor observes forty-five minutes: moments, taps, notes, and everything that a tablet does in
//! between.

use std::time::Duration;

use serde_json::json;

use super::steps::{counter, is_called, is_saved, makes_initiative, opens_observation};
use crate::harness::look::Size;
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 7.c";
const STATIONS: &str = "Stationsundervisning";
const TEAM: &str = "Parundervisning";
const HELPS: &str = "Voksen A hjælper en elev fagligt";
const WAITS: &str = "Elev venter mere end to minutter på hjælp";

for_both_engines!(
    /// Forty-five minutes by a stepped clock: 22 moments, 40 taps, 15 notes; a lock, a rotation, a kill.
    a_lesson_is_observed_live,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        karin.link("Ny observation").click().await;
        karin.heading("Før lektionen").appears().await;
        starts_without_an_agreement(&karin).await;
        server.stop().await;

        let mut taps = 0;
        let mut notes = 0;
        for moment in 1..=22_u32 {
            // The tenth falls in a pause: the lesson goes on and nobody is asked.
            if moment == 10 {
                karin.button("Pause").click().await;
            }
            it_is(&karin, moment * 120 + 1).await;
            match moment {
                7 => {
                    karin.text("Øjeblik 7: se op nu").appears().await;
                    looks_at(&karin, "Øjeblik").await;
                    karin.button("Spring over").click().await;
                    karin.text("Øjeblik 7: sprunget over").appears().await;
                }
                10 => {
                    karin.text("Pause: øjeblikke springes over").appears().await;
                    karin.button("Fortsæt").click().await;
                }
                _ => marks(&karin, moment, if moment % 3 == 0 { TEAM } else { STATIONS }).await,
            }
            if taps < 40 {
                looks_at(&karin, "Tæl").await;
                for _ in 0..2 {
                    counter(&karin, HELPS, taps).click().await;
                    taps += 1;
                }
            }
            if notes < 15 {
                notes += 1;
                looks_at(&karin, "Noter").await;
                karin.field("Ny note").type_text(&format!("Note nummer {notes}")).await;
                karin.button("Næste note").click().await;
            }
            match moment {
                5 => {
                    // Locked for a while: the page is hidden, and comes back by itself.
                    karin.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
                }
                8 => karin.size(Size { width: 1024, height: 768 }).await,
                12 => {
                    is_saved(&karin).await;
                    karin.reload().await;
                    it_is(&karin, moment * 120 + 5).await;
                    karin.text("Øjeblik 12: markeret").appears().await;
                }
                15 => karin.size(Size { width: 390, height: 844 }).await,
                17 => karin.size(Size { width: 768, height: 1024 }).await,
                18 => {
                    is_saved(&karin).await;
                    karin.kill().await;
                    karin.reopen().await;
                    it_is(&karin, moment * 120 + 20).await;
                    opens_live(&karin).await;
                }
                _ => {}
            }
        }
        assert_eq!((taps, notes), (40, 15));

        looks_at(&karin, "Tæl").await;
        // One press too many is taken back in the same place, whatever it was.
        counter(&karin, WAITS, 0).click().await;
        karin.button(format!("Fortryd: {WAITS}")).click().await;
        counter(&karin, WAITS, 0).appears().await;

        it_is(&karin, 45 * 60).await;
        karin.button("Afslut").click().await;
        karin.text("Lektionen varede 45.").appears().await;
        karin.button("Vis hele skemaet").click().await;
        what_was_put_down_is_there(&karin).await;
        ties_a_note(&karin).await;
        is_saved(&karin).await;

        // What is on the device is what was put down, with no clock in between.
        server.start_again().await;
        karin.open("").await;
        opens_observation_in(&karin, TITLE).await;
        what_was_put_down_is_there(&karin).await;
        karin.button("Knyt noter (1)").appears().await;
    }
);

async fn starts_without_an_agreement(karin: &Browser) {
    karin.field("Voksen A (initialer) (frivilligt)").fill("AL").await;
    karin.field("Voksen B (initialer) (frivilligt)").fill("SO").await;
    karin.field("Fokuselever (koder) (frivilligt)").fill("E04 e17 Ali").await;
    karin.button("Start lektionen").click().await;
    karin.text("Svar på, om rammerne er aftalt").appears().await;
    karin.radio("Har I aftalt rammerne?", "Nej, ikke endnu").click().await;
    karin.field("Hvorfor går I i gang alligevel?").fill("Vi aftalte det på gangen").await;
    karin.button("Start lektionen").click().await;
    karin.heading(containing("Lektionen kører")).appears().await;
    karin.text("Øjeblik 1 om").appears().await;
}

/// Marks the moment in both tracks.
pub async fn marks(karin: &Browser, moment: u32, model: &str) {
    karin.text(&format!("Øjeblik {moment}: se op nu")).appears().await;
    looks_at(karin, "Øjeblik").await;
    karin.group("Samarbejdsform").button(model).click().await;
    if moment % 2 == 1 {
        karin.group("Voksen B").button("Hjælper en elev eller et par").click().await;
    }
    karin.text(&format!("Øjeblik {moment}: markeret")).appears().await;
}

/// On a phone the parts are one swipe or one press apart.
pub async fn looks_at(karin: &Browser, part: &str) {
    if karin.button(part).count().await > 0 {
        karin.button(part).click().await;
    }
}

/// Sets the page's clock to so many seconds after the lesson began.
pub async fn it_is(karin: &Browser, seconds: u32) {
    let step = "
        const [seconds] = arguments;
        window.realDate ??= Date;
        const Real = window.realDate;
        const key = 'test.lesson-began';
        if (!localStorage[key]) localStorage[key] = Real.now();
        const ahead = Number(localStorage[key]) + seconds * 1000 - Real.now();
        window.Date = class extends Real {
            constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
            static now() { return Real.now() + ahead; }
        };";
    karin.script(step, vec![json!(seconds)]).await;
    karin.waits(Duration::from_millis(20)).await;
}

/// A level is marked, and a note of the lesson speaks for it.
async fn ties_a_note(karin: &Browser) {
    karin.radio("De voksnes roller er tydelige", "Trin 3 af 4: Det meste af tiden").click().await;
    karin.button("Knyt noter (0)").click().await;
    let notes = karin.group("Hvilke noter ligger til grund? (frivilligt)");
    notes.checkbox(containing("Note nummer 3")).tick().await;
    karin.button("Knyt noter (1)").appears().await;
}

async fn opens_live(karin: &Browser) {
    if karin.heading(containing("Lektionen kører")).count().await == 0 {
        karin.heading("Fortsæt").appears().await;
        karin.link(containing("5.b · ")).first().click().await;
    }
    karin.heading(containing("Lektionen kører")).appears().await;
}

async fn opens_observation_in(karin: &Browser, title: &str) {
    opens_observation(karin, title).await;
}

async fn what_was_put_down_is_there(karin: &Browser) {
    karin.text("Stationsundervisning: 13 af 20 øjeblikke").appears().await;
    karin.text("Parundervisning: 7 af 20 øjeblikke").appears().await;
    karin.text("Hjælper en elev eller et par: 10 af 10 øjeblikke").appears().await;
    karin.text("Tæller ikke med: 2").first().appears().await;
    counter(karin, HELPS, 40).appears().await;
    karin.text("Note nummer 1").first().appears().await;
    karin.text("Note nummer 15").appears().await;
}
