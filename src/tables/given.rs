//! The files that an organiser gives one by one, under the names that the market has for them.

use super::csv_market::FILES;
use std::collections::BTreeMap;

/// The tables of a market that is kept in JSON.
const JSON: [&str; 5] = [
    "index.json",
    "fair.json",
    "producers.json",
    "places.json",
    "products.json",
];

/// Texts by the name of their file in the market's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(BTreeMap<String, String>);

impl Given {
    /// What a file is called in the market's folder, whatever a spreadsheet program or a phone has put before its name:
    /// `Chợ 2026 - products.csv` is `products.csv`, a document of EPCIS lies in `journeys/`. `None` for a file of another kind.
    pub fn name(path: &str) -> Option<String> {
        let base = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let lower = base.to_lowercase();
        let is_known = |known: &&&str| {
            let before = lower.strip_suffix(**known);
            before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        };
        let known = FILES.iter().chain(&JSON).find(is_known);
        let document = [".json", ".jsonld"].iter().any(|end| lower.ends_with(end));
        match known {
            Some(known) => Some((*known).to_owned()),
            None => document.then(|| format!("journeys/{base}")),
        }
    }

    /// Takes a file in, in place of an earlier one of the same name.
    pub fn add(&mut self, name: String, text: String) {
        self.0.insert(name, text);
    }

    /// The text of a file by its name. A document that lies deeper in the folder is found by its last name alone.
    pub fn text(&self, name: &str) -> Option<&String> {
        let by_last = || {
            let last = name.strip_prefix("journeys/")?.rsplit('/').next()?;
            self.0.get(&format!("journeys/{last}"))
        };
        self.0.get(name).or_else(by_last)
    }

    /// All names with their texts.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_the_end_of_its_name() {
        for (path, name) in [
            ("products.csv", Some("products.csv")),
            ("my-fair/Products.CSV", Some("products.csv")),
            ("Chợ 2026 - products.csv", Some("products.csv")),
            ("C:\\chợ\\market.json", Some("market.json")),
            ("byproducts.csv", None),
            ("journeys/x.jsonld", Some("journeys/x.jsonld")),
            ("x.json", Some("journeys/x.json")),
            ("index.json", Some("index.json")),
            ("photos/leaf.jpg", None),
            ("products.xlsx", None),
            ("", None),
        ] {
            assert_eq!(Given::name(path).as_deref(), name, "{path}");
        }
    }

    #[test]
    fn a_document_is_found_however_deep_it_lies() {
        let mut given = Given::default();
        given.add("journeys/x.jsonld".into(), "{}".into());
        given.add("lots.csv".into(), "a".into());
        given.add("lots.csv".into(), "b".into());
        for (name, text) in [
            ("journeys/x.jsonld", Some("{}")),
            ("journeys/2026/x.jsonld", Some("{}")),
            ("journeys/y.jsonld", None),
            ("x.jsonld", None),
            ("lots.csv", Some("b")),
        ] {
            assert_eq!(given.text(name).map(String::as_str), text, "{name}");
        }
        assert_eq!(given.files().count(), 2);
        assert!(!given.is_empty());
    }
}
