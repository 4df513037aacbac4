//! A guide for talks with pupils on paper: its questions with lines to write keywords on.

use crate::domain::voices::{TalkGuide, talk_guide};
use crate::ui::kit::prelude::*;
use crate::ui::paper::{lines, paper, print_button};

/// How many lines there are to write on under a question.
const LINES: u32 = 3;

/// The page of a guide.
pub fn blank_guide(id: &str) -> View {
    let app = use_app();
    let Some(guide) = talk_guide(id) else { return not_found() };
    Page::new(words(move || guide.title.get(app.lang()).to_owned()))
        .back("/indsatser", say!(app, talks.back))
        .state(soft(say!(app, blank.text)))
        .action(print_button(app))
        .child(move || sheet(app, guide))
        .view()
}

fn sheet(app: App, guide: &TalkGuide) -> El {
    let lang = app.lang();
    let head = [now!(app, field.class), now!(app, observation.day), now!(app, talks.how_many)];
    let head = head.map(|name| el("p").class("blank-line").child(el("span").child(name)));
    let mut parts = vec![
        el("div").class("blank-head").child(head.into_iter().collect::<Vec<_>>()).view(),
        el("section")
            .class("blank-item")
            .child(el("p").child(guide.how_to.get(lang).to_owned()))
            .child(el("p").child(now!(app, talks.no_names)))
            .view(),
    ];
    parts.extend((1..).zip(&guide.questions).map(|(n, it)| {
        el("section")
            .class("blank-item")
            .child(el("h2").child(format!("{n}. {}", it.label.get(lang))))
            .child(lines(LINES))
            .view()
    }));
    paper(guide.title.get(lang).to_owned(), parts)
}
