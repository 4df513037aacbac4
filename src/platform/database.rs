//! The device's database: rexie opens it, upgrades it and reads from it.
//!
//! Connections die: in the background on iOS, when another tab upgrades, when the profile is wiped.
//! Every use therefore asks for a living one and tries again on a new one, and an error never looks
//! like an empty store.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use rexie::{Index, KeyRange, ObjectStore, Rexie, TransactionMode};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::durable::Writer;
use super::page::put_aside;
use crate::app::store::{
    Answer, By, Reading, Row, Scan, Storage, StorageError, Store, Work, Writing,
};

/// The name of the app's database.
pub const NAME: &str = "indsats";

/// The newest layout of the tables. Raise it with every change of tables or indexes.
pub const VERSION: u32 = 1;

/// How long opening may take before another tab is taken to be in the way, in milliseconds.
const PATIENCE_MS: u32 = 8_000;

/// How often a use is tried again on a new connection.
const RETRIES: usize = 3;

/// The index over a row's tags.
pub(super) const TAGS: &str = "tags";

thread_local! {
    /// Everything is being erased: nothing may open the database, or it would be made anew.
    static SHUT: Cell<bool> = const { Cell::new(false) };
}

/// From now on this page opens no database and writes in none. What is open closes by itself when the database
/// is erased.
pub fn shut() {
    SHUT.set(true);
}

/// Erases the app's database, with all that is in it.
///
/// # Errors
/// The browser refused, or another tab holds it.
pub async fn erase() -> Result<(), StorageError> {
    in_time(async { Rexie::delete(NAME).await }).await?.map_err(|error| translate(&error))
}

/// A database that opens itself when it is used.
pub struct Database {
    name: String,
    version: u32,
    connection: RefCell<Option<Rc<Connection>>>,
}

/// The two handles to one database. Both are closed when they are dropped: one that is merely
/// forgotten stays open in the browser, and is in the way of the next upgrade.
struct Connection {
    reader: Reader,
    writer: Writer,
}

/// The connection that reads; always there until it is dropped.
struct Reader(Option<Rexie>);

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(database) = self.0.take() {
            database.close();
        }
    }
}

impl Database {
    /// A database by this name and layout. Opened at the first use.
    pub fn new(name: &str, version: u32) -> Self {
        Self { name: name.to_owned(), version, connection: RefCell::default() }
    }

    /// Closes the connection when its last use has ended; the next use opens a new one.
    pub fn close(&self) {
        self.connection.take();
    }

    /// Closes a connection that has died, unless another use has replaced it already.
    fn bury(&self, dead: &Rc<Connection>) {
        self.connection.replace_with(|held| held.take().filter(|held| !Rc::ptr_eq(held, dead)));
    }

    async fn connection(&self) -> Result<Rc<Connection>, StorageError> {
        if SHUT.get() {
            self.close();
            return Err(StorageError::Unavailable);
        }
        if let Some(open) = &*self.connection.borrow() {
            return Ok(Rc::clone(open));
        }
        let opened = Rc::new(self.open().await?);
        // Several may have been first at once: they share the first that was opened.
        Ok(Rc::clone(self.connection.borrow_mut().get_or_insert(opened)))
    }

    async fn open(&self) -> Result<Connection, StorageError> {
        // The builder deletes every table it is not told of, so it is told of all of them.
        let builder = Store::ALL
            .into_iter()
            .fold(Rexie::builder(&self.name).version(self.version), |builder, store| {
                builder.add_object_store(table(store))
            });
        let reader =
            in_time(async { builder.build().await.map(|database| Reader(Some(database))) })
                .await?
                .map_err(|error| translate(&error))?;
        let name = self.name.clone();
        let writer = in_time(async move { Writer::open(&name).await }).await??;
        Ok(Connection { reader, writer })
    }
}

impl Storage for Database {
    fn reading<'a>(&'a self, work: &'a dyn Work<dyn Reading>) -> Answer<'a, ()> {
        Box::pin(async move {
            let mut tries = 0;
            while tries < RETRIES {
                put_aside::is_shown().await;
                let connection = self.connection().await?;
                match connection.reader.begin() {
                    Ok(transaction) => match put_aside::while_shown(work.run(&transaction)).await {
                        // Nothing is wrong: it is read again when the page is shown.
                        None => {
                            transaction.abort().await;
                            continue;
                        }
                        // A connection may also die in the middle: what was read is read again.
                        Some(false) if transaction.pulse.is_gone() => self.bury(&connection),
                        Some(_) => return Ok(()),
                    },
                    Err(StorageError::Lost) => self.bury(&connection),
                    Err(error) => return Err(error),
                }
                tries += 1;
            }
            Err(StorageError::Lost)
        })
    }

    fn writing<'a>(&'a self, work: &'a dyn Work<dyn Writing>) -> Answer<'a, ()> {
        Box::pin(async move {
            let mut tries = 0;
            while tries < RETRIES {
                put_aside::is_shown().await;
                let connection = self.connection().await?;
                let ended = match connection.writer.begin(&names()) {
                    Ok(transaction) => match put_aside::while_shown(work.run(&transaction)).await {
                        // The commit itself needs no page: it comes to its end while this one is aside.
                        Some(true) => transaction.commit().await,
                        // What made it fail counts, unless the store says why: a full disk shows as an
                        // aborted transaction first and gives its reason only there.
                        Some(false) => transaction.abort().map_or(Ok(()), Err),
                        // Nothing has been written: it is done again when the page is shown.
                        None => {
                            transaction.abort();
                            continue;
                        }
                    },
                    Err(error) => Err(error),
                };
                match ended {
                    Err(StorageError::Lost) => self.bury(&connection),
                    ended => return ended,
                }
                tries += 1;
            }
            Err(StorageError::Lost)
        })
    }
}

