//! A form as it will be in class: really filled in, and thrown away.

use leptos::wasm_bindgen::JsCast;

use super::editing::Editor;
use super::problems;
use crate::domain::forms::{Template, TemplateDraft};
use crate::domain::observation::Observation;
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;
use crate::ui::observation::{live, sections};
use crate::ui::words::localized;

/// What is shown of the working copy.
pub const NOW: &str = "now";

/// The id of the button that shows the working copy.
pub const LOOK: &str = "look";

impl Editor {
    /// Shows the working copy or a version as in class, from its beginning.
    pub fn look_at(self, what: &str) {
        self.place.set_value(window().scroll_y().unwrap_or_default());
        self.shows.set(what.to_owned());
        comes_to(0.0, "h1");
    }

    /// Back to where it was looked from.
    fn looked(self) {
        self.shows.set(String::new());
        comes_to(self.place.get_value(), "#look");
    }
}

/// Scrolls to a height and puts the focus on something there, once it is on the page.
fn comes_to(height: f64, focus: &'static str) {
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, height);
        if let Ok(Some(element)) = document().query_selector(focus) {
            focus_in_place(element.unchecked_ref());
        }
    });
}

/// The working copy or a version as it is in class. With problems it is their list: half a form is
/// never shown.
pub fn preview(editor: Editor, shows: &str) -> View {
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
    Button::new(say!(editor.app, editor.end_preview), move || editor.looked())
        .kind(ButtonKind::Primary)
        .icon(IconName::Back)
}

fn tried(editor: Editor, template: Template) -> View {
    let app = editor.app;
    let mut begun = Observation::default();
    begun.set_template(&template.reference());
    let form = Form::trial(app, begun);
    let shows_form = RwSignal::new(false);
    let is_live = memo(move || !shows_form.get() && form.with(Observation::is_running));
    let show = move || {
        if is_live.get() {
            return live(form, &template, move || shows_form.set(true));
        }
        Page::new(localized(template.title.clone()))
            .child(frame(editor, sections(form, None, template.clone(), false, shows_form)))
            .view()
    };
    show.view()
}

fn frame(editor: Editor, content: View) -> El {
    let app = editor.app;
    let notice = Notice::new(NoticeKind::Info, say!(app, editor.preview))
        .child(el("p").child(say!(app, editor.preview_text)));
    el("div").class("form").child(notice).child(content).child(action_bar(back(editor)))
}

fn refused(editor: Editor) -> View {
    let app = editor.app;
    let content = el("div")
        .class("form")
        .child(el("p").child(say!(app, editor.no_preview)))
        .child(problems::list(editor))
        .child(action_bar(back(editor)));
    Page::new(say!(app, editor.preview)).child(content).view()
}
