//! What the app is, where its content comes from, and what happens to what a person types.

use crate::domain::text::Localized;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{doors, offline};

/// The page about the app.
pub fn about() -> View {
    let app = use_app();
    let about = app.content().about.clone();
    let citation = el("blockquote").attr("lang", "da").class("citation").child(about.citation);
    let version = say!(app, about.version_text, version = env!("CARGO_PKG_VERSION"));
    let content = el("div")
        .class("prose stack-loose stack")
        .child(el("p").class("lead").child(say!(app, about.lead)))
        .child(doors::guide_card(app))
        .child(part("privacy", say!(app, about.privacy)).child(points(app, about.privacy)))
        .child(
            part("source", say!(app, about.source))
                .child(points(app, about.source))
                .child(citation),
        )
        .child(
            part("version", say!(app, about.version))
                .child(el("p").child(version))
                .child(offline(app)),
        );
    Page::new(say!(app, about.title)).child(content).view()
}

/// A part of the page under its heading.
fn part(id: &'static str, title: Words) -> El {
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
}

fn points(app: App, points: Vec<Localized>) -> El {
    let mut list = el("ul").class("points");
    for point in points {
        list = list.child(el("li").child(move || point.get(app.lang()).to_owned()));
    }
    list
}
