//! The parts of the page of phase 1, and the addresses that lead to them.

use leptos::prelude::*;

use crate::ledger::RecordId;
use crate::ui::kit::focus_field;

/// What ties the tabs to their panels.
pub const GROUP: &str = "preparation";

pub const TASKS: &str = "tasks";

pub const QUESTIONS: &str = "questions";

pub const READINESS: &str = "readiness";

pub const EXPECTATIONS: &str = "expectations";

pub const RESOURCES: &str = "resources";

/// The address of the page with the expectations open.
pub fn expectations_address(rec: RecordId) -> String {
    part_address(rec, EXPECTATIONS)
}

/// The address of the page with one of its parts open.
pub fn part_address(rec: RecordId, part: &str) -> String {
    format!("/indsatser/{rec}/forberedelse?del={part}")
}

/// Opens a part of the page one is on, and goes to its tab.
pub fn open_part(part: RwSignal<String>, name: &'static str) {
    part.set(name.to_owned());
    focus_field(&format!("{GROUP}-tab-{name}"));
}
