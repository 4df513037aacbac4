//! Colleagues evaluate how they work together: on one tablet that is passed around, shown as dots from five answers on,
//! and of fewer only where each of them says yes.

use super::steps::{closes_messages, ends_this_school_year, go_to, makes_initiative};
use crate::harness::{
    Browser, Build, Finds, Role, Size, Stage, containing, for_both_engines, for_one_engine,
};

const TITLE: &str = "Tolærere i 5.b";
const EVALUATION: &str = "Evaluering af samarbejdet";
const MAY_SHOW: &str = "Må jeres svar vises for teamet, hvis I er færre end fem?";
const SMALL: &str =
    "Er I færre end fem, vises svarene kun for teamet selv, og kun hvis alle siger ja.";
const AIMS: &str = "Vi vælger aktiviteter ud fra det, eleverne skal lære.";
const BASIS: &str = "Vi har et fælles didaktisk grundlag, som vi kan sætte ord på.";
const EQUIPPED: &str = "Jeg er klædt på til at undervise på den måde, indsatsen kræver.";
const INFLUENCE: &str = "Jeg har indflydelse på indsatsens form og indhold.";
const CHANGE: &str = "Hvad skal vi gøre anderledes? (frivilligt)";
const AREAS: [&str; 7] = [
    "Læringsaktiviteter",
    "Didaktik",
    "Rollefordeling",
    "Sammensætning af teams",
    "Fordeling af timer",
    "Elevernes udbytte",
    "Samlet",
];

for_both_engines!(
    /// Five answer, one of them over a reload; the round is closed, and the spread is there for the team.
    five_colleagues_answer_on_one_tablet,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Evaluér samarbejdet").first().click().await;
        mette.heading(EVALUATION).appears().await;
        mette.text("Ingen har svaret endnu").appears().await;
        mette.text(SMALL).appears().await;
        for figure in ["71", "49", "85", "72"] {
            mette.text(&format!("{figure}\u{a0}%")).first().appears().await;
        }
        mette.button("Svar nu").click().await;
        mette.button("Start").appears().await;
        mette.role(Role::Other("navigation"), "Steder").is_gone().await;

        colleague(&mette, "Nej", ["I høj grad", "I nogen grad"], "Mere fælles tid").await;
        colleague(&mette, "Ja", ["I høj grad", "Slet ikke"], "").await;
        over_a_reload(&mette).await;
        colleague(&mette, "Ja", ["Slet ikke", "I høj grad"], "Færre møder").await;
        colleague(&mette, "Nej", ["I mindre grad", "I høj grad"], "").await;
        mette.button("Tilbage til appen").click().await;
        mette.text("5 har svaret").appears().await;
        mette.link("Se svarene samlet").stays_gone().await;
        mette.button("Luk runden").click().await;
        mette.text("Lukket med 5 svar").first().appears().await;
        closes_messages(&mette).await;

        mette.link("Se svarene samlet").click().await;
        let aims = mette.role(Role::Other("region"), AIMS);
        for row in
            ["Slet ikke 1 af 5", "I mindre grad 1 af 5", "I nogen grad 0 af 5", "I høj grad 3 af 5"]
        {
            aims.item(row).appears().await;
        }
        // As many dots as answers, and no mean of them.
        let count = "const of = document.getElementById('question-sa-la-maal').closest('section');
                     return of.querySelectorAll('.spread-dot').length";
        mette.script_comes_to(count, 5).await;
        // Four have said how they see their basis: one skipped it.
        mette.role(Role::Other("region"), BASIS).text("Færre end 5 har svaret. Vises ikke.").appears().await;
        mette.text("Mere fælles tid").appears().await;
        mette.link("Opsummering til andre").click().await;
        mette.heading("Opsummering til andre").appears().await;
        mette.item("I høj grad 3 af 5").first().appears().await;
        mette.text("Mere fælles tid").stays_gone().await;
        mette.link("Tilbage til svarene").click().await;
        mette.link("Tilbage til evalueringen").click().await;
        mette.link("Tilbage").first().click().await;
        mette.text("evalueringer af samarbejdet 1").appears().await;

        // The plan leads there from the time that is set aside for it.
        mette.link("Plan").click().await;
        mette.link("Nyt møde").click().await;
        mette.field("Hvad er det?").choose(EVALUATION).await;
        mette.link(EVALUATION).click().await;
        mette.text("Lukket med 5 svar").first().appears().await;
        mette.link("Tilbage").first().click().await;

        // Beside what each has said of how equipped they are.
        mette.link(containing("Fase 1: Forberedelse")).click().await;
        mette.role(Role::Other("tab"), "Er I rustet?").click().await;
        let equipped = mette.role(Role::Other("region"), "Hvor rustet er teamet?");
        equipped.text(EQUIPPED).appears().await;
        equipped.item("I høj grad 2 af 5").appears().await;

        // At the end of the year the answers go, and the spread stays with the initiative.
        ends_this_school_year(&mette).await;
        mette.text("Fordelingen fra runder med mindst fem svar").appears().await;
        mette.button(containing("Læg i papirkurven")).first().click().await;
        mette.text("Lagt i papirkurven: 1.").appears().await;
        closes_messages(&mette).await;
        go_to(&mette, "Indsatser").await;
        mette.link(TITLE).click().await;
        let kept = mette.role(Role::Other("region"), "Gemte fordelinger");
        kept.button(containing("5 har svaret")).click().await;
        kept.item("I høj grad 3 af 5").first().appears().await;
        mette.text("Mere fælles tid").stays_gone().await;
    }
);

