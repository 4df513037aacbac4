//! How the team was shielded: what leadership promised all the way, and beside it what the plan says of
//! lessons and meetings that were lost.

use crate::domain::forms::Titled;
use crate::domain::initiative::Initiative;
use crate::domain::initiative::phase_content::phase_content;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, said};
use crate::ui::words::Counted;

/// The task whose answer the lessons used for cover stand beside.
const COVER: &str = "lt-he-vikar";

/// The task whose answer what was moved and called off stands beside.
const TIMETABLE: &str = "lt-he-skema";

/// The part of the page.
pub(super) fn shielding(app: App, form: Form<Initiative>, rec: RecordId, counted: Counted) -> View {
    let fact = |term: Words, value: Words| {
        el("div").class("fact").child(el("dt").child(term)).child(el("dd").child(value))
    };
    let items = phase_content().all_the_way().into_iter().flat_map(|group| &group.items);
    let fields = items.map(|it| task(app, form, it, counted));
    let plan = LinkButton::new(format!("/indsatser/{rec}/plan"), say!(app, planning.open_plan));
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, closing.motivation_text)))
        .child(
            el("dl")
                .class("facts")
                .child(fact(say!(app, plan.lessons), words(move || counted.lessons_held(app))))
                .child(fact(
                    say!(app, closing.meetings),
                    words(move || counted.meetings_held(app)),
                )),
        )
        .child(el("div").class("form").child(fields.collect::<Vec<El>>()))
        .child(el("p").class("soft small").child(say!(app, closing.how_counted)))
        .child(
            el("div")
                .class("row")
                .child(plan.icon(IconName::Calendar))
                .child(guide_link("ledelse")),
        )
        .view()
}

fn task(app: App, form: Form<Initiative>, item: &'static Titled, counted: Counted) -> El {
    let id = item.id.as_str();
    let hint = match id {
        COVER => Some(words(move || counted.cover(app))),
        TIMETABLE => Some(words(move || counted.moved(app))),
        _ => None,
    };
    let value = read(form, move |it| it.shielding(id));
    el("div").child(
        Field::new(said(app, &item.label))
            .hint(hint)
            .area(value, move |text| form.edit(|it| it.set_shielding(id, &text)))
            .max_length(500)
            .short(),
    )
}
