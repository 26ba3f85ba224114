//! What is missing, in plain sentences.

use super::check::Check;
use super::check::events::Known;
use super::step::{Process, Step};
use super::trace::Trace;
use crate::sources::findings::Findings;
use crate::words::Text;

/// The gaps of a journey, the most important first. Which sources gave nothing is told by the silences.
pub fn gaps(known: Known, findings: &Findings, trace: &Trace, steps: &[Step], checks: &[Check]) -> Vec<Text> {
    let is_break = |check: &&Check| check.flag.is_some_and(|flag| flag.starts_with("gap:"));
    let mut gaps: Vec<Text> = missing_goods(known).into_iter().collect();
    gaps.extend(checks.iter().filter(is_break).map(|check| check.sentence.clone()));
    if known == Known::Events {
        gaps.extend(missing_steps(findings, trace, steps, checks));
    }
    gaps.extend(missing_master_data(known, findings));
    gaps
}

fn missing_goods(known: Known) -> Option<Text> {
    match known {
        Known::ProductOnly => Some(Text::new(
            "Chưa biết gói hàng này thuộc lô nào.",
            "It is not known which lot this pack belongs to.",
        )),
        Known::NoEvents => Some(Text::new(
            "Chưa có chặng nào được khai cho lô này.",
            "No step has been declared for this lot.",
        )),
        Known::Unanswered => Some(Text::new(
            "Chưa tải được các chặng của hàng này.",
            "The steps of these goods could not be loaded.",
        )),
        _ => None,
    }
}

fn missing_steps(findings: &Findings, trace: &Trace, steps: &[Step], checks: &[Check]) -> Vec<Text> {
    let mut gaps = Vec::new();
    let is_told = |flag| checks.iter().any(|check| check.flag == Some(flag));
    let mut counting = steps.iter().filter(|step| step.voided.is_none());
    let mut begins = counting.any(|step| matches!(step.process, Process::Harvest | Process::Purchase));
    begins |= is_told("gap:missing-origin");
    if !begins {
        gaps.push(Text::new(
            "Chưa có chặng thu hoạch hay mua nguyên liệu: không rõ hàng bắt đầu từ đâu.",
            "There is no harvest or purchase step: where the goods began is not known.",
        ));
    }
    if is_told("gap:missing-test") {
        // OK because the rule has said so.
    } else if has_unknown_documents(findings, trace) {
        gaps.push(Text::new(
            "Có giấy tờ được viện dẫn mà chưa tra được.",
            "Some documents are cited that could not be looked up.",
        ));
    } else if !steps.iter().any(has_report) {
        gaps.push(Text::new(
            "Chưa có phiếu kiểm nghiệm cho lô này.",
            "There is no test report for this lot.",
        ));
    }
    if needs_cold(findings) && steps.iter().all(|step| step.sensors.is_empty()) {
        gaps.push(Text::new(
            "Hàng cần giữ lạnh, nhưng không có số đo nhiệt độ trên đường.",
            "The goods must be kept cold, but no temperature was recorded on the way.",
        ));
    }
    gaps
}

fn missing_master_data(known: Known, findings: &Findings) -> Option<Text> {
    match &findings.product {
        None if known == Known::Events => Some(Text::new(
            "Chưa có thông tin về sản phẩm.",
            "There is no information about the product.",
        )),
        Some(product) if product.producer.is_none() => {
            Some(Text::new("Chưa rõ nhà sản xuất.", "The producer is not known."))
        }
        _ => None,
    }
}

/// Whether a step that counts cites a test report.
pub fn has_report(step: &Step) -> bool {
    let mut reports = step.certificates.iter().map(|known| known.kind.as_str());
    step.voided.is_none() && reports.any(|kind| kind == "test-report")
}

fn has_unknown_documents(findings: &Findings, trace: &Trace) -> bool {
    let known = findings.product.iter().flat_map(|product| &product.certificates);
    let known = known.chain(findings.certificates.values());
    let known: Vec<&str> = known.map(|certificate| certificate.uri.as_str()).collect();
    let mut cited = trace.valid().flat_map(|event| &event.certificates);
    cited.any(|uri| !known.contains(&uri.as_str()))
}

/// Whether the product may not be kept warmer than a cool day, 15 °C.
fn needs_cold(findings: &Findings) -> bool {
    let product = findings.product.as_ref();
    let range = product.and_then(|product| product.storage_range_c);
    range.and_then(|(_, high)| high).is_some_and(|high| high <= 15.0)
}
