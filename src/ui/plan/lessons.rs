//! An initiative's lessons: how many took place and how, those to come and those that were; and the
//! short of it on the initiative's own page.

use std::rc::Rc;

use crate::app::plan::{Held, InitiativePlan};
use crate::app::store::{AppError, Clock as _, List, Standing};
use crate::domain::initiative::Initiative;
use crate::domain::plan::Lesson;
use crate::domain::record::{Kind, Record};
use crate::ledger::{RecordId, in_order};
use crate::platform::clock::BrowserClock;
use crate::ui::kit::jot_rows;
use crate::ui::kit::prelude::*;
use crate::ui::shell::Store;
use crate::ui::words::{how, span, status_name, titles};

/// More lessons than an initiative has in a school year.
const ALL: u32 = 600;

/// How many quick notes are looked up: the few that are shown, and whether there are more.
const JOTS: u32 = 4;

/// What the initiative's page shows of a day at school.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Planned {
    lessons: Vec<Standing>,
    jots: Vec<Standing>,
}

impl Planned {
    /// Takes the lessons from the plan, which has been read, and looks the quick notes up.
    pub async fn look(
        store: &Rc<Store>,
        rec: RecordId,
        plan: Option<&InitiativePlan>,
    ) -> Result<Self, AppError> {
        Ok(Self {
            lessons: plan.map(InitiativePlan::lessons).unwrap_or_default(),
            jots: store.standing(List::Of(rec, Kind::Jot), JOTS).await?,
        })
    }

    /// The lessons in short and the latest quick notes, on the initiative's page.
    pub fn part(&self, app: App, rec: RecordId) -> View {
        let counted = if self.lessons.is_empty() {
            soft(say!(app, plan.no_lessons)).view()
        } else {
            facts(app, &self.lessons, false).view()
        };
        let see = (!self.lessons.is_empty()).then(|| {
            let address = format!("/indsatser/{rec}/lektioner");
            LinkButton::new(address, say!(app, plan.see_lessons)).icon(IconName::Calendar)
        });
        let lessons = bare_section("lessons", say!(app, plan.lessons))
            .child(counted)
            .child(el("div").class("row").child(see).child(new_lesson(app, rec, false)));
        (lessons, jot_rows::part(app, &self.jots)).view()
    }
}

/// How many lessons of a plan took place, in short.
pub fn delivered(app: App, plan: &InitiativePlan) -> El {
    let lessons = plan.lessons();
    match lessons.is_empty() {
        true => soft(say!(app, plan.no_lessons)),
        false => facts(app, &lessons, true),
    }
}

fn new_lesson(app: App, rec: RecordId, main: bool) -> LinkButton {
    let new = LinkButton::new(format!("/lektioner/ny?indsats={rec}"), say!(app, plan.new_lesson));
    let kind = if main { ButtonKind::Primary } else { ButtonKind::Secondary };
    new.kind(kind).icon(IconName::Add)
}

/// How many took place and which ways of teaching together were tried.
fn facts(app: App, lessons: &[Standing], with_models: bool) -> El {
    let read = |(_, fields): &Standing| Lesson::read(fields);
    let held = Held::count(lessons.iter().map(read), BrowserClock.today());
    let tried = held.models.len();
    let (of, took_place, cover) = (held.of, held.held, held.cover);
    let said = move || {
        if of == 0 {
            return now!(app, plan.no_held);
        }
        let held = now!(app, plan.held, held = took_place, of = of);
        match cover {
            0 => held,
            n => format!("{held}, {}", now!(app, plan.cover, n = n)),
        }
    };
    let content = app.content();
    let models = held.models.into_iter().filter(|_| with_models).filter_map(|(id, times)| {
        let title = content.model(&id)?.title.clone();
        let said = move || now!(app, plan.times, model = title.get(app.lang()), n = times);
        Some(el("li").child(said))
    });
    let models: Vec<El> = models.collect();
    let models =
        (!models.is_empty()).then(|| el("ul").class("shares").attr("role", "list").child(models));
    el("div")
        .class("stack-tight stack")
        .child(el("p").class("strong").child(said))
        .child((tried > 0).then(|| el("p").child(say!(app, plan.models_tried, n = tried))))
        .child(models)
}

/// The page of an initiative's lessons.
pub fn lessons(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let initiative = store.record(rec).await?.map(|it| it.summary.fields);
        Ok((initiative, store.standing(List::Of(rec, Kind::Lesson), ALL).await?))
    });
    shown(found, move |(initiative, found)| match initiative {
        Some(fields) => page(app, rec, Initiative::read(&fields), &found),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, initiative: Initiative, found: &[Standing]) -> View {
    let today = BrowserClock.today();
    let lessons = found.iter().map(|(rec, fields)| (*rec, Lesson::read(fields))).collect();
    let ordered = in_order(lessons, |(_, a): &(RecordId, Lesson), (_, b)| {
        (a.day(), a.begins()).cmp(&(b.day(), b.begins()))
    });
    let (mut coming, mut earlier) = (Vec::new(), Vec::new());
    for (rec, lesson) in ordered {
        let is_ahead = lesson.day().is_none_or(|day| day >= today) && lesson.status().is_empty();
        if is_ahead {
            coming.push(row(app, rec, &lesson, false));
        } else {
            earlier.insert(0, row(app, rec, &lesson, true));
        }
    }
    let part = |id: &'static str, title, rows: Vec<ListRow>| {
        (!rows.is_empty()).then(|| {
            el("section")
                .class("part")
                .attr("aria-labelledby", id)
                .child(el("h2").id(id).child(title))
                .child(list(rows))
        })
    };
    let content = if found.is_empty() {
        let title = say!(app, plan.no_lessons);
        EmptyState::new(IconName::Calendar, title, say!(app, plan.no_lessons_text)).view()
    } else {
        el("div")
            .class("stack-loose stack")
            .child(facts(app, found, true))
            .child(part("coming", say!(app, plan.coming), coming))
            .child(part("earlier", say!(app, plan.earlier), earlier))
            .view()
    };
    let of = el("p").class("soft").child(move || titles::initiative(app, &initiative));
    Page::new(say!(app, plan.lessons_of))
        .back(format!("/indsatser/{rec}"), say!(app, plan.back))
        .state(of)
        .action(new_lesson(app, rec, true))
        .child(content)
        .view()
}

fn row(app: App, rec: RecordId, lesson: &Lesson, is_over: bool) -> ListRow {
    let (named, detailed) = (lesson.clone(), lesson.clone());
    let detail = move || {
        let how = Some(how(app, &detailed)).filter(|how| !how.is_empty());
        [span(app, &detailed), how].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let status = is_over.then(|| {
        let kind = if lesson.took_place() { BadgeKind::Done } else { BadgeKind::Plain };
        badge(kind, status_name(app, &lesson.status()))
    });
    ListRow::new(words(move || titles::planned_lesson(app, &named)))
        .detail(words(detail))
        .href(format!("/lektioner/{rec}"))
        .lead(icon(IconName::Calendar))
        .trail(status)
}
