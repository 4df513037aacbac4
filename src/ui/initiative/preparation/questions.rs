//! Working questions with the team's answers. An answer stays; when the question is taken up again,
//! what is said then stands under it.

use super::answer_uses::{Ways, uses};
use crate::domain::forms::Titled;
use crate::domain::initiative::Initiative;
use crate::domain::initiative::phase_content::{Group, phase_content};
use crate::ui::initiative::expectation_evidence::{Known, help};
use crate::ui::kit::prelude::*;
use crate::ui::kit::{phase_mark, read, said};

/// The id of a question's field in the page.
pub(super) fn field_id(question: &str) -> String {
    format!("question-{question}")
}

/// The questions of this phase, and those of the later ones folded under them.
pub(super) fn questions(app: App, form: Form<Initiative>, ways: Ways) -> View {
    let mut groups = phase_content().questions.iter();
    let first = groups.next().map(|it| group(app, form, it, ways.known, Some(ways)));
    let later = (2_u8..).zip(groups).map(|(phase, it)| {
        el("section")
            .class("part")
            .child(el("h2").child(phase_mark(phase, said(app, &it.title), false)))
            .child(group(app, form, it, ways.known, Some(ways)))
    });
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, prep.questions_text)))
        .child(first)
        .child(
            el("details")
                .class("fold")
                .child(el("summary").child(say!(app, prep.later)))
                .child(el("div").class("stack-loose stack").child(later.collect::<Vec<_>>())),
        )
        .view()
}

/// The questions of one phase with their answers, for whatever page they are asked on.
/// With `ways` an answer can become something else.
pub fn group(
    app: App,
    form: Form<Initiative>,
    group: &'static Group,
    known: Known,
    ways: Option<Ways>,
) -> El {
    let questions = group.items.iter().map(|it| question(app, form, it, known, ways));
    el("div").class("form").child(questions.collect::<Vec<_>>())
}

fn question(
    app: App,
    form: Form<Initiative>,
    item: &'static Titled,
    known: Known,
    ways: Option<Ways>,
) -> El {
    let id = item.id.as_str();
    let again_id = format!("{}-again", field_id(id));
    let (answer, later) =
        (read(form, move |it| it.answer(id)), read(form, move |it| it.later_answer(id)));
    let is_taken_up = RwSignal::new(false);
    let is_answered = memo(move || answer.with(|it| !it.trim().is_empty()));
    let is_again = memo(move || is_taken_up.get() || later.with(|it| !it.is_empty()));
    let field = again_id.clone();
    let take_up = move || {
        is_taken_up.set(true);
        let field = field.clone();
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&field);
        });
    };
    let button = move || {
        let label = say!(app, prep.again);
        Button::new(label, take_up.clone()).kind(ButtonKind::Quiet).icon(IconName::Undo)
    };
    let again = move || {
        Field::new(say!(app, prep.now))
            .id(again_id.clone())
            .area(later, move |text| form.edit(|it| it.set_later_answer(id, &text)))
            .max_length(2000)
            .short()
    };
    el("div")
        .class("stack")
        .attr("role", "group")
        .attr("aria-label", said(app, &item.label))
        .child(
            Field::new(said(app, &item.label))
                .id(field_id(id))
                .hint(help(app, id, known))
                .area(answer, move |text| form.edit(|it| it.set_answer(id, &text)))
                .max_length(2000)
                .short(),
        )
        .child(show(move || is_answered.get() && !is_again.get(), button))
        .child(show(move || is_again.get(), again))
        .child(ways.and_then(|ways| uses(app, form, ways, id)))
}
