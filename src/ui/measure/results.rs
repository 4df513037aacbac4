//! What a measurement says: in sentences, as a chart, as figures, and with what has to be known.

use leptos::prelude::*;

use super::cells::scrolled;
use super::chart::chart;
use super::details::details;
use super::figures::{change, plain};
use super::list::ALL;
use super::pool::Pool;
use super::shared::shared;
use super::words::{not_ready, row_name, wave_and_day, wave_name};
use crate::analysis::cautions::Caution;
use crate::analysis::direction::Moved;
use crate::analysis::pair_chart::pair_chart;
use crate::analysis::paired_change::PairedChange;
use crate::analysis::shown_figures::decimals;
use crate::app::measurement::gauge::Gauge;
use crate::app::measurement::measured::Measured;
use crate::app::measurement::pooled::{latest_wave, pooled};
use crate::app::plan::{Held, Standing};
use crate::app::store::{AppError, Clock as _, List};
use crate::domain::initiative::Became;
use crate::domain::measurement::{Better, Measurement, START};
use crate::domain::plan::Lesson;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::print;
use crate::ui::components::{
    Button, Choice, EmptyState, Field, IconName, Notice, NoticeKind, Page,
};
use crate::ui::dom::{Content as _, El, View, el, memo, words};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::pages::not_found::not_found;
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say};
use crate::ui::titles;

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
        let seen = Seen { app, it: it.clone(), gauge: gauge.clone(), measured, to };
        let own = own_view(&seen, delivered);
        let Some(pool) = &pool else { return (own, shared(&seen)).view() };
        let pooled = pool.seen(&seen);
        // What may be shared of the groups together takes the place of what may not of one of them.
        let to_share = if together.get() { &pooled } else { &seen };
        (own, pool.part(&pooled, together), shared(to_share)).view()
    };
    el("div").class("stack-loose stack").child(which).child(content).view()
}

/// What is looked at.
pub(super) struct Seen {
    pub app: App,
    pub it: Measurement,
    pub gauge: Gauge,
    pub measured: Measured,
    pub to: String,
}

impl Seen {
    /// The mean change and its interval, with as many decimals as they need together.
    pub fn figures(&self, it: &PairedChange) -> (String, String, String) {
        let (low, high) =
            it.interval.map_or((it.change, it.change), |found| (found.low, found.high));
        let places = decimals(&[it.change, low, high]);
        let said = |figure| change(self.app, figure, places);
        (said(it.change), said(low), said(high))
    }

    /// ` på en skala fra 1 til 5`; nothing where there is no highest.
    pub fn on_scale(&self) -> String {
        let number = |figure| super::figures::typed(self.app, figure);
        self.gauge.max.map_or_else(String::new, |max| {
            now!(self.app, measure.on_scale, min = number(self.gauge.min), max = number(max))
        })
    }

    /// The sentences that stand under every result.
    pub fn always(&self) -> Vec<String> {
        let app = self.app;
        let said = |caution: &Caution| match caution {
            Caution::ChosenForLow => Some(now!(app, measure.t6)),
            Caution::NotCause => Some(now!(app, measure.t7)),
            Caution::NotValidated => Some(now!(app, measure.t8)),
            _ => None,
        };
        self.measured.cautions.iter().filter_map(said).collect()
    }

    fn has(&self, caution: Caution) -> bool {
        self.measured.cautions.contains(&caution)
    }

    /// What the group did, in one sentence; `None` for fewer than two pairs.
    pub fn outcome(&self) -> Option<String> {
        let app = self.app;
        let it = self.measured.change.as_ref()?;
        let (mean, lo, hi) = self.figures(it);
        let scale = self.on_scale();
        let lower = self.gauge.better == Better::Lower;
        let said = |caution: &Caution| match caution {
            Caution::TooFew => Some(now!(app, measure.t1, n = it.n)),
            Caution::SuggestsProgress => {
                Some(now!(app, measure.t2, change = mean, scale = scale, lo = lo, hi = hi))
            }
            Caution::Progress if lower => {
                Some(now!(app, measure.t3_lower, change = mean, scale = scale, lo = lo, hi = hi))
            }
            Caution::Progress => {
                Some(now!(app, measure.t3, change = mean, scale = scale, lo = lo, hi = hi))
            }
            Caution::NoClearChange => Some(now!(app, measure.t4, change = mean, lo = lo, hi = hi)),
            Caution::SuggestsDecline => {
                Some(now!(app, measure.t5, change = mean, lo = lo, hi = hi))
            }
            Caution::Decline => {
                Some(now!(app, measure.t3_decline, change = mean, scale = scale, lo = lo, hi = hi))
            }
            Caution::AllAlike => Some(now!(app, measure.all_alike, change = mean)),
            _ => None,
        };
        self.measured.cautions.iter().find_map(said)
    }

    /// How many moved which way, and what counts as moving.
    pub fn ways(&self) -> Option<String> {
        if !self.has(Caution::Distribution) {
            return None;
        }
        let app = self.app;
        let ways = self.measured.distribution;
        let forward = match ways.improved {
            1 => now!(app, measure.t9_one),
            n => now!(app, measure.t9_many, n = n),
        };
        let rest =
            now!(app, measure.t9, forward = forward, level = ways.unchanged, back = ways.declined);
        let means = if self.gauge.scale.is_some() {
            now!(app, measure.means_steps)
        } else {
            now!(app, measure.means, n = super::figures::typed(app, self.gauge.threshold))
        };
        Some(format!("{rest} {means}"))
    }

    /// What a clear change is in steps for each pupil.
    fn in_steps(&self) -> Option<String> {
        let scale = self.gauge.scale.as_ref()?;
        let clear = [
            Caution::SuggestsProgress,
            Caution::Progress,
            Caution::SuggestsDecline,
            Caution::Decline,
        ];
        if !clear.into_iter().any(|it| self.has(it)) {
            return None;
        }
        let steps = self.measured.change?.change.abs() * scale.items.len() as f64;
        Some(now!(self.app, measure.in_steps, n = plain(self.app, steps, 1)))
    }

    /// Who is in it.
    pub fn who(&self) -> String {
        let app = self.app;
        let pairing = &self.measured.pairing;
        let wave = |wave: &str| wave_name(app, &self.it, wave).to_lowercase();
        let start = if pairing.n_start == 1 {
            now!(app, measure.who_one, at = wave(START))
        } else {
            now!(app, measure.who_many, n = pairing.n_start, at = wave(START))
        };
        let end = now!(app, measure.who_end, n = pairing.n_end, at = wave(&self.to));
        let both = now!(app, measure.who_both, n = pairing.pairs.len());
        format!("{start}, {end}. {both}")
    }
}

/// What the team itself sees. It stays on the screen: what is printed is what may be shared.
fn own_view(seen: &Seen, (held, of): Delivered) -> El {
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
    let goal = (!goal.trim().is_empty())
        .then(|| el("p").class("soft").child(say!(app, measure.goal_is, goal = goal)));
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

fn drawn(seen: &Seen) -> View {
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
fn table(seen: &Seen) -> El {
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
