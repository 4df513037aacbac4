//! The same lesson or meeting every week, or every other, until a day and without the holidays.

use std::rc::Rc;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use leptos::task::spawn_local;

use crate::domain::calendar::repetition::{MOST_WEEKS, repetition};
use crate::domain::calendar::{Holiday, RepeatFlaw, Repetition, iso};
use crate::domain::initiative::Initiative;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::undo;

/// How many of the days that are left out are named.
const NAMED: usize = 4;

/// What is repeated: read from its form, written to it, and made anew on each day.
pub struct Repeated {
    kind: Kind,
    read: Arc<dyn Fn() -> Planned + Send + Sync>,
    set_until: Box<dyn Fn(Option<NaiveDate>)>,
    set_weeks: Box<dyn Fn(u64)>,
    /// Has it belong to a series, if it does not yet.
    join: Box<dyn Fn(&str)>,
    again: Box<dyn Fn(NaiveDate) -> Fields>,
}

/// What is planned of a repetition.
#[derive(Clone, Default)]
struct Planned {
    day: Option<NaiveDate>,
    until: Option<NaiveDate>,
    weeks: u64,
    initiative: Option<RecordId>,
}

/// The repetition of a lesson.
pub fn of_lesson(form: Form<Lesson>) -> Repeated {
    let planned = |it: &Lesson| Planned {
        day: it.day(),
        until: it.until(),
        weeks: it.weeks(),
        initiative: it.initiative(),
    };
    Repeated {
        kind: Kind::Lesson,
        read: Arc::new(move || form.with(planned)),
        set_until: Box::new(move |day| form.edit(|it| it.set_until(day))),
        set_weeks: Box::new(move |weeks| form.edit(|it| it.set_weeks(weeks))),
        join: Box::new(|_| ()),
        again: Box::new(move |day| form.value.with_untracked(|it| it.again_on(day)).write()),
    }
}

/// The repetition of a meeting. Those that are made together know each other.
pub fn of_meeting(form: Form<Meeting>) -> Repeated {
    let planned = |it: &Meeting| Planned {
        day: it.day(),
        until: it.until(),
        weeks: it.weeks(),
        initiative: it.initiative(),
    };
    let join = move |series: &str| {
        form.edit(|it| {
            if it.series().is_empty() {
                it.set_series(series);
            }
        });
    };
    Repeated {
        kind: Kind::Meeting,
        read: Arc::new(move || form.with(planned)),
        set_until: Box::new(move |day| form.edit(|it| it.set_until(day))),
        set_weeks: Box::new(move |weeks| form.edit(|it| it.set_weeks(weeks))),
        join: Box::new(join),
        again: Box::new(move |day| form.value.with_untracked(|it| it.again_on(day)).write()),
    }
}

/// The initiatives whose holidays may have to be left out.
pub type Known = Arc<Vec<(RecordId, Initiative)>>;

