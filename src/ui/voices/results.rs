//! What the closed rounds of a survey say: a bar for each answer with how many, and the change between rounds.
//!
//! It is for the team alone, so it is not made for printing: what pupils wrote would leave the team.

use super::feedback_to_pupils::told_part;
use crate::app::store::Target;
use crate::app::voices::surveyed::surveyed;
use crate::domain::record::{Fields, Kind};
use crate::domain::voices::Survey;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{questions, titles};

/// The page.
pub fn results(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| async move { store.edit(rec, Kind::Survey).await });
    shown(found, move |known: Option<(Target, Fields)>| {
        let Some(known) = known else { return not_found() };
        page(app, rec, Form::stored(app, known))
    })
}

fn page(app: App, rec: RecordId, form: Form<Survey>) -> View {
    let it = form.value.get_untracked();
    let rounds = surveyed(&it);
    let content = if rounds.is_empty() {
        let (title, text) =
            (say!(app, survey.nothing_closed), say!(app, survey.nothing_closed_text));
        EmptyState::new(IconName::People, title, text).view()
    } else {
        let held_back = rounds.iter().any(|round| round.held_back);
        let told: Vec<El> =
            rounds.iter().rev().map(|it| told_part(app, form, it.round.clone())).collect();
        el("div")
            .class("stack-loose stack")
            .child(soft(say!(app, survey.results_text)))
            .child(held_back.then(|| el("p").child(say!(app, survey.held_back))))
            .child(questions(app, &it, &rounds))
            .child(told)
            .view()
    };
    let named = it.clone();
    Page::new(words(move || now!(app, measure.result_title, name = titles::survey(app, &named))))
        .back(format!("/elevsurvey/{rec}"), say!(app, survey.back_to))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}
