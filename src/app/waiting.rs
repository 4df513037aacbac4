//! What pupils answer on this device, until their round is closed.
//!
//! A revision has a time, and revisions follow one another: an answer that were one could be tied to the pupil who
//! sat there then. So an answer waits in the table of working copies, in a row of its own under a random
//! name, beside no other answer of the same pupil; the row has no time, and rows stand in the order of their
//! names. When the round is closed all of them become one revision, each under a new random name.
//!
//! The one sheet that is being filled in is a fact about the device, and is written over by the next.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::error::AppError;
use super::record::Summary;
use super::repository::Repository;
use super::rows;
use super::storage::{By, Reading, Row, Scan, StorageError, Store, Transactions as _, Writing};
use crate::analysis::pupil_figures::FEWEST;
use crate::domain::{Kind, Sheet, survey_answer_path, survey_closed_path, survey_sheet_path};
use crate::ledger::{Change, RecordId, RevisionId};

/// The tablet in the pupils' hands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PupilMode {
    /// The survey, as text.
    pub rec: String,
    /// The round.
    pub round: String,
    /// The day it was opened. On another day the adult comes in without the code.
    pub day: NaiveDate,
    salt: String,
    code: String,
    /// What tells this sheet from the one before.
    sheet: String,
    /// The place of the question that is on the screen; `None` between two pupils.
    pub at: Option<usize>,
    /// What has been answered, by question.
    pub answers: BTreeMap<String, Value>,
}

/// What came of closing a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// So many pupils are in it.
    With(u32),
    /// So few have answered that it stays open.
    TooFew(u32),
}

/// What the rows of a sheet are called, for taking it back.
pub type SheetRows = Vec<String>;

/// The fact that the device is in the pupils' hands.
const PUPILS: &str = "pupils";

/// How the keys of waiting answers begin. No name of a record does.
const WAITING: &str = "waiting/";

/// How often a code is hashed: a short one can be found all the same, but not at a glance.
const ROUNDS: u32 = 2_000;

fn place(rec: &str, round: &str) -> String {
    format!("{WAITING}{rec}/{round}/")
}

/// Whether the row is an answer that waits, and no part of a working copy.
pub(super) fn is_waiting(row: &Row) -> bool {
    row.key.starts_with(WAITING)
}

fn hashed(salt: &str, code: &str) -> String {
    let mut hash = format!("{salt}/{}", code.trim());
    for _ in 0..ROUNDS {
        hash = RevisionId::of(&hash).to_string();
    }
    hash
}

/// Answers in words without the space around them; one of space alone is none.
fn cleaned(answers: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let mut all = answers.clone();
    for value in all.values_mut() {
        if let Value::String(text) = value {
            *text = text.trim().to_owned();
        }
    }
    all.retain(|_, value| value.as_str() != Some(""));
    all
}

impl PupilMode {
    /// The survey.
    pub fn survey(&self) -> Option<RecordId> {
        self.rec.parse().ok()
    }

    /// Whether somebody may leave with this code on a day.
    pub fn opens_with(&self, code: &str, today: NaiveDate) -> bool {
        self.is_of_another_day(today) || hashed(&self.salt, code) == self.code
    }

    /// Whether it was opened on another day: a code that was forgotten must not lock a tablet for ever.
    pub fn is_of_another_day(&self, today: NaiveDate) -> bool {
        self.day != today
    }

    fn cleaned(&self) -> Self {
        Self { answers: cleaned(&self.answers), ..self.clone() }
    }

    /// How far the sheet has come, where its pupil is done with it now.
    fn how_far(&self, whole: bool) -> Option<Sheet> {
        match (self.answers.is_empty(), whole) {
            (true, false) => None,
            (true, true) => Some(Sheet::Blank),
            (false, true) => Some(Sheet::Whole),
            (false, false) => Some(Sheet::Part),
        }
    }
}

/// Who has the tablet.
impl Repository {
    /// Gives the tablet to the pupils, for a round; `code` takes it back.
    ///
    /// # Errors
    /// The store refused.
    pub async fn give_to_pupils(
        &self,
        rec: RecordId,
        round: &str,
        code: &str,
    ) -> Result<PupilMode, AppError> {
        let salt = self.random_name();
        let mode = PupilMode {
            rec: rec.to_string(),
            round: round.to_owned(),
            day: self.clock().today(),
            code: hashed(&salt, code),
            salt,
            sheet: self.random_name(),
            at: None,
            answers: BTreeMap::new(),
        };
        let row = mode_row(&mode);
        self.storage()
            .write(async |tx| {
                tx.put(Store::Meta, row.clone()).await?;
                Ok(mode.clone())
            })
            .await
    }

    /// The pupils who have the tablet; `None` where it is in an adult's hands.
    ///
    /// # Errors
    /// The store refused.
    pub async fn pupil_mode(&self) -> Result<Option<PupilMode>, AppError> {
        self.storage().read(async |tx| Ok(Self::mode_in(tx).await?)).await
    }

