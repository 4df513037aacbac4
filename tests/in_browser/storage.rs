//! The real database keeps the laws of storage, and what goes wrong in a browser is always said:
//! nothing that goes wrong may look like an empty store.

use futures::future::{Either, join_all, select};
use gloo_timers::future::TimeoutFuture;
use indsats::app::store::{By, Row, Scan, StorageError, Store, Transactions};
use indsats::platform::database::{Database, VERSION};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::contract::{self, get, put, row, valued};

macro_rules! in_a_browser {
    ($law:ident) => {
        #[wasm_bindgen_test]
        async fn $law() {
            contract::$law(&Database::new(concat!("law-", stringify!($law)), VERSION)).await;
        }
    };
}

each_law!(in_a_browser);

/// A few rows in every table.
fn filling(store: Store) -> Vec<Row> {
    let name = store.name();
    (0..20)
        .map(|n| Row { value: format!("{name} {n} æøå"), ..row(&format!("{n:02}"), &[name]) })
        .collect()
}

async fn fill(database: &Database) {
    for store in Store::ALL {
        put(database, store, &filling(store)).await;
    }
}

/// Every row of every table is there, by key and by tag.
async fn assert_full(database: &Database) {
    for store in Store::ALL {
        for (by, prefix) in [(By::Key, ""), (By::Tag, store.name())] {
            let scan = Scan::all(by, prefix);
            assert_eq!(rows(database, store, &scan).await, Ok(filling(store)), "{store:?} {by:?}");
        }
    }
}

async fn rows(database: &Database, store: Store, scan: &Scan) -> Result<Vec<Row>, StorageError> {
    database.read(async |tx| tx.scan(store, scan).await).await
}

/// Every way to use the store fails with this, and none with an answer.
async fn assert_refused(database: &Database, expected: &StorageError) {
    let all = Scan::all(By::Key, "");
    let refused = Err(expected.clone());
    assert_eq!(rows(database, Store::Records, &all).await, refused.clone().map(|()| vec![]));
    let read: Result<_, StorageError> =
        database.read(async |tx| tx.get(Store::Records, "00").await).await;
    assert_eq!(read, refused.clone().map(|()| None));
    let counted: Result<_, StorageError> =
        database.read(async |tx| tx.count(Store::Records, By::Key, "").await).await;
    assert_eq!(counted, refused.clone().map(|()| 0));
    assert_eq!(write(database, &valued("00", "changed")).await, refused);
}

async fn write(database: &Database, row: &Row) -> Result<(), StorageError> {
    database.write(async |tx| tx.put(Store::Records, row.clone()).await).await
}

/// A connection that does not make way for anyone, as an old tab with a fault would hold it.
async fn stubborn(name: &str, version: u32) -> idb::Database {
    idb::Factory::new().unwrap().open(name, Some(version)).unwrap().await.unwrap()
}

/// The browser does something else for as long as this lives.
struct Patched {
    undo: String,
}

impl Patched {
    /// Puts a function in place of `prototype.method`; `original` is what it was.
    fn new(prototype: &str, method: &str, function: &str) -> Self {
        let target = format!("{prototype}.prototype.{method}");
        let kept = format!("globalThis.kept_{prototype}_{method}");
        let script = format!(
            "{kept} = {target}; {{ const original = {kept}; let n = 0; {target} = {function}; }}"
        );
        js_sys::eval(&script).unwrap();
        Self { undo: format!("{target} = {kept};") }
    }
}

impl Drop for Patched {
    fn drop(&mut self) {
        js_sys::eval(&self.undo).unwrap();
    }
}

#[wasm_bindgen_test]
async fn an_upgrade_keeps_every_row_of_every_table() {
    let name = "upgrade";
    let old = Database::new(name, VERSION);
    fill(&old).await;
    old.close();
    for version in [VERSION + 1, VERSION + 5] {
        let new = Database::new(name, version);
        assert_full(&new).await;
        new.close();
    }
}

#[wasm_bindgen_test]
async fn an_open_tab_makes_way_for_an_upgrade_and_then_says_that_it_is_old() {
    let name = "makes-way";
    let (old, new) = (Database::new(name, VERSION), Database::new(name, VERSION + 1));
    fill(&old).await;
    assert_full(&new).await;
    assert_refused(&old, &StorageError::Newer).await;
    assert_full(&new).await;
}

