//! Randomness for names.

use crate::app::store::Ids;

/// The browser's source of randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserIds;

impl Ids for BrowserIds {
    fn random(&self, bytes: &mut [u8]) {
        // Every browser that runs WebAssembly has one. Without it, names still differ by their time.
        let _ = getrandom::fill(bytes);
    }
}
