//! The verdict in a few words, and the sentence under it.

use super::check::events::Known;
use super::check::{Check, Verdict};
use super::gaps::has_report;
use super::step::Step;
use crate::words::Text;
use crate::words::journey::joined;

/// The verdict in a few words.
pub fn headline(verdict: Verdict, known: Known, checks: &[Check]) -> Text {
    let (vi, en) = match verdict {
        Verdict::Ok => ("Chưa thấy điểm bất thường", "Nothing irregular found"),
        Verdict::Unknown => unknown(known, checks),
        Verdict::Warn | Verdict::Stop => fault(worst(verdict, checks).and_then(|check| check.flag)),
    };
    Text::new(vi, en)
}

/// What the verdict rests on, or what to do.
pub fn summary(verdict: Verdict, known: Known, checks: &[Check], steps: &[Step]) -> Text {
    match (verdict, worst(verdict, checks)) {
        (Verdict::Unknown, _) => questions(checks),
        (Verdict::Warn | Verdict::Stop, Some(check)) => {
            joined(&[check.sentence.clone(), advice(check), others(checks)])
        }
        _ if known == Known::Events => foundation(checks, steps),
        _ => Text::default(),
    }
}

/// The check that decides: the first of those as grave as the verdict.
fn worst(verdict: Verdict, checks: &[Check]) -> Option<&Check> {
    checks.iter().find(|check| check.verdict == verdict)
}

/// What is not known: first of the goods themselves, then the rest.
fn questions(checks: &[Check]) -> Text {
    let open = checks.iter().filter(|check| check.verdict == Verdict::Unknown);
    let (goods, rest): (Vec<&Check>, Vec<&Check>) = open.partition(|check| check.rule == "events");
    let sentences = goods.into_iter().chain(rest);
    let sentences: Vec<Text> = sentences.map(|check| check.sentence.clone()).collect();
    joined(&sentences)
}

fn unknown(known: Known, checks: &[Check]) -> (&'static str, &'static str) {
    let asks_recalls = |check: &Check| check.rule == "recall" && check.verdict == Verdict::Unknown;
    match known {
        Known::Nothing => ("Chưa biết mã này", "This code is not known here"),
        Known::Community => ("Chỉ cộng đồng biết mã này", "Known to volunteers only"),
        Known::ProductOnly => ("Chưa biết là lô nào", "Which lot is not known"),
        Known::NoEvents => ("Chưa có hành trình của lô này", "No journey for this lot"),
        Known::Unanswered => ("Chưa tải được hành trình", "The journey could not be loaded"),
        Known::Events if checks.iter().any(asks_recalls) => {
            ("Chưa kiểm tra được thu hồi", "Recalls could not be checked")
        }
        Known::Events => ("Chưa kiểm tra được hết", "Not everything could be checked"),
    }
}

