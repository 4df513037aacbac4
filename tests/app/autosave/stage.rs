//! A device with pages that are written in: time, a slow disk, a message from tab to tab and the pages
//! themselves, all in the hand of a test.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::channel::oneshot;
use futures::executor::{LocalPool, LocalSpawner, block_on};
use futures::task::LocalSpawnExt;
use indsats::app::store::{
    Answer, Autosave, Means, OpenForms, Pending, Reading, Saving, Screen, Spawner, Storage, Target,
    Timer, Work, Writing,
};
use indsats::domain::record::{Fields, Kind};
use indsats::ledger::{Change, RecordId};
use serde_json::{Value, json};

use crate::world::{Device, Disk};

pub const KIND: Kind = Kind::Initiative;

/// Time that stands still until the next thing that is waited for is let happen.
#[derive(Default)]
pub struct Time {
    now: Cell<u64>,
    count: Cell<u64>,
    waiting: RefCell<BTreeMap<(u64, u64), oneshot::Sender<()>>>,
}

impl Time {
    fn until(self: &Rc<Self>, at: u64) -> Pending<'static, ()> {
        let (over, wait) = oneshot::channel();
        self.count.set(self.count.get() + 1);
        self.waiting.borrow_mut().insert((at, self.count.get()), over);
        // Whoever let go of the other end has stopped the device: nothing goes on then.
        Box::pin(async move { wait.await.unwrap_or_default() })
    }
}

/// The device's timer and its queue of work.
#[derive(Clone)]
struct Tasks(Rc<Time>, LocalSpawner);

impl Timer for Tasks {
    fn wait(&self, ms: u32) -> Pending<'static, ()> {
        self.0.until(self.0.now.get() + u64::from(ms))
    }
}

impl Spawner for Tasks {
    fn spawn(&self, work: Pending<'static, ()>) {
        // A device that was stopped runs nothing any more.
        drop(self.1.spawn_local(work));
    }
}

/// How slow the disk is, for all tabs of the device: it does one thing after the other.
#[derive(Default)]
struct Slowness {
    /// How long each thing takes, and how long until its end is heard of; over and over.
    takes: RefCell<Vec<(u16, u16)>>,
    next: Cell<usize>,
    free_at: Cell<u64>,
    is_full: Cell<bool>,
}

/// One page's way to the disk.
struct Way {
    disk: Disk,
    time: Rc<Time>,
    slowness: Rc<Slowness>,
    page: Rc<Page>,
}

impl Way {
    /// Waits until it is this thing's turn and it is done; then until its end is heard of.
    fn turn(&self) -> (Pending<'static, ()>, u64) {
        let takes = self.slowness.takes.borrow();
        let n = self.slowness.next.replace(self.slowness.next.get() + 1);
        let (work, echo) = if takes.is_empty() { (1, 0) } else { takes[n % takes.len()] };
        let begin = self.slowness.free_at.get().max(self.time.now.get());
        let end = begin + u64::from(work);
        self.slowness.free_at.set(end);
        (self.time.until(end), u64::from(echo))
    }

    async fn echo(&self, ms: u64) {
        if ms > 0 {
            self.time.until(self.time.now.get() + ms).await;
        }
    }
}

impl Storage for Way {
    fn reading<'a>(&'a self, work: &'a dyn Work<dyn Reading>) -> Answer<'a, ()> {
        Box::pin(async move {
            let (turn, echo) = self.turn();
            turn.await;
            let answer = self.disk.reading(work).await;
            self.echo(echo).await;
            answer
        })
    }

    fn writing<'a>(&'a self, work: &'a dyn Work<dyn Writing>) -> Answer<'a, ()> {
        Box::pin(async move {
            let page = &self.page;
            page.writes.set(page.writes.get() + 1);
            page.writing.set(page.writing.get() + 1);
            page.at_once.set(page.at_once.get().max(page.writing.get()));
            let (turn, echo) = self.turn();
            turn.await;
            if self.slowness.is_full.get() {
                self.disk.fail_after(0);
            }
            let answer = self.disk.writing(work).await;
            self.echo(echo).await;
            page.writing.set(page.writing.get() - 1);
            answer
        })
    }
}

/// A page that a record is shown and written on.
#[derive(Default)]
pub struct Page {
    /// What stands there; `None` when it is gone.
    pub shown: RefCell<Option<Fields>>,
    /// What was said of saving, in order.
    pub said: RefCell<Vec<Saving>>,
    /// Which change of each path was written here last, and which were when "saved" was said.
    pub written: RefCell<BTreeMap<String, u64>>,
    pub safe: RefCell<BTreeMap<String, u64>>,
    /// How many times the store was asked to write.
    pub writes: Cell<u32>,
    /// How many of them were under way at once, at most.
    pub at_once: Cell<u32>,
    writing: Cell<u32>,
}

