//! The note of a sparring, on the page of its meeting: which kind it was, what it was about, what was
//! seen and what is tried, and who goes on with it.

use std::rc::Rc;
use std::sync::Arc;

use super::repeat::Known;
use crate::domain::calendar::iso;
use crate::domain::initiative::sparring::{SparringQuestion, sparring_content};
use crate::domain::initiative::{Person, SPARRING_TRIES};
use crate::domain::plan::Meeting;
use crate::domain::text::Localized;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{aim_or_words, fresh_id};
use crate::ui::words::person_name;

/// The question that starts from an expectation.
const EXPECTATION: &str = "sparring-forventning";

/// The note, where the meeting is a sparring.
pub fn note(app: App, form: Form<Meeting>, known: &Known) -> View {
    let known = Arc::clone(known);
    show(move || form.with(Meeting::is_sparring), move || asked(app, form, Arc::clone(&known)))
}

fn asked(app: App, form: Form<Meeting>, known: Known) -> El {
    let content = sparring_content();
    let kinds = content.kinds.iter().map(|kind| {
        let (title, description) = (said(app, &kind.title), said(app, &kind.description));
        Choice::new(kind.id.clone(), title).described(description)
    });
    let kind = Field::new(say!(app, sparring.kind))
        .optional(say!(app, form.optional))
        .radios(
            Signal::stored(kinds.collect()),
            memo(move || Some(form.with(Meeting::sparring_kind)).filter(|it| !it.is_empty())),
            move |kind: Option<String>| {
                form.edit(|it| it.set_sparring_kind(&kind.unwrap_or_default()));
            },
        )
        .clear(say!(app, item.clear));
    let needs_agreement = move || {
        let kind = form.with(Meeting::sparring_kind);
        content.kind(&kind).is_some_and(|kind| kind.needs_agreement)
    };
    let agreement = move || {
        let initiative = untrack(|| form.with(Meeting::initiative));
        let of = initiative.map(|rec| format!("?indsats={rec}")).unwrap_or_default();
        let new = LinkButton::new(format!("/aftaler/ny{of}"), say!(app, agreement.new));
        el("div")
            .class("stack-tight stack")
            .child(soft(say!(app, sparring.needs_agreement)))
            .child(el("div").class("row").child(new.icon(IconName::People)))
    };
    let questions = content.questions.iter().map(|it| {
        if it.id == EXPECTATION {
            return aimed(app, form, said(app, &it.text), Arc::clone(&known));
        }
        question(app, form, it)
    });
    let shared = memo(move || form.with(Meeting::is_sparring_shared));
    let share = move |shared| form.edit(|it| it.share_sparring(shared));
    let tries = move || form.with(|it| !it.sparring_answer(SPARRING_TRIES).trim().is_empty());
    let may_share = move || {
        let hint = Some(say!(app, across.may_share_tries));
        tick(fresh_id("share"), say!(app, across.may_share), hint, shared, share)
    };
    bare_section("sparring-note", say!(app, sparring.note))
        .child(kind)
        .child(show(needs_agreement, agreement))
        .child(questions.collect::<Vec<_>>())
        .child(show(tries, may_share))
        .child(
            el("div")
                .class("grid-fields grid")
                .child(who(app, form, known))
                .child(again(app, form)),
        )
        .child(el("div").class("row").child(guide_link("sparring")))
}

fn question(app: App, form: Form<Meeting>, question: &'static SparringQuestion) -> View {
    let id = question.id.as_str();
    let field = Field::new(said(app, &question.text)).optional(say!(app, form.optional));
    if question.options.is_empty() {
        return field
            .area(memo(move || form.with(|it| it.sparring_answer(id))), move |text| {
                form.edit(|it| it.set_sparring_answer(id, &text))
            })
            .max_length(2000)
            .short()
            .view();
    }
    let options = question.options.iter();
    let options = options.map(|it| Choice::new(it.id.clone(), said(app, &it.label)));
    field
        .checks(
            Signal::stored(options.collect::<Vec<_>>()),
            memo(move || form.with(Meeting::sparring_focus)),
            move |focus, on| form.edit(|it| it.set_sparring_focus(&focus, on)),
        )
        .view()
}

/// The question that starts from what the team aims at.
fn aimed(app: App, form: Form<Meeting>, label: Words, known: Known) -> View {
    let aims = memo(move || {
        let rec = form.with(Meeting::initiative);
        let of = known.iter().find(|(known, _)| Some(*known) == rec);
        of.map(|(_, initiative)| initiative.aims()).unwrap_or_default()
    });
    let value = memo(move || form.with(|it| it.sparring_answer(EXPECTATION)));
    let write =
        Rc::new(move |text: String| form.edit(|it| it.set_sparring_answer(EXPECTATION, &text)));
    aim_or_words(app, label, aims, value, write)
}

/// Who goes on with it: somebody of the team, or whoever was chosen and has left it since.
fn who(app: App, form: Form<Meeting>, known: Known) -> View {
    let team = Arc::new(move |it: &Meeting| {
        let rec = it.initiative();
        let of = known.iter().find(|(known, _)| Some(*known) == rec);
        of.map(|(_, initiative)| initiative.clone()).unwrap_or_default()
    });
    let of = Arc::clone(&team);
    let chosen = move || form.with(|it| it.sparring_who(Some(&of(it))));
    let (shown, before) = (chosen.clone(), chosen.clone());
    let members = Arc::clone(&team);
    let people = Signal::derive(move || {
        let mut people = form.with(|it| members(it)).people();
        people.retain(|it| !it.gone);
        people.extend(shown().filter(|who| who.gone));
        let choice = |it: &Person| Choice::new(it.id.clone(), person_name(app, it));
        people.iter().map(choice).collect::<Vec<_>>()
    });
    let choose = move |member: String| {
        // Whoever has left stays until somebody else is chosen.
        if untrack(&before).is_none_or(|it| it.id != member) {
            form.edit(|it| it.set_sparring_who(&team(it), &member));
        }
    };
    let value = memo(move || chosen().map(|it| it.id).unwrap_or_default());
    Field::new(say!(app, sparring.who))
        .optional(say!(app, form.optional))
        .select(people, value, choose)
        .empty_label(say!(app, prep.nobody))
        .view()
}

fn again(app: App, form: Form<Meeting>) -> View {
    let early = move || form.with(Meeting::is_again_too_early);
    Field::new(say!(app, sparring.again))
        .optional(say!(app, form.optional))
        .error(memo(move || early().then(|| now!(app, sparring.again_early))))
        .date(
            memo(move || {
                let day = form.with(Meeting::sparring_again);
                day.map(|day| day.to_string()).unwrap_or_default()
            }),
            move |day: String| form.edit(|it| it.set_sparring_again(iso::day(&day))),
        )
        .view()
}

/// A text of the content that follows the language.
fn said(app: App, text: &'static Localized) -> Words {
    words(move || text.get(app.lang()).to_owned())
}