impl Reader {
    fn begin(&self) -> Result<ReadTransaction, StorageError> {
        let database = self.0.as_ref().ok_or(StorageError::Lost)?;
        let begun = database.transaction(&names(), TransactionMode::ReadOnly);
        let begun = begun.map_err(|error| translate(&error))?;
        Ok(ReadTransaction { transaction: begun, pulse: Pulse::default() })
    }
}

/// A transaction that reads.
pub struct ReadTransaction {
    transaction: rexie::Transaction,
    pulse: Pulse,
}

/// Whether the connection under a transaction has died.
#[derive(Default)]
pub(super) struct Pulse(Cell<bool>);

impl Pulse {
    pub(super) fn is_gone(&self) -> bool {
        self.0.get()
    }

    /// Hears what went wrong, and passes it on.
    pub(super) fn hear(&self, error: StorageError) -> StorageError {
        if error == StorageError::Lost {
            self.0.set(true);
        }
        error
    }
}

impl Reading for ReadTransaction {
    fn get<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Row>> {
        Box::pin(async move {
            let found = self.store(store)?.get(key.into()).await;
            found.map_err(|error| self.failed(&error))?.map(from_js).transpose()
        })
    }

    fn scan<'a>(&'a self, store: Store, scan: &'a Scan) -> Answer<'a, Vec<Row>> {
        Box::pin(async move {
            let Some(range) = range(scan)? else { return Ok(Vec::new()) };
            let store = self.store(store)?;
            let found = match scan.by {
                By::Key => store.get_all(Some(range), scan.limit).await,
                By::Tag => match store.index(TAGS) {
                    Ok(index) => index.get_all(Some(range), scan.limit).await,
                    Err(error) => Err(error),
                },
            };
            found.map_err(|error| self.failed(&error))?.into_iter().map(from_js).collect()
        })
    }

    fn count<'a>(&'a self, store: Store, by: By, prefix: &'a str) -> Answer<'a, u32> {
        Box::pin(async move {
            let (store, range) = (self.store(store)?, range(&Scan::all(by, prefix))?);
            let counted = match by {
                By::Key => store.count(range).await,
                By::Tag => match store.index(TAGS) {
                    Ok(index) => index.count(range).await,
                    Err(error) => Err(error),
                },
            };
            counted.map_err(|error| self.failed(&error))
        })
    }
}

impl ReadTransaction {
    /// Lets go of the tables at once, and ends when the browser has said so.
    async fn abort(self) {
        // One that is over already cannot be aborted, and need not be.
        let _ = self.transaction.abort().await;
    }

    fn store(&self, store: Store) -> Result<rexie::Store, StorageError> {
        self.transaction.store(store.name()).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &rexie::Error) -> StorageError {
        self.pulse.hear(translate(error))
    }
}

fn table(store: Store) -> ObjectStore {
    ObjectStore::new(store.name())
        .key_path("key")
        .add_index(Index::new(TAGS, "tags").multi_entry(true))
}

fn names() -> [&'static str; Store::ALL.len()] {
    Store::ALL.map(Store::name)
}

/// Waits for a connection as long as a person would. One that opens after all is dropped, which
/// closes it.
async fn in_time<T: 'static>(
    opening: impl Future<Output = T> + 'static,
) -> Result<T, StorageError> {
    match select(Box::pin(opening), TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((opened, _)) => Ok(opened),
        Either::Right((_, opening)) => {
            spawn_local(async move { drop(opening.await) });
            Err(StorageError::Blocked)
        }
    }
}

/// The keys or tags a scan goes along; `None` where it can find nothing.
pub(super) fn range(scan: &Scan) -> Result<Option<KeyRange>, StorageError> {
    let range = scan.bounds().map(|(lower, lower_open, upper)| {
        KeyRange::bound(&lower.into(), &upper.into(), Some(lower_open), Some(true))
    });
    range.transpose().map_err(|error| because(&error))
}

/// A row as the database keeps it. The one place that chooses how values cross the border.
pub(super) fn to_js(row: &Row) -> Result<JsValue, StorageError> {
    row.serialize(&Serializer::json_compatible())
        .map_err(|error| StorageError::Other(error.to_string()))
}

/// A row from the database.
pub(super) fn from_js(value: JsValue) -> Result<Row, StorageError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| StorageError::Damaged(error.to_string()))
}

fn translate(error: &rexie::Error) -> StorageError {
    match error {
        rexie::Error::IdbError(error) => because(error),
        other => StorageError::Other(other.to_string()),
    }
}

/// What an error of the database means to us.
///
/// The errors of `idb` hold the browser's exception in some forty variants; its name is in the
/// words of all of them, so it is read from there.
pub(super) fn because(error: &idb::Error) -> StorageError {
    let words = error.to_string();
    let says = |name: &str| words.contains(name);
    if says("QuotaExceededError") {
        StorageError::Full
    } else if says("VersionError") {
        StorageError::Newer
    } else if says("InvalidStateError") || says("UnknownError") || says("onnection") {
        StorageError::Lost
    } else if says("AbortError") {
        StorageError::Aborted
    } else if says("SecurityError") || matches!(error, idb::Error::IndexedDbNotFound(_)) {
        StorageError::Unavailable
    } else {
        StorageError::Other(words)
    }
}
