//! What colleagues agree on before one observes another.
//!
//! It is its values by path, as an observation is. What is agreed stands under a few paths of its own
//! ([`Agreement::digest`] says which), and everything that comes later beside them: who said yes, the
//! talk, and what was tried. A person is known by their initials, so two devices that name the same
//! person mean the same path.

use serde_json::Value;

use crate::domain::forms::TemplateRef;
use crate::domain::record::{
    DAY, EXAMPLE, Fields, INITIATIVE, fields, initials, pupil_codes, record_of_fields, values,
};
use crate::ledger::in_order;

/// What the parties are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Teaches, and is observed.
    Observed,
    /// Observes.
    Observer,
}

impl Side {
    /// Both, those who are observed first.
    pub const BOTH: [Self; 2] = [Self::Observed, Self::Observer];

    const fn place(self) -> &'static str {
        match self {
            Self::Observed => "parties/observed",
            Self::Observer => "parties/observer",
        }
    }
}

/// Something agreed in words, or one answer of a few. Each is called as the guide's question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// In which role the observer comes.
    ObserverRole,
    /// Subject and room.
    Place,
    /// The subject focus.
    Focus,
    /// The sub-goal it belongs to.
    Goal,
    /// How the lesson is built up.
    Structure,
    /// The way of teaching together.
    Model,
    /// Who does what.
    Roles,
    /// Where the observer is.
    Seat,
    /// What the pupils are told.
    PupilsTold,
    /// What to learn about the focus pupils.
    AboutPupils,
    /// What to look for.
    LookFor,
    /// What to spend no time on.
    LeaveOut,
    /// Where the talk is.
    TalkPlace,
    /// A question of their own.
    OwnQuestion,
    /// Who may see the notes.
    SeenBy,
    /// What the notes may be used for.
    Use,
    /// When the notes are deleted.
    Erase,
}

impl Term {
    /// The id of the guide's question, which is also where the answer stands.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ObserverRole => "fa-observatorrolle",
            Self::Place => "fa-sted",
            Self::Focus => "fa-fokus",
            Self::Goal => "fa-delmaal",
            Self::Structure => "fa-opbygning",
            Self::Model => "fa-samarbejdsform",
            Self::Roles => "fa-rollefordeling",
            Self::Seat => "fa-observators-plads",
            Self::PupilsTold => "fa-sige-til-eleverne",
            Self::AboutPupils => "fa-hvorfor-elever",
            Self::LookFor => "fa-kig-efter",
            Self::LeaveOut => "fa-ikke",
            Self::TalkPlace => "fa-feedback-sted",
            Self::OwnQuestion => "fa-eget-spoergsmaal",
            Self::SeenBy => "fa-hvem-ser",
            Self::Use => "fa-brug",
            Self::Erase => "fa-slettes",
        }
    }
}

/// Who may see the notes, where only the parties may.
pub const ONLY_PARTIES: &str = "kun-parter";

/// The notes are deleted after the talk.
pub const AFTER_TALK: &str = "efter-samtale";

/// The notes are deleted when the initiative ends.
pub const AT_INITIATIVE_END: &str = "indsats-slut";

/// The notes are deleted by the end of the school year.
pub const AT_YEAR_END: &str = "skoleaar-slut";

pub(super) const BEGINS: &str = "begins";
pub(in crate::domain) const CLASS: &str = "class";
const MINUTES: &str = "terms/fa-observation-minutter";
const TALK_DAY: &str = "terms/fa-feedback-dato";
const TALK_BEGINS: &str = "terms/fa-feedback-kl";
const TALK_MINUTES: &str = "terms/fa-feedback-minutter";
const FOLLOW_UP: &str = "terms/fa-opfoelgning-dato";
const PUPILS: &str = "terms/fa-fokuselever";
const QUESTIONS: &str = "terms/fa-spoergsmaal";

/// What colleagues agree on before one observes another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement(pub(in crate::domain) Fields);

fields! {
    /// Who, where and when.
    Agreement {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// The class or group.
        class / set_class: Text = CLASS,
        /// The day of the observation.
        day / set_day: Day = DAY,
        /// When the observation begins.
        begins / set_begins: Time = BEGINS,
        /// How long the observation is, as it was written.
        minutes / set_minutes: Text = MINUTES,
        /// The day of the talk.
        talk_day / set_talk_day: Day = TALK_DAY,
        /// When the talk begins.
        talk_begins / set_talk_begins: Time = TALK_BEGINS,
        /// How long the talk is, as it was written.
        talk_minutes / set_talk_minutes: Text = TALK_MINUTES,
        /// The day to look at it again, as agreed beforehand.
        agreed_follow_up / set_agreed_follow_up: Day = FOLLOW_UP,
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
    }
}

