//! Words as they are searched: without capitals, and however the keyboard at hand writes them.

/// The text as it is compared: small letters, `æ` as `ae`, `ø` as `oe`, `å` as `aa`, and without
/// accents, so that `Ærø`, `ærø` and `aeroe` are one word.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' | ' ' => folded.push(letter),
            'æ' | 'Æ' | 'ä' | 'Ä' => folded.push_str("ae"),
            'ø' | 'Ø' | 'ö' | 'Ö' => folded.push_str("oe"),
            'å' | 'Å' => folded.push_str("aa"),
            'é' | 'É' | 'è' | 'È' => folded.push('e'),
            'ü' | 'Ü' => folded.push('u'),
            letter if letter.is_whitespace() || letter.is_control() => folded.push(' '),
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_one_word_on_every_keyboard() {
        let table = [
            ("Ærø", "aeroe"),
            ("ÅRSPRØVE", "aarsproeve"),
            ("Aarhus", "aarhus"),
            ("forældre", "foraeldre"),
            ("Én idé", "en ide"),
            ("Björk", "bjoerk"),
            ("5.b –\n73 %", "5.b – 73 %"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded);
        }
    }
}
