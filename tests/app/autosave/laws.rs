//! The promises of a form under random schedules: slow and full disks, two tabs, leaving at any moment, and a
//! device that is stopped at any moment.

use std::collections::BTreeMap;
use std::rc::Rc;

use futures::executor::block_on;
use indsats::app::store::Saving;
use indsats::domain::record::Fields;
use proptest::prelude::*;
use serde_json::Value;

use super::stage::{Open, Page, Stage};

/// What a person or the world does.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Writes at one of a few paths, or takes away what is there; the page may not know where.
    Write { tab: usize, path: usize, is_text: bool, is_known_where: bool },
    /// Waits, in milliseconds.
    Wait(u64),
    /// The app goes out of sight.
    Hide(usize),
    /// Finishes: saves and seals, and goes on writing.
    Seal(usize),
    /// Leaves the page, or opens it again.
    Turn(usize),
    /// The disk is full, or has room again.
    Full(bool),
    /// Another tab has stored something, or says so.
    Hear(usize),
}

#[derive(Debug, Clone)]
struct Schedule {
    tabs: usize,
    /// Each tab writes at paths of its own.
    apart: bool,
    /// The record is there before.
    exists: bool,
    steps: Vec<Step>,
    takes: Vec<(u16, u16)>,
    hears_after: u16,
}

fn step(tabs: usize) -> impl Strategy<Value = Step> {
    let tab = 0..tabs;
    prop_oneof![
        8 => (tab.clone(), 0..2_usize, prop::bool::weighted(0.8), prop::bool::weighted(0.8)).prop_map(
            |(tab, path, is_text, is_known_where)| Step::Write { tab, path, is_text, is_known_where }
        ),
        3 => (0..140_u64).prop_map(Step::Wait),
        2 => (0..7_000_u64).prop_map(Step::Wait),
        1 => tab.clone().prop_map(Step::Hide),
        1 => tab.clone().prop_map(Step::Seal),
        2 => tab.clone().prop_map(Step::Turn),
        1 => any::<bool>().prop_map(Step::Full),
        1 => tab.prop_map(Step::Hear),
    ]
}

fn schedule(tabs: usize) -> impl Strategy<Value = Schedule> {
    let takes = prop_oneof![5 => (0..40_u16, 0..40_u16), 2 => (0..900_u16, 0..900_u16)];
    let takes = prop::collection::vec(takes, 1..6);
    let steps = prop::collection::vec(step(tabs), 1..30);
    (any::<bool>(), any::<bool>(), steps, takes, 0..300_u16).prop_map(
        move |(apart, exists, steps, takes, hears_after)| Schedule {
            tabs,
            apart: apart || tabs == 1,
            exists,
            steps,
            takes,
            hears_after,
        },
    )
}

/// A schedule while it is carried out.
struct Run {
    stage: Stage,
    apart: bool,
    tabs: Vec<Option<Open>>,
    /// Which tabs have opened the record again.
    is_again: [bool; 2],
    /// Every page there ever was.
    pages: Vec<Rc<Page>>,
    /// Each change of each path, in order.
    written: BTreeMap<String, Vec<(u64, Option<Value>)>>,
    may_seal: usize,
}

impl Run {
    fn new(schedule: &Schedule) -> Self {
        let words = if schedule.exists { "title=0 own-0-0=0 shared-1=0" } else { "" };
        let stage = Stage::new(words).slow(&schedule.takes, schedule.hears_after);
        let mut run = Self {
            stage,
            apart: schedule.apart,
            tabs: Vec::new(),
            is_again: [false; 2],
            pages: Vec::new(),
            written: BTreeMap::new(),
            may_seal: usize::from(schedule.exists),
        };
        for tab in 0..schedule.tabs {
            let begun = if schedule.tabs == 1 { "title=begun" } else { "" };
            let open = run.open(tab, begun);
            run.tabs.push(Some(open));
        }
        run
    }

