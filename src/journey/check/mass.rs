//! Did more come out than went in?

use super::super::alias::gtin_of;
use super::super::by_id::ById;
use super::super::graph::Graph;
use super::super::measure::{Dimension, Measured, measured, net_content};
use super::super::trace::Trace;
use super::super::uses::born;
use super::{Check, Verdict};
use crate::sources::epcis::{Action, Event, EventKind, Quantity};
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::{day, number};

const RULE: &str = "mass";

/// So much more may come out than went in before it is a fault: scales differ.
const TOLERANCE: f64 = 0.02;

/// What a litre of food weighs at least, such as spirit, and at most, such as honey, in kilograms: where volumes meet
/// weights, the doubt speaks for the goods.
const LIGHTEST: f64 = 0.75;
const HEAVIEST: f64 = 1.5;

/// Warns when the outputs of a transformation weigh more than its inputs, when more of a lot is seen or used than was
/// made, or when one lot is measured in units that do not fit each other. What cannot be compared is left out; `None`
/// when nothing could be.
pub fn check(trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let steps = weighed(trace, product);
    let faults: Vec<&Weighed> = steps.iter().filter(|step| step.is_fault()).collect();
    if let Some(first) = faults.first() {
        let evidence = faults.iter().map(|step| step.event.id.clone()).collect();
        return Some(fault("mass:output-exceeds-input", first.sentence(), evidence));
    }
    let lots = Lots::of(trace);
    if let Some((flag, sentence, evidence)) = lots.fault() {
        return Some(fault(flag, sentence, evidence));
    }
    let sentence = Text::new(
        "Khối lượng qua các bước chế biến khớp nhau.",
        "The weights of the processing steps add up.",
    );
    (!steps.is_empty()).then(|| Check::plain(RULE, Verdict::Ok, sentence))
}

fn fault(flag: &'static str, sentence: Text, evidence: Vec<String>) -> Check {
    Check::fault(RULE, Verdict::Warn, flag, sentence, evidence)
}

/// A transformation whose inputs and outputs are known in kilograms: the inputs at most, the outputs at least.
struct Weighed<'a> {
    event: &'a Event,
    input_kg: f64,
    output_kg: f64,
}

/// Every transformation once, its parts taken together.
fn weighed<'a>(trace: &Trace<'a>, product: Option<&Product>) -> Vec<Weighed<'a>> {
    trace
        .valid()
        .filter(|event| is_last_part(event, &trace.graph))
        .filter_map(|event| Weighed::of(event, &trace.graph, product))
        .collect()
}

fn is_last_part<'a>(event: &'a Event, graph: &Graph<'a>) -> bool {
    event.kind == EventKind::Transformation
        && graph
            .parts(event)
            .last()
            .is_some_and(|last| std::ptr::eq(*last, event))
}

impl<'a> Weighed<'a> {
    fn of(event: &'a Event, graph: &Graph<'a>, product: Option<&Product>) -> Option<Weighed<'a>> {
        let parts = graph.parts(event);
        let inputs: Vec<&Quantity> = parts.iter().flat_map(|part| &part.inputs).collect();
        let outputs: Vec<&Quantity> = parts.iter().flat_map(|part| &part.outputs).collect();
        if inputs.is_empty() || outputs.is_empty() {
            return None;
        }
        Some(Weighed {
            event,
            input_kg: sum(&inputs, product, HEAVIEST)?,
            output_kg: sum(&outputs, product, LIGHTEST)?,
        })
    }

    fn is_fault(&self) -> bool {
        self.output_kg > self.input_kg * (1.0 + TOLERANCE)
    }

    fn sentence(&self) -> Text {
        let (input, output) = (number(self.input_kg), number(self.output_kg));
        let day = day(self.event.time.date());
        Text::new(
            format!(
                "Ngày {} khai đưa vào {} kg mà ra {} kg.",
                day.vi, input.vi, output.vi
            ),
            format!(
                "On {} {} kg went in and {} kg came out, as declared.",
                day.en, input.en, output.en
            ),
        )
    }
}

fn sum(quantities: &[&Quantity], product: Option<&Product>, kg_per_litre: f64) -> Option<f64> {
    let weights = quantities.iter();
    weights
        .map(|quantity| weight(quantity, product, kg_per_litre))
        .sum()
}

/// Its weight as given, or that of so many packs of the product.
fn weight(quantity: &Quantity, product: Option<&Product>, kg_per_litre: f64) -> Option<f64> {
    let found = measured(quantity)?;
    match found.dimension {
        Dimension::Mass => Some(found.amount),
        Dimension::Volume => Some(found.amount * kg_per_litre),
        Dimension::Pieces => {
            let is_product = |product: &&Product| gtin_of(&quantity.id) == Some(product.gtin.as_str());
            let net = net_content(product.filter(is_product)?.net_content.as_deref()?)?;
            let one = match net.dimension {
                Dimension::Mass => net.amount,
                _ => net.amount * kg_per_litre,
            };
            Some(found.amount * one)
        }
        _ => None,
    }
}

