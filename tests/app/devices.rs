//! Random devices over the real repository: whatever they do and in whatever order their files
//! travel, in the end they hold the same.

use futures::executor::block_on;
use indsats::app::store::AppError;
use indsats::domain::record::Kind;
use indsats::ledger::RecordId;
use proptest::prelude::*;

use crate::world::{Device, check, swap};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Event {
    Begin {
        device: usize,
    },
    Write {
        device: usize,
        rec: usize,
        path: u8,
        value: u8,
    },
    Empty {
        device: usize,
        rec: usize,
        path: u8,
    },
    Seal {
        device: usize,
        rec: usize,
    },
    Delete {
        device: usize,
        rec: usize,
    },
    Restore {
        device: usize,
        rec: usize,
    },
    Keep {
        device: usize,
        rec: usize,
    },
    Resolve {
        device: usize,
        rec: usize,
        claim: usize,
    },
    Erase {
        device: usize,
        rec: usize,
    },
    Send {
        from: usize,
        to: usize,
    },
    /// A file that was made earlier arrives at last, together with a new one.
    SendOld {
        from: usize,
        to: usize,
        file: usize,
    },
}

fn event() -> impl Strategy<Value = Event> {
    let (device, rec) = (0..3usize, 0..4usize);
    let at = (device.clone(), rec);
    let (from, to) = (device.clone(), device.clone());
    prop_oneof![
        3 => device.prop_map(|device| Event::Begin { device }),
        8 => (at.clone(), 0..3u8, 0..4u8)
            .prop_map(|((device, rec), path, value)| Event::Write { device, rec, path, value }),
        2 => (at.clone(), 0..3u8).prop_map(|((device, rec), path)| Event::Empty { device, rec, path }),
        4 => at.clone().prop_map(|(device, rec)| Event::Seal { device, rec }),
        2 => at.clone().prop_map(|(device, rec)| Event::Delete { device, rec }),
        1 => at.clone().prop_map(|(device, rec)| Event::Restore { device, rec }),
        1 => at.clone().prop_map(|(device, rec)| Event::Keep { device, rec }),
        2 => (at.clone(), 0..3usize)
            .prop_map(|((device, rec), claim)| Event::Resolve { device, rec, claim }),
        1 => at.prop_map(|(device, rec)| Event::Erase { device, rec }),
        4 => (from.clone(), to.clone()).prop_map(|(from, to)| Event::Send { from, to }),
        2 => (from, to, 0..8usize).prop_map(|(from, to, file)| Event::SendOld { from, to, file }),
    ]
}

/// What has come about: the records that were begun, and every file that was ever made.
#[derive(Default)]
struct Past {
    records: Vec<RecordId>,
    files: Vec<String>,
}

fn happen(devices: &[Device], past: &mut Past, event: &Event) {
    let begun = |rec: usize| past.records.get(rec % past.records.len().max(1)).copied();
    match *event {
        Event::Begin { device } => {
            let rec = devices[device].initiative("title=begun");
            past.records.push(rec);
        }
        Event::Write { device, rec, path, value } => {
            type_in(&devices[device], begun(rec), &format!("p{path}=v{value}"));
        }
        Event::Empty { device, rec, path } => {
            type_in(&devices[device], begun(rec), &format!("p{path}"));
        }
        Event::Seal { device, rec } => {
            let Some(rec) = begun(rec) else { return };
            devices[device].seal(rec);
        }
        Event::Delete { device, rec } => {
            let Some(rec) = begun(rec) else { return };
            block_on(devices[device].repo.delete(rec)).unwrap();
        }
        Event::Restore { device, rec } => {
            let Some(rec) = begun(rec) else { return };
            block_on(devices[device].repo.restore(vec![rec])).unwrap();
        }
        Event::Keep { device, rec } => {
            let Some(rec) = begun(rec) else { return };
            let kept = block_on(devices[device].repo.keep(rec));
            assert!(matches!(kept, Ok(()) | Err(AppError::NoRecord(_))), "{kept:?}");
        }
        Event::Resolve { device, rec, claim } => {
            let Some(rec) = begun(rec) else { return };
            let Some(opened) = devices[device].record(rec) else { return };
            let Some(conflict) = opened.conflicts.first() else { return };
            let chosen = &conflict.claims[claim % conflict.claims.len()];
            block_on(devices[device].repo.resolve(rec, &conflict.path, chosen)).unwrap();
            let after = devices[device].record(rec).unwrap();
            let still = after.conflicts.iter().any(|left| left.path == conflict.path);
            // What was typed on an older base and is sealed first may have a word as well.
            assert!(!still, "{conflict:?}");
        }
        Event::Erase { device, rec } => {
            let Some(rec) = begun(rec) else { return };
            block_on(devices[device].repo.erase(rec)).unwrap();
        }
        Event::Send { from, to } => {
            let file = devices[from].file();
            devices[to].take(&[&file]);
            past.files.push(file);
        }
        Event::SendOld { from, to, file } => {
            let new = devices[from].file();
            let old = past.files.get(file % past.files.len().max(1)).unwrap_or(&new);
            devices[to].take(&[&new, old]);
        }
    }
}

fn type_in(device: &Device, rec: Option<RecordId>, words: &str) {
    let Some(rec) = rec else { return };
    let form = device.form(rec, Kind::Initiative);
    match device.save(&form, words) {
        Ok(_) | Err(AppError::NoRecord(_)) => {}
        Err(error) => panic!("{error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_devices_that_met_hold_the_same(
        events in prop::collection::vec(event(), 0..30),
    ) {
        let devices: Vec<_> = (1..=3).map(Device::new).collect();
        let mut past = Past::default();
        for event in &events {
            happen(&devices, &mut past, event);
        }
        // Each gives to each, in a ring and back.
        for (a, b) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
            swap(&devices[a], &devices[b]);
        }
        let known = devices[0].known();
        for device in &devices {
            prop_assert_eq!(device.known(), known.as_str());
            prop_assert!(block_on(device.repo.drafts()).unwrap().is_empty());
            let old: Vec<&str> = past.files.iter().map(String::as_str).collect();
            prop_assert!(device.take(&old).is_nothing_new());
        }
        // The rows that are derived say the same as the ledger does.
        for device in &devices {
            for rec in &past.records {
                let mut row = block_on(device.repo.trash()).unwrap().into_iter();
                let row = row.find(|summary| summary.rec == *rec);
                let opened = device.record(*rec);
                prop_assert_eq!(row, opened.filter(|opened| opened.summary.deleted).map(|o| o.summary));
            }
        }
        // And a new device that is given any one of the files is where they are.
        let fresh = Device::new(9);
        fresh.take(&[&devices[2].file()]);
        prop_assert_eq!(fresh.known(), known.as_str());
    }
}

/// Before anything else: one device, one record, one round.
#[test]
fn the_simplest_history_is_one_of_them() {
    let devices: Vec<_> = (1..=3).map(Device::new).collect();
    let mut past = Past::default();
    for event in [
        Event::Begin { device: 0 },
        Event::Write { device: 0, rec: 0, path: 1, value: 2 },
        Event::Send { from: 0, to: 1 },
    ] {
        happen(&devices, &mut past, &event);
    }
    check(&devices[1], past.records[0], "p1=v2 title=begun");
    check(&devices[2], past.records[0], "nothing");
}
