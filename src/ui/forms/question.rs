//! One question, opened: its words, how it is answered, and what it waits for.

use super::answers::answers;
use super::editing::Editor;
use super::start;
use crate::domain::forms::TemplateDraft;
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;
use crate::ui::words::form_words::kind_name;

/// What a kind of question is good for.
pub fn kind_use(app: App, kind: &str) -> Words {
    match kind {
        "rating" => say!(app, editor.rating_use),
        "choice" => say!(app, editor.choice_use),
        "multi" => say!(app, editor.multi_use),
        "text" => say!(app, editor.text_use),
        "number" => say!(app, editor.number_use),
        "tally" => say!(app, editor.tally_use),
        "timed_notes" => say!(app, editor.timed_notes_use),
        "interval" => say!(app, editor.interval_use),
        _ => say!(app, editor.roles_use),
    }
}

/// The fields of the question that is open.
pub fn question(editor: Editor, item: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let kind_path = format!("{node}/kind");
    let read = kind_path.clone();
    let kind = memo(move || form.with(|draft| draft.word(&read)));
    let kinds = TemplateDraft::KINDS.into_iter();
    let kinds = kinds.map(|kind| Choice::new(kind, words(move || kind_name(app, kind))));
    let changed = item.clone();
    let choose = move |kind: String| {
        form.edit(|draft| start::change_kind(app, draft, &changed, &kind));
    };
    let ask_kind = editor.plain(say!(app, editor.kind), &kind_path).select(
        Signal::stored(kinds.collect()),
        kind,
        choose,
    );
    let answers = {
        let node = node.clone();
        move || answers(editor, &node, &kind.get())
    };
    let gone = node.clone();
    let remove = move || editor.remove_item(gone.clone());
    el("div")
        .class("editor-question stack-loose stack")
        .child(editor.area(say!(app, editor.question), &format!("{node}/text")))
        .child(ask_kind)
        .child(answers)
        .child(seldom(editor, item))
        .child(
            el("div").class("row row-end").child(
                Button::new(say!(app, editor.remove_question), remove)
                    .kind(ButtonKind::Quiet)
                    .icon(IconName::Trash),
            ),
        )
}

/// What few questions have: help, and an answer to wait for. Folded away where there is neither.
fn seldom(editor: Editor, item: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let help = format!("{node}/help");
    let has_some = form.value.with_untracked(|draft| {
        !draft.shown(&help, Lang::Da).is_empty() || draft.waits_for(&item).is_some()
    });
    let fields = el("div")
        .class("stack-loose stack")
        .child(editor.maybe_area(say!(app, editor.help), &help))
        .child(waits(editor, item));
    el("details")
        .class("fold editor-fold")
        .attr("open", has_some)
        .child(el("summary").child(say!(app, editor.seldom)))
        .child(fields)
}

/// Which answer makes the question be asked.
fn waits(editor: Editor, item: String) -> View {
    let Editor { app, form, .. } = editor;
    let node = format!("items/{item}");
    let path = format!("{node}/showIf");
    let of = StoredValue::new(item);
    let waits = move || form.with(|draft| of.with_value(|it| draft.waits_for(it)));
    let on = words(move || waits().map(|it| it.0).unwrap_or_default());
    let answer = words(move || waits().map(|it| it.1).unwrap_or_default());
    let before = memo(move || {
        let mut all = form.with(|draft| of.with_value(|it| draft.can_wait_for(it)));
        // What it waits for stays in sight, also where that can no longer be.
        let now = on.get();
        if !now.is_empty() && !all.contains(&now) {
            all.push(now);
        }
        all
    });
    let questions = Signal::derive(move || {
        let all = before.get().into_iter();
        all.map(|it| Choice::new(it.clone(), editor.name(format!("items/{it}/text")))).collect()
    });
    let choose = move |chosen: String| {
        form.edit(|draft| {
            let item = of.get_value();
            let first = draft.answers(&chosen).into_iter().next();
            let wait = first.as_ref().map(|(answer, _)| (chosen.as_str(), answer.as_str()));
            draft.wait_for(&item, wait);
        });
    };
    let answers = Signal::derive(move || {
        let all = form.with(|draft| draft.answers(&on.get())).into_iter();
        all.map(|(id, path)| Choice::new(id, editor.name(path))).collect()
    });
    let choose_answer = move |chosen: String| {
        let item = of.get_value();
        let Some((on, _)) = form.value.with_untracked(|draft| draft.waits_for(&item)) else {
            return;
        };
        form.edit(|draft| draft.wait_for(&item, Some((&on, &chosen))));
    };
    let answer_path = format!("{path}/value");
    let ask_answer = move || {
        editor.plain(say!(app, editor.shown_answer), &answer_path).select(
            answers,
            answer,
            choose_answer,
        )
    };
    let can_wait = memo(move || before.with(|all| !all.is_empty()));
    let waits_now = memo(move || on.with(|on| !on.is_empty()));
    let ask = move || {
        editor
            .plain(say!(app, editor.shown), &path)
            .select(questions, on, choose)
            .empty_label(say!(app, editor.always))
    };
    (show(move || can_wait.get(), ask), show(move || waits_now.get(), ask_answer)).view()
}

impl Editor {
    /// Takes a question out, and goes to the one that was behind it.
    pub fn remove_item(self, node: String) {
        let app = self.app;
        let item = node.trim_start_matches("items/").to_owned();
        let next = self.order.with_untracked(|order| {
            let place = order.iter().position(|it| *it == item)?;
            order.get(place + 1).or_else(|| order.get(place.checked_sub(1)?)).cloned()
        });
        self.open.set(String::new());
        self.remove(node, text!(app, editor.question_removed));
        self.go_to(next.map_or_else(|| Self::at("sections"), |next| format!("name-{next}")));
    }
}