/// How much of each lot was made, and by which events it was seen or used.
struct Lots<'a> {
    /// `None` for a lot whose amounts do not fit together.
    made: ById<'a, Option<Measured>>,
    used: ById<'a, (f64, Vec<&'a Event>)>,
    seen: Vec<(&'a Event, &'a str, Measured)>,
}

impl<'a> Lots<'a> {
    fn of(trace: &Trace<'a>) -> Lots<'a> {
        let mut lots = Lots {
            made: ById::default(),
            used: ById::default(),
            seen: Vec::new(),
        };
        for quantity in trace.valid().flat_map(born) {
            let found = measured(quantity);
            let nothing = found.map(|found| Measured { amount: 0.0, ..found });
            let sum = lots.made.entry(&quantity.id, nothing);
            *sum = match (*sum, found) {
                (Some(sum), Some(found)) if sum.dimension == found.dimension => Some(Measured {
                    amount: sum.amount + found.amount,
                    ..sum
                }),
                _ => None,
            };
        }
        for event in trace.valid() {
            lots.note(event);
        }
        lots
    }

    /// How much of a lot was made, where that is known.
    fn made(&self, id: &str) -> Option<&Measured> {
        self.made.get(id)?.as_ref()
    }

    /// Notes what an event uses or sees of the lots whose making is known.
    fn note(&mut self, event: &'a Event) {
        let is_birth = event.kind == EventKind::Object && event.action == Some(Action::Add);
        let seen = event.objects.iter().filter(|_| !is_birth);
        for quantity in event.inputs.iter().chain(seen).chain(&event.children) {
            let (Some(made), Some(found)) = (self.made(&quantity.id), measured(quantity)) else {
                continue;
            };
            let is_input = event.inputs.iter().any(|input| std::ptr::eq(input, quantity));
            if is_input && made.dimension == found.dimension {
                let (amount, events) = self.used.entry(&quantity.id, (0.0, Vec::new()));
                *amount += found.amount;
                events.push(event);
            }
            self.seen.push((event, &quantity.id, found));
        }
    }

    fn fault(&self) -> Option<(&'static str, Text, Vec<String>)> {
        let mut misfits = self.seen.iter().filter(|(_, id, found)| {
            let made = self.made(id);
            made.is_some_and(|made| !made.dimension.fits(found.dimension))
        });
        if let Some((event, ..)) = misfits.next() {
            let mut evidence = vec![event.id.clone()];
            evidence.extend(misfits.map(|(event, ..)| event.id.clone()));
            return Some(("mass:unit-mismatch", misfit(event), evidence));
        }
        let mut more = self.seen.iter().filter_map(|(event, id, found)| {
            let made = self.made(id)?;
            let exceeds = made.dimension == found.dimension && exceeds(found.amount, made.amount);
            exceeds.then(|| (*event, too_much(event, found, made)))
        });
        if let Some((event, sentence)) = more.next() {
            let mut evidence = vec![event.id.clone()];
            evidence.extend(more.map(|(event, _)| event.id.clone()));
            return Some(("mass:more-than-made", sentence, evidence));
        }
        self.used.iter().find_map(|(id, (amount, events))| {
            let (made, last) = (self.made(id)?, events.last()?);
            let used = Measured {
                amount: *amount,
                ..*made
            };
            let evidence = || events.iter().map(|event| event.id.clone()).collect();
            exceeds(*amount, made.amount)
                .then(|| ("mass:more-than-made", too_much(last, &used, made), evidence()))
        })
    }
}

fn exceeds(found: f64, made: f64) -> bool {
    found > made * (1.0 + TOLERANCE)
}

fn misfit(event: &Event) -> Text {
    let day = day(event.time.date());
    Text::new(
        format!(
            "Ngày {} cùng một lô được khai bằng đơn vị không đổi ra nhau được.",
            day.vi
        ),
        format!(
            "On {} one and the same lot is declared in a unit that does not fit the others.",
            day.en
        ),
    )
}

fn too_much(event: &Event, found: &Measured, made: &Measured) -> Text {
    let (day, sign) = (day(event.time.date()), made.dimension.sign());
    let (found, made) = (number(found.amount), number(made.amount));
    Text::new(
        format!(
            "Ngày {} khai {} {} của một lô chỉ làm ra {} {}.",
            day.vi, found.vi, sign.vi, made.vi, sign.vi
        ),
        format!(
            "On {} {} {} of a lot are declared of which only {} {} were made.",
            day.en, found.en, sign.en, made.en, sign.en
        ),
    )
}
