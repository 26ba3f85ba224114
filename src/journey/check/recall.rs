//! Has the lot been recalled?

use super::super::alias::gtin_of;
use super::super::trace::Trace;
use super::events::when_to_return;
use super::{Check, Verdict};
use crate::gs1::DigitalLink;
use crate::sources::epcis::Event;
use crate::sources::findings::Recall;
use crate::sources::{About, Findings, Silence};
use crate::words::Text;
use crate::words::journey::{day, joined};
use time::Date;

const RULE: &str = "recall";

/// Stop when the list names the lot, item or product, or an event says it was recalled; unknown without a list or
/// with one that could be read only in part, or when the list names lots of this product and the code does not tell which lot this is.
pub fn check(findings: &Findings, identity: &DigitalLink, trace: &Trace) -> Check {
    let recalls = findings.recalls.as_deref();
    let listed = recalls
        .unwrap_or_default()
        .iter()
        .find(|recall| trace.goods.contains(&recall.id));
    let declared = declared(trace, |event| trace.concerns_goods(event));
    if listed.is_some() || !declared.is_empty() {
        let evidence = declared.iter().map(|event| event.id.clone()).collect();
        let sentence = sentence(listed, declared.last().copied());
        return Check::fault(RULE, Verdict::Stop, "recalled", sentence, evidence);
    }
    let made_of = made_of_recalled(recalls.unwrap_or_default(), trace);
    if !made_of.is_empty() {
        return Check::fault(RULE, Verdict::Warn, "recalled:ingredient", ingredient(), made_of);
    }
    let failed = failed(trace);
    if !failed.is_empty() {
        return Check::fault(RULE, Verdict::Warn, "test:failed", test_failed(), failed);
    }
    not_recalled(findings, identity, trace)
}

/// The events by which something was recalled and has not been released again.
fn declared<'a>(trace: &Trace<'a>, is_meant: impl Fn(&Event) -> bool) -> Vec<&'a Event> {
    let mut declared = Vec::new();
    for event in trace.valid().filter(|event| is_meant(event)) {
        if says_recalled(event) {
            declared.push(event);
        } else if event.withdrawn.iter().any(|word| word == "recalled") {
            declared.clear();
        }
    }
    declared
}

/// The events that used, or called back, an ingredient that was recalled.
fn made_of_recalled(recalls: &[Recall], trace: &Trace) -> Vec<String> {
    let is_listed = |id: &str| recalls.iter().any(|recall| recall.id == id);
    let mut inputs = trace.valid().filter(|event| {
        let mut inputs = event.inputs.iter();
        inputs.any(|input| is_listed(&input.id))
    });
    let listed = inputs.next().map(|event| event.id.clone());
    let declared = declared(trace, |event| !trace.concerns_goods(event));
    let declared = declared.into_iter().map(|event| event.id.clone());
    listed.into_iter().chain(declared).collect()
}

/// The last test of the goods, if they failed it.
fn failed(trace: &Trace) -> Vec<String> {
    let tests = trace
        .valid()
        .filter(|event| event.step.as_deref() == Some("inspecting") && event.disposition.is_some());
    let last = tests.last();
    let failed = last.filter(|event| event.disposition.as_deref() == Some("non_conformant"));
    failed.map(|event| event.id.clone()).into_iter().collect()
}

fn says_recalled(event: &Event) -> bool {
    let recalled = |word: &str| word == "recalled";
    event.disposition.as_deref().is_some_and(recalled) || event.persistent.iter().any(|word| recalled(word))
}

fn not_recalled(findings: &Findings, identity: &DigitalLink, trace: &Trace) -> Check {
    let Some(recalls) = &findings.recalls else {
        return Check::plain(RULE, Verdict::Unknown, not_asked(findings));
    };
    let lots = possible_lots(recalls, identity, trace);
    if lots.is_empty() && findings.unreadable_recalls > 0 {
        let sentence = Text::new(
            "Danh sách thu hồi có mục không đọc được, nên chưa chắc hàng này không bị thu hồi.",
            "A part of the recall list could not be read, so it is not certain that this is not recalled.",
        );
        return Check::plain(RULE, Verdict::Unknown, sentence);
    }
    if lots.is_empty() {
        let sentence = Text::new(
            "Không có trong danh sách thu hồi.",
            "It is not on the recall list.",
        );
        return Check::plain(RULE, Verdict::Ok, sentence);
    }
    Check::plain(RULE, Verdict::Unknown, compare(&lots.join(", ")))
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

/// The newest day for which anybody spoke of the goods.
fn last_known(findings: &Findings) -> Option<Date> {
    let product = findings.product.iter().filter_map(|product| product.by.as_of);
    let events = findings.events.iter().filter_map(|event| event.by.as_of);
    product.chain(events).max()
}

fn not_asked(findings: &Findings) -> Text {
    let first = match last_known(findings).map(day) {
        Some(day) => Text::new(
            format!("Chưa kiểm tra được thu hồi từ ngày {}.", day.vi),
            format!("Recalls since {} could not be checked.", day.en),
        ),
        None => Text::new("Chưa kiểm tra được thu hồi.", "Recalls could not be checked."),
    };
    let lists = findings.silences.iter();
    let lists: Vec<Silence> = lists
        .filter(|silence| silence.about == About::Recalls)
        .cloned()
        .collect();
    joined(&[first, when_to_return(&lists)])
}

fn ingredient() -> Text {
    Text::new(
        "Một nguyên liệu của hàng này đã bị thu hồi.",
        "An ingredient of these goods has been recalled.",
    )
}

fn test_failed() -> Text {
    Text::new(
        "Lần kiểm nghiệm gần nhất khai là không đạt.",
        "As declared, the goods failed their last test.",
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
