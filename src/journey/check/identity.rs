//! Do the numbers fit: their check digits, and the producer to whom they were given?

use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::gs1::DigitalLink;
use crate::gs1::digital_link::DigitalLinkError;
use crate::gs1::identifiers::ValueError;
use crate::sources::epcis::Event;
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::both;

const RULE: &str = "identity";

/// Warns of GS1 numbers in the events whose check digit is wrong, and of a product number that was given to somebody
/// else than the producer who is named. Unknown when nobody says who the number was given to.
pub fn check(identity: &DigitalLink, trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let wrong: Vec<(&Event, &str)> = trace
        .valid()
        .filter_map(|event| Some((event, named(event).find(|id| has_wrong_digit(id))?)))
        .collect();
    if let Some((_, id)) = wrong.first() {
        let evidence = wrong.iter().map(|(event, _)| event.id.clone()).collect();
        let (flag, sentence) = ("identity:check-digit", wrong_digit(id));
        return Some(Check::fault(RULE, Verdict::Warn, flag, sentence, evidence));
    }
    let gtin = identity.gtin()?;
    let maker = product.and_then(|product| product.producer.as_ref());
    let Some((maker, prefix)) = maker.and_then(|maker| Some((maker, maker.prefix.as_deref()?))) else {
        return product
            .is_none()
            .then(|| Check::plain(RULE, Verdict::Unknown, unknown()));
    };
    // OK because the first of the fourteen digits only counts the packings.
    let number = gtin.as_str().get(1..).unwrap_or_default();
    if number.starts_with(prefix) {
        return Some(Check::plain(RULE, Verdict::Ok, fits()));
    }
    let sentence = both(|lang| {
        let name = maker.name.in_lang(lang);
        foreign(name, gtin.shown()).in_lang(lang).to_owned()
    });
    Some(Check::fault(
        RULE,
        Verdict::Warn,
        "identity:owner",
        sentence,
        Vec::new(),
    ))
}

/// Every identifier in an event that may be a GS1 number.
fn named(event: &Event) -> impl Iterator<Item = &str> {
    let places = event
        .read_point
        .as_deref()
        .into_iter()
        .chain(event.location.as_deref());
    let ends = event.sources.iter().chain(&event.destinations);
    event
        .things()
        .chain(places)
        .chain(ends.map(|(_, uri)| uri.as_str()))
}

fn has_wrong_digit(id: &str) -> bool {
    // OK because a link that can be read has been written anew in its canonical form.
    let is_web = id.starts_with("https://") || id.starts_with("http://");
    let is_wrong = |error| {
        matches!(
            error,
            DigitalLinkError::Number {
                error: ValueError::CheckDigit { .. },
                ..
            }
        )
    };
    is_web && DigitalLink::parse(id).is_err_and(is_wrong)
}

fn wrong_digit(id: &str) -> Text {
    Text::new(
        format!("Có mã sai số kiểm tra trong các chặng: {id}."),
        format!("A number in the steps has a wrong check digit: {id}."),
    )
}

fn foreign(maker: &str, number: &str) -> Text {
    Text::new(
        format!("Mã {number} không thuộc dải mã đã cấp cho {maker}."),
        format!("The number {number} is not one of those given to {maker}."),
    )
}

fn fits() -> Text {
    Text::new(
        "Mã sản phẩm thuộc dải mã đã cấp cho nhà sản xuất được nêu tên.",
        "The product number is one of those given to the producer who is named.",
    )
}

fn unknown() -> Text {
    Text::new(
        "Chưa biết mã này đã được cấp cho ai.",
        "To whom this number was given is not known.",
    )
}
