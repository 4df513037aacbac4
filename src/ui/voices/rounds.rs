//! The rounds of a survey: opened (for pupils with a code), answered, closed.

use leptos::task::spawn_local;

use super::removing_round::removing;
use super::staff_rounds::open_staff_round;
use crate::analysis::pupil_figures::FEWEST;
use crate::app::store::Clock as _;
use crate::app::voices::Closed;
use crate::app::voices::surveyed::surveyed;
use crate::domain::calendar::iso;
use crate::domain::voices::Survey;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::voices::pupil_mode::{Tablet, is_code};

/// The part of the page.
pub fn rounds_part(app: App, rec: RecordId, form: Form<Survey>) -> El {
    let is_of_staff = form.value.with_untracked(Survey::is_of_staff);
    let blocks = each(
        move || form.with(Survey::rounds),
        Clone::clone,
        move |round| block(app, rec, form, round),
    );
    let add = move || {
        let id = app.store().new_part();
        form.edit(|it| it.set_round_day(&id, Some(BrowserClock.today())));
    };
    let any = move || form.with(|it| it.rounds().iter().any(|round| it.is_closed(round)));
    let result = move || {
        let (href, label) = match is_of_staff {
            true => (format!("/samarbejde/{rec}/resultat"), say!(app, staff.see_result)),
            false => (format!("/elevsurvey/{rec}/resultat"), say!(app, survey.see_result)),
        };
        LinkButton::new(href, label).kind(ButtonKind::Primary).icon(IconName::Eye)
    };
    let on_paper = (!is_of_staff).then(|| {
        LinkButton::new(format!("/elevsurvey/{rec}/papir"), say!(app, survey.on_paper))
            .kind(ButtonKind::Quiet)
            .icon(IconName::Note)
    });
    section("survey-rounds", say!(app, survey.rounds))
        .child(soft(say!(app, survey.rounds_hint)))
        .child(el("div").class("measure-waves").child(blocks))
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, survey.add_round), add).icon(IconName::Add))
                .child(on_paper)
                .child(show(any, result)),
        )
}

/// Which round it is, by its place: `Runde 2`.
fn name(app: App, form: Form<Survey>, round: &str) -> String {
    let place = form.with(|it| it.rounds().iter().position(|known| known == round));
    now!(app, survey.round, n = place.unwrap_or_default() + 1)
}

fn block(app: App, rec: RecordId, form: Form<Survey>, round: String) -> El {
    let id = StoredValue::new(round);
    let of = move || id.with_value(Clone::clone);
    let waiting = use_stored(move |store| {
        let round = of();
        async move { store.waiting(rec, &round).await }
    });
    let is_of_staff = form.value.with_untracked(Survey::is_of_staff);
    let here = memo(move || match waiting.get() {
        Loaded::Ready(n) => n,
        _ => 0,
    });
    // What staff answered on other devices has come in files and counts as well.
    let brought = move || form.with(|it| if is_of_staff { it.unclosed(&of()).1 } else { 0 });
    let count = memo(move || here.get() + brought());
    let closed = memo(move || form.with(|it| it.is_closed(&of())));
    let day = Field::new(say!(app, measure.day)).date(
        memo(move || {
            let day = form.with(|it| it.round_day(&of()));
            day.map(|day| day.to_string()).unwrap_or_default()
        }),
        move |typed: String| form.edit(|it| it.set_round_day(&of(), iso::day(&typed))),
    );
    el("div")
        .class("measure-wave survey-round")
        .child(el("h3").child(words(move || name(app, form, &of()))))
        .child(day)
        .child(el("p").class("strong").child(move || counted(app, form, &of(), count.get())))
        .child(show(
            move || !closed.get(),
            move || match is_of_staff {
                true => open_staff_round(app, rec, form, of(), here, count),
                false => open_round(app, rec, form, of(), count),
            },
        ))
}

/// How many have answered, and what that means.
fn counted(app: App, form: Form<Survey>, round: &str, waiting: u32) -> String {
    let (closed, opened) = form.with(|it| (it.is_closed(round), it.is_opened(round)));
    if closed && form.with(Survey::is_of_staff) {
        let all = form.with(|it| it.batches(round));
        return now!(app, staff.closed_with, n = all.iter().map(|it| it.1).sum::<u32>());
    }
    if closed {
        let said = form.with(surveyed).into_iter().find(|it| it.round == round);
        return now!(app, survey.closed_with, n = said.map(|it| it.pupils).unwrap_or_default());
    }
    match waiting {
        0 if !opened => now!(app, survey.not_begun),
        1 => now!(app, survey.one_answered),
        n => now!(app, survey.n_answered, n = n),
    }
}

/// What can be done while pupils answer.
fn open_round(
    app: App,
    rec: RecordId,
    form: Form<Survey>,
    round: String,
    count: Signal<u32>,
) -> View {
    let id = StoredValue::new(round.clone());
    let of = move || id.with_value(Clone::clone);
    let tablet = expect_context::<Tablet>();
    let close = move || {
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match app.store().close_round(rec, &of()).await {
                Ok(Closed::With(n)) => {
                    form.catch_up().await;
                    app.has_stored();
                    app.toasts.say(text!(app, survey.now_closed, n = n));
                }
                Ok(Closed::TooFew(_)) => app.toasts.say(text!(app, survey.wait)),
                Err(error) => app.complain(&error),
            }
        });
    };
    let too_few = memo(move || (count.get() < FEWEST).then(|| now!(app, survey.wait)));
    let begun = move || count.get() > 0;
    let closing = move || {
        (
            soft(say!(app, survey.closing)),
            Button::new(say!(app, survey.close), close)
                .icon(IconName::Check)
                .disabled_reason(too_few),
        )
            .view()
    };
    let typed = format!("/elevsurvey/{rec}/svar/{round}");
    let typed = LinkButton::new(typed, say!(app, survey.type_in))
        .kind(ButtonKind::Quiet)
        .icon(IconName::Edit);
    (
        lock(app, tablet, rec, form, round),
        el("div").class("row").child(typed).child(removing(app, form, id)),
        show(begun, closing),
    )
        .view()
}

/// The code, and the button that gives the tablet to the pupils.
fn lock(app: App, tablet: Tablet, rec: RecordId, form: Form<Survey>, round: String) -> El {
    let (code, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let field_id = format!("code-{round}");
    let field = Field::new(say!(app, survey.code))
        .hint(say!(app, survey.code_hint))
        .error(wrong)
        .id(field_id.clone())
        .number(false, code, move |typed: String| {
            wrong.set(None);
            code.set(typed);
        })
        .max_length(8);
    let give = move || {
        let typed = code.get_untracked();
        if !is_code(&typed) {
            wrong.set(Some(text!(app, survey.code_wrong)));
            focus_field(&field_id);
            return;
        }
        if form.value.with_untracked(|it| it.asked_in(&round).is_empty()) {
            app.toasts.say(text!(app, survey.no_questions));
            return;
        }
        let round = round.clone();
        form.edit(|it| it.open_round(&round));
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match app.store().give_to_pupils(rec, &round, &typed).await {
                Ok(mode) => {
                    tablet.give(mode);
                    app.has_stored();
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let give =
        Button::new(say!(app, survey.lock), give).kind(ButtonKind::Primary).icon(IconName::Lock);
    el("div").class("stack-tight stack").child(field).child(el("div").class("row").child(give))
}
