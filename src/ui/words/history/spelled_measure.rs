//! The places of a measurement in the words people have for them.

use crate::domain::measurement::{END, START, entry_of, instruments, pupil_of};
use crate::ui::shell::{App, now};

/// What people call a place of a measurement; `None` for a place that is none of its.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    Some(match *parts.as_slice() {
        ["answers", wave, row, item] => {
            let code = match entry_of(row) {
                1 => row.to_owned(),
                n => now!(app, measure.again_row, code = pupil_of(row), n = n),
            };
            format!("{code} · {} · {}", wave_name(app, wave), question(app, item))
        }
        ["instrument" | "instrumentVersion", ..] | ["own", ..] => now!(app, measure.what),
        ["settings", id] => {
            let mut settings = instruments().iter().flat_map(|it| it.settings());
            settings.find(|it| it.id == id)?.text.get(app.lang()).to_owned()
        }
        ["goal"] => now!(app, measure.goal),
        ["chosenForLow"] => now!(app, measure.chosen_for_low),
        ["waves", wave] => format!("{} · {}", now!(app, measure.day), wave_name(app, wave)),
        ["left", code] => now!(app, measure.has_left, code = code),
        ["again", _, row] => now!(app, measure.again, code = pupil_of(row)),
        ["frozen"] => now!(app, measure.frozen_mark),
        _ => return None,
    })
}

fn wave_name(app: App, wave: &str) -> String {
    match wave {
        START => now!(app, measure.start),
        END => now!(app, measure.end),
        _ => now!(app, measure.mid),
    }
}

/// A question of the app by its words; the team's own by its id, since it stands in the record.
fn question(app: App, item: &str) -> String {
    let mut scales = instruments().iter().filter_map(|it| it.scale()).flat_map(|it| &it.items);
    let known = scales.find(|it| it.id == item);
    known.map_or_else(|| now!(app, measure.answers), |it| it.text.get(app.lang()).to_owned())
}
