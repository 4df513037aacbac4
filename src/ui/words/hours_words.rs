//! What cannot be about when something of the plan begins and ends, in words.

use chrono::NaiveTime;
use leptos::prelude::Get as _;

use crate::domain::calendar::{ClockChange, Hours, HoursFlaw};
use crate::platform::format;
use crate::ui::dom::Words;
use crate::ui::shell::{App, now};

/// A flaw as a sentence at its field; `backwards` names what ends before it begins.
pub fn hours_flaw(
    app: App,
    flaw: HoursFlaw,
    (day, begins, ends): Hours,
    backwards: Words,
) -> String {
    let day = day.map(|day| format::day(app.lang(), day)).unwrap_or_default();
    let moved = |time: Option<NaiveTime>, change| {
        let time = time.map(|time| format::clock(app.lang(), time)).unwrap_or_default();
        match change {
            ClockChange::Skipped => now!(app, planning.flaw_skipped, time = time, day = day),
            ClockChange::Twice => now!(app, planning.flaw_twice, time = time, day = day),
        }
    };
    match flaw {
        HoursFlaw::Backwards => backwards.get(),
        HoursFlaw::Midnight => now!(app, planning.flaw_midnight),
        HoursFlaw::Begins(change) => moved(begins, change),
        HoursFlaw::Ends(change) => moved(ends, change),
    }
}
