//! Which question of a pupil survey tells how far a goal is, in which round, and how many are to be reached.

use super::ask::{Ask, Found, id_of};
use crate::domain::initiative::{Goal, GoalFlaw as Flaw, GoalWords, PUPILS};
use crate::domain::record::Record as _;
use crate::domain::voices::{Asks, Survey, SurveyQuestion};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, titles};

/// What the number to be reached is one of where nothing else is said.
const SHARE: &str = "andel";

/// All that is asked.
pub(super) fn answers(ask: Ask, rec: RecordId, records: Found) -> View {
    let app = ask.app;
    let all = memo(move || match records.get() {
        Loaded::Ready(Some(records)) => records.surveyed,
        _ => Vec::new(),
    });
    let surveys = Signal::derive(move || {
        let choice = |(rec, fields)| {
            let it = Survey::read(&fields);
            Choice::new(RecordId::to_string(&rec), words(move || titles::survey(app, &it)))
        };
        all.get().into_iter().map(choice).collect::<Vec<_>>()
    });
    let chosen = memo(move || {
        let rec = ask.goal().survey()?;
        all.with(|all| all.iter().find(|(known, _)| *known == rec).map(|it| Survey::read(&it.1)))
    });
    let new = format!("/elevsurvey/ny?indsats={rec}");
    let new = LinkButton::new(new, say!(app, survey.new)).icon(IconName::Add);
    let survey =
        select(ask, GoalWords::Survey, say!(app, goals.which_survey), surveys, Flaw::Survey)
            .empty_label(say!(app, goals.choose_survey));
    let questions = Signal::derive(move || chosen.get().as_ref().map(steps).unwrap_or_default());
    let question = say!(app, goals.which_question);
    let question = select(ask, GoalWords::Question, question, questions, Flaw::Question)
        .empty_label(say!(app, goals.choose_question));
    let rounds = Signal::derive(move || {
        let Some(it) = chosen.get() else { return Vec::new() };
        let rounds = it.rounds().into_iter().enumerate().map(|(place, round)| {
            let day = it.round_day(&round);
            Choice::new(
                round,
                words(move || {
                    let name = now!(app, survey.round, n = place + 1);
                    let day = day.map(|day| format::day(app.lang(), day));
                    [Some(name), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
                }),
            )
        });
        rounds.collect()
    });
    let round = Field::new(say!(app, goals.which_round))
        .select(rounds, value(ask, GoalWords::Round), write(ask, GoalWords::Round))
        .empty_label(say!(app, goals.latest_round));
    (survey, el("div").class("row").child(new), question, round, reach(ask)).view()
}

/// How many, of what.
fn reach(ask: Ask) -> View {
    let app = ask.app;
    let units = vec![
        Choice::new(SHARE, say!(app, goals.of_a_hundred)),
        Choice::new(PUPILS, say!(app, goals.of_pupils)),
    ];
    let unit = ask.read(|it| Some(if it.is_share() { SHARE } else { PUPILS }.to_owned()));
    let unit = Field::new(say!(app, goals.counted_as)).segments(
        Signal::stored(units),
        unit,
        move |chosen: Option<String>| {
            let chosen = chosen.filter(|it| it == PUPILS).unwrap_or_default();
            ask.edit(|it, id| it.set_goal_words(id, GoalWords::Unit, &chosen));
        },
    );
    let is_share = ask.read(Goal::is_share);
    let named: Words = words(move || match is_share.get() {
        true => now!(app, goals.unit_share),
        false => now!(app, goals.unit_pupils),
    });
    let target = Field::new(say!(app, goals.top_target))
        .hint(say!(app, goals.top_target_hint))
        .id(id_of(Flaw::Target))
        .error(ask.error(&[Flaw::Target, Flaw::Share]))
        .number(false, value(ask, GoalWords::Target), write(ask, GoalWords::Target))
        .unit(named)
        .max_length(6);
    (unit, target).view()
}

/// The questions that are answered in steps, as they can be chosen.
fn steps(it: &Survey) -> Vec<Choice> {
    let choice = |it: SurveyQuestion| Choice::new(it.id, localized(it.text));
    it.questions().into_iter().filter(|it| it.asks == Asks::Step).map(choice).collect()
}

fn value(ask: Ask, part: GoalWords) -> Signal<String> {
    ask.read(move |it| it.words(part))
}

fn write(ask: Ask, part: GoalWords) -> impl Fn(String) + 'static {
    move |text| ask.edit(|it, id| it.set_goal_words(id, part, &text))
}

fn select(
    ask: Ask,
    part: GoalWords,
    label: Words,
    choices: Signal<Vec<Choice>>,
    flaw: Flaw,
) -> Select {
    let flaws: &'static [Flaw] = match flaw {
        Flaw::Survey => &[Flaw::Survey],
        _ => &[Flaw::Question],
    };
    Field::new(label).id(id_of(flaw)).error(ask.error(flaws)).select(
        choices,
        value(ask, part),
        write(ask, part),
    )
}
