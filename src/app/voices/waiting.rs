//! What pupils, or the staff, answer on this device, until their round is closed.
//!
//! A revision has a time, and revisions follow one another: an answer that were one could be tied to the pupil who
//! sat there then. So an answer waits in the table of working copies, in a row of its own under a random
//! name, beside no other answer of the same pupil; the row has no time, and rows stand in the order of their
//! names. When the round is closed all of them become one revision, each under a new random name.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::analysis::pupil_figures::FEWEST;
use crate::app::store::{
    AppError, By, Pen, Repository, Row, Scan, StorageError, Store, Summary, Transactions as _,
    WAITING, Writing, typed_key,
};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::{
    Sheet, Survey, survey_answer_path, survey_closed_path, survey_closing_path, survey_sheet_path,
};
use crate::ledger::{Change, DeviceId, RecordId, Stamp};

/// What came of closing a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// So many are in it.
    With(u32),
    /// So few have answered that it stays open.
    TooFew(u32),
}

/// What the rows of a sheet are called, for taking it back.
pub type SheetRows = Vec<String>;

pub(super) fn waiting_place(rec: &str, round: &str) -> String {
    format!("{WAITING}{rec}/{round}/")
}

/// Answers in words without the space around them; one of space alone is none.
pub(super) fn cleaned(answers: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let mut all = answers.clone();
    for value in all.values_mut() {
        if let Value::String(text) = value {
            *text = text.trim().to_owned();
        }
    }
    all.retain(|_, value| value.as_str() != Some(""));
    all
}

/// What waits.
impl Repository {
    /// How many pupils' answers wait for a round to be closed.
    ///
    /// # Errors
    /// The store refused.
    pub async fn waiting(&self, rec: RecordId, round: &str) -> Result<u32, AppError> {
        let scan = Scan::all(By::Key, waiting_place(&rec.to_string(), round));
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
        let place = waiting_place(&rec.to_string(), round);
        let typed = typed_key(rec, round);
        self.storage()
            .write(async |tx| {
                Self::not_erased(tx, rec).await?;
                tx.delete(Store::Meta, &typed).await?;
                self.wait_in(tx, &place, how, answers).await
            })
            .await
    }

    /// Takes back a sheet that waits; says whether it still did.
    ///
    /// # Errors
    /// The store refused.
    pub async fn take_back_sheet(&self, sheet: &SheetRows) -> Result<bool, AppError> {
        self.storage()
            .write(async |tx| {
                let mut waited = false;
                for key in sheet {
                    waited |= tx.get(Store::Drafts, key).await?.is_some();
                    tx.delete(Store::Drafts, key).await?;
                }
                Ok(waited)
            })
            .await
    }

    /// Closes a round: all that waits becomes one revision, under new names in a random order. With fewer than
    /// five pupils nothing happens. A round of the staff is closed with any number, and with what came from other
    /// devices: whether it may be shown is another question.
    ///
    /// # Errors
    /// The store refused, or the record is only shown; everything still waits.
    pub async fn close_round(&self, rec: RecordId, round: &str) -> Result<Closed, AppError> {
        self.gather_round(rec, round, true).await
    }

    /// Has what waits for a round of the staff become one revision that can leave the device in a file, and leaves the
    /// round open: it is closed where everything has come together.
    ///
    /// # Errors
    /// As [`Repository::close_round`].
    pub async fn hand_over(&self, rec: RecordId, round: &str) -> Result<Closed, AppError> {
        self.gather_round(rec, round, false).await
    }

    async fn gather_round(
        &self,
        rec: RecordId,
        round: &str,
        closes: bool,
    ) -> Result<Closed, AppError> {
        let pen = self.pen().await?;
        let scan = Scan::all(By::Key, waiting_place(&rec.to_string(), round));
        self.storage()
            .write(async |tx| {
                Self::seal_in(tx, &pen, rec).await?;
                let rows = tx.scan(Store::Drafts, &scan).await?;
                let waiting = Waiting::all(&rows)?;
                let mut people = waiting.iter().filter(|it| it.counts()).fold(0, |n, _| n + 1);
                let set = Self::revisions_of(tx, rec).await?;
                let view = set.view(rec).ok_or(AppError::NoRecord(rec))?;
                let is_of_staff = view.kind == Kind::Collaboration.word();
                let kind = if is_of_staff { Kind::Collaboration } else { Kind::Survey };
                let mut together = Vec::new();
                if is_of_staff && closes {
                    let (batches, n) = Survey::read(&Fields(view.values())).unclosed(round);
                    together = batches;
                    people += n;
                }
                if people < if is_of_staff { 1 } else { FEWEST } {
                    return Ok(Closed::TooFew(people));
                }
                Self::editable(&Summary::of(&view))?;
                let batch = self.random_name();
                let mut change = Change::default();
                if !waiting.is_empty() {
                    together.push(batch.clone());
                }
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
                if is_of_staff && closes {
                    let closing = self.random_name();
                    for batch in together {
                        let path = survey_closing_path(round, &closing, &batch);
                        change.set.insert(path, json!(true));
                    }
                }
                if closes {
                    change.set.insert(survey_closed_path(round), json!(true));
                }
                // On a device of one's own a few answers with its name and the hour would say whose they are.
                let pen = if is_of_staff { self.nameless(&view.stamps) } else { pen.clone() };
                let revision = pen.write((rec, kind), view.heads, view.stamps, change)?;
                Self::add(tx, set, vec![revision]).await?;
                for row in rows {
                    tx.delete(Store::Drafts, &row.key).await?;
                }
                Ok(Closed::With(people))
            })
            .await
    }

    /// A pen that says neither who wrote, nor where, nor when: only that it was after what is there.
    fn nameless(&self, seen: &[Stamp]) -> Pen {
        let mut device = [0; 16];
        self.ids().random(&mut device);
        let now = seen.iter().map(|stamp| stamp.wall).max().unwrap_or_default();
        Pen { device: DeviceId::new(device), now, author: String::new() }
    }

    /// Removes all that waits for a record.
    pub(in crate::app) async fn drop_waiting(
        tx: &dyn Writing,
        rec: RecordId,
    ) -> Result<(), AppError> {
        let scan = Scan::all(By::Key, format!("{WAITING}{rec}/"));
        for row in tx.scan(Store::Drafts, &scan).await? {
            tx.delete(Store::Drafts, &row.key).await?;
        }
        let typed = Scan::all(By::Key, typed_key(rec, ""));
        for row in tx.scan(Store::Meta, &typed).await? {
            tx.delete(Store::Meta, &row.key).await?;
        }
        Ok(())
    }

    /// Has a sheet wait, torn apart: each answer under a name of its own.
    pub(super) async fn wait_in(
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
    pub(super) fn random_name(&self) -> String {
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