    fn open(&mut self, tab: usize, begun: &str) -> Open {
        let open = self.stage.open(tab, begun);
        self.pages.push(Rc::clone(&open.page));
        open
    }

    fn does(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Write { tab, path, is_text, is_known_where } => {
                let path =
                    if self.apart { format!("own-{tab}-{path}") } else { format!("shared-{path}") };
                // What is written and taken back before a page has heard what the one before left is as if it
                // had never been written, and nobody takes away what is not there.
                let is_text = is_text || self.is_again[tab];
                let is_known_where = is_known_where || self.is_again[tab];
                let can = |open: &&Open| is_text || !open.text(&path).is_empty();
                if let Some(open) = self.tabs[tab].as_ref().filter(can) {
                    let change = self.stage.write(open, &path, is_text, is_known_where);
                    self.written.entry(path).or_default().push(change);
                }
            }
            Step::Wait(ms) => {
                let end = self.stage.now() + ms;
                while self.stage.step_until(end) {
                    self.holds()?;
                }
            }
            Step::Hide(tab) => {
                if let Some(open) = &self.tabs[tab] {
                    let hiding = open.flush();
                    self.stage.begin(hiding);
                }
            }
            Step::Seal(tab) => {
                if let Some(open) = &self.tabs[tab] {
                    let sealing = open.seal();
                    self.stage.begin(sealing);
                    self.may_seal += 1;
                }
            }
            Step::Turn(tab) => match self.tabs[tab].take() {
                Some(open) => {
                    open.leave();
                    self.may_seal += 1;
                }
                None => {
                    self.tabs[tab] = Some(self.open(tab, ""));
                    self.is_again[tab] = true;
                }
            },
            Step::Full(is_full) => self.stage.full(is_full),
            Step::Hear(tab) => {
                if let Some(open) = &self.tabs[tab] {
                    open.hear();
                }
            }
        }
        self.holds()
    }

    /// What holds at any moment, also where the device is stopped now: all that was shown as saved is in the
    /// store, or something that was written later; and a page that says so has nothing newer.
    fn holds(&self) -> Result<(), TestCaseError> {
        self.holds_in(&self.stage.stored())?;
        for page in &self.pages {
            if matches!(page.status(), Saving::Saved(_)) {
                prop_assert_eq!(&*page.written.borrow(), &*page.safe.borrow());
            }
        }
        Ok(())
    }

    fn holds_in(&self, stored: &Fields) -> Result<(), TestCaseError> {
        for (path, changes) in self.written.iter().filter(|_| self.apart) {
            let value = stored.0.get(path);
            let is_that =
                |(n, written): &&(u64, Option<Value>)| (written.as_ref() == value).then_some(*n);
            let latest = changes.iter().rev().find_map(|change| is_that(&change)).unwrap_or(0);
            for page in &self.pages {
                let safe = page.safe.borrow().get(path).copied().unwrap_or(0);
                prop_assert!(safe <= latest, "{path}: {safe} was saved, {latest} is there");
            }
        }
        Ok(())
    }

    /// Everything comes to its end.
    fn rests(&mut self) -> Result<(), TestCaseError> {
        self.stage.full(false);
        let mut steps = 0;
        while self.stage.step() {
            self.holds()?;
            steps += 1;
            prop_assert!(steps < 5_000, "it never comes to rest");
        }
        Ok(())
    }

    /// What a page shows and what the store holds are the same, and that is the latest that was written.
    fn is_all_there(&self) -> Result<(), TestCaseError> {
        let stored = self.stage.stored();
        for open in self.tabs.iter().flatten() {
            let page = &open.page;
            let is_calm = matches!(page.status(), Saving::Idle | Saving::Saved(_));
            prop_assert!(is_calm, "{:?}", page.status());
            // A page whose record is nowhere any more keeps what it shows: it may be the only copy.
            let shown = page.shown.borrow().clone().unwrap_or_default();
            prop_assert!(stored == Fields::default() || shown == stored, "{shown:?}, {stored:?}");
        }
        for (path, changes) in &self.written {
            let value = stored.0.get(path);
            let last = |page: &Rc<Page>| page.written.borrow().get(path).copied();
            let lasts: Vec<u64> = self.pages.iter().filter_map(last).collect();
            let newest = lasts.iter().max().copied();
            let is_last = |n: u64| if self.apart { Some(n) == newest } else { lasts.contains(&n) };
            let found = changes.iter().any(|(n, written)| is_last(*n) && written.as_ref() == value);
            prop_assert!(found, "{path} is {value:?} of {changes:?}");
        }
        Ok(())
    }
}

