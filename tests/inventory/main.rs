//! The 156 points of the brochure: where each of them is in the app.
//!
//! `points.json` names the places of each point: a topic of the guide, a room by its address, a text by its
//! key, or a thing of the content by its id. A place that is not there, or to which nothing leads, fails.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use indsats::domain::guide::guide;
use serde_json::Value;

/// The places of each point.
fn inventory() -> BTreeMap<String, Vec<String>> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let file = json("tests/inventory/points.json");
    let points = file.as_object().unwrap().iter();
    let places = |places: &Value| places.as_array().unwrap().iter().map(text).collect();
    points.map(|(point, all)| (point.clone(), places(all))).collect()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// All files below a folder, put together, those left out whose name ends so.
fn code(folder: &Path, but: &str) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&code(&path, but));
        } else if but.is_empty() || !path.ends_with(but) {
            all.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    all
}

/// What the app is made of, as far as the inventory asks about it.
struct App {
    /// The addresses that have a page: `indsatser/*/plan`.
    rooms: BTreeSet<String>,
    /// The interface, with a star for every value in a text.
    links: String,
    /// The interface without white space.
    interface: String,
    /// The domain, which reads the content.
    domain: String,
    /// The points that each topic of the guide speaks of.
    topics: BTreeMap<String, BTreeSet<String>>,
}

impl App {
    fn look() -> Self {
        let interface = code(Path::new("src/ui"), "route.rs");
        Self {
            rooms: rooms(&fs::read_to_string("src/ui/shell/route.rs").unwrap()),
            links: starred(&interface),
            interface: interface.chars().filter(|letter| !letter.is_whitespace()).collect(),
            domain: code(Path::new("src/domain"), ""),
            topics: topics(),
        }
    }

    /// What is wrong with a place of a point; `None` where it is there and can be come to.
    fn fault(&self, point: &str, place: &str) -> Option<String> {
        let (kind, what) = place.split_once(':')?;
        match kind {
            "guide" => match self.topics.get(what) {
                None => Some("no such topic".to_owned()),
                Some(points) if !points.contains(point) => Some("the topic is silent".to_owned()),
                Some(_) => guide().topic(what).is_none().then(|| "not in the guide".to_owned()),
            },
            "room" if !self.rooms.contains(what) => Some("no such room".to_owned()),
            "room" => (!self.leads_to(what)).then(|| "nothing leads there".to_owned()),
            "text" => self.text_fault(what),
            "content" => self.content_fault(what),
            _ => Some("no such kind of place".to_owned()),
        }
    }

    /// Whether a link of some page leads to an address.
    fn leads_to(&self, room: &str) -> bool {
        // Where any kind of record has the page, its address is put together from its own.
        let address = room
            .strip_prefix("*/")
            .map_or_else(|| format!("\"/{room}"), |rest| format!("\"{rest}"));
        let ends = ["\"", "?", "{"];
        ends.iter().any(|end| self.links.contains(&format!("{address}{end}")))
    }

    fn text_fault(&self, key: &str) -> Option<String> {
        let (part, name) = key.split_once('.')?;
        for lang in ["da", "en"] {
            if !json(&format!("locales/{lang}.json"))[part][name].is_string() {
                return Some(format!("no such text in {lang}"));
            }
        }
        let is_said = [")", ","].iter().any(|end| self.interface.contains(&format!(",{key}{end}")));
        (!is_said).then(|| "said on no page".to_owned())
    }

    fn content_fault(&self, what: &str) -> Option<String> {
        let (file, id) = what.split_once('#')?;
        if !Path::new("content").join(file).exists() {
            return Some("no such file".to_owned());
        }
        if !self.domain.contains(&format!("content_file!(\"{file}\")")) {
            return Some("read by nothing".to_owned());
        }
        (!has(&json(&format!("content/{file}")), id)).then(|| "no such id in the file".to_owned())
    }
}

/// The addresses in the table of routes: a value is a star.
fn rooms(routes: &str) -> BTreeSet<String> {
    let rooms = routes.lines().filter_map(|line| {
        let (parts, rest) = line.trim().strip_prefix('[')?.split_once(']')?;
        rest.trim_start().starts_with("=>").then(|| {
            let parts = parts.split(',').map(str::trim).filter(|part| !part.is_empty());
            let parts = parts.map(|part| {
                let literal = part.strip_prefix('"').and_then(|part| part.strip_suffix('"'));
                literal.unwrap_or("*")
            });
            parts.collect::<Vec<_>>().join("/")
        })
    });
    rooms.collect()
}

