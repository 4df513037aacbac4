//! The whole plan as a list, week by week: what is ahead first, what was in a part that folds.

use crate::app::plan::PlanItem;
use crate::domain::calendar::Week;
use crate::ui::kit::prelude::*;
use crate::ui::kit::row;
use crate::ui::plan::planned::PlanPage;
use crate::ui::words::{week_days, week_name};

/// The list.
pub(super) fn list_of(app: App, seen: StoredValue<PlanPage, LocalStorage>) -> View {
    seen.with_value(|seen| {
        if seen.plan.items.is_empty() {
            let title = say!(app, planning.empty);
            let text = say!(app, planning.empty_text);
            return EmptyState::new(IconName::Calendar, title, text).view();
        }
        let this = Week::of(seen.today);
        let (mut earlier, mut ahead, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for item in &seen.plan.items {
            match item.day().map(Week::of) {
                Some(week) if week < this => put(&mut earlier, week, item),
                Some(week) => put(&mut ahead, week, item),
                None => undated.push(item),
            }
        }
        let ahead: Vec<El> = ahead.iter().map(|(week, it)| group(app, seen, *week, it)).collect();
        let is_over = ahead.is_empty();
        let earlier: Vec<El> =
            earlier.iter().rev().map(|(week, it)| group(app, seen, *week, it)).collect();
        let earlier = (!earlier.is_empty()).then(|| {
            el("details")
                .class("fold")
                .child(el("summary").child(say!(app, planning.earlier)))
                .child(el("div").class("stack-loose stack").child(earlier))
        });
        let undated = (!undated.is_empty()).then(|| {
            let rows = undated.iter().map(|it| row(app, it, seen.today, false));
            el("div")
                .class("stack-tight stack")
                .child(el("h2").class("plan-week").child(say!(app, planning.undated)))
                .child(list_named(say!(app, planning.undated), rows.collect::<Vec<_>>()))
        });
        let over = is_over.then(|| soft(say!(app, planning.card_over)));
        el("div")
            .class("stack-loose stack")
            .child(over)
            .child(ahead)
            .child(undated)
            .child(earlier)
            .view()
    })
}

/// Things come in the order of their days, so a week is the last one or a new one.
fn put<'a>(weeks: &mut Vec<(Week, Vec<&'a PlanItem>)>, week: Week, item: &'a PlanItem) {
    match weeks.last_mut() {
        Some((last, items)) if *last == week => items.push(item),
        _ => weeks.push((week, vec![item])),
    }
}

fn group(app: App, seen: &PlanPage, week: Week, items: &[&PlanItem]) -> El {
    let today = seen.today;
    let title = words(move || week_name(app, week, today));
    let rows: Vec<_> = items.iter().map(|it| row(app, it, today, true)).collect();
    el("div")
        .class("stack-tight stack")
        .child(
            el("div")
                .class("plan-week")
                .child(el("h2").child(title))
                .child(el("p").class("soft").child(move || week_days(app, week))),
        )
        .child(list_named(title, rows))
}
