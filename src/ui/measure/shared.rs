//! What of a result may leave the team, on the screen and on paper: the group as a whole, never a
//! pupil, and nothing at all of fewer than five.

use super::chart::chart;
use super::figures::plain;
use super::results::Seen;
use super::words::{not_ready, wave_and_day, wave_name};
use crate::analysis::pair_chart::pair_chart;
use crate::analysis::shared_view::{
    SharedDistribution, SharedMean, may_be_shared, shared_distribution, shared_mean,
};
use crate::app::measurement::gauge::Gauge;
use crate::app::measurement::measured::Measured;
use crate::app::measurement::pooled::latest_wave;
use crate::domain::measurement::{Measurement, START};
use crate::ui::dom::{Content as _, El, View, el};
use crate::ui::state::App;
use crate::ui::texts::{now, say};
use crate::ui::titles;

/// The part of the page, which is also what is printed.
pub(super) fn shared(seen: &Seen) -> El {
    let app = seen.app;
    let content = match told(seen) {
        None => el("p").child(say!(app, measure.hidden)).view(),
        Some(found) => figures(seen, found),
    };
    el("section")
        .class("measure-shared part stack")
        .attr("aria-labelledby", "measure-shared")
        .child(el("h2").id("measure-shared").child(say!(app, measure.shared)))
        .child(el("p").class("soft no-print").child(say!(app, measure.shared_hint)))
        .child(el("p").class("print-only").child(titles::measurement(app, &seen.it)))
        .child(content)
}

/// The figures that may be shared, as they are shown.
struct Told {
    is_shown: bool,
    n: u32,
    start: String,
    end: String,
    change: String,
    ways: Option<String>,
}

/// `None` where nothing may be shared.
fn told(seen: &Seen) -> Option<Told> {
    let app = seen.app;
    let it = seen.measured.change.filter(|it| may_be_shared(Some(it)))?;
    let (min, max) = (seen.gauge.min, seen.gauge.max.unwrap_or(f64::INFINITY));
    let means = [it.mean_start, it.mean_end].map(|mean| shared_mean(mean, min, max));
    let told = |mean: SharedMean| match mean {
        SharedMean::Shown(mean) => plain(app, mean, 1),
        SharedMean::NearLowest => now!(app, measure.near_lowest),
        SharedMean::NearHighest => now!(app, measure.near_highest),
    };
    let is_shown = means.iter().all(|mean| matches!(mean, SharedMean::Shown(_)));
    let (mean, low, high) = seen.figures(&it);
    let change = match it.interval {
        // A change from a mean that is hidden would show it.
        _ if !is_shown => now!(app, measure.hidden_change),
        Ok(_) => now!(app, measure.shared_change, change = mean, lo = low, hi = high),
        Err(_) => mean,
    };
    let ways = match shared_distribution(seen.measured.distribution) {
        SharedDistribution::Full(it) => {
            let (a, b, c) = (it.improved, it.unchanged, it.declined);
            Some(now!(app, measure.shared_full, a = a, b = b, c = c))
        }
        SharedDistribution::Merged { improved, others } => {
            Some(now!(app, measure.shared_merged, a = improved, b = others))
        }
        SharedDistribution::Hidden => None,
    };
    let [start, end] = means.map(told);
    Some(Told { is_shown, n: it.n, start, end, change, ways })
}

/// What a measurement says to the team itself in a few sentences, and what has to stand beside them.
pub(in crate::ui) fn to_the_team(app: App, it: &Measurement) -> (Vec<String>, Vec<String>) {
    let gauge = match Gauge::of(it) {
        Ok(gauge) => gauge,
        Err(why) => return (vec![not_ready(app, why)], Vec::new()),
    };
    let to = latest_wave(it);
    let measured = Measured::of(it, &gauge, START, &to);
    let seen = Seen { app, it: it.clone(), gauge, measured, to };
    let few = seen.measured.pairing.pairs.len() < 2;
    let few = few.then(|| now!(app, measure.nothing_yet));
    let said = [Some(seen.who()), few, seen.outcome()];
    (said.into_iter().flatten().collect(), seen.always())
}

/// What may be shared of a measurement in a sentence, and what has to stand beside it.
pub(in crate::ui) fn in_short(app: App, it: &Measurement) -> (String, Vec<String>) {
    let Ok(gauge) = Gauge::of(it) else { return (now!(app, measure.not_yet), Vec::new()) };
    let to = latest_wave(it);
    let measured = Measured::of(it, &gauge, START, &to);
    let seen = Seen { app, it: it.clone(), gauge, measured, to };
    let Some(Told { n, start, end, change, ways, .. }) = told(&seen) else {
        return (now!(app, measure.hidden), Vec::new());
    };
    let at = |wave: &str| wave_name(app, &seen.it, wave).to_lowercase();
    let (first, last) = (at(START), at(&seen.to));
    let line = now!(
        app,
        report.measured,
        n = n,
        first = first,
        start = start,
        last = last,
        end = end,
        change = change
    );
    ([Some(line), ways].into_iter().flatten().collect::<Vec<_>>().join(" "), seen.always())
}

fn figures(seen: &Seen, found: Told) -> View {
    let app = seen.app;
    let Some(it) = seen.measured.change else { return View::nothing() };
    let Told { is_shown, n, start, end, change, ways } = found;
    let fact = |term: String, value: String| {
        el("div").class("fact").child(el("dt").child(term)).child(el("dd").child(value))
    };
    let facts = el("dl")
        .class("facts")
        .child(fact(now!(app, measure.n_pupils), n.to_string()))
        .child(fact(wave_and_day(app, &seen.it, START), start))
        .child(fact(wave_and_day(app, &seen.it, &seen.to), end))
        .child(fact(now!(app, measure.change), change));
    let axis = seen.measured.axis;
    // Without lines for pupils.
    let drawn = pair_chart(&[], Some(&it), axis.0, axis.1).filter(|_| is_shown).map(|drawn| {
        let ends = [wave_name(app, &seen.it, START), wave_name(app, &seen.it, &seen.to)];
        chart(app, &drawn, axis, now!(app, measure.shared_chart, n = it.n), ends)
    });
    let always: Vec<El> =
        seen.always().into_iter().map(|line| el("p").class("soft").child(line)).collect();
    (facts, ways.map(|line| el("p").child(line)), drawn, always).view()
}
