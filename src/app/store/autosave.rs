//! Saves what a person writes in a form while they write it, and seals it when they leave.
//!
//! [`Autosave`] is the half of a form that knows no screen: only values by path, a store, and a timer
//! and a spawner that it is given. `ui/shell/form.rs` is the other half; `tests/app/autosave` holds the
//! promises below under random schedules.
//!
//! - A save begins [`GATHER_MS`] after the first unsaved change, always with the latest state, and one
//!   at a time. What the store refused is tried again after [`RETRY_MS`].
//! - [`Saving::Saved`] is said only after the transaction has committed, and only while nothing newer
//!   waits.
//! - Leaving saves and seals one revision. A form that is opened and left leaves nothing behind.
//! - What was left on a page and is not in the store yet goes on with the next page of the same record.

mod screen;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use futures::lock::Mutex;

use super::drafts::Target;
use super::environment::{Spawner, Timer};
use super::error::AppError;
use super::repository::Repository;
use crate::domain::record::Fields;
use crate::ledger::{Change, Gather, Path, RecordId};

pub use screen::{Saving, Screen};

/// How long to gather changes before saving them, in milliseconds.
pub const GATHER_MS: u32 = 120;

/// How long to wait before trying again what the store refused, in milliseconds.
pub const RETRY_MS: u32 = 3_000;

/// What saving needs of the device.
pub struct Means {
    /// Where to save.
    pub store: Rc<Repository>,
    /// How to wait.
    pub timer: Box<dyn Timer>,
    /// How to go on after the page is gone.
    pub spawner: Box<dyn Spawner>,
    /// What else is open.
    pub open: Rc<OpenForms>,
}

/// Saves what is written on one screen. It outlives the page: the last words are saved after that is
/// gone.
pub struct Autosave {
    means: Means,
    screen: Box<dyn Screen>,
    target: RefCell<Target>,
    latest: RefCell<Fields>,
    saved: RefCell<Fields>,
    /// Where the latest may differ from what is saved.
    unsaved: RefCell<BTreeSet<Path>>,
    /// What is on the screen has changed since it was last read from there, nobody knows where.
    changed: Cell<bool>,
    /// Somebody has written here. What was only filled in for them is no record: a form that is
    /// opened and left leaves nothing behind.
    touched: Cell<bool>,
    /// Where something was filled in for the person that nobody has saved or written over.
    filled_in: RefCell<BTreeSet<Path>>,
    /// A save has been asked for and has not begun.
    due: Cell<bool>,
    /// Counts those who see to it that a save is made; only the last of them tries again.
    attempts: Cell<u32>,
    /// Held by whoever saves, seals or takes in: one at a time.
    alone: Mutex<()>,
    /// The page is gone.
    is_left: Cell<bool>,
    /// What was left here has gone to another page, which saves and seals it.
    is_handed_over: Cell<bool>,
    /// What was said last.
    said: RefCell<Saving>,
    /// What was said when nothing waited to be saved.
    rest: RefCell<Saving>,
}

impl Autosave {
    /// Begins to look after a screen that shows `latest`, of which the store holds `saved`, the
    /// working copy included. For a new record `saved` is the values of an empty one, so that the first change
    /// saves what was filled in for the person as well.
    pub fn new(
        means: Means,
        screen: Box<dyn Screen>,
        target: Target,
        saved: Fields,
        latest: Fields,
    ) -> Rc<Self> {
        let unsaved: BTreeSet<_> = saved.change_to(latest.clone()).paths().cloned().gather();
        let before = means.open.left_on(target.rec);
        let autosave = Rc::new(Self {
            means,
            screen,
            target: RefCell::new(target),
            latest: RefCell::new(latest),
            saved: RefCell::new(saved),
            filled_in: RefCell::new(unsaved.clone()),
            unsaved: RefCell::new(unsaved),
            changed: Cell::new(false),
            touched: Cell::new(false),
            due: Cell::new(false),
            attempts: Cell::new(0),
            alone: Mutex::new(()),
            is_left: Cell::new(false),
            is_handed_over: Cell::new(false),
            said: RefCell::default(),
            rest: RefCell::default(),
        });
        autosave.means.open.add(&autosave);
        if !before.is_empty() {
            let core = Rc::clone(&autosave);
            // What cannot be read now is read with the next thing that is stored.
            autosave.spawn(async move { drop(core.take_over(before).await) });
        }
        autosave
    }

    fn spawn(&self, work: impl Future<Output = ()> + 'static) {
        self.means.spawner.spawn(Box::pin(work));
    }

    /// What is written to.
    pub fn target(&self) -> Target {
        self.target.borrow().clone()
    }

