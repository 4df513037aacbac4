//! Pictures of every screen and its main states, in three sizes (the live screen in five), light and dark, with a page that shows them all.
//!
//! `./shots` runs it; words after it choose the screens whose name contains one of them. Chromium alone: the
//! pictures are for eyes, and the whole-app tests look at both engines.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a run fails by panicking"
)]

use std::fmt::Write as _;

use harness::{Build, Engine, Size, Stage};

mod agreements;
mod closing;
mod collaboration;
mod day;
mod editor;
mod goals;
mod guide;
#[path = "../whole_app/harness/mod.rs"]
mod harness;
mod lessons;
mod measure;
mod plan;
mod rooms;
mod screens;
mod survey;
mod voices;
mod year;

const SIZES: [(&str, Size); 3] =
    [("phone", Size::PHONE), ("tablet", Size::TABLET), ("tablet-across", Size::TABLET_ACROSS)];
/// What is used standing is drawn for the tablets that schools have, too.
const SMALL: [(&str, Size); 2] =
    [("small-tablet", Size::new(768, 1024)), ("small-tablet-across", Size::new(1024, 768))];
const THEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).map(|word| word.to_lowercase()).collect();
    let folder = harness::browser::target().join("shots");
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    harness::story::play(Engine::Chromium, "shots", async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let mut page = String::from(HEAD);
        for screen in screens::all() {
            let name = screen.name.to_lowercase();
            let file = file_name(&name);
            let _ = write!(page, "<h2>{}</h2><div>", screen.name);
            let chosen = wanted.is_empty() || wanted.iter().any(|word| name.contains(word));
            if chosen {
                println!("{}", screen.name);
                let browser = stage.browser(screen.name, &server).await;
                // A picture in the middle of a movement shows nothing that anybody sees.
                browser.still(true).await;
                (screen.steps)(browser.clone()).await;
                for (size, theme, path) in variants(&file) {
                    browser.size(size).await;
                    browser.dark(theme).await;
                    browser.picture(&folder.join(path)).await;
                }
                // One browser at a time: a school of them would fill the memory.
                stage.done_with(&browser).await;
            }
            for (size, _, path) in variants(&file) {
                let _ = write!(
                    page,
                    "<a href=\"{path}\"><img src=\"{path}\" alt=\"{path}\" width=\"{}\"></a>",
                    size.width / 3
                );
            }
            page.push_str("</div>\n");
        }
        std::fs::write(folder.join("index.html"), page).expect("the target folder is writable");
    });
    println!("Look at {}", folder.join("index.html").display());
}

fn variants(file: &str) -> Vec<(Size, bool, String)> {
    let mut all = Vec::new();
    let small = if file.starts_with("live") { &SMALL[..] } else { &[] };
    for (size_name, size) in SIZES.iter().chain(small) {
        for (theme_name, theme) in THEMES {
            all.push((*size, theme, format!("{file}-{size_name}-{theme_name}.png")));
        }
    }
    all
}

/// A name that every file system and every address takes.
fn file_name(name: &str) -> String {
    let plain = name.replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    let words: Vec<_> = plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

const HEAD: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Indsats</title>
<style>body { font: 16px/1.4 sans-serif; margin: 2rem; background: #8a8f94; }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; } img { display: block; }</style>
<h1>Indsats</h1>
";
