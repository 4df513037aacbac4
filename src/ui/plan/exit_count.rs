//! How many chose what: typed straight in, or one press for each hand; and the result as bars with
//! the numbers beside them. Or answers in words, one by one, without names.

use crate::domain::forms::Titled;
use crate::domain::plan::{ExitQuestion, ExitTicket, MOST};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The presses that can be taken back, the last one at the end: an option and how many it had.
pub type Presses = RwSignal<Vec<String>>;

/// The part where the answers go in.
pub fn count(app: App, form: Form<ExitTicket>, question: &ExitQuestion, presses: Presses) -> View {
    if question.options.is_empty() {
        return answers(app, form, question.max_length).view();
    }
    let options = question.options.iter().map(|option| counted(app, form, option, presses));
    bare_section("count", say!(app, plan.count))
        .child(soft(say!(app, plan.count_text)))
        .child(el("div").class("exit-counts").child(options.collect::<Vec<_>>()))
        .child(el("div").class("row").child(undo(app, form, presses)))
        .view()
}

/// One more hand for an option.
pub fn press(form: Form<ExitTicket>, option: &str, presses: Presses) {
    step(form, option, presses, |count| (count + 1).min(MOST));
}

fn step(form: Form<ExitTicket>, option: &str, presses: Presses, next: fn(u64) -> u64) {
    let before = form.value.with_untracked(|it| it.count(option));
    let after = next(before.unwrap_or_default());
    if before == Some(after) {
        return;
    }
    let was = before.map(|count| count.to_string()).unwrap_or_default();
    presses.update(|presses| presses.push(format!("{option}={was}")));
    form.edit(|it| it.set_count(option, Some(after)));
}

/// Takes the last press back.
pub fn undo(app: App, form: Form<ExitTicket>, presses: Presses) -> Button {
    let nothing = Signal::derive(move || {
        presses.with(Vec::is_empty).then(|| now!(app, plan.nothing_to_undo))
    });
    let back = move || {
        let Some(Some(last)) = presses.try_update(Vec::pop) else { return };
        if let Some((option, was)) = last.split_once('=') {
            form.edit(|it| it.set_count(option, was.parse().ok()));
        }
    };
    Button::new(say!(app, plan.undo_count), back).icon(IconName::Undo).disabled_reason(nothing)
}

/// One option: fewer, the number, more.
fn counted(app: App, form: Form<ExitTicket>, option: &Titled, presses: Presses) -> El {
    let id = StoredValue::new(option.id.clone());
    let label = localized(option.label.clone());
    // What is typed and is no number stays on the screen, with what to do.
    let typed = RwSignal::new(String::new());
    let is_wrong = move || typed.with(|typed| !typed.is_empty() && typed.parse::<u64>().is_err());
    let value = memo(move || {
        if is_wrong() {
            return typed.get();
        }
        let count = form.with(|it| id.with_value(|id| it.count(id)));
        count.map(|count| count.to_string()).unwrap_or_default()
    });
    let error = Signal::derive(move || is_wrong().then(|| now!(app, item.not_a_number)));
    let write = move |text: String| {
        let text = text.trim().to_owned();
        let number = text.parse::<u64>().ok();
        typed.set(text.clone());
        if number.is_some() || text.is_empty() {
            // Typing begins anew: a press before it is not what "last" means any more.
            presses.update(Vec::clear);
            form.edit(|it| id.with_value(|id| it.set_count(id, number)));
        }
    };
    let field = Field::new(label).error(error).number(false, value, write).max_length(3);
    let go = move |next: fn(u64) -> u64| {
        move || {
            typed.set(String::new());
            id.with_value(|id| step(form, id, presses, next));
        }
    };
    let fewer = say!(app, plan.one_fewer, option = label.get());
    let more = say!(app, plan.one_more, option = label.get());
    el("div")
        .class("exit-count")
        .child(field)
        .child(IconButton::new(IconName::Minus, fewer, go(|count| count.saturating_sub(1))))
        .child(IconButton::new(IconName::Add, more, go(|count| (count + 1).min(MOST))))
}

