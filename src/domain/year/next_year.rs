//! Starting again from an initiative in the next school year: what the team chooses for it, and what
//! each thing takes along. Only what is named here comes along, so whatever else is written about
//! pupils, by whatever version, stays where it is.
//!
//! What is chosen stands in the old initiative under `next/…` until it is used: whoever is interrupted
//! finds it again.

use chrono::NaiveDate;
use serde_json::json;

use crate::domain::calendar::SchoolYear;
use crate::domain::initiative::{ExpectationPart, Initiative, Listed};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{Lesson, Meeting, same_week};
use crate::domain::record::{EXAMPLE, Fields, INITIATIVE, Record as _, without_codes};
use crate::domain::voices::Survey;
use crate::ledger::{Gather, RecordId};

/// Where an initiative names the one it goes on from.
pub const CONTINUES: &str = "continues";

const START: &str = "next/start";
const TITLE: &str = "next/title";
const CLASS: &str = "next/class";

/// Something that keeps the next year from being started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextYearFlaw {
    /// The first day is missing.
    NoDay,
    /// The first day is in the old school year or before it.
    OldYear(SchoolYear),
    /// The first day is so far away that the year is probably wrong.
    TooFar,
    /// It has no title.
    Title,
}

/// What is chosen for the next year.
impl Initiative {
    /// The day in whose week it began: as it says, or that of the first thing of its plan.
    pub fn began(&self, planned: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        self.from().or(planned).unwrap_or(today)
    }

    /// The first day of the next year: as chosen, or the same week as the first time.
    pub fn next_start(&self, began: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
        if self.0.0.contains_key(START) {
            return self.0.day(START);
        }
        let (old, now) = (SchoolYear::of(began).0, SchoolYear::of(today).0);
        Some(same_week(began, now.saturating_sub(old).max(1)))
    }

    /// Chooses the first day. One that is cleared stays clear.
    pub fn set_next_start(&mut self, day: Option<NaiveDate>) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        self.0.put(START, day);
    }

    /// The class: as chosen, or a year older.
    pub fn next_class(&self) -> String {
        if self.0.0.contains_key(CLASS) {
            return self.0.text(CLASS);
        }
        a_year_older(&self.class())
    }

    /// Chooses the class.
    pub fn set_next_class(&mut self, class: &str) {
        self.0.put(CLASS, class);
    }

    /// The title: as chosen, or the same with the new class in it.
    pub fn next_title(&self) -> String {
        if self.0.0.contains_key(TITLE) {
            return self.0.text(TITLE);
        }
        match self.class().trim() {
            "" => self.title(),
            class => self.title().replace(class, self.next_class().trim()),
        }
    }

    /// Chooses the title.
    pub fn set_next_title(&mut self, title: &str) {
        self.0.put(TITLE, title);
    }

    /// Whether somebody of the team comes along.
    pub fn comes_along(&self, member: &str) -> bool {
        !self.0.flag(&format!("next/left/{member}"))
    }

    /// Says whether somebody of the team comes along.
    pub fn set_comes_along(&mut self, member: &str, comes: bool) {
        self.0.set(format!("next/left/{member}"), (!comes).then_some(json!(true)));
    }

    /// The initials of those who do not come along.
    pub fn leaving(&self) -> Vec<String> {
        let team = self.team().into_iter().filter(|(id, _)| !self.comes_along(id));
        let initials = team.map(|(_, member)| member.initials.trim().to_owned());
        initials.filter(|it| !it.is_empty()).collect()
    }

    /// What keeps the next year from being started, in the order of the form.
    pub fn next_flaws(&self, began: NaiveDate, today: NaiveDate) -> Vec<NextYearFlaw> {
        let old = SchoolYear::of(began);
        let last = SchoolYear::of(today).0.max(old.0).saturating_add(1);
        let day = match self.next_start(began, today) {
            None => Some(NextYearFlaw::NoDay),
            Some(day) if SchoolYear::of(day) <= old => Some(NextYearFlaw::OldYear(old)),
            Some(day) if SchoolYear::of(day).0 > last => Some(NextYearFlaw::TooFar),
            Some(_) => None,
        };
        let title = self.next_title().trim().is_empty().then_some(NextYearFlaw::Title);
        [day, title].into_iter().flatten().collect()
    }

    /// The initiative of the next year: what it is, whom it is for, what it is to change, what is expected
    /// of it, who works on it or can help, and the stand they share. Goals, tasks, answers, pupils, what was
    /// judged and all that was written underway begin anew. A code in what was written gives way to an
    /// ellipsis: it stands for somebody else next year.
    pub fn next(&self, rec: RecordId, start: NaiveDate, last: Option<NaiveDate>) -> Self {
        let year = SchoolYear::of(start);
        let mut next = Self::default();
        next.set_title(self.next_title().trim());
        next.set_kind(self.kind());
        next.set_class(self.next_class().trim());
        next.set_subject(&self.subject());
        let known = self.pupils();
        let fit = |text: String| without_codes(&text, &known, "…");
        next.set_purpose(&fit(self.purpose()));
        next.set_challenge(&fit(self.challenge()));
        next.set_changes(&fit(self.changes()));
        for id in self.worded_expectations() {
            next.add_expectation(&id);
            for part in [ExpectationPart::Text, ExpectationPart::Seen, ExpectationPart::Type] {
                next.set_expectation(&id, part, &fit(self.expectation(&id, part)));
            }
        }
        next.set_school_year(Some(year));
        next.set_from(Some(start));
        next.set_to(last);
        for (id, member) in self.team().iter().filter(|(id, _)| self.comes_along(id)) {
            next.set_member(id, Some(member));
        }
        next.set_stand(&fit(self.stand()));
        for (id, name) in self.named(Listed::Resource) {
            next.set_listed_name(Listed::Resource, &id, &name);
            next.set_helps_with(&id, &fit(self.helps_with(&id)));
        }
        // A holiday that this school does not have is not one next year either.
        for (key, part, value) in self.0.below_two("holidays") {
            if let (Some((holiday, _)), "gone") = (key.rsplit_once('-'), part) {
                next.0.put(format!("holidays/{holiday}-{}/gone", year.0), value.clone());
            }
        }
        next.0.put(CONTINUES, rec.to_string());
        next.0.put_flag(EXAMPLE, self.example());
        next
    }

    /// The initiative it goes on from.
    pub fn continues(&self) -> Option<RecordId> {
        self.0.parsed(CONTINUES)
    }
}

