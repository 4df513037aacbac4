//! The grid of answers: pupils down, questions across. One key is an answer, and on to the next.

use super::board::Board;
use super::cells::cells;
use super::checks::checks;
use super::pad::pad;
use super::paste::paste_part;
use super::setup::changed_notice;
use crate::app::measurement::gauge::Gauge;
use crate::app::store::Target;
use crate::domain::measurement::Measurement;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{not_ready, titles, wave_and_day};

/// The page of one wave's answers.
pub fn grid(rec: RecordId, wave: String) -> View {
    let app = use_app();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Measurement).await });
    shown(found, move |known: Option<(Target, Fields)>| {
        let Some((target, fields)) = known else { return not_found() };
        let saved = Measurement::read(&fields);
        if !saved.waves().contains(&wave) {
            return not_found();
        }
        let form = Form::open(app, target, saved.clone(), saved);
        page(app, rec, &wave, form)
    })
}

fn page(app: App, rec: RecordId, wave: &str, form: Form<Measurement>) -> View {
    let back = format!("/maalinger/{rec}");
    let content = match form.value.with_untracked(Gauge::of) {
        Err(why) => {
            let text = words(move || not_ready(app, why));
            let go = LinkButton::new(back.clone(), say!(app, measure.to_setup))
                .kind(ButtonKind::Primary);
            EmptyState::new(IconName::Info, say!(app, measure.not_yet), text).action(go).view()
        }
        Ok(gauge) => filled(app, &back, wave, form, gauge),
    };
    let of = wave.to_owned();
    Page::new(words(move || {
        let name = form.with(|it| titles::measurement(app, it));
        let wave = form.with(|it| wave_and_day(app, it, &of));
        now!(app, measure.grid_title, name = name, wave = wave)
    }))
    .back(back, say!(app, measure.back_to))
    .state(saving_line(app, form.status))
    .child(content)
    .view()
}

fn filled(app: App, back: &str, wave: &str, form: Form<Measurement>, gauge: Gauge) -> View {
    let board = Board::new(app, form, wave.to_owned(), gauge);
    let some = memo(move || board.rows.with(|rows| !rows.is_empty()));
    let back = back.to_owned();
    let content = move || {
        if some.get() {
            (cells(board), pad(board)).view()
        } else {
            EmptyState::new(
                IconName::People,
                say!(app, measure.no_pupils),
                say!(app, measure.grid_empty),
            )
            .view()
        }
    };
    let done = LinkButton::new(back, say!(app, form.done)).kind(ButtonKind::Primary);
    el("div")
        .class("measure-grid-page")
        .child(changed_notice(app, form))
        .child(content)
        .child(checks(board))
        .child(paste_part(board))
        .child(action_bar(done.icon(IconName::Check)))
        .view()
}
