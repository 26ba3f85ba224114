//! Was each certificate valid on the day of the event that cites it?

use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::Event;
use crate::sources::product::{Certificate, Product};
use crate::words::Text;
use crate::words::journey::{both, day};

/// Warns of a cited certificate that had lapsed, or was not valid yet, on the day. Test reports have no term.
/// `None` when no certificate that is known is cited.
pub fn check(trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let known = &product?.certificates;
    let cited: Vec<(&Event, &Certificate)> = trace
        .valid()
        .flat_map(|event| known.iter().map(move |certificate| (event, certificate)))
        .filter(|(event, certificate)| event.certificates.contains(&certificate.uri))
        .collect();
    let faults: Vec<(&Event, &Certificate, &'static str)> = cited
        .iter()
        .filter_map(|(event, certificate)| Some((*event, *certificate, flag(event, certificate)?)))
        .collect();
    let Some((event, certificate, flag)) = faults.first() else {
        let sentence = Text::new(
            "Giấy tờ được viện dẫn còn hiệu lực vào ngày viện dẫn.",
            "The documents cited were valid on the day.",
        );
        return (!cited.is_empty()).then(|| Check::plain("certificate", Verdict::Ok, sentence));
    };
    Some(Check {
        rule: "certificate",
        verdict: Verdict::Warn,
        flag: Some(flag),
        sentence: sentence(event, certificate),
        evidence: faults.iter().map(|(event, ..)| event.id.clone()).collect(),
    })
}

fn flag(event: &Event, certificate: &Certificate) -> Option<&'static str> {
    let on = event.time.date();
    if certificate.kind == "test-report" {
        None
    } else if certificate.to.is_some_and(|to| to < on) {
        Some("cert:expired")
    } else if certificate.from.is_some_and(|from| from > on) {
        Some("cert:not-yet-valid")
    } else {
        None
    }
}

fn sentence(event: &Event, certificate: &Certificate) -> Text {
    let on = day(event.time.date());
    let name = both(|lang| {
        let title = certificate.title.in_lang(lang);
        let number = certificate.number.as_deref().unwrap_or_default();
        format!("{title} {number}").trim().to_owned()
    });
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
