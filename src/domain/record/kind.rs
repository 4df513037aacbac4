//! The kinds of record that this version knows.

use std::fmt;
use std::str::FromStr;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One school-supporting effort with a class or group.
    Initiative,
    /// One filled-in lesson.
    Observation,
    /// An observation form of the school's own.
    Template,
    /// What colleagues agree before one observes another.
    Agreement,
    /// One lesson of the plan.
    Lesson,
    /// A meeting of the plan, or something else that time is set aside for.
    Meeting,
    /// A quick note.
    Jot,
    /// What the pupils answered at the end of a lesson, counted.
    ExitTicket,
    /// The same instrument at the start and at the end.
    Measurement,
    /// What pupils are asked about the lessons, again and again.
    Survey,
    /// A talk with a few pupils by a guide.
    PupilTalk,
    /// What a pupil has been lent of a book pack.
    Loan,
    /// What the staff are asked about how they work together, again and again.
    Collaboration,
}

/// The text of a kind that this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a kind of record from elsewhere: {0}")]
pub struct UnknownKind(pub String);

impl Kind {
    /// Every kind, in the order a person meets them.
    pub const ALL: [Self; 13] = [
        Self::Initiative,
        Self::Observation,
        Self::Template,
        Self::Agreement,
        Self::Lesson,
        Self::Meeting,
        Self::Jot,
        Self::ExitTicket,
        Self::Measurement,
        Self::Survey,
        Self::PupilTalk,
        Self::Loan,
        Self::Collaboration,
    ];

    /// The word that stands in the ledger.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Initiative => "initiative",
            Self::Observation => "observation",
            Self::Template => "template",
            Self::Agreement => "agreement",
            Self::Lesson => "lesson",
            Self::Meeting => "meeting",
            Self::Jot => "jot",
            Self::ExitTicket => "exit-ticket",
            Self::Measurement => "measurement",
            Self::Survey => "survey",
            Self::PupilTalk => "pupil-talk",
            Self::Loan => "loan",
            Self::Collaboration => "collaboration",
        }
    }

    /// Whether it is for the one who wrote it: then it leaves the device in a copy of everything and in
    /// nothing else.
    pub const fn is_private(self) -> bool {
        matches!(self, Self::Jot)
    }

    /// The newest schema of this kind that this version writes and fully understands.
    pub const fn schema(self) -> u32 {
        1
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}