/// Asks how often and until when, says what it comes to, and makes it.
pub fn repeat(app: App, repeated: Repeated, known: Known) -> El {
    let attempt = RwSignal::new(false);
    let Repeated { kind, read, set_until, set_weeks, join, again } = repeated;
    let found = {
        let read = Arc::clone(&read);
        Arc::new(move || found(&read(), &known))
    };
    let wrong = Arc::clone(&found);
    let error = Signal::derive(move || match wrong() {
        // Nothing chosen is nothing wrong, until it is asked for.
        Err(RepeatFlaw::NoEnd | RepeatFlaw::NoDay) if !attempt.get() => None,
        Err(flaw) => Some(described(app, kind, flaw)),
        Ok(_) => None,
    });
    let (often, ends, of) = (Arc::clone(&read), Arc::clone(&read), read);
    let weeks =
        (1..=MOST_WEEKS).map(|weeks| Choice::new(weeks.to_string(), often_words(app, weeks)));
    let weeks = Field::new(say!(app, planning.how_often)).select(
        Signal::stored(weeks.collect()),
        memo(move || often().weeks.to_string()),
        move |weeks: String| set_weeks(weeks.parse().unwrap_or(1)),
    );
    let set_until = Rc::new(set_until);
    let write = Rc::clone(&set_until);
    let until = Field::new(say!(app, plan.until))
        .id("until")
        .optional(say!(app, form.optional))
        .error(error)
        .date(
            memo(move || ends().until.map(|day| day.to_string()).unwrap_or_default()),
            move |day: String| write(iso::day(&day)),
        );
    let (said, making) = (Arc::clone(&found), found);
    let becomes = move || said().ok().map(|found| becomes(app, kind, found));
    let make = move || {
        attempt.set(true);
        let Ok(found) = untrack(|| making()) else { return };
        join(&app.store().new_part());
        let all = found.days.into_iter().map(&again).collect();
        let done = Rc::clone(&set_until);
        spawn_local(async move {
            match app.store().make_all(kind, all).await {
                Ok(made) => {
                    attempt.try_set(false);
                    done(None);
                    app.has_stored();
                    say_made(app, kind, made);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let (intro, go) = match kind {
        Kind::Lesson => (say!(app, plan.repeat_text), say!(app, plan.repeat_go)),
        _ => (say!(app, planning.repeat_text), say!(app, planning.repeat_go)),
    };
    let holidays = move || {
        let initiative = untrack(|| of()).initiative?;
        let to = link(format!("/indsatser/{initiative}/plan/ferier"));
        Some(el("p").child(to.child(say!(app, planning.see_holidays))))
    };
    bare_section("repeat", say!(app, plan.repeat))
        .child(el("p").class("soft").child(intro))
        .child(el("div").class("grid-fields grid").child(weeks).child(until))
        .child(el("div").attr("role", "status").child(becomes))
        .child(holidays())
        .child(el("div").class("row").child(Button::new(go, make).icon(IconName::Calendar)))
}

/// The days it comes to, without those on which the initiative has a holiday.
fn found(planned: &Planned, known: &Known) -> Result<Repetition, RepeatFlaw> {
    let Planned { day, until, weeks, initiative } = planned;
    let holidays = days_off(known, *initiative, *day, *until);
    repetition(*day, *until, *weeks, &holidays)
}

/// An initiative's holidays around some days.
pub fn days_off(
    known: &Known,
    initiative: Option<RecordId>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Vec<Holiday> {
    let of = known.iter().find(|(rec, _)| Some(*rec) == initiative);
    match (of, from) {
        (Some((_, initiative)), Some(from)) => {
            let to = to.or_else(|| from.checked_add_days(Days::new(7))).unwrap_or(from);
            initiative.days_off(from, to)
        }
        _ => Vec::new(),
    }
}

/// `Hver uge`, `Hver anden uge`.
fn often_words(app: App, weeks: u64) -> Words {
    words(move || match weeks {
        1 => now!(app, planning.weekly),
        2 => now!(app, planning.every_other),
        n => now!(app, planning.every_n, n = n),
    })
}

/// How many it comes to, and which days are left out.
fn becomes(app: App, kind: Kind, found: Repetition) -> View {
    let Repetition { days, left_out } = found;
    let (count, out) = (days.len(), left_out.len());
    let said = move || match kind {
        Kind::Lesson => now!(app, plan.repeat_n, n = count),
        _ => now!(app, planning.repeat_n, n = count),
    };
    let named = move || {
        let named = left_out.iter().take(NAMED).map(|day| format::day(app.lang(), *day));
        let named = named.collect::<Vec<_>>().join(", ");
        match out.checked_sub(NAMED).filter(|more| *more > 0) {
            Some(more) => now!(app, planning.left_out_more, days = named, n = more),
            None => now!(app, planning.left_out, days = named),
        }
    };
    let left_out = (out > 0).then(|| el("p").class("soft").child(named));
    (el("p").class("soft").child(said), left_out).view()
}

/// Says how many were made, with the way back.
pub fn say_made(app: App, kind: Kind, made: Vec<RecordId>) {
    let said = match kind {
        Kind::Lesson => text!(app, plan.repeated, n = made.len()),
        _ => text!(app, planning.repeated, n = made.len()),
    };
    undo::say_made(app, said, made);
}

fn described(app: App, kind: Kind, flaw: RepeatFlaw) -> String {
    let is_lesson = kind == Kind::Lesson;
    match flaw {
        RepeatFlaw::NoDay if is_lesson => now!(app, plan.repeat_no_day),
        RepeatFlaw::NoDay => now!(app, planning.repeat_no_day),
        RepeatFlaw::NoEnd => now!(app, plan.repeat_no_end),
        RepeatFlaw::TooSoon if is_lesson => now!(app, plan.repeat_too_soon),
        RepeatFlaw::TooSoon => now!(app, planning.repeat_too_soon),
        RepeatFlaw::TooLong => now!(app, plan.repeat_too_long),
        RepeatFlaw::OnlyHolidays => now!(app, planning.repeat_only_holidays),
    }
}
