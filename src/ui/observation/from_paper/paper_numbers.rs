//! What was counted on paper, and what was marked at its moments: the moment by its number, the code
//! by the number before it.

use super::entry::Paper;
use crate::app::observation::lesson;
use crate::domain::forms::{Counter, Track};
use crate::domain::observation::{Moment, Observation, Tap, counted};
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The most moments a page has room for: three hours, one each minute.
const MOST: u32 = 180;

/// A number for each counter, and for each of those it is counted for.
pub fn counts(paper: Paper, item: String, counters: Vec<Counter>) -> View {
    let Paper { app, form } = paper;
    let item = StoredValue::new(item);
    let people = memo(move || {
        form.with(|it| {
            let names = ["a", "b"].map(|adult| it.adult(adult)).into_iter();
            names.chain(it.groups().into_iter().map(|(n, _)| n)).collect::<Vec<String>>()
        })
    });
    let fields = move || {
        people.with(|_| ());
        let mut fields = Vec::new();
        for counter in &counters {
            let mut people = form.value.with_untracked(|it| it.counted_for(counter.per));
            if people.is_empty() {
                people.push((String::new(), String::new()));
            }
            for (who, _) in people {
                fields.push(count(paper, item, counter.clone(), who));
            }
        }
        fields
    };
    (
        el("p").class("soft small").child(say!(app, paper.count_hint)),
        el("div").class("grid-fields grid").child(fields),
    )
        .view()
}

fn count(paper: Paper, item: StoredValue<String>, counter: Counter, who: String) -> View {
    let Paper { app, form } = paper;
    let Counter { id, label, per } = counter;
    let (label, is_one) = (localized(label), who.is_empty());
    let (id, who) = (StoredValue::new(id), StoredValue::new(who));
    let name = words(move || match per.filter(|_| !is_one) {
        Some(per) => {
            let who = form.with(|it| who.with_value(|who| it.who_is(per, who)));
            now!(app, counting.named, name = label.get(), who = who)
        }
        None => label.get(),
    });
    let of = move |it: &Observation| {
        item.with_value(|item| id.with_value(|id| who.with_value(|who| it.untimed(item, id, who))))
    };
    let value = memo(move || form.with(of));
    let write = move |typed: String| {
        form.edit(|it| {
            it.set_untimed(&item.get_value(), &id.get_value(), &who.get_value(), &typed)
        });
    };
    let error = Signal::derive(move || {
        let typed = value.get();
        let is_wrong = !typed.trim().is_empty() && counted(&typed).is_none();
        is_wrong.then(|| now!(app, paper.not_a_count))
    });
    let taps = form.value.with_untracked(|it| {
        let taps = item.with_value(|item| it.taps(item)).into_iter();
        let mine = |tap: &Tap| {
            id.with_value(|id| tap.counter == *id) && who.with_value(|who| tap.who == *who)
        };
        taps.filter(|(_, tap)| mine(tap)).count()
    });
    let hint = (taps > 0).then(|| say!(app, paper.count_taps, n = taps));
    Field::new(name).hint(hint).error(error).number(false, value, write).view()
}

/// The moments of an item. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Moments {
    paper: Paper,
    item: StoredValue<String>,
    seconds: u32,
    tracks: StoredValue<Vec<Track>>,
}

/// A row for each moment from the beginning of the lesson to its end.
pub fn moments(paper: Paper, item: String, seconds: u32, tracks: Vec<Track>) -> View {
    let Paper { app, form } = paper;
    let (item, tracks) = (StoredValue::new(item), StoredValue::new(tracks));
    let moments = Moments { paper, item, seconds, tracks };
    let pupils = memo(move || form.with(Observation::pupils));
    // A row is known by its number and by the pupils it has tracks for.
    let rows = memo(move || {
        let pupils = pupils.get().join(" ");
        let numbers = form.with(|it| moments.numbers(it)).into_iter();
        numbers.map(|n| format!("{n} {pupils}")).collect::<Vec<String>>()
    });
    let row = move |key: String| {
        let n = key.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or_default();
        moments.row(n)
    };
    let is_empty = memo(move || rows.with(Vec::is_empty));
    (
        el("p").class("soft small").child(say!(app, paper.moments_hint)),
        show(move || is_empty.get(), move || soft(say!(app, paper.needs_times))),
        el("div").class("typed-rows").child(each(move || rows.get(), String::clone, row)),
    )
        .view()
}

