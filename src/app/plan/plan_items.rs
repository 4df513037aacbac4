//! Everything that stands in the plan of an initiative: lessons, meetings, agreed observations and
//! their talks, the observations that were made, each wave of a measurement, each round of a pupil
//! survey and of an evaluation of the collaboration, and the days by which goals are to be reached.

use chrono::{NaiveDate, NaiveTime};

use crate::app::store::{AppError, List, Repository, Standing, Summary};
use crate::domain::agreement::Agreement;
use crate::domain::initiative::{Goal, GoalDay, GoalWords, Initiative};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{AGREEMENT, DAY, Fields, Kind, Record as _};
use crate::domain::voices::Survey;
use crate::ledger::{RecordId, in_order};

/// More things of a kind than an initiative has in a school year.
const ALL: u32 = 600;

/// How many days before an initiative begins its observations should be planned.
const SOON: i64 = 14;

/// The id of what time is set aside for when it is an observation.
const OBSERVATION: &str = "observation";

/// The kinds that have a place in a plan.
const KINDS: [Kind; 8] = [
    Kind::Lesson,
    Kind::Meeting,
    Kind::Agreement,
    Kind::Observation,
    Kind::Measurement,
    Kind::Survey,
    Kind::PupilTalk,
    Kind::Collaboration,
];

/// The part of an agreement that is its talk.
const TALK: &str = "talk";

/// Where a goal of the plan has its words.
const TITLE: &str = "title";

/// One thing of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanItem {
    /// The record.
    pub rec: RecordId,
    /// Of what kind.
    pub kind: Kind,
    /// Which part of it, where it has several: the talk of an agreement, a wave of a measurement, a
    /// round of a survey, a goal of the initiative.
    pub part: Option<String>,
    /// The values, with what is being written.
    pub fields: Fields,
    /// When it was last changed, in milliseconds since 1970; what was never left has no such time.
    pub changed: u64,
}

impl PlanItem {
    /// A record as it stands in a plan.
    pub fn of(rec: RecordId, kind: Kind, fields: Fields) -> Self {
        Self { rec, kind, part: None, fields, changed: 0 }
    }

    /// Whether it is the talk of an agreement and not its observation.
    pub fn is_talk(&self) -> bool {
        self.kind == Kind::Agreement && self.part.is_some()
    }

    /// The words of a goal.
    pub fn goal(&self) -> String {
        self.fields.text(TITLE)
    }

    /// Its day.
    pub fn day(&self) -> Option<NaiveDate> {
        match &self.part {
            Some(wave) if self.kind == Kind::Measurement => {
                Measurement::read(&self.fields).wave_day(wave)
            }
            Some(round) if [Kind::Survey, Kind::Collaboration].contains(&self.kind) => {
                Survey::read(&self.fields).round_day(round)
            }
            Some(_) if self.kind == Kind::Agreement => Agreement::read(&self.fields).talk_day(),
            _ => self.fields.day(DAY),
        }
    }

    /// When it begins.
    pub fn begins(&self) -> Option<NaiveTime> {
        if self.is_talk() {
            return Agreement::read(&self.fields).talk_begins();
        }
        self.fields.time("begins")
    }

    /// When it ends, where that is known.
    pub fn ends(&self) -> Option<NaiveTime> {
        let begins = self.begins()?;
        let minutes = |text: String| {
            let minutes = text.trim().parse().ok()?;
            match begins.overflowing_add_signed(chrono::TimeDelta::try_minutes(minutes)?) {
                (ends, 0) => Some(ends),
                _ => None,
            }
        };
        let ends = match self.kind {
            Kind::Agreement if self.is_talk() => {
                minutes(Agreement::read(&self.fields).talk_minutes())
            }
            Kind::Agreement => minutes(Agreement::read(&self.fields).minutes()),
            _ => self.fields.time("ends"),
        };
        ends.filter(|ends| begins < *ends)
    }

    /// Whether it was called off, or another time stands in its place.
    pub fn is_off(&self) -> bool {
        match self.kind {
            Kind::Lesson => Lesson::read(&self.fields).is_off(),
            Kind::Meeting => {
                let meeting = Meeting::read(&self.fields);
                meeting.is_lost() || meeting.is_moved()
            }
            _ => false,
        }
    }
}

/// The plan of an initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct InitiativePlan {
    /// The initiative.
    pub initiative: Initiative,
    /// What stands in the plan, in the order it comes; what has no day is at the end.
    pub items: Vec<PlanItem>,
}

impl InitiativePlan {
    /// The lessons with their values.
    pub fn lessons(&self) -> Vec<Standing> {
        let lessons = self.items.iter().filter(|it| it.kind == Kind::Lesson);
        lessons.map(|it| (it.rec, it.fields.clone())).collect()
    }

