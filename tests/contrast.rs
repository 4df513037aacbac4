//! The colours of `style/tokens.css`, measured: text at least 4.5:1 and the edges of controls at
//! least 3:1 on every ground they stand on, in both themes (WCAG 2.1, 1.4.3 and 1.4.11).

#![allow(clippy::expect_used)] // a token file that cannot be read is a failed test

use std::collections::BTreeMap;

type Theme = BTreeMap<String, String>;

const CSS: &str = include_str!("../style/tokens.css");

/// Text and icons, and the grounds they are set on.
const TEXT: &[(&str, &[&str])] = &[
    ("ink", &["paper", "surface", "sunken", "accent-soft", "warning-soft", "loss-soft"]),
    ("ink-soft", &["paper", "surface", "sunken", "accent-soft", "warning-soft"]),
    ("accent", &["paper", "surface", "sunken", "accent-soft"]),
    ("accent-strong", &["paper", "surface", "accent-soft"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("loss", &["paper", "surface", "loss-soft"]),
    ("on-loss", &["loss"]),
    ("warning", &["paper", "surface", "warning-soft"]),
    ("seed", &["paper", "surface", "seed-soft"]),
    ("leaf", &["paper", "surface", "leaf-soft"]),
    ("root", &["paper", "surface", "root-soft"]),
    // A message lies on ink with paper's colour for its words.
    ("paper", &["ink"]),
];

/// Edges of controls and the ring of focus.
const EDGES: &[(&str, &[&str])] = &[
    ("edge", &["paper", "surface", "sunken", "accent-soft", "warning-soft"]),
    ("focus", &["paper", "surface", "sunken", "accent-soft", "warning-soft", "loss-soft"]),
    ("loss", &["paper", "surface"]),
];

/// The custom properties of the block that opens with `selector`.
fn block(selector: &str) -> Theme {
    let start = CSS.find(selector).expect("the block is there") + selector.len();
    let end = start + CSS[start..].find('}').expect("the block ends");
    CSS[start..end]
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';'))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn light() -> Theme {
    block("\n:root {")
}

fn dark() -> Theme {
    block(":root[data-theme=\"dark\"] {")
}

/// Relative luminance, as WCAG defines it.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a hex colour"));
        let value = value / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn ratio(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn too_weak(theme: &Theme, pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let mut weak = Vec::new();
    for (front, grounds) in pairs {
        for ground in *grounds {
            let found = ratio(&theme[*front], &theme[*ground]);
            if found < least {
                weak.push(format!("{front} on {ground}: {found:.2}"));
            }
        }
    }
    weak
}

#[test]
fn text_can_be_read() {
    for theme in [light(), dark()] {
        assert_eq!(too_weak(&theme, TEXT, 4.5), Vec::<String>::new());
    }
}

#[test]
fn edges_can_be_seen() {
    for theme in [light(), dark()] {
        assert_eq!(too_weak(&theme, EDGES, 3.0), Vec::<String>::new());
    }
}

#[test]
fn the_system_and_the_person_get_the_same_dark() {
    assert_eq!(block(":root:not([data-theme=\"light\"]) {"), dark());
}

#[test]
fn dark_changes_every_colour() {
    let (light, dark) = (light(), dark());
    for (name, value) in &light {
        if value.starts_with('#') || value.starts_with("rgb") {
            assert!(dark.contains_key(name), "{name} has no dark value");
        }
    }
}
