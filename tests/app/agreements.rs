//! An agreement on several devices: everybody says yes on their own, and nobody's yes is lost.

use futures::executor::block_on;
use indsats::app::agreement::{is_observed, waiting};
use indsats::domain::agreement::{Agreement, Consent, Side, Stage, Term};
use indsats::domain::calendar::iso;
use indsats::domain::record::{Fields, Kind, Record, difference};
use indsats::ledger::RecordId;
use proptest::prelude::*;

use crate::world::{Device, swap};

fn whole(initiative: RecordId, day: &str) -> Agreement {
    let mut it = Agreement::default();
    it.set_initiative(Some(initiative));
    it.set_side(Side::Observed, "AL SO");
    it.set_side(Side::Observer, "KA");
    it.set_term(Term::Focus, "Fagord");
    it.set_term(Term::LookFor, "Hvem forklarer?");
    it.set_term(Term::OwnQuestion, "Hvad nu?");
    it.set_day(iso::day(day));
    it.set_talk_day(iso::day(day));
    it
}

/// Puts an agreement on a device and gives its name.
fn made(device: &Device, agreement: &Agreement) -> RecordId {
    let rec = device.repo.new_record();
    changed(device, rec, |it| *it = agreement.clone());
    rec
}

/// Changes the agreement on a device, as its page does, and leaves it.
fn changed(device: &Device, rec: RecordId, change: impl FnOnce(&mut Agreement)) {
    let before = agreement(device, rec);
    let mut after = before.clone();
    change(&mut after);
    let target = device.form(rec, Kind::Agreement);
    block_on(device.repo.save_draft(&target, &difference(&before, &after))).unwrap();
    device.seal(rec);
}

fn agreement(device: &Device, rec: RecordId) -> Agreement {
    let fields = device.record(rec).map_or_else(Fields::default, |opened| opened.fields());
    Agreement::read(&fields)
}

fn says_yes(device: &Device, rec: RecordId, who: &str) {
    let (id, at) = (device.repo.new_part(), device.repo.now());
    changed(device, rec, |it| it.confirm(who, &id, at));
}

#[test]
fn each_says_yes_on_a_device_of_their_own() {
    let (karin, ali) = (Device::new(1), Device::new(2));
    let rec = made(&karin, &whole(karin.initiative("title=I"), "2026-11-24"));
    swap(&karin, &ali);
    // At once, and Ali even on both.
    says_yes(&karin, rec, "KA");
    says_yes(&karin, rec, "AL");
    says_yes(&ali, rec, "AL");
    says_yes(&ali, rec, "SO");
    swap(&karin, &ali);
    for device in [&karin, &ali] {
        assert!(device.record(rec).unwrap().conflicts.is_empty());
        assert_eq!(agreement(device, rec).stage(false), Stage::Agreed);
    }
}

#[test]
fn a_yes_to_what_another_has_changed_is_a_yes_to_something_else() {
    let (karin, ali) = (Device::new(1), Device::new(2));
    let rec = made(&karin, &whole(karin.initiative("title=I"), "2026-11-24"));
    swap(&karin, &ali);
    says_yes(&ali, rec, "AL");
    changed(&karin, rec, |it| it.set_class("7.c"));
    says_yes(&karin, rec, "KA");
    swap(&karin, &ali);
    let it = agreement(&ali, rec);
    assert!(matches!(it.consent("AL"), Consent::Outdated(_)), "he has not read 7.c");
    assert!(matches!(it.consent("KA"), Consent::Given(_)));
    assert_eq!(it.waits_for(), ["AL", "SO"]);
}

proptest! {
    /// Whatever is done on two devices, in the end both say the same of everybody, and whoever counts
    /// as agreed has said yes to exactly what stands there.
    #[test]
    fn nobody_agrees_to_what_they_have_not_seen(
        events in prop::collection::vec((0..2usize, 0..5u8), 0..24),
    ) {
        let devices = [Device::new(1), Device::new(2)];
        let initiative = devices[0].initiative("title=I");
        let rec = made(&devices[0], &whole(initiative, "2026-11-24"));
        swap(&devices[0], &devices[1]);
        let mut said = Vec::new();
        for (device, what) in events {
            let device = &devices[device];
            match what {
                0..=2 => {
                    let who = ["AL", "SO", "KA"][usize::from(what)];
                    said.push((who, agreement(device, rec).digest()));
                    says_yes(device, rec, who);
                }
                3 => changed(device, rec, |it| {
                    let class = if it.class() == "7.c" { "7.b" } else { "7.c" };
                    it.set_class(class);
                }),
                _ => drop(swap(&devices[0], &devices[1])),
            }
        }
        swap(&devices[0], &devices[1]);
        let it = agreement(&devices[0], rec);
        prop_assert_eq!(&it, &agreement(&devices[1], rec));
        for who in it.parties() {
            let to_this = said.iter().any(|(by, to)| *by == who && *to == it.digest());
            prop_assert_eq!(matches!(it.consent(&who), Consent::Given(_)), to_this);
            let ever = said.iter().any(|(by, _)| *by == who);
            prop_assert_eq!(it.consent(&who) == Consent::Waits, !ever);
        }
    }
}

#[test]
fn what_was_begun_from_an_agreement_is_found_again() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I to=2026-12-18");
    let far = made(&device, &whole(initiative, "2026-12-01"));
    let near = made(&device, &whole(initiative, "2026-11-24"));
    let today = iso::day("2026-11-23").unwrap();
    let waits = |device: &Device| {
        let agreed = block_on(device.repo.agreements(Some(initiative))).unwrap();
        waiting(agreed, today).iter().map(|it| it.summary.rec).collect::<Vec<_>>()
    };
    assert_eq!(waits(&device), [near, far], "the nearest day first");

    let observation = device.observation(initiative, &format!("agreement={near}"));
    assert_eq!(waits(&device), [far]);
    let begun = block_on(device.repo.begun_from(near)).unwrap();
    assert_eq!(begun.iter().map(|it| it.rec).collect::<Vec<_>>(), [observation]);
    assert!(!is_observed(&begun));
    device.put(observation, Kind::Observation, "finished:1");
    assert!(is_observed(&block_on(device.repo.begun_from(near)).unwrap()));

    changed(&device, near, |it| it.set_term(Term::Erase, "indsats-slut"));
    let due = |device: &Device, day: &str| {
        let agreed = block_on(device.repo.agreements(None)).unwrap();
        let due = agreed.iter().filter(|it| it.notes_are_due(iso::day(day).unwrap()));
        due.map(|it| it.summary.rec).collect::<Vec<_>>()
    };
    assert_eq!(due(&device, "2026-12-18"), []);
    assert_eq!(due(&device, "2026-12-19"), [near]);
    let removed = block_on(device.repo.delete(observation)).unwrap();
    assert_eq!(due(&device, "2026-12-19"), [], "they are in the trash");
    block_on(device.repo.restore(removed)).unwrap();
    assert_eq!(due(&device, "2026-12-19"), [near]);
}
