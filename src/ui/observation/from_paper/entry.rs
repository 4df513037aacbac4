//! What the parts of a form on paper share while it is typed in.

use crate::app::store::Clock as _;
use crate::domain::calendar::iso;
use crate::domain::observation::{ClockFault, Observation, at_time};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;

/// The form, and how a time of day becomes a time. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct Paper {
    pub app: App,
    pub form: Form<Observation>,
}

impl Paper {
    /// The time that a time of day stands for, on the day of the lesson.
    pub fn at(self, typed: &str) -> Option<u64> {
        let time = iso::time(typed)?;
        let noon = self.form.value.with_untracked(|it| match (it.started(), it.day()) {
            (Some(started), _) => format::noon_of(started),
            (None, Some(day)) => format::noon(day),
            (None, None) => format::noon(BrowserClock.today()),
        });
        Some(at_time(noon, time))
    }

    /// Asks for a time of day.
    pub fn time(
        self,
        field: Field,
        at: impl Fn(&Observation) -> Option<u64> + Send + Sync + 'static,
        set: impl Fn(&mut Observation, Option<u64>) + 'static,
    ) -> Input {
        let Self { form, .. } = self;
        let value = memo(move || form.with(&at).map(format::time_value).unwrap_or_default());
        field.time(value, move |typed| {
            let at = self.at(&typed);
            form.edit(|it| set(it, at));
        })
    }

    /// What is to be said about a time, where something is wrong with it.
    pub fn fault(
        self,
        backwards: Words,
        fault: impl Fn(&Observation) -> Option<ClockFault> + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        let Self { app, form } = self;
        Signal::derive(move || match form.with(&fault)? {
            ClockFault::Backwards => Some(backwards.get()),
            ClockFault::Outside => Some(now!(app, paper.outside)),
        })
    }
}
