//! The documents of events as they were received, word for word, so that anybody can look for themselves.

use crate::words::Text;
use std::sync::Arc;

/// So much text of all documents together is kept, in bytes: a phone has other things to remember.
pub const MOST_BYTES: usize = 4_000_000;

/// One document as it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Its address, absolute or relative to the site.
    pub address: String,
    /// The source's name, from config.json.
    pub source: Text,
    /// Its text; `None` where it was too long to be kept beside the others.
    pub text: Option<Arc<str>>,
}

/// Adds documents that are not there yet, and their texts as long as they fit.
pub fn add(known: &mut Vec<Original>, others: impl IntoIterator<Item = Original>) {
    let texts = known.iter().filter_map(|original| original.text.as_ref());
    let mut bytes: usize = texts.map(|text| text.len()).sum();
    for mut other in others {
        if known.iter().any(|original| original.address == other.address) {
            continue;
        }
        let length = other.text.as_ref().map_or(0, |text| text.len());
        match bytes + length {
            sum if sum <= MOST_BYTES => bytes = sum,
            _ => other.text = None,
        }
        known.push(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn original(address: &str, length: usize) -> Original {
        Original {
            address: address.to_owned(),
            source: Text::same("Nguồn"),
            text: Some(" ".repeat(length).into()),
        }
    }

    #[test]
    fn each_document_is_kept_once_and_its_text_while_there_is_room() {
        let mut known = Vec::new();
        add(&mut known, [original("/a", MOST_BYTES - 10), original("/b", 11)]);
        add(&mut known, [original("/a", 1), original("/c", 10)]);
        let found: Vec<_> = known
            .iter()
            .map(|original| {
                (
                    original.address.as_str(),
                    original.text.as_ref().map(|text| text.len()),
                )
            })
            .collect();
        assert_eq!(
            found,
            [("/a", Some(MOST_BYTES - 10)), ("/b", None), ("/c", Some(10))]
        );
    }
}
