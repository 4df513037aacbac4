//! The files of the project, and what is read off their names and their words.

use std::fs;
use std::path::Path;

/// Hands out every file below `src/`, with its path from there.
pub fn each_source(visit: impl FnMut(&str, &str)) {
    each_file("src", &["rs"], visit);
}

/// Hands out every file of some kinds below a folder of the project, with its path from there.
pub fn each_file(folder: &str, kinds: &[&str], mut visit: impl FnMut(&str, &str)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut folders = vec![root.clone()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| kinds.iter().any(|kind| it == *kind)) {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                visit(&name, &fs::read_to_string(&path).unwrap());
                count += 1;
            }
        }
    }
    // Each of the folders that are asked for holds far more.
    assert!(count > 100, "the walk has lost its way: {count} files");
}

/// `app/store/drafts.rs` is the module `app::store::drafts`, and `app/mod.rs` is `app`.
pub fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(ToOwned::to_owned).collect()
}

/// Every `a::b` in a text of tokens.
pub fn paths_in(tokens: &str) -> Vec<Vec<String>> {
    let tight: String = tokens.split("::").map(str::trim).collect::<Vec<_>>().join("::");
    let words = tight.split(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
    words
        .filter(|word| word.contains("::"))
        .map(|word| word.split("::").filter(|part| !part.is_empty()).map(Into::into).collect())
        .collect()
}
