//! Under the answer to a working question: what it can become with one tap, and what it has become.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::app::store::Standing;
use crate::domain::initiative::Initiative;
use crate::domain::initiative::answers::{Becomes, becomes};
use crate::domain::record::fields::ANSWER;
use crate::domain::record::{Fields, Kind};
use crate::ledger::RecordId;
use crate::ui::initiative::expectation_evidence::Known;
use crate::ui::initiative::goal_records::Records;
use crate::ui::kit::prelude::*;
use crate::ui::kit::read;
use crate::ui::shell::{READINESS, open_part};
use crate::ui::words::{step_words, titles};

/// Where what is made of an answer belongs.
#[derive(Clone, Copy)]
pub struct Ways {
    /// The initiative.
    pub rec: RecordId,
    /// The part of the page that is open.
    pub part: RwSignal<String>,
    /// What belongs to it: among that what has been made already and is a record of its own.
    pub known: Known,
}

/// What is asked of one question's answer.
#[derive(Clone, Copy)]
struct Use {
    app: App,
    form: Form<Initiative>,
    question: &'static str,
    what: Becomes,
}

/// What the answer to a question can become; nothing while there is none.
pub(super) fn uses(
    app: App,
    form: Form<Initiative>,
    ways: Ways,
    question: &'static str,
) -> Option<View> {
    let all = becomes(question);
    if all.is_empty() {
        return None;
    }
    let is_answered = read(form, move |it| !it.latest_answer(question).is_empty());
    let all = move || {
        let uses = all.iter().map(|what| one(Use { app, form, question, what: *what }, ways));
        el("div").class("row").child(uses.collect::<Vec<_>>())
    };
    Some(show(move || is_answered.get(), all))
}

fn one(of: Use, ways: Ways) -> View {
    let (rec, part) = (ways.rec, ways.part);
    match of.what {
        Becomes::Challenge | Becomes::Purpose => replacing(of, rec),
        Becomes::Goal => goal(of, rec),
        Becomes::Point => point(of, part),
        Becomes::Support => support(of, rec, part),
        Becomes::Measurement => {
            let label = (say!(of.app, answers.make_measurement), "/maalinger");
            elsewhere(of, ways, Kind::Measurement, label, IconName::Tally)
        }
        Becomes::Meeting(_) => {
            let label = (say!(of.app, answers.make_meeting), "/moeder");
            elsewhere(of, ways, Kind::Meeting, label, IconName::Calendar)
        }
    }
}

impl Use {
    /// Makes it, and says so with its way back.
    fn make(self, id: &str) {
        let Self { app, form, question, what } = self;
        let mut before = Vec::new();
        form.edit(|it| before = it.make_of_answer(question, what, id));
        let undo = form.amend_later(move |it: &mut Initiative| it.restore(&before));
        app.toasts.say_with_undo(text!(app, answers.made), text!(app, form.undo), undo);
    }

    /// What has come of it, followed.
    fn came(self) -> Signal<Option<String>> {
        let Self { form, question, what, .. } = self;
        read(form, move |it| it.came_of(question, what))
    }
}

/// A button that makes something, and in its place what was made.
fn made_or(
    came: Signal<Option<String>>,
    made: impl Fn(String) -> View + 'static,
    make: impl Fn() -> View + 'static,
) -> View {
    let content = move || match came.get() {
        Some(id) => made(id),
        None => make(),
    };
    content.view()
}

/// A button that makes something of the answer.
fn make_button(label: Words, make: impl Fn() + 'static, icon: IconName) -> Button {
    Button::new(label, make).kind(ButtonKind::Quiet).icon(icon)
}

fn seen(href: String, label: impl Into<Words>) -> View {
    LinkButton::new(href, label).kind(ButtonKind::Quiet).icon(IconName::Check).view()
}

/// The challenge or the purpose: what stands there is shown before it is replaced.
fn replacing(of: Use, rec: RecordId) -> View {
    let Use { app, form, question, what } = of;
    let (make, done, stands) = match what {
        Becomes::Challenge => (
            say!(app, answers.make_challenge),
            say!(app, answers.is_challenge),
            say!(app, answers.stands_challenge),
        ),
        _ => (
            say!(app, answers.make_purpose),
            say!(app, answers.is_purpose),
            say!(app, answers.stands_purpose),
        ),
    };
    let lost = read(form, move |it| it.would_replace(question, what));
    let asks = RwSignal::new(false);
    let press = move || {
        if lost.with_untracked(String::is_empty) {
            of.make("");
        } else {
            asks.set(true);
            request_animation_frame(move || {
                focus_field(&format!("replace-{question}"));
            });
        }
    };
    let ask = move || {
        let replace = move || {
            asks.set(false);
            of.make("");
        };
        let replace =
            Button::new(say!(app, answers.replace), replace).id(format!("replace-{question}"));
        let keep = Button::new(say!(app, answers.keep), move || asks.set(false));
        Notice::new(NoticeKind::Info, stands)
            .child((
                el("p").class("as-written").child(move || lost.get()),
                el("p").child(say!(app, answers.replaces)),
            ))
            .actions((replace, keep.kind(ButtonKind::Quiet)))
    };
    let make = move || {
        let make = make_button(make, press, IconName::Forward);
        (make, show(move || asks.get() && !lost.with(String::is_empty), ask)).view()
    };
    made_or(of.came(), move |_| seen(format!("/indsatser/{rec}"), done), make)
}

