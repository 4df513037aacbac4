//! The places of what a team has in common in the words people have for them.

use crate::ui::shell::{App, now};

/// What people call the place where a value stands; `None` for places of other things.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let (list, rest) = path.split_once('/').unwrap_or((path, ""));
    Some(match (list, rest.split_once('/').map(|(_, part)| part)) {
        ("stand", _) => now!(app, ground.stand),
        ("materials", Some("who")) => now!(app, ground.brings),
        ("materials", Some("done")) => now!(app, ground.got),
        ("materials", _) => now!(app, ground.material),
        ("resources", Some("helps")) => now!(app, ground.helps),
        ("resources", _) => now!(app, ground.resource),
        ("points", _) => now!(app, ground.point),
        _ => return None,
    })
}

/// That something is on a list is said by its name.
pub fn is_silent(path: &str) -> bool {
    ["materials/", "resources/", "points/"].iter().any(|list| path.starts_with(list))
        && path.ends_with("/made")
}
