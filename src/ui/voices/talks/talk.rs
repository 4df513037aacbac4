//! One talk with pupils: by which guide, with whom, and keywords to each question.

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::notes::questions;
use crate::app::store::{Clock as _, Target};
use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::domain::record::{Fields, Kind, Record as _, pupil_codes};
use crate::domain::voices::{PupilTalk, talk_guide, talk_guides};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::put_away_button;
use crate::ui::words::{localized, titles};

/// The talk, where it is known, and the initiative.
type Found = (Option<(Target, Fields)>, Option<Fields>);

/// The page of a talk, new or old.
pub fn talk(rec: RecordId) -> View {
    let app = use_app();
    let (new, initiative) = use_query_map().with_untracked(|query| {
        let initiative = query.get("indsats").and_then(|rec| rec.parse::<RecordId>().ok());
        (query.get("ny").is_some(), initiative)
    });
    let found = use_stored_once(move |store| async move {
        store.edit_in(rec, Kind::PupilTalk, initiative).await
    });
    shown(found, move |(known, fields): Found| {
        let is_known = known.is_some();
        let of = fields.as_ref().map(Initiative::read).unwrap_or_default();
        match Form::stored_or(app, rec, known, new.then(|| begun(initiative, &of))) {
            Some(form) => page(app, (rec, is_known), form),
            None => not_found(),
        }
    })
}

/// What a new talk begins with.
fn begun(initiative: Option<RecordId>, of: &Initiative) -> PupilTalk {
    let mut begun = PupilTalk::default();
    begun.set_initiative(initiative);
    begun.set_example(of.example());
    begun.set_class(of.class().trim());
    begun.set_day(Some(BrowserClock.today()));
    begun
}

fn page(app: App, (rec, is_known): (RecordId, bool), form: Form<PupilTalk>) -> View {
    let of = form.value.with_untracked(PupilTalk::initiative);
    let back = of.map_or_else(|| "/indsatser".to_owned(), |rec| format!("/indsatser/{rec}"));
    let away = back.clone();
    let said = |app: App| text!(app, talks.removed);
    let label = say!(app, talks.remove);
    let remove = put_away_button(app, rec, label, said, form.sealing(), move || away.clone());
    let history = is_known.then(|| history_link(app, Kind::PupilTalk.word(), rec)).flatten();
    let beside = of.map(|of| {
        let address = format!("/indsatser/{of}/elevsamtaler");
        LinkButton::new(address, say!(app, talks.beside)).icon(IconName::Eye)
    });
    let guide = memo(move || form.with(|it| it.guide().map(|guide| guide.id.as_str())));
    let go = StoredValue::new_local(use_navigate());
    let home = back.clone();
    let done = move || {
        let home = home.clone();
        spawn_local(async move {
            if form.seal().await
                && let Some(go) = go.try_get_value()
            {
                go(&home, Default::default());
            }
        });
    };
    let done =
        Button::new(say!(app, form.done), done).kind(ButtonKind::Primary).icon(IconName::Check);
    let talked = move || guide.get().and_then(talk_guide).map(|it| questions(app, form, it));
    let content = el("div")
        .class("form")
        .child(whom(app, form))
        .child(talked)
        .child(el("div").class("row").child(beside).child(guide_link("elever")))
        .child(el("div").class("row row-end").child(history).child(remove))
        .child(action_bar(done));
    Page::new(words(move || form.with(|it| titles::pupil_talk(app, it))))
        .back(back, say!(app, talks.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// By which guide, when, and with whom. The guide is chosen until something is written.
fn whom(app: App, form: Form<PupilTalk>) -> El {
    let held = memo(move || form.with(PupilTalk::is_held));
    let guides = move || {
        let all = talk_guides().iter().map(|it| {
            let minutes = it.minutes;
            let about = words(move || now!(app, talks.minutes, n = minutes));
            Choice::new(it.id.clone(), localized(it.title.clone())).described(about)
        });
        Field::new(say!(app, talks.which))
            .radios(
                Signal::stored(all.collect::<Vec<_>>()),
                memo(move || form.with(|it| it.guide().map(|guide| guide.id.clone()))),
                move |chosen: Option<String>| {
                    form.edit(|it| {
                        it.set_guide(&chosen.unwrap_or_default());
                    });
                },
            )
            .view()
    };
    let chosen = move || {
        let guide = form.with(PupilTalk::guide)?;
        Some(el("p").class("soft").child(localized(guide.title.clone())))
    };
    let day = Field::new(say!(app, observation.day)).date(
        memo(move || form.with(|it| it.day().map(|day| day.to_string()).unwrap_or_default())),
        move |typed: String| form.edit(|it| it.set_day(iso::day(&typed))),
    );
    let class = Field::new(say!(app, field.class))
        .optional(say!(app, form.optional))
        .text(memo(move || form.with(PupilTalk::class)), move |typed| {
            form.edit(|it| it.set_class(&typed))
        });
    let typed = RwSignal::new(form.value.with_untracked(PupilTalk::pupils).join(" "));
    // A name is said at once: it is not kept, and whoever writes it should know.
    let error = Signal::derive(move || {
        let name = typed.with(|typed| pupil_codes(typed).names.into_iter().next())?;
        Some(now!(app, agreement.flaw_name, word = name))
    });
    let pupils = Field::new(say!(app, talks.pupils))
        .optional(say!(app, form.optional))
        .hint(say!(app, talks.pupils_hint))
        .error(error)
        .text(typed, move |text: String| {
            form.edit(|it| it.set_pupils(&text));
            typed.set(text);
        })
        .max_length(60);
    let count = move || {
        Field::new(say!(app, talks.how_many))
            .optional(say!(app, form.optional))
            .number(false, memo(move || form.with(PupilTalk::count_text)), move |typed: String| {
                form.edit(|it| it.set_count_text(&typed));
            })
            .max_length(2)
            .view()
    };
    let by_codes = memo(move || form.with(|it| !it.pupils().is_empty()));
    section("talk-whom", say!(app, talks.whom))
        .child(show(move || !held.get(), guides))
        .child(show(move || held.get(), move || chosen))
        .child(el("div").class("grid-fields grid").child(day).child(class))
        .child(pupils)
        .child(show(move || !by_codes.get(), count))
}
