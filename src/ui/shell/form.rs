//! A form that saves itself.
//!
//! [`Form`] knows the thing and the screen, and wakes whoever shows a part that has changed. When and what is
//! saved is [`Autosave`]'s, which knows only values by path, so saving is in the program once and not once for each
//! kind of record.
//!
//! A key must not cost more the more has been written: whoever reads with [`Form::with`] is told only
//! of what changes where was read, and a thing that keeps track of its changes is never compared
//! whole.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::App;
use super::texts::{say, text};
use crate::app::store::{AppError, Autosave, Means, Saving, Screen, Target};
use crate::domain::record::{Fields, Kind, Record};
use crate::ledger::{Change, Path, RecordId};
use crate::platform::format;
use crate::platform::tasks::BrowserTasks;
use crate::ui::dom::El;
use crate::ui::kit::{SaveStatus, status_line};

/// A thing that is being edited. Copy it into closures freely.
pub struct Form<T: Record + Send + Sync + 'static> {
    /// The thing as it is on the screen.
    pub value: RwSignal<T>,
    /// Whether it is safe.
    pub status: RwSignal<SaveStatus>,
    app: App,
    /// `None` for a trial: nothing of it is to reach the store.
    autosave: StoredValue<Option<Rc<Autosave>>, LocalStorage>,
    triggers: StoredValue<PathTriggers>,
}

/// Stores what was typed, and says whether that could be done.
pub type Sealing = Box<dyn Fn() -> LocalBoxFuture<'static, bool>>;

/// Who follows which place: `notes`, `notes/<item>`, `notes/<item>/<id>`; everything is the empty path.
type PathTriggers = BTreeMap<Path, ArcTrigger>;

impl<T: Record + Send + Sync + 'static> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Send + Sync + 'static> Copy for Form<T> {}

/// What [`Autosave`] sees of a page.
struct Page {
    app: App,
    status: RwSignal<SaveStatus>,
    /// The values of the thing; `None` when the page is gone.
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
        let (saved, latest) = (saved.write(), value.write());
        let form = Self::showing(app, value);
        let Self { value, status, triggers, .. } = form;
        let page = Page {
            app,
            status,
            read: Box::new(move || value.try_with_untracked(T::write)),
            show: Box::new(move |fields| {
                let mut shown = T::read(fields);
                shown.take_change();
                value.try_set(shown);
                triggers.try_with_value(|triggers| triggers.values().for_each(Notify::notify));
            }),
            known: |fields| T::read(fields).write(),
        };
        form.autosave.set_value(Some(keep_saving(page, target, saved, latest)));
        form
    }

    /// A thing on the screen that nobody saves.
    fn showing(app: App, mut value: T) -> Self {
        value.take_change();
        Self {
            value: RwSignal::new(value),
            status: RwSignal::new(SaveStatus::Idle),
            app,
            autosave: StoredValue::new_local(None),
            triggers: StoredValue::new(PathTriggers::new()),
        }
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
            value.start_tracking_reads();
            let answer = read(value);
            self.track_all(value.tracked_reads());
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
        let followed = self.triggers.try_update_value(|triggers| {
            if let Some(followed) = triggers.get(place) {
                return followed.clone();
            }
            let followed = ArcTrigger::new();
            triggers.insert(place.to_owned(), followed.clone());
            followed
        });
        if let Some(followed) = followed {
            followed.track();
        }
    }

    /// Opens a form on something that is tried and thrown away: it looks and works like any other,
    /// and nothing of it reaches the store.
    pub fn trial(app: App, value: T) -> Self {
        Self::showing(app, value)
    }

    /// Changes the thing and has it saved.
    pub fn edit(self, change: impl FnOnce(&mut T)) {
        // A form that is closed has nobody to type in it.
        let _ = self.try_edit(change);
    }

    /// As [`Form::edit`]; `false` where the form is closed.
    fn try_edit(self, change: impl FnOnce(&mut T)) -> bool {
        let Some(autosave) = self.autosave.try_get_value() else { return false };
        let changed = self.value.try_update(|value| {
            change(value);
            value.take_change()
        });
        let changed = changed.flatten();
        self.triggers.try_with_value(|triggers| notify(triggers, changed.as_ref()));
        if let Some(autosave) = autosave {
            autosave.has_changed(changed);
        }
        true
    }

    /// A change for a message's undo: it works when the form is long closed, too.
    pub fn amend_later(
        self,
        change: impl Fn(&mut T) + Send + Sync + 'static,
    ) -> impl Fn() + Send + Sync + 'static {
        let app = self.app;
        let target = self.autosave.try_get_value().flatten().map(|autosave| autosave.target());
        let change = Arc::new(change);
        move || {
            if self.try_edit(|value| change(value)) {
                return;
            }
            let Some(target) = &target else { return };
            let change = Arc::clone(&change);
            amend(
                app,
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
        if let Some(autosave) = self.autosave.try_get_value().flatten() {
            // What cannot be read now is read with the next thing that is stored.
            drop(autosave.catch_up().await);
        }
    }

    /// [`Form::seal`] for whoever does not know what the form is about.
    pub fn sealing(self) -> Sealing {
        Box::new(move || self.seal().boxed_local())
    }

    /// Saves and makes it one revision. `false` where the store refused; it is still on the screen.
    pub async fn seal(self) -> bool {
        match self.autosave.try_get_value().flatten() {
            Some(autosave) => autosave.seal().await.is_ok(),
            None => true,
        }
    }
}

/// The quiet line of a form: that it saves itself, that it does so now, or when it did.
pub fn saving_line(app: App, status: RwSignal<SaveStatus>) -> El {
    status_line(status.into(), say!(app, form.saving), say!(app, form.saves_itself))
}

/// Wakes who follows the places that have changed, or all where nobody knows.
fn notify(triggers: &PathTriggers, changed: Option<&Change>) {
    let Some(changed) = changed else { return triggers.values().for_each(Notify::notify) };
    for path in changed.paths() {
        let above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        let found = above.chain(["", path.as_str()]).filter_map(|place| triggers.get(place));
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

/// Has a page saved from here on, also when the page goes.
fn keep_saving(page: Page, target: Target, saved: Fields, latest: Fields) -> Rc<Autosave> {
    let app = page.app;
    let means = Means {
        store: app.store(),
        timer: Box::new(BrowserTasks),
        spawner: Box::new(BrowserTasks),
        open: app.open_forms(),
    };
    let autosave = Autosave::new(means, Box::new(page), target, saved, latest);
    let leaving = StoredValue::new_local(Rc::clone(&autosave));
    // Runs when the page goes: the autosave lives on until its last word is in the store.
    on_cleanup(move || {
        if let Some(autosave) = leaving.try_get_value() {
            autosave.leave();
        }
    });
    autosave
}

impl Screen for Page {
    fn read(&self) -> Option<Fields> {
        (self.read)()
    }

    fn show(&self, fields: &Fields) {
        (self.show)(fields);
    }

    fn known(&self, fields: &Fields) -> Fields {
        (self.known)(fields)
    }

    fn say(&self, saving: &Saving) {
        self.status.try_set(match saving {
            Saving::Idle => SaveStatus::Idle,
            Saving::Underway => SaveStatus::Saving,
            Saving::Saved(at) => {
                let time = format::time(self.app.lang_now(), *at);
                SaveStatus::Saved(text!(self.app, form.saved, time = time))
            }
            Saving::Failed(error) => SaveStatus::Failed(self.app.explain(error)),
        });
    }

    fn has_stored(&self) {
        self.app.has_stored();
    }
}
