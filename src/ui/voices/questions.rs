//! Which questions are asked: those of the survey, more for the kind of initiative, and the school's own.

use super::own::own_part;
use crate::domain::initiative::InitiativeKind;
use crate::domain::voices::{Survey, SurveyQuestion, survey_content};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The part of the page.
pub fn questions_part(
    app: App,
    form: Form<Survey>,
    kind: Option<InitiativeKind>,
    expected: &[Choice],
) -> El {
    let base = memo(move || form.with(|it| it.base().map(|it| it.id.clone())));
    let built_in = move || {
        let id = base.get().unwrap_or_default();
        let items = survey_content().survey(&id).into_iter().flat_map(|it| &it.items);
        items.map(|item| line(form, item, false)).collect::<Vec<_>>()
    };
    let count = memo(move || form.with(|it| it.questions().len()));
    let counted = move || match count.get() {
        0 => now!(app, survey.no_questions),
        1 => now!(app, survey.one_question),
        n => now!(app, survey.n_questions, n = n),
    };
    section("survey-questions", say!(app, survey.questions))
        .child(el("p").class("soft").attr("role", "status").child(counted))
        .child(el("div").class("stack-tight stack").child(built_in))
        .child(bank(app, form, kind))
        .child(own_part(app, form, expected.to_vec()))
}

/// A question to tick: one of the survey's, or one of the bank's.
fn line(form: Form<Survey>, item: &SurveyQuestion, of_bank: bool) -> View {
    let (read, write) = (item.id.clone(), item.id.clone());
    let is_asked = memo(move || {
        form.with(|it| if of_bank { it.is_added(&read) } else { !it.is_left_out(&read) })
    });
    tick(item.id.clone(), localized(item.text.clone()), None, is_asked, move |on| {
        form.edit(|it| if of_bank { it.add(&write, on) } else { it.leave_out(&write, !on) });
    })
}

/// The question bank: the kind of the initiative first.
fn bank(app: App, form: Form<Survey>, kind: Option<InitiativeKind>) -> El {
    let own = kind.map(|kind| kind.id()).unwrap_or_default();
    let all = &survey_content().bank;
    let first = all.iter().filter(|(id, _)| id == own);
    let rest = all.iter().filter(|(id, _)| id != own);
    let group = |(id, items): &'static (String, Vec<SurveyQuestion>)| {
        let content = app.content();
        let title = content.kinds.iter().find(|it| it.id == *id).map(|it| it.title.clone());
        let lines: Vec<View> = items.iter().map(|item| line(form, item, true)).collect();
        el("div")
            .class("stack-tight stack")
            .child(title.map(|title| el("h3").child(localized(title))))
            .child(lines)
            .view()
    };
    let groups: Vec<View> = first.chain(rest).map(group).collect();
    el("details")
        .class("measure-questions")
        .child(el("summary").child(say!(app, survey.bank)))
        .child(el("div").class("stack").child(groups))
}
