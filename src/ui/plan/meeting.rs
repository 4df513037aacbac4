//! One meeting of the plan, or something else that time is set aside for: what, when, what is talked
//! about, and what came of it.

use std::rc::Rc;
use std::sync::Arc;

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::meeting_after::{after, agenda};
use super::meeting_series::series;
use super::repeat::{self, Known};
use super::sparring_note::note;
use crate::app::store::{AppError, Clock as _, Target};
use crate::domain::calendar::{holiday_on, iso};
use crate::domain::initiative::Initiative;
use crate::domain::initiative::answers::{Becomes, becomes};
use crate::domain::plan::{Meeting, MeetingFlaw, Time, meeting_kinds};
use crate::domain::record::{Fields, Kind, Record};
use crate::domain::voices::COLLABORATION_FORM;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{
    Asked, Calendared, Start, aim_or_words, calendar_file, initiative_field, is_new, put_away,
};
use crate::ui::shell::Store;
use crate::ui::voices::collaboration_way;
use crate::ui::words::{self, holiday_words, hours_flaw, titles};

const INITIATIVE: &str = "initiative";
const WHAT: &str = "what";
const DAY: &str = "day";
const BEGINS: &str = "begins";
const ENDS: &str = "ends";

/// What time is set aside for when it is for talks with pupils.
const PUPIL_TALKS: &str = "elevsamtaler";

/// What the page starts from.
#[derive(Debug, Clone, PartialEq)]
struct MeetingPage {
    start: Start,
    known: Option<(Target, Fields)>,
    deleted: bool,
}

async fn look(
    store: std::rc::Rc<Store>,
    rec: RecordId,
    asked: Asked,
) -> Result<MeetingPage, AppError> {
    let start = Start::look(&store, asked, false).await?;
    let known = store.edit(rec, Kind::Meeting).await?;
    let deleted = store.record(rec).await?.is_some_and(|it| it.summary.deleted);
    Ok(MeetingPage { start, known, deleted })
}

/// The page of a meeting, new or old.
pub fn meeting(rec: RecordId) -> View {
    let app = use_app();
    let (new, asked) = (is_new(), Asked::of_address());
    let (is_sparring, answer) = use_query_map()
        .with_untracked(|query| (query.get("sparring").is_some(), query.get("svar")));
    let found = use_stored_once(move |store| look(store, rec, asked));
    shown(found, move |seen: MeetingPage| {
        let (target, saved, value) = match seen.known.clone() {
            Some((target, fields)) => {
                let saved = Meeting::read(&fields);
                (target, saved.clone(), saved)
            }
            None if new => {
                let target = Target { rec, kind: Kind::Meeting, parents: Vec::new() };
                (target, Meeting::default(), beginning(&seen, is_sparring, answer.as_deref()))
            }
            None => return not_found(),
        };
        filled(app, rec, Form::open(app, target, saved, value), &seen, is_sparring)
    })
}

/// A new meeting: today, of the initiative that was asked for; or a sparring that was just held; or what
/// the answer to a working question asks for.
fn beginning(seen: &MeetingPage, is_sparring: bool, answer: Option<&str>) -> Meeting {
    let mut begun = Meeting::default();
    begun.set_day(Some(BrowserClock.today()));
    if let Some((rec, initiative)) = &seen.start.initiative {
        begun.set_initiative(Some(*rec));
        begun.set_example(initiative.example());
        let question = answer.unwrap_or_default();
        for what in becomes(question) {
            if let Becomes::Meeting(kind) = what {
                begun.begin_from_answer(question, kind, &initiative.latest_answer(question));
            }
        }
    }
    if is_sparring {
        begun.begin_sparring();
    }
    begun
}