fn fault(flag: Option<&str>) -> (&'static str, &'static str) {
    match flag.unwrap_or_default() {
        "recalled" => ("Đừng dùng: hàng bị thu hồi", "Do not use: recalled"),
        "recalled:packs" => (
            "Một số gói của lô bị thu hồi",
            "Some packs of the lot are recalled",
        ),
        "recalled:lots" => (
            "Có lô bị thu hồi: xem số lô",
            "A lot is recalled: look at the lot number",
        ),
        "expired" => ("Đừng dùng: đã hết hạn", "Do not use: expired"),
        "expiry:differs" => ("Hạn dùng không khớp", "The last days do not agree"),
        "best-before" => ("Đã qua ngày dùng tốt nhất", "Past its best-before date"),
        "gap:shipped-not-received" => ("Có gửi đi, không thấy nơi nhận", "Shipped but never received"),
        "gap:received-not-shipped" => ("Có nhận, không thấy nơi gửi", "Received but never shipped"),
        "mass:output-exceeds-input" => ("Khối lượng không khớp", "The weights do not add up"),
        "gap:missing-origin" => ("Không rõ hàng bắt đầu từ đâu", "Where it began is not known"),
        flag if flag.starts_with("gap:") => ("Thiếu chặng trong hành trình", "A step is missing"),
        flag if flag.starts_with("mass:") => ("Số lượng không khớp", "The amounts do not add up"),
        flag if flag.starts_with("order:") => {
            ("Thứ tự các chặng vô lý", "The order of the steps is impossible")
        }
        flag if flag.starts_with("location:") => ("Nơi chốn không khớp", "The places do not fit"),
        "duplicate:event-id" => ("Lời khai mâu thuẫn nhau", "The records contradict each other"),
        flag if flag.starts_with("duplicate:") => {
            ("Mã có thể đã bị sao chép", "The code may have been copied")
        }
        "identity:owner" => (
            "Mã không phải của nhà sản xuất này",
            "The number is not this producer's",
        ),
        "identity:check-digit" => ("Có mã viết sai", "A number is written wrong"),
        "recalled:ingredient" => ("Nguyên liệu bị thu hồi", "An ingredient was recalled"),
        "test:failed" => ("Kiểm nghiệm không đạt", "It failed its test"),
        "cert:wrong-scope" => ("Giấy tờ của hàng khác", "A document of other goods"),
        "cert:not-found" => ("Giấy tờ không ai biết đến", "A document that nobody knows"),
        "hash:mismatch" => ("Dữ liệu đã bị sửa", "The data was changed"),
        "signature:mismatch" => (
            "Đừng tin trang này: chữ ký không khớp",
            "Do not trust this page: the signature does not match",
        ),
        "coldchain:breach" => (
            "Có lúc không đúng nhiệt độ bảo quản",
            "Outside its storage temperature for a while",
        ),
        "cert:expired" => ("Giấy chứng nhận đã hết hiệu lực", "A certificate had expired"),
        "cert:not-yet-valid" => (
            "Giấy chứng nhận chưa có hiệu lực",
            "A certificate was not valid yet",
        ),
        _ => ("Có điểm không khớp", "Something does not fit"),
    }
}

fn advice(check: &Check) -> Text {
    match (check.verdict, check.rule) {
        (Verdict::Stop, "expiry") => Text::new(
            "Hãy trả lại nơi bán và báo cho ban tổ chức.",
            "Take it back to where it was sold and tell the organiser.",
        ),
        (Verdict::Warn, _) => Text::new("Hãy hỏi người bán.", "Ask the seller about it."),
        _ => Text::default(),
    }
}

fn others(checks: &[Check]) -> Text {
    let faults = checks.iter().filter(|check| check.flag.is_some()).count();
    if faults < 2 {
        return Text::default();
    }
    let more = faults - 1;
    let things = if more == 1 { "thing does" } else { "things do" };
    Text::new(
        format!("Còn {more} điểm khác không khớp."),
        format!("{more} more {things} not fit."),
    )
}

/// How many steps there are and what stands behind them.
fn foundation(checks: &[Check], steps: &[Step]) -> Text {
    let counting: Vec<&Step> = steps.iter().filter(|step| step.voided.is_none()).collect();
    let total = counting.len();
    let tested = counting.iter().filter(|step| has_report(step)).count();
    joined(&[
        count(total, is_complete(checks)),
        declared(total - tested, tested),
    ])
}

/// Whether the chain was looked at and has no missing link.
fn is_complete(checks: &[Check]) -> bool {
    let mut continuity = checks.iter().filter(|check| check.rule == "continuity");
    continuity.any(|check| check.verdict == Verdict::Ok)
}

fn count(total: usize, complete: bool) -> Text {
    let plural = if total == 1 { "" } else { "s" };
    if complete {
        return Text::new(
            format!("{total} chặng, không thiếu chặng nào."),
            format!("{total} step{plural}, none missing."),
        );
    }
    Text::new(format!("{total} chặng."), format!("{total} step{plural}."))
}

fn declared(declared: usize, tested: usize) -> Text {
    let carry = if tested == 1 { "has" } else { "have" };
    match tested {
        0 => Text::new(
            "Tất cả do nhà sản xuất khai, chưa tra được phiếu kiểm nghiệm nào.",
            "All are declared by the producer; no test report could be looked up.",
        ),
        _ => Text::new(
            format!("{declared} do nhà sản xuất khai, {tested} có phiếu kiểm nghiệm."),
            format!("{declared} declared by the producer, {tested} {carry} a test report."),
        ),
    }
}
