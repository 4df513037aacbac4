//! The forms that lessons are observed with: the school's own, and those the app brings along.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::start::first_section;
use crate::app::store::Summary;
use crate::domain::forms::{Template, TemplateDraft};
use crate::domain::record::Record;
use crate::domain::text::Lang;
use crate::ui::kit::blank_link;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{fill, text_in};
use crate::ui::words::{localized, titles};

/// The page of all forms.
pub fn templates() -> View {
    let app = use_app();
    let own = use_stored(|store| async move { store.own_templates().await });
    let go = StoredValue::new_local(use_navigate());
    let make = move |draft: TemplateDraft| {
        spawn_local(async move {
            match app.store().add_template(&draft).await {
                Ok(rec) => {
                    app.has_stored();
                    if let Some(go) = go.try_get_value() {
                        go(&format!("/skemaer/{rec}"), Default::default());
                    }
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let content = app.content();
    let empty = move || {
        let mut draft = TemplateDraft::default();
        first_section(&mut draft, &app.store().new_part());
        make(draft);
    };
    let own_part = move |own| {
        section("own", say!(app, editor.own)).child(own_rows(app, own)).child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, editor.empty), empty).icon(IconName::Add)),
        )
    };
    let built_in_part = move || {
        let built_in = content
            .newest_templates()
            .filter(|it| it.reference().own_record().is_none())
            .map(|template| built_in_row(app, template.clone(), make));
        section("built-in", say!(app, editor.built_in))
            .child(soft(say!(app, editor.built_in_text)))
            .child(list(built_in.collect::<Vec<ListRow>>()))
    };
    // All at once: nothing moves away from under a finger when the school's own arrive.
    let parts = move |own| {
        el("div")
            .class("editor-forms stack-loose stack")
            .child(own_part(own))
            .child(built_in_part())
            .view()
    };
    Page::new(say!(app, editor.page))
        .back("/indstillinger", say!(app, editor.back_to_settings))
        .child(shown(own, parts))
        .view()
}

fn own_rows(app: App, own: Vec<Summary>) -> View {
    if own.is_empty() {
        return soft(say!(app, editor.none)).view();
    }
    let rows: Vec<ListRow> = own.into_iter().map(|summary| own_row(app, &summary)).collect();
    list(rows).view()
}

fn own_row(app: App, summary: &Summary) -> ListRow {
    let draft = TemplateDraft::read(&summary.fields);
    let newest = draft.newest().map(|newest| newest.reference());
    let version = newest.as_ref().map(|newest| newest.version);
    let detail = match version {
        Some(n) => say!(app, editor.version, n = n),
        None => say!(app, editor.unpublished),
    };
    let is_faulty = draft.published().iter().any(|version| version.template.is_err());
    let mark: Option<El> = if is_faulty {
        Some(badge(BadgeKind::Late, say!(app, faults.has_faults)))
    } else if let Some(n) = version {
        draft.has_news().then(|| badge(BadgeKind::Draft, say!(app, editor.changed, n = n)))
    } else {
        Some(badge(BadgeKind::Draft, say!(app, badge.draft)))
    };
    let title = words(move || titles::template(app, &draft));
    let blank = newest.map(|newest| blank_link(app, &newest).about(title));
    ListRow::new(title)
        .detail(detail)
        .href(format!("/skemaer/{}", summary.rec))
        .trail((mark, blank))
}

fn built_in_row(
    app: App,
    template: Template,
    make: impl Fn(TemplateDraft) + Copy + 'static,
) -> ListRow {
    let title = localized(template.title.clone());
    let description = localized(template.description.clone());
    let blank = blank_link(app, &template.reference()).about(title);
    let copy = move || {
        let mut draft = TemplateDraft::copy_of(&template);
        for lang in [Lang::Da, Lang::En] {
            let title = draft.shown("title", lang);
            let title = fill(text_in!(lang, editor.copy_of), &[("title", title)]);
            draft.set_text("title", lang, &title);
        }
        make(draft);
    };
    let copy = Button::new(say!(app, editor.copy), copy)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Add)
        .about(say!(app, editor.copy_what, what = title.get()));
    ListRow::new(title).detail(description).trail((copy, blank))
}
