//! The one place where errors become sentences: what happened, that nothing is lost, what to do.

use crate::app::store::{AppError, StorageError};
use crate::domain::text::Lang;
use crate::exchange::BundleError;
use crate::platform::files::FileError;
use crate::ui::shell::{self, text_in};

/// An error of a use case.
pub fn explain(lang: Lang, error: &AppError) -> String {
    match error {
        AppError::Storage(error) => storage(lang, error),
        AppError::Bundle(error) => bundle(lang, error),
        AppError::Ledger(_) => text_in!(lang, error.ledger).to_string(),
        AppError::NoRecord(_) => text_in!(lang, error.no_record).to_string(),
        AppError::ReadOnly(_) => text_in!(lang, error.read_only).to_string(),
    }
}

/// Why a file is not taken in.
pub fn bundle(lang: Lang, error: &BundleError) -> String {
    match error {
        BundleError::TooLarge => text_in!(lang, error.file_too_large),
        BundleError::Empty => text_in!(lang, error.file_empty),
        BundleError::CutOff => text_in!(lang, error.file_cut_off),
        BundleError::Damaged => text_in!(lang, error.file_damaged),
        BundleError::TooDeep => text_in!(lang, error.file_too_deep),
        BundleError::NotOurs => text_in!(lang, error.file_not_ours),
        BundleError::Newer => text_in!(lang, error.file_newer),
    }
    .to_string()
}

/// Why a file did not get from or to the device.
pub fn file(lang: Lang, error: FileError) -> String {
    match error {
        FileError::TooLarge => text_in!(lang, error.file_too_large),
        FileError::Unreadable => text_in!(lang, error.file_unreadable),
        FileError::NotSaved => text_in!(lang, error.file_not_saved),
    }
    .to_string()
}

fn storage(lang: Lang, error: &StorageError) -> String {
    match error {
        StorageError::Full => text_in!(lang, error.full).to_string(),
        StorageError::Unavailable => text_in!(lang, error.unavailable).to_string(),
        StorageError::Blocked => text_in!(lang, error.blocked).to_string(),
        StorageError::Newer => text_in!(lang, error.newer).to_string(),
        StorageError::Lost => text_in!(lang, error.lost).to_string(),
        StorageError::Aborted => text_in!(lang, error.aborted).to_string(),
        StorageError::Damaged(_) => text_in!(lang, error.damaged).to_string(),
        StorageError::Other(words) => {
            shell::fill(text_in!(lang, error.other), &[("words", words.clone())])
        }
    }
}
