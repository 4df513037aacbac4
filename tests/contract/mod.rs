//! What every store of rows must do. Each law is run against the store in memory natively and
//! against the real one in a browser, so that tests over the first say something about the second.

use futures::future::{join, join_all};
use indsats::app::store::{By, Row, Scan, Storage, StorageError, Store, Transactions};

/// Calls a macro with the name of every law.
macro_rules! each_law {
    ($run:ident) => {
        $run!(an_empty_store_says_so);
        $run!(what_is_put_is_there_until_it_is_deleted);
        $run!(tables_do_not_share_keys);
        $run!(a_new_row_takes_the_place_of_the_old_with_its_tags);
        $run!(any_text_comes_back_as_it_was);
        $run!(keys_are_scanned_in_one_order);
        $run!(a_scan_has_a_prefix_a_start_and_a_limit);
        $run!(a_row_is_found_by_each_of_its_tags);
        $run!(pages_hold_every_row_once);
        $run!(five_thousand_rows_page_through);
        $run!(a_transaction_sees_its_own_writes);
        $run!(an_error_undoes_everything);
        $run!(one_write_builds_on_the_last);
        $run!(writes_at_the_same_time_lose_nothing);
        $run!(a_read_sees_one_state);
    };
}

type Done = Result<(), StorageError>;

