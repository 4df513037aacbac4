//! One lesson of the plan: when, where, who does what, and what came of it.

use std::sync::Arc;

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::lesson_after::{after, reminder};
use super::repeat;
use super::shared_ground::ground_part;
use crate::app::store::{AppError, Clock as _, List, Target};
use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::domain::plan::{Lesson, LessonField};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::{BrowserClock, time_of_day};
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Asked, Calendared, Start, calendar_file, initiative_field, is_new, put_away};
use crate::ui::shell::Store;
use crate::ui::words::{hours_flaw, lesson_words, localized, titles};

const INITIATIVE: &str = "initiative";
const DAY: &str = "day";
const BEGINS: &str = "begins";
const ENDS: &str = "ends";

/// What the page starts from.
#[derive(Debug, Clone, PartialEq)]
struct LessonPage {
    start: Start,
    known: Option<(Target, Fields)>,
    deleted: bool,
    /// The latest lesson of the same initiative: the next one is often like it.
    latest: Option<Lesson>,
}

async fn look(
    store: std::rc::Rc<Store>,
    rec: RecordId,
    asked: Asked,
) -> Result<LessonPage, AppError> {
    let start = Start::look(&store, asked, false).await?;
    let known = store.edit(rec, Kind::Lesson).await?;
    let deleted = store.record(rec).await?.is_some_and(|it| it.summary.deleted);
    let latest = match &start.initiative {
        Some((initiative, _)) => store.standing(List::Of(*initiative, Kind::Lesson), 1).await?,
        None => Vec::new(),
    };
    let latest = latest.first().map(|(_, fields)| Lesson::read(fields));
    Ok(LessonPage { start, known, deleted, latest })
}

/// The page of a lesson, new or old.
pub fn lesson(rec: RecordId) -> View {
    let app = use_app();
    let (new, asked) = (is_new(), Asked::of_address());
    let found = use_stored_once(move |store| look(store, rec, asked));
    shown(found, move |seen: LessonPage| {
        let (target, saved, value) = match seen.known.clone() {
            Some((target, fields)) => {
                let saved = Lesson::read(&fields);
                (target, saved.clone(), saved)
            }
            None if new => {
                let target = Target { rec, kind: Kind::Lesson, parents: Vec::new() };
                (target, Lesson::default(), beginning(&seen))
            }
            None => return not_found(),
        };
        filled(app, rec, Form::open(app, target, saved, value), &seen)
    })
}

/// A new lesson: as the latest one of the same initiative, today; or what the initiative says.
fn beginning(seen: &LessonPage) -> Lesson {
    let today = BrowserClock.today();
    let mut begun = match &seen.latest {
        Some(latest) => latest.again_on(today),
        None => Lesson::default(),
    };
    begun.set_day(Some(today));
    if let Some((rec, initiative)) = &seen.start.initiative {
        belong(&mut begun, *rec, initiative);
    }
    begun
}

/// Has a lesson belong to an initiative, and fills in what is still empty from it.
fn belong(lesson: &mut Lesson, rec: RecordId, initiative: &Initiative) {
    lesson.set_initiative(Some(rec));
    lesson.set_example(initiative.example());
    if lesson.class().is_empty() {
        lesson.set_class(&initiative.class());
    }
    if lesson.subject().is_empty() {
        lesson.set_subject(&initiative.subject());
    }
    for (adult, (_, member)) in Lesson::ADULTS.into_iter().zip(initiative.team()) {
        if lesson.adult(adult).is_empty() {
            lesson.set_adult(adult, &member.initials);
        }
    }
}

