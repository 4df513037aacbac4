//! A sheet of paper that is being typed in. It is a fact about the device, written over with each change, so that
//! it tells of no time; when the sheet is done it waits with the others (`waiting.rs`) and this is gone.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::app::store::{AppError, Repository, Store, Transactions as _, rows, typed_key};
use crate::ledger::RecordId;

/// What has been typed of a sheet, by question.
pub type TypedSheet = BTreeMap<String, Value>;

impl Repository {
    /// What has been typed of the sheet in hand; empty where none has been begun.
    ///
    /// # Errors
    /// The store refused.
    pub async fn typed_sheet(&self, rec: RecordId, round: &str) -> Result<TypedSheet, AppError> {
        let key = typed_key(rec, round);
        self.storage()
            .read(async |tx| {
                let row = tx.get(Store::Meta, &key).await?;
                // What cannot be read must not stop the next sheet.
                Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default())
            })
            .await
    }

    /// Keeps what has been typed of the sheet in hand.
    ///
    /// # Errors
    /// The store refused.
    pub async fn keep_typed(
        &self,
        rec: RecordId,
        round: &str,
        sheet: &TypedSheet,
    ) -> Result<(), AppError> {
        let key = typed_key(rec, round);
        let row = rows::meta_row(&key, &json!(sheet));
        self.storage()
            .write(async |tx| {
                Self::not_erased(tx, rec).await?;
                match sheet.is_empty() {
                    true => tx.delete(Store::Meta, &key).await?,
                    false => tx.put(Store::Meta, row.clone()).await?,
                }
                Ok(())
            })
            .await
    }
}
