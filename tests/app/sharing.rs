//! Files between devices, seen from the outside.

use futures::executor::block_on;
use indsats::app::store::AppError;
use indsats::domain::record::Kind;
use indsats::domain::text::Lang;
use indsats::exchange::About;
use indsats::ledger::{RecordId, Revision, canonical};
use serde_json::{Value, json};

use crate::world::{Device, NOW, check, swap};

const KIND: Kind = Kind::Initiative;

/// A revision as another program, or a newer version, would write it.
pub fn foreign(kind: &str, schema: u32, set: Value) -> Value {
    let letter = kind.bytes().last().unwrap_or_default();
    let body = json!({
        "rec": RecordId::new(NOW, [letter; 10]).to_string(), "type": kind, "schema": schema,
        "parents": [], "at": { "wall": NOW, "count": 0 }, "device": "ab".repeat(16),
        "author": "EX", "set": set, "unset": [], "mood": { "z": 1, "a": [null] },
    });
    let revision = Revision::adopt(&body).unwrap();
    json!({ "rev": revision.id().to_string(), "body": body })
}

/// A file with something done to it, and with a check that fits again.
pub fn altered_file(text: &str, alter: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    alter(&mut file);
    file.as_object_mut().unwrap().remove("check");
    let check = indsats::ledger::RevisionId::of(&canonical(&file).unwrap());
    file["check"] = json!(check.to_string());
    file.to_string()
}

/// The issue's own story.
#[test]
fn two_change_the_same_field_and_are_asked_and_agree() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = a.initiative("title=A class=5.b");
    let (_, first) = swap(&a, &b);
    assert_eq!((first.new, first.revisions), ([rec].into(), 1));
    assert!(b.take(&[&a.file()]).is_nothing_new(), "fetched again");

    a.put(rec, KIND, "title=Mette");
    b.after(&a);
    b.put(rec, KIND, "title=Jonas subject=dansk");
    let (at_a, at_b) = swap(&a, &b);
    for plan in [at_a, at_b] {
        assert_eq!(plan.conflicts, [(rec, vec!["title".to_owned()])].into());
        assert_eq!(plan.changed, [rec].into());
    }
    for device in [&a, &b] {
        check(device, rec, "class=5.b subject=dansk title=[Jonas|Mette]");
        assert_eq!(block_on(device.repo.conflicts()).unwrap()[0].conflicts, 1);
    }
    let conflict = a.record(rec).unwrap().conflicts.remove(0);
    let who: Vec<_> = conflict.claims.iter().map(|claim| claim.author.as_str()).collect();
    assert_eq!(who, ["P2", "P1"]);

    block_on(a.repo.resolve(rec, &conflict.path, &conflict.claims[1])).unwrap();
    check(&a, rec, "class=5.b subject=dansk title=Mette");
    assert!(a.file().contains("Jonas"), "what was not chosen stays in the history");
    let (_, at_b) = swap(&a, &b);
    assert!(at_b.conflicts.is_empty());
    check(&b, rec, "class=5.b subject=dansk title=Mette");
    assert_eq!(block_on(b.repo.conflicts()).unwrap(), []);
    assert_eq!(a.known(), b.known(), "byte for byte");
}

#[test]
fn the_value_that_is_shown_can_be_chosen_and_so_can_nothing() {
    for (chosen, expected) in [("-", "class=5.b"), ("B", "class=5.b title=B")] {
        let (a, b) = (Device::new(1), Device::new(2));
        let rec = a.initiative("title=A class=5.b");
        swap(&a, &b);
        a.put(rec, KIND, "title");
        b.after(&a);
        b.put(rec, KIND, "title=B");
        swap(&a, &b);
        check(&a, rec, "class=5.b title=[B|-]");
        let conflict = a.record(rec).unwrap().conflicts.remove(0);
        let claims = &conflict.claims;
        let claim = claims.iter().find(|claim| claim.value.is_none() == (chosen == "-")).unwrap();
        block_on(a.repo.resolve(rec, &conflict.path, claim)).unwrap();
        check(&a, rec, expected);
        swap(&a, &b);
        check(&b, rec, expected);
        assert_eq!(a.known(), b.known());
    }
}

