//! Where long Danish words of the forms may be parted. Browsers know no Danish hyphens, and break a
//! word anywhere that is too long for its button.

/// What long words are put together with: a word may be parted before each of these.
const PARTS: [&str; 10] = [
    "undervisning",
    "form",
    "underviser",
    "visning",
    "læring",
    "forløb",
    "samarbejde",
    "spørgsmål",
    "opgave",
    "respons",
];

/// Words that are shorter than this fit.
const LONG: usize = 12;

const SOFT_HYPHEN: char = '\u{ad}';

/// The text with soft hyphens in its long words.
pub fn with_soft_hyphens(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        if word.chars().count() < LONG {
            return word.to_owned();
        }
        let mut parted = word.to_owned();
        // One joint is enough, and never before the first letters of a word.
        let joint = PARTS.iter().find_map(|part| word.rfind(part).filter(|at| *at > 1));
        if let Some(at) = joint {
            parted.insert(at, SOFT_HYPHEN);
        }
        parted
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_may_be_parted_at_their_joints() {
        for (text, parted) in [
            ("Stationsundervisning", "Stations|undervisning"),
            ("Alternativ undervisning", "Alternativ under|visning"),
            ("Parundervisning", "Par|undervisning"),
            ("Én underviser, én observerer", "Én underviser, én observerer"),
            ("Hjælper en elev", "Hjælper en elev"),
            ("Samarbejdsform", "Samarbejds|form"),
        ] {
            assert_eq!(with_soft_hyphens(text).replace(SOFT_HYPHEN, "|"), parted);
        }
    }
}
