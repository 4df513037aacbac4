//! One evaluation of the collaboration, or a quick pulse: what is asked, who can see it, and its rounds.

use leptos_router::hooks::use_query_map;

use super::rounds::rounds_part;
use crate::app::store::{Clock as _, Target};
use crate::domain::guide::facts_of_evaluating;
use crate::domain::record::{Fields, Kind};
use crate::domain::voices::{COLLABORATION_FORM, PULSE_FORM, Survey, collaboration_content};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::put_away_button;
use crate::ui::words::{localized, titles};

/// The page, of a new one or an old one.
pub fn collaboration(rec: RecordId) -> View {
    let app = use_app();
    let (new, initiative, is_pulse) = use_query_map().with_untracked(|query| {
        let initiative = query.get("indsats").and_then(|rec| rec.parse::<RecordId>().ok());
        let is_pulse = query.get("slags").is_some_and(|it| it == PULSE_FORM);
        (query.get("ny").is_some(), initiative, is_pulse)
    });
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Collaboration).await });
    shown(found, move |known: Option<(Target, Fields)>| {
        let is_known = known.is_some();
        if let Some(known) = known {
            return page(app, (rec, is_known), Form::stored(app, known));
        }
        if !new {
            return not_found();
        }
        let target = Target { rec, kind: Kind::Collaboration, parents: Vec::new() };
        let mut begun = Survey::default();
        begun.set_initiative(initiative);
        begun.set_base(if is_pulse { PULSE_FORM } else { COLLABORATION_FORM });
        begun.set_round_day(&app.store().new_part(), Some(BrowserClock.today()));
        page(app, (rec, is_known), Form::open(app, target, Survey::default(), begun))
    })
}

fn page(app: App, (rec, is_known): (RecordId, bool), form: Form<Survey>) -> View {
    let it = form.value.get_untracked();
    let back = it.initiative();
    let back = back.map_or_else(|| "/indsatser".to_owned(), |rec| format!("/indsatser/{rec}"));
    let away = back.clone();
    let said = |app: App| text!(app, staff.removed);
    let label = say!(app, staff.remove);
    let remove = put_away_button(app, rec, label, said, form.sealing(), move || away.clone());
    let history = is_known.then(|| history_link(app, Kind::Collaboration.word(), rec)).flatten();
    let content = el("div")
        .class("form")
        .child(about(app, &it))
        .child(rounds_part(app, rec, form))
        .child(who_sees(app))
        .child(evidence(app))
        .child(el("div").class("row row-end").child(history).child(remove));
    Page::new(words(move || form.with(|it| titles::survey(app, it))))
        .back(back, say!(app, survey.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// What it is, how long it takes, and what is asked.
fn about(app: App, it: &Survey) -> View {
    let Some(base) = it.base() else { return View::nothing() };
    let minutes = base.minutes.map(|n| match n {
        1 => say!(app, staff.one_minute),
        n => say!(app, staff.minutes, n = n),
    });
    let areas = base.parts.iter().map(|part| {
        let items = part.items.iter().filter_map(|id| it.question(id));
        let items = items.map(|item| el("li").child(localized(item.text)));
        el("div")
            .child(el("h3").child(localized(part.title.clone())))
            .child(el("ul").class("points").child(items.collect::<Vec<_>>()))
    });
    let areas: Vec<El> = areas.collect();
    (
        el("p")
            .class("lead")
            .child(localized(base.intro.clone()))
            .child(minutes.map(|minutes| el("span").child(" ").child(minutes))),
        el("details")
            .class("measure-questions")
            .child(el("summary").child(say!(app, staff.questions)))
            .child(el("div").class("stack").child(areas)),
    )
        .view()
}

/// Who can see the answers, and what becomes of those of few: said before anybody answers.
fn who_sees(app: App) -> El {
    let content = collaboration_content();
    section("staff-who-sees", say!(app, staff.who_sees))
        .child(el("p").child(localized(content.privacy.clone())))
        .child(el("p").child(localized(content.small_team.clone())))
        .child(soft(say!(app, staff.who_sees_text)))
}

/// What is known of schools that evaluate often.
fn evidence(app: App) -> El {
    let figures: Vec<El> = facts_of_evaluating().iter().map(|it| figure(app, it)).collect();
    section("staff-facts", say!(app, staff.did_you_know))
        .child(el("div").class("staff-facts").child(figures))
}
