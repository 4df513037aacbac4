//! The archive: what a person reads, and the bundle in it, whatever anybody wrote.

use indsats::exchange::{
    Archive, ArchivePart, ArchiveSheet, BundleError, archive_name, read, write_archive,
};
use proptest::prelude::*;

use crate::world::{file, revision, sample, set};

const BAD: [&str; 6] = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "<!--",
    "<script type=\"application/json\" id=\"indsats-data\">{}",
    "&lt;b&gt; 'Æ' \u{2028}",
];

fn archive(words: &str) -> Archive {
    let part = ArchivePart { title: words.into(), lines: vec![words.into()] };
    let sheet = ArchiveSheet {
        title: words.into(),
        facts: vec![(words.into(), words.into())],
        parts: vec![part],
    };
    Archive {
        title: words.into(),
        intro: vec![words.into()],
        sheets: vec![sheet],
        about_data: words.into(),
        ..Archive::default()
    }
}

/// Every tag that stands in a page outside of the data.
fn tags(page: &str) -> Vec<String> {
    let shown = page.split("<script type=\"application/json\"").next().unwrap();
    let tags = shown.split('<').skip(1).map(|it| it.split('>').next().unwrap().to_owned());
    tags.collect()
}

#[test]
fn the_bundle_in_it_is_read_as_it_was_written() {
    let text = write_archive(&archive("Æblegrød"), &file(&sample()));
    assert_eq!(read(text.as_bytes()), read(file(&sample()).as_bytes()));
    assert!(read(text.as_bytes()).unwrap().whole, "its check still fits");
    let marked = format!("\u{feff}\n{text}");
    assert!(read(marked.as_bytes()).unwrap().whole, "an editor may have put a mark before it");
    assert!(text.contains("<html lang=\"da\">") && text.contains("<h1>Æblegrød</h1>"));
}

#[test]
fn what_anybody_wrote_stays_text_and_runs_nothing() {
    let plain = tags(&write_archive(&archive("x"), "{}"));
    for bad in BAD {
        let evil = revision(1, &[], 0, "");
        let named = revision(1, &[&evil], 1, &format!("title={}", bad.replace(' ', "\u{a0}")));
        let bundle = file(&set([&evil, &named], &[]));
        let text = write_archive(&archive(bad), &bundle);
        assert_eq!(tags(&text), plain, "{bad}");
        assert_eq!(text.matches("</script>").count(), 1, "{bad}");
        assert_eq!(text.matches("<script").count(), 1, "{bad}");
        assert_eq!(read(text.as_bytes()), read(bundle.as_bytes()), "{bad}");
    }
    let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    assert!(write_archive(&Archive::default(), "{}").contains(policy));
}

#[test]
fn an_archive_that_was_cut_off_or_is_none_is_refused_whole() {
    let text = write_archive(&archive("x"), &file(&sample()));
    let cut = text.find("\"revisions\"").unwrap();
    assert_eq!(read(&text.as_bytes()[..cut]), Err(BundleError::CutOff));
    for other in ["<!doctype html><p>E04", "<html></html>", "<!DOCTYPE html>"] {
        assert_eq!(read(other.as_bytes()), Err(BundleError::NotOurs), "{other}");
    }
    let changed = text.replace("title", "titel");
    assert!(!read(changed.as_bytes()).is_ok_and(|it| it.whole), "what was changed is said");
}

#[test]
fn its_name_says_the_year_and_nothing_of_people() {
    let name = archive_name(2026, "2027-06-21".parse().unwrap());
    assert_eq!(name, "indsats-arkiv-2026-2027-06-21.html");
}

proptest! {
    #[test]
    fn no_words_add_a_tag(words in "[<>&\"'/!a-c =\\-\u{0}]{0,40}") {
        let page = write_archive(&archive(&words), "{}");
        prop_assert_eq!(tags(&page), tags(&write_archive(&archive("x"), "{}")));
    }
}