/// A row with an empty value.
pub fn row(key: &str, tags: &[&str]) -> Row {
    Row {
        key: key.to_owned(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        value: String::new(),
    }
}

/// A row without tags.
pub fn valued(key: &str, value: &str) -> Row {
    Row { value: value.to_owned(), ..row(key, &[]) }
}

/// Puts rows in one transaction.
pub async fn put(storage: &impl Storage, store: Store, rows: &[Row]) {
    let done: Done = storage
        .write(async |tx| {
            for row in rows {
                tx.put(store, row.clone()).await?;
            }
            Ok(())
        })
        .await;
    done.unwrap();
}

/// One row, read in a transaction of its own.
pub async fn get(storage: &impl Storage, store: Store, key: &str) -> Option<Row> {
    let found: Result<_, StorageError> = storage.read(async |tx| tx.get(store, key).await).await;
    found.unwrap()
}

/// The keys a scan finds, in the order it finds them: the same for reading and for writing.
async fn keys(storage: &impl Storage, store: Store, scan: &Scan) -> Vec<String> {
    let read: Result<_, StorageError> = storage.read(async |tx| tx.scan(store, scan).await).await;
    let written: Result<_, StorageError> =
        storage.write(async |tx| tx.scan(store, scan).await).await;
    let read = read.unwrap_or_else(|error| panic!("{scan:?}: {error}"));
    assert_eq!(Ok(&read), written.as_ref(), "{scan:?}: the two kinds of transaction disagree");
    read.into_iter().map(|row| row.key).collect()
}

async fn count(storage: &impl Storage, store: Store, by: By, prefix: &str) -> u32 {
    let read: Result<_, StorageError> =
        storage.read(async |tx| tx.count(store, by, prefix).await).await;
    let written: Result<_, StorageError> =
        storage.write(async |tx| tx.count(store, by, prefix).await).await;
    assert_eq!(read, written);
    read.unwrap()
}

pub async fn an_empty_store_says_so(storage: &impl Storage) {
    for store in Store::ALL {
        assert_eq!(get(storage, store, "a").await, None);
        for by in [By::Key, By::Tag] {
            assert_eq!(keys(storage, store, &Scan::all(by, "")).await, [""; 0]);
            assert_eq!(count(storage, store, by, "").await, 0);
        }
        let done: Done = storage.write(async |tx| tx.delete(store, "a").await).await;
        assert_eq!(done, Ok(()), "what is not there can be deleted");
    }
}

pub async fn what_is_put_is_there_until_it_is_deleted(storage: &impl Storage) {
    for store in Store::ALL {
        let written = Row { value: "v".into(), ..row("k", &["t", "u"]) };
        put(storage, store, &[written.clone(), row("other", &[])]).await;
        assert_eq!(get(storage, store, "k").await, Some(written));
        assert_eq!(get(storage, store, "K").await, None);

        let done: Done = storage.write(async |tx| tx.delete(store, "k").await).await;
        assert_eq!(done, Ok(()));
        assert_eq!(get(storage, store, "k").await, None);
        assert_eq!(keys(storage, store, &Scan::all(By::Key, "")).await, ["other"]);
        assert_eq!(count(storage, store, By::Tag, "").await, 0, "the tags are gone as well");
    }
}

pub async fn tables_do_not_share_keys(storage: &impl Storage) {
    for store in Store::ALL {
        put(storage, store, &[valued("k", store.name())]).await;
    }
    for store in Store::ALL {
        assert_eq!(get(storage, store, "k").await.unwrap().value, store.name());
        assert_eq!(count(storage, store, By::Key, "").await, 1);
    }
}

pub async fn a_new_row_takes_the_place_of_the_old_with_its_tags(storage: &impl Storage) {
    put(storage, Store::Records, &[row("k", &["old", "both"])]).await;
    put(storage, Store::Records, &[Row { value: "2".into(), ..row("k", &["both", "new"]) }]).await;
    assert_eq!(get(storage, Store::Records, "k").await.unwrap().value, "2");
    for (tag, expected) in [("old", 0), ("both", 1), ("new", 1)] {
        assert_eq!(count(storage, Store::Records, By::Tag, tag).await, expected, "{tag}");
    }
    assert_eq!(count(storage, Store::Records, By::Key, "").await, 1);
}

pub async fn any_text_comes_back_as_it_was(storage: &impl Storage) {
    let long = "Æblegrød ".repeat(100_000);
    let texts = [
        "",
        "Tolærerordning på 5. årgang, blåbærgrød",
        "a\u{0}b\u{2028}c\r\n\t\u{feff}\u{ffff}",
        "\u{1F469}\u{200D}\u{1F3EB} \u{fb33}",
        "A\u{30a} is not Å",
        "{\"json\": [1, null]}",
        &long,
    ];
    for (n, text) in texts.into_iter().enumerate() {
        let written = Row { value: text.to_owned(), ..row(&format!("æøå/{n}"), &["Ægte/Å"]) };
        put(storage, Store::Drafts, std::slice::from_ref(&written)).await;
        assert_eq!(get(storage, Store::Drafts, &written.key).await, Some(written), "text {n}");
    }
    for (by, prefix) in [(By::Key, "æøå/"), (By::Tag, "Ægte/")] {
        assert_eq!(count(storage, Store::Drafts, by, prefix).await, 7, "{prefix}");
    }
    assert_eq!(count(storage, Store::Drafts, By::Key, "æøa").await, 0);
}

/// The order of UTF-16 code units, as a database in a browser has it: an emoji comes before U+FB33.
pub async fn keys_are_scanned_in_one_order(storage: &impl Storage) {
    let order =
        ["-", "0", "10", "9", "A", "Z", "a", "z", "å", "æ", "ø", "€", "\u{1F600}", "\u{fb33}"];
    let mut rows: Vec<Row> = order.iter().map(|key| row(key, &[key])).collect();
    rows.reverse();
    put(storage, Store::Meta, &rows).await;
    for by in [By::Key, By::Tag] {
        assert_eq!(keys(storage, Store::Meta, &Scan::all(by, "")).await, order, "{by:?}");
        let behind = Scan::all(by, "").page(Some("\u{1F600}".into()), 9);
        assert_eq!(keys(storage, Store::Meta, &behind).await, ["\u{fb33}"], "{by:?}");
        assert_eq!(count(storage, Store::Meta, by, "").await, 14, "{by:?}");
    }
}

pub async fn a_scan_has_a_prefix_a_start_and_a_limit(storage: &impl Storage) {
    let names = ["a", "a/", "a/1", "a/2", "a/2/x", "a/3", "a/\u{1F600}", "a0", "b", "b/1"];
    let rows: Vec<Row> = names.iter().map(|name| row(name, &[name])).collect();
    put(storage, Store::Records, &rows).await;
    type Case<'a> = (&'a str, Option<&'a str>, Option<u32>, &'a [&'a str]);
    let table: [Case; 16] = [
        ("", None, None, &names),
        ("a/", None, None, &["a/", "a/1", "a/2", "a/2/x", "a/3", "a/\u{1F600}"]),
        ("a/2", None, None, &["a/2", "a/2/x"]),
        ("c", None, None, &[]),
        ("a/", Some("a/2"), None, &["a/2/x", "a/3", "a/\u{1F600}"]),
        ("a/", Some("a/2"), Some(1), &["a/2/x"]),
        ("a/", None, Some(2), &["a/", "a/1"]),
        ("a/", None, Some(100), &["a/", "a/1", "a/2", "a/2/x", "a/3", "a/\u{1F600}"]),
        // Behind the very name that is also the prefix, or the scan never moves on.
        ("a/", Some("a/"), Some(1), &["a/1"]),
        ("a", Some("a"), Some(2), &["a/", "a/1"]),
        // Behind what is not there.
        ("a/", Some("a/25"), None, &["a/3", "a/\u{1F600}"]),
        // Behind something before it all, or after it all.
        ("a/", Some("A"), Some(1), &["a/"]),
        ("a/", Some("b"), None, &[]),
        ("a/", Some("a/\u{1F600}"), None, &[]),
        ("", Some("b/1"), None, &[]),
        ("a/", None, Some(0), &[]),
    ];
    for (prefix, after, limit, expected) in table {
        for by in [By::Key, By::Tag] {
            let after = after.map(ToOwned::to_owned);
            let scan = Scan { by, prefix: prefix.into(), after, limit };
            assert_eq!(keys(storage, Store::Records, &scan).await, expected, "{scan:?}");
        }
    }
}

pub async fn a_row_is_found_by_each_of_its_tags(storage: &impl Storage) {
    let rows = [
        row("r1", &["kind/b", "of/x/2", "of/x/4"]),
        row("r2", &["of/x/3", "kind/a"]),
        row("r3", &["of/x/3"]),
        row("r4", &[]),
    ];
    put(storage, Store::Records, &rows).await;
    let by_tag = async |prefix: &str| {
        let found = keys(storage, Store::Records, &Scan::all(By::Tag, prefix)).await;
        assert_eq!(count(storage, Store::Records, By::Tag, prefix).await as usize, found.len());
        found
    };
    assert_eq!(by_tag("kind/").await, ["r2", "r1"]);
    assert_eq!(by_tag("of/x/").await, ["r1", "r2", "r3", "r1"], "once for each tag that fits");
    assert_eq!(by_tag("of/x/3").await, ["r2", "r3"], "rows with one tag come in order of key");
    assert_eq!(by_tag("r4").await, [""; 0]);
}

pub async fn pages_hold_every_row_once(storage: &impl Storage) {
    let names: Vec<String> = (0..23).map(|n| format!("{:02}", n * 7 % 23)).collect();
    let rows: Vec<Row> = names.iter().map(|name| row(name, &[&format!("t/{name}")])).collect();
    put(storage, Store::Records, &rows).await;
    put(storage, Store::Records, &[row("elsewhere", &["u/1", "s/1"])]).await;
    for limit in [1, 2, 7, 22, 23, 24] {
        let found = all_pages(storage, "t/", limit).await;
        let expected: Vec<String> = (0..23).map(|n| format!("{n:02}")).collect();
        assert_eq!(found, expected, "{limit} at a time");
    }
}

pub async fn five_thousand_rows_page_through(storage: &impl Storage) {
    let key = |n: u32| format!("{n:05}");
    let rows: Vec<Row> = (0..5_000).map(|n| row(&key(n), &[&format!("t/{}", key(n))])).collect();
    put(storage, Store::Records, &rows).await;
    assert_eq!(count(storage, Store::Records, By::Key, "").await, 5_000);
    let expected: Vec<String> = (0..5_000).map(key).collect();
    assert_eq!(all_pages(storage, "t/", 777).await, expected);
}

/// The keys of all rows with a tag, read page by page. Every key is the end of its tag.
async fn all_pages(storage: &impl Storage, prefix: &str, limit: u32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    loop {
        let after = found.last().map(|key| format!("{prefix}{key}"));
        let page = Scan::all(By::Tag, prefix).page(after, limit);
        let page = keys(storage, Store::Records, &page).await;
        assert!(page.len() <= limit as usize);
        if page.is_empty() {
            return found;
        }
        found.extend(page);
        assert!(found.len() <= 5_000, "the pages go in circles");
    }
}

pub async fn a_transaction_sees_its_own_writes(storage: &impl Storage) {
    put(storage, Store::Records, &[row("gone", &["t"]), row("stays", &["t"])]).await;
    let done: Done = storage
        .write(async |tx| {
            tx.put(Store::Records, row("new", &["t"])).await?;
            tx.put(Store::Records, valued("stays", "changed")).await?;
            tx.delete(Store::Records, "gone").await?;
            assert_eq!(tx.get(Store::Records, "gone").await?, None);
            assert_eq!(tx.get(Store::Records, "stays").await?, Some(valued("stays", "changed")));
            let found = tx.scan(Store::Records, &Scan::all(By::Tag, "t")).await?;
            assert_eq!(found, [row("new", &["t"])]);
            assert_eq!(tx.count(Store::Records, By::Key, "").await?, 2);
            Ok(())
        })
        .await;
    assert_eq!(done, Ok(()));
    assert_eq!(keys(storage, Store::Records, &Scan::all(By::Key, "")).await, ["new", "stays"]);
}

/// An error of the work's own, to see that it comes out as it went in.
#[derive(Debug, PartialEq)]
enum Own {
    Refused,
    Store(StorageError),
}

impl From<StorageError> for Own {
    fn from(error: StorageError) -> Self {
        Self::Store(error)
    }
}

pub async fn an_error_undoes_everything(storage: &impl Storage) {
    put(storage, Store::Records, &[valued("a", "1"), valued("b", "1")]).await;
    let refused: Result<(), Own> = storage
        .write(async |tx| {
            tx.put(Store::Records, valued("a", "2")).await?;
            tx.delete(Store::Records, "b").await?;
            tx.put(Store::Drafts, valued("c", "2")).await?;
            Err(Own::Refused)
        })
        .await;
    assert_eq!(refused, Err(Own::Refused));
    assert_eq!(get(storage, Store::Records, "a").await, Some(valued("a", "1")));
    assert_eq!(get(storage, Store::Records, "b").await, Some(valued("b", "1")));
    assert_eq!(get(storage, Store::Drafts, "c").await, None);

    let damaged = StorageError::Damaged("a".into());
    let refused: Result<(), Own> = storage.read(async |_| Err(damaged.clone().into())).await;
    assert_eq!(refused, Err(Own::Store(damaged)));
    put(storage, Store::Drafts, &[valued("c", "3")]).await;
    assert_eq!(get(storage, Store::Drafts, "c").await, Some(valued("c", "3")), "life goes on");
}

pub async fn one_write_builds_on_the_last(storage: &impl Storage) {
    for n in 1..=5 {
        assert_eq!(add_one(storage).await, Ok(n));
    }
    let nothing: Done = storage.write(async |_| Ok(())).await;
    assert_eq!(nothing, Ok(()), "a transaction may do nothing");
    assert_eq!(get(storage, Store::Meta, "n").await, Some(valued("n", "5")));
}

pub async fn writes_at_the_same_time_lose_nothing(storage: &impl Storage) {
    let mut seen: Vec<_> = join_all((0..10).map(|_| add_one(storage))).await;
    seen.sort_by_key(|n| n.clone().unwrap_or_default());
    assert_eq!(seen, (1..=10).map(Ok).collect::<Vec<_>>());
    assert_eq!(get(storage, Store::Meta, "n").await, Some(valued("n", "10")));
}

/// Reads a number, adds one and writes it back.
async fn add_one(storage: &impl Storage) -> Result<u32, StorageError> {
    storage
        .write(async |tx| {
            let row = tx.get(Store::Meta, "n").await?;
            let n = row.map_or(0, |row| row.value.parse::<u32>().unwrap()) + 1;
            tx.put(Store::Meta, valued("n", &n.to_string())).await?;
            Ok(n)
        })
        .await
}

/// Two rows that are only ever written together are never seen apart.
pub async fn a_read_sees_one_state(storage: &impl Storage) {
    put(storage, Store::Records, &[valued("a", "0"), valued("b", "0")]).await;
    let writing = async {
        for n in 1..20 {
            let value = n.to_string();
            put(storage, Store::Records, &[valued("a", &value), valued("b", &value)]).await;
        }
    };
    let reading = async {
        for _ in 0..20 {
            let pair: Result<_, StorageError> = storage
                .read(async |tx| {
                    let a = tx.get(Store::Records, "a").await?;
                    tx.count(Store::Meta, By::Key, "").await?;
                    Ok((a, tx.get(Store::Records, "b").await?))
                })
                .await;
            let (a, b) = pair.unwrap();
            assert_eq!(a.map(|row| row.value), b.map(|row| row.value));
        }
    };
    join(writing, reading).await;
}
