//! One week of the plan, a day after the other.

use super::times::said;
use crate::domain::calendar::{SchoolYear, Week, WeekFlaw, holiday_on};
use crate::domain::plan::Time;
use crate::domain::record::Kind;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::row;
use crate::ui::plan::planned::PlanPage;
use crate::ui::words::{holiday_words, time_name, week_days, week_name};

/// From this many things of a week that are no lessons on, the page says that it is a lot.
const A_LOT: usize = 5;

/// The week that `chosen` names, with the way to others.
pub(super) fn week(
    app: App,
    seen: StoredValue<PlanPage, LocalStorage>,
    chosen: RwSignal<String>,
) -> View {
    let today = seen.with_value(|seen| seen.today);
    let this = Week::of(today);
    let shown = move || Week::read(&chosen.get()).unwrap_or(this);
    let go = move |weeks: i64| {
        let next = untrack(shown).later(weeks);
        chosen.set(next.to_string());
    };
    let head = el("div")
        .class("plan-head")
        .child(IconButton::new(IconName::Backward, say!(app, planning.week_before), move || go(-1)))
        .child(
            el("div")
                .class("plan-week-name")
                .attr("aria-live", "polite")
                .child(el("h2").child(move || week_name(app, shown(), today)))
                .child(el("p").class("soft").child(move || week_days(app, shown()))),
        )
        .child(IconButton::new(IconName::Forward, say!(app, planning.week_after), move || go(1)));
    let back = move || {
        (shown() != this).then(|| {
            let label = say!(app, planning.this_week);
            Button::new(label, move || chosen.set(this.to_string())).kind(ButtonKind::Quiet)
        })
    };
    let content = move || {
        let week = shown();
        seen.try_with_value(|seen| days(app, seen, week)).unwrap_or_else(View::nothing)
    };
    el("div")
        .class("stack")
        .child(head)
        .child(el("div").class("row row-end").child(back))
        .child(content)
        .child(jump(app, seen, chosen))
        .view()
}

/// Asks for the number of a week.
fn jump(app: App, seen: StoredValue<PlanPage, LocalStorage>, chosen: RwSignal<String>) -> El {
    let asked = RwSignal::new(String::new());
    let within = seen.with_value(|seen| {
        seen.plan.initiative.school_year().unwrap_or_else(|| SchoolYear::of(seen.today))
    });
    let error = Signal::derive(move || {
        let text = asked.get();
        if text.trim().is_empty() {
            return None;
        }
        match Week::asked(&text, within) {
            Ok(_) => None,
            Err(WeekFlaw::NoWeek) => Some(now!(app, planning.no_week)),
            Err(WeekFlaw::NoWeek53(year)) => Some(now!(app, planning.no_week_53, year = year)),
        }
    });
    let write = move |text: String| {
        if let Ok(week) = Week::asked(&text, within) {
            chosen.set(week.to_string());
        }
        asked.set(text);
    };
    el("div").class("plan-jump").child(
        Field::new(say!(app, planning.go_to_week))
            .hint(say!(app, planning.go_to_week_hint, year = within))
            .error(error)
            .number(false, memo(move || asked.get()), write)
            .max_length(8),
    )
}

fn days(app: App, seen: &PlanPage, week: Week) -> View {
    let off = seen.plan.initiative.days_off(week.monday(), week.sunday());
    let of_week = || {
        let items = seen.plan.items.iter();
        items.filter(move |it| it.day().is_some_and(|day| Week::of(day) == week))
    };
    let busy = of_week().filter(|it| it.kind == Kind::Meeting && !it.is_off());
    let busy = busy.count();
    let a_lot = (busy >= A_LOT).then(|| soft(say!(app, planning.a_lot, n = busy)));
    let mut days = Vec::new();
    for number in 0..7 {
        let day = week.day(number);
        let items = of_week().filter(|it| it.day() == Some(day));
        let rows: Vec<_> = items.map(|it| row(app, it, seen.today, false)).collect();
        // A weekend is there when something is in it.
        if rows.is_empty() && number > 4 {
            continue;
        }
        let is_today = day == seen.today;
        let holiday = holiday_on(&off, day).cloned();
        let title = words(move || format::weekday(app.lang(), day));
        let marks = words(move || {
            let today = is_today.then(|| now!(app, plan.today));
            let holiday = holiday.as_ref().map(|it| holiday_words::name(app, it));
            [today, holiday].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let head = el("div")
            .class("plan-day-head")
            .child(el("h3").child(title))
            .child(el("p").class("soft").child(marks));
        let is_empty = rows.is_empty();
        let rows = (!is_empty).then(|| list_named(title, rows));
        let none =
            is_empty.then(|| el("p").class("plan-nothing soft").child(say!(app, planning.nothing)));
        days.push(
            el("div")
                .class("plan-day")
                .class_if("plan-today", move || is_today)
                .class_if("plan-day-empty", move || is_empty)
                .child(head)
                .child(rows)
                .child(none),
        );
    }
    let times = seen.weeks.iter().find(|it| it.week == week);
    let times = Time::ALL.into_iter().enumerate().map(|(place, time)| {
        let count = times.and_then(|it| it.times.get(place)).cloned().unwrap_or_default();
        let (name, said) = (time_name(app, time), said(app, count));
        el("li")
            .child(el("span").class("strong").child(name))
            .child(el("span").child(": "))
            .child(el("span").child(said))
    });
    let times = el("ul")
        .class("plan-times")
        .attr("role", "list")
        .attr("aria-label", say!(app, planning.times_tab))
        .child(times.collect::<Vec<_>>());
    (times, a_lot, el("div").class("plan-days").child(days)).view()
}
