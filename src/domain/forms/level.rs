//! Which part of the school a class belongs to.

/// The parts of the school by the ids that content keeps, each with its lowest and highest class.
const LEVELS: [(&str, u32, u32); 3] =
    [("indskoling", 0, 3), ("mellemtrin", 4, 6), ("udskoling", 7, 10)];

/// The part of the school that a class is in, by its first number: `5.b` is in `mellemtrin`. `None` where there
/// is no number, or one that is no class.
pub fn level_of(class: &str) -> Option<&'static str> {
    let digits = class.chars().skip_while(|it| !it.is_ascii_digit());
    let digits: String = digits.take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    let found =
        LEVELS.into_iter().find(|(_, lowest, highest)| (*lowest..=*highest).contains(&number));
    found.map(|(level, ..)| level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_known_by_its_number() {
        for (class, level) in [
            ("0. klasse", Some("indskoling")),
            ("3.a", Some("indskoling")),
            ("4.–6. klasse", Some("mellemtrin")),
            ("Holdet i 5.b", Some("mellemtrin")),
            ("10.x", Some("udskoling")),
            ("11", None),
            ("99999999999", None),
            ("Læseholdet", None),
            ("", None),
        ] {
            assert_eq!(level_of(class), level, "{class}");
        }
    }
}
