//! Who runs an installation: the field `operator` of config.json. Only the page about the app asks for it.

use super::json_ld::text;
use crate::words::Text;
use serde_json::Value;

/// The name of whoever runs the installation, with its seat where it says so; `None` where the settings do not tell.
pub fn operator(config: &str) -> Option<Text> {
    text(&serde_json::from_str::<Value>(config).ok()?, "operator")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operator_is_told_by_the_settings_alone() {
        let shipped = include_str!("../../public/config.json");
        assert!(operator(shipped).is_some_and(|name| name.en.contains("(sample)")));
        for (config, expected) in [
            (r#"{"operator": "Ban tổ chức"}"#, Some(Text::same("Ban tổ chức"))),
            (
                r#"{"operator": {"vi": "Ban", "en": "Board"}}"#,
                Some(Text::new("Ban", "Board")),
            ),
            (r#"{"operator": []}"#, None),
            (r#"{"operator": ""}"#, None),
            ("{}", None),
            ("no JSON", None),
        ] {
            assert_eq!(operator(config), expected, "{config}");
        }
    }
}
