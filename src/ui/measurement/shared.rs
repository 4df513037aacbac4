//! What of a result may leave the team, on the screen and on paper: the group as a whole, never a
//! pupil, and nothing at all of fewer than five.

use super::chart::chart;
use crate::analysis::pair_chart::pair_chart;
use crate::domain::measurement::START;
use crate::ui::kit::prelude::*;
use crate::ui::words::{MeasurementResult, Told, titles, told, wave_and_day, wave_name};

/// The part of the page, which is also what is printed.
pub fn shared(seen: &MeasurementResult) -> El {
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

fn figures(seen: &MeasurementResult, found: Told) -> View {
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
