//! Every screen as axe-core sees it, light and dark.

use super::steps::{
    HELPED, begins_observation, chooses_form, closes_messages, counter, fetches, finishes, go_to,
    is_called, is_saved, makes_file, makes_initiative, opens_observation, picks_file,
    takes_the_one_page,
};
use crate::harness::{Browser, Build, Finds, Size, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 6.a";

for_both_engines!(
    /// A walk through all screens and their main states.
    every_screen_is_accessible,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.still(true).await;
        anna.size(Size::PHONE).await;
        anna.open("").await;
        anna.heading("Velkommen til Indsats").appears().await;
        anna.is_fine("overview, empty").await;
        go_to(&anna, "Om").await;
        anna.is_fine("about").await;
        the_guide(&anna).await;
        go_to(&anna, "Indsatser").await;
        anna.heading("Ingen indsatser endnu").appears().await;
        anna.is_fine("initiatives, empty").await;
        anna.open("findes/ikke").await;
        anna.heading("Der er ikke noget her").appears().await;
        anna.is_fine("not found").await;
        settings_and_trash(&anna).await;
        the_form_editor(&anna).await;
        a_refused_form(&anna).await;
        makes_initiative(&anna, TITLE).await;
        anna.is_fine("initiative, no observations").await;
        the_preparation(&anna).await;
        the_embedding(&anna).await;
        an_observation(&anna).await;
        go_to(&anna, "Overblik").await;
        anna.heading("Seneste observationer").appears().await;
        anna.is_fine("overview, filled").await;
        observations(&anna).await;
        go_to(&anna, "Indsatser").await;
        anna.link(TITLE).appears().await;
        anna.is_fine("initiatives, filled").await;
        anna.link(TITLE).click().await;
        anna.link(containing("5.b · ")).appears().await;
        anna.is_fine("initiative, filled").await;

        go_to(&anna, "Del og hent").await;
        anna.radio("Hvad skal med?", "Det hele").click().await;
        anna.is_fine("share").await;
        anna.button("Lav fil").click().await;
        anna.button("Gem på enheden").appears().await;
        anna.is_fine("share, file ready").await;
        anna.button("Gem på enheden").click().await;
        let file = anna.next_download().await;

        let bo = stage.browser("Bo", &server).await;
        bo.still(true).await;
        bo.open("").await;
        is_called(&bo, "BO").await;
        picks_file(&bo, &file).await;
        bo.button("Hent ind").appears().await;
        bo.is_fine("fetch, preview").await;
        bo.button("Hent ind").click().await;
        bo.text("Hentet ind").appears().await;
        bo.is_fine("fetch, done").await;
        picks_file(&bo, &file).await;
        bo.text("Alt i filen findes allerede").appears().await;
        bo.is_fine("fetch, nothing new").await;

        for (person, words) in [(&anna, "Annas bud"), (&bo, "Bos bud")] {
            opens_observation(person, TITLE).await;
            person.field(HELPED).fill(words).await;
            is_saved(person).await;
        }
        let file = makes_file(&bo).await;
        fetches(&anna, &file).await;
        anna.is_fine("fetch, two values").await;
        anna.open("del/uenigheder").await;
        anna.button("Vælg »Annas bud«").appears().await;
        anna.is_fine("conflicts").await;
        go_to(&anna, "Overblik").await;
        anna.text("Steder med to bud: 1").appears().await;
        anna.is_fine("overview with two values").await;
        opens_observation(&anna, TITLE).await;
        anna.is_fine("observation with two values").await;
        a_lesson(&anna).await;
    }
);

/// All observations, what is found among them, and the filters on a phone.
async fn observations(anna: &Browser) {
    anna.link("Alle observationer").click().await;
    anna.text("1 observation").appears().await;
    anna.is_fine("observations").await;
    anna.size(Size::PHONE).await;
    anna.button("Filtre").click().await;
    anna.field("Færdig?").choose("Ikke færdige").await;
    anna.button("Filtre (1)").appears().await;
    anna.is_fine("observations, filtered on a phone").await;
    anna.size(Size::TABLET_ACROSS).await;
    anna.field("Søg i observationer").fill("findes ikke").await;
    anna.heading("Ingen observationer passer").appears().await;
    anna.is_fine("observations, none found").await;
}

