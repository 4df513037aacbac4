//! What the screens in the hands of pupils are made of: headings, large buttons, the way on.

use super::sitting::Sitting;
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;

/// How far somebody is, in words and as dots.
pub fn way(sitting: Sitting, place: usize) -> View {
    let (app, count) = (sitting.app, sitting.count());
    let dots = (0..count).map(|n| {
        el("span").class(if n <= place { "pupil-dot pupil-dot-full" } else { "pupil-dot" })
    });
    el("p")
        .class("pupil-way")
        .child(el("span").class("number").child(say!(
            app,
            survey.question_of,
            n = place + 1,
            of = count
        )))
        .child(
            el("span")
                .class("pupil-dots")
                .attr("aria-hidden", "true")
                .child(dots.collect::<Vec<_>>()),
        )
        .view()
}

/// The way back to the page before, where there is one.
pub fn back_from(sitting: Sitting, place: usize) -> Option<El> {
    let before = place.checked_sub(1)?;
    let back = move || sitting.after_a_moment(move || sitting.go(before));
    Some(large(say!(sitting.app, survey.go_back), IconName::Back, back))
}

pub fn bar(way_out: El, way: View) -> El {
    el("div").class("pupil-bar").child(way).child(way_out)
}

/// What is asked or said, which takes the focus: a screen reader says it when it comes.
pub fn heading(words: impl Into<Words>) -> El {
    let heading = el("h1").class("pupil-question").attr("tabindex", "-1").child(words.into());
    let focused = heading.clone();
    Effect::new(move || focus_in_place(focused.html()));
    heading
}

/// Something else to press.
pub fn large(words: Words, name: IconName, press: impl Fn() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("button button-secondary pupil-large")
        .on("click", move |_| press())
        .child(icon(name))
        .child(el("span").child(words))
}
