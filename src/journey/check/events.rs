//! Is there a journey at all?

use super::super::trace::{Trace, names_goods};
use super::{Check, Verdict};
use crate::gs1::DigitalLink;
use crate::sources::{About, Findings, Silence, Why};
use crate::words::Text;
use crate::words::journey::joined;

/// How much is known of an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nobody knows the code.
    Nothing,
    /// Only volunteers know the product.
    Community,
    /// The product is known, but the code names no lot.
    ProductOnly,
    /// A lot is named, but nobody declared what happened to it.
    NoEvents,
    /// A source that may know the code, or the events of the lot it names, gave no answer.
    Unanswered,
    /// There are events.
    Events,
}

impl Known {
    /// Sorts what was found.
    pub fn of(identity: &DigitalLink, findings: &Findings, trace: &Trace) -> Known {
        let has_product = findings.product.is_some();
        let has_failed = findings.silences.iter().any(has_failed);
        if trace.valid().next().is_some() {
            Known::Events
        } else if has_product && !names_goods(identity) {
            Known::ProductOnly
        } else if has_product && has_failed {
            Known::Unanswered
        } else if has_product || !trace.events.is_empty() {
            Known::NoEvents
        } else if findings.food_facts.is_some() {
            Known::Community
        } else if has_failed {
            Known::Unanswered
        } else {
            Known::Nothing
        }
    }
}

/// Whether a source was asked and its answer did not arrive, or could not be read.
fn has_failed(silence: &Silence) -> bool {
    // OK because a source that holds the code to be no valid one has answered; one that was cut off has not.
    // The recall list is no answer about the code: it has a rule of its own.
    silence.about == About::Code && !matches!(silence.why, Why::NotThere | Why::NotAsked | Why::Invalid)
}

/// Ok when there are events that count, else unknown with the next step to take.
pub fn check(identity: &DigitalLink, findings: &Findings, trace: &Trace) -> Check {
    let known = Known::of(identity, findings, trace);
    let verdict = match known {
        Known::Events => Verdict::Ok,
        _ => Verdict::Unknown,
    };
    Check::plain("events", verdict, sentence(known, &findings.silences))
}

fn sentence(known: Known, silences: &[Silence]) -> Text {
    match known {
        Known::Nothing => Text::new(
            "Chưa nguồn nào cho biết mã này là hàng gì. Hãy xem lại mã, hoặc hỏi người bán.",
            "No source could say what this code stands for. Look at the code again, or ask the seller.",
        ),
        Known::Community => Text::new(
            "Chỉ có thông tin do cộng đồng đóng góp, chưa ai kiểm chứng. Hãy hỏi người bán về nguồn gốc.",
            "Only volunteers have described it, unchecked. Ask the seller where it comes from.",
        ),
        Known::ProductOnly => Text::new(
            "Mã này chỉ cho biết tên hàng, không cho biết gói trên tay bạn thuộc lô nào. Hãy chọn số lô in trên bao bì.",
            "This code names the product, not the lot of the pack in your hand. Choose the lot number printed on the pack.",
        ),
        Known::NoEvents => Text::new(
            "Chưa ai khai hành trình của lô này. Hãy so lại số lô trên bao bì, hoặc hỏi người bán.",
            "Nobody has declared the journey of this lot. Compare the lot number on the pack, or ask the seller.",
        ),
        Known::Unanswered => joined(&[
            Text::new(
                "Hành trình của mã này chưa tải được.",
                "The journey behind this code could not be loaded.",
            ),
            when_to_return(silences),
        ]),
        Known::Events => Text::new(
            "Hành trình của lô này đã được khai.",
            "The journey of this lot has been declared.",
        ),
    }
}

/// When to open the page again: the network is to blame only where nobody could be reached.
pub(super) fn when_to_return(silences: &[Silence]) -> Text {
    let failed = || silences.iter().filter(|silence| silence.why.is_passing());
    match failed().next() {
        Some(_) if failed().all(|silence| silence.why.is_of_network()) => Text::new(
            "Khi có mạng, hãy mở lại trang này.",
            "Open this page again when there is a connection.",
        ),
        Some(_) => Text::new(
            "Hãy đợi ít phút rồi mở lại trang này.",
            "Wait a few minutes and open this page again.",
        ),
        None => Text::new(
            "Lý do và cách làm tiếp có ở dưới đây.",
            "Why, and what to do next, stands below.",
        ),
    }
}
