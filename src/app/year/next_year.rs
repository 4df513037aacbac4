//! Starting again from an initiative in the next school year: what there is of it, what would come
//! along and on which days, and making it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::app::plan::{InitiativePlan, PlanItem};
use crate::app::store::{AppError, List, Repository};
use crate::domain::calendar::{Holiday, SchoolYear};
use crate::domain::initiative::Initiative;
use crate::domain::measurement::Measurement;
use crate::domain::plan::{Lesson, MOVED, Meeting, NewWeeks};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::Survey;
use crate::domain::year::{NextYearFlaw, belonging};
use crate::ledger::{Gather, RecordId, in_order};

/// More initiatives than a device has.
const ALL: u32 = 200;

/// How many days of holidays around a first day may matter.
const AROUND: u64 = 400;

/// The kinds of which nothing comes along, with how many there are counted.
const STAYING: [Kind; 6] =
    [Kind::Observation, Kind::Agreement, Kind::Jot, Kind::ExitTicket, Kind::PupilTalk, Kind::Loan];

/// The year that was.
#[derive(Debug, Clone, PartialEq)]
pub struct YearGone {
    /// The plan, with the initiative.
    pub plan: InitiativePlan,
    /// The surveys of pupils and of the staff, those without a round included: they stand in no plan.
    pub surveys: Vec<(Kind, Fields)>,
    /// How many there are of each kind that stays behind.
    pub staying: Vec<(Kind, u32)>,
    /// How many of the school's own forms are used in it.
    pub own_forms: usize,
    /// The initiatives that go on from it already.
    pub begun: Vec<(RecordId, Initiative)>,
}

/// One thing of the plan, on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// As it stood.
    pub item: PlanItem,
    /// Its new day; `None` where the old one had none, or where there is no room for it.
    pub day: Option<NaiveDate>,
}

/// The year to come.
#[derive(Debug, Clone, PartialEq)]
pub struct NextYear {
    /// The initiative.
    pub initiative: Initiative,
    /// What comes along, each with the values it begins with.
    pub things: Vec<(Kind, Fields)>,
    /// Where what has a day comes to lie, in the order of the new days.
    pub moves: Vec<Move>,
    /// What would fall after the school year's last day, or before today.
    pub left_out: Vec<PlanItem>,
}

impl NextYear {
    /// How many of a kind come along.
    pub fn count(&self, kind: Kind) -> usize {
        self.things.iter().filter(|(it, _)| *it == kind).count()
    }
}

impl YearGone {
    /// The day in whose week it began.
    pub fn began(&self, today: NaiveDate) -> NaiveDate {
        self.plan.initiative.began(self.plan.items.iter().find_map(PlanItem::day), today)
    }

