//! A device with a store, a clock and a hand that writes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chrono::NaiveDate;
use futures::executor::block_on;
use indsats::app::sharing::Scope;
use indsats::app::store::{
    Access, Answer, AppError, By, Clock, Ids, List, MemoryStorage, Opened, Reading, Repository,
    Row, Scan, Storage, StorageError, Store, Target, Transactions, Work, Writing,
};
use indsats::domain::record::Kind;
use indsats::exchange::{About, Incoming, Plan, read};
use indsats::ledger::{Change, RecordId, RevisionId};
use serde_json::{Value, json};

/// The time it is when a device is made: 23 November 2026.
pub const NOW: u64 = 1_795_392_000_000;

/// A store that several tabs share and whose n-th commit can be made to fail.
#[derive(Clone, Default)]
pub struct Disk {
    rows: Rc<MemoryStorage>,
    fails_in: Rc<Cell<Option<u32>>>,
    meanwhile: Rc<RefCell<Option<Meanwhile>>>,
}

/// What somebody else does, once so many reads have gone by.
type Meanwhile = (u32, Box<dyn FnOnce()>);

impl Storage for Disk {
    fn reading<'a>(&'a self, work: &'a dyn Work<dyn Reading>) -> Answer<'a, ()> {
        let due = self.meanwhile.borrow_mut().take_if(|(reads, _)| {
            *reads = reads.wrapping_sub(1);
            *reads == u32::MAX
        });
        if let Some((_, happens)) = due {
            happens();
        }
        self.rows.reading(work)
    }

    fn writing<'a>(&'a self, work: &'a dyn Work<dyn Writing>) -> Answer<'a, ()> {
        match self.fails_in.get() {
            Some(0) => {
                self.fails_in.set(None);
                self.rows.fail_next_commit(StorageError::Full);
            }
            commits => self.fails_in.set(commits.map(|n| n - 1)),
        }
        self.rows.writing(work)
    }
}

impl Disk {
    /// Lets `commits` succeed and the one after them fail.
    pub fn fail_after(&self, commits: u32) {
        self.fails_in.set(Some(commits));
    }

    /// Lets something happen between two reads: after `reads` of them.
    pub fn meanwhile(&self, reads: u32, happens: impl FnOnce() + 'static) {
        self.meanwhile.replace(Some((reads, Box::new(happens))));
    }

    /// Whether a failure that was asked for has not come, which also calls it off.
    pub fn call_off(&self) -> bool {
        self.fails_in.take().is_some()
    }

    /// Everything in every table.
    pub fn rows(&self) -> Vec<(Store, Row)> {
        let all: Result<_, StorageError> = block_on(self.rows.read(async |tx| {
            let mut all = Vec::new();
            for store in Store::ALL {
                let found = tx.scan(store, &Scan::all(By::Key, "")).await?;
                all.extend(found.into_iter().map(|row| (store, row)));
            }
            Ok(all)
        }));
        all.unwrap()
    }
}

/// A clock that goes on by a second at every look, so that later is always later.
#[derive(Clone)]
pub struct Steps(pub Rc<Cell<u64>>);

impl Clock for Steps {
    fn now(&self) -> u64 {
        self.0.set(self.0.get() + 1_000);
        self.0.get()
    }

    fn today(&self) -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    fn midnight(&self) -> u64 {
        NOW - 3_600_000
    }
}

/// Names that count up, different on every device.
struct Counted(u8, Rc<Cell<u32>>);

impl Ids for Counted {
    fn random(&self, bytes: &mut [u8]) {
        self.1.set(self.1.get() + 1);
        let count = self.1.get().to_be_bytes();
        bytes.fill(self.0);
        let end = bytes.len().min(count.len());
        let from = bytes.len() - end;
        bytes[from..].copy_from_slice(&count[count.len() - end..]);
    }
}

/// A device, or one of its tabs.
pub struct Device {
    pub repo: Repository,
    pub disk: Disk,
    pub clock: Steps,
    number: u8,
    count: Rc<Cell<u32>>,
}

impl Device {
    pub fn new(number: u8) -> Self {
        let clock = Steps(Rc::new(Cell::new(NOW + u64::from(number))));
        let device = Self::over(Disk::default(), clock, number, Rc::default());
        assert!(block_on(device.repo.open()).unwrap().is_new);
        device
    }

    fn over(disk: Disk, clock: Steps, number: u8, count: Rc<Cell<u32>>) -> Self {
        let ids = Counted(number, Rc::clone(&count));
        let repo = Repository::new(disk.clone(), clock.clone(), ids);
        repo.set_author(&format!("P{number}"));
        Self { repo, disk, clock, number, count }
    }

    /// Another tab of the same device.
    pub fn tab(&self) -> Self {
        Self::over(self.disk.clone(), self.clock.clone(), self.number, Rc::clone(&self.count))
    }

    /// A repository of this device over another way to its disk.
    pub fn over_way(&self, way: impl Storage + 'static) -> Repository {
        Repository::new(way, self.clock.clone(), Counted(self.number, Rc::clone(&self.count)))
    }

    /// From now on this device's clock is a minute ahead of what the other's says.
    pub fn after(&self, other: &Self) {
        self.clock.0.set(other.clock.0.get() + 60_000);
    }

    /// What a form that is opened now writes to.
    pub fn form(&self, rec: RecordId, kind: Kind) -> Target {
        let parents = self.record(rec).map(|opened| opened.heads).unwrap_or_default();
        Target { rec, kind, parents }
    }

