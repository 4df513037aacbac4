//! Initiatives: their start, their phases, goals, groups, book loans, closing and report.

mod closing;
mod expectation_evidence;
mod figures;
mod goal_records;
mod goals;
mod groups;
mod initiative_edit;
mod initiative_fields;
mod initiative_page;
mod initiative_phases;
mod initiatives;
mod loans;
mod preparation;
mod purpose;
mod report;
mod report_paper;
mod start;
mod team;

pub use closing::closing;
pub use figures::figures;
pub use goals::{goal, goals};
pub use groups::{group, groups};
pub use initiative_edit::initiative_edit;
pub use initiative_page::initiative;
pub use initiatives::initiatives;
pub use loans::{loan, loans};
pub use preparation::preparation;
pub use purpose::purpose;
pub use report::report;
pub use start::start;
