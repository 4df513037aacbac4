//! Turns `locales/*.json` into constants, so that a text that is missing or misspelt stops the build
//! and a text costs the bundle its own bytes and nothing more. Frees `content/**/*.json` of white space
//! and of references, which people want and the bundle does not.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Texts = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=content");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let (root, out) = (Path::new(&root), env::var("OUT_DIR")?);
    let read = |name: &str| -> Result<Texts, Box<dyn Error>> {
        let path = root.join("locales").join(name);
        Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
    };
    let code = constants(&read("da.json")?, &read("en.json")?)?;
    fs::write(Path::new(&out).join("texts.rs"), code)?;
    let topics = fs::read_to_string(root.join("content/guide/topics.json"))?;
    fs::write(Path::new(&out).join("guide_titles.rs"), titles(&serde_json::from_str(&topics)?)?)?;
    tighten(&root.join("content"), &Path::new(&out).join("content"))
}

/// A list with the title of each topic of the guide.
fn titles(topics: &serde_json::Value) -> Result<String, Box<dyn Error>> {
    let mut code = "&[".to_owned();
    for topic in topics.as_array().ok_or("the guide is a list of topics")? {
        let word = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        let (id, title) = (word(&topic["id"]), &topic["title"]);
        let (Some(id), Some(da), Some(en)) = (id, word(&title["da"]), word(&title["en"])) else {
            return Err(format!("a topic of the guide has no id or title: {topic}").into());
        };
        write!(code, "({id:?}, Text {{ da: {da:?}, en: {en:?} }}),")?;
    }
    Ok(code + "]")
}

/// Copies a folder of JSON without the white space.
fn tighten(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            tighten(&path, &to)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let mut json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            drop_notes(&mut json);
            fs::write(to, json.to_string())?;
        }
    }
    Ok(())
}

/// Takes away which points of the brochure a text speaks of: that is for the tests alone.
fn drop_notes(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.retain(|key, _| key != "ref" && key != "refs");
            map.values_mut().for_each(drop_notes);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(drop_notes),
        _ => {}
    }
}

/// A module for each part with a constant for each text.
fn constants(da: &Texts, en: &Texts) -> Result<String, Box<dyn Error>> {
    same("parts", &keys(da), &keys(en))?;
    let mut code = String::new();
    for ((part, da), en) in da.iter().zip(en.values()) {
        same(part, &keys(da), &keys(en))?;
        writeln!(code, "pub mod {part} {{\n    use super::Text;")?;
        for ((key, da), en) in da.iter().zip(en.values()) {
            same(&format!("{part}.{key}"), &names(da), &names(en))?;
            writeln!(code, "    pub const {key}: Text = Text {{ da: {da:?}, en: {en:?} }};")?;
        }
        writeln!(code, "}}")?;
    }
    Ok(code)
}

fn keys<T>(map: &BTreeMap<String, T>) -> BTreeSet<&str> {
    map.keys().map(String::as_str).collect()
}

/// The names of the values that are put into a text: `{n}`.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

fn same(place: &str, da: &BTreeSet<&str>, en: &BTreeSet<&str>) -> Result<(), Box<dyn Error>> {
    let odd: Vec<_> = da.symmetric_difference(en).collect();
    if odd.is_empty() {
        return Ok(());
    }
    Err(format!("locales/da.json and en.json differ at {place}: {odd:?} is in one of them").into())
}
