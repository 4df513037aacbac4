//! Files that leave a browser and files that enter it. Both engines save and pick real ones.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tokio::time::sleep;

use super::browser::Browser;
use super::find::Finder;
use super::patience::{BETWEEN_LOOKS, PATIENCE, Patience};

impl Browser {
    /// Waits for the next file that is saved, and until it is whole.
    pub async fn next_download(&self) -> PathBuf {
        let folder = self.folder().folder("downloads");
        let mut patience = Patience::usual();
        let mut before = None;
        loop {
            let size = self.fresh_download(&folder).map(|path| {
                let size = path.metadata().map_or(0, |about| about.len());
                (path, size)
            });
            // WebKit writes under the last name from the start: whole is what no longer grows.
            if let Some((path, size)) = &size
                && *size > 0
                && size_is(&before, path, *size)
            {
                self.state().downloads.insert(path.clone());
                return path.clone();
            }
            if patience.is_over() {
                panic!("{} saved no file within {PATIENCE:?}", self.who());
            }
            before = size;
            sleep(BETWEEN_LOOKS * 3).await;
        }
    }

    /// Fails when a file was saved that nobody waited for.
    pub fn saved_nothing_more(&self) {
        let folder = self.folder().folder("downloads");
        if let Some(path) = self.fresh_download(&folder) {
            panic!("{} saved {} unasked", self.who(), path.display());
        }
    }

    fn fresh_download(&self, folder: &Path) -> Option<PathBuf> {
        let state = self.state();
        let files = std::fs::read_dir(folder).ok()?;
        let mut files: Vec<_> = files
            .filter_map(|file| Some(file.ok()?.path()))
            .filter(|path| !state.downloads.contains(path))
            .filter(|path| !is_unfinished(path))
            .collect();
        files.sort();
        files.into_iter().next()
    }
}

fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Chromium's names while it writes.
    name.ends_with(".crdownload") || name.starts_with(".org.chromium")
}

fn size_is(before: &Option<(PathBuf, u64)>, path: &Path, size: u64) -> bool {
    before.as_ref().is_some_and(|(other, was)| other == path && *was == size)
}

/// A copy of a file that somebody has changed by hand, beside the folder it was saved in.
pub fn edited(file: &Path, change: impl FnOnce(&mut Value)) -> PathBuf {
    let text = std::fs::read_to_string(file).expect("the file was just saved");
    let mut json = serde_json::from_str(&text).expect("the app writes JSON");
    change(&mut json);
    let folder = file.parent().and_then(Path::parent).expect("downloads have a folder");
    let other = folder.join("rettet.json");
    std::fs::write(&other, json.to_string()).expect("the folder is writable");
    other
}

/// The versions of forms that are published in a file, as they stand in its revisions.
pub fn published(file: &mut Value) -> Vec<&mut Value> {
    let revisions = file["revisions"].as_array_mut().expect("a file has revisions");
    let sets = revisions.iter_mut().filter_map(|entry| entry["body"]["set"].as_object_mut());
    let values = sets.flatten();
    values.filter(|(path, _)| path.starts_with("published/")).map(|(_, form)| form).collect()
}

impl Finder {
    /// Picks files in a file field, all at once.
    pub async fn pick(&self, files: &[&Path]) {
        let mut paths = Vec::new();
        for file in files {
            let path = file.canonicalize();
            let path = path.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            paths.push(path.display().to_string());
        }
        let paths = paths.join("\n");
        self.with("pick files in", async |element| element.send_keys(paths.as_str()).await).await;
    }
}