/// What things of the plan take along.
impl Initiative {
    /// A meeting of the next year.
    pub fn next_meeting(&self, meeting: &Meeting, day: Option<NaiveDate>) -> Fields {
        let paths = ["what", "title", "begins", "ends", "place", "time", "series", EXAMPLE];
        let mut next = Meeting::read(&taken(&meeting.0, &paths));
        next.set_who(&without(&meeting.who(), &self.leaving()));
        next.set_day(day);
        next.write()
    }

    /// A lesson of the next year.
    pub fn next_lesson(&self, lesson: &Lesson, day: Option<NaiveDate>) -> Fields {
        let paths = ["begins", "ends", "subject", "room", "model", EXAMPLE];
        let mut next = Lesson::read(&taken(&lesson.0, &paths));
        next.set_day(day);
        let (old, new) = (self.class(), self.next_class());
        let class = match lesson.class() {
            class if old.trim() == new.trim() => class,
            class if class.trim() == old.trim() => new.trim().to_owned(),
            class => a_year_older(&class),
        };
        next.set_class(&class);
        let leaving = self.leaving();
        for adult in Lesson::ADULTS {
            let name = lesson.adult(adult);
            let stays = leaving.iter().all(|gone| !is_same(gone, &name));
            next.set_adult(adult, if stays { &name } else { "" });
            next.set_role(adult, &lesson.role(adult));
        }
        next.write()
    }

