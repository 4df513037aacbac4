//! The rule of the floors: a module imports only from floors below its own, only the two upper
//! floors know a browser, and nothing outside tests may stop the program without a proof.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// The floors from the ground up. Those that share a number stand side by side and do not know
/// each other.
const FLOORS: [(&str, u8); 7] = [
    ("ledger", 0),
    ("domain", 1),
    ("exchange", 2),
    ("analysis", 2),
    ("app", 3),
    ("platform", 4),
    ("ui", 5),
];

/// The lowest floor that may know the browser.
const BROWSER: u8 = 4;

/// Crates that only exist in a browser. One that ends in `_` stands for all that begin so.
const BROWSER_CRATES: [&str; 11] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_",
    "serde_wasm_bindgen",
    "leptos",
    "leptos_",
    "gloo",
    "gloo_",
    "rexie",
    "idb",
];

/// What stops the program. A line with one of these needs `// Proof:` on the line above.
const STOPS: [&str; 5] = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!"];

#[test]
fn no_module_imports_from_above_its_floor() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(imports_from_above(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn nothing_stops_the_program_without_a_proof() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(unproven_stops(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A style that asks what an element holds is matched anew at every node that comes or goes in it, which is at
/// every key in a form. `on_page` tells the page, and a class any other element.
#[test]
fn no_style_asks_what_is_inside() {
    let mut found = Vec::new();
    for entry in fs::read_dir("style").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains(":has("));
        found.extend(lines.map(|(n, line)| format!("{}:{}: {line}", path.display(), n + 1)));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What `#[wasm_split]` writes calls from one part of the download into another; nothing else is unsafe.
#[test]
fn only_the_entries_of_the_parts_are_unsafe() {
    let mut found = Vec::new();
    each_source(|path, text| {
        if code_only(text).contains("unsafe") {
            found.push(path.to_owned());
        }
    });
    assert_eq!(found, ["ui/parts.rs"]);
}

#[test]
fn nothing_is_said_in_the_words_of_debug() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(words_of_debug(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Hands out every file below `src/`, with its path from there.
fn each_source(mut visit: impl FnMut(&str, &str)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                visit(&name, &fs::read_to_string(&path).unwrap());
                count += 1;
            }
        }
    }
    assert!(count > 30, "the walk has lost its way: {count} files");
}

fn imports_from_above(path: &str, text: &str) -> Vec<String> {
    // These two put the house together and stand outside it.
    if ["lib.rs", "main.rs"].contains(&path) {
        return Vec::new();
    }
    let module = module_of(path);
    let Some(floor) = floor_of(&module[0]) else {
        return vec![format!("{path}: `{}` has no place among the floors", module[0])];
    };
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut walk = Walk { file: path, floor, module, found: Vec::new() };
    walk.visit_file(&file);
    walk.found
}

/// `app/drafts.rs` is the module `app::drafts`, and `app/mod.rs` is `app`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(ToOwned::to_owned).collect()
}

fn floor_of(name: &str) -> Option<u8> {
    FLOORS.iter().find(|(floor, _)| *floor == name).map(|(_, number)| *number)
}

/// Goes through a file and judges every path in it.
struct Walk<'a> {
    file: &'a str,
    floor: u8,
    module: Vec<String>,
    found: Vec<String>,
}

impl Walk<'_> {
    /// Judges a path. An import of the root itself would let everything in under another name.
    fn judge(&mut self, path: &[String], is_import: bool) {
        let Some(first) = path.first() else { return };
        let (mut at, mut rest) = (self.module.clone(), path);
        match first.as_str() {
            "crate" | "indsats" => {
                at.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {}
            other => {
                let fits = |name: &&&str| {
                    other == **name || name.ends_with('_') && other.starts_with(**name)
                };
                if self.floor < BROWSER && BROWSER_CRATES.iter().any(|name| fits(&name)) {
                    self.complain(path, "only platform and ui know the browser");
                }
                return;
            }
        }
        while rest.first().is_some_and(|name| name == "super") {
            at.pop();
            rest = &rest[1..];
        }
        at.extend(rest.iter().cloned());
        match at.first().map(String::as_str) {
            None | Some("*") if is_import => self.complain(path, "imports the whole house"),
            None => {}
            Some(name) => {
                let above = floor_of(name).is_some_and(|floor| floor >= self.floor);
                if above && name != self.module[0] {
                    self.complain(path, "stands above or beside");
                }
            }
        }
    }

    fn complain(&mut self, path: &[String], why: &str) {
        self.found.push(format!("{}: `{}` {why}", self.file, path.join("::")));
    }

    fn judge_tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            syn::UseTree::Path(path) => self.judge_tree(&path.tree, &with(path.ident.to_string())),
            syn::UseTree::Name(name) if name.ident == "self" => self.judge(before, true),
            syn::UseTree::Rename(name) if name.ident == "self" => self.judge(before, true),
            syn::UseTree::Name(name) => self.judge(&with(name.ident.to_string()), true),
            syn::UseTree::Rename(name) => self.judge(&with(name.ident.to_string()), true),
            syn::UseTree::Glob(_) => self.judge(&with("*".to_owned()), true),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.judge_tree(tree, before));
            }
        }
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.judge_tree(&item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.judge(&[item.ident.to_string()], true);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.judge(&names, false);
        visit::visit_path(self, path);
    }

    /// What stands in a macro is not parsed, so its paths are picked out of its words.
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        paths_in(&mac.tokens.to_string()).iter().for_each(|path| self.judge(path, false));
        visit::visit_macro(self, mac);
    }

    /// `pub(crate)` is a path to the parser and says nothing about imports.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}
}

