//! What comes after the talk: what was tried, and the notes that were to be deleted.

use leptos::task::spawn_local;

use super::opened::OpenedAgreement;
use crate::app::store::Clock;
use crate::domain::agreement::{Agreement, Stage};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::say_removed;

/// The follow-up, once there has been a talk or its day has come.
pub fn after(app: App, form: Form<Agreement>, seen: &OpenedAgreement) -> View {
    let today = BrowserClock.today();
    let has_come =
        move || form.with(|it| it.stage(false) >= Stage::Talked || it.follow_up_is_due(today));
    let readonly = seen.readonly;
    show(has_come, move || follow_up(app, form, readonly))
}

fn follow_up(app: App, form: Form<Agreement>, readonly: bool) -> View {
    let chosen = move || {
        let what = form.with(|it| it.to_try().trim().to_owned());
        (!what.is_empty())
            .then(|| el("p").class("as-written").child(now!(app, agreement.you_try, what = what)))
    };
    let again = move || {
        let day = form.with(Agreement::follow_up)?;
        let day = format::weekday(app.lang(), day);
        Some(el("p").class("soft").child(now!(app, agreement.again_on, day = day)))
    };
    let tried = Field::new(say!(app, agreement.tried))
        .id("tried")
        .optional(say!(app, form.optional))
        .readonly(readonly)
        .area(memo(move || form.with(Agreement::tried)), move |text| {
            form.edit(|it| it.set_tried(&text));
        })
        .max_length(1000);
    let done = memo(move || form.with(Agreement::followed_up));
    let finish = move || {
        let now = app.store().now();
        form.edit(|it| it.set_followed_up(Some(now)));
        spawn_local(async move {
            if form.seal().await {
                let back = form.amend_later(|it: &mut Agreement| it.set_followed_up(None));
                let said = text!(app, agreement.followed_up_said);
                app.toasts.say_with_undo(said, text!(app, form.undo), back);
            }
        });
    };
    let reopen = move || form.edit(|it| it.set_followed_up(None));
    let decide = move || match done.get() {
        None => Button::new(say!(app, agreement.followed_up), finish)
            .kind(ButtonKind::Primary)
            .icon(IconName::Check)
            .view(),
        Some(at) => {
            let said = say!(app, agreement.followed_up_at, at = app.moment(at));
            let reopen = Button::new(say!(app, agreement.reopen), reopen).kind(ButtonKind::Quiet);
            (el("p").class("soft small").child(said), reopen).view()
        }
    };
    el("section")
        .class("part stack no-print")
        .attr("aria-labelledby", "follow-up")
        .child(el("h2").id("follow-up").child(say!(app, agreement.follow_up)))
        .child(chosen)
        .child(again)
        .child(tried)
        .child((!readonly).then(|| el("div").class("row row-between").child(decide)))
        .view()
}

/// Once the day has come: what was promised about the notes, and the way to keep it.
pub fn erasing(app: App, form: Form<Agreement>, seen: &OpenedAgreement) -> View {
    let (rec, readonly) = (seen.target.rec, seen.readonly);
    let due = use_stored(move |store| {
        // A change of the agreement is seen once it is stored.
        let agreement = form.value.get_untracked();
        async move {
            let day = store.erase_on(&agreement).await?;
            let begun = store.begun_from(rec).await?;
            let has_come = day.is_some_and(|day| day <= BrowserClock.today());
            let begun = begun.into_iter().filter(|_| has_come).map(|summary| summary.rec);
            Ok(begun.collect::<Vec<_>>())
        }
    });
    shown(due, move |begun| {
        if begun.is_empty() || readonly {
            return View::nothing();
        }
        let erase = move || {
            let begun = begun.clone();
            spawn_local(async move {
                let mut removed = Vec::new();
                for rec in begun {
                    match app.store().delete(rec).await {
                        Ok(moved) => removed.extend(moved),
                        Err(error) => app.complain(&error),
                    }
                }
                app.has_stored();
                say_removed(app, text!(app, agreement.erased), removed);
            });
        };
        Notice::new(NoticeKind::Warning, say!(app, agreement.erase_title))
            .actions(Button::new(say!(app, agreement.erase), erase).icon(IconName::Trash))
            .child(el("p").child(say!(app, agreement.erase_text)))
            .view()
    })
}
