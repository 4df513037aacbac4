//! The measurements of an initiative, on its page.

use crate::app::store::Standing;
use crate::domain::measurement::Measurement;
use crate::domain::record::Record as _;
use crate::ledger::{RecordId, in_order};
use crate::ui::kit::prelude::*;
use crate::ui::words::{titles, wave_name};

/// More measurements than an initiative has.
pub const ALL: u32 = 60;

/// The part of the page.
pub fn measurements_part(
    app: App,
    initiative: RecordId,
    found: Vec<Standing>,
    editable: bool,
) -> El {
    let new = move || {
        let address = format!("/maalinger/ny?indsats={initiative}");
        LinkButton::new(address, say!(app, measure.new)).icon(IconName::Add)
    };
    let content = || -> View {
        if found.is_empty() {
            let (title, text) = (say!(app, measure.none), say!(app, measure.none_text));
            let empty = EmptyState::new(IconName::Observation, title, text);
            return if editable { empty.action(new()).view() } else { empty.view() };
        }
        // What belongs to a goal comes first: that was said before the figures were there.
        let aimless = |(_, fields): &Standing| Measurement::read(fields).goal().trim().is_empty();
        let found = in_order(found, |a, b| aimless(a).cmp(&aimless(b)));
        let rows: Vec<_> = found.iter().map(|found| row(app, found)).collect();
        (list(rows), editable.then(|| el("div").class("row").child(new()))).view()
    };
    bare_section("measurements", say!(app, measure.list)).child(content())
}

/// A row for a measurement: what is measured, and how many have answered when.
fn row(app: App, (rec, fields): &Standing) -> ListRow {
    let it = Measurement::read(fields);
    let counted = it.clone();
    let detail = move || {
        let waves = counted.waves().into_iter();
        let waves = waves.map(|wave| {
            let name = wave_name(app, &counted, &wave);
            now!(app, measure.wave_count, wave = name, n = counted.answered_in(&wave))
        });
        waves.collect::<Vec<_>>().join(" · ")
    };
    ListRow::new(words(move || titles::measurement(app, &it)))
        .detail(words(detail))
        .href(format!("/maalinger/{rec}"))
        .lead(icon(IconName::Observation))
}
