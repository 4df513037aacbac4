//! How far a goal is, in words, and what that is counted from.

use leptos::prelude::Get as _;

use super::measurement_words::not_ready;
use crate::analysis::cautions::Caution;
use crate::analysis::shown_figures as shown;
use crate::app::initiative::goals::{GoalLook, Missing, Monthly, Moved, Progress};
use crate::app::initiative::{Answered, TopTwo};
use crate::app::plan::PlanItem;
use crate::app::store::Clock as _;
use crate::domain::initiative::{GoalDay, Indicator};
use crate::domain::text::Lang;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::dom::{Content as _, El, View, el, words};
use crate::ui::kit::{BadgeKind, IconName, LinkButton, badge, list_named, plan_row};
use crate::ui::shell::{App, now, say};
use crate::ui::words::titles;

/// Of fewer pupils nothing leaves the team.
const FEWEST: usize = 5;

/// `3 af 4 denne måned`, and whether that is enough, with the records it is counted from.
pub fn part(app: App, look: &GoalLook) -> El {
    let told = look.clone();
    let line = el("p")
        .class("goal-progress strong")
        .child(words(move || said(app, &told)))
        .child(" ")
        .child(state(app, look));
    el("div").class("stack-tight stack").child(line).child(grounds(app, &look.progress))
}

