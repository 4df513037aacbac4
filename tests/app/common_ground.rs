//! Two devices that write what the team has in common at the same time.

use futures::executor::block_on;
use indsats::domain::initiative::answers::Becomes;
use indsats::domain::initiative::{Initiative, Listed};
use indsats::domain::record::{Kind, Record as _, difference};
use indsats::ledger::RecordId;

use crate::world::{Device, swap};

/// Changes the initiative on one device, as its form does.
fn changes(device: &Device, rec: RecordId, change: impl FnOnce(&mut Initiative)) {
    let before = Initiative::read(&device.record(rec).unwrap().fields());
    let mut after = before.clone();
    change(&mut after);
    let form = device.form(rec, Kind::Initiative);
    block_on(device.repo.save_draft(&form, &difference(&before, &after))).unwrap();
    device.seal(rec);
}

fn seen(device: &Device, rec: RecordId) -> Initiative {
    let opened = device.record(rec).unwrap();
    assert!(opened.conflicts.is_empty(), "nobody is asked to choose");
    Initiative::read(&opened.fields())
}

#[test]
fn lists_that_two_devices_add_to_hold_what_both_added() {
    let (anna, bo) = (Device::new(1), Device::new(2));
    let rec = anna.initiative("title=x questions/aq-pl-forandringer=svar");
    changes(&anna, rec, |it| it.set_listed_name(Listed::Material, "gammelt", "Bøger"));
    swap(&anna, &bo);
    for list in [Listed::Material, Listed::Resource, Listed::Point] {
        for (device, id, name) in [(&anna, "a", "Brikker"), (&bo, "b", "Kort")] {
            changes(device, rec, |it| {
                it.add_listed(list, id);
                it.set_listed_name(list, id, name);
            });
        }
    }
    // One renames what the other ticks; both make a goal of the same answer.
    changes(&anna, rec, |it| {
        it.set_listed_name(Listed::Material, "gammelt", "Læsebøger");
        it.make_of_answer("aq-pl-forandringer", Becomes::Goal, "g1");
    });
    changes(&bo, rec, |it| {
        it.set_done(&Listed::Material.place("gammelt"), true);
        it.make_of_answer("aq-pl-forandringer", Becomes::Goal, "g2");
    });
    swap(&anna, &bo);
    for device in [&anna, &bo] {
        let it = seen(device, rec);
        assert_eq!(it.listed(Listed::Material), ["a", "b", "gammelt"]);
        assert_eq!(it.listed(Listed::Resource), ["a", "b"]);
        assert_eq!(it.listed(Listed::Point), ["a", "b"]);
        assert_eq!(it.listed_name(Listed::Material, "gammelt"), "Læsebøger");
        assert!(it.is_done(&Listed::Material.place("gammelt")));
        assert_eq!(it.goals().len(), 2);
    }
}

#[test]
fn what_one_removes_while_another_ticks_it_stays_away() {
    let (anna, bo) = (Device::new(1), Device::new(2));
    let rec = anna.initiative("title=x");
    changes(&anna, rec, |it| it.set_listed_name(Listed::Material, "m", "Kort"));
    swap(&anna, &bo);
    changes(&anna, rec, |it| {
        it.take_listed(Listed::Material, "m");
    });
    changes(&bo, rec, |it| it.set_done(&Listed::Material.place("m"), true));
    swap(&anna, &bo);
    for device in [&anna, &bo] {
        assert!(seen(device, rec).listed(Listed::Material).is_empty());
    }
}
