//! Finding observations: what is in memory is what is in the store, whoever wrote it.

use futures::executor::block_on;
use indsats::app::store::{Filter, Names, Query};
use indsats::domain::built_in::Content;
use indsats::domain::record::Kind;
use indsats::domain::text::Lang;

use crate::world::{Device, swap};

fn ask(asked: &[(Filter, &str)]) -> Query {
    let mut query = Query::default();
    asked.iter().for_each(|(filter, text)| query.set(*filter, (*text).to_owned()));
    query
}

/// The classes of what is found, and how many there are in all.
fn found(device: &Device, asked: &[(Filter, &str)], limit: usize) -> (Vec<String>, usize) {
    let names = Names::new(&Content::built_in(), Lang::Da);
    let found = block_on(device.repo.find(&ask(asked), &names, limit)).unwrap();
    (found.items.into_iter().map(|it| it.class).collect(), found.total)
}

#[track_caller]
fn check(device: &Device, asked: &[(Filter, &str)], expected: &[&str]) {
    let (classes, total) = found(device, asked, 100);
    assert_eq!(
        (classes.iter().map(String::as_str).collect::<Vec<_>>(), total),
        (expected.into(), expected.len())
    );
}

#[test]
fn what_is_written_removed_and_restored_is_found_as_it_is() {
    let one = Device::new(1);
    let two = one.tab();
    let initiative = one.initiative("title=Æblehaven");
    let word = [(Filter::Words, "båd")];
    check(&one, &word, &[]);
    check(&two, &word, &[]);
    let a = one.observation(initiative, "class=5.b day=2026-11-01 texts/t=Båden");
    let b = one.observation(initiative, "class=6.b day=2026-11-02 texts/t=Båden");
    check(&one, &word, &["6.b", "5.b"]);
    check(&two, &word, &["6.b", "5.b"]);
    check(&two, &[(Filter::Words, "aeblehave")], &["6.b", "5.b"]);

    one.put(a, Kind::Observation, "class=7.b");
    let gone = block_on(one.repo.delete(b)).unwrap();
    check(&two, &word, &["7.b"]);
    block_on(two.repo.restore(gone)).unwrap();
    check(&one, &word, &["6.b", "7.b"]);
    block_on(one.repo.erase(b)).unwrap();
    check(&two, &word, &["7.b"]);
    check(&one, &[], &["7.b"]);
}

#[test]
fn more_is_written_than_the_note_of_it_holds() {
    let one = Device::new(1);
    let two = one.tab();
    let initiative = one.initiative("title=I");
    check(&two, &[(Filter::Draft, "ja")], &[]);
    for n in 0..40 {
        one.observation(initiative, &format!("class={n} day=2026-11-02"));
    }
    assert_eq!(found(&two, &[(Filter::Draft, "ja")], 10).1, 40);
    assert_eq!(found(&two, &[], 10).1, 40);
    assert_eq!(found(&two, &[], 10).0.len(), 10);
    assert_eq!(found(&two, &[], 10), found(&two, &[(Filter::Draft, "ja")], 10), "one order");
    let other = Device::new(2);
    swap(&one, &other);
    assert_eq!(found(&other, &[(Filter::Draft, "ja")], 5).1, 40);
}

/// More than is read at a time, while another tab writes.
#[test]
fn hundreds_are_found() {
    let one = Device::new(1);
    let initiative = one.initiative("title=I");
    for n in 0..260 {
        one.observation(initiative, &format!("class={} day=2026-11-{:02}", n % 7, 1 + n % 28));
    }
    assert_eq!(found(&one, &[(Filter::Class, "3")], 100).1, 37);
    let choosable = block_on(one.repo.choosable()).unwrap();
    assert_eq!(choosable.classes, ["0", "1", "2", "3", "4", "5", "6"]);
}

#[test]
fn what_was_begun_and_never_left_is_found_first() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    device.observation(initiative, "class=5.b day=2026-11-20");
    let rec = device.repo.new_record();
    device.write(
        rec,
        Kind::Observation,
        &format!("initiative={initiative} class=6.b day=2026-01-01"),
    );
    for asked in [&[][..], &[(Filter::Initiative, initiative.to_string().as_str())]] {
        check(&device, asked, &["6.b", "5.b"]);
    }
    device.seal(rec);
    check(&device, &[], &["5.b", "6.b"]);
}
