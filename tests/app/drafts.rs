//! What is being written is kept, and becomes a revision only where it says something new.

use futures::FutureExt;
use futures::executor::block_on;
use indsats::app::store::AppError;
use indsats::domain::record::Kind;

use crate::world::{Device, check, swap};

const KIND: Kind = Kind::Initiative;

#[test]
fn new_and_edit_take_one_road() {
    let device = Device::new(1);
    let rec = device.repo.new_record();
    let form = device.form(rec, KIND);
    device.save(&form, "title=A").unwrap();
    device.save(&form, "title=AB class=5.b").unwrap();
    let drafts = block_on(device.repo.drafts()).unwrap();
    assert_eq!((drafts.len(), drafts[0].sealed), (1, false));
    assert_eq!(drafts[0].fields.text("title"), "AB");
    check(&device, rec, "nothing");

    let first = device.seal(rec).unwrap();
    check(&device, rec, "class=5.b title=AB");
    let form = device.form(rec, KIND);
    assert_eq!(form.parents, [first]);
    device.save(&form, "title=ABC").unwrap();
    check(&device, rec, "class=5.b title=ABC +draft");
    assert!(block_on(device.repo.drafts()).unwrap()[0].sealed);
    device.seal(rec).unwrap();
    check(&device, rec, "class=5.b title=ABC");
    assert_eq!(device.revisions(rec), 2);
}

#[test]
fn sealing_twice_makes_one_revision() {
    let device = Device::new(1);
    let rec = device.repo.new_record();
    assert!(device.put(rec, KIND, "title=A").is_some());
    assert_eq!(device.seal(rec), None);
    assert_eq!(device.revisions(rec), 1);
}

#[test]
fn what_changes_nothing_makes_no_revision() {
    let device = Device::new(1);
    let rec = device.initiative("title=A");
    for words in ["", "title=A", "class", "title=B class=5.b"] {
        device.write(rec, KIND, words);
        // Written and taken back before the form was left.
        device.write(rec, KIND, if words.contains('B') { "title=A class" } else { "" });
        assert_eq!(device.seal(rec), None, "{words}");
    }
    assert_eq!(device.revisions(rec), 1);
    assert_eq!(block_on(device.repo.drafts()).unwrap(), []);

    let untouched = device.repo.new_record();
    device.write(untouched, KIND, "title=A");
    device.write(untouched, KIND, "title");
    assert_eq!(device.seal(untouched), None);
    check(&device, untouched, "nothing");
}

#[test]
fn two_tabs_that_write_in_different_fields_lose_nothing() {
    let one = Device::new(1);
    let two = one.tab();
    let rec = one.initiative("title=A");
    let forms = (one.form(rec, KIND), two.form(rec, KIND));
    one.save(&forms.0, "title=B").unwrap();
    two.save(&forms.1, "class=5.b").unwrap();
    one.save(&forms.0, "title=BC").unwrap();
    check(&two, rec, "class=5.b title=BC +draft");
    one.seal(rec).unwrap();
    assert_eq!(two.seal(rec), None);
    check(&one, rec, "class=5.b title=BC");

    // A tab that was left open goes on from what it saw, and nothing of either is lost.
    two.save(&forms.1, "subject=dansk").unwrap();
    two.seal(rec).unwrap();
    check(&one, rec, "class=5.b subject=dansk title=BC");
}

#[test]
fn what_comes_in_under_an_open_form_is_not_overruled_by_it() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = a.initiative("title=A class=5.b");
    swap(&a, &b);
    b.put(rec, KIND, "title=B subject=dansk");

    let form = a.form(rec, KIND);
    a.save(&form, "title=AA").unwrap();
    a.take(&[&b.file()]);
    check(&a, rec, "class=5.b subject=dansk title=AA +draft");
    a.save(&form, "title=AAA").unwrap();
    a.seal(rec).unwrap();
    check(&a, rec, "class=5.b subject=dansk title=[AAA|B]");
}

#[test]
fn drafts_come_latest_first_and_can_be_thrown_away_and_back() {
    let device = Device::new(1);
    let [one, two] = [device.repo.new_record(), device.repo.new_record()];
    device.write(one, KIND, "title=1");
    device.write(two, KIND, "title=2");
    device.write(one, KIND, "class=5.b");
    let found = block_on(device.repo.drafts()).unwrap();
    assert_eq!(found.iter().map(|found| found.draft.target.rec).collect::<Vec<_>>(), [one, two]);

    let thrown = block_on(device.repo.discard_draft(one)).unwrap().unwrap();
    assert_eq!(block_on(device.repo.drafts()).unwrap().len(), 1);
    assert_eq!(block_on(device.repo.discard_draft(one)).unwrap(), None);
    block_on(device.repo.save_draft(&thrown.target, &thrown.change)).unwrap();
    device.seal(one).unwrap();
    check(&device, one, "class=5.b title=1");
}

/// A form may be open in one tab while the record is erased in another.
#[test]
fn what_was_erased_takes_no_draft_and_stops_nothing_else() {
    let one = Device::new(1);
    let two = one.tab();
    let rec = one.initiative("title=A");
    let form = two.form(rec, KIND);
    two.save(&form, "title=B").unwrap();
    block_on(one.repo.erase(rec)).unwrap();
    assert_eq!(two.save(&form, "title=BC"), Err(AppError::NoRecord(rec)));
    assert_eq!(two.seal(rec), None);
    let other = one.initiative("title=X");
    assert!(one.file().contains(&other.to_string()), "a file can still be made");
    check(&one, rec, "nothing");
}

#[test]
fn a_record_deleted_under_an_open_form_comes_back_with_what_was_written() {
    let one = Device::new(1);
    let two = one.tab();
    let rec = one.initiative("title=A");
    let form = two.form(rec, KIND);
    block_on(one.repo.delete(rec)).unwrap();
    two.save(&form, "title=B").unwrap();
    two.seal(rec).unwrap();
    check(&one, rec, "title=B !contested");
}

#[test]
fn what_is_sealed_while_it_is_opened_elsewhere_is_found() {
    let device = Device::new(1);
    let rec = device.repo.new_record();
    device.write(rec, KIND, "title=A");
    let page = device.tab();
    device.disk.meanwhile(1, move || {
        let sealed = page.repo.seal(rec).now_or_never().expect("memory answers at once");
        assert!(sealed.unwrap().is_some());
    });
    let (target, fields) = block_on(device.repo.edit(rec, KIND)).unwrap().expect("it is here");
    assert_eq!(fields.text("title"), "A");
    assert_eq!(target.parents.len(), 1);
}
