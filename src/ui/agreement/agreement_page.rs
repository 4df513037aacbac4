//! One feedback agreement: the form while it is being made, and the agreement as people read it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::agreement_form::form_page;
use super::agreement_read::read_page;
use crate::app::store::{Access, AppError, Summary, Target};
use crate::domain::agreement::{AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term};
use crate::domain::initiative::{Initiative, Member};
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::ui::dom::{Content as _, View};
use crate::ui::kit::{is_new, not_found};
use crate::ui::shell::{App, Form, Store, shown, use_app, use_stored_once};

/// Everything the pages of an agreement start from.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What the form writes to, and the values that are here; none for a new one.
    pub target: Target,
    pub fields: Option<Agreement>,
    pub initiative: Option<(RecordId, Initiative)>,
    /// What was begun from it.
    pub observations: Vec<Summary>,
    pub conflicts: usize,
    pub readonly: bool,
    pub deleted: bool,
}

/// Reads an agreement, and the initiative it belongs to or that is asked for.
pub async fn look(
    store: Rc<Store>,
    rec: RecordId,
    asked: Option<RecordId>,
) -> Result<Seen, AppError> {
    let record = store.record(rec).await?;
    let readonly = record.as_ref().is_some_and(|it| it.summary.access == Access::ReadOnly);
    let fields = match (&record, readonly) {
        (Some(record), true) => {
            let parents = record.heads.clone();
            Some((Target { rec, kind: Kind::Agreement, parents }, record.fields()))
        }
        _ => store.edit(rec, Kind::Agreement).await?,
    };
    let (target, fields) = match fields {
        Some((target, fields)) => (target, Some(Agreement::read(&fields))),
        None => (Target { rec, kind: Kind::Agreement, parents: Vec::new() }, None),
    };
    let of = fields.as_ref().and_then(Agreement::initiative).or(asked);
    let initiative = match of {
        Some(of) => store.record(of).await?.map(|it| (of, Initiative::read(&it.fields()))),
        None => None,
    };
    Ok(Seen {
        target,
        fields,
        initiative,
        observations: store.begun_from(rec).await?,
        conflicts: record.as_ref().map_or(0, |record| record.conflicts.len()),
        readonly,
        deleted: record.as_ref().is_some_and(|it| it.summary.deleted),
    })
}

/// The page of an agreement.
pub fn agreement(rec: RecordId) -> View {
    let app = use_app();
    let new = is_new();
    let asked = use_query_map().with_untracked(|query| query.get("indsats")?.parse().ok());
    let found = use_stored_once(move |store| look(store, rec, asked));
    shown(found, move |seen| {
        let (saved, value) = match &seen.fields {
            Some(agreement) => (agreement.clone(), agreement.clone()),
            None if new => (Agreement::default(), beginning(app, seen.initiative.as_ref())),
            None => return not_found(),
        };
        opened(app, seen, saved, value)
    })
}

fn opened(app: App, seen: Seen, saved: Agreement, value: Agreement) -> View {
    let is_whole = value.flaws().is_empty();
    let edits = RwSignal::new(!seen.readonly && !is_whole);
    let form = Form::open(app, seen.target.clone(), saved, value);
    let show = move || {
        if edits.get() {
            form_page(app, form, &seen, edits)
        } else {
            read_page(app, form, &seen, edits)
        }
    };
    show.view()
}

/// A new agreement: this person observes the others of the team, and what most people agree on.
fn beginning(app: App, initiative: Option<&(RecordId, Initiative)>) -> Agreement {
    let mut begun = Agreement::default();
    let author = app.settings.with_untracked(|settings| settings.author.trim().to_owned());
    begun.set_side(Side::Observer, &author);
    let content = app.content();
    let kind = initiative.and_then(|(_, initiative)| initiative.kind());
    if let Some(template) = content.templates_for(kind).next() {
        begun.set_template(&template.reference());
    }
    if let Some((rec, initiative)) = initiative {
        begun.set_initiative(Some(*rec));
        begun.set_class(&initiative.class());
        begun.set_term(Term::Place, &initiative.subject());
        begun.set_example(initiative.example());
        let team = initiative.team();
        let others = team.iter().map(|(_, Member { initials, .. })| initials.trim());
        let others: Vec<&str> =
            others.filter(|it| !it.is_empty() && !it.eq_ignore_ascii_case(&author)).collect();
        begun.set_side(Side::Observed, &others.join(" "));
    }
    if let Some(told) = content.feedback.field(Term::PupilsTold.id()).default {
        begun.set_term(Term::PupilsTold, told.get(app.lang_now()));
    }
    begun.set_minutes("45");
    begun.set_talk_minutes("30");
    begun.set_term(Term::SeenBy, ONLY_PARTIES);
    begun.set_term(Term::Use, "udvikling");
    begun.set_term(Term::Erase, AT_YEAR_END);
    begun
}
