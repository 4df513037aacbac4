//! What pupils answer: that it waits, is closed and kept; and that nothing that is stored of it says who
//! answered first.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::executor::block_on;
use indsats::app::store::{Ids, Repository, Row, Store, Target};
use indsats::app::voices::Closed;
use indsats::app::voices::surveyed::surveyed;
use indsats::domain::record::{Kind, Record as _};
use indsats::domain::voices::Survey;
use indsats::ledger::{Change, RecordId};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::world::{Device, Disk, NOW, Steps};

pub const ROUND: &str = "r1";
const CODE: &str = "4711";

pub type Answers = BTreeMap<String, Value>;

/// Names out of a hat whose state can be set: the same state gives the same names.
#[derive(Clone, Default)]
pub struct Hat(pub Rc<Cell<u64>>);

impl Ids for Hat {
    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            // SplitMix64.
            self.0.set(self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
            let mut it = self.0.get();
            it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = (it ^ (it >> 31)).to_be_bytes()[0];
        }
    }
}

/// A tablet with a survey whose round is open.
pub struct Tablet {
    pub repo: Repository,
    pub disk: Disk,
    pub clock: Steps,
    pub hat: Hat,
    pub rec: RecordId,
}

impl Tablet {
    fn new() -> Self {
        Self::of(Kind::Survey, "elevsurvey-indskoling", CODE)
    }

    pub fn of(kind: Kind, base: &str, code: &str) -> Self {
        let (disk, hat) = (Disk::default(), Hat::default());
        let clock = Steps(Rc::new(Cell::new(NOW)));
        let repo = Repository::new(disk.clone(), clock.clone(), hat.clone());
        block_on(repo.open()).unwrap();
        let rec = repo.new_record();
        let mut survey = Survey::default();
        survey.set_base(base);
        survey.set_round_day(ROUND, "2026-11-23".parse().ok());
        survey.open_round(ROUND);
        let target = Target { rec, kind, parents: Vec::new() };
        let change = Change { set: survey.write().0, unset: Default::default() };
        block_on(repo.save_draft(&target, &change)).unwrap();
        block_on(repo.seal(rec)).unwrap();
        block_on(repo.give_to_pupils(rec, ROUND, code)).unwrap();
        Self { repo, disk, clock, hat, rec }
    }

    /// A pupil answers one question after the other and hands in.
    pub fn answers(&self, answers: &Answers, whole: bool) {
        let mut mode = block_on(self.repo.begin_sheet()).unwrap().unwrap();
        for (place, (item, value)) in answers.iter().enumerate() {
            mode.at = Some(place);
            mode.answers.insert(item.clone(), value.clone());
            block_on(self.repo.keep_sheet(&mode)).unwrap();
        }
        block_on(self.repo.hand_in(&mode, whole)).unwrap();
    }

    pub fn survey(&self) -> Survey {
        Survey::read(&block_on(self.repo.record(self.rec)).unwrap().unwrap().fields())
    }

    pub fn waiting(&self) -> u32 {
        block_on(self.repo.waiting(self.rec, ROUND)).unwrap()
    }

    pub fn close(&self) -> Closed {
        block_on(self.repo.close_round(self.rec, ROUND)).unwrap()
    }

    pub fn rows(&self, of: Store) -> Vec<Row> {
        self.disk.rows().into_iter().filter(|(store, _)| *store == of).map(|(_, row)| row).collect()
    }
}

fn calm(step: u64) -> Answers {
    [("esi-ro".to_owned(), json!(step))].into()
}

#[test]
fn answers_wait_until_five_have_answered_and_the_round_is_closed() {
    let tablet = Tablet::new();
    for step in [1, 2, 3] {
        tablet.answers(&calm(step), true);
    }
    tablet.answers(&Answers::new(), true);
    tablet.answers(&Answers::new(), false);
    tablet.answers(&calm(3), false);
    assert_eq!(tablet.waiting(), 4, "who skipped everything is no answer");
    assert_eq!(tablet.close(), Closed::TooFew(4));
    assert!(surveyed(&tablet.survey()).is_empty());
    tablet.answers(&calm(3), true);
    assert_eq!(tablet.close(), Closed::With(5));
    let said = surveyed(&tablet.survey());
    assert_eq!((said.len(), said[0].pupils, tablet.waiting()), (1, 5, 0));
    assert!(tablet.rows(Store::Drafts).is_empty());
    assert_eq!(tablet.close(), Closed::TooFew(0), "a second press closes nothing anew");
    assert_eq!(surveyed(&tablet.survey()), said);
}

