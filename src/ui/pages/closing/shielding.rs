//! How the team was shielded: what leadership promised all the way, and beside it what the plan says of
//! lessons and meetings that were lost.

use super::{said, this_day};
use crate::app::plan::InitiativePlan;
use crate::domain::forms::Titled;
use crate::domain::initiative::phase_content::phase_content;
use crate::domain::initiative::{Became, Initiative};
use crate::domain::plan::Lesson;
use crate::domain::record::Record as _;
use crate::ledger::RecordId;
use crate::ui::components::{Field, IconName, LinkButton};
use crate::ui::dom::{Content as _, El, View, Words, el, words};
use crate::ui::form::Form;
use crate::ui::guide_link::guide_link;
use crate::ui::pages::preparation::read;
use crate::ui::state::App;
use crate::ui::texts::{now, say};

/// The task whose answer the lessons used for cover stand beside.
const COVER: &str = "lt-he-vikar";

/// The task whose answer what was moved and called off stands beside.
const TIMETABLE: &str = "lt-he-skema";

/// What the plan says, of lessons and of the three times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::ui::pages) struct Counted {
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

    fn moved(self, app: App) -> String {
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

fn with_open(app: App, of: u32, open: u32, said: String) -> String {
    match (of, open) {
        (0, _) => now!(app, closing.nothing_planned),
        (_, 0) => said,
        _ => format!("{said} · {}", now!(app, closing.open_n, n = open)),
    }
}

/// The part of the page.
pub(super) fn shielding(app: App, form: Form<Initiative>, rec: RecordId, counted: Counted) -> View {
    let fact = |term: Words, value: Words| {
        el("div").class("fact").child(el("dt").child(term)).child(el("dd").child(value))
    };
    let items = phase_content().all_the_way().into_iter().flat_map(|group| &group.items);
    let fields = items.map(|it| task(app, form, it, counted));
    let plan = LinkButton::new(format!("/indsatser/{rec}/plan"), say!(app, planning.open_plan));
    el("div")
        .class("stack-loose stack")
        .child(el("p").class("soft").child(say!(app, closing.motivation_text)))
        .child(
            el("dl")
                .class("facts")
                .child(fact(say!(app, plan.lessons), words(move || counted.lessons_held(app))))
                .child(fact(
                    say!(app, closing.meetings),
                    words(move || counted.meetings_held(app)),
                )),
        )
        .child(el("div").class("form").child(fields.collect::<Vec<El>>()))
        .child(el("p").class("soft small").child(say!(app, closing.how_counted)))
        .child(
            el("div")
                .class("row")
                .child(plan.icon(IconName::Calendar))
                .child(guide_link("ledelse")),
        )
        .view()
}

fn task(app: App, form: Form<Initiative>, item: &'static Titled, counted: Counted) -> El {
    let id = item.id.as_str();
    let hint = match id {
        COVER => Some(words(move || counted.cover(app))),
        TIMETABLE => Some(words(move || counted.moved(app))),
        _ => None,
    };
    let value = read(form, move |it| it.shielding(id));
    el("div").child(
        Field::new(said(app, &item.label))
            .hint(hint)
            .area(value, move |text| form.edit(|it| it.set_shielding(id, &text)))
            .max_length(500)
            .short(),
    )
}
