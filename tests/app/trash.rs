//! Out of sight, back again, or gone for good.

use futures::executor::block_on;
use indsats::domain::record::Kind;

use crate::world::{Device, change, check, swap};

#[test]
fn an_initiative_takes_what_belongs_to_it_along_and_brings_it_back() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let kept = device.observation(initiative, "title=1");
    let thrown_before = device.observation(initiative, "title=2");
    let elsewhere = device.observation(device.initiative("title=J"), "title=3");
    block_on(device.repo.delete(thrown_before)).unwrap();

    device.write(kept, Kind::Observation, "class=5.b");
    let mut gone = block_on(device.repo.delete(initiative)).unwrap();
    gone.sort();
    assert_eq!(gone, [initiative, kept]);
    check(&device, kept, &format!("class=5.b initiative={initiative} title=1 !deleted"));
    check(
        &device,
        elsewhere,
        &device.record(elsewhere).map_or(String::new(), |opened| {
            let title = opened.fields().text("title");
            format!("initiative={} title={title}", opened.fields().text("initiative"))
        }),
    );
    assert_eq!(block_on(device.repo.delete(initiative)).unwrap(), [], "once is enough");

    let mut back = block_on(device.repo.restore(gone.clone())).unwrap();
    back.sort();
    assert_eq!(back, gone);
    check(&device, initiative, "title=I");
    assert_eq!(device.trash(), [thrown_before], "what was there before stays there");
    assert_eq!(block_on(device.repo.restore(gone)).unwrap(), []);
}

#[test]
fn the_trash_shows_the_latest_first() {
    let device = Device::new(1);
    let records: Vec<_> = (0..4).map(|n| device.initiative(&format!("title={n}"))).collect();
    for n in [2, 0, 3, 1] {
        block_on(device.repo.delete(records[n])).unwrap();
    }
    assert_eq!(device.trash(), [1, 3, 0, 2].map(|n: usize| records[n]));
}

#[test]
fn a_draft_that_was_never_left_can_be_deleted_and_restored() {
    let device = Device::new(1);
    let rec = device.repo.new_record();
    device.write(rec, Kind::Initiative, "title=A");
    let gone = block_on(device.repo.delete(rec)).unwrap();
    assert_eq!(gone, [rec]);
    assert_eq!(block_on(device.repo.drafts()).unwrap(), []);
    block_on(device.repo.restore(gone)).unwrap();
    check(&device, rec, "title=A");
}

#[test]
fn what_was_erased_does_not_come_back_and_that_is_said() {
    let (a, b) = (Device::new(1), Device::new(2));
    let (rec, other) = (a.initiative("title=Secret"), a.initiative("title=X"));
    swap(&a, &b);
    let old_file = b.file();
    b.write(rec, Kind::Initiative, "title=Draft");
    block_on(b.repo.erase(rec)).unwrap();
    check(&b, rec, "nothing");
    assert!(!b.disk.rows().iter().any(|(_, row)| row.value.contains("Secret")));
    assert!(!b.file().contains("Secret") && !b.file().contains("Draft"));

    let plan = b.take(&[&old_file]);
    assert_eq!(plan.dropped, [rec].into());
    assert!(plan.is_nothing_new() && plan.known == [other].into());
    check(&b, rec, "nothing");

    // The erasure travels, says what it does, and reaches a working copy as well.
    a.write(rec, Kind::Initiative, "title=Secret2");
    let plan = a.take(&[&b.file()]);
    assert_eq!(plan.erasing, [rec].into());
    assert!(!plan.is_nothing_new());
    check(&a, rec, "nothing");
    assert!(!a.disk.rows().iter().any(|(_, row)| row.value.contains("Secret")));
    assert!(a.take(&[&b.file()]).is_nothing_new());
    assert_eq!(a.known(), b.known());
}

#[test]
fn a_deletion_that_met_writing_asks_and_can_be_called_off() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = a.initiative("title=A");
    swap(&a, &b);
    block_on(a.repo.delete(rec)).unwrap();
    b.put(rec, Kind::Initiative, "title=B");
    swap(&a, &b);
    for device in [&a, &b] {
        check(device, rec, "title=B !contested");
        assert_eq!(block_on(device.repo.conflicts()).unwrap().len(), 1);
        assert_eq!(device.trash(), []);
    }
    block_on(a.repo.keep(rec)).unwrap();
    check(&a, rec, "title=B");
    assert_eq!(block_on(a.repo.conflicts()).unwrap(), []);
    swap(&a, &b);
    check(&b, rec, "title=B");
    assert_eq!(a.known(), b.known());

    // Or meant after all.
    block_on(b.repo.delete(rec)).unwrap();
    swap(&a, &b);
    check(&a, rec, "title=B !deleted");
}