/// The screen while a lesson runs, in its three layouts, and the page after it.
async fn a_lesson(anna: &Browser) {
    go_to(anna, "Indsatser").await;
    anna.link(TITLE).click().await;
    anna.heading(TITLE).appears().await;
    anna.link("Ny observation").click().await;
    chooses_form(anna, "Observation af tolærerordning").await;
    anna.button("Start lektionen").click().await;
    anna.text("Svar på, om rammerne er aftalt").appears().await;
    anna.is_fine("lesson, refused").await;
    anna.radio("Har I aftalt rammerne?", "Ja").click().await;
    anna.button("Start lektionen").click().await;
    anna.heading(containing("Lektionen kører")).appears().await;
    // A note that is being written, with room for what is thought of it.
    anna.field("Ny note").type_text("To hænder er oppe").await;
    anna.field("Hvad tænker jeg om det? (frivilligt)").appears().await;
    for (name, size) in [
        ("phone", Size::PHONE),
        ("tablet", Size::TABLET),
        ("tablet across", Size::TABLET_ACROSS),
        ("small tablet across", Size { width: 1024, height: 768 }),
        ("small tablet", Size { width: 768, height: 1024 }),
    ] {
        anna.size(size).await;
        // Of the notes it is the place to write that is always whole, with all that belongs to it.
        let fits = "const body = document.querySelector('.live-body');
            const parts = [...body.children].filter(it => !it.matches('.live-notes'));
            const notes = document.querySelector('.live-notes');
            notes.scrollTop = 0;
            const end = document.querySelector('.note-writer').getBoundingClientRect().bottom;
            return body.scrollHeight <= body.clientHeight + 1
                && end <= notes.getBoundingClientRect().bottom + 1
                && parts.every(it => it.scrollHeight <= it.clientHeight + 1);";
        let parts = anna.script("return [...document.querySelectorAll('.live-body, .live-pane, .note-writer')].map(it => [it.className, it.scrollHeight, it.clientHeight].join()).join('; ')", vec![]).await;
        assert_eq!(
            anna.script(fits, vec![]).await,
            true,
            "{parts} nothing needs scrolling on a {name}"
        );
        anna.is_fine(&format!("lesson on a {name}")).await;
    }
    anna.button("Afslut").click().await;
    anna.text("Lektionen varede").appears().await;
    anna.is_fine("wrap-up, a rating").await;
    anna.button(containing("Ét spørgsmål, der peger fremad")).click().await;
    anna.heading("Ét spørgsmål, der peger fremad").appears().await;
    anna.is_fine("wrap-up, the question").await;
    closes_messages(anna).await;
    anna.button("Vis hele skemaet").click().await;
    anna.heading("Før lektionen").appears().await;
    anna.is_fine("after a lesson").await;
    anna.button("Ret tider").click().await;
    anna.heading("Ret tider").appears().await;
    anna.field("Begyndte kl.").set_value("08:00").await;
    anna.field("Sluttede kl.").set_value("08:05").await;
    for add in ["Tilføj pause", "Tilføj note", "Tilføj skift"] {
        anna.button(add).click().await;
    }
    anna.field("Pause 1 fra kl.").set_value("09:00").await;
    anna.text("Tiden ligger uden for lektionen.").first().appears().await;
    anna.is_fine("times are corrected").await;
    anna.button("Færdig").click().await;
    anna.heading("Før lektionen").appears().await;
    anna.link("Historik").click().await;
    anna.text("Begyndt").appears().await;
    anna.is_fine("history").await;
    anna.link("Tilbage").click().await;
    anna.link("Udskrift").click().await;
    anna.button("Udskriv").appears().await;
    anna.is_fine("on paper").await;
    anna.link("Tilbage").click().await;
    anna.link("Sammenlign to observatører").click().await;
    anna.heading("Set af to").appears().await;
    anna.is_fine("nobody to compare with").await;
    anna.open("tomt-skema/obs-tolaererordning/1").await;
    anna.button("Udskriv").appears().await;
    anna.is_fine("blank form").await;
}

async fn the_guide(anna: &Browser) {
    anna.link("Læs guiden").click().await;
    anna.heading("Guide").appears().await;
    anna.is_fine("guide").await;
    anna.field("Søg i guiden").fill("møde").await;
    anna.link("Møder og dagsordener").appears().await;
    anna.is_fine("guide, searched").await;
    for (topic, title) in [
        ("tal", "Tre tal fra VIVE"),
        ("samarbejdsformer", "Seks måder at være to voksne på"),
        ("kilder", "Kilder og litteratur"),
    ] {
        anna.open(&format!("guide/{topic}")).await;
        anna.heading(title).appears().await;
        anna.is_fine(&format!("guide, {topic}")).await;
    }
}

