//! One feedback agreement: the form while it is being made, and the agreement as people read it.

use leptos_router::hooks::use_query_map;

use super::agreement_form::form_page;
use super::agreement_read::read_page;
use super::opened::{OpenedAgreement, look};
use crate::domain::agreement::{AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term};
use crate::domain::initiative::{Initiative, Member};
use crate::ledger::RecordId;
use crate::ui::kit::is_new;
use crate::ui::kit::prelude::*;

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

fn opened(app: App, seen: OpenedAgreement, saved: Agreement, value: Agreement) -> View {
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
