//! Three faces: a straight mouth, a small smile, a big one. All in one colour, and none is sad.

use crate::ui::kit::prelude::*;
/// The mouths, the weakest first.
const MOUTHS: [&str; 3] = ["M34 66h32", "M33 63q17 12 34 0", "M28 59q22 30 44 0z"];

/// The face of a step, by its place; decoration, since the word stands under it.
pub fn face(place: usize) -> El {
    let mouth = MOUTHS.get(place).or(MOUTHS.last()).copied().unwrap_or_default();
    let round = |x: &'static str, y: &'static str, r: &'static str, class: &'static str| {
        svg("circle").attr("cx", x).attr("cy", y).attr("r", r).class(class)
    };
    svg("svg")
        .class("pupil-face")
        .attr("viewBox", "0 0 100 100")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(round("50", "50", "44", "pupil-face-head"))
        .child(round("36", "41", "4.5", "pupil-face-eye"))
        .child(round("64", "41", "4.5", "pupil-face-eye"))
        .child(svg("path").attr("d", mouth).class("pupil-face-mouth"))
}
