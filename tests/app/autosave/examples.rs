//! Each promise of a form by name, with an example.

use futures::executor::block_on;
use indsats::app::store::{GATHER_MS, RETRY_MS, Saving};
use serde_json::json;

use super::stage::{Open, Stage};
use crate::world::check;

/// Types `path=text` into a page; `path` alone takes away what is there.
fn types(open: &Open, words: &str) {
    for word in words.split_whitespace() {
        let (path, text) =
            word.split_once('=').map_or((word, None), |(path, text)| (path, Some(text)));
        open.put(path, text.map(|text| json!(text)), true);
    }
}

/// What was said of saving, in short.
fn said(open: &Open) -> String {
    let short = |saving: &Saving| match saving {
        Saving::Idle => "idle",
        Saving::Underway => "underway",
        Saving::Saved(_) => "saved",
        Saving::Failed(_) => "failed",
    };
    open.page.said.borrow().iter().map(short).collect::<Vec<_>>().join(" ")
}

const GATHER: u64 = GATHER_MS as u64;
const RETRY: u64 = RETRY_MS as u64;

#[test]
fn changes_are_gathered_from_the_first_on_and_saved_in_one() {
    let mut stage = Stage::new("").slow(&[(10, 0)], 0);
    let page = stage.open(0, "");
    for text in ["title=A", "title=AB", "title=ABC"] {
        types(&page, text);
        stage.wait(50);
    }
    assert_eq!((page.page.writes.get(), said(&page).as_str()), (1, "underway saved"));
    assert_eq!(stage.now(), GATHER + 30);
    assert_eq!(stage.stored().text("title"), "ABC");
}

#[test]
fn saved_is_said_when_it_is_committed_and_not_before() {
    let mut stage = Stage::new("").slow(&[(1_000, 500)], 0);
    let page = stage.open(0, "");
    types(&page, "title=A");
    // How long to wait, what was said then, and what is in the store.
    let table = [
        (GATHER - 1, "underway", ""),
        (1_000, "underway", ""),
        (1, "underway", "A"),
        (499, "underway", "A"),
        (1, "underway saved", "A"),
    ];
    for (ms, words, stored) in table {
        stage.wait(ms);
        assert_eq!((said(&page).as_str(), stage.stored().text("title").as_str()), (words, stored));
    }
}

#[test]
fn what_is_written_during_a_save_is_saved_after_it() {
    let mut stage = Stage::new("").slow(&[(1_000, 0)], 0);
    let page = stage.open(0, "");
    types(&page, "title=A");
    stage.wait(600);
    types(&page, "title=AB");
    stage.wait(GATHER + 1_000 - 600);
    assert_eq!((said(&page).as_str(), stage.stored().text("title").as_str()), ("underway", "A"));
    stage.rest();
    assert_eq!(
        (said(&page).as_str(), stage.stored().text("title").as_str()),
        ("underway saved", "AB")
    );
    assert_eq!(page.page.writes.get(), 2);
}

#[test]
fn what_is_refused_stays_on_the_screen_and_is_tried_again() {
    let mut stage = Stage::new("title=A");
    let page = stage.open(0, "");
    stage.full(true);
    types(&page, "title=AB");
    stage.wait(GATHER + 1);
    assert_eq!((said(&page).as_str(), page.text("title").as_str()), ("underway failed", "AB"));
    stage.wait(RETRY + 1);
    assert_eq!((said(&page).as_str(), page.page.writes.get()), ("underway failed failed", 2));
    assert_eq!(stage.stored().text("title"), "A");
    stage.full(false);
    stage.wait(RETRY + 1);
    assert_eq!(said(&page), "underway failed failed saved");
    assert_eq!(stage.stored().text("title"), "AB");
}

#[test]
fn the_next_key_does_not_wait_for_the_next_try() {
    let mut stage = Stage::new("");
    let page = stage.open(0, "");
    stage.full(true);
    types(&page, "title=A");
    stage.wait(GATHER + 1);
    stage.full(false);
    types(&page, "class=5.b");
    stage.wait(GATHER + 1);
    assert_eq!(said(&page), "underway failed underway saved");
    assert_eq!(
        (stage.stored().text("title"), stage.stored().text("class")),
        ("A".into(), "5.b".into())
    );
}

