//! The times that are measured: the start, those in between, the end.

use crate::app::measurement::gauge::Gauge;
use crate::domain::calendar::iso;
use crate::domain::measurement::{END, Measurement, START};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::wave_name;

/// A block for each, with its day, how many have answered, and the way to the grid.
pub fn waves_part(app: App, rec: RecordId, form: Form<Measurement>) -> El {
    let blocks = each(
        move || form.with(Measurement::waves),
        Clone::clone,
        move |wave: String| block(app, rec, form, wave),
    );
    let add = move || {
        let id = format!("m{}", app.store().new_part());
        form.edit(|it| it.set_wave_day(&id, None));
    };
    let ready = memo(move || form.with(|it| Gauge::of(it).is_ok() && it.answered_in(END) > 0));
    let result = move || {
        let kind = if ready.get() { ButtonKind::Primary } else { ButtonKind::Secondary };
        let address = format!("/maalinger/{rec}/resultat");
        LinkButton::new(address, say!(app, measure.see_result))
            .kind(kind)
            .icon(IconName::Eye)
            .view()
    };
    section("measure-waves", say!(app, measure.waves))
        .child(soft(say!(app, measure.waves_hint)))
        .child(el("div").class("measure-waves").child(blocks))
        .child(
            el("div")
                .class("row")
                .child(
                    Button::new(say!(app, measure.add_wave), add)
                        .kind(ButtonKind::Quiet)
                        .icon(IconName::Add),
                )
                .child(result),
        )
}

fn block(app: App, rec: RecordId, form: Form<Measurement>, wave: String) -> El {
    let id = StoredValue::new(wave.clone());
    let of = move || id.with_value(Clone::clone);
    let name = words(move || form.with(|it| wave_name(app, it, &of())));
    let backwards = Signal::derive(move || {
        let wrong = form.with(|it| it.is_out_of_order(&of()));
        let said =
            if of() == END { say!(app, measure.end_first) } else { say!(app, measure.not_between) };
        wrong.then(|| said.get())
    });
    let day = Field::new(say!(app, measure.day)).error(backwards).date(
        memo(move || {
            let day = form.with(|it| it.wave_day(&of()));
            day.map(|day| day.to_string()).unwrap_or_default()
        }),
        move |typed: String| form.edit(|it| it.set_wave_day(&of(), iso::day(&typed))),
    );
    let counted = move || {
        let (n, all) = form.with(|it| {
            (it.answered_in(&of()), it.pupils().iter().filter(|code| !it.has_left(code)).count())
        });
        now!(app, measure.answered_of, n = n, all = all.max(n))
    };
    let none = memo(move || form.with(|it| it.answered_in(&of())) == 0);
    let address = format!("/maalinger/{rec}/svar/{wave}");
    let go = move || {
        let label =
            if none.get() { say!(app, measure.enter) } else { say!(app, measure.see_answers) };
        // The name of the link says which time it is for.
        let name = words(move || format!("{} – {}", label.get(), name.get()));
        LinkButton::new(address.clone(), name).icon(IconName::Edit).view()
    };
    let between = wave != START && wave != END;
    let remove = move || {
        if !(between && none.get()) {
            return View::nothing();
        }
        let remove = move || {
            let day = form.value.with_untracked(|it| it.wave_day(&of()));
            form.edit(|it| {
                it.remove_wave(&of());
            });
            let wave = of();
            let back = form.amend_later(move |it: &mut Measurement| it.set_wave_day(&wave, day));
            app.toasts.say_with_undo(text!(app, measure.wave_gone), text!(app, form.undo), back);
        };
        Button::new(say!(app, measure.remove_wave), remove)
            .kind(ButtonKind::Quiet)
            .icon(IconName::Trash)
            .view()
    };
    el("div")
        .class("measure-wave")
        .child(el("h3").child(name))
        .child(day)
        .child(el("p").class("soft").child(counted))
        .child(el("div").class("row").child(go).child(remove))
}
