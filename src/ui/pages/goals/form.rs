//! One goal, letter by letter: what, how it can be seen, who agrees, with what, and by when.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::{Records, name, progress};
use crate::app::goals::GoalLook;
use crate::app::{Clock as _, Target};
use crate::domain::{
    AGREEING, Fields, Goal, GoalDay, GoalFlaw as Flaw, GoalWords, Indicator, Initiative, Kind,
    Letter, Measurement, Record as _, iso, smart,
};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::components::{
    Button, ButtonKind, Choice, Field, FieldError, IconName, LinkButton, Page, action_bar,
    error_summary, status_line,
};
use crate::ui::dom::{Content as _, El, View, Words, el, memo, words};
use crate::ui::form::Form;
use crate::ui::items::localized;
use crate::ui::loaded::{Loaded, shown, use_stored, use_stored_once};
use crate::ui::pages::is_new;
use crate::ui::pages::not_found::not_found;
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

const YES: &str = "yes";
const NO: &str = "no";

/// What goals are counted from, once it is here.
type Found = RwSignal<Loaded<Option<Records>>>;

/// What every question needs.
#[derive(Clone, Copy)]
struct Ask {
    app: App,
    form: Form<Initiative>,
    /// The goal's id in the initiative.
    id: StoredValue<String>,
    /// How often the person has asked to be done: what is only missing is not said before.
    attempt: RwSignal<u32>,
}

/// The page of a goal, new or old.
pub fn goal(rec: RecordId, id: &str) -> View {
    let app = use_app();
    let (new, id) = (is_new(), id.to_owned());
    let example = use_query_map().with_untracked(|query| query.get("forslag"));
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            let is_known = saved.goal(&id).is_some();
            if !is_known && !new {
                return not_found();
            }
            let begun = if is_known { saved.clone() } else { begun(app, &saved, &id, &example) };
            page(app, target, saved, begun, id.clone())
        }
        None => not_found(),
    })
}

/// An initiative with a new goal, from an example where one was chosen.
fn begun(app: App, saved: &Initiative, id: &str, example: &Option<String>) -> Initiative {
    let mut it = saved.clone();
    if let Some(example) = example.as_ref().and_then(|example| smart().example(example)) {
        it.set_goal_words(id, GoalWords::Text, example.text.get(app.lang_now()));
        it.set_goal_words(id, GoalWords::Category, &example.category);
        it.set_goal_indicator(id, example.indicator);
        let target = example.target.map(|target| target.to_string());
        it.set_goal_words(id, GoalWords::Target, &target.unwrap_or_default());
    }
    it
}

fn page(app: App, target: Target, saved: Initiative, value: Initiative, id: String) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let ask = Ask { app, form, id: StoredValue::new(id), attempt: RwSignal::new(0) };
    let records = use_stored(move |store| Records::look(store, rec));
    let flaws = memo(move || ask.goal().flaws());
    let errors = move || {
        let flaws = if ask.attempt.get() == 0 { Vec::new() } else { flaws.get() };
        flaws.into_iter().map(|flaw| FieldError::new(id_of(flaw), sentence(app, flaw))).collect()
    };
    let back = format!("/indsatser/{rec}/delmaal");
    let go = StoredValue::new_local(use_navigate());
    let there = back.clone();
    let finish = move || {
        ask.attempt.update(|attempt| *attempt += 1);
        if flaws.with_untracked(|flaws| flaws.is_empty()) {
            let there = there.clone();
            spawn_local(async move {
                if form.seal().await
                    && let Some(go) = go.try_get_value()
                {
                    go(&there, Default::default());
                }
            });
        }
    };
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let letters: Vec<El> = smart()
        .letters
        .iter()
        .map(|letter| {
            let asked = match letter.letter.as_str() {
                "S" => specific(ask),
                "M" => measurable(ask, rec, records),
                "A" => agreed(ask),
                "R" => realistic(ask),
                _ => timed(ask),
            };
            part(app, letter, asked)
        })
        .collect();
    let of = words(move || form.value.with(|it| titles::initiative(app, it)));
    let content = el("div")
        .class("form")
        .child(el("p").class("soft").child(of))
        .child(error_summary(say!(app, goals.not_done), Signal::derive(errors), ask.attempt.into()))
        .child(how_far(ask, records))
        .child(letters)
        .child(el("div").class("row row-end").child(remove(ask, back.clone())))
        .child(action_bar(done));
    let title = words(move || match ask.goal().words(GoalWords::Text).trim() {
        "" => now!(app, goals.new),
        text => name(app, text),
    });
    let idle = say!(app, form.saves_itself);
    Page::new(title)
        .back(back, say!(app, form.back))
        .state(status_line(form.status.into(), say!(app, form.saving), idle))
        .child(content)
        .view()
}

