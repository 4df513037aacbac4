//! The one place where errors become sentences: what happened, that nothing is lost, what to do.

use leptos_i18n::td_string;

use super::i18n::Locale;
use crate::app::{AppError, StorageError};
use crate::exchange::BundleError;
use crate::platform::files::FileError;

/// An error of a use case.
pub fn explain(locale: Locale, error: &AppError) -> String {
    match error {
        AppError::Storage(error) => storage(locale, error),
        AppError::Bundle(error) => bundle(locale, error),
        AppError::Ledger(_) => td_string!(locale, error.ledger).to_string(),
        AppError::NoRecord(_) => td_string!(locale, error.no_record).to_string(),
        AppError::ReadOnly(_) => td_string!(locale, error.read_only).to_string(),
    }
}

/// Why a file is not taken in.
pub fn bundle(locale: Locale, error: &BundleError) -> String {
    match error {
        BundleError::TooLarge => td_string!(locale, error.file_too_large),
        BundleError::Empty => td_string!(locale, error.file_empty),
        BundleError::CutOff => td_string!(locale, error.file_cut_off),
        BundleError::Damaged => td_string!(locale, error.file_damaged),
        BundleError::TooDeep => td_string!(locale, error.file_too_deep),
        BundleError::NotOurs => td_string!(locale, error.file_not_ours),
        BundleError::Newer => td_string!(locale, error.file_newer),
    }
    .to_string()
}

/// Why a file did not get from or to the device.
pub fn file(locale: Locale, error: FileError) -> String {
    match error {
        FileError::TooLarge => td_string!(locale, error.file_too_large),
        FileError::Unreadable => td_string!(locale, error.file_unreadable),
        FileError::NotSaved => td_string!(locale, error.file_not_saved),
    }
    .to_string()
}

fn storage(locale: Locale, error: &StorageError) -> String {
    match error {
        StorageError::Full => td_string!(locale, error.full).to_string(),
        StorageError::Unavailable => td_string!(locale, error.unavailable).to_string(),
        StorageError::Blocked => td_string!(locale, error.blocked).to_string(),
        StorageError::Newer => td_string!(locale, error.newer).to_string(),
        StorageError::Lost => td_string!(locale, error.lost).to_string(),
        StorageError::Aborted => td_string!(locale, error.aborted).to_string(),
        StorageError::Damaged(_) => td_string!(locale, error.damaged).to_string(),
        StorageError::Other(words) => {
            super::texts::fill(td_string!(locale, error.other), &[("words", words.clone())])
        }
    }
}
