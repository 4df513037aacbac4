//! What is asked about a goal, letter by letter.

use super::ask::{Ask, Found, id_of};
use super::asked;
use crate::domain::initiative::{
    AGREEING, Goal, GoalDay, GoalFlaw as Flaw, GoalWords, Indicator, Letter, smart,
};
use crate::domain::measurement::Measurement;
use crate::domain::record::{Fields, Record as _};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{indicator, localized, titles};

const YES: &str = "yes";
const NO: &str = "no";

/// The part of a letter: what it stands for and what it asks.
pub(super) fn part(app: App, letter: &'static Letter, asked: View) -> El {
    let id = format!("smart-{}", letter.letter);
    let title = words(move || format!("{} – {}", letter.letter, letter.title.get(app.lang())));
    let question = words(move || letter.question.get(app.lang()).to_owned());
    let hint = words(move || letter.hint.get(app.lang()).to_owned());
    el("section")
        .class("part questions")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").id(id).child(title))
        .child(
            el("div")
                .class("stack-tight stack")
                .child(el("p").child(question))
                .child(el("p").class("soft small").child(hint)),
        )
        .child(asked)
}

/// What the goal is.
pub(super) fn specific(ask: Ask) -> View {
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

/// How it can be seen, and what tells how far it is.
pub(super) fn measurable(ask: Ask, rec: RecordId, records: Found) -> View {
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
        Some(Indicator::Answers) => asked::answers(ask, rec, records),
        Some(it) if it.has_target() => target(ask, it),
        Some(Indicator::Measured) => measurement(ask, rec, records),
        Some(Indicator::Own) => own(ask),
        _ => View::nothing(),
    };
    (ask.area(GoalWords::Reached, reached), which, more).view()
}

fn target(ask: Ask, of: Indicator) -> View {
    let app = ask.app;
    let unit = match of {
        Indicator::Observations => say!(app, goals.unit_observations),
        Indicator::Models => say!(app, goals.unit_models),
        Indicator::GroupsTried => say!(app, goals.unit_groups),
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

/// Who agrees.
pub(super) fn agreed(ask: Ask) -> View {
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

/// What there is for it.
pub(super) fn realistic(ask: Ask) -> View {
    let app = ask.app;
    let field = Field::new(say!(app, goals.means)).optional(say!(app, form.optional));
    ask.area(GoalWords::Means, field)
}

/// By when, from when, and when it is looked at.
pub(super) fn timed(ask: Ask) -> View {
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