    /// Begins a sheet for the next pupil. What another tab was in the middle of, or one that the browser has
    /// brought back as it was, waits with the rest. `None` where an adult has the tablet.
    ///
    /// # Errors
    /// The store refused.
    pub async fn begin_sheet(&self) -> Result<Option<PupilMode>, AppError> {
        self.storage()
            .write(async |tx| {
                let Some(known) = Self::mode_in(tx).await? else { return Ok(None) };
                let known = known.cleaned();
                if let Some(how) = known.how_far(false) {
                    let place = place(&known.rec, &known.round);
                    self.wait_in(tx, &place, how, &known.answers).await?;
                }
                let begun = self.next_sheet(&known, Some(0));
                tx.put(Store::Meta, mode_row(&begun)).await?;
                Ok(Some(begun))
            })
            .await
    }

    fn next_sheet(&self, mode: &PupilMode, at: Option<usize>) -> PupilMode {
        let (sheet, answers) = (self.random_name(), BTreeMap::new());
        PupilMode { sheet, at, answers, ..mode.clone() }
    }

    /// Keeps what the pupil has answered so far. A sheet that was handed in meanwhile is left alone.
    ///
    /// # Errors
    /// The store refused.
    pub async fn keep_sheet(&self, mode: &PupilMode) -> Result<(), AppError> {
        self.storage()
            .write(async |tx| {
                let known = Self::mode_in(tx).await?;
                if known.is_some_and(|known| known.sheet == mode.sheet) {
                    tx.put(Store::Meta, mode_row(mode)).await?;
                }
                Ok(())
            })
            .await
    }

    /// Has the sheet wait with the others and makes room for the next pupil. It waits once, however often
    /// this is asked. A sheet without answers whose pupil went away is none.
    ///
    /// # Errors
    /// The store refused, and the sheet is as it was.
    pub async fn hand_in(&self, mode: &PupilMode, whole: bool) -> Result<PupilMode, AppError> {
        let next = self.next_sheet(mode, None);
        self.storage()
            .write(async |tx| {
                let Some(known) = Self::mode_in(tx).await? else { return Ok(next.clone()) };
                if known.sheet != mode.sheet {
                    return Ok(known);
                }
                let mode = mode.cleaned();
                if let Some(how) = mode.how_far(whole) {
                    let place = place(&mode.rec, &mode.round);
                    self.wait_in(tx, &place, how, &mode.answers).await?;
                }
                tx.put(Store::Meta, mode_row(&next)).await?;
                Ok(next.clone())
            })
            .await
    }

    /// Takes the tablet back, where the code is the right one. What a pupil was in the middle of waits with
    /// the rest. Says whether it was taken.
    ///
    /// # Errors
    /// The store refused, and the pupils still have it.
    pub async fn take_from_pupils(&self, code: &str) -> Result<bool, AppError> {
        let today = self.clock().today();
        self.storage()
            .write(async |tx| {
                let Some(mode) = Self::mode_in(tx).await? else { return Ok(true) };
                if !mode.opens_with(code, today) {
                    return Ok(false);
                }
                let mode = mode.cleaned();
                if let Some(how) = mode.how_far(false) {
                    let place = place(&mode.rec, &mode.round);
                    self.wait_in(tx, &place, how, &mode.answers).await?;
                }
                tx.delete(Store::Meta, PUPILS).await?;
                Ok(true)
            })
            .await
    }

    async fn mode_in(tx: &dyn Reading) -> Result<Option<PupilMode>, StorageError> {
        let row = tx.get(Store::Meta, PUPILS).await?;
        // What cannot be read must not lock anybody out.
        Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()))
    }
}

/// What waits.
impl Repository {
    /// How many pupils' answers wait for a round to be closed.
    ///
    /// # Errors
    /// The store refused.
    pub async fn waiting(&self, rec: RecordId, round: &str) -> Result<u32, AppError> {
        let scan = Scan::all(By::Key, place(&rec.to_string(), round));
        self.storage()
            .read(async |tx| {
                let found = tx.scan(Store::Drafts, &scan).await?;
                Ok(Waiting::all(&found)?.iter().filter(|it| it.counts()).fold(0, |n, _| n + 1))
            })
            .await
    }

    /// Has a sheet wait that was filled in on paper; gives the names of its rows, for taking it back.
    ///
    /// # Errors
    /// The store refused.
    pub async fn add_sheet(
        &self,
        rec: RecordId,
        round: &str,
        answers: &BTreeMap<String, Value>,
    ) -> Result<SheetRows, AppError> {
        let answers = &cleaned(answers);
        let how = if answers.is_empty() { Sheet::Blank } else { Sheet::Whole };
        let place = place(&rec.to_string(), round);
        self.storage()
            .write(async |tx| {
                Self::not_erased(tx, rec).await?;
                self.wait_in(tx, &place, how, answers).await
            })
            .await
    }

