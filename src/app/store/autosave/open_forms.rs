//! Knows the forms of one tab: saves them all at once, and hands what was left on a page and is not in the
//! store yet to the next page of the same record.
//!
//! Otherwise a page that was left while the store refused would go on trying by itself: whoever opened the record
//! again would not see their words, and the older words would be saved over the newer ones.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::Autosave;
use crate::app::store::AppError;
use crate::ledger::{Change, Path, RecordId};

/// The forms of one tab, those among them that were left and still have something to save.
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

    pub(super) fn add(&self, form: &Rc<Autosave>) {
        let mut open = self.0.borrow_mut();
        open.retain(|form| form.strong_count() > 0);
        open.push(Rc::downgrade(form));
    }

    /// Those on a record whose page is gone, the oldest first.
    pub(super) fn left_on(&self, rec: RecordId) -> Vec<Rc<Autosave>> {
        let mut left = self.all();
        left.retain(|form| form.is_left.get() && form.target.borrow().rec == rec);
        left
    }

    fn all(&self) -> Vec<Rc<Autosave>> {
        self.0.borrow().iter().filter_map(Weak::upgrade).collect()
    }
}

impl Autosave {
    /// Goes on with what was left on earlier pages of the same record and is not in the store: shows and saves it.
    pub(super) async fn take_over(self: &Rc<Self>, before: Vec<Rc<Self>>) -> Result<(), AppError> {
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
