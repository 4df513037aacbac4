//! What is asked about an initiative, one question each: its form asks them all on one page, the guided
//! start a few at a time.

use super::team;
use crate::app::store::Clock as _;
use crate::domain::calendar::{SchoolYear, iso};
use crate::domain::initiative::{Initiative, InitiativeField, InitiativeKind};
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

const KIND: &str = "kind";
const TITLE: &str = "title";
const TO: &str = "to";

/// How a text of an initiative is read.
type Read = fn(&Initiative) -> String;

/// How it is written.
type Write = fn(&mut Initiative, &str);

/// Who asks, and what is wrong with the answers so far.
#[derive(Clone, Copy)]
pub struct Asked {
    pub app: App,
    pub form: Form<Initiative>,
    pub flaws: Signal<Vec<InitiativeField>>,
}

/// A flaw as a sentence at its field.
pub fn described(app: App, flaw: &InitiativeField) -> FieldError {
    match flaw {
        InitiativeField::Kind => FieldError::new(KIND, now!(app, flaw.kind)),
        InitiativeField::Title => FieldError::new(TITLE, now!(app, flaw.title)),
        InitiativeField::To => FieldError::new(TO, now!(app, flaw.to)),
        InitiativeField::Member(id) => FieldError::new(team::field_id(id), now!(app, flaw.member)),
    }
}

impl Asked {
    fn error(self, field: InitiativeField) -> Signal<Option<String>> {
        let Self { app, flaws, .. } = self;
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, &field).text)
        })
    }

    fn read(self, part: Read) -> Signal<String> {
        memo(move || self.form.with(part))
    }

    fn write(self, set: Write) -> impl Fn(String) + 'static {
        move |text: String| self.form.edit(|value| set(value, &text))
    }

    fn optional(self, label: Words) -> Field {
        Field::new(label).optional(say!(self.app, form.optional))
    }

    fn area(self, label: Words, hint: Option<Words>, read: Read, write: Write) -> View {
        let field = self.optional(label).hint(hint);
        field.area(self.read(read), self.write(write)).max_length(2000).view()
    }

    /// Which of the kinds it is.
    pub fn kind(self) -> View {
        let Self { app, form, .. } = self;
        let kinds = app.content().kinds.clone().into_iter().map(|kind| {
            Choice::new(kind.id, localized(kind.title)).described(localized(kind.description))
        });
        Field::new(say!(app, field.kind))
            .id(KIND)
            .error(self.error(InitiativeField::Kind))
            .radios(
                Signal::stored(kinds.collect()),
                Signal::derive(move || form.with(|value| Some(value.kind()?.id().to_owned()))),
                move |chosen| {
                    form.edit(|it| {
                        it.set_kind(chosen.as_deref().and_then(InitiativeKind::from_id));
                    });
                },
            )
            .view()
    }

    /// What the team calls it.
    pub fn title(self) -> View {
        Field::new(say!(self.app, field.title))
            .id(TITLE)
            .hint(say!(self.app, field.title_hint))
            .error(self.error(InitiativeField::Title))
            .text(self.read(Initiative::title), self.write(Initiative::set_title))
            .max_length(120)
            .view()
    }

    /// The class or group.
    pub fn class(self) -> View {
        self.optional(say!(self.app, field.class))
            .hint(say!(self.app, field.class_hint))
            .text(self.read(Initiative::class), self.write(Initiative::set_class))
            .max_length(40)
            .view()
    }

    /// The subject.
    pub fn subject(self) -> View {
        self.optional(say!(self.app, field.subject))
            .text(self.read(Initiative::subject), self.write(Initiative::set_subject))
            .max_length(60)
            .view()
    }

    /// The school year it belongs to.
    pub fn school_year(self) -> View {
        let form = self.form;
        let this_year = SchoolYear::of(BrowserClock.today());
        let years = Signal::derive(move || {
            let chosen = form.with(Initiative::school_year);
            let near = [this_year.0.saturating_sub(1), this_year.0, this_year.0 + 1];
            let mut years: Vec<SchoolYear> = near.map(SchoolYear).to_vec();
            years.extend(chosen.filter(|chosen| !years.contains(chosen)));
            years.sort();
            let years = years.into_iter();
            years.map(|year| Choice::new(year.0.to_string(), year.to_string())).collect::<Vec<_>>()
        });
        Field::new(say!(self.app, field.school_year))
            .select(
                years,
                self.read(|it| it.school_year().map(|year| year.0.to_string()).unwrap_or_default()),
                self.write(|it, year| it.set_school_year(year.parse().ok().map(SchoolYear))),
            )
            .view()
    }

    /// Its first day.
    pub fn from(self) -> View {
        self.optional(say!(self.app, field.from))
            .date(
                self.read(|it| it.from().map(|day| day.to_string()).unwrap_or_default()),
                self.write(|it, day| it.set_from(iso::day(day))),
            )
            .view()
    }

    /// Its last day.
    pub fn to(self) -> View {
        self.optional(say!(self.app, field.to))
            .id(TO)
            .error(self.error(InitiativeField::To))
            .date(
                self.read(|it| it.to().map(|day| day.to_string()).unwrap_or_default()),
                self.write(|it, day| it.set_to(iso::day(day))),
            )
            .view()
    }

    /// The challenge it is to meet.
    pub fn challenge(self) -> View {
        let (label, hint) = (say!(self.app, start.challenge), say!(self.app, start.challenge_hint));
        self.area(label, Some(hint), Initiative::challenge, Initiative::set_challenge)
    }

    /// What it is to change, and for whom.
    pub fn purpose(self) -> View {
        let (label, hint) = (say!(self.app, field.purpose), say!(self.app, field.purpose_hint));
        self.area(label, Some(hint), Initiative::purpose, Initiative::set_purpose)
    }

    /// The changes that are wanted among pupils.
    pub fn changes(self) -> View {
        let (label, hint) = (say!(self.app, start.changes), say!(self.app, start.changes_hint));
        self.area(label, Some(hint), Initiative::changes, Initiative::set_changes)
    }
}
