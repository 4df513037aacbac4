//! One school-supporting effort with a class or group.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::fields::{EXAMPLE, Fields, Record};
use super::kind::Kind;
use super::school_year::SchoolYear;
use crate::ledger::Gather;

/// The brochure's five kinds of initiative, and the school's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InitiativeKind {
    /// Two adults plan, teach and evaluate together.
    CoTeaching,
    /// Pupils learn from each other in pairs or small groups.
    PeerLearning,
    /// A small group is taught outside the class.
    SmallGroups,
    /// A short, limited course with frequent feedback.
    IntensiveCourses,
    /// Books that fit the pupil, and help for the home.
    BookPacks,
    /// What the school calls it itself.
    Own,
}

impl InitiativeKind {
    /// Every kind, in the brochure's order.
    pub const ALL: [Self; 6] = [
        Self::CoTeaching,
        Self::PeerLearning,
        Self::SmallGroups,
        Self::IntensiveCourses,
        Self::BookPacks,
        Self::Own,
    ];

    /// The id in content and in records.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CoTeaching => "tolaererordning",
            Self::PeerLearning => "makkerlaering",
            Self::SmallGroups => "smaa-grupper",
            Self::IntensiveCourses => "intensive-laeringsforloeb",
            Self::BookPacks => "bogpakker",
            Self::Own => "egen",
        }
    }

    /// Whether two adults teach together in it.
    pub const fn has_co_teaching(self) -> bool {
        matches!(self, Self::CoTeaching)
    }

    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What someone is at the school; the ids stand in content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Role(pub String);

/// One person of the team, by initials.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Two to four letters that the team knows the person by.
    pub initials: String,
    /// What the person is.
    pub role: Role,
}

/// One school-supporting effort.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Initiative {
    /// What the team calls it.
    pub title: String,
    /// Which of the kinds it is.
    pub kind: Option<InitiativeKind>,
    /// `5.b`, or the name of a group.
    pub class: String,
    /// The subject, or several.
    pub subject: String,
    /// The school year it belongs to.
    pub school_year: Option<SchoolYear>,
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
    /// What it is to change, and for whom.
    pub purpose: String,
    /// The people, by an id that stays when their initials change.
    pub team: BTreeMap<String, Member>,
    /// Whether it is the made-up one that shows how the app works.
    pub example: bool,
}

/// A field of the form, for saying where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InitiativeField {
    /// The title is missing.
    Title,
    /// No kind is chosen.
    Kind,
    /// The last day is before the first.
    To,
    /// A member without initials.
    Member(String),
}

impl Initiative {
    /// What keeps it from being finished, in the order of the form. It can be left as it is.
    pub fn flaws(&self) -> Vec<InitiativeField> {
        let nameless = self.team.iter().filter(|(_, member)| member.initials.trim().is_empty());
        let backwards = matches!((self.from, self.to), (Some(from), Some(to)) if to < from);
        [
            self.kind.is_none().then_some(InitiativeField::Kind),
            self.title.trim().is_empty().then_some(InitiativeField::Title),
            backwards.then_some(InitiativeField::To),
        ]
        .into_iter()
        .flatten()
        .chain(nameless.map(|(id, _)| InitiativeField::Member(id.clone())))
        .collect()
    }
}

impl Record for Initiative {
    const KIND: Kind = Kind::Initiative;

    fn read(fields: &Fields) -> Self {
        Self {
            title: fields.text("title"),
            kind: InitiativeKind::from_id(&fields.text("kind")),
            class: fields.text("class"),
            subject: fields.text("subject"),
            school_year: fields
                .number("schoolYear")
                .and_then(|year| u16::try_from(year).ok())
                .map(SchoolYear),
            from: fields.day("from"),
            to: fields.day("to"),
            purpose: fields.text("purpose"),
            team: fields
                .below("team")
                .filter_map(|(id, value)| Some((id.to_owned(), Member::read(value)?)))
                .gather(),
            example: fields.flag(EXAMPLE),
        }
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        fields.set_text("title", &self.title);
        fields.set_text("kind", self.kind.map(InitiativeKind::id).unwrap_or_default());
        fields.set_text("class", &self.class);
        fields.set_text("subject", &self.subject);
        if let Some(SchoolYear(year)) = self.school_year {
            fields.put("schoolYear", year);
        }
        fields.put_shown("from", self.from);
        fields.put_shown("to", self.to);
        fields.set_text("purpose", &self.purpose);
        for (id, member) in &self.team {
            fields.put(format!("team/{id}"), member.write());
        }
        fields.put_flag(EXAMPLE, self.example);
        fields
    }
}

impl Member {
    fn read(value: &Value) -> Option<Self> {
        let text = |key| value.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
        Some(Self { initials: text("initials")?, role: Role(text("role").unwrap_or_default()) })
    }

    fn write(&self) -> Value {
        json!({ "initials": self.initials, "role": self.role.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::difference;
    use super::*;

    fn initiative() -> Initiative {
        Initiative {
            title: "Tolærer i 5.b".into(),
            kind: Some(InitiativeKind::CoTeaching),
            class: "5.b".into(),
            subject: "Dansk".into(),
            school_year: Some(SchoolYear(2026)),
            from: "2026-08-10".parse().ok(),
            to: "2026-12-18".parse().ok(),
            purpose: "Flere elever kommer til orde".into(),
            team: [("t1".into(), Member { initials: "MK".into(), role: Role("laerer".into()) })]
                .into(),
            example: false,
        }
    }

    #[test]
    fn survives_the_ledger() {
        assert_eq!(Initiative::read(&initiative().write()), initiative());
        assert_eq!(Initiative::read(&Fields::default()), Initiative::default());
    }

    #[test]
    fn a_difference_holds_only_what_differs() {
        let mut after = initiative();
        after.class = "6.b".into();
        after.subject.clear();
        let change = difference(&initiative(), &after);
        assert_eq!(change.set, [("class".into(), json!("6.b"))].into());
        assert_eq!(change.unset, ["subject".into()].into());
        assert!(difference(&after, &after).is_empty());
    }

    #[test]
    fn says_what_is_missing_in_the_order_of_the_form() {
        assert_eq!(initiative().flaws(), []);
        assert_eq!(Initiative::default().flaws(), [InitiativeField::Kind, InitiativeField::Title]);
        let mut wrong = initiative();
        wrong.to = "2026-08-09".parse().ok();
        wrong.team.insert("t2".into(), Member::default());
        assert_eq!(wrong.flaws(), [InitiativeField::To, InitiativeField::Member("t2".into())]);
    }
}
