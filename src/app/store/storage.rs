//! What a store of rows must be able to do. The browser's database and the one in memory both
//! implement it and are held to the same contract (`tests/contract`).

use std::cell::RefCell;
use std::cmp::Ordering;
use std::pin::Pin;

use serde::{Deserialize, Serialize};

/// The tables. The truth is in `Revisions`; `Records` is derived from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Store {
    /// Every revision, by its name.
    Revisions,
    /// The present view of each record; can be rebuilt at any time.
    Records,
    /// The working copies of what is open.
    Drafts,
    /// Ids that must not come back.
    Erased,
    /// A few facts about the device.
    Meta,
}

impl Store {
    /// Every table. One that is left out here would be deleted by the next upgrade.
    pub const ALL: [Self; 5] =
        [Self::Revisions, Self::Records, Self::Drafts, Self::Erased, Self::Meta];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Revisions => "revisions",
            Self::Records => "records",
            Self::Drafts => "drafts",
            Self::Erased => "erased",
            Self::Meta => "meta",
        }
    }
}

/// A row. What a person wrote is in `value` alone, so that it can be locked with a key one day;
/// `key` and `tags` hold ids, kinds and days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Unique in its table.
    pub key: String,
    /// What it can be found by, besides its key.
    pub tags: Vec<String>,
    /// Everything else, as text.
    pub value: String,
}

/// What a scan goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The keys of rows.
    Key,
    /// The tags of rows.
    Tag,
}

/// Which rows to read, in ascending order of the key or tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// What to go along.
    pub by: By,
    /// What the key or tag begins with.
    pub prefix: String,
    /// Start behind this key or tag, which need not exist.
    pub after: Option<String>,
    /// How many rows at most.
    pub limit: Option<u32>,
}

impl Scan {
    /// Every row whose key or tag begins with `prefix`.
    pub fn all(by: By, prefix: impl Into<String>) -> Self {
        Self { by, prefix: prefix.into(), after: None, limit: None }
    }

    /// The next `limit` rows behind `after`.
    #[must_use]
    pub fn page(mut self, after: Option<String>, limit: u32) -> Self {
        self.after = after;
        self.limit = Some(limit);
        self
    }

    /// The bounds of the scan: lower, whether that one is left out, upper (left out). `None` where
    /// nothing can be found: a browser takes bounds that have crossed for an error, and a limit of
    /// nothing for no limit at all.
    ///
    /// U+FFFF is the greatest code unit, and no key or tag holds it, so it stands behind everything
    /// that begins with the prefix.
    pub fn bounds(&self) -> Option<(&str, bool, String)> {
        let upper = format!("{}\u{ffff}", self.prefix);
        let behind = self.after.as_deref().filter(|after| in_order(after, &self.prefix).is_ge());
        let lower = behind.unwrap_or(&self.prefix);
        let any = in_order(lower, &upper).is_lt() && self.limit != Some(0);
        any.then_some((lower, behind.is_some(), upper))
    }
}

/// How a database in a browser orders texts: by UTF-16 code units.
pub(in crate::app) fn in_order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// Why the store did not do what it was asked. A failed read is never an empty list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The device has no more room for the app.
    #[error("no room left on the device")]
    Full,
    /// The browser offers no database here, as in some private windows.
    #[error("no database in this browser")]
    Unavailable,
    /// Another tab holds an older version of the database open.
    #[error("another tab holds the database")]
    Blocked,
    /// The database was made by a newer version of the app.
    #[error("the database is from a newer version")]
    Newer,
    /// The connection died, and opening it again did not help.
    #[error("the connection to the database was lost")]
    Lost,
    /// The transaction was undone as a whole.
    #[error("the transaction was aborted")]
    Aborted,
    /// A row cannot be read.
    #[error("a stored row cannot be read: {0}")]
    Damaged(String),
    /// Something else, in the browser's words.
    #[error("{0}")]
    Other(String),
}

/// Something in time. Boxed, so that what waits for it is small: the program has some hundred
/// places that do.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// An answer of the store, in time.
pub type Answer<'a, T> = Pending<'a, Result<T, StorageError>>;

/// A transaction that reads.
pub trait Reading {
    /// The row with this key.
    fn get<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Row>>;

    /// Rows in ascending order of key or tag. A row with several fitting tags comes once for each.
    fn scan<'a>(&'a self, store: Store, scan: &'a Scan) -> Answer<'a, Vec<Row>>;

