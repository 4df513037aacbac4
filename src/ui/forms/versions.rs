//! Publishing, what has been published, sending it, and putting it away.

use leptos::task::spawn_local;

use super::editing::Editor;
use super::preview;
use super::problems::LIST;
use crate::app::forms::Publication;
use crate::app::sharing::Scope;
use crate::domain::forms::{Fault, Published, TemplateDraft};
use crate::exchange::About;
use crate::ui::dom::focus_in_place;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Ready, made_file, make, put_away_button};
use crate::ui::words::fault_list;

/// Whether what is written is published.
pub fn state(editor: Editor) -> View {
    let Editor { app, version, has_news, .. } = editor;
    let show = move || match (version.get(), has_news.get()) {
        (0, _) => badge(BadgeKind::Draft, say!(app, editor.unpublished)),
        (n, true) => badge(BadgeKind::Draft, say!(app, editor.changed, n = n)),
        (n, false) => badge(BadgeKind::Done, say!(app, editor.published, n = n)),
    };
    show.view()
}

/// Looking at it as in class, and publishing it.
pub fn publish(editor: Editor, readonly: bool) -> View {
    let Editor { app, version, has_news, .. } = editor;
    let look = Button::new(say!(app, editor.look), move || editor.look_at(preview::NOW))
        .icon(IconName::Eye)
        .id(preview::LOOK);
    if readonly {
        return look.view();
    }
    let go = move || spawn_local(async move { editor.publish_now().await });
    let publish = move || {
        Button::new(words(move || now!(app, editor.publish, n = version.get() + 1)), go)
            .kind(ButtonKind::Primary)
            .icon(IconName::Check)
    };
    (look, show(move || has_news.get(), publish)).view()
}

impl Editor {
    async fn publish_now(self) {
        let Self { app, form, rec, .. } = self;
        if !form.seal().await {
            return;
        }
        match app.store().publish(rec).await {
            Ok(Publication::Made(template)) => {
                form.catch_up().await;
                self.attempt.try_set(0);
                app.has_stored();
                app.toasts.say(text!(app, editor.is_published, n = template.version));
            }
            Ok(Publication::NothingNew) => form.catch_up().await,
            Ok(Publication::Problems(_)) => self.refuse(),
            Err(error) => app.complain(&error),
        }
    }

    /// Opens the list of problems and goes there.
    fn refuse(self) {
        self.attempt.try_update(|attempt| *attempt += 1);
        let Some(list) = document().get_element_by_id(LIST) else { return };
        // Setting an attribute fails only for names that are no names.
        let _ = list.set_attribute("open", "");
        list.scroll_into_view_with_bool(true);
        if let Ok(Some(link)) = list.query_selector("a") {
            use leptos::wasm_bindgen::JsCast as _;
            focus_in_place(link.unchecked_ref());
        }
    }
}

/// Every version, and a file of them all.
pub fn versions(editor: Editor) -> El {
    let Editor { app, form, .. } = editor;
    let tags = memo(move || {
        let all = form.with(TemplateDraft::tags).into_iter();
        all.rev().collect::<Vec<String>>()
    });
    let rows = move || {
        let tags = tags.get();
        if tags.is_empty() {
            return soft(say!(app, editor.no_versions)).view();
        }
        let all = form.value.with_untracked(TemplateDraft::published);
        let all = tags.iter().filter_map(|tag| all.iter().find(|it| it.tag == *tag));
        let (mut faulty, mut rows) = (Vec::new(), Vec::new());
        for version in all {
            match &version.template {
                Ok(template) => rows.push(usable(editor, version, template.version)),
                Err(faults) => faulty.push(unusable(app, faults.clone())),
            }
        }
        (faulty, list_named(say!(app, editor.versions), rows)).view()
    };
    section("versions", say!(app, editor.versions))
        .child(soft(say!(app, editor.versions_text)))
        .child(rows)
        .child(show(move || tags.with(|tags| !tags.is_empty()), move || send(editor)))
}

fn usable(editor: Editor, version: &Published, n: u32) -> ListRow {
    let app = editor.app;
    let (at, tag) = (version.at().unwrap_or_default(), version.tag.clone());
    let look = Button::new(say!(app, editor.look_at, n = n), move || editor.look_at(&tag))
        .kind(ButtonKind::Quiet);
    ListRow::new(say!(app, editor.version, n = n)).detail(words(move || app.moment(at))).trail(look)
}

/// Never half a form: what is wrong, and where, instead.
fn unusable(app: App, faults: Vec<Fault>) -> Notice {
    Notice::new(NoticeKind::Warning, say!(app, editor.unreadable))
        .child(el("p").child(say!(app, faults.version_text)))
        .child(fault_list(app, faults))
}

/// Makes a file of the form alone.
fn send(editor: Editor) -> View {
    let Editor { app, rec, .. } = editor;
    let ready = RwSignal::new(None::<Ready>);
    let go = move || {
        spawn_local(async move {
            let scope = Scope { about: About::Template(rec), with_examples: true };
            match make(app, scope, "observationsskema").await {
                Ok(made) => drop(ready.try_set(Some(made))),
                Err(said) => app.toasts.say(said),
            }
        });
    };
    let button = move || Button::new(say!(app, editor.send), go).icon(IconName::Share);
    let made = move || ready.get().map(|made| made_file(app, made, ready));
    (show(move || ready.with(Option::is_none), button), made).view()
}

/// Puts the form away; what is filled in with it opens all the same.
pub fn remove(editor: Editor) -> El {
    let Editor { app, form, rec, .. } = editor;
    let said = |app: App| text!(app, editor.form_removed);
    let to = || "/skemaer".to_owned();
    let remove = put_away_button(app, rec, say!(app, editor.remove_form), said, form.sealing(), to);
    el("div").class("row row-end").child(remove)
}
