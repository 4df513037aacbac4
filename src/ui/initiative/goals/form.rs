//! One goal, letter by letter: what, how it can be seen, who agrees, with what, and by when.

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::ask::{Ask, Found, id_of, sentence};
use super::questions::{agreed, measurable, part, realistic, specific, timed};
use crate::app::initiative::goals::GoalLook;
use crate::app::store::Target;
use crate::domain::initiative::answers::Becomes;
use crate::domain::initiative::{GoalWords, Initiative, smart};
use crate::domain::record::{Kind, Record as _};
use crate::ledger::RecordId;
use crate::ui::initiative::goal_records::Records;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{is_new, take_away};
use crate::ui::words::goal_words::name;
use crate::ui::words::results::goal_progress;
use crate::ui::words::titles;

/// The page of a goal, new or old.
pub fn goal(rec: RecordId, id: &str) -> View {
    let app = use_app();
    let (new, id) = (is_new(), id.to_owned());
    let (example, answer) =
        use_query_map().with_untracked(|query| (query.get("forslag"), query.get("svar")));
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            let is_known = saved.goal(&id).is_some();
            if !is_known && !new {
                return not_found();
            }
            let begun =
                if is_known { saved.clone() } else { begun(app, &saved, &id, &example, &answer) };
            page(app, target, saved, begun, id.clone())
        }
        None => not_found(),
    })
}

/// An initiative with a new goal, from the answer to a working question or an example where one was chosen.
fn begun(
    app: App,
    saved: &Initiative,
    id: &str,
    example: &Option<String>,
    answer: &Option<String>,
) -> Initiative {
    let mut it = saved.clone();
    if let Some(question) = answer {
        it.make_of_answer(question, Becomes::Goal, id);
    }
    if let Some(example) = example.as_ref().and_then(|example| smart().example(example)) {
        it.set_goal_words(id, GoalWords::Text, example.text.get(app.lang_now()));
        it.set_goal_words(id, GoalWords::Category, &example.category);
        it.set_goal_indicator(id, example.indicator);
        let target = example.target.map(|target| target.to_string());
        it.set_goal_words(id, GoalWords::Target, &target.unwrap_or_default());
    }
    it
}

fn page(app: App, target: Target, saved: Initiative, value: Initiative, id: String) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let ask = Ask { app, form, id: StoredValue::new(id), attempt: RwSignal::new(0) };
    let records = use_stored(move |store| Records::look(store, rec));
    let flaws = memo(move || ask.goal().flaws());
    let errors = move || {
        let flaws = if ask.attempt.get() == 0 { Vec::new() } else { flaws.get() };
        flaws.into_iter().map(|flaw| FieldError::new(id_of(flaw), sentence(app, flaw))).collect()
    };
    let back = format!("/indsatser/{rec}/delmaal");
    let go = StoredValue::new_local(use_navigate());
    let there = back.clone();
    let finish = move || {
        ask.attempt.update(|attempt| *attempt += 1);
        if flaws.with_untracked(|flaws| flaws.is_empty()) {
            let there = there.clone();
            spawn_local(async move {
                if form.seal().await
                    && let Some(go) = go.try_get_value()
                {
                    go(&there, Default::default());
                }
            });
        }
    };
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let letters: Vec<El> = smart()
        .letters
        .iter()
        .map(|letter| {
            let asked = match letter.letter.as_str() {
                "S" => specific(ask),
                "M" => measurable(ask, rec, records),
                "A" => agreed(ask),
                "R" => realistic(ask),
                _ => timed(ask),
            };
            part(app, letter, asked)
        })
        .collect();
    let of = words(move || form.with(|it| titles::initiative(app, it)));
    // How far it is stands above the questions: they come together, so that nothing slides away under a finger.
    let content = el("div")
        .class("form")
        .attr("hidden", move || matches!(records.get(), Loaded::Loading))
        .child(el("p").class("soft").child(of))
        .child(error_summary(say!(app, goals.not_done), Signal::derive(errors), ask.attempt.into()))
        .child(how_far(ask, records))
        .child(letters)
        .child(el("div").class("row row-end").child(remove(ask, back.clone())))
        .child(action_bar(done));
    let title = words(move || match ask.goal().words(GoalWords::Text).trim() {
        "" => now!(app, goals.new),
        text => name(app, text),
    });
    Page::new(title)
        .back(back, say!(app, form.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// How far the goal is, once something tells it. Made anew only when that has become another.
fn how_far(ask: Ask, records: Found) -> View {
    let app = ask.app;
    let look = memo(move || {
        let Loaded::Ready(Some(records)) = records.get() else { return None };
        let goal = ask.goal().counted_part();
        goal.indicator()?;
        let Records { plan, measured, surveyed, today } = records;
        Some(GoalLook::of(goal, &plan, &measured, &surveyed, today))
    });
    let section = move || {
        let look = look.get()?;
        Some(
            bare_section("goal-progress", say!(app, goals.how_far))
                .child(goal_progress::part(app, &look)),
        )
    };
    // What cannot be read says so.
    (shown(records, |_| View::nothing()), section).view()
}

/// Takes the goal away; undo puts back all that stood in it.
fn remove(ask: Ask, back: String) -> Button {
    let app = ask.app;
    let go = StoredValue::new_local(use_navigate());
    let remove = move || {
        let take = |it: &mut Initiative| ask.id.with_value(|id| it.remove_goal(id));
        take_away(app, ask.form, text!(app, goals.removed), take, Initiative::put_back);
        if let Some(go) = go.try_get_value() {
            go(&back, Default::default());
        }
    };
    Button::new(say!(app, goals.remove), remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}
