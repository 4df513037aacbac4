//! What was marked at the moments of a lesson: for each track how often what was seen, of how many.
//! Marking itself belongs to the live screen.

use super::asked::{Asked, read};
use crate::analysis::moments::shares;
use crate::app::observation::lesson;
use crate::domain::forms::{Item, ItemKind, Template, Track};
use crate::domain::observation::Observation;
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;

pub fn interval(form: Form<Observation>, asked: Asked, seconds: u32, tracks: Vec<Track>) -> El {
    let app = use_app();
    let of = asked.id.clone();
    let every = memo(move || u64::from(form.with(|it| it.every(&of)).unwrap_or(seconds)));
    let every = words(move || match every.get() {
        60 => now!(app, looking_up.every_one),
        seconds => now!(app, looking_up.every, n = minutes(app, seconds)),
    });
    let item = asked.id.clone();
    let shares = moment_shares(form.value, item, seconds, tracks);
    asked.section((el("p").class("soft small").child(every), shares))
}

/// For each track of an item how often what was seen, of how many moments.
fn moment_shares(
    observation: RwSignal<Observation>,
    item: String,
    seconds: u32,
    tracks: Vec<Track>,
) -> View {
    let app = use_app();
    let moments = memo(move || observation.with(|it| lesson::moments(it, &item, seconds)));
    let pupils = memo(move || observation.with(Observation::pupils));
    let tracks = StoredValue::new(tracks);
    let shown = move || {
        let moments = moments.get();
        if moments.is_empty() {
            return soft(say!(app, live.no_moments)).view();
        }
        let mut parts: Vec<El> = Vec::new();
        for track in tracks.get_value() {
            for (id, pupil) in track.for_each_of(&pupils.get()) {
                let shares = shares(&moments, &id);
                let lines = shares.codes.iter().map(|(code, n)| {
                    let code = track.codes.iter().find(|it| it.id == *code);
                    let name = code.map(|it| it.label.get(app.lang()).to_owned());
                    let (code, n, of) = (name.unwrap_or_default(), *n, shares.of);
                    el("li").child(match of {
                        1 => now!(app, looking_up.share_one, code = code, n = n, of = of),
                        _ => now!(app, live.share, code = code, n = n, of = of),
                    })
                });
                let title = format!("{}{pupil}", track.label.get(app.lang()));
                let lines =
                    el("ul").class("shares").attr("role", "list").child(lines.collect::<Vec<_>>());
                parts
                    .push(el("div").child(el("h4").class("field-label").child(title)).child(lines));
                let aside = shares.late + shares.skipped + shares.paused + shares.missed;
                parts.extend((aside > 0).then(|| {
                    el("p").class("soft small").child(now!(app, live.not_counted, n = aside))
                }));
            }
        }
        parts.view()
    };
    shown.view()
}

/// How often the observer looks up, to be chosen until the first moment comes: one question for each
/// item of the form that has moments.
pub fn interval_choices(form: Form<Observation>, template: &Template) -> Vec<View> {
    let app = use_app();
    let asked = template.items().filter_map(|item| match &item.kind {
        ItemKind::Interval { seconds, allowed, .. } if allowed.len() > 1 => {
            Some((item.clone(), *seconds, allowed.clone()))
        }
        _ => None,
    });
    asked
        .map(|(item, seconds, allowed)| interval_choice(app, form, item, seconds, allowed))
        .collect()
}

fn interval_choice(
    app: App,
    form: Form<Observation>,
    item: Item,
    seconds: u32,
    allowed: Vec<u32>,
) -> View {
    let (of, mine, chosen) = (item.id.clone(), item.id.clone(), item.id);
    let is_fixed =
        read(form, move |it| lesson::is_interval_fixed(it, &of, seconds, app.store().now()));
    let every = read(form, move |it| Some(it.every(&mine).unwrap_or(seconds).to_string()));
    let choices = allowed.into_iter().map(|seconds| {
        let minutes = words(move || minutes(app, u64::from(seconds)));
        Choice::new(seconds.to_string(), say!(app, looking_up.minutes, n = minutes.get()))
    });
    let choices = Signal::stored(choices.collect::<Vec<_>>());
    let ask = move || {
        let chosen = chosen.clone();
        let choose = move |every: Option<String>| {
            if let Some(every) = every.and_then(|every| every.parse().ok()) {
                form.edit(|it| it.set_every(&chosen, every));
            }
        };
        Field::new(say!(app, looking_up.question))
            .hint(Some(say!(app, looking_up.hint)))
            .segments(choices, every, choose)
    };
    show(move || !is_fixed.get(), ask)
}

/// Seconds in minutes: `2`, `1,5`.
fn minutes(app: App, seconds: u64) -> String {
    let sign = if app.lang() == Lang::Da { ',' } else { '.' };
    match seconds % 60 {
        0 => (seconds / 60).to_string(),
        rest => format!("{}{sign}{}", seconds / 60, rest / 6),
    }
}