for_both_engines!(
    /// A team of three, of whom one says no: nothing is shown, and nobody can see who it was. A pulse where all say yes.
    a_small_team_is_shown_only_where_everybody_says_yes,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Evaluér samarbejdet").first().click().await;
        mette.button("Svar nu").click().await;
        for yes in ["Ja", "Nej", "Ja"] {
            colleague(&mette, yes, ["I høj grad", "I høj grad"], "Stille timer").await;
        }
        mette.button("Tilbage til appen").click().await;
        mette.text("3 har svaret").appears().await;
        mette.text("Færre end fem har svaret.").appears().await;
        mette.button("Luk runden").click().await;
        mette.text("Lukket med 3 svar").first().appears().await;
        mette.link("Se svarene samlet").click().await;
        mette.text("ikke alle har sagt ja til at vise svarene").appears().await;
        for gone in ["Stille timer", AIMS, "1 af 3"] {
            mette.text(gone).stays_gone().await;
        }
        mette.link("Opsummering til andre").stays_gone().await;
        let address = mette.script("return location.pathname", vec![]).await;
        let address = address.as_str().unwrap_or_default().replace("/resultat", "/udskrift");
        mette.open(address.trim_start_matches('/')).await;
        mette.heading("Ingen opsummering").appears().await;

        go_to(&mette, "Indsatser").await;
        mette.link(TITLE).click().await;
        mette.link(containing("Fase 1: Forberedelse")).click().await;
        mette.link("Temperaturmåling: Har jeg indflydelse?").click().await;
        mette.heading("Har jeg indflydelse?").appears().await;
        mette.button("Svar nu").click().await;
        for (step, words) in [("I høj grad", "Lad os skiftes"), ("Slet ikke", "")] {
            mette.button("Start").click().await;
            says(&mette, "Ja").await;
            mette.heading("Indflydelse på indsatsen").appears().await;
            mette.radio(INFLUENCE, step).click().await;
            if !words.is_empty() {
                mette.field("Hvad foreslår du? (frivilligt)").fill(words).await;
            }
            hands_in(&mette).await;
        }
        mette.button("Tilbage til appen").click().await;
        mette.button("Luk runden").click().await;
        mette.link("Se svarene samlet").click().await;
        mette.text("alle har sagt ja. Svarene er kun til jer selv").appears().await;
        let influence = mette.role(Role::Other("region"), INFLUENCE);
        influence.item("Slet ikke 1 af 2").appears().await;
        influence.item("I høj grad 1 af 2").appears().await;
        mette.text("Lad os skiftes").appears().await;
        mette.link("Opsummering til andre").stays_gone().await;
    }
);