    /// Has what was just written saved. `None` where nobody knows which values changed: then the screen is read
    /// before the save. Not at every key: a long record takes a while to write out.
    pub fn has_changed(self: &Rc<Self>, change: Option<Change>) {
        self.touched.set(true);
        match change {
            Some(change) => {
                self.latest.borrow_mut().apply(&change);
                self.is_written(&change);
            }
            None => self.changed.set(true),
        }
        if *self.said.borrow() != Saving::Underway {
            self.say(Saving::Underway);
        }
        if !self.due.replace(true) {
            let attempt = self.attempts.get().wrapping_add(1);
            self.attempts.set(attempt);
            let core = Rc::clone(self);
            self.spawn(async move {
                core.means.timer.wait(GATHER_MS).await;
                while core.save().await.is_err() && core.attempts.get() == attempt {
                    core.means.timer.wait(RETRY_MS).await;
                    // Who came later has tried to save all of it since and tries again. Without this, each key on
                    // a full disk would leave one more behind that does.
                    if core.attempts.get() != attempt {
                        break;
                    }
                }
            });
        }
    }

    /// Somebody has written at these places.
    fn is_written(&self, change: &Change) {
        self.unsaved.borrow_mut().extend(change.paths().cloned());
        self.is_no_longer_filled_in(change);
    }

    fn is_no_longer_filled_in(&self, change: &Change) {
        let mut filled_in = self.filled_in.borrow_mut();
        for path in change.paths() {
            filled_in.remove(path);
        }
    }

    /// Saves what was written, now; nothing where nobody wrote. For when the app goes out of sight.
    ///
    /// # Errors
    /// The store refused; what was written is still on the screen and will be tried again.
    pub async fn flush(&self) -> Result<(), AppError> {
        if self.touched.get() { self.save().await } else { Ok(()) }
    }

    /// Saves what is on the screen and makes it one revision.
    ///
    /// # Errors
    /// The store refused; what was written is still on the screen or in the working copy.
    pub async fn seal(&self) -> Result<(), AppError> {
        // All of it alone: what is written meanwhile is saved as what follows this revision, and not as
        // something beside it.
        let _alone = self.alone.lock().await;
        self.save_now().await?;
        self.seal_now().await
    }

    /// The page goes: takes the last words from it, and saves and seals them after it is gone.
    pub fn leave(self: &Rc<Self>) {
        self.read_screen();
        self.is_left.set(true);
        let core = Rc::clone(self);
        // What cannot be sealed now stays a working copy, which is found again.
        self.spawn(async move { drop(core.seal_written().await) });
    }

    /// Takes in, soon, what another tab has stored.
    pub fn refresh(self: &Rc<Self>) {
        let core = Rc::clone(self);
        // What cannot be read now is read with the next thing another tab stores.
        self.spawn(async move { drop(core.catch_up().await) });
    }

    /// Puts what was typed here and is not saved over what has been stored since, here or in
    /// another tab. What is written next follows what was seen last.
    ///
    /// # Errors
    /// The store could not be read; nothing is different on the screen.
    pub async fn catch_up(&self) -> Result<(), AppError> {
        let _alone = self.alone.lock().await;
        self.catch_up_now().await
    }

    /// [`Autosave::catch_up`] for who is alone.
    async fn catch_up_now(&self) -> Result<(), AppError> {
        let Target { rec, kind, .. } = self.target();
        let Some((target, mut fields)) = self.means.store.edit(rec, kind).await? else {
            return Ok(());
        };
        self.target.replace(target);
        self.read_screen();
        let stored = self.screen.known(&fields);
        self.give_way_to(&stored);
        let mine = self.unsaved_change();
        self.saved.replace(stored);
        fields.apply(&mine);
        let both = self.screen.known(&fields);
        if *self.latest.borrow() != both {
            self.screen.show(&both);
            self.latest.replace(both);
        }
        Ok(())
    }

    /// What was only filled in for the person overrules nothing that somebody has written and stored.
    fn give_way_to(&self, stored: &Fields) {
        let (saved, mut unsaved) = (self.saved.borrow(), self.unsaved.borrow_mut());
        self.filled_in.borrow_mut().retain(|path| {
            let is_free = saved.0.get(path) == stored.0.get(path);
            if !is_free {
                unsaved.remove(path);
            }
            is_free
        });
    }

    /// Seals what was written, here or before.
    async fn seal_written(&self) -> Result<(), AppError> {
        if self.touched.get() {
            return self.seal().await;
        }
        let _alone = self.alone.lock().await;
        self.seal_now().await
    }

    /// Makes the working copy in the store a revision, and goes on from there.
    async fn seal_now(&self) -> Result<(), AppError> {
        if self.is_handed_over.get() {
            return Ok(());
        }
        let rec = self.target.borrow().rec;
        if self.means.store.seal(rec).await?.is_some() {
            self.catch_up_now().await?;
            self.screen.has_stored();
        }
        Ok(())
    }

