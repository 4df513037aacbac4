//! An area of the evaluation of the collaboration on one screen: its questions under each other.

use std::rc::Rc;

use super::adult::way_out;
use super::parts::{back_from, bar, heading, large, way};
use super::sitting::Sitting;
use crate::domain::text::Localized;
use crate::domain::voices::SurveyQuestion;
use crate::ui::kit::prelude::*;
use crate::ui::voices::answer_field::{Put, answer_field};
use crate::ui::words::localized;

/// The screen.
pub fn area(
    sitting: Sitting,
    place: usize,
    title: Option<Localized>,
    questions: &[SurveyQuestion],
) -> View {
    let app = sitting.app;
    let put: Put = Rc::new(move |item, answer| sitting.put(&item, answer));
    let field = |question| {
        sitting.survey.with_value(|it| answer_field(app, it, question, sitting.answers, &put))
    };
    let fields: Vec<View> = questions.iter().map(field).collect();
    let on = move || sitting.after_a_moment(move || sitting.go(place + 1));
    let is_last = place + 1 == sitting.count();
    let (onward, drawing) = match is_last {
        true => (say!(app, staff.hand_in), IconName::Check),
        false => (say!(app, survey.onward), IconName::Forward),
    };
    let top = bar(way_out(sitting, Some(place)), way(sitting, place));
    let seen = top.element().clone();
    // Whoever was at the end of the page before begins at the top of this one.
    Effect::new(move || seen.scroll_into_view());
    (
        top,
        el("div")
            .class("pupil-middle pupil-area")
            .child(heading(localized(title.unwrap_or_default())))
            .child(soft(say!(app, staff.may_skip)))
            .child(el("div").class("form").child(fields)),
        el("div")
            .class("pupil-foot")
            .child(back_from(sitting, place))
            .child(large(onward, drawing, on)),
    )
        .view()
}