fn keeps_its_promises(schedule: &Schedule) -> Result<(), TestCaseError> {
    let mut run = Run::new(schedule);
    for step in &schedule.steps {
        run.does(*step)?;
    }
    run.rests()?;
    run.is_all_there()?;
    for open in run.tabs.drain(..).flatten() {
        open.leave();
        run.may_seal += 1;
    }
    run.rests()?;
    run.is_all_there()?;
    let (device, rec) = (&run.stage.device, run.stage.rec);
    let was_full = schedule.steps.iter().any(|step| matches!(step, Step::Full(true)));
    prop_assert!(was_full || block_on(device.repo.drafts()).unwrap().is_empty());
    prop_assert!(device.revisions(rec) <= run.may_seal);
    // A tab that has not yet heard that another has sealed goes on beside it: then both are kept.
    if schedule.tabs == 1 {
        let conflicts = device.record(rec).map(|opened| opened.conflicts.len()).unwrap_or_default();
        prop_assert_eq!(conflicts, 0, "somebody is in conflict with themselves");
    }
    let at_once = run.pages.iter().map(|page| page.at_once.get()).max();
    prop_assert!(at_once <= Some(1), "a page writes two things at a time");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn one_page_keeps_its_promises(schedule in schedule(1)) {
        keeps_its_promises(&schedule)?;
    }

    #[test]
    fn two_tabs_keep_their_promises(schedule in schedule(2)) {
        keeps_its_promises(&schedule)?;
    }

    /// Stopped at any moment and started again: what was shown as saved is there and can be sealed.
    #[test]
    fn what_was_saved_outlives_the_device_being_stopped(schedule in schedule(2), events in 0..40_usize) {
        let mut run = Run::new(&schedule);
        for step in &schedule.steps {
            run.does(*step)?;
        }
        for _ in 0..events {
            run.stage.step();
        }
        run.tabs.clear();
        let device = run.stage.device.tab();
        run.stage.device.disk.call_off();
        block_on(device.repo.seal_all()).unwrap();
        run.holds_in(&device.record(run.stage.rec).map(|opened| opened.fields()).unwrap_or_default())?;
    }

    #[test]
    fn who_writes_nothing_leaves_nothing_behind(schedule in schedule(2), exists: bool) {
        let begun = if exists { "" } else { "title=begun" };
        let mut stage = Stage::new(if exists { "title=0" } else { "" }).slow(&schedule.takes, schedule.hears_after);
        let before = stage.device.disk.rows();
        let mut tabs = [Some(stage.open(0, begun)), Some(stage.open(1, begun))];
        for step in schedule.steps {
            match step {
                Step::Wait(ms) => stage.wait(ms),
                Step::Hide(tab) => {
                    tabs[tab].iter().for_each(|open| stage.begin(open.flush()));
                }
                Step::Hear(tab) => tabs[tab].iter().for_each(Open::hear),
                Step::Turn(tab) => match tabs[tab].take() {
                    Some(open) => drop(open.leave()),
                    None => tabs[tab] = Some(stage.open(tab, begun)),
                },
                _ => {}
            }
        }
        for open in tabs.into_iter().flatten() {
            prop_assert_eq!(open.page.status(), Saving::Idle);
            open.leave();
        }
        stage.rest();
        prop_assert!(stage.device.disk.rows() == before);
    }
}