fn filled(
    app: App,
    rec: RecordId,
    form: Form<Meeting>,
    seen: &MeetingPage,
    is_sparring: bool,
) -> View {
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || form.with(Meeting::flaws).into_iter().map(id_of).collect());
    let known = seen.start.initiatives.iter().map(|it| (it.rec, Initiative::read(&it.fields)));
    let known: Known = Arc::new(known.collect());
    let errors = move || match attempt.get() {
        0 => Vec::new(),
        _ => {
            let flaws = form.with(Meeting::flaws).into_iter();
            flaws.map(|flaw| FieldError::new(id_of(flaw), described(app, form, flaw))).collect()
        }
    };
    let is_past = is_sparring
        || form.value.with_untracked(|it| {
            it.day().is_some_and(|day| day <= BrowserClock.today()) || !it.status().is_empty()
        }) && seen.known.is_some();
    let plan = when(app, form, seen, flaws, attempt, &known);
    let talked = show(
        move || form.with(|it| it.kind().is_some_and(|kind| !kind.agenda.is_empty())),
        move || agenda(app, form),
    );
    // The activity has the name of what is filled in then.
    let evaluates = memo(move || {
        let of = |it: &Meeting| (it.what() == COLLABORATION_FORM).then(|| it.initiative());
        form.with(of).flatten()
    });
    let evaluation = move || evaluates.get().map(|rec| collaboration_way(app, rec));
    let after = after(app, form);
    let hold = move || {
        let talks = form.with(|it| it.what() == PUPIL_TALKS);
        let of = form.with(Meeting::initiative).filter(|_| talks)?;
        let address = format!("/elevsamtaler/ny?indsats={of}");
        let go = LinkButton::new(address, say!(app, talks.hold)).icon(IconName::People);
        Some(el("div").class("row").child(go))
    };
    let note = note(app, form, &known);
    // When its day has come, what is asked of it comes first.
    let parts = if is_past {
        (note, after, talked, plan).view()
    } else {
        (plan, talked, note, after).view()
    };
    let content = el("div")
        .class("form")
        .child(seen.deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(hold)
        .child(evaluation)
        .child(parts)
        .child(series(app, form))
        .child(repeat::repeat(app, repeat::of_meeting(form), known))
        .child(calendar_file(app, Calendared::Meeting(form, rec)))
        .child(decision(app, form, rec, attempt));
    Page::new(words(move || form.with(|it| titles::planned_meeting(app, it))))
        .back(back(form), say!(app, plan.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// Where the plan is that it stands in.
fn back(form: Form<Meeting>) -> String {
    let initiative = form.value.try_with_untracked(Meeting::initiative).flatten();
    initiative.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}/plan"))
}

fn id_of(flaw: MeetingFlaw) -> String {
    let id = match flaw {
        MeetingFlaw::Initiative => INITIATIVE,
        MeetingFlaw::What => WHAT,
        MeetingFlaw::Day => DAY,
        MeetingFlaw::Hours(flaw) if flaw.is_of_beginning() => BEGINS,
        MeetingFlaw::Hours(_) => ENDS,
    };
    id.to_owned()
}

fn described(app: App, form: Form<Meeting>, flaw: MeetingFlaw) -> String {
    let hours = form.with(|it| (it.day(), it.begins(), it.ends()));
    match flaw {
        MeetingFlaw::Initiative => now!(app, planning.flaw_initiative),
        MeetingFlaw::What => now!(app, planning.flaw_what),
        MeetingFlaw::Day => now!(app, planning.flaw_day),
        MeetingFlaw::Hours(flaw) => {
            hours_flaw(app, flaw, hours, say!(app, planning.flaw_backwards))
        }
    }
}

/// What, when and where.
fn when(
    app: App,
    form: Form<Meeting>,
    seen: &MeetingPage,
    flaws: Signal<Vec<String>>,
    attempt: RwSignal<u32>,
    known: &Known,
) -> El {
    // What is missing is said when somebody is done; a time that cannot be is said at once.
    let said = move |id: &'static str| {
        Signal::derive(move || {
            let is_time = [BEGINS, ENDS].contains(&id);
            if !is_time && attempt.get() == 0 || flaws.with(|all| !all.iter().any(|it| it == id)) {
                return None;
            }
            let flaw = form.with(Meeting::flaws).into_iter().find(|flaw| id_of(*flaw) == id);
            flaw.map(|flaw| described(app, form, flaw))
        })
    };
    let read = move |part: fn(&Meeting) -> String| memo(move || form.with(part));
    let write =
        move |set: fn(&mut Meeting, &str)| move |text: String| form.edit(|it| set(it, &text));
    let optional = say!(app, form.optional);
    let of = Arc::clone(known);
    let chosen = move |rec: String| {
        let chosen = of.iter().find(|(known, _)| known.to_string() == rec);
        form.edit(|it| {
            it.set_initiative(chosen.map(|(rec, _)| *rec));
            it.set_example(chosen.is_some_and(|(_, initiative)| initiative.example()));
        });
    };
    let initiative = initiative_field(
        app,
        Field::new(say!(app, observation.initiative)).id(INITIATIVE).error(said(INITIATIVE)),
        &seen.start.initiatives,
        read(|it| it.initiative().map(|rec| rec.to_string()).unwrap_or_default()),
        chosen,
    )
    .empty_label(say!(app, observation.choose_initiative));
    let kinds = meeting_kinds().iter();
    let kinds = kinds.map(|kind| {
        Choice::new(kind.id.clone(), words(move || kind.title.get(app.lang()).to_owned()))
    });
    let what = Field::new(say!(app, planning.what))
        .id(WHAT)
        .error(said(WHAT))
        .select(Signal::stored(kinds.collect()), read(Meeting::what), write(Meeting::set_what))
        .empty_label(say!(app, planning.choose_what));
    let line = |label, value, set: fn(&mut Meeting, &str), most| {
        Field::new(label).optional(optional).text(value, write(set)).max_length(most)
    };
    let title = line(say!(app, planning.own_title), read(Meeting::title), Meeting::set_title, 80);
    let day = Field::new(say!(app, observation.day)).id(DAY).error(said(DAY)).date(
        read(|it| it.day().map(|day| day.to_string()).unwrap_or_default()),
        write(|it, day| it.set_day(iso::day(day))),
    );
    let clock = |label, id: &'static str, value, set: fn(&mut Meeting, &str)| {
        Field::new(label).id(id).optional(optional).error(said(id)).time(value, write(set))
    };
    let begins = clock(
        say!(app, observation.begins),
        BEGINS,
        read(|it| it.begins().map(iso::write_time).unwrap_or_default()),
        |it, time| it.set_begins(iso::time(time)),
    );
    let ends = clock(
        say!(app, plan.ends),
        ENDS,
        read(|it| it.ends().map(iso::write_time).unwrap_or_default()),
        |it, time| it.set_ends(iso::time(time)),
    );
    let place = line(say!(app, planning.place), read(Meeting::place), Meeting::set_place, 60);
    let who = line(say!(app, planning.who), read(Meeting::who), Meeting::set_who, 120);
    let aimed = Arc::clone(known);
    let supports = show(
        move || form.with(Meeting::is_course),
        move || supports(app, form, Arc::clone(&aimed)),
    );
    let known = Arc::clone(known);
    let in_holiday = move || {
        let (rec, day) = form.with(|it| (it.initiative(), it.day()));
        let day = day?;
        let off = repeat::days_off(&known, rec, Some(day), Some(day));
        let name = holiday_words::name(app, holiday_on(&off, day)?);
        Some(el("p").class("soft").child(now!(app, planning.in_holiday, name = name)))
    };
    bare_section("when", say!(app, planning.when))
        .child(what)
        .child(initiative)
        .child(el("div").class("grid-fields grid").child(day).child(begins).child(ends))
        .child(el("div").attr("role", "status").child(in_holiday))
        .child(el("div").class("grid-fields grid").child(place).child(who))
        .child(title)
        .child(supports)
        .child(counts_as(app, form))
}