    /// Types into a form: `class=5.b` sets a text, `class` empties it, `finished:1` sets a number.
    pub fn save(&self, form: &Target, words: &str) -> Result<u64, AppError> {
        block_on(self.repo.save_draft(form, &change(words)))
    }

    /// Opens a form and types into it.
    pub fn write(&self, rec: RecordId, kind: Kind, words: &str) {
        self.save(&self.form(rec, kind), words).unwrap();
    }

    /// Opens a form, types into it and leaves it.
    pub fn put(&self, rec: RecordId, kind: Kind, words: &str) -> Option<RevisionId> {
        self.write(rec, kind, words);
        self.seal(rec)
    }

    /// Makes an initiative and gives its name.
    pub fn initiative(&self, words: &str) -> RecordId {
        let rec = self.repo.new_record();
        self.put(rec, Kind::Initiative, words);
        rec
    }

    /// Makes an observation in an initiative and gives its name.
    pub fn observation(&self, initiative: RecordId, words: &str) -> RecordId {
        let rec = self.repo.new_record();
        self.put(rec, Kind::Observation, &format!("initiative={initiative} {words}"));
        rec
    }

    pub fn seal(&self, rec: RecordId) -> Option<RevisionId> {
        block_on(self.repo.seal(rec)).unwrap()
    }

    pub fn record(&self, rec: RecordId) -> Option<Opened> {
        block_on(self.repo.record(rec)).unwrap()
    }

    /// The titles or classes of a list, read `limit` at a time.
    pub fn list(&self, list: List, limit: u32) -> Vec<String> {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = block_on(self.repo.list(list, after.take(), limit)).unwrap();
            assert!(page.items.len() <= limit as usize);
            found.extend(page.items.iter().map(|item| item.fields.text("title")));
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        assert_eq!(block_on(self.repo.count(list)).unwrap() as usize, found.len());
        found
    }

    pub fn trash(&self) -> Vec<RecordId> {
        let trash = block_on(self.repo.trash()).unwrap();
        trash.into_iter().map(|summary| summary.rec).collect()
    }

    /// How many revisions of a record are here.
    pub fn revisions(&self, rec: RecordId) -> usize {
        let tag = format!("rec/{rec}");
        let rows = self.disk.rows();
        rows.iter().filter(|(store, row)| *store == Store::Revisions && row.tags[0] == tag).count()
    }

    /// The text of a file with everything but the example.
    pub fn file(&self) -> String {
        self.export(About::Everything, false)
    }

    pub fn export(&self, about: About, with_examples: bool) -> String {
        block_on(self.repo.export(Scope { about, with_examples }, "0.1.0")).unwrap().0
    }

    /// The part of a file that says what is known, without who made it and when.
    pub fn known(&self) -> String {
        let file = self.file();
        let part = file.split_once("\"records\":").unwrap().1;
        part.rsplit_once(",\n\"check\"").unwrap().0.to_owned()
    }

    /// Takes files in. What was shown first is what happens.
    pub fn take(&self, files: &[&str]) -> Plan {
        let files: Vec<Incoming> =
            files.iter().map(|text| read(text.as_bytes()).unwrap()).collect();
        let shown = block_on(self.repo.preview(&files, false)).unwrap();
        let done = block_on(self.repo.import(&files, false)).unwrap();
        assert_eq!(done.plan, shown);
        shown
    }
}

/// Both devices take in what the other one has.
pub fn swap(a: &Device, b: &Device) -> (Plan, Plan) {
    let (from_a, from_b) = (a.file(), b.file());
    (a.take(&[&from_b]), b.take(&[&from_a]))
}

/// Compares a record with a line such as `class=5.b title=[B|A] +draft !deleted`: values in order
/// of their paths, all claims where they disagree, and what else is to be said.
#[track_caller]
pub fn check(device: &Device, rec: RecordId, expected: &str) {
    let shown = device.record(rec).map_or("nothing".to_owned(), |opened| line(&opened));
    assert_eq!(shown, expected);
}

fn line(opened: &Opened) -> String {
    let text = |value: &Value| value.as_str().map_or(value.to_string(), ToOwned::to_owned);
    let mut fields = opened.fields().0;
    let mut words = Vec::new();
    for conflict in &opened.conflicts {
        let claims = conflict.claims.iter();
        let claims: Vec<_> =
            claims.map(|claim| claim.value.as_ref().map_or("-".into(), text)).collect();
        fields.insert(conflict.path.clone(), json!(format!("[{}]", claims.join("|"))));
    }
    words.extend(fields.iter().map(|(path, value)| format!("{path}={}", text(value))));
    let summary = &opened.summary;
    let says = [
        (opened.draft.is_some(), "+draft"),
        (summary.deleted, "!deleted"),
        (summary.contested, "!contested"),
        (summary.access == Access::ReadOnly, "!read-only"),
    ];
    words.extend(says.iter().filter(|(said, _)| *said).map(|(_, word)| (*word).to_owned()));
    words.join(" ")
}

pub fn change(words: &str) -> Change {
    let mut change = Change::default();
    for word in words.split_whitespace() {
        if let Some((path, text)) = word.split_once('=') {
            change.set.insert(path.to_owned(), json!(text));
        } else if let Some((path, number)) = word.split_once(':') {
            change.set.insert(path.to_owned(), json!(number.parse::<u64>().unwrap()));
        } else {
            change.unset.insert(word.to_owned());
        }
    }
    change
}
