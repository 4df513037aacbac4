//! The initiatives as they are seen from above, and what is chosen among them.

use chrono::NaiveDate;

use crate::app::sharing::AcrossLook;
use crate::domain::initiative::Initiative;
use crate::domain::plan::Meeting;
use crate::domain::record::without_codes;
use crate::exchange::SchoolSummary;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::titles;

/// An initiative, with the meetings that something was learnt in, by their names.
pub type Learnt = (RecordId, Initiative, Vec<(String, Meeting)>);

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AcrossPage {
    pub looks: Vec<AcrossLook>,
    /// What was learnt in each, made-up ones left out.
    pub learnt: Vec<Learnt>,
    pub summaries: Vec<SchoolSummary>,
    pub school: String,
    /// The day it is: what is late changes with it when nothing else does.
    pub today: NaiveDate,
}

/// What is chosen and typed on the page: it outlives what is read anew.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub part: RwSignal<String>,
    pub asked: RwSignal<String>,
    pub goes_to: RwSignal<String>,
    pub school: RwSignal<Option<String>>,
    pub left_out: RwSignal<Vec<String>>,
}

/// Words of an initiative, fit to be seen from above: without pupils' codes.
pub fn fit(app: App, of: &Initiative, text: &str) -> String {
    without_codes(text, &of.pupils(), &now!(app, report.pupil))
}

/// What an initiative is called.
pub fn name(app: App, of: &Initiative) -> String {
    fit(app, of, &titles::initiative(app, of))
}
