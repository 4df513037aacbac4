//! The questions and the steps of a scale, to be read.

use crate::domain::measurement::{Scale, ScaleStep};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The questions and the steps of a scale.
pub fn questions(app: App, scale: &Scale) -> View {
    let items = scale.items.iter().map(|item| {
        let turned = item
            .reversed
            .then(|| el("span").class("soft").child(" ").child(say!(app, measure.reversed_mark)));
        el("li").child(localized(item.text.clone())).child(turned)
    });
    let items = el("ol").class("measure-items").child(items.collect::<Vec<_>>());
    let steps = scale.steps.clone();
    let steps = words(move || {
        let step = |step: &ScaleStep| {
            let label = step.label.get(app.lang());
            let value = step.value.to_string();
            if label == value { value } else { format!("{value} {label}") }
        };
        steps.iter().map(step).collect::<Vec<_>>().join(" · ")
    });
    (items, el("p").class("soft").child(steps)).view()
}