/// How far a goal is, of that what may leave the team, and whether it is reached or was to be: a line.
pub fn to_share(app: App, look: &GoalLook) -> String {
    let said = match &look.progress {
        // Of so few pupils not even how many they are leaves the team.
        Progress::Measured(it) if it.n < FEWEST => now!(app, measure.hidden),
        // The figures stand with what was measured, where they are left out as the rules say.
        Progress::Measured(it) => now!(app, goals.moved_n, outcome = outcome(app, it), n = it.n),
        Progress::Answered(Answered { found: Some(it), .. }) if !it.may_be_shared() => {
            now!(app, figures.pupils_n, n = it.n)
        }
        _ => said(app, look),
    };
    let state = if look.progress.is_reached() {
        Some(now!(app, goals.is_reached))
    } else {
        let by = look.goal.day(GoalDay::By).filter(|_| look.late);
        by.map(|by| now!(app, goals.late, day = format::day(app.lang(), by)))
    };
    [Some(said), state].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whether the goal is reached, or was to be.
fn state(app: App, look: &GoalLook) -> Option<El> {
    if look.progress.is_reached() {
        return Some(badge(BadgeKind::Done, say!(app, goals.is_reached)));
    }
    let by = look.goal.day(GoalDay::By).filter(|_| look.late)?;
    let late = words(move || now!(app, goals.late, day = format::day(app.lang(), by)));
    Some(badge(BadgeKind::Late, late))
}

/// How far a goal is.
pub fn said(app: App, look: &GoalLook) -> String {
    match &look.progress {
        Progress::Uncounted(why) => missing(app, *why),
        Progress::Monthly(it) => monthly(app, it),
        Progress::Counted(it) => match look.goal.indicator() {
            Some(Indicator::GroupsTried) => now!(app, goals.groups_n, n = it.count, of = it.of),
            Some(Indicator::Models) => now!(app, goals.models_n, n = it.count, of = it.of),
            _ => now!(app, goals.talks_n, n = it.count, of = it.of),
        },
        Progress::Measured(it) => measured(app, it),
        Progress::Answered(it) => answered(app, it),
        Progress::Said(Some(true)) => now!(app, goals.said_yes),
        Progress::Said(Some(false)) => now!(app, goals.said_no),
        Progress::Said(None) => now!(app, goals.not_said),
    }
}

fn monthly(app: App, it: &Monthly) -> String {
    let (n, of) = (it.now.count, it.now.of);
    let now = match it.is_running {
        true => now!(app, goals.this_month, n = n, of = of),
        false => now!(app, goals.last_month, n = n, of = of),
    };
    let before = (it.months > 0).then(|| now!(app, goals.before, met = it.met, months = it.months));
    [Some(now), before].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a group did, in a word or two.
fn outcome(app: App, it: &Moved) -> String {
    match it.outcome {
        Some(Caution::Progress) => now!(app, goals.progress),
        Some(Caution::SuggestsProgress) => now!(app, goals.suggests_progress),
        Some(Caution::NoClearChange) => now!(app, goals.no_clear_change),
        Some(Caution::SuggestsDecline) => now!(app, goals.suggests_decline),
        Some(Caution::Decline) => now!(app, goals.decline),
        Some(Caution::AllAlike) => now!(app, goals.all_alike),
        _ => now!(app, goals.too_few),
    }
}

fn measured(app: App, it: &Moved) -> String {
    if it.n == 0 && it.outcome.is_none() {
        return now!(app, goals.nobody_twice);
    }
    let outcome = outcome(app, it);
    match it.change {
        Some(change) => {
            let places = shown::decimals(&[change]);
            let change = shown::change(change, places, app.lang() == Lang::Da);
            now!(app, goals.moved, outcome = outcome, change = change, n = it.n)
        }
        None => now!(app, goals.moved_n, outcome = outcome, n = it.n),
    }
}

/// `Runde 2: 17 af 21 svarer »Lidt« eller »Ja« (81 %, målet er 80 %)`.
fn answered(app: App, it: &Answered) -> String {
    let Some(TopTwo { round, top, n }) = &it.found else { return now!(app, goals.answers_wait) };
    let place = it.survey.rounds().iter().position(|known| known == round);
    let round = now!(app, survey.round, n = place.unwrap_or_default() + 1);
    let steps = it.survey.scale().map(|scale| scale.steps.as_slice()).unwrap_or_default();
    let steps = steps.iter().rev().take(2).rev();
    let steps = steps.map(|(_, label)| format!("»{}«", label.get(app.lang())));
    let or = format!(" {} ", now!(app, goals.or));
    let steps = steps.collect::<Vec<_>>().join(&or);
    let said = now!(app, goals.answers_n, round = round, n = top, of = n, steps = steps);
    let aim = match (&it.found, it.is_share) {
        (Some(found), true) => {
            now!(app, goals.aim_share, share = found.of_a_hundred(), aim = it.of)
        }
        _ => now!(app, goals.aim_n, aim = it.of),
    };
    format!("{said} {aim}")
}

/// Why nothing can be counted.
fn missing(app: App, why: Missing) -> String {
    match why {
        Missing::Indicator => now!(app, goals.no_indicator),
        Missing::Target => now!(app, goals.no_target),
        Missing::Measurement => now!(app, goals.no_measurement),
        Missing::Gone => now!(app, goals.measurement_gone),
        Missing::Survey => now!(app, goals.no_survey),
        Missing::SurveyGone => now!(app, goals.survey_gone),
        Missing::Question => now!(app, goals.no_question),
        Missing::NotReady(why) => not_ready(app, why),
    }
}

/// The records that a figure is counted from, each with the way to it.
fn grounds(app: App, progress: &Progress) -> View {
    match progress {
        Progress::Monthly(it) => evidence(app, &it.now.evidence),
        Progress::Counted(it) => evidence(app, &it.evidence),
        Progress::Measured(it) => {
            let (rec, named) = (it.rec, it.measurement.clone());
            let what = words(move || titles::measurement(app, &named));
            let open = say!(app, goals.see_result, what = what.get());
            let open = LinkButton::new(format!("/maalinger/{rec}/resultat"), open);
            el("div").class("row").child(open.icon(IconName::Observation)).view()
        }
        Progress::Answered(it) => {
            let (address, open) = match it.found {
                Some(_) => {
                    (format!("/elevsurvey/{}/resultat", it.rec), say!(app, survey.see_result))
                }
                None => (format!("/elevsurvey/{}", it.rec), say!(app, goals.see_survey)),
            };
            let open = LinkButton::new(address, open).icon(IconName::People);
            el("div").class("row").child(open).view()
        }
        Progress::Uncounted(_) | Progress::Said(_) => View::nothing(),
    }
}

fn evidence(app: App, items: &[PlanItem]) -> View {
    if items.is_empty() {
        return View::nothing();
    }
    let n = items.len();
    let today = BrowserClock.today();
    let rows: Vec<_> = items.iter().map(|item| plan_row::row(app, item, today, true)).collect();
    el("details")
        .class("fold")
        .child(el("summary").child(say!(app, goals.counted_from, n = n)))
        .child(el("div").child(list_named(say!(app, goals.counted_from, n = n), rows)))
        .view()
}
