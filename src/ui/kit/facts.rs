//! A figure from the brochure, with where it comes from.

use crate::domain::guide::Fact;
use crate::ui::dom::{El, el, svg};
use crate::ui::shell::{App, now, say};
use crate::ui::words::localized;

/// Two shares as words and as bars, with where they come from and what they cannot say.
pub fn figure(app: App, fact: &'static Fact) -> El {
    let group = say!(app, guide.share, group = fact.group.get(app.lang()));
    let mut figure = el("figure").class("figure").child(el("p").class("strong").child(group));
    for (percent, whom) in &fact.values {
        let share = el("p")
            .class("figure-share")
            .child(el("strong").class("figure-number").child(say!(app, guide.percent, n = percent)))
            .child(el("span").child(localized(whom.clone())));
        figure = figure.child(share).child(bar(*percent));
    }
    let count = move || match fact.count {
        Some(n) => now!(app, guide.fact_count, n = n),
        None => now!(app, guide.fact_no_count),
    };
    let source = say!(app, guide.fact_source, page = &fact.page);
    figure.child(
        el("figcaption")
            .class("guide-source")
            .child(el("p").child(localized(fact.caveat.clone())))
            .child(el("p").child(source).child(" ").child(count)),
    )
}

/// A share as a bar, for the eye alone.
fn bar(percent: u32) -> El {
    let line = |class, width: u32| {
        svg("rect").attr("class", class).attr("width", width).attr("height", "4").attr("rx", "1")
    };
    svg("svg")
        .attr("class", "figure-bar")
        .attr("viewBox", "0 0 100 4")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(line("figure-whole", 100))
        .child(line("figure-part", percent))
}