#[test]
fn from_the_trash_an_initiative_comes_back_with_what_went_there_with_it() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let kept = device.observation(initiative, "title=1");
    let thrown_before = device.observation(initiative, "title=2");
    block_on(device.repo.delete(thrown_before)).unwrap();
    block_on(device.repo.delete(initiative)).unwrap();
    let mut back = block_on(device.repo.bring_back(initiative)).unwrap();
    back.sort();
    assert_eq!(back, [initiative, kept]);
    assert_eq!(device.trash(), [thrown_before]);
    assert_eq!(block_on(device.repo.bring_back(thrown_before)).unwrap(), [thrown_before]);
    assert_eq!(block_on(device.repo.bring_back(thrown_before)).unwrap(), []);
}

const DAY: u64 = 24 * 3_600_000;

/// Some days go by, and the app is started on each of them.
fn days_go_by(device: &Device, days: u32) -> u32 {
    let mut emptied = 0;
    for _ in 0..days {
        device.clock.0.set(device.clock.0.get() + DAY);
        emptied += block_on(device.repo.empty_old_trash()).unwrap();
    }
    emptied
}

#[test]
fn the_trash_is_emptied_after_thirty_days() {
    let device = Device::new(1);
    let rec = device.initiative("title=Secret");
    let kept = device.initiative("title=Kept");
    block_on(device.repo.delete(rec)).unwrap();
    assert_eq!(days_go_by(&device, 30), 0);
    assert_eq!(device.trash(), [rec]);

    assert_eq!(days_go_by(&device, 1), 1);
    assert_eq!(device.trash(), []);
    assert!(!device.disk.rows().iter().any(|(_, row)| row.value.contains("Secret")));
    assert!(!device.file().contains("Secret"));
    assert_eq!(device.revisions(rec), 1, "the word that it was deleted stays");
    check(&device, kept, "title=Kept");
    assert_eq!(days_go_by(&device, 40), 0, "once is enough");
}

#[test]
fn what_is_restored_in_time_stays_and_begins_anew() {
    let device = Device::new(1);
    let rec = device.initiative("title=A");
    block_on(device.repo.delete(rec)).unwrap();
    days_go_by(&device, 25);
    block_on(device.repo.bring_back(rec)).unwrap();
    assert_eq!(days_go_by(&device, 40), 0);
    check(&device, rec, "title=A");
    block_on(device.repo.delete(rec)).unwrap();
    assert_eq!(days_go_by(&device, 30), 0);
    assert_eq!(days_go_by(&device, 1), 1);
}

/// A dead battery sets the clock back many years, and the net sets it right again.
#[test]
fn a_clock_that_leaps_empties_nothing() {
    let device = Device::new(1);
    let now = device.clock.0.get();
    device.clock.0.set(1_000_000);
    let rec = device.initiative("title=A");
    block_on(device.repo.delete(rec)).unwrap();
    assert_eq!(days_go_by(&device, 1), 0);
    device.clock.0.set(now);
    assert_eq!(days_go_by(&device, 1), 0);
    device.clock.0.set(5_000);
    assert_eq!(days_go_by(&device, 1), 0);
    assert_eq!(device.trash(), [rec]);
}

#[test]
fn what_another_device_works_on_comes_back_whole() {
    let (a, b) = (Device::new(1), Device::new(2));
    let (rec, untouched) = (a.initiative("title=A"), a.initiative("title=X"));
    swap(&a, &b);
    block_on(a.repo.delete(rec)).unwrap();
    block_on(a.repo.delete(untouched)).unwrap();
    assert_eq!(days_go_by(&a, 31), 2);
    b.put(rec, Kind::Initiative, "class=5.b");

    // Nothing of it is gone on the other device, and a person is asked on both.
    swap(&a, &b);
    for device in [&a, &b] {
        check(device, rec, "class=5.b title=A !contested");
        check(device, untouched, "title=X !deleted");
        assert_eq!(device.trash(), [untouched], "and the other lies in the trash once more");
    }
    assert_eq!(a.known(), b.known());
    assert_eq!(days_go_by(&a, 31), 1);
    check(&a, rec, "class=5.b title=A !contested");
}

#[test]
fn what_is_being_written_is_not_emptied() {
    let device = Device::new(1);
    let rec = device.initiative("title=A");
    let form = device.form(rec, Kind::Initiative);
    block_on(device.repo.delete(rec)).unwrap();
    block_on(device.repo.save_draft(&form, &change("title=B"))).unwrap();
    assert_eq!(days_go_by(&device, 40), 0);
    device.seal(rec).unwrap();
    check(&device, rec, "title=B !contested");
}
