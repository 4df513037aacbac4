//! Random peers: devices with wrong clocks and copied ids that write, delete, erase and meet.

use std::collections::BTreeSet;

use indsats::ledger::{Body, Change, DeviceId, RecordId, Revision, RevisionSet, next_stamp};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The time it is in the test: 23 November 2026.
pub const NOW: u64 = 1_795_392_000_000;
const TEN_YEARS: i64 = 10 * 365 * 24 * 3_600_000;

/// One thing that happens in the world.
#[derive(Debug, Clone)]
pub enum Event {
    Write { peer: usize, rec: u8, path: u8, value: u8, from_the_future: bool },
    Empty { peer: usize, rec: u8, path: u8 },
    Delete { peer: usize, rec: u8 },
    Erase { peer: usize, rec: u8 },
    Meet { from: usize, to: usize },
}

/// A device: what it holds, and the clock and the id it believes in.
#[derive(Debug, Clone)]
pub struct Peer {
    pub set: RevisionSet,
    device: DeviceId,
    clock_error: i64,
    ticks: u64,
}

/// Clock errors of three devices, two of which may share an id, and what happens to them.
pub fn histories(with_erasure: bool) -> impl Strategy<Value = Vec<Peer>> {
    let peers = prop::collection::vec((-TEN_YEARS..=TEN_YEARS, 0..2u8), 3);
    (peers, prop::collection::vec(event(with_erasure), 0..40)).prop_map(|(peers, events)| {
        let mut world: Vec<Peer> = peers
            .into_iter()
            .map(|(clock_error, device)| Peer {
                set: RevisionSet::default(),
                device: DeviceId::new([device; 16]),
                clock_error,
                ticks: 0,
            })
            .collect();
        events.into_iter().for_each(|event| happen(&mut world, event));
        world
    })
}

fn event(with_erasure: bool) -> impl Strategy<Value = Event> {
    let (peer, rec, path) = (0..3usize, 0..3u8, 0..3u8);
    let write = (peer.clone(), rec.clone(), path.clone(), 0..4u8, any::<bool>()).prop_map(
        |(peer, rec, path, value, from_the_future)| Event::Write {
            peer,
            rec,
            path,
            value,
            from_the_future,
        },
    );
    let empty = (peer.clone(), rec.clone(), path).prop_map(|(peer, rec, path)| Event::Empty {
        peer,
        rec,
        path,
    });
    let delete = (peer.clone(), rec.clone()).prop_map(|(peer, rec)| Event::Delete { peer, rec });
    let erase = (peer.clone(), rec).prop_map(|(peer, rec)| Event::Erase { peer, rec });
    let meet = (peer.clone(), peer).prop_map(|(from, to)| Event::Meet { from, to });
    let often = if with_erasure { 1 } else { 0 };
    prop_oneof![8 => write, 2 => empty, 1 => delete, often => erase, 4 => meet]
}

fn happen(world: &mut [Peer], event: Event) {
    match event {
        Event::Write { peer, rec, path, value, from_the_future } => {
            let change =
                Change { set: [(format!("p{path}"), json!(value))].into(), unset: BTreeSet::new() };
            world[peer].write(rec, change, false, from_the_future);
        }
        Event::Empty { peer, rec, path } => {
            let change = Change { unset: [format!("p{path}")].into(), ..Change::default() };
            world[peer].write(rec, change, false, false);
        }
        Event::Delete { peer, rec } => world[peer].write(rec, Change::default(), true, false),
        Event::Erase { peer, rec } => world[peer].set.erase(record(rec)),
        Event::Meet { from, to } => {
            let theirs = world[from].set.clone();
            world[to].set.union(theirs);
        }
    }
}

/// The id of the n-th record that every device talks about.
pub fn record(n: u8) -> RecordId {
    RecordId::new(1_700_000_000_000, [n; 10])
}

impl Peer {
    fn write(&mut self, rec: u8, change: Change, deleted: bool, from_the_future: bool) {
        let rec = record(rec);
        self.ticks += 1;
        let now = NOW.saturating_add_signed(self.clock_error) + self.ticks * 1000;
        let view = self.set.view(rec);
        let body = Body {
            rec,
            kind: if from_the_future { "hologram" } else { "observation" }.into(),
            schema: if from_the_future { 99 } else { 1 },
            parents: view.as_ref().map(|view| view.heads.clone()).unwrap_or_default(),
            at: next_stamp(now, view.into_iter().flat_map(|view| view.stamps)),
            device: self.device,
            author: "MK".into(),
            change,
            deleted,
        };
        let mut revision = Revision::write(body).unwrap();
        if from_the_future {
            let mut json: Value = serde_json::from_str(revision.canonical()).unwrap();
            json["unheardOf"] = json!({ "by": ["this", "version"] });
            revision = Revision::adopt(&json).unwrap();
        }
        self.set.insert(revision);
    }
}

/// What leaves the device of a set: the canonical bytes in order of their names.
pub fn bytes(set: &RevisionSet) -> String {
    let mut out = String::new();
    for revision in set.iter() {
        out.push_str(&format!("{} {}\n", revision.id(), revision.canonical()));
    }
    for rec in set.erased() {
        out.push_str(&format!("erased {rec}\n"));
    }
    out
}

/// One set with all of these united in this order.
pub fn united<'a>(sets: impl IntoIterator<Item = &'a RevisionSet>) -> RevisionSet {
    let mut all = RevisionSet::default();
    sets.into_iter().for_each(|set| all.union(set.clone()));
    all
}
