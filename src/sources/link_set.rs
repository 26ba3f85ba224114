//! Link sets (RFC 9264, JSON form) with the link types of the GS1 Web Vocabulary, as resolvers answer them.

use super::json_ld::{get, many, string, text_of};
use super::reference::resolve;
use super::vocabulary::local_name;
use crate::gs1::DigitalLink;
use crate::words::{Lang, Text};
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
    /// The languages of the target (BCP 47); empty where nothing is said.
    pub languages: Vec<String>,
    /// For whom the target is meant, such as a country code (GS1 resolver standard 1.2, `context`); empty for everybody.
    pub contexts: Vec<String>,
}

impl Link {
    /// How far the target is from a shopper in Việt Nam who reads Vietnamese or else English: 0 is nearest.
    fn distance(&self) -> usize {
        let speaks = |lang| self.languages.iter().any(|tag| Lang::from_tag(tag) == Some(lang));
        let language = match () {
            () if self.languages.is_empty() || speaks(Lang::Vi) => 0,
            () if speaks(Lang::En) => 1,
            () => 2,
        };
        let is_here = self
            .contexts
            .iter()
            .any(|context| context.eq_ignore_ascii_case("VN"));
        language + if self.contexts.is_empty() || is_here { 0 } else { 3 }
    }

    /// Whether it leads to data rather than to a page for people.
    pub fn is_json(&self) -> bool {
        match &self.media_type {
            Some(media_type) => media_type.contains("json"),
            None => {
                let path = self.href.split(['?', '#']).next().unwrap_or_default();
                path.ends_with(".json") || path.ends_with(".jsonld")
            }
        }
    }
}

/// The most links that are read of one document.
const MOST_LINKS: usize = 2_000;

/// The links of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkSet {
    /// What each anchor is called, where the document says so.
    pub descriptions: Vec<(String, Text)>,
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

    /// The wanted links that hold for `identity`, those of its most precise anchor only:
    /// a lot's own journey before that of its product, never that of another lot. What is meant for everybody here comes first.
    pub fn links_for(&self, identity: &DigitalLink, wanted: impl Fn(&Link) -> bool) -> Vec<&Link> {
        let wanted = self.links.iter().filter(|link| wanted(link));
        let ranked: Vec<(usize, &Link)> = wanted
            .filter_map(|link| Some((rank(&link.anchor, identity)?, link)))
            .collect();
        let best = ranked.iter().map(|(rank, _)| *rank).max();
        let best = ranked.into_iter().filter(|(rank, _)| Some(*rank) == best);
        let mut sorted: Vec<&Link> = Vec::new();
        for (_, link) in best {
            let place = sorted.partition_point(|known| known.distance() <= link.distance());
            sorted.insert(place, link);
        }
        sorted
    }

    fn read_context(&mut self, context: &Value, address: &str) {
        let Some(members) = context.as_object() else {
            self.broken += 1;
            return;
        };
        let anchor = string(context, "anchor").map(|anchor| resolve(address, &anchor));
        let anchor = anchor.unwrap_or_default();
        let description = get(context, "description").or_else(|| get(context, "itemDescription"));
        let description = description.and_then(text_of);
        self.descriptions
            .extend(description.map(|text| (anchor.clone(), text)));
        for (kind, targets) in members {
            // OK because the other members of a context, such as `anchor` and `description`, are no lists.
            for target in targets.as_array().into_iter().flatten() {
                if self.links.len() == MOST_LINKS {
                    self.broken += 1;
                    continue;
                }
                match link(target, local_name(kind), &anchor, address) {
                    Some(link) => self.links.push(link),
                    None => self.broken += 1,
                }
            }
        }
    }
}

fn link(target: &Value, kind: &str, anchor: &str, address: &str) -> Option<Link> {
    let strings = |name: &str| many(target, name).iter().filter_map(Value::as_str);
    Some(Link {
        anchor: anchor.to_owned(),
        kind: kind.to_owned(),
        href: resolve(address, &string(target, "href")?),
        title: title(target),
        media_type: string(target, "type"),
        languages: strings("hreflang").map(str::to_owned).collect(),
        contexts: strings("context").map(str::to_owned).collect(),
    })
}

/// The title in its languages (RFC 9264 §4.2.4.2: `value` and `language`), else the plain one.
fn title(target: &Value) -> Option<Text> {
    let starred = many(target, "title*").iter().filter_map(|title| {
        let tag = string(title, "language").unwrap_or_default();
        Some((Lang::from_tag(&tag)?, string(title, "value")?))
    });
    let mut text = Text::default();
    for (lang, wording) in starred {
        match lang {
            Lang::Vi => text.vi = wording,
            Lang::En => text.en = wording,
        }
    }
    match text.is_empty() {
        true => get(target, "title").and_then(text_of),
        false => Some(text),
    }
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