    /// A measurement of the next year: with what is measured and how, on new days. The pupils, their
    /// answers and the goal stay behind.
    pub fn next_measurement(
        &self,
        measurement: &Measurement,
        moved: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Fields {
        let inside = |path: &str| {
            ["instrument", "instrumentVersion", EXAMPLE].contains(&path)
                || path.starts_with("own/")
                || path.starts_with("settings/")
        };
        let taken = measurement.0.all().0.iter().filter(|(path, _)| inside(path));
        let taken = taken.map(|(path, value)| (path.clone(), value.clone())).gather();
        let mut next = Measurement::read(&Fields(taken));
        for wave in measurement.waves() {
            if let Some(day) = measurement.wave_day(&wave).and_then(&moved) {
                next.set_wave_day(&wave, Some(day));
            }
        }
        next.write()
    }
}

/// What is asked of pupils and of the staff.
impl Initiative {
    /// A survey of the next year: which questions, without its rounds and answers.
    pub fn next_survey(&self, survey: &Survey) -> Fields {
        let inside = |path: &str| {
            ["survey", "about", EXAMPLE].contains(&path)
                // The expectation that a question is about stays behind.
                || ["left/", "bank/", "own/"].iter().any(|place| path.starts_with(place))
                    && !path.ends_with("/expects")
        };
        let taken = survey.write().0.into_iter().filter(|(path, _)| inside(path));
        let mut next = Survey::read(&Fields(taken.gather()));
        let is_ours = survey.class().trim() == self.class().trim();
        next.set_class(
            if is_ours { self.next_class().trim().to_owned() } else { survey.class() }.as_str(),
        );
        next.write()
    }
}

/// Has a thing belong to an initiative.
pub fn belonging(mut fields: Fields, initiative: RecordId) -> Fields {
    fields.put(INITIATIVE, initiative.to_string());
    fields
}

/// The values at some paths.
fn taken(fields: &Fields, paths: &[&str]) -> Fields {
    let mut taken = Fields::default();
    for path in paths {
        taken.set(*path, fields.0.get(*path).cloned());
    }
    taken
}

/// `5.b` is `6.b` next year. What begins with no class from 0 to 9 keeps its name.
fn a_year_older(class: &str) -> String {
    let class = class.trim();
    let older = class.split_once('.').and_then(|(grade, rest)| {
        let grade: u8 = grade.parse().ok().filter(|grade| *grade <= 9)?;
        Some(format!("{}.{rest}", grade + 1))
    });
    older.unwrap_or_else(|| class.to_owned())
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.trim().to_lowercase()
}

/// A list of people without some of them, as it was written.
fn without(people: &str, gone: &[String]) -> String {
    let is_there = people
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|name| gone.iter().any(|it| is_same(it, name)));
    if !is_there {
        return people.to_owned();
    }
    let names = people.split([',', ';', '/', '+', '&', ' ', '\n']).map(str::trim);
    let stay = names.filter(|name| !name.is_empty() && gone.iter().all(|it| !is_same(it, name)));
    stay.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::{InitiativeKind, Member, Role};
    use crate::domain::measurement::{END, Given, START as FIRST};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn old() -> Initiative {
        let mut it = Initiative::default();
        it.set_title("Tolærere i 5.b");
        it.set_kind(Some(InitiativeKind::CoTeaching));
        it.set_class("5.b");
        it.set_subject("Dansk");
        it.set_purpose("Flere kommer til orde");
        it.set_school_year(Some(SchoolYear(2026)));
        it.set_from(Some(day("2026-08-11")));
        for (id, initials) in [("a", "MK"), ("b", "JP")] {
            let role = Role("laerer".into());
            it.set_member(id, Some(&Member { initials: initials.into(), role }));
        }
        it
    }

    const TODAY: &str = "2027-06-21";

    #[test]
    fn what_is_not_chosen_follows_from_the_year_that_was() {
        let (mut it, began, today) = (old(), day("2026-08-11"), day(TODAY));
        assert_eq!(it.next_start(began, today), Some(day("2027-08-17")));
        assert_eq!((it.next_class(), it.next_title()), ("6.b".into(), "Tolærere i 6.b".into()));
        it.set_next_class("6.x");
        assert_eq!(it.next_title(), "Tolærere i 6.x");
        it.set_next_title("");
        it.set_next_start(None);
        assert_eq!(it.next_flaws(began, today), [NextYearFlaw::NoDay, NextYearFlaw::Title]);
        // Two years later it is this year that comes next.
        assert_eq!(old().next_start(began, day("2028-11-01")), Some(day("2028-08-15")));
        let classes = ["5.b", "0.a", "9.x", "10.c", "2. årgang", "Hold 3", "", "a.b"];
        let older = ["6.b", "1.a", "10.x", "10.c", "3. årgang", "Hold 3", "", "a.b"];
        assert_eq!(classes.map(a_year_older), older);
    }

    #[test]
    fn the_first_day_is_in_a_new_school_year_and_not_in_another_century() {
        let table = [
            ("2027-07-31", Some(NextYearFlaw::OldYear(SchoolYear(2026)))),
            ("2026-08-11", Some(NextYearFlaw::OldYear(SchoolYear(2026)))),
            ("2027-08-01", None),
            ("2028-07-31", None),
            ("2028-08-01", Some(NextYearFlaw::TooFar)),
        ];
        for (start, flaw) in table {
            let mut it = old();
            it.set_next_start(Some(day(start)));
            let found = it.next_flaws(day("2026-08-11"), day(TODAY));
            assert_eq!(found, Vec::from_iter(flaw), "{start}");
        }
    }

