//! A lesson at a glance: everything that was put down, on one axis.

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

use super::record_figures::{counted, looked_for};
use crate::analysis::timeline::{Extent, Lane, Placed, Timeline};
use crate::domain::forms::{ItemKind, Template};
use crate::domain::observation::Observation;
use crate::platform::format;
use crate::ui::kit::prelude::*;

/// The axis, in units; a mark is one part in a hundred wide.
const WIDTH: u32 = 1_000;
const MARK: u32 = 10;

/// The height of a row of marks, in units of its own.
const ROW: usize = 12;

/// What is followed of a form by what is drawn and counted of its lesson: not the words of its notes, or
/// every key would draw it all anew.
pub fn lesson_of(form: Form<Observation>) -> impl Fn() + Send + Sync + Copy + 'static {
    let notes = memo(move || form.with(Observation::note_times));
    let (asked, drawn) = (StoredValue::new(0_u32), RwSignal::new(0_u32));
    Effect::new(move || {
        notes.track();
        FOLLOWED.into_iter().for_each(|place| form.track(place));
        let mine = asked.try_update_value(|asked| {
            *asked += 1;
            *asked
        });
        spawn_local(async move {
            TimeoutFuture::new(QUIET_MS).await;
            if asked.try_get_value() == mine {
                drawn.try_set(mine.unwrap_or_default());
            }
        });
    });
    move || drawn.track()
}

/// A drawing of hundreds of marks waits until nothing has been put down for so long, in milliseconds: a tap
/// must not wait for it.
const QUIET_MS: u32 = 1_500;

/// Where what is drawn and counted stands, besides the times of notes.
const FOLLOWED: [&str; 9] =
    ["taps", "counts", "moments", "intervals", "roles", "clock", "adults", "groups", "pupils"];

/// The timeline of a lesson that is over; nothing before that. `follow` says what it is drawn anew for.
pub fn lesson_timeline(
    observation: RwSignal<Observation>,
    template: &Template,
    follow: impl Fn() + Send + Sync + Copy + 'static,
) -> View {
    let app = use_app();
    let template = StoredValue::new(template.clone());
    let drawn = memo(move || {
        follow();
        observation.with_untracked(|it| {
            template.with_value(|template| timeline_of(app, it, template, None))
        })
    });
    // Counted from what the timeline shows, and as rarely.
    let lines = memo(move || {
        follow();
        observation.with_untracked(|it| {
            let counted = template.with_value(|template| counted(app, it, template));
            let mut lines: Vec<String> = counted.into_iter().flat_map(|(_, lines)| lines).collect();
            if !lines.is_empty() {
                lines.extend(looked_for(app, it));
            }
            lines
        })
    });
    let counts = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return View::nothing();
        }
        let lines: Vec<El> = lines.into_iter().map(|line| el("li").child(line)).collect();
        let title = el("h3").class("field-label").child(say!(app, record.counts));
        el("div")
            .child(title)
            .child(el("ul").class("shares").attr("role", "list").child(lines))
            .view()
    };
    let show = move || {
        let Some(timeline) = drawn.get() else { return View::nothing() };
        section("timeline", say!(app, live.timeline))
            .child(figure(app, timeline))
            .child(counts)
            .view()
    };
    show.view()
}

/// A lesson on its axis, with when that begins and ends.
pub type Drawn = (u64, u64, Timeline);

/// The lesson that is over on the axis of its own time, or of a given one.
pub fn timeline_of(
    app: App,
    it: &Observation,
    template: &Template,
    span: Option<(u64, u64)>,
) -> Option<Drawn> {
    let (start, end) = span.or_else(|| Some((it.started()?, it.ended()?)))?;
    Some((start, end, Timeline::of(start, end, WIDTH, MARK, lanes(app, it, template))))
}

/// The drawing.
pub fn figure(app: App, (start, end, timeline): Drawn) -> El {
    let time = |at| el("span").child(format::time(app.lang(), at));
    let lanes = timeline.lanes.iter().map(lane).collect::<Vec<_>>();
    el("div")
        .class("timeline")
        .child(el("ul").class("timeline-lanes").attr("role", "list").child(lanes))
        .child(el("div").class("timeline-axis number").child(time(start)).child(time(end)))
}

/// A lane for each thing that was put down, with how many there are in its name.
fn lanes(app: App, it: &Observation, template: &Template) -> Vec<Lane> {
    let mut lanes = Vec::new();
    let mut add = |name: String, entries: Vec<Extent>| {
        if !entries.is_empty() {
            lanes.push(Lane { name: format!("{name}: {}", entries.len()), entries });
        }
    };
    let lang = app.lang();
    for item in template.items() {
        match &item.kind {
            ItemKind::TimedNotes { .. } => {
                let notes = it.notes(&item.id);
                // A note from paper may have no time, and then no place on the axis.
                let notes = notes.iter().filter(|(_, note)| note.at > 0);
                let notes = notes.map(|(_, note)| Extent::Instant(note.at));
                add(now!(app, live.notes), notes.collect());
            }
            ItemKind::Tally { counters } => {
                let taps = it.taps(&item.id);
                for counter in counters {
                    let of = taps.iter().filter(|(_, tap)| tap.counter == counter.id);
                    let of = of.map(|(_, tap)| Extent::Instant(tap.at));
                    add(counter.label.get(lang).to_owned(), of.collect());
                }
            }
            ItemKind::Interval { .. } => {
                let moments = it.moments(&item.id);
                let moments = moments.iter().map(|(_, moment)| Extent::Instant(moment.at()));
                add(now!(app, live.moment), moments.collect());
            }
            ItemKind::Roles { models } => {
                let changes = it.roles(&item.id);
                for model in models {
                    let spans = changes.iter().enumerate();
                    let spans =
                        spans.filter(|(_, (_, change))| change.model == model.id && change.at > 0);
                    let spans = spans.map(|(place, (_, change))| {
                        Extent::Span(change.at, changes.get(place + 1).map(|(_, next)| next.at))
                    });
                    add(model.label.get(lang).to_owned(), spans.collect());
                }
            }
            _ => {}
        }
    }
    let pauses = it.pauses().into_iter().map(|pause| Extent::Span(pause.from, pause.to));
    add(now!(app, live.pause), pauses.collect());
    lanes
}

fn lane(placed: &Placed) -> El {
    let rows = placed.rows.max(1);
    let strip = svg("svg")
        .class("timeline-strip")
        .attr("viewBox", format!("0 0 {WIDTH} {}", rows * ROW))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true");
    // One path for all: a lesson may have hundreds of marks.
    let mut marks = String::new();
    for mark in &placed.marks {
        let (x, y, width, height) = (mark.x, mark.row * ROW + 1, mark.width, ROW - 2);
        marks.push_str(&format!("M{x} {y}h{width}v{height}h-{width}z"));
    }
    let strip = strip.attr("height", (rows * ROW).to_string()).child(svg("path").attr("d", marks));
    el("li").class("timeline-lane").child(el("span").child(placed.name.clone())).child(strip)
}