#[test]
fn what_is_typed_and_taken_back_is_not_saved() {
    let mut stage = Stage::new("title=A");
    let page = stage.open(0, "");
    types(&page, "title=AB title=A class=5.b class");
    stage.rest();
    assert_eq!((said(&page).as_str(), page.page.writes.get()), ("underway idle", 0));
}

#[test]
fn a_page_that_does_not_know_what_changed_is_read() {
    let mut stage = Stage::new("title=A class=5.b");
    let page = stage.open(0, "");
    page.put("title", Some(json!("B")), false);
    page.put("class", None, false);
    stage.rest();
    page.put("subject", Some(json!("dansk")), false);
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "subject=dansk title=B");
}

#[test]
fn what_was_filled_in_is_saved_with_the_first_change() {
    let mut stage = Stage::new("");
    let page = stage.open(0, "title=begun");
    types(&page, "class=5.b");
    stage.rest();
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "class=5.b title=begun");
}

#[test]
fn leaving_makes_one_revision() {
    // What is typed, how long until the page is left, and how many things are asked of the store in all.
    let table =
        [("title=A", 0), ("title=A", GATHER + 5), ("title=A", GATHER + 500), ("title=A", 5_000)];
    for (words, ms) in table {
        let mut stage = Stage::new("").slow(&[(100, 100)], 0);
        let page = stage.open(0, "");
        types(&page, words);
        stage.wait(ms);
        types(&page, "class=5.b");
        page.leave();
        stage.rest();
        check(&stage.device, stage.rec, "class=5.b title=A");
        assert_eq!(stage.device.revisions(stage.rec), 1, "left after {ms} ms");
    }
}

#[test]
fn leaving_without_writing_seals_what_was_begun_before() {
    let mut stage = Stage::new("title=A");
    stage.device.write(stage.rec, super::stage::KIND, "title=B");
    let page = stage.open(0, "");
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "title=B");
}

#[test]
fn what_was_refused_when_the_page_was_left_is_in_the_working_copy_as_soon_as_there_is_room() {
    let mut stage = Stage::new("title=A");
    let page = stage.open(0, "");
    types(&page, "title=B");
    stage.full(true);
    page.leave();
    stage.wait(10_000);
    check(&stage.device, stage.rec, "title=A");
    stage.rest();
    assert_eq!(stage.stored().text("title"), "B");
}

#[test]
fn finishing_says_whether_it_was_possible_and_one_goes_on_from_there() {
    let mut stage = Stage::new("");
    let page = stage.open(0, "");
    types(&page, "title=A");
    stage.full(true);
    let sealing = page.seal();
    assert!(!stage.done(sealing));
    stage.full(false);
    let sealing = page.seal();
    assert!(stage.done(sealing));
    types(&page, "title=AB");
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "title=AB");
    assert_eq!(stage.device.revisions(stage.rec), 2);
}

#[test]
fn out_of_sight_it_is_saved_at_once_and_only_where_somebody_wrote() {
    let mut stage = Stage::new("");
    let page = stage.open(0, "title=begun");
    let hiding = page.flush();
    assert!(stage.done(hiding));
    assert_eq!(page.page.writes.get(), 0);
    types(&page, "class=5.b");
    let hiding = page.flush();
    assert!(stage.done(hiding));
    assert!(stage.now() < GATHER);
    assert_eq!(stage.stored().text("class"), "5.b");
}

#[test]
fn another_tab_is_shown_and_overrules_nothing_that_is_being_typed() {
    let mut stage = Stage::new("title=A class=5.a").slow(&[], 5);
    let (one, two) = (stage.open(0, ""), stage.open(1, ""));
    types(&one, "title=B class=5.b");
    stage.wait(GATHER - 10);
    types(&two, "class=5.c");
    stage.wait(30);
    assert_eq!((two.text("title"), two.text("class")), ("B".into(), "5.c".into()));
    stage.rest();
    assert_eq!((one.text("title"), one.text("class")), ("B".into(), "5.c".into()));
    one.leave();
    two.leave();
    stage.rest();
    check(&stage.device, stage.rec, "class=5.c title=B");
}

