//! Where several things became one: the branches of a journey, each with the steps that only it took.

use super::by_id::{ById, set};
use super::process::process_of;
use super::quantity;
use super::step::{Process, Step};
use super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::sources::epcis::{Event, EventKind, Quantity};
use crate::sources::findings::Findings;
use crate::words::Text;
use std::collections::BTreeSet;

/// So many joins are drawn: each costs a walk back to the field for every one of its branches.
const MOST_JOINS: usize = 4;

/// So many branches of one join are drawn; more tell a shopper nothing.
const MOST_BRANCHES: usize = 8;

/// A step in which several things became one.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The step, by its place in the list.
    pub step: usize,
    /// What flowed together, in the order of the time in which each begins.
    pub branches: Vec<Branch>,
}

/// One of the things that flowed together.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// How much of what, ready to read: `96 kg búp chè tươi`.
    pub what: Text,
    /// The steps that only this one took, by their places in the list.
    pub steps: Vec<usize>,
    /// Who made it, with its GLN, where that is not the producer of the goods.
    pub maker: Option<(Text, String)>,
    /// The address of its own journey, where it was packed under this code: `/01/09528060080028/10/SA260602`.
    pub page: Option<String>,
}

impl Branch {
    /// The first step that only it took; one without any comes last.
    fn begin(&self) -> usize {
        self.steps.first().copied().unwrap_or(usize::MAX)
    }
}

/// The joins of a journey, in the order of time.
pub fn joins(trace: &Trace, findings: &Findings, steps: &[Step]) -> Vec<Join> {
    let mut events = ById::default();
    for event in trace.valid() {
        events.put(&event.id, event);
    }
    let told: Vec<Vec<&Event>> = steps.iter().map(|step| events_of(step, &events)).collect();
    let mut free = vec![true; steps.len()];
    let mut joins = Vec::new();
    for (step, events) in told.iter().enumerate() {
        let inputs = inputs(events);
        if (2..=MOST_BRANCHES).contains(&inputs.len()) && joins.len() < MOST_JOINS {
            let ways = ways(trace, &inputs);
            let mut branches: Vec<Branch> = Vec::new();
            for (input, way) in inputs.iter().zip(&ways) {
                let others = told.iter().zip(&free).enumerate();
                let own = others.filter(|(index, (events, is_free))| {
                    **is_free && *index != step && is_only_of(events, way, &ways)
                });
                let own = own.map(|(index, _)| index).collect();
                let branch = branch(input, own, steps, &told, findings);
                let place = branches.partition_point(|known| known.begin() <= branch.begin());
                branches.insert(place, branch);
            }
            for index in branches.iter().flat_map(|branch| &branch.steps) {
                free[*index] = false; // OK because the branches only hold indices of the steps.
            }
            joins.push(Join { step, branches });
        }
    }
    joins
}

/// The events of a step that count.
fn events_of<'a>(step: &Step, events: &ById<'_, &'a Event>) -> Vec<&'a Event> {
    match step.voided {
        Some(_) => Vec::new(),
        None => step
            .event_ids
            .iter()
            .filter_map(|id| events.get(id).copied())
            .collect(),
    }
}

/// The different things that were made into one, each with its whole amount.
fn inputs(events: &[&Event]) -> Vec<Vec<Quantity>> {
    let makers = events
        .iter()
        .filter(|event| event.kind == EventKind::Transformation);
    let mut inputs: Vec<Vec<Quantity>> = Vec::new();
    for input in makers.flat_map(|event| &event.inputs) {
        match inputs
            .iter_mut()
            .find(|known| known.iter().any(|one| one.id == input.id))
        {
            Some(known) => known.push(input.clone()),
            None => inputs.push(vec![input.clone()]),
        }
    }
    inputs
}

/// Everything that each of the inputs came from, itself included.
fn ways(trace: &Trace, inputs: &[Vec<Quantity>]) -> Vec<BTreeSet<String>> {
    let way = |input: &Vec<Quantity>| {
        let ids = input.iter().map(|quantity| quantity.id.clone());
        trace.origins(&set(ids))
    };
    inputs.iter().map(way).collect()
}

/// Whether a step is about one way and none of the others.
fn is_only_of(events: &[&Event], way: &BTreeSet<String>, ways: &[BTreeSet<String>]) -> bool {
    let mut things = events.iter().flat_map(|event| event.things()).peekable();
    let is_only = |thing: &str| {
        let ways = ways.iter().filter(|other| other.contains(thing));
        way.contains(thing) && ways.count() == 1
    };
    things.peek().is_some() && things.all(is_only)
}

fn branch(
    input: &[Quantity],
    own: Vec<usize>,
    steps: &[Step],
    told: &[Vec<&Event>],
    findings: &Findings,
) -> Branch {
    let producer = findings
        .product
        .as_ref()
        .and_then(|product| product.producer.as_ref());
    let producer = producer.and_then(|producer| producer.gln.as_deref());
    // OK because the branches only hold indices of the steps.
    let makes = own
        .iter()
        .rev()
        .find(|index| steps[**index].process != Process::Test);
    let maker = makes.and_then(|index| {
        let step = &steps[*index];
        let gln = step
            .party_gln
            .clone()
            .filter(|gln| Some(gln.as_str()) != producer)?;
        Some((step.party.clone()?, gln))
    });
    let packed = own.iter().flat_map(|index| &told[*index]).any(|event| {
        let is_it = |output: &Quantity| input.iter().any(|input| input.id == output.id);
        process_of(event).0 == Process::Pack && event.outputs.iter().any(is_it)
    });
    let page = input.first().filter(|_| packed);
    let page = page.and_then(|input| Some(DigitalLink::parse(&input.id).ok()?.address()));
    let what = quantity::read(input, findings);
    Branch {
        what: what.into_iter().next().unwrap_or_default(),
        steps: own,
        maker,
        page,
    }
}
