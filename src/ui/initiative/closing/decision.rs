//! What is decided about the initiative: what, why, who sees to it, when, and where in the timetable.
//! What a decision lacks is said at its field from the moment that something is decided.

use crate::domain::calendar::iso;
use crate::domain::initiative::closing_content::closing_content;
use crate::domain::initiative::embedding::DECISION;
use crate::domain::initiative::{
    DecisionFlaw, DecisionPart, DecisionState, ExpectationPart, Initiative,
};
use crate::ledger::RecordId;
use crate::ui::initiative::preparation::{choices, no_team};
use crate::ui::kit::prelude::*;
use crate::ui::kit::{people_to_choose, read, said};
use crate::ui::words::{described, lacking};

/// How far the decision has come, in a sentence.
pub(super) fn state(app: App, form: Form<Initiative>) -> Words {
    let state = read(form, Initiative::decision_state);
    words(move || match state.get() {
        DecisionState::Open => now!(app, closing.undecided),
        DecisionState::Lacks(flaws) => now!(app, closing.lacks, what = lacking(app, &flaws)),
        DecisionState::Whole => now!(app, closing.whole),
    })
}

/// The part of the page.
pub(super) fn decision(app: App, form: Form<Initiative>, rec: RecordId) -> View {
    let content = closing_content();
    let flaws = read(form, |it| match it.decision_state() {
        DecisionState::Lacks(flaws) => flaws,
        _ => Vec::new(),
    });
    let error = move |of: &'static [DecisionFlaw]| {
        Signal::derive(move || {
            let found = flaws.with(|flaws| of.iter().copied().find(|flaw| flaws.contains(flaw)));
            found.map(|flaw| described(app, flaw))
        })
    };
    let optional = say!(app, form.optional);
    let chosen = |part| {
        let value = read(form, move |it| it.decision(part));
        memo(move || Some(value.get()).filter(|it| !it.is_empty()))
    };
    let choose = |part| {
        move |chosen: Option<String>| {
            form.edit(|it| it.set_decision(part, &chosen.unwrap_or_default()));
        }
    };
    let area = |field: Field, part: DecisionPart| {
        let value = read(form, move |it| it.decision(part));
        let write = move |text: String| form.edit(|it| it.set_decision(part, &text));
        field.area(value, write).max_length(500).short()
    };
    let asked = |id: &str| Field::new(said(app, content.asked(id))).optional(optional);
    let (who, by) = (read(form, |it| it.who(DECISION)), read(form, |it| it.by(DECISION)));
    let responsible = memo(move || who.get().map(|who| who.id).unwrap_or_default());
    let set_who = move |member: String| {
        // Whoever has left stays until somebody else is chosen.
        if responsible.get_untracked() != member {
            form.edit(|it| it.set_who(DECISION, &member));
        }
    };
    let day = memo(move || by.get().map(|day| day.to_string()).unwrap_or_default());
    let set_day = move |day: String| form.edit(|it| it.set_by(DECISION, iso::day(&day)));
    let why = Field::new(say!(app, closing.why))
        .hint(say!(app, closing.why_hint))
        .error(error(&[DecisionFlaw::Why]));
    let timetable = Field::new(say!(app, closing.timetable))
        .hint(say!(app, closing.timetable_hint))
        .error(error(&[DecisionFlaw::Timetable]));
    el("div")
        .class("form")
        .child(unjudged(app, form))
        .child(
            Field::new(say!(app, closing.choice))
                .radios(
                    choices(app, &content.decisions),
                    chosen(DecisionPart::Choice),
                    choose(DecisionPart::Choice),
                )
                .clear(say!(app, item.clear)),
        )
        .child(area(why, DecisionPart::Why))
        .child(
            el("section")
                .class("form")
                .attr("aria-labelledby", "decision-duty")
                .child(el("h2").id("decision-duty").child(said(app, content.asked("fb-ansvar"))))
                .child(no_team(app, form, rec))
                .child(
                    el("div")
                        .class("grid-fields grid")
                        .child(
                            Field::new(say!(app, closing.who))
                                .error(error(&[DecisionFlaw::Who]))
                                .select(
                                    people_to_choose(app, form, DECISION.to_owned()),
                                    responsible,
                                    set_who,
                                )
                                .empty_label(say!(app, prep.nobody)),
                        )
                        .child(
                            Field::new(say!(app, closing.by))
                                .error(error(&[DecisionFlaw::By, DecisionFlaw::Early]))
                                .date(day, set_day),
                        ),
                )
                .child(area(timetable, DecisionPart::Timetable))
                .child(area(asked("fb-rammer"), DecisionPart::Frame)),
        )
        .child(
            el("section")
                .class("form")
                .attr("aria-labelledby", "decision-reasons")
                .child(
                    el("h2").id("decision-reasons").child(said(app, content.asked("fb-grundlag"))),
                )
                .child(asked("fb-grundlag").checks(
                    choices(app, content.options("fb-grundlag")),
                    read(form, Initiative::decision_basis),
                    move |id, is| form.edit(|it| it.set_decision_basis(&id, is)),
                ))
                .child(
                    asked("fb-indfriet")
                        .segments(
                            choices(app, content.options("fb-indfriet")),
                            chosen(DecisionPart::Met),
                            choose(DecisionPart::Met),
                        )
                        .clear(say!(app, item.clear)),
                )
                .child(area(asked("fb-styrker"), DecisionPart::Strengths))
                .child(area(asked("fb-svagheder"), DecisionPart::Weaknesses)),
        )
        .child(el("div").class("row").child(guide_link("forankring")))
        .view()
}

/// The expectations that nobody has judged stand beside the decision: nothing undecided is hidden.
fn unjudged(app: App, form: Form<Initiative>) -> View {
    let ids = read(form, Initiative::unjudged);
    let row = move |id: String| {
        let text = read(form, move |it| it.expectation(&id, ExpectationPart::Text));
        el("li").class("as-written").child(move || text.get())
    };
    let list = move || -> El {
        el("div")
            .class("stack-tight stack")
            .child(el("p").class("strong").child(say!(app, closing.not_judged)))
            .child(el("ul").child(each(move || ids.get(), String::clone, row)))
    };
    show(move || !ids.with(Vec::is_empty), list)
}
