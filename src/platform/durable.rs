//! Writing that survives a power cut.
//!
//! rexie cannot ask for strict durability: by default a browser calls a write done when the
//! operating system has it, and a tablet that loses power then loses the sentence. This file opens
//! a second connection for writing and asks for what rexie cannot; it measured about 2 ms a write.
//! It also keeps hold of the transaction itself, because only there the reason of an abort is said.

use idb::{ObjectStore, Query};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdbDatabase, IdbTransaction};

use super::database::{Pulse, TAGS, because, from_js, range, to_js};
use crate::app::store::{Answer, By, Reading, Row, Scan, StorageError, Store, Writing};

/// The connection that writes.
pub(super) struct Writer {
    database: IdbDatabase,
    /// Lets another tab upgrade: an open connection would block it.
    _yield: Closure<dyn FnMut()>,
}

/// A transaction that is on the disk when it says that it is committed.
pub struct DurableTransaction {
    transaction: idb::Transaction,
    handle: IdbTransaction,
    pulse: Pulse,
}

impl Writer {
    /// Opens the database as it is; it has been upgraded before.
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        let factory = idb::Factory::new().map_err(|error| because(&error))?;
        let request = factory.open(name, None).map_err(|error| because(&error))?;
        let database: IdbDatabase = request.await.map_err(|error| because(&error))?.into();
        let closing = database.clone();
        let make_way = Closure::new(move || closing.close());
        database.set_onversionchange(Some(make_way.as_ref().unchecked_ref()));
        Ok(Self { database, _yield: make_way })
    }

    pub fn begin(&self, stores: &[&str]) -> Result<DurableTransaction, StorageError> {
        let stores: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let handle = self
            .begin_strict(&stores)
            .map_err(|error| because(&idb::Error::TransactionOpenFailed(error)))?;
        Ok(DurableTransaction {
            transaction: handle.clone().into(),
            handle,
            pulse: Pulse::default(),
        })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.database.close();
    }
}

impl Writer {
    /// `database.transaction(stores, "readwrite", { durability: "strict" })`, called by its name:
    /// web-sys keeps the third argument behind a compiler flag for the whole build.
    fn begin_strict(&self, stores: &Array) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.database, &"transaction".into())?.dyn_into()?;
        begin.call3(&self.database, stores, &"readwrite".into(), &options)?.dyn_into()
    }
}

impl DurableTransaction {
    /// Waits until everything is on the disk.
    pub(super) async fn commit(self) -> Result<(), StorageError> {
        let committed = match self.transaction.commit() {
            Ok(transaction) => transaction.await,
            Err(error) => Err(error),
        };
        match committed {
            Ok(idb::TransactionResult::Committed) => Ok(()),
            Ok(idb::TransactionResult::Aborted) => {
                Err(reason(&self.handle).unwrap_or(StorageError::Aborted))
            }
            Err(error) => Err(reason(&self.handle).unwrap_or_else(|| because(&error))),
        }
    }

    /// Undoes everything. Gives the store's own reason where it had given up before we did.
    pub(super) fn abort(self) -> Option<StorageError> {
        let died = self.pulse.is_gone().then_some(StorageError::Lost);
        let reason = died.or_else(|| reason(&self.handle));
        // One that has been aborted already cannot be aborted again, and need not be.
        let _ = self.transaction.abort();
        reason
    }

    fn store(&self, store: Store) -> Result<ObjectStore, StorageError> {
        self.transaction.object_store(store.name()).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: idb::Error) -> StorageError {
        self.pulse.hear(because(&error))
    }
}

/// Why the browser gave a transaction up.
fn reason(handle: &IdbTransaction) -> Option<StorageError> {
    let exception = handle.error()?;
    Some(because(&idb::Error::DomException(exception)))
}

impl Reading for DurableTransaction {
    fn get<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Row>> {
        Box::pin(async move {
            let request = self
                .store(store)?
                .get(JsValue::from_str(key))
                .map_err(|error| self.failed(error))?;
            request.await.map_err(|error| self.failed(error))?.map(from_js).transpose()
        })
    }

    fn scan<'a>(&'a self, store: Store, scan: &'a Scan) -> Answer<'a, Vec<Row>> {
        Box::pin(async move {
            let Some(range) = range(scan)? else { return Ok(Vec::new()) };
            let (store, query) = (self.store(store)?, Some(Query::KeyRange(range)));
            let request = match scan.by {
                By::Key => store.get_all(query, scan.limit),
                By::Tag => store
                    .index(TAGS)
                    .map_err(|error| self.failed(error))?
                    .get_all(query, scan.limit),
            };
            let found = request
                .map_err(|error| self.failed(error))?
                .await
                .map_err(|error| self.failed(error))?;
            found.into_iter().map(from_js).collect()
        })
    }

    fn count<'a>(&'a self, store: Store, by: By, prefix: &'a str) -> Answer<'a, u32> {
        Box::pin(async move {
            let query = range(&Scan::all(by, prefix))?.map(Query::KeyRange);
            let store = self.store(store)?;
            let request = match by {
                By::Key => store.count(query),
                By::Tag => store.index(TAGS).map_err(|error| self.failed(error))?.count(query),
            };
            request.map_err(|error| self.failed(error))?.await.map_err(|error| self.failed(error))
        })
    }
}

impl Writing for DurableTransaction {
    fn put(&self, store: Store, row: Row) -> Answer<'_, ()> {
        Box::pin(async move {
            let value = to_js(&row)?;
            self.store(store)?
                .put(&value, None)
                .map_err(|error| self.failed(error))?
                .await
                .map_err(|error| self.failed(error))?;
            Ok(())
        })
    }

    fn delete<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            self.store(store)?
                .delete(JsValue::from_str(key))
                .map_err(|error| self.failed(error))?
                .await
                .map_err(|error| self.failed(error))
        })
    }
}
