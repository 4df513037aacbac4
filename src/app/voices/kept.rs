//! What is kept of surveys before their answers are deleted.

use std::collections::BTreeMap;

use super::surveyed::{Says, Showing, Surveyed, surveyed};
use crate::app::store::{AppError, Repository};
use crate::domain::initiative::{Initiative, KeptSpread};
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::{Asks, Survey, survey_content};
use crate::ledger::RecordId;

impl Repository {
    /// Keeps in their initiatives how many chose what, of each closed round that five or more answered. What was written
    /// in words is kept nowhere.
    ///
    /// # Errors
    /// The store refused, or an initiative is only shown; then nothing should be deleted.
    pub async fn keep_spreads(&self, records: &[RecordId]) -> Result<(), AppError> {
        let mut all = BTreeMap::<RecordId, Vec<KeptSpread>>::new();
        for rec in records {
            let Some(opened) = self.record(*rec).await? else { continue };
            let it = Survey::read(&opened.fields());
            if let Some(initiative) = it.initiative() {
                let rounds = surveyed(&it).into_iter();
                let rounds = rounds.filter(|round| round.showing == Showing::Enough);
                all.entry(initiative)
                    .or_default()
                    .extend(rounds.map(|round| kept(*rec, &it, round)));
            }
        }
        for (rec, spreads) in all {
            let known = self.edit(rec, Kind::Initiative).await?;
            let Some((target, fields)) = known.filter(|_| !spreads.is_empty()) else { continue };
            let mut initiative = Initiative::read(&fields);
            spreads.iter().for_each(|it| initiative.keep_spread(it));
            let change = Initiative::read(&fields).write().change_to(initiative.write());
            if !change.is_empty() {
                self.save_draft(&target, &change).await?;
                self.seal(rec).await?;
            }
        }
        Ok(())
    }
}

fn kept(rec: RecordId, it: &Survey, round: Surveyed) -> KeptSpread {
    let mut all = KeptSpread {
        form: it.base().map(|it| it.id.clone()).unwrap_or_default(),
        day: it.round_day(&round.round),
        n: round.pupils,
        ..KeptSpread::default()
    };
    for answered in round.questions {
        let question = answered.question;
        let Says::Bars(bars) = answered.says else { continue };
        if survey_content().question(&question.id).is_none() && question.asks == Asks::Step {
            all.own.push((question.id.clone(), question.text.da));
        }
        all.counts.push((question.id, bars.counts));
    }
    all.of = (rec.to_string(), round.round);
    all
}
