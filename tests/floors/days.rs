//! No test knows what day it is. A story has a day of its own (`whole_app/harness/wall_clock.rs`), a native test is
//! given one, and nothing in `tests/` asks the machine.

use crate::sources::each_file;

/// Where a page is asked what its clock says, and given another: the harness alone, and what proves it.
const CLOCK: [&str; 4] = [
    "whole_app/harness/wall_clock.rs",
    "whole_app/harness/wall_clock.js",
    "whole_app/self_test/mod.rs",
    "whole_app/self_test/page.js",
];

/// This file, which has the forbidden words in it.
const THIS: &str = "floors/days.rs";

/// Ways to ask the machine for the time: of Rust, of `chrono`, of `js-sys`, and of a page.
const ASKING: [&str; 5] = ["::now()", "SystemTime", "Date::new_0", "Date.now(", "new Date()"];

/// Finds in a line what asks the machine for the time.
fn asks(line: &str) -> Option<&'static str> {
    ASKING.into_iter().find(|word| line.contains(word))
}

#[test]
fn no_test_asks_the_machine_what_day_it_is() {
    let mut found = Vec::new();
    each_file("tests", &["rs", "js"], |name, text| {
        if name == THIS || CLOCK.contains(&name) {
            return;
        }
        for (n, line) in text.lines().enumerate() {
            if let Some(word) = asks(line) {
                found.push(format!("tests/{name}:{}: {word} in {}", n + 1, line.trim()));
            }
        }
    });
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A browser that the stage did not hand out would have the machine's day.
#[test]
fn every_browser_of_a_story_comes_from_its_stage() {
    let mut found = Vec::new();
    each_file("tests", &["rs", "js"], |name, text| {
        if name != THIS && name != "whole_app/harness/story.rs" && text.contains("Browser::start(")
        {
            found.push(name.to_owned());
        }
    });
    assert!(found.is_empty(), "only a stage starts browsers: {found:?}");
}

#[test]
fn what_asks_is_seen() {
    for line in [
        "let start = Instant::now();",
        "SystemTime::now()",
        "let day = chrono::Local::now();",
        "js_sys::Date::now()",
        "\"return Date.now()\"",
        "let at = new Date();",
    ] {
        assert!(asks(line).is_some(), "{line}");
    }
    for line in ["device.repo.now()", "sleep(BETWEEN_LOOKS)", "new Date(arguments[0])", "now!(app)"]
    {
        assert_eq!(asks(line), None, "{line}");
    }
}
