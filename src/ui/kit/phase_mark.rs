//! The sign of a phase: 1 a seed, 2 a leaf, 3 a root. Colour, shape and number say the same thing.

use super::icon::drawing;
use crate::ui::dom::{El, Words, el};

const SEED: &str = "M16 2c7.5 6 11.5 11.5 11.5 17a11.5 10.5 0 0 1-23 0C4.5 13.5 8.5 8 16 2z";
const LEAF: &str =
    "M29 3.5C13 3.5 4 8.5 4 18.5c0 6 4 9.5 9.5 9.5C24 28 29 17.5 29 3.5zM3 30.5c1-2.5 2-4 3.5-5.5";
const ROOT: &str = "M16 30.5c-.5-3-1.3-4.3-3.8-6.3C7.5 20.7 4 17.5 4 13c0-4 4.5-6.5 12-6.5S28 9 28 13c0 4.5-3.5 7.7-8.2 11.2-2.5 2-3.3 3.3-3.8 6.3zM16 6.5V2M11.5 2.5l4.5 4 4.5-4";

/// The mark of one phase, 1, 2 or 3, with number and name: "Fase 1: Forberedelse og opstart". A
/// compact one shows the mark alone; the name is still read aloud.
pub fn phase_mark(phase: u8, label: impl Into<Words>, compact: bool) -> El {
    let (class, shape) = match phase {
        0 | 1 => ("phase phase-seed", SEED),
        2 => ("phase phase-leaf", LEAF),
        _ => ("phase phase-root", ROOT),
    };
    let sign = el("span")
        .class("phase-sign")
        .attr("aria-hidden", "true")
        .child(drawing("phase-shape", "0 0 32 32", shape))
        .child(el("span").class("phase-number").child(phase));
    let label_class = if compact { "visually-hidden" } else { "phase-label" };
    el("span").class(class).child(sign).child(el("span").class(label_class).child(label.into()))
}
