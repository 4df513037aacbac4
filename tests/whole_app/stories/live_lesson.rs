//! A counsellor observes forty-five minutes: moments, taps, notes, and everything that a tablet does in
//! between.

use std::time::Duration;

use thirtyfour::Key;

use super::steps::{counter, is_called, is_saved, makes_initiative, opens_observation};
use crate::harness::look::Size;
use crate::harness::{Browser, Build, Finds, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 7.c";
const STATIONS: &str = "Stationsundervisning";
const TEAM: &str = "Parundervisning";
const HELPS: &str = "Voksen hjælper en elev fagligt";
const TALK: &str = "De voksne taler sammen";
const MINUTE: &str = "For 1 min siden";
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
            karin.seconds_on(moment * 120 + 1).await;
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
                for who in ["AL", "SO"] {
                    counter(&karin, &format!("{HELPS}, {who}"), taps / 2).click().await;
                    taps += 1;
                }
            }
            if notes < 15 {
                notes += 1;
                looks_at(&karin, "Noter").await;
                karin.field("Ny note").type_text(&format!("Note nummer {notes}")).await;
                if notes == 3 {
                    says_more_with_a_press(&karin).await;
                }
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
                    karin.seconds_on(moment * 120 + 5).await;
                    karin.text("Øjeblik 12: markeret").appears().await;
                }
                15 => karin.size(Size { width: 390, height: 844 }).await,
                17 => karin.size(Size { width: 768, height: 1024 }).await,
                18 => {
                    is_saved(&karin).await;
                    karin.kill().await;
                    karin.reopen().await;
                    karin.seconds_on(moment * 120 + 20).await;
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
        counter(&karin, &format!("{HELPS}, SO"), 20).click().await;
        karin.button(format!("Fortryd: {HELPS}, SO")).click().await;
        counter(&karin, &format!("{HELPS}, SO"), 20).appears().await;

        karin.seconds_on(45 * 60).await;
        karin.button("Afslut").click().await;
        karin.text("Lektionen varede 45 min.").appears().await;
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
    // Another interval is chosen, and the form's own again.
    for minutes in ["5 min.", "2 min."] {
        karin.radio("Hvor ofte ser du op?", minutes).click().await;
    }
    karin.button("Start lektionen").click().await;
    karin.text("Svar på, om rammerne er aftalt").appears().await;
    karin.radio("Har I aftalt rammerne?", "Nej, ikke endnu").click().await;
    karin.field("Hvorfor går I i gang alligevel?").fill("Vi aftalte det på gangen").await;
    karin.button("Start lektionen").click().await;
    karin.heading(containing("Lektionen kører")).appears().await;
    karin.text("Øjeblik 1 om").appears().await;
}

/// A phrase goes in where the cursor is, a late note goes back a minute at a time, and what is thought
/// stands apart. Each press is taken back in the place where every press is.
async fn says_more_with_a_press(karin: &Browser) {
    karin.press(Key::Left + Key::Left).await;
    karin.button(TALK).click().await;
    written_is(karin, &format!("Note nummer {TALK} 3")).await;
    karin.button(format!("Fortryd: {TALK}")).click().await;
    written_is(karin, "Note nummer 3").await;
    let minute = minute_of_note(karin).await;
    for back in 1..=2 {
        karin.button(MINUTE).click().await;
        karin.text("Står nu kl.").appears().await;
        minute_is(karin, (minute + 60 - back) % 60).await;
    }
    karin.button("Fortryd: et minut tilbage").click().await;
    minute_is(karin, (minute + 59) % 60).await;
    karin.field("Hvad tænker jeg om det? (frivilligt)").fill("De kender hinanden").await;
}

async fn written(karin: &Browser) -> String {
    let script = "return document.querySelector('.note-writer textarea').value";
    karin.script(script, vec![]).await.as_str().unwrap_or_default().to_owned()
}

async fn written_is(karin: &Browser, wanted: &str) {
    for _ in 0..100 {
        if written(karin).await == wanted {
            return;
        }
        karin.waits(Duration::from_millis(20)).await;
    }
    assert_eq!(written(karin).await, wanted);
}

/// The minute of the time that the note being written stands at.
async fn minute_of_note(karin: &Browser) -> u32 {
    let script = "return document.querySelector('.note-writer label').innerText.split('.').pop()";
    let minute = karin.script(script, vec![]).await;
    minute.as_str().and_then(|it| it.trim().parse().ok()).expect("the label says the time")
}

async fn minute_is(karin: &Browser, wanted: u32) {
    for _ in 0..100 {
        if minute_of_note(karin).await == wanted {
            return;
        }
        karin.waits(Duration::from_millis(20)).await;
    }
    assert_eq!(minute_of_note(karin).await, wanted);
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
    counter(karin, &format!("{HELPS}, AL"), 20).appears().await;
    karin.text(&format!("{HELPS}: 40 (AL: 20 · SO: 20)")).appears().await;
    karin.text("Tanke: De kender hinanden").appears().await;
    karin.text("Der ses op hvert 2. minut.").appears().await;
    karin.text("Note nummer 1").first().appears().await;
    karin.text("Note nummer 15").appears().await;
}
