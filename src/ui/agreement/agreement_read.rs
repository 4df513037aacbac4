//! The agreement as people read it, on the screen and on one sheet of paper.

use super::agreement_after::{after, erasing};
use super::agreement_consent::{consents, signatures};
use super::opened::OpenedAgreement;
use crate::app::agreement::is_observed;
use crate::domain::agreement::{Agreement, Stage, Term};
use crate::domain::record::Kind;
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Calendared, calendar_file, put_away_button, status_line};
use crate::ui::words::{self, day_and_time, known_by, stage_badge, who_sees};

/// The page. `edits` is put up when the agreement is to be changed.
pub fn read_page(
    app: App,
    form: Form<Agreement>,
    seen: &OpenedAgreement,
    edits: RwSignal<bool>,
) -> View {
    let rec = seen.target.rec;
    let observed = is_observed(&seen.observations);
    let stage = memo(move || form.with(|it| it.stage(observed) as u8));
    let state = move || form.with(|it| stage_badge(app, it.stage(observed), it.waits_for()));
    let state = el("div")
        .class("row no-print")
        .child(status_line(form.status.into(), say!(app, form.saving), words(String::new)))
        .child(state)
        .child(seen.readonly.then(|| badge(BadgeKind::ReadOnly, say!(app, badge.read_only))));
    let edit = move || {
        edits.set(true);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    };
    // The browser asks which printer, and whether.
    let print = || drop(window().print());
    let (readonly, deleted) = (seen.readonly, seen.deleted);
    let change = (!readonly).then(|| {
        let text = el("p").class("soft small").child(say!(app, agreement.edit_text));
        (Button::new(say!(app, agreement.edit), edit).icon(IconName::Edit), text)
    });
    let remove = (!readonly && !deleted).then(|| remove(app, form, rec));
    let last = el("div").class("stack no-print").child(change).child(
        el("div")
            .class("row")
            .child(Button::new(say!(app, agreement.print), print).icon(IconName::Note))
            .child(history_link(app, Kind::Agreement.word(), rec))
            .child(remove),
    );
    let content = el("div")
        .class("stack-loose stack")
        .child(deleted.then(|| Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))))
        .child((seen.conflicts > 0).then(|| {
            Notice::new(NoticeKind::Warning, say!(app, conflict.notice))
                .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
        }))
        .child(erasing(app, form, seen))
        .child(next_step(app, form, seen, stage))
        .child(after(app, form, seen))
        .child(sheet(app, form))
        .child((!readonly).then(|| consents(app, form)))
        .child((!readonly && !deleted).then(|| {
            let file = calendar_file(app, Calendared::Agreement(form, rec));
            el("div").class("no-print").child(file)
        }))
        .child(last);
    let back = match &seen.initiative {
        Some((rec, _)) => format!("/indsatser/{rec}"),
        None => "/".to_owned(),
    };
    Page::new(say!(app, title.agreement))
        .back(back, say!(app, form.back))
        .state(state)
        .child(content)
        .view()
}

/// What is next: to observe, to talk. The agreement says when.
fn next_step(app: App, form: Form<Agreement>, seen: &OpenedAgreement, stage: Signal<u8>) -> El {
    let rec = seen.target.rec;
    let of = seen.initiative.as_ref().map(|(of, _)| format!("&indsats={of}")).unwrap_or_default();
    let begun = seen.observations.first().map(|summary| summary.rec);
    let may_go_on = !seen.readonly && !seen.deleted;
    let buttons = move || {
        let stage = stage.get();
        let kind =
            |is_next: bool| if is_next { ButtonKind::Primary } else { ButtonKind::Secondary };
        let observation = match begun {
            Some(begun) => LinkButton::new(
                format!("/observationer/{begun}"),
                say!(app, agreement.open_observation),
            )
            .kind(kind(stage < Stage::Observed as u8)),
            None => LinkButton::new(
                format!("/observationer/ny?aftale={rec}{of}"),
                say!(app, agreement.start),
            )
            .kind(kind(stage == Stage::Agreed as u8)),
        };
        let talk_kind = match stage {
            before if before < Stage::Observed as u8 => ButtonKind::Quiet,
            at => kind(at == Stage::Observed as u8),
        };
        let talk = LinkButton::new(format!("/aftaler/{rec}/samtale"), say!(app, agreement.talk))
            .kind(talk_kind)
            .icon(IconName::People);
        (observation.icon(IconName::Observation), talk)
    };
    let known = words(move || form.with(|it| known_by(app, it)));
    el("div")
        .class("stack no-print")
        .child(el("p").class("lead").child(known))
        .child(may_go_on.then(|| el("div").class("row").child(buttons)))
}

