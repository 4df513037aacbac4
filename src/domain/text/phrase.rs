//! Putting a short phrase into a note at the cursor.

/// The text with a phrase in it, and where the cursor stands then. Places are counted as the browser
/// counts them, in units of UTF-16; a place inside of a letter is before it. Words are kept apart.
pub fn with_phrase(text: &str, cursor: usize, phrase: &str) -> (String, usize) {
    let mut units = 0;
    let place = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > cursor
    });
    let (before, after) = text.split_at(place.map_or(text.len(), |(at, _)| at));
    let stands_apart = before.is_empty() || before.ends_with(char::is_whitespace);
    let goes_on = !after.starts_with(|next: char| next.is_whitespace() || ".,;:!?".contains(next));
    let (lead, trail) = (if stands_apart { "" } else { " " }, if goes_on { " " } else { "" });
    let begun = format!("{before}{lead}{phrase}{trail}");
    let cursor = begun.encode_utf16().count();
    (begun + after, cursor)
}

/// A title that is longer is no title.
const TITLE: usize = 80;

/// An answer as a title and as notes: a short one is a title, a longer one stands in the notes.
pub fn title_and_note(answer: &str) -> (&str, &str) {
    let is_title = answer.chars().count() <= TITLE && !answer.contains('\n');
    if is_title { (answer, "") } else { ("", answer) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_stands_where_the_cursor_is_and_apart_from_the_words() {
        for (text, cursor, expected, then) in [
            ("", 0, "Ro ", 3),
            ("Nu", 2, "Nu Ro ", 6),
            ("Nu ", 3, "Nu Ro ", 6),
            ("Nu gik", 2, "Nu Ro gik", 5),
            ("Nu.", 2, "Nu Ro.", 5),
            ("gik", 0, "Ro gik", 3),
            ("Æ😀b", 3, "Æ😀 Ro b", 7),
            ("Æ😀b", 2, "Æ Ro 😀b", 5),
            ("Nu", 99, "Nu Ro ", 6),
        ] {
            assert_eq!(with_phrase(text, cursor, "Ro"), (expected.to_owned(), then), "{text:?}");
        }
    }
}
