//! Is a stage missing that goods of this kind go through?

use super::super::alias::gtin_of;
use super::super::by_id::set;
use super::super::measure::{Measured, measured};
use super::super::moves::is_receiving;
use super::super::process::process_of;
use super::super::step::Process;
use super::super::trace::Trace;
use super::super::uses;
use super::{Check, Verdict};
use crate::sources::epcis::{Action, Event, EventKind, Quantity};
use crate::sources::product::Product;
use crate::words::Text;
use std::collections::BTreeSet;

const RULE: &str = "stages";

/// The categories of the market with the stages that their goods go through beside the field: processing, test, packing.
const NEEDS: [(&str, [bool; 3]); 6] = [
    ("nong-san", [true, true, true]),
    ("lam-san", [true, true, true]),
    ("thuy-san", [true, true, true]),
    ("che-bien", [true, true, true]),
    ("duoc-lieu", [true, true, true]),
    ("thu-cong", [true, false, false]),
];

/// Warns when it is not told where the goods began, how they were made, or that they were tested and packed, as far as
/// goods of this kind are. Unknown when the kind is not known and nothing else is missing.
pub fn check(trace: &Trace, product: Option<&Product>) -> Check {
    match missing(trace, product) {
        Some((flag, event)) => {
            let evidence = event.map(|event| event.id.clone()).into_iter().collect();
            Check::fault(RULE, Verdict::Warn, flag, wording(flag), evidence)
        }
        None if product.is_none() => Check::plain(RULE, Verdict::Unknown, unknown()),
        None => Check::plain(RULE, Verdict::Ok, complete()),
    }
}

/// The first thing that is missing, and the event that would need it.
fn missing<'a>(trace: &Trace<'a>, product: Option<&Product>) -> Option<(&'static str, Option<&'a Event>)> {
    let born = born(trace);
    let prefix = product.and_then(|product| product.producer.as_ref()?.prefix.as_deref());
    if let Some((event, input)) = broken_chain(trace, &born, prefix) {
        return Some((link_missing(trace, input), Some(event)));
    }
    if let Some(event) = unmade(trace, &born).filter(|_| has_origin(trace) || is_cut_off(trace)) {
        return Some(("gap:missing-packing", Some(event)));
    }
    if !has_origin(trace) {
        return Some(("gap:missing-origin", trace.valid().next()));
    }
    let main = main_things(trace);
    let has = |is_meant: fn(&Event) -> bool| {
        let mut events = trace.valid().filter(|event| is_meant(event));
        events.any(|event| event.things().any(|id| main.contains(id)))
    };
    let [processing, test, packing] = needs(product);
    let rules = [
        (
            processing,
            is_processing as fn(&Event) -> bool,
            "gap:missing-processing",
        ),
        (test, is_test, "gap:missing-test"),
        (packing, is_packing, "gap:missing-packing"),
    ];
    let mut failed = rules
        .iter()
        .filter(|(is_needed, is_meant, _)| *is_needed && !has(*is_meant));
    failed.next().map(|(.., flag)| (*flag, None))
}

/// The goods, the units around them, and what they are mostly made of: a test of the pepper is none of the meat.
fn main_things(trace: &Trace) -> BTreeSet<String> {
    let mut main = trace.goods.clone();
    let mut open: Vec<String> = trace.own.iter().cloned().collect();
    while let Some(id) = open.pop() {
        for maker in trace.graph.makers(&id) {
            let parts = trace.graph.parts(maker);
            let inputs: Vec<&Quantity> = parts.iter().flat_map(|part| &part.inputs).collect();
            for input in main_inputs(&inputs) {
                if main.insert(input.id.clone()) {
                    open.push(input.id.clone());
                }
            }
        }
    }
    main
}

/// The inputs that are no mere addition: at least a third of all, or every one where the amounts cannot be compared.
fn main_inputs<'a>(inputs: &[&'a Quantity]) -> Vec<&'a Quantity> {
    let amounts: Vec<Option<Measured>> = inputs.iter().map(|input| measured(input)).collect();
    let first = amounts.first().copied().flatten();
    let alike = |found: &Option<Measured>| {
        let found = found.map(|found| found.dimension);
        found.is_some() && found == first.map(|first| first.dimension)
    };
    if !amounts.iter().all(alike) {
        return inputs.to_vec();
    }
    let total: f64 = amounts.iter().flatten().map(|found| found.amount).sum();
    // OK because lots of one product are weighed together: two fields are no additions to each other.
    let share = |input: &Quantity| {
        let same = inputs
            .iter()
            .filter(|other| gtin_of(&other.id) == gtin_of(&input.id));
        let sum: f64 = same.filter_map(|other| Some(measured(other)?.amount)).sum();
        sum / total
    };
    inputs
        .iter()
        .filter(|input| share(input) > 1.0 / 3.0)
        .copied()
        .collect()
}

/// Which stage is missing before something that was used: what was received raw was harvested somewhere.
fn link_missing(trace: &Trace, input: &str) -> &'static str {
    let mut receipts = trace.valid().filter(|event| is_receiving(event));
    let is_raw = receipts.any(|event| event.things().any(|id| id == input));
    match is_cut_off(trace) && !is_raw {
        true => "gap:missing-processing",
        false => "gap:missing-origin",
    }
}

