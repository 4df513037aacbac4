//! The small groups of an initiative over time: who is in a group, what it was put together from, who
//! leads it, and what was learnt.
//!
//! A group that is changed is no other one: it gets a new *period*, which says what it comes after, so
//! what was before stays to be seen. A period stands in the initiative's own record, each part in a
//! place of its own: `groups/<id>/from`, `groups/<id>/pupils/<code>`.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::initiative::Initiative;
use super::preparation::Person;
use crate::domain::record::{Fields, is_pupil_code, values};
use crate::ledger::{Path, in_order};

const PLACE: &str = "groups";

/// No group has more pupils than this.
pub const MOST_IN_GROUP: usize = 60;

/// What a group can be put together from, by the ids that records keep. A text says what else.
pub const BASES: [&str; 5] =
    ["samme-niveau", "blandet-niveau", "samme-behov", "relationer", "egne-valg"];

/// A part of a period that is words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupWords {
    /// What the team calls the group.
    Name,
    /// How many pupils there are, as it was written, where no codes are ticked.
    Size,
    /// What it was put together from, in their own words.
    Basis,
    /// What was learnt from it.
    Learnt,
    /// The period it comes after.
    After,
}

impl GroupWords {
    const fn place(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Size => "size",
            Self::Basis => "why",
            Self::Learnt => "learnt",
            Self::After => "after",
        }
    }
}

/// One period of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// What it is known by in the initiative.
    pub id: String,
    parts: Fields,
}

/// What has been tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tried {
    /// How many different sizes.
    pub sizes: usize,
    /// How many groups that differ in who is in them, or in size where nobody knows who.
    pub compositions: usize,
}

impl Group {
    /// A part that is words; empty where nothing is written.
    pub fn words(&self, part: GroupWords) -> String {
        self.parts.text(part.place())
    }

    /// The first day.
    pub fn from(&self) -> Option<NaiveDate> {
        self.parts.day("from")
    }

    /// The last day that was written. [`Initiative::group_ends`] knows of a period that comes after.
    pub fn to(&self) -> Option<NaiveDate> {
        self.parts.day("to")
    }

    /// Who is in it, E02 before E10.
    pub fn pupils(&self) -> Vec<String> {
        in_order(self.parts.ticked("pupils"), |a: &String, b| (a.len(), a).cmp(&(b.len(), b)))
    }

    /// What it was put together from, by ids of [`BASES`].
    pub fn bases(&self) -> Vec<String> {
        self.parts.ticked("basis")
    }

    /// How many pupils are in it: those who are ticked, else the number that was written.
    pub fn size(&self) -> Option<usize> {
        let ticked = self.pupils().len();
        let written = self.words(GroupWords::Size).trim().parse().ok();
        if ticked > 0 {
            return Some(ticked);
        }
        written.filter(|size| (1..=MOST_IN_GROUP).contains(size))
    }

    /// Whether it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        self.from().zip(self.to()).is_some_and(|(from, to)| to < from)
    }

    /// Whether the number that was written is none.
    pub fn has_no_number(&self) -> bool {
        !self.words(GroupWords::Size).trim().is_empty() && self.size().is_none()
    }
}

/// Who has come into a group and who has left it, since the period before: codes, E02 before E10.
pub fn moved(before: &Group, now: &Group) -> (Vec<String>, Vec<String>) {
    let (was, is) = (before.pupils(), now.pupils());
    let not_in = |all: &[String], of: &[String]| -> Vec<String> {
        of.iter().filter(|code| !all.contains(code)).cloned().collect()
    };
    (not_in(&was, &is), not_in(&is, &was))
}

/// Groups, by their id.
impl Initiative {
    /// All periods, the one that begins first at the front; those without a day are last.
    pub fn groups(&self) -> Vec<Group> {
        let all = self.0.each_below(PLACE).into_iter().map(|(id, parts)| Group { id, parts });
        let day = |it: &Group| it.from().map_or((true, None), |day| (false, Some(day)));
        in_order(all.collect(), |a: &Group, b| (day(a), &a.id).cmp(&(day(b), &b.id)))
    }

    /// One period; `None` where nothing is written of it.
    pub fn group(&self, id: &str) -> Option<Group> {
        self.groups().into_iter().find(|group| group.id == id)
    }

    /// Writes a part of a period.
    pub fn set_group_words(&mut self, id: &str, part: GroupWords, words: &str) {
        self.0.set_text(path(id, part.place()), words);
    }

