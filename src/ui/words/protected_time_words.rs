//! What the plan says of time that was set aside: held, moved, called off, used for cover.

use super::closing_words::this_day;
use crate::app::plan::InitiativePlan;
use crate::domain::initiative::Became;
use crate::domain::plan::Lesson;
use crate::domain::record::Record as _;
use crate::ui::shell::{App, now};

/// What the plan says, of lessons and of the three times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// The lessons.
    pub lessons: Became,
    /// Planning, sparring and evaluation.
    pub meetings: Became,
}

impl Counted {
    /// Counts a plan until today.
    pub fn of(plan: Option<&InitiativePlan>) -> Self {
        let Some(plan) = plan else { return Self::default() };
        let lessons = plan.lessons();
        let lessons = lessons.iter().map(|(_, fields)| Lesson::read(fields));
        let today = this_day();
        Self {
            lessons: Became::of_lessons(lessons, today),
            meetings: Became::of_meetings(&plan.meetings(), today),
        }
    }

    /// What was used for cover, in words.
    pub fn cover(self, app: App) -> String {
        let (lessons, meetings) = (self.lessons.cover, self.meetings.cover);
        if lessons + meetings == 0 {
            return now!(app, closing.counted_no_cover);
        }
        let all = self.lessons.cover_minutes + self.meetings.cover_minutes;
        let time = match (all / 60, all % 60) {
            (0, m) => now!(app, closing.minutes, m = m),
            (h, m) => now!(app, closing.hours, h = h, m = m),
        };
        now!(app, closing.counted_cover, lessons = lessons, meetings = meetings, time = time)
    }

    pub fn moved(self, app: App) -> String {
        let moved = self.lessons.moved + self.meetings.moved;
        let off = self.lessons.called_off + self.meetings.called_off;
        now!(app, closing.counted_moved, moved = moved, off = off)
    }

    /// Of the lessons, in words: `11 af 14 gennemført`.
    pub fn lessons_held(self, app: App) -> String {
        let Became { of, held, open, .. } = self.lessons;
        with_open(app, of, open, now!(app, closing.lessons_became, held = held, of = of))
    }

    /// Of the three times, in words: `5 af 6 møder holdt`.
    pub fn meetings_held(self, app: App) -> String {
        let Became { of, held, open, .. } = self.meetings;
        with_open(app, of, open, now!(app, closing.meetings_became, held = held, of = of))
    }
}

pub fn with_open(app: App, of: u32, open: u32, said: String) -> String {
    match (of, open) {
        (0, _) => now!(app, closing.nothing_planned),
        (_, 0) => said,
        _ => format!("{said} · {}", now!(app, closing.open_n, n = open)),
    }
}
