//! The expectations of phase 1, one by one: whether each has been met, and why.

use crate::domain::forms::Titled;
use crate::domain::initiative::closing_content::{closing_content, label_of};
use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::ledger::RecordId;
use crate::ui::initiative::expectation_evidence::{Known, beside};
use crate::ui::initiative::preparation::choices;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, said};
use crate::ui::shell::expectations_address;

/// The part of the page.
pub(super) fn judging(app: App, form: Form<Initiative>, rec: RecordId, known: Known) -> View {
    let ids = read(form, Initiative::worded_expectations);
    let is_empty = memo(move || ids.with(Vec::is_empty));
    let write = move || {
        LinkButton::new(expectations_address(rec), say!(app, closing.write_expectations))
            .icon(IconName::Edit)
    };
    let none = move || {
        let (title, text) =
            (say!(app, closing.nothing_to_judge), say!(app, closing.nothing_to_judge_text));
        EmptyState::new(IconName::Bookmark, title, text).action(write())
    };
    let judged = read(form, |it| (it.unjudged().len(), it.worded_expectations().len()));
    let counted = words(move || {
        let (open, of) = judged.get();
        now!(app, closing.judged, done = of - open.min(of), of = of)
    });
    let some = move || {
        el("div")
            .class("stack-tight stack")
            .child(soft(say!(app, closing.judge_text)))
            .child(el("p").class("strong").child(counted))
    };
    el("div")
        .class("stack-loose stack")
        .child(show(move || is_empty.get(), none))
        .child(show(move || !is_empty.get(), some))
        .child(each(
            move || ids.get(),
            String::clone,
            move |id| row(app, form, &id, beside(app, form, rec, &id, known)),
        ))
        .child(show(move || !is_empty.get(), move || el("div").class("row").child(write())))
        .view()
}

fn row(app: App, form: Form<Initiative>, id: &str, beside: View) -> El {
    let content = closing_content();
    let part = |part: ExpectationPart| {
        let id = id.to_owned();
        read(form, move |it| it.expectation(&id, part))
    };
    let (text, seen, kind) =
        (part(ExpectationPart::Text), part(ExpectationPart::Seen), part(ExpectationPart::Type));
    let (outcome, why) = (part(ExpectationPart::Outcome), part(ExpectationPart::Why));
    let seen = words(move || match seen.get().trim() {
        "" => now!(app, closing.not_seen),
        seen => now!(app, closing.seen_as, seen = seen),
    });
    let who = id.to_owned();
    let who = read(form, move |it| it.agreeing(&who));
    let about = words(move || {
        let label =
            |among: &'static [Titled], id: &str| label_of(among, id).get(app.lang()).to_owned();
        let kind = kind.with(|it| label(&content.types, it));
        let who: Vec<String> =
            who.with(|it| it.iter().map(|who| label(content.options("fo-hvem"), who)).collect());
        let who = match who.is_empty() {
            true => String::new(),
            false => now!(app, closing.agreed_by, who = who.join(", ")),
        };
        let parts = [kind, who].into_iter().filter(|it| !it.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    });
    let set = |part: ExpectationPart| {
        let id = id.to_owned();
        move |text: String| form.edit(|it| it.set_expectation(&id, part, &text))
    };
    let (choose, write) = (set(ExpectationPart::Outcome), set(ExpectationPart::Why));
    el("section")
        .class("expectation card")
        .attr("aria-label", text)
        .child(
            el("div")
                .class("stack-tight stack")
                .child(el("h2").class("as-written").child(move || text.get()))
                .child(el("p").class("as-written").child(seen))
                .child(el("p").class("soft small").child(about)),
        )
        .child(beside)
        .child(
            Field::new(said(app, content.asked("fo-indfriet")))
                .segments(
                    choices(app, content.options("fo-indfriet")),
                    memo(move || Some(outcome.get()).filter(|it| !it.is_empty())),
                    move |chosen: Option<String>| choose(chosen.unwrap_or_default()),
                )
                .clear(say!(app, item.clear)),
        )
        .child(
            Field::new(say!(app, expect.outcome_why))
                .optional(say!(app, form.optional))
                .area(why, write)
                .max_length(500)
                .short(),
        )
}
