//! What is wrong with a form, and where.

use std::fmt;

/// What is wrong at a place in a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Something has to stand here.
    #[error("is missing")]
    Missing,
    /// Something of another type stands here.
    #[error("is of the wrong type")]
    WrongType,
    /// The id is used before.
    #[error("is used twice")]
    Twice,
    /// An id has other letters than `a–z`, `0–9` and `-`.
    #[error("is not an id")]
    NotAnId,
    /// A kind of question that this version does not know.
    #[error("is a kind of question from a newer version")]
    UnknownKind,
    /// A number or a count is outside what makes sense.
    #[error("is too small or too large")]
    OutOfRange,
    /// The number is not one of those that are allowed.
    #[error("is not among what is allowed")]
    NotAllowed,
    /// A question waits for something that cannot have been answered before it.
    #[error("is no answer of an earlier question")]
    NoSuchAnswer,
}

/// A flaw and where it is: `sections[1].items[0].levels[2].label`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: String,
    /// What.
    pub flaw: Flaw,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.place, self.flaw)
    }
}

impl Fault {
    /// The things that it is in, outermost first: the list each stands in, and its number there
    /// from 1.
    pub fn steps(&self) -> Vec<(&str, usize)> {
        let parts = self.place.split('.').filter_map(|part| part.split_once('['));
        let step = |(list, rest): (_, &str)| {
            let number: usize = rest.strip_suffix(']')?.parse().ok()?;
            Some((list, number.checked_add(1)?))
        };
        parts.filter_map(step).collect()
    }

    /// What is wrong as a path without numbers: `sections/items/options/label`.
    pub fn path(&self) -> String {
        let names = self.place.split('.').map(|part| part.split('[').next().unwrap_or_default());
        let names = names.filter(|name| !matches!(*name, "da" | "en"));
        names.collect::<Vec<_>>().join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_taken_apart() {
        for (place, steps, path) in [
            ("title.da", &[][..], "title"),
            ("", &[], ""),
            ("sections", &[], "sections"),
            ("sections[0]", &[("sections", 1)], "sections"),
            (
                "sections[1].items[0].levels[2].label.en",
                &[("sections", 2), ("items", 1), ("levels", 3)],
                "sections/items/levels/label",
            ),
            ("sections[x].showIf.value", &[], "sections/showIf/value"),
        ] {
            let fault = Fault { place: place.to_owned(), flaw: Flaw::Missing };
            assert_eq!(fault.steps(), steps, "{place}");
            assert_eq!(fault.path(), path, "{place}");
        }
    }
}
