//! The store in memory keeps the laws of storage.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[macro_use]
mod contract;

use futures::executor::block_on;
use indsats::app::store::{MemoryStorage, StorageError, Store, Transactions};

use contract::{get, put, valued};

macro_rules! natively {
    ($law:ident) => {
        #[test]
        fn $law() {
            block_on(contract::$law(&MemoryStorage::default()));
        }
    };
}

each_law!(natively);

#[test]
fn a_commit_that_fails_writes_nothing_and_only_once() {
    block_on(async {
        let storage = MemoryStorage::default();
        put(&storage, Store::Drafts, &[valued("a", "1")]).await;
        storage.fail_next_commit(StorageError::Full);
        let failed: Result<(), StorageError> = storage
            .write(async |tx| {
                indsats::app::store::Writing::put(tx, Store::Drafts, valued("a", "2")).await
            })
            .await;
        assert_eq!(failed, Err(StorageError::Full));
        assert_eq!(get(&storage, Store::Drafts, "a").await, Some(valued("a", "1")));
        put(&storage, Store::Drafts, &[valued("a", "3")]).await;
        assert_eq!(get(&storage, Store::Drafts, "a").await, Some(valued("a", "3")));
    });
}
