//! Which file imports which: every name is followed through the modules that only hand it on, to the file
//! that makes it. What tests import does not count.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};

use crate::sources::{each_source, module_of, paths_in};

/// So many steps a name is followed before it is given up.
const STEPS: usize = 16;

/// What a module is for the rules: `["ui", "plan", "week"]`.
pub type Module = Vec<String>;

/// Every file by its module, and which others it imports.
#[derive(Default)]
pub struct House {
    files: BTreeMap<Module, Source>,
}

/// One file.
#[derive(Default)]
struct Source {
    /// What is made in it.
    makes: BTreeSet<String>,
    /// Where the names that it imports come from, as it is written.
    imports: BTreeMap<String, Vec<String>>,
    /// Every path in it, with the inline modules it stands in.
    paths: Vec<(Module, Vec<String>)>,
    /// It only names other modules and hands on what they make.
    only_names: bool,
}

/// Where a path ends.
enum End {
    Module(Module),
    NameIn(Module),
}

impl House {
    /// Reads everything below `src/`.
    pub fn read() -> Self {
        let mut house = Self::default();
        each_source(|path, text| house.add(path, text));
        house
    }

    /// Adds a file.
    pub fn add(&mut self, path: &str, text: &str) {
        // These two put the house together and stand outside it.
        if ["lib.rs", "main.rs"].contains(&path) {
            return;
        }
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let module = module_of(path);
        let mut reader = Reader { at: module.clone(), depth: 0, source: Source::default() };
        reader.source.only_names = path.ends_with("mod.rs");
        reader.visit_file(&file);
        self.files.insert(module, reader.source);
    }

    /// Which files each file imports; those that only name others are looked through.
    pub fn imports(&self) -> BTreeMap<&Module, BTreeSet<&Module>> {
        let files = self.files.iter().filter(|(_, source)| !source.only_names);
        files.map(|(module, source)| (module, self.imports_of(module, source))).collect()
    }

    fn imports_of(&self, module: &Module, source: &Source) -> BTreeSet<&Module> {
        let ends = source.paths.iter().filter_map(|(at, path)| self.end_of(at, path, STEPS));
        let found = ends.filter_map(|end| {
            let (End::Module(at) | End::NameIn(at)) = end;
            self.files.get_key_value(&at)
        });
        let made = found.filter(|(_, source)| !source.only_names).map(|(module, _)| module);
        made.filter(|it| *it != module).collect()
    }

    /// Follows a path from where it stands.
    fn end_of(&self, at: &[String], path: &[String], steps: usize) -> Option<End> {
        let steps = steps.checked_sub(1)?;
        let (mut here, mut rest) = (at.to_vec(), path);
        match path.first()?.as_str() {
            "crate" | "indsats" => {
                here.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    here.pop();
                    rest = &rest[1..];
                }
            }
            first => {
                let is_here = self.files.contains_key(&[at, &[first.to_owned()]].concat());
                if !is_here {
                    let import = self.files.get(at)?.imports.get(first)?;
                    // An import that leads to its own name leads out of the house.
                    if import.first().is_some_and(|name| name == first) {
                        return None;
                    }
                    let whole = [import, &path[1..]].concat();
                    return self.end_of(at, &whole, steps);
                }
            }
        }
        while let Some((name, after)) = rest.split_first() {
            let source = self.files.get(&here);
            let below = [&here[..], std::slice::from_ref(name)].concat();
            let is_made = source.is_some_and(|it| it.makes.contains(name));
            let import = source.and_then(|it| it.imports.get(name));
            if is_made {
                return Some(End::NameIn(here));
            }
            if self.files.contains_key(&below) && (!after.is_empty() || import.is_none()) {
                (here, rest) = (below, after);
            } else if let Some(import) = import {
                return match self.end_of(&here, import, steps)? {
                    End::Module(found) if !after.is_empty() => {
                        let from_it = [&["self".to_owned()], after].concat();
                        self.end_of(&found, &from_it, steps)
                    }
                    end => Some(end),
                };
            } else {
                return Some(End::NameIn(here));
            }
        }
        Some(End::Module(here))
    }
}