    /// The meetings.
    pub fn meetings(&self) -> Vec<Meeting> {
        let meetings = self.items.iter().filter(|it| it.kind == Kind::Meeting);
        meetings.map(|it| Meeting::read(&it.fields)).collect()
    }

    /// The day the initiative begins, where that is soon and no observation is planned.
    pub fn lacks_observation(&self, today: NaiveDate) -> Option<NaiveDate> {
        let from = self.initiative.from()?;
        let days = (from - today).num_days();
        let is_observation = |item: &PlanItem| match item.kind {
            Kind::Meeting => Meeting::read(&item.fields).what() == OBSERVATION,
            kind => [Kind::Agreement, Kind::Observation].contains(&kind),
        };
        let is_soon = (0..=SOON).contains(&days) && !self.items.iter().any(is_observation);
        is_soon.then_some(from)
    }
}

impl Repository {
    /// The plan of an initiative; `None` where it is not here.
    ///
    /// # Errors
    /// The store refused.
    pub async fn plan_of(&self, initiative: RecordId) -> Result<Option<InitiativePlan>, AppError> {
        let Some(opened) = self.record(initiative).await? else { return Ok(None) };
        if opened.summary.known_kind() != Some(Kind::Initiative) {
            return Ok(None);
        }
        let drafts = self.drafts().await?;
        let mut items = Vec::new();
        for kind in KINDS {
            let list = List::Of(initiative, kind);
            for (rec, fields, changed) in self.standing_since(list, ALL, &drafts).await? {
                items.push(PlanItem { changed, ..PlanItem::of(rec, kind, fields) });
            }
        }
        let mut items = in_parts(items);
        let of = Initiative::read(&opened.fields());
        items.extend(of.goals().iter().filter_map(|goal| goal_in_plan(&opened.summary, goal)));
        let when = |it: &PlanItem| {
            let day = it.day();
            (day.is_none(), day, it.begins(), it.rec)
        };
        let items = in_order(items, |a, b| when(a).cmp(&when(b)));
        Ok(Some(InitiativePlan { initiative: of, items }))
    }

    /// As [`Repository::plan_of`], to leave the device: what is being written is made a revision first,
    /// so that a later change is known to be later.
    ///
    /// # Errors
    /// The store refused.
    pub async fn plan_to_send(
        &self,
        initiative: RecordId,
    ) -> Result<Option<InitiativePlan>, AppError> {
        self.seal_all().await?;
        self.plan_of(initiative).await
    }
}

/// A goal stands in the plan on the day it is to be reached. Of its values only what the plan shows
/// is taken along.
fn goal_in_plan(initiative: &Summary, goal: &Goal) -> Option<PlanItem> {
    let by = goal.day(GoalDay::By)?;
    let mut fields = Fields::default();
    fields.put(DAY, by.to_string());
    fields.put(TITLE, goal.words(GoalWords::Text));
    let item = PlanItem::of(initiative.rec, Kind::Initiative, fields);
    Some(PlanItem { part: Some(goal.id.clone()), changed: initiative.changed, ..item })
}

/// Each agreement is an observation and a talk, and an observation that has been made stands for the
/// one that was agreed. Each measurement is its waves that have a day, each survey its rounds.
fn in_parts(items: Vec<PlanItem>) -> Vec<PlanItem> {
    let observed = |rec: RecordId| {
        let mut observations = items.iter().filter(|it| it.kind == Kind::Observation);
        observations.any(|it| it.fields.parsed(AGREEMENT) == Some(rec))
    };
    let mut all = Vec::new();
    for item in &items {
        let part = |part: String| PlanItem { part: Some(part), ..item.clone() };
        match item.kind {
            Kind::Agreement => {
                if !observed(item.rec) {
                    all.push(item.clone());
                }
                all.push(part(TALK.to_owned()));
            }
            Kind::Measurement => {
                all.extend(Measurement::read(&item.fields).waves().into_iter().map(part));
            }
            Kind::Survey | Kind::Collaboration => {
                all.extend(Survey::read(&item.fields).rounds().into_iter().map(part))
            }
            _ => all.push(item.clone()),
        }
    }
    // A part without a day is planned nowhere yet.
    all.retain(|it| it.part.is_none() || it.day().is_some());
    all
}

#[cfg(test)]
impl PlanItem {
    /// An item for tests: `day=2026-11-24 finished=7`. What is a number is one.
    pub fn of_words(n: u8, kind: Kind, words: &str) -> Self {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, value) = word.split_once('=').unwrap();
            match value.parse::<u64>() {
                Ok(number) => fields.put(path, number),
                Err(_) => fields.put(path, value),
            }
        }
        Self::of(RecordId::new(n.into(), [n; 10]), kind, fields)
    }
}
