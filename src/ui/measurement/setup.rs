//! One measurement: what is measured, for which goal, whom, and when.

use leptos_router::hooks::use_query_map;

use super::own::own_scale;
use super::pupils::pupils_part;
use super::scale_questions::questions;
use super::waves::waves_part;
use crate::app::measurement::gauge::Gauge;
use crate::app::store::Target;
use crate::domain::initiative::Initiative;
use crate::domain::measurement::{Instrument, Measurement, OWN, Setting, newest_instruments};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Calendared, calendar_file, put_away_button};
use crate::ui::words::{localized, not_ready, titles};

/// The groups that instruments are chosen from.
const LEVELS: [&str; 3] = ["indskoling", "mellemtrin", "udskoling"];
const ALL: &str = "alle";

/// The page of a measurement, new or old.
pub fn measurement(rec: RecordId) -> View {
    let app = use_app();
    let (new, initiative) = use_query_map().with_untracked(|query| {
        let initiative = query.get("indsats").and_then(|rec| rec.parse::<RecordId>().ok());
        let asked = Asked {
            initiative,
            question: query.get("svar"),
            instrument: query.get("maaling").unwrap_or_default(),
        };
        (query.get("ny").is_some().then_some(asked), initiative)
    });
    let found = use_stored_once(move |store| async move {
        store.edit_in(rec, Kind::Measurement, initiative).await
    });
    shown(found, move |(known, fields): Found| {
        let of = fields.as_ref().map(Initiative::read).unwrap_or_default();
        let begun = new.as_ref().map(|asked| asked.begun(&of));
        match Form::stored_or(app, rec, known, begun) {
            Some(form) => page(app, rec, form, of.pupils()),
            None => not_found(),
        }
    })
}

/// A measurement that is known, and the initiative.
type Found = (Option<(Target, Fields)>, Option<Fields>);

/// What a new measurement was asked for with: the initiative, the working question whose answer it has come of,
/// and the instrument it begins with.
struct Asked {
    initiative: Option<RecordId>,
    question: Option<String>,
    instrument: String,
}

impl Asked {
    /// What it begins with. Where it has come of the answer to a working question, that is what it is for.
    fn begun(&self, of: &Initiative) -> Measurement {
        let mut begun = Measurement::default();
        begun.set_initiative(self.initiative);
        if let Some(known) = newest_instruments().find(|it| it.id == self.instrument) {
            begun.set_instrument(&known.id, known.version);
        }
        if let Some(question) = &self.question {
            begun.begin_from_answer(question, &of.latest_answer(question));
        }
        begun
    }
}

