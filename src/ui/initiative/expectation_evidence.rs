//! What the app knows beside what is written: of an expectation what was measured, held or asked about it, and
//! of the question whether there was evaluation how much of it there was.

use super::goal_records::Records;
use crate::app::initiative::figures::Evaluated;
use crate::app::store::Clock as _;
use crate::domain::forms::level_of;
use crate::domain::initiative::closing_content::{COMMUNITY, PLANNING};
use crate::domain::initiative::{Became, ExpectationPart, Initiative};
use crate::domain::measurement::Measurement;
use crate::domain::plan::Time;
use crate::domain::record::Record as _;
use crate::domain::voices::Survey;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::read;
use crate::ui::words::{Counted, own_in_short, time_name, titles};

/// The working question that is helped by counts.
const EVALUATED: &str = "aq-er-evalueret";

/// What the instruments for the community of a class are called, without their level.
const MEASURES_COMMUNITY: &str = "maaling-faellesskab-";

/// What is known of the initiative besides its own record.
pub type Known = StoredValue<Option<Records>>;

/// What stands under an expectation.
pub fn beside(app: App, form: Form<Initiative>, rec: RecordId, id: &str, known: Known) -> View {
    let of = id.to_owned();
    let example = read(form, move |it| it.expectation(&of, ExpectationPart::Example));
    let class = read(form, Initiative::class);
    let coupled = move || match example.get().as_str() {
        COMMUNITY => community(app, rec, &class.get(), known).view(),
        PLANNING => planning(app, rec, known).view(),
        _ => View::nothing(),
    };
    (coupled, asked(app, id, known)).view()
}

/// The measurement of the community: where it is, or the way to begin it for the right part of the school.
fn community(app: App, rec: RecordId, class: &str, known: Known) -> El {
    let begun = known.with_value(|known| {
        let all = known.iter().flat_map(|it| &it.measured);
        let mut all = all.map(|(rec, fields)| (*rec, Measurement::read(fields)));
        all.find(|(_, it)| {
            it.instrument_ref().is_some_and(|(id, _)| id.starts_with(MEASURES_COMMUNITY))
        })
    });
    let way = match begun {
        Some((rec, it)) => {
            let what = words(move || titles::measurement(app, &it));
            LinkButton::new(
                format!("/maalinger/{rec}/resultat"),
                say!(app, goals.see_result, what = what.get()),
            )
        }
        None => {
            let which =
                level_of(class).map(|level| format!("&maaling={MEASURES_COMMUNITY}{level}"));
            let address = format!("/maalinger/ny?indsats={rec}{}", which.unwrap_or_default());
            LinkButton::new(address, say!(app, expect.measure_community))
        }
    };
    el("div").class("row").child(way.icon(IconName::Observation))
}

/// How many of the planned times for planning together were held.
fn planning(app: App, rec: RecordId, known: Known) -> El {
    let held = words(move || {
        let meetings = known.with_value(|known| {
            let meetings = known.as_ref().map(|it| it.plan.meetings()).unwrap_or_default();
            let planning = meetings.into_iter().filter(|it| it.time() == Some(Time::Planning));
            Became::of_meetings(&planning.collect::<Vec<_>>(), BrowserClock.today())
        });
        let counted = Counted { lessons: Became::default(), meetings };
        format!("{}: {}", time_name(app, Time::Planning).get(), counted.meetings_held(app))
    });
    let plan = LinkButton::new(format!("/indsatser/{rec}/plan"), say!(app, planning.open_plan));
    el("div")
        .class("stack-tight stack")
        .child(el("p").class("number").child(held))
        .child(el("div").class("row").child(plan.icon(IconName::Calendar)))
}

/// What pupils answered to questions of the school's own about the expectation.
fn asked(app: App, id: &str, known: Known) -> Option<El> {
    let lines = known.with_value(|known| {
        let surveys = known.iter().flat_map(|it| &it.surveyed);
        let surveys = surveys.map(|(_, fields)| Survey::read(fields));
        surveys.flat_map(|it| own_in_short(app, &it, &it.own_about(id))).collect::<Vec<_>>()
    });
    (!lines.is_empty()).then(|| {
        el("div")
            .class("stack-tight stack")
            .child(el("p").class("soft small").child(say!(app, expect.pupils_asked)))
            .child(el("ul").class("points").child(lines))
    })
}

/// What helps to answer a working question: of one of them the app has counts.
pub fn help(app: App, question: &str, known: Known) -> Option<Words> {
    let counted = known.with_value(|known| {
        let it = known.as_ref().filter(|_| question == EVALUATED)?;
        Some(Evaluated::of(&it.plan, &it.surveyed))
    })?;
    let Evaluated { meetings, observations, rounds, talks } = counted;
    Some(words(move || {
        now!(
            app,
            closing.counted_evaluated,
            meetings = meetings,
            observations = observations,
            rounds = rounds,
            talks = talks
        )
    }))
}
