//! One loan: who has what, since when, when it came back, and the talks about it.

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::app::store::{Clock as _, Target};
use crate::domain::calendar::iso;
use crate::domain::initiative::{Initiative, Loan, LoanFlaw};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{is_new, put_away_button, take_away};
use crate::ui::words::titles;

/// The loan, where it is known, and its initiative.
type Found = (Option<(Target, Fields)>, Option<Fields>);

/// The page of a loan, new or old.
pub fn loan(rec: RecordId) -> View {
    let app = use_app();
    let new = is_new();
    let (asked, pupil) = use_query_map().with_untracked(|query| {
        let initiative = query.get("indsats").and_then(|rec| rec.parse::<RecordId>().ok());
        (initiative, query.get("elev").unwrap_or_default())
    });
    let found =
        use_stored_once(move |store| async move { store.edit_in(rec, Kind::Loan, asked).await });
    shown(found, move |(known, fields): Found| {
        let is_known = known.is_some();
        let begun = new.then(|| {
            let mut begun = Loan::default();
            begun.set_initiative(asked);
            begun.set_pupil(&pupil);
            begun.set_day(Some(BrowserClock.today()));
            begun
        });
        let pupils = fields.map(|it| Initiative::read(&it).pupils()).unwrap_or_default();
        match Form::stored_or(app, rec, known, begun) {
            Some(form) => page(app, (rec, is_known), form, pupils),
            None => not_found(),
        }
    })
}

/// The id of the field where something is wrong.
const fn id_of(flaw: LoanFlaw) -> &'static str {
    match flaw {
        LoanFlaw::Pupil => "loan-pupil",
        LoanFlaw::Title => "loan-title",
        LoanFlaw::Backwards => "loan-back",
    }
}

fn sentence(app: App, flaw: LoanFlaw) -> String {
    match flaw {
        LoanFlaw::Pupil => now!(app, loans.flaw_pupil),
        LoanFlaw::Title => now!(app, loans.flaw_title),
        LoanFlaw::Backwards => now!(app, loans.flaw_backwards),
    }
}

fn page(
    app: App,
    (rec, is_known): (RecordId, bool),
    form: Form<Loan>,
    pupils: Vec<String>,
) -> View {
    let attempt = RwSignal::new(0);
    let back = form.value.with_untracked(Loan::initiative);
    let back =
        back.map_or_else(|| "/indsatser".to_owned(), |rec| format!("/indsatser/{rec}/boeger"));
    let flaws = memo(move || form.with(Loan::flaws));
    // What is only missing is not said before the person is done.
    let said = move || {
        let mut found = flaws.get();
        found.retain(|flaw| attempt.get() > 0 || *flaw == LoanFlaw::Backwards);
        found
    };
    let errors = move || {
        let found = if attempt.get() == 0 { Vec::new() } else { flaws.get() };
        found.into_iter().map(|flaw| FieldError::new(id_of(flaw), sentence(app, flaw))).collect()
    };
    let error = move |flaw: LoanFlaw| {
        Signal::derive(move || said().contains(&flaw).then(|| sentence(app, flaw)))
    };
    let go = StoredValue::new_local(use_navigate());
    let there = back.clone();
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if !flaws.with_untracked(Vec::is_empty) {
            return;
        }
        let there = there.clone();
        spawn_local(async move {
            if form.seal().await
                && let Some(go) = go.try_get_value()
            {
                go(&there, Default::default());
            }
        });
    };
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let codes = memo(move || {
        let mine = form.with(Loan::pupil);
        let is_off_list = !mine.is_empty() && !pupils.contains(&mine);
        pupils.iter().cloned().chain(is_off_list.then_some(mine)).collect::<Vec<String>>()
    });
    let choices = Signal::derive(move || {
        codes.get().into_iter().map(|code| Choice::new(code.clone(), code)).collect::<Vec<_>>()
    });
    let pupil = Field::new(say!(app, loans.pupil))
        .id(id_of(LoanFlaw::Pupil))
        .error(error(LoanFlaw::Pupil))
        .select(choices, memo(move || form.with(Loan::pupil)), move |code: String| {
            form.edit(|it| it.set_pupil(&code));
        })
        .empty_label(say!(app, loans.choose_pupil));
    let title = Field::new(say!(app, loans.book))
        .id(id_of(LoanFlaw::Title))
        .hint(say!(app, loans.book_hint))
        .error(error(LoanFlaw::Title))
        .area(memo(move || form.with(Loan::title)), move |title: String| {
            form.edit(|it| it.set_title(&title));
        })
        .max_length(300)
        .short();
    let away = back.clone();
    let gone = |app: App| text!(app, loans.removed);
    let label = say!(app, loans.remove);
    let remove = put_away_button(app, rec, label, gone, form.sealing(), move || away.clone());
    let history = is_known.then(|| history_link(app, Kind::Loan.word(), rec)).flatten();
    let content = el("div")
        .class("form")
        .child(error_summary(say!(app, loans.not_done), Signal::derive(errors), attempt.into()))
        .child(pupil)
        .child(title)
        .child(days(app, form, error(LoanFlaw::Backwards)))
        .child(talks(app, form))
        .child(el("div").class("row row-end").child(history).child(remove))
        .child(action_bar(done));
    Page::new(words(move || form.with(|it| titles::loan(app, it))))
        .back(back, say!(app, loans.to_all))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// Since when, and when it came back.
