//! What each step of the guided start asks.

use super::expected::expected;
use super::pupil_list::{Typed, pupils};
use crate::ui::initiative::initiative_fields::Asked;
use crate::ui::initiative::team::team;
use crate::ui::kit::prelude::*;

/// What a step is called; the one after the last shows everything.
pub(super) fn title(app: App, step: u64) -> String {
    match step {
        1 => now!(app, start.step_what),
        2 => now!(app, start.step_why),
        3 => now!(app, start.step_changes),
        4 => now!(app, start.step_expected),
        5 => now!(app, start.step_who),
        6 => now!(app, start.step_pupils),
        _ => now!(app, start.step_summary),
    }
}

/// The questions of a step.
pub(super) fn fields(it: Asked, step: u64, codes: Typed) -> View {
    let app = it.app;
    let guide = |topic| el("div").class("row").child(guide_link(topic));
    match step {
        1 => (
            soft(say!(app, start.skip)),
            it.kind(),
            it.title(),
            el("div").class("grid-fields grid").child(it.class()).child(it.subject()),
        )
            .view(),
        2 => (it.challenge(), it.purpose(), guide("formaal")).view(),
        3 => (it.changes(), guide("evaluering")).view(),
        4 => (expected(app, it.form), guide("forventninger")).view(),
        5 => (
            team(app, it.form, it.flaws),
            el("div").class("grid-fields grid").child(it.from()).child(it.to()),
            it.school_year(),
        )
            .view(),
        _ => pupils(app, it.form, codes),
    }
}
