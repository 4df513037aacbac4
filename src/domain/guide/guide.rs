//! The brochure in our own words: topics that can be read and searched, with a source under each.
//!
//! Read when somebody first opens it. What the rest of the app has already, the guide shows from
//! there: tasks, questions, kinds of initiative, ways of teaching together.

use std::sync::OnceLock;

use serde_json::Value;

use crate::domain::text::content_file::{
    ABOUT, CO_TEACHING, KINDS, QUESTIONS, TASKS, both, content_file, json, list, localized, text,
};
use crate::domain::text::fold::fold;
use crate::domain::text::{Lang, Localized, MEETINGS, SPARRING};
use crate::ledger::in_order;

const TOPICS: &str = content_file!("guide/topics.json");
const FACTS: &str = content_file!("guide/facts.json");
const LITERATURE: &str = content_file!("guide/literature.json");
const PHASES: &str = content_file!("phases/phases.json");
const SCHEDULING: &str = content_file!("phases/scheduling.json");

/// How long a line from a topic is in a list of what was found, in letters.
const SNIPPET: usize = 140;

/// How many words of a long line stand before the one that was asked for.
const BEFORE: usize = 6;

/// The topics in the order they are read.
#[derive(Debug)]
pub struct Guide {
    /// The topics.
    pub topics: Vec<Topic>,
}

/// One topic.
#[derive(Debug)]
pub struct Topic {
    /// What links to it say.
    pub id: String,
    /// 1, 2 or 3; 0 for what goes before them, 4 for what stands after.
    pub phase: u8,
    /// Its name.
    pub title: Localized,
    /// What it is about, in a sentence.
    pub lead: Localized,
    /// Whose thoughts and whose words it is.
    pub source: Localized,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a topic.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Text(Localized),
    /// What the brochure found, in a sentence to remember.
    Why(Localized),
    /// A heading.
    Heading(Localized),
    /// Points under each other.
    Points(Vec<Localized>),
    /// Things with a name each.
    Terms(Vec<Term>),
    /// Two figures beside each other.
    Fact(Fact),
    /// A place outside the app.
    Link(Outside),
    /// Works, as they want to be cited.
    Works(Vec<String>),
}

/// A thing with a name.
#[derive(Debug)]
pub struct Term {
    /// The name.
    pub title: Localized,
    /// How long it takes, where it takes a time.
    pub minutes: Option<u64>,
    /// What it is.
    pub text: Option<Localized>,
    /// What belongs to it.
    pub points: Vec<Localized>,
}

/// Shares of two groups of people, side by side.
#[derive(Debug)]
pub struct Fact {
    /// What the share of each group says: "føler sig klar …".
    pub group: Localized,
    /// The share in per cent, and of whom.
    pub values: Vec<(u32, Localized)>,
    /// How many answered, where the source says so.
    pub count: Option<u64>,
    /// What the figures cannot say.
    pub caveat: Localized,
    /// The page of the brochure.
    pub page: String,
}

/// A place outside the app.
#[derive(Debug)]
pub struct Outside {
    /// What is there.
    pub title: Localized,
    /// Its address.
    pub url: String,
}

/// The guide.
pub fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| Guide { topics: list(&json(TOPICS), Topic::read) })
}

