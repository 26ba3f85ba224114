//! config.json: which sources are asked, in which order, and what rules the clock. Read at start, changed without a rebuild.

use super::freshness::MOST_DAYS;
use super::json_ld::{date, get, many, string, text, whole};
use super::signature::Key;
use crate::gs1::Gtin;
use crate::gs1::restricted::Layout;
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
    /// After how many days a list of recalls or of revoked keys says nothing any more.
    pub recall_days: u32,
    /// How the shops of this market lay out their own numbers for weighed goods; empty where nobody tells.
    pub layouts: Vec<Layout>,
    /// The organiser's mail address, to which problems are reported.
    pub contact: Option<String>,
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
    /// `today`, `portal` and `contact`: without them, the clock rules, no portal is offered and no mail is begun.
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
            recall_days: recall_days(&settings),
            layouts: layouts(&settings),
            contact: string(&settings, "contact").filter(|contact| is_mail_address(contact)),
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
            recall_days: recall_days(&settings),
            layouts: layouts(&settings),
            contact: string(&settings, "contact").filter(|contact| is_mail_address(contact)),
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

/// How old a list may be at most, in days, that an installation may ask for.
pub(super) const LONGEST_DAYS: u32 = 366;

/// The layouts that can be read.
fn layouts(settings: &Value) -> Vec<Layout> {
    many(settings, "shopNumbers").iter().filter_map(layout).collect()
}

/// `{"pattern": "21IIIIIVVVVV", "unit": "kg", "decimals": 3}`.
pub(super) fn layout(entry: &Value) -> Option<Layout> {
    let decimals: u8 = whole(entry, "decimals").unwrap_or_default();
    Layout::read(&string(entry, "pattern")?, &string(entry, "unit")?, decimals)
}

fn recall_days(settings: &Value) -> u32 {
    let days = whole(settings, "recallDays").filter(|days| (1..=LONGEST_DAYS).contains(days));
    days.unwrap_or(MOST_DAYS)
}

fn portal(settings: &Value) -> Option<String> {
    string(settings, "portal").filter(|template| template.starts_with("https://"))
}

/// Whether a text is one plain mail address, without anything that would change a `mailto:` link.
pub(super) fn is_mail_address(text: &str) -> bool {
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_' | '+');
    let is_name = |part: &str| !part.is_empty() && part.chars().all(is_part);
    text.split_once('@').is_some_and(|(person, host)| {
        is_name(person)
            && is_name(host)
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
    })
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
            r#"{"today": "2026-11-23", "portal": "https://truyxuatnguongoc.gov.vn/?code={gtin}", "contact": "bantochuc@chophien.example", "sources": 7}"#,
            r#"{"today": "2026-11-23", "portal": "https://truyxuatnguongoc.gov.vn/?code={gtin}", "contact": "bantochuc@chophien.example", "sources": [{"kind": "oracle"}]}"#,
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

    #[test]
    fn layouts_of_shops_are_read_where_they_are_told() {
        let config = Config::read(
            r#"{"shopNumbers": [{"pattern": "21IIIIIVVVVV", "unit": "kg", "decimals": 3}, {"pattern": "21", "unit": "kg"}, 7]}"#,
        );
        assert_eq!(config.layouts, [Layout::read("21IIIIIVVVVV", "kg", 3).unwrap()]);
        assert_eq!(Config::built_in().layouts, []);
    }

    #[test]
    fn lists_grow_old_after_the_days_that_are_set() {
        for (json, days) in [
            ("{}", 30),
            (r#"{"recallDays": 7}"#, 7),
            (r#"{"recallDays": 0}"#, 30),
            (r#"{"recallDays": 9999}"#, 30),
            (r#"{"recallDays": "soon"}"#, 30),
        ] {
            assert_eq!(Config::read(json).recall_days, days, "{json}");
        }
    }

    #[test]
    fn the_contact_is_one_mail_address_or_none() {
        let check = |contact: &str, holds: bool| assert_eq!(is_mail_address(contact), holds, "{contact}");
        check("bantochuc@chophien.example", true);
        check("ban.to-chuc+cho@cho.phien.example", true);
        check("", false);
        check("bantochuc", false);
        check("@chophien.example", false);
        check("a@b", false);
        check("a@b.example?cc=x@y.example", false);
        check("a@b.example,c@d.example", false);
        check("a%0Ab@c.example", false);
        assert_eq!(Config::read(r#"{"contact": "a@b"}"#).contact, None);
        assert_eq!(
            Config::built_in().contact.as_deref(),
            Some("bantochuc@chophien.example")
        );
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
