//! The feedback talk: the guide's steps one at a time, with a clock to be seen and no alarm.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::agreement_read::questions;
use super::opened::{OpenedAgreement, look};
use crate::app::store::Clock;
use crate::domain::agreement::{Agreement, Side, TalkStep};
use crate::domain::calendar::iso;
use crate::domain::observation::Observation;
use crate::domain::record::Record;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{clock_text, status_line, ticking};
use crate::ui::observation::{lesson_timeline, shared};
use crate::ui::words::{joined, known_by, localized};

/// The day to look at it again, unless another is chosen, in days from the talk.
const AGAIN_AFTER: u64 = 14;

/// The page of the talk.
pub fn agreement_talk(rec: RecordId) -> View {
    let app = use_app();
    let asked = use_query_map().with_untracked(|query| query.get("indsats")?.parse().ok());
    let found = use_stored_once(move |store| async move {
        let seen = look(store.clone(), rec, asked).await?;
        let observation = match seen.observations.first() {
            Some(summary) => store.record(summary.rec).await?.map(|it| it.fields()),
            None => None,
        };
        Ok((seen, observation))
    });
    shown(found, move |(seen, observation)| {
        let Some(agreement) = seen.fields.clone().filter(|_| !seen.readonly) else {
            return not_found();
        };
        let form = Form::open(app, seen.target.clone(), agreement.clone(), agreement);
        let observation = observation.as_ref().map(Observation::read);
        page(app, form, &seen, observation)
    })
}