/// What was agreed, part by part; what was left open is left out.
fn sheet(app: App, form: Form<Agreement>) -> View {
    let sheet = move || {
        let content = app.content();
        let guide = &content.feedback;
        form.with(|it| {
            let parts = [
                ("fa-parter", facts_of_parties(app, it)),
                ("fa-fagligt-fokus", terms(app, it, &[Term::Focus, Term::Goal])),
                ("fa-didaktik", facts_of_lesson(app, it)),
                ("fa-roller", terms(app, it, &[Term::Roles, Term::Seat, Term::PupilsTold])),
                ("fa-elever", facts_of_pupils(app, it)),
                ("fa-hvad-observeres", facts_of_form(app, it)),
                ("fa-rammer", facts_of_times(app, it)),
                ("fa-fremad", facts_of_questions(app, it)),
                ("fa-fortrolighed", facts_of_notes(app, it)),
                ("fa-opfoelgning", facts_of_follow_up(app, it)),
            ];
            let letters = parts.iter().flat_map(|(_, facts)| facts);
            let letters: usize = letters.map(|(_, value)| value.chars().count()).sum();
            let parts = parts.into_iter().filter(|(_, facts)| !facts.is_empty());
            let parts = parts.map(|(section, facts)| {
                let facts = facts.into_iter().map(|(term, value)| {
                    el("div")
                        .class("fact")
                        .child(el("dt").child(term))
                        .child(el("dd").class("as-written").child(value))
                });
                el("section")
                    .class("agreement-part")
                    .child(el("h3").child(guide.section(section).get(app.lang()).to_owned()))
                    .child(el("dl").class("facts").child(facts.collect::<Vec<_>>()))
            });
            el("article")
                .class(if letters > ROOMY { "agreement agreement-full" } else { "agreement" })
                .attr("aria-labelledby", "agreement")
                .child(el("h2").id("agreement").attr("tabindex", "-1").child(known_by(app, it)))
                .child(el("div").class("agreement-parts").child(parts.collect::<Vec<_>>()))
                .child(
                    el("p")
                        .class("agreement-promise")
                        .child(guide.promise.get(app.lang()).to_owned()),
                )
                .child(signatures(app, it))
        })
    };
    sheet.view()
}

/// With more letters than this the paper has no room to spare.
const ROOMY: usize = 1_500;

type Facts = Vec<(String, String)>;

/// Answers as they were written, or by the name of what was chosen.
fn terms(app: App, it: &Agreement, of: &[Term]) -> Facts {
    let content = app.content();
    let said = of.iter().filter_map(|term| {
        let answer = it.term(*term);
        let question = content.feedback.field(term.id());
        let answer = match question.options.is_empty() {
            true => answer.trim().to_owned(),
            false if answer.is_empty() => answer,
            false => question.answer(&answer).get(app.lang()).to_owned(),
        };
        (!answer.is_empty()).then(|| (question.text.get(app.lang()).to_owned(), answer))
    });
    said.collect()
}

/// A question of the guide with an answer, where there is one.
fn fact(app: App, id: &str, answer: Option<String>) -> Facts {
    let answer = answer.filter(|answer| !answer.trim().is_empty());
    let question = app.content().feedback.field(id).text;
    answer.map(|answer| (question.get(app.lang()).to_owned(), answer)).into_iter().collect()
}

fn facts_of_parties(app: App, it: &Agreement) -> Facts {
    use crate::domain::agreement::Side;
    let side = |side| Some(words::joined(app, &it.side(side)));
    let mut facts = fact(app, "fa-observerede", side(Side::Observed));
    facts.extend(fact(app, "fa-observator", side(Side::Observer)));
    facts.extend(terms(app, it, &[Term::ObserverRole]));
    let lesson = [it.class(), it.term(Term::Place)];
    let lesson = lesson.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    let lesson = lesson.collect::<Vec<_>>().join(", ");
    facts.extend((!lesson.is_empty()).then(|| (now!(app, observation.lesson), lesson)));
    facts
}

