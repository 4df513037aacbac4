//! What happens while somebody has the tablet: which screen is shown, what was answered, and how long nobody has
//! touched it.

use std::collections::BTreeMap;

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use serde_json::Value;

use super::tablet::Tablet;
use crate::app::voices::PupilMode;
use crate::domain::voices::{Survey, SurveyPage};
use crate::ui::kit::prelude::*;
use crate::ui::kit::ticking;

/// How long a press is seen before the screen changes, in milliseconds. What is pressed meanwhile does not
/// count: a double tap is one.
const MOMENT_MS: u32 = 420;

/// After so long without a touch the pupil is asked whether they are done, in milliseconds.
const QUIET_MS: u64 = 90_000;

/// As [`QUIET_MS`], for staff, who think and write.
const STAFF_QUIET_MS: u64 = 300_000;

/// How long the question whether they are done waits for an answer.
const ASKED_MS: u64 = 30_000;

/// How long the thanks stay before the screen is empty.
const THANKS_MS: u64 = 12_000;

/// What is on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing but the way to begin.
    Start,
    /// A page of questions, by its place: of pupils one question.
    Question(usize),
    /// Whether the pupil is done, and at which question.
    StillThere(usize),
    /// Thanks.
    Thanks,
    /// The adult's code, and at which question it was asked for.
    Code(Option<usize>),
    /// The sheet could not be kept; whether its pupil had come to the end.
    Trouble(bool),
    /// The store cannot be written in, so nobody can begin.
    Stuck,
}

/// The pupil who has the tablet now. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct Sitting {
    pub app: App,
    pub tablet: Tablet,
    pub survey: StoredValue<Survey>,
    pub pages: StoredValue<Vec<SurveyPage>>,
    pub is_of_staff: bool,
    pub mode: StoredValue<PupilMode>,
    pub stage: RwSignal<Stage>,
    pub answers: RwSignal<BTreeMap<String, Value>>,
    /// A press is seen and has not led on yet.
    moving: StoredValue<bool>,
    /// When somebody last touched it, or the screen changed.
    touched: StoredValue<u64>,
}

impl Sitting {
    pub fn new(app: App, tablet: Tablet, mode: PupilMode, survey: Survey) -> Self {
        let pages = survey.pages_of(&mode.round);
        // Who comes back after a reload is asked first: it may be the next pupil.
        let stage = match mode.at.filter(|place| *place < pages.len()) {
            Some(place) => Stage::StillThere(place),
            None => Stage::Start,
        };
        let it = Self {
            app,
            tablet,
            is_of_staff: survey.is_of_staff(),
            survey: StoredValue::new(survey),
            pages: StoredValue::new(pages),
            answers: RwSignal::new(mode.answers.clone()),
            mode: StoredValue::new(mode),
            stage: RwSignal::new(stage),
            moving: StoredValue::new(false),
            touched: StoredValue::new(app.store().now()),
        };
        it.watch_time();
        it
    }

    /// Somebody is there.
    pub fn touch(self) {
        self.touched.try_set_value(self.app.store().now());
    }

    /// How many pages of questions there are.
    pub fn count(self) -> usize {
        self.pages.with_value(Vec::len)
    }

    /// The page at a place.
    pub fn page(self, place: usize) -> Option<SurveyPage> {
        self.pages.with_value(|all| all.get(place).cloned())
    }

    /// Does something a moment after it was pressed. What is pressed until then is not heard.
    pub fn after_a_moment(self, then: impl FnOnce() + 'static) {
        self.touch();
        if self.moving.get_value() {
            return;
        }
        self.moving.set_value(true);
        spawn_local(async move {
            TimeoutFuture::new(MOMENT_MS).await;
            // The tablet may be back in the adult's hands.
            if self.moving.try_set_value(false).is_none() {
                then();
            }
        });
    }

    /// Takes a step as the answer, and goes on.
    pub fn choose(self, place: usize, item: &str, answer: Value) {
        if self.moving.get_value() {
            return;
        }
        self.put(item, Some(answer));
        self.after_a_moment(move || self.go(place + 1));
    }

    /// Keeps what is written as an answer.
    pub fn put(self, item: &str, answer: Option<Value>) {
        self.touch();
        self.answers.update(|all| match answer {
            Some(answer) => drop(all.insert(item.to_owned(), answer)),
            None => drop(all.remove(item)),
        });
        self.keep();
    }

    /// Begins with the next pupil. A page that the browser has brought back as it was a while ago knows nothing
    /// of the pupils since, so the store is asked.
    pub fn begin(self) {
        spawn_local(async move {
            match self.app.store().begin_sheet().await {
                Ok(Some(begun)) => {
                    self.mode.try_set_value(begun);
                    self.answers.try_set(BTreeMap::new());
                    self.show(Stage::Question(0));
                }
                Ok(None) => self.tablet.take(),
                Err(_) => self.show(Stage::Stuck),
            }
        });
    }

    /// Shows a question, or hands in behind the last.
    pub fn go(self, place: usize) {
        if place < self.count() {
            self.show(Stage::Question(place));
            self.mode.update_value(|mode| mode.at = Some(place));
            self.keep();
        } else {
            self.hand_in(true);
        }
    }

    pub fn show(self, stage: Stage) {
        self.touch();
        self.stage.try_set(stage);
    }

    /// Hands the sheet in and thanks for it.
    pub fn hand_in(self, whole: bool) {
        let mode = self.kept();
        spawn_local(async move {
            match self.app.store().hand_in(&mode, whole).await {
                Ok(next) => {
                    self.mode.try_set_value(next);
                    self.answers.try_set(BTreeMap::new());
                    self.show(Stage::Thanks);
                }
                Err(_) => self.show(Stage::Trouble(whole)),
            }
        });
    }

    /// The sheet as it is on the screen.
    fn kept(self) -> PupilMode {
        let answers = self.answers.get_untracked();
        self.mode.update_value(|mode| mode.answers = answers);
        self.mode.get_value()
    }

    fn keep(self) {
        let mode = self.kept();
        spawn_local(async move {
            // What cannot be kept now is on the screen, and is kept with the next answer.
            drop(self.app.store().keep_sheet(&mode).await);
        });
    }

    /// Asks, thanks and goes back by the clock.
    fn watch_time(self) {
        let now = ticking();
        let quiet_ms = if self.is_of_staff { STAFF_QUIET_MS } else { QUIET_MS };
        Effect::new(move || {
            let now = now.get();
            let quiet = now.saturating_sub(self.touched.get_value());
            match self.stage.get_untracked() {
                Stage::Question(place) if quiet >= quiet_ms => self.show(Stage::StillThere(place)),
                Stage::StillThere(_) if quiet >= ASKED_MS => self.hand_in(false),
                Stage::Thanks if quiet >= THANKS_MS => self.show(Stage::Start),
                Stage::Code(from) if quiet >= QUIET_MS => self.leave_code(from),
                _ => {}
            }
        });
    }

    /// Takes the tablet back from the staff, who need no code.
    pub fn leave(self) {
        spawn_local(async move {
            match self.app.store().take_from_pupils("").await {
                Ok(_) => {
                    self.tablet.take();
                    self.app.has_stored();
                }
                Err(error) => self.app.complain(&error),
            }
        });
    }

    /// Back from the adult's code.
    pub fn leave_code(self, from: Option<usize>) {
        self.show(from.map_or(Stage::Start, Stage::Question));
    }
}