    #[test]
    fn only_what_is_named_comes_along() {
        let mut it = old();
        it.set_comes_along("b", false);
        let written = [
            ("goals/g/what", "x"),
            ("tasks/lt-or-moeder/done", "x"),
            ("questions/q", "x"),
            ("pupils/E01", "x"),
            ("groups/g/from", "2026-08-11"),
            ("changes", "Også E01 siger noget"),
            ("expectations/a/text", "E01s gruppe er med"),
            ("expectations/a/seen", "Vi tæller hænder"),
            ("expectations/a/type", "elever"),
            ("expectations/a/agreed/x", "x"),
            ("expectations/a/outcome", "ja"),
            ("expectations/a/why", "x"),
            ("expectations/b/seen", "x"),
            ("stand", "x"),
            ("materials/m/name", "x"),
            ("resources/r/name", "x"),
            ("resources/r/helps", "x"),
            ("points/p/name", "x"),
            ("holidays/vinterferie-2026/gone", "x"),
            ("holidays/own/name", "x"),
        ];
        for (path, value) in written {
            it.0.put(path, value);
        }
        let rec = RecordId::new(1, [1; 10]);
        let next = it.next(rec, day("2027-08-17"), Some(day("2028-06-23")));
        let paths: Vec<_> = next.write().0.into_keys().collect();
        let expected = [
            "changes",
            "class",
            "continues",
            "expectations/a/made",
            "expectations/a/seen",
            "expectations/a/text",
            "expectations/a/type",
            "from",
            "holidays/vinterferie-2027/gone",
            "kind",
            "purpose",
            "resources/r/helps",
            "resources/r/name",
            "schoolYear",
            "stand",
            "subject",
            "team/a",
            "title",
            "to",
        ];
        assert_eq!(paths, expected);
        assert_eq!((next.title().as_str(), next.class().as_str()), ("Tolærere i 6.b", "6.b"));
        assert_eq!((next.school_year(), next.continues()), (Some(SchoolYear(2027)), Some(rec)));
        assert_eq!(next.changes(), "Også … siger noget");
        assert_eq!(next.expectation("a", ExpectationPart::Text), "…s gruppe er med");
        assert_eq!(it.leaving(), ["JP"]);
    }

    fn fields(words: &str) -> Fields {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, text) = word.split_once('=').unwrap();
            fields.put(path, text);
        }
        fields
    }

    #[test]
    fn a_meeting_and_a_lesson_begin_anew_without_who_has_left() {
        let mut it = old();
        it.set_comes_along("b", false);
        let meeting = fields(
            "what=moede-justering day=2026-11-24 begins=14:00 place=12 who=MK,JP series=s \
             status=aflyst reason=vikar note=x agenda/1=x until=2026-12-01 new=x initiative=y",
        );
        let next = it.next_meeting(&Meeting::read(&meeting), Some(day("2027-11-23")));
        let expected = "what=moede-justering day=2027-11-23 begins=14:00 place=12 who=MK series=s";
        assert_eq!(next, fields(expected));
        let lesson = fields(
            "day=2026-11-24 begins=10:00 ends=10:45 class=5.b subject=Dansk room=12 focus=Ali \
             adults/a=MK adults/b=jp roles/a=x roles/b=y status=gennemfoert adjustment=z new=x",
        );
        let next = it.next_lesson(&Lesson::read(&lesson), None);
        let expected = "begins=10:00 ends=10:45 class=6.b subject=Dansk room=12 adults/a=MK \
                        roles/a=x roles/b=y";
        assert_eq!(next, fields(expected));
        let other = it.next_lesson(&Lesson::read(&fields("class=5.a")), None);
        assert_eq!(other, fields("class=6.a"));
        it.set_next_class("5.b");
        assert_eq!(it.next_lesson(&Lesson::read(&fields("class=5.a")), None), fields("class=5.a"));
    }

    #[test]
    fn people_are_taken_out_of_a_list_and_out_of_no_other_words() {
        let gone = ["JP".to_owned()];
        let table = [
            ("MK, JP, KA", "MK, KA"),
            ("MK og JP", "MK, og"),
            ("hele teamet", "hele teamet"),
            ("JPK", "JPK"),
            ("jp", ""),
        ];
        for (people, expected) in table {
            assert_eq!(without(people, &gone), expected, "{people}");
        }
    }

    #[test]
    fn a_measurement_takes_its_questions_along_and_no_pupil() {
        let mut it = Measurement::default();
        assert!(it.set_instrument("maaling-motivation-mellemtrin", 1) && it.set_goal("g"));
        it.set_wave_day(FIRST, Some(day("2026-08-18")));
        it.set_wave_day(END, Some(day("2027-06-22")));
        it.add_pupil("E01");
        it.set_answer(FIRST, "E01", "mo-m1", Some(&Given::Step(4)));
        it.set_left("E01", true);
        let moved = |day: NaiveDate| (day != self::day("2027-06-22")).then(|| same_week(day, 1));
        let next = old().next_measurement(&it, moved);
        let paths: Vec<_> = next.0.keys().map(String::as_str).collect();
        assert_eq!(paths, ["instrument", "instrumentVersion", "waves/start"]);
        let next = Measurement::read(&next);
        assert_eq!(next.wave_day(FIRST), Some(day("2027-08-24")));
        assert!(!next.is_begun() && next.pupils().is_empty());
    }
}
