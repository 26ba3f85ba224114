//! Was each paper valid on the day of the event that cites it, and for these goods?

use super::super::alias::gtin_of;
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::Findings;
use crate::sources::epcis::Event;
use crate::sources::product::{Certificate, Product};
use crate::words::Text;
use crate::words::journey::{both, day};

const RULE: &str = "certificate";

/// Warns of a cited paper that had lapsed or was not valid yet on the day, that was issued for other goods, or that
/// nobody can find. What counts is what the lot cites, not what the product carries. Test reports have no term.
/// `None` when nothing is cited; unknown without the product, whose source names its papers.
pub fn check(trace: &Trace, findings: &Findings) -> Option<Check> {
    let cited: Vec<(&Event, &str)> = trace
        .valid()
        .flat_map(|event| event.certificates.iter().map(move |uri| (event, uri.as_str())))
        .collect();
    if cited.is_empty() {
        return None;
    }
    let Some(product) = &findings.product else {
        return Some(Check::plain(RULE, Verdict::Unknown, unknown()));
    };
    let known = |uri: &str| {
        let own = product.certificates.iter().find(|known| known.uri == uri);
        own.or_else(|| findings.certificates.get(uri))
    };
    let mut faults: Vec<(&'static str, &Event, Option<&Certificate>)> = Vec::new();
    for (event, uri) in cited {
        let flag = match known(uri) {
            Some(certificate) => flag(event, certificate, trace, product),
            // OK because the papers of an ingredient are its own producer's to show.
            None => is_own(event, trace, product).then_some("cert:not-found"),
        };
        faults.extend(flag.map(|flag| (flag, event, known(uri))));
    }
    let Some((flag, event, certificate)) = faults.first() else {
        let sentence = Text::new(
            "Giấy tờ được viện dẫn còn hiệu lực vào ngày viện dẫn.",
            "The documents cited were valid on the day.",
        );
        return Some(Check::plain(RULE, Verdict::Ok, sentence));
    };
    let evidence = faults.iter().map(|(_, event, _)| event.id.clone()).collect();
    let sentence = match certificate {
        Some(certificate) if *flag == "cert:wrong-scope" => misplaced(certificate),
        Some(certificate) => sentence(event, certificate),
        None => not_found(),
    };
    Some(Check::fault(RULE, Verdict::Warn, flag, sentence, evidence))
}

fn flag(event: &Event, certificate: &Certificate, trace: &Trace, product: &Product) -> Option<&'static str> {
    let on = event.time.date();
    let has_term = certificate.kind != "test-report";
    if has_term && certificate.to.is_some_and(|to| to < on) {
        Some("cert:expired")
    } else if has_term && certificate.from.is_some_and(|from| from > on) {
        Some("cert:not-yet-valid")
    } else if is_misplaced(event, certificate, trace, product) {
        Some("cert:wrong-scope")
    } else {
        None
    }
}

/// Whether a paper is about other goods: a report about another lot, a certificate that covers other products.
fn is_misplaced(event: &Event, certificate: &Certificate, trace: &Trace, product: &Product) -> bool {
    let lots = || {
        let named = event.things().chain(trace.own.iter().map(String::as_str));
        named.filter_map(lot_of)
    };
    let other_lot = certificate
        .lot
        .as_deref()
        .is_some_and(|lot| lots().next().is_some() && !lots().any(|found| found == lot));
    let covers = |gtin: &str| certificate.products.iter().any(|covered| covered == gtin);
    let mut goods = event.things().filter_map(gtin_of);
    let other_product = !certificate.products.is_empty()
        && is_own(event, trace, product)
        && !covers(product.gtin.as_str())
        && !goods.any(covers);
    other_lot || other_product
}

/// The lot number in a canonical URI.
fn lot_of(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("/10/")?;
    rest.split('/').next()
}

/// Whether an event is about the goods or about something that the same producer made on the way to them.
fn is_own(event: &Event, trace: &Trace, product: &Product) -> bool {
    let prefix = product
        .producer
        .as_ref()
        .and_then(|maker| maker.prefix.as_deref());
    let mut gtins = event.things().filter_map(gtin_of);
    let is_given = |gtin: &str| {
        let number = gtin.get(1..).unwrap_or_default();
        prefix.is_some_and(|prefix| number.starts_with(prefix))
    };
    trace.concerns_goods(event) || gtins.any(is_given)
}

fn misplaced(certificate: &Certificate) -> Text {
    let name = name(certificate);
    Text::new(
        format!("{} được cấp cho hàng khác, không phải cho lô này.", name.vi),
        format!("{} was issued for other goods, not for this lot.", name.en),
    )
}

fn not_found() -> Text {
    Text::new(
        "Có giấy tờ được viện dẫn mà không nơi nào biết đến.",
        "A document is cited that nobody knows of.",
    )
}

fn unknown() -> Text {
    Text::new(
        "Chưa có thông tin về sản phẩm, nên chưa kiểm tra được giấy tờ.",
        "There is no information about the product, so its papers could not be checked.",
    )
}

fn name(certificate: &Certificate) -> Text {
    both(|lang| {
        let title = certificate.title.in_lang(lang);
        let number = certificate.number.as_deref().unwrap_or_default();
        format!("{title} {number}").trim().to_owned()
    })
}

fn sentence(event: &Event, certificate: &Certificate) -> Text {
    let on = day(event.time.date());
    let name = name(certificate);
    match certificate.to.filter(|to| *to < event.time.date()).map(day) {
        Some(to) => Text::new(
            format!(
                "{} chỉ có hiệu lực đến {}, trước ngày được viện dẫn {}.",
                name.vi, to.vi, on.vi
            ),
            format!(
                "{} was valid until {} only, before the day it is cited for, {}.",
                name.en, to.en, on.en
            ),
        ),
        None => Text::new(
            format!("{} chưa có hiệu lực vào ngày được viện dẫn {}.", name.vi, on.vi),
            format!(
                "{} was not valid yet on the day it is cited for, {}.",
                name.en, on.en
            ),
        ),
    }
}