#[test]
fn what_was_being_written_survives_the_choice() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = a.initiative("title=A");
    swap(&a, &b);
    a.put(rec, KIND, "title=Mette");
    b.after(&a);
    b.put(rec, KIND, "title=Jonas");
    swap(&a, &b);
    a.write(rec, KIND, "subject=dansk");
    let conflict = a.record(rec).unwrap().conflicts.remove(0);
    block_on(a.repo.resolve(rec, &conflict.path, &conflict.claims[0])).unwrap();
    check(&a, rec, "subject=dansk title=Jonas");
}

#[test]
fn three_files_at_once_in_any_order_and_twice() {
    let devices: Vec<_> = (1..=3).map(Device::new).collect();
    let rec = devices[0].initiative("title=A");
    let start = devices[0].file();
    for device in &devices[1..] {
        device.take(&[&start]);
    }
    for (n, device) in devices.iter().enumerate() {
        device.put(rec, KIND, &format!("title={n} p{n}=x"));
        device.initiative(&format!("title=own{n}"));
    }
    let files: Vec<String> = devices.iter().map(Device::file).collect();
    let [a, b, c] = [0, 1, 2].map(|n: usize| files[n].as_str());
    let results = [vec![a, b, c], vec![c, a, b, c], vec![b, b, c, a]].map(|order| {
        let fresh = Device::new(9);
        let plan = fresh.take(&order);
        assert_eq!((plan.new.len(), plan.revisions), (4, 7));
        fresh.known()
    });
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
}

#[test]
fn one_initiative_leaves_without_the_others() {
    let device = Device::new(1);
    let (a, b) = (device.initiative("title=A"), device.initiative("title=B"));
    device.observation(a, "title=OA");
    device.observation(b, "title=OB");
    let thrown = device.observation(a, "title=OT");
    block_on(device.repo.delete(thrown)).unwrap();
    let file = device.export(About::Initiative(a), false);
    let other = Device::new(2);
    let plan = other.take(&[&file]);
    assert_eq!(plan.new.len(), 3);
    assert!(!file.contains("OB") && !file.contains(&b.to_string()));
    assert_eq!(other.trash(), [thrown]);
}

