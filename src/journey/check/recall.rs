//! Has the lot been recalled?

use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::Event;
use crate::sources::findings::Recall;
use crate::words::Text;
use crate::words::journey::{day, joined};
use time::Date;

/// Stop when the list names the lot, item or product, or an event says it was recalled; unknown without a list.
pub fn check(recalls: Option<&[Recall]>, trace: &Trace) -> Check {
    let listed = recalls
        .unwrap_or_default()
        .iter()
        .find(|recall| trace.own.contains(&recall.id));
    let declared: Vec<&Event> = trace
        .valid()
        .filter(|event| says_recalled(event) && trace.concerns_goods(event))
        .collect();
    match (listed, declared.last()) {
        (None, None) => not_recalled(recalls.is_some()),
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
    event.disposition.as_deref().is_some_and(recalled)
        || event.persistent.iter().any(|word| recalled(word))
}

fn not_recalled(asked: bool) -> Check {
    if asked {
        let sentence = Text::new(
            "Không có trong danh sách thu hồi.",
            "It is not on the recall list.",
        );
        return Check::plain("recall", Verdict::Ok, sentence);
    }
    let sentence = Text::new(
        "Chưa tải được danh sách thu hồi, nên chưa biết lô này có bị thu hồi hay không. Khi có mạng, hãy mở lại trang này.",
        "The recall list could not be fetched, so it is not known whether this lot was recalled. Open this page again when there is a connection.",
    );
    Check::plain("recall", Verdict::Unknown, sentence)
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
