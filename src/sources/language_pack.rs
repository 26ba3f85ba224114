//! Recorded clips of a language that phones have no voice for: the list of packs, and the manifest of one.

use super::json_ld::{get, string};
use serde_json::Value;
use std::collections::BTreeMap;

/// The list of packs on the site: `{"packs": ["hmn", …]}`.
pub const INDEX: &str = "/clips/index.json";

/// The most packs that are looked at.
const MOST_PACKS: usize = 24;

/// The clips of one language, each an audio file of this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagePack {
    /// The tag of the language (BCP 47), which is the name of its folder: `hmn`.
    pub tag: String,
    /// What its speakers call it.
    pub name: String,
    /// The address of each clip by its name (`journey::spoken::CLIPS`).
    clips: BTreeMap<String, String>,
}

/// The tags that the list of packs names, without those that can be no name of a folder.
pub fn listed(index: &Value) -> Vec<String> {
    let packs = get(index, "packs").and_then(Value::as_array);
    let tags = packs.into_iter().flatten().filter_map(Value::as_str);
    tags.filter(|tag| is_tag(tag))
        .take(MOST_PACKS)
        .map(str::to_owned)
        .collect()
}

impl LanguagePack {
    /// The address of a pack's manifest.
    pub fn address(tag: &str) -> String {
        format!("/clips/{tag}/manifest.json")
    }

    /// Reads the manifest of the language `tag`. `None` where it has no name or no clip.
    pub fn read(manifest: &Value, tag: &str) -> Option<LanguagePack> {
        let files = get(manifest, "clips")?.as_object()?;
        let clips = files.iter().filter_map(|(name, file)| {
            let file = file.as_str().filter(|file| is_file(file))?;
            Some((name.clone(), format!("/clips/{tag}/{file}")))
        });
        let pack = LanguagePack {
            tag: tag.to_owned(),
            name: string(manifest, "name")?,
            clips: clips.collect(),
        };
        (!pack.clips.is_empty()).then_some(pack)
    }

    /// The address of the clip with this name, where the pack has it.
    pub fn clip(&self, name: &str) -> Option<&str> {
        self.clips.get(name).map(String::as_str)
    }
}

/// Whether a text can be a language tag: letters, digits and hyphens.
fn is_tag(tag: &str) -> bool {
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '-';
    (2..=35).contains(&tag.len()) && tag.chars().all(is_part) && !tag.starts_with('-')
}

/// Whether a text names a file beside the manifest and nothing elsewhere.
fn is_file(name: &str) -> bool {
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_manifest_gives_the_addresses_of_its_clips() {
        let manifest = json!({"name": "Hmoob", "clips": {"verdict-ok": "ok.mp3"}});
        let pack = LanguagePack::read(&manifest, "hmn").unwrap();
        assert_eq!(pack.name, "Hmoob");
        assert_eq!(pack.clip("verdict-ok"), Some("/clips/hmn/ok.mp3"));
        assert_eq!(pack.clip("verdict-warn"), None);
    }

    #[test]
    fn a_pack_without_name_or_clips_is_none_and_no_clip_lies_elsewhere() {
        for manifest in [
            json!({}),
            json!(7),
            json!({"name": "Hmoob"}),
            json!({"name": "Hmoob", "clips": {}}),
            json!({"clips": {"verdict-ok": "ok.mp3"}}),
            json!({"name": "Hmoob", "clips": {"verdict-ok": 7}}),
            json!({"name": "Hmoob", "clips": {"verdict-ok": "../../api/x.mp3"}}),
            json!({"name": "Hmoob", "clips": {"verdict-ok": "https://a.example/x.mp3"}}),
            json!({"name": "Hmoob", "clips": {"verdict-ok": ".hidden"}}),
        ] {
            assert_eq!(LanguagePack::read(&manifest, "hmn"), None, "{manifest}");
        }
    }

    #[test]
    fn the_list_names_folders_and_nothing_else() {
        let index = json!({"packs": ["hmn", "blt-Latn", "../api", "", 7, "a b"]});
        assert_eq!(listed(&index), ["hmn", "blt-Latn"]);
        assert_eq!(listed(&json!({})), [""; 0]);
    }
}