fn page(
    app: App,
    form: Form<Agreement>,
    seen: &OpenedAgreement,
    observation: Option<Observation>,
) -> View {
    let rec = seen.target.rec;
    let steps = app.content().feedback.talk.clone();
    // Where it was left, unless it is over: then it is looked at from its first step.
    let at = form.value.with_untracked(|it| {
        let last = it.last_step().filter(|_| it.talked().is_none());
        last.and_then(|last| steps.iter().position(|step| step.id == last))
    });
    let at = RwSignal::new(at);
    let tick = ticking();
    let observation = StoredValue::new(observation);
    let steps = StoredValue::new(steps);
    let moved = StoredValue::new(false);
    let go = move |to: usize| {
        let id = steps.with_value(|steps| steps.get(to).map(|step| step.id.clone()));
        if let Some(id) = id {
            let now = app.store().now();
            form.edit(|it| it.begin_step(&id, now));
            moved.set_value(true);
            at.set(Some(to));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    let content = move || {
        let all = steps.get_value();
        match at.get().and_then(|at| Some((at, all.get(at)?.clone()))) {
            None => plan(app, all, move || go(0)),
            Some((place, step)) => {
                let inside = inside(app, form, place, observation);
                let head = head(app, form, (place, all.len()), &step, tick);
                if moved.get_value() {
                    focus_soon(&head);
                }
                let back = (place > 0).then(|| {
                    Button::new(say!(app, agreement.talk_back), move || go(place - 1))
                        .kind(ButtonKind::Quiet)
                        .icon(IconName::Back)
                });
                let next = if place + 1 < all.len() {
                    Button::new(say!(app, agreement.talk_next), move || go(place + 1))
                        .kind(ButtonKind::Primary)
                } else {
                    end(app, form, rec)
                };
                let bar = action_bar((back, next));
                el("div").class("form talk").child(head).child(inside).child(bar).view()
            }
        }
    };
    let known = words(move || form.with(|it| known_by(app, it)));
    let idle = say!(app, form.saves_itself);
    Page::new(say!(app, agreement.talk))
        .back(format!("/aftaler/{rec}"), say!(app, agreement.to_agreement))
        .state(el("div").class("row").child(el("p").class("soft").child(known)).child(status_line(
            form.status.into(),
            say!(app, form.saving),
            idle,
        )))
        .child(content)
        .view()
}

/// Before it begins: what the steps are and how long each is meant to take.
fn plan(app: App, steps: Vec<TalkStep>, begin: impl Fn() + 'static) -> View {
    let rows = steps.into_iter().map(|step| {
        let minutes = step.minutes;
        el("li").child(el("p").child(localized(step.text))).child(
            el("p").class("soft small").child(say!(app, agreement.talk_minutes, n = minutes)),
        )
    });
    let begin = Button::new(say!(app, agreement.talk_begin), begin)
        .kind(ButtonKind::Primary)
        .icon(IconName::Clock);
    el("div")
        .class("stack-loose stack")
        .child(el("h2").child(localized(app.content().feedback.talk_title.clone())))
        .child(el("ol").class("points").child(rows.collect::<Vec<_>>()))
        .child(action_bar(begin))
        .view()
}

/// Says where we are, to who listens: the new step's words take the focus.
fn focus_soon(head: &El) {
    let head = head.clone();
    Effect::new(move || {
        if let Ok(Some(words)) = head.element().query_selector("h2") {
            focus_in_place(words.unchecked_ref());
        }
    });
}

/// Which step it is, what happens in it, and how long it has been going on.
fn head(
    app: App,
    form: Form<Agreement>,
    (place, of): (usize, usize),
    step: &TalkStep,
    tick: Signal<u64>,
) -> El {
    let (id, minutes) = (step.id.clone(), step.minutes);
    let begun = memo(move || form.with(|it| it.step_begun(&id)));
    let over = memo(move || form.with(Agreement::talked));
    let clock = move || {
        let until = over.get().unwrap_or_else(|| tick.get());
        let time = clock_text(until.saturating_sub(begun.get().unwrap_or(until)));
        now!(app, agreement.talk_clock, time = time, minutes = minutes)
    };
    // A talk that is over has no clock to look at.
    let clock =
        move || over.get().is_none().then(|| el("p").class("talk-clock number").child(clock));
    el("div")
        .class("stack")
        .child(
            el("div")
                .class("row row-between")
                .child(soft(say!(app, agreement.talk_step, n = place + 1, of = of)))
                .child(clock),
        )
        .child(
            el("h2")
                .id("talk-step")
                .attr("tabindex", "-1")
                .class("talk-words")
                .child(localized(step.text.clone())),
        )
}

/// What helps in a step.
fn inside(
    app: App,
    form: Form<Agreement>,
    place: usize,
    observation: StoredValue<Option<Observation>>,
) -> View {
    match place {
        0 => {
            let first = move || {
                let people = form.with(|it| it.side(Side::Observed));
                let who = joined(app, &people);
                match people.len() {
                    1 => now!(app, agreement.talk_first, who = who),
                    _ => now!(app, agreement.talk_first_many, who = who),
                }
            };
            el("p").class("lead").child(first).view()
        }
        1 => match observation.get_value() {
            Some(observation) => seen_in(app, observation),
            None => soft(say!(app, agreement.talk_nothing)).view(),
        },
        2 => {
            let lines = move || {
                let lines = form.with(|it| questions(app, it)).into_iter();
                lines.map(|line| el("li").child(line)).collect::<Vec<_>>()
            };
            el("ul").class("points lead").child(lines).view()
        }
        _ => choice(app, form),
    }
}

/// The lesson as it was put down: its course, and how often what was seen.
fn seen_in(app: App, observation: Observation) -> View {
    let Some(template) = observation.template().and_then(|it| app.content().template(&it).cloned())
    else {
        return View::nothing();
    };
    let shares = shared(app, &observation, &template).into_iter().map(|(track, lines)| {
        let lines = lines.into_iter().map(|line| el("li").child(line));
        el("div")
            .child(el("h3").class("field-label").child(track))
            .child(el("ul").class("shares").attr("role", "list").child(lines.collect::<Vec<_>>()))
    });
    let shares = shares.collect::<Vec<_>>();
    let observation = RwSignal::new(observation);
    (lesson_timeline(observation, &template, move || observation.track()), shares).view()
}

/// One thing to try, and the day to look at it again.
fn choice(app: App, form: Form<Agreement>) -> View {
    if form.value.with_untracked(|it| it.follow_up().is_none()) {
        let again = BrowserClock.today().checked_add_days(chrono::Days::new(AGAIN_AFTER));
        form.edit(|it| it.set_follow_up(again));
    }
    let to_try = Field::new(say!(app, agreement.to_try))
        .area(memo(move || form.with(Agreement::to_try)), move |text| {
            form.edit(|it| it.set_to_try(&text));
        })
        .max_length(500)
        .short();
    let again = memo(move || form.with(|it| it.follow_up().map(|day| day.to_string())));
    let again = Field::new(say!(app, agreement.look_again))
        .date(words(move || again.get().unwrap_or_default()), move |day| {
            form.edit(|it| it.set_follow_up(iso::day(&day)))
        });
    let needs = app.content().feedback.field("fa-behov");
    let options = needs.options.into_iter().map(|it| Choice::new(it.id, localized(it.label)));
    let needed = memo(move || form.with(Agreement::needs));
    let needs = Field::new(localized(needs.text)).optional(say!(app, form.optional)).checks(
        Signal::stored(options.collect::<Vec<_>>()),
        needed,
        move |id, on| form.edit(|it| it.need(&id, on)),
    );
    (to_try, again, needs).view()
}

/// Ends the talk and goes back to the agreement.
fn end(app: App, form: Form<Agreement>, rec: RecordId) -> Button {
    let go = StoredValue::new_local(use_navigate());
    let end = move || {
        let now = app.store().now();
        form.edit(|it| {
            if it.talked().is_none() {
                it.set_talked(Some(now));
            }
        });
        spawn_local(async move {
            if form.seal().await {
                app.toasts.say(text!(app, agreement.talk_ended));
                if let Some(go) = go.try_get_value() {
                    go(&format!("/aftaler/{rec}"), Default::default());
                }
            }
        });
    };
    Button::new(say!(app, agreement.talk_end), end).kind(ButtonKind::Primary).icon(IconName::Check)
}