fn filled(app: App, rec: RecordId, form: Form<Lesson>, seen: &LessonPage) -> View {
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || match attempt.get() {
        0 => Vec::new(),
        _ => form.with(Lesson::flaws),
    });
    let errors = move || flaws.get().into_iter().map(|flaw| described(app, form, flaw)).collect();
    let deleted = seen.deleted;
    let has_begun = seen.known.is_some() && form.value.with_untracked(has_begun);
    let asks = memo(move || form.with(|it| self::has_begun(it) || has_come_to(it)));
    let plan = (when(app, form, seen, flaws), who(app, form, seen));
    let known = seen.start.initiatives.iter().map(|it| (it.rec, Initiative::read(&it.fields)));
    let known: repeat::Known = Arc::new(known.collect());
    let ground = ground_part(app, move || form.with(Lesson::initiative), &known);
    let repeat = repeat::repeat(app, repeat::of_lesson(form), known);
    let after = show(move || asks.get(), move || after(app, form, rec));
    // When the lesson is over, what is asked of it comes first.
    let parts = if has_begun {
        (after, plan, ground, repeat).view()
    } else {
        (plan, ground, repeat, after).view()
    };
    let content = el("div")
        .class("form lesson-form")
        .child(deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(has_begun.then(|| summary(app, form)))
        .child(reminder(app, form))
        .child(parts)
        .child(calendar_file(app, Calendared::Lesson(form, rec)))
        .child(decision(app, form, rec, attempt, seen.known.is_some()));
    let back = form.value.with_untracked(Lesson::initiative);
    let back = back.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}/lektioner"));
    Page::new(words(move || form.with(|it| titles::planned_lesson(app, it))))
        .back(back, say!(app, plan.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// Whether a lesson has begun by the clock of the device.
fn has_begun(lesson: &Lesson) -> bool {
    let (day, today) = (lesson.day(), BrowserClock.today());
    day.is_some_and(|day| day < today)
        || day == Some(today) && lesson.begins().is_some_and(|at| at <= time_of_day())
}

/// Whether anything has been said about what became of it.
fn has_come_to(lesson: &Lesson) -> bool {
    !lesson.status().is_empty() || !lesson.adjustment().is_empty()
}

/// What was planned, in two lines, above what came of it.
fn summary(app: App, form: Form<Lesson>) -> El {
    let what = move || {
        form.with(|it| {
            let how = Some(lesson_words::how(app, it)).filter(|how| !how.is_empty());
            [lesson_words::span(app, it), how].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    let who = move || form.with(|it| lesson_words::who(app, it));
    el("div")
        .class("stack-tight stack")
        .child(el("p").class("soft").child(what))
        .child(el("p").class("today-who").child(who))
}

fn described(app: App, form: Form<Lesson>, flaw: LessonField) -> FieldError {
    match flaw {
        LessonField::Initiative => FieldError::new(INITIATIVE, now!(app, plan.flaw_initiative)),
        LessonField::Day => FieldError::new(DAY, now!(app, plan.flaw_day)),
        LessonField::Hours(flaw) => {
            let hours = form.with(|it| (it.day(), it.begins(), it.ends()));
            let field = if flaw.is_of_beginning() { BEGINS } else { ENDS };
            let text = hours_flaw(app, flaw, hours, say!(app, plan.flaw_ends));
            FieldError::new(field, text)
        }
    }
}

/// When and where.
fn when(app: App, form: Form<Lesson>, seen: &LessonPage, flaws: Signal<Vec<LessonField>>) -> El {
    let said = move |field: LessonField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, form, field).text)
        })
    };
    let read = move |part: fn(&Lesson) -> String| memo(move || form.with(part));
    let write =
        move |set: fn(&mut Lesson, &str)| move |text: String| form.edit(|value| set(value, &text));
    let optional = say!(app, form.optional);
    let known = seen.start.initiatives.clone();
    let chosen = move |rec: String| {
        let chosen = known.iter().find(|it| it.rec.to_string() == rec);
        let chosen = chosen.map(|it| (it.rec, Initiative::read(&it.fields)));
        form.edit(|it| match &chosen {
            Some((rec, initiative)) => belong(it, *rec, initiative),
            None => it.set_initiative(None),
        });
    };
    let initiative = initiative_field(
        app,
        Field::new(say!(app, observation.initiative))
            .id(INITIATIVE)
            .error(said(LessonField::Initiative)),
        &seen.start.initiatives,
        read(|it| it.initiative().map(|rec| rec.to_string()).unwrap_or_default()),
        chosen,
    )
    .empty_label(say!(app, observation.choose_initiative));
    let day = Field::new(say!(app, observation.day)).id(DAY).error(said(LessonField::Day)).date(
        read(|it| it.day().map(|day| day.to_string()).unwrap_or_default()),
        write(|it, day| it.set_day(iso::day(day))),
    );
    // A time that cannot be is said at once: it is the last thing that is typed.
    let cannot_be = move |id: &'static str| {
        Signal::derive(move || {
            let flaws = form.with(Lesson::flaws).into_iter();
            let flaws = flaws.filter(|flaw| matches!(flaw, LessonField::Hours(_)));
            let mut errors = flaws.map(|flaw| described(app, form, flaw));
            errors.find(|error| error.field == id).map(|error| error.text)
        })
    };
    let clock = |label, id: &'static str, value, set: fn(&mut Lesson, &str)| {
        Field::new(label).id(id).optional(optional).error(cannot_be(id)).time(value, write(set))
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
    let line = |label, value, set: fn(&mut Lesson, &str), most| {
        Field::new(label).optional(optional).text(value, write(set)).max_length(most)
    };
    let class = line(say!(app, field.class), read(Lesson::class), Lesson::set_class, 40);
    let subject = line(say!(app, field.subject), read(Lesson::subject), Lesson::set_subject, 60);
    let room = line(say!(app, plan.room), read(Lesson::room), Lesson::set_room, 40);
    let focus = Field::new(say!(app, focus.field))
        .optional(optional)
        .hint(say!(app, focus.hint))
        .area(read(Lesson::focus), write(Lesson::set_focus))
        .max_length(500)
        .short();
    bare_section("when", say!(app, plan.when))
        .child(initiative)
        .child(el("div").class("grid-fields grid").child(day).child(begins).child(ends))
        .child(el("div").class("grid-fields grid").child(class).child(subject).child(room))
        .child(focus)
}