fn goal(of: Use, rec: RecordId) -> View {
    let app = of.app;
    let make = to_new(of, format!("/indsatser/{rec}/delmaal/nyt?svar={}", of.question));
    let button =
        move || make_button(say!(app, answers.make_goal), make.clone(), IconName::Add).view();
    let done = move |id| seen(format!("/indsatser/{rec}/delmaal/{id}"), say!(app, answers.is_goal));
    made_or(of.came(), done, button)
}

/// The measurement or meeting that has come of the answer to a question.
fn came_of(records: &Records, kind: Kind, question: &str) -> Option<Standing> {
    let came = |fields: &Fields| fields.text(ANSWER) == question;
    if kind == Kind::Measurement {
        return records.measured.iter().find(|(_, fields)| came(fields)).cloned();
    }
    let found = records.plan.items.iter().find(|it| it.kind == kind && came(&it.fields))?;
    Some((found.rec, found.fields.clone()))
}

/// A measurement or a meeting: a record of its own, found by the mark it carries.
fn elsewhere(
    of: Use,
    ways: Ways,
    kind: Kind,
    (label, place): (Words, &'static str),
    icon: IconName,
) -> View {
    let app = of.app;
    let found = ways.known.with_value(|it| came_of(it.as_ref()?, kind, of.question));
    if let Some((rec, fields)) = found {
        let what = move || titles::record(app, kind.word(), &fields);
        let said = words(move || match kind {
            Kind::Measurement => now!(app, answers.is_measurement, what = what()),
            _ => now!(app, answers.is_meeting, what = what()),
        });
        return seen(format!("{place}/{rec}"), said);
    }
    let address = format!("{place}/ny?indsats={}&svar={}", ways.rec, of.question);
    make_button(label, to_new(of, address), icon).view()
}

/// Leads to something new that begins with the answer, once the answer is stored.
fn to_new(of: Use, address: String) -> impl Fn() + Clone + 'static {
    let go = StoredValue::new_local(use_navigate());
    move || {
        let address = address.clone();
        spawn_local(async move {
            if of.form.seal().await
                && let Some(go) = go.try_get_value()
            {
                go(&address, Default::default());
            }
        });
    }
}

/// What is in another part of the same page.
fn seen_here(part: RwSignal<String>, label: Words) -> View {
    let open = move || open_part(part, READINESS);
    Button::new(label, open).kind(ButtonKind::Quiet).icon(IconName::Check).view()
}

fn point(of: Use, part: RwSignal<String>) -> View {
    let app = of.app;
    let make = move || {
        let make = move || of.make(&app.store().new_part());
        make_button(say!(app, answers.make_point), make, IconName::Forward).view()
    };
    made_or(of.came(), move |_| seen_here(part, say!(app, answers.is_point)), make)
}

/// One button for each of the team: whoever needs it asks.
fn support(of: Use, rec: RecordId, part: RwSignal<String>) -> View {
    let Use { app, form, .. } = of;
    let name = move |member: &str| {
        let mut people = form.with(Initiative::people).into_iter();
        people
            .find(|it| it.id == member)
            .map(|it| step_words::person_name(app, &it))
            .unwrap_or_default()
    };
    let make = move || {
        let team = memo(move || {
            let people = form.with(Initiative::people).into_iter().filter(|it| !it.gone);
            people.map(|it| it.id).collect::<Vec<String>>()
        });
        let ask = move |member: String| {
            let (named, asking) = (member.clone(), member);
            let label = words(move || now!(app, answers.make_support, who = name(&named)));
            el("span").child(make_button(label, move || of.make(&asking), IconName::People))
        };
        let nobody = move || {
            LinkButton::new(format!("/indsatser/{rec}/ret"), say!(app, prep.add_team))
                .kind(ButtonKind::Quiet)
        };
        let all = each(move || team.get(), String::clone, ask);
        (all, show(move || team.with(Vec::is_empty), nobody)).view()
    };
    let done = move |member: String| {
        seen_here(part, words(move || now!(app, answers.is_support, who = name(&member))))
    };
    made_or(of.came(), done, make)
}
