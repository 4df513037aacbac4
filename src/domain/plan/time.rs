//! The three times that staff with good experiences had: what each is called in records.

/// One of the three times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// Shared planning of lessons.
    Planning,
    /// Talks about the teaching along the way.
    Sparring,
    /// Looking at what it comes to.
    Evaluation,
}

impl Time {
    /// All three, in the brochure's order.
    pub const ALL: [Self; 3] = [Self::Planning, Self::Sparring, Self::Evaluation];

    /// The id in content and in records.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Planning => "planlaegning",
            Self::Sparring => "sparring",
            Self::Evaluation => "evaluering",
        }
    }

    /// The time with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|time| time.id() == id)
    }
}
