//! Live resolvers (GS1-Conformant Resolver standard 1.2.0): their description file, and how their link sets are asked for.

use super::config::Source;
use super::findings::Why;
use super::json_ld::{many, string};
use super::question::{Answer, JSON, Question, ask};
use super::safety::follow;
use crate::gs1::DigitalLink;
use serde_json::Value;

/// Where the description file lies on every resolver.
const DESCRIPTION: &str = "/.well-known/gs1resolver";

/// How a link set is asked for, and the older name for the same (deprecated in February 2024) that some resolvers know alone.
const LINK_SET: &str = "linkType=linkset";
const ALL: &str = "linkType=all";

/// The URL template of a source. One that is a host alone says in its description file where its links lie and which keys it knows.
pub(super) async fn template<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Result<String, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    if !is_host_alone(&source.template) {
        return Ok(source.template.clone());
    }
    let host = source.template.trim_end_matches('/');
    let question = Question::to(source, format!("{host}{DESCRIPTION}"), JSON);
    let root = match ask(question, fetch).await {
        Ok(description) if !knows(&description, identity.key.ai()) => return Err(Why::NotThere),
        Ok(description) => root(&description, host),
        // OK because a resolver may have no description, and then its links lie at its root.
        Err(Why::NotThere | Why::Broken(_)) => host.to_owned(),
        Err(why) => return Err(why),
    };
    Ok(format!("{root}{{path}}?{LINK_SET}"))
}

/// The same question in the words of older resolvers; `None` where the first was not about link sets, or failed for another reason.
pub(super) fn older(url: &str, why: &Why) -> Option<String> {
    let is_misunderstood = matches!(
        why,
        Why::NotThere | Why::Invalid | Why::Refused(406 | 501) | Why::Broken(_)
    );
    (is_misunderstood && url.contains(LINK_SET)).then(|| url.replacen(LINK_SET, ALL, 1))
}

/// `https://id.example.org` or `https://id.example.org/`.
pub(super) fn is_host_alone(template: &str) -> bool {
    let rest = template.split_once("://").map(|(_, rest)| rest);
    rest.is_some_and(|rest| !rest.trim_end_matches('/').contains(['/', '?', '{']))
}

/// Whether the resolver knows keys with this application identifier. One that does not say may know them all.
fn knows(description: &Value, ai: &str) -> bool {
    let keys = many(description, "supportedPrimaryKeys");
    let mut names = keys.iter().filter_map(Value::as_str);
    keys.is_empty() || names.any(|name| name == "all" || name == ai)
}

/// The address under which its links lie. One on another host is not believed: the shopper agreed to this one.
fn root(description: &Value, host: &str) -> String {
    let root = string(description, "resolverRoot").and_then(|root| follow(&format!("{host}/"), &root).ok());
    root.map_or_else(|| host.to_owned(), |root| root.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_host_alone_is_told_from_a_template() {
        for (template, alone) in [
            ("https://id.example.org", true),
            ("https://id.example.org/", true),
            ("https://id.example.org:8443", true),
            ("https://id.example.org{path}", false),
            ("https://id.example.org/links", false),
            ("/api/{file}/linkset.json", false),
        ] {
            assert_eq!(is_host_alone(template), alone, "{template}");
        }
    }

    #[test]
    fn the_description_tells_root_and_keys() {
        let host = "https://id.example.org";
        for (description, expected) in [
            (
                json!({"resolverRoot": "https://id.example.org/links/"}),
                "https://id.example.org/links",
            ),
            (json!({"resolverRoot": "/links"}), "https://id.example.org/links"),
            (json!({"resolverRoot": "https://other.example"}), host),
            (json!({}), host),
        ] {
            assert_eq!(root(&description, host), expected, "{description}");
        }
        for (keys, knows_it) in [
            (json!(["all"]), true),
            (json!(["01", "00"]), true),
            (json!(["414"]), false),
            (json!(null), true),
        ] {
            assert_eq!(
                knows(&json!({"supportedPrimaryKeys": keys}), "01"),
                knows_it,
                "{keys}"
            );
        }
    }
}
