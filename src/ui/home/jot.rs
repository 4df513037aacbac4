//! One quick note: a field with the cursor in it, and nothing that has to be filled in.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::app::store::{Clock as _, Target};
use crate::domain::home::Jot;
use crate::domain::initiative::Initiative;
use crate::domain::plan::Lesson;
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Asked, Start, initiative_field, is_new, lesson, remove};
use crate::ui::words::{self, localized, titles};

const FIELD: &str = "jot";

/// The page of a quick note, new or old.
pub fn jot(rec: RecordId) -> View {
    let app = use_app();
    let (new, asked) = (is_new(), Asked::of_address());
    let found = use_stored_once(move |store| async move {
        let start = Start::look(&store, asked, true).await?;
        let known = store.edit(rec, Kind::Jot).await?;
        let of = known.as_ref().and_then(|(_, fields)| Jot::read(fields).lesson());
        let of = match of {
            Some(rec) => lesson(&store, rec).await?,
            None if known.is_none() => start.lesson.clone().map(|(_, lesson)| lesson),
            None => None,
        };
        Ok((start, known, of))
    });
    shown(found, move |(start, known, of): (Start, Option<(Target, Fields)>, Option<Lesson>)| {
        let is_known = known.is_some();
        let (target, saved, value) = match known {
            Some((target, fields)) => {
                let saved = Jot::read(&fields);
                (target, saved.clone(), saved)
            }
            None if new => {
                let target = Target { rec, kind: Kind::Jot, parents: Vec::new() };
                (target, Jot::default(), Jot::read(&start.fields()))
            }
            None => return not_found(),
        };
        written(app, (rec, is_known), Form::open(app, target, saved, value), &start, of)
    })
}

fn written(
    app: App,
    (rec, is_known): (RecordId, bool),
    form: Form<Jot>,
    start: &Start,
    of: Option<Lesson>,
) -> View {
    let go = StoredValue::new_local(use_navigate());
    let leave = move || {
        if let Some(go) = go.try_get_value() {
            go("/", Default::default());
        }
    };
    let write = move |text: String| {
        let (at, day) = (app.store().now(), BrowserClock.today());
        form.edit(|it| {
            it.stamp(at, day);
            it.set_text(&text);
        });
    };
    let text = Field::new(say!(app, plan.jot_label))
        .id(FIELD)
        .hint(say!(app, plan.jot_hint))
        .area(memo(move || form.with(Jot::text)), write)
        .max_length(2000);
    let tags = app.content().note_tags().into_iter();
    let tags = tags.map(|tag| Choice::new(tag.id, localized(tag.label)));
    let mark = move |tag: Option<String>| {
        let (at, day) = (app.store().now(), BrowserClock.today());
        form.edit(|it| {
            it.stamp(at, day);
            it.set_tag(&tag.unwrap_or_default());
        });
    };
    let tag = Field::new(say!(app, plan.jot_tag))
        .optional(say!(app, form.optional))
        .segments(
            Signal::stored(tags.collect()),
            memo(move || Some(form.with(Jot::tag)).filter(|tag| !tag.is_empty())),
            mark,
        )
        .clear(say!(app, item.clear));
    let initiative = move || form.with(|it| it.initiative().map(|rec| rec.to_string()));
    let known = start.initiatives.clone();
    let belong = move |rec: String| {
        let rec = rec.parse::<RecordId>().ok();
        let chosen = known.iter().find(|it| Some(it.rec) == rec);
        let chosen = chosen.map(|it| Initiative::read(&it.fields));
        form.edit(|it| {
            it.set_initiative(rec);
            it.set_lesson(None);
            if let Some(initiative) = &chosen {
                it.set_class(&initiative.class());
                it.set_example(initiative.example());
            }
        });
    };
    let belongs = initiative_field(
        app,
        Field::new(say!(app, plan.jot_of)),
        &start.initiatives,
        memo(move || initiative().unwrap_or_default()),
        belong,
    )
    .empty_label(say!(app, plan.no_initiative));
    // The lesson is said for as long as the note belongs to it.
    let in_lesson = move || {
        let lesson = of.clone().filter(|_| form.with(|it| it.lesson().is_some()))?;
        let span = words::span(app, &lesson);
        let what = Some(titles::class_and_subject(app, &lesson));
        let what = [what, span].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(el("p").class("soft").child(now!(app, plan.in_lesson, lesson = what)))
    };
    let done = move || {
        spawn_local(async move {
            let says_nothing = form.value.with_untracked(|it| it.text().trim().is_empty());
            if says_nothing {
                // A note that was never more than a draft and says nothing is not kept.
                drop(app.store().discard_draft(rec).await);
                app.has_stored();
                leave();
            } else if form.seal().await {
                leave();
            }
        });
    };
    let done =
        Button::new(say!(app, form.done), done).kind(ButtonKind::Primary).icon(IconName::Check);
    let is_begun = move || form.with(|it| it.at().is_some());
    let bin = move || {
        let put = move || {
            spawn_local(async move {
                if form.seal().await {
                    remove(app, rec, leave);
                }
            });
        };
        Button::new(say!(app, plan.remove), put).kind(ButtonKind::Quiet).icon(IconName::Trash)
    };
    let stamp = words(move || {
        let at = form.with(Jot::at).map(|at| format::time(app.lang(), at));
        match at {
            Some(time) => format!("{} {}", now!(app, plan.jot), now!(app, plan.at, from = time)),
            None => now!(app, plan.jot),
        }
    });
    request_animation_frame(|| {
        focus_field(FIELD);
    });
    let content = el("div")
        .class("form")
        .child(el("div").class("stack").child(text).child(in_lesson))
        .child(tag)
        .child(belongs)
        .child(el("p").class("soft small").child(say!(app, plan.jot_private)))
        .child(show(is_begun, move || {
            let history = history_link(app, Kind::Jot.word(), rec).filter(|_| is_known);
            el("div").class("row row-end").child(history).child(bin())
        }))
        .child(action_bar(done));
    Page::new(stamp)
        .back("/", say!(app, plan.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}
