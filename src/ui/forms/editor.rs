//! The editor of a school's own form: what is asked, in which order and how it is answered, with a
//! look at how it will be in class.

use super::editing::Editor;
use super::{preview, problems, questions, versions};
use crate::app::store::{Access, Target};
use crate::domain::forms::TemplateDraft;
use crate::domain::initiative::InitiativeKind;
use crate::domain::record::{Fields, Kind, Record};
use crate::domain::text::Lang;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{self, titles};

/// The page of the editor.
pub fn editor(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| async move {
        let record = store.record(rec).await?;
        let readonly = record.as_ref().is_some_and(|it| it.summary.access == Access::ReadOnly);
        let target = match &record {
            Some(record) if readonly => {
                let target = Target { rec, kind: Kind::Template, parents: record.heads.clone() };
                Some((target, record.fields()))
            }
            Some(record) if record.summary.known_kind() != Some(Kind::Template) => None,
            _ => store.edit(rec, Kind::Template).await?,
        };
        let conflicts = record.as_ref().map_or(0, |record| record.conflicts.len());
        let deleted = record.as_ref().is_some_and(|record| record.summary.deleted);
        Ok((target, (readonly, deleted, conflicts)))
    });
    shown(found, move |(target, state)| match target {
        Some((target, fields)) => opened(app, target, &fields, state),
        None => not_found(),
    })
}

fn opened(
    app: App,
    target: Target,
    fields: &Fields,
    (readonly, deleted, conflicts): (bool, bool, usize),
) -> View {
    let rec = target.rec;
    let draft = TemplateDraft::read(fields);
    // What is written in one language alone is written on in that one.
    let lang = app.lang_now();
    let is_other = draft.text("title", lang).is_empty() && !draft.shown("title", lang).is_empty();
    let lang = if is_other { lang.other() } else { lang };
    let form = Form::open(app, target, draft.clone(), draft);
    let editor = Editor {
        app,
        form,
        rec,
        lang: RwSignal::new(lang),
        open: RwSignal::default(),
        part: RwSignal::default(),
        adding: RwSignal::default(),
        shows: RwSignal::default(),
        place: StoredValue::new(0.0),
        attempt: RwSignal::new(0),
        drag: RwSignal::default(),
        over: RwSignal::default(),
        problems: memo(move || form.with(|draft| problems::found(app, draft))),
        version: memo(move || {
            let newest = form.with(TemplateDraft::newest);
            newest.map_or(0, |newest| u64::from(newest.version))
        }),
        has_news: memo(move || form.with(TemplateDraft::has_news)),
        order: memo(move || form.with(TemplateDraft::items)),
        ends: memo(move || form.with(TemplateDraft::ends)),
        said: RwSignal::default(),
    };
    let show = move || {
        let shows = editor.shows.get();
        if shows.is_empty() {
            editor.page(readonly, deleted, conflicts)
        } else {
            preview::preview(editor, &shows)
        }
    };
    show.view()
}

impl Editor {
    fn page(self, readonly: bool, deleted: bool, conflicts: usize) -> View {
        let Self { app, form, .. } = self;
        let state = el("div")
            .class("row")
            .child(saving_line(app, form.status))
            .child(versions::state(self))
            .child(readonly.then(|| badge(BadgeKind::ReadOnly, say!(app, badge.read_only))));
        let disputed = (conflicts > 0).then(|| {
            Notice::new(NoticeKind::Warning, say!(app, conflict.notice))
                .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
        });
        let edited = el("fieldset")
            .class("plain editor stack-loose stack")
            .attr("disabled", readonly)
            .child(self.head())
            .child(questions::questions(self));
        let content = el("div")
            .class("form editor-page")
            .child(deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
            .child(disputed)
            .child((!readonly).then(|| problems::list(self)))
            .child(edited)
            .child(
                el("p")
                    .class("visually-hidden")
                    .attr("role", "status")
                    .child(move || self.said.get()),
            )
            .child(versions::versions(self))
            .child((!readonly).then(|| versions::remove(self)))
            .child(action_bar(versions::publish(self, readonly)));
        Page::new(words(move || form.with(|draft| titles::template(app, draft))))
            .back("/skemaer", say!(app, editor.back))
            .state(state)
            .child(content)
            .view()
    }

    /// What it is called; folded away, when to choose it and the language that is written in.
    fn head(self) -> El {
        let Self { app, lang, .. } = self;
        // Each language is named in itself.
        let langs = vec![Choice::new("da", "Dansk"), Choice::new("en", "English")];
        let choose = move |chosen: Option<String>| {
            lang.set(if chosen.as_deref() == Some("en") { Lang::En } else { Lang::Da });
        };
        let ask_lang =
            Field::new(say!(app, editor.lang)).hint(say!(app, editor.lang_hint)).segments(
                Signal::stored(langs),
                memo(move || Some(lang.get().tag().to_owned())),
                choose,
            );
        let content = app.content();
        let kinds = InitiativeKind::ALL.into_iter().filter_map(|kind| content.kind(kind));
        let kinds: Vec<Choice> = kinds
            .map(|kind| Choice::new(kind.id.clone(), words::localized(kind.title.clone())))
            .collect();
        let more = el("div")
            .class("stack-loose stack")
            .child(ask_lang)
            .child(self.maybe_area(say!(app, editor.description), "description"))
            .child(
                Field::new(say!(app, editor.kinds))
                    .hint(say!(app, editor.kinds_hint))
                    .optional(say!(app, form.optional))
                    .checks(Signal::stored(kinds), self.set_of("kinds"), self.toggle("kinds")),
            )
            .child(self.number(
                say!(app, editor.minutes),
                "lessonMinutes",
                None,
                say!(app, editor.minutes_unit),
            ));
        let fold = el("details")
            .class("fold editor-fold")
            .child(el("summary").child(say!(app, editor.about)))
            .child(more);
        el("div").class("stack").child(self.line(say!(app, editor.title), "title")).child(fold)
    }
}
