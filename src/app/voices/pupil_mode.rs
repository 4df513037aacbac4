//! The tablet in the pupils' hands, or passed around among the staff, who need no code: for which round, by which code it comes back, and the one sheet that is being
//! filled in. That sheet is a fact about the device, and is written over by the next; what is handed in waits with
//! the others (`waiting.rs`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::waiting::{cleaned, waiting_place};
use crate::app::store::{
    AppError, Reading, Repository, Row, StorageError, Store, Transactions as _, rows,
};
use crate::domain::voices::{MAY_SHOW, Sheet};
use crate::ledger::{RecordId, RevisionId};

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

/// The fact that the device is in the pupils' hands.
const PUPILS: &str = "pupils";

/// How often a code is hashed: a short one can be found all the same, but not at a glance.
const ROUNDS: u32 = 2_000;

fn hashed(salt: &str, code: &str) -> String {
    let mut hash = format!("{salt}/{}", code.trim());
    for _ in 0..ROUNDS {
        hash = RevisionId::of(&hash).to_string();
    }
    hash
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
        // That the answers of few may be shown is none by itself.
        match (self.answers.keys().all(|item| item == MAY_SHOW), whole) {
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
                    let place = waiting_place(&known.rec, &known.round);
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
                    let place = waiting_place(&mode.rec, &mode.round);
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
                    let place = waiting_place(&mode.rec, &mode.round);
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

/// The row that says who has the tablet.
fn mode_row(mode: &PupilMode) -> Row {
    rows::meta_row(PUPILS, &serde_json::to_value(mode).unwrap_or_default())
}
