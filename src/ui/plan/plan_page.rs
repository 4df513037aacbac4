//! The plan of an initiative: a week, all weeks as a list, and the three times. Lessons, meetings,
//! observations, measurements and goals stand in it together.

use super::lessons;
use super::planned::PlanPage;
use crate::app::plan::{InitiativePlan, PlanItem};
use crate::app::store::Clock as _;
use crate::domain::calendar::Week;
use crate::domain::plan::three_times;
use crate::domain::record::Kind;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Calendared, calendar_file};
use crate::ui::words::plan_words::name;
use crate::ui::words::titles;

mod list;
mod suggest;
mod times;
mod week;

/// What ties the tabs to their panels.
const GROUP: &str = "plan";
const WEEK: &str = "week";
const LIST: &str = "list";
const TIMES: &str = "times";

/// The page.
pub fn plan(rec: RecordId) -> View {
    let app = use_app();
    // Both outlive what is read anew: a week that is being looked at stays.
    let part = RwSignal::new(WEEK.to_owned());
    let week = RwSignal::new(Week::of(BrowserClock.today()).to_string());
    let found = use_stored(move |store| async move { store.plan_of(rec).await });
    shown(found, move |found: Option<InitiativePlan>| match found {
        Some(plan) => page(app, rec, plan, part, week),
        None => not_found(),
    })
}

fn page(
    app: App,
    rec: RecordId,
    plan: InitiativePlan,
    part: RwSignal<String>,
    week: RwSignal<String>,
) -> View {
    let today = BrowserClock.today();
    let days = || plan.items.iter().filter_map(PlanItem::day);
    let (first, last) = (days().min().unwrap_or(today), days().max().unwrap_or(today));
    let off = plan.initiative.days_off(first.min(today), last.max(today));
    let weeks = three_times(&plan.meetings(), &off, today);
    let of = plan.initiative.clone();
    let begins = plan.lacks_observation(today);
    let remind = begins.map(|day| {
        let day = words(move || format::day(app.lang(), day));
        Notice::new(NoticeKind::Info, say!(app, planning.no_observation, day = day.get()))
    });
    let is_empty = plan.items.iter().all(|it| it.kind == Kind::Initiative);
    let deliveries = lessons::delivered(app, &plan);
    let seen = StoredValue::new_local(PlanPage { plan, weeks, today });
    let names = vec![
        Choice::new(WEEK, say!(app, planning.week_tab)),
        Choice::new(LIST, say!(app, planning.list_tab)),
        Choice::new(TIMES, say!(app, planning.times_tab)),
    ];
    let lessons = bare_section("deliveries", say!(app, plan.lessons)).child(deliveries).child(
        el("div")
            .class("row")
            .child(
                LinkButton::new(format!("/indsatser/{rec}/lektioner"), say!(app, plan.see_lessons))
                    .icon(IconName::Calendar),
            )
            .child(
                LinkButton::new(format!("/lektioner/ny?indsats={rec}"), say!(app, plan.new_lesson))
                    .icon(IconName::Add),
            ),
    );
    let holidays =
        LinkButton::new(format!("/indsatser/{rec}/plan/ferier"), say!(app, planning.holidays));
    // A plan that is empty begins with the way to fill it.
    let suggestion = suggest::suggest(app, rec, seen, is_empty);
    let (first, later) =
        if is_empty { (suggestion, View::nothing()) } else { (View::nothing(), suggestion) };
    let content = el("div")
        .class("plan stack-loose stack")
        .child(remind)
        .child(first)
        .child(
            el("div")
                .child(tabs(GROUP, say!(app, planning.views), names, part, move |id| part.set(id)))
                .child(tab_panel(GROUP, WEEK, part, week::week(app, seen, week)))
                .child(tab_panel(GROUP, LIST, part, list::list_of(app, seen)))
                .child(tab_panel(GROUP, TIMES, part, times::times(app, seen))),
        )
        .child(lessons)
        .child(later)
        .child((!is_empty).then(|| calendar_file(app, Calendared::Plan(rec))))
        .child(
            el("div")
                .class("row")
                .child(holidays.icon(IconName::Sun).kind(ButtonKind::Quiet))
                .child(guide_link("skema")),
        );
    let new = LinkButton::new(format!("/moeder/ny?indsats={rec}"), say!(app, planning.new));
    let title = el("p").class("soft").child(move || titles::initiative(app, &of));
    Page::new(say!(app, planning.title))
        .back(format!("/indsatser/{rec}"), say!(app, plan.back))
        .state(title)
        .action(new.kind(ButtonKind::Primary).icon(IconName::Add))
        .child(content)
        .view()
}

/// The plan on the initiative's own page: the next thing in it.
pub fn door(app: App, rec: RecordId, plan: &InitiativePlan) -> ListRow {
    let today = BrowserClock.today();
    let is_empty = plan.items.is_empty();
    let ahead = |it: &&PlanItem| {
        // Neither what was seen nor what is to be reached is something to go to.
        let is_ahead = it.day().is_some_and(|day| day >= today) && !it.is_off();
        is_ahead && ![Kind::Observation, Kind::Initiative].contains(&it.kind)
    };
    let next = plan.items.iter().find(ahead).cloned();
    let line = words(move || match &next {
        Some(item) => {
            let day = item.day().map(|day| format::weekday(app.lang(), day));
            let what = [Some(name(app, item)), day].into_iter().flatten();
            now!(app, planning.card_next, what = what.collect::<Vec<_>>().join(", "))
        }
        None if is_empty => now!(app, planning.card_empty),
        None => now!(app, planning.card_over),
    });
    ListRow::new(say!(app, planning.title))
        .detail(line)
        .href(format!("/indsatser/{rec}/plan"))
        .lead(icon(IconName::Calendar))
}
