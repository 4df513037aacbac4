//! The sign of a phase: 1 a seed, 2 a leaf, 3 a root. Colour, shape and number say the same thing.

use leptos::prelude::*;

use super::text::words;

const SEED: &str = "M16 2c7.5 6 11.5 11.5 11.5 17a11.5 10.5 0 0 1-23 0C4.5 13.5 8.5 8 16 2z";
const LEAF: &str =
    "M29 3.5C13 3.5 4 8.5 4 18.5c0 6 4 9.5 9.5 9.5C24 28 29 17.5 29 3.5zM3 30.5c1-2.5 2-4 3.5-5.5";
const ROOT: &str = "M16 30.5c-.5-3-1.3-4.3-3.8-6.3C7.5 20.7 4 17.5 4 13c0-4 4.5-6.5 12-6.5S28 9 28 13c0 4.5-3.5 7.7-8.2 11.2-2.5 2-3.3 3.3-3.8 6.3zM16 6.5V2M11.5 2.5l4.5 4 4.5-4";

/// The mark of one phase, alone or with its name.
#[component]
pub fn PhaseMark(
    /// 1, 2 or 3; anything else is drawn as the nearest.
    #[prop(into)]
    phase: Signal<u8>,
    /// Number and name: "Fase 1: Forberedelse og opstart".
    #[prop(into)]
    label: TextProp,
    /// Only the mark is seen; the name is still read aloud.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let label = words(label);
    let number = Memo::new(move |_| phase.get().clamp(1, 3));
    let class = move || match number.get() {
        1 => "phase phase-seed",
        2 => "phase phase-leaf",
        _ => "phase phase-root",
    };
    let shape = move || match number.get() {
        1 => SEED,
        2 => LEAF,
        _ => ROOT,
    };
    let label_class = if compact { "visually-hidden" } else { "phase-label" };
    view! {
        <span class=class>
            <span class="phase-sign" aria-hidden="true">
                <svg class="phase-shape" viewBox="0 0 32 32" width="32" height="32" focusable="false">
                    <path d=shape></path>
                </svg>
                <span class="phase-number">{move || number.get()}</span>
            </span>
            <span class=label_class>{move || label.get()}</span>
        </span>
    }
}