    /// Takes back a sheet that waits.
    ///
    /// # Errors
    /// The store refused.
    pub async fn take_back_sheet(&self, sheet: &SheetRows) -> Result<(), AppError> {
        self.storage()
            .write(async |tx| {
                for key in sheet {
                    tx.delete(Store::Drafts, key).await?;
                }
                Ok(())
            })
            .await
    }

    /// Closes a round: all that waits becomes one revision, under new names in a random order. With fewer than
    /// five pupils nothing happens.
    ///
    /// # Errors
    /// The store refused, or the record is only shown; everything still waits.
    pub async fn close_round(&self, rec: RecordId, round: &str) -> Result<Closed, AppError> {
        let pen = self.pen().await?;
        let scan = Scan::all(By::Key, place(&rec.to_string(), round));
        self.storage()
            .write(async |tx| {
                Self::seal_in(tx, &pen, rec).await?;
                let rows = tx.scan(Store::Drafts, &scan).await?;
                let waiting = Waiting::all(&rows)?;
                let pupils = waiting.iter().filter(|it| it.counts()).fold(0, |n, _| n + 1);
                if pupils < FEWEST {
                    return Ok(Closed::TooFew(pupils));
                }
                let set = Self::revisions_of(tx, rec).await?;
                let view = set.view(rec).ok_or(AppError::NoRecord(rec))?;
                Self::editable(&Summary::of(&view))?;
                let batch = self.random_name();
                let mut change = Change::default();
                for it in waiting {
                    let name = self.random_name();
                    let (path, value) = match it {
                        Waiting::Sheet(how) => {
                            (survey_sheet_path(round, &batch, &name), json!(how.id()))
                        }
                        Waiting::Answer(item, value) => {
                            (survey_answer_path(round, &batch, &item, &name), value)
                        }
                    };
                    change.set.insert(path, value);
                }
                change.set.insert(survey_closed_path(round), json!(true));
                let kind = (rec, Kind::Survey);
                let revision = pen.write(kind, view.heads, view.stamps, change)?;
                Self::add(tx, set, vec![revision]).await?;
                for row in rows {
                    tx.delete(Store::Drafts, &row.key).await?;
                }
                Ok(Closed::With(pupils))
            })
            .await
    }

    /// Removes all that waits for a record.
    pub(super) async fn drop_waiting(tx: &dyn Writing, rec: RecordId) -> Result<(), AppError> {
        let scan = Scan::all(By::Key, format!("{WAITING}{rec}/"));
        for row in tx.scan(Store::Drafts, &scan).await? {
            tx.delete(Store::Drafts, &row.key).await?;
        }
        Ok(())
    }

    /// Has a sheet wait, torn apart: each answer under a name of its own.
    async fn wait_in(
        &self,
        tx: &dyn Writing,
        place: &str,
        how: Sheet,
        answers: &BTreeMap<String, Value>,
    ) -> Result<SheetRows, AppError> {
        let mut values = vec![json!({ "sheet": how.id() })];
        values.extend(answers.iter().map(|(item, value)| json!({ "item": item, "value": value })));
        let mut keys = SheetRows::new();
        for value in values {
            let key = format!("{place}{}", self.random_name());
            let row = Row { key: key.clone(), tags: Vec::new(), value: value.to_string() };
            tx.put(Store::Drafts, row).await?;
            keys.push(key);
        }
        Ok(keys)
    }

    /// A name that is nothing but random, and that no two things share.
    fn random_name(&self) -> String {
        let mut random = [0; 12];
        self.ids().random(&mut random);
        random.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// One row that waits.
enum Waiting {
    /// That a pupil has answered.
    Sheet(Sheet),
    /// One answer to a question.
    Answer(String, Value),
}

impl Waiting {
    fn all(rows: &[Row]) -> Result<Vec<Self>, StorageError> {
        let read = |row: &Row| {
            let damaged = || StorageError::Damaged(row.key.clone());
            let json: Value = serde_json::from_str(&row.value).map_err(|_| damaged())?;
            let text = |key: &str| json.get(key).and_then(Value::as_str);
            if let Some(how) = text("sheet").and_then(Sheet::from_id) {
                return Ok(Self::Sheet(how));
            }
            let item = text("item").ok_or_else(damaged)?.to_owned();
            Ok(Self::Answer(item, json.get("value").ok_or_else(damaged)?.clone()))
        };
        rows.iter().map(read).collect()
    }

    /// Whether it is a pupil who has answered anything.
    const fn counts(&self) -> bool {
        matches!(self, Self::Sheet(Sheet::Whole | Sheet::Part))
    }
}

/// The row that says who has the tablet.
fn mode_row(mode: &PupilMode) -> Row {
    rows::meta_row(PUPILS, &serde_json::to_value(mode).unwrap_or_default())
}
