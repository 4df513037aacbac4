//! The two languages, and texts that exist in both.

use serde::{Deserialize, Serialize};

/// A language that a person can read the app in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish, the first language.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// The tag that browsers and `lang` attributes use.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Da => Self::En,
            Self::En => Self::Da,
        }
    }

    /// The language a browser asks for: Danish for its Nordic neighbours, who read it.
    pub fn from_tag(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default() {
            "da" | "nb" | "nn" | "no" | "sv" | "fo" | "kl" => Self::Da,
            _ => Self::En,
        }
    }
}

/// A text in Danish and, where someone wrote it, in English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localized {
    /// In Danish.
    pub da: String,
    /// In English; the Danish is shown where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localized {
    /// The text in a language, or in the one that there is.
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.da,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_follows_the_browser() {
        for (tag, lang) in
            [("da-DK", Lang::Da), ("nb", Lang::Da), ("en-GB", Lang::En), ("de", Lang::En)]
        {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }

    #[test]
    fn a_missing_translation_is_never_a_blank() {
        let only_danish = Localized { da: "Indsats".into(), en: None };
        assert_eq!(only_danish.get(Lang::En), "Indsats");
    }
}
