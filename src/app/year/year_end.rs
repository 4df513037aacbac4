//! The end of a school year: what has to be settled first, what is to be deleted, and what stays.

use chrono::{DateTime, NaiveDate};
use serde_json::{Value, json};

use crate::app::agreement::Agreed;
use crate::app::store::{AppError, Backup, List, Repository, Summary};
use crate::domain::calendar::{SchoolYear, iso};
use crate::domain::initiative::{DecisionState, Initiative};
use crate::domain::measurement::{END, Measurement};
use crate::domain::observation::Observation;
use crate::domain::record::{DAY, EXAMPLE, Fields, Kind, Record as _};
use crate::domain::voices::Survey;
use crate::ledger::RecordId;

/// More of a kind than a device gets in a school year.
const ALL: u32 = 2_000;

/// What holds words about pupils and colleagues, or answers of pupils: it is deleted when the year ends.
const CLEARED: [Kind; 9] = [
    Kind::Jot,
    Kind::ExitTicket,
    Kind::Observation,
    Kind::Agreement,
    Kind::Measurement,
    Kind::Survey,
    Kind::PupilTalk,
    Kind::Loan,
    Kind::Collaboration,
];

/// What stays.
pub(super) const KEPT: [Kind; 4] = [Kind::Initiative, Kind::Meeting, Kind::Lesson, Kind::Template];

/// How many days before the summer the end of the year is spoken of.
const SOON: i64 = 14;

/// Something to settle first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Two people have written different things, in so many records.
    Conflicts(usize),
    /// Something was begun and not marked as done.
    Unfinished(RecordId, Kind, Fields),
    /// The day has come on which the notes of an agreement are to be gone.
    NotesDue(RecordId, Fields),
    /// A measurement has a start and no end.
    NotClosed(RecordId, Fields),
    /// A survey of pupils or of the staff has a round that has been opened and not closed.
    RoundOpen(RecordId, Kind, Fields),
    /// Nobody has decided what stays of an initiative, or the decision lacks something.
    Undecided(RecordId, Fields),
    /// So many changes are in no file.
    NotInFile(u32),
}

/// What is to be deleted, of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clearing {
    /// The kind.
    pub kind: Kind,
    /// The records.
    pub records: Vec<Summary>,
    /// Whether somebody wants to find out first whether it may be deleted.
    pub waits: bool,
}

/// What stays and has or had a pupil's code in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The records.
    pub records: Vec<Summary>,
    /// Whether somebody wants to find out first whether the codes may go.
    pub waits: bool,
}

/// The end of a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearEnd {
    /// The year.
    pub year: SchoolYear,
    /// What has to be settled first.
    pub open: Vec<Open>,
    /// What is to be deleted; kinds without any are left out.
    pub clearing: Vec<Clearing>,
    /// The pupils' codes in what stays.
    pub codes: Coded,
    /// What stays, and how many there are of it.
    pub kept: Vec<(Kind, usize)>,
    /// When what is here was last put in a file.
    pub backup: Backup,
    /// The initiatives that stay.
    pub initiatives: Vec<Summary>,
}

/// The school year that is to be ended on a day: until October the one before.
pub fn ending(today: NaiveDate) -> SchoolYear {
    let (year, month) = (SchoolYear::of(today), chrono::Datelike::month(&today));
    if (8..=10).contains(&month) { SchoolYear(year.0.saturating_sub(1)) } else { year }
}

/// How many days there are until the summer begins, where that is soon.
pub fn summer_is_near(today: NaiveDate) -> Option<i64> {
    let year = SchoolYear::of(today);
    let holidays = Initiative::default().holidays(year);
    let last = year.last_day()?;
    let begins = holidays.iter().filter(|it| it.holds(last)).find_map(|it| it.from)?;
    let days = (begins - today).num_days();
    (1..=SOON).contains(&days).then_some(days)
}

/// The school year that a record is of: as it says, by its day, else by when it was last changed.
fn year_of(summary: &Summary) -> SchoolYear {
    let fields = &summary.fields;
    if summary.known_kind() == Some(Kind::Initiative)
        && let Some(year) = Initiative::read(fields).school_year()
    {
        return year;
    }
    let day = fields.day(DAY).or_else(|| iso::day(&fields.text("waves/start")));
    let changed = || {
        let at = i64::try_from(summary.changed).ok()?;
        Some(DateTime::from_timestamp_millis(at)?.date_naive())
    };
    day.or_else(changed).map(SchoolYear::of).unwrap_or(SchoolYear(0))
}

/// Whether a day lies in the summer holidays: then nobody is reminded of anything.
pub fn is_summer(today: NaiveDate) -> bool {
    let year = SchoolYear::of(today);
    let holds = |year: SchoolYear| -> Option<bool> {
        let last = year.last_day()?;
        let holidays = Initiative::default().holidays(year);
        Some(holidays.iter().any(|it| it.holds(last) && it.holds(today)))
    };
    // In August it is the holiday that began in the year before.
    [year, SchoolYear(year.0.saturating_sub(1))].into_iter().any(|year| holds(year) == Some(true))
}

/// The word for the pupils' codes among the kinds that wait.
pub const CODES: &str = "codes";

/// Under what name the store notes which kinds wait.
fn waiting(year: SchoolYear) -> String {
    format!("year-end/{}", year.0)
}

