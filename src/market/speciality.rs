//! The specialities of the province (`learn/specialities.json`): where each grows, how it is made, which marks it has.

use super::article::{Reference, references, texts};
use super::fair::word;
use crate::sources::json_ld::{many, text};
use crate::words::Text;
use serde_json::Value;

/// One speciality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speciality {
    /// Its id, which stands in its address: `che-shan`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The words that find goods of this kind at a market.
    pub sought: Text,
    /// Its category, such as `nong-san`.
    pub category: String,
    /// Where it comes from.
    pub place: Option<Text>,
    /// How high it grows.
    pub altitude: Option<Text>,
    /// When it is in season.
    pub season: Option<Text>,
    /// How it is made, step by step.
    pub process: Vec<Text>,
    /// The marks that goods of this kind may bear.
    pub marks: Vec<Text>,
    /// What else is known.
    pub facts: Vec<Text>,
    /// What all this rests on.
    pub sources: Vec<Reference>,
}

impl Speciality {
    /// Reads the file. What is missing is empty.
    pub fn read_all(document: &Value) -> Vec<Speciality> {
        many(document, "specialities")
            .iter()
            .map(Speciality::read)
            .collect()
    }

    fn read(value: &Value) -> Speciality {
        Speciality {
            id: word(value, "id"),
            name: text(value, "name").unwrap_or_default(),
            sought: text(value, "sought").unwrap_or_default(),
            category: word(value, "category"),
            place: text(value, "where"),
            altitude: text(value, "altitude"),
            season: text(value, "season"),
            process: texts(value, "process"),
            marks: texts(value, "marks"),
            facts: texts(value, "facts"),
            sources: references(value),
        }
    }

    /// The picture of its kind, from the root of the site.
    pub fn picture(&self) -> &'static str {
        picture_of_kind(&self.category)
    }
}

/// The picture of a kind of goods, from the root of the site.
pub fn picture_of_kind(category: &str) -> &'static str {
    match category {
        "nong-san" => "/pictures/kind-nong-san.svg",
        "lam-san" => "/pictures/kind-lam-san.svg",
        "thuy-san" => "/pictures/kind-thuy-san.svg",
        "che-bien" => "/pictures/kind-che-bien.svg",
        "duoc-lieu" => "/pictures/kind-duoc-lieu.svg",
        "thu-cong" => "/pictures/kind-thu-cong.svg",
        _ => "/pictures/plain.svg",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn shipped() -> Vec<Speciality> {
        let file = include_str!("../../public/learn/specialities.json");
        Speciality::read_all(&serde_json::from_str(file).unwrap())
    }

    #[test]
    fn there_are_twenty_two_each_whole_in_both_languages() {
        let all = shipped();
        assert_eq!(all.len(), 22);
        let ids: BTreeSet<_> = all.iter().map(|one| &one.id).collect();
        assert_eq!(ids.len(), all.len());
        for one in &all {
            let single = [&one.place, &one.altitude, &one.season];
            let many = [&one.process, &one.marks, &one.facts];
            let texts = single.into_iter().flatten().chain(many.into_iter().flatten());
            for text in texts.chain([&one.name, &one.sought]) {
                assert!(!text.vi.is_empty() && !text.en.is_empty(), "{}: {text:?}", one.id);
            }
            assert!(one.place.is_some(), "{}", one.id);
            assert_ne!(one.picture(), "/pictures/plain.svg", "{}", one.id);
        }
    }
}