/// Whether a link is missing in the middle: what came before it has nothing to do with the goods any more, as far as
/// anybody can tell.
fn is_cut_off(trace: &Trace) -> bool {
    trace.oddities.strangers > 0
}

fn needs(product: Option<&Product>) -> [bool; 3] {
    let category = product.and_then(|product| product.category.as_deref());
    let row = NEEDS.iter().find(|(known, _)| Some(*known) == category);
    row.map_or([false; 3], |(_, needs)| *needs)
}

/// Everything that is told to begin: harvested or bought, made, closed as a unit.
fn born<'a>(trace: &Trace<'a>) -> BTreeSet<&'a str> {
    let mut born = BTreeSet::new();
    for event in trace.valid() {
        born.extend(uses::born(event).map(|quantity| quantity.id.as_str()));
        if event.action == Some(Action::Add) {
            born.extend(event.parent.as_deref());
        }
    }
    born
}

fn is_origin(event: &Event) -> bool {
    event.kind == EventKind::Object && event.action == Some(Action::Add)
}

fn has_origin(trace: &Trace) -> bool {
    let by_process = |event: &Event| matches!(process_of(event).0, Process::Harvest | Process::Purchase);
    trace.valid().any(|event| is_origin(event) || by_process(event))
}

/// The first transformation that uses something of the producer's own whose making nobody told, or nothing but such
/// things, and what it uses. What other producers made may be told elsewhere.
fn broken_chain<'a>(
    trace: &Trace<'a>,
    born: &BTreeSet<&str>,
    prefix: Option<&str>,
) -> Option<(&'a Event, &'a str)> {
    let is_own = |id: &str| prefix.is_some_and(|prefix| number(id).starts_with(prefix));
    trace.valid().find_map(|event| {
        let parts = trace.graph.parts(event);
        let inputs = parts.iter().flat_map(|part| &part.inputs);
        let all: Vec<&'a str> = inputs.map(|input| input.id.as_str()).collect();
        let unknown: Vec<&'a str> = all.iter().copied().filter(|id| !born.contains(id)).collect();
        let own = unknown.iter().find(|id| is_own(id));
        let any = unknown.first().filter(|_| unknown.len() == all.len());
        own.or(any).map(|id| (event, *id))
    })
}

/// The thirteen digits that say who gave the number of a product.
fn number(id: &str) -> &str {
    let (_, rest) = id.split_once("/01/").unwrap_or_default();
    rest.get(1..14).unwrap_or_default()
}

/// The first event about goods, or about the unit around them, that nobody told to have made or packed.
fn unmade<'a>(trace: &Trace<'a>, born: &BTreeSet<&str>) -> Option<&'a Event> {
    let is_made = |ids: &BTreeSet<String>| ids.iter().any(|id| born.contains(id.as_str()));
    let own = (!is_made(&trace.own)).then_some(&trace.own);
    let units = trace.goods.iter().filter(|id| id.contains("/00/"));
    let unpacked = set(units.filter(|id| !born.contains(id.as_str())).map(String::as_str));
    let mut about = trace.valid();
    about.find(|event| {
        let mut things = event.things();
        things.any(|id| unpacked.contains(id) || own.is_some_and(|own| own.contains(id)))
    })
}

fn is_packing(event: &Event) -> bool {
    event.step.as_deref() == Some("packing") || event.process.as_deref() == Some("pack")
}

fn is_processing(event: &Event) -> bool {
    let by_word = event.process.is_some() && process_of(event).0 == Process::Make;
    by_word || (event.kind == EventKind::Transformation && !is_packing(event))
}

fn is_test(event: &Event) -> bool {
    matches!(event.step.as_deref(), Some("inspecting" | "sampling")) || process_of(event).0 == Process::Test
}

fn wording(flag: &str) -> Text {
    let (vi, en) = match flag {
        "gap:missing-origin" => (
            "Chưa có chặng thu hoạch hay mua nguyên liệu: không rõ hàng bắt đầu từ đâu.",
            "There is no harvest or purchase step: where the goods began is not known.",
        ),
        "gap:missing-processing" => (
            "Thiếu chặng chế biến: có thứ được dùng mà không rõ làm ra thế nào.",
            "A processing step is missing: how something that was used had been made is not known.",
        ),
        "gap:missing-test" => (
            "Chưa có chặng kiểm tra chất lượng cho lô này.",
            "There is no quality check of this lot.",
        ),
        _ => (
            "Chưa có chặng đóng gói: không rõ lô này được làm ra khi nào.",
            "There is no packing step: when this lot was made is not known.",
        ),
    };
    Text::new(vi, en)
}

fn complete() -> Text {
    Text::new(
        "Có đủ các chặng mà loại hàng này cần.",
        "All the stages are there that goods of this kind need.",
    )
}

fn unknown() -> Text {
    Text::new(
        "Chưa biết loại hàng, nên chưa biết có thiếu chặng nào không.",
        "The kind of goods is not known, so neither is whether a stage is missing.",
    )
}
