//! A question with described levels; "not seen" is an answer of its own and not the lowest level.

use super::asked::{Asked, read};
use crate::domain::forms::{Item, ItemKind, Level};
use crate::domain::observation::{Observation, Rated, Words};
use crate::domain::text::Localized;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, note_time};

pub fn rating(
    form: Form<Observation>,
    asked: Asked,
    levels: Vec<Level>,
    not_seen: Option<Localized>,
    has_comment: bool,
) -> El {
    let evidence = has_comment.then(|| evidence(form, asked.id.clone()));
    let scale = scale(form, asked, levels, not_seen);
    el("div").class("question stack").child(scale).child(evidence)
}

/// The levels of a question, and beside them, where there is room, what was seen: a line of its own
/// and all notes of the lesson, to tie to the level with one press.
pub fn rating_beside_notes(form: Form<Observation>, item: Item) -> El {
    let Item { id, text, help, kind, .. } = item;
    let ItemKind::Rating { levels, not_seen, comment: has_comment } = kind else {
        return el("div");
    };
    let app = use_app();
    let scale = scale(form, Asked { id: id.clone(), text, help }, levels, not_seen);
    let has_notes = read(form, Observation::has_notes);
    let beside = has_comment.then(|| {
        el("div")
            .class("rated-evidence stack")
            .child(comment(form, id.clone()))
            .child(show(move || has_notes.get(), move || ties(form, id.clone())))
            .child(show(
                move || !has_notes.get(),
                move || el("p").class("soft small").child(say!(app, wrap.no_notes)),
            ))
    });
    el("div").class("question rated").child(scale).child(beside)
}

/// The levels and "not seen".
fn scale(
    form: Form<Observation>,
    asked: Asked,
    levels: Vec<Level>,
    not_seen: Option<Localized>,
) -> Scale {
    let app = use_app();
    let of = levels.len();
    let steps = levels.into_iter().enumerate().map(|(index, level)| RatingLevel {
        step: say!(app, item.step, number = index + 1, of = of),
        label: localized(level.label),
        description: Some(localized(level.description)),
    });
    let (mine, rated) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        observation.rating(&mine).map(|rated| match rated {
            Rated::Level(level) => Rating::Level(level),
            Rated::NotSeen => Rating::NotSeen,
        })
    });
    let rate = move |rating: Option<Rating>| {
        let rating = rating.map(|rating| match rating {
            Rating::Level(level) => Rated::Level(level),
            Rating::NotSeen => Rated::NotSeen,
        });
        form.edit(|observation| observation.rate(&rated, rating));
    };
    let not_seen = localized(not_seen.unwrap_or_default());
    asked.field().scale(steps.collect(), not_seen, value, rate).clear(say!(app, item.clear))
}

/// What was seen that speaks for the level: a line of its own, and notes of the lesson. Shown once
/// there is a level to speak for.
fn evidence(form: Form<Observation>, item: String) -> View {
    let (rated, tied) = (item.clone(), item.clone());
    let is_rated = read(form, move |it| {
        it.rating(&rated).is_some()
            || !it.words(Words::Comment, &rated).is_empty()
            || !it.evidence(&rated).is_empty()
    });
    show(move || is_rated.get(), move || (comment(form, item.clone()), notes(form, tied.clone())))
}

fn comment(form: Form<Observation>, item: String) -> Area {
    let app = use_app();
    let (mine, written) = (item.clone(), item);
    let value = read(form, move |it| it.words(Words::Comment, &mine));
    let write = move |text: String| {
        form.edit(|it| it.set_words(Words::Comment, &written, &text));
    };
    Field::new(say!(app, item.evidence))
        .optional(say!(app, form.optional))
        .area(value, write)
        .max_length(1000)
        .short()
}

/// The notes that can be tied to the level, out of the way until they are asked for.
fn notes(form: Form<Observation>, item: String) -> View {
    let app = use_app();
    let (mine, tied_to) = (item.clone(), item);
    let tied = read(form, move |it| it.evidence(&mine));
    let is_open = RwSignal::new(false);
    let label = words(move || now!(app, item.tie_notes, n = tied.with(Vec::len)));
    let button = move || {
        Button::new(label, move || is_open.update(|open| *open = !*open))
            .kind(ButtonKind::Quiet)
            .icon(IconName::Note)
            .pressed(is_open)
    };
    let list = move || ties(form, tied_to.clone());
    let has_notes = read(form, Observation::has_notes);
    (show(move || has_notes.get(), button), show(move || is_open.get(), list)).view()
}

/// All notes of the lesson, the tied ones ticked.
fn ties(form: Form<Observation>, item: String) -> Checks {
    let app = use_app();
    let mine = item.clone();
    let tied = read(form, move |it| it.evidence(&mine));
    let places = read(form, |it| {
        it.every_note().into_iter().map(|(place, _)| place).collect::<Vec<String>>()
    });
    let choices = move || places.get().into_iter().map(|it| choice(app, form, it)).collect();
    Field::new(say!(app, item.tie_notes_question)).optional(say!(app, form.optional)).checks(
        Signal::derive(choices),
        tied,
        move |place, on| form.edit(|it| it.tie_evidence(&item, &place, on)),
    )
}

/// A note as it can be chosen: its time and its words.
fn choice(app: App, form: Form<Observation>, place: String) -> Choice {
    let mine = place.clone();
    let said = words(move || {
        let note = mine.split_once('/').and_then(|(item, id)| form.with(|it| it.note(item, id)));
        note.map(|it| format!("{} {}", note_time(app, it.at), it.text)).unwrap_or_default()
    });
    Choice::new(place, said)
}
