//! A form that saves itself.
//!
//! Every change reaches the working copy in the store within 300 ms: a save begins 120 ms after the
//! first unsaved change, always with the latest state, and one at a time. Leaving the form seals one
//! revision. A new record and an old one take the same road.
//!
//! [`Form`] knows the thing; [`Core`] knows only its values by path, so saving is in the program
//! once and not once for each kind of record.
//!
//! A key must not cost more the more has been written: whoever reads with [`Form::with`] is told only
//! of what changes where was read, and a thing that keeps track of its changes is never compared
//! whole.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use futures::lock::Mutex;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{App, Store, Unsaved};
use super::texts::{say, text};
use crate::app::store::{AppError, Target};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::{Change, Gather, Path, RecordId};
use crate::platform::format;
use crate::ui::dom::El;
use crate::ui::kit::{SaveStatus, status_line};

/// How long to gather changes before saving them, in milliseconds.
const GATHER_MS: u32 = 120;

/// How long to wait before trying again what the store refused, in milliseconds.
const RETRY_MS: u32 = 3_000;

/// A thing that is being edited. Copy it into closures freely.
pub struct Form<T: Record + Send + Sync + 'static> {
    /// The thing as it is on the screen.
    pub value: RwSignal<T>,
    /// Whether it is safe.
    pub status: RwSignal<SaveStatus>,
    core: StoredValue<Rc<Core>, LocalStorage>,
    places: StoredValue<Places>,
}

/// Stores what was typed, and says whether that could be done.
pub type Sealing = Box<dyn Fn() -> LocalBoxFuture<'static, bool>>;

/// Who follows which place: `notes`, `notes/<item>`, `notes/<item>/<id>`; everything is the empty path.
type Places = BTreeMap<Path, ArcTrigger>;

impl<T: Record + Send + Sync + 'static> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Send + Sync + 'static> Copy for Form<T> {}

/// What outlives the page: the last words typed on it are saved after it is gone.
struct Core {
    app: App,
    store: Rc<Store>,
    kind: Kind,
    /// Nothing of it is to reach the store.
    is_trial: bool,
    screen: Screen,
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
    /// A save has been asked for and has not begun.
    due: Cell<bool>,
    saving: Mutex<()>,
    status: RwSignal<SaveStatus>,
    /// What the status was when nothing waited to be saved.
    settled: RefCell<SaveStatus>,
}

/// The thing on the screen, by its values.
struct Screen {
    /// Its values; `None` when the page is gone.
    read: Box<dyn Fn() -> Option<Fields>>,
    /// Puts other values there.
    show: Box<dyn Fn(&Fields)>,
    /// Of any values those that this version knows, as it writes them.
    known: fn(&Fields) -> Fields,
}