/// A text with a star in place of each value in braces: `/indsatser/{rec}/plan`.
fn starred(text: &str) -> String {
    let mut all = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        all.push_str(before);
        match after.split_once('}') {
            Some((name, after)) if name.chars().all(|it| it.is_alphanumeric() || it == '_') => {
                all.push('*');
                rest = after;
            }
            _ => {
                all.push('{');
                rest = after;
            }
        }
    }
    all + rest
}

/// Whether something in a file has this id.
fn has(value: &Value, id: &str) -> bool {
    match value {
        Value::Array(list) => list.iter().any(|it| has(it, id)),
        Value::Object(map) => {
            map.get("id").is_some_and(|it| it == id) || map.values().any(|it| has(it, id))
        }
        _ => false,
    }
}

/// The points that a topic's own words and what it shows from elsewhere speak of.
fn topics() -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for topic in json("content/guide/topics.json").as_array().unwrap() {
        let mut points = BTreeSet::new();
        refs(topic, &mut points);
        for from in topic["blocks"].as_array().unwrap().iter().filter_map(|it| it["from"].as_str())
        {
            let (place, id) = from.split_once('/').unwrap_or((from, ""));
            let file = json(&format!("content/{}", file_of(place)));
            let things = file.as_array().cloned().unwrap_or_else(|| vec![file.clone()]);
            things.iter().filter(|it| id.is_empty() || it["id"] == id).for_each(|it| {
                refs(it, &mut points);
            });
        }
        all.insert(topic["id"].as_str().unwrap().to_owned(), points);
    }
    all
}

/// The file from which the guide shows something.
fn file_of(place: &str) -> &'static str {
    match place {
        "kinds" => "initiative-kinds.json",
        "models" => "co-teaching-models.json",
        "phases" => "phases/phases.json",
        "tasks" => "phases/leadership-tasks.json",
        "scheduling" => "phases/scheduling.json",
        "meetings" => "phases/meetings.json",
        "sparring" => "phases/sparring-kinds.json",
        "questions" => "phases/working-questions.json",
        "facts" => "guide/facts.json",
        "about" => "about.json",
        "literature" => "guide/literature.json",
        other => panic!("the guide shows {other}: say here from which file"),
    }
}

fn refs(value: &Value, points: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| refs(it, points)),
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("ref" | "refs", Value::String(point)) => drop(points.insert(point.clone())),
                    ("ref" | "refs", Value::Array(list)) => {
                        points.extend(list.iter().filter_map(Value::as_str).map(ToOwned::to_owned));
                    }
                    _ => refs(value, points),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_point_of_the_brochure_is_on_a_screen() {
    let points = inventory();
    let all: BTreeSet<String> = (1..=156).map(|n| format!("B{n:03}")).collect();
    assert_eq!(points.keys().cloned().collect::<BTreeSet<_>>(), all, "156 points, each once");
    let app = App::look();
    let mut faults = Vec::new();
    for (point, places) in &points {
        if places.is_empty() {
            faults.push(format!("{point} is on no screen"));
        }
        for place in places {
            if !place.contains(':') {
                faults.push(format!("{point}: {place} is no place"));
            } else if let Some(fault) = app.fault(point, place) {
                faults.push(format!("{point}: {place}: {fault}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_guide_and_the_first_page_lead_to_all_topics() {
    let app = App::look();
    assert!(app.leads_to("guide") && app.rooms.contains("guide/*"));
    let page = fs::read_to_string("src/ui/guide/guide_page.rs").unwrap();
    assert!(page.contains("guide().topics"), "the page of the guide lists all of its topics");
}

#[test]
fn a_place_that_is_not_there_is_found_out() {
    let app = App::look();
    let table = [
        ("guide:kilder", None),
        ("guide:nothing", Some("no such topic")),
        ("guide:sparring", Some("the topic is silent")),
        ("room:om", None),
        ("room:indsatser/*/plan", None),
        ("room:*/*/historik", None),
        ("room:nowhere", Some("no such room")),
        ("text:form.done", None),
        ("text:form.nothing", Some("no such text in da")),
        ("content:phases/meetings.json#moede-opstart", None),
        ("content:phases/meetings.json#nothing", Some("no such id in the file")),
        ("content:phases/nothing.json#x", Some("no such file")),
        ("sky:blue", Some("no such kind of place")),
    ];
    for (place, fault) in table {
        assert_eq!(app.fault("B001", place).as_deref(), fault, "{place}");
    }
    let nowhere = App { links: String::new(), interface: String::new(), ..App::look() };
    assert_eq!(nowhere.fault("B001", "room:om").as_deref(), Some("nothing leads there"));
    assert_eq!(nowhere.fault("B001", "text:form.done").as_deref(), Some("said on no page"));
}