#[test]
fn what_another_tab_sealed_is_followed_and_not_disputed() {
    let mut stage = Stage::new("title=A");
    let (one, two) = (stage.open(0, ""), stage.open(1, ""));
    types(&one, "title=B");
    one.leave();
    stage.rest();
    types(&two, "title=C");
    two.leave();
    stage.rest();
    check(&stage.device, stage.rec, "title=C");
    assert_eq!(block_on(stage.device.repo.drafts()).unwrap(), []);
}

#[test]
fn however_much_is_written_on_a_full_disk_one_try_waits_and_not_hundreds() {
    let mut stage = Stage::new("");
    let page = stage.open(0, "");
    stage.full(true);
    for n in 0..400 {
        types(&page, &format!("title={n}"));
        stage.wait(GATHER + 30);
    }
    let before = page.page.writes.get();
    stage.wait(20 * RETRY);
    let tries = page.page.writes.get() - before;
    assert!((19..=21).contains(&tries), "{tries} tries in a minute");
    stage.rest();
    assert_eq!(stage.stored().text("title"), "399");
}

#[test]
fn what_is_written_while_it_is_being_finished_is_not_in_dispute_with_it() {
    let mut stage = Stage::new("title=A").slow(&[(400, 0)], 0);
    let page = stage.open(0, "");
    types(&page, "title=AB");
    stage.wait(1_000);
    stage.begin(page.seal());
    stage.wait(300);
    types(&page, "title=ABC");
    stage.rest();
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "title=ABC");
    assert_eq!(stage.device.revisions(stage.rec), 3);
}

#[test]
fn what_was_only_filled_in_overrules_nothing_that_was_written_elsewhere() {
    let mut stage = Stage::new("");
    let (one, two) = (stage.open(0, "title=begun"), stage.open(1, "title=begun"));
    types(&one, "title=A");
    stage.rest();
    assert_eq!(two.text("title"), "A");
    types(&two, "class=5.b");
    stage.rest();
    two.leave();
    one.leave();
    stage.rest();
    check(&stage.device, stage.rec, "class=5.b title=A");
}

#[test]
fn a_page_that_is_opened_again_goes_on_with_what_was_refused_on_the_one_before() {
    let mut stage = Stage::new("title=A");
    let page = stage.open(0, "");
    stage.full(true);
    types(&page, "title=AB subject=dansk");
    page.leave();
    stage.wait(1_000);
    let again = stage.open(0, "");
    stage.wait(20);
    assert_eq!((again.text("title"), again.text("subject")), ("AB".into(), "dansk".into()));
    types(&again, "title=ABC");
    stage.full(false);
    stage.wait(GATHER + 20);
    assert!(matches!(again.page.status(), Saving::Saved(_)));
    stage.wait(3 * RETRY);
    assert_eq!(stage.stored().text("title"), "ABC");
    again.leave();
    stage.rest();
    check(&stage.device, stage.rec, "subject=dansk title=ABC");
}

#[test]
fn a_page_that_is_opened_again_before_the_one_before_is_sealed_follows_it() {
    for ms in (0..2_000).step_by(100) {
        let mut stage = Stage::new("title=A").slow(&[(300, 100)], 0);
        let page = stage.open(0, "");
        types(&page, "title=AB");
        page.leave();
        stage.wait(ms);
        let again = stage.open(0, "");
        stage.wait(5);
        types(&again, "class=5.b");
        stage.rest();
        types(&again, "title=ABC");
        again.leave();
        stage.rest();
        check(&stage.device, stage.rec, "class=5.b title=ABC");
    }
}

#[test]
fn what_is_taken_away_while_it_is_being_saved_does_not_come_back_when_the_page_is_left() {
    let mut stage = Stage::new("title=A").slow(&[(1, 200)], 0);
    let page = stage.open(0, "");
    page.put("class", Some(json!("5.b")), false);
    stage.wait(GATHER + 50);
    page.put("class", None, false);
    page.leave();
    stage.rest();
    check(&stage.device, stage.rec, "title=A");
}
