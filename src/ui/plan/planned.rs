//! The plan of an initiative as its page shows it.

use chrono::NaiveDate;

use crate::app::plan::InitiativePlan;
use crate::domain::plan::WeekTimes;

/// What the page shows, worked out once.
pub struct PlanPage {
    pub plan: InitiativePlan,
    pub weeks: Vec<WeekTimes>,
    pub today: NaiveDate,
}
