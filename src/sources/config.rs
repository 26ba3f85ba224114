//! config.json: which sources are asked, in which order, and what rules the clock. Read at start, changed without a rebuild.

use super::config_source::sources;
pub use super::config_source::{Source, SourceKind};
use super::freshness::MOST_DAYS;
use super::json_ld::{date, many, string, whole};
use crate::gs1::Gtin;
use crate::gs1::restricted::Layout;
use serde_json::Value;
use time::Date;

/// The settings that hold where config.json says nothing.
const BUILT_IN: &str = include_str!("../../public/config.json");

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

impl Config {
    /// Reads config.json. A field that is missing or broken takes its built-in value, except
    /// `today`, `portal` and `contact`: without them, the clock rules, no portal is offered and no mail is begun.
    pub fn read(json: &str) -> Config {
        let built_in = Config::built_in();
        let settings = match super::question::json(json) {
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
        assert_eq!(config.sources[0].timeout_ms, 8_000);
        assert!(!config.sources[0].ask_first);
        assert_eq!(Config::read(r#"{"sources": []}"#).sources, []);
    }
}