/// What [`Autosave`] sees of a page.
struct Eyes {
    page: Rc<Page>,
    tabs: Rc<RefCell<BTreeMap<usize, Rc<OpenForms>>>>,
    tab: usize,
    tasks: Tasks,
    hears_after: Rc<Cell<u32>>,
}

impl Screen for Eyes {
    fn read(&self) -> Option<Fields> {
        self.page.shown.borrow().clone()
    }

    fn show(&self, fields: &Fields) {
        let mut shown = self.page.shown.borrow_mut();
        if shown.is_some() {
            *shown = Some(fields.clone());
        }
    }

    fn known(&self, fields: &Fields) -> Fields {
        fields.clone()
    }

    fn say(&self, saving: &Saving) {
        self.page.said.borrow_mut().push(saving.clone());
        if matches!(saving, Saving::Saved(_)) {
            self.page.safe.replace(self.page.written.borrow().clone());
        }
    }

    fn has_stored(&self) {
        for (_, forms) in self.tabs.borrow().iter().filter(|(tab, _)| **tab != self.tab) {
            let (wait, forms) = (self.tasks.wait(self.hears_after.get()), Rc::clone(forms));
            self.tasks.spawn(Box::pin(async move {
                wait.await;
                forms.refresh();
            }));
        }
    }
}

/// A page that is open, and what saves it.
pub struct Open {
    pub page: Rc<Page>,
    autosave: Rc<Autosave>,
}

/// The device.
pub struct Stage {
    pub device: Device,
    pub rec: RecordId,
    pub time: Rc<Time>,
    pool: LocalPool,
    slowness: Rc<Slowness>,
    hears_after: Rc<Cell<u32>>,
    tabs: Rc<RefCell<BTreeMap<usize, Rc<OpenForms>>>>,
    count: Cell<u64>,
}

impl Stage {
    /// A device with a record that says `words`, or a name for one that is still to be made.
    pub fn new(words: &str) -> Self {
        let device = Device::new(1);
        let rec = device.repo.new_record();
        if !words.is_empty() {
            device.put(rec, KIND, words);
        }
        Self {
            device,
            rec,
            time: Rc::default(),
            pool: LocalPool::new(),
            slowness: Rc::default(),
            hears_after: Rc::new(Cell::new(5)),
            tabs: Rc::default(),
            count: Cell::new(0),
        }
    }

    /// How long each thing takes that the disk is asked for, and until its end is heard of.
    #[must_use]
    pub fn slow(self, takes: &[(u16, u16)], hears_after: u16) -> Self {
        self.slowness.takes.replace(takes.to_vec());
        self.hears_after.set(hears_after.into());
        self
    }

    /// From now on the disk is full, or has room.
    pub fn full(&self, is_full: bool) {
        self.slowness.is_full.set(is_full);
    }

    /// The forms that are open in a tab.
    pub fn forms_of(&self, tab: usize) -> Rc<OpenForms> {
        Rc::clone(self.tabs.borrow_mut().entry(tab).or_default())
    }

    /// Opens a page in a tab. `begun` is what a new record is filled in with for the person.
    pub fn open(&self, tab: usize, begun: &str) -> Open {
        let known = block_on(self.device.repo.edit(self.rec, KIND)).unwrap();
        let (target, saved, shown) = match known {
            Some((target, fields)) => (target, fields.clone(), fields),
            None => {
                let target = Target { rec: self.rec, kind: KIND, parents: Vec::new() };
                let mut shown = Fields::default();
                shown.apply(&crate::world::change(begun));
                (target, Fields::default(), shown)
            }
        };
        let page = Rc::new(Page { shown: RefCell::new(Some(shown.clone())), ..Page::default() });
        let way = Way {
            disk: self.device.disk.clone(),
            time: Rc::clone(&self.time),
            slowness: Rc::clone(&self.slowness),
            page: Rc::clone(&page),
        };
        let tasks = Tasks(Rc::clone(&self.time), self.pool.spawner());
        let means = Means {
            store: Rc::new(self.device.over_way(way)),
            timer: Box::new(tasks.clone()),
            spawner: Box::new(tasks.clone()),
            open: self.forms_of(tab),
        };
        let eyes = Eyes {
            page: Rc::clone(&page),
            tabs: Rc::clone(&self.tabs),
            tab,
            tasks,
            hears_after: Rc::clone(&self.hears_after),
        };
        let autosave = Autosave::new(means, Box::new(eyes), target, saved, shown);
        Open { page, autosave }
    }

