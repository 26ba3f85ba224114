//! Link sets (RFC 9264, JSON form) with the link types of the GS1 Web Vocabulary, as resolvers answer them.

use super::json_ld::{get, string, text_of};
use super::reference::resolve;
use super::vocabulary::local_name;
use crate::gs1::DigitalLink;
use crate::words::Text;
use serde_json::Value;

/// One link: what its anchor has to do with its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the link is about: an address, resolved; empty where the document names none.
    pub anchor: String,
    /// The link type, without the prefix of a GS1 vocabulary: `pip`, `epcis`.
    pub kind: String,
    /// The target, resolved against the document's address. It may still be one that must not be fetched.
    pub href: String,
    /// What the target is called.
    pub title: Option<Text>,
    /// The media type of the target.
    pub media_type: Option<String>,
}

/// The links of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkSet {
    /// Every link that could be read, in document order within a link type.
    pub links: Vec<Link>,
    /// How many targets could not be read.
    pub broken: usize,
}

impl LinkSet {
    /// Reads the document at `address`. The error says what is wrong with it.
    pub fn read(document: &Value, address: &str) -> Result<LinkSet, String> {
        let contexts = match get(document, "linkset") {
            Some(Value::Array(list)) => list.as_slice(),
            Some(one @ Value::Object(_)) => std::slice::from_ref(one),
            _ => return Err("expected a list `linkset`".to_owned()),
        };
        let mut set = LinkSet::default();
        for context in contexts {
            set.read_context(context, address);
        }
        Ok(set)
    }

    /// The links of one of these types that hold for `identity`, those of its most precise anchor only:
    /// a lot's own journey before that of its product, never that of another lot.
    pub fn links_for(&self, identity: &DigitalLink, kinds: &[&str]) -> Vec<&Link> {
        let ranked: Vec<(usize, &Link)> = self
            .links
            .iter()
            .filter(|link| kinds.contains(&link.kind.as_str()))
            .filter_map(|link| Some((rank(&link.anchor, identity)?, link)))
            .collect();
        let best = ranked.iter().map(|(rank, _)| *rank).max();
        let best = ranked.into_iter().filter(|(rank, _)| Some(*rank) == best);
        best.map(|(_, link)| link).collect()
    }

    fn read_context(&mut self, context: &Value, address: &str) {
        let Some(members) = context.as_object() else {
            self.broken += 1;
            return;
        };
        let anchor = string(context, "anchor").map(|anchor| resolve(address, &anchor));
        let anchor = anchor.unwrap_or_default();
        for (kind, targets) in members {
            // OK because the other members of a context, such as `anchor` and `description`, are no lists.
            for target in targets.as_array().into_iter().flatten() {
                match link(target, local_name(kind), &anchor, address) {
                    Some(link) => self.links.push(link),
                    None => self.broken += 1,
                }
            }
        }
    }
}

fn link(target: &Value, kind: &str, anchor: &str, address: &str) -> Option<Link> {
    Some(Link {
        anchor: anchor.to_owned(),
        kind: kind.to_owned(),
        href: resolve(address, &string(target, "href")?),
        title: get(target, "title*")
            .or_else(|| get(target, "title"))
            .and_then(text_of),
        media_type: string(target, "type"),
    })
}

/// How precisely an anchor names the identity: the more of its qualifiers, the higher. `None` when it names something else.
fn rank(anchor: &str, identity: &DigitalLink) -> Option<usize> {
    let Ok(anchor) = DigitalLink::parse(anchor) else {
        return Some(0);
    };
    let holds = anchor.key == identity.key
        && anchor
            .qualifiers
            .iter()
            .all(|qualifier| identity.qualifiers.contains(qualifier));
    holds.then_some(1 + anchor.qualifiers.len())
}