impl<T: Record + Send + Sync + 'static> Form<T> {
    /// Opens a form on `value`. `saved` is what the store holds of it, the working copy included;
    /// for a new thing that is the default, so the first change saves what was filled in for the
    /// person as well.
    pub fn open(app: App, target: Target, saved: T, value: T) -> Self {
        let (saved, latest, mut value) = (saved.write(), value.write(), value);
        value.take_change();
        let value = RwSignal::new(value);
        let places = StoredValue::new(Places::new());
        let screen = Screen {
            read: Box::new(move || value.try_with_untracked(T::write)),
            show: Box::new(move |fields| {
                let mut shown = T::read(fields);
                shown.take_change();
                value.try_set(shown);
                places.try_with_value(|places| places.values().for_each(Notify::notify));
            }),
            known: |fields| T::read(fields).write(),
        };
        let core = Core::open(app, target.kind, screen, target, saved, latest);
        Self { value, status: core.status, core: StoredValue::new_local(core), places }
    }

    /// Opens a form on what is stored.
    pub fn stored(app: App, (target, fields): (Target, Fields)) -> Self {
        let saved = T::read(&fields);
        Self::open(app, target, saved.clone(), saved)
    }

    /// Opens a form on what is stored, or else on what a new thing begins with; `None` where there is neither.
    pub fn stored_or(
        app: App,
        rec: RecordId,
        known: Option<(Target, Fields)>,
        begun: Option<T>,
    ) -> Option<Self> {
        if let Some(known) = known {
            return Some(Self::stored(app, known));
        }
        let target = Target { rec, kind: T::KIND, parents: Vec::new() };
        Some(Self::open(app, target, T::default(), begun?))
    }

    /// Reads a part of the thing and follows it: whoever calls this is told when something changes
    /// at a place that was read, or below it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with_untracked(|value| {
            value.begin_noting();
            let answer = read(value);
            self.track_all(value.noted());
            answer
        })
    }

    /// Follows where was read, or everything where nobody knows.
    #[inline(never)]
    fn track_all(self, places: Option<BTreeSet<Path>>) {
        match places {
            Some(places) => places.iter().for_each(|place| self.track(place)),
            None => self.value.track(),
        }
    }

    /// Follows a place: whoever calls this is told when something at the path or below it changes.
    pub fn track(self, place: &str) {
        let followed = self.places.try_update_value(|places| {
            if let Some(followed) = places.get(place) {
                return followed.clone();
            }
            let followed = ArcTrigger::new();
            places.insert(place.to_owned(), followed.clone());
            followed
        });
        if let Some(followed) = followed {
            followed.track();
        }
    }

    /// Opens a form on something that is tried and thrown away: it looks and works like any other,
    /// and nothing of it reaches the store.
    pub fn trial(app: App, value: T) -> Self {
        let (fields, mut value) = (value.write(), value);
        value.take_change();
        let target = Target { rec: app.store().new_record(), kind: T::KIND, parents: Vec::new() };
        let (value, places) = (RwSignal::new(value), StoredValue::new(Places::new()));
        let screen =
            Screen { read: Box::new(|| None), show: Box::new(|_| ()), known: Clone::clone };
        let core = Rc::new(Core::new(app, T::KIND, screen, target, fields.clone(), fields, true));
        Self { value, status: core.status, core: StoredValue::new_local(core), places }
    }

    /// Changes the thing and has it saved.
    pub fn edit(self, change: impl FnOnce(&mut T)) {
        // A form that is closed has nobody to type in it.
        let _ = self.try_edit(change);
    }

    /// As [`Form::edit`]; `false` where the form is closed.
    fn try_edit(self, change: impl FnOnce(&mut T)) -> bool {
        let Some(core) = self.core.try_get_value() else { return false };
        let changed = self.value.try_update(|value| {
            change(value);
            value.take_change()
        });
        let changed = changed.flatten();
        self.places.try_with_value(|places| tell(places, changed.as_ref()));
        core.has_changed(changed);
        true
    }

    /// A change for a message's undo: it works when the form is long closed, too.
    pub fn amend_later(
        self,
        change: impl Fn(&mut T) + Send + Sync + 'static,
    ) -> impl Fn() + Send + Sync + 'static {
        let place = self.core.try_with_value(|core| {
            (!core.is_trial).then(|| (core.app, core.target.borrow().clone()))
        });
        let place = place.flatten();
        let change = Arc::new(change);
        move || {
            if self.try_edit(|value| change(value)) {
                return;
            }
            let Some((app, target)) = &place else { return };
            let change = Arc::clone(&change);
            amend(
                *app,
                target.rec,
                target.kind,
                Box::new(move |fields| {
                    let before = T::read(fields);
                    let mut after = before.clone();
                    change(&mut after);
                    before.write().change_to(after.write())
                }),
            );
        }
    }

    /// Takes in what has been stored of it by another way than typing.
    pub async fn catch_up(self) {
        if let Some(core) = self.core.try_get_value() {
            // What cannot be read now is read with the next thing that is stored.
            drop(core.catch_up().await);
        }
    }

    /// [`Form::seal`] for whoever does not know what the form is about.
    pub fn sealing(self) -> Sealing {
        Box::new(move || self.seal().boxed_local())
    }

    /// Saves and makes it one revision. `false` where the store refused; it is still on the screen.
    pub async fn seal(self) -> bool {
        match self.core.try_get_value() {
            Some(core) => core.seal().await.is_ok(),
            None => true,
        }
    }
}

/// The quiet line of a form: that it saves itself, that it does so now, or when it did.
pub fn saving_line(app: App, status: RwSignal<SaveStatus>) -> El {
    status_line(status.into(), say!(app, form.saving), say!(app, form.saves_itself))
}

/// Tells who follows the places that have changed, or all where nobody knows.
fn tell(places: &Places, changed: Option<&Change>) {
    let Some(changed) = changed else { return places.values().for_each(Notify::notify) };
    for path in changed.paths() {
        let above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        let found = above.chain(["", path.as_str()]).filter_map(|place| places.get(place));
        found.for_each(Notify::notify);
    }
}

/// Changes a record that no form is open on, as one revision.
pub fn amend(app: App, rec: RecordId, kind: Kind, change: Box<dyn Fn(&Fields) -> Change>) {
    let amended = async move {
        let store = app.store();
        let (target, fields) = store.edit(rec, kind).await?.ok_or(AppError::NoRecord(rec))?;
        store.save_draft(&target, &change(&fields)).await?;
        store.seal(rec).await
    };
    spawn_local(async move {
        match amended.await {
            Ok(_) => app.has_stored(),
            Err(error) => app.complain(&error),
        }
    });
}

impl Core {
    fn open(
        app: App,
        kind: Kind,
        screen: Screen,
        target: Target,
        saved: Fields,
        latest: Fields,
    ) -> Rc<Self> {
        let core = Rc::new(Self::new(app, kind, screen, target, saved, latest, false));
        let safe: Rc<dyn Unsaved> = core.clone();
        app.keep_safe(&safe);
        let leaving = StoredValue::new_local(Rc::clone(&core));
        // Runs when the page goes: the core lives on until its last word is in the store.
        on_cleanup(move || {
            if let Some(core) = leaving.try_get_value() {
                core.read_screen();
                spawn_local(async move { drop(core.leave().await) });
            }
        });
        core
    }