impl Guide {
    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The topics that hold every word of a question, with a line of each that says why. Those that
    /// are called so come first, then those that say it in one line.
    pub fn search(&self, question: &str, lang: Lang) -> Vec<(&Topic, String)> {
        let question = fold(question);
        let words = question.split(|letter: char| !letter.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.topics.iter().filter_map(|topic| {
            let (distance, line) = topic.holds(&words, lang)?;
            Some((distance, topic, line))
        });
        let found = in_order(found.collect(), |a, b| a.0.cmp(&b.0));
        found.into_iter().map(|(_, topic, line)| (topic, line)).collect()
    }
}

impl Topic {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            phase: u8::try_from(value["phase"].as_u64()?).ok()?,
            title: localized(value, "title")?,
            lead: localized(value, "lead")?,
            source: localized(value, "source")?,
            blocks: list(&value["blocks"], |block| Some(Block::read(block)))
                .into_iter()
                .flatten()
                .collect(),
        })
    }

    /// How far the topic is from what the words ask for, and the line that says most of them;
    /// `None` where one of them does not stand in it.
    fn holds(&self, words: &[&str], lang: Lang) -> Option<(u8, String)> {
        let count = |line: &str| {
            let line = fold(line);
            words.iter().filter(|word| line.contains(**word)).count()
        };
        let title = self.title.get(lang);
        let lines = self.lines(lang);
        let all = fold(&lines.join("\n"));
        if !words.iter().all(|word| all.contains(word)) {
            return None;
        }
        if count(title) == words.len() {
            return Some((0, self.lead.get(lang).to_owned()));
        }
        let mut best = (0, "");
        for line in lines.iter().skip(1) {
            let held = count(line);
            if held > best.0 {
                best = (held, line);
            }
        }
        Some((if best.0 == words.len() { 1 } else { 2 }, shortened(best.1, words)))
    }

    /// Everything it says, its name first.
    fn lines(&self, lang: Lang) -> Vec<&str> {
        let mut lines = vec![self.title.get(lang), self.lead.get(lang)];
        for block in &self.blocks {
            match block {
                Block::Text(it) | Block::Why(it) | Block::Heading(it) => lines.push(it.get(lang)),
                Block::Points(points) => lines.extend(points.iter().map(|it| it.get(lang))),
                Block::Terms(terms) => {
                    for term in terms {
                        lines.push(term.title.get(lang));
                        lines.extend(term.text.iter().chain(&term.points).map(|it| it.get(lang)));
                    }
                }
                Block::Fact(fact) => {
                    lines.push(fact.group.get(lang));
                    lines.extend(fact.values.iter().map(|(_, whom)| whom.get(lang)));
                }
                Block::Link(link) => lines.push(link.title.get(lang)),
                Block::Works(works) => lines.extend(works.iter().map(String::as_str)),
            }
        }
        lines
    }
}

