//! What a measurement says, in sentences: to the team itself, and what of it may be shared.

use super::figures::{change, plain};
use super::measurement_words::{not_ready, wave_name};
use crate::analysis::cautions::Caution;
use crate::analysis::paired_change::PairedChange;
use crate::analysis::shared_view::{
    SharedDistribution, SharedMean, may_be_shared, shared_distribution, shared_mean,
};
use crate::analysis::shown_figures::decimals;
use crate::app::measurement::gauge::Gauge;
use crate::app::measurement::measured::Measured;
use crate::app::measurement::pooled::latest_wave;
use crate::domain::measurement::{Better, Measurement, START};
use crate::ui::shell::{App, now};

/// What is looked at.
pub struct MeasurementResult {
    pub app: App,
    pub it: Measurement,
    pub gauge: Gauge,
    pub measured: Measured,
    pub to: String,
}

impl MeasurementResult {
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
    pub fn in_steps(&self) -> Option<String> {
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

/// The figures that may be shared, as they are shown.
pub struct Told {
    pub is_shown: bool,
    pub n: u32,
    pub start: String,
    pub end: String,
    pub change: String,
    pub ways: Option<String>,
}

/// `None` where nothing may be shared.
pub fn told(seen: &MeasurementResult) -> Option<Told> {
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
pub fn to_the_team(app: App, it: &Measurement) -> (Vec<String>, Vec<String>) {
    let gauge = match Gauge::of(it) {
        Ok(gauge) => gauge,
        Err(why) => return (vec![not_ready(app, why)], Vec::new()),
    };
    let to = latest_wave(it);
    let measured = Measured::of(it, &gauge, START, &to);
    let seen = MeasurementResult { app, it: it.clone(), gauge, measured, to };
    let few = seen.measured.pairing.pairs.len() < 2;
    let few = few.then(|| now!(app, measure.nothing_yet));
    let said = [Some(seen.who()), few, seen.outcome()];
    (said.into_iter().flatten().collect(), seen.always())
}

/// What may be shared of a measurement in a sentence, and what has to stand beside it.
pub fn measured_in_short(app: App, it: &Measurement) -> (String, Vec<String>) {
    let Ok(gauge) = Gauge::of(it) else { return (now!(app, measure.not_yet), Vec::new()) };
    let to = latest_wave(it);
    let measured = Measured::of(it, &gauge, START, &to);
    let seen = MeasurementResult { app, it: it.clone(), gauge, measured, to };
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
