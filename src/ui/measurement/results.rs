//! What a measurement says: in sentences, as a chart, as figures, and with what has to be known.

use super::cells::scrolled;
use super::chart::chart;
use super::details::details;
use super::list::ALL;
use super::pool::Pool;
use super::shared::shared;
use crate::analysis::direction::Moved;
use crate::analysis::pair_chart::pair_chart;
use crate::analysis::shown_figures::decimals;
use crate::app::measurement::gauge::Gauge;
use crate::app::measurement::measured::Measured;
use crate::app::measurement::pooled::{latest_wave, pooled};
use crate::app::plan::Held;
use crate::app::store::{AppError, Clock as _, List, Standing};
use crate::domain::initiative::Became;
use crate::domain::measurement::{Measurement, START};
use crate::domain::plan::Lesson;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::print;
use crate::ui::kit::prelude::*;
use crate::ui::words::{
    MeasurementResult, change, not_ready, plain, row_name, titles, wave_and_day, wave_name,
};

/// More lessons than an initiative has in a school year.
const LESSONS: u32 = 600;

/// How many planned lessons took place.
type Delivered = (u32, u32);

/// The page of what a measurement says.
pub fn results(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let Some((_, fields)) = store.edit(rec, Kind::Measurement).await? else { return Ok(None) };
        let mut delivered: Delivered = (0, 0);
        let mut others = Vec::new();
        if let Some(initiative) = Measurement::read(&fields).initiative() {
            let lessons = store.standing(List::Of(initiative, Kind::Lesson), LESSONS).await?;
            let lessons = lessons.iter().map(|(_, fields)| Lesson::read(fields));
            let held = Held::count(lessons, BrowserClock.today());
            delivered = (held.held, held.of);
            others = store.standing(List::Of(initiative, Kind::Measurement), ALL).await?;
        }
        Ok::<_, AppError>(Some((fields, delivered, others)))
    });
    shown(found, move |found: Option<(Fields, Delivered, Vec<Standing>)>| match found {
        Some((fields, delivered, others)) => {
            let others = others.iter().map(|(rec, fields)| (*rec, Measurement::read(fields)));
            page(app, rec, &Measurement::read(&fields), delivered, others.collect())
        }
        None => not_found(),
    })
}

fn page(
    app: App,
    rec: RecordId,
    it: &Measurement,
    delivered: Delivered,
    others: Vec<(RecordId, Measurement)>,
) -> View {
    let content = match Gauge::of(it) {
        Err(why) => EmptyState::new(
            IconName::Info,
            say!(app, measure.not_yet),
            words(move || not_ready(app, why)),
        )
        .view(),
        Ok(gauge) => {
            let pool = pooled((rec, it), &gauge, &others);
            let pool = pool.map(|pool| Pool::new(pool, others));
            compared(app, it.clone(), gauge, delivered, pool)
        }
    };
    let named = it.clone();
    Page::new(words(move || {
        now!(app, measure.result_title, name = titles::measurement(app, &named))
    }))
    .back(format!("/maalinger/{rec}"), say!(app, measure.back_to))
    .action(Button::new(say!(app, measure.print), print::print).icon(IconName::Note))
    .child(content)
    .view()
}

/// From the start to one of the later waves: the end, where somebody has answered it.
fn compared(
    app: App,
    it: Measurement,
    gauge: Gauge,
    delivered: Delivered,
    pool: Option<Pool>,
) -> View {
    let together = RwSignal::new(false);
    let later: Vec<String> = it.waves().into_iter().filter(|wave| wave != START).collect();
    let chosen = RwSignal::new(latest_wave(&it));
    let choices = later.iter().map(|wave| {
        let (it, wave) = (it.clone(), wave.clone());
        let id = wave.clone();
        Choice::new(id, words(move || wave_and_day(app, &it, &wave)))
    });
    let choices: Vec<Choice> = choices.collect();
    let which = (later.len() > 1).then(|| {
        el("div").class("no-print").child(Field::new(say!(app, measure.compare_with)).radios(
            Signal::stored(choices),
            memo(move || Some(chosen.get())),
            move |to: Option<String>| chosen.set(to.unwrap_or_default()),
        ))
    });
    let content = move || {
        let to = chosen.get();
        let measured = Measured::of(&it, &gauge, START, &to);
        let seen = MeasurementResult { app, it: it.clone(), gauge: gauge.clone(), measured, to };
        let own = own_view(&seen, delivered);
        let Some(pool) = &pool else { return (own, shared(&seen)).view() };
        let pooled = pool.seen(&seen);
        // What may be shared of the groups together takes the place of what may not of one of them.
        let to_share = if together.get() { &pooled } else { &seen };
        (own, pool.part(&pooled, together), shared(to_share)).view()
    };
    el("div").class("stack-loose stack").child(which).child(content).view()
}

