//! The three times: in how many weeks each was held, and what became of it week by week.

use crate::domain::plan::{Time, TimeCount, TimeSum, time_sums};
use crate::ui::kit::prelude::*;
use crate::ui::plan::planned::PlanPage;
use crate::ui::words::{reason_name, time_name, week_name};

/// The panel.
pub(super) fn times(app: App, seen: StoredValue<PlanPage, LocalStorage>) -> View {
    seen.with_value(|seen| {
        let intro = soft(say!(app, planning.times_text));
        let guide = el("div").class("row").child(guide_link("skema"));
        if seen.weeks.is_empty() {
            let title = say!(app, planning.no_times);
            let text = say!(app, planning.no_times_text);
            return (intro, EmptyState::new(IconName::Clock, title, text), guide).view();
        }
        let sums = time_sums(&seen.weeks, seen.today);
        let sums = Time::ALL.into_iter().zip(sums).map(|(time, sum)| {
            el("div")
                .class("fact")
                .child(el("dt").child(time_name(app, time)))
                .child(el("dd").child(summed(app, sum)))
        });
        let sums = el("dl").class("facts").child(sums.collect::<Vec<_>>());
        el("div")
            .class("stack")
            .child(intro)
            .child(sums)
            .child(table(app, seen))
            .child(guide)
            .view()
    })
}

/// `5 af 6 uger · 2 tabt · 1 læst ud til vikar`.
fn summed(app: App, sum: TimeSum) -> Words {
    words(move || {
        if sum.weeks == 0 {
            return now!(app, planning.sum_none);
        }
        let mut said = vec![now!(app, planning.sum, held = sum.held, weeks = sum.weeks)];
        if sum.lost > 0 {
            said.push(now!(app, planning.sum_lost, n = sum.lost));
        }
        if sum.cover > 0 {
            said.push(now!(app, planning.sum_cover, n = sum.cover));
        }
        said.join(" · ")
    })
}

fn table(app: App, seen: &PlanPage) -> El {
    let heads = [say!(app, planning.week)].into_iter();
    let heads = heads.chain([
        say!(app, planning.column_planning),
        say!(app, planning.column_sparring),
        say!(app, planning.column_evaluation),
    ]);
    let heads: Vec<El> = heads.map(|it| el("th").attr("scope", "col").child(it)).collect();
    let today = seen.today;
    let rows = seen.weeks.iter().map(|it| {
        let week = it.week;
        let head = el("th").attr("scope", "row").child(move || week_name(app, week, today));
        if it.is_free && it.times.iter().all(|count| count.planned == 0) {
            let free = el("td").attr("colspan", "3").class("soft");
            return el("tr").child(head).child(free.child(say!(app, planning.free_week)));
        }
        let cells = it.times.iter().map(|count| {
            // What is lost is what one looks for.
            let is_lost = !count.lost.is_empty();
            let said = el("span").child(said(app, count.clone()));
            let cell = el("td").class_if("plan-lost", move || is_lost);
            if count.planned > 0 {
                return cell.child(said);
            }
            // To the eye a dash is enough, in a table that has many.
            let dash = el("span").class("soft").attr("aria-hidden", "true").child("–");
            cell.child(dash).child(said.class("visually-hidden"))
        });
        el("tr").child(head).child(cells.collect::<Vec<_>>())
    });
    let rows: Vec<El> = rows.collect();
    el("div")
        .class("plan-table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", say!(app, planning.times_tab))
        .child(
            el("table")
                .child(el("thead").child(el("tr").child(heads)))
                .child(el("tbody").child(rows)),
        )
}

/// What became of one of the times in a week, in words: `holdt`, `tabt: gik til vikar`.
pub(super) fn said(app: App, count: TimeCount) -> Words {
    let reasons: Vec<Words> = count.lost.iter().map(|reason| reason_name(app, reason)).collect();
    words(move || {
        if count.planned == 0 {
            return now!(app, planning.not_planned);
        }
        let mut parts = Vec::new();
        match count.held {
            0 => {}
            1 => parts.push(now!(app, planning.was_held)),
            n => parts.push(now!(app, planning.was_held_n, n = n)),
        }
        for reason in &reasons {
            let reason = reason.get();
            parts.push(match reason.as_str() {
                "" => now!(app, planning.was_lost),
                reason => now!(app, planning.was_lost_why, why = reason.to_lowercase()),
            });
        }
        let decided = count.held + count.open + u32::try_from(count.lost.len()).unwrap_or(0);
        if count.open > 0 {
            parts.push(now!(app, planning.was_open));
        }
        match count.planned.saturating_sub(decided) {
            0 => {}
            1 => parts.push(now!(app, planning.is_planned)),
            n => parts.push(now!(app, planning.is_planned_n, n = n)),
        }
        parts.join(", ")
    })
}
