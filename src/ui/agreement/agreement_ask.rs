//! Questions of an agreement: the guide's words, what was answered, and what is wrong with it.

use crate::domain::agreement::{Agreement, AgreementField as Flaw, Term};
use crate::ui::kit::prelude::*;
use crate::ui::words::{hours_flaw, localized};

/// What every question needs.
#[derive(Clone, Copy)]
pub struct Ask {
    pub app: App,
    pub form: Form<Agreement>,
    /// How often the person has asked to go on: nothing is wrong before that.
    pub attempt: RwSignal<u32>,
}

/// The field of when the observation begins.
pub const BEGINS: &str = "fa-observation-kl";

/// The field of when the talk begins.
pub const TALK_BEGINS: &str = "fa-feedback-kl";

/// The id of the field where something is wrong.
pub fn id_of(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Observed => "fa-observerede",
        Flaw::Observer | Flaw::BothSides => "fa-observator",
        Flaw::Focus => Term::Focus.id(),
        Flaw::Pupils => "fa-fokuselever",
        Flaw::LookFor => Term::LookFor.id(),
        Flaw::Day => "fa-observation-dato",
        Flaw::TalkDay | Flaw::TalkFirst => "fa-feedback-dato",
        Flaw::Hours(_) => BEGINS,
        Flaw::TalkHours(_) => TALK_BEGINS,
        Flaw::Questions => "fa-spoergsmaal",
    }
}

/// What is wrong and what to do.
pub fn sentence(app: App, it: &Agreement, flaw: Flaw) -> String {
    match flaw {
        Flaw::Observed => now!(app, agreement.flaw_observed),
        Flaw::Observer => now!(app, agreement.flaw_observer),
        Flaw::BothSides => now!(app, agreement.flaw_both),
        Flaw::Focus => now!(app, agreement.flaw_focus),
        Flaw::Pupils => now!(app, agreement.flaw_pupils),
        Flaw::LookFor => now!(app, agreement.flaw_look_for),
        Flaw::Day => now!(app, agreement.flaw_day),
        Flaw::TalkDay => now!(app, agreement.flaw_talk_day),
        Flaw::TalkFirst => now!(app, agreement.flaw_talk_first),
        Flaw::Hours(flaw) => hours_flaw(app, flaw, it.hours(), Words::default()),
        Flaw::TalkHours(flaw) => hours_flaw(app, flaw, it.talk_hours(), Words::default()),
        Flaw::Questions => now!(app, agreement.flaw_questions),
    }
}

impl Ask {
    /// A question of the guide.
    pub fn field(self, id: &'static str) -> Field {
        let question = self.app.content().feedback.field(id);
        Field::new(localized(question.text)).hint(question.help.map(localized)).id(id)
    }

    /// A question of the guide that can be left out.
    pub fn optional(self, id: &'static str) -> Field {
        self.field(id).optional(say!(self.app, form.optional))
    }

    /// A question of our own that can be left out.
    pub fn own(self, label: Words) -> Field {
        Field::new(label).optional(say!(self.app, form.optional))
    }

    /// What is wrong at a field, once the person has asked: the first of what can be.
    pub fn error(self, of: &'static [Flaw]) -> Signal<Option<String>> {
        let Self { app, form, attempt, .. } = self;
        Signal::derive(move || {
            if attempt.get() == 0 {
                return None;
            }
            form.with(|it| {
                let found = it.flaws().into_iter().find(|flaw| of.contains(flaw))?;
                Some(sentence(app, it, found))
            })
        })
    }

    /// What cannot be about when the observation or the talk begins: said at once, it is the last thing
    /// that is typed.
    pub fn hours(self, is_talk: bool) -> Signal<Option<String>> {
        let Self { app, form, .. } = self;
        Signal::derive(move || {
            form.with(|it| {
                let found = it.flaws().into_iter().find(|flaw| match flaw {
                    Flaw::Hours(_) => !is_talk,
                    Flaw::TalkHours(_) => is_talk,
                    _ => false,
                })?;
                Some(sentence(app, it, found))
            })
        })
    }

    /// A text of the agreement, followed.
    pub fn read(
        self,
        part: impl Fn(&Agreement) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        let form = self.form;
        memo(move || form.with(&part))
    }

    /// What writes a text of the agreement.
    pub fn write(self, set: fn(&mut Agreement, String)) -> impl Fn(String) {
        let form = self.form;
        move |text: String| form.edit(|value| set(value, text))
    }

    /// A term, followed.
    pub fn term(self, term: Term) -> Signal<String> {
        self.read(move |it| it.term(term))
    }

    /// What writes a term.
    pub fn set_term(self, term: Term) -> impl Fn(String) {
        let form = self.form;
        move |text: String| form.edit(|it| it.set_term(term, &text))
    }

    /// One line that can be left out.
    pub fn text(self, term: Term) -> View {
        let field = self.optional(term.id());
        field.text(self.term(term), self.set_term(term)).max_length(200).view()
    }

    /// Several lines that can be left out.
    pub fn area(self, term: Term) -> View {
        let field = self.optional(term.id());
        field.area(self.term(term), self.set_term(term)).max_length(500).short().view()
    }

    /// One answer of a few, or none.
    pub fn one_of(self, term: Term) -> View {
        let options = self.app.content().feedback.field(term.id()).options.into_iter();
        let options = options.map(|it| Choice::new(it.id, localized(it.label)));
        let form = self.form;
        let chosen = memo(move || form.with(|it| Some(it.term(term)).filter(|it| !it.is_empty())));
        self.optional(term.id())
            .radios(Signal::stored(options.collect::<Vec<_>>()), chosen, move |answer| {
                form.edit(|it| it.set_term(term, &answer.unwrap_or_default()));
            })
            .clear(say!(self.app, item.clear))
            .view()
    }
}