/// What the team itself sees. It stays on the screen: what is printed is what may be shared.
fn own_view(seen: &MeasurementResult, (held, of): Delivered) -> El {
    let app = seen.app;
    let n = seen.measured.pairing.pairs.len();
    // Below three of four planned lessons that comes first.
    let delivered = Became::is_little(held, of)
        .then(|| Notice::new(NoticeKind::Info, say!(app, measure.delivered, held = held, of = of)));
    let changed = seen.it.is_changed_since_start().then(|| {
        Notice::new(NoticeKind::Warning, say!(app, measure.changed))
            .child(el("p").child(say!(app, measure.changed_text)))
    });
    let mut lines = vec![seen.who()];
    if seen.measured.many_are_missing() {
        lines.push(now!(app, measure.many_missing));
    }
    if n < 2 {
        lines.push(now!(app, measure.nothing_yet));
    }
    lines.extend(seen.outcome());
    lines.extend(seen.ways());
    lines.extend(seen.in_steps());
    let lines: Vec<El> = lines.into_iter().map(|line| el("p").child(line)).collect();
    let always: Vec<El> =
        seen.always().into_iter().map(|line| el("p").class("soft").child(line)).collect();
    let goal = seen.it.goal();
    let goal = (!goal.trim().is_empty()).then(|| soft(say!(app, measure.goal_is, goal = goal)));
    el("section")
        .class("measure-own no-print stack")
        .attr("aria-labelledby", "measure-result")
        .child(el("h2").id("measure-result").child(say!(app, measure.own_view)))
        .child(goal)
        .child(changed)
        .child(delivered)
        .child(el("div").class("measure-sentences stack-tight stack").child(lines))
        .child((n >= 2).then(|| drawn(seen)))
        .child(el("div").class("stack-tight stack").child(always))
        .child((n >= 2).then(|| table(seen)))
        .child(details(seen))
}

fn drawn(seen: &MeasurementResult) -> View {
    let app = seen.app;
    let (min, max) = seen.measured.axis;
    let pairs = &seen.measured.pairing.pairs;
    let found = pair_chart(pairs, seen.measured.change.as_ref(), min, max);
    let Some(found) = found else { return View::nothing() };
    let name = now!(app, measure.chart_name, n = pairs.len());
    let ends = [wave_name(app, &seen.it, START), wave_name(app, &seen.it, &seen.to)];
    let key = if found.bar.is_some() {
        say!(app, measure.chart_key)
    } else {
        say!(app, measure.chart_key_few)
    };
    (chart(app, &found, (min, max), name, ends), el("p").class("soft").child(key)).view()
}

/// The same figures as in the chart.
fn table(seen: &MeasurementResult) -> El {
    let app = seen.app;
    let score = |value: Option<f64>| match value {
        Some(value) => plain(app, value, 1),
        None => "\u{2013}".to_owned(),
    };
    let way = |moved: Option<Moved>| match moved {
        Some(Moved::Improved) => now!(app, measure.forward),
        Some(Moved::Unchanged) => now!(app, measure.level_word),
        Some(Moved::Declined) => now!(app, measure.backward),
        None => now!(app, measure.not_in_it),
    };
    let cell = |text: String| el("td").child(text);
    let row = |head: String, start, end, by: String, moved: String| {
        el("tr")
            .child(el("th").attr("scope", "row").child(head))
            .child(cell(score(start)))
            .child(cell(score(end)))
            .child(cell(by))
            .child(cell(moved))
    };
    let changes: Vec<f64> = seen.measured.pairing.pairs.iter().map(|pair| pair.change()).collect();
    let places = decimals(&changes);
    let by = |start: Option<f64>, end: Option<f64>| match start.zip(end) {
        Some((start, end)) => change(app, end - start, places),
        None => "\u{2013}".to_owned(),
    };
    let lines = seen.measured.lines.iter();
    let rows = lines.map(|it| {
        row(row_name(app, &it.code), it.start, it.end, by(it.start, it.end), way(it.moved))
    });
    let rows: Vec<El> = rows.collect();
    let mean = seen.measured.change.map(|it| {
        // Of fewer than five no change of the group is shown.
        let by = if it.n < 5 { String::new() } else { seen.figures(&it).0 };
        let head = now!(app, measure.mean_of, n = it.n);
        row(head, Some(it.mean_start), Some(it.mean_end), by, String::new())
            .class("measure-mean-row")
    });
    let heads = [
        now!(app, measure.pupil),
        wave_name(app, &seen.it, START),
        wave_name(app, &seen.it, &seen.to),
        now!(app, measure.change),
        String::new(),
    ];
    let heads: Vec<El> = heads
        .into_iter()
        .map(
            |head| {
                if head.is_empty() { el("td") } else { el("th").attr("scope", "col").child(head) }
            },
        )
        .collect();
    let table = el("table")
        .class("measure-table number")
        .child(el("caption").child(say!(app, measure.table)))
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(rows).child(mean));
    scrolled(say!(app, measure.table), table)
}