/// Goes through a file and notes what it makes and what it names.
struct Reader {
    at: Module,
    /// How many inline modules deep.
    depth: usize,
    source: Source,
}

impl Reader {
    fn note(&mut self, path: Vec<String>) {
        self.source.paths.push((self.at.clone(), path));
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (name, path) = match tree {
            syn::UseTree::Path(path) => return self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.tree(tree, before));
            }
            syn::UseTree::Glob(_) => return self.note(before.to_vec()),
            syn::UseTree::Name(name) if name.ident == "self" => {
                (before.last().cloned().unwrap_or_default(), before.to_vec())
            }
            syn::UseTree::Name(name) => (name.ident.to_string(), with(&name.ident)),
            syn::UseTree::Rename(name) if name.ident == "self" => {
                (name.rename.to_string(), before.to_vec())
            }
            syn::UseTree::Rename(name) => (name.rename.to_string(), with(&name.ident)),
        };
        if self.depth == 0 {
            self.source.imports.insert(name, path.clone());
        }
        self.note(path);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let made = match item {
            syn::Item::Const(it) => Some(&it.ident),
            syn::Item::Enum(it) => Some(&it.ident),
            syn::Item::Fn(it) => Some(&it.sig.ident),
            syn::Item::Macro(it) => it.ident.as_ref(),
            syn::Item::Mod(it) => it.content.as_ref().map(|_| &it.ident),
            syn::Item::Static(it) => Some(&it.ident),
            syn::Item::Struct(it) => Some(&it.ident),
            syn::Item::Trait(it) => Some(&it.ident),
            syn::Item::Type(it) => Some(&it.ident),
            _ => None,
        };
        let names_only = matches!(item, syn::Item::Use(_))
            || matches!(item, syn::Item::Mod(it) if it.content.is_none());
        self.source.only_names &= names_only;
        if let Some(made) = made.filter(|_| self.depth == 0) {
            self.source.makes.insert(made.to_string());
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |it: &syn::Attribute| {
            it.path().is_ident("cfg")
                && it.parse_args::<syn::Path>().is_ok_and(|it| it.is_ident("test"))
        };
        if item.attrs.iter().any(is_test) {
            return;
        }
        self.at.push(item.ident.to_string());
        self.depth += 1;
        visit::visit_item_mod(self, item);
        self.depth -= 1;
        self.at.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if names.len() > 1 {
            self.note(names);
        }
        visit::visit_path(self, path);
    }

    /// What stands in a macro is not parsed, so its paths are picked out of its words.
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        paths_in(&mac.tokens.to_string()).into_iter().for_each(|path| self.note(path));
        visit::visit_macro(self, mac);
    }

    /// `pub(in crate::domain)` is a path to the parser and says nothing about imports.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}
}

#[test]
fn a_name_is_followed_to_the_file_that_makes_it() {
    let mut house = House::default();
    house.add("ui/mod.rs", "mod kit; mod plan; mod mount;");
    house.add("ui/kit/mod.rs", "mod button; mod list; pub use button::Button; pub use list::list;");
    house.add("ui/kit/button.rs", "pub struct Button;");
    house.add("ui/kit/list.rs", "use super::button::Button; pub fn list() {}");
    house.add("ui/plan/mod.rs", "mod week; pub mod words; pub use week::week;");
    house.add("ui/plan/week.rs", "use crate::ui::kit::{Button as B, list}; pub fn week() {}");
    house.add(
        "ui/plan/words.rs",
        "#[cfg(test)] mod tests { use crate::ui::kit::list; } pub fn day() {}",
    );
    house.add("ui/mount.rs", "use super::plan; fn f() { plan::week(); m!(plan::words::day()) }");
    let found: Vec<_> = house
        .imports()
        .into_iter()
        .flat_map(|(from, to)| {
            let from = from.join("/");
            to.into_iter().map(move |to| format!("{from} {}", to.join("/")))
        })
        .collect();
    let expected = [
        "ui/kit/list ui/kit/button",
        "ui/mount ui/plan/week",
        "ui/mount ui/plan/words",
        "ui/plan/week ui/kit/button",
        "ui/plan/week ui/kit/list",
    ];
    assert_eq!(found, expected);
}
