//! The glossary (`learn/glossary.json`): what the words of labels and journeys mean. The file belongs to the app, not to a market.

use super::article::{Reference, references};
use super::fair::{word, words};
use crate::sources::json_ld::{many, text};
use crate::words::{Lang, Text};
use serde_json::Value;

/// One word with its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Its id, which stands in its address: `gtin`.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// The words by which texts speak of it, in any language.
    pub words: Vec<String>,
    /// What it means.
    pub meaning: Text,
    /// What this rests on.
    pub sources: Vec<Reference>,
}

impl Term {
    /// Reads the file. What is missing is empty.
    pub fn read_all(document: &Value) -> Vec<Term> {
        many(document, "terms").iter().map(Term::read).collect()
    }

    fn read(value: &Value) -> Term {
        Term {
            id: word(value, "id"),
            name: text(value, "name").unwrap_or_default(),
            words: words(value, "words"),
            meaning: text(value, "meaning").unwrap_or_default(),
            sources: references(value),
        }
    }

    /// Whether one of these texts speaks of it.
    pub fn stands_in<'a>(&self, texts: impl IntoIterator<Item = &'a Text>, lang: Lang) -> bool {
        let words: Vec<String> = self.words.iter().map(|word| word.to_lowercase()).collect();
        texts.into_iter().any(|text| {
            let text = text.in_lang(lang).to_lowercase();
            words.iter().any(|word| has_phrase(&text, word))
        })
    }
}

/// Whether a phrase stands in a text as whole words: `lô` does not stand in `lông`.
fn has_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let (before, after) = (
            text[..at].chars().next_back(),
            text[at + found.len()..].chars().next(),
        );
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !found.is_empty() && !is_letter(before) && !is_letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::super::article::Library;
    use super::super::speciality::Speciality;
    use super::*;
    use crate::words::glossary::Word;
    use std::collections::BTreeSet;

    fn json(file: &str) -> Value {
        serde_json::from_str(file).unwrap()
    }

    fn shipped() -> Vec<Term> {
        Term::read_all(&json(include_str!("../../public/learn/glossary.json")))
    }

    #[test]
    fn every_term_is_whole_in_both_languages() {
        let terms = shipped();
        assert!(terms.len() >= 18);
        for term in &terms {
            let titles = term.sources.iter().map(|source| &source.title);
            for text in titles.chain([&term.name, &term.meaning]) {
                assert!(
                    !text.vi.is_empty() && !text.en.is_empty(),
                    "{}: {text:?}",
                    term.id
                );
            }
            assert!(!term.words.is_empty() && !term.sources.is_empty(), "{}", term.id);
        }
    }

    #[test]
    fn no_two_pages_to_learn_from_share_an_address() {
        let articles = Library::read(&json(include_str!("../../public/learn/articles.json"))).articles;
        let specialities = Speciality::read_all(&json(include_str!("../../public/learn/specialities.json")));
        let terms = shipped();
        let ids = terms.iter().map(|term| &term.id);
        let ids = ids.chain(articles.iter().map(|article| &article.id));
        let ids = ids.chain(specialities.iter().map(|one| &one.id));
        let mut known = BTreeSet::from(["tu-ngu"]); // The page of all words.
        for id in ids {
            assert!(known.insert(id.as_str()), "{id}");
        }
    }

    #[test]
    fn every_word_that_pages_link_has_its_term() {
        let terms = shipped();
        for word in Word::ALL {
            assert!(terms.iter().any(|term| term.id == word.id()), "{}", word.id());
        }
    }

    #[test]
    fn a_term_stands_in_a_text_as_a_whole_word_only() {
        let term = Term {
            words: vec!["số lô".into(), "lot".into(), "GTIN".into()],
            ..Term::default()
        };
        for (vi, en, found) in [
            ("Số lô in gần hạn dùng.", "x", [true, false]),
            ("số lông", "a lot", [false, true]),
            ("", "plots", [false, false]),
            ("mã gtin", "(GTIN)", [true, true]),
        ] {
            let text = Text::new(vi, en);
            let stands = [Lang::Vi, Lang::En].map(|lang| term.stands_in([&text], lang));
            let expected = if vi.is_empty() { [found[1]; 2] } else { found };
            assert_eq!(stands, expected, "{vi} {en}");
        }
    }
}
