//! Small groups together: offered where one of them is too small to say anything of.

use crate::app::measurement::pooled::Pooled;
use crate::domain::measurement::Measurement;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{MeasurementResult, titles};

/// Groups put together, with the measurements they are of.
pub struct Pool {
    pool: Pooled,
    of: Vec<(RecordId, Measurement)>,
}

impl Pool {
    /// Of the groups and all measurements of the initiative.
    pub fn new(pool: Pooled, of: Vec<(RecordId, Measurement)>) -> Self {
        Self { pool, of }
    }

    /// The groups as if they were one, looked at as one of them is.
    pub fn seen(&self, one: &MeasurementResult) -> MeasurementResult {
        MeasurementResult {
            app: one.app,
            it: one.it.clone(),
            gauge: one.gauge.clone(),
            measured: self.pool.measured.clone(),
            to: one.to.clone(),
        }
    }

    /// The offer, and what the groups say together once it is taken.
    pub fn part(&self, seen: &MeasurementResult, together: RwSignal<bool>) -> El {
        let app = seen.app;
        let (groups, n) = (self.pool.groups.len(), seen.measured.pairing.pairs.len());
        let part = el("section")
            .class("measure-own no-print part stack")
            .attr("aria-labelledby", "measure-pool")
            .child(el("h2").id("measure-pool").child(say!(app, measure.pool)));
        if !together.get() {
            let offer = say!(app, measure.pool_offer, groups = groups, n = n);
            let take = Button::new(say!(app, measure.pool_take), move || together.set(true));
            return part
                .child(el("p").child(offer))
                .child(el("div").class("row").child(take.icon(IconName::People)));
        }
        let of = |rec: RecordId| self.of.iter().find(|(known, _)| *known == rec);
        let rows = self.pool.groups.iter().filter_map(|(rec, n)| {
            let (it, n) = (of(*rec)?.1.clone(), *n);
            let named = it.clone();
            let detail = words(move || {
                let goal = Some(it.goal()).filter(|goal| !goal.trim().is_empty());
                let pairs = now!(app, measure.pool_pairs, n = n);
                [goal, Some(pairs)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
            });
            let row = ListRow::new(words(move || titles::measurement(app, &named))).detail(detail);
            Some(row.href(format!("/maalinger/{rec}/resultat")).lead(icon(IconName::Observation)))
        });
        let rows: Vec<ListRow> = rows.collect();
        let said = [
            Some(now!(app, measure.pool_who, groups = groups, n = n)),
            seen.outcome(),
            seen.ways(),
        ];
        let said: Vec<El> = said.into_iter().flatten().map(|line| el("p").child(line)).collect();
        let always = seen.always().into_iter().map(|line| el("p").class("soft").child(line));
        let same = self.pool.same_codes.then(|| el("p").child(say!(app, measure.pool_same_codes)));
        let details = el("details")
            .class("measure-details")
            .child(el("summary").child(say!(app, measure.details)))
            .child(
                el("div")
                    .class("stack-tight stack")
                    .child(el("p").child(say!(app, measure.pool_alike)))
                    .child(el("p").child(say!(app, measure.pool_rule))),
            );
        let apart = Button::new(say!(app, measure.pool_apart), move || together.set(false));
        part.child(list_named(say!(app, measure.pool_groups), rows))
            .child(same)
            .child(el("div").class("measure-sentences stack-tight stack").child(said))
            .child(el("div").class("stack-tight stack").child(always.collect::<Vec<_>>()))
            .child(details)
            .child(el("div").class("row").child(apart))
    }
}
