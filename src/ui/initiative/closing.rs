//! Phase 3 of an initiative: the experience that is shared, the expectations that are judged, how the
//! team was shielded, and what is decided.

use super::expectation_evidence::Known;
use super::goal_records::Records;
use crate::app::store::{AppError, Target};
use crate::domain::initiative::Initiative;
use crate::domain::initiative::closing_content::closing_content;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::ui::kit::phase_mark;
use crate::ui::kit::prelude::*;
use crate::ui::words::{Counted, decided, titles};

mod board;
mod decision;
mod judging;
mod protected_time;

/// What ties the tabs to their panels.
const GROUP: &str = "closing";
const EXPERIENCE: &str = "experience";
const EXPECTATIONS: &str = "expectations";
const SHIELDING: &str = "shielding";
const DECISION: &str = "decision";

/// The page of phase 3.
pub fn closing(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| async move {
        let known = store.edit(rec, Kind::Initiative).await?;
        let records = Records::look(store, rec).await?;
        Ok::<_, AppError>(known.map(|it| (it, records)))
    });
    type Found = Option<((Target, Fields), Option<Records>)>;
    shown(found, move |found: Found| match found {
        Some(((target, fields), records)) => {
            filled(app, target, Initiative::read(&fields), StoredValue::new(records))
        }
        None => not_found(),
    })
}

fn filled(app: App, target: Target, saved: Initiative, known: Known) -> View {
    let rec = target.rec;
    let counted = known.with_value(|it| Counted::of(it.as_ref().map(|it| &it.plan)));
    let form = Form::open(app, target, saved.clone(), saved);
    let part = RwSignal::new(EXPERIENCE.to_owned());
    let names = vec![
        Choice::new(EXPERIENCE, say!(app, closing.experience)),
        Choice::new(EXPECTATIONS, say!(app, expect.tab)),
        Choice::new(SHIELDING, say!(app, closing.motivation)),
        Choice::new(DECISION, say!(app, closing.decision)),
    ];
    let of = words(move || form.with(|it| titles::initiative(app, it)));
    let report = LinkButton::new(format!("/indsatser/{rec}/rapport"), say!(app, closing.report));
    let figures = LinkButton::new(format!("/indsatser/{rec}/tal"), say!(app, figures.title));
    let content = el("div")
        .class("form preparation closing")
        .child(
            el("div")
                .class("row")
                .child(phase_mark(3, say!(app, guide.phase_3), false))
                .child(el("p").class("soft").child(of)),
        )
        .child(el("p").class("strong").attr("role", "status").child(decision::state(app, form)))
        .child(
            el("div")
                .child(tabs(GROUP, say!(app, closing.parts), names, part, move |id| part.set(id)))
                .child(tab_panel(GROUP, EXPERIENCE, part, board::experience(app, form, known)))
                .child(tab_panel(
                    GROUP,
                    EXPECTATIONS,
                    part,
                    judging::judging(app, form, rec, known),
                ))
                .child(tab_panel(
                    GROUP,
                    SHIELDING,
                    part,
                    protected_time::shielding(app, form, rec, counted),
                ))
                .child(tab_panel(GROUP, DECISION, part, decision::decision(app, form, rec))),
        )
        .child(
            el("div")
                .class("row")
                .child(report.icon(IconName::Note))
                .child(figures.icon(IconName::Eye))
                .child(history_link(app, Kind::Initiative.word(), rec)),
        );
    Page::new(say!(app, closing.title))
        .back(format!("/indsatser/{rec}"), say!(app, closing.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// The card on the initiative's own page: how far phase 3 is, and what is decided.
pub fn door(app: App, rec: RecordId, initiative: &Initiative) -> ListRow {
    let (done, of) = initiative.closing_done(phase_content(), closing_content());
    let title = say!(app, closing.card, done = done, of = of);
    ListRow::new(title)
        .detail(decided(app, initiative))
        .href(format!("/indsatser/{rec}/forankring"))
        .lead(icon(IconName::Note))
}
