//! One school-supporting effort with a class or group.
//!
//! As an observation, it is its values by path and nothing else: the form of the initiative and the
//! rooms of its phases change paths of their own in the same record, and none touches what another
//! wrote.

use serde_json::{Value, json};

use crate::domain::calendar::SchoolYear;
use crate::domain::record::{EXAMPLE, Fields, fields, record_of_fields};

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
pub struct Initiative(pub(in crate::domain) Fields);

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

fields! {
    Initiative {
        /// What the team calls it.
        title / set_title: Text = "title",
        /// `5.b`, or the name of a group.
        class / set_class: Text = "class",
        /// The subject, or several.
        subject / set_subject: Text = "subject",
        /// Its first day.
        from / set_from: Day = "from",
        /// Its last day.
        to / set_to: Day = "to",
        /// What it is to change, and for whom.
        purpose / set_purpose: Text = "purpose",
    }
}

impl Initiative {
    /// Which of the kinds it is.
    pub fn kind(&self) -> Option<InitiativeKind> {
        InitiativeKind::from_id(&self.0.text("kind"))
    }

    /// Chooses its kind.
    pub fn set_kind(&mut self, kind: Option<InitiativeKind>) {
        self.0.set_text("kind", kind.map(InitiativeKind::id).unwrap_or_default());
    }

    /// The school year it belongs to.
    pub fn school_year(&self) -> Option<SchoolYear> {
        self.0.number("schoolYear").and_then(|year| u16::try_from(year).ok()).map(SchoolYear)
    }

    /// Sets the school year it belongs to.
    pub fn set_school_year(&mut self, year: Option<SchoolYear>) {
        self.0.set("schoolYear", year.map(|SchoolYear(year)| json!(year)));
    }

    /// The people, by an id that stays when their initials change.
    pub fn team(&self) -> Vec<(String, Member)> {
        let members = self.0.below("team");
        members.filter_map(|(id, value)| Some((id.to_owned(), Member::read(value)?))).collect()
    }

    /// One of the people.
    pub fn member(&self, id: &str) -> Option<Member> {
        Member::read(self.0.0.get(&format!("team/{id}"))?)
    }

    /// Puts someone in the team, or takes them out.
    pub fn set_member(&mut self, id: &str, member: Option<&Member>) {
        self.0.set(format!("team/{id}"), member.map(Member::write));
    }

    /// Whether it is the made-up one that shows how the app works.
    pub fn example(&self) -> bool {
        self.0.flag(EXAMPLE)
    }

    /// What keeps it from being finished, in the order of the form. It can be left as it is.
    pub fn flaws(&self) -> Vec<InitiativeField> {
        let team = self.team().into_iter();
        let nameless = team.filter(|(_, member)| member.initials.trim().is_empty());
        let backwards = matches!((self.from(), self.to()), (Some(from), Some(to)) if to < from);
        [
            self.kind().is_none().then_some(InitiativeField::Kind),
            self.title().trim().is_empty().then_some(InitiativeField::Title),
            backwards.then_some(InitiativeField::To),
        ]
        .into_iter()
        .flatten()
        .chain(nameless.map(|(id, _)| InitiativeField::Member(id)))
        .collect()
    }
}

record_of_fields!(Initiative);

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
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::record::difference;

    fn initiative() -> Initiative {
        let mut it = Initiative::default();
        it.set_title("Tolærer i 5.b");
        it.set_kind(Some(InitiativeKind::CoTeaching));
        it.set_class("5.b");
        it.set_subject("Dansk");
        it.set_school_year(Some(SchoolYear(2026)));
        it.set_from("2026-08-10".parse().ok());
        it.set_to("2026-12-18".parse().ok());
        it.set_purpose("Flere elever kommer til orde");
        let member = Member { initials: "MK".into(), role: Role("laerer".into()) };
        it.set_member("t1", Some(&member));
        it
    }

    #[test]
    fn everything_can_be_said_and_taken_back() {
        let mut it = initiative();
        assert_eq!((it.title().as_str(), it.subject().as_str()), ("Tolærer i 5.b", "Dansk"));
        assert_eq!((it.kind(), it.class()), (Some(InitiativeKind::CoTeaching), "5.b".to_owned()));
        assert_eq!(it.school_year(), Some(SchoolYear(2026)));
        assert_eq!((it.from(), it.to()), ("2026-08-10".parse().ok(), "2026-12-18".parse().ok()));
        assert_eq!(it.purpose(), "Flere elever kommer til orde");
        assert_eq!(it.member("t1").map(|member| member.initials).as_deref(), Some("MK"));
        assert_eq!(it.team().len(), 1);
        it.set_title("");
        it.set_kind(None);
        it.set_class("");
        it.set_subject("");
        it.set_school_year(None);
        it.set_from(None);
        it.set_to(None);
        it.set_purpose("");
        it.set_member("t1", None);
        assert_eq!(it, Initiative::default());
    }

    #[test]
    fn a_difference_holds_only_what_differs() {
        let mut after = initiative();
        after.set_class("6.b");
        after.set_subject("");
        let change = difference(&initiative(), &after);
        assert_eq!(change.set, [("class".into(), json!("6.b"))].into());
        assert_eq!(change.unset, ["subject".into()].into());
        assert!(difference(&after, &after).is_empty());
    }

    #[test]
    fn what_another_version_wrote_is_not_touched() {
        let strange = Fields(
            [("title".into(), json!([1])), ("team/x".into(), json!(7)), ("new".into(), json!({}))]
                .into(),
        );
        let mut it = Initiative::read(&strange);
        assert_eq!((it.title(), it.team()), (String::new(), Vec::new()));
        it.set_class("5.b");
        let change = strange.change_to(it.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["class"]);
        assert!(change.unset.is_empty());
    }

    #[test]
    fn says_what_is_missing_in_the_order_of_the_form() {
        assert_eq!(initiative().flaws(), []);
        assert_eq!(Initiative::default().flaws(), [InitiativeField::Kind, InitiativeField::Title]);
        let mut wrong = initiative();
        wrong.set_to("2026-08-09".parse().ok());
        wrong.set_member("t2", Some(&Member::default()));
        assert_eq!(wrong.flaws(), [InitiativeField::To, InitiativeField::Member("t2".into())]);
    }
}
