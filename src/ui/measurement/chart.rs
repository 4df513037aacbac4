//! The chart of pairs. What is where comes from `analysis/pair_chart.rs`; here it is only drawn.

use crate::analysis::pair_chart::{Line, PairChart, ticks};
use crate::ui::kit::prelude::*;
use crate::ui::words::typed;

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 360.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 268.0;

fn down(share: f64) -> f64 {
    TOP + share * (BOTTOM - TOP)
}

fn at(number: f64) -> String {
    format!("{number:.1}")
}

/// The drawing, named by a sentence; the table has the same figures.
pub fn chart(
    app: App,
    drawn: &PairChart,
    (min, max): (f64, f64),
    name: String,
    ends: [String; 2],
) -> El {
    let mut drawing = svg("svg")
        .class("measure-chart")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("role", "img")
        .attr("aria-label", name);
    for tick in ticks(min, max) {
        let y = down((max - tick) / (max - min));
        drawing = drawing.child(line("measure-rule", (LEFT, y), (RIGHT, y))).child(
            svg("text")
                .class("measure-tick")
                .attr("x", at(LEFT - 10.0))
                .attr("y", at(y + 5.0))
                .attr("text-anchor", "end")
                .child(typed(app, tick)),
        );
    }
    for pair in &drawn.lines {
        drawing = drawing.child(of("measure-pair", pair));
    }
    if let Some(mean) = &drawn.mean {
        drawing = drawing.child(of("measure-mean", mean));
        for (x, y) in [(LEFT, mean.start), (RIGHT, mean.end)] {
            let dot = svg("circle").class("measure-dot").attr("r", "5");
            drawing = drawing.child(dot.attr("cx", at(x)).attr("cy", at(down(y))));
        }
    }
    if let Some(bar) = &drawn.bar {
        let x = RIGHT + 18.0;
        let (top, bottom) = (down(bar.top), down(bar.bottom));
        drawing = drawing.child(line("measure-bar", (x, top), (x, bottom)));
        for (y, cut) in [(top, bar.cut_top), (bottom, bar.cut_bottom)] {
            // An end without a cap goes on past the chart.
            if !cut {
                drawing = drawing.child(line("measure-bar", (x - 8.0, y), (x + 8.0, y)));
            }
        }
    }
    let [start, end] = ends;
    for (x, anchor, text) in [(LEFT, "start", start), (RIGHT, "end", end)] {
        drawing = drawing.child(
            svg("text")
                .class("measure-tick")
                .attr("x", at(x))
                .attr("y", at(HEIGHT - 8.0))
                .attr("text-anchor", anchor)
                .child(text),
        );
    }
    el("div").class("measure-figure").child(drawing)
}

fn of(class: &'static str, pair: &Line) -> El {
    line(class, (LEFT, down(pair.start)), (RIGHT, down(pair.end)))
}

fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> El {
    svg("line")
        .class(class)
        .attr("x1", at(x1))
        .attr("y1", at(y1))
        .attr("x2", at(x2))
        .attr("y2", at(y2))
}
