//! One thing of the plan in a calendar by itself: it is the same thing there as when the whole plan is
//! taken along, so neither makes a double of the other.

use std::path::{Path, PathBuf};

use indsats::domain::agreement::{Agreement, Side, Term};
use indsats::domain::calendar::iso;
use indsats::domain::measurement::{END, Measurement, START};
use indsats::domain::plan::{Lesson, Meeting};

use super::plan::{makes_calendar, read};
use super::steps::{closes_messages, fetches, go_to};
use crate::harness::browser::target;
use crate::harness::seed::{Seed, day, initiative};
use crate::harness::{Browser, Build, Finds, Role, Stage, containing, for_both_engines};

const TITLE: &str = "Tolærere i 5.b";
const PLANNING: &str = "Fælles planlægning";

for_both_engines!(
    /// One thing of the plan goes to the calendar by itself, as it stands in the whole.
    each_thing_goes_to_the_calendar_by_itself,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let henrik = stage.browser("Henrik", &server).await;
        henrik.open("").await;
        fetches(&henrik, &things(&format!("things-{}.json", henrik.who()))).await;
        let whole = calendar_of_the_plan(&henrik).await;
        let all = entries(&[&whole]);
        assert_eq!(all.len(), 6, "a meeting, a lesson, two times of an agreement and two waves");
        let mut found = 0;
        for (name, said, parts) in [
            (PLANNING, "Lav en fil med dette møde", 1),
            ("5.b dansk", "Lav en fil med denne lektion", 1),
            ("Aftalt observation", "Lav en fil med observationen og feedbacksamtalen", 2),
            ("Måling: ", "Lav en fil med dagene for start, undervejs og slut", 2),
        ] {
            henrik.link(containing(name)).first().click().await;
            henrik.text(said).appears().await;
            let one = makes_calendar(&henrik).await;
            let these = entries(&[&one]);
            assert_eq!(these.len(), parts, "{name}");
            for (uid, entry) in &these {
                assert_eq!(Some(entry), all.get(uid), "{name} as in the whole: name, time, sequence");
            }
            let both = entries(&[&whole, &one]);
            assert_eq!(both.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>(), "{name}");
            found += these.len();
            to_the_list(&henrik).await;
        }
        assert_eq!(found, all.len());
        // An end before the start is said at its field.
        henrik.link(containing("Måling: ")).first().click().await;
        henrik.field("Dag").nth(1).set_date("2030-01-01").await;
        henrik.text("Slutmålingen ligger før startmålingen. Ret en af dagene.").appears().await;
        henrik.field("Dag").nth(1).set_date("2031-05-28").await;
        henrik.text("Slutmålingen ligger før startmålingen.").is_gone().await;
    }
);

/// Each entry by its name, as the last of the files has it.
fn entries(files: &[&Path]) -> serde_json::Map<String, serde_json::Value> {
    let mut found = read(files)["entries"].as_object().expect("entries").clone();
    // The moment that a file is made is another each time.
    for entry in found.values_mut() {
        entry.as_object_mut().expect("an entry").remove("stamp");
    }
    found
}

async fn to_the_list(henrik: &Browser) {
    closes_messages(henrik).await;
    go_to(henrik, "Indsatser").await;
    henrik.link(TITLE).click().await;
    henrik.link("Plan").click().await;
    henrik.heading("Plan").appears().await;
    henrik.role(Role::Other("tab"), "Liste").click().await;
    henrik.link(PLANNING).appears().await;
}

async fn calendar_of_the_plan(henrik: &Browser) -> PathBuf {
    to_the_list(henrik).await;
    makes_calendar(henrik).await
}

/// An initiative with one thing of each kind that a calendar can hold, from a colleague.
fn things(name: &str) -> PathBuf {
    let mut seed = Seed::new(1_795_000_000_000);
    let of = seed.put(&initiative(TITLE, "5.b"));
    let mut meeting = Meeting::default();
    meeting.set_initiative(Some(of));
    meeting.set_what("moede-faelles-planlaegning");
    meeting.set_day(day(2030, 11, 26));
    meeting.set_begins(iso::time("14:00"));
    seed.put(&meeting);
    let mut lesson = Lesson::default();
    lesson.set_initiative(Some(of));
    lesson.set_class("5.b");
    lesson.set_subject("Dansk");
    lesson.set_day(day(2030, 11, 27));
    lesson.set_begins(iso::time("10:00"));
    seed.put(&lesson);
    let mut agreed = Agreement::default();
    agreed.set_initiative(Some(of));
    agreed.set_class("5.b");
    agreed.set_side(Side::Observed, "MK");
    agreed.set_side(Side::Observer, "KA");
    agreed.set_term(Term::Focus, "Forklare med fagord");
    agreed.set_term(Term::LookFor, "Hvem forklarer?");
    agreed.set_term(Term::OwnQuestion, "Hvad nu?");
    agreed.set_day(day(2030, 11, 28));
    agreed.set_begins(iso::time("08:15"));
    agreed.set_minutes("45");
    agreed.set_talk_day(day(2030, 11, 28));
    agreed.set_talk_begins(iso::time("13:30"));
    agreed.set_talk_minutes("30");
    seed.put(&agreed);
    let mut measured = Measurement::default();
    measured.set_initiative(Some(of));
    measured.set_instrument("maaling-motivation-mellemtrin", 1);
    measured.set_wave_day(START, day(2030, 11, 29));
    measured.set_wave_day(END, day(2031, 5, 29));
    seed.put(&measured);
    let path = target().join("whole-app").join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("writable");
    std::fs::write(&path, seed.file()).expect("the target folder is writable");
    path
}
