//! The tasks of leadership as a list to tick, with who and when.

use super::duty;
use crate::domain::forms::Titled;
use crate::domain::initiative::phase_content::{Group, phase_content};
use crate::domain::initiative::{Initiative, preparation};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, said};
use crate::ui::shell::{EXPECTATIONS, RESOURCES, open_part};
use crate::ui::words::{step_words, today};

/// The tasks that are done by putting something in the plan.
const PLANNED: [&str; 2] = ["lt-or-moeder", "lt-or-observationer"];

/// The task that is done by writing expectations.
const EXPECTED: &str = "lt-or-forventninger";

/// The task that is done by sharing the purpose.
const ON_ONE_PAGE: [&str; 1] = ["lt-ko-formaal"];

/// The tasks about what the team has in common, and whether that is its stand or who can help.
const GROUND: [(&str, bool); 2] = [("lt-ku-faelles", true), ("lt-ku-ressourcer", false)];

/// The id of a task's box in the page.
pub(super) fn field_id(task: &str) -> String {
    format!("task-{task}")
}

/// All tasks, those that go on all the way last.
pub(super) fn tasks(
    app: App,
    form: Form<Initiative>,
    rec: RecordId,
    part: RwSignal<String>,
) -> View {
    let groups = phase_content().tasks.iter().map(|it| group(app, form, it, (rec, part)));
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, prep.tasks_text)))
        .child(no_team(app, form, rec))
        .child(groups.collect::<Vec<_>>())
        .child(el("div").class("row").child(guide_link("ledelse")))
        .view()
}

/// Without a team nobody can be chosen: the way to where it is made.
pub fn no_team(app: App, form: Form<Initiative>, rec: RecordId) -> View {
    let is_empty = memo(move || form.with(|it| it.people().iter().all(|it| it.gone)));
    let add = move || {
        el("div")
            .class("row")
            .child(el("p").child(say!(app, prep.no_team)))
            .child(LinkButton::new(format!("/indsatser/{rec}/ret"), say!(app, prep.add_team)))
    };
    show(move || is_empty.get(), add)
}

/// Where a task leads: the initiative, and the part of the page that is open.
type Ways = (RecordId, RwSignal<String>);

fn group(app: App, form: Form<Initiative>, group: &'static Group, ways: Ways) -> El {
    let rows = group.items.iter().map(|it| row(app, form, it, ways));
    el("section")
        .class("part")
        .attr("aria-labelledby", group.id.clone())
        .child(el("h2").id(group.id.clone()).child(said(app, &group.title)))
        .child(el("div").class("stack").child(rows.collect::<Vec<_>>()))
}

fn row(app: App, form: Form<Initiative>, item: &'static Titled, (rec, part): Ways) -> El {
    let place = preparation::task(&item.id);
    let (at, set, of) = (place.clone(), place.clone(), place.clone());
    let done = read(form, move |it| it.is_done(&at));
    let toggle = move |done| form.edit(|it| it.set_done(&set, done));
    let late = {
        let at = place.clone();
        memo(move || form.with(|it| it.is_late(&at, today(app))))
    };
    let state = words(move || {
        let (who, by) = form.with(|it| (it.who(&of), it.by(&of)));
        let who = who.map(|it| step_words::person_name(app, &it));
        let by = by.map(|by| step_words::day_words(app, by, late.get()));
        [who, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let fields = duty::fields(app, form, &place, say!(app, prep.who), say!(app, prep.note));
    el("div")
        .class("duty")
        .attr("role", "group")
        .attr("aria-label", said(app, &item.label))
        .child(tick(field_id(&item.id), said(app, &item.label), state, done, toggle))
        .child(show(
            move || late.get(),
            move || el("div").class("row").child(badge(BadgeKind::Late, say!(app, prep.late))),
        ))
        .child(
            el("details")
                .class("fold")
                .child(el("summary").child(say!(app, prep.who_and_when)))
                .child(fields),
        )
        .child((item.id == EXPECTED).then(|| {
            let open = move || open_part(part, EXPECTATIONS);
            let open = Button::new(say!(app, expect.open), open).icon(IconName::Bookmark);
            el("div").class("row").child(open)
        }))
        .child(ON_ONE_PAGE.contains(&item.id.as_str()).then(|| {
            let address = format!("/indsatser/{rec}/formaal");
            let open = LinkButton::new(address, say!(app, purpose.open));
            el("div").class("row").child(open.icon(IconName::Note))
        }))
        .child(GROUND.iter().find(|(id, _)| *id == item.id).map(|(_, is_stand)| {
            let label =
                if *is_stand { say!(app, ground.write_stand) } else { say!(app, ground.who_helps) };
            let open = Button::new(label, move || open_part(part, RESOURCES));
            el("div").class("row").child(open.icon(IconName::People))
        }))
        .child(PLANNED.contains(&item.id.as_str()).then(|| {
            let address = format!("/indsatser/{rec}/plan");
            let open = LinkButton::new(address, say!(app, planning.open_plan));
            el("div").class("row").child(open.icon(IconName::Calendar))
        }))
}
