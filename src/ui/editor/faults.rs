//! What is wrong with a form that cannot be used: each fault as a sentence, with its place as people
//! count it. Nothing else of the form is shown.

use super::problems::sentence;
use crate::domain::forms::Fault;
use crate::ui::dom::{El, el, words};
use crate::ui::state::App;
use crate::ui::texts::{now, say};

/// How many faults are told one by one; the rest are counted.
const TOLD: usize = 20;

/// The list of them.
pub fn fault_list(app: App, faults: Vec<Fault>) -> El {
    let rest = faults.len().saturating_sub(TOLD);
    let row = |fault: Fault| {
        let said = words(move || {
            let what = sentence(app, &fault.path(), &fault.flaw);
            format!("{}: {what}", place(app, &fault))
        });
        el("li").child(said)
    };
    let rows: Vec<El> = faults.into_iter().take(TOLD).map(row).collect();
    el("ul")
        .class("editor-faults")
        .child(rows)
        .child((rest > 0).then(|| el("li").child(say!(app, fetch.and_more, n = rest))))
}

/// `Del 2, spørgsmål 1, trin 3`.
fn place(app: App, fault: &Fault) -> String {
    let steps = fault.steps().into_iter();
    let named = steps.filter_map(|(list, n)| step_name(app, list, n));
    let place = named.collect::<Vec<_>>().join(", ");
    let mut letters = place.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => now!(app, editor.place_form),
    }
}

/// A thing of a list by its number: `trin 3`.
pub(super) fn step_name(app: App, list: &str, n: usize) -> Option<String> {
    Some(match list {
        "sections" => now!(app, faults.section, n = n),
        "items" => now!(app, faults.item, n = n),
        "options" => now!(app, faults.option, n = n),
        "levels" => now!(app, faults.level, n = n),
        "counters" => now!(app, faults.counter, n = n),
        "tags" => now!(app, faults.tag, n = n),
        "phrases" => now!(app, faults.phrase, n = n),
        "tracks" => now!(app, faults.track, n = n),
        "codes" => now!(app, faults.code, n = n),
        "models" => now!(app, faults.model, n = n),
        _ => return None,
    })
}
