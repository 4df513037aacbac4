//! What the goals of an initiative are counted from.

use chrono::NaiveDate;

use crate::app::plan::InitiativePlan;
use crate::app::store::{AppError, Clock as _, List, Standing};
use crate::domain::record::Kind;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::measurement::ALL as MEASURED;
use crate::ui::shell::Store;
use crate::ui::voices::list::ALL as SURVEYED;

/// What goals are counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    pub plan: InitiativePlan,
    pub measured: Vec<Standing>,
    pub surveyed: Vec<Standing>,
    /// The day it is: what is late changes with it when nothing else does.
    pub today: NaiveDate,
}

impl Records {
    /// `None` where the initiative is not here.
    pub async fn look(store: std::rc::Rc<Store>, rec: RecordId) -> Result<Option<Self>, AppError> {
        let Some(plan) = store.plan_of(rec).await? else { return Ok(None) };
        let measured = store.standing(List::Of(rec, Kind::Measurement), MEASURED).await?;
        let surveyed = store.standing(List::Of(rec, Kind::Survey), SURVEYED).await?;
        Ok(Some(Self { plan, measured, surveyed, today: BrowserClock.today() }))
    }
}
