//! How many chose each step, a dot for each: the spread of what colleagues think, which no mean could tell.

use crate::analysis::pupil_figures::Bars;
use crate::domain::text::Localized;
use crate::ui::dom::{El, el};
use crate::ui::shell::{App, say};
use crate::ui::words::content_text::localized;

/// A row of dots for each answer, with its number.
pub fn dots(app: App, labels: &[Localized], bars: &Bars) -> El {
    let n = bars.n;
    let rows = labels.iter().enumerate().map(|(place, label)| {
        let count = bars.counts.get(place).copied().unwrap_or_default();
        let all: Vec<El> = (0..count).map(|_| el("span").class("spread-dot")).collect();
        el("li")
            .class("spread-row")
            .child(el("span").class("spread-label").child(localized(label.clone())))
            .child(el("span").class("spread-dots").attr("aria-hidden", "true").child(all))
            .child(el("span").class("spread-number number").child(say!(
                app,
                plan.of,
                n = count,
                total = n
            )))
    });
    el("ul").class("spread").attr("role", "list").child(rows.collect::<Vec<_>>())
}