/// Every `a::b` in a text of tokens.
fn paths_in(tokens: &str) -> Vec<Vec<String>> {
    let tight: String = tokens.split("::").map(str::trim).collect::<Vec<_>>().join("::");
    let words = tight.split(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
    words
        .filter(|word| word.contains("::"))
        .map(|word| word.split("::").filter(|part| !part.is_empty()).map(Into::into).collect())
        .collect()
}

fn unproven_stops(path: &str, text: &str) -> Vec<String> {
    let code: Vec<String> = code_only(text).lines().map(Into::into).collect();
    let mut found = Vec::new();
    for (number, above, _) in outside_tests(text) {
        if !above.trim_start().starts_with("// Proof:") {
            let stops = STOPS.iter().filter(|stop| code[number].contains(**stop));
            found.extend(stops.map(|stop| format!("{path}:{}: `{stop}` unproven", number + 1)));
        }
    }
    found
}

/// The bundle is built without the words of `Debug`: there `{:?}` writes nothing.
fn words_of_debug(path: &str, text: &str) -> Vec<String> {
    let lines = outside_tests(text).into_iter();
    let debug = lines.filter(|(_, _, line)| !line.trim_start().starts_with("//"));
    let debug = debug.filter(|(_, _, line)| line.contains(":?}") || line.contains(":#?}"));
    debug.map(|(number, ..)| format!("{path}:{}: says nothing in the bundle", number + 1)).collect()
}

/// The lines that are no tests, with their number from 0 and the line above.
fn outside_tests(text: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let mut in_tests = false;
    let mut above = "";
    for (number, line) in text.lines().enumerate() {
        // rustfmt puts a module's last brace where its first word stands: at the margin.
        in_tests |= line == "#[cfg(test)]";
        if !in_tests {
            found.push((number, above, line));
        }
        in_tests &= line != "}";
        above = line;
    }
    found
}

/// The text with comments and strings blanked out, line for line.
fn code_only(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(i, letter)| letters.get(at + i) == Some(&letter))
    };
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let end = if starts(at, "//") {
            (at..letters.len()).find(|&i| letters[i] == '\n').unwrap_or(letters.len())
        } else if starts(at, "/*") {
            (at..letters.len()).find(|&i| starts(i, "*/")).map_or(letters.len(), |i| i + 2)
        } else if starts(at, "r\"") || starts(at, "r#") {
            let hashes = letters[at + 1..].iter().take_while(|&&letter| letter == '#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let from = at + 1 + hashes;
            match letters.get(from) {
                Some('"') => (from + 1..letters.len())
                    .find(|&i| starts(i, &close))
                    .map_or(letters.len(), |i| i + close.len()),
                _ => at,
            }
        } else if starts(at, "\"") {
            let mut i = at + 1;
            while i < letters.len() && letters[i] != '"' {
                i += if letters[i] == '\\' { 2 } else { 1 };
            }
            i + 1
        } else if starts(at, "'\\") {
            // Behind the escaped letter, which may itself be a quote.
            (at + 3..letters.len()).find(|&i| letters[i] == '\'').map_or(letters.len(), |i| i + 1)
        } else if starts(at, "'") && letters.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            at
        };
        if end == at {
            out.push(letters[at]);
            at += 1;
        } else {
            let end = end.min(letters.len());
            out.extend(letters[at..end].iter().filter(|&&letter| letter == '\n'));
            at = end;
        }
    }
    out
}