async fn the_preparation(anna: &Browser) {
    anna.link(containing("Fase 1: Forberedelse")).click().await;
    anna.heading("Forberedelse").appears().await;
    anna.button("Hvem og hvornår").first().click().await;
    anna.field("Senest (frivilligt)").set_date("2026-01-05").await;
    anna.text("Forsinket").first().appears().await;
    anna.is_fine("preparation, tasks").await;
    anna.role(crate::harness::Role::Other("tab"), "Spørgsmål").click().await;
    anna.button("Spørgsmål til senere faser").click().await;
    anna.is_fine("preparation, questions").await;
    anna.role(crate::harness::Role::Other("tab"), "Er I rustet?").click().await;
    anna.is_fine("preparation, readiness without a team").await;
    anna.link("Tilføj jer i teamet").click().await;
    anna.button("Tilføj person").click().await;
    anna.field("Initialer").fill("MK").await;
    anna.button("Færdig").click().await;
    anna.link(containing("Fase 1: Forberedelse")).click().await;
    anna.role(crate::harness::Role::Other("tab"), "Er I rustet?").click().await;
    anna.button(containing("MK Ikke svaret endnu")).click().await;
    anna.radio("Jeg kender metoderne i indsatsen.", "Slet ikke").click().await;
    anna.checkbox("Materialer").tick().await;
    anna.text("På vej: MK").appears().await;
    anna.is_fine("preparation, readiness").await;
    anna.link("Tilbage til indsatsen").click().await;
    anna.heading(TITLE).appears().await;
    anna.is_fine("initiative, late").await;
}

/// Phase 3 in its parts, empty and with something in them, and the report.
async fn the_embedding(anna: &Browser) {
    let tab = async |name: &str| {
        anna.role(crate::harness::Role::Other("tab"), name).click().await;
        anna.role(crate::harness::Role::Other("tabpanel"), name).appears().await;
    };
    anna.link(containing("Fase 3: Forankring")).click().await;
    anna.heading("Forankring").appears().await;
    anna.is_fine("embedding, empty board").await;
    anna.button("Tilføj: Det støtter").click().await;
    anna.focus_comes_to(None, "Det støtter, nr. 1").await;
    anna.field("Det støtter, nr. 1").fill("Fast tid").await;
    anna.is_fine("embedding, board").await;
    tab("Forventninger").await;
    anna.is_fine("embedding, no expectations").await;
    tab("Skærmning").await;
    anna.is_fine("embedding, shielding").await;
    tab("Beslutning").await;
    anna.radio("Hvad beslutter I?", "Sætte på pause").click().await;
    anna.text("Skriv, hvorfor I beslutter det.").appears().await;
    anna.is_fine("embedding, a decision that lacks").await;
    tab("Forventninger").await;
    anna.link("Skriv forventninger").click().await;
    anna.button("Tilføj forventning").click().await;
    anna.focus_comes_to(None, "Hvad forventer vi?").await;
    anna.field("Hvad forventer vi?").fill("Flere deltager").await;
    anna.button("Begynd med et eksempel").click().await;
    anna.text("Skriv, hvordan I kan se, at den er nået.").appears().await;
    anna.is_fine("preparation, expectations").await;
    anna.link("Tilbage til indsatsen").click().await;
    anna.link(containing("Fase 3: Forankring")).click().await;
    tab("Forventninger").await;
    anna.text("Vurderet: 0 af 1").appears().await;
    anna.is_fine("embedding, expectations").await;
    anna.link("Rapport på én side").click().await;
    anna.heading(containing("Rapport: ")).appears().await;
    anna.is_fine("report").await;
    anna.link("Tilbage til forankringen").click().await;
    anna.link("Tilbage til indsatsen").click().await;
    anna.heading(TITLE).appears().await;
}

