//! The surveys of an initiative, of pupils and of its staff, on its page.

use crate::app::store::{List, Standing};
use crate::app::voices::surveyed::surveyed;
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::{COLLABORATION_FORM, PULSE_FORM, Survey};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::titles;

/// More surveys than an initiative has.
pub const ALL: u32 = 60;

/// The part of the page.
pub fn surveys_part(app: App, initiative: RecordId, found: &[Standing], editable: bool) -> El {
    let new = move || {
        let address = format!("/elevsurvey/ny?indsats={initiative}");
        LinkButton::new(address, say!(app, survey.new)).icon(IconName::Add)
    };
    let content = || -> View {
        if found.is_empty() {
            let (title, text) = (say!(app, survey.none), say!(app, survey.none_text));
            let empty = EmptyState::new(IconName::People, title, text);
            return if editable { empty.action(new()).view() } else { empty.view() };
        }
        let rows: Vec<_> = found.iter().map(|found| row(app, found)).collect();
        (list(rows), editable.then(|| el("div").class("row").child(new()))).view()
    };
    bare_section("surveys", say!(app, survey.list)).child(content())
}

/// How the staff evaluate how they work together, on the page.
pub fn collaboration_part(
    app: App,
    initiative: RecordId,
    found: &[Standing],
    editable: bool,
) -> El {
    let none = found.is_empty();
    let rows: Vec<_> = found.iter().map(|found| staff_row(app, found)).collect();
    let new = move || {
        let address = format!("/samarbejde/ny?indsats={initiative}");
        let new = LinkButton::new(address, say!(app, staff.new)).icon(IconName::Add);
        el("div").class("row").child(new).child(pulse_link(app, initiative))
    };
    section("collaboration", say!(app, staff.list))
        .child(none.then(|| soft(say!(app, staff.none_text))))
        .child((!none).then(|| list(rows)))
        .child(editable.then(new))
}

/// The evaluation of the collaboration among the rooms of the third phase: the newest, or the way to a first one.
pub fn collaboration_door(app: App, initiative: RecordId, found: &[Standing]) -> ListRow {
    let is_one = |found: &&Standing| {
        Survey::read(&found.1).base().is_some_and(|it| it.id == COLLABORATION_FORM)
    };
    match found.iter().find(is_one) {
        Some(found) => staff_row(app, found),
        None => ListRow::new(say!(app, staff.door))
            .detail(say!(app, staff.door_none))
            .href(format!("/samarbejde/ny?indsats={initiative}"))
            .lead(icon(IconName::People)),
    }
}

fn staff_row(app: App, (rec, fields): &Standing) -> ListRow {
    let it = Survey::read(fields);
    let named = it.clone();
    let detail = move || {
        let said = it.rounds().into_iter().map(|round| {
            let day = it.round_day(&round).map(|day| format::day(app.lang(), day));
            let day = day.unwrap_or_default();
            match it.is_closed(&round) {
                true => {
                    let n = it.batches(&round).iter().map(|it| it.1).sum::<u32>();
                    now!(app, staff.round_count, day = day, n = n)
                }
                false => now!(app, staff.round_open, day = day),
            }
        });
        said.collect::<Vec<_>>().join(" · ")
    };
    ListRow::new(words(move || titles::survey(app, &named)))
        .detail(words(detail))
        .href(format!("/samarbejde/{rec}"))
        .lead(icon(IconName::People))
}

/// A row for a survey: what it is called, and when pupils have answered.
fn row(app: App, (rec, fields): &Standing) -> ListRow {
    let it = Survey::read(fields);
    let named = it.clone();
    let detail = move || {
        let said = surveyed(&it).into_iter().map(|round| {
            let day = it.round_day(&round.round).map(|day| format::day(app.lang(), day));
            now!(app, survey.round_count, day = day.unwrap_or_default(), n = round.pupils)
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { now!(app, survey.nothing_closed) } else { said.join(" · ") }
    };
    ListRow::new(words(move || titles::survey(app, &named)))
        .detail(words(detail))
        .href(format!("/elevsurvey/{rec}"))
        .lead(icon(IconName::People))
}

/// The way to the evaluation from where time is set aside for it in the plan.
pub fn collaboration_way(app: App, initiative: RecordId) -> View {
    let found = use_stored(move |store| async move {
        store.standing(List::Of(initiative, Kind::Collaboration), ALL).await
    });
    shown(found, move |found: Vec<Standing>| {
        list(collaboration_door(app, initiative, &found).element())
    })
}

/// The way to a quick pulse: one question to everybody.
pub fn pulse_link(app: App, initiative: RecordId) -> LinkButton {
    let address = format!("/samarbejde/ny?indsats={initiative}&slags={PULSE_FORM}");
    LinkButton::new(address, say!(app, staff.new_pulse)).icon(IconName::Tally)
}
