//! What was agreed about the lesson that is observed: who may see the notes, what to look for, and
//! whether everybody has said yes.

use crate::domain::agreement::{Agreement, Stage, Term};
use crate::domain::observation::Observation;
use crate::domain::record::Record;
use crate::ui::kit::prelude::*;
use crate::ui::words::{joined, who_sees};

/// The agreement that an observation was begun from, followed.
#[derive(Clone, Copy)]
pub struct Frame {
    app: App,
    /// The address of the agreement; empty where there is none.
    href: Words,
    found: Stored<Option<Agreement>>,
}

impl Frame {
    /// Looks for the agreement of the observation in the form.
    pub fn of(form: Form<Observation>) -> Self {
        let of = memo(move || {
            form.with(|it| it.agreement().map(|rec| rec.to_string())).unwrap_or_default()
        });
        let found = use_stored(move |store| {
            let rec = of.get().parse().ok();
            async move {
                let Some(rec) = rec else { return Ok(None) };
                let record = store.record(rec).await?.filter(|it| !it.summary.deleted);
                Ok(record.map(|record| Agreement::read(&record.fields())))
            }
        });
        let href = words(move || {
            let of = of.get();
            if of.is_empty() { of } else { format!("/aftaler/{of}") }
        });
        Self { app: use_app(), href, found }
    }

    fn with<T>(self, read: impl FnOnce(&Agreement) -> T) -> Option<T> {
        self.found.with(|found| match found {
            Loaded::Ready(Some(agreement)) => Some(read(agreement)),
            _ => None,
        })
    }

    /// Whether the agreement stands for the question if there is one. One that is on its way does;
    /// one that is not on this device does not.
    pub fn is_known(self) -> bool {
        !self.href.with(String::is_empty)
            && self.found.with(|found| !matches!(found, Loaded::Ready(None) | Loaded::Failed(_)))
    }

    /// Whether everybody has said yes to what it says now.
    pub fn is_agreed(self) -> bool {
        self.with(|it| it.stage(false) >= Stage::Agreed) == Some(true)
    }

    /// Before the lesson: what was agreed, and who is missing.
    pub fn panel(self) -> El {
        let Self { app, href, .. } = self;
        let see = move || LinkButton::new(href, say!(app, agreement.see));
        let state = move || {
            let waits_for = self.with(|it| (it.flaws().is_empty(), it.waits_for()));
            match waits_for {
                None => View::nothing(),
                Some((true, people)) if people.is_empty() => {
                    Notice::new(NoticeKind::Info, say!(app, agreement.frame_agreed))
                        .actions(see())
                        .view()
                }
                Some((is_whole, people)) => {
                    let text = move || {
                        if is_whole {
                            now!(app, agreement.frame_waits_text, who = joined(app, &people))
                        } else {
                            now!(app, agreement.frame_unfinished)
                        }
                    };
                    Notice::new(NoticeKind::Warning, say!(app, agreement.frame_waits))
                        .child(el("p").child(text))
                        .actions(see())
                        .view()
                }
            }
        };
        let facts = move || {
            let content = app.content();
            let rows = self.with(|it| {
                let fact = |id: &str, value: String| {
                    let value = Some(value).filter(|value| !value.trim().is_empty())?;
                    let term = content.feedback.field(id).text.get(app.lang()).to_owned();
                    Some(
                        el("div")
                            .class("fact")
                            .child(el("dt").child(term))
                            .child(el("dd").class("as-written").child(value)),
                    )
                };
                // The focus stands in the head.
                let of = [Term::LookFor, Term::LeaveOut, Term::Roles];
                let mut rows: Vec<El> =
                    of.into_iter().filter_map(|term| fact(term.id(), it.term(term))).collect();
                let seat = it.term(Term::Seat);
                let seat = Some(seat).filter(|seat| !seat.is_empty()).map(|seat| {
                    content.feedback.field(Term::Seat.id()).answer(&seat).get(app.lang()).to_owned()
                });
                rows.extend(fact(Term::Seat.id(), seat.unwrap_or_default()));
                rows
            });
            rows.unwrap_or_default()
        };
        el("section")
            .class("stack")
            .attr("aria-label", say!(app, agreement.frame))
            .child(state)
            .child(el("dl").class("facts").child(facts))
    }

    /// On the page at any time: who may see the notes, and the way to the agreement.
    pub fn line(self) -> View {
        let Self { app, href, .. } = self;
        let line = move || {
            let sees = self.with(|it| who_sees(app, it))?;
            let see = link(href).child(say!(app, agreement.see));
            Some(
                el("p")
                    .class("row")
                    .child((!sees.is_empty()).then(|| el("span").class("strong").child(sees)))
                    .child(see),
            )
        };
        line.view()
    }
}
