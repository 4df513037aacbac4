//! What is next across all initiatives, and what may be seen of each from above: days, goals, and how much
//! was planned and held. Nothing of notes, levels, answers, or of one person's agreements is in it, so
//! whoever leads can keep the promise not to look.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::app::initiative::Counts;
use crate::app::initiative::goals::GoalLook;
use crate::app::initiative::phases::{Point, phases};
use crate::app::plan::{InitiativePlan, PlanItem};
use crate::app::store::{AppError, List, Repository, Standing};
use crate::domain::calendar::Week;
use crate::domain::initiative::phase_content::{PhaseContent, phase_content};
use crate::domain::initiative::preparation::task;
use crate::domain::initiative::{DecisionState, GoalDay, GoalWords, Person, SETTING_UP, StepKind};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{three_times, time_sums};
use crate::domain::record::{EXAMPLE, Kind, Record as _};
use crate::domain::text::fold::fold;
use crate::exchange::{Parts, SchoolSummary, SummaryGoal, SummaryRow};
use crate::ledger::{RecordId, in_order};

/// More initiatives than a school has at a time.
const ALL: u32 = 60;

/// More measurements, surveys or agreements than an initiative has.
const MANY: u32 = 200;

/// The facts about the device: what schools have told, and what our own is called.
const SUMMARIES: &str = "school-summaries";
const SCHOOL: &str = "school";

/// So many days before an initiative ends, that nothing is decided is something to do.
const SOON: u64 = 30;

/// One initiative as it is seen from above.
#[derive(Debug, Clone, PartialEq)]
pub struct AcrossLook {
    /// The initiative.
    pub rec: RecordId,
    /// Its plan, with the initiative.
    pub plan: InitiativePlan,
    /// Its measurements.
    pub measured: Vec<Standing>,
    /// Its pupil surveys.
    pub surveyed: Vec<Standing>,
    /// How many agreements there are on observing each other. Of what is in them nothing is told.
    pub agreements: u32,
    /// Its goals.
    pub goals: Vec<GoalLook>,
    /// What there is of each thing.
    pub counts: Counts,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The initiative.
    pub rec: RecordId,
    /// The day it is to be done by, or is held.
    pub day: Option<NaiveDate>,
    /// Whether it was to be done before.
    pub late: bool,
    /// What.
    pub what: What,
}

/// What there is to do.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A task of leadership, by its id, and who sees to it.
    Task(String, Option<Person>),
    /// A step of one of the phases.
    Point(Point),
    /// A meeting of this week.
    Meeting(PlanItem),
    /// It is to be decided what stays of the initiative.
    Decide,
}

impl AcrossLook {
    fn of(
        rec: RecordId,
        plan: InitiativePlan,
        [measured, surveyed]: [Vec<Standing>; 2],
        agreements: u32,
        today: NaiveDate,
    ) -> Self {
        let goals = GoalLook::all(&plan, &measured, &surveyed, today);
        // What an agreement waits for is between those who made it.
        let counts = Counts::of(phase_content(), &plan, &goals, &[], &measured, today);
        Self { rec, plan, measured, surveyed, agreements, goals, counts }
    }

    /// What is late, what has a day, and the first of what has none.
    pub fn dues(&self, content: &PhaseContent, today: NaiveDate) -> Vec<Due> {
        let mut dues = self.tasks(content, today);
        let looks = phases(&self.counts, today);
        let current = self.plan.initiative.phase_on(today).unwrap_or(1);
        for (number, look) in (1_u8..).zip(looks) {
            for (late, points) in [(true, look.late), (false, look.next)] {
                let mut has_undated = number != current;
                for point in points.into_iter().filter(|it| self.may_be_seen(it)) {
                    let day = self.day_of(&point);
                    // Of what has no day the first is enough.
                    if !late && day.is_none() && std::mem::replace(&mut has_undated, true) {
                        continue;
                    }
                    dues.push(Due { rec: self.rec, day, late, what: What::Point(point) });
                }
            }
        }
        dues.extend(self.meetings(today));
        dues.extend(self.decision(today));
        dues
    }

    /// The tasks of leadership that are not done and have somebody or a day.
    fn tasks(&self, content: &PhaseContent, today: NaiveDate) -> Vec<Due> {
        let it = &self.plan.initiative;
        let ids = content.preparing().iter().flat_map(|group| &group.items);
        let open = ids.filter(|item| !it.is_done(&task(&item.id))).filter_map(|item| {
            let place = task(&item.id);
            let (who, day) = (it.who(&place), it.by(&place));
            (who.is_some() || day.is_some()).then(|| Due {
                rec: self.rec,
                day,
                late: it.is_late(&place, today),
                what: What::Task(item.id.clone(), who),
            })
        });
        open.collect()
    }