/// The id of the field where something is wrong.
const fn id_of(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Text => "goal-text",
        Flaw::Reached => "goal-reached",
        Flaw::Indicator => "goal-indicator",
        Flaw::Target => "goal-target",
        Flaw::Measurement => "goal-measurement",
        Flaw::Look => "goal-look",
        Flaw::By | Flaw::Backwards => "goal-by",
    }
}

/// What is wrong and what to do.
fn sentence(app: App, flaw: Flaw) -> String {
    match flaw {
        Flaw::Text => now!(app, goals.flaw_text),
        Flaw::Reached => now!(app, goals.flaw_reached),
        Flaw::Indicator => now!(app, goals.flaw_indicator),
        Flaw::Target => now!(app, goals.flaw_target),
        Flaw::Measurement => now!(app, goals.flaw_measurement),
        Flaw::Look => now!(app, goals.flaw_look),
        Flaw::By => now!(app, goals.flaw_by),
        Flaw::Backwards => now!(app, goals.flaw_backwards),
    }
}

impl Ask {
    /// The goal as it stands on the screen.
    fn goal(self) -> Goal {
        let goal = self.form.value.with(|it| self.id.with_value(|id| it.goal(id)));
        goal.unwrap_or_default()
    }

    fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Goal) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        memo(move || read(&self.goal()))
    }

    fn edit(self, change: impl FnOnce(&mut Initiative, &str)) {
        self.form.edit(|it| self.id.with_value(|id| change(it, id)));
    }

    /// What is wrong at a field: what cannot be at once, what is missing when the person is done.
    fn error(self, flaws: &'static [Flaw]) -> Signal<Option<String>> {
        let app = self.app;
        Signal::derive(move || {
            let attempt = self.attempt.get();
            let goal = self.goal();
            let found = goal.flaws().into_iter().find(|flaw| flaws.contains(flaw))?;
            let is_written = match found {
                Flaw::Target => !goal.words(GoalWords::Target).trim().is_empty(),
                Flaw::Look | Flaw::Backwards => true,
                _ => false,
            };
            (attempt > 0 || is_written).then(|| sentence(app, found))
        })
    }

    fn area(self, part: GoalWords, field: Field) -> View {
        field
            .area(self.read(move |it| it.words(part)), move |text: String| {
                self.edit(|it, id| it.set_goal_words(id, part, &text));
            })
            .max_length(1000)
            .short()
            .view()
    }

    fn date(self, day: GoalDay, field: Field) -> View {
        let shown = self.read(move |it| it.day(day).map(|day| day.to_string()).unwrap_or_default());
        field
            .date(shown, move |on: String| {
                self.edit(|it, id| it.set_goal_day(id, day, iso::day(&on)));
            })
            .view()
    }
}

/// How far the goal is, once something tells it. Made anew only when that has become another.
fn how_far(ask: Ask, records: Found) -> View {
    let app = ask.app;
    let look = memo(move || {
        let Loaded::Ready(Some(records)) = records.get() else { return None };
        let goal = ask.goal().counted_part();
        goal.indicator()?;
        Some(GoalLook::of(goal, &records.plan, &records.measured, BrowserClock.today()))
    });
    let section = move || {
        let look = look.get()?;
        Some(
            el("section")
                .class("part")
                .attr("aria-labelledby", "goal-progress")
                .child(el("h2").id("goal-progress").child(say!(app, goals.how_far)))
                .child(progress::part(app, &look)),
        )
    };
    // What cannot be read says so.
    (shown(records, |_| View::nothing()), section).view()
}

