//! Meetings that were made together: what is written in one can be written in those that come after it.

use chrono::NaiveDate;

use crate::app::store::{
    AppError, List, Repository, Standing, Summary, Transactions as _, effective,
};
use crate::domain::plan::Meeting;
use crate::domain::record::{Kind, Record as _};
use crate::ledger::{Change, RecordId};

/// More meetings than an initiative has in a school year.
const ALL: u32 = 600;

impl Repository {
    /// The meetings of a series that come after a day and of which nobody has said what became of them.
    ///
    /// # Errors
    /// The store refused.
    pub async fn later_in_series(
        &self,
        meeting: &Meeting,
        after: NaiveDate,
    ) -> Result<Vec<Standing>, AppError> {
        let (Some(initiative), series) = (meeting.initiative(), meeting.series()) else {
            return Ok(Vec::new());
        };
        if series.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.standing(List::Of(initiative, Kind::Meeting), ALL).await?;
        found.retain(|(_, fields)| {
            let other = Meeting::read(fields);
            other.series() == series
                && other.status().is_empty()
                && other.day().is_some_and(|day| after < day)
        });
        Ok(found)
    }

    /// Changes several records in one go. What is being written in them is made a revision first.
    ///
    /// # Errors
    /// The store refused, or one of them is only shown; none is changed.
    pub async fn change_all(&self, changes: Vec<(RecordId, Change)>) -> Result<(), AppError> {
        let pen = self.pen().await?;
        self.storage()
            .write(async |tx| {
                for (rec, change) in &changes {
                    Self::seal_in(tx, &pen, *rec).await?;
                    let set = Self::revisions_of(tx, *rec).await?;
                    let view = set.view(*rec).ok_or(AppError::NoRecord(*rec))?;
                    let summary = Summary::of(&view);
                    Self::editable(&summary)?;
                    let kind = summary.known_kind().ok_or(AppError::ReadOnly(*rec))?;
                    let change = effective(change.clone(), &set, &view.heads);
                    if !change.is_empty() {
                        let revision = pen.write((*rec, kind), view.heads, view.stamps, change)?;
                        Self::add(tx, set, vec![revision]).await?;
                    }
                }
                Ok(())
            })
            .await
    }
}