fn page(app: App, rec: RecordId, form: Form<Measurement>, pupils: Vec<String>) -> View {
    let back = form.value.with_untracked(Measurement::initiative);
    let back = back.map_or_else(|| "/indsatser".to_owned(), |rec| format!("/indsatser/{rec}"));
    let away = back.clone();
    let said = |app: App| text!(app, measure.removed);
    let label = say!(app, measure.remove);
    let remove = put_away_button(app, rec, label, said, form.sealing(), move || away.clone());
    let content = el("div")
        .class("form")
        .child(changed_notice(app, form))
        .child(what(app, form))
        .child(purpose(app, form))
        .child(pupils_part(app, form, pupils))
        .child(waves_part(app, rec, form))
        .child(calendar_file(app, Calendared::Measurement(form, rec)))
        .child(el("div").class("row row-end").child(remove));
    Page::new(words(move || form.with(|it| titles::measurement(app, it))))
        .back(back, say!(app, measure.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// Says that somebody changed the instrument when there were answers already.
pub fn changed_notice(app: App, form: Form<Measurement>) -> View {
    let changed = move || form.with(Measurement::is_changed_since_start);
    show(changed, move || {
        Notice::new(NoticeKind::Warning, say!(app, measure.changed))
            .child(el("p").child(say!(app, measure.changed_text)))
    })
}

/// Which instrument. It is chosen until the first answer, and stands from then on.
fn what(app: App, form: Form<Measurement>) -> El {
    let begun = memo(move || form.with(Measurement::is_begun));
    let group =
        RwSignal::new(form.value.with_untracked(|it| group_of(it.instrument().as_ref(), it)));
    let choosing = move || {
        if begun.get() {
            soft(say!(app, measure.frozen)).view()
        } else {
            (levels(app, form, group), choices(app, form, group)).view()
        }
    };
    let id =
        memo(move || form.with(|it| it.instrument_ref().map(|(id, _)| id).unwrap_or_default()));
    let more = move || {
        if id.get() == OWN {
            return own_scale(app, form);
        }
        let instrument = form.value.with_untracked(Measurement::instrument);
        match instrument {
            Some(instrument) => chosen(app, form, &instrument),
            None => View::nothing(),
        }
    };
    let why = move || {
        let why = form.with(|it| Gauge::of(it).err())?;
        let chosen = form.value.with_untracked(|it| it.instrument_ref().is_some());
        chosen.then(|| el("p").class("soft").child(not_ready(app, why)))
    };
    section("measure-what", say!(app, measure.what)).child(choosing).child(more).child(why)
}

fn group_of(instrument: Option<&Instrument>, it: &Measurement) -> String {
    match instrument {
        _ if it.uses_own() => OWN.to_owned(),
        Some(instrument) => instrument.level.clone(),
        None => String::new(),
    }
}

/// For whom, or of which sort.
fn levels(app: App, form: Form<Measurement>, group: RwSignal<String>) -> View {
    let labels = [
        (LEVELS[0], say!(app, measure.early)),
        (LEVELS[1], say!(app, measure.middle)),
        (LEVELS[2], say!(app, measure.lower)),
        (ALL, say!(app, measure.test_or_count)),
        (OWN, say!(app, measure.own)),
    ];
    let choices = labels.into_iter().map(|(id, label)| Choice::new(id, label)).collect();
    Field::new(say!(app, measure.level))
        .segments(
            Signal::stored(choices),
            memo(move || Some(group.get()).filter(|it| !it.is_empty())),
            move |chosen: Option<String>| {
                let chosen = chosen.unwrap_or_default();
                if chosen == OWN {
                    form.edit(|it| {
                        it.use_own();
                    });
                }
                group.set(chosen);
            },
        )
        .view()
}

/// The instruments of the group.
fn choices(app: App, form: Form<Measurement>, group: RwSignal<String>) -> View {
    let content = move || {
        let group = group.get();
        let of_group: Vec<Choice> = newest_instruments()
            .filter(|it| it.level == group)
            .map(|it| {
                let choice = Choice::new(it.id.clone(), localized(it.title.clone()));
                if it.scale().is_none() {
                    choice.described(localized(it.intro.clone()))
                } else {
                    choice
                }
            })
            .collect();
        if of_group.is_empty() {
            return View::nothing();
        }
        let choose = move |chosen: Option<String>| {
            let found = newest_instruments().find(|it| Some(&it.id) == chosen.as_ref());
            if let Some(found) = found {
                form.edit(|it| {
                    it.set_instrument(&found.id, found.version);
                });
            }
        };
        let chosen = memo(move || {
            form.with(|it| it.instrument_ref().map(|(id, _)| id).filter(|id| id != OWN))
        });
        Field::new(say!(app, measure.which)).radios(Signal::stored(of_group), chosen, choose).view()
    };
    content.view()
}

/// What the chosen instrument asks, and what the team says of its test or count.
fn chosen(app: App, form: Form<Measurement>, instrument: &Instrument) -> View {
    let questions = instrument.scale().map(|scale| {
        el("details")
            .class("measure-questions")
            .child(el("summary").child(say!(app, measure.see_questions)))
            .child(el("p").child(localized(instrument.intro.clone())))
            .child(questions(app, scale))
            .child(instrument.about.clone().map(|it| el("p").class("soft").child(localized(it))))
    });
    let fields: Vec<View> =
        instrument.settings().iter().map(|setting| setting_field(form, setting)).collect();
    (questions, fields).view()
}

fn setting_field(form: Form<Measurement>, setting: &Setting) -> View {
    let id = setting.id.clone();
    let read = id.clone();
    let value = move || form.with(|it| it.setting(&read));
    let write = move |value: &str| {
        form.edit(|it| {
            it.set_setting(&id, value);
        });
    };
    let begun = memo(move || form.with(Measurement::is_begun));
    let field = Field::new(localized(setting.text.clone()))
        .hint(setting.help.clone().map(localized))
        .readonly(begun);
    if !setting.options.is_empty() {
        let options = setting.options.iter();
        let options =
            options.map(|it| Choice::new(it.id.clone(), localized(it.label.clone()))).collect();
        return field
            .segments(
                Signal::stored(options),
                memo(move || Some(value()).filter(|it| !it.is_empty())),
                move |chosen: Option<String>| write(&chosen.unwrap_or_default()),
            )
            .view();
    }
    if setting.id.ends_with("-navn") {
        return field.text(memo(value), move |typed| write(&typed)).view();
    }
    field.number(true, memo(value), move |typed| write(typed.trim())).view()
}

/// Which goal it belongs to, said before the first answer, and how the pupils were chosen.
fn purpose(app: App, form: Form<Measurement>) -> El {
    let begun = memo(move || form.with(Measurement::is_begun));
    let goal = move || {
        if !begun.get() {
            return Field::new(say!(app, measure.goal))
                .hint(say!(app, measure.goal_hint))
                .optional(say!(app, form.optional))
                .text(memo(move || form.with(Measurement::goal)), move |typed| {
                    form.edit(|it| {
                        it.set_goal(&typed);
                    });
                })
                .view();
        }
        let goal = form.value.with_untracked(Measurement::goal);
        let said = if goal.trim().is_empty() {
            say!(app, measure.no_goal)
        } else {
            say!(app, measure.goal_is, goal = goal)
        };
        el("p").child(said).view()
    };
    let chosen = tick(
        "chosen-for-low",
        say!(app, measure.chosen_for_low),
        Some(say!(app, measure.chosen_for_low_hint)),
        memo(move || form.with(Measurement::chosen_for_low)),
        move |on| form.edit(|it| it.set_chosen_for_low(on)),
    );
    section("measure-why", say!(app, measure.why)).child(goal).child(chosen)
}
