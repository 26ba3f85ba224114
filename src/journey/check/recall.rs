//! Has the lot been recalled?

use super::super::trace::Trace;
use super::events::when_to_return;
use super::{Check, Verdict, recalled_part};
use crate::gs1::DigitalLink;
use crate::sources::epcis::Event;
use crate::sources::findings::Recall;
use crate::sources::{About, Findings, Freshness, ListKind, Silence};
use crate::words::Text;
use crate::words::journey::{day, joined};
use time::Date;

const RULE: &str = "recall";

/// Stop when the list names the lot, item or product, or an event says it was recalled; warn when it names some packs of
/// the lot, or lots of this product and the code does not tell which lot this is; unknown without a list, with one that
/// could be read only in part, or with an old one.
pub fn check(findings: &Findings, identity: &DigitalLink, trace: &Trace, today: Date) -> Check {
    let recalls = findings.recalls.as_deref().unwrap_or_default();
    let listed = recalls
        .iter()
        .find(|recall| recalled_part::names_all(&recall.id, identity, trace));
    let of_goods = declared(trace, |event| trace.concerns_goods(event));
    let (declared, of_packs): (Vec<&Event>, Vec<&Event>) = of_goods
        .into_iter()
        .partition(|event| recalled_part::concerns_all(event, identity, trace));
    if listed.is_some() || !declared.is_empty() {
        let evidence = declared.iter().map(|event| event.id.clone()).collect();
        let sentence = sentence(listed, declared.last().copied());
        return Check::fault(RULE, Verdict::Stop, "recalled", sentence, evidence);
    }
    let evidence = of_packs.iter().map(|event| event.id.clone()).collect();
    if let Some(sentence) = recalled_part::packs(findings, &of_packs, identity, trace) {
        return Check::fault(RULE, Verdict::Warn, "recalled:packs", sentence, evidence);
    }
    let lots = recalled_part::possible(recalls, identity, trace);
    if !lots.is_empty() {
        let (flag, sentence) = ("recalled:lots", recalled_part::some_lots(&lots.join(", ")));
        return Check::fault(RULE, Verdict::Warn, flag, sentence, Vec::new());
    }
    let made_of = made_of_recalled(recalls, trace);
    if !made_of.is_empty() {
        return Check::fault(RULE, Verdict::Warn, "recalled:ingredient", ingredient(), made_of);
    }
    let failed = failed(trace);
    if !failed.is_empty() {
        return Check::fault(RULE, Verdict::Warn, "test:failed", test_failed(), failed);
    }
    not_recalled(findings, today)
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

fn not_recalled(findings: &Findings, today: Date) -> Check {
    if findings.recalls.is_none() {
        return Check::plain(RULE, Verdict::Unknown, not_asked(findings));
    }
    let freshness = findings.list(ListKind::Recalls).map(|list| list.freshness(today));
    if let Some(sentence) = freshness.and_then(outdated) {
        return Check::plain(RULE, Verdict::Unknown, sentence);
    }
    if findings.unreadable_recalls > 0 {
        let sentence = Text::new(
            "Danh sách thu hồi có mục không đọc được, nên chưa chắc hàng này không bị thu hồi.",
            "A part of the recall list could not be read, so it is not certain that this is not recalled.",
        );
        return Check::plain(RULE, Verdict::Unknown, sentence);
    }
    let sentence = Text::new(
        "Không có trong danh sách thu hồi.",
        "It is not on the recall list.",
    );
    Check::plain(RULE, Verdict::Ok, sentence)
}

/// Why a list does not say what holds today; `None` where it does.
fn outdated(freshness: Freshness) -> Option<Text> {
    let (since, reason) = match freshness {
        Freshness::Fresh => return None,
        Freshness::Undated => (
            None,
            Text::new(
                "Danh sách thu hồi nhận được không ghi ngày, nên chưa biết nó còn mới hay không.",
                "The recall list that came bears no date, so it is not known whether it is the newest.",
            ),
        ),
        Freshness::Old(as_of) => (
            Some(as_of),
            Text::new(
                "Danh sách thu hồi nhận được đã quá cũ.",
                "The recall list that came is too old.",
            ),
        ),
        Freshness::Ahead(as_of) => {
            let as_of = day(as_of);
            (
                None,
                Text::new(
                    format!(
                        "Danh sách thu hồi nhận được ghi ngày {}, là ngày chưa tới.",
                        as_of.vi
                    ),
                    format!(
                        "The recall list that came is dated {}, a day that has not come.",
                        as_of.en
                    ),
                ),
            )
        }
        Freshness::PlayedBack(as_of, newest) => {
            let newest = day(newest);
            (
                Some(as_of),
                Text::new(
                    format!(
                        "Danh sách thu hồi nhận được cũ hơn danh sách ngày {} mà máy này đã thấy.",
                        newest.vi
                    ),
                    format!(
                        "The recall list that came is older than that of {}, which this phone has seen.",
                        newest.en
                    ),
                ),
            )
        }
    };
    Some(joined(&[not_checked(since), reason]))
}

fn not_asked(findings: &Findings) -> Text {
    let lists = findings.silences.iter();
    let lists: Vec<Silence> = lists
        .filter(|silence| silence.about == About::Recalls)
        .cloned()
        .collect();
    let seen = findings.list(ListKind::Recalls).and_then(|list| list.newest);
    joined(&[not_checked(seen), when_to_return(&lists)])
}

fn not_checked(since: Option<Date>) -> Text {
    match since.map(day) {
        Some(day) => Text::new(
            format!("Chưa kiểm tra được thu hồi từ ngày {}.", day.vi),
            format!("Recalls since {} could not be checked.", day.en),
        ),
        None => Text::new("Chưa kiểm tra được thu hồi.", "Recalls could not be checked."),
    }
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
