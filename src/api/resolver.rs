//! The resolver description file (GS1-Conformant Resolver 1.2.0): `.well-known/gs1resolver`.

use super::terms::{GS1_TERMS, OWN_TERMS};
use crate::tables::Market;
use serde_json::{Value, json};

/// The description of this API as a resolver.
pub(super) fn description(market: &Market) -> Value {
    json!({
        "name": market.fair.name.vi,
        "resolverRoot": market.site,
        "supportedPrimaryKeys": ["01", "414", "417"],
        "supportedLinkType": [
            { "namespace": GS1_TERMS, "prefix": "gs1:" },
            { "namespace": OWN_TERMS, "prefix": "lc:" },
        ],
        "linkTypeDefaultCanBeLinkset": false,
        "supportsLanguageVariants": true,
        "sample": market.sample,
        "asOf": market.as_of.to_string(),
    })
}
