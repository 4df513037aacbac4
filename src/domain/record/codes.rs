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

/// A text with other words in place of every pupil's code, for what leaves the team. `known` are codes
/// that are in use, in capitals; whatever looks like a code is one. A mere number stays: it may be a week.
pub fn without_codes(text: &str, known: &[String], instead: &str) -> String {
    replaced(text, instead, &|word| {
        let word = word.to_uppercase();
        let has_letter = word.chars().any(|letter| !letter.is_ascii_digit());
        is_pupil_code(&word) || (has_letter && known.contains(&word))
    })
}

/// A text with other words in place of these initials. Only in capitals are they initials: »OG« may be
/// somebody, »og« is nobody.
pub fn without_initials(text: &str, known: &[String], instead: &str) -> String {
    let has_capitals = |word: &str| word.chars().all(|letter| !letter.is_lowercase());
    replaced(text, instead, &|word| {
        let word_is = |it: &String| it.chars().nth(1).is_some() && it.to_uppercase() == word;
        has_capitals(word) && known.iter().any(word_is)
    })
}

/// A text with other words in place of some of its own.
fn replaced(text: &str, instead: &str, is_code: &dyn Fn(&str) -> bool) -> String {
    // »E04s makker«
    let code_of = |word: &str| -> Option<usize> {
        let bare = word.strip_suffix(['s', 'S']).unwrap_or(word);
        [word, bare].into_iter().find(|it| is_code(it)).map(str::len)
    };
    let mut clean = String::with_capacity(text.len());
    for part in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let rest = code_of(word).and_then(|length| part.get(length..));
        if rest.is_some() {
            clean.push_str(instead);
        }
        clean.push_str(rest.unwrap_or(part));
    }
    clean
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a text is a pupil's code: `E` and two or three digits, not all 0.
pub fn is_pupil_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|digits| {
        (2..=3).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && digits.bytes().any(|digit| digit != b'0')
    })
}

/// The code after the last of some; where that is taken, the first that is free.
pub(in crate::domain) fn next_pupil_code(taken: &[String]) -> String {
    let last = taken.iter().filter_map(|code| code.get(1..)?.parse::<u32>().ok()).max();
    let next = last.map_or(1, |last| last + 1);
    if next <= 999 {
        return format!("E{next:02}");
    }
    let mut codes = (1_u32..=999).map(|n| format!("E{n:02}"));
    codes.find(|code| !taken.contains(code)).unwrap_or_default()
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

    #[test]
    fn codes_leave_no_trace_in_a_text() {
        let known = ["4C".to_owned(), "7".to_owned()];
        let table = [
            ("", ""),
            ("E04 forklarer, og e117s makker lytter", "X forklarer, og Xs makker lytter"),
            ("(E04/E17) i uge 7, e04.", "(X/X) i uge 7, X."),
            ("4c, 4C-gruppen i 5.b", "X, X-gruppen i 5.b"),
            (
                "E00 er ingen, og E4 er et papir. A4, B12",
                "E00 er ingen, og E4 er et papir. A4, B12",
            ),
            ("Slut E99", "Slut X"),
        ];
        for (text, expected) in table {
            assert_eq!(without_codes(text, &known, "X"), expected, "{text}");
        }
    }

    #[test]
    fn initials_are_those_in_capitals() {
        let known = ["MK", "og", "A"].map(str::to_owned);
        let table = [
            ("MK og JP", "en kollega og JP"),
            ("MKs time, mk", "en kollegas time, mk"),
            ("OG taler, A lytter", "en kollega taler, A lytter"),
        ];
        for (text, clean) in table {
            assert_eq!(without_initials(text, &known, "en kollega"), clean, "{text}");
        }
    }
}