/// A line that fits in a list, cut between words around the first that was asked for.
fn shortened(line: &str, asked: &[&str]) -> String {
    if line.chars().count() <= SNIPPET {
        return line.to_owned();
    }
    let words: Vec<&str> = line.split(' ').collect();
    let is_asked = |word: &&str| asked.iter().any(|asked| fold(word).contains(asked));
    let first = words.iter().position(is_asked).unwrap_or_default();
    let mut cut = String::new();
    let begin = first.saturating_sub(BEFORE);
    for word in words.iter().skip(begin) {
        if cut.chars().count() + word.chars().count() >= SNIPPET {
            break;
        }
        if !cut.is_empty() {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    let cut = cut.trim_end_matches([',', ';', ':']);
    let is_whole = line.ends_with(cut);
    format!("{}{cut}{}", if begin > 0 { "… " } else { "" }, if is_whole { "" } else { " …" })
}

impl Block {
    /// One part, or the several that stand elsewhere; none for what this version does not know.
    fn read(value: &Value) -> Vec<Self> {
        let block = if let Some(from) = value["from"].as_str() {
            return Self::from(from);
        } else if let Some(it) = localized(value, "text") {
            Self::Text(it)
        } else if let Some(it) = localized(value, "why") {
            Self::Why(it)
        } else if let Some(it) = localized(value, "heading") {
            Self::Heading(it)
        } else if value["points"].is_array() {
            Self::Points(list(&value["points"], both))
        } else if value["terms"].is_array() {
            Self::Terms(list(&value["terms"], Term::read))
        } else if let Some(it) = Outside::read(&value["link"]) {
            Self::Link(it)
        } else {
            return Vec::new();
        };
        vec![block]
    }

    /// What stands elsewhere in the content: `kinds`, or one of several: `questions/aq-sparring`.
    fn from(place: &str) -> Vec<Self> {
        let (place, id) = place.split_once('/').unwrap_or((place, ""));
        let terms = |file| vec![Self::Terms(list(&json(file), Term::read))];
        match place {
            "kinds" => terms(KINDS),
            "models" => terms(CO_TEACHING),
            "phases" => terms(PHASES),
            "tasks" => terms(TASKS),
            "scheduling" => terms(SCHEDULING),
            "meetings" => terms(MEETINGS),
            "sparring" => terms(SPARRING),
            "questions" => {
                let found = the_one(&json(QUESTIONS), id);
                vec![Self::Points(list(&found["items"], |item| localized(item, "text")))]
            }
            "facts" => Fact::read(&the_one(&json(FACTS), id)).map(Self::Fact).into_iter().collect(),
            "about" => {
                let about = json(ABOUT);
                let citation = text(&about, "citation").unwrap_or_default();
                vec![Self::Points(list(&about["source"], both)), Self::Works(vec![citation])]
            }
            "literature" => {
                vec![Self::Works(list(&json(LITERATURE), |work| text(work, "citation")))]
            }
            _ => Vec::new(),
        }
    }
}

/// Of several things the one with this id.
fn the_one(all: &Value, id: &str) -> Value {
    let mut things = all.as_array().into_iter().flatten();
    things.find(|it| it["id"] == id).cloned().unwrap_or_default()
}

impl Term {
    /// A thing of any of the files: they name their parts differently.
    fn read(value: &Value) -> Option<Self> {
        let title = localized(value, "term").or_else(|| localized(value, "title"));
        let title = match (value["number"].as_u64(), localized(value, "short")) {
            (Some(number), Some(short)) => Localized {
                da: format!("Fase {number}: {}", short.da),
                en: short.en.map(|en| format!("Phase {number}: {en}")),
            },
            _ => title?,
        };
        let mut points: Vec<Localized> =
            ["goodFor", "watchOut"].into_iter().filter_map(|key| localized(value, key)).collect();
        for key in ["beforeYouStart", "agenda", "checklist"] {
            points.extend(list(&value[key], both));
        }
        points.extend(list(&value["items"], |item| localized(item, "text")));
        let text = ["text", "description", "purpose"];
        Some(Self {
            title,
            minutes: value["minutes"].as_u64(),
            text: text.into_iter().find_map(|key| localized(value, key)),
            points,
        })
    }
}

/// What evaluating often goes together with, for whoever evaluates.
pub fn facts_of_evaluating() -> &'static [Fact] {
    static ALL: OnceLock<Vec<Fact>> = OnceLock::new();
    ALL.get_or_init(|| {
        let facts = json(FACTS);
        let ids = ["fakta-tilfredshed", "fakta-elevernes-behov"];
        ids.iter().filter_map(|id| Fact::read(&the_one(&facts, id))).collect()
    })
}

impl Fact {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            group: localized(value, "group")?,
            values: list(&value["values"], |it| {
                Some((u32::try_from(it["percent"].as_u64()?).ok()?, localized(it, "label")?))
            }),
            count: value["n"].as_u64(),
            caveat: localized(value, "caveat")?,
            page: text(value, "page")?,
        })
    }
}

impl Outside {
    fn read(value: &Value) -> Option<Self> {
        Some(Self { title: localized(value, "title")?, url: text(value, "url")? })
    }

