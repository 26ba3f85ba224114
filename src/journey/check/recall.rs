//! Has the lot been recalled?

use super::super::alias::gtin_of;
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::gs1::DigitalLink;
use crate::sources::epcis::Event;
use crate::sources::findings::Recall;
use crate::words::Text;
use crate::words::journey::{day, joined};
use time::Date;

/// Stop when the list names the lot, item or product, or an event says it was recalled; unknown without a list, or
/// when the list names lots of this product and the code does not tell which lot this is.
pub fn check(recalls: Option<&[Recall]>, identity: &DigitalLink, trace: &Trace) -> Check {
    let listed = recalls
        .unwrap_or_default()
        .iter()
        .find(|recall| trace.own.contains(&recall.id));
    let declared: Vec<&Event> = trace
        .valid()
        .filter(|event| says_recalled(event) && trace.concerns_goods(event))
        .collect();
    match (listed, declared.last()) {
        (None, None) => not_recalled(recalls, identity, trace),
        (listed, last) => Check {
            rule: "recall",
            verdict: Verdict::Stop,
            flag: Some("recalled"),
            sentence: sentence(listed, last.copied()),
            evidence: declared.iter().map(|event| event.id.clone()).collect(),
        },
    }
}

fn says_recalled(event: &Event) -> bool {
    let recalled = |word: &str| word == "recalled";
    event.disposition.as_deref().is_some_and(recalled) || event.persistent.iter().any(|word| recalled(word))
}

fn not_recalled(recalls: Option<&[Recall]>, identity: &DigitalLink, trace: &Trace) -> Check {
    let Some(recalls) = recalls else {
        return Check::plain("recall", Verdict::Unknown, not_asked());
    };
    let lots = possible_lots(recalls, identity, trace);
    if lots.is_empty() {
        let sentence = Text::new(
            "Không có trong danh sách thu hồi.",
            "It is not on the recall list.",
        );
        return Check::plain("recall", Verdict::Ok, sentence);
    }
    Check::plain("recall", Verdict::Unknown, compare(&lots.join(", ")))
}

/// The recalled lots of the product, where it is not known which lot is meant.
fn possible_lots(recalls: &[Recall], identity: &DigitalLink, trace: &Trace) -> Vec<String> {
    let Some(gtin) = identity.gtin() else {
        return Vec::new();
    };
    if trace.own.iter().any(|id| id.contains("/10/")) {
        return Vec::new();
    }
    recalls
        .iter()
        .filter(|recall| gtin_of(&recall.id) == Some(gtin.as_str()))
        .filter_map(|recall| Some(DigitalLink::parse(&recall.id).ok()?.lot()?.to_owned()))
        .collect()
}

fn not_asked() -> Text {
    Text::new(
        "Chưa tải được danh sách thu hồi, nên chưa biết hàng này có bị thu hồi hay không. Khi có mạng, hãy mở lại trang này.",
        "The recall list could not be fetched, so it is not known whether these goods were recalled. Open this page again when there is a connection.",
    )
}

fn compare(lots: &str) -> Text {
    Text::new(
        format!("Có lô của mặt hàng này bị thu hồi: {lots}. Nếu trên bao bì in số lô này thì đừng dùng."),
        format!(
            "Lots of this product have been recalled: {lots}. Do not use it if the pack bears such a number."
        ),
    )
}

fn sentence(listed: Option<&Recall>, declared: Option<&Event>) -> Text {
    let since = listed
        .and_then(|recall| recall.since)
        .or_else(|| declared.map(|event| event.time.date()));
    let reason = listed
        .map(|recall| &recall.reason)
        .filter(|reason| !reason.is_empty())
        .or_else(|| declared?.note.as_ref());
    let advice = Text::new("Hãy trả lại nơi bán.", "Take it back to where it was sold.");
    joined(&[recalled_since(since), reason.cloned().unwrap_or(advice)])
}

fn recalled_since(since: Option<Date>) -> Text {
    let Some(since) = since.map(day) else {
        return Text::new("Hàng này đã bị thu hồi.", "These goods have been recalled.");
    };
    Text::new(
        format!("Hàng này bị thu hồi từ ngày {}.", since.vi),
        format!("These goods have been recalled since {}.", since.en),
    )
}
