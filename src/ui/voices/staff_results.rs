//! What the closed rounds of an evaluation of the collaboration say: the spread of each question, the rounds beside each
//! other, and never a mean, a sum or a person. What is written stays on the team's own page; the summary to share has
//! rounds of five and more alone, and no words.

use leptos::prelude::Get as _;

use crate::app::store::{List, Standing, Target};
use crate::app::voices::surveyed::{Answered, Says, Showing, Surveyed, surveyed};
use crate::domain::guide::facts_of_evaluating;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::{COLLABORATION_FORM, EQUIPPED, Survey, SurveyPart, SurveyQuestion};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::paper::{paper, print_button};
use crate::ui::words::{dots, labels, localized, one, round_head, titles};

/// Reads the evaluation for a page.
fn opened(rec: RecordId, page: impl Fn(App, Survey) -> Page + Send + Sync + 'static) -> View {
    let app = use_app();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Collaboration).await });
    shown(found, move |known: Option<(Target, Fields)>| match known {
        Some((_, fields)) => page(app, Survey::read(&fields)).view(),
        None => not_found(),
    })
}

/// What the team itself sees.
pub fn collaboration_results(rec: RecordId) -> View {
    opened(rec, move |app, it| {
        let all = surveyed(&it);
        let named = it.clone();
        let title =
            words(move || now!(app, measure.result_title, name = titles::survey(app, &named)));
        let page = Page::new(title).back(format!("/samarbejde/{rec}"), say!(app, staff.back_to));
        if all.is_empty() {
            let (title, text) = (say!(app, survey.nothing_closed), say!(app, staff.nothing_closed));
            return page.child(EmptyState::new(IconName::People, title, text));
        }
        let can_share = all.iter().any(|round| round.showing == Showing::Enough);
        let print = can_share.then(|| {
            LinkButton::new(format!("/samarbejde/{rec}/udskrift"), say!(app, staff.to_share))
                .kind(ButtonKind::Quiet)
                .icon(IconName::Note)
        });
        let told: Vec<View> = all.iter().filter_map(|round| told(app, &it, round)).collect();
        let figures: Vec<El> = facts_of_evaluating().iter().map(|it| figure(app, it)).collect();
        let rounds = readable(all);
        let how = (!rounds.is_empty()).then(|| soft(say!(app, staff.results_text)));
        page.child(
            el("div")
                .class("stack-loose stack")
                .child(how)
                .child(told)
                .child(parts(app, &it, &rounds, ["h3", "h4"]))
                .child(el("div").class("row").child(print))
                .child(el("div").class("staff-facts").child(figures)),
        )
    })
}

/// The rounds of which anything is shown.
fn readable(mut all: Vec<Surveyed>) -> Vec<Surveyed> {
    all.retain(|round| [Showing::Enough, Showing::AmongUs].contains(&round.showing));
    all
}

/// Why a round is shown to the team alone, or not at all, and what to do then.
fn told(app: App, it: &Survey, round: &Surveyed) -> Option<View> {
    let head = round_head(app, it, &round.round);
    let text = match round.showing {
        Showing::Enough if round.held_back => say!(app, survey.held_back),
        Showing::Enough => return None,
        Showing::AmongUs => say!(app, staff.among_us),
        Showing::NotAll => say!(app, staff.not_all),
        Showing::TooFew => say!(app, staff.too_few),
    };
    Some(Notice::new(NoticeKind::Info, head).child(el("p").child(text)).view())
}

/// The questions that were asked in any of the rounds, area by area.
fn parts(app: App, it: &Survey, rounds: &[Surveyed], heads: [&'static str; 2]) -> Vec<View> {
    let asked = |id: &String| {
        let questions = rounds.iter().flat_map(|round| &round.questions);
        questions.map(|it| &it.question).find(|it| it.id == *id)
    };
    let part = |part: &SurveyPart| {
        let items: Vec<&SurveyQuestion> = part.items.iter().filter_map(asked).collect();
        let all: Vec<El> =
            items.iter().map(|question| one(app, it, rounds, question, heads)).collect();
        (!all.is_empty()).then(|| {
            let head = el("h2").child(localized(part.title.clone()));
            el("div").class("spread-area stack").child(head).child(all).view()
        })
    };
    it.base().into_iter().flat_map(|base| &base.parts).filter_map(part).collect()
}

/// The summary that may leave the team.
pub fn collaboration_print(rec: RecordId) -> View {
    opened(rec, move |app, it| {
        let mut rounds = surveyed(&it);
        rounds.retain(|round| round.showing == Showing::Enough);
        // Neither words nor what too few have answered.
        for round in &mut rounds {
            round.questions.retain(|it| matches!(it.says, Says::Bars(_)));
        }
        let page = Page::new(say!(app, staff.summary))
            .back(format!("/samarbejde/{rec}/resultat"), say!(app, staff.back_to_results));
        if rounds.is_empty() {
            let (title, text) = (say!(app, staff.no_summary), say!(app, staff.no_summary_text));
            return page.child(EmptyState::new(IconName::People, title, text));
        }
        page.state(soft(say!(app, staff.summary_text))).action(print_button(app)).child(move || {
            let counted: Vec<El> = rounds.iter().map(|round| counted(app, &it, round)).collect();
            let mut content = vec![el("div").child(counted).view()];
            content.extend(parts(app, &it, &rounds, ["h3", "h4"]));
            el("div").class("spread-paper").child(paper(titles::survey(app, &it), content))
        })
    })
}

/// `Runde 1 · 23. november 2026: 5 har svaret`.
fn counted(app: App, it: &Survey, round: &Surveyed) -> El {
    let (head, n) = (round_head(app, it, &round.round), round.pupils);
    el("p").child(words(move || format!("{}: {}", head.get(), now!(app, survey.n_answered, n = n))))
}

/// How equipped the team says it is, of the newest evaluation that is shown: beside what each person has said.
pub fn equipped_part(app: App, initiative: RecordId) -> View {
    let found = use_stored(move |store| async move {
        store.standing(List::Of(initiative, Kind::Collaboration), super::list::ALL).await
    });
    shown(found, move |found: Vec<Standing>| {
        let evaluations = found.iter().map(|(rec, fields)| (*rec, Survey::read(fields)));
        let rounds = evaluations
            .filter(|(_, it)| it.base().is_some_and(|it| it.id == COLLABORATION_FORM))
            .flat_map(|(rec, it)| {
                let all = readable(surveyed(&it)).into_iter();
                all.map(move |round| (it.round_day(&round.round), rec, it.clone(), round))
                    .collect::<Vec<_>>()
            });
        match rounds.max_by_key(|(day, rec, ..)| (*day, *rec)) {
            Some((_, rec, it, round)) => equipped(app, rec, &it, round),
            None => View::nothing(),
        }
    })
}

fn equipped(app: App, rec: RecordId, it: &Survey, round: Surveyed) -> View {
    let head = round_head(app, it, &round.round);
    let is_it = |answered: &Answered| answered.question.id == EQUIPPED;
    let Some(answered) = round.questions.into_iter().find(is_it) else { return View::nothing() };
    let Says::Bars(bars) = answered.says else { return View::nothing() };
    let labels = labels(it, &answered.question);
    let see = LinkButton::new(format!("/samarbejde/{rec}/resultat"), say!(app, staff.see_result));
    section("staff-equipped", say!(app, staff.equipped))
        .child(el("p").child(localized(answered.question.text)))
        .child(el("p").class("soft small").child(head))
        .child(dots(app, &labels, &bars))
        .child(el("div").class("row").child(see.kind(ButtonKind::Quiet).icon(IconName::Eye)))
        .view()
}
