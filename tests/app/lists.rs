//! Lists read through an index, a page at a time.

use futures::executor::block_on;
use indsats::app::store::{By, List, Row, Scan, StorageError, Store, Transactions};
use indsats::domain::record::Kind;
use serde_json::{Value, json};

use crate::sharing::{altered_file, foreign};
use crate::world::Device;

const OBSERVATIONS: List = List::Kind(Kind::Observation);

#[test]
fn pages_are_newest_first_whatever_their_size() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    // Two lessons a day: the one begun later comes first.
    let order = [7, 3, 11, 5, 3, 7, 1, 11, 5, 1];
    for (n, day) in order.iter().enumerate() {
        device.observation(initiative, &format!("title={day}.{n} day=2026-11-{day:02}"));
    }
    device.observation(initiative, "title=undated");
    let expected =
        ["11.7", "11.2", "7.5", "7.0", "5.8", "5.3", "3.4", "3.1", "1.9", "1.6", "undated"];
    for limit in [1, 2, 3, 10, 11, 12, u32::MAX] {
        assert_eq!(device.list(OBSERVATIONS, limit), expected, "{limit} at a time");
    }
}

#[test]
fn a_page_goes_on_where_it_stopped_though_rows_came_and_went() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    for day in 1..=6 {
        device.observation(initiative, &format!("title={day} day=2026-11-{day:02}"));
    }
    let page = block_on(device.repo.list(OBSERVATIONS, None, 2)).unwrap();
    device.observation(initiative, "title=new day=2026-11-30");
    block_on(device.repo.delete(page.items[1].rec)).unwrap();
    let rest = block_on(device.repo.list(OBSERVATIONS, page.next, 9)).unwrap();
    let titles: Vec<_> = rest.items.iter().map(|item| item.fields.text("title")).collect();
    assert_eq!(titles, ["4", "3", "2", "1"]);
    assert_eq!(rest.next, None);
}

#[test]
fn an_initiative_has_its_own_and_follows_when_one_moves() {
    let device = Device::new(1);
    let (a, b) = (device.initiative("title=A"), device.initiative("title=B"));
    let one = device.observation(a, "title=1 day=2026-11-01");
    device.observation(a, "title=2 day=2026-11-02");
    device.observation(b, "title=3 day=2026-11-03");
    let of = |rec| device.list(List::Of(rec, Kind::Observation), 10);
    assert_eq!((of(a), of(b)), (vec!["2".into(), "1".into()], vec!["3".to_owned()]));
    device.put(one, Kind::Observation, &format!("initiative={b} day=2026-11-04"));
    assert_eq!((of(a), of(b)), (vec!["2".into()], vec!["1".into(), "3".to_owned()]));
    assert_eq!(device.list(List::Of(a, Kind::Initiative), 10), [""; 0]);
    assert_eq!(device.list(List::Kind(Kind::Initiative), 10), ["B", "A"]);
}

#[test]
fn what_was_begun_is_unfinished_until_it_is_done() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let one = device.observation(initiative, "title=1");
    device.observation(initiative, "title=2 finished:7");
    assert_eq!(device.list(List::Unfinished, 10), ["1"]);
    device.put(one, Kind::Observation, "finished:8");
    assert_eq!(device.list(List::Unfinished, 10), [""; 0]);
    device.put(one, Kind::Observation, "finished");
    assert_eq!(device.list(List::Unfinished, 10), ["1"]);
    block_on(device.repo.delete(one)).unwrap();
    assert_eq!(device.list(List::Unfinished, 10), [""; 0]);
}

/// Whatever another program calls its kinds, our lists hold ours.
#[test]
fn a_kind_from_elsewhere_never_stands_in_a_list_of_ours() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    for kind in ["observation/00000000-x", "observation ", "", "hologram"] {
        let body = foreign(kind, 1, json!({ "initiative": initiative.to_string() }));
        device.take(&[&altered_file(&device.file(), |file| {
            file["revisions"].as_array_mut().unwrap().push(body.clone());
        })]);
    }
    assert_eq!(device.list(OBSERVATIONS, 10), [""; 0]);
    assert_eq!(device.list(List::Of(initiative, Kind::Observation), 10), [""; 0]);
    assert_eq!(device.list(List::Kind(Kind::Initiative), 10), ["I"]);
    // They leave and return with their initiative all the same.
    let gone = block_on(device.repo.delete(initiative)).unwrap();
    assert_eq!(gone.len(), 5);
    let file: Value = serde_json::from_str(&device.file()).unwrap();
    assert_eq!(file["records"].as_array().unwrap().len(), 5);
}

#[test]
fn rows_of_an_older_layout_are_derived_anew() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    device.observation(initiative, "title=A day=2026-11-23");
    let before = device.disk.rows();
    let spoilt: Result<(), StorageError> = block_on(device.disk.write(async |tx| {
        for row in tx.scan(Store::Records, &Scan::all(By::Key, "")).await? {
            tx.put(Store::Records, Row { tags: Vec::new(), ..row }).await?;
        }
        tx.delete(Store::Meta, "layout").await
    }));
    spoilt.unwrap();
    assert_eq!(device.list(OBSERVATIONS, 9), [""; 0]);
    block_on(device.repo.open()).unwrap();
    assert_eq!(device.disk.rows(), before);
}