async fn the_form_editor(anna: &Browser) {
    anna.open("skemaer").await;
    anna.heading("Jeres egne").appears().await;
    anna.is_fine("forms, none of their own").await;
    anna.button("Lav en kopi af Observation af undervisning – generel").click().await;
    anna.heading("Versioner").appears().await;
    anna.is_fine("form editor").await;
    anna.button("Mere om skemaet").click().await;
    anna.button("Ret delen: Undervejs").click().await;
    anna.field("Delens overskrift").appears().await;
    anna.is_fine("form editor, about the form and a part").await;
    anna.button("Ret delen: Undervejs").click().await;
    for kind in ["Ét tryk, hver gang", "Noter med klokkeslæt"] {
        anna.button("Tilføj spørgsmål").first().click().await;
        anna.is_fine("form editor, the kinds of question").await;
        anna.button(containing(kind)).first().click().await;
        anna.field("Spørgsmål").fill("Hvad sker der?").await;
        anna.button("Hjælp til at svare, og hvornår spørgsmålet vises").click().await;
        anna.is_fine(&format!("form editor, {kind}")).await;
        anna.button("Fjern spørgsmålet").click().await;
        closes_messages(anna).await;
    }
    for question in ["Hvad er eleverne i gang med?", "Der er arbejdsro og korte overgange"] {
        anna.button(containing(question)).first().click().await;
        anna.field("Spørgsmål").appears().await;
        anna.is_fine("form editor, a question open").await;
    }
    anna.button("Tilføj spørgsmål").first().click().await;
    anna.button(containing("Med egne ord.")).click().await;
    anna.field("Spørgsmål").has_value("").await;
    anna.button("Udgiv version 1").click().await;
    anna.link(containing("Skriv spørgsmålet.")).appears().await;
    anna.is_fine("form editor, something misses").await;
    anna.button("Vis som i klassen").click().await;
    anna.text("Skemaet kan vises, når alt er på plads.").appears().await;
    anna.is_fine("form editor, no preview").await;
    anna.button("Tilbage til redigering").click().await;
    anna.button(containing("(uden tekst)")).first().appears().await;
    anna.field("Spørgsmål").fill("Var der ro?").await;
    anna.button("Vis som i klassen").click().await;
    anna.text("Prøv alt. Intet af det bliver gemt.").appears().await;
    anna.is_fine("form editor, preview").await;
    anna.button("Tilbage til redigering").click().await;
    anna.button("Udgiv version 1").click().await;
    anna.text("Udgivet, version 1").appears().await;
    anna.is_fine("form editor, published").await;
    go_to(anna, "Overblik").await;
}

async fn settings_and_trash(anna: &Browser) {
    go_to(anna, "Indstillinger").await;
    anna.is_fine("settings").await;
    anna.link("Papirkurv").click().await;
    anna.heading("Papirkurven er tom").appears().await;
    anna.is_fine("trash, empty").await;
    makes_initiative(anna, "Skal væk").await;
    anna.button("Læg i papirkurven").click().await;
    anna.text("Indsatsen ligger i papirkurven.").appears().await;
    anna.is_fine("a message with undo").await;
    anna.open("indstillinger/papirkurv").await;
    anna.button("Slet for altid").appears().await;
    anna.is_fine("trash, filled").await;
    anna.button("Slet for altid").click().await;
    anna.dialog("Slet for altid?").appears().await;
    anna.is_fine("the dialog that erases").await;
    anna.dialog("Slet for altid?").button("Luk").click().await;
}

async fn a_refused_form(anna: &Browser) {
    go_to(anna, "Indsatser").await;
    anna.link("Ny indsats").click().await;
    takes_the_one_page(anna).await;
    anna.is_fine("new initiative").await;
    anna.button("Tilføj person").click().await;
    anna.button("Færdig").click().await;
    anna.link("Skriv, hvad I kalder indsatsen.").appears().await;
    anna.is_fine("initiative, refused").await;
}

async fn an_observation(anna: &Browser) {
    begins_observation(anna).await;
    anna.is_fine("observation, new").await;
    anna.radio("Er rammerne for observationen aftalt?", "Delvist").click().await;
    anna.checkbox("Elevernes deltagelse").tick().await;
    anna.checkbox("Fællesskab og trivsel").tick().await;
    anna.field("Ny note").type_text("Alle i gang efter to minutter").await;
    anna.radio("Mærkat (frivilligt)", "Elever").click().await;
    anna.button("Næste note").click().await;
    counter(anna, "Elev stiller et fagligt spørgsmål", 0).click().await;
    let rated = anna.role(crate::harness::Role::Group, "Der er arbejdsro og korte overgange");
    rated.role(crate::harness::Role::Radio, "Trin 2 af 4: I glimt").click().await;
    anna.radio("Tonen er tryg, og fejl bruges til at lære af", "Ikke set").click().await;
    is_saved(anna).await;
    anna.is_fine("observation, filled").await;
    finishes(anna).await;
    anna.link(containing("5.b · ")).click().await;
    anna.button("Åbn igen").appears().await;
    anna.is_fine("observation, finished").await;
}
