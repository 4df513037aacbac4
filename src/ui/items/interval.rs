//! What was marked at the moments of a lesson: for each track how often what was seen, of how many.
//! Marking itself belongs to the live screen.

use leptos::prelude::*;

use super::Asked;
use crate::analysis::moments::shares;
use crate::app::lesson;
use crate::domain::{Observation, Track};
use crate::ui::dom::{Content as _, El, View, el, memo};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::{now, say};

pub(super) fn interval(
    form: Form<Observation>,
    asked: Asked,
    seconds: u32,
    tracks: Vec<Track>,
) -> El {
    let item = asked.id.clone();
    asked.section(moment_shares(form.value, item, seconds, tracks))
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
            return el("p").class("soft").child(say!(app, live.no_moments)).view();
        }
        let mut parts: Vec<El> = Vec::new();
        for track in tracks.get_value() {
            for (id, pupil) in track.for_each_of(&pupils.get()) {
                let shares = shares(&moments, &id);
                let lines = shares.codes.iter().map(|(code, n)| {
                    let code = track.codes.iter().find(|it| it.id == *code);
                    let name = code.map(|it| it.label.get(app.lang()).to_owned());
                    let (n, of) = (*n, shares.of);
                    el("li").child(now!(
                        app,
                        live.share,
                        code = name.unwrap_or_default(),
                        n = n,
                        of = of
                    ))
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
