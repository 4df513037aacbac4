//! How a result was worked out, for those who ask.

use crate::analysis::cautions::Caution;
use crate::ui::kit::prelude::*;
use crate::ui::words::{MeasurementResult, change, plain, remark, wave_name};

/// What is behind the figures, on demand.
pub fn details(seen: &MeasurementResult) -> El {
    let app = seen.app;
    let remarks = seen.measured.remarks.iter().map(|(wave, row, it)| {
        let said = remark(app, row, *it);
        el("li").child(format!("{}: {said}", wave_name(app, &seen.it, wave)))
    });
    let remarks: Vec<El> = remarks.collect();
    let mut lines = Vec::new();
    if seen.measured.cautions.contains(&Caution::EffectSize)
        && let Some(effect) = seen.measured.change.and_then(|it| it.effect)
    {
        lines.push(now!(app, measure.t10, g = plain(app, effect.g_av, 2)));
    } else if seen.measured.change.is_some_and(|it| it.n >= 5) {
        lines.push(now!(app, measure.t10, g = "\u{2014}"));
    }
    if let Some(it) = seen.measured.change.filter(|it| it.n >= 5) {
        if let Some(spread) = it.spread {
            let sd = |figure| plain(app, figure, 2);
            let (start, end, change) = (sd(spread.start), sd(spread.end), sd(spread.change));
            lines.push(now!(app, measure.spread, start = start, end = end, change = change));
        }
        if let Ok(interval) = it.interval {
            let (low, high) = (change(app, interval.low, 2), change(app, interval.high, 2));
            let t = plain(app, interval.t, 2);
            lines.push(now!(app, measure.interval, low = low, high = high, t = t, n = it.n));
        }
        lines.push(match it.r {
            Some(r) => now!(app, measure.correlation, r = plain(app, r, 2)),
            None => now!(app, measure.correlation, r = "\u{2014}"),
        });
    }
    if seen.gauge.scale.as_ref().is_some_and(|scale| scale.items.iter().any(|it| it.reversed)) {
        lines.push(now!(app, measure.reversed_said));
    }
    lines.push(if seen.gauge.scale.is_some() {
        now!(app, measure.method_scale)
    } else {
        now!(app, measure.method_score)
    });
    lines.push(now!(app, measure.rounded));
    let lines: Vec<El> = lines.into_iter().map(|line| el("p").child(line)).collect();
    el("details")
        .class("measure-details")
        .child(el("summary").child(say!(app, measure.details)))
        .child(el("div").class("stack-tight stack").child(lines))
        .child(
            (!remarks.is_empty())
                .then(|| el("ul").class("measure-checks").attr("role", "list").child(remarks)),
        )
}
