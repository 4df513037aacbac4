//! The tablet in the pupils' hands: one question a screen, and no way out without the adult's code. It is passed around
//! among the staff in the same way, with an area a screen and no code.
//!
//! It is not a page: while the pupils have the tablet nothing else of the app is there at all, whatever the
//! address says, and whoever starts the app anew comes back to it.

use leptos::task::spawn_local;

use crate::app::voices::PupilMode;
use crate::ui::kit::prelude::*;

/// Who has the tablet.
#[derive(Clone, PartialEq)]
enum Held {
    /// The store has not been asked yet, and nothing is shown.
    Unknown,
    /// An adult.
    Adult,
    /// The pupils.
    Pupils(PupilMode),
}

/// Who has the tablet, as the whole app follows it.
#[derive(Clone, Copy)]
pub struct Tablet(RwSignal<Held>);

impl Tablet {
    /// Asks the store who has it: now, when another tab has stored something, and when the app comes into sight.
    /// What is stored here changes nothing in it, and is stored at every key. Where the store cannot be read
    /// the app is shown, which says so, and it is asked again until it answers.
    pub fn watch(app: App) -> Self {
        let held = RwSignal::new(Held::Unknown);
        let has_answered = StoredValue::new(false);
        Effect::new(move || {
            app.heard.track();
            app.seen.track();
            if !has_answered.get_value() {
                app.stored.track();
            }
            spawn_local(async move {
                let found = app.store().pupil_mode().await;
                has_answered.try_update_value(|has| *has |= found.is_ok());
                let found = found.unwrap_or_default();
                let before = held.try_get_untracked();
                match (found, before) {
                    // The sheet that is being filled in here is newer than the stored one.
                    (Some(_), Some(Held::Pupils(_))) | (None, Some(Held::Adult)) => {}
                    (Some(mode), _) => drop(held.try_set(Held::Pupils(mode))),
                    (None, _) => drop(held.try_set(Held::Adult)),
                }
            });
        });
        Self(held)
    }

    /// Whether the pupils have it; `None` before that is known.
    pub fn with_pupils(self) -> Signal<Option<bool>> {
        memo(move || {
            self.0.with(|held| match held {
                Held::Unknown => None,
                Held::Adult => Some(false),
                Held::Pupils(_) => Some(true),
            })
        })
    }

    /// Gives it to the pupils.
    pub fn give(self, mode: PupilMode) {
        self.0.set(Held::Pupils(mode));
    }

    pub fn take(self) {
        self.0.try_set(Held::Adult);
    }

    pub fn mode(self) -> Option<PupilMode> {
        match self.0.get_untracked() {
            Held::Pupils(mode) => Some(mode),
            _ => None,
        }
    }
}

/// Whether a text is a code to lock with: four to eight digits.
pub fn is_code(text: &str) -> bool {
    let text = text.trim();
    (4..=8).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}
