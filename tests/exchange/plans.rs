//! What would happen is worked out before it does, and counted right.

use indsats::exchange::{Incoming, Plan, plan, read};
use indsats::ledger::{Revision, RevisionSet};
use serde_json::json;

use crate::world::{forged, incoming, record, revision, sample, set};

/// Compares a plan with a line such as `new 1 2, changed 3, conflicts 3:title, +4`.
#[track_caller]
fn check(here: &RevisionSet, files: &[&RevisionSet], expected: &str) {
    let files: Vec<Incoming> = files.iter().map(|set| incoming(set)).collect();
    let shown = plan(here, &files, false);
    assert_eq!(line(&shown), expected);
    // Neither the order of the files nor a file that comes twice makes a difference.
    let mut other: Vec<Incoming> = files.iter().rev().cloned().collect();
    assert_eq!(plan(here, &other, false), shown);
    other.extend(files.clone());
    assert_eq!(plan(here, &other, false), shown);
    // And once it is done there is nothing left to do.
    assert!(plan(&shown.after, &files, false).is_nothing_new());
}

fn line(plan: &Plan) -> String {
    let number = |rec| (0..=u8::MAX).find(|&n| record(n) == rec).unwrap().to_string();
    let groups = [
        ("new", &plan.new),
        ("changed", &plan.changed),
        ("known", &plan.known),
        ("erasing", &plan.erasing),
        ("dropped", &plan.dropped),
    ];
    let mut words = Vec::new();
    for (name, records) in groups {
        if !records.is_empty() {
            let numbers: Vec<_> = records.iter().map(|rec| number(*rec)).collect();
            words.push(format!("{name} {}", numbers.join(" ")));
        }
    }
    for (rec, paths) in &plan.conflicts {
        words.push(format!("conflict {}:{}", number(*rec), paths.join("+")));
    }
    words.push(format!("+{}", plan.revisions));
    assert_eq!(plan.is_nothing_new(), plan.additions.is_empty());
    words.join(", ")
}

fn history() -> [Revision; 4] {
    let first = revision(1, &[], 0, "title=A");
    let mine = revision(1, &[&first], 1, "title=B");
    let theirs = revision(1, &[&first], 2, "title=C class=5.b");
    let chosen = revision(1, &[&mine, &theirs], 3, "title=C");
    [first, mine, theirs, chosen]
}

#[test]
fn every_record_is_counted_where_it_belongs() {
    let [first, mine, theirs, chosen] = &history();
    let other = &revision(2, &[], 0, "title=X");
    let nothing = &RevisionSet::default();
    check(nothing, &[], "+0");
    check(nothing, &[nothing], "+0");
    check(nothing, &[&set([first], &[])], "new 1, +1");
    check(&set([first], &[]), &[&set([first], &[])], "known 1, +0");
    check(&set([first], &[]), &[&set([first, mine], &[])], "changed 1, +1");
    check(&set([first, mine], &[]), &[&set([first], &[])], "known 1, +0");
    check(&set([first], &[]), &[&set([first, mine, other], &[])], "new 2, changed 1, +2");
    check(nothing, &[&set([first, mine], &[]), &set([first, other], &[])], "new 1 2, +3");

    // Both have written, and someone has chosen already.
    let file = &set([first, theirs], &[]);
    check(&set([first, mine], &[]), &[file], "changed 1, conflict 1:title, +1");
    check(nothing, &[&set([first, mine], &[]), file], "new 1, conflict 1:title, +3");
    check(&set([first, mine], &[]), &[&set([first, mine, theirs, chosen], &[])], "changed 1, +2");
    let asked = &set([first, mine, theirs], &[]);
    check(asked, &[asked], "known 1, +0");
    check(asked, &[&set([chosen], &[])], "changed 1, +1");
}

#[test]
fn what_is_erased_is_told_apart() {
    let [first, mine, ..] = &history();
    let other = &revision(2, &[], 0, "title=X");
    let nothing = &RevisionSet::default();
    check(&set([first, other], &[]), &[&set([other], &[1])], "known 2, erasing 1, +0");
    check(&set([other], &[1]), &[&set([first, mine], &[])], "dropped 1, +0");
    check(&set([], &[1]), &[&set([], &[1])], "+0");
    check(nothing, &[&set([other], &[1])], "new 2, +1");
    // One file has it, and another says that it is to be gone.
    check(nothing, &[&set([first], &[]), &set([], &[1])], "+0");
    check(&set([first], &[]), &[&set([mine], &[]), &set([], &[1])], "erasing 1, +0");
}

#[test]
fn what_is_wrong_with_files_is_counted_once_for_each_entry() {
    let json = forged(|json| {
        json["revisions"][0]["body"]["author"] = json!("XX");
        json["revisions"][1] = json!("x");
    });
    let bad = read(json.to_string().as_bytes()).unwrap();
    let good = incoming(&sample());
    let here = RevisionSet::default();
    let shown = plan(&here, &[bad.clone(), good], false);
    assert_eq!((shown.altered, shown.unreadable, shown.revisions), (1, 1, 6));
    assert!(shown.whole, "every file is as it was made");

    // The same file twice has no more wrong with it.
    let twice = plan(&here, &[bad.clone(), bad.clone()], false);
    assert_eq!((twice.altered, twice.unreadable), (1, 1));

    // Taken once, there is nothing new about it.
    let taken = plan(&here, std::slice::from_ref(&bad), true);
    assert_eq!(taken.revisions, 5);
    assert!(plan(&taken.after, &[bad], true).is_nothing_new());
}
