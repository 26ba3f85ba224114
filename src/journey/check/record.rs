//! Are the records themselves in order: nothing twice, nothing that contradicts itself?

use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::words::Text;
use crate::words::journey::joined;

const RULE: &str = "record";

/// Warns when two different events bear one identifier. What was withdrawn, told twice, or is about something else
/// changes nothing and is only counted. Unknown when some events could not be read or were not looked at: they may tell
/// anything. `None` when there is nothing of the kind.
pub fn check(trace: &Trace, unreadable: usize) -> Option<Check> {
    let oddities = &trace.oddities;
    if !oddities.contradicting.is_empty() {
        let evidence = oddities
            .contradicting
            .iter()
            .map(|event| event.id.clone())
            .collect();
        let flag = "duplicate:event-id";
        return Some(Check::fault(RULE, Verdict::Warn, flag, contradiction(), evidence));
    }
    let withdrawn = trace.events.len() - trace.valid().count();
    let counted = [
        sentence(
            withdrawn,
            "chặng đã được nơi khai rút lại",
            "withdrawn by their source",
        ),
        sentence(oddities.repeated, "chặng được khai hai lần", "told twice"),
        sentence(oddities.strangers, "chặng nói về hàng khác", "about other things"),
        sentence(
            unreadable,
            "chặng hay tệp không đọc được",
            "or files that could not be read",
        ),
        sentence(
            oddities.left_out,
            "chặng không xét vì quá nhiều",
            "not looked at, being too many",
        ),
    ];
    let counted = joined(&counted);
    let verdict = match oddities.left_out + unreadable {
        0 => Verdict::Ok,
        _ => Verdict::Unknown,
    };
    (!counted.is_empty()).then(|| Check::plain(RULE, verdict, counted))
}

fn sentence(count: usize, vi: &str, en: &str) -> Text {
    match count {
        0 => Text::default(),
        _ => Text::new(format!("{count} {vi}."), format!("Events {en}: {count}.")),
    }
}

fn contradiction() -> Text {
    Text::new(
        "Hai chặng khác nhau mang cùng một mã: có chặng đã bị sửa.",
        "Two different steps bear one identifier: one of them was changed.",
    )
}
