//! One exit ticket: which question, how many answered what, and the result.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::exit_board::board;
use super::exit_count::{count, live_result};
use crate::app::store::{Clock as _, Target};
use crate::domain::plan::ExitTicket;
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Asked, Start, is_new, put_away};
use crate::ui::words::{localized, titles};

/// The page of an exit ticket, new or old.
pub fn exit_ticket(rec: RecordId) -> View {
    let app = use_app();
    let (new, asked) = (is_new(), Asked::of_address());
    let found = use_stored_once(move |store| async move {
        Ok((Start::look(&store, asked, true).await?, store.edit(rec, Kind::ExitTicket).await?))
    });
    shown(found, move |(start, known): (Start, Option<(Target, Fields)>)| {
        let is_known = known.is_some();
        let (target, saved, value) = match known {
            Some((target, fields)) => {
                let saved = ExitTicket::read(&fields);
                (target, saved.clone(), saved)
            }
            None if new => {
                let target = Target { rec, kind: Kind::ExitTicket, parents: Vec::new() };
                let mut begun = ExitTicket::read(&start.fields());
                begun.set_day(Some(BrowserClock.today()));
                (target, ExitTicket::default(), begun)
            }
            None => return not_found(),
        };
        counted(app, (rec, is_known), Form::open(app, target, saved, value))
    })
}

/// The page, or the big screen in its place.
fn counted(app: App, of: (RecordId, bool), form: Form<ExitTicket>) -> View {
    let big = RwSignal::new(false);
    let presses = RwSignal::new(Vec::new());
    let chosen = memo(move || form.with(ExitTicket::question));
    let show = move || {
        let content = app.content();
        let question = content.exit_question(&chosen.get());
        match question {
            Some(question) if big.get() => {
                board(app, form, question, presses, move || big.set(false))
            }
            question => {
                let parts = question.map(|question| {
                    let larger = Button::new(say!(app, plan.big), move || big.set(true))
                        .icon(IconName::Tablet);
                    let prompt = localized(question.prompt.clone());
                    (
                        el("p").class("lead").child(prompt),
                        el("div").class("row").child(larger),
                        count(app, form, question, presses),
                        (!question.options.is_empty()).then(|| live_result(app, form, question)),
                    )
                });
                page(app, of, form, parts.view())
            }
        }
    };
    show.view()
}

fn page(app: App, (rec, is_known): (RecordId, bool), form: Form<ExitTicket>, parts: View) -> View {
    let go = StoredValue::new_local(use_navigate());
    let back = form.value.with_untracked(|it| match (it.lesson(), it.initiative()) {
        (Some(lesson), _) => format!("/lektioner/{lesson}"),
        (None, Some(initiative)) => format!("/indsatser/{initiative}"),
        (None, None) => "/".to_owned(),
    });
    let to = back.clone();
    let leave = move || {
        if let Some(go) = go.try_get_value() {
            go(&to, Default::default());
        }
    };
    let home = leave.clone();
    let remove = move || {
        let leave = leave.clone();
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match put_away(app, rec, text!(app, plan.ticket_removed)).await {
                Ok(()) => leave(),
                Err(error) => app.complain(&error),
            }
        });
    };
    let done = move || {
        let leave = home.clone();
        spawn_local(async move {
            if form.seal().await {
                leave();
            }
        });
    };
    let remove = move || {
        let remove = remove.clone();
        Button::new(say!(app, plan.remove), remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
    };
    let history = move || history_link(app, Kind::ExitTicket.word(), rec).filter(|_| is_known);
    let is_chosen = move || form.with(|it| !it.question().is_empty());
    let done =
        Button::new(say!(app, form.done), done).kind(ButtonKind::Primary).icon(IconName::Check);
    let content = el("div")
        .class("form")
        .child(which(app, form))
        .child(parts)
        .child(show(is_chosen, move || {
            el("div").class("row row-end").child(history()).child(remove())
        }))
        .child(action_bar(done));
    Page::new(words(move || form.with(|it| titles::exit_ticket(app, it))))
        .back(back, say!(app, plan.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// The question is chosen until somebody has answered it.
fn which(app: App, form: Form<ExitTicket>) -> View {
    let content = app.content();
    let choices = content.exit_questions.iter().map(|question| {
        let title = localized(question.title.clone());
        Choice::new(question.id.clone(), title).described(localized(question.prompt.clone()))
    });
    let choices: Vec<Choice> = choices.collect();
    let open = move || form.with(|it| !it.is_begun());
    let choose = move |question: Option<String>| {
        form.edit(|it| it.set_question(&question.unwrap_or_default()));
    };
    let field = move || {
        Field::new(say!(app, plan.which_ticket))
            .radios(
                Signal::stored(choices.clone()),
                memo(move || Some(form.with(ExitTicket::question))),
                choose,
            )
            .view()
    };
    show(open, field)
}