    /// Sets the first day of a period.
    pub fn set_group_from(&mut self, id: &str, day: Option<NaiveDate>) {
        self.0.set(path(id, "from"), values::of_day(day));
    }

    /// Sets the last day of a period.
    pub fn set_group_to(&mut self, id: &str, day: Option<NaiveDate>) {
        self.0.set(path(id, "to"), values::of_day(day));
    }

    /// Says that a pupil is in it, or is not. What is no code is kept nowhere.
    pub fn set_group_pupil(&mut self, id: &str, code: &str, is_in: bool) {
        if is_pupil_code(code) {
            self.0.set(path(id, &format!("pupils/{code}")), values::of_flag(is_in));
        }
    }

    /// Says that it was put together from something, or was not.
    pub fn set_group_basis(&mut self, id: &str, basis: &str, is: bool) {
        self.0.set(path(id, &format!("basis/{basis}")), values::of_flag(is));
    }

    /// Says that somebody of the team leads it, or does not. The initials are kept beside it, so that it
    /// can be read when the person has left the team.
    pub fn set_group_lead(&mut self, id: &str, member: &str, leads: bool) {
        let kept = self.member(member).map(|it| json!({ "initials": it.initials.trim() }));
        self.0.set(path(id, &format!("leads/{member}")), kept.filter(|_| leads));
    }

    /// Who leads it.
    pub fn group_leads(&self, id: &str) -> Vec<Person> {
        let place = path(id, "leads");
        let leads = self.0.below(&place);
        leads
            .map(|(member, value)| {
                let kept = value.get("initials").and_then(Value::as_str).unwrap_or_default();
                self.person(member, kept)
            })
            .collect()
    }

    /// The last day of a period: the one that was written, or the day before the next period of the same
    /// group begins. `None` while it runs.
    pub fn group_ends(&self, group: &Group) -> Option<NaiveDate> {
        let all = self.groups();
        let next = all.iter().filter(|it| it.words(GroupWords::After) == group.id);
        let next = next.filter_map(Group::from).min().and_then(|day| day.pred_opt());
        group.to().into_iter().chain(next).min()
    }

    /// Begins the next period of a group: who is in it, what it is called and who leads it come along.
    pub fn begin_group_after(&mut self, id: &str, before: &Group, day: NaiveDate) {
        self.set_group_from(id, Some(day));
        for part in [GroupWords::Name, GroupWords::Size, GroupWords::Basis] {
            self.set_group_words(id, part, &before.words(part));
        }
        self.set_group_words(id, GroupWords::After, &before.id);
        for code in before.pupils() {
            self.set_group_pupil(id, &code, true);
        }
        for basis in before.bases() {
            self.set_group_basis(id, &basis, true);
        }
        for person in self.group_leads(&before.id) {
            self.set_group_lead(id, &person.id, true);
        }
    }

    /// Takes a period away and gives what stood there, for undo.
    pub fn remove_group(&mut self, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("{PLACE}/{id}"))
    }

    /// What has been tried in periods whose first day counts. One of which nobody knows how many are in
    /// it, and one that has no day, is none.
    pub fn groups_tried(&self, counts: impl Fn(NaiveDate) -> bool) -> Tried {
        let (mut sizes, mut compositions) = (Vec::new(), Vec::new());
        for group in self.groups() {
            let Some(size) = group.size().filter(|_| group.from().is_some_and(&counts)) else {
                continue;
            };
            let who = (size, group.pupils());
            if !sizes.contains(&size) {
                sizes.push(size);
            }
            if !compositions.contains(&who) {
                compositions.push(who);
            }
        }
        Tried { sizes: sizes.len(), compositions: compositions.len() }
    }
}

