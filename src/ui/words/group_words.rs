//! What small groups are put together from, in words.

use crate::domain::initiative::{Group, GroupWords};
use crate::ui::shell::{App, now};

/// What is said of a base, by its id.
pub fn basis_name(app: App, id: &str) -> String {
    match id {
        "samme-niveau" => now!(app, groups.same_level),
        "blandet-niveau" => now!(app, groups.mixed_level),
        "samme-behov" => now!(app, groups.same_need),
        "relationer" => now!(app, groups.relations),
        "egne-valg" => now!(app, groups.own_choice),
        id => id.to_owned(),
    }
}

/// What a group is called.
pub fn name(app: App, group: &Group) -> String {
    match group.words(GroupWords::Name).trim() {
        "" => now!(app, groups.untitled),
        name => name.to_owned(),
    }
}