/// Answers in words: one is being written, in the store from its first key; the others stand below.
fn answers(app: App, form: Form<ExitTicket>, most: u32) -> El {
    const FIELD: &str = "answer";
    let open = RwSignal::new(String::new());
    let value = memo(move || {
        let open = open.get();
        form.with(|it| it.answer(&open))
    });
    let write = move |text: String| {
        if open.with_untracked(String::is_empty) {
            open.set(app.store().new_timeless_part());
        }
        let id = open.get_untracked();
        form.edit(|it| it.set_answer(&id, &text));
    };
    let next = move || {
        open.set(String::new());
        focus_field(FIELD);
    };
    let label = words(move || match value.with(String::is_empty) {
        true => now!(app, plan.new_answer),
        false => now!(app, plan.this_answer),
    });
    let field = Field::new(label)
        .id(FIELD)
        .hint(say!(app, plan.answer_hint))
        .area(value, write)
        .max_length(most)
        .short();
    let is_written = move || value.with(|value| !value.trim().is_empty());
    let next = move || {
        let next = Button::new(say!(app, plan.next_answer), next).icon(IconName::Check);
        el("div").class("row row-end").child(next)
    };
    let all = memo(move || {
        let open = open.get();
        let answers = form.with(ExitTicket::answers).into_iter();
        answers.map(|(id, _)| id).filter(|id| *id != open).collect::<Vec<String>>()
    });
    let row = move |id: String| {
        let id = StoredValue::new(id);
        let text = memo(move || form.with(|it| id.with_value(|id| it.answer(id))));
        let take = move || {
            let (id, text) = (id.get_value(), text.get_untracked());
            form.edit(|it| it.set_answer(&id, ""));
            let back = form.amend_later(move |it: &mut ExitTicket| it.set_answer(&id, &text));
            app.toasts.say_with_undo(text!(app, plan.answer_removed), text!(app, form.undo), back);
        };
        let bin = say!(app, plan.remove_answer, text = text.get());
        el("li")
            .class("exit-answer")
            .child(el("span").class("as-written grow-1").child(text))
            .child(IconButton::new(IconName::Trash, bin, take))
    };
    bare_section("count", say!(app, plan.answers))
        .child(
            el("div")
                .class("note-writer stack-tight stack")
                .child(field)
                .child(show(is_written, next)),
        )
        .child(
            el("ul")
                .class("notes-list")
                .attr("role", "list")
                .attr("aria-label", say!(app, plan.answers))
                .child(each(move || all.get(), String::clone, row)),
        )
}

/// The result that follows a form.
pub fn live_result(app: App, form: Form<ExitTicket>, question: &ExitQuestion) -> El {
    let question = question.clone();
    bare_section("result", say!(app, plan.result))
        .child(move || form.with(|it| result(app, &question, it)))
}

/// A bar for each option with its number, or the answers in words. Nothing about one pupil.
pub fn result(app: App, question: &ExitQuestion, ticket: &ExitTicket) -> View {
    if question.options.is_empty() {
        let answers = ticket.answers().into_iter().map(|(_, text)| text);
        let answers: Vec<El> =
            answers.map(|text| el("li").class("as-written").child(text)).collect();
        if answers.is_empty() {
            return soft(say!(app, plan.no_answers)).view();
        }
        return el("ul").class("exit-words").child(answers).view();
    }
    let total = ticket.total();
    if total == 0 {
        return soft(say!(app, plan.no_answers)).view();
    }
    let bars = question.options.iter().map(|option| {
        let n = ticket.count(&option.id).unwrap_or_default();
        // Drawn, not styled: the page's policy allows no style that stands in an element.
        let fill = svg("rect").attr("width", format!("{}%", ticket.share(&option.id)));
        let fill = fill.attr("height", "100%").class("bar-fill");
        let track = svg("svg").class("bar-track").attr("aria-hidden", "true").child(fill);
        el("li")
            .class("bar")
            .child(el("span").class("bar-label").child(localized(option.label.clone())))
            .child(el("span").class("bar-number number").child(say!(
                app,
                plan.of,
                n = n,
                total = total
            )))
            .child(track)
    });
    (
        el("ul").class("bars").attr("role", "list").child(bars.collect::<Vec<_>>()),
        el("p").class("soft number").child(say!(app, plan.total, n = total)),
    )
        .view()
}