impl Repository {
    /// What there is to do at the end of a school year. Nothing made up is in it.
    ///
    /// # Errors
    /// The store refused.
    pub async fn year_end(&self, year: SchoolYear, today: NaiveDate) -> Result<YearEnd, AppError> {
        let waits = self.fact(&waiting(year)).await?.unwrap_or_default();
        let waits = |what: &str| waits.get(what).and_then(Value::as_bool) == Some(true);
        let mut clearing = Vec::new();
        for kind in CLEARED {
            let records = self.of_year(kind, year).await?;
            if !records.is_empty() {
                clearing.push(Clearing { kind, records, waits: waits(kind.word()) });
            }
        }
        let (mut kept, mut initiatives) = (Vec::new(), Vec::new());
        for kind in KEPT {
            let records = self.of_year(kind, year).await?;
            kept.push((kind, records.len()));
            if kind == Kind::Initiative {
                initiatives = records;
            }
        }
        let is_open =
            |it: &&Summary| Initiative::read(&it.fields).decision_state() != DecisionState::Whole;
        let undecided = initiatives.iter().filter(is_open);
        let backup = self.backup().await?;
        let mut open = Vec::new();
        let conflicts = self.conflicts().await?.len();
        open.extend((conflicts > 0).then_some(Open::Conflicts(conflicts)));
        let of = |kind: Kind| clearing.iter().filter(move |it| it.kind == kind);
        for summary in of(Kind::Observation).flat_map(|it| &it.records) {
            if Observation::read(&summary.fields).finished().is_none() {
                let fields = summary.fields.clone();
                open.push(Open::Unfinished(summary.rec, Kind::Observation, fields));
            }
        }
        for it in self.drafts().await? {
            let kind = it.draft.target.kind;
            if !it.sealed && kind != Kind::Jot && !it.fields.flag(EXAMPLE) {
                open.push(Open::Unfinished(it.draft.target.rec, kind, it.fields));
            }
        }
        let is_due = |it: &Agreed| it.notes_are_due(today) && !it.summary.fields.flag(EXAMPLE);
        let due = self.agreements(None).await?.into_iter().filter(is_due);
        open.extend(due.map(|it| Open::NotesDue(it.summary.rec, it.summary.fields)));
        for summary in of(Kind::Measurement).flat_map(|it| &it.records) {
            let it = Measurement::read(&summary.fields);
            if it.is_begun() && it.answered_in(END) == 0 {
                open.push(Open::NotClosed(summary.rec, summary.fields.clone()));
            }
        }
        let kinds = [Kind::Survey, Kind::Collaboration];
        for it in clearing.iter().filter(|it| kinds.contains(&it.kind)) {
            for summary in &it.records {
                let survey = Survey::read(&summary.fields);
                let rounds = survey.rounds();
                if rounds.iter().any(|round| survey.is_opened(round) && !survey.is_closed(round)) {
                    open.push(Open::RoundOpen(summary.rec, it.kind, summary.fields.clone()));
                }
            }
        }
        open.extend(undecided.map(|it| Open::Undecided(it.rec, it.fields.clone())));
        open.extend((backup.since > 0).then_some(Open::NotInFile(backup.since)));
        let codes = Coded { records: self.with_codes(year).await?, waits: waits(CODES) };
        Ok(YearEnd { year, open, clearing, codes, kept, backup, initiatives })
    }

    /// Says that it has to be found out first whether something may be deleted, or that it has been: a kind
    /// by its word, or [`CODES`].
    ///
    /// # Errors
    /// The store refused.
    pub async fn set_waits(
        &self,
        year: SchoolYear,
        what: &str,
        waits: bool,
    ) -> Result<(), AppError> {
        let name = waiting(year);
        let mut fact = self.fact(&name).await?.filter(Value::is_object).unwrap_or(json!({}));
        fact[what] = json!(waits);
        self.set_fact(&name, &fact).await
    }

    /// What is here of a kind that is of a school year or an earlier one, and not made up.
    pub(super) async fn of_year(
        &self,
        kind: Kind,
        year: SchoolYear,
    ) -> Result<Vec<Summary>, AppError> {
        let mut found = self.list(List::Kind(kind), None, ALL).await?.items;
        found.retain(|it| !it.fields.flag(EXAMPLE) && year_of(it) <= year);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_that_ends_is_the_one_before_until_the_autumn() {
        let table = [
            ("2027-06-21", 2026),
            ("2027-07-31", 2026),
            ("2027-08-01", 2026),
            ("2027-10-31", 2026),
            ("2027-11-01", 2027),
        ];
        for (today, year) in table {
            assert_eq!(ending(today.parse().unwrap()), SchoolYear(year), "{today}");
        }
    }

    #[test]
    fn it_is_spoken_of_before_the_summer_and_not_in_it() {
        let table = [
            ("2027-06-11", None),
            ("2027-06-12", Some(14)),
            ("2027-06-25", Some(1)),
            ("2027-06-26", None),
            ("2027-07-15", None),
            ("2027-08-15", None),
        ];
        for (today, days) in table {
            assert_eq!(summer_is_near(today.parse().unwrap()), days, "{today}");
        }
    }

    #[test]
    fn the_summer_is_one_holiday_in_two_school_years() {
        let table = [
            ("2027-06-25", false),
            ("2027-06-26", true),
            ("2027-07-31", true),
            ("2027-08-01", true),
            ("2027-08-15", false),
            ("2026-10-14", false),
            ("2026-12-25", false),
        ];
        for (today, expected) in table {
            assert_eq!(is_summer(today.parse().unwrap()), expected, "{today}");
        }
    }
}