#[test]
fn the_rule_of_the_floors_can_fail() {
    let table = [
        ("domain/a.rs", "use crate::app::Repository;"),
        ("domain/a.rs", "use crate::{ledger::Path, app::{self, Kind}};"),
        ("domain/a.rs", "use crate::ui as elsewhere;"),
        ("domain/deep/a.rs", "use super::super::super::app::Kind;"),
        ("domain/mod.rs", "use super::exchange::read;"),
        ("domain/a.rs", "mod tests { use super::super::super::app::Kind; }"),
        ("domain/a.rs", "fn f() -> crate::exchange::Plan { todo() }"),
        ("domain/a.rs", "fn f() { let x = crate::app::f(); }"),
        ("domain/a.rs", "fn f() { assert!(1 == crate::app::f()); }"),
        ("exchange/a.rs", "use crate::analysis::mean;"),
        ("analysis/a.rs", "use crate::exchange::read;"),
        ("app/a.rs", "use indsats::platform::database;"),
        ("app/a.rs", "use crate::*;"),
        ("app/a.rs", "use crate as house;"),
        ("app/a.rs", "use web_sys::Window;"),
        ("app/a.rs", "fn f(x: wasm_bindgen::JsValue) {}"),
        ("app/a.rs", "fn f() { format!(\"{}\", js_sys::Math::random()); }"),
        ("app/a.rs", "use gloo_timers::future::TimeoutFuture;"),
        ("app/a.rs", "use ::leptos::prelude::*;"),
        ("attic/a.rs", ""),
    ];
    for (path, text) in table {
        assert!(!imports_from_above(path, text).is_empty(), "{path}: {text}");
    }
}

#[test]
fn the_rule_of_the_floors_lets_good_imports_be() {
    let table = [
        ("app/mod.rs", "mod a; pub use a::Kind; use super::domain::Kind as K;"),
        ("app/a.rs", "use super::b::C; use crate::app::d; use crate::exchange::{read, write};"),
        ("app/a.rs", "pub(crate) fn f(x: crate::ledger::Path) { vec![crate::domain::f()]; }"),
        ("platform/a.rs", "use wasm_bindgen::JsValue; use crate::app::Storage;"),
        ("ui/a.rs", "use leptos::prelude::*; use crate::platform::database;"),
        ("ui/a.rs", "mod tests { use super::*; }"),
        ("ledger/a.rs", "use ideas::x; use std::fmt; // use crate::app::Repository;"),
        ("lib.rs", "pub mod app;"),
    ];
    for (path, text) in table {
        assert_eq!(imports_from_above(path, text), [""; 0], "{path}: {text}");
    }
}

#[test]
fn the_rule_of_the_proofs_can_fail() {
    let table = [
        ("f().unwrap();", 1),
        ("f()\n    .expect(\"x\");", 1),
        ("let x = '\"'; f().unwrap(); let y = \"\";", 1),
        ("let x = r#\" \" \"#; todo!();", 1),
        ("#[cfg(test)]\nmod tests {\n    f().unwrap();\n}\nfn g() { panic!() }", 1),
        ("// Proof: just made.\nf().unwrap();\ng().unwrap();", 1),
        ("    // Proof: just made.\n    f().unwrap();", 0),
        ("#[cfg(test)]\nmod tests {\n    f().unwrap();\n}", 0),
        ("/// Would panic!\nlet x = \"unreachable!\"; // todo!\nf().unwrap_or_default();", 0),
        ("let c = '\\''; let s = \"panic!\";", 0),
    ];
    for (text, expected) in table {
        assert_eq!(unproven_stops("a.rs", text).len(), expected, "{text}");
    }
}

#[test]
fn the_rule_of_debug_can_fail() {
    let table = [
        ("let key = format!(\"{:?}\", step);", 1),
        ("let key = format!(\"{step:#?}\");", 1),
        ("// {:?}\nlet key = format!(\"{step}\");", 0),
        ("#[cfg(test)]\nmod tests {\n    println!(\"{:?}\", x);\n}", 0),
    ];
    for (text, expected) in table {
        assert_eq!(words_of_debug("a.rs", text).len(), expected, "{text}");
    }
}
