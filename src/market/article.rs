//! What there is to learn (`learn/articles.json`): the articles and the quiz. The files belong to the app, not to a market.

use super::fair::word;
use crate::sources::json_ld::{get, many, string, text, whole};
use crate::words::Text;
use serde_json::Value;

/// The articles and the questions about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// The articles, in the order of reading.
    pub articles: Vec<Article>,
    /// The questions of the quiz.
    pub quiz: Vec<Question>,
}

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its id, which stands in its address: `an-toan-ma-qr`.
    pub id: String,
    /// The name of its icon.
    pub icon: String,
    /// Its heading.
    pub title: Text,
    /// Its paragraphs.
    pub body: Vec<Text>,
    /// What it rests on.
    pub sources: Vec<Reference>,
}

/// Something that a text rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What it is called.
    pub title: Text,
    /// Where it can be read, an address that begins with `https://`.
    pub url: Option<String>,
}

/// One question of the quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub question: Text,
    /// What may be answered.
    pub answers: Vec<Text>,
    /// Which answer is right, from 0.
    pub right: usize,
    /// Why it is.
    pub because: Text,
}

impl Library {
    /// Reads the file. What is missing is empty; a question without a right answer is left out.
    pub fn read(document: &Value) -> Library {
        Library {
            articles: many(document, "articles").iter().map(Article::read).collect(),
            quiz: many(document, "quiz").iter().filter_map(Question::read).collect(),
        }
    }

    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }
}

impl Article {
    fn read(value: &Value) -> Article {
        Article {
            id: word(value, "id"),
            icon: word(value, "icon"),
            title: text(value, "title").unwrap_or_default(),
            body: texts(value, "body"),
            sources: references(value),
        }
    }
}

impl Question {
    fn read(value: &Value) -> Option<Question> {
        let answers = texts(value, "answers");
        let right = whole::<u32>(value, "right")? as usize; // OK because it is compared with a length next.
        (right < answers.len()).then(|| Question {
            question: text(value, "question").unwrap_or_default(),
            answers,
            right,
            because: text(value, "because").unwrap_or_default(),
        })
    }
}

/// The texts that a list of language maps holds.
pub(super) fn texts(value: &Value, name: &str) -> Vec<Text> {
    let of = |entry: &Value| Text {
        vi: word(entry, "vi"),
        en: word(entry, "en"),
    };
    many(value, name).iter().map(of).collect()
}

/// What a text rests on; an address that is no secure web address is left out, its name stays.
pub(super) fn references(value: &Value) -> Vec<Reference> {
    let of = |entry: &Value| Reference {
        title: get(entry, "title").and(text(entry, "title")).unwrap_or_default(),
        url: string(entry, "url").filter(|url| url.starts_with("https://")),
    };
    many(value, "sources").iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Library {
        let file = include_str!("../../public/learn/articles.json");
        Library::read(&serde_json::from_str(file).unwrap())
    }

    #[test]
    fn every_article_is_whole_in_both_languages() {
        let library = shipped();
        assert_eq!(library.articles.len(), 7);
        for article in &library.articles {
            assert!(article.body.len() >= 4, "{}", article.id);
            assert!(!article.sources.is_empty(), "{}", article.id);
            let titles = article.sources.iter().map(|source| &source.title);
            let texts = article.body.iter().chain(titles).chain([&article.title]);
            for text in texts {
                assert!(!text.vi.is_empty() && !text.en.is_empty(), "{text:?}");
            }
        }
    }

    #[test]
    fn the_quiz_has_five_questions_each_with_one_right_answer() {
        let quiz = shipped().quiz;
        assert_eq!(quiz.len(), 5);
        assert!(quiz.iter().all(|question| question.answers.len() == 3));
    }

    #[test]
    fn an_article_is_found_by_its_id_alone() {
        let library = shipped();
        assert!(library.article("an-toan-ma-qr").is_some());
        assert!(library.article("An-toan-ma-qr").is_none());
    }

    #[test]
    fn what_is_broken_is_left_out_and_the_rest_stays() {
        let document = serde_json::json!({
            "articles": [{"id": "a", "sources": [{"title": {"vi": "x"}, "url": "javascript:alert(1)"}, 7]}, 3],
            "quiz": [{"answers": [{"vi": "x"}], "right": 1}, {"answers": [{"vi": "x"}], "right": 0}, {"right": -1}],
        });
        let library = Library::read(&document);
        assert_eq!(library.articles.len(), 2);
        assert_eq!(library.articles[0].sources[0].url, None);
        assert_eq!(library.quiz.len(), 1);
    }
}
