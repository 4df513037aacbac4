//! A whole plan to start from, laid from the first lesson on.

use chrono::Days;
use leptos::task::spawn_local;

use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::domain::plan::{Meeting, Suggested, plan_template};
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::plan::planned::PlanPage;
use crate::ui::plan::repeat::say_made;

/// How many days of holidays around the first lesson may matter, before and after.
const BEFORE: u64 = 150;
const AFTER: u64 = 300;

/// Asks when the first lesson is, and puts the plan where the plan is.
pub(super) fn suggest(
    app: App,
    rec: RecordId,
    seen: StoredValue<PlanPage, LocalStorage>,
    is_empty: bool,
) -> View {
    let initiative = seen.with_value(|seen| seen.plan.initiative.clone());
    let today = seen.with_value(|seen| seen.today);
    let example = initiative.example();
    let first = initiative.from().filter(|from| *from > today).unwrap_or(today);
    let start = RwSignal::new(first.to_string());
    let of = StoredValue::new(initiative);
    let found = move || of.with_value(|initiative| laid(initiative, &start.get()));
    let said = move || {
        let found = found();
        let day = |it: Option<&Suggested>| {
            it.map(|it| format::day(app.lang(), it.day)).unwrap_or_default()
        };
        match found.len() {
            0 => now!(app, planning.suggest_no_day),
            n => now!(
                app,
                planning.suggest_n,
                n = n,
                from = day(found.first()),
                to = day(found.last())
            ),
        }
    };
    let make = move || {
        let found = untrack(found);
        if found.is_empty() {
            return;
        }
        let made = app.store().new_part();
        let all = found.into_iter().map(|it| {
            let mut meeting = Meeting::default();
            meeting.set_initiative(Some(rec));
            meeting.set_example(example);
            meeting.set_what(&it.what);
            meeting.set_day(Some(it.day));
            if let Some(series) = it.series {
                meeting.set_series(&format!("{made}{series:02}"));
            }
            meeting.write()
        });
        let all = all.collect();
        spawn_local(async move {
            match app.store().make_all(Kind::Meeting, all).await {
                Ok(made) => {
                    app.has_stored();
                    say_made(app, Kind::Meeting, made);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let note = words(move || plan_template().note.get(app.lang()).to_owned());
    let title = words(move || plan_template().title.get(app.lang()).to_owned());
    let content = el("div")
        .class("stack")
        .child(el("p").class("soft").child(note))
        .child(
            Field::new(say!(app, planning.suggest_start))
                .date(memo(move || start.get()), move |day: String| start.set(day)),
        )
        .child(el("p").attr("role", "status").child(said))
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, planning.suggest_go), make).icon(IconName::Calendar)),
        );
    if is_empty {
        return section(el("h2").id("suggest").child(title)).child(content).view();
    }
    el("details").class("fold").child(el("summary").child(title)).child(content).view()
}

fn section(heading: El) -> El {
    el("section").class("part").attr("aria-labelledby", "suggest").child(heading)
}

fn laid(initiative: &Initiative, start: &str) -> Vec<Suggested> {
    let Some(start) = iso::day(start) else { return Vec::new() };
    let from = start.checked_sub_days(Days::new(BEFORE)).unwrap_or(start);
    let to = start.checked_add_days(Days::new(AFTER)).unwrap_or(start);
    plan_template().from(start, &initiative.days_off(from, to))
}