#[test]
fn a_sheet_is_handed_in_once_and_survives_a_kill() {
    let tablet = Tablet::new();
    let mut mode = block_on(tablet.repo.pupil_mode()).unwrap().unwrap();
    mode.at = Some(3);
    mode.answers = calm(2);
    block_on(tablet.repo.keep_sheet(&mode)).unwrap();
    assert_eq!(block_on(tablet.repo.pupil_mode()).unwrap(), Some(mode.clone()));
    block_on(tablet.repo.hand_in(&mode, true)).unwrap();
    block_on(tablet.repo.hand_in(&mode, true)).unwrap();
    block_on(tablet.repo.keep_sheet(&mode)).unwrap();
    assert_eq!(tablet.waiting(), 1);
    let next = block_on(tablet.repo.pupil_mode()).unwrap().unwrap();
    assert!(next.at.is_none() && next.answers.is_empty(), "the next pupil sees nothing of it");

    // Whoever begins while another tab has a sheet open leaves that one with the rest.
    let mut left = block_on(tablet.repo.begin_sheet()).unwrap().unwrap();
    left.answers = calm(1);
    block_on(tablet.repo.keep_sheet(&left)).unwrap();
    let begun = block_on(tablet.repo.begin_sheet()).unwrap().unwrap();
    assert!(begun.answers.is_empty());
    block_on(tablet.repo.hand_in(&left, true)).unwrap();
    assert_eq!(tablet.waiting(), 2);
    block_on(tablet.repo.hand_in(&begun, false)).unwrap();

    let sheet = block_on(tablet.repo.add_sheet(tablet.rec, ROUND, &calm(1))).unwrap();
    assert_eq!(tablet.waiting(), 3);
    assert!(block_on(tablet.repo.take_back_sheet(&sheet)).unwrap());
    assert_eq!(tablet.waiting(), 2);
    assert!(!block_on(tablet.repo.take_back_sheet(&sheet)).unwrap());
}

#[test]
fn only_the_code_takes_the_tablet_back_on_the_same_day() {
    let tablet = Tablet::new();
    assert!(!block_on(tablet.repo.take_from_pupils("0000")).unwrap());
    let mut mode = block_on(tablet.repo.pupil_mode()).unwrap().unwrap();
    assert!(tablet.disk.rows().iter().all(|(_, row)| !row.value.contains(CODE)));
    mode.answers = calm(1);
    block_on(tablet.repo.keep_sheet(&mode)).unwrap();
    assert!(block_on(tablet.repo.take_from_pupils(CODE)).unwrap());
    assert_eq!((block_on(tablet.repo.pupil_mode()).unwrap(), tablet.waiting()), (None, 1));
    assert!(mode.opens_with("0000", "2026-11-24".parse().unwrap()));
}

#[test]
fn a_failed_commit_leaves_everything_waiting_and_erasing_takes_it_along() {
    let tablet = Tablet::new();
    (0..6).for_each(|_| tablet.answers(&calm(2), true));
    let before = tablet.disk.rows();
    tablet.disk.fail_after(0);
    assert!(block_on(tablet.repo.close_round(tablet.rec, ROUND)).is_err());
    assert_eq!(tablet.disk.rows(), before);
    // What waits is no working copy, and leaves the device with no file.
    assert!(block_on(tablet.repo.drafts()).unwrap().is_empty());
    block_on(tablet.repo.seal_all()).unwrap();
    block_on(tablet.repo.erase(tablet.rec)).unwrap();
    assert!(tablet.rows(Store::Drafts).is_empty());
}

