//! The pupil surveys of an initiative, on its page.

use crate::app::Standing;
use crate::app::surveyed::surveyed;
use crate::domain::{Record as _, Survey};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::components::{EmptyState, IconName, LinkButton, ListRow, icon, list};
use crate::ui::dom::{Content as _, El, View, el, words};
use crate::ui::state::App;
use crate::ui::texts::{now, say};
use crate::ui::titles;

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
    el("section")
        .class("part")
        .attr("aria-labelledby", "surveys")
        .child(el("h2").id("surveys").child(say!(app, survey.list)))
        .child(content())
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
