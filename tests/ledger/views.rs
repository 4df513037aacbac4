//! What a record is after a few known events.

use indsats::ledger::{Body, Change, DeviceId, Revision, RevisionSet, Stamp, View};
use serde_json::{Value, json};

use crate::world::{NOW, record};

/// Writes `path = value` (or empties it) after `parents`, at `minute` past the hour.
fn write(parents: &[&Revision], minute: u64, path: &str, value: Option<Value>) -> Revision {
    let mut change = Change::default();
    match value {
        Some(value) => drop(change.set.insert(path.into(), value)),
        None => drop(change.unset.insert(path.into())),
    }
    seal(parents, minute, change, false)
}

fn delete(parents: &[&Revision], minute: u64) -> Revision {
    seal(parents, minute, Change::default(), true)
}

fn seal(parents: &[&Revision], minute: u64, change: Change, deleted: bool) -> Revision {
    Revision::write(Body {
        rec: record(1),
        kind: "observation".into(),
        schema: 1,
        parents: parents.iter().map(|parent| parent.id()).collect(),
        at: Stamp { wall: NOW + minute * 60_000, count: 0 },
        device: DeviceId::new([9; 16]),
        author: "MK".into(),
        change,
        deleted,
    })
    .unwrap()
}

fn view(revisions: &[&Revision]) -> View {
    let set: RevisionSet = revisions.iter().map(|&revision| revision.clone()).collect();
    set.view(record(1)).unwrap()
}

fn claims(view: &View, path: &str) -> Vec<Option<Value>> {
    view.fields[path].claims().map(|claim| claim.value.clone()).collect()
}

#[test]
fn a_later_value_replaces_the_one_it_knew() {
    let first = write(&[], 0, "title", Some(json!("A")));
    // The second writer's clock is an hour behind: the parents decide, not the clock.
    let second = write(&[&first], 0, "title", Some(json!("B")));
    let view = view(&[&first, &second]);
    assert_eq!(claims(&view, "title"), [Some(json!("B"))]);
    assert_eq!(view.heads, [second.id()].into());
}

#[test]
fn two_who_did_not_know_of_each_other_are_both_kept() {
    let first = write(&[], 0, "title", Some(json!("A")));
    let mette = write(&[&first], 1, "title", Some(json!("Mette")));
    let jonas = write(&[&first], 2, "title", Some(json!("Jonas")));
    let both = view(&[&first, &mette, &jonas]);
    assert_eq!(claims(&both, "title"), [Some(json!("Jonas")), Some(json!("Mette"))]);
    assert_eq!(both.heads.len(), 2);

    // Writing elsewhere in the record, even knowing both, does not choose for them.
    let other = write(&[&mette, &jonas], 3, "class", Some(json!("5.b")));
    let still = view(&[&first, &mette, &jonas, &other]);
    assert!(still.fields["title"].is_conflict());
    assert_eq!(still.heads, [other.id()].into());

    // Choosing is an ordinary revision after all heads.
    let chosen = write(&[&other], 4, "title", Some(json!("Mette")));
    let solved = view(&[&first, &mette, &jonas, &other, &chosen]);
    assert_eq!(claims(&solved, "title"), [Some(json!("Mette"))]);
    assert_eq!(solved.conflicts().count(), 0);
}

#[test]
fn the_same_answer_twice_is_no_conflict() {
    let first = write(&[], 0, "title", Some(json!("A")));
    let mette = write(&[&first], 1, "title", Some(json!("Same")));
    let jonas = write(&[&first], 2, "title", Some(json!("Same")));
    assert_eq!(claims(&view(&[&first, &mette, &jonas]), "title"), [Some(json!("Same"))]);
}

#[test]
fn emptying_a_field_can_also_be_disputed() {
    let first = write(&[], 0, "title", Some(json!("A")));
    let emptied = write(&[&first], 2, "title", None);
    let edited = write(&[&first], 1, "title", Some(json!("B")));
    let both = view(&[&first, &emptied, &edited]);
    assert_eq!(claims(&both, "title"), [None, Some(json!("B"))]);
    assert_eq!(both.get("title"), None);
    assert_eq!(view(&[&first, &emptied]).values().len(), 0);
}

#[test]
fn writing_wins_over_a_deletion_that_did_not_know_it() {
    let first = write(&[], 0, "title", Some(json!("A")));
    let gone = delete(&[&first], 5);
    assert!(view(&[&first, &gone]).deleted);

    let edited = write(&[&first], 1, "title", Some(json!("B")));
    let both = view(&[&first, &gone, &edited]);
    assert!(!both.deleted && both.contested);

    let twice = delete(&[&first], 6);
    assert!(view(&[&first, &gone, &twice]).deleted, "two deletions agree");

    let restored = seal(&[&gone], 7, Change::default(), false);
    let back = view(&[&first, &gone, &restored]);
    assert!(!back.deleted && !back.contested);
    assert_eq!(back.get("title"), Some(&json!("A")));
}

#[test]
fn a_parent_that_is_not_here_is_said_and_costs_nothing() {
    let first = write(&[], 0, "title", Some(json!("A")));
    let second = write(&[&first], 1, "title", Some(json!("B")));
    let third = write(&[&second], 2, "title", Some(json!("C")));
    let without = view(&[&first, &third]);
    assert_eq!(without.missing, [second.id()].into());
    assert_eq!(claims(&without, "title"), [Some(json!("C")), Some(json!("A"))]);
    assert_eq!(claims(&view(&[&third, &second, &first]), "title"), [Some(json!("C"))]);
}

#[test]
fn ten_thousand_revisions_of_one_record_are_a_matter_of_course() {
    let mut chain = vec![write(&[], 0, "title", Some(json!(0)))];
    for n in 1..10_000_u64 {
        let parent = chain[chain.len() - 1].clone();
        chain.push(write(&[&parent], n, "title", Some(json!(n))));
    }
    let view = View::of(&chain).unwrap();
    assert_eq!(view.get("title"), Some(&json!(9_999)));
}
