//! Sheets of paper typed in: one after the other, without order or name.

use std::rc::Rc;

use futures::lock::Mutex;
use leptos::task::spawn_local;
use serde_json::Value;

use super::answer_field::{Put, answer_field};
use crate::app::store::Target;
use crate::app::voices::{SheetRows, TypedSheet};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::Survey;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;

/// What has been typed of the sheet in hand, and what keeps it. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Typed {
    sheet: RwSignal<TypedSheet>,
    keep: StoredValue<Rc<dyn Fn(TypedSheet)>, LocalStorage>,
}

impl Typed {
    /// `begun` is what was typed before, perhaps before a reload.
    fn new(app: App, rec: RecordId, round: &str, begun: TypedSheet) -> Self {
        let (round, one_at_a_time) = (round.to_owned(), Rc::new(Mutex::new(())));
        let keep = move |sheet: TypedSheet| {
            let (round, turn) = (round.clone(), Rc::clone(&one_at_a_time));
            spawn_local(async move {
                // Those that wait for their turn come in the order they were asked.
                let _turn = turn.lock().await;
                if let Err(error) = app.store().keep_typed(rec, &round, &sheet).await {
                    app.complain(&error);
                }
            });
        };
        Self { sheet: RwSignal::new(begun), keep: StoredValue::new_local(Rc::new(keep)) }
    }

    fn put(self, id: String, value: Option<Value>) {
        self.sheet.update(|all| match value {
            Some(value) => drop(all.insert(id, value)),
            None => drop(all.remove(&id)),
        });
        let keep = self.keep.get_value();
        keep(self.sheet.get_untracked());
    }
}

/// The id of the line that says how many sheets there are: what takes the focus for the next.
const COUNT: &str = "sheets";

/// The page of a round.
pub fn typed(rec: RecordId, round: String) -> View {
    let app = use_app();
    let of = round.clone();
    let found = use_stored_once(move |store| {
        let round = of.clone();
        async move {
            let begun = store.typed_sheet(rec, &round).await?;
            Ok(store.edit(rec, Kind::Survey).await?.map(|known| (known, begun)))
        }
    });
    shown(found, move |known: Option<((Target, Fields), TypedSheet)>| {
        let Some(((target, fields), begun)) = known else { return not_found() };
        let saved = Survey::read(&fields);
        if !saved.rounds().contains(&round) {
            return not_found();
        }
        let form = Form::open(app, target, saved.clone(), saved);
        page(app, (rec, round.clone()), form, begun)
    })
}

fn page(app: App, (rec, round): (RecordId, String), form: Form<Survey>, begun: TypedSheet) -> View {
    let it = form.value.get_untracked();
    let here = Page::new(say!(app, survey.typed_title))
        .back(format!("/elevsurvey/{rec}"), say!(app, survey.back_to));
    if it.is_closed(&round) {
        let empty = EmptyState::new(
            IconName::Lock,
            say!(app, survey.is_closed),
            say!(app, survey.is_closed_text),
        );
        return here.child(empty).view();
    }
    let typed = Typed::new(app, rec, &round, begun);
    let questions = it.asked_in(&round).into_iter().filter_map(|id| it.question(&id));
    let put: Put = Rc::new(move |id, value| typed.put(id, value));
    let field = |question| answer_field(app, &it, &question, typed.sheet, &put);
    let fields: Vec<View> = questions.map(field).collect();
    let counting = round.clone();
    let waiting = use_stored(move |store| {
        let round = counting.clone();
        async move { store.waiting(rec, &round).await }
    });
    let count = words(move || match waiting.get() {
        Loaded::Ready(1) => now!(app, survey.one_answered),
        Loaded::Ready(n) => now!(app, survey.n_answered, n = n),
        _ => String::new(),
    });
    let next = move || {
        let answers = typed.sheet.get_untracked();
        if answers.is_empty() {
            app.toasts.say(text!(app, survey.sheet_empty));
            return;
        }
        let round = round.clone();
        form.edit(|it| it.open_round(&round));
        spawn_local(async move {
            if !form.seal().await {
                return;
            }
            match app.store().add_sheet(rec, &round, &answers).await {
                Ok(sheet) => {
                    // The sheet that was kept has gone with it.
                    typed.sheet.try_set(TypedSheet::new());
                    focus_field(COUNT);
                    app.has_stored();
                    say_added(app, sheet);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let next = Button::new(say!(app, survey.next_sheet), next)
        .kind(ButtonKind::Primary)
        .icon(IconName::Check);
    let content = el("div")
        .class("form")
        .child(el("p").class("strong").id(COUNT).attr("tabindex", "-1").child(count))
        .child(soft(say!(app, survey.typed_text)))
        .child(fields)
        .child(action_bar(next));
    here.child(content).view()
}

/// Says that a sheet waits with the others, with the way back.
fn say_added(app: App, sheet: SheetRows) {
    app.toasts.say_with_undo(text!(app, survey.sheet_added), text!(app, form.undo), move || {
        let sheet = sheet.clone();
        spawn_local(async move {
            match app.store().take_back_sheet(&sheet).await {
                Ok(true) => app.has_stored(),
                Ok(false) => app.toasts.say(text!(app, survey.is_closed_text)),
                Err(error) => app.complain(&error),
            }
        });
    });
}