/// Who does what; how the adults teach together, where two do.
fn who(app: App, form: Form<Lesson>, seen: &LessonPage) -> El {
    let content = app.content();
    let models = content.co_teaching.iter();
    let models = models.map(|it| Choice::new(it.id.clone(), localized(it.title.clone())));
    let models: Vec<Choice> = models.collect();
    let co_taught: Vec<RecordId> = seen
        .start
        .initiatives
        .iter()
        .filter(|it| {
            let kind = Initiative::read(&it.fields).kind();
            kind.is_some_and(|kind| kind.has_co_teaching())
        })
        .map(|it| it.rec)
        .collect();
    let has_model = move || {
        form.with(|it| {
            !it.model().is_empty() || it.initiative().is_some_and(|rec| co_taught.contains(&rec))
        })
    };
    let choose = move |model: String| {
        let content = app.content();
        form.edit(|it| it.set_model(&model, &content.co_teaching, app.lang_now()));
    };
    let model = move || {
        let about = move || {
            let content = app.content();
            let model = content.model(&form.with(Lesson::model))?.clone();
            let careful = model.watch_out.get(app.lang()).to_owned();
            let words = el("div")
                .class("stack-tight stack")
                .child(el("p").child(model.description.get(app.lang()).to_owned()))
                .child(el("p").class("soft").child(now!(app, plan.watch_out, text = careful)));
            Some(words)
        };
        let field = Field::new(say!(app, plan.model))
            .optional(say!(app, form.optional))
            .select(Signal::stored(models.clone()), memo(move || form.with(Lesson::model)), choose)
            .empty_label(say!(app, plan.no_model));
        (field, about).view()
    };
    let names = [say!(app, plan.adult_a), say!(app, plan.adult_b)];
    let roles = [say!(app, plan.role_a), say!(app, plan.role_b)];
    let adults = Lesson::ADULTS.into_iter().zip(names).zip(roles).map(|((adult, name), role)| {
        let name = Field::new(name)
            .optional(say!(app, form.optional))
            .hint(say!(app, plan.adult_hint))
            .text(memo(move || form.with(|it| it.adult(adult))), move |text: String| {
                form.edit(|it| it.set_adult(adult, &text));
            })
            .max_length(20);
        let role = Field::new(role)
            .optional(say!(app, form.optional))
            .text(memo(move || form.with(|it| it.role(adult))), move |text: String| {
                form.edit(|it| it.set_role(adult, &text));
            })
            .max_length(120);
        el("div").class("lesson-adult").child(name).child(role)
    });
    let swap = Button::new(say!(app, plan.swap), move || form.edit(Lesson::swap_roles));
    bare_section("who", say!(app, plan.who))
        .child(show(has_model, model))
        .child(adults.collect::<Vec<_>>())
        .child(el("div").class("row").child(swap.icon(IconName::Conflict)))
}

/// Done, or away.
fn decision(
    app: App,
    form: Form<Lesson>,
    rec: RecordId,
    attempt: RwSignal<u32>,
    has_history: bool,
) -> View {
    let go = StoredValue::new_local(use_navigate());
    let leave = move || {
        let initiative = form.value.try_with_untracked(Lesson::initiative).flatten();
        let to =
            initiative.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}/lektioner"));
        if let Some(go) = go.try_get_value() {
            go(&to, Default::default());
        }
    };
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if form.value.with_untracked(Lesson::flaws).is_empty() {
            spawn_local(async move {
                if form.seal().await {
                    app.toasts.say(text!(app, plan.lesson_done));
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
            match put_away(app, rec, text!(app, plan.lesson_removed)).await {
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
    let history = has_history.then(|| history_link(app, Kind::Lesson.word(), rec));
    (el("div").class("row row-end").child(history).child(remove), action_bar(done)).view()
}