    /// Puts what is new over the working copy in the store.
    async fn save(&self) -> Result<(), AppError> {
        let _alone = self.alone.lock().await;
        self.save_now().await
    }

    /// [`Autosave::save`] for who is alone.
    async fn save_now(&self) -> Result<(), AppError> {
        if self.is_handed_over.get() {
            return Ok(());
        }
        self.due.set(false);
        self.read_screen();
        let change = self.unsaved_change();
        // What is written while this is on its way waits for the next save.
        let paths = self.unsaved.take();
        if change.is_empty() {
            // Typed and taken back: what is on the screen is in the store already.
            self.mark_saved();
            return Ok(());
        }
        match self.means.store.save_draft(&self.target(), &change).await {
            Ok(at) => {
                self.saved.borrow_mut().apply(&change);
                self.is_no_longer_filled_in(&change);
                self.rest.replace(Saving::Saved(at));
                self.mark_saved();
                self.screen.has_stored();
                Ok(())
            }
            Err(error) => {
                self.unsaved.borrow_mut().extend(paths);
                self.say(Saving::Failed(error.clone()));
                Err(error)
            }
        }
    }

    /// Only what has been committed, and only while nothing newer waits, is "saved".
    fn mark_saved(&self) {
        if !self.due.get() {
            let rest = self.rest.borrow().clone();
            self.say(rest);
        }
    }

    fn say(&self, saving: Saving) {
        self.screen.say(&saving);
        self.said.replace(saving);
    }

    /// Takes what is on the screen.
    fn read_screen(&self) {
        if self.changed.take()
            && let Some(latest) = self.screen.read()
        {
            // Against what was there before and not against what is saved: a save that is on its way changes that.
            let before = self.latest.replace(latest.clone());
            self.is_written(&before.change_to(latest));
        }
    }

    /// What the latest says that is not saved.
    fn unsaved_change(&self) -> Change {
        let (latest, saved) = (self.latest.borrow(), self.saved.borrow());
        let mut change = Change::default();
        for path in self.unsaved.borrow().iter() {
            match latest.0.get(path) {
                Some(value) if saved.0.get(path) != Some(value) => {
                    change.set.insert(path.clone(), value.clone());
                }
                None if saved.0.contains_key(path) => drop(change.unset.insert(path.clone())),
                _ => {}
            }
        }
        change
    }

    /// Goes on with what was left on earlier pages of the same record and is not in the store: shows and saves it.
    async fn take_over(self: &Rc<Self>, before: Vec<Rc<Self>>) -> Result<(), AppError> {
        let _alone = self.alone.lock().await;
        for page in before {
            let mut change = page.hand_over().await;
            self.read_screen();
            {
                // What has been written here is newer.
                let (unsaved, filled_in) = (self.unsaved.borrow(), self.filled_in.borrow());
                let is_older = |path: &Path| !unsaved.contains(path) || filled_in.contains(path);
                change.set.retain(|path, _| is_older(path));
                change.unset.retain(is_older);
            }
            if !change.is_empty() {
                self.has_changed(Some(change));
                let latest = self.latest.borrow().clone();
                self.screen.show(&latest);
            }
        }
        self.catch_up_now().await
    }

    /// Gives what was written here and is not in the store, and has nothing more to do with it.
    async fn hand_over(&self) -> Change {
        let _alone = self.alone.lock().await;
        if self.is_handed_over.replace(true) || !self.touched.get() {
            return Change::default();
        }
        self.unsaved_change()
    }
}

/// The forms of one tab, those among them that were left and still have something to save.
///
/// A page that was left while the store refused would otherwise go on trying by itself: whoever opened the record
/// again would not see their words, and the older words would be saved over the newer ones.
#[derive(Default)]
pub struct OpenForms(RefCell<Vec<Weak<Autosave>>>);

impl OpenForms {
    /// Saves everything that was written. Gives whether all of it got to the store.
    pub async fn flush(&self) -> bool {
        let mut well = true;
        for form in self.all() {
            well &= form.flush().await.is_ok();
        }
        well
    }

    /// Has every form take in, soon, what another tab has stored.
    pub fn refresh(&self) {
        self.all().iter().for_each(Autosave::refresh);
    }

    fn add(&self, form: &Rc<Autosave>) {
        let mut open = self.0.borrow_mut();
        open.retain(|form| form.strong_count() > 0);
        open.push(Rc::downgrade(form));
    }

    /// Those on a record whose page is gone, the oldest first.
    fn left_on(&self, rec: RecordId) -> Vec<Rc<Autosave>> {
        let mut left = self.all();
        left.retain(|form| form.is_left.get() && form.target.borrow().rec == rec);
        left
    }

    fn all(&self) -> Vec<Rc<Autosave>> {
        self.0.borrow().iter().filter_map(Weak::upgrade).collect()
    }
}