/// Pages load several lists at once, and each is the first to want the database.
#[wasm_bindgen_test]
async fn several_first_uses_at_once_leave_nothing_open_that_is_in_the_way() {
    let name = "first-uses";
    let old = Database::new(name, VERSION);
    fill(&old).await;
    old.close();
    let again = Database::new(name, VERSION);
    let all = Scan::all(By::Key, "");
    for found in join_all((0..4).map(|_| rows(&again, Store::Records, &all))).await {
        assert_eq!(found, Ok(filling(Store::Records)));
    }
    assert_full(&Database::new(name, VERSION + 1)).await;
    assert_refused(&again, &StorageError::Newer).await;
}

#[wasm_bindgen_test]
async fn a_database_from_a_newer_version_is_refused_and_unharmed() {
    let name = "newer";
    let newer = Database::new(name, VERSION + 1);
    fill(&newer).await;
    newer.close();
    let old = Database::new(name, VERSION);
    assert_refused(&old, &StorageError::Newer).await;
    assert_full(&newer).await;
}

#[wasm_bindgen_test]
async fn a_second_tab_that_does_not_make_way_is_said_and_costs_nothing() {
    let name = "blocked";
    let old = Database::new(name, VERSION);
    fill(&old).await;
    old.close();
    let in_the_way = stubborn(name, VERSION).await;

    let new = Database::new(name, VERSION + 1);
    let changed = valued("00", "changed");
    let refused = write(&new, &changed);
    let patience = TimeoutFuture::new(10_000);
    let Either::Left((refused, _)) = select(Box::pin(refused), patience).await else {
        panic!("nobody waits that long to be told that another tab is in the way");
    };
    assert_eq!(refused, Err(StorageError::Blocked));

    in_the_way.close();
    assert_full(&new).await;
    // The opening that came too late was let go as well: it would be in the next one's way.
    assert_full(&Database::new(name, VERSION + 2)).await;
}

#[wasm_bindgen_test]
async fn a_closed_connection_is_opened_again() {
    let database = Database::new("closed", VERSION);
    fill(&database).await;
    database.close();
    assert_full(&database).await;
    database.close();
    assert_eq!(write(&database, &filling(Store::Records)[0]).await, Ok(()));
    assert_full(&database).await;
}

/// On iOS a connection dies in the background and says so at the next transaction.
#[wasm_bindgen_test]
async fn a_dead_handle_is_replaced() {
    let database = Database::new("dead", VERSION);
    fill(&database).await;
    for deaths in 1..=2 {
        let _dies = Patched::new("IDBDatabase", "transaction", &dies(deaths));
        assert_full(&database).await;
    }
    for deaths in 1..=2 {
        let _dies = Patched::new("IDBDatabase", "transaction", &dies(deaths));
        assert_eq!(write(&database, &filling(Store::Records)[3]).await, Ok(()));
    }
    {
        let _dies = Patched::new("IDBDatabase", "transaction", &dies(1));
        let all = Scan::all(By::Key, "");
        for found in join_all((0..4).map(|_| rows(&database, Store::Records, &all))).await {
            assert_eq!(found, Ok(filling(Store::Records)));
        }
    }
    assert_full(&database).await;
}

#[wasm_bindgen_test]
async fn a_handle_that_stays_dead_is_an_error() {
    let database = Database::new("stays-dead", VERSION);
    fill(&database).await;
    {
        let _dies = Patched::new("IDBDatabase", "transaction", &dies(1_000));
        assert_refused(&database, &StorageError::Lost).await;
    }
    assert_full(&database).await;
}

/// The first `deaths` calls find a connection that is gone.
fn dies(deaths: u32) -> String {
    format!(
        "function (...all) {{
            if (n++ < {deaths}) throw new DOMException('gone', 'InvalidStateError');
            return original.apply(this, all);
        }}"
    )
}

#[wasm_bindgen_test]
async fn a_read_that_fails_is_an_error() {
    let database = Database::new("read-fails", VERSION);
    fill(&database).await;
    let lost = "function () { throw new DOMException('server lost', 'UnknownError'); }";
    let _get = Patched::new("IDBObjectStore", "get", lost);
    let _get_all = Patched::new("IDBObjectStore", "getAll", lost);
    let _count = Patched::new("IDBObjectStore", "count", lost);
    let _put = Patched::new("IDBObjectStore", "put", lost);
    assert_refused(&database, &StorageError::Lost).await;
}