    /// Whether a step is one that may be seen from above: no agreement of two people, no readiness of one,
    /// and no task, which stands there already.
    fn may_be_seen(&self, point: &Point) -> bool {
        match point {
            Point::Prepare(step) => match &step.kind {
                StepKind::Task(id) => {
                    let place = task(id);
                    let it = &self.plan.initiative;
                    it.who(&place).is_none() && it.by(&place).is_none()
                }
                StepKind::Question(_) => true,
                StepKind::SelfCheck(_) | StepKind::Help(_) => false,
            },
            // Of agreements only the number is known here.
            Point::AgreeOn => self.agreements == 0,
            Point::Settle(_)
            | Point::Observe(_)
            | Point::Talk(_)
            | Point::FollowUp(_)
            | Point::Erase(_) => false,
            _ => true,
        }
    }

    fn day_of(&self, point: &Point) -> Option<NaiveDate> {
        let wave = |rec: &RecordId, which: usize| {
            let found = self.counts.measurements.iter().find(|it| it.rec == *rec)?;
            found.days.get(which).copied().flatten()
        };
        match point {
            Point::LookAt(_, day) => Some(*day),
            Point::Reach(id) => {
                self.goals.iter().find(|it| it.goal.id == *id)?.goal.day(GoalDay::By)
            }
            Point::MeasureStart(rec) => wave(rec, 0),
            Point::MeasureEnd(rec) => wave(rec, 1),
            _ => None,
        }
    }

    /// The meetings that are to come this week.
    fn meetings(&self, today: NaiveDate) -> Vec<Due> {
        let week = Week::of(today);
        let items = self.plan.items.iter().filter(|it| it.kind == Kind::Meeting && !it.is_off());
        let due = items.filter_map(|it| {
            let day = it.day().filter(|day| today <= *day && Week::of(*day) == week)?;
            let what = What::Meeting(it.clone());
            Some(Due { rec: self.rec, day: Some(day), late: false, what })
        });
        due.collect()
    }

    /// The decision, where the end is near and it is not made or lacks something.
    fn decision(&self, today: NaiveDate) -> Option<Due> {
        let it = &self.plan.initiative;
        let to = it.to()?;
        let is_near = to <= today.checked_add_days(Days::new(SOON))?;
        let is_open = it.decision_state() != DecisionState::Whole;
        (is_near && is_open).then_some(Due {
            rec: self.rec,
            day: Some(to),
            late: to < today,
            what: What::Decide,
        })
    }

    /// What a school tells its municipality: numbers and days, and no word that somebody wrote.
    pub fn summary(&self, parts: &Parts, today: NaiveDate) -> SummaryRow {
        let it = &self.plan.initiative;
        let goal = |look: &GoalLook| SummaryGoal {
            category: look.goal.words(GoalWords::Category),
            by: look.goal.day(GoalDay::By),
            reached: look.progress.is_reached(),
        };
        let meetings = self.plan.meetings();
        let days = meetings.iter().filter_map(|it| it.day());
        let (first, last) = (days.clone().min(), days.max());
        let off = first.zip(last).map(|(first, last)| it.days_off(first, last.max(today)));
        let sums = time_sums(&three_times(&meetings, &off.unwrap_or_default(), today), today);
        let measured = self.measured.iter();
        let measured = measured.filter(|(_, fields)| Measurement::read(fields).is_begun()).count();
        SummaryRow {
            kind: it.kind().map(|kind| kind.id().to_owned()).unwrap_or_default(),
            from: it.from(),
            to: it.to(),
            lessons: parts.lessons.then_some(self.counts.lessons),
            times: parts.times.then(|| sums.map(|sum| (sum.held, sum.weeks))),
            talks: parts.talks.then_some((
                self.agreements,
                u32::try_from(self.counts.observations).unwrap_or(u32::MAX),
                u32::try_from(measured).unwrap_or(u32::MAX),
            )),
            goals: parts.goals.then(|| self.goals.iter().map(goal).collect()),
        }
    }
}

/// What there is to do, the late first, then by day; what has no day is last.
pub fn in_time(dues: Vec<Due>) -> Vec<Due> {
    in_order(dues, |a, b| {
        let when = |it: &Due| (!it.late, it.day.is_none(), it.day);
        when(a).cmp(&when(b))
    })
}

