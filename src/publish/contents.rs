//! What is to be written into the folder: files by their path, made when their turn comes.

use super::signature::Signing;
use crate::api::{Files, Site};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Something that can be written into a folder. Several threads ask at once.
pub trait Contents: Sync {
    /// The paths of all files. The last is written when all others are there; those have no order.
    fn paths(&self) -> Vec<String>;
    /// The bytes of one of them.
    fn bytes(&self, path: &str) -> Vec<u8>;
    /// Its signature, which lies beside it.
    fn signature(&self, _path: &str, _bytes: &[u8]) -> Option<String> {
        None
    }
}

impl Contents for Files {
    fn paths(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        self.get(path)
            .map(|text| text.clone().into_bytes())
            .unwrap_or_default()
    }
}

/// A whole market with its signatures, pictures and, where it is not too large, its pack.
pub struct Published<'a> {
    site: &'a Site<'a>,
    signing: Option<&'a Signing>,
    photos: BTreeMap<String, PathBuf>,
    /// Files that are not made from the market alone: lists of keys, chunks of the pack.
    more: Files,
}

impl<'a> Published<'a> {
    /// Gathers what is to be written. `photos` are the files behind the paths `photos/…`.
    pub fn new(
        site: &'a Site<'a>,
        signing: Option<&'a Signing>,
        photos: BTreeMap<String, PathBuf>,
    ) -> Published<'a> {
        let mut published = Published {
            site,
            signing,
            photos,
            more: signing.map(Signing::lists).unwrap_or_default(),
        };
        if let Some(all) = published.signed(super::pack::MOST_BYTES) {
            published.more.extend(super::pack::files(&all));
        }
        published
    }

    /// Every text with its signature; `None` as soon as they come to more than `most` bytes.
    fn signed(&self, most: usize) -> Option<Files> {
        let mut files = Files::new();
        let mut sum = 0;
        for path in self
            .site
            .paths()
            .map(str::to_owned)
            .chain(self.more.keys().cloned())
        {
            let bytes = self.bytes(&path);
            sum += bytes.len();
            if let Some(signature) = self.signature(&path, &bytes) {
                sum += signature.len();
                files.insert(format!("{path}.jws"), signature);
            }
            files.insert(path, String::from_utf8(bytes).unwrap_or_default());
            if sum > most {
                return None;
            }
        }
        Some(files)
    }
}

impl Contents for Published<'_> {
    fn paths(&self) -> Vec<String> {
        let (last, more): (Vec<String>, Vec<String>) = self
            .more
            .keys()
            .cloned()
            .partition(|path| *path == super::pack::MANIFEST);
        let photos = self.photos.keys().cloned();
        let site = self.site.paths().map(str::to_owned);
        photos.chain(more).chain(site).chain(last).collect()
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        if let Some(photo) = self.photos.get(path) {
            return std::fs::read(photo).unwrap_or_default(); // OK because its size was asked for before.
        }
        let text = self.more.get(path).cloned().or_else(|| self.site.text(path));
        text.unwrap_or_default().into_bytes()
    }

    fn signature(&self, path: &str, bytes: &[u8]) -> Option<String> {
        // A chunk is known by its hash, which stands in the signed manifest; a photo says nothing.
        let is_chunk = path.starts_with("pack/") && path != super::pack::MANIFEST;
        let left_out = is_chunk || self.photos.contains_key(path);
        self.signing
            .filter(|_| !left_out)
            .map(|signing| signing.sign(path, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_market_of_too_many_bytes_is_not_gathered_for_a_pack() {
        let files = crate::publish::example();
        let market = crate::tables::read(&|name| files.get(name).cloned()).unwrap();
        let site = Site::of(&market);
        let published = Published::new(&site, None, BTreeMap::new());
        assert!(published.more.contains_key(super::super::pack::MANIFEST));
        let all = published.signed(usize::MAX).unwrap();
        let sum: usize = all.values().map(String::len).sum();
        assert!(published.signed(sum).is_some());
        assert!(published.signed(sum - 1).is_none());
    }
}