/// A connection that dies in the middle of its work is as good as one that was dead before.
#[wasm_bindgen_test]
async fn a_handle_that_dies_at_work_is_replaced() {
    let database = Database::new("dies-at-work", VERSION);
    fill(&database).await;
    let all = Scan::all(By::Key, "");
    {
        let _dies = Patched::new("IDBObjectStore", "getAll", &dies_at_work(2));
        assert_eq!(rows(&database, Store::Records, &all).await, Ok(filling(Store::Records)));
    }
    {
        let _dies = Patched::new("IDBObjectStore", "get", &dies_at_work(2));
        let row = filling(Store::Records)[0].clone();
        let found: Result<_, StorageError> =
            database.read(async |tx| tx.get(Store::Records, &row.key).await).await;
        assert_eq!(found, Ok(Some(row)));
    }
    {
        let _dies = Patched::new("IDBObjectStore", "count", &dies_at_work(2));
        let counted: Result<_, StorageError> =
            database.read(async |tx| tx.count(Store::Records, By::Key, "").await).await;
        assert_eq!(counted.map(|n| n as usize), Ok(filling(Store::Records).len()));
    }
    {
        let _dies = Patched::new("IDBObjectStore", "put", &dies_at_work(2));
        assert_eq!(write(&database, &filling(Store::Records)[3]).await, Ok(()));
    }
    assert_full(&database).await;
}

/// The first `deaths` calls find out in the middle of a transaction that the connection is gone.
fn dies_at_work(deaths: u32) -> String {
    dies(deaths).replace("'InvalidStateError'", "'UnknownError'")
}

#[wasm_bindgen_test]
async fn an_abort_at_commit_writes_nothing_and_is_said() {
    let database = Database::new("abort", VERSION);
    fill(&database).await;
    {
        let _aborts = Patched::new("IDBTransaction", "commit", "function () { this.abort(); }");
        assert_eq!(write(&database, &valued("00", "changed")).await, Err(StorageError::Aborted));
        assert_eq!(write(&database, &valued("new", "")).await, Err(StorageError::Aborted));
    }
    assert_full(&database).await;
}

/// A put that the database refuses takes the whole transaction with it, with its reason.
#[wasm_bindgen_test]
async fn a_put_that_fails_undoes_the_rest() {
    let database = Database::new("put-fails", VERSION);
    fill(&database).await;
    {
        // `add` refuses a key that is there.
        let _adds =
            Patched::new("IDBObjectStore", "put", "function (row) { return this.add(row); }");
        let done: Result<(), StorageError> = database
            .write(async |tx| {
                tx.put(Store::Drafts, valued("new", "")).await?;
                tx.put(Store::Records, valued("00", "changed")).await
            })
            .await;
        assert!(
            matches!(&done, Err(StorageError::Other(why)) if why.contains("Constraint")),
            "{done:?}"
        );
    }
    assert_full(&database).await;
    assert_eq!(get(&database, Store::Drafts, "new").await, None);
}

/// A row that another program has left there cannot be read, and is not passed over in silence.
#[wasm_bindgen_test]
async fn a_row_of_another_shape_is_an_error() {
    let name = "shape";
    let database = Database::new(name, VERSION);
    fill(&database).await;
    let raw = stubborn(name, VERSION).await;
    let transaction = raw.transaction(&["records"], idb::TransactionMode::ReadWrite).unwrap();
    let odd = js_sys::JSON::parse(r#"{ "key": "zz", "tags": "none" }"#).unwrap();
    transaction.object_store("records").unwrap().put(&odd, None).unwrap().await.unwrap();
    transaction.commit().unwrap().await.unwrap();
    raw.close();
    let all = Scan::all(By::Key, "");
    let found = rows(&database, Store::Records, &all).await;
    assert!(matches!(found, Err(StorageError::Damaged(_))), "{found:?}");
    assert_eq!(rows(&database, Store::Drafts, &all).await, Ok(filling(Store::Drafts)));
}
