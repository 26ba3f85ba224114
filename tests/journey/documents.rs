//! The smallest documents: events of one lot at the places of the sample market.

use super::market::{Market, identity, today};
use cho_phien::gs1::Gtin;
use cho_phien::journey::{Journey, tell};
use cho_phien::sources::{EpcisDocument, Findings};
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::sync::LazyLock;

pub const LOT: &str = "https://id.gs1.org/01/09528060010018/10/A";
pub const OTHER_LOT: &str = "https://id.gs1.org/01/09528060010018/10/B";
pub const ITEM: &str = "https://id.gs1.org/01/09528060010018/21/1";
pub const RAW: &str = "https://id.gs1.org/01/09528060019004/10/RAW";
pub const BULK: &str = "https://id.gs1.org/01/09528060019103/10/BULK";
pub const PEPPER: &str = "https://id.gs1.org/01/09528060119100/10/PEPPER";
pub const CASE: &str = "https://id.gs1.org/00/195280601200010218";
pub const FIELD: &str = "https://id.gs1.org/414/9528060014016";
pub const WORKSHOP: &str = "https://id.gs1.org/414/9528060010506";
pub const STALL: &str = "https://id.gs1.org/414/9528060901002";
pub const NEIGHBOUR: &str = "https://id.gs1.org/414/9528060024015";
pub const LAB: &str = "https://id.gs1.org/414/9528060910011";
pub const HUB: &str = "https://id.gs1.org/414/9528060900012";
pub const HANOI: &str = "https://id.gs1.org/414/9528060920010";

static MARKET: LazyLock<Market> = LazyLock::new(Market::read);

/// The journey of `LOT`, 100 g a pack and kept cold, at the places of the sample market.
pub fn told(events: &[Value]) -> Journey {
    told_of(LOT, events)
}

/// The journey of another identity of the same product.
pub fn told_of(id: &str, events: &[Value]) -> Journey {
    told_in(id, events, |_| {})
}

/// The journey of an identity in a world that is changed like this.
pub fn told_in(id: &str, events: &[Value], change: impl FnOnce(&mut Findings)) -> Journey {
    let document = json!({"type": "EPCISDocument", "epcisBody": {"eventList": events}});
    let read = EpcisDocument::read(&document, "epcis.json", &Text::same("Nguồn")).unwrap();
    assert_eq!(read.fault, None);
    let mut findings = Findings {
        events: read.events,
        ..MARKET.product_alone("9528060010018")
    };
    if let Some(product) = &mut findings.product {
        assert_eq!(Ok(product.gtin), Gtin::parse("9528060010018"));
        product.storage_range_c = Some((None, Some(5.0)));
    }
    change(&mut findings);
    tell(&identity(id), findings, today())
}

pub fn at(hour: u8, step: &str, place: &str, id: &str) -> Value {
    let action = if step == "commissioning" { "ADD" } else { "OBSERVE" };
    json!({
        "type": "ObjectEvent", "eventID": format!("urn:uuid:{step}-{hour}"), "action": action, "bizStep": step,
        "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00", "readPoint": {"id": place},
        "quantityList": [{"epcClass": id, "quantity": 2.0, "uom": "KGM"}],
    })
}

pub fn packed(hour: u8, parent: &str, child: &str) -> Value {
    json!({
        "type": "AggregationEvent", "action": "ADD", "bizStep": "packing", "parentID": parent,
        "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00",
        "childQuantityList": [{"epcClass": child, "quantity": 2.0, "uom": "KGM"}],
    })
}

pub fn made(hour: u8, inputs: &[(&str, f64, &str)], outputs: &[(&str, f64, &str)]) -> Value {
    json!({
        "type": "TransformationEvent", "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00",
        "readPoint": {"id": WORKSHOP},
        "inputQuantityList": quantities(inputs), "outputQuantityList": quantities(outputs),
    })
}

fn quantities(rows: &[(&str, f64, &str)]) -> Vec<Value> {
    rows.iter()
        .map(|(id, amount, unit)| match *unit {
            "" => json!({"epcClass": id, "quantity": amount}),
            unit => json!({"epcClass": id, "quantity": amount, "uom": unit}),
        })
        .collect()
}

/// All of two kilograms of raw material becomes goods.
pub fn used_up(hour: u8) -> Value {
    made(hour, &[(RAW, 2.0, "KGM")], &[(LOT, 5.0, "")])
}

pub fn voided(event: Value) -> Value {
    let declaration = json!({"declarationTime": moment(20), "reason": "incorrect_data"});
    with(event, "errorDeclaration", declaration)
}

pub fn with(mut event: Value, field: &str, value: Value) -> Value {
    event[field] = value;
    event
}

pub fn moment(hour: u8) -> String {
    format!("2026-11-01T{hour:02}:00:00+07:00")
}