    /// The year to come as it has been chosen in `chosen`, the initiative with what is being written.
    ///
    /// # Errors
    /// What keeps it from being started.
    pub fn next(
        &self,
        rec: RecordId,
        chosen: &Initiative,
        today: NaiveDate,
    ) -> Result<NextYear, Vec<NextYearFlaw>> {
        let began = self.began(today);
        let flaws = chosen.next_flaws(began, today);
        let start = chosen.next_start(began, today).filter(|_| flaws.is_empty()).ok_or(flaws)?;
        let year = SchoolYear::of(start);
        // Which holidays the new one leaves out, it says itself.
        let draft = chosen.next(rec, start, None);
        let (old, new) = (around(chosen, began), around(&draft, start));
        let weeks = NewWeeks { from: began, to: start, old: &old, new: &new };
        let fits = |day: &NaiveDate| today <= *day && SchoolYear::of(*day) <= year;
        let counted = |day: NaiveDate| weeks.day(day).filter(fits);
        let numbered = |day: NaiveDate| weeks.day_by_number(day).filter(fits);
        let moved = |day: NaiveDate| counted(day).or_else(|| numbered(day));
        // What comes every week does not come twice in the last one.
        let mut taken = BTreeSet::new();
        let mut place = |item: &PlanItem| {
            let key = |day| (item.kind, item.fields.text("what"), item.begins(), day);
            let old = item.day()?;
            if let Some(day) = counted(old) {
                taken.insert(key(day));
                return Some(day);
            }
            let day = numbered(old)?;
            let is_first = taken.insert(key(day)) || item.kind == Kind::Measurement;
            is_first.then_some(day)
        };
        let mut next =
            NextYear { initiative: draft, things: vec![], moves: vec![], left_out: vec![] };
        let mut measured = BTreeSet::new();
        for item in &self.plan.items {
            let is_moved = item.fields.text("status") == MOVED;
            let comes = [Kind::Meeting, Kind::Lesson, Kind::Measurement].contains(&item.kind);
            if !comes || is_moved {
                continue;
            }
            let day = place(item);
            let has_room = day.is_some() || item.day().is_none();
            if has_room {
                next.moves.push(Move { item: item.clone(), day });
            } else {
                next.left_out.push(item.clone());
            }
            let fields = match item.kind {
                Kind::Meeting => chosen.next_meeting(&Meeting::read(&item.fields), day),
                Kind::Lesson => chosen.next_lesson(&Lesson::read(&item.fields), day),
                // Each of its waves stands in the plan.
                _ if !measured.insert(item.rec) => continue,
                _ => chosen.next_measurement(&Measurement::read(&item.fields), moved),
            };
            if has_room || item.kind == Kind::Measurement {
                next.things.push((item.kind, fields));
            }
        }
        for (kind, fields) in &self.surveys {
            next.things.push((*kind, chosen.next_survey(&Survey::read(fields))));
        }
        next.moves =
            in_order(next.moves, |a, b| (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day)));
        let last = next.moves.iter().filter_map(|it| it.day).max();
        let ends = chosen.to().and_then(moved);
        next.initiative.set_to(ends.max(last).filter(|_| chosen.to().is_some()));
        Ok(next)
    }
}

/// The holidays around a day.
fn around(initiative: &Initiative, day: NaiveDate) -> Vec<Holiday> {
    let from = day.checked_sub_days(Days::new(AROUND)).unwrap_or(day);
    let to = day.checked_add_days(Days::new(AROUND)).unwrap_or(day);
    initiative.days_off(from, to)
}

impl Repository {
    /// What there is of the year that was; `None` where the initiative is not here.
    ///
    /// # Errors
    /// The store refused.
    pub async fn year_gone(&self, rec: RecordId) -> Result<Option<YearGone>, AppError> {
        let Some(plan) = self.plan_of(rec).await? else { return Ok(None) };
        let mut staying = Vec::new();
        for kind in STAYING {
            staying.push((kind, self.count(List::Of(rec, kind)).await?));
        }
        let mut surveys = Vec::new();
        for kind in [Kind::Survey, Kind::Collaboration] {
            let all = self.standing(List::Of(rec, kind), ALL).await?.into_iter();
            surveys.extend(all.map(|(_, fields)| (kind, fields)));
        }
        let forms = plan.items.iter().filter_map(|it| it.fields.template()?.own_record());
        let forms: BTreeSet<RecordId> = forms.gather();
        let all = self.list(List::Kind(Kind::Initiative), None, ALL).await?.items;
        let all = all.into_iter().map(|it| (it.rec, Initiative::read(&it.fields)));
        let begun = all.filter(|(_, it)| it.continues() == Some(rec)).collect();
        Ok(Some(YearGone { plan, surveys, staying, own_forms: forms.len(), begun }))
    }

    /// Makes the year to come in one go and gives all that was made, the initiative first.
    ///
    /// # Errors
    /// The store refused, and nothing is made.
    pub async fn start_next_year(&self, next: NextYear) -> Result<Vec<RecordId>, AppError> {
        let rec = self.new_record();
        let mut all = vec![(rec, Kind::Initiative, next.initiative.write())];
        for (kind, fields) in next.things {
            all.push((self.new_record(), kind, belonging(fields, rec)));
        }
        self.make_each(all).await
    }
}
