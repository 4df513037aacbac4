//! "The pupils have had an answer": when they were told what came of a round, and what they were told.

use crate::app::store::Clock as _;
use crate::domain::calendar::iso;
use crate::domain::voices::Survey;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;

/// The part of a round.
pub fn told_part(app: App, form: Form<Survey>, round: String) -> El {
    let id = StoredValue::new(round.clone());
    let of = move || id.with_value(Clone::clone);
    let head = words(move || {
        let day = form.with(|it| it.round_day(&of()));
        let day = day.map(|day| format::day(app.lang(), day)).unwrap_or_default();
        now!(app, survey.told_head, day = day)
    });
    let what = Field::new(say!(app, survey.told_what))
        .optional(say!(app, form.optional))
        .hint(say!(app, survey.told_hint))
        .area(memo(move || form.with(|it| it.told(&of()))), move |typed: String| {
            form.edit(|it| it.set_told(&of(), &typed));
        })
        .max_length(1_000);
    let told = memo(move || form.with(|it| it.told_on(&of()).is_some()));
    let done = tick(format!("told-{round}"), say!(app, survey.told), None, told, move |on| {
        let day = on.then(|| BrowserClock.today());
        form.edit(|it| it.set_told_on(&of(), day));
    });
    let when = move || {
        Field::new(say!(app, survey.told_on))
            .date(
                memo(move || {
                    let day = form.with(|it| it.told_on(&of()));
                    day.map(|day| day.to_string()).unwrap_or_default()
                }),
                move |typed: String| {
                    // Emptying the field is no way to say that they were not told.
                    if let Some(day) = iso::day(&typed) {
                        form.edit(|it| it.set_told_on(&of(), Some(day)));
                    }
                },
            )
            .view()
    };
    let heading = format!("told-head-{round}");
    el("section")
        .class("part stack no-print")
        .attr("aria-labelledby", heading.clone())
        .child(el("h2").id(heading).child(head))
        .child(what)
        .child(done)
        .child(show(move || told.get(), when))
}