impl Repository {
    /// Every initiative that is worked on, as it is seen from above. Nothing made up is in it, and nothing
    /// that is still being set up.
    ///
    /// # Errors
    /// The store refused.
    pub async fn across(&self, today: NaiveDate) -> Result<Vec<AcrossLook>, AppError> {
        let mut looks = Vec::new();
        for (rec, fields) in self.standing(List::Kind(Kind::Initiative), ALL).await? {
            if fields.flag(EXAMPLE) || fields.0.contains_key(SETTING_UP) {
                continue;
            }
            let Some(plan) = self.plan_of(rec).await? else { continue };
            let measured = self.standing(List::Of(rec, Kind::Measurement), MANY).await?;
            let surveyed = self.standing(List::Of(rec, Kind::Survey), MANY).await?;
            let agreements = self.count(List::Of(rec, Kind::Agreement)).await?;
            looks.push(AcrossLook::of(rec, plan, [measured, surveyed], agreements, today));
        }
        Ok(looks)
    }

    /// What schools have told on this device, in the order of their names.
    ///
    /// # Errors
    /// The store refused.
    pub async fn school_summaries(&self) -> Result<Vec<SchoolSummary>, AppError> {
        let kept = self.fact(SUMMARIES).await?.unwrap_or_default();
        let kept = kept.as_array().into_iter().flatten();
        Ok(kept.filter_map(SchoolSummary::from_json).collect())
    }

    /// Keeps what schools tell. Of a school the latest stands.
    ///
    /// # Errors
    /// The store refused.
    pub async fn keep_summaries(&self, found: Vec<SchoolSummary>) -> Result<(), AppError> {
        let kept = self.school_summaries().await?;
        self.set_summaries(&with_newer(kept, found)).await
    }

    /// Takes away what a school has told.
    ///
    /// # Errors
    /// The store refused.
    pub async fn forget_school(&self, school: &str) -> Result<(), AppError> {
        let mut kept = self.school_summaries().await?;
        kept.retain(|it| it.school != school);
        self.set_summaries(&kept).await
    }

    async fn set_summaries(&self, all: &[SchoolSummary]) -> Result<(), AppError> {
        let all: Vec<Value> = all.iter().map(SchoolSummary::to_json).collect();
        self.set_fact(SUMMARIES, &Value::Array(all)).await
    }

