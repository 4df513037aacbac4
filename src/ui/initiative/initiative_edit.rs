//! The form of an initiative, new or old.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::initiative_fields::{Asked, described};
use super::team::team;
use crate::app::store::{Clock, Target};
use crate::domain::calendar::SchoolYear;
use crate::domain::initiative::{Initiative, InitiativeField, Member};
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::initiative::start::{Typed, pupils};
use crate::ui::kit::is_new;
use crate::ui::kit::prelude::*;

/// What shows an initiative that is open: its place, as it is stored, as it is shown first, and whether it is new.
type Opened = fn(App, Target, Initiative, Initiative, bool) -> View;

/// The page of the form.
pub fn initiative_edit(rec: RecordId) -> View {
    opened(rec, beginning, edit)
}

/// Opens an initiative in a form: as it stands, or a new one as it begins.
pub fn opened(rec: RecordId, begin: fn(App) -> Initiative, show: Opened) -> View {
    let app = use_app();
    let new = is_new();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            show(app, target, saved.clone(), saved, new)
        }
        None if new => {
            let target = Target { rec, kind: Kind::Initiative, parents: Vec::new() };
            show(app, target, Initiative::default(), begin(app), true)
        }
        None => not_found(),
    })
}

/// A new initiative: this school year, and the person themselves in the team.
pub fn beginning(app: App) -> Initiative {
    let author = app.settings.with_untracked(|settings| settings.author.trim().to_owned());
    let mut begun = Initiative::default();
    begun.set_school_year(Some(SchoolYear::of(BrowserClock.today())));
    if !author.is_empty() {
        let me = Member { initials: author, ..Member::default() };
        begun.set_member(&app.store().new_part(), Some(&me));
    }
    begun
}

fn edit(app: App, target: Target, saved: Initiative, value: Initiative, new: bool) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || match attempt.get() {
        0 => Vec::new(),
        _ => form.with(Initiative::flaws),
    });
    let go = StoredValue::new_local(use_navigate());
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if form.value.with_untracked(Initiative::flaws).is_empty() {
            // Whoever is done here is done with the guided start as well.
            if form.value.with_untracked(|it| it.setting_up().is_some()) {
                form.edit(|it| it.set_setting_up(None));
            }
            spawn_local(async move {
                if form.seal().await
                    && let Some(go) = go.try_get_value()
                {
                    go(&format!("/indsatser/{rec}"), replacing());
                }
            });
        }
    };
    let title = if new { say!(app, initiative.new_title) } else { say!(app, initiative.edit) };
    let back = if new { "/indsatser".to_owned() } else { format!("/indsatser/{rec}") };
    let errors = move || flaws.get().iter().map(|flaw| described(app, flaw)).collect();
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let content = el("div")
        .class("form")
        .child(error_summary(say!(app, form.not_done), Signal::derive(errors), attempt.into()))
        .child(fields(app, form, flaws))
        .child(action_bar(done));
    Page::new(title)
        .back(back, say!(app, initiative.back_to))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

pub fn replacing() -> leptos_router::NavigateOptions {
    leptos_router::NavigateOptions { replace: true, ..Default::default() }
}

fn fields(app: App, form: Form<Initiative>, flaws: Signal<Vec<InitiativeField>>) -> View {
    let it = Asked { app, form, flaws };
    let class = el("div")
        .class("grid-fields grid")
        .child(it.class())
        .child(it.subject())
        .child(it.school_year());
    let period = el("div").class("grid-fields grid").child(it.from()).child(it.to());
    let purpose = el("div")
        .class("stack-tight stack")
        .child(it.purpose())
        .child(el("div").class("row").child(guide_link("formaal")));
    let why = el("div").class("stack").child(it.challenge()).child(purpose).child(it.changes());
    let pupils = pupils(app, form, Typed::new());
    let pupils = section("pupils", say!(app, start.pupils)).child(pupils);
    (it.kind(), it.title(), class, period, why, (team(app, form, flaws), pupils).view()).view()
}
