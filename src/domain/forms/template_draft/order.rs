//! Texts that sort as things stand in a list: a thing that is moved gets a text between those of its
//! neighbours, and nobody else's changes. Two people who move different things never collide.

/// In the order in which texts sort.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

const BASE: usize = DIGITS.len();

/// The text of the thing at a place in a list that is laid out anew, with room around it.
pub fn spread(place: usize) -> String {
    format!("{:05}", (place + 1) * 10)
}

/// A text behind `low` and before `high`, where there is one; `None` where there is no room, as
/// between two that are the same.
pub fn between(low: &str, high: Option<&str>) -> Option<String> {
    let most = low.len() + high.map_or(0, str::len) + 1;
    let mut high = high;
    let mut made = String::new();
    for place in 0..most {
        let from = digit(low, place)?.unwrap_or_default();
        let to = match high {
            Some(high) => digit(high, place)?.unwrap_or_default(),
            None => BASE,
        };
        match to.checked_sub(from)? {
            0 => made.push(letter(from)?),
            1 => {
                // Behind this letter anything is before the upper end.
                made.push(letter(from)?);
                high = None;
            }
            room => {
                made.push(letter(from + room / 2)?);
                return Some(made);
            }
        }
    }
    None
}

/// The digit at a place; `Some(None)` behind the end, `None` where it is no digit of ours.
fn digit(text: &str, place: usize) -> Option<Option<usize>> {
    match text.as_bytes().get(place) {
        None => Some(None),
        Some(byte) => DIGITS.iter().position(|digit| digit == byte).map(Some),
    }
}

fn letter(digit: usize) -> Option<char> {
    DIGITS.get(digit).copied().map(char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_between_any_two() {
        for (low, high) in [
            ("", None),
            ("i", None),
            ("z", None),
            ("zz", None),
            ("", Some("00010")),
            ("00010", Some("00020")),
            ("00010", Some("00011")),
            ("a", Some("ab")),
            ("az", Some("b")),
        ] {
            let made = between(low, high).unwrap();
            assert!(low < made.as_str(), "{low} {made}");
            assert!(high.is_none_or(|high| made.as_str() < high), "{made} {high:?}");
        }
    }

    #[test]
    fn there_is_no_room_where_there_is_none() {
        for (low, high) in [("a", "a"), ("b", "a"), ("a", "a0"), ("Å", "å")] {
            assert_eq!(between(low, Some(high)), None, "{low} {high}");
        }
    }

    #[test]
    fn a_thousand_at_either_end_and_in_the_middle_stay_in_order() {
        let (mut last, mut first, mut middle) = (String::new(), spread(0), (spread(3), spread(4)));
        for _ in 0..1_000 {
            let next = between(&last, None).unwrap();
            assert!(last < next);
            last = next;
            let before = between("", Some(&first)).unwrap();
            assert!(before < first);
            first = before;
            let inner = between(&middle.0, Some(&middle.1)).unwrap();
            assert!(middle.0 < inner && inner < middle.1);
            middle.0 = inner;
        }
    }
}
