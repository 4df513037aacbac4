//! The form of an agreement, in the guide's order and in its words.

use std::rc::Rc;

use super::agreement_ask::{Ask, BEGINS, TALK_BEGINS, id_of, sentence};
use super::opened::OpenedAgreement;
use crate::domain::agreement::{Agreement, AgreementField as Flaw, MOST_QUESTIONS, Side, Term};
use crate::domain::calendar::iso;
use crate::domain::initiative::InitiativeKind;
use crate::domain::record::{initials, pupil_codes};
use crate::ui::kit::aim_or_words;
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The page of the form. `edits` is put down when the agreement is to be read.
pub fn form_page(
    app: App,
    form: Form<Agreement>,
    seen: &OpenedAgreement,
    edits: RwSignal<bool>,
) -> View {
    let attempt = RwSignal::new(0_u32);
    let errors = move || {
        let flaws = match attempt.get() {
            0 => Vec::new(),
            _ => form.with(Agreement::flaws),
        };
        flaws
            .into_iter()
            .map(|flaw| FieldError::new(id_of(flaw), form.with(|it| sentence(app, it, flaw))))
            .collect()
    };
    let finish = move || {
        attempt.update(|attempt| *attempt += 1);
        if form.value.with_untracked(|it| it.flaws().is_empty()) {
            edits.set(false);
            window().scroll_to_with_x_and_y(0.0, 0.0);
            request_animation_frame(|| {
                focus_field("agreement");
            });
        }
    };
    let ask = Ask { app, form, attempt };
    let ready = Button::new(say!(app, agreement.ready), finish)
        .kind(ButtonKind::Primary)
        .icon(IconName::Check);
    let kind = seen.initiative.as_ref().and_then(|(_, initiative)| initiative.kind());
    let aims = seen.initiative.as_ref().map(|(_, it)| it.aims()).unwrap_or_default();
    let content = el("div")
        .class("form")
        .child(el("p").class("soft").child(localized(app.content().feedback.description.clone())))
        .child(error_summary(say!(app, agreement.not_done), Signal::derive(errors), attempt.into()))
        .child((parties(ask), lesson(ask, kind, aims), looked_at(ask, kind)))
        .child((frame(ask), forward(ask), confidence(ask)))
        .child(follow_up(ask))
        .child(action_bar(ready));
    let back = match &seen.initiative {
        Some((rec, _)) => format!("/indsatser/{rec}"),
        None => "/".to_owned(),
    };
    Page::new(say!(app, title.agreement))
        .back(back, say!(app, form.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// A part of the form under the guide's heading.
fn part(ask: Ask, section: &'static str, questions: View) -> El {
    let title = ask.app.content().feedback.section(section);
    el("section")
        .class("part questions")
        .attr("aria-labelledby", section)
        .child(el("h2").id(section).child(localized(title)))
        .child(questions)
}

fn parties(ask: Ask) -> El {
    let Ask { app, form, .. } = ask;
    let people = |id: &'static str, flaw: &'static [Flaw], side: Side| {
        // What is typed is not a list of people at every key.
        let typed = RwSignal::new(form.value.with_untracked(|it| it.side(side)).join(" "));
        // Another tab or another hand may have written them.
        let stored = memo(move || form.with(|it| it.side(side)));
        Effect::new(move || {
            let stored = stored.get();
            if initials(&typed.get_untracked()) != stored {
                typed.set(stored.join(" "));
            }
        });
        ask.field(id)
            .hint(say!(app, agreement.initials_hint))
            .error(ask.error(flaw))
            .text(typed, move |text| {
                form.edit(|it| it.set_side(side, &text));
                typed.set(text);
            })
            .max_length(60)
    };
    let observed = people("fa-observerede", &[Flaw::Observed], Side::Observed);
    let observer = people("fa-observator", &[Flaw::Observer, Flaw::BothSides], Side::Observer);
    let class = ask
        .own(say!(app, field.class))
        .text(ask.read(Agreement::class), ask.write(|it, text| it.set_class(&text)))
        .max_length(40);
    let place = ask
        .own(say!(app, agreement.place))
        .hint(say!(app, agreement.place_hint))
        .text(ask.term(Term::Place), ask.set_term(Term::Place))
        .max_length(80);
    let where_it_is = el("div").class("grid-fields grid").child(class).child(place);
    let role = ask.one_of(Term::ObserverRole);
    part(ask, "fa-parter", (observed, observer, role, where_it_is).view())
}

fn lesson(ask: Ask, kind: Option<InitiativeKind>, aims: Vec<String>) -> View {
    let app = ask.app;
    let focus = ask
        .field(Term::Focus.id())
        .error(ask.error(&[Flaw::Focus]))
        .area(ask.term(Term::Focus), ask.set_term(Term::Focus))
        .max_length(500)
        .short();
    let goal = aim_or_words(
        app,
        localized(app.content().feedback.field(Term::Goal.id()).text),
        Signal::stored(aims),
        ask.term(Term::Goal),
        Rc::new(ask.set_term(Term::Goal)),
    );
    let models = app.content().co_teaching.clone();
    let together = kind.is_none_or(|kind| kind == InitiativeKind::CoTeaching);
    let model = together.then(|| {
        let choices =
            models.iter().map(|it| Choice::new(it.id.clone(), localized(it.title.clone())));
        ask.optional(Term::Model.id())
            .select(
                Signal::stored(choices.collect::<Vec<_>>()),
                ask.term(Term::Model),
                ask.set_term(Term::Model),
            )
            .empty_label(say!(app, agreement.model_none))
    });
    let chosen = ask.term(Term::Model);
    let advice = move || {
        let model = models.iter().find(|it| chosen.with(|chosen| *chosen == it.id))?;
        let roles = now!(
            app,
            agreement.roles_hint,
            a = model.role_a.get(app.lang()),
            b = model.role_b.get(app.lang())
        );
        let lines = [model.description.get(app.lang()).to_owned(), roles];
        let lines = lines.into_iter().chain([model.watch_out.get(app.lang()).to_owned()]);
        Some(el("p").class("soft small").child(lines.collect::<Vec<_>>().join(" ")))
    };
    (
        part(ask, "fa-fagligt-fokus", (focus, goal).view()),
        part(ask, "fa-didaktik", (ask.area(Term::Structure), model, advice).view()),
        part(
            ask,
            "fa-roller",
            (ask.area(Term::Roles), ask.one_of(Term::Seat), ask.area(Term::PupilsTold)).view(),
        ),
    )
        .view()
}

fn looked_at(ask: Ask, kind: Option<InitiativeKind>) -> View {
    let Ask { app, form, .. } = ask;
    let typed = RwSignal::new(form.value.with_untracked(Agreement::pupils).join(" "));
    let too_many = ask.error(&[Flaw::Pupils]);
    // A name is said at once: it is not kept, and whoever writes it should know.
    let error = Signal::derive(move || {
        let name = typed.with(|typed| pupil_codes(typed).names.into_iter().next());
        match name {
            Some(word) => Some(now!(app, agreement.flaw_name, word = word)),
            None => too_many.get(),
        }
    });
    let pupils = ask
        .optional("fa-fokuselever")
        .error(error)
        .text(typed, move |text| {
            form.edit(|it| it.set_pupils(&text));
            typed.set(text);
        })
        .max_length(60);
    let has_pupils = move || form.with(|it| !it.pupils().is_empty());
    let about = show(has_pupils, move || ask.area(Term::AboutPupils));
    let content = app.content();
    let choices = content.templates_for(kind);
    let choices = choices.map(|it| Choice::new(it.id.clone(), localized(it.title.clone())));
    let template = ask.optional("fa-skabelon").select(
        Signal::stored(choices.collect::<Vec<_>>()),
        ask.read(|it| it.template().map(|it| it.id).unwrap_or_default()),
        move |id: String| {
            let content = app.content();
            if let Some(template) = content.newest_templates().find(|it| it.id == id) {
                form.edit(|it| it.set_template(&template.reference()));
            }
        },
    );
    let look_for = ask
        .field(Term::LookFor.id())
        .error(ask.error(&[Flaw::LookFor]))
        .area(ask.term(Term::LookFor), ask.set_term(Term::LookFor))
        .max_length(500)
        .short();
    (
        part(ask, "fa-elever", (pupils, about).view()),
        part(ask, "fa-hvad-observeres", (template, look_for, ask.area(Term::LeaveOut)).view()),
    )
        .view()
}

fn frame(ask: Ask) -> El {
    let app = ask.app;
    let day_of =
        |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let day = ask.field("fa-observation-dato").error(ask.error(&[Flaw::Day])).date(
        ask.read(move |it| day_of(it.day())),
        ask.write(|it, day| it.set_day(iso::day(&day))),
    );
    let clock = |label, id, is_talk| ask.own(label).id(id).error(ask.hours(is_talk));
    let begins = clock(say!(app, agreement.begins), BEGINS, false).time(
        ask.read(|it| it.begins().map(iso::write_time).unwrap_or_default()),
        ask.write(|it, time| it.set_begins(iso::time(&time))),
    );
    let minutes = ask
        .optional("fa-observation-minutter")
        .number(false, ask.read(Agreement::minutes), ask.write(|it, text| it.set_minutes(&text)))
        .unit(say!(app, agreement.minutes))
        .max_length(3);
    let talk_day =
        ask.field("fa-feedback-dato").error(ask.error(&[Flaw::TalkDay, Flaw::TalkFirst])).date(
            ask.read(move |it| day_of(it.talk_day())),
            ask.write(|it, day| it.set_talk_day(iso::day(&day))),
        );
    let talk_begins = clock(say!(app, agreement.talk_begins), TALK_BEGINS, true).time(
        ask.read(|it| it.talk_begins().map(iso::write_time).unwrap_or_default()),
        ask.write(|it, time| it.set_talk_begins(iso::time(&time))),
    );
    let talk_minutes = ask
        .optional("fa-feedback-minutter")
        .number(
            false,
            ask.read(Agreement::talk_minutes),
            ask.write(|it, text| it.set_talk_minutes(&text)),
        )
        .unit(say!(app, agreement.minutes))
        .max_length(3);
    let grid = |content: View| el("div").class("grid-fields grid").child(content);
    part(
        ask,
        "fa-rammer",
        (
            day,
            grid((begins, minutes).view()),
            talk_day,
            grid((talk_begins, talk_minutes).view()),
            ask.text(Term::TalkPlace),
        )
            .view(),
    )
}

fn forward(ask: Ask) -> El {
    let Ask { app, form, .. } = ask;
    let questions = app.content().feedback.questions.clone().into_iter();
    let questions = questions.map(|it| Choice::new(it.id, localized(it.label)));
    let picked = memo(move || form.with(Agreement::questions));
    let questions = ask
        .field("fa-spoergsmaal")
        .error(ask.error(&[Flaw::Questions]))
        .checks(Signal::stored(questions.collect::<Vec<_>>()), picked, move |id, on| {
            form.edit(|it| it.pick_question(&id, on));
        })
        .at_most(MOST_QUESTIONS, say!(app, item.full, most = MOST_QUESTIONS));
    part(ask, "fa-fremad", (questions, ask.text(Term::OwnQuestion)).view())
}

fn confidence(ask: Ask) -> El {
    let questions = (ask.one_of(Term::SeenBy), ask.one_of(Term::Use), ask.one_of(Term::Erase));
    part(ask, "fa-fortrolighed", questions.view())
}

fn follow_up(ask: Ask) -> El {
    let day = ask.optional("fa-opfoelgning-dato").date(
        ask.read(|it| it.agreed_follow_up().map(|day| day.to_string()).unwrap_or_default()),
        ask.write(|it, day| it.set_agreed_follow_up(iso::day(&day))),
    );
    part(ask, "fa-opfoelgning", day.view())
}