/// The part of a letter: what it stands for and what it asks.
fn part(app: App, letter: &'static Letter, asked: View) -> El {
    let id = format!("smart-{}", letter.letter);
    let title = words(move || format!("{} – {}", letter.letter, letter.title.get(app.lang())));
    let question = words(move || letter.question.get(app.lang()).to_owned());
    let hint = words(move || letter.hint.get(app.lang()).to_owned());
    el("section")
        .class("part questions")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").id(id).child(title))
        .child(el("p").child(question))
        .child(el("p").class("soft small").child(hint))
        .child(asked)
}

fn specific(ask: Ask) -> View {
    let app = ask.app;
    let text =
        Field::new(say!(app, goals.text)).id(id_of(Flaw::Text)).error(ask.error(&[Flaw::Text]));
    let categories = smart().categories.iter();
    let categories = categories.map(|it| Choice::new(it.id.clone(), localized(it.label.clone())));
    let category = Field::new(say!(app, goals.category))
        .optional(say!(app, form.optional))
        .segments(
            Signal::stored(categories.collect::<Vec<_>>()),
            ask.read(|it| Some(it.words(GoalWords::Category)).filter(|it| !it.is_empty())),
            move |id: Option<String>| {
                let chosen = id.unwrap_or_default();
                ask.edit(|it, id| it.set_goal_words(id, GoalWords::Category, &chosen));
            },
        )
        .clear(say!(app, item.clear));
    (ask.area(GoalWords::Text, text), category).view()
}

fn measurable(ask: Ask, rec: RecordId, records: Found) -> View {
    let app = ask.app;
    let reached = Field::new(say!(app, goals.reached))
        .id(id_of(Flaw::Reached))
        .error(ask.error(&[Flaw::Reached]));
    let choices = Indicator::ALL.map(|it| {
        let (label, meaning) = indicator(app, it);
        Choice::new(it.id(), label).described(meaning)
    });
    let which = Field::new(say!(app, goals.indicator))
        .id(id_of(Flaw::Indicator))
        .error(ask.error(&[Flaw::Indicator]))
        .radios(
            Signal::stored(choices.to_vec()),
            ask.read(|it| it.indicator().map(|it| it.id().to_owned())),
            move |chosen: Option<String>| {
                let chosen = chosen.as_deref().and_then(Indicator::from_id);
                ask.edit(|it, id| it.set_goal_indicator(id, chosen));
            },
        );
    let chosen = ask.read(Goal::indicator);
    let more = move || match chosen.get() {
        Some(it) if it.has_target() => target(ask, it),
        Some(Indicator::Measured) => measurement(ask, rec, records),
        Some(Indicator::Own) => own(ask),
        _ => View::nothing(),
    };
    (ask.area(GoalWords::Reached, reached), which, more).view()
}

/// What an indicator is called, and what is counted.
pub(in crate::ui) fn indicator(app: App, it: Indicator) -> (Words, Words) {
    match it {
        Indicator::Observations => {
            (say!(app, goals.observations), say!(app, goals.observations_text))
        }
        Indicator::Models => (say!(app, goals.models), say!(app, goals.models_text)),
        Indicator::Talks => (say!(app, goals.talks), say!(app, goals.talks_text)),
        Indicator::Measured => (say!(app, goals.measured), say!(app, goals.measured_text)),
        Indicator::Own => (say!(app, goals.own), say!(app, goals.own_text)),
    }
}

fn target(ask: Ask, of: Indicator) -> View {
    let app = ask.app;
    let unit = match of {
        Indicator::Observations => say!(app, goals.unit_observations),
        Indicator::Models => say!(app, goals.unit_models),
        _ => say!(app, goals.unit_talks),
    };
    Field::new(say!(app, goals.target))
        .id(id_of(Flaw::Target))
        .error(ask.error(&[Flaw::Target]))
        .number(false, ask.read(|it| it.words(GoalWords::Target)), move |text: String| {
            ask.edit(|it, id| it.set_goal_words(id, GoalWords::Target, &text));
        })
        .unit(unit)
        .max_length(6)
        .view()
}