    /// What our own school is called; empty where nobody has said.
    ///
    /// # Errors
    /// The store refused.
    pub async fn school(&self) -> Result<String, AppError> {
        let name = self.fact(SCHOOL).await?;
        Ok(name.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    /// Says what our own school is called.
    ///
    /// # Errors
    /// The store refused.
    pub async fn set_school(&self, name: &str) -> Result<(), AppError> {
        self.set_fact(SCHOOL, &Value::from(name)).await
    }
}

/// All summaries in the order of their schools' names, of each school the latest; of two of one day the one
/// that came last.
fn with_newer(mut kept: Vec<SchoolSummary>, found: Vec<SchoolSummary>) -> Vec<SchoolSummary> {
    for it in found {
        match kept.iter_mut().find(|known| fold(&known.school) == fold(&it.school)) {
            Some(known) if known.made > it.made => {}
            Some(known) => *known = it,
            None => kept.push(it),
        }
    }
    in_order(kept, |a, b| fold(&a.school).cmp(&fold(&b.school)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::{GoalWords, Initiative, Member, Role};

    const TODAY: &str = "2026-11-25";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rec(n: u8) -> RecordId {
        RecordId::new(n.into(), [n; 10])
    }

    fn item(n: u8, kind: Kind, words: &str) -> PlanItem {
        PlanItem::of_words(n, kind, words)
    }

    fn look(initiative: Initiative, items: Vec<PlanItem>) -> AcrossLook {
        AcrossLook::of(
            rec(1),
            InitiativePlan { initiative, items },
            [vec![], vec![]],
            3,
            day(TODAY),
        )
    }

    /// What is due in short: `2026-11-20 late task`.
    fn told(look: &AcrossLook) -> Vec<String> {
        let dues = in_time(look.dues(phase_content(), day(TODAY))).into_iter();
        let dues = dues.map(|due| {
            let what = match due.what {
                What::Task(_, who) => {
                    format!("task {}", who.map(|it| it.initials).unwrap_or_default())
                }
                What::Point(Point::SayMeetings(_)) => "say meetings".to_owned(),
                What::Point(Point::LookAt(..)) => "look at goal".to_owned(),
                What::Point(Point::Reach(_)) => "reach goal".to_owned(),
                What::Point(_) => "step".to_owned(),
                What::Meeting(_) => "meeting".to_owned(),
                What::Decide => "decide".to_owned(),
            };
            let day = due.day.map(|day| day.to_string()).unwrap_or_default();
            format!("{day}{} {what}", if due.late { " late" } else { "" }).trim().to_owned()
        });
        dues.collect()
    }

    fn initiative() -> Initiative {
        let mut it = Initiative::default();
        it.set_from("2026-08-10".parse().ok());
        it.set_to("2026-12-18".parse().ok());
        it.set_member("h", Some(&Member { initials: "HN".into(), role: Role::default() }));
        it
    }

    #[test]
    fn what_is_late_comes_first_and_the_rest_by_day() {
        let mut it = initiative();
        let tasks: Vec<String> = phase_content()
            .preparing()
            .iter()
            .flat_map(|it| &it.items)
            .map(|it| task(&it.id))
            .collect();
        it.set_by(&tasks[0], Some(day("2026-11-20")));
        it.set_who(&tasks[0], "h");
        it.set_by(&tasks[1], Some(day("2026-12-01")));
        it.set_who(&tasks[2], "h");
        it.set_by(&tasks[3], Some(day("2026-11-01")));
        it.set_done(&tasks[3], true);
        it.set_goal_day("g", GoalDay::By, Some(day("2026-11-10")));
        let items = vec![
            item(2, Kind::Meeting, "day=2026-11-24 what=moede-sparring"),
            item(3, Kind::Meeting, "day=2026-11-26 what=moede-sparring"),
            item(4, Kind::Meeting, "day=2026-11-27 what=moede-sparring status=flyttet"),
            item(5, Kind::Meeting, "day=2026-11-30 what=moede-sparring"),
        ];
        assert_eq!(
            told(&look(it, items)),
            [
                "2026-11-10 late reach goal",
                "2026-11-20 late task HN",
                "late say meetings",
                "2026-11-26 meeting",
                "2026-12-01 task",
                "2026-12-18 decide",
                "task HN",
                "step",
            ]
        );
    }

    #[test]
    fn of_a_school_the_latest_stands_and_schools_stand_by_name() {
        let told = |school: &str, made: &str| SchoolSummary {
            school: school.to_owned(),
            made: day(made),
            rows: Vec::new(),
        };
        let kept = vec![told("Østre Skole", "2026-11-01"), told("Klit", "2026-11-02")];
        let found = vec![
            told("KLIT", "2026-11-01"),
            told("Agerskov", "2026-10-01"),
            told("østre skole", "2026-11-03"),
        ];
        let all = with_newer(kept, found);
        let all: Vec<_> = all.iter().map(|it| format!("{} {}", it.school, it.made)).collect();
        assert_eq!(all, ["Agerskov 2026-10-01", "Klit 2026-11-02", "østre skole 2026-11-03"]);
    }

    #[test]
    fn nothing_of_one_person_is_seen_from_above() {
        let mut it = initiative();
        it.set_level("h", "kt-metoder", Some(1));
        it.set_need("h", "materialer", true);
        it.set_by("readiness/h", Some(day("2026-11-01")));
        let items = vec![
            item(2, Kind::Agreement, "day=2026-11-20 observed=MK observer=KA"),
            item(3, Kind::Observation, "day=2026-11-20 class=5.b finished=x texts/a=Ali"),
        ];
        let look = look(it, items);
        let told = told(&look).join("; ");
        assert!(!told.contains("2026-11-01") && !told.contains("2026-11-20"), "{told}");
        let row = look.summary(&Parts::all(), day(TODAY));
        assert_eq!(row.talks, Some((3, 1, 0)));
    }

    #[test]
    fn a_summary_holds_what_was_chosen_and_no_word_that_somebody_wrote() {
        let mut it = initiative();
        it.set_title("Tolærere i 5.b med Ali");
        it.set_class("5.b");
        it.set_goal_words("g", GoalWords::Text, "E01 siger noget i 5.b");
        it.set_goal_words("g", GoalWords::Category, "elever");
        it.set_goal_day("g", GoalDay::By, Some(day("2026-12-18")));
        let items = vec![
            item(2, Kind::Lesson, "day=2026-11-23 status=gennemfoert class=5.b adjustment=Ali"),
            item(3, Kind::Lesson, "day=2026-11-24 status=aflyst"),
            item(
                4,
                Kind::Meeting,
                "day=2026-11-17 what=moede-faelles-planlaegning status=gennemfoert note=Ali",
            ),
        ];
        let look = look(it, items);
        let row = look.summary(&Parts::all(), day(TODAY));
        assert_eq!((row.lessons, row.times), (Some((1, 2)), Some([(1, 1), (0, 0), (0, 0)])));
        assert_eq!(row.goals.as_ref().map(Vec::len), Some(1));
        let summary = crate::exchange::SchoolSummary {
            school: "Klitbakkeskolen".into(),
            made: day(TODAY),
            rows: vec![row],
        };
        let file = crate::exchange::write_summary(&summary);
        for gone in ["Ali", "5.b", "E01", "HN", "siger"] {
            assert!(!file.contains(gone), "{gone}: {file}");
        }
        let row = look.summary(&Parts::default(), day(TODAY));
        assert_eq!((row.lessons, row.times, row.talks, row.goals), (None, None, None, None));
    }
}
