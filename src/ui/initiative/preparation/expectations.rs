//! What the team expects, and how each will be seen: written in phase 1, judged in phase 3.

use crate::domain::forms::Titled;
use crate::domain::initiative::closing_content::{Example, closing_content};
use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::ledger::RecordId;
use crate::ui::initiative::expectation_evidence::{Known, beside};
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, said, take_away};

/// The id of a part's field in the page.
fn field_id(id: &str, part: ExpectationPart) -> String {
    match part {
        ExpectationPart::Seen => format!("expectation-seen-{id}"),
        _ => format!("expectation-{id}"),
    }
}

/// The expectations, with room for one more.
pub(super) fn expectations(app: App, form: Form<Initiative>, rec: RecordId, known: Known) -> View {
    let ids = read(form, Initiative::expectations);
    let is_empty = memo(move || ids.with(Vec::is_empty));
    let examples = closing_content().examples.iter().map(|it| example(app, form, it));
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, expect.intro)))
        .child(show(
            move || is_empty.get(),
            move || el("p").class("strong").child(say!(app, expect.none)),
        ))
        .child(each(
            move || ids.get(),
            String::clone,
            move |id| {
                let beside = beside(app, form, rec, &id, known);
                row(app, form, id, beside)
            },
        ))
        .child(el("div").class("row").child(
            Button::new(say!(app, expect.add), move || add(app, form, None)).icon(IconName::Add),
        ))
        .child(
            el("details")
                .class("fold")
                .child(el("summary").child(say!(app, expect.examples)))
                .child(el("div").class("stack-tight stack").child(examples.collect::<Vec<_>>())),
        )
        .child(el("div").class("row").child(guide_link("forventninger")))
        .view()
}

/// Adds one, and goes to what is to be written in it.
fn add(app: App, form: Form<Initiative>, from: Option<&Example>) {
    let id = app.store().new_part();
    let lang = app.lang();
    form.edit(|it| {
        it.add_expectation(&id);
        if let Some(example) = from {
            it.set_expectation(&id, ExpectationPart::Text, example.text.get(lang));
            it.set_expectation(&id, ExpectationPart::Type, &example.kind);
            it.set_expectation(&id, ExpectationPart::Example, &example.id);
        }
    });
    let part = if from.is_some() { ExpectationPart::Seen } else { ExpectationPart::Text };
    // The field is there after the next frame.
    request_animation_frame(move || {
        focus_field(&field_id(&id, part));
    });
}

fn example(app: App, form: Form<Initiative>, example: &'static Example) -> Button {
    Button::new(said(app, &example.text), move || add(app, form, Some(example)))
        .kind(ButtonKind::Quiet)
        .icon(IconName::Add)
}

/// Which of them it is, from 1.
fn place(form: Form<Initiative>, id: &str) -> usize {
    let ids = form.with(Initiative::expectations);
    ids.iter().position(|known| known == id).map_or(1, |place| place + 1)
}

fn row(app: App, form: Form<Initiative>, id: String, beside: View) -> El {
    let content = closing_content();
    let (named, removes) = (id.clone(), id.clone());
    let name = words(move || now!(app, expect.nth, n = place(form, &named)));
    let remove_name = words(move || now!(app, expect.remove, n = place(form, &removes)));
    // That something is missing is said when the person has left it, not while they write.
    let (lacking, left) = (id.clone(), form.value.with_untracked(|it| it.lacks_sign(&id)));
    let left = RwSignal::new(left);
    let lacks = read(form, move |it| it.lacks_sign(&lacking));
    let error =
        Signal::derive(move || (left.get() && lacks.get()).then(|| now!(app, expect.lacks_sign)));
    let (agreed, agree) = (id.clone(), id.clone());
    let (kind, set_kind) = part_of(form, &id, ExpectationPart::Type);
    let row = el("div")
        .class("expectation card")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(area(app, form, &id, ExpectationPart::Text, "fo-tekst", Signal::stored(None)))
        .child(area(app, form, &id, ExpectationPart::Seen, "fo-naaet", error))
        .child(
            Field::new(say!(app, expect.kind))
                .optional(say!(app, form.optional))
                .segments(
                    choices(app, &content.types),
                    memo(move || Some(kind.get()).filter(|it| !it.is_empty())),
                    move |kind: Option<String>| set_kind(kind.unwrap_or_default()),
                )
                .clear(say!(app, item.clear)),
        )
        .child(
            Field::new(said(app, content.asked("fo-hvem")))
                .optional(say!(app, form.optional))
                .checks(
                    choices(app, content.options("fo-hvem")),
                    read(form, move |it| it.agreeing(&agreed)),
                    move |who, agrees| form.edit(|it| it.set_agreeing(&agree, &who, agrees)),
                ),
        )
        .child(beside)
        .child(el("div").class("row row-end").child(remove(app, form, remove_name, id)));
    let inside = row.element().clone();
    row.on("focusout", move |_| {
        let inside = inside.clone();
        // Where the focus has gone is known a moment later.
        request_animation_frame(move || {
            if !inside.contains(document().active_element().as_deref()) {
                left.try_set(true);
            }
        });
    })
}

fn remove(app: App, form: Form<Initiative>, name: Words, id: String) -> Button {
    let remove = move || {
        let take = |it: &mut Initiative| it.take_expectation(&id);
        take_away(app, form, text!(app, expect.removed), take, Initiative::put_back);
    };
    Button::new(name, remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}

/// A part of an expectation, and how it is written.
fn part_of(
    form: Form<Initiative>,
    id: &str,
    part: ExpectationPart,
) -> (Signal<String>, impl Fn(String) + Clone + 'static) {
    let (mine, set) = (id.to_owned(), id.to_owned());
    let value = read(form, move |it| it.expectation(&mine, part));
    (value, move |text: String| form.edit(|it| it.set_expectation(&set, part, &text)))
}

fn area(
    app: App,
    form: Form<Initiative>,
    id: &str,
    part: ExpectationPart,
    asked: &str,
    error: Signal<Option<String>>,
) -> View {
    let (value, write) = part_of(form, id, part);
    let field = Field::new(said(app, closing_content().asked(asked))).id(field_id(id, part));
    field.error(error).area(value, write).max_length(300).short().view()
}

/// Things of the content to choose between.
pub fn choices(app: App, of: &'static [Titled]) -> Signal<Vec<Choice>> {
    let choices = of.iter().map(|it| Choice::new(it.id.clone(), said(app, &it.label)));
    Signal::stored(choices.collect())
}
