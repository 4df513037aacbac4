//! What was decided about an initiative and what became of its expectations, in words.

use super::step_words::person_name;
use crate::app::store::Clock as _;
use crate::domain::initiative::closing_content::{closing_content, label_of};
use crate::domain::initiative::embedding::DECISION;
use crate::domain::initiative::{
    DecisionFlaw, DecisionPart, DecisionState, ExpectationPart, Initiative,
};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::dom::{Words, words};
use crate::ui::shell::{App, now};

/// What is decided, in a sentence; that nothing is decided is said as well.
pub fn decided(app: App, initiative: &Initiative) -> Words {
    let choice = initiative.decision(DecisionPart::Choice);
    let label = label_of(&closing_content().decisions, &choice);
    let state = initiative.decision_state();
    words(move || match &state {
        DecisionState::Open => now!(app, closing.undecided),
        DecisionState::Lacks(flaws) => now!(app, closing.lacks, what = lacking(app, flaws)),
        DecisionState::Whole => label.get(app.lang()).to_owned(),
    })
}

/// The day it is.
pub fn this_day() -> chrono::NaiveDate {
    BrowserClock.today()
}

/// What is decided, a line for each thing that is said, and what is missing; `fit` makes what people wrote fit.
pub fn decision_told(
    app: App,
    it: &Initiative,
    mut fit: impl FnMut(&str) -> String,
) -> Vec<String> {
    let content = closing_content();
    let choice = it.decision(DecisionPart::Choice);
    let mut lines = vec![match choice.as_str() {
        "" => now!(app, closing.undecided),
        id => label_of(&content.decisions, id).get(app.lang()).to_owned(),
    }];
    let who = it.who(DECISION).map(|who| person_name(app, &who)).unwrap_or_default();
    let by = it.by(DECISION).map(|day| format::day(app.lang(), day)).unwrap_or_default();
    let asked = |id: &str| content.asked(id).get(app.lang()).to_owned();
    let basis = it.decision_basis();
    let basis = basis.iter().map(|id| label_of(content.options("fb-grundlag"), id).get(app.lang()));
    let answers = [
        (now!(app, closing.why), it.decision(DecisionPart::Why)),
        (now!(app, closing.who), who),
        (now!(app, closing.by), by),
        (now!(app, closing.timetable), it.decision(DecisionPart::Timetable)),
        (asked("fb-rammer"), it.decision(DecisionPart::Frame)),
        (asked("fb-styrker"), it.decision(DecisionPart::Strengths)),
        (asked("fb-svagheder"), it.decision(DecisionPart::Weaknesses)),
        (asked("fb-grundlag"), basis.collect::<Vec<_>>().join(", ")),
    ];
    for (question, answer) in answers {
        let answer = fit(&answer);
        if !answer.is_empty() {
            let colon = if question.ends_with('?') { "" } else { ":" };
            lines.push(format!("{question}{colon} {answer}"));
        }
    }
    if let DecisionState::Lacks(flaws) = it.decision_state() {
        lines.push(now!(app, closing.lacks, what = lacking(app, &flaws)));
    }
    lines
}

/// What is missing, in short: `hvem, hvornår`.
pub fn lacking(app: App, flaws: &[DecisionFlaw]) -> String {
    let short = flaws.iter().map(|flaw| match flaw {
        DecisionFlaw::Why => now!(app, closing.lacks_why),
        DecisionFlaw::Who => now!(app, closing.lacks_who),
        DecisionFlaw::By => now!(app, closing.lacks_by),
        DecisionFlaw::Early => now!(app, closing.lacks_early),
        DecisionFlaw::Timetable => now!(app, closing.lacks_timetable),
    });
    short.collect::<Vec<_>>().join(", ")
}

/// What is missing, as a sentence at its field.
pub fn described(app: App, flaw: DecisionFlaw) -> String {
    match flaw {
        DecisionFlaw::Why => now!(app, closing.flaw_why),
        DecisionFlaw::Who => now!(app, closing.flaw_who),
        DecisionFlaw::By => now!(app, closing.flaw_by),
        DecisionFlaw::Early => now!(app, closing.flaw_early),
        DecisionFlaw::Timetable => now!(app, closing.flaw_timetable),
    }
}

/// What became of an expectation, in words that stand in a sentence.
pub fn outcome(app: App, it: &Initiative, id: &str) -> String {
    let outcomes = closing_content().options("fo-indfriet");
    let outcome = it.expectation(id, ExpectationPart::Outcome);
    match label_of(outcomes, &outcome).get(app.lang()) {
        "" => now!(app, report.not_judged),
        outcome => outcome.to_lowercase(),
    }
}
