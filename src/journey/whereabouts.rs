//! Where an event took place, and who was there.

use crate::sources::epcis::Event;
use crate::sources::findings::Findings;
use crate::sources::place::Place;
use crate::words::Text;

/// Where an event was seen, or where its objects are afterwards.
pub fn place_uri(event: &Event) -> Option<&str> {
    event.read_point.as_deref().or(event.location.as_deref())
}

/// What the place is called; its number where nobody names it.
pub fn place_name(event: &Event, place: Option<&Place>) -> Option<Text> {
    let known = place
        .map(|place| place.name.clone())
        .filter(|name| !name.is_empty());
    known.or_else(|| {
        let gln = place_uri(event)?.rsplit('/').next()?;
        Some(Text::same(format!("GLN {gln}")))
    })
}

/// Commune and province, ready to read.
pub fn area(place: &Place) -> Option<String> {
    let mut parts: Vec<&str> = [&place.commune, &place.province]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whose place it is, with its GLN; else who is named as sender, or as receiver of what arrives.
pub fn party(event: &Event, place: Option<&Place>, findings: &Findings) -> Option<(Text, Option<String>)> {
    let arrives = matches!(
        event.step.as_deref(),
        Some("receiving" | "arriving" | "accepting")
    );
    let named = if arrives {
        &event.destinations
    } else {
        &event.sources
    };
    let party = named
        .iter()
        .find(|(kind, _)| matches!(kind.as_str(), "possessing_party" | "owning_party"))
        .map(|(_, uri)| uri);
    place
        .and_then(|place| place.owner.as_ref())
        .into_iter()
        .chain(party)
        .find_map(|uri| Some((party_name(uri, findings)?, gln(uri))))
        .or_else(|| Some((place?.owner_name.clone()?, None)))
}

/// The GLN in a canonical URI of a party.
fn gln(uri: &str) -> Option<String> {
    let (_, gln) = uri.split_once("/417/")?;
    Some(gln.to_owned())
}

fn party_name(uri: &str, findings: &Findings) -> Option<Text> {
    if let Some(party) = findings.parties.get(uri) {
        return Some(party.name.clone());
    }
    let producer = findings.product.as_ref()?.producer.as_ref()?;
    let gln = uri.rsplit('/').next();
    (producer.gln.as_deref() == gln).then(|| producer.name.clone())
}
