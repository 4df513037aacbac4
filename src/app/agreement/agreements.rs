//! Agreements together with what came of them: the observations that were begun from them.

use chrono::NaiveDate;

use crate::app::store::{AppError, List, Repository, Summary, rows};
use crate::domain::agreement::{AT_INITIATIVE_END, Agreement, Stage, Term};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::record::{Kind, Record};
use crate::ledger::{RecordId, in_order};

/// How many agreements are looked through: more than a school makes in two years with one team.
const MOST: u32 = 100;

/// An agreement and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The agreement.
    pub summary: Summary,
    /// The observations that were begun from it and are not in the trash, the latest first.
    pub observations: Vec<Summary>,
    /// From which day on the notes are to be gone.
    pub erase_on: Option<NaiveDate>,
}

impl Agreed {
    /// What was agreed.
    pub fn agreement(&self) -> Agreement {
        Agreement::read(&self.summary.fields)
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        self.agreement().stage(is_observed(&self.observations))
    }

    /// Whether nothing has been begun from it.
    pub fn waits(&self) -> bool {
        self.observations.is_empty() && self.stage() < Stage::Observed
    }

    /// Whether the day has come on which the notes are to be gone, and they are not.
    pub fn notes_are_due(&self, today: NaiveDate) -> bool {
        !self.observations.is_empty() && self.erase_on.is_some_and(|day| day <= today)
    }
}

/// Whether one of the lessons is over.
pub fn is_observed(observations: &[Summary]) -> bool {
    observations.iter().any(|summary| {
        let observation = Observation::read(&summary.fields);
        observation.ended().or_else(|| observation.finished()).is_some()
    })
}

/// The agreements that nothing has been begun from, the nearest day first.
pub fn waiting(agreed: Vec<Agreed>, today: NaiveDate) -> Vec<Agreed> {
    let waiting = agreed.into_iter().filter(Agreed::waits).collect();
    let away = |it: &Agreed| {
        let day = it.agreement().day();
        day.map_or(i64::MAX, |day| day.signed_duration_since(today).num_days().abs())
    };
    in_order(waiting, |one, other| away(one).cmp(&away(other)))
}

impl Repository {
    /// The agreements of a list with what came of them, the latest day first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn agreements(&self, of: Option<RecordId>) -> Result<Vec<Agreed>, AppError> {
        let list = match of {
            Some(initiative) => List::Of(initiative, Kind::Agreement),
            None => List::Kind(Kind::Agreement),
        };
        let mut all = Vec::new();
        for summary in self.list(list, None, MOST).await?.items {
            let observations = self.begun_from(summary.rec).await?;
            let agreement = Agreement::read(&summary.fields);
            let erase_on = self.erase_on(&agreement).await?;
            all.push(Agreed { observations, erase_on, summary });
        }
        Ok(all)
    }

    /// The observations that were begun from an agreement and are not in the trash.
    ///
    /// # Errors
    /// The store refused.
    pub async fn begun_from(&self, agreement: RecordId) -> Result<Vec<Summary>, AppError> {
        self.tagged(&rows::from_agreement(agreement)).await
    }

    /// From which day on the notes are to be gone.
    ///
    /// # Errors
    /// The store refused.
    pub async fn erase_on(&self, agreement: &Agreement) -> Result<Option<NaiveDate>, AppError> {
        let mut ends = None;
        if agreement.term(Term::Erase) == AT_INITIATIVE_END
            && let Some(initiative) = agreement.initiative()
        {
            let initiative = self.record(initiative).await?;
            ends = initiative.and_then(|it| Initiative::read(&it.fields()).to());
        }
        Ok(agreement.erase_on(ends))
    }
}
