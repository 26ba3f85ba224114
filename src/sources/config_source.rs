//! One entry of `sources` in config.json: what a source of origin data speaks, where it is asked, and within which limits.

use super::json_ld::{get, string, text, whole};
use super::signature::Key;
use crate::words::Text;
use serde_json::Value;

/// How long to wait for an answer where a source does not say, and the longest that may be asked for.
const TIMEOUT_MS: u32 = 8_000;
const LONGEST_TIMEOUT_MS: u32 = 60_000;

/// One source of origin data.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it speaks.
    pub kind: SourceKind,
    /// Its name, shown beside what it says.
    pub name: Text,
    /// The address to ask, with placeholders in braces: `{file}` (path with `~hh`), `{path}` (Digital Link path), `{gtin}` (13 or 14 digits).
    pub template: String,
    /// How long to wait for one answer, in milliseconds.
    pub timeout_ms: u32,
    /// How many questions a minute it allows; `None` where it sets no limit.
    pub per_minute: Option<u32>,
    /// For how many minutes an answer that was kept stands for a fresh one.
    pub fresh_min: u32,
    /// The keys with which it signs its files; empty for a source that does not sign.
    pub keys: Vec<Key>,
    /// Whether the shopper must agree first, because the number leaves for a third party.
    pub ask_first: bool,
}

/// What a source speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// RFC 9264 link sets: the static market API or a GS1 resolver.
    LinkSet,
    /// The REST interface of an EPCIS 2.0 repository; the template is its address.
    Epcis,
    /// Open Food Facts, product read version 2 or 3.
    FoodFacts,
}

impl SourceKind {
    /// Open Food Facts allows 15 product reads a minute from one network (its API documentation, 2026).
    fn per_minute(self) -> Option<u32> {
        matches!(self, SourceKind::FoodFacts).then_some(15)
    }

    /// What volunteers write changes slowly and is dear to ask for; the others may tell of a new step at any moment.
    fn fresh_min(self) -> u32 {
        match self {
            SourceKind::FoodFacts => 24 * 60,
            SourceKind::LinkSet | SourceKind::Epcis => 5,
        }
    }
}

impl Source {
    /// The address under which its files lie, ending in a slash: what its template begins with.
    pub(super) fn root(&self) -> String {
        let before = self.template.split(['{', '?']).next().unwrap_or_default();
        let host_at = before.find("://").map_or(0, |at| at + 3);
        let folder = before.rfind('/').filter(|slash| *slash >= host_at);
        match folder.and_then(|slash| before.get(..=slash)) {
            Some(folder) => folder.to_owned(),
            None => format!("{before}/"),
        }
    }
}

/// The sources that can be read; `None` when there is no list, or nothing in it can be read.
pub(super) fn sources(settings: &Value) -> Option<Vec<Source>> {
    let entries = get(settings, "sources")?.as_array()?;
    let sources: Vec<Source> = entries.iter().filter_map(source).collect();
    (entries.is_empty() || !sources.is_empty()).then_some(sources)
}

fn source(entry: &Value) -> Option<Source> {
    let kind = match string(entry, "kind")?.as_str() {
        "linkSet" => SourceKind::LinkSet,
        "epcis" => SourceKind::Epcis,
        "foodFacts" => SourceKind::FoodFacts,
        _ => return None,
    };
    let template = string(entry, "template")?;
    let timeout_ms = whole(entry, "timeoutMs").filter(|ms| (1..=LONGEST_TIMEOUT_MS).contains(ms));
    Some(Source {
        kind,
        name: text(entry, "name").unwrap_or_else(|| Text::same(template.clone())),
        template,
        timeout_ms: timeout_ms.unwrap_or(TIMEOUT_MS),
        per_minute: whole(entry, "perMinute").or(kind.per_minute()),
        fresh_min: whole(entry, "freshMinutes").unwrap_or(kind.fresh_min()),
        // OK because only the files of a link set have signatures beside them.
        keys: match kind {
            SourceKind::LinkSet => Key::read_all(entry),
            SourceKind::Epcis | SourceKind::FoodFacts => Vec::new(),
        },
        // OK because a source outside the market must say itself that it may be asked unasked.
        ask_first: get(entry, "askFirst")
            .and_then(Value::as_bool)
            .unwrap_or(kind == SourceKind::FoodFacts),
    })
}

#[cfg(test)]
mod tests {
    use crate::sources::Config;

    #[test]
    fn the_files_of_a_source_lie_where_its_template_begins() {
        for (template, root) in [
            ("/api/{file}/linkset.json", "/api/"),
            (
                "https://host.example/api/{file}.json",
                "https://host.example/api/",
            ),
            (
                "https://host.example{path}?linkType=linkset",
                "https://host.example/",
            ),
            ("https://host.example", "https://host.example/"),
            ("https://host.example/v2", "https://host.example/"),
        ] {
            let json = format!(r#"{{"sources": [{{"kind": "linkSet", "template": "{template}"}}]}}"#);
            assert_eq!(Config::read(&json).sources[0].root(), root, "{template}");
        }
    }

    #[test]
    fn only_link_sets_have_keys() {
        for (kind, keys) in [("linkSet", 1), ("epcis", 0), ("foodFacts", 0)] {
            let config = Config::read(&format!(
                r#"{{"sources": [{{"kind": "{kind}", "template": "/{{gtin}}",
                    "keys": [{{"kty": "OKP", "crv": "Ed25519", "kid": "1", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}}]}}"#
            ));
            assert_eq!(config.sources[0].keys.len(), keys, "{kind}");
        }
    }
}
