//! Did more come out of a step than went in?

use super::super::alias::gtin_of;
use super::super::quantity::{is_pieces, kilograms, net_kilograms};
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::{Event, Quantity};
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::{day, number};

/// So much more may come out than went in before it is a fault: scales differ.
const TOLERANCE: f64 = 0.02;

/// Warns when the outputs of a transformation weigh more than its inputs. Steps whose weights are not all known are
/// left out; `None` when no step could be weighed.
pub fn check(trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let weighed: Vec<Weighed> = trace
        .valid()
        .filter_map(|event| Weighed::of(event, product))
        .collect();
    let faults: Vec<&Weighed> = weighed.iter().filter(|step| step.is_fault()).collect();
    let Some(first) = faults.first() else {
        let sentence = Text::new(
            "Khối lượng qua các bước chế biến khớp nhau.",
            "The weights of the processing steps add up.",
        );
        return (!weighed.is_empty()).then(|| Check::plain("mass", Verdict::Ok, sentence));
    };
    Some(Check {
        rule: "mass",
        verdict: Verdict::Warn,
        flag: Some("mass:output-exceeds-input"),
        sentence: first.sentence(),
        evidence: faults.iter().map(|step| step.event.id.clone()).collect(),
    })
}

/// A transformation whose inputs and outputs are known in kilograms.
struct Weighed<'a> {
    event: &'a Event,
    input_kg: f64,
    output_kg: f64,
}

impl<'a> Weighed<'a> {
    fn of(event: &'a Event, product: Option<&Product>) -> Option<Weighed<'a>> {
        if event.inputs.is_empty() || event.outputs.is_empty() {
            return None;
        }
        Some(Weighed {
            event,
            input_kg: sum(&event.inputs, product)?,
            output_kg: sum(&event.outputs, product)?,
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

fn sum(quantities: &[Quantity], product: Option<&Product>) -> Option<f64> {
    quantities.iter().map(|quantity| weight(quantity, product)).sum()
}

/// Its weight as given, or that of so many packs of the product.
fn weight(quantity: &Quantity, product: Option<&Product>) -> Option<f64> {
    if !is_pieces(quantity) {
        return kilograms(quantity);
    }
    let product = product.filter(|product| gtin_of(&quantity.id) == Some(product.gtin.as_str()))?;
    Some(quantity.amount? * net_kilograms(product.net_content.as_deref()?)?)
}