    fn new(
        app: App,
        kind: Kind,
        screen: Screen,
        target: Target,
        saved: Fields,
        latest: Fields,
        is_trial: bool,
    ) -> Self {
        let unsaved = saved.change_to(latest.clone()).paths().cloned().gather();
        Self {
            app,
            store: app.store(),
            kind,
            is_trial,
            screen,
            target: RefCell::new(target),
            latest: RefCell::new(latest),
            saved: RefCell::new(saved),
            unsaved: RefCell::new(unsaved),
            changed: Cell::new(false),
            touched: Cell::new(false),
            due: Cell::new(false),
            saving: Mutex::new(()),
            status: RwSignal::new(SaveStatus::Idle),
            settled: RefCell::default(),
        }
    }

    /// Takes what is on the screen. Not at every key: a long record takes a while to write out.
    fn read_screen(&self) {
        if self.changed.take()
            && let Some(latest) = (self.screen.read)()
        {
            let change = self.saved.borrow().change_to(latest.clone());
            self.unsaved.borrow_mut().extend(change.paths().cloned());
            self.latest.replace(latest);
        }
    }

    fn has_changed(self: &Rc<Self>, change: Option<Change>) {
        if self.is_trial {
            return;
        }
        self.touched.set(true);
        match change {
            Some(change) => {
                self.latest.borrow_mut().lay(&change);
                self.unsaved.borrow_mut().extend(change.paths().cloned());
            }
            None => self.changed.set(true),
        }
        if self.status.try_with_untracked(|status| *status != SaveStatus::Saving) == Some(true) {
            self.status.try_set(SaveStatus::Saving);
        }
        if !self.due.replace(true) {
            let core = Rc::clone(self);
            spawn_local(async move {
                TimeoutFuture::new(GATHER_MS).await;
                while core.save().await.is_err() {
                    TimeoutFuture::new(RETRY_MS).await;
                }
            });
        }
    }

    /// Lays what is new over the working copy in the store.
    async fn save(&self) -> Result<(), AppError> {
        let _alone = self.saving.lock().await;
        self.due.set(false);
        self.read_screen();
        let change = self.unsaved_change();
        // What is written while this is on its way waits for the next save.
        let paths = self.unsaved.take();
        if change.is_empty() {
            // Typed and taken back: what is on the screen is in the store already.
            self.settle();
            return Ok(());
        }
        let target = self.target.borrow().clone();
        match self.store.save_draft(&target, &change).await {
            Ok(at) => {
                self.saved.borrow_mut().lay(&change);
                let time = format::time(self.app.lang_now(), at);
                let words = text!(self.app, form.saved, time = time);
                self.settled.replace(SaveStatus::Saved(words));
                self.settle();
                self.app.has_stored();
                Ok(())
            }
            Err(error) => {
                self.unsaved.borrow_mut().extend(paths);
                self.status.try_set(SaveStatus::Failed(self.app.explain(&error)));
                Err(error)
            }
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

    /// Only what has been committed, and only while nothing newer waits, is "saved".
    fn settle(&self) {
        if !self.due.get() {
            self.status.try_set(self.settled.borrow().clone());
        }
    }

    async fn seal(&self) -> Result<(), AppError> {
        if self.is_trial {
            return Ok(());
        }
        self.save().await?;
        let rec = self.target.borrow().rec;
        if self.store.seal(rec).await?.is_some() {
            self.catch_up().await?;
            self.app.has_stored();
        }
        Ok(())
    }

    /// Seals what was written, here or before.
    async fn leave(&self) -> Result<(), AppError> {
        if self.touched.get() {
            return self.seal().await;
        }
        let rec = self.target.borrow().rec;
        if self.store.seal(rec).await?.is_some() {
            self.app.has_stored();
        }
        Ok(())
    }

    /// Lays what was typed here and is not saved over what has been stored since, here or in
    /// another tab. What is written next follows what was seen last.
    async fn catch_up(&self) -> Result<(), AppError> {
        let _alone = self.saving.lock().await;
        let rec = self.target.borrow().rec;
        let Some((target, mut fields)) = self.store.edit(rec, self.kind).await? else {
            return Ok(());
        };
        self.target.replace(target);
        self.read_screen();
        let mine = self.unsaved_change();
        self.saved.replace((self.screen.known)(&fields));
        fields.lay(&mine);
        let both = (self.screen.known)(&fields);
        if *self.latest.borrow() != both {
            (self.screen.show)(&both);
            self.latest.replace(both);
        }
        Ok(())
    }
}

impl Unsaved for Core {
    fn flush(self: Rc<Self>) -> LocalBoxFuture<'static, bool> {
        async move { !self.touched.get() || self.save().await.is_ok() }.boxed_local()
    }

    fn refresh(self: Rc<Self>) {
        // What cannot be read now is read with the next thing another tab stores.
        spawn_local(async move { drop(self.catch_up().await) });
    }
}