#[test]
fn the_example_is_marked_leaves_and_comes_back_and_is_never_sent_unasked() {
    let device = Device::new(1);
    let own = device.initiative("title=Own");
    let repo = &device.repo;
    assert!(!block_on(repo.has_example()).unwrap());
    block_on(repo.add_example(Lang::Da)).unwrap();
    assert!(block_on(repo.has_example()).unwrap());
    let made_up: Vec<Value> = {
        let file: Value = serde_json::from_str(&device.export(About::Everything, true)).unwrap();
        file["records"].as_array().unwrap().clone()
    };
    assert_eq!(made_up.len(), 16);
    for record in &made_up {
        let marked = record["values"]["example"] == json!(true);
        assert_eq!(marked, record["rec"] != json!(own.to_string()));
    }
    let file: Value = serde_json::from_str(&device.file()).unwrap();
    assert_eq!(file["records"].as_array().unwrap().len(), 1);

    let gone = block_on(repo.remove_example()).unwrap();
    assert_eq!(gone.len(), 15);
    assert!(!block_on(repo.has_example()).unwrap());
    assert_eq!(block_on(repo.remove_example()).unwrap(), []);
    check(&device, own, "title=Own");
    block_on(repo.restore(gone)).unwrap();
    assert!(block_on(repo.has_example()).unwrap());
    block_on(repo.remove_example()).unwrap();
    block_on(repo.add_example(Lang::En)).unwrap();
    assert!(block_on(repo.has_example()).unwrap());
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_only_shown() {
    let device = Device::new(1);
    let table =
        [foreign("hologram", 1, json!({ "x": 1 })), foreign("initiative", 99, json!({ "x": 1 }))];
    for pair in table {
        let rec: RecordId = pair["body"]["rec"].as_str().unwrap().parse().unwrap();
        let file = altered_file(&device.file(), |file| {
            file["revisions"].as_array_mut().unwrap().push(pair.clone());
        });
        device.take(&[&file]);
        check(&device, rec, "x=1 !read-only");
        assert!(device.file().contains(&canonical(&pair["body"]).unwrap()), "byte for byte");

        let claim = {
            let opened = device.record(rec).unwrap();
            assert_eq!(opened.conflicts, []);
            indsats::ledger::Claim {
                value: Some(json!(2)),
                rev: opened.heads[0],
                at: indsats::ledger::Stamp { wall: NOW, count: 0 },
                device: "ab".repeat(16).parse().unwrap(),
                author: String::new(),
            }
        };
        let refused = block_on(device.repo.resolve(rec, &"x".to_owned(), &claim));
        assert_eq!(refused, Err(AppError::ReadOnly(rec)));
        check(&device, rec, "x=1 !read-only");
        // It can still be put away.
        block_on(device.repo.delete(rec)).unwrap();
        check(&device, rec, "x=1 !deleted !read-only");
    }
}

#[test]
fn the_backup_counts_what_came_since() {
    let device = Device::new(1);
    let since = || block_on(device.repo.backup()).unwrap().since;
    assert_eq!(block_on(device.repo.backup()).unwrap().made, None);
    let (one, two) = (device.initiative("title=1"), device.initiative("title=2"));
    block_on(device.repo.add_example(Lang::Da)).unwrap();
    assert_eq!(since(), 2, "the example needs no backup");
    device.file();
    block_on(device.repo.set_backed_up()).unwrap();
    assert!(block_on(device.repo.backup()).unwrap().made.is_some());
    assert_eq!(since(), 0);

    let gone = block_on(device.repo.remove_example()).unwrap();
    assert_eq!(since(), 0, "nor does what becomes of it");
    gone.into_iter().for_each(|rec| block_on(device.repo.erase(rec)).unwrap());
    block_on(device.repo.add_example(Lang::En)).unwrap();
    assert_eq!(since(), 0);

    device.put(one, KIND, "title=1b");
    assert_eq!(since(), 1);
    // What is erased does not stand in for what is new.
    block_on(device.repo.erase(two)).unwrap();
    assert_eq!(since(), 1);
}

/// A file is made before it is handed over; what is written in between is not in it.
#[test]
fn what_is_written_after_the_file_was_made_is_not_backed_up() {
    let device = Device::new(1);
    device.initiative("title=1");
    device.file();
    device.tab().initiative("title=2");
    block_on(device.repo.set_backed_up()).unwrap();
    assert_eq!(block_on(device.repo.backup()).unwrap().since, 1);
}

/// A form on something of an initiative that a newer version wrote opens all the same, and so does one of an
/// initiative that is still being written.
#[test]
fn what_belongs_to_an_initiative_opens_whatever_can_be_done_with_that() {
    let device = Device::new(1);
    let pair = foreign("initiative", 9, json!({ "title": "A", "pupils/E01": true }));
    let of: RecordId = pair["body"]["rec"].as_str().unwrap().parse().unwrap();
    let file = altered_file(&device.file(), |file| {
        file["revisions"].as_array_mut().unwrap().push(pair.clone());
    });
    device.take(&[&file]);
    let rec = device.repo.new_record();
    let new = block_on(device.repo.edit_in(rec, Kind::Measurement, Some(of))).unwrap();
    assert!(new.0.is_none());
    assert_eq!(new.1.unwrap().text("title"), "A");
    device.put(rec, Kind::Measurement, &format!("title=M initiative={of}"));
    let other = device.initiative("title=B");
    let known = block_on(device.repo.edit_in(rec, Kind::Measurement, Some(other))).unwrap();
    assert_eq!(known.0.unwrap().1.text("title"), "M");
    assert_eq!(known.1.unwrap().text("title"), "A", "its own, whatever is asked");

    let begun = device.repo.new_record();
    device.save(&device.form(begun, KIND), "title=C").unwrap();
    let new = device.repo.new_record();
    let new = block_on(device.repo.edit_in(new, Kind::Measurement, Some(begun))).unwrap();
    assert_eq!(new.1.unwrap().text("title"), "C");
}
