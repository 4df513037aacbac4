//! Files that a person picks, and files that a person is given.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, ShareData, Url};

/// Why a file did not get from or to the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than what is read; nothing has been read.
    #[error("the file is too large")]
    TooLarge,
    /// The browser could not read it.
    #[error("the file cannot be read")]
    Unreadable,
    /// The browser could not give it to the person.
    #[error("the file could not be handed over")]
    NotSaved,
}

/// The bytes of a picked file, if it is no larger than `limit` bytes.
///
/// # Errors
/// It is larger, or the browser cannot read it.
pub async fn read(file: &File, limit: u64) -> Result<Vec<u8>, FileError> {
    if file.size() > limit as f64 {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A file made ready: a browser shares only what it has in hand when the person presses.
#[derive(Debug, Clone)]
pub struct Prepared {
    file: File,
}

impl Prepared {
    /// A JSON file with this name and text.
    ///
    /// # Errors
    /// The browser cannot hold it.
    pub fn json(name: &str, text: &str) -> Result<Self, FileError> {
        Self::of_type("application/json", name, text)
    }

    /// A page that any browser shows, with this name and text.
    ///
    /// # Errors
    /// The browser cannot hold it.
    pub fn page(name: &str, text: &str) -> Result<Self, FileError> {
        Self::of_type("text/html", name, text)
    }

    /// A file for calendars with this name and text.
    ///
    /// # Errors
    /// The browser cannot hold it.
    pub fn calendar(name: &str, text: &str) -> Result<Self, FileError> {
        Self::of_type("text/calendar", name, text)
    }

    /// A table for a spreadsheet with this name and text.
    ///
    /// # Errors
    /// The browser cannot hold it.
    pub fn table(name: &str, text: &str) -> Result<Self, FileError> {
        Self::of_type("text/csv", name, text)
    }

    fn of_type(kind: &str, name: &str, text: &str) -> Result<Self, FileError> {
        let options = web_sys::FilePropertyBag::new();
        options.set_type(kind);
        File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options)
            .map(|file| Self { file })
            .map_err(|_| FileError::NotSaved)
    }

    /// What it is called.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Whether the device can hand it to another app.
    pub fn can_be_shared(&self) -> bool {
        let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
            return false;
        };
        let method = Reflect::get(&navigator, &"canShare".into());
        let Ok(can_share) = method.and_then(JsCast::dyn_into::<Function>) else { return false };
        can_share.call1(&navigator, &self.data()).is_ok_and(|answer| answer.is_truthy())
    }

    /// Lets the person send it with another app. Call it from a press. `Ok(false)` when the person
    /// thought better of it.
    ///
    /// # Errors
    /// The device could not do it.
    pub async fn share(&self) -> Result<bool, FileError> {
        let window = web_sys::window().ok_or(FileError::NotSaved)?;
        match JsFuture::from(window.navigator().share_with_data(&self.data())).await {
            Ok(_) => Ok(true),
            Err(error) if name_of(&error) == "AbortError" => Ok(false),
            Err(_) => Err(FileError::NotSaved),
        }
    }

    /// Lets the browser save it where it saves files.
    ///
    /// # Errors
    /// The browser refused.
    pub fn download(&self) -> Result<(), FileError> {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.ok_or(FileError::NotSaved)?;
        // A type that no browser shows by itself, or the app's page would be left for the file.
        let options = BlobPropertyBag::new();
        options.set_type("application/octet-stream");
        let blob = Blob::new_with_blob_sequence_and_options(&Array::of1(&self.file), &options)
            .map_err(|_| FileError::NotSaved)?;
        let address = Url::create_object_url_with_blob(&blob).map_err(|_| FileError::NotSaved)?;
        let link: HtmlAnchorElement = document
            .create_element("a")
            .ok()
            .and_then(|element| element.dyn_into().ok())
            .ok_or(FileError::NotSaved)?;
        link.set_href(&address);
        link.set_download(&self.name());
        link.click();
        // Safari reads the address after the click; a minute is long enough for any of them.
        gloo_timers::callback::Timeout::new(60_000, move || {
            let _ = Url::revoke_object_url(&address);
        })
        .forget();
        Ok(())
    }

    fn data(&self) -> ShareData {
        let data = ShareData::new();
        data.set_files(&Array::of1(&self.file));
        data
    }
}

fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into());
    name.ok().and_then(|name| name.as_string()).unwrap_or_default()
}
