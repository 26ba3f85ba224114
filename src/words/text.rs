//! The two languages, and a text that exists in both.

use serde::{Deserialize, Serialize};

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese, the first language of the app.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language tag (BCP 47), as in the `lang` attribute and in `?lang=`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language a tag such as `en`, `en-GB` or `vi-VN` asks for, if the app speaks it.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split('-').next()?.to_ascii_lowercase().as_str() {
            "vi" => Some(Lang::Vi),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// A text from data, in both languages; one of them may be empty when its author wrote only the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    /// The Vietnamese wording.
    pub vi: String,
    /// The English wording.
    pub en: String,
}

impl Text {
    /// A text in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Text {
        Text {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The same wording in both languages: names, numbers, codes.
    pub fn same(text: impl Into<String>) -> Text {
        let text = text.into();
        Text {
            vi: text.clone(),
            en: text,
        }
    }

    /// The wording in `lang`, or the other one where that is missing.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Vi => (&self.vi, &self.en),
            Lang::En => (&self.en, &self.vi),
        };
        if first.is_empty() { second } else { first }
    }

    /// Whether it is empty in both languages.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}