fn facts_of_lesson(app: App, it: &Agreement) -> Facts {
    let mut facts = terms(app, it, &[Term::Structure]);
    let content = app.content();
    let chosen = it.term(Term::Model);
    let model = content.co_teaching.iter().find(|model| model.id == chosen);
    let model = model.map(|model| model.title.get(app.lang()).to_owned());
    facts.extend(fact(app, Term::Model.id(), model.or(Some(chosen))));
    facts
}

fn facts_of_pupils(app: App, it: &Agreement) -> Facts {
    let mut facts = fact(app, "fa-fokuselever", Some(it.pupils().join(", ")));
    if !it.pupils().is_empty() {
        facts.extend(terms(app, it, &[Term::AboutPupils]));
    }
    facts
}

fn facts_of_form(app: App, it: &Agreement) -> Facts {
    let content = app.content();
    let form = it.template().and_then(|form| content.template(&form));
    let form = form.map(|form| form.title.get(app.lang()).to_owned());
    let mut facts = fact(app, "fa-skabelon", form);
    facts.extend(terms(app, it, &[Term::LookFor, Term::LeaveOut]));
    facts
}

fn facts_of_times(app: App, it: &Agreement) -> Facts {
    let whole = |when: Option<String>, rest: [String; 2]| {
        let parts = when.into_iter().chain(rest).filter(|part| !part.trim().is_empty());
        parts.collect::<Vec<_>>().join(", ")
    };
    let lasts = |minutes: String| {
        if minutes.is_empty() { minutes } else { now!(app, agreement.lasts, n = minutes) }
    };
    let observed = it.day().map(|day| day_and_time(app, day, it.begins()));
    let talk = it.talk_day().map(|day| day_and_time(app, day, it.talk_begins()));
    let facts = [
        (
            now!(app, agreement.observation_at),
            whole(observed, [lasts(it.minutes()), String::new()]),
        ),
        (
            now!(app, agreement.talk_at),
            whole(talk, [it.term(Term::TalkPlace), lasts(it.talk_minutes())]),
        ),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn facts_of_questions(app: App, it: &Agreement) -> Facts {
    let questions = questions(app, it);
    let lines = questions.iter().map(|question| format!("– {question}"));
    fact(app, "fa-spoergsmaal", Some(lines.collect::<Vec<_>>().join("\n")))
}

/// The questions to talk from, the guide's and their own.
pub fn questions(app: App, it: &Agreement) -> Vec<String> {
    let content = app.content();
    let picked = it.questions();
    let picked = content.feedback.questions.iter().filter(|question| picked.contains(&question.id));
    let mut all: Vec<String> =
        picked.map(|question| question.label.get(app.lang()).to_owned()).collect();
    let own = it.term(Term::OwnQuestion).trim().to_owned();
    all.extend(Some(own).filter(|own| !own.is_empty()));
    all
}

fn facts_of_notes(app: App, it: &Agreement) -> Facts {
    let question = app.content().feedback.field(Term::SeenBy.id()).text;
    let seen = who_sees(app, it);
    let mut facts = Facts::new();
    facts.extend((!seen.is_empty()).then(|| (question.get(app.lang()).to_owned(), seen)));
    facts.extend(terms(app, it, &[Term::Use, Term::Erase]));
    facts
}

fn facts_of_follow_up(app: App, it: &Agreement) -> Facts {
    let day = it.agreed_follow_up().map(|day| format::day(app.lang(), day));
    fact(app, "fa-opfoelgning-dato", day)
}

/// Puts the agreement in the trash; undo brings it back.
fn remove(app: App, form: Form<Agreement>, rec: RecordId) -> Button {
    let said = |app: App| text!(app, agreement.removed);
    let to = move || {
        let to = form.value.with_untracked(Agreement::initiative);
        to.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}"))
    };
    put_away_button(app, rec, say!(app, agreement.remove), said, form.sealing(), to)
}
