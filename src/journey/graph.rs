//! What became of what: the directed graph of goods, from inputs to outputs and from contents to the unit around them.

use super::by_id::{ById, set};
use crate::sources::epcis::Event;
use std::collections::BTreeSet;

/// Which way to walk from something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Outwards to the units around it.
    Carriers,
    /// Outwards, and back to what it was made of.
    Origins,
}

/// Where each thing came from and what carried it, by URI. Withdrawn events make nothing.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Graph<'a> {
    makers: ById<'a, Vec<&'a Event>>,
    siblings: ById<'a, Vec<&'a Event>>,
    carriers: ById<'a, BTreeSet<&'a str>>,
}

impl<'a> Graph<'a> {
    /// The graph that events draw.
    pub fn of(events: impl Iterator<Item = &'a Event>) -> Graph<'a> {
        let mut graph = Graph::default();
        for event in events.filter(|event| event.voided.is_none()) {
            for output in &event.outputs {
                graph.makers.entry(&output.id, Vec::new()).push(event);
            }
            if let Some(name) = &event.transformation {
                graph.siblings.entry(name, Vec::new()).push(event);
            }
            for child in event.children.iter().filter(|_| event.parent.is_some()) {
                let carriers = graph.carriers.entry(&child.id, BTreeSet::new());
                carriers.extend(event.parent.as_deref());
            }
        }
        graph
    }

    /// The transformations that put something out.
    pub fn makers(&self, id: &str) -> &[&'a Event] {
        self.makers.get(id).map_or(&[], Vec::as_slice)
    }

    /// The events of one transformation: the event itself, and those that share its name.
    pub fn parts(&self, event: &'a Event) -> Vec<&'a Event> {
        let named = event.transformation.as_deref();
        match named.and_then(|name| self.siblings.get(name)) {
            Some(parts) => parts.clone(),
            None => vec![event],
        }
    }

    /// Everything that can be reached from `start`, itself included; each thing is visited once, so that cycles end.
    pub fn reach(&self, start: &BTreeSet<String>, way: Way) -> BTreeSet<String> {
        let mut reached = start.clone();
        let mut open: Vec<&str> = start.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            for next in self.next(id, way) {
                if !reached.contains(next) {
                    reached.insert(next.to_owned());
                    open.push(next);
                }
            }
        }
        reached
    }

    /// The transformations of a circle: something that was made of itself. Empty where there is none.
    pub fn circle(&self, start: &BTreeSet<String>) -> Vec<&'a Event> {
        let mut done: BTreeSet<&str> = BTreeSet::new();
        for id in start {
            let circle = self.circle_from(id, &mut done);
            if !circle.is_empty() {
                return circle;
            }
        }
        Vec::new()
    }

    fn next(&self, id: &str, way: Way) -> impl Iterator<Item = &'a str> {
        let carriers = self.carriers.get(id).into_iter().flatten().copied();
        let origins = match way {
            Way::Origins => self.origins(id),
            Way::Carriers => Vec::new(),
        };
        carriers.chain(origins)
    }

    /// What something was made of.
    fn origins(&self, id: &str) -> Vec<&'a str> {
        let mut origins = Vec::new();
        for part in self.makers(id).iter().flat_map(|maker| self.parts(maker)) {
            origins.extend(part.inputs.iter().map(|input| input.id.as_str()));
        }
        origins
    }

    /// Walks back from `id` with a path of its own, so that a document of any depth fits the stack.
    fn circle_from<'b>(&self, id: &'b str, done: &mut BTreeSet<&'b str>) -> Vec<&'a Event>
    where
        'a: 'b,
    {
        let mut path: Vec<(&str, Vec<&str>)> = vec![(id, self.origins(id))];
        let mut on_path = set([id]);
        while let Some((id, rest)) = path.last_mut() {
            match rest.pop() {
                // OK because a process that keeps the number of its goods is no circle.
                Some(next) if next == *id => {}
                Some(next) if on_path.contains(next) => return self.makers(next).to_vec(),
                Some(next) if !done.contains(next) => {
                    on_path.insert(next);
                    path.push((next, self.origins(next)));
                }
                Some(_) => {}
                None => {
                    done.insert(id);
                    on_path.remove(*id);
                    path.pop();
                }
            }
        }
        Vec::new()
    }
}
