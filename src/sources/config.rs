//! config.json: which sources are asked, in which order, and what rules the clock. Read at start, changed without a rebuild.

use super::json_ld::{date, get, string, text, whole};
use super::signature::Key;
use crate::gs1::Gtin;
use crate::words::Text;
use serde_json::Value;
use time::Date;

/// The settings that hold where config.json says nothing.
const BUILT_IN: &str = include_str!("../../public/config.json");

/// How long to wait for an answer where a source does not say, and the longest that may be asked for.
const TIMEOUT_MS: u32 = 8_000;
const LONGEST_TIMEOUT_MS: u32 = 60_000;

/// The settings of one installation.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Overrides the clock; shown on the page when set.
    pub today: Option<Date>,
    /// The address under which the static market API lies, ending in a slash: `/api/`.
    pub market: String,
    /// The page of the national tracing portal for a product, with the placeholder `{gtin}` (13 or 14 digits); https only.
    /// The portal has no public read API and names no address for single codes: an installation that knows better sets it.
    pub portal: Option<String>,
    /// The sources in the order in which they are asked.
    pub sources: Vec<Source>,
}

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

impl Config {
    /// Reads config.json. A field that is missing or broken takes its built-in value, except
    /// `today` and `portal`: without them, the clock rules and no portal is offered.
    pub fn read(json: &str) -> Config {
        let built_in = Config::built_in();
        let settings = match serde_json::from_str::<Value>(json) {
            Ok(settings) if settings.is_object() => settings,
            _ => return built_in,
        };
        Config {
            today: date(&settings, "today"),
            market: string(&settings, "market").map_or(built_in.market, with_slash),
            portal: portal(&settings),
            sources: sources(&settings).unwrap_or(built_in.sources),
        }
    }

    /// The settings of a site without config.json.
    pub fn built_in() -> Config {
        let settings: Value = serde_json::from_str(BUILT_IN).unwrap_or_default(); // OK because a test reads the file.
        Config {
            today: date(&settings, "today"),
            market: string(&settings, "market").map_or("/api/".to_owned(), with_slash),
            portal: portal(&settings),
            sources: sources(&settings).unwrap_or_default(),
        }
    }
}

impl Config {
    /// The page of the national tracing portal for a product, if there is a portal.
    pub fn portal_page(&self, gtin: Gtin) -> Option<String> {
        let template = self.portal.as_ref()?;
        Some(template.replace("{gtin}", gtin.shown()))
    }
}

fn portal(settings: &Value) -> Option<String> {
    string(settings, "portal").filter(|template| template.starts_with("https://"))
}

fn with_slash(mut folder: String) -> String {
    if !folder.ends_with('/') {
        folder.push('/');
    }
    folder
}

/// The sources that can be read; `None` when there is no list, or nothing in it can be read.
fn sources(settings: &Value) -> Option<Vec<Source>> {
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
    use super::*;

    #[test]
    fn the_built_in_settings_are_those_of_the_file() {
        let config = Config::built_in();
        assert_eq!(config, Config::read(BUILT_IN));
        assert_eq!(
            config.today.map(|day| day.to_string()).as_deref(),
            Some("2026-11-23")
        );
        assert_eq!(config.market, "/api/");
        let kinds: Vec<_> = config
            .sources
            .iter()
            .map(|source| (source.kind, source.ask_first))
            .collect();
        assert_eq!(
            kinds,
            [(SourceKind::LinkSet, false), (SourceKind::FoodFacts, true)]
        );
    }

    #[test]
    fn what_is_missing_or_broken_takes_its_built_in_value() {
        let built_in = Config::built_in();
        for json in [
            "",
            "[]",
            "{",
            "null",
            r#"{"today": "2026-11-23", "portal": "https://truyxuatnguongoc.gov.vn/?code={gtin}", "sources": 7}"#,
            r#"{"today": "2026-11-23", "portal": "https://truyxuatnguongoc.gov.vn/?code={gtin}", "sources": [{"kind": "oracle"}]}"#,
        ] {
            assert_eq!(Config::read(json), built_in, "{json}");
        }
    }

    #[test]
    fn the_portal_is_a_page_of_its_own_or_none() {
        let gtin = Gtin::parse("8930000000019").unwrap();
        let check = |json: &str, page: Option<&str>| {
            assert_eq!(Config::read(json).portal_page(gtin).as_deref(), page, "{json}");
        };
        check(
            BUILT_IN,
            Some("https://truyxuatnguongoc.gov.vn/?code=8930000000019"),
        );
        check(
            r#"{"portal": "https://portal.example/{gtin}/"}"#,
            Some("https://portal.example/8930000000019/"),
        );
        check(r#"{"portal": "javascript:alert(1)"}"#, None);
        check("{}", None);
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

    #[test]
    fn without_today_the_clock_rules() {
        for json in ["{}", r#"{"today": null}"#, r#"{"today": "soon"}"#] {
            assert_eq!(Config::read(json).today, None, "{json}");
        }
    }

    #[test]
    fn settings_change_what_they_name() {
        let config = Config::read(
            r#"{"market": "https://host.example/api", "sources": [{"kind": "linkSet", "template": "https://r.example{path}?linkType=linkset", "timeoutMs": 999999999}]}"#,
        );
        assert_eq!(config.market, "https://host.example/api/");
        assert_eq!(config.sources.len(), 1);
        assert_eq!(config.sources[0].timeout_ms, TIMEOUT_MS);
        assert!(!config.sources[0].ask_first);
        assert_eq!(Config::read(r#"{"sources": []}"#).sources, []);
    }
}