#[test]
fn a_sheet_of_paper_that_is_half_typed_is_kept_until_it_waits() {
    let tablet = Tablet::new();
    let (repo, rec) = (&tablet.repo, tablet.rec);
    block_on(repo.keep_typed(rec, ROUND, &calm(1))).unwrap();
    block_on(repo.keep_typed(rec, ROUND, &calm(2))).unwrap();
    assert_eq!(block_on(repo.typed_sheet(rec, ROUND)).unwrap(), calm(2));
    assert!(block_on(repo.typed_sheet(rec, "r2")).unwrap().is_empty());
    assert_eq!(tablet.waiting(), 0);
    tablet.disk.fail_after(0);
    assert!(block_on(repo.add_sheet(rec, ROUND, &calm(2))).is_err());
    assert_eq!(block_on(repo.typed_sheet(rec, ROUND)).unwrap(), calm(2), "nothing typed is lost");
    block_on(repo.add_sheet(rec, ROUND, &calm(2))).unwrap();
    assert_eq!(tablet.waiting(), 1);
    assert!(block_on(repo.typed_sheet(rec, ROUND)).unwrap().is_empty());
    block_on(repo.keep_typed(rec, ROUND, &calm(3))).unwrap();
    block_on(repo.erase(rec)).unwrap();
    assert!(tablet.rows(Store::Meta).iter().all(|row| !row.key.starts_with("typed/")));
}

#[test]
fn two_tablets_keep_a_batch_each() {
    let (one, other) = (Tablet::new(), Device::new(2));
    (0..5).for_each(|_| one.answers(&calm(3), true));
    one.close();
    let scope = indsats::app::sharing::Scope {
        about: indsats::exchange::About::Everything,
        with_examples: true,
    };
    let file = block_on(one.repo.export(scope, "0.1.0")).unwrap().0;
    other.take(&[&file]);
    for step in [1, 1] {
        block_on(other.repo.add_sheet(one.rec, ROUND, &calm(step))).unwrap();
    }
    assert_eq!(block_on(other.repo.close_round(one.rec, ROUND)).unwrap(), Closed::TooFew(2));
    for step in [1, 1, 1] {
        block_on(other.repo.add_sheet(one.rec, ROUND, &calm(step))).unwrap();
    }
    assert_eq!(block_on(other.repo.close_round(one.rec, ROUND)).unwrap(), Closed::With(5));
    let survey = Survey::read(&other.record(one.rec).unwrap().fields());
    assert_eq!(surveyed(&survey)[0].pupils, 10);
}

/// What a pupil answers, whether they come to the end, and how long they take.
type Pupil = (Vec<Option<u64>>, bool, u64);

fn sheet((steps, _, _): &Pupil) -> Answers {
    let items = ["esi-vidste", "esi-hjaelp", "esi-ro", "esi-sammen", "esi-laerte"];
    let all = items.into_iter().zip(steps);
    all.filter_map(|(item, step)| Some((item.to_owned(), json!((*step)?)))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Each pupil has the same names out of the hat whenever their turn is. Then the very bytes that are stored
    /// are the same whoever came first and however long each took: nothing in them can tell.
    #[test]
    fn what_is_stored_of_answers_cannot_be_ordered_in_time(
        (pupils, turns) in prop::collection::vec(
            (prop::collection::vec(prop::option::of(1_u64..=3), 5), any::<bool>(), 1_u64..90_000),
            5..12,
        ).prop_flat_map(|pupils: Vec<Pupil>| {
            let turns: Vec<usize> = (0..pupils.len()).collect();
            (Just(pupils), Just(turns).prop_shuffle())
        }),
        pauses in prop::collection::vec(1_u64..3_600_000, 12),
    ) {
        let run = |turns: &[usize], paces: &dyn Fn(usize) -> u64| {
            let tablet = Tablet::new();
            for turn in turns {
                tablet.clock.0.set(tablet.clock.0.get() + paces(*turn));
                tablet.hat.0.set(*turn as u64 * 1_000_003);
                tablet.answers(&sheet(&pupils[*turn]), pupils[*turn].1);
            }
            prop_assert!(block_on(tablet.repo.take_from_pupils(CODE)).unwrap());
            let before = tablet.disk.rows();
            let drafts = tablet.rows(Store::Drafts);
            prop_assert!(drafts.iter().all(|row| row.tags.is_empty()));
            tablet.clock.0.set(NOW + 100_000_000_000);
            tablet.hat.0.set(77);
            tablet.close();
            Ok((before, tablet.disk.rows(), block_on(tablet.repo.record(tablet.rec)).unwrap()))
        };
        let in_turn: Vec<usize> = (0..pupils.len()).collect();
        let (before, after, record) = run(&in_turn, &|turn| pupils[turn].2)?;
        let other = run(&turns, &|turn| pauses[turn])?;
        prop_assert_eq!((before, after, record), other);
    }
}