impl Agreement {
    /// The initials on one side, in the order they were written.
    pub fn side(&self, side: Side) -> Vec<String> {
        let found = self.0.below(side.place());
        let found = found.map(|(who, place)| (place.as_u64().unwrap_or(u64::MAX), who.to_owned()));
        let found = in_order(found.collect(), |(one, _), (other, _)| one.cmp(other));
        found.into_iter().map(|(_, who)| who).collect()
    }

    /// Sets who is on a side: initials with anything but letters and digits between them.
    pub fn set_side(&mut self, side: Side, text: &str) {
        let people = initials(text);
        for gone in self.side(side).into_iter().filter(|who| !people.contains(who)) {
            self.0.set(format!("{}/{gone}", side.place()), None);
        }
        for (place, who) in people.iter().enumerate() {
            self.0.put(format!("{}/{who}", side.place()), place + 1);
        }
    }

    /// Everybody, those who are observed first, each once.
    pub fn parties(&self) -> Vec<String> {
        let mut all = self.side(Side::Observed);
        let others = self.side(Side::Observer);
        let others = others.into_iter().filter(|who| !all.contains(who)).collect::<Vec<_>>();
        all.extend(others);
        all
    }
}

/// What is agreed.
impl Agreement {
    /// What is agreed in words, or the id of the one answer chosen.
    pub fn term(&self, term: Term) -> String {
        self.0.text(&format!("terms/{}", term.id()))
    }

    /// Agrees on something in words, or chooses an answer.
    pub fn set_term(&mut self, term: Term, words: &str) {
        self.0.set_text(format!("terms/{}", term.id()), words);
    }

    /// The form that is filled in while observing.
    pub fn template(&self) -> Option<TemplateRef> {
        TemplateRef::read(&self.0)
    }

    /// Chooses the form.
    pub fn set_template(&mut self, template: &TemplateRef) {
        for (path, value) in template.values() {
            self.0.set(path, Some(value));
        }
    }

    /// The codes of the pupils that are looked at, in the order of the codes.
    pub fn pupils(&self) -> Vec<String> {
        self.0.below(PUPILS).map(|(code, _)| code.to_owned()).collect()
    }

    /// Sets which pupils are looked at. What is no code is kept nowhere.
    pub fn set_pupils(&mut self, text: &str) {
        let codes = pupil_codes(text).codes;
        for gone in self.pupils().into_iter().filter(|code| !codes.contains(code)) {
            self.0.set(format!("{PUPILS}/{gone}"), None);
        }
        for code in codes {
            self.0.put(format!("{PUPILS}/{code}"), true);
        }
    }

    /// The ids of the guide's questions that are to be talked from.
    pub fn questions(&self) -> Vec<String> {
        let picked = self.0.below(QUESTIONS).filter(|(_, picked)| **picked == Value::Bool(true));
        picked.map(|(id, _)| id.to_owned()).collect()
    }

    /// Picks a question, or takes it back.
    pub fn pick_question(&mut self, id: &str, picked: bool) {
        self.0.set(format!("{QUESTIONS}/{id}"), values::of_flag(picked));
    }
}

record_of_fields!(Agreement);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;

    #[test]
    fn people_stand_in_the_order_they_were_written() {
        let mut it = Agreement::default();
        it.set_side(Side::Observed, "SO, al");
        it.set_side(Side::Observer, "KA");
        assert_eq!(it.side(Side::Observed), ["SO", "AL"]);
        assert_eq!(it.parties(), ["SO", "AL", "KA"]);
        it.set_side(Side::Observed, "AL");
        assert_eq!(it.parties(), ["AL", "KA"]);
    }

    #[test]
    fn pupils_are_codes_and_never_names() {
        let mut it = Agreement::default();
        it.set_pupils("E17 Ali e04");
        assert_eq!(it.pupils(), ["E04", "E17"]);
        assert!(it.write().0.keys().all(|path| !path.to_lowercase().contains("ali")));
        it.set_pupils("");
        assert_eq!(it, Agreement::default());
    }

    #[test]
    fn questions_are_picked_and_taken_back() {
        let mut it = Agreement::default();
        it.pick_question("fq-elever", true);
        assert_eq!(it.questions(), ["fq-elever"]);
        it.pick_question("fq-elever", false);
        assert_eq!(it, Agreement::default());
    }
}
