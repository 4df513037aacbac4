//! What stands for people: codes for pupils, initials for adults. Never names.

/// What is left of a text that was to hold pupils' codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// The codes, in capitals: each has a digit.
    pub codes: Vec<String>,
    /// Words of two letters and more that are no codes, and may be names. They are kept nowhere.
    pub names: Vec<String>,
}

/// Reads codes with anything but letters and digits between them. A name is none: a code has a digit.
pub fn pupil_codes(text: &str) -> Codes {
    let mut found = Codes::default();
    for word in words_of(text) {
        if word.chars().any(|letter| letter.is_ascii_digit()) {
            found.codes.push(word.to_uppercase());
        } else if word.chars().nth(1).is_some() {
            found.names.push(word.to_owned());
        }
    }
    found
}

/// Reads initials with anything but letters and digits between them, each once.
pub fn initials(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words_of(text).map(str::to_uppercase) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_code() {
        let found = pupil_codes("e04, E17 Ali; 7 og x");
        assert_eq!(found.codes, ["E04", "E17", "7"]);
        assert_eq!(found.names, ["Ali", "og"]);
    }

    #[test]
    fn initials_stand_once_and_in_capitals() {
        assert_eq!(initials(" al, SO og/AL"), ["AL", "SO", "OG"]);
        assert!(initials(" ,").is_empty());
    }
}