/// What of the initiative a course supports: its purpose, or one of its aims.
fn supports(app: App, form: Form<Meeting>, known: Known) -> View {
    let aims = memo(move || {
        let rec = form.with(Meeting::initiative);
        let of = known.iter().find(|(known, _)| Some(*known) == rec).map(|(_, it)| it);
        let purpose = of.map(|it| it.purpose().trim().to_owned()).filter(|it| !it.is_empty());
        let aims = of.into_iter().flat_map(Initiative::aims);
        purpose.into_iter().chain(aims).collect::<Vec<String>>()
    });
    let value = memo(move || form.with(Meeting::supports));
    let write = Rc::new(move |text: String| form.edit(|it| it.set_supports(&text)));
    aim_or_words(app, say!(app, aims.supports), aims, value, write)
}

/// Which of the three times it is.
fn counts_as(app: App, form: Form<Meeting>) -> View {
    let times = Time::ALL.into_iter();
    let times = times.map(|time| Choice::new(time.id(), words::time_name(app, time)));
    let none = Choice::new("none", say!(app, planning.no_time));
    let choices: Vec<Choice> = times.chain([none]).collect();
    let value = memo(move || form.with(|it| it.time().map_or("none", Time::id).to_owned()));
    let choose = move |id: String| form.edit(|it| it.set_time(Time::from_id(&id)));
    Field::new(say!(app, planning.counts_as))
        .hint(say!(app, planning.counts_as_hint))
        .select(Signal::stored(choices), value, choose)
        .view()
}

/// Done, or away.
fn decision(app: App, form: Form<Meeting>, rec: RecordId, attempt: RwSignal<u32>) -> View {
    let go = StoredValue::new_local(use_navigate());
    let leave = move || {
        if let Some(go) = go.try_get_value() {
            go(&back(form), Default::default());
        }
    };
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if form.value.with_untracked(Meeting::flaws).is_empty() {
            spawn_local(async move {
                if form.seal().await {
                    app.toasts.say(text!(app, planning.saved));
                    leave();
                }
            });
        }
    };
    let remove = move || {
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match put_away(app, rec, text!(app, planning.removed)).await {
                Ok(()) => leave(),
                // Never written: there is nothing to put away.
                Err(AppError::NoRecord(_)) => leave(),
                Err(error) => app.complain(&error),
            }
        });
    };
    let remove =
        Button::new(say!(app, plan.remove), remove).kind(ButtonKind::Quiet).icon(IconName::Trash);
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let history = history_link(app, Kind::Meeting.word(), rec);
    (el("div").class("row row-between").child(history).child(remove), action_bar(done)).view()
}
