//! Looking up every other minute: the edge flashes, ten seconds to mark what is seen right then. What
//! is marked later is kept and does not count.

use super::roles::toggle;
use crate::analysis::due::Due;
use crate::app::observation::lesson;
use crate::domain::forms::{Code, Track};
use crate::domain::observation::{Moment, Observation};
use crate::domain::text::with_soft_hyphens;
use crate::platform::attention;
use crate::ui::kit::clock_text;
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::Asked;
use crate::ui::words::localized;

/// So many rows to mark in are many.
const MANY: usize = 3;

/// Where the moments of one item are. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Moments {
    app: App,
    form: Form<Observation>,
    item: StoredValue<String>,
    due: Signal<Due>,
}

/// The place where moments are marked, and the line that says how it stands with them, which is in
/// sight wherever the person is.
pub fn panel(
    form: Form<Observation>,
    now: Signal<u64>,
    asked: Asked,
    seconds: u32,
    tracks: Vec<Track>,
) -> (El, El) {
    let app = use_app();
    let item = StoredValue::new(asked.id);
    let schedule = memo(move || {
        form.with(|it| {
            let chosen = item.with_value(|item| it.every(item));
            lesson::schedule(it, chosen.unwrap_or(seconds))
        })
    });
    let due = memo(move || schedule.with(|it| it.at(now.get())));
    let moments = Moments { app, form, item, due };
    let is_open = memo(move || due.with(|due| due.open.is_some()) && moments.current().is_none());
    Effect::new(move || {
        if is_open.get() {
            on_page("has-moment");
            attention::nudge();
        }
    });
    let skip = move || {
        Button::new(say!(app, live.skip), move || moments.put(|at, _| Moment::Skipped { at }))
            .kind(ButtonKind::Quiet)
    };
    let pupils = memo(move || form.with(Observation::pupils));
    let tracks = StoredValue::new(tracks);
    let rows = move || {
        let mut rows = Vec::new();
        let pupils = pupils.get();
        for track in tracks.get_value() {
            for (id, pupil) in track.for_each_of(&pupils) {
                let label = localized(track.label.clone());
                let name = words(move || format!("{}{pupil}", label.get()));
                rows.push(row(moments, id, name, track.codes.clone()));
            }
        }
        // They are lower then, so that all are in sight.
        if rows.len() >= MANY {
            on_page("has-many-tracks");
        }
        rows
    };
    let state = words(move || moments.state());
    let title = el("h3").class("live-title").child(localized(asked.text));
    let panel = el("div").class("live-moments").child(title).child(rows);
    let said = el("p")
        .class("live-due number")
        .class_if("live-due-now", move || is_open.get())
        .attr("role", "status")
        .child(state);
    let can_skip = move || due.with(|due| due.passed > 0) && moments.current().is_none();
    let line = el("div").class("live-line").child(said).child(show(can_skip, skip));
    (panel, line)
}

impl Moments {
    /// The number of the moment that is marked now: the last that has come; 0 before the first.
    fn number(self) -> u32 {
        self.due.with(|due| due.passed)
    }

    /// What has been put down for it.
    fn current(self) -> Option<Moment> {
        let number = self.number();
        self.form.with(|it| self.item.with_value(|item| it.moment(item, number)))
    }

    /// Puts something down for the moment that is marked now. `make` is given the time and whether
    /// it is late.
    fn put(self, make: impl FnOnce(u64, bool) -> Moment) {
        let number = untrack(|| self.number());
        if number == 0 {
            return;
        }
        let late = self.due.with_untracked(|due| due.open.is_none());
        let moment = make(self.app.store().now(), late);
        self.form.edit(|it| it.set_moment(&self.item.get_value(), number, Some(&moment)));
    }

    /// What is to be said about it.
    fn state(self) -> String {
        let app = self.app;
        let number = self.number();
        let next = self.due.with(|due| clock_text(due.next.unwrap_or_default()));
        if number == 0 {
            return now!(app, live.moment_next, n = 1, time = next);
        }
        match self.current() {
            Some(Moment::Marked { late: true, .. }) => now!(app, live.moment_late, n = number),
            Some(Moment::Marked { .. }) => now!(app, live.moment_marked, n = number, time = next),
            Some(Moment::Skipped { .. }) => now!(app, live.moment_skipped, n = number, time = next),
            None if self.due.with(|due| due.is_paused) => now!(app, live.paused),
            None if self.due.with(|due| due.open.is_some()) => {
                now!(app, live.moment_now, n = number)
            }
            None => now!(app, live.moment_over, n = number, time = next),
        }
    }
}

/// One track: what is marked of it right now.
fn row(moments: Moments, track: String, name: Words, codes: Vec<Code>) -> El {
    let codes = codes.into_iter().map(|code| {
        let (of, chosen) = (track.clone(), code.id.clone());
        let (mine, is) = (track.clone(), code.id);
        let choose = move || {
            let before = untrack(|| moments.current());
            moments.put(|at, late| {
                // The first mark says when; a second track of the same moment comes along.
                let (at, mut codes, late) = match before {
                    Some(Moment::Marked { at, codes, late }) => (at, codes, late),
                    _ => (at, Vec::new(), late),
                };
                codes.retain(|(track, _)| *track != of);
                codes.push((of.clone(), chosen.clone()));
                Moment::Marked { at, codes, late }
            });
        };
        let is_on = move || moments.current().is_some_and(|it| it.code(&mine) == Some(is.as_str()));
        toggle(localized(code.label), is_on, choose)
    });
    el("div")
        .class("live-track")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(
            el("span")
                .class("live-track-name")
                .attr("aria-hidden", "true")
                .child(move || with_soft_hyphens(&name.get())),
        )
        .child(el("div").class("live-codes").child(codes.collect::<Vec<_>>()))
}
