//! The live screen with every form, on every screen and for both hands: nothing has to be scrolled to,
//! and what is written stays in sight over a keyboard.

use std::time::Duration;

use serde_json::json;

use super::steps::{chooses_form, counter, go_to, is_called, makes_initiative};
use crate::harness::{Browser, Build, Finds, Size, Stage, containing, for_both_engines};

const FORMS: [&str; 6] = [
    "Observation af undervisning – generel",
    "Observation af tolærerordning",
    "Observation af makkerlæring",
    "Observation af undervisning i små grupper",
    "Observation af intensivt læringsforløb",
    "Observation af arbejdet med bogpakker",
];

const TITLE: &str = "Seks skemaer";

const SIZES: [Size; 5] =
    [Size::PHONE, Size::TABLET, Size::TABLET_ACROSS, Size::new(1024, 768), Size::new(768, 1024)];

for_both_engines!(
    /// Six forms with all that a person can have named before the lesson.
    every_form_fits_on_every_screen,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        is_called(&karin, "KA").await;
        makes_initiative(&karin, TITLE).await;
        for form in FORMS {
            starts(&karin, form).await;
            karin.field("Ny note").type_text("To hænder er oppe").await;
            karin.field("Hvad tænker jeg om det? (frivilligt)").appears().await;
            for size in SIZES {
                karin.size(size).await;
                fits(&karin, form, size).await;
            }
            karin.size(Size::TABLET_ACROSS).await;
            karin.button("Næste note").click().await;
            karin.button("Afslut").click().await;
            karin.text("Lektionen varede").appears().await;
            is_at_the_initiative(&karin).await;
        }
        counts_for_each_group(&karin).await;
    }
);

for_both_engines!(
    /// A keyboard that lies over the page leaves the field in use in sight; so does another hand.
    the_field_in_use_stays_in_sight,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let karin = stage.browser("Karin", &server).await;
        karin.open("").await;
        go_to(&karin, "Indstillinger").await;
        karin.radio("Hånd", "Venstre").click().await;
        makes_initiative(&karin, "Venstre hånd").await;
        let knows = "return 'wakeLock' in navigator";
        let stays_awake = karin.script(knows, vec![]).await == json!(true);
        begins(&karin, FORMS[1]).await;
        let said = karin.text("Denne browser kan ikke holde skærmen tændt.").count().await;
        assert_eq!(said, usize::from(!stays_awake), "it is said where it is so");
        karin.button("Start lektionen").click().await;
        for size in SIZES {
            karin.size(size).await;
            karin.field("Ny note").type_text("x").await;
            for covered in [400, 0] {
                covers(&karin, covered).await;
                let bottom = size.height - covered;
                is_above(&karin, bottom).await;
            }
            // The page comes to rest a frame later, and only then does a press hit what it meant.
            karin.waits(Duration::from_millis(150)).await;
            karin.button("Næste note").click().await;
        }
    }
);

async fn is_at_the_initiative(karin: &Browser) {
    go_to(karin, "Indsatser").await;
    karin.link(TITLE).click().await;
    karin.heading(TITLE).appears().await;
}

async fn begins(karin: &Browser, form: &str) {
    karin.link("Ny observation").click().await;
    chooses_form(karin, form).await;
    karin.heading("Lektionens ur").appears().await;
    karin.radio("Har I aftalt rammerne?", "Ja").click().await;
}

async fn starts(karin: &Browser, form: &str) {
    begins(karin, form).await;
    karin.field("Voksen A (initialer) (frivilligt)").fill("AL").await;
    karin.field("Fokuselever (koder) (frivilligt)").fill("E1 E2 E3 E4").await;
    let groups = karin.field("Grupper (frivilligt)");
    if groups.count().await > 0 {
        groups.fill("Blå, Gul, Rød").await;
    }
    karin.button("Start lektionen").click().await;
    karin.heading(containing("Lektionen kører")).appears().await;
}

/// The place to write is whole, and so is every other part; every target is as large as a thumb.
async fn fits(karin: &Browser, form: &str, size: Size) {
    let script = "
        const body = document.querySelector('.live-body');
        const notes = document.querySelector('.live-notes');
        notes.scrollTop = 0;
        const wrong = [...body.children].filter(it => it !== notes && it.scrollHeight > it.clientHeight + 1)
            .map(it => `${it.className} has ${it.scrollHeight} in ${it.clientHeight}`);
        const end = document.querySelector('.note-writer').getBoundingClientRect().bottom;
        const room = notes.getBoundingClientRect().bottom;
        if (end > room + 1) wrong.push(`the writer ends at ${end} of ${room}`);
        if (body.scrollHeight > body.clientHeight + 1) wrong.push('the body scrolls');
        for (const it of body.querySelectorAll('button, .choice-face')) {
            const { width, height } = it.getBoundingClientRect();
            if (!it.matches('.choices-clear') && (width < 47.5 || height < 47.5)) {
                wrong.push(`${it.innerText} is ${width} by ${height}`);
            }
            if (it.scrollWidth > it.clientWidth + 1) wrong.push(`${it.innerText} is too wide`);
        }
        return wrong.join('; ');";
    let wrong = karin.script(script, vec![]).await;
    assert_eq!(wrong, json!(""), "{form} at {size:?}");
}

/// A counter has a target for each group, and its taps are told apart afterwards.
async fn counts_for_each_group(karin: &Browser) {
    const SPEAKS: &str = "Elev siger noget fagligt";
    starts(karin, FORMS[3]).await;
    counter(karin, &format!("{SPEAKS}, Blå"), 0).click().await;
    counter(karin, &format!("{SPEAKS}, Gul"), 0).click().await;
    counter(karin, &format!("{SPEAKS}, Gul"), 1).click().await;
    karin.button(format!("Fortryd: {SPEAKS}, Gul")).click().await;
    counter(karin, &format!("{SPEAKS}, Gul"), 1).appears().await;
    karin.button("Afslut").click().await;
    karin.button("Vis hele skemaet").click().await;
    karin.text(&format!("{SPEAKS}: 2 (Blå: 1 · Gul: 1)")).appears().await;
}

/// As a browser does that lays its keyboard over the page.
async fn covers(karin: &Browser, pixels: u32) {
    let script = "
        const [pixels] = arguments;
        Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => innerHeight - pixels });
        visualViewport.dispatchEvent(new Event('resize'));";
    karin.script(script, vec![json!(pixels)]).await;
}

/// The field that has the focus and the line at the bottom end above this.
async fn is_above(karin: &Browser, bottom: u32) {
    let script = "
        const end = it => Math.round(it.getBoundingClientRect().bottom);
        return [end(document.activeElement), end(document.querySelector('.live-foot'))];";
    let mut ends = json!(null);
    for _ in 0..100 {
        ends = karin.script(script, vec![]).await;
        let [field, foot] = [&ends[0], &ends[1]].map(|it| it.as_i64().unwrap_or_default());
        if field < foot && foot == i64::from(bottom) {
            return;
        }
        karin.waits(Duration::from_millis(20)).await;
    }
    panic!("the field and the foot end at {ends}, and the keyboard begins at {bottom}");
}
