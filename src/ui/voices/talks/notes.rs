//! The questions of a guide, one by one, each with its keywords.

use crate::domain::forms::Titled;
use crate::domain::voices::{PupilTalk, TALK_MARKS, TalkGuide};
use crate::ui::kit::prelude::*;
use crate::ui::kit::take_away;
use crate::ui::words::{self, localized};

fn field_id(note: &str) -> String {
    format!("keyword-{note}")
}

/// How it is done, and the questions.
pub fn questions(app: App, form: Form<PupilTalk>, guide: &'static TalkGuide) -> View {
    let of = guide.questions.len();
    let all = (1..).zip(&guide.questions).map(|(n, it)| question(app, form, (n, of), it));
    let paper = format!("/elevsamtaler/guide/{}", guide.id);
    let paper = LinkButton::new(paper, say!(app, talks.on_paper)).icon(IconName::Note);
    let how = el("div")
        .class("stack-tight stack")
        .child(el("p").child(localized(guide.how_to.clone())))
        .child(soft(say!(app, talks.no_names)))
        .child(el("div").class("row").child(paper));
    (how, el("div").class("stack-loose stack").child(all.collect::<Vec<_>>())).view()
}

fn question(
    app: App,
    form: Form<PupilTalk>,
    (n, of): (usize, usize),
    question: &'static Titled,
) -> El {
    let id = question.id.as_str();
    let notes = memo(move || form.with(|it| it.notes(id)));
    let rows = each(move || notes.get(), String::clone, move |note| row(app, form, n, id, note));
    let asked = localized(question.label.clone());
    let new = Button::new(say!(app, talks.add), move || add(app, form, id)).about(asked);
    el("section")
        .class("part stack talk-question")
        .attr("aria-labelledby", id)
        .child(
            el("div")
                .child(el("p").class("soft small").child(say!(app, talks.nth, n = n, of = of)))
                .child(el("h2").id(id).child(asked)),
        )
        .child(rows)
        .child(el("div").class("row").child(new.icon(IconName::Add)))
}

/// Makes room for a keyword and goes there.
fn add(app: App, form: Form<PupilTalk>, question: &'static str) {
    let note = app.store().new_part();
    form.edit(|it| it.add_note(question, &note));
    // The field is there after the next frame.
    request_animation_frame(move || {
        focus_field(&field_id(&note));
    });
}

/// One keyword: what it says, what it is, and the way to take it away. Enter begins the next.
fn row(app: App, form: Form<PupilTalk>, n: usize, question: &'static str, id: String) -> El {
    let id = StoredValue::new(id);
    let of = move || id.with_value(Clone::clone);
    let place = move || {
        let notes = form.with(|it| it.notes(question));
        notes.iter().position(|known| *known == of()).map_or(1, |place| place + 1)
    };
    let name = words(move || now!(app, talks.note_nth, n = place()));
    let group = words(move || now!(app, talks.note_of, question = n, n = place()));
    let keyword = Field::new(name)
        .id(field_id(&of()))
        .text(memo(move || form.with(|it| it.note(question, &of()))), move |typed: String| {
            form.edit(|it| it.set_note(question, &of(), &typed));
        })
        .max_length(300);
    let marks =
        TALK_MARKS.map(|mark| Choice::new(mark, words(move || words::mark_name(app, mark))));
    let mark = Field::new(say!(app, talks.mark))
        .optional(say!(app, form.optional))
        .select(
            Signal::stored(marks.to_vec()),
            memo(move || form.with(|it| it.mark(question, &of()))),
            move |mark: String| form.edit(|it| it.set_mark(question, &of(), &mark)),
        )
        .empty_label(say!(app, talks.no_mark));
    let remove = move || {
        let take = |it: &mut PupilTalk| it.take_note(question, &of());
        take_away(app, form, text!(app, talks.note_removed), take, PupilTalk::put_back);
    };
    let remove_name = words(move || now!(app, talks.note_remove, question = n, n = place()));
    let by_enter = move |event| {
        let is_written = form.value.with_untracked(|it| !it.note(question, &of()).is_empty());
        if key_of(&event) == "Enter" && is_written {
            add(app, form, question);
        }
    };
    el("div")
        .class("board-note")
        .attr("role", "group")
        .attr("aria-label", group)
        .child(el("div").on("keydown", by_enter).child(keyword))
        .child(el("div").class("board-note-about").child(mark).child(IconButton::new(
            IconName::Trash,
            remove_name,
            remove,
        )))
}
