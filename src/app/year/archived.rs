//! What of a school year goes into its archive: what stays, whole, and never what names a pupil.

use super::code_free::names_pupil;
use super::year_end::KEPT;
use crate::app::plan::InitiativePlan;
use crate::app::store::{AppError, List, Repository, Standing, Summary, Transactions as _};
use crate::domain::calendar::SchoolYear;
use crate::domain::record::Kind;
use crate::exchange::About;
use crate::ledger::{RecordId, RevisionSet};

/// More measurements or surveys than an initiative has.
const ALL: u32 = 200;

/// A school year as it is put away.
#[derive(Debug, Clone)]
pub struct ArchivedYear {
    /// A whole bundle with what stays, to be fetched in again.
    pub bundle: String,
    /// How many records are in it.
    pub records: usize,
    /// How many stay and are not in it, since a pupil's code is in them.
    pub left_out: usize,
    /// The initiatives for the readable part, each with its measurements and surveys.
    pub initiatives: Vec<ArchivedInitiative>,
}

/// An initiative as it is put away.
#[derive(Debug, Clone)]
pub struct ArchivedInitiative {
    /// The record.
    pub rec: RecordId,
    /// With its plan.
    pub plan: InitiativePlan,
    /// What was measured.
    pub measured: Vec<Standing>,
    /// What pupils were asked.
    pub surveyed: Vec<Standing>,
}

impl Repository {
    /// What goes into the archive of a school year and the ones before it. Of a record of which any revision
    /// names a pupil nothing is in the data.
    ///
    /// # Errors
    /// The store refused.
    pub async fn archived(&self, year: SchoolYear, app: &str) -> Result<ArchivedYear, AppError> {
        self.seal_all().await?;
        let mut kept: Vec<Summary> = Vec::new();
        for kind in KEPT {
            kept.extend(self.of_year(kind, year).await?);
        }
        let (set, records) = self
            .storage()
            .read(async |tx| {
                let (mut set, mut records) = (RevisionSet::default(), 0);
                for it in &kept {
                    let of_it = Self::revisions_of(tx, it.rec).await?;
                    if !of_it.iter().any(names_pupil) {
                        set.union(of_it);
                        records += 1;
                    }
                }
                Ok::<_, AppError>((set, records))
            })
            .await?;
        let mut initiatives = Vec::new();
        for it in kept.iter().filter(|it| it.known_kind() == Some(Kind::Initiative)) {
            let Some(plan) = self.plan_of(it.rec).await? else { continue };
            initiatives.push(ArchivedInitiative {
                rec: it.rec,
                plan,
                measured: self.standing(List::Of(it.rec, Kind::Measurement), ALL).await?,
                surveyed: self.standing(List::Of(it.rec, Kind::Survey), ALL).await?,
            });
        }
        Ok(ArchivedYear {
            bundle: self.write_out(About::Everything, &set, app).await?,
            records,
            left_out: kept.len() - records,
            initiatives,
        })
    }
}
