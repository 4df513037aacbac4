//! A store in memory, for tests and for wherever a database is one thing too many.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;
use std::rc::Rc;

use super::storage::{
    Answer, By, Reading, Row, Scan, Storage, StorageError, Store, Work, Writing, in_order,
};

/// Copied only when a transaction writes: most only read.
type Tables = Rc<BTreeMap<(Store, String), Row>>;

/// A store that forgets when it is dropped, and that can be told to fail.
#[derive(Debug, Default)]
pub struct MemoryStorage {
    tables: RefCell<Tables>,
    fault: RefCell<Option<StorageError>>,
}

/// A transaction: a copy that takes the place of the original at commit.
#[derive(Debug)]
pub struct MemoryTransaction(RefCell<Tables>);

impl MemoryStorage {
    /// Makes the next commit fail.
    pub fn fail_next_commit(&self, error: StorageError) {
        self.fault.replace(Some(error));
    }
}

impl Storage for MemoryStorage {
    fn reading<'a>(&'a self, work: &'a dyn Work<dyn Reading>) -> Answer<'a, ()> {
        Box::pin(async {
            let copy = Rc::clone(&self.tables.borrow());
            work.run(&MemoryTransaction(RefCell::new(copy))).await;
            Ok(())
        })
    }

    fn writing<'a>(&'a self, work: &'a dyn Work<dyn Writing>) -> Answer<'a, ()> {
        Box::pin(async {
            let copy = Rc::clone(&self.tables.borrow());
            let transaction = MemoryTransaction(RefCell::new(copy));
            if work.run(&transaction).await {
                if let Some(error) = self.fault.take() {
                    return Err(error);
                }
                *self.tables.borrow_mut() = transaction.0.into_inner();
            }
            Ok(())
        })
    }
}

impl MemoryTransaction {
    /// Every row of a table that a scan finds, limits aside.
    fn found(&self, store: Store, scan: &Scan) -> Vec<Row> {
        let Some((lower, lower_open, upper)) = scan.bounds() else { return Vec::new() };
        let inside = |found: &str| {
            let above = in_order(found, lower);
            let above = if lower_open { above.is_gt() } else { above.is_ge() };
            above && in_order(found, &upper).is_lt()
        };
        let tables = self.0.borrow();
        let rows = tables.range((store, String::new())..);
        let rows = rows.take_while(|((of, _), _)| *of == store).map(|(_, row)| row);
        let mut found: Vec<(&String, &Row)> = rows
            .flat_map(|row| {
                let names = match scan.by {
                    By::Key => std::slice::from_ref(&row.key),
                    By::Tag => &row.tags,
                };
                names.iter().filter(|name| inside(name)).map(move |name| (name, row))
            })
            .collect();
        found.sort_by(|(a, row_a), (b, row_b)| {
            in_order(a, b).then_with(|| in_order(&row_a.key, &row_b.key))
        });
        found.into_iter().map(|(_, row)| row.clone()).collect()
    }
}

impl Reading for MemoryTransaction {
    fn get<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Row>> {
        let found = self.0.borrow().get(&(store, key.to_owned())).cloned();
        Box::pin(ready(Ok(found)))
    }

    fn scan<'a>(&'a self, store: Store, scan: &'a Scan) -> Answer<'a, Vec<Row>> {
        let limit = scan.limit.map_or(usize::MAX, |limit| limit as usize);
        let found = self.found(store, scan).into_iter().take(limit).collect();
        Box::pin(ready(Ok(found)))
    }

    fn count<'a>(&'a self, store: Store, by: By, prefix: &'a str) -> Answer<'a, u32> {
        let count = self.found(store, &Scan::all(by, prefix)).len();
        Box::pin(ready(Ok(u32::try_from(count).unwrap_or(u32::MAX))))
    }
}

impl Writing for MemoryTransaction {
    fn put(&self, store: Store, row: Row) -> Answer<'_, ()> {
        Rc::make_mut(&mut self.0.borrow_mut()).insert((store, row.key.clone()), row);
        Box::pin(ready(Ok(())))
    }

    fn delete<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()> {
        Rc::make_mut(&mut self.0.borrow_mut()).remove(&(store, key.to_owned()));
        Box::pin(ready(Ok(())))
    }
}
