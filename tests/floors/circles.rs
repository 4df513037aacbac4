//! No file imports a file that imports it, however far round: a circle can only be read, tested and moved as
//! one piece.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, Module};

/// The circles that there are. A row goes when its circle is cut, and none is added.
const CIRCLES: &[&str] = &[
    "app/initiative/goals app/initiative/goals/answered",
    "domain/forms/template/reference domain/record/fields",
    "domain/forms/template_draft domain/forms/template_draft/publish",
    "domain/measurement/instrument domain/measurement/instrument_parse",
    "domain/voices/collaboration_content domain/voices/survey_content",
    "ledger/error ledger/id",
    "platform/database platform/durable",
    "ui/dom/content ui/dom/live",
    "ui/shell/state ui/shell/texts ui/words/errors",
];

#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = House::read();
    let found = circles(&house.imports());
    let new: Vec<_> = found.iter().filter(|it| !CIRCLES.contains(&it.as_str())).collect();
    assert!(new.is_empty(), "new circles:\n{new:#?}");
    let cut: Vec<_> = CIRCLES.iter().filter(|it| !found.iter().any(|found| found == *it)).collect();
    assert!(cut.is_empty(), "these are cut and can leave the list:\n{cut:#?}");
}

/// The files of each circle, with a space between them.
fn circles(imports: &BTreeMap<&Module, BTreeSet<&Module>>) -> Vec<String> {
    let reach: BTreeMap<_, _> =
        imports.keys().map(|from| (*from, reached(imports, from))).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (from, to) in &reach {
        if !seen.contains(from) && to.contains(from) {
            let both = |it: &&&Module| reach.get(**it).is_some_and(|back| back.contains(from));
            let circle: Vec<_> = to.iter().filter(both).collect();
            seen.extend(circle.iter().map(|it| **it));
            found.push(circle.iter().map(|it| it.join("/")).collect::<Vec<_>>().join(" "));
        }
    }
    found
}

/// Everything that a file imports, and what that imports.
fn reached<'a>(
    imports: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
    from: &'a Module,
) -> BTreeSet<&'a Module> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(from) = open.pop() {
        for to in imports.get(from).into_iter().flatten() {
            if found.insert(*to) {
                open.push(to);
            }
        }
    }
    found
}

#[test]
fn the_rule_of_the_circles_can_fail() {
    let circles_of = |files: &[(&str, &str)]| {
        let mut house = House::default();
        files.iter().for_each(|(path, text)| house.add(path, text));
        circles(&house.imports())
    };
    let round = [
        ("app/mod.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B;"),
        ("app/a.rs", "use super::B; pub struct A;"),
        ("app/b.rs", "pub struct B(super::c::C);"),
        ("app/c.rs", "pub type C = Box<crate::app::A>;"),
    ];
    assert_eq!(circles_of(&round), ["app/a app/b app/c"]);
    let straight = [
        ("app/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
        ("app/a.rs", "use super::B; pub struct A;"),
        ("app/b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::app::A; }"),
    ];
    assert_eq!(circles_of(&straight), [""; 0]);
}
