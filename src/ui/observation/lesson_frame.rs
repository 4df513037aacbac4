//! Whether the frame of a lesson is agreed: asked before its clock starts, and of a form on paper when
//! it is typed in.

use super::lesson_agreement::Frame;
use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;

/// Whether the lesson may begin. An agreement that everybody has said yes to is the answer; one that
/// waits asks for a reason.
pub fn may_start(form: Form<Observation>, frame: Frame) -> Signal<bool> {
    memo(move || {
        form.with(|it| match frame.is_known() {
            true => frame.is_agreed() || !it.reason().trim().is_empty(),
            false => it.may_start(),
        })
    })
}

/// The question, or what the agreement says; and the reason to go on without a yes. `refused` is put up
/// when somebody goes on without an answer.
pub fn frame_question(
    app: App,
    form: Form<Observation>,
    frame: Frame,
    refused: RwSignal<bool>,
) -> View {
    let may_start = may_start(form, frame);
    let agreed = memo(move || {
        form.with(|it| it.is_agreed().map(|agreed| if agreed { "yes" } else { "no" }.to_owned()))
    });
    let refusal = move |text: fn(App) -> String| {
        Signal::derive(move || (refused.get() && !may_start.get()).then(|| text(app)))
    };
    let error = refusal(|app| now!(app, live.answer_first));
    let reason_error = refusal(|app| now!(app, agreement.frame_reason));
    let choices =
        vec![Choice::new("yes", say!(app, live.yes)), Choice::new("no", say!(app, live.no))];
    let choices = Signal::stored(choices);
    let ask = move || {
        Field::new(say!(app, live.agreed))
            .hint(say!(app, live.agreed_hint))
            .error(error)
            .id("agreed")
            .segments(choices, agreed, move |answer| {
                form.edit(|it| it.set_agreed(answer.map(|answer| answer == "yes")));
            })
    };
    let reason = move || {
        Field::new(say!(app, live.reason))
            .id("reason")
            .error(reason_error)
            .area(memo(move || form.with(Observation::reason)), move |text: String| {
                form.edit(|it| it.set_reason(&text));
            })
            .max_length(300)
            .short()
    };
    let reason = show(
        move || match frame.is_known() {
            true => !frame.is_agreed(),
            false => agreed.with(|it| it.as_deref() == Some("no")),
        },
        reason,
    );
    let ask = show(move || !frame.is_known(), ask);
    let panel = show(move || frame.is_known(), move || frame.panel());
    (ask, panel, reason).view()
}
