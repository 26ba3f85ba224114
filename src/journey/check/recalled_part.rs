//! Recalls that name a part of what was scanned: packs of a lot, lots of a product.

use super::super::alias::gtin_of;
use super::super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::sources::epcis::Event;
use crate::sources::findings::{Findings, Recall};
use crate::words::Text;

/// Whether a recall names all of the goods: what was scanned, or something that it is a part of.
pub fn names_all(id: &str, identity: &DigitalLink, trace: &Trace) -> bool {
    let is_same_item = || {
        let named = DigitalLink::parse(id).ok();
        let serial = named.as_ref().and_then(|named| named.serial());
        serial.is_some() && serial == identity.serial() && is_of_product(id, identity)
    };
    (trace.goods.contains(id) && !is_pack(id, identity)) || is_same_item()
}

/// Whether an event is about all of the goods, and not only about single packs of the lot that was scanned.
pub fn concerns_all(event: &Event, identity: &DigitalLink, trace: &Trace) -> bool {
    trace.concerns_goods(event)
        && event
            .things()
            .any(|id| trace.goods.contains(id) && !is_pack(id, identity))
}

/// What to say where the list or one of the events, which call something back, names packs of the lot that was scanned,
/// or packs of its product of which nobody says to which lot they belong.
pub fn packs(
    findings: &Findings,
    declared: &[&Event],
    identity: &DigitalLink,
    trace: &Trace,
) -> Option<Text> {
    let own_lot = identity.lot()?;
    let listed = findings.recalls.iter().flatten().map(|recall| recall.id.as_str());
    let declared = declared.iter().flat_map(|event| event.things());
    let packs: Vec<&str> = listed
        .chain(declared)
        .filter(|id| is_pack(id, identity))
        .collect();
    let lots = |id: &str| lots_of_pack(id, findings);
    let is_own = |id: &&str| trace.goods.contains(*id) || lots(id).iter().any(|lot| lot == own_lot);
    match () {
        () if packs.iter().any(is_own) => Some(some_packs()),
        () if packs.iter().any(|id| lots(id).is_empty()) => Some(packs_of_unknown_lot()),
        () => None,
    }
}

/// The lots to which a pack belongs: the one in its own URI, or those that the sources published.
fn lots_of_pack(id: &str, findings: &Findings) -> Vec<String> {
    let Ok(named) = DigitalLink::parse(id) else {
        return Vec::new();
    };
    if let Some(lot) = named.lot() {
        return vec![lot.to_owned()];
    }
    let lots = findings.lots.iter();
    let own = lots.filter(|entry| entry.serial.is_some() && entry.serial.as_deref() == named.serial());
    own.filter_map(|entry| entry.lot.clone()).collect()
}

/// The recalled lots and packs of the product, where it is not known which lot is meant: `TT261012`.
pub fn possible(recalls: &[Recall], identity: &DigitalLink, trace: &Trace) -> Vec<String> {
    if trace.own.iter().any(|id| id.contains("/10/")) {
        return Vec::new();
    }
    let others = recalls
        .iter()
        .filter(|recall| is_of_product(&recall.id, identity));
    others
        .filter_map(|recall| {
            let named = DigitalLink::parse(&recall.id).ok()?;
            // OK because the recall of the pack itself is told before: this one is another pack.
            let is_another = identity.serial().is_some() && named.serial().is_some();
            (!is_another).then_some(())?;
            Some(named.lot().or(named.serial())?.to_owned())
        })
        .collect()
}

/// Whether a URI names a single pack of the product that was scanned without a serial number.
fn is_pack(id: &str, identity: &DigitalLink) -> bool {
    identity.serial().is_none() && id.contains("/21/") && is_of_product(id, identity)
}

fn is_of_product(id: &str, identity: &DigitalLink) -> bool {
    identity
        .gtin()
        .is_some_and(|gtin| gtin_of(id) == Some(gtin.as_str()))
}

fn packs_of_unknown_lot() -> Text {
    Text::new(
        "Một số gói của sản phẩm này bị thu hồi, chưa rõ thuộc lô nào. Hãy quét mã riêng in trên gói, hoặc hỏi người bán.",
        "Some packs of this product have been recalled; of which lot is not known. Scan the pack’s own code, or ask the seller.",
    )
}

fn some_packs() -> Text {
    Text::new(
        "Một số gói của lô này bị thu hồi. Hãy quét mã riêng in trên gói, hoặc hỏi người bán xem gói này có bị thu hồi không.",
        "Some packs of this lot have been recalled. Scan the pack’s own code, or ask the seller whether this one is among them.",
    )
}

/// Lots of this product are recalled: their numbers.
pub fn some_lots(numbers: &str) -> Text {
    Text::new(
        format!(
            "Lô {numbers} của sản phẩm này đang bị thu hồi; hãy xem số lô trên gói. Nếu gói in số này thì đừng dùng."
        ),
        format!(
            "Lot {numbers} of this product is recalled; look at the lot number on the pack. Do not use it if the pack bears such a number."
        ),
    )
}
