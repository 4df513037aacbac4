//! A room is one folder on each floor. It may use the rooms below all others, and imports no other room of its
//! floor; and no folder holds more files than one can look through.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, Module};
use crate::sources::each_source;

/// The floors that have rooms, with those that all others of the floor may use.
const FLOORS: [(&str, &[&str]); 3] = [
    ("domain", &["record", "calendar", "forms", "text"]),
    ("app", &["store"]),
    ("ui", &["dom", "kit", "words", "paper", "shell"]),
];

/// Which room imports which other all the same. A row goes when nothing needs it, and none is added.
const NEIGHBOURS: &[(&str, &str, &str)] = &[
    ("domain", "initiative", "plan"),
    ("domain", "year", "initiative"),
    ("domain", "year", "measurement"),
    ("domain", "year", "plan"),
    ("domain", "year", "voices"),
    ("app", "initiative", "agreement"),
    ("app", "initiative", "measurement"),
    ("app", "initiative", "plan"),
    ("app", "initiative", "voices"),
    ("app", "sharing", "initiative"),
    ("app", "sharing", "plan"),
    ("app", "year", "agreement"),
    ("app", "year", "plan"),
    ("ui", "agreement", "observation"),
    ("ui", "forms", "observation"),
    ("ui", "home", "year"),
    ("ui", "initiative", "agreement"),
    ("ui", "initiative", "measurement"),
    ("ui", "initiative", "plan"),
    ("ui", "initiative", "voices"),
    ("ui", "plan", "voices"),
];

/// More files than this in one folder, beside its `mod.rs`, and nobody looks through them.
const FILES: usize = 20;

/// The kit's components are many and alike.
const FULL: [&str; 1] = ["ui/kit"];

#[test]
fn no_room_imports_another_room() {
    let house = House::read();
    let (found, wrong) = neighbours(&house.imports());
    assert!(wrong.is_empty(), "{wrong:#?}");
    let known: BTreeSet<_> = NEIGHBOURS.iter().copied().collect();
    let row =
        |(floor, from, to): &(String, String, String)| (floor.clone(), from.clone(), to.clone());
    let new: Vec<_> = found
        .iter()
        .filter(|(it, _)| !known.contains(&(it.0.as_str(), it.1.as_str(), it.2.as_str())))
        .map(|(it, files)| (row(it), files))
        .collect();
    assert!(new.is_empty(), "new neighbours:\n{new:#?}");
    let is_found = |(floor, from, to): &&(&str, &str, &str)| {
        found.contains_key(&((*floor).to_owned(), (*from).to_owned(), (*to).to_owned()))
    };
    let gone: Vec<_> = NEIGHBOURS.iter().filter(|it| !is_found(it)).collect();
    assert!(gone.is_empty(), "these are needed no more and can leave the list:\n{gone:#?}");
}

/// Which room of a floor imports which other, and through which files.
type Neighbours = BTreeMap<(String, String, String), Vec<String>>;

/// The neighbours, and every import of a file that stands directly on a floor: it puts rooms together, so no
/// room may know it.
fn neighbours(imports: &BTreeMap<&Module, BTreeSet<&Module>>) -> (Neighbours, Vec<String>) {
    let mut found = Neighbours::new();
    let mut wrong = Vec::new();
    for (from, to) in imports.iter().flat_map(|(from, to)| to.iter().map(move |to| (*from, *to))) {
        let floor = FLOORS.iter().find(|(floor, _)| from[0] == *floor && to[0] == *floor);
        // What has no room puts rooms together.
        let (Some((floor, below)), [_, room, _, ..]) = (floor, &from[..]) else { continue };
        let files = format!("{} -> {}", from.join("/"), to.join("/"));
        match &to[..] {
            [_, other, _, ..] => {
                if room != other && !below.contains(&other.as_str()) {
                    let row = ((*floor).to_owned(), room.clone(), other.clone());
                    found.entry(row).or_default().push(files);
                }
            }
            _ => wrong.push(files),
        }
    }
    (found, wrong)
}

#[test]
fn no_folder_is_too_full() {
    let mut files: BTreeMap<String, usize> = BTreeMap::new();
    each_source(|path, _| {
        if let Some((folder, _)) = path.rsplit_once('/').filter(|(_, name)| *name != "mod.rs") {
            *files.entry(folder.to_owned()).or_default() += 1;
        }
    });
    files.retain(|folder, count| *count > FILES && !FULL.contains(&folder.as_str()));
    assert!(files.is_empty(), "{files:#?}");
}

#[test]
fn the_rule_of_the_rooms_can_fail() {
    let rooms = |files: &[(&str, &str)]| {
        let mut house = House::default();
        files.iter().for_each(|(path, text)| house.add(path, text));
        let (found, wrong) = neighbours(&house.imports());
        let found = found.into_keys().map(|(_, from, to)| format!("{from} {to}"));
        (found.collect::<Vec<_>>(), wrong)
    };
    let files = [
        ("ui/mod.rs", "mod kit; mod plan; mod home; mod pages;"),
        ("ui/kit/mod.rs", "pub mod button;"),
        ("ui/kit/button.rs", "pub fn button() { crate::ui::plan::week::week() }"),
        ("ui/plan/mod.rs", "pub mod week; pub use week::week;"),
        ("ui/plan/week.rs", "use crate::ui::kit::button::button; pub fn week() {}"),
        ("ui/home/today.rs", "use crate::ui::plan::week; use crate::ui::pages::page;"),
        ("ui/pages.rs", "use crate::ui::plan::week; pub fn page() {}"),
    ];
    let (found, wrong) = rooms(&files);
    assert_eq!(found, ["home plan", "kit plan"]);
    assert_eq!(wrong, ["ui/home/today -> ui/pages"]);
}
