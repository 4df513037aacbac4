//! An open round of the staff: who is there answers, passes the tablet on, and somebody closes the round.

use leptos::task::spawn_local;

use super::removing_round::removing;
use crate::analysis::pupil_figures::FEWEST;
use crate::app::voices::Closed;
use crate::domain::voices::Survey;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::voices::pupil_mode::Tablet;

/// What can be done while colleagues answer: `here` have done so on this device, `count` in all.
pub fn open_staff_round(
    app: App,
    rec: RecordId,
    form: Form<Survey>,
    round: String,
    here: Signal<u32>,
    count: Signal<u32>,
) -> View {
    let id = StoredValue::new(round);
    let of = move || id.with_value(Clone::clone);
    let tablet = expect_context::<Tablet>();
    let begin = move || {
        form.edit(|it| it.open_round(&of()));
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match app.store().give_to_pupils(rec, &of(), "").await {
                Ok(mode) => {
                    tablet.give(mode);
                    app.has_stored();
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let gather = move |closes: bool| {
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            let store = app.store();
            let gathered = match closes {
                true => store.close_round(rec, &of()).await,
                false => store.hand_over(rec, &of()).await,
            };
            match gathered {
                Ok(Closed::With(n)) => {
                    form.catch_up().await;
                    app.has_stored();
                    app.toasts.say(match closes {
                        true => text!(app, staff.now_closed, n = n),
                        false => text!(app, staff.handed_over, n = n),
                    });
                }
                Ok(Closed::TooFew(_)) => app.toasts.say(text!(app, survey.not_begun)),
                Err(error) => app.complain(&error),
            }
        });
    };
    let closing = move || {
        let closing = words(move || match count.get() {
            n if n < FEWEST => now!(app, staff.closing_few),
            _ => now!(app, staff.closing),
        });
        (
            el("p").class("soft").child(closing),
            Button::new(say!(app, survey.close), move || gather(true)).icon(IconName::Check),
        )
            .view()
    };
    let several = move || {
        let hand_over = move || {
            Button::new(say!(app, staff.hand_over), move || gather(false))
                .kind(ButtonKind::Quiet)
                .icon(IconName::Share)
        };
        el("details").class("fold").child(el("summary").child(say!(app, staff.several))).child(
            el("div")
                .class("stack")
                .child(soft(say!(app, staff.several_text)))
                .child(show(move || here.get() > 0, hand_over)),
        )
    };
    let begin = Button::new(say!(app, staff.answer_now), begin)
        .kind(ButtonKind::Primary)
        .icon(IconName::People);
    (
        el("div").class("row").child(begin).child(removing(app, form, id)),
        show(move || count.get() > 0, closing),
        several(),
    )
        .view()
}