impl Moments {
    fn schedule(self, it: &Observation) -> crate::analysis::due::Schedule {
        let chosen = self.item.with_value(|item| it.every(item));
        lesson::schedule(it, chosen.unwrap_or(self.seconds))
    }

    /// How many moments the lesson has; none while its times are not known.
    fn last(self, it: &Observation) -> u32 {
        let is_known = it.started().is_some() && it.end_fault().is_none();
        let end = it.ended().filter(|_| is_known);
        end.map_or(0, |end| self.schedule(it).at(end).passed.min(MOST))
    }

    /// The moments to be shown: those of the lesson, and what was put down beyond it.
    fn numbers(self, it: &Observation) -> Vec<u32> {
        let last = self.last(it);
        let beyond = self.item.with_value(|item| it.moments(item)).into_iter().map(|(n, _)| n);
        (1..=last).chain(beyond.filter(|n| *n > last)).collect()
    }

    fn row(self, n: u32) -> El {
        let Self { paper: Paper { app, form }, tracks, .. } = self;
        let is_beyond = memo(move || form.with(|it| n > self.last(it)));
        let label = words(move || {
            if is_beyond.get() {
                return now!(app, paper.moment_beyond, n = n);
            }
            let at = form.with(|it| self.schedule(it).instant(n));
            now!(app, paper.moment, n = n, time = format::time(app.lang(), at))
        });
        let pupils = form.value.with_untracked(Observation::pupils);
        let mut fields = Vec::new();
        for track in tracks.get_value() {
            for (id, pupil) in track.for_each_of(&pupils) {
                let is_first = fields.is_empty();
                fields.push(self.field(n, &track, (id, pupil), is_first, is_beyond));
            }
        }
        el("div")
            .class("typed-row typed-moment")
            .attr("role", "group")
            .attr("aria-label", label)
            .child(
                el("span")
                    .class("typed-moment-name number")
                    .attr("aria-hidden", "true")
                    .child(label),
            )
            .child(el("div").class("typed-fields").child(fields))
    }

    /// What was marked of a track at a moment. That the whole moment was let go is said in the first.
    fn field(
        self,
        n: u32,
        track: &Track,
        (id, pupil): (String, String),
        is_first: bool,
        is_beyond: Signal<bool>,
    ) -> View {
        let Self { paper: Paper { app, form }, item, .. } = self;
        let label = localized(track.label.clone());
        let name = words(move || format!("{}{pupil}", label.get()));
        let mut choices = Vec::new();
        for (place, code) in track.codes.iter().enumerate() {
            let label = localized(code.label.clone());
            let numbered = words(move || format!("{} {}", place + 1, label.get()));
            choices.push(Choice::new(code.id.clone(), numbered));
        }
        choices.extend(is_first.then(|| Choice::new(SKIPPED, say!(app, paper.skipped))));
        let (mine, of) = (id.clone(), id);
        let value =
            words(move || match form.with(|it| item.with_value(|item| it.moment(item, n))) {
                Some(Moment::Skipped { .. }) if is_first => SKIPPED.to_owned(),
                moment => {
                    moment.and_then(|it| it.code(&mine).map(str::to_owned)).unwrap_or_default()
                }
            });
        let write = move |code: String| {
            form.edit(|it| {
                let item = item.get_value();
                let at = self.schedule(it).instant(n);
                let moment = marked(it.moment(&item, n), at, &of, &code);
                it.set_moment(&item, n, moment.as_ref());
            });
        };
        let error =
            Signal::derive(move || (is_first && is_beyond.get()).then(|| now!(app, paper.beyond)));
        Field::new(name)
            .error(error)
            .select(Signal::stored(choices), value, write)
            .empty_label(say!(app, paper.unanswered))
            .view()
    }
}

/// The answer that lets a moment go.
const SKIPPED: &str = "-";

/// What becomes of a moment when a code is chosen for a track, or none, or that it was let go.
fn marked(before: Option<Moment>, at: u64, track: &str, code: &str) -> Option<Moment> {
    if code == SKIPPED {
        return Some(Moment::Skipped { at });
    }
    let (at, mut codes, late) = match before {
        Some(Moment::Marked { at, codes, late }) => (at, codes, late),
        _ => (at, Vec::new(), false),
    };
    codes.retain(|(of, _)| of != track);
    if !code.is_empty() {
        codes.push((track.to_owned(), code.to_owned()));
    }
    (!codes.is_empty()).then_some(Moment::Marked { at, codes, late })
}