for_one_engine!(
    /// The pages and the screens as axe-core sees them, light and dark, on a phone.
    every_screen_of_an_evaluation_is_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mette = stage.browser("Mette", &server).await;
        mette.still(true).await;
        mette.size(Size::PHONE).await;
        mette.open("").await;
        makes_initiative(&mette, TITLE).await;
        mette.link("Evaluér samarbejdet").first().click().await;
        mette.heading(EVALUATION).appears().await;
        mette.is_fine("evaluation, begun").await;
        mette.button("Svar nu").click().await;
        mette.button("Start").appears().await;
        mette.is_fine("evaluation, start").await;
        mette.button("Start").click().await;
        mette.heading(MAY_SHOW).appears().await;
        mette.is_fine("evaluation, small teams").await;
        says(&mette, "Ja").await;
        mette.heading(AREAS[0]).appears().await;
        mette.is_fine("evaluation, an area").await;
        mette.button("Stop her").click().await;
        mette.heading("Er du færdig?").appears().await;
        mette.button("Nej, jeg svarer videre").click().await;
        for area in &AREAS[..6] {
            mette.heading(*area).appears().await;
            mette.button("Videre").click().await;
        }
        mette.heading(AREAS[6]).appears().await;
        mette.is_fine("evaluation, the whole").await;
        mette.radio(EQUIPPED, "I høj grad").click().await;
        mette.button("Aflever").click().await;
        mette.heading("Tak for dit svar").appears().await;
        mette.is_fine("evaluation, thanks").await;
        mette.button("Klar til den næste").click().await;
        for _ in 0..4 {
            colleague(&mette, "Ja", ["I høj grad", "Slet ikke"], "").await;
        }
        mette.button("Tilbage til appen").click().await;
        mette.text("5 har svaret").appears().await;
        mette.is_fine("evaluation, an open round").await;
        mette.button("Luk runden").click().await;
        mette.text("Lukket med 5 svar").first().appears().await;
        closes_messages(&mette).await;
        mette.link("Se svarene samlet").click().await;
        mette.role(Role::Other("region"), EQUIPPED).appears().await;
        mette.is_fine("evaluation, results").await;
        mette.link("Opsummering til andre").click().await;
        mette.heading("Opsummering til andre").appears().await;
        mette.is_fine("evaluation, on paper").await;
    }
);

/// Says whether the answers of few may be shown: there is no way on without.
async fn says(mette: &Browser, yes: &str) {
    mette.heading(MAY_SHOW).appears().await;
    mette.text(SMALL).appears().await;
    mette.button("Videre").stays_gone().await;
    mette.role(Role::Group, MAY_SHOW).button(yes).click().await;
}

async fn hands_in(mette: &Browser) {
    mette.button("Aflever").click().await;
    mette.heading("Tak for dit svar").appears().await;
    mette.button("Klar til den næste").click().await;
    mette.button("Start").appears().await;
}

/// A colleague answers a question of the first area and one of the last, and skips the rest.
async fn colleague(mette: &Browser, yes: &str, [aims, equipped]: [&str; 2], words: &str) {
    mette.button("Start").click().await;
    says(mette, yes).await;
    mette.heading(AREAS[0]).appears().await;
    mette.radio(AIMS, aims).is_ticked_now(false).await;
    mette.radio(AIMS, aims).click().await;
    mette.button("Videre").click().await;
    mette.heading(AREAS[1]).appears().await;
    mette.radio(BASIS, "I nogen grad").click().await;
    goes_on_from(mette, 1, equipped, words).await;
}

async fn goes_on_from(mette: &Browser, place: usize, equipped: &str, words: &str) {
    for area in &AREAS[place..6] {
        mette.heading(*area).appears().await;
        mette.button("Videre").click().await;
    }
    mette.heading(AREAS[6]).appears().await;
    mette.radio(EQUIPPED, equipped).click().await;
    if !words.is_empty() {
        mette.field(CHANGE).fill(words).await;
    }
    hands_in(mette).await;
}

/// What is half filled in is there after a reload. The second area is skipped.
async fn over_a_reload(mette: &Browser) {
    mette.button("Start").click().await;
    says(mette, "Ja").await;
    mette.heading(AREAS[0]).appears().await;
    mette.radio(AIMS, "I høj grad").click().await;
    mette.button("Videre").click().await;
    mette.heading(AREAS[1]).appears().await;
    mette.reload().await;
    mette.heading("Er du færdig?").appears().await;
    mette.heading("Overblik").stays_gone().await;
    mette.button("Nej, jeg svarer videre").click().await;
    mette.heading(AREAS[1]).appears().await;
    mette.button("Tilbage").click().await;
    mette.heading(AREAS[0]).appears().await;
    mette.radio(AIMS, "I høj grad").is_ticked_now(true).await;
    mette.button("Videre").click().await;
    goes_on_from(mette, 1, "I mindre grad", "").await;
}
