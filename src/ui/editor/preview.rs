//! A form as it will be in class: really filled in, and thrown away.

use leptos::prelude::*;

use super::{Editor, problems};
use crate::domain::{Observation, Template, TemplateDraft};
use crate::ui::components::{Button, ButtonKind, IconName, Notice, NoticeKind, Page};
use crate::ui::dom::{Content as _, El, View, el, memo};
use crate::ui::form::Form;
use crate::ui::items::localized;
use crate::ui::live::live;
use crate::ui::pages::observation_form::sections;
use crate::ui::texts::say;

/// What is shown of the working copy.
pub(super) const NOW: &str = "now";

/// The working copy or a version as it is in class. With problems it is their list: half a form is
/// never shown.
pub(super) fn preview(editor: Editor, shows: &str) -> View {
    let draft = editor.form.value.get_untracked();
    match template(&draft, shows) {
        Some(template) => tried(editor, template),
        None => refused(editor),
    }
}

fn template(draft: &TemplateDraft, shows: &str) -> Option<Template> {
    if shows == NOW {
        return draft.checked("egen", 1).ok();
    }
    let version = draft.published().into_iter().find(|it| it.tag == shows)?;
    version.template.ok()
}

fn back(editor: Editor) -> Button {
    Button::new(say!(editor.app, editor.end_preview), move || editor.shows.set(String::new()))
        .kind(ButtonKind::Primary)
        .icon(IconName::Back)
}

fn tried(editor: Editor, template: Template) -> View {
    let app = editor.app;
    let mut begun = Observation::default();
    begun.set_template(&template.reference());
    let form = Form::trial(app, begun);
    let shows_form = RwSignal::new(false);
    let is_live = memo(move || !shows_form.get() && form.value.with(Observation::is_running));
    let show = move || {
        if is_live.get() {
            return live(form, &template, move || shows_form.set(true));
        }
        Page::new(localized(template.title.clone()))
            .action(back(editor))
            .child(frame(editor, sections(form, None, template.clone(), false, shows_form)))
            .view()
    };
    show.view()
}

fn frame(editor: Editor, content: View) -> El {
    let app = editor.app;
    let notice = Notice::new(NoticeKind::Info, say!(app, editor.preview))
        .child(el("p").child(say!(app, editor.preview_text)));
    el("div").class("form").child(notice).child(content)
}

fn refused(editor: Editor) -> View {
    let app = editor.app;
    let content = el("div")
        .class("form")
        .child(el("p").child(say!(app, editor.no_preview)))
        .child(problems::list(editor));
    Page::new(say!(app, editor.preview)).action(back(editor)).child(content).view()
}