    /// Who is there: `emu.dk`.
    pub fn site(&self) -> &str {
        let rest = self.url.split_once("//").map_or(self.url.as_str(), |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    fn files() -> Vec<(String, Value)> {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let mut files = Vec::new();
        for folder in ["guide", "phases"] {
            for entry in fs::read_dir(content.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                let text = fs::read_to_string(&path).unwrap();
                files.push((path.display().to_string(), serde_json::from_str(&text).unwrap()));
            }
        }
        assert!(files.len() >= 9);
        files
    }

    /// Every text in both languages, and which points of the brochure the file speaks of.
    fn walk(value: &Value, points: &mut BTreeSet<String>, place: &str) {
        match value {
            Value::Array(list) => list.iter().for_each(|it| walk(it, points, place)),
            Value::Object(map) => {
                if map.contains_key("da") || map.contains_key("en") {
                    for key in ["da", "en"] {
                        let text = text(value, key).unwrap_or_default();
                        assert!(!text.trim().is_empty(), "{place}: {value}");
                        assert!(!text.contains('!') && !text.contains('"'), "{place}: {text}");
                    }
                }
                for (key, value) in map {
                    let refs =
                        value.as_array().map_or_else(|| vec![value], |it| it.iter().collect());
                    match key.as_str() {
                        "ref" | "refs" => {
                            points.extend(refs.iter().map(|it| it.as_str().unwrap().to_owned()));
                        }
                        _ => walk(value, points, place),
                    }
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_point_of_the_brochure_has_a_place_and_every_text_two_languages() {
        let mut points = BTreeSet::new();
        for (place, file) in files() {
            walk(&file, &mut points, &place);
        }
        let all: BTreeSet<String> = (1..=156).map(|n| format!("B{n:03}")).collect();
        assert_eq!(points.difference(&all).next(), None, "no such point");
        assert_eq!(all.difference(&points).collect::<Vec<_>>(), [""; 0], "left out");
    }

    #[test]
    fn every_part_of_every_topic_can_be_read() {
        let topics = json(TOPICS);
        assert_eq!(guide().topics.len(), topics.as_array().unwrap().len());
        let mut ids = BTreeSet::new();
        for (topic, read) in topics.as_array().unwrap().iter().zip(&guide().topics) {
            assert!(ids.insert(&read.id), "{} twice", read.id);
            assert!(read.blocks.len() >= topic["blocks"].as_array().unwrap().len(), "{}", read.id);
            assert!(read.phase <= 4);
            for block in &read.blocks {
                match block {
                    Block::Points(points) => assert!(!points.is_empty(), "{}", read.id),
                    Block::Terms(terms) => assert!(terms.len() >= 3, "{}", read.id),
                    Block::Works(works) => assert!(works.iter().all(|work| work.len() > 40)),
                    Block::Link(link) => assert!(link.site().contains('.'), "{}", link.url),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn the_three_facts_have_both_figures() {
        let blocks = || guide().topics.iter().flat_map(|topic| &topic.blocks);
        let facts = |id: &str| -> Vec<Vec<u32>> {
            let blocks = guide().topic(id).unwrap().blocks.iter();
            let facts = blocks.filter_map(|block| match block {
                Block::Fact(fact) => Some(fact.values.iter().map(|it| it.0).collect()),
                _ => None,
            });
            facts.collect()
        };
        assert_eq!(facts("tal"), [[73, 52], [71, 49], [85, 72]]);
        for block in blocks() {
            if let Block::Fact(fact) = block {
                assert!(!fact.page.is_empty() && !fact.caveat.da.is_empty());
            }
        }
        let works = blocks().filter_map(|block| match block {
            Block::Works(works) => Some(works.len()),
            _ => None,
        });
        assert_eq!(works.sum::<usize>(), 15, "the brochure, and its fourteen works");
    }

    fn found(question: &str, lang: Lang) -> Vec<String> {
        let found = guide().search(question, lang).into_iter();
        found.map(|(topic, _)| topic.id.clone()).collect()
    }

    #[test]
    fn finds_what_is_asked_for_however_it_is_written() {
        let table = [
            ("Delmål", "delmaal"),
            ("delmaal", "delmaal"),
            ("DELMÅL", "delmaal"),
            ("forældre møde", "moeder"),
            ("foraeldre MOEDE", "moeder"),
            ("er i rustet", "kompetencer"),
            ("radiatorer stationsundervisning", ""),
            ("litteratur", "kilder"),
            ("Betthäuser", "kilder"),
            ("skema tid", "skema"),
        ];
        for (question, first) in table {
            let found = found(question, Lang::Da);
            assert_eq!(found.first().map_or("", String::as_str), first, "{question}");
        }
        assert_eq!(found("sub-goals", Lang::En).first().map(String::as_str), Some("delmaal"));
        assert!(found("Delmål", Lang::En).is_empty());
    }

    #[test]
    fn nothing_asked_is_nothing_found() {
        for question in ["", "  ", "?!", "–"] {
            assert!(found(question, Lang::Da).is_empty(), "{question}");
        }
    }

    #[test]
    fn says_in_a_line_why_it_was_found() {
        let found = guide().search("vikariere", Lang::Da);
        assert!(found.len() >= 2);
        for (topic, line) in found {
            assert!(line.contains("vikariere"), "{}: {line}", topic.id);
            assert!(line.chars().count() <= SNIPPET + 4);
        }
        let long = format!("{}bånd{}", "ord ".repeat(80), " ord".repeat(80));
        let line = shortened(&long, &["baand"]);
        assert!(line.starts_with("… ord ") && line.contains("bånd") && line.ends_with("ord …"));
        assert!(!shortened(&format!("{}bånd", "ord ".repeat(80)), &["baand"]).ends_with('…'));
    }
}