    /// How many rows a scan without `after` and `limit` would give.
    fn count<'a>(&'a self, store: Store, by: By, prefix: &'a str) -> Answer<'a, u32>;
}

/// A transaction that also writes. It sees its own writes.
pub trait Writing: Reading {
    /// Puts a row, in place of the one with the same key.
    fn put(&self, store: Store, row: Row) -> Answer<'_, ()>;

    /// Removes a row, if it is there.
    fn delete<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()>;
}

/// What is done in a transaction.
pub trait Work<Tx: ?Sized> {
    /// Does it, and says whether it went well. It awaits nothing but the transaction it is given: a
    /// database in a browser closes a transaction that is left alone. It may be done again when the
    /// connection had died.
    fn run<'a>(&'a self, tx: &'a Tx) -> Pending<'a, bool>;
}

/// A store of rows with transactions over all tables. [`Transactions`] is how it is used.
pub trait Storage {
    /// Reads from one consistent state.
    ///
    /// # Errors
    /// The work could not be begun or carried through. What it found wrong itself is its own.
    fn reading<'a>(&'a self, work: &'a dyn Work<dyn Reading>) -> Answer<'a, ()>;

    /// Writes all or, where the work did not go well, nothing. `Ok` means that it has been
    /// committed, or undone as it was asked.
    ///
    /// # Errors
    /// It was undone for a reason of the store's own.
    fn writing<'a>(&'a self, work: &'a dyn Work<dyn Writing>) -> Answer<'a, ()>;
}

/// Transactions over any store, with a result of any kind.
#[allow(async_fn_in_trait, reason = "the app has one thread; futures need not be Send")]
pub trait Transactions {
    /// Reads from one consistent state.
    ///
    /// # Errors
    /// What `work` returns, or a [`StorageError`].
    async fn read<T, E: From<StorageError>>(
        &self,
        work: impl AsyncFn(&dyn Reading) -> Result<T, E>,
    ) -> Result<T, E>;

    /// Writes all or nothing. `Ok` means that it has been committed.
    ///
    /// # Errors
    /// What `work` returns, or a [`StorageError`]; nothing has been written then.
    async fn write<T, E: From<StorageError>>(
        &self,
        work: impl AsyncFn(&dyn Writing) -> Result<T, E>,
    ) -> Result<T, E>;
}

impl<S: Storage + ?Sized> Transactions for S {
    async fn read<T, E: From<StorageError>>(
        &self,
        work: impl AsyncFn(&dyn Reading) -> Result<T, E>,
    ) -> Result<T, E> {
        let work = Kept { work, result: RefCell::new(None) };
        self.reading(&work).await?;
        work.take()
    }

    async fn write<T, E: From<StorageError>>(
        &self,
        work: impl AsyncFn(&dyn Writing) -> Result<T, E>,
    ) -> Result<T, E> {
        let work = Kept { work, result: RefCell::new(None) };
        self.writing(&work).await?;
        work.take()
    }
}

/// Work whose result is kept until the transaction is over.
struct Kept<W, T, E> {
    work: W,
    result: RefCell<Option<Result<T, E>>>,
}

impl<W, T, E: From<StorageError>> Kept<W, T, E> {
    fn keep(&self, result: Result<T, E>) -> bool {
        let went_well = result.is_ok();
        self.result.replace(Some(result));
        went_well
    }

    fn take(self) -> Result<T, E> {
        // A store that says it did the work and did not is one whose connection was lost.
        self.result.into_inner().unwrap_or_else(|| Err(StorageError::Lost.into()))
    }
}

impl<T, E: From<StorageError>, W: AsyncFn(&dyn Reading) -> Result<T, E>> Work<dyn Reading>
    for Kept<W, T, E>
{
    fn run<'a>(&'a self, tx: &'a dyn Reading) -> Pending<'a, bool> {
        Box::pin(async move { self.keep((self.work)(tx).await) })
    }
}

impl<T, E: From<StorageError>, W: AsyncFn(&dyn Writing) -> Result<T, E>> Work<dyn Writing>
    for Kept<W, T, E>
{
    fn run<'a>(&'a self, tx: &'a dyn Writing) -> Pending<'a, bool> {
        Box::pin(async move { self.keep((self.work)(tx).await) })
    }
}
