//! How fast the app is where it could grow slow: a record with a diligent observer's every note and tap, and
//! a school's observations of many years. Prints what it measured beside what an empty page needs on the same
//! machine, and fails when a limit is broken.
//!
//! `./bench` runs it; `load`, `lesson` or `list` after it measures only that. Chromium alone: it can be slowed down, and its frames can be timed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a run fails by panicking"
)]

use harness::seed::{Seed, full_lesson, initiative, many};
use harness::{Build, Engine, Stage};
use page::{Figure, Page};

#[path = "../whole_app/harness/mod.rs"]
mod harness;
mod load;
mod page;

/// Samples of each figure. The 95th percentile of fewer would be the slowest of all.
const SAMPLES: usize = 80;

/// How many times slower than this machine a school's tablet is taken to be.
const SLOWER: u32 = 4;

const OBSERVATIONS: u32 = 5_000;

const COUNTER: &str =
    "[...document.querySelectorAll('.tally-count')].map(it => it.textContent).join()";
const NOTE: &str = "document.querySelector('.note-writer textarea').value";
const FOUND: &str = "document.querySelector('.found-count')?.textContent";

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    let mut broken = 0;
    if is_wanted("load") {
        broken += loads();
    }
    if is_wanted("lesson") || is_wanted("list") {
        broken += inputs(&is_wanted);
    }
    if broken > 0 {
        println!("Limits broken: {broken}");
        std::process::exit(1);
    }
}

/// Visits on a slow line. Gives the number of limits that are broken.
fn loads() -> usize {
    let peer = std::env::var("INDSATS_PEER")
        .expect("the other program's form is missing: run ./bench, which fetches it");
    let mut rows = Vec::new();
    harness::story::play(Engine::Chromium, "load", async |stage: &Stage| {
        rows = load::visits(stage, peer.as_ref()).await;
    });
    println!("\n{}", load::Row::HEAD);
    for row in &rows {
        println!("{row}");
    }
    println!(
        "\nSlow 4G (1.6 Mbit/s, 150 ms), the processor slowed down {SLOWER} times; the last two without a line."
    );
    rows.iter().filter(|row| row.is_broken()).count()
}

/// Keys and taps where there is very much. Gives the number of limits that are broken.
fn inputs(is_wanted: &dyn Fn(&str) -> bool) -> usize {
    let mut figures = Vec::new();
    harness::story::play(Engine::Chromium, "bench", async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let page = Page::new(stage.browser("bench", &server).await);
        let (key, tap) = an_empty_page(&page).await;
        if is_wanted("lesson") {
            figures.extend(a_full_lesson(&page, &key, &tap).await);
        }
        stage.done_with(page.browser()).await;
        if is_wanted("list") {
            let page = Page::new(stage.browser("bench of lists", &server).await);
            figures.extend(a_long_list(&page, &key, &tap).await);
        }
    });
    println!("\n{}", Figure::HEAD);
    for figure in &figures {
        println!("{figure}");
    }
    println!(
        "\nMilliseconds from the event to the frame that shows it, over {SAMPLES} samples each."
    );
    println!(
        "×{SLOWER}: the processor slowed down {SLOWER} times. Frames are drawn as soon as there is something to draw."
    );
    figures.iter().filter(|figure| figure.is_broken()).count()
}

/// What the machine needs for a field and a button with nothing else.
async fn an_empty_page(page: &Page) -> (Figure, Figure) {
    page.goto(
        "data:text/html,<!doctype html><textarea></textarea><button>0</button><script>
         document.querySelector('button').onclick = event => event.target.textContent++;</script>",
    )
    .await;
    page.slow(SLOWER).await;
    page.focus("textarea").await;
    let key = page.keys("empty", "document.querySelector('textarea').value", SAMPLES).await;
    let tap =
        page.taps("empty", "button", "document.querySelector('button').textContent", SAMPLES).await;
    page.slow(1).await;
    (key, tap)
}

/// 500 notes, 300 taps and 60 moments: on the live screen, and in the form afterwards.
async fn a_full_lesson(page: &Page, key: &Figure, tap: &Figure) -> Vec<Figure> {
    let now = page.browser().clock().await;
    let mut seed = Seed::new(now - 10_000_000);
    let of = seed.put(&initiative("Tolærere i 5.b", "5.b"));
    let running = seed.put(&full_lesson(of, now - 122 * 60_000));
    let mut over = full_lesson(of, now - 122 * 60_000);
    over.end(Some(now - 60_000));
    let over = seed.put(&over);
    page.takes_in(&seed.file()).await;

    let mut figures = Vec::new();
    for (name, rec) in [("lesson live", running), ("lesson as a form", over)] {
        page.open(&format!("observationer/{rec}")).await;
        page.appears(".note-writer textarea").await;
        page.slow(SLOWER).await;
        page.rests().await;
        page.focus(".note-writer textarea").await;
        figures.push(
            page.keys(&format!("{name}, a key in a note"), NOTE, SAMPLES).await.within(16.0, key),
        );
        figures.push(
            page.taps(&format!("{name}, a tap on a counter"), ".tally-tile", COUNTER, SAMPLES)
                .await
                .within(50.0, tap),
        );
        page.slow(1).await;
    }
    figures
}

/// Thousands of observations: the list opens, and is searched letter by letter.
async fn a_long_list(page: &Page, key: &Figure, tap: &Figure) -> Vec<Figure> {
    let mut seed = Seed::new(1_760_000_000_000);
    let of = ["Tolærere", "Makkerlæring", "Små grupper", "Bogpakker"];
    let of: Vec<_> = of.iter().map(|title| seed.put(&initiative(title, "5.b"))).collect();
    many(&mut seed, OBSERVATIONS, &of);
    page.takes_in(&seed.file()).await;

    let mut figures = Vec::new();
    for slower in [1, SLOWER] {
        let name = |what: &str| {
            format!(
                "{OBSERVATIONS} observations, {what}{}",
                if slower > 1 { format!(" ×{slower}") } else { String::new() }
            )
        };
        let limit = |figure: Figure, own: &Figure| {
            if slower == 1 { figure.within(150.0, own) } else { figure.beside(own) }
        };
        page.open("").await;
        page.appears("a[href$='/observationer']").await;
        page.slow(slower).await;
        page.rests().await;
        let mut opened = Figure::new(&name("the list opens"));
        for _ in 0..20 {
            opened.add(
                page.tap(
                    "a[href$='/observationer']",
                    "document.querySelectorAll('.found .list-row').length > 9",
                )
                .await,
            );
            page.rests().await;
            page.back().await;
            page.appears("a[href$='/observationer']").await;
            page.rests().await;
        }
        figures.push(limit(opened, tap));

        page.open("observationer").await;
        page.appears(".found .list-row").await;
        page.slow(slower).await;
        page.focus(".search input").await;
        let mut first = Figure::new(&name("the first search after a start"));
        first.add(page.key("z", FOUND).await);
        page.press("Backspace").await;
        page.rests().await;
        figures.push(first.beside(key));
        let mut typed = Figure::new(&name("a letter in the search"));
        for _ in 0..5 {
            for letter in harness::seed::NARROWING.chars() {
                typed.add(page.key(&letter.to_string(), FOUND).await);
                page.pause().await;
            }
            for _ in harness::seed::NARROWING.chars().skip(1) {
                typed.add(page.key("Backspace", FOUND).await);
                page.pause().await;
            }
            page.press("Backspace").await;
            page.rests().await;
        }
        figures.push(limit(typed, key));
        page.slow(1).await;
    }
    figures
}