fn path(id: &str, part: &str) -> Path {
    format!("{PLACE}/{id}/{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::record::{Record as _, difference};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Periods in short: `a 2026-08-10 E01,E02 after b`; a number stands for so many pupils.
    fn with(periods: &[&str]) -> Initiative {
        let mut it = Initiative::default();
        for period in periods {
            let words: Vec<&str> = period.split(' ').collect();
            let id = words[0];
            it.set_group_from(id, words[1].parse().ok());
            for who in words[2].split(',') {
                if is_pupil_code(who) {
                    it.set_group_pupil(id, who, true);
                } else {
                    it.set_group_words(id, GroupWords::Size, who);
                }
            }
            if let Some(before) = words.get(4) {
                it.set_group_words(id, GroupWords::After, before);
            }
        }
        it
    }

    #[test]
    fn what_is_tried_is_told_from_who_is_in_it_and_how_many() {
        let table: [(&[&str], (usize, usize)); 9] = [
            (&[], (0, 0)),
            (&["a 2026-08-10 E01,E02,E03"], (1, 1)),
            // Others in it, as many.
            (&["a 2026-08-10 E01,E02", "b 2026-09-10 E01,E03"], (1, 2)),
            // The same again is nothing new.
            (&["a 2026-08-10 E01,E02", "b 2026-09-10 E02,E01"], (1, 1)),
            (&["a 2026-08-10 E01,E02", "b 2026-09-10 E01,E02,E03"], (2, 2)),
            // Without codes only the number is known.
            (&["a 2026-08-10 4", "b 2026-09-10 4", "c 2026-10-10 3"], (2, 2)),
            // To come, without a day, and without a number.
            (&["a 2026-12-01 4"], (0, 0)),
            (&["a - 4"], (0, 0)),
            (&["a 2026-08-10 x", "b 2026-08-10 0", "c 2026-08-10 61"], (0, 0)),
        ];
        let today = day("2026-11-25");
        for (periods, (sizes, compositions)) in table {
            let tried = with(periods).groups_tried(|day| day <= today);
            assert_eq!(tried, Tried { sizes, compositions }, "{periods:?}");
        }
    }

    #[test]
    fn a_period_ends_where_it_says_or_where_the_next_begins() {
        let mut it = with(&["a 2026-08-10 E01", "b 2026-09-10 E02 after a", "c 2026-09-01 E03"]);
        let ends = |it: &Initiative, id: &str| it.group_ends(&it.group(id).unwrap());
        assert_eq!(ends(&it, "a"), Some(day("2026-09-09")));
        assert_eq!((ends(&it, "b"), ends(&it, "c")), (None, None));
        it.set_group_to("a", Some(day("2026-08-31")));
        assert_eq!(ends(&it, "a"), Some(day("2026-08-31")));
        // Another tablet has begun the same change on an earlier day.
        it.set_group_from("d", Some(day("2026-08-20")));
        it.set_group_words("d", GroupWords::After, "a");
        assert_eq!(ends(&it, "a"), Some(day("2026-08-19")));
        let ids: Vec<_> = it.groups().into_iter().map(|group| group.id).collect();
        assert_eq!(ids, ["a", "d", "c", "b"]);
    }

    #[test]
    fn a_change_keeps_what_was_and_says_who_came_and_left() {
        let mut it = with(&["a 2026-08-10 E01,E02,E10"]);
        it.set_member("t1", Some(&Member { initials: "MK".into(), role: Role::default() }));
        it.set_group_lead("a", "t1", true);
        it.set_group_basis("a", BASES[0], true);
        it.set_group_words("a", GroupWords::Learnt, "Alle nåede at sige noget");
        let before = it.group("a").unwrap();
        it.begin_group_after("b", &before, day("2026-09-10"));
        it.set_group_pupil("b", "E10", false);
        it.set_group_pupil("b", "E04", true);
        it.set_group_pupil("b", "Ali", true);
        let (was, now) = (it.group("a").unwrap(), it.group("b").unwrap());
        assert_eq!(was, before);
        assert_eq!(moved(&was, &now), (vec!["E04".into()], vec!["E10".into()]));
        assert_eq!((now.size(), now.bases()), (Some(3), vec![BASES[0].to_owned()]));
        assert_eq!(now.words(GroupWords::Learnt), "", "nobody knows yet");
        it.set_member("t1", None);
        let leads = it.group_leads("b");
        assert_eq!((leads[0].initials.as_str(), leads[0].gone), ("MK", true));
    }

    #[test]
    fn each_part_has_a_path_of_its_own_and_comes_back() {
        let before = with(&["a 2026-08-10 E01"]);
        let mut it = before.clone();
        it.set_group_pupil("a", "E02", true);
        it.set_group_to("a", Some(day("2026-08-09")));
        let change = difference(&before, &it);
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["groups/a/pupils/E02", "groups/a/to"]);
        assert!(it.group("a").unwrap().is_backwards());
        let whole = it.clone();
        let taken = it.remove_group("a");
        assert_eq!(it.write(), Initiative::default().write());
        it.put_back(&taken);
        assert_eq!(it, whole);
    }

    #[test]
    fn a_number_that_is_none_is_said() {
        let no_number = |size: &str| {
            with(&[&format!("a 2026-08-10 {size}")]).group("a").unwrap().has_no_number()
        };
        assert_eq!(["4", "0", "61", "fire"].map(no_number), [false, true, true, true]);
    }
}