    /// Writes something that was never written before, or takes away what is there. Gives which change it is
    /// and the value. The page may not know where it was changed.
    pub fn write(
        &self,
        open: &Open,
        path: &str,
        is_text: bool,
        is_known_where: bool,
    ) -> (u64, Option<Value>) {
        self.count.set(self.count.get() + 1);
        let n = self.count.get();
        let value = is_text.then(|| json!(n.to_string()));
        open.page.written.borrow_mut().insert(path.to_owned(), n);
        open.put(path, value.clone(), is_known_where);
        (n, value)
    }

    /// Lets the next thing happen that is waited for. Says whether there was one.
    pub fn step(&mut self) -> bool {
        self.pool.run_until_stalled();
        let next = self.time.waiting.borrow_mut().pop_first();
        let Some(((at, _), over)) = next else { return false };
        self.time.now.set(self.time.now.get().max(at));
        // Who waited may be gone.
        let _ = over.send(());
        self.pool.run_until_stalled();
        true
    }

    /// Lets the next thing happen that comes before a moment is over, or else lets it be that moment. Says whether something happened.
    pub fn step_until(&mut self, end: u64) -> bool {
        self.pool.run_until_stalled();
        if self.time.waiting.borrow().keys().next().is_some_and(|(at, _)| *at <= end) {
            return self.step();
        }
        self.time.now.set(end);
        false
    }

    /// What time it is, in milliseconds since the stage was made.
    pub fn now(&self) -> u64 {
        self.time.now.get()
    }

    /// Lets so much time go by.
    pub fn wait(&mut self, ms: u64) {
        let end = self.now() + ms;
        while self.step_until(end) {}
    }

    /// Lets everything come to its end, with room on the disk.
    pub fn rest(&mut self) {
        self.full(false);
        let mut steps = 0;
        while self.step() {
            steps += 1;
            assert!(steps < 20_000, "it never comes to rest");
        }
    }

    /// What the disk holds at this moment, the working copy included.
    pub fn stored(&self) -> Fields {
        let known = block_on(self.device.tab().repo.edit(self.rec, KIND)).unwrap();
        known.map(|(_, fields)| fields).unwrap_or_default()
    }

    /// Runs something to its end and gives what it gave.
    pub fn done<T>(&mut self, work: impl Future<Output = T> + 'static) -> T
    where
        T: 'static,
    {
        let answer = Rc::new(RefCell::new(None));
        let here = Rc::clone(&answer);
        let work = async move { drop(here.replace(Some(work.await))) };
        self.pool.spawner().spawn_local(work).unwrap();
        self.pool.run_until_stalled();
        while answer.borrow().is_none() {
            assert!(self.step(), "it waits for nothing");
        }
        answer.take().unwrap()
    }

    /// Begins something that nobody waits for.
    pub fn begin<T>(&self, work: impl Future<Output = T> + 'static) {
        let work = async move { drop(work.await) };
        self.pool.spawner().spawn_local(work).unwrap();
    }
}

impl Open {
    /// Writes a value at a path, or takes it away. The page may not know where it was changed.
    pub fn put(&self, path: &str, value: Option<Value>, is_known_where: bool) {
        if let Some(shown) = self.page.shown.borrow_mut().as_mut() {
            shown.set(path, value.clone());
        }
        let mut change = Change::default();
        match value {
            Some(value) => drop(change.set.insert(path.to_owned(), value)),
            None => drop(change.unset.insert(path.to_owned())),
        }
        self.autosave.has_changed(is_known_where.then_some(change));
    }

    /// Saves now, as when the app goes out of sight.
    pub fn flush(&self) -> impl Future<Output = bool> + 'static {
        let autosave = Rc::clone(&self.autosave);
        async move { autosave.flush().await.is_ok() }
    }

    /// Saves and makes it a revision.
    pub fn seal(&self) -> impl Future<Output = bool> + 'static {
        let autosave = Rc::clone(&self.autosave);
        async move { autosave.seal().await.is_ok() }
    }

    /// Hears that another tab has stored something.
    pub fn hear(&self) {
        self.autosave.refresh();
    }

    /// Leaves the page, and gives what is left of it.
    pub fn leave(self) -> Rc<Page> {
        self.autosave.leave();
        self.page.shown.replace(None);
        self.page
    }

    pub fn text(&self, path: &str) -> String {
        self.page.text(path)
    }
}

impl Page {
    pub fn text(&self, path: &str) -> String {
        self.shown.borrow().as_ref().map(|shown| shown.text(path)).unwrap_or_default()
    }

    /// The last that was said of saving.
    pub fn status(&self) -> Saving {
        self.said.borrow().last().cloned().unwrap_or_default()
    }
}
