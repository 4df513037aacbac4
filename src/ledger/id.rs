//! The three names of the ledger: of a record, of a revision, of a device.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::error::LedgerError;

/// The name of a record; a UUID, version 7 when made here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Uuid);

impl RecordId {
    /// Makes a version 7 id from a time in milliseconds since 1970 and ten random bytes.
    pub fn new(now_ms: u64, random: [u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(now_ms, &random).into_uuid())
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RecordId {
    type Err = LedgerError;

    /// Accepts only the hyphenated lowercase form, so that one id has one spelling.
    fn from_str(text: &str) -> Result<Self, LedgerError> {
        let id = Uuid::try_parse(text).map_err(|_| LedgerError::Id(clip(text)))?;
        let same = id.as_hyphenated().to_string() == text;
        same.then_some(Self(id)).ok_or_else(|| LedgerError::Id(clip(text)))
    }
}

/// The name of a revision: SHA-256 of the canonical JSON of its body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionId([u8; 32]);

impl RevisionId {
    /// The name of this content.
    pub fn of(canonical_body: &str) -> Self {
        Self(Sha256::digest(canonical_body.as_bytes()).into())
    }
}

/// The name of a device: sixteen random bytes made once for each installation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId([u8; 16]);

impl DeviceId {
    /// A device id from random bytes.
    pub const fn new(random: [u8; 16]) -> Self {
        Self(random)
    }
}

/// Writes bytes as lowercase hex and reads exactly that back.
macro_rules! hex_text {
    ($name:ident, $bytes:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = LedgerError;

            fn from_str(text: &str) -> Result<Self, LedgerError> {
                let mut bytes = [0; $bytes];
                read_hex(text, &mut bytes)?;
                Ok(Self(bytes))
            }
        }
    };
}

hex_text!(RevisionId, 32);
hex_text!(DeviceId, 16);

fn read_hex(text: &str, bytes: &mut [u8]) -> Result<(), LedgerError> {
    let wrong = || LedgerError::Id(clip(text));
    let digits = text.as_bytes();
    if digits.len() != bytes.len() * 2 {
        return Err(wrong());
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let (high, low) = (nibble(pair[0]), nibble(pair[1]));
        *byte = high.zip(low).map(|(high, low)| high << 4 | low).ok_or_else(wrong)?;
    }
    Ok(())
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// A piece of foreign text short enough to put in a message.
fn clip(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_id_has_one_spelling() {
        let id = RecordId::new(1_700_000_000_000, [7; 10]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().to_uppercase().parse::<RecordId>().is_err());
        assert!(id.to_string().replace('-', "").parse::<RecordId>().is_err());
        let rev = RevisionId::of("{}");
        assert_eq!(rev.to_string().parse(), Ok(rev));
        for wrong in ["", "zz", &rev.to_string().to_uppercase(), &rev.to_string()[1..]] {
            assert!(wrong.parse::<RevisionId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn later_records_sort_later() {
        assert!(RecordId::new(1, [255; 10]) < RecordId::new(2, [0; 10]));
    }
}