/// Which of the initiative's measurements.
fn measurement(ask: Ask, rec: RecordId, records: Found) -> View {
    let app = ask.app;
    let all = memo(move || match records.get() {
        Loaded::Ready(Some(records)) => records.measured,
        _ => Vec::new(),
    });
    let choices = Signal::derive(move || {
        let choice = |(rec, fields): (RecordId, Fields)| {
            let it = Measurement::read(&fields);
            Choice::new(rec.to_string(), words(move || titles::measurement(app, &it)))
        };
        all.get().into_iter().map(choice).collect::<Vec<_>>()
    });
    let which = Field::new(say!(app, goals.which_measurement))
        .id(id_of(Flaw::Measurement))
        .hint(say!(app, goals.which_measurement_hint))
        .error(ask.error(&[Flaw::Measurement]))
        .select(choices, ask.read(|it| it.words(GoalWords::Measurement)), move |chosen: String| {
            ask.edit(|it, id| it.set_goal_words(id, GoalWords::Measurement, &chosen));
        })
        .empty_label(say!(app, goals.choose_measurement));
    let address = format!("/maalinger/ny?indsats={rec}");
    let new = LinkButton::new(address, say!(app, measure.new)).icon(IconName::Add);
    (which, el("div").class("row").child(new)).view()
}

fn own(ask: Ask) -> View {
    let app = ask.app;
    let choices =
        vec![Choice::new(YES, say!(app, goals.yes)), Choice::new(NO, say!(app, goals.not_yet))];
    Field::new(say!(app, goals.is_it_reached))
        .segments(
            Signal::stored(choices),
            ask.read(|it| it.said().map(|said| if said { YES } else { NO }.to_owned())),
            move |said: Option<String>| {
                let said = said.map(|said| said == YES);
                ask.edit(|it, id| it.set_goal_said(id, said));
            },
        )
        .clear(say!(app, item.clear))
        .view()
}

fn agreed(ask: Ask) -> View {
    let app = ask.app;
    let [staff, leaders] = AGREEING;
    let choices = vec![
        Choice::new(staff, say!(app, goals.staff)),
        Choice::new(leaders, say!(app, goals.leaders)),
    ];
    Field::new(say!(app, goals.who_agrees))
        .optional(say!(app, form.optional))
        .checks(Signal::stored(choices), ask.read(Goal::agreeing), move |who, agrees| {
            ask.edit(|it, id| it.set_goal_agreed(id, &who, agrees));
        })
        .view()
}

fn realistic(ask: Ask) -> View {
    let app = ask.app;
    let field = Field::new(say!(app, goals.means)).optional(say!(app, form.optional));
    ask.area(GoalWords::Means, field)
}

fn timed(ask: Ask) -> View {
    let app = ask.app;
    let optional = say!(app, form.optional);
    let from =
        Field::new(say!(app, goals.from)).hint(say!(app, goals.from_hint)).optional(optional);
    let look = Field::new(say!(app, goals.look))
        .id(id_of(Flaw::Look))
        .error(ask.error(&[Flaw::Look]))
        .optional(optional);
    let by = Field::new(say!(app, goals.by))
        .id(id_of(Flaw::By))
        .error(ask.error(&[Flaw::By, Flaw::Backwards]));
    (
        ask.date(GoalDay::By, by),
        el("div")
            .class("grid-fields grid")
            .child(ask.date(GoalDay::From, from))
            .child(ask.date(GoalDay::Look, look)),
    )
        .view()
}

/// Takes the goal away; undo puts back all that stood in it.
fn remove(ask: Ask, back: String) -> Button {
    let app = ask.app;
    let go = StoredValue::new_local(use_navigate());
    let remove = move || {
        let mut parts = Vec::new();
        ask.edit(|it, id| parts = it.remove_goal(id));
        let put_back = ask.form.amend_later(move |it: &mut Initiative| it.put_back(&parts));
        app.toasts.say_with_undo(text!(app, goals.removed), text!(app, form.undo), put_back);
        if let Some(go) = go.try_get_value() {
            go(&back, Default::default());
        }
    };
    Button::new(say!(app, goals.remove), remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}