fn days(app: App, form: Form<Loan>, error: Signal<Option<String>>) -> El {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let is_out = move || form.with(|it| it.back().is_none());
    let today = move || form.edit(|it| it.set_back(Some(BrowserClock.today())));
    let now = move || {
        let now = Button::new(say!(app, loans.back_today), today).icon(IconName::Check);
        el("div").class("row").child(now)
    };
    el("div")
        .class("stack")
        .child(
            el("div")
                .class("grid-fields grid")
                .child(
                    Field::new(say!(app, loans.since))
                        .date(memo(move || form.with(|it| day(it.day()))), move |on: String| {
                            form.edit(|it| it.set_day(iso::day(&on)))
                        }),
                )
                .child(
                    Field::new(say!(app, loans.back))
                        .id(id_of(LoanFlaw::Backwards))
                        .optional(say!(app, form.optional))
                        .error(error)
                        .date(memo(move || form.with(|it| day(it.back()))), move |on: String| {
                            form.edit(|it| it.set_back(iso::day(&on)))
                        }),
                ),
        )
        .child(show(is_out, now))
}

/// The talks about the book, each with its day and what was said.
fn talks(app: App, form: Form<Loan>) -> El {
    let ids = memo(move || form.with(Loan::talks));
    let add = move || {
        let id = app.store().new_part();
        form.edit(|it| it.add_talk(&id, BrowserClock.today()));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&format!("talk-{id}"));
        });
    };
    section("loan-talks", say!(app, loans.talks))
        .child(soft(say!(app, loans.talks_text)))
        .child(each(move || ids.get(), String::clone, move |id| talk(app, form, ids, id)))
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, loans.add_talk), add).icon(IconName::Add)),
        )
}

fn talk(app: App, form: Form<Loan>, ids: Signal<Vec<String>>, id: String) -> El {
    let mine = StoredValue::new(id.clone());
    let place = memo(move || {
        let at = ids.with(|ids| ids.iter().position(|known| mine.with_value(|id| known == id)));
        at.map_or(1, |at| at + 1)
    });
    let name = say!(app, loans.talk_n, n = place.get());
    let day = memo(move || {
        let day = form.with(|it| mine.with_value(|id| it.talk_day(id)));
        day.map(|day| day.to_string()).unwrap_or_default()
    });
    let said = memo(move || form.with(|it| mine.with_value(|id| it.talk_text(id))));
    let remove = move || {
        let take = |it: &mut Loan| mine.with_value(|id| it.take_talk(id));
        take_away(app, form, text!(app, loans.talk_removed), take, Loan::put_back);
    };
    el("div")
        .class("board-note")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(
            Field::new(say!(app, loans.talk_text))
                .id(format!("talk-{id}"))
                .area(said, move |text: String| {
                    form.edit(|it| mine.with_value(|id| it.set_talk_text(id, &text)));
                })
                .max_length(500)
                .short(),
        )
        .child(
            el("div")
                .class("board-note-about")
                .child(Field::new(say!(app, loans.talk_day)).date(day, move |on: String| {
                    form.edit(|it| mine.with_value(|id| it.set_talk_day(id, iso::day(&on))));
                }))
                .child(IconButton::new(
                    IconName::Trash,
                    say!(app, loans.remove_talk, n = place.get()),
                    remove,
                )),
        )
}
