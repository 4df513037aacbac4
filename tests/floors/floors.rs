//! A module imports only from floors below its own, and only the two upper floors know a browser.

use syn::visit::{self, Visit};

use crate::sources::{each_source, module_of, paths_in};

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

#[test]
fn no_module_imports_from_above_its_floor() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(imports_from_above(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
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
